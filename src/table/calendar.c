/* SPDX-License-Identifier: MIT */
#include "table/calendar.h"

#include "table/numeral.h"

#include <string.h>
#include <strings.h>

static const str year_sign = S("年");
static const str month_sign = S("月");

static size_t count_digits(str text)
{
    size_t digits = 0;
    while (digits < text.length && text.at[digits] >= '0' && text.at[digits] <= '9') {
        digits++;
    }
    return digits;
}

/* Takes a number of `least` to `most` digits from the start of the text. */
static bool take_number(str *text, size_t least, size_t most, int *number)
{
    size_t digits = count_digits(*text);
    size_t value;
    if (digits < least || digits > most ||
        !str_to_size(str_slice(*text, 0, digits), &value)) {
        return false;
    }
    *number = (int)value;
    *text = str_after(*text, digits);
    return true;
}

static bool take(str *text, str start)
{
    if (!str_starts(*text, start)) {
        return false;
    }
    *text = str_after(*text, start.length);
    return true;
}

static bool take_any(str *text, const char *bytes)
{
    if (!text->length || !strchr(bytes, text->at[0])) {
        return false;
    }
    *text = str_after(*text, 1);
    return true;
}

static bool is_month(int month)
{
    return month >= 1 && month <= 12;
}

/* --- names of months ---------------------------------------------------------------- */

/* January, Jan, Jan., Sept: three letters at least of the name, in any case. */
static bool take_month_name(str *text, int *month)
{
    size_t length = 0;
    while (length < text->length && (text->at[length] | 0x20) >= 'a' &&
           (text->at[length] | 0x20) <= 'z') {
        length++;
    }
    for (*month = 1; length >= 3 && *month <= 12; ++*month) {
        str name = str_from(date_month_name(*month));
        if (length <= name.length && !strncasecmp(name.at, text->at, length)) {
            *text = str_after(*text, length);
            take(text, S("."));
            return true;
        }
    }
    return false;
}

bool calendar_month(str text, int *month)
{
    str rest = numeral_unwrap(text);
    if (take_month_name(&rest, month)) {
        return !rest.length;
    }
    if (!take_number(&rest, 1, 2, month)) {
        return false;
    }
    take(&rest, month_sign);
    return !rest.length && is_month(*month);
}

/* 25 is 2025, 98 is 1998. */
static bool take_year(str *text, int *year)
{
    enum { CENTURY_STARTS = 70 };
    size_t digits = count_digits(*text);
    if (digits == 2 && take_number(text, 2, 2, year)) {
        *year += *year < CENTURY_STARTS ? 2000 : 1900;
        return true;
    }
    return take_number(text, 4, 4, year) && *year > 0;
}

/* -Feb and to October behind the first month of a run. */
static void take_last_month(str *text, int *last)
{
    static const str marks[] = {S("-"), S("\u2013"), S(" - "), S(" \u2013 "), S(" to ")};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        str rest = *text;
        int month;
        if (take(&rest, marks[i]) && take_month_name(&rest, &month)) {
            *text = rest;
            *last = month;
            return;
        }
    }
}

/* October 2025, Oct-25, Oct. 2025, Jan-Feb 2025 */
static bool parse_name_first(str text, struct period *period)
{
    int month;
    int year;
    if (!take_month_name(&text, &month)) {
        return false;
    }
    int last = month;
    take_last_month(&text, &last);
    while (take_any(&text, " -,/")) {
    }
    if (!take_year(&text, &year) || text.length || last < month) {
        return false;
    }
    *period = period_of_months(year, month, last);
    return true;
}

/* --- what stands behind a year ------------------------------------------------------ */

/* Q4, S2, H2 */
static bool parse_part_of_year(str text, int year, struct period *period)
{
    int nth;
    int length = take_any(&text, "Qq") ? 3 : take_any(&text, "SsHh") ? 6 : 0;
    if (!length || !take_number(&text, 1, 1, &nth) || text.length || nth < 1 ||
        nth * length > 12) {
        return false;
    }
    *period = period_of_months(year, (nth - 1) * length + 1, nth * length);
    return true;
}

/* Q4 2025 */
static bool parse_part_first(str text, struct period *period)
{
    size_t space = str_find(text, ' ');
    str year_text = str_after(text, space + 1);
    int year;
    return take_number(&year_text, 4, 4, &year) && !year_text.length &&
           parse_part_of_year(str_slice(text, 0, space), year, period);
}

/* 2025年10月, 2025年1-2月, 2025年 */
static bool parse_signs(str text, int year, struct period *period)
{
    int first;
    int last;
    if (!text.length) {
        *period = period_of_months(year, 1, 12);
        return true;
    }
    if (!take_number(&text, 1, 2, &first)) {
        return false;
    }
    last = first;
    if (take_any(&text, "-~") && !take_number(&text, 1, 2, &last)) {
        return false;
    }
    if (!str_equal(text, month_sign) || !is_month(first) || !is_month(last) ||
        last < first) {
        return false;
    }
    *period = period_of_months(year, first, last);
    return true;
}

/* 10 behind 2025-, 2025/, 2025.; 10-01 behind 2025-; always two digits. */
static bool parse_parted(str text, int year, char mark, struct period *period)
{
    int month;
    int day;
    if (!take_number(&text, 2, 2, &month) || !is_month(month)) {
        return false;
    }
    if (text.length && (text.at[0] != mark || !take_any(&text, "-/.") ||
                        !take_number(&text, 2, 2, &day) || day != 1 || text.length)) {
        return false;
    }
    *period = period_month(year, month);
    return true;
}

/* M10, m10; Oct */
static bool parse_marked_month(str text, int year, struct period *period)
{
    int month;
    str rest = text;
    bool is_read = take_any(&rest, "Mm") && take_number(&rest, 2, 2, &month);
    if (!is_read) {
        rest = text;
        is_read = take_month_name(&rest, &month);
    }
    if (!is_read || rest.length || !is_month(month)) {
        return false;
    }
    *period = period_month(year, month);
    return true;
}

/* 202510, 20251001, and 202552 for the year. */
static bool parse_digits(str text, struct period *period)
{
    enum { WHOLE_YEAR = 52 };
    int year = 0;
    int month = 0;
    int day = 1;
    str year_text = str_slice(text, 0, 4);
    str month_text = str_slice(text, 4, 6);
    str day_text = str_after(text, 6);
    if (!take_number(&year_text, 4, 4, &year) || !year ||
        !take_number(&month_text, 2, 2, &month) ||
        (day_text.length && (!take_number(&day_text, 2, 2, &day) || day_text.length))) {
        return false;
    }
    if (month == WHOLE_YEAR && text.length == 6) {
        *period = period_of_months(year, 1, 12);
        return true;
    }
    *period = period_month(year, month);
    return is_month(month) && day == 1;
}

/* The text begins with four digits, and something else follows. */
static bool parse_year_first(str text, struct period *period)
{
    int year;
    if (!take_number(&text, 4, 4, &year) || !year) {
        return false;
    }
    if (take(&text, year_sign)) {
        return parse_signs(text, year, period);
    }
    if (str_starts(text, S(" [YR")) && str_ends(text, S("]"))) {
        *period = period_of_months(year, 1, 12);
        return text.length == S(" [YR2025]").length;
    }
    char mark = (char)(text.length ? text.at[0] : '\0');
    bool is_parted = take_any(&text, "-/. ");
    return (is_parted && parse_parted(text, year, mark, period)) ||
           parse_part_of_year(text, year, period) || parse_marked_month(text, year, period);
}

bool calendar_parse(str text, struct period *period)
{
    if (period_parse(text, period)) {
        return true;
    }
    text = numeral_unwrap(text);
    size_t digits = count_digits(text);
    if (digits == text.length && digits != 4) {
        return parse_digits(text, period);
    }
    return period_parse(text, period) || parse_year_first(text, period) ||
           parse_name_first(text, period) || parse_part_first(text, period);
}

/* --- hints -------------------------------------------------------------------------- */

/* 2016.1, 2016-3: a month of one digit. */
static bool is_short_month(str text)
{
    int number;
    text = numeral_unwrap(text);
    return take_number(&text, 4, 4, &number) && take_any(&text, ".-/") &&
           take_number(&text, 1, 1, &number) && !text.length;
}

static bool is_week(str text)
{
    int number;
    text = numeral_unwrap(text);
    if (!take_number(&text, 4, 4, &number)) {
        return false;
    }
    take_any(&text, "-");
    return take_any(&text, "Ww") && count_digits(text) == text.length;
}

static bool is_day(str text)
{
    struct date date;
    text = numeral_unwrap(text);
    return date_parse(text, &date) || (text.length == 8 && count_digits(text) == 8);
}

bool calendar_hint(str text, struct error *error)
{
    if (is_short_month(text)) {
        return error_hint(error, "the month has one digit: .1 can be January, or October "
                                 "after a spreadsheet took its zero");
    }
    if (is_week(text)) {
        return error_hint(error, "weeks do not add up to months");
    }
    if (is_day(text)) {
        return error_hint(error, "days are not read; the first of a month stands for it");
    }
    return error_hint(error, "periods are written 2025-10, 202510, Oct-25, 2025-Q4, "
                             "2025-H1, 2025 or 2025-01..10");
}
