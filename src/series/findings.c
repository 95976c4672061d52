/* SPDX-License-Identifier: MIT */
/* All findings of a briefing: what is looked at, and how much it weighs. */
#include "findings_internal.h"

#include "base/buffer.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct finding *findings_add(const struct maker *maker, const struct topic *topic,
                             enum finding_kind kind)
{
    struct finding *finding = arena_push(maker->arena, maker->list);
    *finding = (struct finding){
        .kind = kind,
        .query = topic->query,
        .member = topic->member,
        .alias = topic->alias,
        .series = topic->series,
        .period = maker->period,
        .value = topic->now,
        .is_complete = true,
    };
    return finding;
}

void findings_withhold(const struct maker *maker, const struct topic *topic,
                       enum finding_kind kind, const char *format, ...)
{
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct finding *finding = findings_add(maker, topic, kind);
    finding->is_complete = false;
    finding->withheld = str_copy(maker->arena, str_from(text));
}

str findings_why(struct arena *arena, struct observation observation)
{
    static const char *const states[] = {
        [OBSERVATION_ABSENT] = "not in the data",
        [OBSERVATION_VALUE] = "known",
        [OBSERVATION_MISSING] = "missing",
        [OBSERVATION_SUPPRESSED] = "suppressed",
    };
    str period = period_name(arena, observation.period);
    return str_print(arena, "%.*s is %s", STR_ARG(period), states[observation.state]);
}

struct observation findings_per_cent(struct observation like, struct ratio per_cent)
{
    struct observation result = {.period = like.period,
                                 .state = OBSERVATION_VALUE,
                                 .value = per_cent,
                                 .places = -1,
                                 .status = like.status};
    if (!ratio_is_valid(per_cent)) {
        result.state = OBSERVATION_MISSING;
        result.status = 'M';
    }
    return result;
}

/* --- weights -------------------------------------------------------------------- */

/* The largest series of each unit: what others are weighed against. */
struct scale {
    struct {
        struct reference {
            str unit;
            double size;
        } * at;
        size_t count, capacity;
    } references;
};

/* Now, a month or a year before: what has collapsed still weighs as much as it did. */
static double size_at(const struct series *series, struct period period)
{
    static const int months_back[] = {0, 1, 12};
    double size = 0;
    for (size_t i = 0; i < COUNT_OF(months_back); i++) {
        struct observation month = series_at(series, period_shift(period, -months_back[i]));
        if (observation_has_value(month)) {
            size = fmax(size, fabs(ratio_to_double(month.value)));
        }
    }
    return size;
}

static struct reference *reference_of(struct arena *arena, struct scale *scale, str unit)
{
    for (size_t i = 0; i < scale->references.count; i++) {
        if (str_equal(scale->references.at[i].unit, unit)) {
            return &scale->references.at[i];
        }
    }
    struct reference *reference = arena_push(arena, &scale->references);
    reference->unit = unit;
    return reference;
}

static void weigh(struct arena *arena, struct scale *scale, const struct series *series,
                  struct period period)
{
    struct reference *reference = reference_of(arena, scale, series->unit);
    reference->size = fmax(reference->size, size_at(series, period));
}

static struct scale scale_of(struct arena *arena, const struct finding_inputs *inputs,
                             struct period period)
{
    struct scale scale = {0};
    for (size_t i = 0; i < inputs->count; i++) {
        const struct finding_input *input = &inputs->at[i];
        if (input->series) {
            weigh(arena, &scale, input->series, period);
        }
        if (input->group && input->group->total) {
            weigh(arena, &scale, input->group->total, period);
        }
        for (size_t k = 0; input->group && k < input->group->count; k++) {
            weigh(arena, &scale, &input->group->at[k], period);
        }
    }
    return scale;
}

/* --- collecting ----------------------------------------------------------------- */

struct collector {
    struct maker maker;
    struct scale scale;
    const struct finding_options *options;
    const struct series *about;
};

/* Drops what the author does not want; marks what he pins, with the number of the pin. */
static void apply_selectors(struct finding *finding, const struct finding_options *options)
{
    for (size_t i = 0; i < options->drops.count && !finding->withheld.length; i++) {
        if (finding_selector_takes(&options->drops.at[i], finding)) {
            finding->withheld = S("dropped by the briefing");
        }
    }
    for (size_t i = 0; i < options->pins.count && !finding->is_pinned; i++) {
        finding->is_pinned = finding_selector_takes(&options->pins.at[i], finding);
    }
}

/* Scores what was found since `first` about one series. */
static void rate(struct collector *collector, const struct topic *topic, size_t first)
{
    struct findings *list = collector->maker.list;
    if (list->count == first) {
        return;
    }
    struct history history = salience_history(topic->series, collector->maker.period);
    double largest =
        reference_of(collector->maker.arena, &collector->scale, topic->series->unit)->size;
    double size = size_at(topic->series, collector->maker.period);
    double weight = largest > 0 ? size / largest : 0;
    for (size_t i = first; i < list->count; i++) {
        if (!list->at[i].withheld.length) {
            salience_rate(&list->at[i], &history, weight, largest);
        }
        apply_selectors(&list->at[i], collector->options);
    }
    salience_demote(list->at + first, list->count - first);
}

static bool has_same_figures(const struct series *a, const struct series *b)
{
    bool is_same = a->count == b->count && str_equal(a->unit, b->unit);
    for (size_t i = a->count; is_same && i > 0; i--) {
        const struct observation *x = &a->at[i - 1];
        const struct observation *y = &b->at[i - 1];
        is_same = period_equal(x->period, y->period) && x->state == y->state &&
                  (!observation_has_value(*x) || !ratio_compare(x->value, y->value));
    }
    return is_same;
}

str findings_alias(const struct finding_inputs *inputs, const struct series *member)
{
    for (size_t i = 0; i < inputs->count; i++) {
        const struct series *single = inputs->at[i].series;
        if (single && has_same_figures(single, member)) {
            return inputs->at[i].query;
        }
    }
    return S("");
}

static bool is_wanted(const struct collector *collector, const struct series *series)
{
    return series && (!collector->about || collector->about == series);
}

static void collect_series(struct collector *collector, const struct finding_input *input)
{
    const struct maker *maker = &collector->maker;
    struct topic topic = {.query = input->query, .series = input->series};
    topic.now = series_at(topic.series, maker->period);
    if (!observation_has_value(topic.now)) {
        return;
    }
    size_t first = maker->list->count;
    findings_of_series(maker, &topic);
    if (input->unit_value) {
        struct topic price = {.query = input->query, .series = input->unit_value};
        price.now = series_at(price.series, maker->period);
        if (observation_has_value(price.now)) {
            findings_of_unit_value(maker, &price);
        }
    }
    rate(collector, &topic, first);
}

static void collect_member(struct collector *collector, const struct group_view *view,
                           str query, const struct series *member)
{
    const struct maker *maker = &collector->maker;
    struct topic topic = {.query = query, .member = member->name, .series = member};
    topic.alias = findings_alias(maker->inputs, member);
    topic.now = series_at(member, maker->period);
    if (!observation_has_value(topic.now)) {
        return;
    }
    size_t first = maker->list->count;
    if (!topic.alias.length) {
        findings_of_series(maker, &topic);
    }
    findings_of_member(maker, view, &topic);
    rate(collector, &topic, first);
}

/* Emptied after so many series, scratch memory stays small and is not cleared too often. */
enum { SCRATCH_SERIES = 256 };

static void collect_group(struct collector *collector, const struct finding_input *input)
{
    const struct maker *maker = &collector->maker;
    const struct series_group *group = input->group;
    const struct group_view *view =
        findings_group_view(maker->arena, input->query, group, maker->period);
    for (size_t i = 0; i < group->count; i++) {
        if (is_wanted(collector, &group->at[i])) {
            collect_member(collector, view, input->query, &group->at[i]);
        }
        if (i % SCRATCH_SERIES == 0) {
            arena_finish(maker->scratch);
        }
    }
    if (is_wanted(collector, group->total)) {
        size_t first = maker->list->count;
        struct topic topic = {.query = input->query, .series = group->total};
        findings_of_group(maker, view);
        rate(collector, &topic, first);
    }
}

const struct findings *findings_make(struct arena *arena,
                                     const struct finding_inputs *inputs,
                                     struct period period,
                                     const struct finding_options *options,
                                     const struct series *about)
{
    static const struct finding_options none = {0};
    struct arena scratch = {0};
    struct findings *findings = arena_new(arena, struct findings);
    struct collector collector = {
        .maker = {arena, &scratch, period, inputs, findings},
        .scale = scale_of(arena, inputs, period),
        .options = options ? options : &none,
        .about = about,
    };
    for (size_t i = 0; period_is_set(period) && i < inputs->count; i++) {
        if (is_wanted(&collector, inputs->at[i].series)) {
            collect_series(&collector, &inputs->at[i]);
        }
        if (inputs->at[i].group) {
            collect_group(&collector, &inputs->at[i]);
        }
    }
    arena_finish(&scratch);
    findings_order(arena, findings, collector.options);
    return findings;
}
