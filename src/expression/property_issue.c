/* SPDX-License-Identifier: MIT */
/* Properties that say what a series is at the issue or another period. */
#include "property_internal.h"

#include "expression/translation.h"

#include "table/status.h"

bool property_number(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_number(call->arena, &call->operand, call->issue);
    return true;
}

bool property_period_argument(const struct call *call, struct period *period,
                              struct error *error)
{
    *period = call->argument.period;
    if (call->argument.kind == VALUE_TEXT && !period_parse(call->argument.text, period)) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "\"%.*s\" is not a period such as 2025-10 or 2025-01..03",
                        STR_ARG(call->argument.text));
    }
    return true;
}

bool property_at(const struct call *call, struct value *result, struct error *error)
{
    struct period period = {0};
    if (!property_period_argument(call, &period, error)) {
        return false;
    }
    *result = value_number(call->arena, &call->operand, period);
    return true;
}

static struct value from_observation(const struct call *call,
                                     struct observation observation)
{
    if (!observation_has_value(observation)) {
        return value_none(call->arena, "\"%.*s\" has no monthly value to compare",
                          STR_ARG(value_name(&call->operand)));
    }
    struct value value = value_from_observation(observation, call->operand.series->unit);
    value.base = call->operand.base;
    return value;
}

/* From January of the year before to the issue. */
static struct period shown_months(struct period issue)
{
    int first = (period_year(issue) - 1) * 12;
    return (struct period){first, period_end(issue) - first};
}

bool property_maximum(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct period window = shown_months(call->issue);
    *result = from_observation(call, series_maximum(call->operand.series, window));
    return true;
}

bool property_minimum(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    struct period window = shown_months(call->issue);
    *result = from_observation(call, series_minimum(call->operand.series, window));
    return true;
}

/* The published figure for January to the issue, less what its months add up to. */
bool property_residual(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    const struct series *series = call->operand.series;
    struct period window = period_to_date(call->issue);
    struct observation published = series_at(series, window);
    str name = value_name(&call->operand);
    str months = period_name(call->arena, window);
    struct cover cover = {0};
    if (!observation_has_value(published)) {
        *result = value_none(call->arena, "\"%.*s\": no figure for %.*s was published",
                             STR_ARG(name), STR_ARG(months));
    } else if (!series_cover(call->arena, series, window, COVER_FINE, &cover)) {
        *result = value_none(call->arena, "\"%.*s\": the months of %.*s are not all known",
                             STR_ARG(name), STR_ARG(months));
    } else {
        *result =
            value_from_number(ratio_subtract(published.value, cover.sum), series->unit);
        result->possible = interval_subtract(published.possible, cover.possible);
        result->status = status_weaker(published.status, cover.status);
    }
    return true;
}

bool property_series_name(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    *result = value_from_text(call->operand.series->name);
    return true;
}

bool property_series_label(const struct call *call, struct value *result,
                           struct error *error)
{
    (void)error;
    *result = value_from_text(translation_name(call->scope, call->operand.series->name));
    return true;
}

bool property_series_unit(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    *result = value_from_text(call->operand.series->unit);
    return true;
}

/* Of a member of a group by several dimensions: its word of one of them. */
bool property_word(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = call->operand.series;
    const struct query *query = series->query;
    size_t count = query && series->member.length ? query->part_count : 0;
    str name = call->argument.text;
    for (size_t i = 0; i < count; i++) {
        if (str_equal(query->parts[i], name)) {
            str word = query_part(query, series->member, i);
            *result = value_from_text(translation_name(call->scope, word));
            return true;
        }
    }
    if (!count) {
        return call_error(call, error, "\"%.*s\" is no member of a group",
                          STR_ARG(series->name));
    }
    call_error(call, error, "\"%.*s\" has no word of \"%.*s\"", STR_ARG(series->name),
               STR_ARG(name));
    return error_suggest(error, name, query->parts, count);
}
