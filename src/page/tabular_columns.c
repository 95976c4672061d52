/* SPDX-License-Identifier: MIT */
#include "page/grid.h"
#include "page/tabular.h"

#define COLUMN_GAP_MIN 10.0
#define TEXT_WIDTH_MIN 60.0 /* columns of text are not made narrower */

static double gap_after(const struct tabular *tabular, size_t column)
{
    return COLUMN_GAP_MIN + tabular->columns[column].overhang;
}

/* From the left edge of column `first` to the right one of `end - 1`, set close. */
static double width_of(const struct tabular *tabular, size_t first, size_t end)
{
    double width = 0;
    for (size_t at = first; at < end; at++) {
        width += tabular->columns[at].width;
        width += at + 1 < end ? gap_after(tabular, at) : 0;
    }
    return width;
}

/* A spanner that is wider than its columns widens each of them alike. */
static void widen_for_spanners(struct tabular *tabular)
{
    const struct table_block *block = tabular->block;
    for (size_t first = 0, end; first < block->column_count; first = end) {
        end = tabular_spanner_end(block, first);
        double missing =
            tabular->columns[first].spanner.width - width_of(tabular, first, end);
        for (size_t at = first; at < end && missing > 0; at++) {
            tabular->columns[at].width += missing / (double)(end - first);
        }
    }
}

static double natural_width(const struct tabular *tabular)
{
    size_t count = tabular->block->column_count;
    return width_of(tabular, 0, count) + tabular->columns[count - 1].overhang;
}

/* How much narrower a column can be made. */
static double slack(const struct tabular *tabular, size_t at)
{
    const struct tabular_column *column = &tabular->columns[at];
    double least = TEXT_WIDTH_MIN;
    least = column->head.width > least ? column->head.width : least;
    bool is_text = tabular->block->columns[at].kind == FIELD_TEXT;
    return is_text && column->width > least ? column->width - least : 0;
}

/* Takes what is too wide from the columns of text, in proportion to what they can give. */
static bool narrow(struct tabular *tabular, double excess)
{
    size_t count = tabular->block->column_count;
    double available = 0;
    for (size_t at = 0; at < count; at++) {
        available += slack(tabular, at);
    }
    if (available < excess) {
        return false;
    }
    for (size_t at = 0; at < count; at++) {
        double given = slack(tabular, at) * excess / available;
        if (given > 0) {
            tabular->columns[at].width -= given;
            tabular_wrap_column(tabular, at, tabular->columns[at].width);
        }
    }
    return true;
}

/* Says which column takes the most room. */
static bool hint_at_widest(const struct tabular *tabular)
{
    size_t widest = 0;
    for (size_t at = 1; at < tabular->block->column_count; at++) {
        bool is_wider = tabular->columns[at].width > tabular->columns[widest].width;
        widest = is_wider ? at : widest;
    }
    return error_hint(tabular->setting->error,
                      "leave out columns, or shorten their heads and texts; \"%.*s\" is "
                      "the widest, %.0f pt",
                      STR_ARG(tabular->block->columns[widest].head),
                      tabular->columns[widest].width);
}

bool tabular_place_columns(struct tabular *tabular, double width)
{
    const struct setting *setting = tabular->setting;
    size_t count = tabular->block->column_count;
    widen_for_spanners(tabular);
    double natural = natural_width(tabular);
    if (natural > width && !narrow(tabular, natural - width)) {
        error_at(setting->error, ERROR_CONFIG, tabular->place,
                 "this table is %.0f pt wide, and its place has room for %.0f pt", natural,
                 width);
        return hint_at_widest(tabular);
    }
    double module = grid_module(setting->theme, natural);
    tabular->width = module < width ? module : width;
    double extra = tabular->width - natural_width(tabular);
    double gap = count > 1 && extra > 0 ? extra / (double)(count - 1) : 0;
    double left = 0;
    for (size_t at = 0; at < count; at++) {
        struct tabular_column *column = &tabular->columns[at];
        column->left = left;
        column->right = left + column->width;
        left = column->right + gap_after(tabular, at) + gap;
    }
    return true;
}
