/* SPDX-License-Identifier: MIT */
#include "page/flow.h"

#include "note.h"

#include "page/grid.h"

#include <math.h>

/* Lines that flow_spread() may add between two blocks. */
enum { SPREAD_LINES_MAX = 1 };

/* Space that is left between two blocks where a line of it is taken for what follows, and
 * the part of a page that is full enough without that. */
#define TIGHT_GAP_MIN 12.0
#define FULL_PART 0.85

/* Where the flow has come to. */
struct cursor {
    const struct setting *setting;
    struct flow_placements *placements;
    bool *has_note; /* by note: whether it is on a page already */
    struct flow_start start;
    size_t page;
    size_t first; /* placement on the page */
    double page_height;
    double y; /* bottom of what was placed last */
    double foot; /* what the footnotes of the page take */
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

double flow_top_below(const struct theme *theme, double y, const struct flow_block *before,
                      const struct flow_block *block)
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
        return flow_top_below(theme, cursor->y, cursor->before, block);
    }
    return block->is_bottom_aligned
               ? grid_snap(theme, cursor->y + block->height) - block->height
               : cursor->y;
}

static double full_height(const struct cursor *cursor)
{
    return grid_content(cursor->setting->theme).height;
}

static void begin_page(struct cursor *cursor, size_t page)
{
    bool is_short = page > 0 && page == cursor->start.short_page;
    cursor->page = page;
    cursor->first = cursor->placements->count;
    cursor->page_height = is_short ? cursor->start.short_height : full_height(cursor);
}

static void turn_page(struct cursor *cursor)
{
    begin_page(cursor, cursor->page + 1);
    cursor->y = 0;
    cursor->foot = 0;
    cursor->before = NULL;
    arena_push(cursor->setting->arena, &cursor->placements->pages);
}

/* --- what fits with its footnotes ------------------------------------------------------
 */

/* A part of a block, and what the foot of the page is with its footnotes. */
struct fitting {
    struct flow_part part;
    double foot;
    struct note_list notes; /* that are not on a page yet */
};

/* The notes of the part that are not on a page yet, each once. */
static struct note_list new_notes(const struct cursor *cursor,
                                  const struct flow_block *block, struct flow_part part)
{
    struct note_list all = {0};
    if (cursor->setting->notes && block->kind->list_notes && part.to > part.from) {
        block->kind->list_notes(block, part, &all);
    }
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        size_t note = all.at[i];
        if (!cursor->has_note[note]) {
            cursor->has_note[note] = true;
            all.at[count++] = note;
        }
    }
    for (size_t i = 0; i < count; i++) {
        cursor->has_note[all.at[i]] = false;
    }
    all.count = count;
    return all;
}

/* What fits into `height`, footnotes aside. */
static struct fitting fit_into(const struct cursor *cursor, const struct flow_block *block,
                               size_t from, double height)
{
    struct fitting fitting = {.part = block->kind->fit(block, from, height)};
    fitting.notes = new_notes(cursor, block, fitting.part);
    fitting.foot = notes_foot(cursor->setting, cursor->foot, &fitting.notes);
    return fitting;
}

/*
 * The largest part that fits here with its footnotes: a larger part refers to no fewer of
 * them, so that its height is found by halving.
 */
static struct fitting fit(const struct cursor *cursor, const struct flow_block *block,
                          size_t from)
{
    double room = cursor->page_height - top_at(cursor, block);
    double step = cursor->setting->theme->baseline / 4;
    double low = 0;
    double high = room - cursor->foot;
    struct fitting best = fit_into(cursor, block, from, high);
    if (best.part.height + best.foot <= room + GRID_TOLERANCE) {
        return best;
    }
    best = (struct fitting){.part = {from, from, best.part.height}, .foot = cursor->foot};
    while (high - low > step) {
        double middle = (low + high) / 2;
        struct fitting fitting = fit_into(cursor, block, from, middle);
        if (fitting.part.height + fitting.foot > room + GRID_TOLERANCE) {
            high = middle;
            continue;
        }
        low = middle;
        best = fitting.part.to > from ? fitting : best;
    }
    return best;
}

/* --- placing ---------------------------------------------------------------------------
 */

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
        struct fitting fitting = fit(&ahead, block, 0);
        if (fitting.part.to == 0 || !block->keeps_next || i == index + KEPT_MAX) {
            return fitting.part.to > 0;
        }
        ahead.y = top + fitting.part.height;
        ahead.foot = fitting.foot;
        ahead.before = block;
    }
    return true;
}

/* --- making room -----------------------------------------------------------------------
 */

/* Whether the space above a placement can do without a line. */
static bool is_loose(const struct theme *theme, const struct flow_placement *placement)
{
    const struct flow_placement *above = placement - 1;
    double gap = placement->y - above->y - above->part.height;
    return !above->block->keeps_next && gap - theme->baseline >= TIGHT_GAP_MIN;
}

/* Moves what stands on the page up, by a line for each of its first loose gaps. */
static void pull_up(struct cursor *cursor, size_t lines)
{
    const struct theme *theme = cursor->setting->theme;
    struct flow_placements *placements = cursor->placements;
    double wanted = (double)lines * theme->baseline;
    double moved = 0;
    for (size_t i = cursor->first + 1; i < placements->count; i++) {
        struct flow_placement *placement = &placements->at[i];
        placement->y -= moved;
        if (moved < wanted && is_loose(theme, placement)) {
            placement->y -= theme->baseline;
            moved += theme->baseline;
        }
    }
    cursor->y -= moved;
}

/*
 * Where a block would leave much of the page empty because a few lines are missing, they
 * are taken from the spaces above it; also where the last block would else begin a page.
 */
static bool make_room(struct cursor *cursor, const struct flow_blocks *blocks, size_t index)
{
    const struct theme *theme = cursor->setting->theme;
    const struct flow_block *block = &blocks->at[index];
    bool is_full = cursor->y > FULL_PART * cursor->page_height;
    size_t loose = 0;
    for (size_t i = cursor->first + 1; i < cursor->placements->count; i++) {
        loose += is_loose(theme, &cursor->placements->at[i]);
    }
    loose = is_full && index + 1 < blocks->count ? 0 : loose;
    for (size_t lines = 1; lines <= loose; lines++) {
        struct cursor ahead = *cursor;
        ahead.y -= (double)lines * theme->baseline;
        bool is_whole = is_full && fit(&ahead, block, 0).part.to == block->units;
        if (is_full ? is_whole : fits_with_next(&ahead, blocks, index)) {
            pull_up(cursor, lines);
            return true;
        }
    }
    return false;
}

static bool too_high(const struct cursor *cursor, const struct flow_block *block,
                     size_t from)
{
    struct error *error = cursor->setting->error;
    if (block->kind->fit(block, from, cursor->page_height).to > from) {
        error_at(error, ERROR_CONFIG, block->source->place,
                 "the footnotes of this %s do not fit on its page", block->kind->name);
        return error_hint(error, "make them shorter, or have fewer of them");
    }
    error_at(error, ERROR_CONFIG, block->source->place,
             "this %s is %.0f pt high, and a page has room for %.0f pt", block->kind->name,
             flow_whole(block).height, cursor->page_height);
    return error_hint(error, "it cannot be broken; make it lower or split it");
}

static void place_notes(struct cursor *cursor, const struct fitting *fitting)
{
    struct flow_placements *placements = cursor->placements;
    struct flow_page *page = &placements->pages.at[cursor->page];
    for (size_t i = 0; i < fitting->notes.count; i++) {
        *arena_push(cursor->setting->arena, &placements->notes) = fitting->notes.at[i];
        cursor->has_note[fitting->notes.at[i]] = true;
    }
    page->note_count += fitting->notes.count;
    page->foot = cursor->foot = fitting->foot;
}

static void place_part(struct cursor *cursor, const struct flow_block *block,
                       const struct fitting *fitting)
{
    double top = top_at(cursor, block);
    *arena_push(cursor->setting->arena, cursor->placements) = (struct flow_placement){
        .block = block,
        .part = fitting->part,
        .page = cursor->page,
        .y = top,
    };
    place_notes(cursor, fitting);
    cursor->y = top + fitting->part.height;
    cursor->before = block;
}

/* What of a block fits here; a page is not short for one that needs all of it. */
static struct fitting fit_here(struct cursor *cursor, const struct flow_block *block,
                               size_t from)
{
    struct fitting fitting = fit(cursor, block, from);
    bool is_short = cursor->page_height < full_height(cursor);
    if (fitting.part.to == from && !cursor->before && is_short) {
        cursor->page_height = full_height(cursor);
        fitting = fit(cursor, block, from);
    }
    return fitting;
}

static bool place_block(struct cursor *cursor, const struct flow_block *block)
{
    for (size_t from = 0; from < block->units;) {
        struct fitting fitting = fit_here(cursor, block, from);
        if (fitting.part.to > from) {
            place_part(cursor, block, &fitting);
            from = fitting.part.to;
        } else if (!cursor->before && cursor->y <= GRID_TOLERANCE) {
            return too_high(cursor, block, from);
        }
        if (from < block->units) {
            turn_page(cursor);
        }
    }
    return true;
}

bool flow_place(const struct setting *setting, const struct flow_blocks *blocks,
                struct flow_start start, struct flow_placements *placements)
{
    struct cursor cursor = {
        .setting = setting, .placements = placements, .start = start, .y = start.top};
    begin_page(&cursor, start.page);
    size_t note_count = setting->notes ? setting->notes->count : 0;
    cursor.has_note = arena_array(setting->arena, bool, note_count + 1);
    for (size_t i = 0; i < placements->notes.count; i++) {
        cursor.has_note[placements->notes.at[i]] = true;
    }
    while (placements->pages.count <= start.page) {
        arena_push(setting->arena, &placements->pages);
    }
    for (size_t i = 0; i < blocks->count; i++) {
        const struct flow_block *block = &blocks->at[i];
        bool turns = block->begins_page || (!fits_with_next(&cursor, blocks, i) &&
                                            !make_room(&cursor, blocks, i));
        if (turns && cursor.before) {
            turn_page(&cursor);
        }
        if (!place_block(&cursor, block)) {
            return false;
        }
    }
    return true;
}

double flow_reach(const struct flow_placements *placements, size_t page)
{
    double reach = 0;
    for (size_t i = placements->count; i > 0 && placements->at[i - 1].page >= page; i--) {
        const struct flow_placement *placement = &placements->at[i - 1];
        if (placement->page == page) {
            reach = fmax(reach, placement->y + placement->part.height);
        }
    }
    return reach;
}

/* Space may be added above a block unless it belongs to the one before it. */
static bool may_move(const struct flow_placement *placement)
{
    const struct flow_block *before = placement[-1].block;
    return !before->keeps_next;
}

/* Moves the placements [first, end) of one page. */
static void spread_page(const struct theme *theme, struct flow_placement *at, size_t count,
                        double foot)
{
    const struct flow_placement *last = &at[count - 1];
    double bottom = grid_snap(theme, last->y + last->part.height);
    double left = grid_content(theme).height - foot - bottom;
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
            size_t page = placements->at[first].page;
            spread_page(theme, &placements->at[first], i - first,
                        placements->pages.at[page].foot);
            first = i;
        }
    }
}
