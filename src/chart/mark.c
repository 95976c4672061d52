/* SPDX-License-Identifier: MIT */
#include "mark.h"

/* Whether a series that the mark shows has any value or combined period in the window. */
static bool has_lines(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct ratio low;
    struct ratio high;
    bool has_any = false;
    size_t shown =
        chart->mark == CHART_LINES || !chart->lines.count ? chart->lines.count : 1;
    for (size_t i = 0; i < shown && period_is_set(chart->window); i++) {
        struct slots slots =
            slots_create(canvas->arena, chart->lines.at[i].series, chart->window);
        slots_range(&slots, &low, &high, &has_any);
    }
    return has_any;
}

static const struct mark marks[CHART_MARK_COUNT] = {
    [CHART_COLUMNS] = {PHRASE_COLUMN_CHART, PHRASE_HATCHED, true, has_lines, columns_height,
                       columns_draw},
    [CHART_BARS] = {PHRASE_BAR_CHART, PHRASE_HATCHED, true, bars_has_data, bars_height,
                    bars_draw},
    [CHART_LINES] = {PHRASE_LINE_CHART, PHRASE_HOLLOW, true, has_lines, lines_height,
                     lines_draw},
    [CHART_SPARKLINE] = {PHRASE_SPARKLINE, PHRASE_HATCHED, false, has_lines,
                         sparkline_height, sparkline_draw},
};

const struct mark *mark_of(const struct chart *chart)
{
    return &marks[chart->mark];
}

double mark_plot_height(const struct chart *chart)
{
    static const double heights[] = {
        [CHART_THIRD] = 90,
        [CHART_HALF] = 96,
        [CHART_TWO_THIRDS] = 130,
        [CHART_FULL] = 150,
    };
    return chart->plot_height > 0 ? chart->plot_height : heights[chart->size];
}
