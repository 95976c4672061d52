/* SPDX-License-Identifier: MIT */
#include "page/tabular.h"

#include "page/grid.h"

/* Rows that stay together at the start and at the end of a part. */
enum { ROWS_MIN = 2 };

static size_t lines_of_row(const struct tabular *tabular, size_t row)
{
    size_t lines = 1;
    for (size_t at = 0; at < tabular->block->column_count; at++) {
        size_t count = tabular->rows[row].cells[at].text.line_count;
        lines = count > lines ? count : lines;
    }
    return lines;
}

/* A head that is wider than the table goes on below. */
static void wrap_mere_heads(struct tabular *tabular)
{
    for (size_t row = 0; row < tabular->block->count; row++) {
        if (tabular_is_mere_head(tabular->block, row) &&
            tabular->rows[row].cells[0].text.width > tabular->width) {
            tabular_wrap_cell(tabular, row, 0, tabular->width);
        }
    }
}

static void set_row_heights(struct tabular *tabular)
{
    const struct text_style *style = setting_style(tabular->setting, STYLE_TABLE);
    for (size_t row = 0; row < tabular->block->count; row++) {
        struct tabular_row *made = &tabular->rows[row];
        size_t lines = lines_of_row(tabular, row);
        made->gap = row && tabular->block->at[row].is_group ? TABULAR_GROUP_GAP : 0;
        made->height = made->gap + style->line_height +
                       (double)(lines - 1) * style->size * TABULAR_LEADING;
    }
}

const struct tabular *tabular_set(const struct setting *setting,
                                  const struct table_block *block, struct place place,
                                  double width)
{
    if (!block->count || !block->column_count) {
        error_at(setting->error, ERROR_CONFIG, place, "this table has no rows");
        return NULL;
    }
    struct tabular *tabular = arena_new(setting->arena, struct tabular);
    tabular->setting = setting;
    tabular->place = place;
    tabular->block = block;
    tabular->columns =
        arena_array(setting->arena, struct tabular_column, block->column_count);
    tabular->rows = arena_array(setting->arena, struct tabular_row, block->count);
    tabular_set_cells(tabular);
    tabular_set_heads(tabular);
    if (setting_failed(setting) || !tabular_place_columns(tabular, width)) {
        return NULL;
    }
    wrap_mere_heads(tabular);
    set_row_heights(tabular);
    tabular_set_caption(tabular);
    tabular_set_foot(tabular);
    return setting_failed(setting) ? NULL : tabular;
}

/* Whether a part may end before a row: the head of a group keeps the next one. */
static bool may_end_before(const struct tabular *tabular, size_t from, size_t end)
{
    return end == from || !tabular->block->at[end - 1].is_group;
}

struct flow_part tabular_fit(const struct tabular *tabular, size_t from, double height)
{
    size_t count = tabular->block->count;
    double used =
        tabular->head_height + (from ? tabular->continued_height : tabular->caption_height);
    size_t end = from;
    while (end < count && used + tabular->rows[end].height <= height + GRID_TOLERANCE) {
        used += tabular->rows[end++].height;
    }
    bool ends_here = end == count && used + tabular->foot_height <= height + GRID_TOLERANCE;
    if (ends_here) {
        return (struct flow_part){from, count, used + tabular->foot_height};
    }
    /* The notes keep the last rows with them. */
    while (end > from && (count - end < ROWS_MIN || !may_end_before(tabular, from, end))) {
        used -= tabular->rows[--end].height;
    }
    if (end - from < ROWS_MIN) {
        return (struct flow_part){from, from, used};
    }
    return (struct flow_part){from, end, used};
}
