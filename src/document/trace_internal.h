/* SPDX-License-Identifier: MIT */
/*
 * How a trace is built: trace_step.c makes the steps, trace_rows.c finds the
 * rows of those that are cells, trace_build.c lists files, queries and numbers.
 */
#ifndef DOCUMENT_TRACE_INTERNAL_H
#define DOCUMENT_TRACE_INTERNAL_H

#include "document/trace.h"

/* A step that is a cell of a query. */
struct trace_cell {
    size_t step;
    size_t query; /* in briefing->queries */
    str group;
    struct period period;
    struct observation observation;
    bool is_rate; /* a published rate: it stands in the row of the figure */
};

struct tracer {
    struct arena *arena;
    const struct briefing *briefing;
    const struct facts *facts;
    const struct trace_options *options;
    struct error *error;
    struct trace *trace;
    struct words series_keys; /* how a series was computed; the same for equal ones */
    struct words known; /* series keys with periods: observations that have a step */
    struct {
        size_t *at; /* the step of each of them */
        size_t count, capacity;
    } known_steps;
    struct {
        str *at; /* names of series, by key; empty where none is known */
        size_t count, capacity;
    } names;
    struct {
        struct trace_cell *at;
        size_t count, capacity;
    } cells;
    struct {
        size_t *at;
        size_t count, capacity;
    } lines; /* where those of the briefing begin */
};

/* --- trace_step.c ------------------------------------------------------------------------
 */

size_t trace_step_add(struct tracer *tracer, struct trace_step step);
/* Each operand once; nothing for TRACE_NONE. */
void trace_step_operand(struct tracer *tracer, size_t step, size_t operand);
void trace_step_possible(struct tracer *tracer, struct trace_step *step,
                         struct interval possible);

/* What a series is called: as an expression has named it, else by how it was made. */
str trace_step_name_of(struct tracer *tracer, const struct series *series);
void trace_step_name(struct tracer *tracer, const struct series *series, str name);

/* The step of an observation, with those that it is computed from. */
size_t trace_step_observation(struct tracer *tracer, const struct series *series,
                              struct observation observation);

/* --- trace_expression.c ------------------------------------------------------------------
 */

/* What an evaluation gives before it is formatted; NULL where that is no number. */
const struct expression *trace_expression_number(const struct trace_evaluation *evaluation,
                                                 const struct expression *expression);

/* The step of an expression that trace_expression_number() gave. */
size_t trace_expression_step(struct tracer *tracer,
                             const struct trace_evaluation *evaluation,
                             const struct expression *expression);

/* An expression as it stands in the briefing, its white space made single. */
str trace_expression_text(struct arena *arena, const struct expression *expression);

/* The step of a rank that no expression asks for. */
size_t trace_expression_rank(struct tracer *tracer, const struct trace_print *print);

/* --- trace_finding.c
 * --------------------------------------------------------------------- */

/* The step of a sentence about a finding. */
size_t trace_finding_step(struct tracer *tracer, const struct finding *finding,
                          str sentence);

/* --- trace_rows.c ------------------------------------------------------------------------
 */

/* Rows of all cells; a query or file that the trace does not have yet is added to it. */
NODISCARD bool trace_rows_find(struct tracer *tracer);

/* --- trace_exact.c -----------------------------------------------------------------------
 */

/* "5473", "15.8", or "74800/4725" where no decimal is the number. */
str trace_exact(struct arena *arena, struct ratio number);
bool trace_exact_parse(str text, struct ratio *number);

#endif
