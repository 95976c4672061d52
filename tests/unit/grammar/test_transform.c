/* SPDX-License-Identifier: MIT */
/* Transforms give the rows that Vega-Lite 6 gives. */
#include "frames.h"

static const char sales[] =
    "[{m: jan, c: CN, v: 10}, {m: jan, c: US, v: 5}, {m: feb, c: CN, v: 20}, "
    "{m: feb, c: US, v: null}]";

static void test_aggregate_groups_in_the_order_of_first_rows(void **state)
{
    assert_str(frames_after(*state, sales,
                            "{aggregate: [{op: sum, field: v, as: s}, {op: count, as: n}, "
                            "{op: missing, field: v, as: x}, {op: max, field: v}], "
                            "groupby: [c]}"),
               "c=CN s=30 n=2 x=0 max_v=20\n"
               "c=US s=5 n=2 x=1 max_v=5\n");
}

static void test_aggregate_without_groups_is_one_row_even_of_nothing(void **state)
{
    assert_str(frames_after(*state, "[]",
                            "{aggregate: [{op: count}, {op: sum, field: v, as: s}]}"),
               "__count=0 s=null\n");
}

static void test_aggregates_of_spread(void **state)
{
    assert_str(frames_after(*state,
                            "[{v: 2}, {v: 4}, {v: 4}, {v: 4}, {v: 5}, {v: 5}, "
                            "{v: 7}, {v: 9}]",
                            "{aggregate: [{op: variancep, field: v, as: a}, {op: stdevp, "
                            "field: v, as: b}, {op: median, field: v, as: c}, {op: q1, "
                            "field: v, as: d}, {op: q3, field: v, as: e}, {op: distinct, "
                            "field: v, as: f}, {op: product, field: v, as: g}, "
                            "{op: stderr, field: v, as: h}]}"),
               "a=4 b=2 c=4.5 d=4 e=5.5 f=5 g=201600 h=0.755929\n");
}

static void test_the_row_with_the_extreme_is_a_map(void **state)
{
    assert_str(
        frames_after(*state, sales, "{aggregate: [{op: argmax, field: v, as: most}]}"),
        "most={m:feb,c:CN,v:20}\n");
}

static void test_joined_aggregates_stand_beside_their_rows(void **state)
{
    assert_str(frames_after(*state, sales,
                            "{joinaggregate: [{op: sum, field: v, as: t}], groupby: [m]}"),
               "m=jan c=CN v=10 t=15\nm=jan c=US v=5 t=15\n"
               "m=feb c=CN v=20 t=20\nm=feb c=US v=null t=20\n");
}

static void test_bins_are_round(void **state)
{
    assert_str(frames_after(*state, "[{v: 0}, {v: 37}, {v: 100}, {v: null}]",
                            "{bin: true, field: v, as: b}"),
               "v=0 b=0 b_end=10\nv=37 b=30 b_end=40\nv=100 b=90 b_end=100\n"
               "v=null b=null b_end=null\n");
    assert_str(frames_after(*state, "[{v: 3}, {v: 9}]",
                            "{bin: {step: 4, anchor: 1}, field: v, as: [lo, hi]}"),
               "v=3 lo=1 hi=5\nv=9 lo=9 hi=13\n");
}

static void test_a_filter_keeps_rows_and_calculate_adds_a_field(void **state)
{
    assert_str(frames_after(*state, sales, "{filter: datum.v > 5}"),
               "m=jan c=CN v=10\nm=feb c=CN v=20\n");
    assert_str(frames_after(*state, "[{a: 2}, {a: 3}]", "{calculate: datum.a * 2, as: a}"),
               "a=4\na=6\n");
}

static void test_fold_makes_a_row_of_each_field(void **state)
{
    assert_str(frames_after(*state, "[{y: 1, a: 2, b: 3}, {y: 4, a: 5}]",
                            "{fold: [a, b], as: [k, v]}"),
               "y=1 a=2 b=3 k=a v=2\ny=1 a=2 b=3 k=b v=3\n"
               "y=4 a=5 b=undefined k=a v=5\ny=4 a=5 b=undefined k=b v=undefined\n");
}

static void test_flatten_makes_a_row_of_each_item(void **state)
{
    assert_str(frames_after(*state, "[{k: A, f: [1, 2], g: [x]}, {k: B, f: [], g: []}]",
                            "{flatten: [f, g], as: [h]}"),
               "k=A f=[1,2] g=x h=1\nk=A f=[1,2] g=null h=2\n");
}

static void test_pivot_makes_a_field_of_each_value(void **state)
{
    assert_str(frames_after(*state, sales, "{pivot: c, value: v, groupby: [m]}"),
               "m=jan CN=10 US=5\nm=feb CN=20 US=null\n");
    assert_str(frames_after(*state, sales,
                            "{pivot: c, value: v, groupby: [m], limit: 1, op: max}"),
               "m=jan CN=10\nm=feb CN=20\n");
}

static void test_lookup_takes_fields_by_key(void **state)
{
    assert_str(
        frames_after(*state, "[{p: 1}, {p: \"2\"}, {p: 3}]",
                     "{lookup: p, from: {data: {values: [{k: 2, n: two}, {k: \"1\", n: "
                     "one}]}, key: k, fields: [n]}, default: none}"),
        "p=1 n=one\np=2 n=two\np=3 n=none\n");
    assert_str(frames_after(*state, "[{p: 1}]",
                            "{lookup: p, from: {data: {values: [{k: 1, n: one}]}, key: k}, "
                            "as: q}"),
               "p=1 q={k:1,n:one}\n");
}

static void test_stack_runs_up_and_below_zero_down(void **state)
{
    assert_str(frames_after(*state,
                            "[{x: a, v: 3}, {x: a, v: -2}, {x: a, v: 4}, "
                            "{x: b, v: 1}]",
                            "{stack: v, groupby: [x]}"),
               "x=a v=3 v_start=0 v_end=3\nx=a v=\u22122 v_start=0 v_end=\u22122\n"
               "x=a v=4 v_start=3 v_end=7\nx=b v=1 v_start=0 v_end=1\n");
    assert_str(
        frames_after(*state, "[{v: 3}, {v: 1}]",
                     "{stack: v, offset: normalize, sort: [{field: v}], as: [a, b]}"),
        "v=3 a=0.25 b=1\nv=1 a=0 b=0.25\n");
    assert_str(frames_after(*state, "[{x: 1, v: 2}, {x: 2, v: 6}]",
                            "{stack: v, groupby: [x], offset: center, as: [a, b]}"),
               "x=1 v=2 a=2 b=4\nx=2 v=6 a=0 b=6\n");
}

static void test_time_units_are_starts_and_ends(void **state)
{
    assert_str(frames_after(*state, "[{d: 2025-02-14}, {d: none}]",
                            "{timeUnit: yearquarter, field: d, as: q}"),
               "d=2025-02-14 q=2025-01-01 q_end=2025-04-01\nd=none q=null q_end=null\n");
}

static void test_windows_rank_with_ties(void **state)
{
    assert_str(frames_after(*state, "[{v: 5}, {v: 9}, {v: 5}, {v: 2}]",
                            "{window: [{op: rank, as: r}, {op: dense_rank, as: d}, "
                            "{op: row_number, as: n}, {op: percent_rank, as: p}], "
                            "sort: [{field: v, order: descending}]}"),
               "v=5 r=2 d=2 n=2 p=0.333333\nv=9 r=1 d=1 n=1 p=0\n"
               "v=5 r=2 d=2 n=3 p=0.333333\nv=2 r=4 d=3 n=4 p=1\n");
}

static void test_windows_look_at_neighbours(void **state)
{
    assert_str(
        frames_after(*state, "[{v: 1}, {v: null}, {v: 4}]",
                     "{window: [{op: lag, field: v, as: a}, {op: lead, field: v, "
                     "param: 2, as: b}, {op: prev_value, field: v, as: c}, "
                     "{op: first_value, field: v, as: d}, {op: next_value, field: v, "
                     "as: e}, {op: nth_value, field: v, param: 2, as: f}]}"),
        "v=1 a=null b=4 c=1 d=1 e=1 f=null\n"
        "v=null a=1 b=null c=1 d=1 e=4 f=null\n"
        "v=4 a=null b=null c=4 d=1 e=4 f=null\n");
}

static void test_windows_sum_within_their_frame(void **state)
{
    assert_str(frames_after(*state, "[{v: 1}, {v: 2}, {v: 3}, {v: 4}]",
                            "{window: [{op: sum, field: v, as: s}], frame: [-1, 1]}"),
               "v=1 s=3\nv=2 s=6\nv=3 s=9\nv=4 s=7\n");
    assert_str(
        frames_after(*state, "[{g: a, v: 1}, {g: b, v: 2}, {g: a, v: 3}]",
                     "{window: [{op: sum, field: v, as: s}, {op: mean, field: v, as: "
                     "m}], groupby: [g]}"),
        "g=a v=1 s=1 m=1\ng=b v=2 s=2 m=2\ng=a v=3 s=4 m=2\n");
}

static void test_rows_that_the_order_does_not_tell_apart_share_a_frame(void **state)
{
    assert_str(frames_after(*state, "[{t: 1, v: 1}, {t: 1, v: 2}, {t: 2, v: 3}]",
                            "{window: [{op: sum, field: v, as: s}], sort: [{field: t}]}"),
               "t=1 v=1 s=3\nt=1 v=2 s=3\nt=2 v=3 s=6\n");
    assert_str(frames_after(*state, "[{t: 1, v: 1}, {t: 1, v: 2}, {t: 2, v: 3}]",
                            "{window: [{op: sum, field: v, as: s}], sort: [{field: t}], "
                            "ignorePeers: true}"),
               "t=1 v=1 s=1\nt=1 v=2 s=3\nt=2 v=3 s=6\n");
}

static void test_impute_adds_the_keys_that_a_group_lacks(void **state)
{
    assert_str(frames_after(*state,
                            "[{k: 1, g: a, v: 5}, {k: 2, g: a, v: 7}, "
                            "{k: 2, g: b, v: 9}]",
                            "{impute: v, key: k, groupby: [g], value: 0}"),
               "k=1 g=a v=5\nk=2 g=a v=7\nk=2 g=b v=9\nk=1 g=b v=0\n");
    assert_str(frames_after(*state, "[{k: 1, v: 5}, {k: 3, v: 7}, {k: 4, v: null}]",
                            "{impute: v, key: k, keyvals: {start: 1, stop: 5}, "
                            "method: mean}"),
               "k=1 v=5 imputed_v_value=6\nk=3 v=7 imputed_v_value=6\n"
               "k=4 v=6 imputed_v_value=6\nk=2 v=6 imputed_v_value=6\n");
}

static void test_quantiles(void **state)
{
    assert_str(frames_after(*state, "[{v: 1}, {v: 2}, {v: 3}, {v: 4}]",
                            "{quantile: v, probs: [0.25, 0.5, 1]}"),
               "prob=0.25 value=1.75\nprob=0.5 value=2.5\nprob=1 value=4\n");
}

static const char curve[] = "[{x: 1, y: 3}, {x: 2, y: 5}, {x: 3, y: 7}, {x: 4, y: 9.5}]";

static void test_a_regression_is_the_ends_of_a_line(void **state)
{
    assert_str(frames_after(*state, curve, "{regression: y, on: x}"),
               "x=1 y=2.9\nx=4 y=9.35\n");
    assert_str(
        frames_after(*state, curve, "{regression: y, on: x, params: true, method: quad}"),
        "keys=[] coef=[1.375,1.525,0.125] rSquared=0.999461\n");
}

static void test_loess_smooths(void **state)
{
    assert_str(frames_after(*state, curve, "{loess: y, on: x, bandwidth: 1}"),
               "x=1 y=3\nx=2 y=5\nx=3 y=7.25\nx=4 y=9.5\n");
}

static void test_a_density_has_an_area_of_one(void **state)
{
    assert_str(frames_after(*state, "[{v: 0}, {v: 1}]",
                            "{density: v, bandwidth: 1, extent: [0, 1], steps: 2}"),
               "value=0 density=0.320457\nvalue=0.5 density=0.352065\n"
               "value=1 density=0.320457\n");
}

static void test_the_extent_is_a_parameter(void **state)
{
    struct parameter parameter;
    const struct frame *frame = frames_of(*state, "[{v: 3}, {v: null}, {v: 8}]");
    assert_true(transform_parameter(*state, frames_node(*state, "{extent: v, param: p}"),
                                    frame, &parameter));
    assert_str(parameter.name, "p");
    assert_str(frames_datum(*state, parameter.value), "[3,8]");
    assert_false(
        transform_parameter(*state, frames_node(*state, "{fold: [v]}"), frame, &parameter));
}

static void test_a_sample_is_always_the_same(void **state)
{
    const char *rows = "[{v: 1}, {v: 2}, {v: 3}, {v: 4}, {v: 5}, {v: 6}]";
    str first = frames_after(*state, rows, "{sample: 2}");
    assert_int_equal(str_characters(first), 8);
    assert_true(str_equal(first, frames_after(*state, rows, "{sample: 2}")));
}

static void test_mistakes_are_told_with_their_place(void **state)
{
    assert_str(frames_refusal(*state, sales, "{agregate: []}"),
               "1:1: this is no transform (did you mean \"aggregate\"?)");
    assert_str(frames_refusal(*state, sales, "{aggregate: [{op: summ, field: v, as: s}]}"),
               "1:19: \"summ\" is not an aggregate (did you mean \"sum\"?)");
    assert_str(frames_refusal(*state, sales, "{aggregate: [{op: sum}]}"),
               "1:14: \"field\" is missing here");
    assert_str(frames_refusal(*state, sales, "{calculate: datum.v + 1}"),
               "1:1: \"as\" is missing here");
    assert_str(frames_refusal(*state, sales, "{calculate: \"datum.v +\", as: x}"),
               "1:23: the formula ends, expected a value");
    assert_str(frames_refusal(*state, sales, "{bin: {step: -1}, field: v, as: b}"),
               "1:14: \"step\" must be above 0");
    assert_str(
        frames_refusal(*state, sales, "{timeUnit: yearmoth, field: m, as: t}"),
        "1:12: \"yearmoth\" is not a time unit (units are made of year, quarter, "
        "month, date, week, day, dayofyear, hours, minutes, seconds and milliseconds: "
        "\"yearmonth\", \"monthdate\")");
    assert_str(frames_refusal(*state, sales, "{window: [{op: lagg, field: v}]}"),
               "1:16: \"lagg\" is not a window operation (lag, lead, rank, row_number, "
               "first_value, sum, mean ...)");
    assert_str(frames_refusal(*state, sales, "{stack: v, offset: up}"),
               "1:20: \"up\" is not a known offset (known are: zero, center, "
               "normalize)");
    assert_str(frames_refusal(*state, sales, "{lookup: c, from: {param: brush, key: c}}"),
               "1:19: a lookup is from \"data\" (what a reader selects cannot be looked up "
               "in a chart that stands still)");
    assert_str(frames_refusal(*state, sales, "{density: v, bandwidth: wide}"),
               "1:25: \"wide\" is not a number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_aggregate_groups_in_the_order_of_first_rows),
        unit_case(test_aggregate_without_groups_is_one_row_even_of_nothing),
        unit_case(test_aggregates_of_spread),
        unit_case(test_the_row_with_the_extreme_is_a_map),
        unit_case(test_joined_aggregates_stand_beside_their_rows),
        unit_case(test_bins_are_round),
        unit_case(test_a_filter_keeps_rows_and_calculate_adds_a_field),
        unit_case(test_fold_makes_a_row_of_each_field),
        unit_case(test_flatten_makes_a_row_of_each_item),
        unit_case(test_pivot_makes_a_field_of_each_value),
        unit_case(test_lookup_takes_fields_by_key),
        unit_case(test_stack_runs_up_and_below_zero_down),
        unit_case(test_time_units_are_starts_and_ends),
        unit_case(test_windows_rank_with_ties),
        unit_case(test_windows_look_at_neighbours),
        unit_case(test_windows_sum_within_their_frame),
        unit_case(test_rows_that_the_order_does_not_tell_apart_share_a_frame),
        unit_case(test_impute_adds_the_keys_that_a_group_lacks),
        unit_case(test_quantiles),
        unit_case(test_a_regression_is_the_ends_of_a_line),
        unit_case(test_loess_smooths),
        unit_case(test_a_density_has_an_area_of_one),
        unit_case(test_the_extent_is_a_parameter),
        unit_case(test_a_sample_is_always_the_same),
        unit_case(test_mistakes_are_told_with_their_place),
    };
    return unit_run(tests);
}
