/* SPDX-License-Identifier: MIT */
/*
 * Data packages: the Frictionless datapackage.json beside a file, or in the folder
 * above, as a profile.
 *
 * Of the resource whose path is that of the file: encoding, the delimiter of
 * the dialect, and for each field its name, type, decimalChar, and the
 * missingValues of the schema. Numbers and integers are measures; the first
 * field that is a year, yearmonth, date or datetime is the period; any other
 * type is a dimension, and `any` is guessed from the cells. Groups of digits need not
 * be named: where they are is seen in the cells.
 */
#ifndef TABLE_DATAPACKAGE_H
#define TABLE_DATAPACKAGE_H

#include "table/profile.h"

/*
 * *profile is NULL where there is no datapackage.json that names the file. ERROR_CONFIG
 * for one that is not JSON, or whose dialect is not one that can be read: without a header,
 * with other quotes, or with quotes that are escaped.
 */
NODISCARD bool datapackage_find(struct arena *arena, str path,
                                const struct profile **profile, struct error *error);

#endif
