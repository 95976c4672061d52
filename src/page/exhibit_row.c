/* SPDX-License-Identifier: MIT */
/* Exhibits and text side by side. */
#include "element.h"
#include "exhibit.h"

#include "page/grid.h"
#include "page/tabular.h"

#include <math.h>

enum { CELL_COLUMNS_MIN = 3 };

/* One of the neighbours: a chart, a table, or anything else stacked. */
struct cell {
    struct blocks blocks; /* one exhibit, or neighbouring blocks of text */
    int columns; /* of the grid that an exhibit wants; 0: what the others leave */
    double x, width, height;
    const struct chart *chart; /* or NULL */
    struct chart_measure parts; /* of the chart */
    const struct scene *scene; /* the chart drawn */
    const struct tabular *tabular; /* or NULL */
    struct flow_blocks stack;
};

struct row {
    const struct setting *setting;
    struct cell cells[ROW_CELLS_MAX];
    size_t count;
    struct chart_measure parts; /* the highest of each */
};

static bool is_text(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_LIST || block->kind == BLOCK_QUOTE ||
           block->kind == BLOCK_RULE;
}

/* Cuts the children into cells. */
static bool find_cells(struct row *row, const struct block *block)
{
    const struct blocks *children = &block->children;
    for (size_t i = 0, end; i < children->count; i = end) {
        end = i + 1;
        while (end < children->count && is_text(children->at[i]) &&
               is_text(children->at[end])) {
            end++;
        }
        if (row->count == ROW_CELLS_MAX) {
            return error_at(row->setting->error, ERROR_CONFIG, children->at[i]->place,
                            "a row has room for %d blocks side by side", ROW_CELLS_MAX);
        }
        struct cell *cell = &row->cells[row->count++];
        cell->blocks = (struct blocks){.at = children->at + i, .count = end - i};
        cell->chart = children->at[i]->kind == BLOCK_CHART ? children->at[i]->chart : NULL;
    }
    return row->count > 0 ||
           error_at(row->setting->error, ERROR_CONFIG, block->place, "this row is empty");
}

/* A chart wants the columns of its size, a table the fewest that hold it. */
static bool want_columns(struct row *row)
{
    const struct setting *setting = row->setting;
    for (size_t i = 0; i < row->count; i++) {
        struct cell *cell = &row->cells[i];
        const struct block *first = cell->blocks.at[0];
        if (cell->chart) {
            cell->columns = exhibit_columns(cell->chart->size);
        } else if (first->kind == BLOCK_TABLE) {
            cell->tabular = tabular_set(setting, first->table, first->place,
                                        setting->theme->content_width);
            if (!cell->tabular) {
                return false;
            }
            cell->columns = grid_columns(setting->theme, cell->tabular->width);
        }
    }
    return true;
}

/* Columns for each cell that wants none itself; 0 if the cells cannot have what they want.
 */
static int columns_of_others(const struct row *row)
{
    int left = THEME_COLUMNS;
    int others = 0;
    for (size_t i = 0; i < row->count; i++) {
        left -= row->cells[i].columns;
        others += !row->cells[i].columns;
    }
    if (others == 0) {
        return left == 0 ? THEME_COLUMNS : 0;
    }
    return left % others == 0 && left / others >= CELL_COLUMNS_MIN ? left / others : 0;
}

static void place_cells(struct row *row, double width)
{
    const struct theme *theme = row->setting->theme;
    int others = columns_of_others(row);
    bool is_full = width >= theme->content_width - GRID_TOLERANCE;
    double gutters = theme->gutter * (double)(row->count - 1);
    double x = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct cell *cell = &row->cells[i];
        int columns = cell->columns ? cell->columns : others;
        cell->x = x;
        cell->width = others && is_full ? theme_columns(theme, columns)
                                        : (width - gutters) / (double)row->count;
        x += cell->width + theme->gutter;
    }
}

static bool measure_cell(struct row *row, struct cell *cell)
{
    const struct setting *setting = row->setting;
    const struct block *first = cell->blocks.at[0];
    if (cell->chart) {
        cell->parts = chart_measure(setting->arena, cell->chart, cell->width,
                                    setting->theme, setting->fonts, setting->error);
        row->parts.head = fmax(row->parts.head, cell->parts.head);
        row->parts.panel = fmax(row->parts.panel, cell->parts.panel);
        row->parts.foot = fmax(row->parts.foot, cell->parts.foot);
        return !setting_failed(setting);
    }
    if (first->kind == BLOCK_TABLE) {
        cell->tabular = tabular_set(setting, first->table, first->place, cell->width);
        if (!cell->tabular) {
            return false;
        }
        row->parts.head = fmax(row->parts.head, cell->tabular->caption_height);
        return true;
    }
    return element_set(setting, &cell->blocks, cell->width, &cell->stack);
}

/* Once the common heights are known. */
static bool finish_cell(const struct row *row, struct cell *cell)
{
    const struct setting *setting = row->setting;
    if (cell->chart) {
        cell->scene = chart_draw(setting->arena, cell->chart, cell->width, row->parts,
                                 setting->theme, setting->fonts, setting->error);
        cell->height = cell->scene ? cell->scene->height : 0;
        return cell->scene != NULL;
    }
    if (cell->tabular) {
        cell->height = tabular_fit(cell->tabular, 0, INFINITY).height -
                       cell->tabular->caption_height + row->parts.head;
        return true;
    }
    cell->height = flow_stack_height(setting->theme, &cell->stack);
    return true;
}

static void draw_cell(const struct row *row, const struct cell *cell, struct scene *scene,
                      point at)
{
    if (cell->scene) {
        scene_append(scene, cell->scene, at);
    } else if (cell->tabular) {
        tabular_draw(cell->tabular, scene, at, tabular_fit(cell->tabular, 0, INFINITY),
                     row->parts.head);
    } else {
        flow_stack_draw(row->setting->theme, &cell->stack, scene, at);
    }
}

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    (void)part;
    const struct row *row = block->content;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        draw_cell(row, cell, scene, (point){at.x + cell->x, at.y});
    }
}

static const struct flow_class row_class = {
    .name = "row",
    .fit = flow_fit_whole,
    .draw = draw,
};

bool exhibit_set_row(const struct setting *setting, const struct block *block, double width,
                     struct flow_block *made)
{
    struct row *row = arena_new(setting->arena, struct row);
    row->setting = setting;
    if (!find_cells(row, block) || !want_columns(row)) {
        return false;
    }
    place_cells(row, width);
    for (size_t i = 0; i < row->count; i++) {
        if (!measure_cell(row, &row->cells[i])) {
            return false;
        }
    }
    *made = (struct flow_block){
        .kind = &row_class,
        .content = row,
        .source = block,
        .units = 1,
        .space_above = 20,
        .space_below = 18,
    };
    for (size_t i = 0; i < row->count; i++) {
        if (!finish_cell(row, &row->cells[i])) {
            return false;
        }
        made->height = fmax(made->height, row->cells[i].height);
    }
    return true;
}
