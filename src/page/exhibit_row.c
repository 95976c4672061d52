/* SPDX-License-Identifier: MIT */
/* Exhibits and text side by side. */
#include "exhibit.h"
#include "stack.h"

#include "page/grid.h"
#include "page/tabular.h"

#include <math.h>

enum { CELL_COLUMNS_MIN = 3 };

/* One of the neighbours: a chart, a table, or anything else stacked. */
struct cell {
    const struct block *exhibit; /* the chart or table; or NULL */
    struct blocks blocks; /* without an exhibit: a column's, or neighbouring text */
    int columns; /* of the grid that an exhibit wants; 0: what the others leave */
    double x, width, height;
    struct chart_measure parts; /* of the chart */
    const struct scene *scene; /* the chart drawn */
    const struct tabular *tabular; /* or NULL */
    struct stack stack;
};

struct row {
    const struct setting *setting;
    const struct block *source;
    struct cell cells[BLOCK_CELLS_MAX];
    size_t count;
    struct chart_measure parts; /* the highest of each */
};

static bool is_text(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_LIST || block->kind == BLOCK_QUOTE ||
           block->kind == BLOCK_RULE;
}

static struct cell cell_of(struct block **children, size_t count)
{
    const struct block *first = children[0];
    bool is_exhibit = first->kind == BLOCK_CHART || first->kind == BLOCK_TABLE;
    struct cell cell = {.exhibit = is_exhibit ? first : NULL};
    cell.blocks = first->kind == BLOCK_COLUMN
                      ? first->children
                      : (struct blocks){.at = children, .count = count};
    return cell;
}

/* Cuts the children into cells. */
static bool find_cells(struct row *row)
{
    const struct blocks *children = &row->source->children;
    for (size_t i = 0, end; i < children->count; i = end) {
        end = i + 1;
        while (end < children->count && is_text(children->at[i]) &&
               is_text(children->at[end])) {
            end++;
        }
        if (row->count == BLOCK_CELLS_MAX) {
            return error_at(row->setting->error, ERROR_CONFIG, children->at[i]->place,
                            "a row has room for %d blocks side by side", BLOCK_CELLS_MAX);
        }
        row->cells[row->count++] = cell_of(children->at + i, end - i);
    }
    return row->count > 0 || error_at(row->setting->error, ERROR_CONFIG, row->source->place,
                                      "this row is empty");
}

/* A chart wants the columns of its size, a table the fewest that hold it. */
static bool want_columns(struct row *row)
{
    const struct setting *setting = row->setting;
    for (size_t i = 0; i < row->count; i++) {
        struct cell *cell = &row->cells[i];
        if (!cell->exhibit) {
            continue;
        }
        if (cell->exhibit->kind == BLOCK_CHART) {
            cell->columns = exhibit_columns(cell->exhibit->chart->size);
            continue;
        }
        cell->tabular = tabular_set(setting, cell->exhibit->table, cell->exhibit->place,
                                    setting->theme->content_width);
        if (!cell->tabular) {
            return false;
        }
        cell->columns = grid_columns(setting->theme, cell->tabular->width);
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

static bool has_widths(const struct row *row)
{
    return row->source->widths[0] > 0;
}

/* As the author says. */
static bool place_by_widths(struct row *row, double width)
{
    const struct setting *setting = row->setting;
    const int *widths = row->source->widths;
    size_t count = 0;
    double x = 0;
    while (count < BLOCK_CELLS_MAX && widths[count]) {
        count++;
    }
    if (count != row->count) {
        return error_at(setting->error, ERROR_CONFIG, row->source->place,
                        "the row has %zu widths for %zu blocks side by side", count,
                        row->count);
    }
    for (size_t i = 0; i < count; i++) {
        row->cells[i].x = x;
        row->cells[i].width = theme_columns(setting->theme, widths[i]);
        x += row->cells[i].width + setting->theme->gutter;
    }
    return x - setting->theme->gutter <= width + GRID_TOLERANCE ||
           error_at(setting->error, ERROR_CONFIG, row->source->place,
                    "the widths of the row are %.0f pt together, and its place has %.0f pt",
                    x - setting->theme->gutter, width);
}

/* As the exhibits want, or all alike. */
static bool place_by_wants(struct row *row, double width)
{
    const struct theme *theme = row->setting->theme;
    if (!want_columns(row)) {
        return false;
    }
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
    return true;
}

static bool measure_cell(struct row *row, struct cell *cell)
{
    const struct setting *setting = row->setting;
    const struct block *exhibit = cell->exhibit;
    if (!exhibit) {
        return stack_set(setting, &cell->blocks, cell->width, &cell->stack);
    }
    if (exhibit->kind == BLOCK_CHART) {
        cell->parts = chart_measure(setting->arena, exhibit->chart, cell->width,
                                    setting->theme, setting->fonts, setting->error);
        row->parts.head = fmax(row->parts.head, cell->parts.head);
        row->parts.panel = fmax(row->parts.panel, cell->parts.panel);
        row->parts.foot = fmax(row->parts.foot, cell->parts.foot);
        return !setting_failed(setting);
    }
    cell->tabular = tabular_set(setting, exhibit->table, exhibit->place, cell->width);
    if (!cell->tabular) {
        return false;
    }
    row->parts.head = fmax(row->parts.head, cell->tabular->caption_height);
    return true;
}

/* Once the common heights are known. */
static bool finish_cell(const struct row *row, struct cell *cell)
{
    const struct setting *setting = row->setting;
    if (!cell->exhibit) {
        cell->height = stack_whole(&cell->stack).height;
        return true;
    }
    if (cell->tabular) {
        cell->height = tabular_fit(cell->tabular, 0, INFINITY).height -
                       cell->tabular->caption_height + row->parts.head;
        return true;
    }
    cell->scene = chart_draw(setting->arena, cell->exhibit->chart, cell->width, row->parts,
                             setting->theme, setting->fonts, setting->error);
    cell->height = cell->scene ? cell->scene->height : 0;
    return cell->scene != NULL;
}

static void draw_cell(const struct row *row, const struct cell *cell, struct scene *scene,
                      point at)
{
    if (!cell->exhibit) {
        stack_draw(&cell->stack, scene, at, stack_whole(&cell->stack));
        return;
    }
    size_t first = scene->count;
    exhibit_mark(cell->exhibit, scene, at);
    if (cell->tabular) {
        tabular_draw(cell->tabular, scene, at, tabular_fit(cell->tabular, 0, INFINITY),
                     row->parts.head);
    } else {
        scene_append(scene, cell->scene, at);
    }
    exhibit_show(cell->exhibit, scene, first);
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

static void list_notes(const struct flow_block *block, struct flow_part part,
                       struct note_list *notes)
{
    (void)part;
    const struct row *row = block->content;
    for (size_t i = 0; i < row->count; i++) {
        const struct stack *stack = &row->cells[i].stack;
        stack_list_notes(stack, stack_whole(stack), notes);
    }
}

static const struct flow_class row_class = {
    .name = "row",
    .fit = flow_fit_whole,
    .draw = draw,
    .list_notes = list_notes,
};

static bool set_cells(struct row *row, double width)
{
    bool are_placed =
        has_widths(row) ? place_by_widths(row, width) : place_by_wants(row, width);
    for (size_t i = 0; are_placed && i < row->count; i++) {
        are_placed = measure_cell(row, &row->cells[i]);
    }
    for (size_t i = 0; are_placed && i < row->count; i++) {
        are_placed = finish_cell(row, &row->cells[i]);
    }
    return are_placed;
}

bool exhibit_set_row(const struct setting *setting, const struct block *block, double width,
                     struct flow_block *made)
{
    struct row *row = arena_new(setting->arena, struct row);
    row->setting = setting;
    row->source = block;
    if (!find_cells(row) || !set_cells(row, width)) {
        return false;
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
        made->height = fmax(made->height, row->cells[i].height);
    }
    return true;
}
