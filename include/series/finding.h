/* SPDX-License-Identifier: MIT */
/*
 * Findings: what the press would say of a series at a period, as data.
 *
 * A finding looks back month by month. It is exact where the month that ends
 * its window is known; where the window ends at a month without a figure, or
 * where the data begin, the finding says "at least". A combined period counts
 * as its months only where its whole is below (for a high) the value: then
 * each of its months is, in a series of amounts, none below zero. What is
 * exact stays true whatever the figures are that are not known.
 *
 * findings.h makes all of a briefing; sentence.h says them.
 */
#ifndef SERIES_FINDING_H
#define SERIES_FINDING_H

#include "series/series.h"

/*
 * The latest earlier month whose value is at least (at most) that of the
 * period. Sums to date have none: they grow until December and start again.
 */
struct since {
    bool is_high;
    size_t months; /* consecutive earlier months below (above) the value */
    struct period month; /* that latest month; unset if the window ended before one */
};

/* Both look at months; `months` is 0 where the month before is not below (above), or
 * unknown. */
struct since finding_high_since(const struct series *series, struct period period);
struct since finding_low_since(const struct series *series, struct period period);

/* Consecutive periods up to this one in which a series of changes has the same sign. */
struct streak {
    int sign; /* -1 fall, 1 rise, 0 none (no change, or no value) */
    size_t count; /* at least 1 if there is a sign */
    bool is_exact; /* the period before the run has another sign, and is known */
};

struct streak finding_streak(const struct series *changes, struct period period);

/* The first fall (rise) after how many periods of the other sign; 0 if the one before has
 * it too, is 0 or unknown. "The first rise in three months" comes after 2. */
size_t finding_first_after(const struct series *changes, struct period period);

/* Each has the members of struct finding that it names, besides `value` and `sign`. */
enum finding_kind {
    FINDING_CHANGE_MONTH, /* rate, comparator: the month before */
    FINDING_CHANGE_YEAR, /* rate, comparator: the month a year before */
    FINDING_TO_DATE, /* value, comparator: January to the month; rate */
    FINDING_RECORD_HIGH, /* count: months of the data up to it, comparator: the next one */
    FINDING_RECORD_LOW,
    FINDING_SINCE_HIGH, /* since, count: months of the window with the period's */
    FINDING_SINCE_LOW,
    FINDING_STREAK_MONTH, /* streak of rates on the month before, rate */
    FINDING_STREAK_YEAR, /* streak of rates on the year, rate */
    FINDING_FIRST_MONTH, /* count: the first rise in so many months, rate */
    FINDING_FIRST_YEAR,
    FINDING_FIRST_SHIPMENT, /* count: months since the last one, with the period's */
    FINDING_LEADER, /* count: its rank a month before, 0 if not known */
    FINDING_OVERTAKES, /* other, comparator: the other's value */
    FINDING_RANK, /* count: its rank, before: the rank a year before */
    FINDING_SHARE, /* rate: share in %, comparator: that a year before */
    FINDING_CONTRIBUTION, /* rate: part of the total's change on the month, in % */
    FINDING_CONCENTRATION, /* rate: share of the three largest, comparator: a year before */
    FINDING_USUAL_RANGE, /* count: years; comparator: the largest or smallest of them */
    FINDING_UNIT_VALUE, /* value: of a unit; rate, comparator: a year before */
    FINDING_LEVEL_SHIFT, /* streak: months a quarter or more above (below) a year before */
    FINDING_KIND_COUNT,
};

/*
 * How much a finding matters, from 0 to 100: what is new in it, times the weight of its
 * series, less for what other findings say already. It orders findings and is no datum:
 * doubles will do.
 *
 *   score = 100 * news * (0.3 + 0.7 * sqrt(weight)) * (0.05 if tiny) * (0.25 if it repeats
 *           another one) * 0.8^(better ones about the same series)
 */
struct salience {
    double score;
    double news; /* from 0 to 1, by kind: see salience.c */
    double usual; /* changes: the median of its earlier changes, in %; 0 if too few are
                     known */
    double weight; /* from 0 to 1: its part in the largest series of its unit */
    bool is_tiny; /* the base is so small that the rate says nothing */
    bool is_repeat; /* ... of `repeats` */
    enum finding_kind repeats;
    size_t better; /* findings about the same series */
};

struct finding {
    enum finding_kind kind;
    str query; /* "total", "partners" */
    str member; /* of a group: "Germany", or empty */
    str alias; /* of a member: the query by itself that has its figures, or empty */
    str other_alias; /* the same of `other` */
    const struct series *series;
    const struct series *other;
    struct period period;
    int sign; /* 1 rise, high, above; -1 fall, low, below; 0 neither */
    struct observation value;
    struct observation comparator;
    struct observation rate; /* in per cent */
    struct since since;
    struct streak streak;
    size_t count, before;
    bool is_complete; /* false: "at least", because the window ends at a month not known */

    str withheld; /* why it is not said; empty for one that is */
    bool is_pinned; /* by the author: before all others */
    struct salience salience;
};

str finding_kind_name(enum finding_kind kind); /* "since_high" */

/* All names of kinds and of their families ("since"), each once. */
size_t finding_kind_names(str names[2 * FINDING_KIND_COUNT]);

/* "total.since_high", "partners.Germany.share" */
str finding_name(struct arena *arena, const struct finding *finding);

/* What authors choose findings by: "total.since_high", "japan.*", "*.streak",
 * "partners.Germany.share". A kind is a kind's name or a family's. */
struct finding_selector {
    str query, member, kind; /* an empty member is any; "*" is any query, any kind */
};

struct finding_selector finding_selector_parse(str text);
bool finding_selector_takes(const struct finding_selector *selector,
                            const struct finding *finding);

#endif
