/* SPDX-License-Identifier: MIT */
/* Kernel density estimates with a normal kernel. */
#include "base/compiler.h"
#include "grammar/bin.h"
#include "grammar/group.h"
#include "grammar/statistics.h"
#include "sampling.h"
#include "transform_internal.h"

#include <math.h>

struct density {
    str field;
    struct str_list groupby;
    bool is_cumulative, has_counts, has_extent, is_independent;
    double bandwidth, low, high;
    double steps, least, most;
    str value, as;
};

static bool read_density(const struct transform *transform, struct density *density)
{
    static const str resolves[] = {{"shared", 6}, {"independent", 11}};
    const struct node *node = transform->node;
    struct error *error = transform->error;
    const struct node *resolve = argument_find(node, S("resolve"));
    size_t choice = 0;
    if (!transform_field(transform, &density->field) ||
        !transform_groupby(transform, &density->groupby) ||
        !argument_flag(node, S("cumulative"), &density->is_cumulative, error) ||
        !argument_flag(node, S("counts"), &density->has_counts, error) ||
        !argument_number(node, S("bandwidth"), &density->bandwidth, error) ||
        !argument_range(transform->arena, node, S("extent"), &density->low, &density->high,
                        &density->has_extent, error) ||
        !argument_number(node, S("steps"), &density->steps, error) ||
        !argument_number(node, S("minsteps"), &density->least, error) ||
        !argument_number(node, S("maxsteps"), &density->most, error) ||
        !transform_as(transform, &density->value, &density->as) ||
        (resolve && !node_choice(resolve, resolves, COUNT_OF(resolves), &choice, error))) {
        return false;
    }
    density->is_independent = choice == 1;
    return true;
}

struct kernel {
    struct statistics_sample sample;
    double bandwidth;
};

static double density_at(const void *context, double x)
{
    const struct kernel *kernel = context;
    double sum = 0.0;
    for (size_t i = 0; i < kernel->sample.count; i++) {
        sum += statistics_normal_density((x - kernel->sample.at[i]) / kernel->bandwidth,
                                         0.0, 1.0);
    }
    return sum / kernel->bandwidth / (double)kernel->sample.count;
}

static double below_at(const void *context, double x)
{
    const struct kernel *kernel = context;
    double sum = 0.0;
    for (size_t i = 0; i < kernel->sample.count; i++) {
        sum += statistics_normal_below((x - kernel->sample.at[i]) / kernel->bandwidth, 0.0,
                                       1.0);
    }
    return sum / (double)kernel->sample.count;
}

static struct statistics_sample sample_of(struct arena *arena, const struct datum *column,
                                          const struct groups *groups, size_t group)
{
    size_t count = group_size(groups, group);
    struct statistics_sample sample = {arena_array(arena, double, count), 0};
    for (size_t i = 0; i < count; i++) {
        struct datum datum = column[group_row(groups, group, i)];
        double number = datum_to_number(datum);
        bool is_empty = datum.kind == DATUM_TEXT && !datum.text.length;
        if (datum.kind != DATUM_NONE && !is_empty && !isnan(number)) {
            sample.at[sample.count++] = number;
        }
    }
    statistics_sort(sample);
    return sample;
}

static size_t step_count(double steps)
{
    const double most = 100000.0;
    return steps >= 1.0 ? (size_t)fmin(steps, most) : 1;
}

static void add_group(const struct transform *transform, const struct density *density,
                      struct statistics_sample sample, size_t group, struct made_rows *made)
{
    struct kernel kernel = {sample, density->bandwidth};
    if (!sample.count) {
        return;
    }
    if (!(kernel.bandwidth > 0.0)) {
        kernel.bandwidth = statistics_bandwidth(sample);
    }
    bool has_bounds = density->has_extent || !density->is_independent;
    double low = has_bounds ? density->low : sample.at[0];
    double high = has_bounds ? density->high : sample.at[sample.count - 1];
    double most = density->steps > 0.0 ? density->steps : density->most;
    double least = !density->is_independent ? most
                   : density->steps > 0.0   ? density->steps
                                            : density->least;
    struct sampling_points points =
        sampling_curve(transform->arena, density->is_cumulative ? below_at : density_at,
                       &kernel, low, high, step_count(least), step_count(most));
    double scale = density->has_counts ? (double)sample.count : 1.0;
    for (size_t i = 0; i < points.count; i++) {
        *arena_push(transform->arena, made) =
            (struct made_row){group, points.at[i].x, points.at[i].y * scale};
    }
}

const struct frame *transform_density(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct made_rows made = {NULL, 0, 0};
    struct density density = {
        .least = 25.0, .most = 200.0, .value = S("value"), .as = S("density")};
    if (!read_density(transform, &density)) {
        return NULL;
    }
    if (!density.has_extent && !density.is_independent &&
        !frame_extent(arena, transform->frame, density.field, &density.low,
                      &density.high)) {
        density.low = density.high = 0.0;
    }
    struct groups groups =
        group_rows(arena, transform->frame, density.groupby.at, density.groupby.count);
    const struct datum *column = frame_column(arena, transform->frame, density.field);
    for (size_t group = 0; group < groups.count; group++) {
        add_group(transform, &density, sample_of(arena, column, &groups, group), group,
                  &made);
    }
    return transform_made_frame(transform, &groups, &density.groupby, &made, density.value,
                                density.as);
}
