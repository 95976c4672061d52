/* SPDX-License-Identifier: MIT */
/* Each aggregate is a function from the rows of a group to a datum: a row of the table. */
#include "grammar/aggregate.h"

#include "base/compiler.h"
#include "grammar/group.h"
#include "grammar/statistics.h"

#include <math.h>

/* The rows of one group, and the column that is aggregated; NULL where there is none. */
struct slice {
    const struct frame *frame;
    const struct datum *column;
    const size_t *rows;
    size_t count;
};

static struct datum value_at(const struct slice *slice, size_t index)
{
    return slice->column ? slice->column[slice->rows[index]] : datum_none();
}

static bool is_missing(struct datum datum)
{
    return datum.kind == DATUM_NONE || (datum.kind == DATUM_TEXT && !datum.text.length);
}

/* What counts: not missing, and not NaN. */
static bool is_valid(struct datum datum)
{
    return !is_missing(datum) && datum_is_valid(datum);
}

static size_t valid_count(const struct slice *slice)
{
    size_t count = 0;
    for (size_t i = 0; i < slice->count; i++) {
        count += is_valid(value_at(slice, i));
    }
    return count;
}

static struct datum none_unless(bool has_value, double number)
{
    return has_value ? datum_number(number) : datum_none();
}

/* The only value of a group keeps its way to the exact number. */
static bool find_only(const struct slice *slice, struct datum *only)
{
    size_t found = 0;
    for (size_t i = 0; i < slice->count && found < 2; i++) {
        struct datum datum = value_at(slice, i);
        if (is_valid(datum)) {
            *only = datum;
            found++;
        }
    }
    return found == 1 && only->kind == DATUM_NUMBER;
}

static struct datum count(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    return datum_number((double)slice->count);
}

static struct datum valid(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    return datum_number((double)valid_count(slice));
}

static struct datum missing(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    size_t found = 0;
    for (size_t i = 0; i < slice->count; i++) {
        found += is_missing(value_at(slice, i));
    }
    return datum_number((double)found);
}

static struct datum distinct(struct arena *arena, const struct slice *slice)
{
    struct frame *values = frame_new(arena, slice->count);
    struct datum *column = frame_add(arena, values, S("value"));
    for (size_t i = 0; i < slice->count; i++) {
        column[i] = value_at(slice, i);
    }
    return datum_number((double)group_rows(arena, values, &S("value"), 1).count);
}

static struct datum sum(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    struct datum only;
    if (find_only(slice, &only)) {
        return only;
    }
    double total = 0.0;
    for (size_t i = 0; i < slice->count; i++) {
        struct datum datum = value_at(slice, i);
        total += is_valid(datum) ? datum_to_number(datum) : 0.0;
    }
    return none_unless(valid_count(slice) > 0, total);
}

static struct datum product(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    double total = 1.0;
    for (size_t i = 0; i < slice->count; i++) {
        struct datum datum = value_at(slice, i);
        total *= is_valid(datum) ? datum_to_number(datum) : 1.0;
    }
    return none_unless(valid_count(slice) > 0, total);
}

/* Welford's running mean and sum of squared deviations. */
struct moments {
    size_t count;
    double mean, squares;
};

static struct moments moments_of(const struct slice *slice)
{
    struct moments moments = {.count = 0};
    for (size_t i = 0; i < slice->count; i++) {
        struct datum datum = value_at(slice, i);
        if (is_valid(datum)) {
            double number = datum_to_number(datum);
            double from_mean = number - moments.mean;
            moments.mean += from_mean / (double)++moments.count;
            moments.squares += from_mean * (number - moments.mean);
        }
    }
    moments.squares = fmax(0.0, moments.squares);
    return moments;
}

static struct datum mean(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    struct datum only;
    if (find_only(slice, &only)) {
        return only;
    }
    struct moments moments = moments_of(slice);
    return none_unless(moments.count > 0, moments.mean);
}

static struct datum variance(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    struct moments moments = moments_of(slice);
    return none_unless(moments.count > 1, moments.squares / ((double)moments.count - 1.0));
}

static struct datum variancep(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    struct moments moments = moments_of(slice);
    return none_unless(moments.count > 0, moments.squares / (double)moments.count);
}

static struct datum root_of(struct datum datum)
{
    return datum.kind == DATUM_NUMBER ? datum_number(sqrt(datum.number)) : datum;
}

static struct datum stdev(struct arena *arena, const struct slice *slice)
{
    return root_of(variance(arena, slice));
}

static struct datum stdevp(struct arena *arena, const struct slice *slice)
{
    return root_of(variancep(arena, slice));
}

static struct datum standard_error(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    struct moments moments = moments_of(slice);
    double count = (double)moments.count;
    return none_unless(count > 1.0, sqrt(moments.squares / (count * (count - 1.0))));
}

static struct statistics_sample sample_of(struct arena *arena, const struct slice *slice)
{
    struct statistics_sample sample = {arena_array(arena, double, slice->count), 0};
    for (size_t i = 0; i < slice->count; i++) {
        struct datum datum = value_at(slice, i);
        double number = is_missing(datum) ? (double)NAN : datum_to_number(datum);
        if (!isnan(number)) {
            sample.at[sample.count++] = number;
        }
    }
    return sample;
}

static struct datum quantile(struct arena *arena, const struct slice *slice, double part)
{
    struct datum only;
    if (find_only(slice, &only)) {
        return only;
    }
    struct statistics_sample sample = sample_of(arena, slice);
    statistics_sort(sample);
    return none_unless(sample.count > 0, statistics_quantile(sample, part));
}

static struct datum median(struct arena *arena, const struct slice *slice)
{
    return quantile(arena, slice, 0.5);
}

static struct datum q1(struct arena *arena, const struct slice *slice)
{
    return quantile(arena, slice, 0.25);
}

static struct datum q3(struct arena *arena, const struct slice *slice)
{
    return quantile(arena, slice, 0.75);
}

static struct datum confidence(struct arena *arena, const struct slice *slice, double part)
{
    struct statistics_sample sample = sample_of(arena, slice);
    return none_unless(sample.count > 0, statistics_bootstrap(arena, sample, part));
}

static struct datum ci0(struct arena *arena, const struct slice *slice)
{
    return confidence(arena, slice, 0.025);
}

static struct datum ci1(struct arena *arena, const struct slice *slice)
{
    return confidence(arena, slice, 0.975);
}

/* Index of the least (sign 1) or greatest (-1) value, the first of several; count: none. */
static size_t find_extreme(const struct slice *slice, int sign)
{
    size_t extreme = slice->count;
    for (size_t i = 0; i < slice->count; i++) {
        struct datum datum = value_at(slice, i);
        if (is_valid(datum) && (extreme == slice->count ||
                                datum_order(datum, value_at(slice, extreme)) * sign < 0)) {
            extreme = i;
        }
    }
    return extreme;
}

static struct datum extreme_value(const struct slice *slice, int sign)
{
    size_t extreme = find_extreme(slice, sign);
    return extreme < slice->count ? value_at(slice, extreme) : datum_none();
}

static struct datum least(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    return extreme_value(slice, 1);
}

static struct datum greatest(struct arena *arena, const struct slice *slice)
{
    (void)arena;
    return extreme_value(slice, -1);
}

static struct datum extreme_row(struct arena *arena, const struct slice *slice, int sign)
{
    size_t extreme = find_extreme(slice, sign);
    return extreme < slice->count ? frame_row(arena, slice->frame, slice->rows[extreme])
                                  : datum_none();
}

static struct datum argmin(struct arena *arena, const struct slice *slice)
{
    return extreme_row(arena, slice, 1);
}

static struct datum argmax(struct arena *arena, const struct slice *slice)
{
    return extreme_row(arena, slice, -1);
}

static struct datum values(struct arena *arena, const struct slice *slice)
{
    struct datum_list *list = arena_new(arena, struct datum_list);
    for (size_t i = 0; i < slice->count; i++) {
        *arena_push(arena, list) = frame_row(arena, slice->frame, slice->rows[i]);
    }
    return datum_list_of(list);
}

typedef struct datum aggregator(struct arena *arena, const struct slice *slice);

static const struct {
    const char *name;
    aggregator *of;
} aggregators[AGGREGATE_OP_COUNT] = {
    [AGGREGATE_NONE] = {"", NULL},
    [AGGREGATE_COUNT] = {"count", count},
    [AGGREGATE_VALID] = {"valid", valid},
    [AGGREGATE_MISSING] = {"missing", missing},
    [AGGREGATE_DISTINCT] = {"distinct", distinct},
    [AGGREGATE_SUM] = {"sum", sum},
    [AGGREGATE_PRODUCT] = {"product", product},
    [AGGREGATE_MEAN] = {"mean", mean},
    [AGGREGATE_VARIANCE] = {"variance", variance},
    [AGGREGATE_VARIANCEP] = {"variancep", variancep},
    [AGGREGATE_STDEV] = {"stdev", stdev},
    [AGGREGATE_STDEVP] = {"stdevp", stdevp},
    [AGGREGATE_STDERR] = {"stderr", standard_error},
    [AGGREGATE_MEDIAN] = {"median", median},
    [AGGREGATE_Q1] = {"q1", q1},
    [AGGREGATE_Q3] = {"q3", q3},
    [AGGREGATE_CI0] = {"ci0", ci0},
    [AGGREGATE_CI1] = {"ci1", ci1},
    [AGGREGATE_MIN] = {"min", least},
    [AGGREGATE_MAX] = {"max", greatest},
    [AGGREGATE_ARGMIN] = {"argmin", argmin},
    [AGGREGATE_ARGMAX] = {"argmax", argmax},
    [AGGREGATE_VALUES] = {"values", values},
};

bool aggregate_op_named(str word, enum aggregate_op *op)
{
    if (str_equal(word, S("average"))) {
        *op = AGGREGATE_MEAN;
        return true;
    }
    for (size_t i = 1; i < COUNT_OF(aggregators); i++) {
        if (str_equal(word, str_from(aggregators[i].name))) {
            *op = (enum aggregate_op)i;
            return true;
        }
    }
    return false;
}

str aggregate_op_name(enum aggregate_op op)
{
    return str_from(aggregators[op].name);
}

struct datum aggregate_rows(struct arena *arena, const struct frame *frame,
                            enum aggregate_op op, const struct datum *column,
                            const size_t *rows, size_t row_count)
{
    struct slice slice = {frame, column, rows, row_count};
    return aggregators[op].of ? aggregators[op].of(arena, &slice) : datum_none();
}

/* The values of one measure, one for each group. */
static struct datum *measure(struct arena *arena, const struct frame *frame,
                             const struct groups *groups, const struct measure_of *of)
{
    struct datum *results = arena_array(arena, struct datum, groups->count);
    const struct datum *column =
        of->field.length ? frame_column(arena, frame, of->field) : NULL;
    for (size_t group = 0; group < groups->count; group++) {
        results[group] =
            aggregate_rows(arena, frame, of->op, column,
                           groups->rows + groups->starts[group], group_size(groups, group));
    }
    return results;
}

const struct frame *frame_aggregate(struct arena *arena, const struct frame *frame,
                                    const struct measure_of *measures, size_t measure_count,
                                    const str *groupby, size_t groupby_count)
{
    struct groups groups = group_rows(arena, frame, groupby, groupby_count);
    struct frame *out = frame_new(arena, groups.count);
    out->exacts = frame->exacts;
    group_keys(arena, &groups, frame, groupby, groupby_count, out);
    for (size_t i = 0; i < measure_count; i++) {
        frame_set(arena, out, measures[i].as, measure(arena, frame, &groups, &measures[i]));
    }
    return out;
}

const struct frame *frame_join_aggregate(struct arena *arena, const struct frame *frame,
                                         const struct measure_of *measures,
                                         size_t measure_count, const str *groupby,
                                         size_t groupby_count)
{
    struct groups groups = group_rows(arena, frame, groupby, groupby_count);
    struct frame *out = arena_new(arena, struct frame);
    *out = frame_copy(arena, frame);
    for (size_t i = 0; i < measure_count; i++) {
        const struct datum *results = measure(arena, frame, &groups, &measures[i]);
        struct datum *column = frame_add(arena, out, measures[i].as);
        for (size_t row = 0; row < frame->rows; row++) {
            column[row] = results[groups.of[row]];
        }
    }
    return out;
}
