/* SPDX-License-Identifier: MIT */
/*
 * Pages: blocks set on the grid, each page a scene.
 *
 * The grid: 504 pt wide in twelve columns with 12 pt gutters, lines 13 pt
 * apart. Blocks flow down; a heading keeps at least three lines of what
 * follows with it, table rows are not split, table heads repeat. Charts and
 * tables of a row share their head heights and plot baselines. The first
 * page has the masthead, later ones a running header; all have a footer with
 * "Page x of y". Text comes in reading order; headers, footers and rules are
 * artifacts. Footnotes stand at the foot of their page.
 *
 * A document of PAGES_FOR_CONTENTS pages gets a table of contents before its
 * first section, one of PAGES_FOR_COVER a cover too; the document may say
 * otherwise, and where the table stands.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "document/block.h"
#include "document/trace.h"
#include "scene/scene.h"
#include "scene/theme.h"

enum { PAGES_FOR_CONTENTS = 6, PAGES_FOR_COVER = 8 };

struct outline_entry {
    int level; /* 1 is the headline */
    str title;
    size_t page; /* from 0 */
    double y;
};

/* Where a block of the document, or a part of it, stands. */
struct page_block {
    const struct block *source; /* the first block that it was made from */
    size_t page; /* from 0 */
    double top, bottom; /* on the page */
    size_t first_item, item_count; /* of the page's scene */
};

struct pages {
    const struct scene **at;
    size_t count, capacity;
    struct {
        struct outline_entry *at;
        size_t count, capacity;
    } outline;
    struct {
        struct page_block *at;
        size_t count, capacity;
    } blocks; /* in reading order */
    const struct document *document; /* metadata */
};

/* What is printed on the pages, in reading order: views of the texts of the document's
 * blocks and charts, cut where lines, styles and scripts change. */
struct trace_texts pages_texts(struct arena *arena, const struct pages *pages);

/* A figure or table that is higher or wider than the page is an error with its place. */
const struct pages *pages_layout(struct arena *arena, const struct document *document,
                                 const struct theme *theme, struct fonts *fonts,
                                 struct error *error);

#endif
