/* SPDX-License-Identifier: MIT */
/*
 * Formats of labels: how a datum is printed on an axis, in a legend, a header or by a text
 * mark. What stands for an observation is printed from its exact number.
 */
#ifndef PLOT_LABEL_FORMAT_H
#define PLOT_LABEL_FORMAT_H

#include "maker.h"

struct label_format {
    const struct maker *maker;
    enum {
        LABEL_TEXT, /* as JavaScript has it */
        LABEL_NUMBER, /* by `specifier`; empty is plain */
        LABEL_TIME, /* by `specifier`; empty is by how round the time is */
    } kind;
    str specifier;
    str prefix; /* "M": the number is told in millions, also where it is small; or empty */
    double unit; /* of the prefix */
    bool is_mixed; /* LABEL_NUMBER by its specifier only where the datum is a number */
};

/* Of a text mark or a header: `def` may be NULL. */
struct label_format label_format_text(const struct maker *maker, const struct channel *def);

/* Of a guide with properties of its own: format and formatType. `scale` may be NULL. */
struct label_format label_format_guide(const struct maker *maker, const struct channel *def,
                                       const struct bag *guide, const struct scale *scale,
                                       double tick_count);

/* `exact` is NULL where the number was computed. */
str label_format_print(const struct label_format *format, struct datum datum,
                       const struct exact *exact);

/* Decimals for numbers from low to high in `count` steps, put into a specifier that has
 * none. */
str label_format_for_span(struct arena *arena, str specifier, double low, double high,
                          double count);

#endif
