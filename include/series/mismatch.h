/* SPDX-License-Identifier: MIT */
/*
 * Mismatches: why two series are not to be compared, from what their queries fix.
 *
 * `what` is "unit", "measure" or the column of a filter, and empty where
 * nothing speaks against it. What a query does not fix is not known, and
 * columns of two sources are the same where they have one name.
 */
#ifndef SERIES_MISMATCH_H
#define SERIES_MISMATCH_H

#include "series/series.h"

struct mismatch {
    str what;
    str left, right; /* "export", "import"; "any" where one of them fixes nothing */
};

/* One unit, one flow (the column "flow") where both fix it, and from one source one
 * measure. */
struct mismatch mismatch_in_total(struct arena *arena, const struct series *part,
                                  const struct series *total);

/*
 * Two units, of the same rows: filters agree in all columns that both have, and where both
 * come from one source in all columns.
 */
struct mismatch mismatch_of_rows(struct arena *arena, const struct series *value,
                                 const struct series *quantity);

#endif
