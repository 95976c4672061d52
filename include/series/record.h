/* SPDX-License-Identifier: MIT */
/*
 * Records and firsts: what a period is among all that the data have.
 *
 * Both need every earlier period to be known, one by one: where a figure is
 * missing they do not hold, or hold for the months since only.
 */
#ifndef SERIES_RECORD_H
#define SERIES_RECORD_H

#include "series/series.h"

/*
 * Whether the value is above (below) that of each earlier period of the data: months with
 * months, quarters with quarters, any longer period with the same one of earlier years. A
 * combined period counts as its months where its whole is below the value. Sums to date
 * have no records.
 */
struct record {
    int sign; /* 1 the highest, -1 the lowest, 0 neither or not known */
    struct period first; /* month with which the known figures begin */
    size_t count; /* earlier periods that were compared; at least 1 if there is a sign */
    struct observation before; /* the record until then; absent if none has a value */
    bool is_certain; /* also true of the figures that were rounded */
};

struct record record_at(struct arena *arena, const struct series *series,
                        struct period period);

/*
 * "The first shipment in seven months": a month above zero, after how many that were zero.
 * `count` is 0 where the month or the one before is not so, or unknown. It is exact where
 * the month before those is above zero.
 */
struct first_in {
    size_t count; /* months of zero before */
    bool is_exact; /* else "at least": there the data begin or have a hole */
};

struct first_in record_first_in(const struct series *series, struct period month);

#endif
