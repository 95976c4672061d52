/* SPDX-License-Identifier: MIT */
/*
 * Reading dates: ISO 8601 first; else the text is taken apart into words and numbers, whose
 * marks and sizes say what they are.
 */
#include "base/compiler.h"
#include "grammar/clock.h"

#include <math.h>
#include <string.h>

struct cursor {
    str text;
    size_t at;
};

static bool is_digit(const struct cursor *cursor)
{
    return cursor->at < cursor->text.length && cursor->text.at[cursor->at] >= '0' &&
           cursor->text.at[cursor->at] <= '9';
}

static bool take(struct cursor *cursor, char byte)
{
    bool is_there = cursor->at < cursor->text.length && cursor->text.at[cursor->at] == byte;
    cursor->at += is_there;
    return is_there;
}

static bool is_at_end(const struct cursor *cursor)
{
    return cursor->at == cursor->text.length;
}

/* Between `least` and `most` digits. */
static bool take_digits(struct cursor *cursor, int least, int most, int *number)
{
    int count = 0;
    *number = 0;
    for (; count < most && is_digit(cursor); count++, cursor->at++) {
        *number = *number * 10 + (cursor->text.at[cursor->at] - '0');
    }
    return count >= least;
}

struct reading {
    int year, month, date; /* month from 1; 0: not given */
    int hours, minutes;
    double seconds;
    int offset; /* minutes that the zone is ahead of UTC */
    bool has_year, has_time;
};

/* 12:30, 12:30:15, 12:30:15.25 */
static bool take_time(struct cursor *cursor, struct reading *reading)
{
    int seconds = 0;
    int digit;
    if (!take_digits(cursor, 1, 2, &reading->hours) || !take(cursor, ':') ||
        !take_digits(cursor, 2, 2, &reading->minutes)) {
        return false;
    }
    reading->has_time = true;
    if (!take(cursor, ':')) {
        return true;
    }
    if (!take_digits(cursor, 2, 2, &seconds)) {
        return false;
    }
    reading->seconds = seconds;
    if (take(cursor, '.') || take(cursor, ',')) {
        double place = 1.0;
        while (take_digits(cursor, 1, 1, &digit)) {
            place /= 10.0;
            reading->seconds += digit * place;
        }
    }
    return true;
}

/* Z, +08:00, +0800, +08 */
static bool take_zone(struct cursor *cursor, struct reading *reading)
{
    int hours = 0;
    int minutes = 0;
    if (take(cursor, 'Z') || take(cursor, 'z')) {
        return true;
    }
    bool is_behind = take(cursor, '-');
    if (!is_behind && !take(cursor, '+')) {
        return false;
    }
    if (!take_digits(cursor, 2, 2, &hours)) {
        return false;
    }
    if (!is_at_end(cursor)) {
        take(cursor, ':');
        if (!take_digits(cursor, 2, 2, &minutes)) {
            return false;
        }
    }
    reading->offset = (hours * 60 + minutes) * (is_behind ? -1 : 1);
    return true;
}

static bool read_iso(struct cursor cursor, struct reading *reading)
{
    if (!take_digits(&cursor, 4, 4, &reading->year)) {
        return false;
    }
    reading->has_year = true;
    reading->month = reading->date = 1;
    if (take(&cursor, '-') && !take_digits(&cursor, 2, 2, &reading->month)) {
        return false;
    }
    if (take(&cursor, '-') && !take_digits(&cursor, 2, 2, &reading->date)) {
        return false;
    }
    if (is_at_end(&cursor)) {
        return true;
    }
    if (!take(&cursor, 'T') && !take(&cursor, 't') && !take(&cursor, ' ')) {
        return false;
    }
    if (!take_time(&cursor, reading)) {
        return false;
    }
    take(&cursor, ' ');
    return is_at_end(&cursor) || (take_zone(&cursor, reading) && is_at_end(&cursor));
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static str take_word(struct cursor *cursor)
{
    size_t from = cursor->at;
    while (cursor->at < cursor->text.length && is_letter(cursor->text.at[cursor->at])) {
        cursor->at++;
    }
    return str_slice(cursor->text, from, cursor->at);
}

/* True if the word is one of those, or starts one with at least three letters. */
static bool is_name(str word, const char *name)
{
    if (word.length < 3 || word.length > strlen(name)) {
        return false;
    }
    for (size_t i = 0; i < word.length; i++) {
        if ((word.at[i] | 0x20) != name[i]) {
            return false;
        }
    }
    return true;
}

static bool take_name(str word, struct reading *reading)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    static const char *const days[] = {"sunday",   "monday", "tuesday", "wednesday",
                                       "thursday", "friday", "saturday"};
    for (int month = 0; month < 12; month++) {
        if (is_name(word, months[month])) {
            bool is_first = !reading->month;
            reading->month = month + 1;
            return is_first;
        }
    }
    for (size_t day = 0; day < COUNT_OF(days); day++) {
        if (is_name(word, days[day])) {
            return true;
        }
    }
    return false;
}

/* PM and AM change the hours that were read; GMT and UTC are the zone that we have. */
static bool take_mark(str word, struct reading *reading)
{
    bool is_half = word.length == 2 && (word.at[1] | 0x20) == 'm' && reading->has_time;
    if (is_half && (word.at[0] | 0x20) == 'p') {
        reading->hours += reading->hours < 12 ? 12 : 0;
        return true;
    }
    if (is_half && (word.at[0] | 0x20) == 'a') {
        reading->hours -= reading->hours == 12 ? 12 : 0;
        return true;
    }
    return str_equal(word, S("GMT")) || str_equal(word, S("UTC")) ||
           str_equal(word, S("Z"));
}

static void set_year(struct reading *reading, int year, size_t digits)
{
    reading->year = digits > 2 ? year : year + (year < 50 ? 2000 : 1900);
    reading->has_year = true;
}

/* A number that stands alone: the day, where none was read, else the year. */
static bool place_number(struct reading *reading, int number, size_t digits)
{
    if (digits <= 2 && !reading->date) {
        reading->date = number;
        return true;
    }
    if (reading->has_year || digits == 3) {
        return false;
    }
    set_year(reading, number, digits);
    return true;
}

/* 2025/10/4, or 10/4/2025, as the United States write it; 10-4-2025 too. */
static bool take_numbers(struct cursor *cursor, struct reading *reading, int first,
                         size_t digits, char mark)
{
    int second;
    int third = 0;
    if (!take_digits(cursor, 1, 2, &second)) {
        return false;
    }
    bool has_third = take(cursor, mark);
    size_t from = cursor->at;
    if ((has_third && !take_digits(cursor, 1, 4, &third)) || reading->month) {
        return false;
    }
    if (digits == 4) {
        set_year(reading, first, 4);
        reading->month = second;
        reading->date = has_third ? third : 1;
        return true;
    }
    reading->month = first;
    if (!has_third) { /* 10/2025 is no date of JavaScript's, 10/4 one of 2001 */
        return false;
    }
    reading->date = second;
    set_year(reading, third, cursor->at - from);
    return true;
}

static bool take_number(struct cursor *cursor, struct reading *reading)
{
    size_t from = cursor->at;
    int number;
    take_digits(cursor, 1, 4, &number);
    size_t digits = cursor->at - from;
    if (digits <= 2 && cursor->at < cursor->text.length &&
        cursor->text.at[cursor->at] == ':') {
        cursor->at = from;
        return !reading->has_time && take_time(cursor, reading);
    }
    if (take(cursor, '/')) {
        return take_numbers(cursor, reading, number, digits, '/');
    }
    if (!reading->month && take(cursor, '-')) {
        if (is_digit(cursor)) {
            return take_numbers(cursor, reading, number, digits, '-');
        }
    }
    return place_number(reading, number, digits);
}

static bool read_words(struct cursor cursor, struct reading *reading)
{
    while (!is_at_end(&cursor)) {
        char byte = cursor.text.at[cursor.at];
        if (is_digit(&cursor)) {
            if (!take_number(&cursor, reading)) {
                return false;
            }
        } else if (is_letter(byte)) {
            str word = take_word(&cursor);
            if (!take_mark(word, reading) && !take_name(word, reading)) {
                return false;
            }
        } else if ((byte == '+' || byte == '-') && reading->has_time) {
            if (!take_zone(&cursor, reading)) {
                return false;
            }
        } else if (strchr(" ,.-", byte)) {
            cursor.at++;
        } else {
            return false;
        }
    }
    reading->date = reading->date ? reading->date : 1;
    return reading->has_year && reading->month;
}

static bool is_in_range(const struct reading *reading)
{
    return reading->month >= 1 && reading->month <= 12 && reading->date >= 1 &&
           reading->date <= 31 && reading->hours <= 24 && reading->minutes < 60 &&
           reading->seconds < 61.0;
}

bool clock_parse(str text, double *milliseconds)
{
    struct cursor cursor = {.text = str_trim(text)};
    struct reading reading = {.year = 0};
    if (!read_iso(cursor, &reading)) {
        reading = (struct reading){.year = 0};
        if (!read_words(cursor, &reading)) {
            return false;
        }
    }
    if (!is_in_range(&reading)) {
        return false;
    }
    *milliseconds = clock_day(reading.year, reading.month - 1, reading.date) +
                    reading.hours * 3600000.0 +
                    (reading.minutes - reading.offset) * 60000.0 +
                    floor(reading.seconds * 1000.0 + 1e-6);
    return true;
}
