/* SPDX-License-Identifier: MIT */
#include "page/grid.h"

#include <math.h>

rect grid_content(const struct theme *theme)
{
    return (rect){
        .x = (theme->page_width - theme->content_width) / 2,
        .y = theme->margin_top,
        .width = theme->content_width,
        .height = theme->baseline * (double)theme->lines,
    };
}

double grid_snap(const struct theme *theme, double y)
{
    return ceil((y - GRID_TOLERANCE) / theme->baseline) * theme->baseline;
}

double grid_module(const struct theme *theme, double width)
{
    static const int modules[] = {6, 8};
    for (size_t i = 0; i < COUNT_OF(modules); i++) {
        double module = theme_columns(theme, modules[i]);
        if (width <= module + GRID_TOLERANCE) {
            return module;
        }
    }
    return theme->content_width;
}

int grid_columns(const struct theme *theme, double width)
{
    int columns = 1;
    while (columns < THEME_COLUMNS &&
           theme_columns(theme, columns) < width - GRID_TOLERANCE) {
        columns++;
    }
    return columns;
}
