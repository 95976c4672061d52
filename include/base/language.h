/* SPDX-License-Identifier: MIT */
/*
 * Languages: how numbers, units, months, periods, dates and lists are written
 * in each, and the words that the program itself puts on a page.
 *
 * A language is one constant table (language_en.c, language_de.c ...; the
 * form is in language_internal.h). English is the one of messages, and NULL is
 * English everywhere. What the press of a country prints decides:
 *
 *                en              de               fr            ja           zh
 *   number       5,473.2         5.473,2          5 473,2       5,473.2      5,473.2
 *   per cent     5.2%            5,2 %            5,2 %         5.2%         5.2%
 *   amount       5,473 t         5.473 t          5 473 t       5,473トン    5,473吨
 *   month        October 2025    Oktober 2025     octobre 2025  2025年10月   2025年10月
 *   months       January–March   Januar–März      janvier–mars  1〜3月       1至3月
 *   on an axis   Oct 2025        Okt 2025         oct. 2025     25年10月     25年10月
 *   date         20 November     20. November     20 novembre   2025年       2025年
 *                2025            2025             2025          11月20日     11月20日
 *   list         a, b and c      a, b und c       a, b et c     a、b、c      a、b和c
 *
 * Korean is as Japanese, with spaces between words (2025년 10월). Arabic and Hebrew are
 * written from right to left, with European digits; U+200E stands before each number.
 *
 * French has U+202F in numbers and before %, German U+00A0 before %. Japanese
 * numbers are grouped in the text too, where newspapers have 5473トン: a number
 * has one spelling through a briefing, and its tables are grouped.
 */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/date.h"
#include "base/number.h"
#include "base/period.h"

struct language;

/* By BCP 47 tag: "de", "de-AT" (as "de"), "zh-Hans". NULL if it is not known: Chinese is
 * that of the mainland, so "zh-Hant" and "zh-TW" are not. */
const struct language *language_find(str tag);
const struct language *language_english(void);
str language_tag(const struct language *language); /* "de" */
str language_name(const struct language *language); /* "German" */

/*
 * Arabic and Hebrew. Blocks and pages are made as for any other language, from left to
 * right; pages_layout() mirrors the finished pages (page/mirror.h).
 */
bool language_is_right_to_left(const struct language *language);

size_t language_count(void);
const struct language *language_at(size_t index); /* by number, English first */
#define LANGUAGE_TAGS "en, de, fr, ja, zh, ko, ar, he" /* for messages */

/* --- numbers -------------------------------------------------------------------------- */

/* number_print() with the marks of the language: 5.473,2 in German, 5 473,2 in French. */
str language_number(struct arena *arena, const struct language *language,
                    struct ratio number, struct number_style style);

/* The mark before decimals: ".", ",". */
str language_point(const struct language *language);

/* With its unit, as a reader expects it: "5,473 t", "5,2 %", "0,5 point", "5,473トン". */
str language_amount(struct arena *arena, const struct language *language,
                    struct ratio number, struct number_style style, str unit);

/* A unit by itself, as in the head of a column: "t", "トン"; one not known stays. */
str language_unit(const struct language *language, str unit);

/* A number that is already spelled, with its unit. */
str language_with_unit(struct arena *arena, const struct language *language, str number,
                       str unit);

/* "first", "dritte", "3番目"; "three", "drei", "两". Above ten or twelve in digits. */
str language_ordinal(struct arena *arena, const struct language *language, size_t number);
str language_in_words(struct arena *arena, const struct language *language, size_t number);

/* Large numbers have words: "bn" for a thousand million, "億" for a hundred. */
struct language_scale {
    int64_t from; /* the least number that is told in it */
    int64_t divisor;
    const char *word;
};

/* The scale for a number: its divisor is 1, and its word empty, for small ones. */
struct language_scale language_scale_for(const struct language *language,
                                         struct ratio number);

/* A number in the scale: "5.2 bn", "5.2億"; the number itself without a word. */
str language_with_scale(struct arena *arena, const struct language *language, str number,
                        const char *word);

/* --- the calendar ------------------------------------------------------------------------
 */

/* Up to twelve months without their year: "October", "first quarter", "January–March". */
str language_month(struct arena *arena, const struct language *language,
                   struct period period);

/* For axes, where room is short. */
str language_month_short(struct arena *arena, const struct language *language,
                         struct period month); /* "Oct", "Okt", "10月" */
str language_period_short(struct arena *arena, const struct language *language,
                          struct period period); /* "Oct 2025", "Feb–Mar 2025" */

str language_period(struct arena *arena, const struct language *language,
                    struct period period); /* as period_name() */
str language_date(struct arena *arena, const struct language *language, struct date date);
str language_date_short(struct arena *arena, const struct language *language,
                        struct date date); /* "20 Nov 2025" */

/* --- words -------------------------------------------------------------------------------
 */

/* "a, b and c"; "a or b". */
str language_list_and(struct arena *arena, const struct language *language,
                      const str *items, size_t count);
str language_list_or(struct arena *arena, const struct language *language, const str *items,
                     size_t count);

/* What a letter of OBS_STATUS says: "derived" for 'E'. Empty for one that is not known. */
str language_status(const struct language *language, char letter);

/* What the program writes: patterns in which {x} and the like stand for values. */
enum phrase {
    PHRASE_COMMA, /* ", " between the items of a list */
    PHRASE_AND, /* " and " before the last one */
    PHRASE_OR,
    PHRASE_CLAUSE, /* ", " between the parts of a sentence */
    PHRASE_SEMICOLON, /* "; " */
    PHRASE_STOP, /* "." */
    PHRASE_SPACE, /* " " between sentences */

    PHRASE_FIGURE, /* "Figure {x}" */
    PHRASE_TABLE, /* "Table {x}" */
    PHRASE_PAGE, /* "Page {x} of {y}" */
    PHRASE_RELEASE, /* "Data as published {x}" */
    PHRASE_CONTENTS, /* "In this issue" */
    PHRASE_PROVISIONAL, /* "Provisional" */
    PHRASE_DRAFT, /* "DRAFT", across a page */
    PHRASE_NOT_AVAILABLE, /* "n.a." */
    PHRASE_NOT_AVAILABLE_MEANS, /* "not available" */
    PHRASE_NOT_MEANINGFUL_MEANS,
    PHRASE_NIL_MEANS,
    PHRASE_ROUNDED_AWAY_MEANS, /* of 0 for what is not zero */
    PHRASE_CONFIDENTIAL_MEANS,
    PHRASE_TABLE_CONTINUED, /* "{x} (continued)": Table 1 on a further page */
    PHRASE_STATUS_OF_SOURCE, /* "status {x} of the source" */

    PHRASE_UP, /* "up {x}", in the author's sentence */
    PHRASE_DOWN,
    PHRASE_UNCHANGED,
    PHRASE_ON_MONTH, /* "{x} m/m", in key figures */
    PHRASE_ON_YEAR,
    PHRASE_HEAD_ON_MONTH, /* "on month", heading a column */
    PHRASE_HEAD_ON_YEAR,
    PHRASE_RANK,

    PHRASE_HIGHEST_SINCE, /* "highest since {x}", in a chart */
    PHRASE_HATCHED, /* "Hatched: {x}." */
    PHRASE_HOLLOW,
    PHRASE_GAPS, /* "Gaps: not available." */
    PHRASE_AVERAGE, /* "{x}: monthly average." */
    PHRASE_AVERAGES,
    PHRASE_TAKEN_TOGETHER,
    PHRASE_PARTS_ADJUSTED, /* "Rounded so that the parts add up to the total." */
    PHRASE_PARTS_DRIFT, /* "Shares may not add up because of rounding." */

    PHRASE_COLUMN_CHART, /* "Column chart of {x}" */
    PHRASE_BAR_CHART,
    PHRASE_LINE_CHART,
    PHRASE_SPARKLINE,
    PHRASE_LINE, /* "Line of {x}": a sparkline in a table */
    PHRASE_FIGURES, /* "figures": of a chart without a word on what they are */
    PHRASE_WINDOW, /* "{x} to {y}" */
    PHRASE_LATEST, /* "latest {x} in {y}" */
    PHRASE_HIGH,
    PHRASE_LOW,

    PHRASE_REVISIONS, /* "What has been revised": a table's title */
    PHRASE_NO_REVISIONS, /* a sentence: "No figure has been revised." */
    PHRASE_REVISED_SERIES, /* heads of its columns */
    PHRASE_REVISED_PERIOD,
    PHRASE_REVISED_FIRST,
    PHRASE_REVISED_NOW,
    PHRASE_REVISED_CHANGE,

    PHRASE_CLAIMS, /* "What is claimed, and what the data say": a table's title */
    PHRASE_CLAIM, /* heads of its columns */
    PHRASE_VERDICT,
    PHRASE_DATA_SAY,
    PHRASE_SOURCE,
    PHRASE_VERDICT_TRUE,
    PHRASE_VERDICT_FALSE,
    PHRASE_VERDICT_WRONG_SERIES,
    PHRASE_VERDICT_UNDECIDABLE,

    PHRASE_IMPORT_REPORT, /* "The data of this issue" */
    PHRASE_HOW_READ, /* "How they were read" */
    PHRASE_MEASURE, /* heads of its columns */
    PHRASE_ROWS,
    PHRASE_VALUES,
    PHRASE_ZERO,
    PHRASE_MISSING,
    PHRASE_SUPPRESSED,
    PHRASE_NO_ROW,

    PHRASE_READ_BRIEFING, /* in letters: on the button */
    PHRASE_ATTACHED, /* "The full briefing is attached:" */
    PHRASE_TOO_LARGE_TO_ATTACH,
    PHRASE_ROWS_OF, /* "{x} of {y} rows" */
    PHRASE_CHART, /* "Chart:", before what it shows, in plain text */
    PHRASE_UNSUBSCRIBE,
    PHRASE_COUNT,
};

str language_phrase(const struct language *language, enum phrase phrase);

/* The phrase with its values: x is {x}, y is {y}. */
str language_say(struct arena *arena, const struct language *language, enum phrase phrase,
                 str x, str y);

#endif
