/* SPDX-License-Identifier: MIT */
/*
 * A walk over pages: what must hold on every page, whatever is on it. Fails the test with
 * the page and the texts that break a rule.
 */
#ifndef TESTS_PAGE_WALK_H
#define TESTS_PAGE_WALK_H

#include "labels.h"
#include "unit.h"

#include "page/grid.h"
#include "page/page.h"

#include <math.h>

#define WALK_EDGE 3.0 /* flags, halves of strokes and spaces may stand over an edge */
#define WALK_NEAR 0.5
#define WALK_BLOCKS_APART 10.0

struct walk {
    const char *name; /* of the document, in messages */
    const struct theme *theme;
    const struct pages *pages;
    size_t page;
};

#define walk_fail(walk, format, ...) \
    fail_msg("%s, page %zu: " format, (walk)->name, (walk)->page + 1, __VA_ARGS__)

static inline bool walk_draws(const struct scene_item *item)
{
    return item->kind == SCENE_PATH || item->kind == SCENE_TEXT;
}

/* Of letters, from their heads to their feet and without an indent: line boxes are larger.
 */
static inline rect walk_bounds(const struct scene_item *item)
{
    rect bounds = scene_item_bounds(item);
    if (item->kind == SCENE_TEXT) {
        double size = 0;
        for (size_t i = 0; i < item->line.run_count; i++) {
            size = fmax(size, item->line.runs[i].size);
        }
        double indent = item->line.run_count ? item->line.runs[0].x : 0;
        bounds.x += indent;
        bounds.width -= indent;
        bounds.y = item->at.y - 0.75 * size;
        bounds.height = 0.97 * size;
    }
    return bounds;
}

/* Whether each item is within a clip, whose edges it may cross. */
static inline bool *walk_clipped(struct arena *arena, const struct scene *scene)
{
    bool *is_clipped = arena_array(arena, bool, scene->count);
    size_t depth = 0;
    for (size_t i = 0; i < scene->count; i++) {
        depth += scene->at[i].kind == SCENE_CLIP_BEGIN;
        depth -= scene->at[i].kind == SCENE_CLIP_END;
        is_clipped[i] = depth > 0;
    }
    return is_clipped;
}

/* The figure that each item is part of, from 1; 0 for none. */
static inline size_t *walk_figures(struct arena *arena, const struct scene *scene)
{
    size_t *figures = arena_array(arena, size_t, scene->count);
    size_t count = 0;
    size_t depth = 0; /* of groups in the figure, and it */
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        bool begins = item->kind == SCENE_GROUP_BEGIN;
        count += begins && !depth && item->tag.role == TAG_FIGURE;
        depth += begins && (depth || item->tag.role == TAG_FIGURE);
        figures[i] = depth ? count : 0;
        depth -= item->kind == SCENE_GROUP_END && depth;
    }
    return figures;
}

/* Within each figure its labels keep apart, and clear of its marks. */
static inline void walk_figure_labels(struct arena *arena, const struct walk *walk,
                                      const struct scene *scene)
{
    const size_t *figures = walk_figures(arena, scene);
    str name = str_print(arena, "%s, page %zu", walk->name, walk->page + 1);
    for (size_t first = 0, end = 0; first < scene->count; first = end) {
        end = first + 1;
        while (end < scene->count && figures[end] == figures[first]) {
            end++;
        }
        if (figures[first]) {
            labels_walk(&(struct labels_walk){str_c(arena, name), scene, first, end});
        }
    }
}

/* The labels of one chart are its own: see above. */
static inline void walk_texts_apart(struct arena *arena, const struct walk *walk,
                                    const struct scene *scene)
{
    const size_t *figures = walk_figures(arena, scene);
    for (size_t i = 0; i < scene->count; i++) {
        rect a = walk_bounds(&scene->at[i]);
        for (size_t k = 0; k < i && scene->at[i].kind == SCENE_TEXT; k++) {
            bool is_same_figure = figures[i] && figures[i] == figures[k];
            if (scene->at[k].kind != SCENE_TEXT || is_same_figure) {
                continue;
            }
            rect b = rect_inset(walk_bounds(&scene->at[k]), WALK_NEAR);
            if (rect_overlaps(a, b)) {
                walk_fail(walk, "\"%.*s\" overlaps \"%.*s\"",
                          STR_ARG(scene->at[i].line.text), STR_ARG(scene->at[k].line.text));
            }
        }
    }
}

static inline void walk_inside(struct arena *arena, const struct walk *walk,
                               const struct scene *scene)
{
    rect content = grid_content(walk->theme);
    const bool *is_clipped = walk_clipped(arena, scene);
    for (size_t i = 0; i < scene->count; i++) {
        rect bounds = walk_bounds(&scene->at[i]);
        if (!walk_draws(&scene->at[i]) || is_clipped[i]) {
            continue;
        }
        if (bounds.x < content.x - WALK_EDGE ||
            bounds.x + bounds.width > content.x + content.width + WALK_EDGE) {
            walk_fail(walk, "\"%.*s\" leaves the page's columns: %.1f to %.1f",
                      STR_ARG(scene->at[i].line.text), bounds.x, bounds.x + bounds.width);
        }
    }
}

/* What a block draws stays between its top and its bottom. */
static inline void walk_block_inside(struct arena *arena, const struct walk *walk,
                                     const struct scene *scene,
                                     const struct page_block *block)
{
    const bool *is_clipped = walk_clipped(arena, scene);
    for (size_t i = block->first_item; i < block->first_item + block->item_count; i++) {
        rect bounds = walk_bounds(&scene->at[i]);
        if (!walk_draws(&scene->at[i]) || is_clipped[i]) {
            continue;
        }
        if (bounds.y < block->top - WALK_NEAR ||
            bounds.y + bounds.height > block->bottom + WALK_NEAR) {
            walk_fail(walk, "\"%.*s\" leaves its block: %.1f to %.1f of %.1f to %.1f",
                      STR_ARG(scene->at[i].line.text), bounds.y, bounds.y + bounds.height,
                      block->top, block->bottom);
        }
    }
}

static inline bool walk_is_heading(const struct page_block *block)
{
    return block->source->kind == BLOCK_HEADING || block->source->kind == BLOCK_DECK;
}

static inline void walk_blocks_apart(const struct walk *walk,
                                     const struct page_block *above,
                                     const struct page_block *below)
{
    bool is_rule = above->source->kind == BLOCK_RULE; /* it has its space within */
    if (!is_rule && !walk_is_heading(above) &&
        below->top - above->bottom < WALK_BLOCKS_APART) {
        walk_fail(walk, "a block is %.1f pt below another", below->top - above->bottom);
    }
}

/* The blocks of the page, from `first` on; returns where they end. */
static inline size_t walk_blocks(struct arena *arena, const struct walk *walk, size_t first)
{
    const struct pages *pages = walk->pages;
    rect content = grid_content(walk->theme);
    size_t end = first;
    for (; end < pages->blocks.count && pages->blocks.at[end].page == walk->page; end++) {
        const struct page_block *block = &pages->blocks.at[end];
        if (block->bottom > content.y + content.height + 0.01) {
            walk_fail(walk, "a block ends at %.1f, below the page", block->bottom);
        }
        walk_block_inside(arena, walk, pages->at[walk->page], block);
        if (end > first) {
            walk_blocks_apart(walk, &pages->blocks.at[end - 1], block);
        }
    }
    bool is_followed = end < pages->blocks.count;
    if (is_followed && end > first && walk_is_heading(&pages->blocks.at[end - 1])) {
        walk_fail(walk, "the heading in line %zu is the last on its page",
                  pages->blocks.at[end - 1].source->place.line);
    }
    return end;
}

static inline void walk_pages(struct arena *arena, const char *name,
                              const struct theme *theme, const struct pages *pages)
{
    struct walk walk = {name, theme, pages, 0};
    size_t block = 0;
    for (; walk.page < pages->count; walk.page++) {
        const struct scene *scene = pages->at[walk.page];
        walk_texts_apart(arena, &walk, scene);
        walk_figure_labels(arena, &walk, scene);
        walk_inside(arena, &walk, scene);
        block = walk_blocks(arena, &walk, block);
    }
    assert_int_equal(block, pages->blocks.count);
}

#endif
