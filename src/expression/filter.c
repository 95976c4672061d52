/* SPDX-License-Identifier: MIT */
/* Filters: what stands after a bar. One row of the table and one function each. */
#include "expression/call.h"
#include "series/sentence.h"

enum { PLACES_MAX = 6 };

/* --- numbers with their units -------------------------------------------------------- */

/* Places that the author asked for, else those of the filter. */
static bool places_of(const struct call *call, int usual, int *places, struct error *error)
{
    *places = usual;
    if (!call->has_argument) {
        return true;
    }
    struct ratio wanted = call->argument.number;
    if (wanted.denominator != 1 || wanted.numerator < 0 || wanted.numerator > PLACES_MAX) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "decimals are a whole number from 0 to %d", PLACES_MAX);
    }
    *places = (int)wanted.numerator;
    return true;
}

/* Rounding would clamp what is larger than this. */
static bool expect_printable(const struct call *call, struct ratio number,
                             struct error *error)
{
    struct ratio size = ratio_absolute(number);
    const struct ratio limit = ratio_from(1000000000000000000);
    return (ratio_is_valid(size) && ratio_compare(size, limit) <= 0) ||
           call_error(call, error, "this number is too large to print");
}

static bool give_number(const struct call *call, struct ratio number, str unit,
                        struct number_style style, struct value *result,
                        struct error *error)
{
    if (!expect_printable(call, number, error)) {
        return false;
    }
    *result =
        value_from_text(language_amount(call->arena, call->language, number, style, unit));
    return true;
}

static bool num(const struct call *call, struct value *result, struct error *error)
{
    struct number_style style = {0};
    return places_of(call, 0, &style.places, error) &&
           give_number(call, call->operand.number, S(""), style, result, error);
}

static bool amount(const struct call *call, struct value *result, struct error *error)
{
    struct number_style style = {0};
    return places_of(call, 0, &style.places, error) &&
           give_number(call, call->operand.number, call->operand.unit, style, result,
                       error);
}

static bool pct(const struct call *call, struct value *result, struct error *error)
{
    struct number_style style = {0};
    struct ratio number = call->operand.number;
    bool is_plain = !call->operand.unit.length;
    if (is_plain) {
        number = ratio_multiply(number, ratio_from(100));
    } else if (!str_equal(call->operand.unit, S("%"))) {
        return call_error(call, error,
                          "\"pct\" wants a plain number or one in %%, not %.*s",
                          STR_ARG(call->operand.unit));
    }
    return places_of(call, is_plain ? 1 : call->operand.places, &style.places, error) &&
           give_number(call, number, S("%"), style, result, error);
}

/* An observation that is not one of changes is neither up nor down. */
static bool expect_change(const struct call *call, struct error *error)
{
    if (call->operand.base != RATE_NONE || !period_is_set(call->operand.period)) {
        return true;
    }
    call_error(call, error, "\"delta\" wants a change, this is a figure");
    return error_hint(error, "as in total.mom or total.change");
}

static bool delta(const struct call *call, struct value *result, struct error *error)
{
    struct ratio number = call->operand.number;
    str unit = call->operand.unit;
    struct number_style style = {0};
    if (!expect_change(call, error) || !expect_printable(call, number, error) ||
        !places_of(call, call->operand.places, &style.places, error)) {
        return false;
    }
    int sign = ratio_sign(ratio_from_decimal(ratio_round(number, style.places)));
    str size =
        language_amount(call->arena, call->language, ratio_absolute(number), style, unit);
    *result = value_from_text(language_say(call->arena, call->language,
                                           sign > 0   ? PHRASE_UP
                                           : sign < 0 ? PHRASE_DOWN
                                                      : PHRASE_UNCHANGED,
                                           size, S("")));
    return true;
}

static bool with_sign(const struct call *call, struct value *result, struct error *error)
{
    str unit = call->operand.unit;
    struct number_style style = {.has_plus = true};
    return places_of(call, call->operand.places, &style.places, error) &&
           give_number(call, call->operand.number, unit, style, result, error);
}

static bool absolute(const struct call *call, struct value *result, struct error *error)
{
    *result = call->operand;
    result->number = ratio_absolute(call->operand.number);
    result->possible = interval_absolute(call->operand.possible);
    return ratio_is_valid(result->number) || expect_printable(call, result->number, error);
}

static bool unit(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    bool is_series = call->operand.kind == VALUE_SERIES;
    str unit = is_series ? call->operand.series->unit : call->operand.unit;
    *result = value_from_text(language_unit(call->language, unit));
    return true;
}

static bool whole_number(const struct call *call, size_t *number, struct error *error)
{
    struct ratio value = call->operand.number;
    if (value.denominator != 1 || value.numerator < 0 || value.numerator > INT32_MAX) {
        return call_error(call, error, "\"%.*s\" wants a whole number from 0",
                          STR_ARG(call->expression->word));
    }
    *number = (size_t)value.numerator;
    return true;
}

static bool words(const struct call *call, struct value *result, struct error *error)
{
    size_t number = 0;
    if (!whole_number(call, &number, error)) {
        return false;
    }
    *result = value_from_text(language_in_words(call->arena, call->language, number));
    return true;
}

static bool ordinal(const struct call *call, struct value *result, struct error *error)
{
    size_t number = 0;
    if (!whole_number(call, &number, error)) {
        return false;
    }
    *result = value_from_text(language_ordinal(call->arena, call->language, number));
    return true;
}

/* --- the calendar -----------------------------------------------------------------------
 */

static struct period month_of(const struct value *value)
{
    return value->kind == VALUE_DATE ? period_month(value->date.year, value->date.month)
                                     : value->period;
}

/* "October", "first quarter", "November–February": up to twelve months, but no year. */
static bool month(const struct call *call, struct value *result, struct error *error)
{
    struct period period = month_of(&call->operand);
    enum period_kind kind = period_kind(period);
    if (kind == PERIOD_YEAR || period.months > 12) {
        return call_error(call, error, "\"month\" wants a part of a year, this is %s",
                          kind == PERIOD_YEAR ? "a year" : "longer");
    }
    *result = value_from_text(language_month(call->arena, call->language, period));
    return true;
}

static bool month_year(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_text(
        language_period(call->arena, call->language, month_of(&call->operand)));
    return true;
}

static bool date(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result =
        value_from_text(language_date(call->arena, call->language, call->operand.date));
    return true;
}

/* --- words ------------------------------------------------------------------------------
 */

static str phrase_of(const struct call *call)
{
    const struct value *value = &call->operand;
    switch (value->kind) {
    case VALUE_SINCE:
        return sentence_since(call->arena, call->language, value->since, value->period);
    case VALUE_STREAK:
        return sentence_streak(call->arena, call->language, value->streak, value->base);
    default:
        return value->text;
    }
}

static bool phrase(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    str text = phrase_of(call);
    *result = text.length ? value_from_text(text)
                          : value_none(call->arena, "there is no phrase for %s so short",
                                       value_kind_name(call->operand.kind));
    return true;
}

/*
 * Letters of ASCII, and those of Latin-1, whose second byte is all that differs: after
 * 0xC3 stand the capitals from 0x80 to 0x9E, and the small ones 0x20 above them. 0x97 and
 * 0xB7 are no letters.
 */
static bool is_between(unsigned char byte, unsigned char low, unsigned char high)
{
    return byte >= low && byte <= high;
}

static void raise_letter(char *letter, bool is_latin)
{
    unsigned char byte = (unsigned char)*letter;
    if (is_latin ? is_between(byte, 0xA0, 0xBE) && byte != 0xB7
                 : is_between(byte, 'a', 'z')) {
        *letter = (char)(byte - 0x20);
    }
}

static void lower_letter(char *letter, bool is_latin)
{
    unsigned char byte = (unsigned char)*letter;
    if (is_latin ? is_between(byte, 0x80, 0x9E) && byte != 0x97
                 : is_between(byte, 'A', 'Z')) {
        *letter = (char)(byte + 0x20);
    }
}

/* The first `count` bytes, each changed. */
static struct value changed(const struct call *call, size_t count,
                            void (*change)(char *letter, bool is_latin))
{
    str text = call->operand.text;
    char *copy = arena_array(call->arena, char, text.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        copy[i] = text.at[i];
        if (i < count) {
            change(&copy[i], i > 0 && text.at[i - 1] == '\xC3');
        }
    }
    return value_from_text((str){copy, text.length});
}

static bool upper(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = changed(call, call->operand.text.length, raise_letter);
    return true;
}

static bool lower(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = changed(call, call->operand.text.length, lower_letter);
    return true;
}

static bool sentence(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    uint32_t first;
    *result = changed(call, str_decode(call->operand.text, 0, &first), raise_letter);
    return true;
}

const struct callables *filter_table(void)
{
    enum {
        NUMBER = KIND(VALUE_NUMBER),
        TEXT = KIND(VALUE_TEXT),
        PERIOD = KIND(VALUE_PERIOD),
        DATE = KIND(VALUE_DATE),
        FINDING = KIND(VALUE_SINCE) | KIND(VALUE_STREAK),
    };
    static const struct callable rows[] = {
        {"num", NUMBER, NUMBER, false, num},
        {"amount", NUMBER, NUMBER, false, amount},
        {"pct", NUMBER, NUMBER, false, pct},
        {"delta", NUMBER, NUMBER, false, delta},
        {"signed", NUMBER, NUMBER, false, with_sign},
        {"month", PERIOD | DATE, 0, false, month},
        {"month_year", PERIOD | DATE, 0, false, month_year},
        {"date", DATE, 0, false, date},
        {"phrase", FINDING | TEXT, 0, false, phrase},
        {"words", NUMBER, 0, false, words},
        {"ordinal", NUMBER, 0, false, ordinal},
        {"abs", NUMBER, 0, false, absolute},
        {"upper", TEXT, 0, false, upper},
        {"lower", TEXT, 0, false, lower},
        {"sentence", TEXT, 0, false, sentence},
        {"unit", NUMBER | KIND(VALUE_SERIES), 0, false, unit},
    };
    static const struct callables table = {"filter", rows, COUNT_OF(rows)};
    return &table;
}
