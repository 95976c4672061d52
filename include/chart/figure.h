/* SPDX-License-Identifier: MIT */
/*
 * Figures: how the values of one chart are spelled. Private to the layer.
 *
 * All figures of a chart share their decimals, chosen by the largest of
 * them: none from 100 on, one from 10 on, else two, and never more than were
 * published. Rates have one, and none from 100% on. From ten million on
 * values are printed in millions, billions or trillions.
 */
#ifndef CHART_FIGURE_H
#define CHART_FIGURE_H

#include "chart/slots.h"

struct figure_style {
    int places;
    bool is_rate; /* "%" stands after it */
    bool has_plus;
    int64_t divisor; /* 1, a million ... */
    str scale_word; /* "", "m", "bn", "trn" */
};

/* `largest` is the greatest magnitude; `published` the most decimals published, or -1. */
struct figure_style figure_style_for(str unit, struct ratio largest, int published);

/* The same from the values of slots. */
struct figure_style figure_style_of(str unit, const struct slots *slots, size_t count);

str figure_print(struct arena *arena, struct ratio value, struct figure_style style);

/* With its unit: "5,473 t", "-5.2%". */
str figure_print_unit(struct arena *arena, struct ratio value, struct figure_style style,
                      str unit);

#endif
