/* SPDX-License-Identifier: MIT */
#include "webpage_internal.h"

#include "base/base64.h"
#include "export/exhibit_data.h"
#include "export/svg.h"
#include "page/kpi.h"
#include "page/mirror.h"

/* More rows than that are not read, only computed with: the PDF has them all. */
enum { DATA_ROWS_MOST = 500 };

/* Charts wider than this many columns are drawn again for narrow screens, this wide. */
enum { NARROW_COLUMNS = 6 };

#define SPARK_WIDTH 117.0
#define SPARK_HEIGHT 22.0

static void add_picture(struct webpage *page, const struct scene *scene)
{
    str svg = {0};
    struct svg_options options = {
        .text = SVG_LIVE_IN_PAGE,
        .id = str_print(page->arena, "p%zu-", ++page->figure_count),
    };
    webfonts_add_scene(&page->webfonts, scene);
    if (svg_draw(page->arena, scene, page->fonts, options, &svg, page->error)) {
        buffer_add(&page->out, svg);
    }
}

/* --- charts ----------------------------------------------------------------------------
 */

int webpage_columns(enum chart_size size)
{
    static const int columns[] = {
        [CHART_THIRD] = 4, [CHART_HALF] = 6, [CHART_TWO_THIRDS] = 8, [CHART_FULL] = 12};
    return columns[size];
}

/* As on the pages: the caption on the other side, the months as they are. */
static const struct scene *mirrored(struct webpage *page, const struct scene *scene)
{
    struct scene *copy = scene_create(page->arena, scene->width, scene->height);
    scene_append(copy, scene, (point){0, 0});
    mirror_scene(copy);
    return copy;
}

static void draw_chart(struct webpage *page, const struct chart *chart, int columns,
                       const char *class)
{
    double width = theme_columns(page->theme, columns);
    const struct scene *scene =
        chart_draw(page->arena, chart, width, (struct chart_measure){0}, page->theme,
                   page->fonts, page->error);
    if (scene && language_is_right_to_left(page->document->language)) {
        scene = mirrored(page, scene);
    }
    if (scene) {
        buffer_print(&page->out, "<div class=\"%s\">", class);
        add_picture(page, scene);
        webpage_add(page, "</div>\n");
    }
}

static void add_data_row(struct webpage *page, const struct data_row *row, size_t count)
{
    webpage_add(page, "<tr><th scope=\"row\">");
    webpage_text(page, STYLE_TABLE, row->cells[0]);
    webpage_add(page, "</th>");
    for (size_t i = 1; i < count; i++) {
        webpage_add(page, "<td>");
        webpage_text(page, STYLE_TABLE, row->cells[i]);
        webpage_add(page, "</td>");
    }
    webpage_add(page, "</tr>\n");
}

/* "500 of 1,461 rows" */
static void add_cut(struct webpage *page, size_t shown, size_t all)
{
    const struct language *language = page->document->language;
    str numbers[2];
    const size_t counts[] = {shown, all};
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        numbers[i] = language_number(page->arena, language, ratio_from((int64_t)counts[i]),
                                     (struct number_style){0});
    }
    webpage_element(
        page, "p", STYLE_SOURCE,
        language_say(page->arena, language, PHRASE_ROWS_OF, numbers[0], numbers[1]));
}

/* The figures behind a chart, for those who do not see it, and those who want them. */
static void add_data(struct webpage *page, const struct chart *chart)
{
    const struct exhibit_data *data =
        exhibit_data_of_chart(page->arena, chart, DATA_TO_READ);
    if (!data->column_count) {
        return; /* marks at given places, of no data */
    }
    webpage_add(page, "<details><summary class=\"source\">");
    webpage_text(page, STYLE_SOURCE,
                 language_phrase(page->document->language, PHRASE_FIGURES));
    webpage_add(page, "</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
    markup_attribute(&page->out, "aria-label", chart->title);
    webpage_add(page, ">\n<table class=\"table data\">\n<thead><tr>");
    for (size_t i = 0; i < data->column_count; i++) {
        webpage_add(page, i ? "<th scope=\"col\">" : "<td>");
        webpage_text(page, STYLE_TABLE, data->heads[i]);
        webpage_add(page, i ? "</th>" : "</td>");
    }
    webpage_add(page, "</tr></thead>\n<tbody>\n");
    size_t shown = data->count < DATA_ROWS_MOST ? data->count : DATA_ROWS_MOST;
    for (size_t i = 0; i < shown; i++) {
        add_data_row(page, &data->at[i], data->column_count);
    }
    webpage_add(page, "</tbody>\n</table>\n</div>\n");
    if (shown < data->count) {
        add_cut(page, shown, data->count);
    }
    webpage_add(page, "</details>\n");
}

void webpage_chart(struct webpage *page, const struct block *block)
{
    const struct chart *chart = block->chart;
    int wanted = webpage_columns(chart->size);
    int columns = wanted < page->columns ? wanted : page->columns;
    bool is_wide = columns > NARROW_COLUMNS;
    buffer_print(&page->out, "<figure class=\"columns-%d\"", columns);
    if (block->anchor.length) {
        markup_attribute(&page->out, "id", block->anchor);
    }
    webpage_add(page, ">\n");
    struct chart drawn = *chart;
    drawn.log = NULL; /* what is traced is what the pages print */
    draw_chart(page, &drawn, columns, is_wide ? "wide" : "any");
    if (is_wide && !page->error->kind) {
        drawn.size = CHART_HALF;
        draw_chart(page, &drawn, NARROW_COLUMNS, "narrow");
    }
    add_data(page, chart);
    webpage_add(page, "</figure>\n");
}

/* --- images ----------------------------------------------------------------------------
 */

/* As wide as on the pages: two pixels of the image to one of the screen at most. */
void webpage_image(struct webpage *page, const struct block *block)
{
    const struct image *image = block->image;
    webpage_add(page, "<figure class=\"image\"><img");
    markup_attribute(&page->out, "alt", block->text);
    buffer_print(&page->out, " width=\"%zu\" height=\"%zu\"", image->width, image->height);
    buffer_print(&page->out, " style=\"max-width:%zupx\"", image->width * 2 / 3);
    buffer_print(&page->out, " src=\"data:%s;base64,", image->type);
    base64_add(&page->out, image->file);
    webpage_add(page, "\">\n");
    if (block->spans.count) {
        webpage_add(page, "<figcaption class=\"source\">");
        webpage_spans(page, STYLE_SOURCE, &block->spans);
        webpage_add(page, "</figcaption>\n");
    }
    webpage_add(page, "</figure>\n");
}

/* --- sparklines and key figures --------------------------------------------------------
 */

void webpage_sparkline(struct webpage *page, const struct series *series,
                       struct period window, str label, double width, double height)
{
    const struct language *language = page->document->language;
    str parts[] = {language_say(page->arena, language, PHRASE_LINE, label, S("")),
                   language_period(page->arena, language, window)};
    str alt = str_join(page->arena, parts, COUNT_OF(parts),
                       language_phrase(language, PHRASE_CLAUSE));
    struct scene *scene = scene_create(page->arena, width, height);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = alt});
    chart_sparkline(scene, series, window, (rect){0, 0, width, height}, page->theme,
                    page->theme->colors[COLOR_FOCUS]);
    scene_group_end(scene);
    webpage_add(page, "<span class=\"spark\">");
    add_picture(page, scene);
    webpage_add(page, "</span>");
}

void webpage_flag(struct webpage *page, str flag)
{
    if (flag.length) {
        webpage_add(page, "<sup class=\"flag\">");
        webpage_text(page, STYLE_TABLE, flag);
        webpage_add(page, "</sup>");
    }
}

void webpage_change(struct webpage *page, enum theme_style style, int sign, str text)
{
    if (!text.length) {
        return;
    }
    const char *class = sign > 0 ? "up" : sign < 0 ? "down" : "same";
    buffer_print(&page->out, "<span class=\"%s\">", class);
    webpage_text(page, style, text);
    webpage_add(page, "</span>");
}

static void add_kpi(struct webpage *page, const struct kpi *kpi)
{
    webpage_add(page, "<div>");
    webpage_element(page, "dt", STYLE_KPI_LABEL, kpi->label);
    webpage_add(page, "<dd class=\"kpi-number\">");
    webpage_text(page, STYLE_KPI_NUMBER, kpi->number);
    if (kpi->unit.length) {
        webpage_add(page, " <span class=\"kpi-unit\">");
        webpage_text(page, STYLE_KPI_UNIT, kpi->unit);
        webpage_add(page, "</span>");
    }
    webpage_flag(page, kpi->flag);
    webpage_add(page, "</dd>\n<dd class=\"kpi-change\">");
    for (size_t i = 0; i < COUNT_OF(kpi->changes); i++) {
        webpage_change(page, STYLE_KPI_CHANGE, kpi->changes[i].sign, kpi->changes[i].text);
        webpage_add(page, " ");
    }
    webpage_add(page, "</dd>\n");
    if (kpi->spark) {
        webpage_add(page, "<dd>");
        webpage_sparkline(page, kpi->spark, kpi->window, kpi->label, SPARK_WIDTH,
                          SPARK_HEIGHT);
        webpage_add(page, "</dd>\n");
    }
    webpage_add(page, "</div>\n");
}

void webpage_kpis(struct webpage *page, const struct block *block)
{
    webpage_add(page, "<dl class=\"kpis\">\n");
    for (size_t i = 0; i < block->kpi_count; i++) {
        add_kpi(page, &block->kpis[i]);
    }
    webpage_add(page, "</dl>\n");
    webpage_element(page, "p", STYLE_SOURCE, kpi_key(&page->setting, block));
}
