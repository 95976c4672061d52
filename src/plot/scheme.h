/* SPDX-License-Identifier: MIT */
/*
 * Schemes: the named lists of colours that Vega knows, by Tableau, ColorBrewer
 * (Cynthia Brewer), matplotlib and others; names in any case.
 */
#ifndef PLOT_SCHEME_H
#define PLOT_SCHEME_H

#include "scene/geometry.h"

struct scheme {
    const char *name;
    bool is_continuous; /* stops of a gradient; else one colour for each category */
    const char *digits; /* six hexadecimal digits for each colour */
};

extern const struct scheme scheme_table[];
extern const size_t scheme_table_count;

/* NULL if there is none of that name. */
const struct scheme *scheme_named(str name);

size_t scheme_count(const struct scheme *scheme);
color scheme_color(const struct scheme *scheme, size_t index);

#endif
