/* SPDX-License-Identifier: MIT */
#include "base/date.h"

static bool parse_field(str text, size_t at, size_t length, int *value)
{
    size_t number;
    if (!str_to_size(str_slice(text, at, at + length), &number)) {
        return false;
    }
    *value = (int)number;
    return true;
}

bool date_parse(str text, struct date *date)
{
    struct date parsed;
    if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-' ||
        !parse_field(text, 0, 4, &parsed.year) || !parse_field(text, 5, 2, &parsed.month) ||
        !parse_field(text, 8, 2, &parsed.day)) {
        return false;
    }
    if (parsed.year < 1 || parsed.month < 1 || parsed.month > 12 || parsed.day < 1 ||
        parsed.day > date_days_in_month(parsed.year, parsed.month)) {
        return false;
    }
    *date = parsed;
    return true;
}

str date_print(struct arena *arena, struct date date)
{
    return str_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

int date_compare(struct date a, struct date b)
{
    int64_t days = date_to_epoch_days(a) - date_to_epoch_days(b);
    return (days > 0) - (days < 0);
}

const char *date_month_name(int month)
{
    static const char *const names[12] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December",
    };
    return names[month - 1];
}

bool date_is_set(struct date date)
{
    return date.year != 0;
}

int date_days_in_month(int year, int month)
{
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

/*
 * Counts in eras of 400 years (146,097 days) from 0000-03-01,
 * so that the leap day is the last of its year; the method is the one of the
 * C++20 chrono proposal (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
int64_t date_to_epoch_days(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t month = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}
