/* SPDX-License-Identifier: MIT */
/*
 * The style sheet: what the theme says, in units of the body text, and how the blocks
 * stand on wide and narrow screens and in print. Sides are logical (start, end), so that
 * it serves both directions of writing.
 */
#include "webpage_internal.h"

#include "export/svg.h"

/* The smallest text, as a part of the body's: 12 pixels. */
#define SIZE_LEAST 0.7

/* Large text gives way on narrow screens: its size is at most so many hundredths of it. */
#define SIZE_LARGE 1.6
#define PART_OF_SCREEN 6.5

static const char layout_css[] =
    "*{box-sizing:border-box}\n"
    "html{font-size:106.25%;-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:#fff;font-synthesis:none;font-variant-ligatures:none;"
    "font-variant-numeric:tabular-nums;overflow-wrap:break-word}\n"
    "header,main,footer{max-width:46rem;margin-inline:auto;padding-inline:1rem}\n"
    "header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;"
    "padding-block:1.5rem .4rem}\n"
    "header>*{margin:0;padding-block-end:.4rem}\n"
    "header::after{content:\"\";flex-basis:100%;border-block-end:1px solid var(--ink)}\n"
    "footer{margin-block-start:3rem;padding-block-end:2rem}\n"
    "footer p{border-block-start:1px solid var(--event);padding-block-start:.4rem}\n"
    "p,ul,ol,dl,figure,blockquote,pre{margin:0 0 1rem}\n"
    "h1,h2,h3,h4,h5,h6{margin:2rem 0 .5rem;text-wrap:balance}\n"
    "h3,h4,h5,h6{margin-block-start:1.2rem}\n"
    "p,li,blockquote{max-width:38rem}\n"
    "footer p{max-width:none}\n"
    "ul,ol{padding-inline-start:1.4rem}\n"
    "ul{list-style-type:\"\\2013\\A0\\A0\"}\n"
    ".loose>li{margin-block-end:.5rem}\n"
    "blockquote{border-inline-start:3px solid var(--grid);padding-inline-start:1rem}\n"
    "hr{border:0;border-block-start:1px solid var(--grid);margin:1.5rem 0}\n"
    "a{color:var(--up-text)}\n"
    "sup{line-height:0;font-size:.75em}\n"
    ":focus-visible{outline:2px solid var(--focus);outline-offset:2px}\n"
    ".provisional{background:var(--panel);padding:.4rem .6rem;max-width:none}\n"
    "nav ol{list-style:none;padding:0}\n"
    "nav li{margin-block-end:.3rem}\n"
    "nav li.deeper{padding-inline-start:1.4rem}\n"
    ".row{display:flex;flex-wrap:wrap;gap:0 1.1rem}\n"
    ".row>div{flex:4 1 0;min-width:14rem}\n"
    ".panel,.box{background:var(--panel);padding:.8rem 1rem;margin-block-end:1rem}\n"
    ".box{background:none;border-block:1px solid var(--ink)}\n"
    ".panel>:first-child,.box>:first-child{margin-block-start:0}\n"
    ".panel>:last-child,.box>:last-child{margin-block-end:0}\n"
    ".pull .kpi-number{margin:0}\n"
    "pre{background:var(--panel);padding:.6rem .8rem;overflow-x:auto}\n"
    "figure svg,.spark svg,figure img{display:block;width:100%;height:auto}\n"
    "figure{margin-block:1.2rem}\n"
    "figure.columns-4{max-width:20rem}\n"
    "figure.columns-6{max-width:22.5rem}\n"
    "figure.columns-8{max-width:30rem}\n"
    ".row figure{max-width:none}\n"
    ".narrow{display:none}\n"
    "figcaption>span{display:block}\n"
    "figcaption{margin-block-end:.4rem}\n"
    "figure>.source{margin:.3rem 0 0}\n"
    "summary{cursor:pointer;padding-block:.25rem}\n"
    "summary::first-letter{text-transform:uppercase}\n"
    ".kpis{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));"
    "gap:1rem 0}\n"
    ".kpis>div{padding-inline:.8rem;border-inline-start:1px solid var(--grid)}\n"
    ".kpis dd{margin:0}\n"
    ".kpis .spark{display:block;max-width:12rem;margin-block-start:.3rem}\n"
    ".kpi-change>span{margin-inline-end:.6em;white-space:nowrap}\n"
    ".scroll{overflow-x:auto}\n"
    "table{--gap:1.1rem;border-collapse:collapse;min-width:50%}\n"
    ".row table{--gap:.6rem;min-width:100%;font-size:.75rem}\n"
    "th,td{padding:.22rem 0;padding-inline-end:var(--gap);text-align:start;"
    "vertical-align:baseline;border-block-end:1px solid var(--grid);font-weight:inherit}\n"
    "thead th,thead td{vertical-align:bottom;border-block-end:1px solid var(--ink);"
    "color:inherit}\n"
    "thead th[scope=colgroup]{text-align:center;border-block-end-color:var(--event)}\n"
    "tbody tr:last-child>*{border-block-end-color:var(--ink)}\n"
    ".total>*,.subtotal>*{border-block-start:1px solid var(--ink)}\n"
    ".number,.data td,.data thead th{text-align:end;white-space:nowrap}\n"
    "td{position:relative}\n"
    "td .flag{position:absolute;inset-inline-start:calc(100% - var(--gap) + 1px);"
    "inset-block-start:.7rem}\n"
    "td .spark{display:block;width:5rem}\n"
    ".ink-up,.up{color:var(--up-text)}\n"
    ".ink-down,.down{color:var(--down-text)}\n"
    ".ink-focus{color:var(--focus)}\n"
    ".heat-key span{display:inline-block;width:2rem;height:.7em;margin-inline:.4em}\n"
    ".heat *{color:inherit}\n"
    ".muted{color:var(--secondary)}\n"
    ".up::before,.down::before{content:\"\";display:inline-block;"
    "border:.3em solid transparent;border-block:0;margin-inline-end:.3em;"
    "vertical-align:.1em}\n"
    ".up::before{border-block-end:.52em solid}\n"
    ".down::before{border-block-start:.52em solid}\n"
    "@media(max-width:40rem){\n"
    ".wide{display:none}\n.narrow{display:block}\n"
    ".row{display:block}\n"
    "figure[class]{max-width:none}\n"
    ".kpis{grid-template-columns:1fr 1fr}\n"
    "}\n"
    "@media print{\n"
    "@page{margin:18mm}\n"
    "html{font-size:9.5pt}\n"
    "header,main,footer{max-width:none;padding-inline:0}\n"
    "footer{margin-block-start:0;padding:0;break-before:avoid}\n"
    "footer p,main>:last-child{margin-block-end:0}\n"
    "nav,details{display:none}\n"
    ".wide{display:block}\n.narrow{display:none}\n"
    ".scroll{overflow:visible}\n"
    "figure,.kpis,.panel,.box,tr,li{break-inside:avoid}\n"
    "h1,h2,h3,h4,figcaption{break-after:avoid}\n"
    "thead{display:table-header-group}\n"
    "p,li{orphans:2;widows:2}\n"
    "a{color:inherit;text-decoration:none}\n"
    "}\n";

static const char *const generic_family = "sans-serif";

/* --- fonts -----------------------------------------------------------------------------
 */

static struct text_style styled(const struct webpage *page, enum theme_style style,
                                unsigned way)
{
    struct text_style made = page->theme->styles[style];
    if (way & WAY_CODE) {
        made.family = page->theme->styles[STYLE_CODE].family;
    }
    if (way & WAY_STRONG) {
        made.weight = WEIGHT_BOLD;
    }
    if (way & WAY_EMPHASIS) {
        made.is_italic = !made.is_italic;
    }
    return made;
}

static bool has_face(const size_t *faces, size_t count, size_t face)
{
    for (size_t i = 0; i < count; i++) {
        if (faces[i] == face) {
            return true;
        }
    }
    return false;
}

/* The faces of the characters that are used, the first one first: it is the style's own. */
static void add_families(struct webpage *page, enum theme_style style, unsigned way,
                         struct buffer *css)
{
    enum { FACES_MAX = 16 };
    size_t faces[FACES_MAX];
    size_t count = 0;
    struct text_style made = styled(page, style, way);
    str text = characters_text(page->arena, page->used[style][way]);
    struct text_line line = font_line(page->arena, page->fonts, text, &made, page->error);
    buffer_add(css, S("font-family:"));
    for (size_t i = 0; i < line.run_count; i++) {
        const struct text_run *run = &line.runs[i];
        webfonts_add(&page->webfonts, run->face, run->text);
        if (count < FACES_MAX && !has_face(faces, count, run->face)) {
            faces[count++] = run->face;
            buffer_print(css, "y%zu,", run->face);
        }
    }
    buffer_print(css, "%s;font-weight:%d", generic_family, made.weight);
}

/* --- styles ----------------------------------------------------------------------------
 */

static void add_size(const struct webpage *page, const struct text_style *style,
                     struct buffer *css)
{
    double size = style->size / page->theme->styles[STYLE_BODY].size;
    size = size < SIZE_LEAST ? SIZE_LEAST : size;
    buffer_add(css, size > SIZE_LARGE ? S(";font-size:min(") : S(";font-size:"));
    markup_number(css, size);
    buffer_add(css, S("rem"));
    if (size > SIZE_LARGE) {
        buffer_add(css, S(",1rem + "));
        markup_number(css, (size - 1) * PART_OF_SCREEN / SIZE_LARGE);
        buffer_add(css, S("vw)"));
    }
    buffer_add(css, S(";line-height:"));
    double height = style->line_height / style->size;
    markup_number(css, height > 1.5 ? 1.5 : height);
}

static void add_style(struct webpage *page, enum theme_style style, struct buffer *css)
{
    const struct text_style *from = &page->theme->styles[style];
    str name = theme_style_name(style);
    buffer_print(css, style == STYLE_BODY ? "body,.%.*s{" : ".%.*s{", STR_ARG(name));
    add_families(page, style, 0, css);
    add_size(page, from, css);
    buffer_add(css, S(";color:"));
    markup_color(css, from->color);
    if (from->tracking > 0) {
        buffer_add(css, S(";letter-spacing:"));
        markup_number(css, from->tracking / from->size);
        buffer_add(css, S("em"));
    }
    buffer_add(css, S("}\n"));
}

static const char *const way_selectors[WAY_COUNT] = {
    [WAY_STRONG] = "strong",
    [WAY_EMPHASIS] = "em",
    [WAY_STRONG | WAY_EMPHASIS] = "strong em",
    [WAY_CODE] = "code",
    [WAY_CODE | WAY_STRONG] = "strong code",
    [WAY_CODE | WAY_EMPHASIS] = "em code",
    [WAY_CODE | WAY_STRONG | WAY_EMPHASIS] = "strong em code",
};

static void add_ways(struct webpage *page, enum theme_style style, struct buffer *css)
{
    str name = theme_style_name(style);
    for (unsigned way = 1; way < WAY_COUNT; way++) {
        if (page->used[style][way]) {
            buffer_print(css, ".%.*s %s{", STR_ARG(name), way_selectors[way]);
            add_families(page, style, way, css);
            buffer_add(css, way == WAY_EMPHASIS ? S(";font-style:normal}\n") : S("}\n"));
        }
    }
}

/* The body's own style is always there: it is what all others are measured in. */
static void add_styles(struct webpage *page, struct buffer *css)
{
    static const enum theme_style none = STYLE_BODY;
    if (!page->used[none][0]) {
        page->used[none][0] = arena_new(page->arena, struct characters);
    }
    for (enum theme_style style = 0; style < STYLE_COUNT; style++) {
        if (page->used[style][0]) {
            add_style(page, style, css);
        }
        add_ways(page, style, css);
    }
}

static void add_colors(const struct webpage *page, struct buffer *css)
{
    static const struct {
        const char *name;
        enum theme_color color;
    } colors[] = {
        {"ink", COLOR_INK},         {"secondary", COLOR_SECONDARY}, {"event", COLOR_EVENT},
        {"grid", COLOR_GRID},       {"panel", COLOR_PANEL},         {"focus", COLOR_FOCUS},
        {"up-text", COLOR_UP_TEXT}, {"down-text", COLOR_DOWN_TEXT},
    };
    buffer_add(css, S(":root{color-scheme:light"));
    for (size_t i = 0; i < COUNT_OF(colors); i++) {
        buffer_print(css, ";--%s:", colors[i].name);
        markup_color(css, page->theme->colors[colors[i].color]);
    }
    buffer_add(css, S("}\n"));
}

bool webpage_style(struct webpage *page, struct buffer *css)
{
    struct buffer styles = {.arena = page->arena};
    add_styles(page, &styles);
    if (page->error->kind ||
        !webfonts_css(&page->webfonts, page->fonts, css, page->error)) {
        return false;
    }
    add_colors(page, css);
    buffer_add(css, str_from(layout_css));
    buffer_add(css, svg_text_css());
    buffer_add(css, buffer_text(&styles));
    return true;
}
