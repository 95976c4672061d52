/* SPDX-License-Identifier: MIT */
/*
 * A glyph is described once, on a grid of GLYPH_UNITS to its size, and used wherever it
 * stands: places on that grid are whole numbers, which keeps the file small.
 */
#include "export/svg.h"

#include "base/base64.h"
#include "base/words.h"
#include "export/markup.h"
#include "export/webfont.h"

#include <math.h>

#define GLYPH_UNITS 1000.0

struct svg {
    struct arena *arena;
    const struct scene *scene;
    const struct fonts *fonts;
    struct svg_options options;
    struct words glyphs; /* face and number: those that are described, by their index */
    struct buffer definitions;
    struct buffer body;
    size_t clip_count;
};

/* --- paths --------------------------------------------------------------------------- */

static void add_point(struct buffer *out, point origin, point at)
{
    double x = origin.x + at.x;
    double y = origin.y + at.y;
    markup_number(out, x);
    if (llround(y * 100) >= 0) { /* a minus sign parts as well as a space */
        buffer_add_byte(out, ' ');
    }
    markup_number(out, y);
}

static void add_path_data(struct buffer *out, const struct path *path, point origin)
{
    static const struct {
        char letter;
        size_t points;
    } verbs[] = {
        [PATH_MOVE] = {'M', 1},
        [PATH_LINE] = {'L', 1},
        [PATH_CURVE] = {'C', 3},
        [PATH_CLOSE] = {'Z', 0},
    };
    buffer_add(out, S(" d=\""));
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        buffer_add_byte(out, verbs[step->verb].letter);
        for (size_t p = 0; p < verbs[step->verb].points; p++) {
            buffer_add(out, p ? S(" ") : S(""));
            add_point(out, origin, step->at[p]);
        }
    }
    buffer_add(out, S("\""));
}

static void add_stroke(struct buffer *out, const struct paint *paint)
{
    markup_attribute_color(out, "stroke", paint->stroke);
    markup_attribute_number(out, "stroke-width", paint->stroke_width);
    if (paint->dash[0] > 0) {
        buffer_add(out, S(" stroke-dasharray=\""));
        add_point(out, (point){0, 0}, (point){paint->dash[0], paint->dash[1]});
        buffer_add(out, S("\""));
    }
    if (paint->has_round_ends) {
        buffer_add(out, S(" stroke-linecap=\"round\" stroke-linejoin=\"round\""));
    }
}

static void draw_path(struct svg *svg, const struct scene_item *item)
{
    const struct paint *paint = &item->paint;
    buffer_add(&svg->body, S("<path"));
    if (paint->has_fill) {
        markup_attribute_color(&svg->body, "fill", paint->fill);
    } else {
        buffer_add(&svg->body, S(" fill=\"none\""));
    }
    if (paint->transparency > 0) {
        markup_attribute_number(&svg->body, "fill-opacity", 1 - paint->transparency);
        markup_attribute_number(&svg->body, "stroke-opacity", 1 - paint->transparency);
    }
    if (paint->stroke_width > 0) {
        add_stroke(&svg->body, paint);
    }
    add_path_data(&svg->body, &item->path, item->at);
    buffer_add(&svg->body, S("/>\n"));
}

static void begin_clip(struct svg *svg, const struct scene_item *item)
{
    str id = svg->options.id;
    size_t number = svg->clip_count++;
    buffer_print(&svg->definitions, "<clipPath id=\"%.*sc%zu\"><path", STR_ARG(id), number);
    add_path_data(&svg->definitions, &item->path, item->at);
    buffer_add(&svg->definitions, S("/></clipPath>\n"));
    buffer_print(&svg->body, "<g clip-path=\"url(#%.*sc%zu)\">\n", STR_ARG(id), number);
}

/* --- text as outlines ----------------------------------------------------------------- */

/* The index of a glyph in the definitions, where it is put if it is new there. */
static uint32_t define_glyph(struct svg *svg, size_t face, uint32_t id)
{
    const uint64_t parts[] = {face, id};
    str key = {(const char *)parts, sizeof parts};
    uint32_t known = words_find(&svg->glyphs, key);
    if (known != UINT32_MAX) {
        return known;
    }
    uint32_t index = words_add(svg->arena, &svg->glyphs, str_copy(svg->arena, key));
    struct path path = {0};
    font_outline(svg->arena, svg->fonts, face, id, GLYPH_UNITS, (point){0, 0}, &path);
    for (size_t i = 0; i < path.count; i++) {
        for (size_t p = 0; p < COUNT_OF(path.at[i].at); p++) {
            path.at[i].at[p].x = round(path.at[i].at[p].x);
            path.at[i].at[p].y = round(path.at[i].at[p].y);
        }
    }
    buffer_print(&svg->definitions, "<path id=\"%.*sg%u\"", STR_ARG(svg->options.id),
                 index);
    add_path_data(&svg->definitions, &path, (point){0, 0});
    buffer_add(&svg->definitions, S("/>\n"));
    return index;
}

static void add_unless_zero(struct buffer *out, const char *name, long number)
{
    if (number) {
        buffer_print(out, " %s=\"%ld\"", name, number);
    }
}

static void use_glyphs(struct svg *svg, const struct text_run *run)
{
    double grid = GLYPH_UNITS / run->size;
    for (size_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        uint32_t index = define_glyph(svg, run->face, glyph->id);
        buffer_print(&svg->body, "<use xlink:href=\"#%.*sg%u\"", STR_ARG(svg->options.id),
                     index);
        long x = lround((glyph->x - run->x) * grid);
        long y = lround(glyph->y * grid);
        add_unless_zero(&svg->body, "x", x);
        add_unless_zero(&svg->body, "y", y);
        buffer_add(&svg->body, S("/>"));
    }
}

/* With `halo` above 0 it is what lies white below the text, else the text. */
static void draw_run(struct svg *svg, const struct text_run *run, point at, double halo)
{
    double scale = run->size / GLYPH_UNITS;
    static const color white = {0xFF, 0xFF, 0xFF};
    buffer_add(&svg->body, S("<g transform=\"translate("));
    add_point(&svg->body, at, (point){run->x, 0});
    buffer_print(&svg->body, ")scale(%.5f)\"", scale);
    markup_attribute_color(&svg->body, "fill", halo > 0 ? white : run->color);
    if (halo > 0) {
        markup_attribute_color(&svg->body, "stroke", white);
        markup_attribute_number(&svg->body, "stroke-width", 2 * halo / scale);
        buffer_add(&svg->body, S(" stroke-linejoin=\"round\""));
    }
    buffer_add(&svg->body, S(">"));
    use_glyphs(svg, run);
    buffer_add(&svg->body, S("</g>\n"));
}

static void draw_outlines(struct svg *svg, const struct scene_item *item)
{
    const struct text_line *line = &item->line;
    for (size_t i = 0; item->halo > 0 && i < line->run_count; i++) {
        draw_run(svg, &line->runs[i], item->at, item->halo);
    }
    for (size_t i = 0; i < line->run_count; i++) {
        draw_run(svg, &line->runs[i], item->at, 0);
    }
}

/* --- live text ------------------------------------------------------------------------ */

static void open_run(struct svg *svg, const struct text_run *run, point at)
{
    struct buffer *out = &svg->body;
    buffer_add(out, S("<tspan"));
    markup_attribute_number(out, "x", at.x);
    markup_attribute_number(out, "y", at.y + (run->glyph_count ? run->glyphs[0].y : 0));
    buffer_print(out, " font-family=\"y%zu,sans-serif\"", run->face);
    markup_attribute_number(out, "font-size", run->size);
    markup_attribute_color(out, "fill", run->color);
}

/* Text from right to left is anchored at its left end, where no space may be. */
static void add_backward_run(struct svg *svg, const struct text_run *run, point at)
{
    str text = run->text;
    double left = run->x;
    while (str_ends(text, S(" "))) {
        text.length--;
    }
    for (size_t i = run->glyph_count; i-- > 0;) {
        const struct glyph *glyph = &run->glyphs[i];
        left = glyph->text_start < text.length ? glyph->x : left;
    }
    open_run(svg, run, (point){at.x + left, at.y});
    buffer_add(&svg->body, S(" direction=\"rtl\" unicode-bidi=\"embed\""
                             " text-anchor=\"end\">"));
    markup_text(&svg->body, text);
}

/*
 * A run has one direction, said here: its neighbours have no part in it. It is kept to
 * its width, but for one with a halo: browsers then draw each letter by itself, and its
 * halo over the letter before.
 */
static void add_live_run(struct svg *svg, const struct text_run *run, point at, double halo)
{
    if (run->is_right_to_left) {
        add_backward_run(svg, run, at);
    } else {
        open_run(svg, run, (point){at.x + run->x, at.y});
        if (run->glyph_count > 1 && halo <= 0) {
            markup_attribute_number(&svg->body, "textLength", run->width);
        }
        buffer_add(&svg->body, S(">"));
        markup_text(&svg->body, run->text);
    }
    buffer_add(&svg->body, S("</tspan>"));
}

static void draw_live(struct svg *svg, const struct scene_item *item)
{
    buffer_add(&svg->body, S("<text"));
    if (item->halo > 0) {
        buffer_add(&svg->body, S(" paint-order=\"stroke\" stroke=\"#FFF\""
                                 " stroke-linejoin=\"round\""));
        markup_attribute_number(&svg->body, "stroke-width", 2 * item->halo);
    }
    buffer_add(&svg->body, S(">"));
    for (size_t i = 0; i < item->line.run_count; i++) {
        add_live_run(svg, &item->line.runs[i], item->at, item->halo);
    }
    buffer_add(&svg->body, S("</text>\n"));
}

/* --- scenes --------------------------------------------------------------------------- */

/* The file as it is: who shows it can read it. */
static void draw_image(struct svg *svg, const struct scene_item *item)
{
    rect frame = scene_item_bounds(item);
    buffer_add(&svg->body, S("<image"));
    markup_attribute_number(&svg->body, "x", frame.x);
    markup_attribute_number(&svg->body, "y", frame.y);
    markup_attribute_number(&svg->body, "width", frame.width);
    markup_attribute_number(&svg->body, "height", frame.height);
    buffer_print(&svg->body, " preserveAspectRatio=\"none\" xlink:href=\"data:%s;base64,",
                 item->image->type);
    base64_add(&svg->body, item->image->file);
    buffer_add(&svg->body, S("\"/>\n"));
}

/* What leads to a mark is left out: a picture has none of the document's. */
static void draw_link(struct svg *svg, const struct scene_item *item)
{
    if (str_starts(item->target, S("#"))) {
        return;
    }
    rect area = scene_item_bounds(item);
    buffer_add(&svg->body, S("<a"));
    markup_attribute(&svg->body, "xlink:href", item->target);
    buffer_add(&svg->body, S("><rect"));
    markup_attribute_number(&svg->body, "x", area.x);
    markup_attribute_number(&svg->body, "y", area.y);
    markup_attribute_number(&svg->body, "width", area.width);
    markup_attribute_number(&svg->body, "height", area.height);
    buffer_add(&svg->body, S(" fill=\"none\" pointer-events=\"all\"/></a>\n"));
}

static void draw_text(struct svg *svg, const struct scene_item *item)
{
    bool is_turned = item->angle != 0;
    if (is_turned) {
        buffer_print(&svg->body, "<g transform=\"rotate(%.3f %.3f %.3f)\">", item->angle,
                     item->at.x, item->at.y);
    }
    if (svg->options.text == SVG_OUTLINES) {
        draw_outlines(svg, item);
    } else {
        draw_live(svg, item);
    }
    if (is_turned) {
        buffer_add(&svg->body, S("</g>\n"));
    }
}

static void draw_item(struct svg *svg, const struct scene_item *item)
{
    switch (item->kind) {
    case SCENE_PATH:
        draw_path(svg, item);
        break;
    case SCENE_TEXT:
        draw_text(svg, item);
        break;
    case SCENE_CLIP_BEGIN:
        begin_clip(svg, item);
        break;
    case SCENE_CLIP_END:
        buffer_add(&svg->body, S("</g>\n"));
        break;
    case SCENE_IMAGE:
        draw_image(svg, item);
        break;
    case SCENE_LINK:
        draw_link(svg, item);
        break;
    case SCENE_GROUP_BEGIN:
    case SCENE_GROUP_END:
    case SCENE_MARK:
        break; /* what the groups say is in title and description */
    }
}

/* The first line of text in a caption, or empty. */
static str caption_of(const struct scene *scene)
{
    bool is_in_caption = false;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        if (item->kind == SCENE_GROUP_BEGIN && item->tag.role == TAG_CAPTION) {
            is_in_caption = true;
        } else if (is_in_caption && item->kind == SCENE_TEXT && item->line.text.length) {
            return item->line.text;
        }
    }
    return S("");
}

static str alt_of(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_tag *tag = &scene->at[i].tag;
        if (scene->at[i].kind == SCENE_GROUP_BEGIN && tag->role == TAG_FIGURE) {
            return tag->alt;
        }
    }
    return S("");
}

static void add_element(struct buffer *out, const char *name, str id, str text)
{
    if (text.length) {
        buffer_print(out, "<%s id=\"%.*s%s\">", name, STR_ARG(id), name);
        markup_text(out, text);
        buffer_print(out, "</%s>\n", name);
    }
}

/* The name of an element that is there. */
static void add_name(struct buffer *out, str id, str name)
{
    if (name.length) {
        buffer_add(out, id);
        buffer_add(out, name);
    }
}

/* The start tag, and what the picture says of itself. */
static void add_head(const struct svg *svg, struct buffer *out)
{
    str id = svg->options.id;
    str alt = alt_of(svg->scene);
    str title = svg->options.title.length ? svg->options.title : caption_of(svg->scene);
    if (svg->options.text != SVG_LIVE_IN_PAGE) {
        buffer_add(out, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    }
    buffer_add(out, S("<svg xmlns=\"http://www.w3.org/2000/svg\""
                      " xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
    buffer_add(out, S(" direction=\"ltr\" viewBox=\"0 0 ")); /* whatever the page's is */
    add_point(out, (point){0, 0}, (point){svg->scene->width, svg->scene->height});
    buffer_add(out, S("\""));
    if (svg->options.text != SVG_LIVE_IN_PAGE) {
        buffer_add(out, S(" width=\""));
        markup_number(out, svg->scene->width);
        buffer_add(out, S("pt\" height=\""));
        markup_number(out, svg->scene->height);
        buffer_add(out, S("pt\""));
    }
    if (title.length || alt.length) {
        buffer_add(out, S(" role=\"img\" aria-labelledby=\""));
        add_name(out, id, title.length ? S("title") : S(""));
        buffer_add(out, title.length && alt.length ? S(" ") : S(""));
        add_name(out, id, alt.length ? S("desc") : S(""));
        buffer_add(out, S("\""));
    }
    buffer_add(out, S(" xml:space=\"preserve\">\n"));
    add_element(out, "title", id, title);
    add_element(out, "desc", id, alt);
}

str svg_text_css(void)
{
    return S("svg text{white-space:pre;text-rendering:geometricPrecision;"
             "font-variant-ligatures:none;font-variant-numeric:tabular-nums}\n");
}

static bool add_style(const struct svg *svg, struct buffer *out, struct error *error)
{
    if (svg->options.text != SVG_LIVE) {
        return true;
    }
    struct webfonts webfonts = {.arena = svg->arena};
    webfonts_add_scene(&webfonts, svg->scene);
    buffer_add(out, S("<style>\n"));
    buffer_add(out, svg_text_css());
    bool is_made = webfonts_css(&webfonts, svg->fonts, out, error);
    buffer_add(out, S("</style>\n"));
    return is_made;
}

bool svg_draw(struct arena *arena, const struct scene *scene, const struct fonts *fonts,
              struct svg_options options, str *made, struct error *error)
{
    struct svg svg = {
        .arena = arena,
        .scene = scene,
        .fonts = fonts,
        .options = options,
        .definitions.arena = arena,
        .body.arena = arena,
    };
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < scene->count; i++) {
        draw_item(&svg, &scene->at[i]);
    }
    add_head(&svg, &out);
    if (!add_style(&svg, &out, error)) {
        return false;
    }
    if (svg.definitions.count) {
        buffer_add(&out, S("<defs>\n"));
        buffer_add(&out, buffer_text(&svg.definitions));
        buffer_add(&out, S("</defs>\n"));
    }
    buffer_add(&out, buffer_text(&svg.body));
    buffer_add(&out, S("</svg>\n"));
    *made = buffer_text(&out);
    return true;
}
