/* SPDX-License-Identifier: MIT */
/* What the tests of charts share: a theme, fonts, series from plain numbers. */
#ifndef CHART_FIXTURE_H
#define CHART_FIXTURE_H

#include "unit.h"

#include "chart/chart.h"
#include "chart/short_form.h"
#include "grammar/look.h"

#include <math.h>
#include <string.h>

/* A month without a figure. */
#define NONE NAN

static inline struct theme fixture_theme(void)
{
    static const struct {
        enum theme_style style;
        const char *family;
        double size, leading;
        int weight;
    } styles[] = {
        {STYLE_CHART_TITLE, "Roboto", 10, 12, 700},
        {STYLE_CHART_TITLE_WIDE, "Roboto", 12, 14, 700},
        {STYLE_CHART_SUBTITLE, "Roboto Condensed", 8, 10, 400},
        {STYLE_AXIS, "Roboto Condensed", 7, 9, 400},
        {STYLE_LABEL, "Roboto Condensed", 7.5, 9, 500},
        {STYLE_VALUE, "Roboto Condensed", 7.5, 9, 700},
        {STYLE_EVENT, "Roboto Condensed", 7, 8.5, 400},
        {STYLE_SOURCE, "Roboto Condensed", 6.5, 8.5, 400},
    };
    struct theme theme = {.baseline = 13, .palette_count = 3, .content_width = 504};
    for (size_t i = 0; i < COUNT_OF(styles); i++) {
        theme.styles[styles[i].style] = (struct text_style){
            .family = str_from(styles[i].family),
            .size = styles[i].size,
            .line_height = styles[i].leading,
            .weight = styles[i].weight,
        };
    }
    for (int i = 0; i < COLOR_COUNT; i++) { /* told apart in golden files by their number */
        theme.colors[i] = (color){(uint8_t)(i * 8), 0x40, 0x80};
    }
    theme.colors[COLOR_PAPER] = (color){255, 255, 255};
    for (int i = 0; i < 3; i++) {
        theme.palette[i] = (color){0x10, (uint8_t)(i * 0x20), 0x10};
        theme.palette_text[i] = (color){0x20, (uint8_t)(i * 0x20), 0x20};
    }
    theme.families[0] = S("Roboto");
    theme.families[1] = S("Roboto Condensed");
    theme.family_count = 2;
    theme.folders[0] = S("/usr/share/fonts/truetype/roboto/unhinted");
    theme.folder_count = 1;
    return theme;
}

/* One set of fonts for all tests of a program: opening them takes longest. */
static inline struct fonts *fixture_fonts(void)
{
    static struct fonts *fonts;
    if (!fonts) {
        struct theme theme = fixture_theme();
        struct error error = {0};
        fonts = theme_fonts(&theme, S("en"), &error);
        assert_string_equal(error.message, "");
    }
    return fonts;
}

static inline struct observation fixture_value(struct period period, double value,
                                               char status)
{
    int64_t tenths = (int64_t)round(value * 10);
    return (struct observation){
        .period = period,
        .state = OBSERVATION_VALUE,
        .value = ratio_divide(ratio_from(tenths), ratio_from(10)),
        .places = 1,
        .status = status,
    };
}

/* Months up to October 2025; `statuses` has a letter for each, or is NULL for all 'A'. */
static inline struct series *fixture_series(struct arena *arena, const double *values,
                                            size_t count, const char *statuses)
{
    struct series *series = arena_new(arena, struct series);
    series->name = S("World");
    series->unit = S("t");
    for (size_t i = 0; i < count; i++) {
        struct period month = period_shift(period_month(2025, 10), (int)i + 1 - (int)count);
        if (!isnan(values[i])) {
            *arena_push(arena, series) =
                fixture_value(month, values[i], statuses ? statuses[i] : 'A');
        }
    }
    return series;
}

/* A chart of `months` months up to October 2025, with a line for the series. */
static inline struct chart *fixture_chart(struct arena *arena, enum chart_mark mark,
                                          const struct series *series, int months)
{
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){
        .mark = mark,
        .size = CHART_HALF,
        .place = {.file = S("briefing.md"), .line = 7, .column = 1},
        .title = S("Exports slipped again"),
        .subtitle = S("China, rare-earth permanent magnets, tonnes"),
        .source = S("Source: customs."),
        .unit = series ? series->unit : S("t"),
        .window =
            period_shift((struct period){period_month(2025, 10).first, months}, 1 - months),
        .issue = period_month(2025, 10),
    };
    if (series) {
        *arena_push(arena, &chart->lines) = (struct chart_line){series, series->name, 0};
    }
    return chart;
}

static inline void fixture_event(struct arena *arena, struct chart *chart, int month,
                                 int day, const char *label)
{
    *arena_push(arena, &chart->events) =
        (struct chart_event){{2025, month, day}, S("control"), str_from(label)};
}

/* The chart with its specification, where it is a short form. */
static inline const struct chart *fixture_specified(struct arena *arena,
                                                    const struct chart *chart)
{
    if (chart->mark != CHART_COLUMNS && chart->mark != CHART_LINES) {
        return chart;
    }
    static struct warnings warnings;
    warnings = (struct warnings){.arena = arena};
    struct chart *copy = arena_new(arena, struct chart);
    struct error error = {0};
    *copy = *chart;
    bool is_specified = short_form_specify(
        arena, copy, look_load(arena, S("house"), &error), &warnings, &error);
    assert_string_equal(error.message, "");
    assert_true(is_specified);
    return copy;
}

/* Draws at a width with the parts that the chart asks for. */
static inline const struct scene *fixture_draw(struct arena *arena,
                                               const struct chart *chart, double width,
                                               struct error *error)
{
    struct theme *theme = arena_new(arena, struct theme);
    *theme = fixture_theme();
    struct fonts *fonts = fixture_fonts();
    chart = fixture_specified(arena, chart);
    struct chart_measure parts = chart_measure(arena, chart, width, theme, fonts, error);
    return chart_draw(arena, chart, width, parts, theme, fonts, error);
}

#endif
