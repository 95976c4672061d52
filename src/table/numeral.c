/* SPDX-License-Identifier: MIT */
#include "table/numeral.h"

#include <string.h>

/* --- padding and wrapping ----------------------------------------------------------- */

/* Spaces that are no ASCII: no-break, thin, narrow no-break, ideographic. */
static const str wide_spaces[] = {S("\u00A0"), S("\u2009"), S("\u202F"), S("\u3000")};

static str trim_wide(str text)
{
    for (size_t i = 0; i < COUNT_OF(wide_spaces); i++) {
        str space = wide_spaces[i];
        if (str_starts(text, space)) {
            return str_after(text, space.length);
        }
        if (str_ends(text, space)) {
            return str_slice(text, 0, text.length - space.length);
        }
    }
    return text;
}

static str trim(str text)
{
    for (size_t before = text.length + 1; text.length < before;) {
        before = text.length;
        text = trim_wide(str_trim(text));
    }
    return text;
}

static bool is_wrapped(str text, str start, str end)
{
    return text.length >= start.length + end.length && str_starts(text, start) &&
           str_ends(text, end);
}

str numeral_unwrap(str text)
{
    text = trim(text);
    if (is_wrapped(text, S("=\""), S("\""))) {
        return str_slice(text, 2, text.length - 1);
    }
    if (is_wrapped(text, S("'"), S("'"))) {
        return str_slice(text, 1, text.length - 1);
    }
    return text;
}

/* --- marks -------------------------------------------------------------------------- */

static bool is_one_of(str text, const str *words, size_t count)
{
    size_t i = 0;
    while (i < count && !str_equal(text, words[i])) {
        i++;
    }
    return i < count;
}

/* No mark begins with a digit; most cells do. */
static bool starts_as_number(str text)
{
    return text.length && text.at[0] >= '0' && text.at[0] <= '9';
}

bool numeral_is_missing(str text)
{
    static const str marks[] = {
        S(""),   S("-"),   S("--"),  S("\u2013"), S("\u2014"), S(".."),     S("..."),
        S(":"),  S("?"),   S("NA"),  S("N/A"),    S("#N/A"),   S("n.a."),   S("n/a"),
        S("na"), S("NaN"), S("nan"), S("null"),   S("NULL"),   S("\u2026"),
    };
    enum { LONGEST = 4 };
    if (starts_as_number(text)) {
        return false;
    }
    text = trim(text);
    return text.length <= LONGEST && is_one_of(text, marks, COUNT_OF(marks));
}

bool numeral_is_suppressed(str text)
{
    static const str marks[] = {S("c"), S("x"), S(": c"), S(":c")};
    return !starts_as_number(text) && is_one_of(trim(text), marks, COUNT_OF(marks));
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

str numeral_flag(str text, str *rest)
{
    text = trim(text);
    size_t start = text.length;
    while (start && is_letter(text.at[start - 1])) {
        start--;
    }
    bool is_apart = start && start < text.length &&
                    (text.at[start - 1] == ' ' || text.at[start - 1] == ':');
    *rest = is_apart ? trim(str_slice(text, 0, start)) : text;
    return is_apart ? str_after(text, start) : S("");
}

/* --- digits ------------------------------------------------------------------------- */

enum { PARTS_MAX = 16 };

/* 1 234,56 is the parts 1, 234 and 56, with a space and a comma between them. */
struct numeral {
    bool is_negative;
    str parts[PARTS_MAX];
    char marks[PARTS_MAX]; /* before each part but the first; every kind of space is ' ' */
    size_t count;
};

static bool is_digit(str text)
{
    return text.length && text.at[0] >= '0' && text.at[0] <= '9';
}

/* The mark that groups or points at the start of the text, and its length; 0 for none. */
static char mark_of(str text, size_t *length)
{
    *length = 1;
    char first = (char)(text.length ? text.at[0] : '\0');
    if (first == '.' || first == ',' || first == '\'' || first == ' ') {
        return first;
    }
    for (size_t i = 0; i < COUNT_OF(wide_spaces); i++) {
        if (str_starts(text, wide_spaces[i])) {
            *length = wide_spaces[i].length;
            return ' ';
        }
    }
    *length = S("\u2019").length;
    return (char)(str_starts(text, S("\u2019")) ? '\'' : '\0');
}

static str take_sign(str text, bool *is_negative)
{
    static const str minuses[] = {S("-"), S("\u2212")};
    for (size_t i = 0; i < COUNT_OF(minuses); i++) {
        if (str_starts(text, minuses[i])) {
            *is_negative = true;
            return str_after(text, minuses[i].length);
        }
    }
    return str_after(text, str_starts(text, S("+")));
}

static bool split(str text, struct numeral *numeral)
{
    text = take_sign(numeral_unwrap(text), &numeral->is_negative);
    for (;;) {
        size_t digits = 0;
        while (is_digit(str_after(text, digits))) {
            digits++;
        }
        if (!digits || numeral->count == PARTS_MAX) {
            return false;
        }
        numeral->parts[numeral->count++] = str_slice(text, 0, digits);
        text = str_after(text, digits);
        if (!text.length) {
            return true;
        }
        size_t length;
        char mark = mark_of(text, &length);
        if (!mark || numeral->count == PARTS_MAX) {
            return false;
        }
        numeral->marks[numeral->count] = mark;
        text = str_after(text, length);
    }
}

/* Groups of `length` digits, the last of three: 1,234,567 or, as in India, 12,34,567. */
static bool has_groups_of(const struct numeral *numeral, size_t count, size_t length)
{
    for (size_t i = 1; i + 1 < count; i++) {
        if (numeral->parts[i].length != length) {
            return false;
        }
    }
    return numeral->parts[0].length <= length && numeral->parts[count - 1].length == 3;
}

/* The first `count` parts are a whole number, grouped by one mark that is not `point`. */
static bool is_grouped(const struct numeral *numeral, size_t count, char point)
{
    if (count < 2) {
        return true;
    }
    for (size_t i = 1; i < count; i++) {
        if (numeral->marks[i] != numeral->marks[1] || numeral->marks[i] == point) {
            return false;
        }
    }
    bool is_indian =
        count > 2 && numeral->marks[1] == ',' && has_groups_of(numeral, count, 2);
    return numeral->parts[0].at[0] != '0' &&
           (is_indian || has_groups_of(numeral, count, 3));
}

static bool read_with(const struct numeral *numeral, char point, struct decimal *number)
{
    char text[64];
    size_t length = 0;
    size_t last = numeral->count - 1;
    bool has_point = last && numeral->marks[last] == point;
    if (!is_grouped(numeral, has_point ? last : numeral->count, point)) {
        return false;
    }
    if (numeral->is_negative) {
        text[length++] = '-';
    }
    for (size_t i = 0; i < numeral->count; i++) {
        str part = numeral->parts[i];
        if (length + part.length + 1 > sizeof text) {
            return false;
        }
        if (has_point && i == last) {
            text[length++] = '.';
        }
        memcpy(text + length, part.at, part.length);
        length += part.length;
    }
    return decimal_parse((str){text, length}, number);
}

/* One mark that could group or point: 1,234. */
static bool is_either(const struct numeral *numeral)
{
    struct decimal number;
    return numeral->count == 2 && read_with(numeral, ',', &number) &&
           read_with(numeral, '.', &number);
}

bool numeral_is_ambiguous(str text)
{
    struct numeral numeral = {0};
    return split(text, &numeral) && numeral.marks[1] == ',' && is_either(&numeral);
}

bool numeral_parse(str text, char mark, struct decimal *number, char *used)
{
    struct numeral numeral = {0};
    *used = '\0';
    if (!split(text, &numeral)) {
        return false;
    }
    char last = numeral.marks[numeral.count - 1]; /* 0 where the number has no marks */
    if (mark) {
        *used = (char)(last == mark ? mark : '\0');
        return read_with(&numeral, mark, number);
    }
    if (last == ',' && is_either(&numeral)) {
        return false;
    }
    if (read_with(&numeral, '.', number)) {
        *used = (char)(last == '.' ? '.' : '\0');
        return true;
    }
    *used = (char)(last == ',' ? ',' : '\0');
    return read_with(&numeral, ',', number);
}

/* --- what is nearly a number -------------------------------------------------------- */

static bool has_digit(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (is_digit(str_after(text, i))) {
            return true;
        }
    }
    return false;
}

/* 1.5E+06 */
static bool is_scientific(str text)
{
    size_t mark =
        str_find(text, 'E') < text.length ? str_find(text, 'E') : str_find(text, 'e');
    str exponent = str_after(text, mark + 1);
    struct decimal number;
    char used;
    return mark < text.length &&
           numeral_parse(str_slice(text, 0, mark), '.', &number, &used) &&
           numeral_parse(exponent, '.', &number, &used) && !number.places;
}

static bool has_currency(str text)
{
    static const str signs[] = {S("$"), S("\u20AC"), S("\u00A3"), S("\u00A5"), S("US$")};
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (str_starts(text, signs[i]) || str_ends(text, signs[i])) {
            return has_digit(text);
        }
    }
    return false;
}

const char *numeral_oddity(str text)
{
    text = trim(text);
    if (is_scientific(text)) {
        return "a spreadsheet has cut its digits: show all of them there and save again";
    }
    if (has_currency(text)) {
        return "the unit stands in the schema, not in the cells";
    }
    if (str_ends(text, S("%")) && has_digit(text)) {
        return "a per cent sign stands only in rates of change";
    }
    bool is_wrapped = str_starts(text, S("(")) && str_ends(text, S(")"));
    if ((is_wrapped || str_ends(text, S("-"))) && has_digit(text)) {
        return "what is below zero is written with a minus in front";
    }
    return NULL;
}
