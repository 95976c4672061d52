/* SPDX-License-Identifier: MIT */
/*
 * Blocks: the document as plain data, with all values filled in.
 *
 * Blocks make a tree: BLOCK_ROW, BLOCK_COLUMN, BLOCK_LIST, BLOCK_ITEM,
 * BLOCK_NOTE, BLOCK_BOX and BLOCK_QUOTE have children. Charts carry their
 * data; nothing below this point looks at a table or computes. Footnotes are
 * the document's: spans refer to them by number.
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
    BLOCK_IMAGE, /* its text is what it shows, for who does not see it; spans: a caption */
    BLOCK_KPIS, /* the key-figures strip */
    BLOCK_ROW, /* children side by side on the grid */
    BLOCK_COLUMN, /* of a row: children below each other */
    BLOCK_NOTE, /* definitions, method, revisions: small, tinted panel, has a title */
    BLOCK_BOX, /* a story beside the story, between rules; has a title */
    BLOCK_PULL, /* a figure in large type, and below it in spans what it is */
    BLOCK_CONTENTS, /* the table of contents: headings of levels 2 to `level` */
    BLOCK_PAGE_BREAK,
};

struct inline_span {
    str text; /* a line feed is a hard line break */
    bool is_strong, is_emphasis, is_code;
    bool is_written; /* by the author: neither a value nor made by a directive */
    str link;
    str reference; /* "fig:us", of a cross reference; text and link are what it leads to */
    size_t note; /* of a reference to a footnote: which, from 1; the text is its number */
    struct place place;
};

struct inline_spans {
    struct inline_span *at;
    size_t count, capacity;
};

enum field_kind { FIELD_TEXT, FIELD_FIGURE, FIELD_CHANGE, FIELD_SPARK };

/* What a colour in a table says; a theme decides which it is. */
enum table_ink { TABLE_INK, TABLE_UP, TABLE_DOWN, TABLE_MUTED, TABLE_FOCUS };

/*
 * Heat: the cells of a column in classes, each with its tint. Class i has what is at least
 * bounds[i - 1] and below bounds[i]; those below `neutral` are tinted as falls, the others
 * as rises.
 */
enum { TABLE_HEAT_CLASSES_MAX = 9 };

struct table_heat {
    str bounds[TABLE_HEAT_CLASSES_MAX - 1]; /* as printed in the key */
    int class_count; /* 0: the column has no heat */
    int neutral; /* of a diverging scale the first class above its middle; else 0 */
};

struct table_column {
    enum field_kind kind;
    str head; /* "Oct 2025" */
    str unit; /* printed once, below the head: "t", "% on year" */
    str spanner; /* head over neighbouring columns with the same spanner, or empty */
    str mark; /* of a note, after the head: "*" */
    struct table_heat heat;
};

struct table_cell {
    str text; /* FIELD_FIGURE without its flag: "5,473"; "n.a." */
    str flag; /* superscript outside the right edge: "e", "p" */
    str mark; /* of a note, outside too: "*", "†" */
    int sign; /* FIELD_CHANGE: the arrow; 0 none */
    int heat; /* class in its column's heat, from 1; 0 none */
    bool is_bold;
    bool is_rounded_away; /* "0" for what is not zero */
    enum table_ink ink;
    const struct series *series; /* FIELD_SPARK */
    struct period window;
};

struct table_row {
    struct table_cell *cells; /* one per column */
    bool is_total; /* bold, with a rule above */
    bool is_rest;
    bool is_subtotal; /* of the group that ends here */
    bool is_group; /* the head of a group: its first cell stands over the row if the others
                      are empty */
    int indent; /* steps of the stub: members of a group, "of which" */
};

/* A note below a table, and the mark that stands for it above. */
struct table_note {
    str mark; /* "*" */
    str text;
};

/* What tells the rows apart. */
enum table_ruling {
    TABLE_RULING_OF_THEME,
    TABLE_RULING_RULES, /* a hairline below each row */
    TABLE_RULING_TINT, /* every second row tinted */
    TABLE_RULING_NONE,
};

struct table_block {
    struct table_column *columns;
    size_t column_count;
    bool has_references; /* its cells, as "{@fig:us}" until all is read */
    struct table_row *at; /* rows */
    size_t count, capacity;
    str number; /* "Table 1", or empty */
    str title, subtitle, notes, source;
    struct {
        struct table_note *at;
        size_t count, capacity;
    } marked; /* in the order of their marks */
    enum table_ruling ruling;
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

enum { BLOCK_CELLS_MAX = 4 }; /* of a row */

struct block {
    enum block_kind kind;
    struct place place;
    int level; /* BLOCK_HEADING; BLOCK_CONTENTS: the deepest that it lists */
    str anchor; /* of headings, and of charts and tables with an id: what links lead to */
    bool has_lost; /* BLOCK_HEADING: a directive below it had nothing to show */
    bool is_left_out; /* BLOCK_HEADING: so that nothing is below it */
    bool is_ordered; /* BLOCK_LIST */
    bool is_loose; /* BLOCK_LIST: its items stand apart */
    size_t first_number; /* BLOCK_LIST that is ordered */
    char number_mark; /* BLOCK_LIST that is ordered: '.' or ')' */
    int widths[BLOCK_CELLS_MAX]; /* BLOCK_ROW: of its cells, in columns of the grid; 0: as
                                    what stands in them wants */
    struct inline_spans spans; /* headings, paragraphs, items' own text, decks */
    str text; /* BLOCK_CODE; title of BLOCK_NOTE and BLOCK_BOX; figure of BLOCK_PULL */
    struct blocks children;
    const struct chart *chart;
    const struct table_block *table;
    const struct image *image;
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

struct footnote {
    str number; /* "1" */
    struct inline_spans spans;
    struct place place;
};

/* In the order in which the text first refers to them. */
struct footnotes {
    struct footnote *at;
    size_t count, capacity;
};

/* Whether a part of the document is there: by its length unless the author says it. */
enum document_part { PART_BY_LENGTH, PART_ALWAYS, PART_NEVER };

struct claims;
struct judgement;

/* The claims of a directive with what was found of each. */
struct judged_claims {
    const struct claims *claims;
    const struct judgement *judgements; /* as many */
};

struct judged_claims_list {
    struct judged_claims *at;
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
    str provisional; /* what is not final: a band below the masthead; or empty */
    enum document_part contents, cover;
    str subject, keywords, author;
    /* The document's dates, not the clock's: of the data, else the last day of the issue.
     */
    struct date date;
    struct blocks blocks;
    struct footnotes footnotes;
    struct unbound_numbers unbound; /* in the order of the briefing */
    struct judged_claims_list judged;
};

#endif
