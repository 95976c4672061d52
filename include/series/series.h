/* SPDX-License-Identifier: MIT */
/*
 * Series: the observations of one thing over calendar periods.
 *
 * Observations are sorted by period and have one period each. Months and
 * longer periods (combined months, quarters, to-date, years) stand side by
 * side; looking up a month never yields anything but that month. A period
 * without an observation is absent: the query had no row for it. Nothing is
 * interpolated.
 */
#ifndef SERIES_SERIES_H
#define SERIES_SERIES_H

#include "base/error.h"
#include "base/interval.h"
#include "base/period.h"
#include "table/query.h"
#include "table/table.h"

struct series_group;

enum observation_state {
    OBSERVATION_ABSENT, /* not in the query */
    OBSERVATION_VALUE,
    OBSERVATION_MISSING,
    OBSERVATION_SUPPRESSED,
};

struct observation {
    struct period period;
    enum observation_state state;
    struct ratio value; /* valid where state is OBSERVATION_VALUE */
    int places; /* decimals with which it was published; -1 for a computed value */

    /*
     * All numbers that it can stand for: of a published figure those within half a unit of
     * its last decimal, of a computed value what can be computed from those of its
     * operands. Not valid where that is not known.
     */
    struct interval possible;
    char status; /* SDMX OBS_STATUS; 'A' normal, 'E' estimated or derived ... */
    struct place place; /* file and line, where it is a row of a table */
};

struct series {
    str name; /* of the query or the group: "total", "Germany" */
    str unit; /* "t", "%" */
    struct observation *at;
    size_t count, capacity;

    /* Year-to-date sums: the observation that belongs to a month is that of January to it.
     */
    bool is_to_date;

    /* Sums of calendar quarters: the one that belongs to a month is that which it ends. */
    bool is_quarterly;

    /* Rates, shares, changes: what a longer period has is not the sum of its months. */
    bool is_rate;

    /* Rates of change as published, in per cent, by enum rate_base; NULL where there are
     * none. */
    const struct series *rates[3];

    /* How it was computed; NULL for the result of a query. */
    const struct derivation *derivation;

    /* What it tells of, also where it was computed; see mismatch.h. */
    const struct query *query; /* the one it comes from, or NULL */
    str measure; /* the column that was summed, or empty */
    str member; /* the word of query->by that it is of, or empty */
};

/* An observation that another was computed from, in the series that it belongs to. */
struct precedent {
    const struct series *series;
    struct observation observation;
};

struct precedents {
    struct precedent *at;
    size_t count, capacity;
};

/*
 * How the observations of a series were computed, for those who want to follow
 * them back (trace). Precedents are found when they are asked for: nothing is
 * kept for each observation.
 */
struct derivation {
    const char *formula; /* in terms of x(t), y(t): "x(t) - x(t - 12 months)" */
    const struct series *of; /* x */
    const struct series *with; /* the second one, y, or NULL */
    const struct series_group *group; /* that ranks and concentrations are computed of */
    struct period base; /* of an index; else unset */
    int months; /* of a rolling window, and of the years looked back; else 0 */
    enum rate_base rate; /* what t is compared with; else RATE_NONE */

    /* The observation at the period; adds those that it is computed from, also where they
     * have no value, unless `used` is NULL. */
    struct observation (*at)(struct arena *arena, const struct derivation *how,
                             struct period period, struct precedents *used);

    /* Adds those from which the observation of `result` at the period was computed. */
    void (*precedents)(struct arena *arena, const struct series *result,
                       struct period period, struct precedents *precedents);
};

/* The series of a query with `by`, in order of first appearance. */
struct series_group {
    str name;
    struct series *at;
    size_t count, capacity;
    const struct series *total; /* the aggregate that they are parts of, or NULL */
    size_t top; /* 0 is all */
    str rest; /* name of the total less the shown parts, or empty */
    const struct words *words; /* all of its dimension in the files, or NULL */
};

/*
 * From the result of query_run() for a query without `by`. Numbers keep the
 * decimals of their cells; a published rate has the status of its row.
 */
const struct series *series_from_table(struct arena *arena, const struct query *query,
                                       const struct table *result);

/*
 * The same with `by`. The total is cut out of the group; where the result has no rows of
 * it, it is an empty series. `words` are those of the dimension in the files, or NULL.
 */
const struct series_group *series_group_from_table(struct arena *arena,
                                                   const struct query *query,
                                                   const struct table *result,
                                                   const struct words *words);

/* The observation of exactly that period (of January to it for a month in a to-date
 * series, of the quarter that it ends in a quarterly one). */
struct observation series_at(const struct series *series, struct period period);

/* The period whose observation that is. */
struct period series_period(const struct series *series, struct period period);

/* Of exactly that period in any series, or NULL. */
const struct observation *series_find(const struct series *series, struct period period);

/* Index of the first observation whose period does not come before that one. */
size_t series_index(const struct series *series, struct period period);

bool observation_has_value(struct observation observation);

/*
 * Decimals that it is printed with where nothing else is said: one for per cent, points of
 * it and of an index, but none for a rate that was published without; none for any other
 * unit.
 */
int observation_places(struct observation observation, str unit);

/* Puts the observation in its place by period; the series must not have that period. */
void series_add(struct arena *arena, struct series *series, struct observation observation);

#endif
