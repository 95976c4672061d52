/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout.h"

static const double margin = 8; /* between legends of one side */

static void put(struct guide *guide, double left, double top)
{
    guide->at = (point){left - guide->bounds.x, top - guide->bounds.y};
}

static bool is_of(const struct guide *guide, enum guide_side side)
{
    return guide->kind == GUIDE_LEGEND && guide->side == side;
}

/* One after the other along a side; places are counted from the view's corner. */
static void place_side(struct plot_view *view, enum guide_side side, rect around,
                       rect *bounds)
{
    bool is_level = side == SIDE_TOP || side == SIDE_BOTTOM;
    double next = 0;
    point corner = {view->area.x, view->area.y};
    for (size_t i = 0; i < view->guides.count; i++) {
        struct guide *guide = view->guides.at[i];
        if (!is_of(guide, side)) {
            continue;
        }
        double width = guide->bounds.width, height = guide->bounds.height;
        double left = around.x - corner.x, top = around.y - corner.y;
        double right = left + around.width, bottom = top + around.height;
        switch (side) {
        case SIDE_LEFT:
            put(guide, left - guide->offset - width, next);
            break;
        case SIDE_TOP:
            put(guide, next, top - guide->offset - height);
            break;
        case SIDE_BOTTOM:
            put(guide, next, bottom + guide->offset);
            break;
        default:
            put(guide, right + guide->offset, next);
            break;
        }
        next += (is_level ? width : height) + margin;
        *bounds =
            rect_union(*bounds, rect_moved(rect_moved(guide->bounds, guide->at), corner));
    }
}

/* In a corner of the view itself. */
static void place_inside(struct plot_view *view)
{
    double next[4] = {0};
    for (size_t i = 0; i < view->guides.count; i++) {
        struct guide *guide = view->guides.at[i];
        if (!is_of(guide, SIDE_INSIDE)) {
            continue;
        }
        bool is_right = str_ends(guide->corner, S("right"));
        bool is_bottom = str_starts(guide->corner, S("bottom"));
        double *used = &next[is_right + 2 * is_bottom];
        double height = guide->bounds.height;
        double left = is_right ? view->area.width - guide->offset - guide->bounds.width
                               : guide->offset;
        double top = is_bottom ? view->area.height - guide->offset - height - *used
                               : guide->offset + *used;
        put(guide, left, top);
        *used += height + margin;
    }
}

void legends_place(struct plot_view *view, rect *bounds)
{
    static const enum guide_side sides[] = {SIDE_LEFT, SIDE_RIGHT, SIDE_TOP, SIDE_BOTTOM};
    rect around = *bounds;
    for (size_t i = 0; i < COUNT_OF(sides); i++) {
        place_side(view, sides[i], around, bounds);
    }
    place_inside(view);
}
