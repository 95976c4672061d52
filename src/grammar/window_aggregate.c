/* SPDX-License-Identifier: MIT */
/*
 * Aggregates of frames. Sums, counts and means of frames that only grow are carried from
 * row to row; frames that move are taken anew, so that nothing of the rows that left
 * remains in the last digits of a double.
 */
#include "window_internal.h"

#include <math.h>

static bool is_missing(struct datum datum)
{
    return datum.kind == DATUM_NONE || (datum.kind == DATUM_TEXT && !datum.text.length);
}

/* What is known of the rows so far. */
struct running {
    size_t rows, valid;
    double sum, mean;
};

static void add_row(struct running *running, const struct partition *partition,
                    size_t index)
{
    struct datum datum =
        partition->column ? partition->column[partition->rows[index]] : datum_none();
    double number = datum_to_number(datum);
    running->rows++;
    if (is_missing(datum) || !datum_is_valid(datum)) {
        return;
    }
    running->valid++;
    running->sum += number;
    running->mean += (number - running->mean) / (double)running->valid;
}

static bool can_run(enum aggregate_op op, struct window_frame window)
{
    return isinf(window.before) && (op == AGGREGATE_COUNT || op == AGGREGATE_VALID ||
                                    op == AGGREGATE_SUM || op == AGGREGATE_MEAN);
}

static struct datum running_value(enum aggregate_op op, const struct running *running)
{
    if (op == AGGREGATE_COUNT || op == AGGREGATE_VALID) {
        return datum_number(
            (double)(op == AGGREGATE_COUNT ? running->rows : running->valid));
    }
    if (!running->valid) {
        return datum_none();
    }
    return datum_number(op == AGGREGATE_SUM ? running->sum : running->mean);
}

static void run(const struct partition *partition, enum aggregate_op op,
                struct window_frame window, struct datum *out)
{
    struct running running = {.rows = 0};
    size_t end = 0;
    for (size_t i = 0; i < partition->count; i++) {
        /* Within a group of peers the end does not move. */
        struct span span = i && end > i && !isinf(window.after) && window.after <= 0.0 &&
                                   !window.ignores_peers
                               ? (struct span){0, end}
                               : window_span(partition, window, i);
        for (; end < span.to; end++) {
            add_row(&running, partition, end);
        }
        out[partition->rows[i]] = running_value(op, &running);
    }
}

void window_aggregate(struct arena *arena, const struct partition *partition,
                      const struct window_of *of, struct window_frame window,
                      struct datum *out)
{
    if (can_run(of->aggregate, window)) {
        run(partition, of->aggregate, window, out);
        return;
    }
    struct span known = {SIZE_MAX, SIZE_MAX};
    struct datum value = datum_none();
    for (size_t i = 0; i < partition->count; i++) {
        struct span span = window_span(partition, window, i);
        if (span.from != known.from || span.to != known.to) {
            size_t count = span.to > span.from ? span.to - span.from : 0;
            value = aggregate_rows(arena, partition->frame, of->aggregate,
                                   partition->column, partition->rows + span.from, count);
            known = span;
        }
        out[partition->rows[i]] = value;
    }
}
