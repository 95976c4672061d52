/* SPDX-License-Identifier: MIT */
#include "expression/trace_log.h"

struct trace_evaluation *trace_log_begin(struct trace_log *log,
                                         const struct expression *expression,
                                         struct period issue)
{
    if (!log) {
        return NULL;
    }
    struct trace_evaluation *evaluation = arena_new(log->arena, struct trace_evaluation);
    evaluation->log = log;
    evaluation->expression = expression;
    evaluation->issue = issue;
    return evaluation;
}

void trace_log_part(struct trace_evaluation *evaluation,
                    const struct expression *expression, const struct value *value)
{
    if (evaluation) {
        *arena_push(evaluation->log->arena, evaluation) =
            (struct trace_part){expression, *value};
    }
}

void trace_log_value(const struct value *value, str text)
{
    if (value->evaluation && text.length) {
        struct trace_log *log = value->evaluation->log;
        *arena_push(log->arena, log) =
            (struct trace_print){.text = text, .evaluation = value->evaluation};
    }
}

static void add_subject(struct trace_log *log, str text, struct trace_subject subject)
{
    struct trace_subject *kept = arena_new(log->arena, struct trace_subject);
    *kept = subject;
    *arena_push(log->arena, log) = (struct trace_print){.text = text, .subject = kept};
}

void trace_log_observation(struct trace_log *log, const struct series *series,
                           struct observation observation, str text, struct place place)
{
    if (log && text.length && observation_has_value(observation)) {
        add_subject(log, text,
                    (struct trace_subject){
                        .series = series, .observation = observation, .place = place});
    }
}

void trace_log_rank(struct trace_log *log, const struct series_group *group,
                    const struct series *series, struct period period, str text,
                    struct place place)
{
    if (log) {
        add_subject(log, text,
                    (struct trace_subject){.series = series,
                                           .group = group,
                                           .observation = series_at(series, period),
                                           .place = place});
    }
}

void trace_log_finding(struct trace_log *log, const struct finding *finding, str text,
                       struct place place)
{
    if (log) {
        add_subject(log, text, (struct trace_subject){.finding = finding, .place = place});
    }
}

void trace_log_report(struct trace_log *log, str report, str text, struct place place)
{
    if (log && text.length) {
        add_subject(log, text, (struct trace_subject){.report = report, .place = place});
    }
}

void trace_log_move(struct trace_log *log, str from, str to)
{
    trace_log_move_since(log, 0, from, to);
}

void trace_log_move_since(struct trace_log *log, size_t first, str from, str to)
{
    uintptr_t start = (uintptr_t)from.at;
    for (size_t i = first; log && i < log->count; i++) {
        uintptr_t offset = (uintptr_t)log->at[i].text.at - start;
        if (offset < from.length) {
            log->at[i].text.at = to.at + offset;
        }
    }
}

const struct value *trace_evaluation_value(const struct trace_evaluation *evaluation,
                                           const struct expression *expression)
{
    for (size_t i = 0; i < evaluation->count; i++) {
        if (evaluation->at[i].expression == expression) {
            return &evaluation->at[i].value;
        }
    }
    return NULL;
}
