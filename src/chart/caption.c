/* SPDX-License-Identifier: MIT */
#include "caption.h"
#include "mark.h"

#include "base/buffer.h"
#include "chart/tab.h"

static const double panel_gap = 6; /* between the subtitle and the panel */
static const double foot_gap = 5; /* between the panel and the notes */
static const double swatch_width = 9;

static enum theme_style title_style(const struct chart *chart)
{
    return chart->size >= CHART_TWO_THIRDS ? STYLE_CHART_TITLE_WIDE : STYLE_CHART_TITLE;
}

/* "HS 8505", "20 Nov", "of rare earths": a word of two letters stays with the next. */
static str bind_short_words(struct arena *arena, str text)
{
    struct buffer bound = {.arena = arena};
    size_t word = 0; /* its length so far, in bytes */
    for (size_t i = 0; i < text.length; i++) {
        bool is_space = text.at[i] == ' ';
        buffer_add(&bound, is_space && word > 0 && word <= 2 ? S("\u00A0")
                                                             : str_slice(text, i, i + 1));
        word = is_space || text.at[i] == '(' ? 0 : word + 1;
    }
    return buffer_text(&bound);
}

/* `origin` is what the author has to do with the text. */
static struct text_block make_block(const struct canvas *canvas, enum theme_style style,
                                    str text, str origin, struct text_layout layout)
{
    if (!text.length) {
        return (struct text_block){0};
    }
    layout.width = canvas->width;
    struct text_block block =
        canvas_block(canvas, style, bind_short_words(canvas->arena, text), layout);
    text_block_set_origin(&block, origin);
    return block;
}

str chart_notes(struct arena *arena, const struct language *language, str key, str notes)
{
    str parts[] = {key, notes};
    if (!key.length || !notes.length) {
        return key.length ? key : notes;
    }
    return str_join(arena, parts, COUNT_OF(parts), language_phrase(language, PHRASE_SPACE));
}

struct caption caption_create(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct caption caption = {0};
    str key = caption_key(canvas, &caption.has_key);
    str notes = chart_notes(canvas->arena, chart->language, key, chart->notes);
    struct text_layout plain = {0};
    struct text_layout balanced = {.is_balanced = true};
    struct text_layout after_swatch = {.indent = caption.has_key ? swatch_width + 3 : 0};
    if (chart->number.length) {
        caption.number = canvas_line(canvas, STYLE_SOURCE, chart->number);
    }
    caption.title =
        make_block(canvas, title_style(chart), chart->title, chart->title, balanced);
    caption.subtitle =
        make_block(canvas, STYLE_CHART_SUBTITLE, chart->subtitle, chart->subtitle, plain);
    caption.notes = make_block(canvas, STYLE_SOURCE, notes, chart->notes, after_swatch);
    caption.source = make_block(canvas, STYLE_SOURCE, chart->source, chart->source, plain);
    double head = caption.title.height + caption.subtitle.height;
    double foot = caption.notes.height + caption.source.height;
    caption.head = head > 0 ? tab_title_top(chart->language) + head + panel_gap : 0;
    caption.foot = foot > 0 ? foot_gap + foot : 0;
    return caption;
}

static void draw_head(const struct canvas *canvas, const struct caption *caption)
{
    struct scene *scene = canvas->scene;
    tab_draw_numbered(scene, canvas->theme, canvas->fonts, &caption->number, (point){0, 0});
    double top = tab_title_top(canvas->chart->language);
    double y = scene_block(scene, &caption->title, (point){0, top}, ALIGN_LEFT);
    scene_block(scene, &caption->subtitle, (point){0, y}, ALIGN_LEFT);
}

/* What uncertain values look like, on the first line of the notes. */
static void draw_swatch(const struct canvas *canvas, double line_middle)
{
    if (!mark_is_line(canvas->chart)) {
        rect swatch = {0, line_middle - 3, swatch_width, 6};
        canvas_bar(canvas, swatch, canvas_color(canvas, COLOR_EVENT), true);
        return;
    }
    struct paint dashed = canvas_stroke(canvas, COLOR_EVENT, 1);
    scene_line(canvas->scene, (point){0, line_middle}, (point){2.4, line_middle}, dashed);
    scene_line(canvas->scene, (point){6.6, line_middle}, (point){9, line_middle}, dashed);
    scene_circle(canvas->scene, (point){4.5, line_middle}, 1.5, dashed);
}

static void draw_foot(const struct canvas *canvas, const struct caption *caption,
                      double top)
{
    double y = top + foot_gap;
    if (caption->has_key) {
        draw_swatch(canvas, y + caption->notes.line_height / 2);
    }
    y = scene_block(canvas->scene, &caption->notes, (point){0, y}, ALIGN_LEFT);
    scene_block(canvas->scene, &caption->source, (point){0, y}, ALIGN_LEFT);
}

void caption_draw(const struct canvas *canvas, const struct caption *caption,
                  double foot_top)
{
    scene_group_begin(canvas->scene, (struct scene_tag){.role = TAG_CAPTION});
    if (caption->head > 0) {
        draw_head(canvas, caption);
    }
    if (caption->foot > 0) {
        draw_foot(canvas, caption, foot_top);
    }
    scene_group_end(canvas->scene);
}
