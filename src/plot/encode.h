/* SPDX-License-Identifier: MIT */
/*
 * What encodings imply about data, in Vega-Lite's order: bins and time units become
 * columns ("bin_maxbins_10_price", "yearmonth_date"), then rows are aggregated
 * ("mean_price"), gaps imputed, marks stacked ("sum_price_start", "sum_price_end").
 */
#ifndef PLOT_ENCODE_H
#define PLOT_ENCODE_H

#include "model.h"

bool encode_unit(struct maker *maker, struct model *unit, struct error *error);
bool encode_facet(struct maker *maker, struct model *facet, struct error *error);

/* Leaves out rows that a continuous scale cannot show, once the scales are known. */
void encode_filter(struct maker *maker, struct model *unit);

/* Whether marks of that channel's scale are shown although their value is missing; or
 * break a path there. */
enum invalid_mode { INVALID_VALID, INVALID_FILTER, INVALID_BREAK, INVALID_SHOW };
enum invalid_mode encode_invalid_mode(const struct model *unit, enum channel_name name);

/* What the config shows for a missing value of a channel: {value: ...}; none if it does not
 * say. */
struct datum encode_invalid_value(struct arena *arena, const struct model *unit,
                                  enum channel_name name);

#endif
