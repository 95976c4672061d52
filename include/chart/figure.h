/* SPDX-License-Identifier: MIT */
/*
 * Figures: how the values of one chart are spelled. Private to the layer.
 *
 * All figures of a chart share their decimals, chosen by the largest of
 * them: none from 100 on, one from 10 on, else two, and never more than were
 * published. Rates have one, and none from 100% on. Large values are printed
 * in millions, billions or trillions, or in what the language has for them.
 */
#ifndef CHART_FIGURE_H
#define CHART_FIGURE_H

#include "chart/chart.h"
#include "chart/slots.h"

struct figure_style {
    const struct language *language;
    int places;
    bool is_rate; /* "%" stands after it */
    bool has_plus;
    int64_t divisor; /* 1, a million ... */
    const char *scale_word; /* "", "m", "bn", "trn" */
};

/* `largest` is the greatest magnitude; `published` the most decimals published, or -1. */
struct figure_style figure_style_for(const struct language *language, str unit,
                                     struct ratio largest, int published);

/* The same from the values of slots. */
struct figure_style figure_style_of(const struct chart *chart, const struct slots *slots,
                                    size_t count);

str figure_print(struct arena *arena, struct ratio value, struct figure_style style);

/* With its unit: "5,473 t", "-5.2%". */
str figure_print_unit(struct arena *arena, struct ratio value, struct figure_style style,
                      str unit);

#endif
