/* SPDX-License-Identifier: MIT */
#include "thin.h"

#include <math.h>
#include <string.h>

/* --- lines ---------------------------------------------------------------------------- */

static const double column = 0.5; /* points */
enum { LINE_SHORT = 2000 }; /* points that are not worth thinning */

/* Indices of the points to keep of one column, in order, each once. */
struct kept {
    size_t at[6];
    size_t count;
};

static void keep(struct kept *kept, size_t index)
{
    size_t place = kept->count;
    while (place > 0 && kept->at[place - 1] > index) {
        place--;
    }
    if (place > 0 && kept->at[place - 1] == index) {
        return;
    }
    memmove(&kept->at[place + 1], &kept->at[place],
            (kept->count - place) * sizeof *kept->at);
    kept->at[place] = index;
    kept->count++;
}

/* Adds the indices of the lowest and the highest points of both edges in [from, end). */
static void keep_extremes(struct kept *kept, const struct path_point *points, size_t from,
                          size_t end)
{
    size_t lowest = from, highest = from, lowest2 = from, highest2 = from;
    for (size_t i = from + 1; i < end; i++) {
        lowest = points[i].y < points[lowest].y ? i : lowest;
        highest = points[i].y > points[highest].y ? i : highest;
        lowest2 = points[i].y2 < points[lowest2].y2 ? i : lowest2;
        highest2 = points[i].y2 > points[highest2].y2 ? i : highest2;
    }
    keep(kept, lowest);
    keep(kept, highest);
    keep(kept, lowest2);
    keep(kept, highest2);
}

/* The end of the column, or of the gap, that begins at `from`. */
static size_t column_end(const struct path_point *points, size_t count, size_t from)
{
    double number = floor(points[from].x / column);
    size_t end = from + 1;
    while (end < count && points[end].is_defined == points[from].is_defined &&
           (!points[from].is_defined || floor(points[end].x / column) == number)) {
        end++;
    }
    return end;
}

static struct kept column_kept(const struct path_point *points, size_t from, size_t end)
{
    struct kept kept = {0};
    keep(&kept, from);
    if (points[from].is_defined) {
        keep(&kept, end - 1);
        keep_extremes(&kept, points, from, end);
    }
    return kept;
}

size_t thin_path(struct path_point *points, size_t count)
{
    size_t kept_count = 0;
    if (count < LINE_SHORT) {
        return count;
    }
    for (size_t from = 0; from < count;) {
        size_t end = column_end(points, count, from);
        struct kept kept = column_kept(points, from, end);
        for (size_t i = 0; i < kept.count; i++) {
            points[kept_count++] = points[kept.at[i]];
        }
        from = end;
    }
    return kept_count;
}

/* --- symbols -------------------------------------------------------------------------- */

/*
 * The view as a raster of small cells, each with how much of what lies below
 * still comes through. Going from the topmost symbol down, one that
 * touches no cell where that can be seen is hidden.
 */
enum { SYMBOLS_FEW = 5000, RASTER_MOST = 4000 };
static const double unseen = 1.0 / 256;

struct raster {
    float *through; /* 1: nothing above it yet */
    size_t columns, rows;
    double x, y, cell;
};

/* What a symbol covers: between two circles, or within one. */
struct disc {
    point center;
    double inner, outer;
    double through; /* what it lets through: 0 is opaque */
};

static struct disc disc_of(const struct item *item)
{
    const struct item_paint *paint = &item->paint;
    double radius = sqrt(fmax(0, item->size)) / 2;
    double half = paint->has_stroke ? paint->stroke_width / 2 : 0;
    bool is_filled = paint->has_fill && !paint->is_hatched;
    double fill = is_filled ? paint->opacity * paint->fill_opacity : 1;
    double stroke = half > 0 ? paint->opacity * paint->stroke_opacity : 1;
    return (struct disc){
        .center = {item->x, item->y},
        .inner = is_filled ? 0 : fmax(0, radius - half),
        .outer = radius + half,
        .through = 1 - fmin(fill, stroke),
    };
}

static bool is_round(const struct item *item)
{
    return !item->shape.length || str_equal(item->shape, S("circle"));
}

static struct raster raster_make(struct arena *arena, const struct items *items, rect view)
{
    double smallest = INFINITY;
    for (size_t i = 0; i < items->count; i++) {
        smallest = fmin(smallest, disc_of(&items->at[i]).outer);
    }
    double extent = fmax(view.width, view.height);
    double cell = fmax(fmin(fmax(smallest / 8, 0.1), 0.5), extent / RASTER_MOST);
    struct raster raster = {
        .columns = (size_t)ceil(view.width / cell) + 1,
        .rows = (size_t)ceil(view.height / cell) + 1,
        .x = view.x,
        .y = view.y,
        .cell = cell,
    };
    size_t count = raster.columns * raster.rows;
    raster.through = arena_array(arena, float, count);
    for (size_t i = 0; i < count; i++) {
        raster.through[i] = 1;
    }
    return raster;
}

/* First and end of the cells that [low, high] touches, within [0, count). */
static void cells_of(double low, double high, size_t count, size_t *first, size_t *end)
{
    double last = (double)count;
    *first = (size_t)fmin(fmax(floor(low), 0), last);
    *end = (size_t)fmin(fmax(ceil(high), 0), last);
}

/* Darkens the cells whose middle the disc covers, and tells whether any could be seen. */
static bool disc_lay(struct raster *raster, const struct disc *disc)
{
    double x = (disc->center.x - raster->x) / raster->cell - 0.5;
    double y = (disc->center.y - raster->y) / raster->cell - 0.5;
    double outer = disc->outer / raster->cell;
    double inner = disc->inner / raster->cell;
    size_t first_row, end_row, first_column, end_column;
    bool is_seen = false;
    cells_of(y - outer, y + outer + 1, raster->rows, &first_row, &end_row);
    cells_of(x - outer, x + outer + 1, raster->columns, &first_column, &end_column);
    for (size_t row = first_row; row < end_row; row++) {
        float *through = &raster->through[row * raster->columns];
        double dy = (double)row - y;
        for (size_t at = first_column; at < end_column; at++) {
            double dx = (double)at - x;
            double square = dx * dx + dy * dy;
            if (square <= outer * outer && square >= inner * inner) {
                is_seen = is_seen || (double)through[at] > unseen;
                through[at] *= (float)disc->through;
            }
        }
    }
    return is_seen;
}

const bool *thin_symbols(struct arena *arena, const struct items *items, rect view)
{
    bool *is_seen = arena_array(arena, bool, items->count);
    memset(is_seen, true, items->count);
    if (items->count < SYMBOLS_FEW) {
        return is_seen;
    }
    struct raster raster = raster_make(arena, items, view);
    for (size_t i = items->count; i-- > 0;) {
        const struct item *item = &items->at[i];
        struct disc disc = disc_of(item);
        bool is_inside = disc.center.x > view.x && disc.center.y > view.y &&
                         disc.center.x < view.x + view.width &&
                         disc.center.y < view.y + view.height;
        if (is_round(item) && is_inside) {
            is_seen[i] = disc_lay(&raster, &disc);
        }
    }
    return is_seen;
}
