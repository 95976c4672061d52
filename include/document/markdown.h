/* SPDX-License-Identifier: MIT */
/*
 * Markdown to blocks: the only user of md4c.
 *
 * CommonMark with tables and footnotes, without raw HTML, and with images only as
 * paragraphs of their own. Expressions are lifted out before Markdown sees the text
 * and their values put back into text spans, so that a value never becomes markup.
 * `{@fig:us}` is a cross reference (document/reference.h), `## Title {#id}` names a heading
 * for them. A fenced block whose info string begins with a directive's name is one; any
 * other is a code listing, with a warning where it nearly is a directive's name. `row`,
 * `column`, `box`, `note` and `if` fences hold Markdown of their own; a fence inside them
 * is shorter than theirs. A hard line break is a line feed in a span, any other line end a
 * space.
 */
#ifndef DOCUMENT_MARKDOWN_H
#define DOCUMENT_MARKDOWN_H

#include "document/block.h"
#include "document/briefing.h"
#include "document/reference.h"

/* A footnote as it is known so far: by its text, by a reference to it, or by both. */
struct markdown_note {
    size_t number; /* 0: nothing refers to it */
    struct place mark; /* of the first reference */
    struct inline_spans spans;
    struct place place; /* of its text; unset: there is none */
};

struct markdown_notes {
    struct words labels;
    struct markdown_note *at; /* by label */
    size_t count, capacity;
    size_t numbered;
};

struct markdown {
    struct arena *arena;
    const struct briefing *briefing;
    const struct facts *facts;
    const struct language *language; /* NULL is English */
    struct warnings *warnings;
    size_t figures, tables; /* numbered so far */
    size_t headlines; /* headings of level 1 so far */
    size_t depth; /* of directives that hold Markdown */
    struct {
        size_t offset, lines;
    } counted; /* the lines of the source up to the range that was read last */
    bool is_in_row; /* charts are half as wide where they say nothing else */
    struct words anchors; /* of headings: each once */
    struct {
        size_t *at;
        size_t count, capacity;
    } copies; /* by anchor: how many got a number because of it */
    struct markdown_notes notes;
    bool has_contents; /* their place is given */
    bool is_in_note; /* a footnote's own text is read */
    struct references references;
    const struct node *id; /* of the exhibit that a directive is making; or NULL */
    struct unbound_numbers *unbound; /* where they are collected; or NULL */
    struct judged_claims_list *judged; /* the same; or NULL */
    const struct node *look; /* of charts, once one has asked for it */
    struct words entities; /* names that have a colour, in order of appearance */
};

/* Appends the blocks of source->text[offset, offset + length). */
NODISCARD bool markdown_read(struct markdown *markdown, size_t offset, size_t length,
                             struct blocks *blocks, struct error *error);

/*
 * The same as the whole of a document: with its footnotes, and with the text of its cross
 * references. A reference to nothing is an error, a footnote that nothing refers to a
 * warning.
 */
NODISCARD bool markdown_read_document(struct markdown *markdown, size_t offset,
                                      size_t length, struct document *document,
                                      struct error *error);

/* Index of an entity's colour, the same for a name through the document. It is 1 or more:
 * 0 is the focus colour, which totals have. */
int markdown_entity(struct markdown *markdown, str name);

/*
 * A directive is one row of the table in directive.c: its name and the
 * function that turns the fence's text into blocks.
 */
struct directive_input {
    struct markdown *markdown;
    const struct source *source;
    size_t offset, length; /* of the fence's content */
    size_t info, info_length; /* of what follows the name on the info line */
    struct place place; /* of the fence */
};

NODISCARD bool directive_read(const struct directive_input *input, str name,
                              struct blocks *blocks, struct error *error);
bool directive_is_known(str name);
str directive_nearest(str name); /* of which it may be a misspelling; else empty */

#endif
