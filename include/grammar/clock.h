/* SPDX-License-Identifier: MIT */
/*
 * Clock: times as milliseconds since 1970-01-01 UTC, and their parts.
 *
 * Local time is UTC, so that a chart is the same wherever it is drawn. Days are those of
 * the proleptic Gregorian calendar, as JavaScript's.
 */
#ifndef GRAMMAR_CLOCK_H
#define GRAMMAR_CLOCK_H

#include "base/str.h"

#define CLOCK_DAY 86400000.0

struct clock {
    int64_t year;
    int month; /* 0 to 11, as JavaScript has it */
    int date; /* 1 to 31 */
    int hours, minutes, seconds, milliseconds;
    int day; /* of the week, 0 is Sunday */
    int day_of_year; /* 1 to 366 */
};

/* Of a finite time. */
struct clock clock_at(double milliseconds);

/* Parts may lie outside their ranges: month 13 is February of the year after. */
double clock_of(double year, double month, double date, double hours, double minutes,
                double seconds, double milliseconds);
double clock_day(int64_t year, int month, int date); /* its midnight */

/* Number of the week: it changes on Sundays (Mondays), 0 before the first of the year. */
int clock_week(double milliseconds);
int clock_week_of_mondays(double milliseconds);

/* ISO 8601: weeks from Monday, week 1 has the first Thursday. */
int clock_iso_week(double milliseconds, int64_t *year);

/*
 * Dates as files and specifications spell them: ISO 8601 (2025, 2025-10, 2025-10-04,
 * 2025-10-04T12:30:15.5+08:00, also with a space), 2025/10/4, 10/4/2025, Oct 4 2025,
 * 4 October 2025, October 2025, with a time behind (12:30, 12:30:15, 3:30 PM) and a zone
 * (Z, GMT, UTC, +0800). Names are English. False for anything else.
 */
bool clock_parse(str text, double *milliseconds);

/* "Sat Oct 04 2025 00:00:00 GMT+0000 (Coordinated Universal Time)": JavaScript's text. */
str clock_print(struct arena *arena, double milliseconds);

#endif
