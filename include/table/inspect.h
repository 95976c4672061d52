/* SPDX-License-Identifier: MIT */
/*
 * The import report: what was read and what there is to say about it, as text
 * for people and as JSON for machines.
 *
 * The text starts with what matters: each file with the reasons for its
 * encoding, dialect and profile, then all notices, the doubtful ones first;
 * then the columns, with values, zeros, missing, suppressed and absent cells
 * counted apart, and the series with the months they lack. The shape of the
 * JSON is described in the manual page; members are only ever added to it.
 */
#ifndef TABLE_INSPECT_H
#define TABLE_INSPECT_H

#include "table/validation.h"

str inspect_print(struct arena *arena, const struct validation *validation);

/* One document with a report for each. */
str inspect_json(struct arena *arena, const struct validation *const *validations,
                 size_t count);

/* "comma, CRLF, header in line 5 below 4 rows": the dialect in a few words. */
str inspect_dialect(struct arena *arena, const struct load_file *file);

/* "line 12", or "FILE:12" where the report is about more files than that one. */
str inspect_place(struct arena *arena, const struct validation *validation,
                  struct place place);

/* "partner, tonnes: 96 compared, 90 equal, 4 within rounding, 2 with parts below it" */
str inspect_parts(struct arena *arena, const struct validation_parts *parts);

/* "1,200 rows are in both, 36 are of later months": how the two files compare. */
str inspect_comparison(struct arena *arena, const struct validation *validation);

#endif
