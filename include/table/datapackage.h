/* SPDX-License-Identifier: MIT */
/*
 * Data packages: the Frictionless datapackage.json beside a file, as a profile.
 *
 * Of the resource whose path is the file's name: encoding, the delimiter of
 * the dialect, and for each field its name, type, decimalChar, and the
 * missingValues of the schema. Numbers and integers are measures; the first
 * field that is a year, yearmonth, date or datetime is the period; any other
 * type is a dimension, and `any` is guessed from the cells.
 */
#ifndef TABLE_DATAPACKAGE_H
#define TABLE_DATAPACKAGE_H

#include "table/profile.h"

/*
 * *profile is NULL where there is no datapackage.json beside the file, or none that
 * names it. ERROR_CONFIG for one that is not JSON or wants what is not read.
 */
NODISCARD bool datapackage_find(struct arena *arena, str path,
                                const struct profile **profile, struct error *error);

#endif
