/* SPDX-License-Identifier: MIT */
/* A table as CSV. */
#include "base/buffer.h"
#include "table/query.h"

/* RFC 4180: quotes where the text would be read otherwise; an only cell is never blank. */
static void add_field(struct buffer *csv, str text, bool is_alone)
{
    bool is_special = is_alone && !text.length;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        is_special |= byte == ',' || byte == '"' || byte == '\n' || byte == '\r';
    }
    if (!is_special) {
        buffer_add(csv, text);
        return;
    }
    buffer_add_byte(csv, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"') {
            buffer_add_byte(csv, '"');
        }
        buffer_add_byte(csv, text.at[i]);
    }
    buffer_add_byte(csv, '"');
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
