/* SPDX-License-Identifier: MIT */
#include "grammar/time_parse.h"

#include "base/compiler.h"
#include "grammar/clock.h"

#include <string.h>

struct reading {
    str text;
    size_t at;
    int year, month, date, hours, minutes, seconds, milliseconds;
    int quarter, day_of_year; /* 0: not given */
    int week, week_start; /* the day that it starts with: 0 Sunday, 1 Monday; -1: none */
    int weekday; /* -1: not given */
    bool is_afternoon, has_half;
    int offset; /* minutes ahead of UTC */
    bool has_stamp;
    double stamp;
};

/* At most `most` digits. */
static bool take_number(struct reading *reading, int most, int *number)
{
    int count = 0;
    *number = 0;
    while (count < most && reading->at < reading->text.length &&
           reading->text.at[reading->at] >= '0' && reading->text.at[reading->at] <= '9') {
        *number = *number * 10 + (reading->text.at[reading->at++] - '0');
        count++;
    }
    return count > 0;
}

/* The longest name that stands there; its index from 0. */
static bool take_name(struct reading *reading, const char *const *names, size_t count,
                      size_t letters, int *index)
{
    str rest = str_after(reading->text, reading->at);
    for (size_t i = 0; i < count; i++) {
        size_t length = letters ? letters : strlen(names[i]);
        bool is_it = rest.length >= length;
        for (size_t letter = 0; is_it && letter < length; letter++) {
            is_it = (rest.at[letter] | 0x20) == (names[i][letter] | 0x20);
        }
        if (is_it) {
            *index = (int)i;
            reading->at += length;
            return true;
        }
    }
    return false;
}

static bool take_month(struct reading *reading, size_t letters)
{
    static const char *const names[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
    int month;
    if (!take_name(reading, names, COUNT_OF(names), letters, &month)) {
        return false;
    }
    reading->month = month + 1;
    return true;
}

static bool take_weekday(struct reading *reading, size_t letters)
{
    static const char *const names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
    return take_name(reading, names, COUNT_OF(names), letters, &reading->weekday);
}

static bool take_half(struct reading *reading)
{
    static const char *const names[] = {"AM", "PM"};
    int half;
    reading->has_half = take_name(reading, names, COUNT_OF(names), 0, &half);
    reading->is_afternoon = reading->has_half && half == 1;
    return reading->has_half;
}

/* Z, +0800, -05:30 */
static bool take_zone(struct reading *reading)
{
    int hours;
    int minutes = 0;
    char sign = str_byte(reading->text, reading->at);
    reading->at++;
    if (sign == 'Z') {
        return true;
    }
    if ((sign != '+' && sign != '-') || !take_number(reading, 2, &hours)) {
        return false;
    }
    bool has_colon =
        reading->at < reading->text.length && reading->text.at[reading->at] == ':';
    reading->at += has_colon;
    if (!take_number(reading, 2, &minutes)) {
        minutes = 0;
    }
    reading->offset = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    return true;
}

static bool take_stamp(struct reading *reading, double unit)
{
    bool is_negative =
        reading->at < reading->text.length && reading->text.at[reading->at] == '-';
    size_t from = reading->at += is_negative;
    double number = 0.0;
    while (reading->at < reading->text.length && reading->text.at[reading->at] >= '0' &&
           reading->text.at[reading->at] <= '9') {
        number = number * 10.0 + (reading->text.at[reading->at++] - '0');
    }
    reading->has_stamp = true;
    reading->stamp = (is_negative ? -number : number) * unit;
    return reading->at > from;
}

static bool take_all(struct reading *reading, str specifier);

static bool take_numbered(struct reading *reading, char directive)
{
    int number;
    switch (directive) {
    case 'd':
    case 'e':
        return take_number(reading, 2, &reading->date);
    case 'f':
        if (!take_number(reading, 6, &number)) {
            return false;
        }
        reading->milliseconds = number / 1000;
        return true;
    case 'H':
    case 'I':
        return take_number(reading, 2, &reading->hours);
    case 'j':
        return take_number(reading, 3, &reading->day_of_year);
    case 'L':
        return take_number(reading, 3, &reading->milliseconds);
    case 'm':
        return take_number(reading, 2, &reading->month);
    case 'M':
        return take_number(reading, 2, &reading->minutes);
    case 'q':
        return take_number(reading, 1, &reading->quarter);
    case 'S':
        return take_number(reading, 2, &reading->seconds);
    case 'u':
        return take_number(reading, 1, &reading->weekday) &&
               ((reading->weekday %= 7), true);
    case 'w':
        return take_number(reading, 1, &reading->weekday);
    case 'U':
    case 'W':
        reading->week_start = directive == 'W';
        return take_number(reading, 2, &reading->week);
    case 'y':
        if (!take_number(reading, 2, &number)) {
            return false;
        }
        reading->year = number + (number > 68 ? 1900 : 2000);
        return true;
    case 'Y':
        return take_number(reading, 4, &reading->year);
    default:
        return false;
    }
}

static bool take_directive(struct reading *reading, char directive)
{
    switch (directive) {
    case 'a':
        return take_weekday(reading, 3);
    case 'A':
        return take_weekday(reading, 0);
    case 'b':
        return take_month(reading, 3);
    case 'B':
        return take_month(reading, 0);
    case 'c':
        return take_all(reading, S("%m/%d/%Y, %H:%M:%S %p"));
    case 'p':
        return take_half(reading);
    case 'Q':
        return take_stamp(reading, 1.0);
    case 's':
        return take_stamp(reading, 1000.0);
    case 'x':
        return take_all(reading, S("%m/%d/%Y"));
    case 'X':
        return take_all(reading, S("%H:%M:%S %p"));
    case 'Z':
        return take_zone(reading);
    case '%':
        return reading->at < reading->text.length && reading->text.at[reading->at++] == '%';
    default:
        return take_numbered(reading, directive);
    }
}

/* A directive takes what it can; any other character must be there. */
static bool take_all(struct reading *reading, str specifier)
{
    for (size_t i = 0; i < specifier.length; i++) {
        if (specifier.at[i] == '%' && i + 1 < specifier.length) {
            i++;
            bool has_pad = i + 1 < specifier.length && strchr("-_0", specifier.at[i]);
            i += has_pad;
            if (!take_directive(reading, specifier.at[i])) {
                return false;
            }
        } else if (reading->at >= reading->text.length ||
                   reading->text.at[reading->at++] != specifier.at[i]) {
            return false;
        }
    }
    return true;
}

/* The day that a week and a day of it say, if they were given. */
static void settle_day(struct reading *reading)
{
    if (reading->quarter && !reading->month) {
        reading->month = 3 * reading->quarter - 2;
    }
    if (reading->day_of_year) {
        reading->month = 1;
        reading->date = reading->day_of_year;
    }
    if (reading->week_start >= 0) {
        int first = clock_at(clock_day(reading->year, 0, 1)).day;
        int weekday = reading->weekday < 0 ? reading->week_start : reading->weekday;
        int into = (weekday + 7 - reading->week_start) % 7;
        int before = (first + 7 - reading->week_start + 6) % 7;
        reading->month = 1;
        reading->date = into + reading->week * 7 - before;
    }
}

bool time_parse(str text, str specifier, double *milliseconds)
{
    struct reading reading = {
        .text = text, .year = 1900, .date = 1, .weekday = -1, .week_start = -1};
    if (!take_all(&reading, specifier) || reading.at != text.length) {
        return false;
    }
    if (reading.has_stamp) {
        *milliseconds = reading.stamp;
        return true;
    }
    settle_day(&reading);
    if (reading.has_half) {
        reading.hours = reading.hours % 12 + (reading.is_afternoon ? 12 : 0);
    }
    int month = reading.month ? reading.month : 1;
    if (month > 12 || reading.hours > 24 || reading.minutes > 59 || reading.seconds > 61) {
        return false;
    }
    *milliseconds =
        clock_of(reading.year, month - 1, reading.date, reading.hours,
                 reading.minutes - reading.offset, reading.seconds, reading.milliseconds);
    return true;
}
