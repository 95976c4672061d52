/* SPDX-License-Identifier: MIT */
#include "mark.h"

#include "house.h"

static const struct mark marks[CHART_MARK_COUNT] = {
    [CHART_BARS] = {PHRASE_BAR_CHART, true, bars_has_data, bars_height, bars_draw},
    [CHART_SPARKLINE] = {PHRASE_SPARKLINE, false, house_has_data, sparkline_height,
                         sparkline_draw},
    [CHART_PLOT] = {PHRASE_LINE_CHART, true, house_has_data, house_height, house_draw},
};

const struct mark *mark_of(const struct chart *chart)
{
    return &marks[chart->mark];
}

static bool has_bars(const struct view *view)
{
    bool has_any =
        view->kind == VIEW_UNIT && (view->mark == MARK_BAR || view->mark == MARK_RECT);
    for (size_t i = 0; i < view->views.count; i++) {
        has_any |= has_bars(view->views.at[i]);
    }
    return has_any;
}

bool mark_is_line(const struct chart *chart)
{
    return chart->mark == CHART_PLOT && !has_bars(chart->specification->view);
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
