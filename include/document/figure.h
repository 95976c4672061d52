/* SPDX-License-Identifier: MIT */
/*
 * Figures: values as tables and key figures print them, with the unit apart
 * and the status as a flag.
 */
#ifndef DOCUMENT_FIGURE_H
#define DOCUMENT_FIGURE_H

#include "base/node.h"
#include "expression/value.h"

enum { FIGURE_USUAL_PLACES = -1 }; /* those of the value */

/* num(0): grouped; signed(1): with a plus above zero; pct(1): the same as num. */
struct figure_format {
    int places;
    bool has_plus;
};

NODISCARD bool figure_format_read(const struct node *node, struct figure_format *format,
                                  struct error *error);

struct figure {
    str text; /* "5,473"; "n.a." where there is no value; as the language has it */
    str flag; /* "e", "p" or empty */
    int sign; /* of what is printed: -1, 0, 1 */
    bool has_value;
};

/* Of a VALUE_NUMBER; any other kind of value is none. */
struct figure figure_from_value(struct arena *arena, const struct language *language,
                                struct value number, struct figure_format format);

#endif
