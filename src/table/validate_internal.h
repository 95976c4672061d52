/* SPDX-License-Identifier: MIT */
/* The checks: each is one function and one row of the table in validate.c. */
#ifndef TABLE_VALIDATE_INTERNAL_H
#define TABLE_VALIDATE_INTERNAL_H

#include "table/validation.h"

typedef void validate_check(struct validation *validation);

validate_check validate_files;
validate_check validate_totals;
validate_check validate_unit_values;
validate_check validate_breaks;
validate_check validate_months;
validate_check validate_vintages;

void validate_against(struct validation *validation, const struct table *older);

/* Counts a notice, and gives room for it, or NULL where enough of its kind are kept. */
struct notice *validate_add(struct validation *validation, enum notice_kind kind);

/* The same with series, period and place of a row of the latest vintage. */
struct notice *validate_add_row(struct validation *validation, enum notice_kind kind,
                                size_t row);

/*
 * Which word of a dimension is the total that another one is a part of: by code,
 * UINT32_MAX for none. NULL where the dimension has no totals.
 *
 * A word for the whole (World, TOTAL), or else the first of its aggregates, is the
 * total of all words that are no aggregates. An aggregate whose digits begin other
 * codes (8505 of 850511) is the total of those, and they are no parts of the whole.
 */
const uint32_t *validate_families(struct arena *arena, const struct column *dimension);

#endif
