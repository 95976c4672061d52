/* SPDX-License-Identifier: MIT */
#include "caption.h"
#include "house.h"
#include "mark.h"

#include "grammar/clock.h"

#include <math.h>

/* --- from a specification ------------------------------------------------------------- */

/* Annotations at a day are events, as those of a briefing are. */
static void add_events(struct arena *arena, struct chart *chart)
{
    const struct annotations *annotations = &chart->keys.annotations;
    for (size_t i = 0; i < annotations->count; i++) {
        const struct annotation *annotation = &annotations->at[i];
        if (annotation->kind == ANNOTATION_EVENT && annotation->x.kind == DATUM_TIME) {
            struct clock clock = clock_at(annotation->x.number);
            *arena_push(arena, &chart->events) = (struct chart_event){
                .date = {(int)clock.year, clock.month + 1, clock.date},
                .kind = S("annotation"),
                .label = annotation->text,
            };
        }
    }
}

struct chart *chart_from_specification(struct arena *arena,
                                       const struct specification *specification,
                                       const struct language *language, struct error *error)
{
    struct chart *chart = arena_new(arena, struct chart);
    chart->mark = CHART_PLOT;
    chart->specification = specification;
    chart->language = language;
    chart->place = node_place(specification->house);
    if (!chart_keys_read(arena, specification, &chart->keys, error)) {
        return NULL;
    }
    chart->title = chart->keys.title;
    chart->subtitle = chart->keys.subtitle;
    chart->notes = chart->keys.notes;
    chart->source = chart->keys.source;
    chart->alt = chart->keys.alt.length ? chart->keys.alt : specification->description;
    chart->size = chart->keys.has_size ? chart->keys.size : CHART_HALF;
    add_events(arena, chart);
    return chart;
}

/* --- measuring and drawing ------------------------------------------------------------ */

static struct canvas canvas_for(struct arena *arena, const struct chart *chart,
                                double width, const struct theme *theme,
                                struct fonts *fonts, struct error *error)
{
    return (struct canvas){arena, chart, theme, fonts, error, NULL, width};
}

static bool has_data(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    if (mark_of(chart)->has_data(canvas)) {
        return true;
    }
    error_at(canvas->error, ERROR_DATA, chart->place, "there is nothing to draw");
    if (period_is_set(chart->window) && chart->mark != CHART_BARS) {
        struct period first = {chart->window.first, 1};
        str from = period_name(canvas->arena, first);
        str to = period_name(canvas->arena, period_last_month(chart->window));
        error_hint(canvas->error, "no value from %.*s to %.*s", STR_ARG(from), STR_ARG(to));
    }
    return false;
}

/* The least whole number of lines of the grid that holds a chart of the size. */
static double usual_height(const struct chart *chart, const struct theme *theme)
{
    static const int lines[] = {
        [CHART_THIRD] = 13,
        [CHART_HALF] = 13,
        [CHART_TWO_THIRDS] = 17,
        [CHART_FULL] = 19,
    };
    return lines[chart->size] * theme->baseline;
}

/* A chart ends on the grid: the panel takes what is over. Bars and sparklines have theirs.
 */
static double panel_on_grid(const struct canvas *canvas, double head, double foot)
{
    const struct chart *chart = canvas->chart;
    double panel = mark_of(chart)->height(canvas);
    bool has_own_height = chart->mark == CHART_PLOT && !house_is_flexible(canvas);
    if (chart->mark == CHART_BARS || chart->mark == CHART_SPARKLINE ||
        chart->plot_height > 0) {
        return panel;
    }
    double baseline = canvas->theme->baseline;
    double usual = has_own_height ? 0 : usual_height(chart, canvas->theme);
    double needed = fmax(head + panel + foot, usual);
    return ceil(needed / baseline - 1e-6) * baseline - head - foot;
}

/* The parts of a chart and its caption; 0 and an error where there is nothing to draw. */
static struct chart_measure measure(const struct canvas *canvas, struct caption *caption)
{
    if (!has_data(canvas)) {
        return (struct chart_measure){0};
    }
    *caption = caption_create(canvas);
    return (struct chart_measure){
        .head = caption->head,
        .panel = panel_on_grid(canvas, caption->head, caption->foot),
        .foot = caption->foot,
    };
}

double chart_width(struct arena *arena, const struct chart *chart,
                   const struct theme *theme, struct fonts *fonts, struct error *error)
{
    static const int columns[] = {
        [CHART_THIRD] = 4,
        [CHART_HALF] = 6,
        [CHART_TWO_THIRDS] = 8,
        [CHART_FULL] = THEME_COLUMNS,
    };
    double width = theme_columns(theme, columns[chart->size]);
    struct canvas canvas = canvas_for(arena, chart, width, theme, fonts, error);
    return chart->mark == CHART_PLOT ? fmax(width, house_width(&canvas)) : width;
}

struct chart_measure chart_measure(struct arena *arena, const struct chart *chart,
                                   double width, const struct theme *theme,
                                   struct fonts *fonts, struct error *error)
{
    struct canvas canvas = canvas_for(arena, chart, width, theme, fonts, error);
    struct caption caption;
    return measure(&canvas, &caption);
}

/* A glyph that is missing is met while labels are measured; the directive is to blame. */
static bool is_sound(const struct canvas *canvas)
{
    struct error *error = canvas->error;
    if (error->kind && !error->place.line) {
        error->place = canvas->chart->place;
    }
    return !error->kind;
}

const struct scene *chart_draw(struct arena *arena, const struct chart *chart, double width,
                               struct chart_measure parts, const struct theme *theme,
                               struct fonts *fonts, struct error *error)
{
    struct canvas canvas = canvas_for(arena, chart, width, theme, fonts, error);
    struct caption caption;
    struct chart_measure least = measure(&canvas, &caption);
    if (!is_sound(&canvas)) {
        return NULL;
    }
    double head = fmax(parts.head, least.head);
    double panel = parts.panel > 0 ? parts.panel : least.panel;
    double foot = fmax(parts.foot, least.foot);
    str alt = chart->alt.length ? chart->alt : chart_alt(arena, chart);
    canvas.scene = scene_create(arena, width, head + panel + foot);
    scene_group_begin(canvas.scene, (struct scene_tag){.role = TAG_FIGURE, .alt = alt});
    caption_draw(&canvas, &caption, head + panel);
    mark_of(chart)->draw(&canvas, (rect){0, head, width, panel});
    scene_group_end(canvas.scene);
    return is_sound(&canvas) ? canvas.scene : NULL;
}
