/* SPDX-License-Identifier: MIT */
/*
 * Steps of findings. A finding has numbers, and not how each was computed: a
 * number is that of the first series below which has it at its period.
 */
#include "trace_internal.h"

struct finding_source {
    struct tracer *tracer;
    const struct finding *finding;
    const struct series_group *group; /* of its query, or NULL */
    size_t step;
};

static const struct series *own(struct arena *arena, const struct finding_source *source)
{
    (void)arena;
    return source->finding->series;
}

static const struct series *other(struct arena *arena, const struct finding_source *source)
{
    (void)arena;
    return source->finding->other;
}

static const struct series *to_date(struct arena *arena,
                                    const struct finding_source *source)
{
    return operator_to_date(arena, source->finding->series);
}

static const struct series *on_month(struct arena *arena,
                                     const struct finding_source *source)
{
    return operator_rate(arena, source->finding->series, RATE_PREVIOUS);
}

static const struct series *on_year(struct arena *arena,
                                    const struct finding_source *source)
{
    return operator_rate(arena, source->finding->series, RATE_YEAR_AGO);
}

static const struct series *to_date_on_year(struct arena *arena,
                                            const struct finding_source *source)
{
    return operator_rate(arena, to_date(arena, source), RATE_YEAR_AGO);
}

static const struct series *share(struct arena *arena, const struct finding_source *source)
{
    const struct series *part = source->finding->series;
    const struct series *total = source->group ? source->group->total : NULL;
    const struct series *shares = total ? operator_share(arena, part, total) : NULL;
    if (shares) {
        trace_step_name(source->tracer, shares,
                        str_print(arena, "%.*s.share", STR_ARG(part->name)));
    }
    return shares;
}

static const struct series *change(struct arena *arena, const struct finding_source *source)
{
    return operator_change(arena, source->finding->series, RATE_PREVIOUS);
}

static const struct series *least(struct arena *arena, const struct finding_source *source)
{
    int years = (int)source->finding->count;
    return years > 0 && years <= OPERATOR_YEARS_MAX
               ? operator_years(arena, source->finding->series, YEARS_MINIMUM, years)
               : NULL;
}

static const struct series *most(struct arena *arena, const struct finding_source *source)
{
    int years = (int)source->finding->count;
    return years > 0 && years <= OPERATOR_YEARS_MAX
               ? operator_years(arena, source->finding->series, YEARS_MAXIMUM, years)
               : NULL;
}

static void add_at(const struct finding_source *source, const struct series *series,
                   struct period period)
{
    struct observation observation = series_at(series, period);
    trace_step_operand(source->tracer, source->step,
                       trace_step_observation(source->tracer, series, observation));
}

/* The number as a step, if one of the series has it. */
static void add_number(const struct finding_source *source, struct observation number)
{
    static const struct series *(*const candidates[])(
        struct arena * arena, const struct finding_source *source) = {
        own, other, to_date, on_month, on_year, to_date_on_year, share, change, least, most,
    };
    struct arena *arena = source->tracer->arena;
    struct period period =
        period_is_set(number.period) ? number.period : source->finding->period;
    for (size_t i = 0; observation_has_value(number) && i < COUNT_OF(candidates); i++) {
        const struct series *series = candidates[i](arena, source);
        struct observation found =
            series ? series_at(series, period) : (struct observation){0};
        if (observation_has_value(found) && ratio_compare(found.value, number.value) == 0) {
            add_at(source, series, period);
            return;
        }
    }
}

/* The months that it looks back on. */
static void add_window(const struct finding_source *source)
{
    const struct finding *finding = source->finding;
    const struct since *since = &finding->since;
    for (size_t i = 1; i <= since->months + period_is_set(since->month); i++) {
        struct period month = period_shift(finding->period, -(int)i);
        if (series_find(finding->series, month)) {
            add_at(source, finding->series, month);
        }
    }
    bool is_on_year =
        finding->kind == FINDING_STREAK_YEAR || finding->kind == FINDING_LEVEL_SHIFT;
    const struct series *rates = is_on_year ? on_year(source->tracer->arena, source)
                                            : on_month(source->tracer->arena, source);
    for (size_t i = 0; finding->streak.count && i <= finding->streak.count; i++) {
        struct period month = period_shift(finding->period, -(int)i);
        if (series_find(rates, month)) {
            add_at(source, rates, month);
        }
    }
}

static bool is_about_all_members(enum finding_kind kind)
{
    return kind == FINDING_LEADER || kind == FINDING_RANK || kind == FINDING_CONCENTRATION;
}

static const struct series_group *group_of(const struct tracer *tracer,
                                           const struct finding *finding)
{
    const struct scope *scope = &tracer->facts->scope;
    for (size_t i = 0; i < scope->count; i++) {
        if (str_equal(scope->at[i].name, finding->query)) {
            return scope->at[i].value.group;
        }
    }
    return NULL;
}

size_t trace_finding_step(struct tracer *tracer, const struct finding *finding,
                          str sentence)
{
    struct finding_source source = {
        .tracer = tracer, .finding = finding, .group = group_of(tracer, finding)};
    struct period period = finding->period;
    source.step = trace_step_add(tracer, (struct trace_step){
                                             .name = finding_name(tracer->arena, finding),
                                             .period = period_print(tracer->arena, period),
                                             .value = sentence,
                                             .formula = S("a sentence of these figures"),
                                             .query = TRACE_NONE,
                                         });
    add_number(&source, finding->value);
    add_number(&source, finding->comparator);
    add_number(&source, finding->rate);
    add_window(&source);
    for (size_t i = 0;
         is_about_all_members(finding->kind) && source.group && i < source.group->count;
         i++) {
        const struct series *member = &source.group->at[i];
        if (observation_has_value(series_at(member, period))) {
            add_at(&source, member, period);
        }
    }
    return source.step;
}
