/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "grammar/group.h"
#include "items.h"

struct ends {
    double low, high;
};

static bool has_corners(const struct item_group *group)
{
    for (size_t i = 0; group->items.count && i < 4; i++) {
        if (group->items.at[0].corner_radius[i] > 0) {
            return true;
        }
    }
    return false;
}

/* Corners that lie within the stack stay sharp. */
static void sharpen(struct item *item, struct ends ends, bool is_horizontal)
{
    double low = is_horizontal ? item->x : item->y;
    double high = is_horizontal ? item->x2 : item->y2;
    const double near = 1e-6;
    /* top left, top right, bottom right, bottom left */
    static const size_t at_low[2][2] = {{0, 1}, {0, 3}}, at_high[2][2] = {{2, 3}, {1, 2}};
    for (size_t i = 0; i < 2; i++) {
        if (fabs(low - ends.low) > near) {
            item->corner_radius[at_low[is_horizontal][i]] = 0;
        }
        if (fabs(high - ends.high) > near) {
            item->corner_radius[at_high[is_horizontal][i]] = 0;
        }
    }
}

void items_round_stacks(const struct unit_view *view, struct item_group *group)
{
    if (!has_corners(group)) {
        return;
    }
    struct arena *arena = view->maker->arena;
    const struct str_list *by = &view->unit->stacking.groupby;
    bool is_horizontal = view->unit->stacking.channel == CHANNEL_X;
    struct groups stacks = group_rows(arena, view->frame, by->at, by->count);
    struct ends *ends = arena_array(arena, struct ends, stacks.count);
    for (size_t i = 0; i < stacks.count; i++) {
        ends[i] = (struct ends){(double)INFINITY, -(double)INFINITY};
    }
    for (size_t i = 0; i < group->items.count; i++) {
        const struct item *item = &group->items.at[i];
        struct ends *stack = &ends[stacks.of[item->row]];
        stack->low = fmin(stack->low, is_horizontal ? item->x : item->y);
        stack->high = fmax(stack->high, is_horizontal ? item->x2 : item->y2);
    }
    for (size_t i = 0; i < group->items.count; i++) {
        struct item *item = &group->items.at[i];
        sharpen(item, ends[stacks.of[item->row]], is_horizontal);
    }
}
