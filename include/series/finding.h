/* SPDX-License-Identifier: MIT */
/*
 * Findings: what the press would say of a series at a period, as data, and
 * the English sentences for them.
 *
 * A finding looks back month by month. It is exact where the month that ends
 * its window is known; where the window ends at a month without a figure, or
 * where the data begin, the finding says "at least". A combined period counts
 * as its months only where its whole is below (for a high) the value: then
 * each of its months is, in a series of amounts, none below zero. What is
 * exact stays true whatever the figures are that are not known.
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

/*
 * English. Each is a phrase that fits into a sentence, and never says why;
 * empty where there is nothing to say.
 *
 *   since:   "the highest since January", "the highest since January 2024" (another
 *            year than the period's), "the lowest in at least six months"
 *   streak:  of two and more: "the second consecutive monthly fall", "at least the
 *            third consecutive monthly rise" where it is not exact; "annual" for rates
 *            on the year
 *   verb:    of a rate of change in per cent, by what is printed with one decimal:
 *            "was unchanged" (0.0), "edged up" (< 0.5), "rose", "jumped" (>= 20),
 *            "doubled" (exactly 100), "more than doubled"; "slipped" (> -2), "fell",
 *            "plunged" (<= -20)
 *   headline: of a level with its rate on the previous month:
 *            "fell 5.2% to 5,473 t in October, the second consecutive monthly fall",
 *            "rose 12.4% to 6,150 t in November, the highest since January",
 *            "more than doubled to 3,188 t in June", "was unchanged at 12 t in May"
 *
 * Where the month or the one before is below zero, it is "rose to" or "fell to", without
 * a size. A headline ends with how far back a rise is a high (a fall a low) if that is
 * three months or more, and at least twice the length of the streak; else with the streak.
 * It is empty for a period that is not a month, or without a rate.
 */
str finding_since_phrase(struct arena *arena, struct since since, struct period period);
str finding_streak_phrase(struct arena *arena, struct streak streak, enum rate_base base);
str finding_verb(struct ratio rate);
str finding_headline(struct arena *arena, const struct series *series,
                     struct period period);

#endif
