/* SPDX-License-Identifier: MIT */
/* Figures as texts print them: digits, a scale, a unit, and the rounding that they imply.
 */
#include "claim_internal.h"

#include "base/buffer.h"
#include "base/number.h"
#include "table/unit.h"

/* What texts call units, and what expressions call them. */
static const struct {
    str word, unit;
} synonyms[] = {
    {S("percent"), S("%")},
    {S("per cent"), S("%")},
    {S("percentage points"), S("pp")},
    {S("percentage point"), S("pp")},
    {S("tonnes"), S("t")},
    {S("tons"), S("t")},
    {S("metric tons"), S("t")},
    {S("metric tonnes"), S("t")},
    {S("times"), S("")},
    {S("x"), S("")},
};

static const struct {
    str word;
    int64_t factor;
} scales[] = {
    {S("thousand"), 1000},      {S("million"), 1000000}, {S("mn"), 1000000},
    {S("billion"), 1000000000}, {S("bn"), 1000000000},
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Without spaces, of which a figure may have the one that does not break. */
static str trim(str text)
{
    text = str_trim(text);
    while (str_starts(text, S("\u00a0"))) {
        text = str_trim(str_after(text, 2));
    }
    return text;
}

static bool take_sign(str *text)
{
    static const str minuses[] = {S("-"), S("\u2212"), S("\u2013")};
    for (size_t i = 0; i < COUNT_OF(minuses); i++) {
        if (str_starts(*text, minuses[i])) {
            *text = trim(str_after(*text, minuses[i].length));
            return true;
        }
    }
    *text = str_starts(*text, S("+")) ? trim(str_after(*text, 1)) : *text;
    return false;
}

/* Digits of "45,290.5" without the commas; false where they do not stand before each
 * three digits. */
static bool take_digits(struct arena *arena, str *text, str *digits)
{
    struct buffer plain = {.arena = arena};
    size_t at = 0;
    size_t group = 0; /* digits since the last comma */
    bool has_commas = false;
    while (at < text->length && (is_digit(text->at[at]) || text->at[at] == ',')) {
        if (text->at[at] == ',') {
            if (!group || group > 3 || (has_commas && group != 3)) {
                return false;
            }
            has_commas = true;
            group = 0;
        } else {
            buffer_add_byte(&plain, text->at[at]);
            group++;
        }
        at++;
    }
    if (has_commas && group != 3) {
        return false;
    }
    if (at + 1 < text->length && text->at[at] == '.' && is_digit(text->at[at + 1])) {
        size_t start = at++;
        while (at < text->length && is_digit(text->at[at])) {
            at++;
        }
        buffer_add(&plain, str_slice(*text, start, at));
    }
    *digits = buffer_text(&plain);
    *text = trim(str_after(*text, at));
    return digits->length > 0;
}

static int64_t take_scale(str *text)
{
    for (size_t i = 0; i < COUNT_OF(scales); i++) {
        str rest = str_after(*text, scales[i].word.length);
        if (str_starts(*text, scales[i].word) &&
            (!rest.length || trim(rest).at != rest.at)) {
            *text = trim(rest);
            return scales[i].factor;
        }
    }
    return 1;
}

static str unit_of(str word)
{
    for (size_t i = 0; i < COUNT_OF(synonyms); i++) {
        if (str_equal(word, synonyms[i].word)) {
            return synonyms[i].unit;
        }
    }
    return word;
}

static int count_significant(int128 units)
{
    int count = 0;
    for (; units; units /= 10) {
        count++;
    }
    return count;
}

/* A unit is no number: "12 345", "1.2.3" and "1e5" are not figures. */
static bool is_unit(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (is_digit(text.at[i])) {
            return unit_find(text) != NULL;
        }
    }
    return !text.length || str_find(S(".,-+"), text.at[0]) == 4;
}

static bool parse(struct arena *arena, str text, struct claim_figure *figure)
{
    str digits;
    struct decimal decimal;
    text = trim(text);
    bool is_negative = take_sign(&text);
    if (!take_digits(arena, &text, &digits) || !decimal_parse(digits, &decimal)) {
        return false;
    }
    struct ratio scale = ratio_from((is_negative ? -1 : 1) * take_scale(&text));
    struct ratio size = ratio_from_decimal(decimal);
    struct ratio unit = ratio_from_decimal((struct decimal){1, decimal.places});
    struct ratio half = ratio_divide(unit, ratio_from(2));
    *figure = (struct claim_figure){
        .number = ratio_multiply(size, scale),
        .stated = interval_scale(interval_around(size, half), scale),
        .places = ratio_compare(ratio_absolute(scale), ratio_from(1)) ? 0 : decimal.places,
        .digits = count_significant(decimal.units),
        .unit = unit_of(text),
    };
    return is_unit(text) && interval_is_valid(figure->stated);
}

bool claim_figure_read(struct arena *arena, const struct node *node,
                       struct claim_figure *figure, struct error *error)
{
    str text;
    if (!node_text(node, &text, error)) {
        return false;
    }
    if (parse(arena, text, figure)) {
        return true;
    }
    node_error(node, error, "\"%.*s\" is not a figure", STR_ARG(text));
    return error_hint(error, "figures are such as 5,473 t, -5.2%%, 2.51 million kg");
}

/* An index is said to be 105 or 105 points; a share rises by 3 points. */
static bool is_of_points(str from, str to)
{
    const str points = S("points");
    return (str_equal(from, points) && str_equal(to, S("pp"))) ||
           (!from.length && str_equal(to, points));
}

/* What one of the figure's unit is in the other one; false where they are not of one
 * kind. */
static bool find_factor(str from, str to, struct ratio *factor)
{
    *factor = ratio_from(1);
    to = unit_of(to); /* data may be in "tonnes" too */
    if (str_equal(from, to) || is_of_points(from, to)) {
        return true;
    }
    if (str_equal(from, S("%")) && !to.length) {
        *factor = ratio_divide(ratio_from(1), ratio_from(100));
        return true;
    }
    const struct unit *a = unit_find(from);
    const struct unit *b = unit_find(to);
    if (!a || !b || !str_equal(a->name, b->name)) {
        return false;
    }
    *factor = ratio_divide(ratio_from_decimal(a->factor), ratio_from_decimal(b->factor));
    return true;
}

static str unit_name(str unit)
{
    return unit.length ? unit : S("a plain number");
}

bool claim_figure_convert(const struct claim_figure *figure, str unit,
                          const struct node *node, struct claim_figure *converted,
                          struct error *error)
{
    struct ratio factor;
    *converted = *figure;
    if (!find_factor(figure->unit, unit, &factor)) {
        str stated = unit_name(figure->unit);
        str wanted = unit_name(unit);
        return node_error(node, error, "the figure is in %.*s, what is computed in %.*s",
                          STR_ARG(stated), STR_ARG(wanted));
    }
    converted->number = ratio_multiply(figure->number, factor);
    converted->stated = interval_scale(figure->stated, factor);
    converted->unit = unit;
    return interval_is_valid(converted->stated) ||
           node_error(node, error, "this figure is too large");
}

/* Half a unit of the last digit that is not 0, where there are no decimals. */
static struct ratio about_half(const struct claim_figure *figure)
{
    const struct ratio ten = ratio_from(10);
    struct ratio half = ratio_subtract(figure->stated.high, figure->number);
    struct ratio units = ratio_divide(figure->number, ratio_add(half, half));
    struct ratio tens = ratio_divide(units, ten);
    while (!figure->places && ratio_sign(tens) && tens.denominator == 1) {
        half = ratio_multiply(half, ten);
        tens = ratio_divide(tens, ten);
    }
    return half;
}

struct interval claim_figure_about(const struct claim_figure *figure)
{
    struct ratio half = about_half(figure);
    struct ratio twentieth = ratio_divide(ratio_absolute(figure->number), ratio_from(20));
    return interval_around(figure->number,
                           ratio_compare(half, twentieth) < 0 ? twentieth : half);
}

str claim_amount(struct arena *arena, struct ratio number, int places, str unit)
{
    str digits = number_print(arena, number, (struct number_style){.places = places});
    bool is_close = !unit.length || str_equal(unit, S("%"));
    return str_print(arena, "%.*s%s%.*s", STR_ARG(digits), is_close ? "" : " ",
                     STR_ARG(unit));
}
