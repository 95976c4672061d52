/* SPDX-License-Identifier: MIT */
#include "table/grid.h"

#include "base/number.h"

struct grid grid_create(struct arena *arena, const str *headings, size_t count)
{
    struct grid grid = {
        .arena = arena,
        .column_count = count,
        .is_count = arena_array(arena, bool, count),
    };
    for (size_t i = 0; i < count; i++) {
        grid_add(&grid, headings[i]);
    }
    return grid;
}

void grid_add(struct grid *grid, str cell)
{
    *arena_push(grid->arena, &grid->cells) = cell;
}

void grid_add_count(struct grid *grid, size_t count)
{
    grid->is_count[grid->cells.count % grid->column_count] = true;
    grid_add(grid, count ? number_print(grid->arena, ratio_from((int64_t)count),
                                        (struct number_style){0})
                         : S(""));
}

struct layout {
    size_t width; /* 0: the column is left out */
    bool is_right; /* all its cells are counts */
};

static struct layout lay_out(const struct grid *grid, size_t column)
{
    struct layout layout = {.is_right = grid->is_count[column]};
    for (size_t i = grid->column_count + column; i < grid->cells.count;
         i += grid->column_count) {
        str cell = grid->cells.at[i];
        size_t width = str_characters(cell);
        layout.width = width > layout.width ? width : layout.width;
    }
    size_t heading = str_characters(grid->cells.at[column]);
    if (layout.width && heading > layout.width) {
        layout.width = heading;
    }
    return layout;
}

/* Spaces are owed until text follows, so that none stand at the end of a row. */
static void print_cell(struct buffer *out, str cell, struct layout layout, size_t *owed)
{
    size_t space = layout.width - str_characters(cell);
    if (layout.is_right || !cell.length) {
        *owed += space;
        space = 0;
    }
    if (cell.length) {
        buffer_print(out, "%*s%.*s", (int)*owed, "", STR_ARG(cell));
        *owed = 0;
    }
    *owed += space + 2;
}

void grid_print(const struct grid *grid, struct buffer *out)
{
    struct layout *layouts = arena_array(grid->arena, struct layout, grid->column_count);
    for (size_t column = 0; column < grid->column_count; column++) {
        layouts[column] = lay_out(grid, column);
    }
    for (size_t start = 0; start < grid->cells.count; start += grid->column_count) {
        size_t owed = 2;
        for (size_t column = 0; column < grid->column_count; column++) {
            if (layouts[column].width) {
                print_cell(out, grid->cells.at[start + column], layouts[column], &owed);
            }
        }
        buffer_add_byte(out, '\n');
    }
}
