/* SPDX-License-Identifier: MIT */
/* Texts as lines. */
#ifndef PLOT_TEXT_LINES_H
#define PLOT_TEXT_LINES_H

#include "base/node.h"

/* Split at line breaks; an empty text has no line. */
struct str_list text_lines(struct arena *arena, str text);

/* Of a scalar, or of a list of scalars. */
struct str_list text_lines_of(struct arena *arena, const struct node *node);

#endif
