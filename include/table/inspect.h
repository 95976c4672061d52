/* SPDX-License-Identifier: MIT */
/*
 * The import report: what was read, as text for people.
 *
 * Encoding, line ends, rows and lines; for each column its type, role, count
 * of distinct words or range of numbers, and how many cells are values,
 * zeros, missing, suppressed; for each combination of dimensions its periods
 * and the months that are missing between the first and the last; vintages.
 */
#ifndef TABLE_INSPECT_H
#define TABLE_INSPECT_H

#include "table/load.h"

str inspect_print(struct arena *arena, const struct table *table,
                  const struct load_report *report, const struct warnings *warnings);

#endif
