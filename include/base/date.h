/* SPDX-License-Identifier: MIT */
/*
 * Dates of the proleptic Gregorian calendar, without time zones.
 * A valid date has year 1 to 9999; the zeroed struct is "no date".
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

struct date {
    int year, month, day; /* month and day count from 1 */
};

bool date_parse(str text, struct date *date); /* 2025-11-20, and nothing else */
str date_print(struct arena *arena, struct date date); /* 2025-11-20 */
int date_compare(struct date a, struct date b);
bool date_is_set(struct date date);
int date_days_in_month(int year, int month);
int64_t date_to_epoch_days(struct date date); /* days since 1970-01-01 */

const char *date_month_name(int month); /* "January" for 1 */

#endif
