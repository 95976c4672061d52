/* SPDX-License-Identifier: MIT */
#include "grammar/window.h"

#include "base/compiler.h"
#include "grammar/group.h"
#include "window_internal.h"

#include <math.h>

static const char *const op_names[WINDOW_OP_COUNT] = {
    [WINDOW_AGGREGATE] = "",
    [WINDOW_ROW_NUMBER] = "row_number",
    [WINDOW_RANK] = "rank",
    [WINDOW_DENSE_RANK] = "dense_rank",
    [WINDOW_PERCENT_RANK] = "percent_rank",
    [WINDOW_CUME_DIST] = "cume_dist",
    [WINDOW_NTILE] = "ntile",
    [WINDOW_LAG] = "lag",
    [WINDOW_LEAD] = "lead",
    [WINDOW_FIRST_VALUE] = "first_value",
    [WINDOW_LAST_VALUE] = "last_value",
    [WINDOW_NTH_VALUE] = "nth_value",
    [WINDOW_PREV_VALUE] = "prev_value",
    [WINDOW_NEXT_VALUE] = "next_value",
};

bool window_op_named(str word, enum window_op *op, enum aggregate_op *aggregate)
{
    for (size_t i = 1; i < WINDOW_OP_COUNT; i++) {
        if (str_equal(word, str_from(op_names[i]))) {
            *op = (enum window_op)i;
            *aggregate = AGGREGATE_NONE;
            return true;
        }
    }
    *op = WINDOW_AGGREGATE;
    return aggregate_op_named(word, aggregate);
}

/* Rows that the order does not tell apart; without an order every row stands alone. */
static bool are_peers(const struct partition *partition, size_t a, size_t b)
{
    return partition->keys->count > 0 &&
           !order_compare(partition->keys, partition->rows[a], partition->rows[b]);
}

static size_t within(double index, size_t count)
{
    return index > 0.0 ? (index < (double)count ? (size_t)index : count) : 0;
}

struct span window_span(const struct partition *partition, struct window_frame window,
                        size_t index)
{
    struct span span = {within((double)index + window.before, partition->count),
                        within((double)index + window.after + 1.0, partition->count)};
    if (window.ignores_peers || span.from >= span.to) {
        return span;
    }
    while (span.from > 0 && are_peers(partition, span.from, span.from - 1)) {
        span.from--;
    }
    while (span.to < partition->count && are_peers(partition, span.to - 1, span.to)) {
        span.to++;
    }
    return span;
}

static struct datum value_at(const struct partition *partition, size_t index)
{
    return partition->column ? partition->column[partition->rows[index]] : datum_none();
}

/* --- ranks
 * -------------------------------------------------------------------------------- */

/* Position of the first of the peers (from 0), how many groups of peers stand before, and
 * the position behind the last of them. */
struct peers {
    size_t first, number, end;
};

static struct peers next_peers(const struct partition *partition, struct peers peers,
                               size_t index)
{
    if (index < peers.end) {
        return peers;
    }
    struct peers next = {index, peers.number + (index > 0), index + 1};
    while (next.end < partition->count && are_peers(partition, index, next.end)) {
        next.end++;
    }
    return next;
}

static double rank_of(enum window_op op, double param, struct peers peers, size_t index,
                      size_t count)
{
    double total = (double)count;
    switch (op) {
    case WINDOW_ROW_NUMBER:
        return (double)index + 1.0;
    case WINDOW_RANK:
        return (double)peers.first + 1.0;
    case WINDOW_DENSE_RANK:
        return (double)peers.number + 1.0;
    case WINDOW_PERCENT_RANK:
        return (double)peers.first / (total - 1.0);
    case WINDOW_NTILE:
        return ceil(param * (double)peers.end / total);
    default:
        return (double)peers.end / total;
    }
}

static void rank_rows(const struct partition *partition, const struct window_of *of,
                      struct datum *out)
{
    struct peers peers = {0, 0, 0};
    struct partition alone = *partition;
    static const struct order_keys none = {NULL, 0};
    /* Vega takes all rows for different where nothing orders them. */
    alone.keys = partition->keys->count ? partition->keys : &none;
    for (size_t i = 0; i < partition->count; i++) {
        peers = next_peers(&alone, peers, i);
        out[partition->rows[i]] =
            datum_number(rank_of(of->op, of->param, peers, i, partition->count));
    }
}

/* --- neighbours
 * --------------------------------------------------------------------------- */

static struct datum at_offset(const struct partition *partition, double index)
{
    bool is_there = index >= 0.0 && index < (double)partition->count;
    return is_there ? value_at(partition, (size_t)index) : datum_none();
}

static double offset_of(const struct window_of *of)
{
    bool is_given = !isnan(of->param) && fabs(of->param) > 0.0;
    return is_given ? of->param : 1.0;
}

/* The nearest value that there is: up to this row, or from it on. */
static void fill_rows(const struct partition *partition, bool is_backwards,
                      struct datum *out)
{
    struct datum known = datum_none();
    for (size_t i = 0; i < partition->count; i++) {
        size_t index = is_backwards ? partition->count - 1 - i : i;
        struct datum datum = value_at(partition, index);
        known = datum.kind != DATUM_NONE ? datum : known;
        out[partition->rows[index]] = known;
    }
}

static void pick_rows(const struct partition *partition, const struct window_of *of,
                      struct window_frame window, struct datum *out)
{
    for (size_t i = 0; i < partition->count; i++) {
        struct span span = window_span(partition, window, i);
        bool is_empty = span.from >= span.to;
        double index = (double)i;
        if (of->op == WINDOW_LAG) {
            index -= offset_of(of);
        } else if (of->op == WINDOW_LEAD) {
            index += offset_of(of);
        } else if (of->op == WINDOW_FIRST_VALUE) {
            index = is_empty ? -1.0 : (double)span.from;
        } else if (of->op == WINDOW_LAST_VALUE) {
            index = is_empty ? -1.0 : (double)span.to - 1.0;
        } else {
            index = (double)span.from + of->param - 1.0;
            index = index < (double)span.to ? index : -1.0;
        }
        out[partition->rows[i]] = at_offset(partition, index);
    }
}

/* --- all of them
 * -------------------------------------------------------------------------- */

static void apply(struct arena *arena, const struct partition *partition,
                  const struct window_of *of, struct window_frame window, struct datum *out)
{
    switch (of->op) {
    case WINDOW_AGGREGATE:
        window_aggregate(arena, partition, of, window, out);
        return;
    case WINDOW_ROW_NUMBER:
    case WINDOW_RANK:
    case WINDOW_DENSE_RANK:
    case WINDOW_PERCENT_RANK:
    case WINDOW_CUME_DIST:
    case WINDOW_NTILE:
        rank_rows(partition, of, out);
        return;
    case WINDOW_PREV_VALUE:
    case WINDOW_NEXT_VALUE:
        fill_rows(partition, of->op == WINDOW_NEXT_VALUE, out);
        return;
    default:
        pick_rows(partition, of, window, out);
    }
}

const struct frame *frame_window(struct arena *arena, const struct frame *frame,
                                 const struct window_of *windows, size_t window_count,
                                 struct window_frame window, const str *groupby,
                                 size_t groupby_count, const struct sort_key *sort,
                                 size_t sort_count)
{
    struct groups groups = group_rows(arena, frame, groupby, groupby_count);
    struct order_keys keys = order_keys(arena, frame, sort, sort_count);
    struct frame *out = arena_new(arena, struct frame);
    *out = frame_copy(arena, frame);
    for (size_t group = 0; group < groups.count; group++) {
        order_rows(arena, &keys, groups.rows + groups.starts[group],
                   group_size(&groups, group));
    }
    for (size_t i = 0; i < window_count; i++) {
        const struct datum *column =
            windows[i].field.length ? frame_column(arena, frame, windows[i].field) : NULL;
        struct datum *results = arena_array(arena, struct datum, frame->rows);
        for (size_t group = 0; group < groups.count; group++) {
            struct partition partition = {frame, column, &keys,
                                          groups.rows + groups.starts[group],
                                          group_size(&groups, group)};
            apply(arena, &partition, &windows[i], window, results);
        }
        frame_set(arena, out, windows[i].as, results);
    }
    return out;
}
