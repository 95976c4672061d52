/* SPDX-License-Identifier: MIT */
/*
 * What encodings imply about the types of their fields: a field that is shown as a time is
 * read as one, as Vega-Lite's implicit parse does.
 */
#ifndef PLOT_IMPLIED_PARSE_H
#define PLOT_IMPLIED_PARSE_H

#include "grammar/view.h"

/* The frame with the fields as times that the view, or one below it, shows as such. */
const struct frame *implied_parse(struct arena *arena, const struct frame *frame,
                                  const struct view *view);

#endif
