/* SPDX-License-Identifier: MIT */
/*
 * Cross references: {@fig:us}, {@tab:partners}, {@sec:who-bought-more}.
 *
 * What can be referred to is collected while a briefing is read: charts and
 * tables that have an `id`, and every heading by its anchor. Once all is read,
 * a reference gets the text of what it leads to ("Figure 2", a heading's words)
 * and a link to it; in the texts of directives, only the text. One to nothing is
 * an error with the nearest name, as is a link of the author's ("#buyers"). A
 * heading can refer to exhibits, not to headings: their words would have no end.
 */
#ifndef DOCUMENT_REFERENCE_H
#define DOCUMENT_REFERENCE_H

#include "base/words.h"
#include "document/block.h"

struct trace_log;

struct reference_target {
    str text; /* "Figure 2"; of a heading once all is read */
    str anchor;
    const struct block *heading; /* or NULL */
};

struct references {
    struct words names; /* "fig:us" */
    struct reference_target *at; /* by name */
    size_t count, capacity;
};

/* A heading, by its anchor. */
void references_add_heading(struct arena *arena, struct references *references,
                            const struct block *heading);

/* The chart or table of that id, which becomes its anchor. False if the id is taken. */
NODISCARD bool references_add_exhibit(struct arena *arena, struct references *references,
                                      struct block *exhibit, str id);

/* Whether an id has only ASCII letters, digits, hyphens and underscores. */
bool reference_is_id(str id);

/* Fills in the references of all texts of the document; `log`, or NULL, has what they
 * print. */
NODISCARD bool references_resolve(struct arena *arena, struct references *references,
                                  struct trace_log *log, struct document *document,
                                  struct error *error);

#endif
