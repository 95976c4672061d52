/* SPDX-License-Identifier: MIT */
#include "plan.h"

#include "element.h"
#include "furniture.h"

#include "page/grid.h"
#include "page/page.h"

/* Parts of a page: a last page that has less gets some of the page before, which goes down
 * to about the second and has at least the third. */
#define LAST_PAGE_MIN 0.15
#define SHORT_PAGE_MAX 0.85
#define SHORT_PAGE_MIN 0.7

/* A list of one says nothing. */
enum { ENTRIES_MIN = 2 };

struct planning {
    const struct setting *setting;
    const struct document *document;
    struct flow_blocks blocks; /* all of the document */
    struct flow_block contents; /* made here, for the document or only for its cover */
    bool has_contents, has_cover;
    struct flow_start start;
};

static bool is_wanted(enum document_part part, size_t pages, size_t pages_min)
{
    return part == PART_ALWAYS || (part == PART_BY_LENGTH && pages >= pages_min);
}

static bool make_contents(struct planning *planning)
{
    const struct setting *setting = planning->setting;
    struct block *source = arena_new(setting->arena, struct block);
    source->kind = BLOCK_CONTENTS;
    source->level = 2;
    return contents_set(setting, source, setting->theme->content_width,
                        &planning->contents);
}

static const struct block *find_block(const struct blocks *blocks, enum block_kind kind)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->kind == kind && (kind != BLOCK_HEADING || block->level == 1)) {
            return block;
        }
    }
    return NULL;
}

/* The first chart, alone or in a row. */
static const struct chart *find_chart(const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        bool holds_charts = block->kind == BLOCK_ROW || block->kind == BLOCK_COLUMN;
        const struct chart *chart =
            holds_charts ? find_chart(&block->children) : block->chart;
        if (chart) {
            return chart;
        }
    }
    return NULL;
}

static struct cover_parts find_cover_parts(const struct planning *planning)
{
    const struct blocks *blocks = &planning->document->blocks;
    return (struct cover_parts){
        .headline = find_block(blocks, BLOCK_HEADING),
        .deck = find_block(blocks, BLOCK_DECK),
        .title = planning->document->title,
        .chart = find_chart(blocks),
        .contents = planning->contents.content,
    };
}

static bool is_section(const struct flow_block *block)
{
    return block->source->kind == BLOCK_HEADING && block->source->level == 2;
}

/* The blocks without what is on the cover, and with the table of contents before the first
 * section. */
static struct flow_blocks assemble(const struct planning *planning,
                                   const struct cover_parts *on_cover)
{
    struct arena *arena = planning->setting->arena;
    struct flow_blocks all = {0};
    bool wants_contents = planning->has_contents;
    for (size_t i = 0; i < planning->blocks.count; i++) {
        const struct flow_block *block = &planning->blocks.at[i];
        if (block->source == on_cover->headline || block->source == on_cover->deck) {
            continue;
        }
        if (wants_contents && is_section(block)) {
            *arena_push(arena, &all) = planning->contents;
            wants_contents = false;
        }
        *arena_push(arena, &all) = *block;
    }
    return all;
}

/* Decides from the pages of the bare document what comes to it. */
static bool decide(struct planning *planning, size_t pages)
{
    const struct document *document = planning->document;
    bool is_own = planning->setting->contents->count > 0; /* the author's */
    planning->has_cover = is_wanted(document->cover, pages, PAGES_FOR_COVER);
    planning->has_contents =
        !is_own && is_wanted(document->contents, pages, PAGES_FOR_CONTENTS);
    if (!planning->has_cover && !planning->has_contents) {
        return true;
    }
    if (!make_contents(planning)) {
        return false;
    }
    planning->has_contents &= planning->contents.units >= ENTRIES_MIN;
    return true;
}

static void add_cover_notes(const struct planning *planning, struct plan *plan)
{
    struct arena *arena = planning->setting->arena;
    struct flow_placements *placements = &plan->placements;
    const struct note_list *notes = &plan->cover->notes;
    *arena_push(arena, &placements->pages) =
        (struct flow_page){.foot = plan->cover->foot, .note_count = notes->count};
    for (size_t i = 0; i < notes->count; i++) {
        *arena_push(arena, &placements->notes) = notes->at[i];
    }
}

static bool add_cover(struct planning *planning, struct cover_parts *parts,
                      struct plan *plan)
{
    if (!planning->has_cover) {
        return true;
    }
    double masthead = furniture_masthead_height(planning->setting, planning->document);
    *parts = find_cover_parts(planning);
    plan->cover = cover_set(planning->setting, parts, masthead);
    planning->start = (struct flow_start){.page = 1};
    return plan->cover != NULL;
}

static bool place(const struct planning *planning, struct flow_start start,
                  struct plan *plan)
{
    plan->placements = (struct flow_placements){0};
    if (plan->cover) {
        add_cover_notes(planning, plan);
    }
    return flow_place(planning->setting, &plan->blocks, start, &plan->placements);
}

/* Places all again, with what the document has got. */
static bool place_again(struct planning *planning, struct plan *plan)
{
    struct cover_parts parts = {0};
    if (!add_cover(planning, &parts, plan)) {
        return false;
    }
    plan->blocks = assemble(planning, &parts);
    return place(planning, planning->start, plan);
}

/*
 * A few lines alone on the last page look lost: the page before it then ends early, if it
 * is not too empty without what it gives away.
 */
static bool fill_last_page(const struct planning *planning, struct plan *plan)
{
    double height = grid_content(planning->setting->theme).height;
    size_t last = plan->placements.pages.count - 1;
    struct flow_start start = planning->start;
    if (last <= start.page + (start.top > 0) ||
        flow_reach(&plan->placements, last) > LAST_PAGE_MIN * height) {
        return true;
    }
    start.short_page = last - 1;
    start.short_height = SHORT_PAGE_MAX * height;
    struct flow_placements before = plan->placements;
    if (!place(planning, start, plan)) {
        return false;
    }
    bool is_better = plan->placements.pages.count == last + 1 &&
                     flow_reach(&plan->placements, last - 1) >= SHORT_PAGE_MIN * height;
    plan->placements = is_better ? plan->placements : before;
    return true;
}

bool plan_make(const struct setting *setting, const struct document *document,
               struct plan *plan)
{
    struct planning planning = {
        .setting = setting,
        .document = document,
        .start = {.top = furniture_masthead_height(setting, document)},
    };
    if (!element_set(setting, &document->blocks, setting->theme->content_width,
                     &planning.blocks)) {
        return false;
    }
    plan->blocks = planning.blocks;
    if (!place(&planning, planning.start, plan) ||
        !decide(&planning, plan->placements.pages.count)) {
        return false;
    }
    if ((planning.has_cover || planning.has_contents) && !place_again(&planning, plan)) {
        return false;
    }
    if (!fill_last_page(&planning, plan)) {
        return false;
    }
    flow_spread(setting->theme, &plan->placements);
    for (size_t i = 0; i < setting->contents->count; i++) {
        contents_number(setting->contents->at[i], &plan->placements);
    }
    return true;
}
