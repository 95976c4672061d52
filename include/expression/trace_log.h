/* SPDX-License-Identifier: MIT */
/*
 * Trace log: what was evaluated while a document is made, and which of its
 * texts print it.
 *
 * A scope that has a log notes each evaluation with the values of all parts of
 * the expression; a value knows the evaluation that it came from. Whoever turns
 * a value into text says so with trace_log_value(). The text is known by its
 * address: it goes into blocks, charts and lines as it is, and is found again
 * on the pages (page/page.h). A text that is copied on the way is moved in the
 * log too (trace_log_move). What is noted and then not printed does no harm.
 *
 * Without a log (NULL) all of these do nothing.
 */
#ifndef EXPRESSION_TRACE_LOG_H
#define EXPRESSION_TRACE_LOG_H

#include "expression/syntax.h"
#include "expression/value.h"

/* A part of an expression, and what it was. */
struct trace_part {
    const struct expression *expression;
    struct value value;
};

struct trace_evaluation {
    struct trace_log *log;
    const struct expression *expression; /* the whole */
    struct period issue;
    struct trace_part
        *at; /* operands before what is computed from them; only branches taken */
    size_t count, capacity;
};

/* What a text prints that no expression gives. */
struct trace_subject {
    const struct series *series;
    const struct series_group *group; /* its rank among these is printed; or NULL */
    const struct finding *finding; /* that the text says; or NULL */
    str report; /* of which it is a part: of what was counted in the files; or empty */
    struct observation observation;
    struct place place; /* of what asks for it in the briefing */
};

/* A text that prints a value: of an evaluation, or of a subject. */
struct trace_print {
    str text;
    const struct trace_evaluation *evaluation; /* or NULL: */
    const struct trace_subject *subject;
};

struct trace_log {
    struct arena *arena;
    struct trace_print *at; /* in the order in which they were printed */
    size_t count, capacity;
};

/* An evaluation that begins; NULL without a log. */
struct trace_evaluation *trace_log_begin(struct trace_log *log,
                                         const struct expression *expression,
                                         struct period issue);
void trace_log_part(struct trace_evaluation *evaluation,
                    const struct expression *expression, const struct value *value);

/* The text prints the value; nothing where it does not stem from an evaluation. */
void trace_log_value(const struct value *value, str text);

/* The text prints an observation of a series that no expression names: a label in a chart.
 */
void trace_log_observation(struct trace_log *log, const struct series *series,
                           struct observation observation, str text, struct place place);

/* The text prints the rank of a member of a group at the observation's period. */
void trace_log_rank(struct trace_log *log, const struct series_group *group,
                    const struct series *series, struct period period, str text,
                    struct place place);

/* The text says a finding. */
void trace_log_finding(struct trace_log *log, const struct finding *finding, str text,
                       struct place place);

/* The text has what was counted while the files were read, for the report of that name. */
void trace_log_report(struct trace_log *log, str report, str text, struct place place);

/* `to` is a copy of the bytes of `from`: what was printed there is printed here. */
void trace_log_move(struct trace_log *log, str from, str to);

/* The same for what was printed after the log had `first` texts: a log may be long. */
void trace_log_move_since(struct trace_log *log, size_t first, str from, str to);

/* What a part of the expression was; NULL for one that was not evaluated. */
const struct value *trace_evaluation_value(const struct trace_evaluation *evaluation,
                                           const struct expression *expression);

#endif
