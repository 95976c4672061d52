/* SPDX-License-Identifier: MIT */
#include "label_format.h"

#include <math.h>

#include "calendar_step.h"
#include "grammar/format.h"
#include "steps.h"

static bool is_time_def(const struct channel *def)
{
    return def && (def->type == TYPE_TEMPORAL || def->time_unit.parts);
}

static str config_text(const struct maker *maker, str key)
{
    struct bag config = view_config_bag(maker->specification, S(""));
    return bag_text_or(&config, key, S(""));
}

static str unit_format(const struct maker *maker, const struct channel *def)
{
    return def->time_unit.parts ? time_unit_format(maker->arena, def->time_unit) : (str){0};
}

struct label_format label_format_text(const struct maker *maker, const struct channel *def)
{
    struct label_format format = {.maker = maker, .kind = LABEL_TEXT};
    if (!def) {
        return format;
    }
    struct bag guide = {0};
    bag_add(&guide, def->guide);
    format.specifier =
        def->format.length ? def->format : bag_text_or(&guide, S("format"), S(""));
    str type = def->format_type.length ? def->format_type
                                       : bag_text_or(&guide, S("formatType"), S(""));
    bool is_time = str_equal(type, S("time")) || (!type.length && is_time_def(def));
    if (is_time) {
        format.kind = LABEL_TIME;
        if (!format.specifier.length) {
            format.specifier = unit_format(maker, def);
        }
        if (!format.specifier.length) {
            format.specifier = config_text(maker, S("timeFormat"));
        }
        return format;
    }
    if (!format.specifier.length && def->type == TYPE_QUANTITATIVE) {
        bool is_part = def->has_stack && def->stack == STACK_NORMALIZE;
        format.specifier =
            config_text(maker, is_part ? S("normalizedNumberFormat") : S("numberFormat"));
    }
    if (format.specifier.length || def->type == TYPE_QUANTITATIVE) {
        format.kind = LABEL_NUMBER;
    }
    return format;
}

/* --- numbers ----------------------------------------------------------------------------
 */

static bool has_precision(str specifier)
{
    return str_find(specifier, '.') < specifier.length;
}

/* The letter that a specifier ends in, or none. */
static char type_of(str specifier)
{
    static const str letters = S("bcdefgnoprsxXE%");
    if (!specifier.length) {
        return 0;
    }
    char last = specifier.at[specifier.length - 1];
    if (str_find(letters, last) == letters.length) {
        return 0;
    }
    return last;
}

static int exponent_of(double value)
{
    return value != 0 && isfinite(value) ? (int)floor(log10(fabs(value))) : 0;
}

/* Digits that tell steps apart, in the way that the type counts them. */
static int digits_for(char type, double step, double most)
{
    switch (type) {
    case 'f':
        return steps_decimals(step);
    case '%':
        return (int)fmax(0, steps_decimals(step) - 2);
    case 's': {
        int prefix = (int)fmin(fmax(floor(exponent_of(most) / 3.0), -8), 8) * 3;
        return (int)fmax(0, prefix - exponent_of(step));
    }
    case 'e':
    case 'g':
    case 'p':
    case 'r': {
        int digits = (int)fmax(0, exponent_of(most - step) - exponent_of(step)) + 1;
        return type == 'e' ? digits - 1 : digits;
    }
    default:
        return -1;
    }
}

str label_format_for_span(struct arena *arena, str specifier, double low, double high,
                          double count)
{
    if (!specifier.length) {
        specifier = S(",f");
    }
    char type = type_of(specifier);
    double step = fabs(steps_distance(low, high, count));
    if (has_precision(specifier) || low == high || !isfinite(step)) {
        return low == high && !has_precision(specifier) && type == 'f' ? S(",") : specifier;
    }
    int digits = digits_for(type, step, fmax(fabs(low), fabs(high)));
    if (digits < 0) {
        return specifier;
    }
    size_t end = specifier.length - (type != '\0');
    bool is_trimmed = end && specifier.at[end - 1] == '~';
    size_t head = end - is_trimmed;
    return str_print(arena, "%.*s.%d%.*s", (int)head, specifier.at, digits,
                     STR_ARG(str_after(specifier, head)));
}

/* --- times -------------------------------------------------------------------------------
 */

/* As round as the time is: a year, a month, a day ... */
static str round_time_format(double time)
{
    static const struct {
        struct calendar_step step;
        str specifier;
    } units[] = {
        {{CALENDAR_YEAR, 1}, S("%Y")},    {{CALENDAR_MONTH, 1}, S("%B")},
        {{CALENDAR_WEEK, 1}, S("%b %d")}, {{CALENDAR_DAY, 1}, S("%a %d")},
        {{CALENDAR_HOUR, 1}, S("%I %p")}, {{CALENDAR_MINUTE, 1}, S("%I:%M")},
        {{CALENDAR_SECOND, 1}, S(":%S")},
    };
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        if (calendar_step_floor(units[i].step, time) >= time) {
            return units[i].specifier;
        }
    }
    return S(".%L");
}

/* "s" without digits: all numbers of a guide have the prefix of the greatest. */
static void set_prefix(struct label_format *format, double most)
{
    static const str prefixes[] = {S("y"),        S("z"), S("a"), S("f"), S("p"), S("n"),
                                   S("\xC2\xB5"), S("m"), S(""),  S("k"), S("M"), S("G"),
                                   S("T"),        S("P"), S("E"), S("Z"), S("Y")};
    if (type_of(format->specifier) != 's' || has_precision(format->specifier)) {
        return;
    }
    double thousands = fmin(fmax(floor(exponent_of(most) / 3.0), -8), 8);
    format->prefix = prefixes[(size_t)(thousands + 8)];
    format->unit = pow(1000, thousands);
    size_t head = format->specifier.length - 1;
    format->specifier =
        str_print(format->maker->arena, "%.*sf", (int)head, format->specifier.at);
}

struct label_format label_format_guide(const struct maker *maker, const struct channel *def,
                                       const struct bag *guide, const struct scale *scale,
                                       double tick_count)
{
    struct label_format format = {.maker = maker, .kind = LABEL_TEXT};
    format.specifier = bag_text_or(guide, S("format"), S(""));
    str type = bag_text_or(guide, S("formatType"), S(""));
    bool is_time = str_equal(type, S("time")) || (!type.length && is_time_def(def));
    bool is_number_scale = scale && !scale_is_discrete(scale) && !scale_is_time(scale);
    if (is_time) {
        format.kind = LABEL_TIME;
        format.specifier =
            format.specifier.length ? format.specifier : unit_format(maker, def);
        return format;
    }
    bool is_part = def->has_stack && def->stack == STACK_NORMALIZE;
    if (is_part) {
        format.specifier = config_text(maker, S("normalizedNumberFormat"));
    } else if (!format.specifier.length && def->type == TYPE_QUANTITATIVE) {
        format.specifier = config_text(maker, S("numberFormat"));
    }
    if (is_number_scale) {
        format.kind = LABEL_NUMBER;
        format.unit = 1;
        if (scale->type == SCALE_LOG || scale->type == SCALE_SYMLOG) {
            format.specifier = format.specifier.length ? format.specifier : S(",");
        } else if (scale->domain_count) {
            bool has_classes = scale_is_discretizing(scale);
            double low = has_classes ? scale->low : scale->domain[0];
            double high =
                has_classes ? scale->high : scale->domain[scale->domain_count - 1];
            set_prefix(&format, fmax(fabs(low), fabs(high)));
            format.specifier =
                label_format_for_span(maker->arena, format.specifier, low / format.unit,
                                      high / format.unit, tick_count);
        }
    } else if (format.specifier.length) {
        format.kind = LABEL_NUMBER;
        format.is_mixed = true;
    }
    return format;
}

static str print_number(const struct label_format *format, struct datum datum,
                        const struct exact *exact)
{
    struct arena *arena = format->maker->arena;
    const struct language *language = format->maker->specification->environment.language;
    if (datum.kind == DATUM_NONE) {
        return S("null");
    }
    double number = datum_to_number(datum);
    if (!format->specifier.length) {
        return isinf(number)
                   ? (number > 0 ? S("\xE2\x88\x9E") : S("\xE2\x88\x92\xE2\x88\x9E"))
                   : format_plain(arena, number);
    }
    if (format->prefix.length || format->unit > 1) {
        str digits =
            format_number(arena, language, format->specifier, number / format->unit);
        return str_print(arena, "%.*s%.*s", STR_ARG(digits), STR_ARG(format->prefix));
    }
    str text;
    if (exact && exact->observation.state == OBSERVATION_VALUE &&
        format_exact(arena, language, format->specifier, exact->observation.value, &text)) {
        return text;
    }
    return format_number(arena, language, format->specifier, number);
}

str label_format_print(const struct label_format *format, struct datum datum,
                       const struct exact *exact)
{
    struct arena *arena = format->maker->arena;
    const struct language *language = format->maker->specification->environment.language;
    switch (format->kind) {
    case LABEL_TIME: {
        if (!datum_is_valid(datum)) {
            return S("null");
        }
        double time = datum_to_time(datum);
        if (isnan(time)) {
            return datum_to_text(arena, datum);
        }
        str specifier =
            format->specifier.length ? format->specifier : round_time_format(time);
        return format_time(arena, language, specifier, time);
    }
    case LABEL_NUMBER:
        if (datum.kind == DATUM_TEXT &&
            (format->is_mixed || isnan(datum_to_number(datum)))) {
            return datum.text;
        }
        return print_number(format, datum, exact);
    default:
        return datum.kind == DATUM_NUMBER ? print_number(format, datum, NULL)
                                          : datum_to_text(arena, datum);
    }
}
