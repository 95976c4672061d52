/* SPDX-License-Identifier: MIT */
/* Properties that say what a series is at the issue or another period. */
#include "property_internal.h"

#include "table/status.h"

bool property_number(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_number(call->arena, &call->operand, call->issue);
    return true;
}

bool property_at(const struct call *call, struct value *result, struct error *error)
{
    struct period period = call->argument.period;
    if (call->argument.kind == VALUE_TEXT && !period_parse(call->argument.text, &period)) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "\"%.*s\" is not a period such as 2025-10 or 2025-01..03",
                        STR_ARG(call->argument.text));
    }
    *result = value_number(call->arena, &call->operand, period);
    return true;
}

bool property_rank(const struct call *call, struct value *result, struct error *error)
{
    const struct value *member = &call->operand;
    if (!member->group) {
        return call_error(call, error, "\"%.*s\" is not a member of a group",
                          STR_ARG(value_name(member)));
    }
    size_t nth = group_rank(member->group, member->series, call->issue);
    *result =
        nth ? value_from_count(nth) : value_at(call->arena, member->series, call->issue);
    return true;
}

static struct value from_observation(const struct call *call,
                                     struct observation observation)
{
    if (!observation_has_value(observation)) {
        return value_none(call->arena, "\"%.*s\" has no monthly value to compare",
                          STR_ARG(value_name(&call->operand)));
    }
    struct value value = value_from_number(observation.value, call->operand.series->unit);
    value.status = observation.status;
    value.places = observation_places(observation, value.unit);
    value.period = observation.period;
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

bool property_series_unit(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    *result = value_from_text(call->operand.series->unit);
    return true;
}
