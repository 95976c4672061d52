/* SPDX-License-Identifier: MIT */
/*
 * The table that a language is. To add one: a file language_TAG.c with its
 * table, one row in language.c, and the sentences of series/sentence_TAG.c.
 *
 * Patterns of the calendar have letters in braces:
 *   {m} {M}  name of the first and of the last month
 *   {s} {S}  the same, short
 *   {n} {N}  number of the first and of the last month
 *   {y} {Y}  year of the first and of the last month
 *   {z}      its last two digits
 *   {p}      name of the quarter or half
 *   {d}      day
 */
#ifndef BASE_LANGUAGE_INTERNAL_H
#define BASE_LANGUAGE_INTERNAL_H

#include "base/language.h"

/* U+200E: keeps the sign and the % of a number with it in text from right to left. */
#define LANGUAGE_LEFT_TO_RIGHT_MARK "\u200e"

enum { LANGUAGE_UNITS_MAX = 16, LANGUAGE_SCALES_MAX = 4, LANGUAGE_STATUSES_MAX = 16 };

struct language_unit {
    const char *unit; /* "pp" */
    const char *word; /* "points" */
    const char *singular; /* "point", below two; NULL: the same */
};

struct language_status {
    char letter; /* of OBS_STATUS */
    const char *word;
};

struct language_calendar {
    const char *months[12], *short_months[12];
    const char *quarters[4], *halves[2];
    const char *year;
    const char *month_of_year, *part_of_year; /* "{m} {y}", "{p} {y}" */
    const char *months_alone, *months_of_year, *months_of_years; /* "{m}–{M}" ... */
    const char *short_month, *short_month_of_year;
    const char *short_months_of_year, *short_months_of_years;
    const char *first_day; /* "1er"; NULL: "1" */
    const char *date, *short_date;
};

struct language {
    const char *tag, *name;
    bool is_right_to_left;
    struct number_marks marks;
    const char *percent; /* "{x}%" */
    const char *amount; /* "{x} {y}": number and unit, or scale word */
    struct language_unit units[LANGUAGE_UNITS_MAX];
    struct language_scale scales[LANGUAGE_SCALES_MAX]; /* from the largest */
    str (*ordinal)(struct arena *arena, size_t number);
    str (*in_words)(struct arena *arena, size_t number);
    struct language_calendar calendar;
    struct language_status statuses[LANGUAGE_STATUSES_MAX];
    const char *phrases[PHRASE_COUNT];
};

/* The language, or English for NULL. */
const struct language *language_or_english(const struct language *language);

const struct language *language_german(void);
const struct language *language_french(void);
const struct language *language_japanese(void);
const struct language *language_chinese(void);
const struct language *language_korean(void);
const struct language *language_arabic(void);
const struct language *language_hebrew(void);

/* The word of the number, or the number in the pattern. */
str language_word_or(struct arena *arena, const char *const *words, size_t count,
                     size_t number, const char *pattern);

/* The pattern with {letter} replaced by the value of the letter. */
str language_fill(struct arena *arena, const char *pattern, const char *letters,
                  const str *values);

#endif
