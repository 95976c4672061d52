/* SPDX-License-Identifier: MIT */
#include "layout.h"

#include <math.h>

void layout_move(struct plot_view *view, point by)
{
    view->area = rect_moved(view->area, by);
    view->bounds = rect_moved(view->bounds, by);
    for (size_t i = 0; i < view->views.count; i++) {
        layout_move(view->views.at[i], by);
    }
}

/* --- one view
 * -------------------------------------------------------------------------------- */

/* The area with the guides around it that take room between cells. */
static rect own_bounds(const struct plot_view *view, bool counts_lifted)
{
    rect bounds = view->area;
    point corner = {view->area.x, view->area.y};
    for (size_t i = 0; i < view->guides.count; i++) {
        const struct guide *guide = view->guides.at[i];
        if (guide->kind == GUIDE_AXIS && (!guide->is_lifted || counts_lifted)) {
            bounds = rect_union(bounds, rect_moved(guide->bounds, corner));
        }
    }
    return bounds;
}

/* --- grids
 * ----------------------------------------------------------------------------------- */

enum align { ALIGN_CELLS_ALL, ALIGN_CELLS_EACH, ALIGN_CELLS_NONE };

struct grid {
    size_t columns, rows;
    double gap_x, gap_y;
    enum align align_x, align_y;
    bool is_flush; /* cells are measured without their guides */
};

static const struct node *part_of(const struct node *node, str key)
{
    return node && node->kind == NODE_MAP ? node_find(node, key) : node;
}

static double gap_of(const struct maker *maker, const struct view *view, str key)
{
    struct bag config = view_config_bag(
        maker->specification, view->kind == VIEW_FACET ? S("facet") : S("concat"));
    const struct node *nodes[] = {part_of(view->spacing, key),
                                  part_of(bag_find(&config, S("spacing")), key)};
    for (size_t i = 0; i < COUNT_OF(nodes); i++) {
        if (nodes[i] && nodes[i]->kind == NODE_SCALAR) {
            return datum_to_number(datum_from_node(maker->arena, nodes[i]));
        }
    }
    return 20;
}

static enum align align_of(const struct view *view, str key)
{
    const struct node *node = part_of(view->align, key);
    str word = node && node->kind == NODE_SCALAR ? node->text : (str){0};
    enum align usual = view->kind == VIEW_FACET ? ALIGN_CELLS_ALL : ALIGN_CELLS_EACH;
    return str_equal(word, S("all"))    ? ALIGN_CELLS_ALL
           : str_equal(word, S("each")) ? ALIGN_CELLS_EACH
           : str_equal(word, S("none")) ? ALIGN_CELLS_NONE
                                        : usual;
}

/* Cells in a row of a facet by columns; one that is wrapped has as many as it says. */
static size_t column_count(const struct plot_view *view)
{
    size_t columns = view->view->columns ? view->view->columns : view->views.count;
    if (view->view->kind == VIEW_FACET && view->view->facet.source != CHANNEL_FIELD) {
        columns = 0;
        for (size_t i = 0; i < view->views.count; i++) {
            bool is_first_row =
                datum_is_same(view->views.at[i]->row, view->views.at[0]->row);
            columns += is_first_row;
        }
    }
    return columns ? columns : 1;
}

static struct grid grid_of(const struct maker *maker, const struct plot_view *view)
{
    const struct view *spec = view->view;
    struct grid grid = {.columns = column_count(view)};
    grid.rows = (view->views.count + grid.columns - 1) / grid.columns;
    grid.gap_x = gap_of(maker, spec, S("column"));
    grid.gap_y = gap_of(maker, spec, S("row"));
    grid.align_x = align_of(spec, S("column"));
    grid.align_y = align_of(spec, S("row"));
    grid.is_flush = spec->bounds && spec->bounds->kind == NODE_SCALAR &&
                    str_equal(spec->bounds->text, S("flush"));
    return grid;
}

/* How far a cell reaches before and after its corner, along x or y. */
struct extent_of {
    double before, after;
};

static struct extent_of reach_of(const struct grid *grid, const struct plot_view *cell,
                                 bool is_x)
{
    rect box = grid->is_flush ? cell->area : cell->bounds;
    return is_x ? (struct extent_of){cell->area.x - box.x, box.x + box.width - cell->area.x}
                : (struct extent_of){cell->area.y - box.y,
                                     box.y + box.height - cell->area.y};
}

/* Corners of the lines (columns or rows) of the grid. */
static double *line_places(struct arena *arena, const struct plot_view *view,
                           const struct grid *grid, bool is_x)
{
    size_t lines = is_x ? grid->columns : grid->rows;
    struct extent_of *reach = arena_array(arena, struct extent_of, lines);
    for (size_t i = 0; i < view->views.count; i++) {
        size_t line = is_x ? i % grid->columns : i / grid->columns;
        struct extent_of cell = reach_of(grid, view->views.at[i], is_x);
        reach[line].before = fmax(reach[line].before, cell.before);
        reach[line].after = fmax(reach[line].after, cell.after);
    }
    if ((is_x ? grid->align_x : grid->align_y) == ALIGN_CELLS_ALL) {
        struct extent_of most = {0};
        for (size_t i = 0; i < lines; i++) {
            most.before = fmax(most.before, i ? reach[i].before : 0);
            most.after = fmax(most.after, i + 1 < lines ? reach[i].after : 0);
        }
        for (size_t i = 0; i < lines; i++) {
            reach[i].before = i ? most.before : reach[i].before;
            reach[i].after = i + 1 < lines ? most.after : reach[i].after;
        }
    }
    double *places = arena_array(arena, double, lines);
    for (size_t i = 1; i < lines; i++) {
        places[i] = places[i - 1] + reach[i - 1].after +
                    (is_x ? grid->gap_x : grid->gap_y) + reach[i].before;
    }
    return places;
}

static void move_to(struct plot_view *cell, double x, double y)
{
    layout_move(cell, (point){x - cell->area.x, y - cell->area.y});
}

/* Each row by itself, cell after cell. */
static void place_loose(struct plot_view *view, const struct grid *grid, const double *rows)
{
    double x = 0;
    for (size_t i = 0; i < view->views.count; i++) {
        struct plot_view *cell = view->views.at[i];
        struct extent_of reach = reach_of(grid, cell, true);
        x = i % grid->columns ? x + grid->gap_x + reach.before : 0;
        move_to(cell, x, rows[i / grid->columns]);
        x += reach.after;
    }
}

static void center_in_line(struct plot_view *view, const struct grid *grid)
{
    for (size_t i = 0; i < view->views.count; i++) {
        double width = 0, height = 0;
        struct plot_view *cell = view->views.at[i];
        for (size_t j = 0; j < view->views.count; j++) {
            const struct plot_view *other = view->views.at[j];
            if (i % grid->columns == j % grid->columns) {
                width = fmax(width, other->area.width);
            }
            if (i / grid->columns == j / grid->columns) {
                height = fmax(height, other->area.height);
            }
        }
        layout_move(cell, (point){(width - cell->area.width) / 2,
                                  (height - cell->area.height) / 2});
    }
}

static bool is_centered(const struct view *view)
{
    const struct node *center = part_of(view->center, S("column"));
    return center && center->kind == NODE_SCALAR && str_equal(center->text, S("true"));
}

static void place_cells(struct maker *maker, struct plot_view *view)
{
    struct grid grid = grid_of(maker, view);
    const double *rows = line_places(maker->arena, view, &grid, false);
    if (grid.align_x == ALIGN_CELLS_NONE) {
        place_loose(view, &grid, rows);
        return;
    }
    const double *columns = line_places(maker->arena, view, &grid, true);
    for (size_t i = 0; i < view->views.count; i++) {
        move_to(view->views.at[i], columns[i % grid.columns], rows[i / grid.columns]);
    }
    if (is_centered(view->view)) {
        center_in_line(view, &grid);
    }
}

/* --- axes that cells share
 * ---------------------------------------------------------------------- */

static bool is_outermost(const struct plot_view *facet, size_t columns, size_t index,
                         enum guide_side side)
{
    size_t column = index % columns;
    switch (side) {
    case SIDE_BOTTOM:
        return index + columns >= facet->views.count;
    case SIDE_TOP:
        return index < columns;
    case SIDE_LEFT:
        return column == 0;
    default:
        return column + 1 == columns || index + 1 == facet->views.count;
    }
}

/* Puts shared axes down at the outermost cells of their row or column. */
static void put_down_axes(struct plot_view *facet)
{
    size_t columns = column_count(facet);
    for (size_t i = 0; i < facet->views.count; i++) {
        struct plot_view *cell = facet->views.at[i];
        for (size_t j = 0; j < cell->guides.count; j++) {
            struct guide *guide = cell->guides.at[j];
            if (guide->is_lifted && is_outermost(facet, columns, i, guide->side)) {
                guide->is_lifted = false;
            }
        }
    }
}

/* --- all together
 * --------------------------------------------------------------------------------- */

static rect cells_bounds(const struct plot_view *view)
{
    rect bounds = {0, 0, 0, 0};
    for (size_t i = 0; i < view->views.count; i++) {
        const struct plot_view *cell = view->views.at[i];
        rect box = cell->views.count ? cell->bounds
                                     : rect_union(cell->bounds, own_bounds(cell, false));
        bounds = rect_union(bounds, box);
    }
    return bounds;
}

static rect cells_area(const struct plot_view *view)
{
    rect area = {0, 0, 0, 0};
    for (size_t i = 0; i < view->views.count; i++) {
        area = rect_union(area, view->views.at[i]->area);
    }
    return area;
}

static bool is_wrapped(const struct view *view)
{
    return view->kind == VIEW_FACET && view->facet.source == CHANNEL_FIELD;
}

static bool layout_cells(struct maker *maker, struct plot_view *view, struct error *error)
{
    for (size_t i = 0; i < view->views.count; i++) {
        struct plot_view *cell = view->views.at[i];
        if (!layout_make(maker, cell, error)) {
            return false;
        }
        if (is_wrapped(view->view) &&
            !header_add_cell(maker, view->view, cell, &cell->bounds, error)) {
            return false;
        }
    }
    place_cells(maker, view);
    return true;
}

bool layout_make(struct maker *maker, struct plot_view *view, struct error *error)
{
    rect bounds = own_bounds(view, false);
    bool has_cells = view->view->kind == VIEW_CONCAT || view->view->kind == VIEW_FACET;
    if (has_cells) {
        if (!layout_cells(maker, view, error)) {
            return false;
        }
        put_down_axes(view);
        bounds = cells_bounds(view);
        view->area = cells_area(view);
        if (view->view->kind == VIEW_FACET && !header_add(maker, view, &bounds, error)) {
            return false;
        }
    }
    legends_place(view, &bounds);
    if (!title_add(maker, view, &bounds, error)) {
        return false;
    }
    view->bounds = bounds;
    return true;
}
