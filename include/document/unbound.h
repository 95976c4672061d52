/* SPDX-License-Identifier: MIT */
/*
 * Unbound numbers: figures in the author's text that no expression computes, so
 * that they stay as they are when the data change.
 *
 * Looked at are Markdown, the titles, labels and notes of directives, and texts in
 * several languages; not code and addresses. Not counted are
 *   years (1900 to 2099, without a unit), dates and periods (2025-10, 2025–26), days
 *     and months (20 November, 10月);
 *   what belongs to a name: G7, H1, COVID-19;
 *   codes after HS, also several (HS 280530 and 2846, HS codes 8505.11);
 *   marks of footnotes ([1]) and the numbers of lists;
 *   {{ lit: 17 }}, and what the front matter lists under `literals`.
 * Of what a condition leaves out nothing is said.
 */
#ifndef DOCUMENT_UNBOUND_H
#define DOCUMENT_UNBOUND_H

#include "document/markdown.h"

/* Goes through a text by itself. A gap stands for what is not the author's text. */
#define UNBOUND_GAP "\x01"

struct unbound_scan {
    str text;
    const struct language *language; /* of its months */
    str chunk, word; /* between spaces: the one that is read, the one before */
    size_t in_chunk; /* what is read of it */
    bool is_code; /* after "HS" */
};

/* The next number that counts, a view of the text; empty at the end. */
str unbound_next(struct unbound_scan *scan);

/* Each adds to markdown->unbound what counts; nothing where that is NULL. */
void unbound_in_blocks(struct markdown *markdown, const struct blocks *blocks);
void unbound_in_spans(struct markdown *markdown, const struct inline_spans *spans);
void unbound_in_node(struct markdown *markdown, const struct node *node);
void unbound_in_range(struct markdown *markdown, const struct source *source, size_t offset,
                      size_t length);

/* By place. */
void unbound_sort(struct unbound_numbers *numbers);

#endif
