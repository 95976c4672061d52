/* SPDX-License-Identifier: MIT */
/* Which digits of a text are figures: the rules are in the header. */
#include "base/language.h"
#include "document/unbound.h"
#include "table/unit.h"

#include <strings.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

/* --- words -----------------------------------------------------------------------------
 */

/* Bytes of the space at the offset; 0 if there is none. */
static size_t space_at(str text, size_t at)
{
    static const str spaces[] = {S(" "),  S("\n"),     S("\t"),
                                 S("\r"), S("\u00a0"), S("\u202f")};
    for (size_t i = 0; at < text.length && i < COUNT_OF(spaces); i++) {
        if (str_starts(str_after(text, at), spaces[i])) {
            return spaces[i].length;
        }
    }
    return 0;
}

/* What stands between spaces, at or after the offset. */
static str chunk_at(str text, size_t at)
{
    for (size_t space; (space = space_at(text, at)) > 0;) {
        at += space;
    }
    size_t end = at;
    while (end < text.length && !space_at(text, end)) {
        end++;
    }
    return str_slice(text, at, end);
}

/* Its letters, without the marks around them. */
static str bare(str chunk)
{
    static const str marks = S("()[]{}.,;:!?\"'*");
    while (chunk.length && str_find(marks, chunk.at[0]) < marks.length) {
        chunk = str_after(chunk, 1);
    }
    while (chunk.length && str_find(marks, chunk.at[chunk.length - 1]) < marks.length) {
        chunk = str_slice(chunk, 0, chunk.length - 1);
    }
    return chunk;
}

static bool is_address(str chunk)
{
    for (size_t at = 0; at < chunk.length; at++) {
        if (str_starts(str_after(chunk, at), S("://")) || chunk.at[at] == '@') {
            return true;
        }
    }
    return str_starts(bare(chunk), S("www."));
}

static bool is_same_word(str a, str b)
{
    return a.length == b.length && !strncasecmp(a.at, b.at, a.length);
}

static bool is_among(str word, const str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_same_word(word, words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_month(const struct language *language, str word)
{
    enum { SHORT = 3 };
    struct arena scratch = {0};
    bool is_one = false;
    for (int month = 1; month <= 12 && !is_one; month++) {
        struct period period = period_month(2000, month);
        str english = str_from(date_month_name(month));
        is_one = is_same_word(word, english) ||
                 is_same_word(word, str_slice(english, 0, SHORT)) ||
                 is_same_word(word, language_month(&scratch, language, period));
    }
    arena_finish(&scratch);
    return is_one;
}

static bool is_unit(str word)
{
    return str_starts(word, S("%")) || str_equal(word, S("pp")) || unit_find(bare(word));
}

/* --- numbers ---------------------------------------------------------------------------
 */

/* A number in its chunk. */
struct found {
    str chunk;
    size_t start, end;
    str before, after; /* the words around the chunk */
};

/* Digits with the marks within them: 1,234.5 and 11:30. */
static size_t number_end(str chunk, size_t at)
{
    while (at < chunk.length && (is_digit(chunk.at[at]) ||
                                 (str_find(S(".,:"), chunk.at[at]) < 3 &&
                                  at + 1 < chunk.length && is_digit(chunk.at[at + 1])))) {
        at++;
    }
    return at;
}

static bool is_year(str digits)
{
    size_t year;
    return digits.length == 4 && str_to_size(digits, &year) && year >= 1900 && year < 2100;
}

static str digits_of(const struct found *found)
{
    return str_slice(found->chunk, found->start, found->end);
}

/* The letters and hyphens before it, as in G7 and COVID-19. */
static bool is_in_name(const struct found *found)
{
    size_t at = found->start;
    bool has_hyphen = at > 1 && found->chunk.at[at - 1] == '-';
    at -= has_hyphen;
    return at > 0 && is_letter(found->chunk.at[at - 1]);
}

/* What begins here as a date or period, which have hyphens; its end, or 0. */
static size_t calendar_end(str chunk, size_t start)
{
    struct date date;
    struct period period;
    size_t end = start;
    while (end < chunk.length && (is_digit(chunk.at[end]) || is_letter(chunk.at[end]) ||
                                  str_find(S("-."), chunk.at[end]) < 2)) {
        end++;
    }
    for (; end > start; end--) {
        str text = str_slice(chunk, start, end);
        if (str_find(text, '-') < text.length &&
            (date_parse(text, &date) || period_parse(text, &period))) {
            return end;
        }
    }
    return 0;
}

static bool is_plain_year(const struct found *found)
{
    str rest = str_after(found->chunk, found->end);
    bool has_unit = is_unit(rest) || (!rest.length && is_unit(found->after));
    bool has_currency = found->start > 0 && found->chunk.at[found->start - 1] == '$';
    return is_year(digits_of(found)) && !has_unit && !has_currency;
}

/* The second year of 2025–26 and 2024/2025. */
static bool is_second_year(const struct found *found)
{
    static const str marks[] = {S("-"), S("/"), S("\u2013")};
    str before = str_slice(found->chunk, 0, found->start);
    size_t length = found->end - found->start;
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (str_ends(before, marks[i])) {
            str year = str_slice(before, 0, before.length - marks[i].length);
            return (length == 2 || length == 4) && year.length >= 4 &&
                   is_year(str_after(year, year.length - 4));
        }
    }
    return false;
}

/* 20 November, November 20, 10月. */
static bool is_day(const struct found *found, const struct language *language)
{
    static const str counters[] = {S("月"), S("日"), S("年")};
    size_t day;
    str rest = str_after(found->chunk, found->end);
    if (!str_to_size(digits_of(found), &day) || day < 1 || day > 31) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(counters); i++) {
        if (str_starts(rest, counters[i])) {
            return true;
        }
    }
    str before = found->before;
    before.length -= str_ends(before, S("."));
    return is_month(language, bare(found->after)) ||
           (is_month(language, before) && !is_unit(rest) && !is_unit(found->after));
}

static bool is_code_word(str word)
{
    return str_starts(word, S("HS")) && (word.length == 2 || !is_letter(word.at[2]));
}

/* What may stand between HS and its codes. */
static bool is_code_noun(str word)
{
    static const str nouns[] = {S("code"),     S("codes"),   S("heading"),
                                S("headings"), S("chapter"), S("chapters")};
    return is_among(word, nouns, COUNT_OF(nouns));
}

/* How many digits 85051110, 8505.11 and 8505.11.10 have; 0 for what is no code. */
static size_t code_length(str text)
{
    size_t length = 0;
    size_t group = 0; /* digits since the last point */
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '.' && length >= 4 && group % 2 == 0) {
            group = 0;
        } else if (is_digit(text.at[i])) {
            length++;
            group++;
        } else {
            return 0;
        }
    }
    return group == length || (group && group % 2 == 0) ? length : 0;
}

/* A chapter has two digits, which it needs the word for. */
static bool is_code(str digits, str before)
{
    enum { LENGTH_MIN = 4, LENGTH_MAX = 10 };
    size_t length = code_length(digits);
    bool is_chapter = is_code_word(bare(before)) || is_code_noun(bare(before));
    return length && length <= LENGTH_MAX && (length >= LENGTH_MIN || is_chapter);
}

/* Whether the word keeps a list of codes going: "280530, 2846 and 8505". */
static bool joins_codes(str chunk, str before)
{
    static const str words[] = {S("and"), S("or"), S("to"), S("und"), S("oder"),
                                S("bis"), S("et"), S("ou"), S("à")};
    return is_among(chunk, words, COUNT_OF(words)) || is_code_noun(chunk) ||
           (is_code(bare(chunk), before) && !str_ends(chunk, S(")")) &&
            !str_ends(chunk, S("),")));
}

static bool is_footnote(const struct found *found)
{
    str before = str_slice(found->chunk, 0, found->start);
    return (str_ends(before, S("[")) || str_ends(before, S("[^"))) &&
           str_starts(str_after(found->chunk, found->end), S("]"));
}

static bool counts(const struct unbound_scan *scan, const struct found *found)
{
    bool is_one = scan->is_code && is_code(digits_of(found), found->before);
    return !is_one && !is_in_name(found) && !is_plain_year(found) &&
           !is_second_year(found) && !is_footnote(found) && !is_day(found, scan->language);
}

static size_t offset_of(const struct unbound_scan *scan, str part)
{
    return (size_t)(part.at - scan->text.at);
}

/* The next number of the chunk that counts; empty if there is none. */
static str next_in_chunk(struct unbound_scan *scan)
{
    str chunk = scan->chunk;
    if (!chunk.length) {
        return (str){0};
    }
    struct found found = {
        .chunk = chunk,
        .before = scan->word,
        .after = chunk_at(scan->text, offset_of(scan, chunk) + chunk.length),
    };
    while (scan->in_chunk < chunk.length) {
        found.start = scan->in_chunk++;
        if (!is_digit(chunk.at[found.start])) {
            continue;
        }
        size_t calendar = calendar_end(chunk, found.start);
        found.end = number_end(chunk, found.start);
        scan->in_chunk = calendar ? calendar : found.end;
        if (!calendar && counts(scan, &found)) {
            return digits_of(&found);
        }
    }
    return (str){0};
}

static void next_chunk(struct unbound_scan *scan)
{
    size_t end = scan->chunk.length ? offset_of(scan, scan->chunk) + scan->chunk.length : 0;
    scan->is_code = is_code_word(bare(scan->chunk)) ||
                    (scan->is_code && joins_codes(scan->chunk, scan->word));
    scan->word = scan->chunk;
    scan->chunk = chunk_at(scan->text, end);
    scan->in_chunk = is_address(scan->chunk) ? scan->chunk.length : 0;
}

str unbound_next(struct unbound_scan *scan)
{
    for (;;) {
        str number = next_in_chunk(scan);
        if (number.length) {
            return number;
        }
        next_chunk(scan);
        if (!scan->chunk.length) {
            return number;
        }
    }
}
