/* SPDX-License-Identifier: MIT */
/*
 * Blocks: the document as plain data, with all values filled in.
 *
 * Blocks make a tree: BLOCK_ROW, BLOCK_LIST, BLOCK_ITEM, BLOCK_NOTE and
 * BLOCK_QUOTE have children. Charts carry their data; nothing below this
 * point looks at a table or computes.
 */
#ifndef DOCUMENT_BLOCK_H
#define DOCUMENT_BLOCK_H

#include "chart/chart.h"

enum block_kind {
    BLOCK_HEADING, /* level; the first of level 1 is the headline */
    BLOCK_DECK, /* the block quote right below the headline */
    BLOCK_PARAGRAPH,
    BLOCK_LIST, /* of BLOCK_ITEM; is_ordered */
    BLOCK_ITEM,
    BLOCK_QUOTE,
    BLOCK_CODE, /* a code listing: lines of text */
    BLOCK_RULE, /* a thematic break */
    BLOCK_CHART,
    BLOCK_TABLE,
    BLOCK_KPIS, /* the key-figures strip */
    BLOCK_ROW, /* children side by side on the grid */
    BLOCK_NOTE, /* definitions, method, revisions: small, tinted panel, has a title */
    BLOCK_PAGE_BREAK,
};

struct inline_span {
    str text; /* a line feed is a hard line break */
    bool is_strong, is_emphasis, is_code;
    bool is_written; /* by the author: neither a value nor made by a directive */
    str link;
    struct place place;
};

struct inline_spans {
    struct inline_span *at;
    size_t count, capacity;
};

enum field_kind { FIELD_TEXT, FIELD_FIGURE, FIELD_CHANGE, FIELD_SPARK };

struct table_column {
    enum field_kind kind;
    str head; /* "Oct 2025" */
    str unit; /* printed once, below the head: "t", "% on year" */
    str spanner; /* head over neighbouring columns with the same spanner, or empty */
};

struct table_cell {
    str text; /* FIELD_FIGURE without its flag: "5,473"; "n.a." */
    str flag; /* superscript outside the right edge: "e", "p" */
    int sign; /* FIELD_CHANGE: the arrow; 0 none */
    const struct series *series; /* FIELD_SPARK */
    struct period window;
};

struct table_row {
    struct table_cell *cells; /* one per column */
    bool is_total; /* bold, with a rule above */
    bool is_rest;
};

struct table_block {
    struct table_column *columns;
    size_t column_count;
    struct table_row *at; /* rows */
    size_t count, capacity;
    str number; /* "Table 1", or empty */
    str title, subtitle, notes, source;
};

enum { BLOCK_KPIS_MAX = 6 }; /* more are too narrow */

struct kpi {
    str label;
    str number; /* "5,473"; "n.a." */
    str unit;
    str flag; /* "e", "p" or empty */
    struct {
        int sign;
        str text; /* "+5.2% m/m"; empty if unknown */
    } changes[2];
    const struct series *spark; /* or NULL */
    struct period window;
};

struct block;

struct blocks {
    struct block **at;
    size_t count, capacity;
};

struct block {
    enum block_kind kind;
    struct place place;
    int level; /* BLOCK_HEADING */
    str anchor; /* BLOCK_HEADING: for links and the outline */
    bool is_ordered; /* BLOCK_LIST */
    struct inline_spans spans; /* headings, paragraphs, items' own text, decks */
    str text; /* BLOCK_CODE; title of BLOCK_NOTE */
    struct blocks children;
    const struct chart *chart;
    const struct table_block *table;
    struct kpi *kpis;
    size_t kpi_count;
};

/* A number in the author's text that no expression computes (document/unbound.h). */
struct unbound_number {
    str text;
    struct place place;
};

struct unbound_numbers {
    struct unbound_number *at;
    size_t count, capacity;
};

/* What stands around the blocks, and the document's metadata. */
struct document {
    const struct language *language; /* NULL is English */
    str language_tag; /* BCP 47, for the metadata: "en-GB" */
    str title; /* metadata: the headline if there is one */
    str series_title; /* masthead: "Rare earths monthly" */
    str issue; /* masthead: "October 2025" */
    str release; /* masthead: "Data as published 20 November 2025" */
    str organisation; /* footer */
    str subject, keywords, author;
    /* The document's dates, not the clock's: of the data, else the last day of the issue.
     */
    struct date date;
    struct blocks blocks;
    struct unbound_numbers unbound; /* in the order of the briefing */
};

#endif
