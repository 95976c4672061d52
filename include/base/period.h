/* SPDX-License-Identifier: MIT */
/*
 * Calendar periods: a month, or several whole months in a row.
 *
 * A period is the interval of months that it covers; 2025-Q1 and 2025-01..03
 * are the same one. Months are numbered from January of year 0. The zeroed
 * struct is "no period". Comparison is by start, then by length.
 */
#ifndef BASE_PERIOD_H
#define BASE_PERIOD_H

#include "base/date.h"

struct period {
    int first; /* year * 12 + month - 1 */
    int months; /* at least 1 */
};

enum period_kind {
    PERIOD_MONTH,
    PERIOD_QUARTER,
    PERIOD_HALF_YEAR,
    PERIOD_YEAR,
    PERIOD_TO_DATE, /* January to another month than those above */
    PERIOD_COMBINED, /* any other run of months, as 2025-02..03 */
};

struct period period_month(int year, int month);
struct period period_of_months(int year, int first_month, int last_month);

/* 2025-10, 2025-Q4, 2025-H1, 2025, 2025-01..10, 2024-11..2025-02, and nothing else. */
bool period_parse(str text, struct period *period);
str period_print(struct arena *arena, struct period period); /* the same spelling */

/* "October 2025", "January-February 2024", "first half of 2025", "2025" */
str period_name(struct arena *arena, struct period period);

enum period_kind period_kind(struct period period);
bool period_is_set(struct period period);
bool period_equal(struct period a, struct period b);
int period_compare(struct period a, struct period b);
bool period_contains(struct period outer, struct period inner);

struct period period_shift(struct period period, int months);
struct period period_last_month(struct period period);
struct period period_to_date(struct period period); /* January to its last month */
int period_year(struct period period); /* of its first month */
int period_month_of_year(struct period period); /* 1 to 12, of its first month */
int period_end(struct period period); /* number of the month after it */

#endif
