/* SPDX-License-Identifier: MIT */
#include "base/period.h"

#include "base/language.h"

struct period period_month(int year, int month)
{
    return period_of_months(year, month, month);
}

struct period period_of_months(int year, int first_month, int last_month)
{
    return (struct period){year * 12 + first_month - 1, last_month - first_month + 1};
}

/* "10" to 10; exactly two digits. */
static bool parse_month(str text, int *month)
{
    size_t number;
    if (text.length != 2 || !str_to_size(text, &number) || number < 1 || number > 12) {
        return false;
    }
    *month = (int)number;
    return true;
}

/* "..10" or, in a later year, "..2026-02", after the first month: its last one's number. */
static bool parse_end(str part, int year, int *last)
{
    str end = str_after(part, 4);
    size_t end_year = (size_t)year;
    if (!str_equal(str_slice(part, 2, 4), S("..")) ||
        (end.length > 2 &&
         (end.length != 7 || !str_to_size(str_slice(end, 0, 4), &end_year) ||
          end_year <= (size_t)year || end.at[4] != '-')) ||
        !parse_month(end.length > 2 ? str_after(end, 5) : end, last)) {
        return false;
    }
    *last += ((int)end_year - year) * 12;
    return true;
}

static bool parse_part(str part, int year, struct period *period)
{
    if (part.length == 2 && (part.at[0] == 'Q' || part.at[0] == 'H')) {
        int length = part.at[0] == 'Q' ? 3 : 6;
        int nth = part.at[1] - '0';
        if (nth < 1 || nth * length > 12) {
            return false;
        }
        *period = period_of_months(year, (nth - 1) * length + 1, nth * length);
        return true;
    }
    int first;
    if (!parse_month(str_slice(part, 0, 2), &first)) {
        return false;
    }
    int last = first;
    if (part.length > 2 && !parse_end(part, year, &last)) {
        return false;
    }
    *period = period_of_months(year, first, last);
    return last > first || part.length == 2;
}

bool period_parse(str text, struct period *period)
{
    size_t year;
    if (text.length < 4 || !str_to_size(str_slice(text, 0, 4), &year) || !year) {
        return false;
    }
    if (text.length == 4) {
        *period = period_of_months((int)year, 1, 12);
        return true;
    }
    return text.at[4] == '-' && parse_part(str_after(text, 5), (int)year, period);
}

str period_print(struct arena *arena, struct period period)
{
    int year = period_year(period);
    int month = period_month_of_year(period);
    switch (period_kind(period)) {
    case PERIOD_YEAR:
        return str_print(arena, "%04d", year);
    case PERIOD_QUARTER:
        return str_print(arena, "%04d-Q%d", year, month / 3 + 1);
    case PERIOD_HALF_YEAR:
        return str_print(arena, "%04d-H%d", year, month / 6 + 1);
    case PERIOD_MONTH:
        return str_print(arena, "%04d-%02d", year, month);
    case PERIOD_TO_DATE:
    case PERIOD_COMBINED:
        break;
    }
    struct period last = period_last_month(period);
    if (period_year(last) != year) {
        return str_print(arena, "%04d-%02d..%04d-%02d", year, month, period_year(last),
                         period_month_of_year(last));
    }
    return str_print(arena, "%04d-%02d..%02d", year, month, period_month_of_year(last));
}

str period_name(struct arena *arena, struct period period)
{
    return language_period(arena, language_english(), period);
}

enum period_kind period_kind(struct period period)
{
    int month = period_month_of_year(period) - 1;
    if (period.months == 1) {
        return PERIOD_MONTH;
    }
    if (period.months == 3 && month % 3 == 0) {
        return PERIOD_QUARTER;
    }
    if (period.months == 6 && month % 6 == 0) {
        return PERIOD_HALF_YEAR;
    }
    if (period.months == 12 && month == 0) {
        return PERIOD_YEAR;
    }
    return month == 0 ? PERIOD_TO_DATE : PERIOD_COMBINED;
}

bool period_is_set(struct period period)
{
    return period.months > 0;
}

bool period_equal(struct period a, struct period b)
{
    return a.first == b.first && a.months == b.months;
}

int period_compare(struct period a, struct period b)
{
    return a.first != b.first ? (a.first > b.first) - (a.first < b.first)
                              : (a.months > b.months) - (a.months < b.months);
}

bool period_contains(struct period outer, struct period inner)
{
    return outer.first <= inner.first && period_end(inner) <= period_end(outer);
}

struct period period_shift(struct period period, int months)
{
    return (struct period){period.first + months, period.months};
}

struct period period_last_month(struct period period)
{
    return (struct period){period_end(period) - 1, 1};
}

struct period period_to_date(struct period period)
{
    int last = period_end(period) - 1;
    return (struct period){last / 12 * 12, last % 12 + 1};
}

int period_year(struct period period)
{
    return period.first / 12;
}

int period_month_of_year(struct period period)
{
    return period.first % 12 + 1;
}

int period_end(struct period period)
{
    return period.first + period.months;
}
