/* SPDX-License-Identifier: MIT */
/*
 * Sources: what `data` says as a frame. Inline values, {name} of the
 * environment, {url} of a file (csv, tsv, dsv, json, topojson by name or by `format`),
 * `sequence`, `graticule`, `sphere`. Nothing is fetched from a network: such a
 * URL is looked for by its path below the folder, else refused.
 *
 * Types are inferred as Vega's loader does for CSV (boolean, number, date, string;
 * `format.parse` overrides); a text that reads as a number but for its
 * grouping stays text, with a warning.
 */
#ifndef GRAMMAR_SOURCE_H
#define GRAMMAR_SOURCE_H

#include "grammar/environment.h"

/* NULL and an error with its place: in the data file, where it is that which is wrong. */
const struct frame *source_read(struct arena *arena, const struct node *data,
                                const struct environment *environment, struct error *error);

#endif
