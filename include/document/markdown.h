/* SPDX-License-Identifier: MIT */
/*
 * Markdown to blocks: the only user of md4c.
 *
 * CommonMark with tables and without raw HTML and images. Expressions are
 * lifted out before Markdown sees the text and their values put back into
 * text spans, so that a value never becomes markup. A fenced block whose info
 * string begins with a directive's name is one; any other is a code listing,
 * with a warning where it nearly is a directive's name. `row`, `if` and
 * `note` fences hold Markdown of their own; a fence inside them is shorter
 * than theirs. A hard line break is a line feed in a span,
 * any other line end a space.
 */
#ifndef DOCUMENT_MARKDOWN_H
#define DOCUMENT_MARKDOWN_H

#include "document/block.h"
#include "document/briefing.h"

struct markdown {
    struct arena *arena;
    const struct briefing *briefing;
    const struct facts *facts;
    const struct language *language; /* NULL is English */
    struct warnings *warnings;
    size_t figures, tables; /* numbered so far */
    size_t headlines; /* headings of level 1 so far */
    size_t depth; /* of directives that hold Markdown */
    bool is_in_row; /* charts are half as wide where they say nothing else */
    struct words anchors; /* of headings: each once */
    struct unbound_numbers *unbound; /* where they are collected; or NULL */
    struct words entities; /* names that have a colour, in order of appearance */
};

/* Appends the blocks of source->text[offset, offset + length). */
NODISCARD bool markdown_read(struct markdown *markdown, size_t offset, size_t length,
                             struct blocks *blocks, struct error *error);

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
