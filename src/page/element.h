/* SPDX-License-Identifier: MIT */
/*
 * Elements: blocks of the document become blocks of the flow.
 *
 * Each kind of block is one row of the table in element.c. Neighbouring
 * paragraphs, lists and quotes are one run of prose. On the full width a run
 * of at least PROSE_LINES_FOR_COLUMNS lines is set in two columns, a shorter
 * one in eight columns of the grid, so that lines have 45 to 80 characters.
 */
#ifndef PAGE_ELEMENT_H
#define PAGE_ELEMENT_H

#include "page/flow.h"

enum { PROSE_COLUMNS = 8, PROSE_LINES_FOR_COLUMNS = 4 };

/* Appends to `out`. */
NODISCARD bool element_set(const struct setting *setting, const struct blocks *blocks,
                           double width, struct flow_blocks *out);

#endif
