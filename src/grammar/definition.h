/* SPDX-License-Identifier: MIT */
/*
 * Definitions of channels as the author wrote them: what they are of, and their type.
 * Normalising (normal.h) asks this of nodes, before they are read (channel.h). All take
 * NULL for a channel that is not there.
 */
#ifndef GRAMMAR_DEFINITION_H
#define GRAMMAR_DEFINITION_H

#include "grammar/view.h"

bool definition_is_field(const struct node *definition); /* `field`, or a plain count */
bool definition_is_data(const struct node *definition); /* that, or a datum */
bool definition_is_value(const struct node *definition);

/* As given ("Q" or "quantitative"), else Vega-Lite's default for the channel. */
enum channel_type definition_type(const struct node *definition, str channel);
bool definition_is_continuous(const struct node *definition, str channel);

bool definition_has_bins(const struct node *definition); /* to be computed: not "binned" */
bool definition_is_binned(const struct node *definition);
str definition_aggregate(const struct node *definition); /* a word; or empty */

/* The column that stands for the definition: "mean_price", "yearmonth_date",
 * "argmax_a.b"; the field itself where nothing is computed. */
str definition_column(struct arena *arena, const struct node *definition);

/* "Mean of price", "date (year-month)": the title that Vega-Lite would give it. */
str definition_title(struct arena *arena, const struct node *config,
                     const struct node *definition);

#endif
