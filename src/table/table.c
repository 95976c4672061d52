/* SPDX-License-Identifier: MIT */
#include "table/table.h"

#include <assert.h>

const struct column *table_column(const struct table *table, str name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (str_equal(table->columns[i].name, name)) {
            return &table->columns[i];
        }
    }
    return NULL;
}

const struct column *table_role(const struct table *table, enum column_role role)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].role == role) {
            return &table->columns[i];
        }
    }
    return NULL;
}

struct place table_place(const struct table *table, size_t row)
{
    const struct origin *origin = &table->origins[row];
    return (struct place){.file = table->files[origin->file], .line = origin->line};
}

struct table *table_pick(struct arena *arena, const struct table *table, const size_t *rows,
                         size_t count)
{
    struct table *picked = arena_new(arena, struct table);
    *picked = *table;
    picked->row_count = count;
    picked->origins = arena_array(arena, struct origin, count);
    picked->columns = arena_array(arena, struct column, table->column_count);
    for (size_t row = 0; row < count; row++) {
        picked->origins[row] = table->origins[rows[row]];
    }
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &picked->columns[i];
        *column = table->columns[i];
        column_reserve(arena, column, count);
        for (size_t row = 0; row < count; row++) {
            column_copy(column, row, &table->columns[i], rows[row]);
        }
    }
    return picked;
}

void column_reserve(struct arena *arena, struct column *column, size_t rows)
{
    column->states = arena_array(arena, uint8_t, rows);
    switch (column->type) {
    case COLUMN_TEXT:
        column->codes = arena_array(arena, uint32_t, rows);
        break;
    case COLUMN_NUMBER:
        column->units = arena_array(arena, int128, rows);
        column->cell_places = arena_array(arena, uint8_t, rows);
        break;
    case COLUMN_PERIOD:
        column->periods = arena_array(arena, struct period, rows);
        break;
    case COLUMN_DATE:
        column->dates = arena_array(arena, struct date, rows);
        break;
    }
}

void column_copy(struct column *to, size_t to_row, const struct column *from,
                 size_t from_row)
{
    assert(to->type == from->type && to->places == from->places && !from->widths);
    to->states[to_row] = from->states[from_row];
    switch (to->type) {
    case COLUMN_TEXT:
        to->codes[to_row] = from->codes[from_row];
        break;
    case COLUMN_NUMBER:
        to->units[to_row] = from->units[from_row];
        to->cell_places[to_row] = from->cell_places[from_row];
        break;
    case COLUMN_PERIOD:
        to->periods[to_row] = from->periods[from_row];
        break;
    case COLUMN_DATE:
        to->dates[to_row] = from->dates[from_row];
        break;
    }
}

str column_text(const struct column *column, size_t row)
{
    assert(column->type == COLUMN_TEXT);
    return column->words.at[column->codes[row]];
}

/* Back to the decimals of the cell: what was widened ends in zeros. */
struct decimal column_number(const struct column *column, size_t row)
{
    assert(column->type == COLUMN_NUMBER);
    struct decimal number = {column->units[row], column->places};
    while (number.places > column->cell_places[row]) {
        number.units /= 10;
        number.places--;
    }
    return number;
}

struct decimal column_width(const struct column *column, size_t row)
{
    assert(column->type == COLUMN_NUMBER);
    struct decimal width = {.units = 1, .places = column->cell_places[row]};
    if (column->widths) {
        return (struct decimal){column->widths[row], column->places};
    }
    (void)decimal_widen(&width, column->places); /* a power of ten always fits */
    return width;
}

bool column_is_aggregate(const struct column *column, size_t row)
{
    return column->aggregates.count &&
           words_find(&column->aggregates, column_text(column, row)) != UINT32_MAX;
}

const char *column_role_name(enum column_role role)
{
    static const char *const names[] = {
        [ROLE_DIMENSION] = "dimension", [ROLE_PERIOD] = "period",
        [ROLE_MEASURE] = "measure",     [ROLE_RATE] = "rate",
        [ROLE_STATUS] = "status",       [ROLE_RELEASED] = "released",
        [ROLE_NOTE] = "note",
    };
    return names[role];
}
