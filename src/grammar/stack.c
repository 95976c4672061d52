/* SPDX-License-Identifier: MIT */
#include "grammar/stack.h"

#include "grammar/group.h"

#include <math.h>

struct stacking {
    const struct datum *values;
    struct datum *starts, *ends;
};

static double value_of(const struct stacking *stacking, size_t row)
{
    return datum_to_number(stacking->values[row]);
}

static double size_of(const struct stacking *stacking, size_t row)
{
    return fabs(value_of(stacking, row));
}

static void set(const struct stacking *stacking, size_t row, double start, double end)
{
    stacking->starts[row] = datum_number(start);
    stacking->ends[row] = datum_number(end);
}

static void stack_from_zero(const struct stacking *stacking, const size_t *rows,
                            size_t count)
{
    double above = 0.0;
    double below = 0.0;
    for (size_t i = 0; i < count; i++) {
        double value = value_of(stacking, rows[i]);
        double *end = value < 0.0 ? &below : &above;
        set(stacking, rows[i], *end, *end + value);
        *end += value;
    }
}

static void stack_around(const struct stacking *stacking, const size_t *rows, size_t count,
                         double start)
{
    for (size_t i = 0; i < count; i++) {
        double end = start + size_of(stacking, rows[i]);
        set(stacking, rows[i], start, end);
        start = end;
    }
}

static void stack_to_one(const struct stacking *stacking, const size_t *rows, size_t count,
                         double total)
{
    double scale = 1.0 / total;
    double sum = 0.0;
    double start = 0.0;
    for (size_t i = 0; i < count; i++) {
        sum += size_of(stacking, rows[i]);
        set(stacking, rows[i], start, scale * sum);
        start = scale * sum;
    }
}

static double sum_of(const struct stacking *stacking, const struct groups *groups,
                     size_t group)
{
    double sum = 0.0;
    for (size_t i = 0; i < group_size(groups, group); i++) {
        sum += size_of(stacking, group_row(groups, group, i));
    }
    return sum;
}

const struct frame *frame_stack(struct arena *arena, const struct frame *frame, str field,
                                enum stack_offset offset, const str *groupby,
                                size_t groupby_count, const struct sort_key *sort,
                                size_t sort_count, str as_start, str as_end)
{
    struct groups groups = group_rows(arena, frame, groupby, groupby_count);
    struct order_keys keys = order_keys(arena, frame, sort, sort_count);
    struct frame *stacked = arena_new(arena, struct frame);
    *stacked = frame_copy(arena, frame);
    struct stacking stacking = {frame_column(arena, frame, field),
                                frame_add(arena, stacked, as_start),
                                frame_add(arena, stacked, as_end)};
    double most = 0.0;
    for (size_t group = 0; offset == STACK_CENTER && group < groups.count; group++) {
        most = fmax(most, sum_of(&stacking, &groups, group));
    }
    for (size_t group = 0; group < groups.count; group++) {
        size_t *rows = groups.rows + groups.starts[group];
        size_t count = group_size(&groups, group);
        double sum = offset == STACK_CENTER || offset == STACK_NORMALIZE
                         ? sum_of(&stacking, &groups, group)
                         : 0.0;
        order_rows(arena, &keys, rows, count);
        if (offset == STACK_CENTER) {
            stack_around(&stacking, rows, count, (most - sum) / 2.0);
        } else if (offset == STACK_NORMALIZE) {
            stack_to_one(&stacking, rows, count, sum);
        } else {
            stack_from_zero(&stacking, rows, count);
        }
    }
    return stacked;
}
