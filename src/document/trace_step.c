/* SPDX-License-Identifier: MIT */
/*
 * Steps of series: an observation, what it was computed from, and so on down
 * to the cells of queries.
 *
 * Each evaluation makes its series anew. Two that are computed in the same
 * way from the same have one key, so that their observations are one step.
 */
#include "trace_internal.h"

#include <string.h>

/* A key as bytes: words find them. */
static str bytes_of(const void *key, size_t size)
{
    return (str){key, size};
}

static uint64_t series_key(struct tracer *tracer, const struct series *series)
{
    if (!series) {
        return UINT64_MAX;
    }
    const struct derivation *how = series->derivation;
    uint64_t key[9] = {(uintptr_t)series};
    if (how) {
        const uint64_t of[] = {
            (uintptr_t)how->formula,
            series_key(tracer, how->of),
            series_key(tracer, how->with),
            (uintptr_t)how->group,
            (uint64_t)how->base.first,
            (uint64_t)how->base.months,
            (uint64_t)how->months,
            (uint64_t)how->rate,
            (uintptr_t)how->at, /* a rate is computed, or as published: one formula */
        };
        _Static_assert(sizeof of == sizeof key, "a key has all that a derivation has");
        memcpy(key, of, sizeof key);
    }
    return words_add(tracer->arena, &tracer->series_keys, bytes_of(key, sizeof key));
}

/* The series of a query that a series was computed from. */
static const struct series *figures_of(const struct series *series)
{
    while (series->derivation && series->derivation->of) {
        series = series->derivation->of;
    }
    return series->derivation ? NULL : series;
}

/* --- names ---------------------------------------------------------------------------- */

static str *name_slot(struct tracer *tracer, const struct series *series)
{
    uint64_t key = series_key(tracer, series);
    while (tracer->names.count <= key) {
        *arena_push(tracer->arena, &tracer->names) = (str){0};
    }
    return &tracer->names.at[key];
}

/* total, partners["Germany"], partners.total: as an expression names it. */
static str name_of_figures(struct tracer *tracer, const struct series *series)
{
    const struct query *query = series->query;
    if (!query || !series->member.length) {
        return query ? query->name : series->name;
    }
    return str_equal(series->member, query->total)
               ? str_print(tracer->arena, "%.*s.total", STR_ARG(query->name))
               : str_print(tracer->arena, "%.*s[\"%.*s\"]", STR_ARG(query->name),
                           STR_ARG(series->member));
}

/* "Germany.yoy" of a member is partners["Germany"].yoy. */
void trace_step_name(struct tracer *tracer, const struct series *series, str name)
{
    str *slot = name_slot(tracer, series);
    const struct series *figures = figures_of(series);
    if (slot->length) {
        return;
    }
    if (figures && figures->member.length && str_starts(name, figures->name)) {
        str owner = name_of_figures(tracer, figures);
        str properties = str_after(name, figures->name.length);
        name = str_print(tracer->arena, "%.*s%.*s", STR_ARG(owner), STR_ARG(properties));
    }
    *slot = name;
}

/* The property that makes such a series; what no expression says has no other name. */
static const char *property_of(const struct series *series)
{
    const struct derivation *how = series->derivation;
    bool is_on_year = how->rate == RATE_YEAR_AGO;
    if (how->rate == RATE_NONE || !how->of) {
        return how->of && series->is_to_date && !how->of->is_to_date ? "ytd" : NULL;
    }
    if (str_equal(series->unit, S("%")) && !how->of->is_rate) {
        return is_on_year ? "yoy" : "mom";
    }
    if (!series->is_rate) {
        return is_on_year ? "year_ago" : "previous";
    }
    return is_on_year ? "change_year" : "change";
}

str trace_step_name_of(struct tracer *tracer, const struct series *series)
{
    str known = *name_slot(tracer, series);
    if (known.length) {
        return known;
    }
    if (!series->derivation) {
        return name_of_figures(tracer, series);
    }
    const char *property = property_of(series);
    if (!property) {
        return series->name;
    }
    str of = trace_step_name_of(tracer, series->derivation->of);
    return str_print(tracer->arena, "%.*s.%s", STR_ARG(of), property);
}

/* --- steps ---------------------------------------------------------------------------- */

static str status_text(struct arena *arena, char status)
{
    return status && status != 'A' ? str_copy(arena, (str){&status, 1}) : S("");
}

void trace_step_possible(struct tracer *tracer, struct trace_step *step,
                         struct interval possible)
{
    if (interval_is_valid(possible) && ratio_compare(possible.low, possible.high) != 0) {
        step->low = trace_exact(tracer->arena, possible.low);
        step->high = trace_exact(tracer->arena, possible.high);
    }
}

size_t trace_step_add(struct tracer *tracer, struct trace_step step)
{
    size_t index = tracer->trace->steps.count;
    *arena_push(tracer->arena, &tracer->trace->steps) = step;
    return index;
}

void trace_step_operand(struct tracer *tracer, size_t step, size_t operand)
{
    struct trace_step *of = &tracer->trace->steps.at[step];
    bool is_new = operand != TRACE_NONE;
    for (size_t i = 0; is_new && i < of->operands.count; i++) {
        is_new = of->operands.at[i] != operand;
    }
    if (is_new) {
        *arena_push(tracer->arena, &of->operands) = operand;
    }
}

static str state_text(enum observation_state state)
{
    return state == OBSERVATION_MISSING      ? S("missing")
           : state == OBSERVATION_SUPPRESSED ? S("suppressed")
                                             : S("not in the data");
}

static struct trace_step step_of(struct tracer *tracer, const struct series *series,
                                 struct observation observation)
{
    struct arena *arena = tracer->arena;
    bool has_value = observation_has_value(observation);
    struct trace_step step = {
        .name = trace_step_name_of(tracer, series),
        .period = period_is_set(observation.period)
                      ? period_print(arena, observation.period)
                      : S(""),
        .value = has_value ? trace_exact(arena, observation.value)
                           : state_text(observation.state),
        .unit = has_value ? series->unit : S(""),
        .query = TRACE_NONE,
    };
    if (has_value) {
        step.status = status_text(arena, observation.status);
        trace_step_possible(tracer, &step, observation.possible);
    }
    return step;
}

static size_t query_index(const struct tracer *tracer, const struct series *series)
{
    const struct briefing *briefing = tracer->briefing;
    for (size_t i = 0; series && series->query && i < briefing->query_count; i++) {
        if (str_equal(briefing->queries[i].name, series->query->name)) {
            return i;
        }
    }
    return TRACE_NONE;
}

/* A figure of a query, or a rate that was published beside it. */
static void add_cell(struct tracer *tracer, size_t step, const struct series *series,
                     struct observation observation)
{
    const struct series *figures = figures_of(series);
    size_t query = query_index(tracer, figures);
    if (query != TRACE_NONE && observation.state != OBSERVATION_ABSENT) {
        *arena_push(tracer->arena, &tracer->cells) = (struct trace_cell){
            .step = step,
            .query = query,
            .group = figures->member,
            .period = observation.period,
            .observation = observation,
            .is_rate = figures != series,
        };
    }
}

size_t trace_step_observation(struct tracer *tracer, const struct series *series,
                              struct observation observation)
{
    const uint64_t key[] = {series_key(tracer, series), (uint64_t)observation.period.first,
                            (uint64_t)observation.period.months};
    size_t count = tracer->known.count;
    size_t known = words_add(tracer->arena, &tracer->known, bytes_of(key, sizeof key));
    if (known < count) {
        return tracer->known_steps.at[known];
    }
    size_t step = trace_step_add(tracer, step_of(tracer, series, observation));
    *arena_push(tracer->arena, &tracer->known_steps) = step;

    struct precedents precedents = {0};
    const struct derivation *how = series->derivation;
    if (how && how->precedents) {
        how->precedents(tracer->arena, series, observation.period, &precedents);
    }
    if (!how || (!precedents.count && observation.place.line)) {
        add_cell(tracer, step, series, observation);
    }
    if (how) {
        tracer->trace->steps.at[step].formula =
            precedents.count ? str_from(how->formula) : S("as published");
    }
    for (size_t i = 0; i < precedents.count; i++) {
        const struct precedent *precedent = &precedents.at[i];
        trace_step_operand(
            tracer, step,
            trace_step_observation(tracer, precedent->series, precedent->observation));
    }
    return step;
}
