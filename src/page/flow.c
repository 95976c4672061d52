/* SPDX-License-Identifier: MIT */
#include "page/flow.h"

#include "page/grid.h"

#include <math.h>

/* Lines that flow_spread() may add between two blocks. */
enum { SPREAD_LINES_MAX = 1 };

/* Where the flow has come to. */
struct cursor {
    const struct setting *setting;
    struct flow_placements *placements;
    double page_height;
    size_t page;
    double y; /* bottom of what was placed last */
    const struct flow_block *before; /* placed last on the page, or NULL */
};

struct flow_part flow_fit_whole(const struct flow_block *block, size_t from, double height)
{
    bool fits = block->height <= height + GRID_TOLERANCE;
    return (struct flow_part){from, fits ? block->units : from, block->height};
}

struct flow_part flow_whole(const struct flow_block *block)
{
    return block->kind->fit(block, 0, INFINITY);
}

/* The top of a block below one that ends at `y`. A heading is nearer to what it heads. */
static double top_below(const struct theme *theme, double y,
                        const struct flow_block *before, const struct flow_block *block)
{
    double gap = fmax(before->space_below,
                      before->keeps_next ? block->space_above / 2 : block->space_above);
    if (block->is_bottom_aligned) {
        return grid_snap(theme, y + gap + block->height) - block->height;
    }
    return grid_snap(theme, y + gap);
}

static double top_at(const struct cursor *cursor, const struct flow_block *block)
{
    const struct theme *theme = cursor->setting->theme;
    if (cursor->before) {
        return top_below(theme, cursor->y, cursor->before, block);
    }
    return block->is_bottom_aligned
               ? grid_snap(theme, cursor->y + block->height) - block->height
               : cursor->y;
}

static void turn_page(struct cursor *cursor)
{
    cursor->page++;
    cursor->y = 0;
    cursor->before = NULL;
}

/* Headings in a row that stay together; more of them would run from page to page. */
enum { KEPT_MAX = 3 };

/* Whether the block at `index` fits here with the start of what it must keep with it. */
static bool fits_with_next(const struct cursor *cursor, const struct flow_blocks *blocks,
                           size_t index)
{
    struct cursor ahead = *cursor;
    for (size_t i = index; i < blocks->count; i++) {
        const struct flow_block *block = &blocks->at[i];
        if (i > index && block->begins_page) {
            return true;
        }
        double top = top_at(&ahead, block);
        struct flow_part part = block->kind->fit(block, 0, ahead.page_height - top);
        if (part.to == 0 || !block->keeps_next || i == index + KEPT_MAX) {
            return part.to > 0;
        }
        ahead.y = top + part.height;
        ahead.before = block;
    }
    return true;
}

static bool too_high(const struct cursor *cursor, const struct flow_block *block)
{
    struct error *error = cursor->setting->error;
    error_at(error, ERROR_CONFIG, block->source->place,
             "this %s is %.0f pt high, and a page has room for %.0f pt", block->kind->name,
             block->kind->fit(block, 0, INFINITY).height, cursor->page_height);
    return error_hint(error, "it cannot be broken; make it lower or split it");
}

static void place_part(struct cursor *cursor, const struct flow_block *block,
                       struct flow_part part, double top)
{
    *arena_push(cursor->setting->arena, cursor->placements) = (struct flow_placement){
        .block = block,
        .part = part,
        .page = cursor->page,
        .y = top,
    };
    cursor->y = top + part.height;
    cursor->before = block;
}

static bool place_block(struct cursor *cursor, const struct flow_block *block)
{
    for (size_t from = 0; from < block->units;) {
        double top = top_at(cursor, block);
        struct flow_part part = block->kind->fit(block, from, cursor->page_height - top);
        if (part.to > from) {
            place_part(cursor, block, part, top);
            from = part.to;
        } else if (!cursor->before && cursor->y <= GRID_TOLERANCE) {
            return too_high(cursor, block);
        }
        if (from < block->units) {
            turn_page(cursor);
        }
    }
    return true;
}

bool flow_place(const struct setting *setting, const struct flow_blocks *blocks, double top,
                struct flow_placements *placements)
{
    struct cursor cursor = {
        .setting = setting,
        .placements = placements,
        .page_height = grid_content(setting->theme).height,
        .y = top,
    };
    for (size_t i = 0; i < blocks->count; i++) {
        const struct flow_block *block = &blocks->at[i];
        bool turns = block->begins_page || !fits_with_next(&cursor, blocks, i);
        if (turns && cursor.before) {
            turn_page(&cursor);
        }
        if (!place_block(&cursor, block)) {
            return false;
        }
    }
    return true;
}

/* Space may be added above a block unless it belongs to the one before it. */
static bool may_move(const struct flow_placement *placement)
{
    const struct flow_block *before = placement[-1].block;
    return !before->keeps_next;
}

/* Moves the placements [first, end) of one page. */
static void spread_page(const struct theme *theme, struct flow_placement *at, size_t count)
{
    const struct flow_placement *last = &at[count - 1];
    double bottom = grid_snap(theme, last->y + last->part.height);
    double left = grid_content(theme).height - bottom;
    size_t lines = left > 0 ? (size_t)((left + GRID_TOLERANCE) / theme->baseline) : 0;
    size_t gaps = 0;
    for (size_t i = 1; i < count; i++) {
        gaps += may_move(&at[i]);
    }
    if (lines > gaps * SPREAD_LINES_MAX) {
        return;
    }
    size_t moved = 0;
    for (size_t i = 1, gap = 0; i < count; i++) {
        if (may_move(&at[i])) {
            gap++;
            moved = lines * gap / gaps;
        }
        at[i].y += (double)moved * theme->baseline;
    }
}

void flow_spread(const struct theme *theme, struct flow_placements *placements)
{
    size_t first = 0;
    for (size_t i = 1; i < placements->count; i++) {
        if (placements->at[i].page != placements->at[first].page) {
            spread_page(theme, &placements->at[first], i - first);
            first = i;
        }
    }
}

/* Top of a stacked block below `y`. */
static double stack_top(const struct theme *theme, const struct flow_blocks *blocks,
                        size_t index, double y)
{
    return index ? top_below(theme, y, &blocks->at[index - 1], &blocks->at[index]) : 0;
}

double flow_stack_height(const struct theme *theme, const struct flow_blocks *blocks)
{
    double y = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        y = stack_top(theme, blocks, i, y) + flow_whole(&blocks->at[i]).height;
    }
    return y;
}

void flow_stack_draw(const struct theme *theme, const struct flow_blocks *blocks,
                     struct scene *scene, point at)
{
    double y = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct flow_block *block = &blocks->at[i];
        struct flow_part part = flow_whole(block);
        y = stack_top(theme, blocks, i, y);
        block->kind->draw(block, scene, (point){at.x, at.y + y}, part);
        y += part.height;
    }
}
