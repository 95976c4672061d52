/* SPDX-License-Identifier: MIT */
/*
 * Windows: for each row a value from the rows around it, as Vega's window transform: ranks,
 * neighbours (lag, lead), and aggregates of a frame of rows.
 */
#ifndef GRAMMAR_WINDOW_H
#define GRAMMAR_WINDOW_H

#include "grammar/aggregate.h"
#include "grammar/order.h"

enum window_op {
    WINDOW_AGGREGATE, /* `aggregate` of the rows of the frame */
    WINDOW_ROW_NUMBER,
    WINDOW_RANK,
    WINDOW_DENSE_RANK,
    WINDOW_PERCENT_RANK,
    WINDOW_CUME_DIST,
    WINDOW_NTILE, /* `param` parts */
    WINDOW_LAG, /* the row `param` before (1) */
    WINDOW_LEAD,
    WINDOW_FIRST_VALUE,
    WINDOW_LAST_VALUE,
    WINDOW_NTH_VALUE, /* `param`, from 1 */
    WINDOW_PREV_VALUE, /* the last one that there is, up to this row */
    WINDOW_NEXT_VALUE,
    WINDOW_OP_COUNT,
};

/* False if the word is neither that of a window nor of an aggregate. */
NODISCARD bool window_op_named(str word, enum window_op *op, enum aggregate_op *aggregate);

struct window_of {
    enum window_op op;
    enum aggregate_op aggregate;
    str field; /* path; empty where none is needed */
    double param; /* NaN: not given */
    str as;
};

/* Rows before and after the one that is looked at, inclusive; infinite: all. Rows that the
 * order does not tell apart go along, unless peers are ignored. */
struct window_frame {
    double before, after; /* -HUGE_VAL, 0 are all up to this one */
    bool ignores_peers;
};

const struct frame *frame_window(struct arena *arena, const struct frame *frame,
                                 const struct window_of *windows, size_t window_count,
                                 struct window_frame window, const str *groupby,
                                 size_t groupby_count, const struct sort_key *sort,
                                 size_t sort_count);

#endif
