/* SPDX-License-Identifier: MIT */
#include "item_draw.h"

#include "symbol.h"
#include "thin.h"

#include <math.h>

/* Provisional: white inside, so that what lies below does not show. */
static struct item_paint hollow(const struct item_paint *paint)
{
    struct item_paint ring = *paint;
    ring.is_hatched = false;
    ring.has_stroke = true;
    ring.stroke = paint->has_fill ? paint->fill : paint->stroke;
    ring.stroke_width = paint->has_stroke ? paint->stroke_width : 1.2;
    ring.has_fill = true;
    ring.fill = (color){255, 255, 255};
    return ring;
}

/* --- dots ----------------------------------------------------------------------------- */

/*
 * A filled circle among many is a line without length, as wide as the circle, with round
 * ends: a tenth of the bytes of four curves. Opaque ones of one colour and size are one
 * path.
 */
enum { SYMBOLS_MANY = 2000 };

struct dots {
    struct path path;
    const struct item *first; /* whose paint and size all have; NULL: there are none */
};

static bool is_dot(const struct item *item)
{
    bool is_round = !item->shape.length || str_equal(item->shape, S("circle"));
    return is_round && item->paint.has_fill && !item->paint.has_stroke &&
           !item->paint.is_hatched;
}

static bool is_color_equal(color a, color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Do both lie on each other without a trace? */
static bool joins(const struct item *a, const struct item *b)
{
    const struct item_paint *p = &a->paint;
    const struct item_paint *q = &b->paint;
    return p->opacity * p->fill_opacity >= 1 && q->opacity * q->fill_opacity >= 1 &&
           is_color_equal(p->fill, q->fill) && a->size == b->size;
}

static void dots_draw(const struct item_brush *brush, struct dots *dots)
{
    if (!dots->first) {
        return;
    }
    struct item_paint paint = dots->first->paint;
    paint.has_stroke = true;
    paint.stroke = paint.fill;
    paint.stroke_opacity = paint.fill_opacity;
    paint.stroke_width = sqrt(fmax(0, dots->first->size));
    paint.has_round_cap = true;
    paint.has_fill = false;
    paint.dash_count = 0;
    brush_path(brush, &dots->path, &paint);
    *dots = (struct dots){0};
}

static void dots_add(const struct item_brush *brush, struct dots *dots,
                     const struct item *item)
{
    if (dots->first && !joins(dots->first, item)) {
        dots_draw(brush, dots);
    }
    dots->first = dots->first ? dots->first : item;
    point at = brush_point(brush, item->x, item->y);
    path_move(brush->arena, &dots->path, at);
    path_line(brush->arena, &dots->path, at);
}

/* --- all ------------------------------------------------------------------------------ */

/* The outline of the last shape: most symbols have the one before them's. */
struct outline {
    str shape;
    struct path path;
};

static void draw_symbol(const struct item_brush *brush, struct outline *outline,
                        const struct item *item)
{
    if (!outline->path.count || !str_equal(outline->shape, item->shape)) {
        outline->shape = item->shape;
        outline->path = symbol_path(brush->arena, item->shape);
    }
    struct path path =
        symbol_place(brush->arena, &outline->path, brush_point(brush, item->x, item->y),
                     item->size, item->angle);
    struct item_paint paint = item->paint.is_hatched ? hollow(&item->paint) : item->paint;
    brush_path(brush, &path, &paint);
}

void item_draw_symbols(const struct item_brush *brush)
{
    const struct items *items = &brush->group->items;
    const bool *is_seen = thin_symbols(brush->arena, items, brush->view);
    bool has_many = items->count > SYMBOLS_MANY;
    struct outline outline = {0};
    struct dots dots = {0};
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->at[i];
        if (is_seen[i] && has_many && is_dot(item)) {
            dots_add(brush, &dots, item);
        } else if (is_seen[i]) {
            dots_draw(brush, &dots);
            draw_symbol(brush, &outline, item);
        }
    }
    dots_draw(brush, &dots);
}
