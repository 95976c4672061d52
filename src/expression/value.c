/* SPDX-License-Identifier: MIT */
#include "expression/value.h"

#include "base/number.h"

#include <stdarg.h>
#include <stdio.h>

enum { PLACES_SHOWN = 6 }; /* more decimals than these need a filter */

void scope_add(struct arena *arena, struct scope *scope, str name, struct value value)
{
    *arena_push(arena, scope) = (struct name){.name = name, .value = value};
}

const struct name *scope_find(const struct scope *scope, str name)
{
    for (size_t i = 0; i < scope->count; i++) {
        if (str_equal(scope->at[i].name, name)) {
            return &scope->at[i];
        }
    }
    return NULL;
}

struct value value_none(struct arena *arena, const char *format, ...)
{
    char reason[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    return (struct value){.kind = VALUE_NONE, .text = str_copy(arena, str_from(reason))};
}

struct value value_from_number(struct ratio number, str unit)
{
    return (struct value){
        .kind = VALUE_NUMBER,
        .number = number,
        .possible = interval_of(number),
        .unit = unit,
        .status = 'A',
        .places = observation_places((struct observation){.places = -1}, unit),
    };
}

struct value value_from_observation(struct observation observation, str unit)
{
    struct value value = value_from_number(observation.value, unit);
    value.possible = observation.possible;
    if (observation.status) {
        value.status = observation.status;
    }
    value.period = observation.period;
    value.places = observation_places(observation, unit);
    return value;
}

struct value value_from_count(size_t count)
{
    return value_from_number(ratio_from((int64_t)count), S(""));
}

struct value value_from_text(str text)
{
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_from_flag(bool flag)
{
    return (struct value){.kind = VALUE_FLAG, .flag = flag};
}

struct value value_from_period(struct period period)
{
    return (struct value){.kind = VALUE_PERIOD, .period = period};
}

struct value value_from_date(struct date date)
{
    if (!date_is_set(date)) {
        return (struct value){.kind = VALUE_NONE, .text = S("the date is not set")};
    }
    return (struct value){.kind = VALUE_DATE, .date = date};
}

struct value value_from_series(const struct series *series)
{
    return (struct value){.kind = VALUE_SERIES, .series = series};
}

struct value value_from_group(const struct series_group *group)
{
    return (struct value){.kind = VALUE_GROUP, .group = group};
}

/* The period as the series counts it: to date, the months since January. */
static str period_in(struct arena *arena, const struct series *series, struct period period)
{
    return period_name(arena, series_period(series, period));
}

static struct value number_at(struct arena *arena, const struct series *series, str name,
                              struct period period)
{
    struct observation observation = series_at(series, period);
    str month = period_in(arena, series, period);
    if (observation.state == OBSERVATION_ABSENT) {
        return value_none(arena, "\"%.*s\": %.*s is not in the data", STR_ARG(name),
                          STR_ARG(month));
    }
    if (!observation_has_value(observation)) {
        return value_none(arena, "\"%.*s\" has no value for %.*s: it is %s", STR_ARG(name),
                          STR_ARG(month),
                          observation.state == OBSERVATION_SUPPRESSED ? "suppressed"
                                                                      : "missing");
    }
    return value_from_observation(observation, series->unit);
}

struct value value_at(struct arena *arena, const struct series *series,
                      struct period period)
{
    return number_at(arena, series, series->name, period);
}

static const char *fault_of(struct observation operand)
{
    static const char *const faults[] = {
        [OBSERVATION_ABSENT] = "not in the data",
        [OBSERVATION_MISSING] = "missing",
        [OBSERVATION_SUPPRESSED] = "suppressed",
        [OBSERVATION_VALUE] = "zero",
    };
    return faults[operand.state];
}

/* The first operand without a value, else the first divisor that is zero, or NULL. */
static const struct precedent *find_fault(const struct precedents *operands)
{
    for (size_t i = 0; i < operands->count; i++) {
        if (!observation_has_value(operands->at[i].observation)) {
            return &operands->at[i];
        }
    }
    for (size_t i = 1; i < operands->count; i++) {
        if (!ratio_sign(operands->at[i].observation.value)) {
            return &operands->at[i];
        }
    }
    return NULL;
}

/* Why a computed series has no value at the period: the operand at fault. */
static struct value blame_operand(struct arena *arena, const struct value *value,
                                  struct period period)
{
    const struct series *series = value->series;
    const struct derivation *how = series->derivation;
    struct precedents operands = {0};
    how->precedents(arena, series, series_period(series, period), &operands);
    const struct precedent *fault = find_fault(&operands);
    if (!fault) {
        return value_none(
            arena,
            "\"%.*s\" has no value for %.*s: what it is computed from is not all known",
            STR_ARG(value_name(value)), STR_ARG(period_in(arena, series, period)));
    }
    str when = period_name(arena, fault->observation.period);
    const char *what = fault_of(fault->observation);
    if (fault->series == how->of) {
        return value_none(arena, "\"%.*s\": %.*s is %s", STR_ARG(value_name(value)),
                          STR_ARG(when), what);
    }
    return value_none(arena, "\"%.*s\": %.*s of \"%.*s\" is %s", STR_ARG(value_name(value)),
                      STR_ARG(when), STR_ARG(fault->series->name), what);
}

struct value value_number(struct arena *arena, const struct value *value,
                          struct period period)
{
    if (value->kind != VALUE_SERIES) {
        return *value;
    }
    struct value number = number_at(arena, value->series, value_name(value), period);
    if (number.kind == VALUE_NONE && value->series->derivation) {
        return blame_operand(arena, value, period);
    }
    number.base = value->base;
    number.evaluation = value->evaluation;
    return number;
}

str value_name(const struct value *value)
{
    if (value->kind == VALUE_GROUP) {
        return value->group->name;
    }
    return value->text.length || !value->series ? value->text : value->series->name;
}

bool value_is_true(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NONE:
        return false;
    case VALUE_TEXT:
        return value->text.length > 0;
    case VALUE_FLAG:
        return value->flag;
    case VALUE_SERIES:
        return observation_has_value(series_at(value->series, value->period));
    default:
        return true;
    }
}

const char *value_kind_name(enum value_kind kind)
{
    static const char *const names[] = {
        [VALUE_NONE] = "nothing",      [VALUE_NUMBER] = "a number",
        [VALUE_TEXT] = "text",         [VALUE_FLAG] = "true or false",
        [VALUE_PERIOD] = "a period",   [VALUE_DATE] = "a date",
        [VALUE_SERIES] = "a series",   [VALUE_GROUP] = "a group of series",
        [VALUE_SINCE] = "a \"since\"", [VALUE_STREAK] = "a streak",
        [VALUE_RECORD] = "a record",
    };
    return names[kind];
}

/* The fewest decimals that show all of the number. */
static bool print_exactly(struct arena *arena, const struct language *language,
                          struct ratio number, str *text)
{
    struct number_style style = {.is_ungrouped = true};
    for (; style.places <= PLACES_SHOWN; style.places++) {
        struct decimal decimal = ratio_round(number, style.places);
        if (ratio_compare(ratio_from_decimal(decimal), number) == 0) {
            *text = language_number(arena, language, number, style);
            return true;
        }
    }
    return false;
}

static bool refuse(const struct value *value, struct place place, struct error *error)
{
    error_at(error, ERROR_CONFIG, place, "%s has no text of its own",
             value_kind_name(value->kind));
    switch (value->kind) {
    case VALUE_GROUP:
        return error_hint(error, "name a member, as in partners[\"Germany\"]");
    case VALUE_SINCE:
    case VALUE_STREAK:
        return error_hint(error, "the filter \"phrase\" says it in words");
    default:
        return error_hint(error, "it can be a condition");
    }
}

bool value_print(struct arena *arena, const struct language *language,
                 const struct value *value, struct place place, str *text,
                 struct error *error)
{
    struct value shown = value_number(arena, value, value->period);
    switch (shown.kind) {
    case VALUE_TEXT:
        *text = shown.text;
        return true;
    case VALUE_NUMBER:
        return print_exactly(arena, language, shown.number, text) ||
               (error_at(error, ERROR_CONFIG, place,
                         "this number has more than %d decimals", PLACES_SHOWN),
                error_hint(error, "round it with a filter, as in \"| num(1)\""));
    case VALUE_PERIOD:
        *text = language_period(arena, language, shown.period);
        return true;
    case VALUE_DATE:
        *text = language_date(arena, language, shown.date);
        return true;
    case VALUE_NONE:
        error_at(error, ERROR_CHECK, place, "%.*s", STR_ARG(shown.text));
        return error_hint(error, "say what stands here instead, as in ?? \"n.a.\"");
    default:
        return refuse(&shown, place, error);
    }
}
