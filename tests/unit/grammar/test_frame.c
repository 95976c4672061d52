/* SPDX-License-Identifier: MIT */
#include "frames.h"

#include "base/compiler.h"
#include "grammar/aggregate.h"
#include "grammar/group.h"
#include "grammar/order.h"

#include <math.h>

static void test_paths_lead_into_maps_and_lists(void **state)
{
    const struct frame *frame =
        frames_of(*state, "[{a: {b: [1, {c: x}]}, \"p.q\": 7}, {a: {b: []}}]");
    assert_str(frames_datum(*state, frame_path(*state, frame, S("a.b[1].c"))[0]), "x");
    assert_str(frames_datum(*state, frame_path(*state, frame, S("a['b'].length"))[0]), "2");
    assert_str(frames_datum(*state, frame_path(*state, frame, S("p\\.q"))[0]), "7");
    assert_str(frames_datum(*state, frame_path(*state, frame, S("p.q"))[0]), "7");
    assert_str(frames_datum(*state, frame_path(*state, frame, S("a.b[0]"))[1]),
               "undefined");
    assert_null(frame_path(*state, frame, S("a.x")));
    assert_null(frame_path(*state, frame, S("z")));
    assert_int_equal(frame_column(*state, frame, S("z"))[1].kind, DATUM_NONE);
}

static void test_a_copy_gets_fields_that_the_frame_does_not(void **state)
{
    const struct frame *frame = frames_of(*state, "[{a: 1}]");
    struct frame copy = frame_copy(*state, frame);
    frame_add(*state, &copy, S("b"));
    frame_add(*state, &copy, S("a"));
    assert_int_equal(frame->count, 1);
    assert_str(frames_text(*state, frame), "a=1\n");
    assert_str(frames_text(*state, &copy), "a=null b=null\n");
}

static void test_groups_tell_types_apart_but_not_two_nans(void **state)
{
    struct frame *frame = frame_new(*state, 7);
    struct datum *column = frame_add(*state, frame, S("v"));
    column[0] = datum_number(1);
    column[1] = datum_text(S("1"));
    column[2] = datum_number(NAN);
    column[3] = datum_number(NAN);
    column[4] = datum_none();
    column[5] = datum_number(-0.0);
    column[6] = datum_number(0.0);
    struct groups groups = group_rows(*state, frame, &S("v"), 1);
    assert_int_equal(groups.count, 5);
    assert_int_equal(group_size(&groups, 2), 2);
    assert_int_equal(group_row(&groups, 4, 1), 6);
}

static void test_many_groups_keep_their_order(void **state)
{
    enum { ROWS = 100000 };
    struct frame *frame = frame_new(*state, ROWS);
    struct datum *column = frame_add(*state, frame, S("v"));
    for (size_t row = 0; row < ROWS; row++) {
        column[row] = datum_number((double)(row * 7919 % 50021));
    }
    struct groups groups = group_rows(*state, frame, &S("v"), 1);
    assert_int_equal(groups.count, 50021);
    for (size_t group = 0; group < groups.count; group++) {
        assert_int_equal(group_row(&groups, group, 0), group);
    }
}

static void test_rows_are_ordered_by_several_keys_and_stay_otherwise(void **state)
{
    const struct frame *frame =
        frames_of(*state, "[{a: 2, b: x, n: 1}, {a: 1, b: y, n: 2}, "
                          "{a: 2, b: z, n: 3}, {a: 1, b: y, n: 4}, "
                          "{a: null, b: y, n: 5}]");
    const struct sort_key keys[] = {{S("a"), true}, {S("b"), false}};
    assert_str(frames_text(*state, frame_sort(*state, frame, keys, 2)),
               "a=2 b=x n=1\na=2 b=z n=3\na=1 b=y n=2\na=1 b=y n=4\na=null b=y n=5\n");
}

static void test_ascending_has_nothing_first_then_what_is_no_number(void **state)
{
    const struct datum ordered[] = {
        datum_none(),     datum_number(NAN),     datum_number(-HUGE_VAL),
        datum_number(-1), datum_flag(false),     datum_number(0.5),
        datum_time(1),    datum_number(HUGE_VAL)};
    (void)state;
    for (size_t i = 0; i + 1 < COUNT_OF(ordered); i++) {
        assert_int_equal(datum_compare(ordered[i], ordered[i + 1]), -1);
        assert_int_equal(datum_compare(ordered[i + 1], ordered[i]), 1);
        assert_int_equal(datum_compare(ordered[i], ordered[i]), 0);
    }
    assert_int_equal(datum_compare(datum_text(S("10")), datum_text(S("9"))), -1);
    assert_int_equal(datum_compare(datum_text(S("10")), datum_number(9)), 1);
}

static void test_what_is_the_same_has_the_same_hash(void **state)
{
    (void)state;
    assert_true(datum_hash(datum_number(0.0)) == datum_hash(datum_number(-0.0)));
    assert_true(datum_hash(datum_text(S("a"))) != datum_hash(datum_text(S("b"))));
    assert_true(datum_hash(datum_number(1)) != datum_hash(datum_flag(true)));
    assert_true(datum_hash(datum_undefined()) == datum_hash(datum_none()));
}

static void test_only_one_value_keeps_its_way_to_the_exact_number(void **state)
{
    struct series series = {.name = S("total"), .unit = S("t")};
    struct exacts exacts = {NULL, 0, 0};
    *arena_push(*state, &exacts) =
        (struct exact){&series, {.state = OBSERVATION_VALUE, .value = ratio_from(5473)}};
    struct frame *frame = frame_new(*state, 3);
    frame->exacts = &exacts;
    struct datum *groups = frame_add(*state, frame, S("g"));
    struct datum *values = frame_add(*state, frame, S("v"));
    for (size_t row = 0; row < 3; row++) {
        groups[row] = datum_text(row ? S("b") : S("a"));
        values[row] = datum_number(5473);
        values[row].exact = 1;
    }
    const struct measure_of measures[] = {{AGGREGATE_SUM, S("v"), S("s")},
                                          {AGGREGATE_MAX, S("v"), S("m")}};
    const struct frame *sums = frame_aggregate(*state, frame, measures, 2, &S("g"), 1);
    const struct exact *exact = frame_exact(sums, sums->at[1].at[0]);
    assert_ptr_equal(exact->series, &series);
    assert_null(frame_exact(sums, sums->at[1].at[1]));
    assert_non_null(frame_exact(sums, sums->at[2].at[1]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_paths_lead_into_maps_and_lists),
        unit_case(test_a_copy_gets_fields_that_the_frame_does_not),
        unit_case(test_groups_tell_types_apart_but_not_two_nans),
        unit_case(test_many_groups_keep_their_order),
        unit_case(test_rows_are_ordered_by_several_keys_and_stay_otherwise),
        unit_case(test_ascending_has_nothing_first_then_what_is_no_number),
        unit_case(test_what_is_the_same_has_the_same_hash),
        unit_case(test_only_one_value_keeps_its_way_to_the_exact_number),
    };
    return unit_run(tests);
}
