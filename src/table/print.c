/* SPDX-License-Identifier: MIT */
/* A table as CSV. */
#include "base/csv.h"
#include "table/query.h"

/* An only cell is never blank: a blank line is no row. */
static void add_field(struct buffer *csv, str text, bool is_alone)
{
    if (is_alone && !text.length) {
        buffer_add(csv, S("\"\""));
    } else {
        csv_add_field(csv, text);
    }
}

static str cell_text(struct arena *arena, const struct column *column, size_t row)
{
    if (column->states[row] != CELL_VALUE) {
        return column->states[row] == CELL_SUPPRESSED ? S("c") : S("");
    }
    switch (column->type) {
    case COLUMN_NUMBER:
        return decimal_print(arena, column_number(column, row));
    case COLUMN_PERIOD:
        return period_print(arena, column->periods[row]);
    case COLUMN_DATE:
        return date_print(arena, column->dates[row]);
    case COLUMN_TEXT:
        break;
    }
    return column_text(column, row);
}

str table_print(struct arena *arena, const struct table *table)
{
    struct buffer csv = {.arena = arena};
    bool is_alone = table->column_count == 1;
    for (size_t i = 0; i < table->column_count; i++) {
        add_field(&csv, table->columns[i].name, is_alone);
        buffer_add_byte(&csv, i + 1 < table->column_count ? ',' : '\n');
    }
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            add_field(&csv, cell_text(arena, &table->columns[i], row), is_alone);
            buffer_add_byte(&csv, i + 1 < table->column_count ? ',' : '\n');
        }
    }
    return buffer_text(&csv);
}
