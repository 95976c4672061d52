/* SPDX-License-Identifier: MIT */
/* Predicates: which rows of a small frame they keep. */
#include "unit.h"

#include "base/buffer.h"
#include "base/error.h"
#include "grammar/clock.h"
#include "grammar/predicate.h"

#include <math.h>

static const struct environment *environment(struct arena *arena)
{
    struct environment *environment = arena_new(arena, struct environment);
    *arena_push(arena, &environment->parameters) =
        (struct parameter){.name = S("brush"), .is_selection = true};
    *arena_push(arena, &environment->parameters) =
        (struct parameter){.name = S("off"), .value = datum_flag(false)};
    *arena_push(arena, &environment->parameters) =
        (struct parameter){.name = S("least"), .value = datum_number(3)};
    return environment;
}

/* n: 1, 2, 3, none, NaN; name: a to e; date: from January to May 2025, the tenth. */
static const struct frame *frame(struct arena *arena)
{
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    struct frame *frame = arena_new(arena, struct frame);
    struct datum *n = arena_array(arena, struct datum, 5);
    struct datum *name = arena_array(arena, struct datum, 5);
    struct datum *date = arena_array(arena, struct datum, 5);
    for (int i = 0; i < 5; i++) {
        n[i] = i < 3 ? datum_number(i + 1) : datum_none();
        name[i] = datum_text(str_from(names[i]));
        date[i] = datum_time(clock_day(2025, i, 10));
    }
    n[4] = datum_number((double)NAN);
    frame->rows = 5;
    frame_set(arena, frame, S("n"), n);
    frame_set(arena, frame, S("name"), name);
    frame_set(arena, frame, S("date"), date);
    return frame;
}

static const struct node *node_of(struct arena *arena, const char *text)
{
    struct source *source = arena_new(arena, struct source);
    struct error error = {0};
    *source = (struct source){.path = S("a.yaml"), .text = str_from(text)};
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_non_null(node);
    return node;
}

/* The names of the rows that are kept. */
static void keeps(struct arena *arena, const char *text, const char *names)
{
    struct error error = {0};
    struct buffer kept = {.arena = arena};
    const struct environment *around = environment(arena);
    const struct frame *rows = frame(arena);
    const struct predicate *predicate =
        predicate_read(arena, node_of(arena, text), around, &error);
    if (!predicate) {
        fail_msg("%s: %s", text, error.message);
        return;
    }
    const bool *holds = predicate_rows(arena, predicate, rows, around);
    for (size_t i = 0; i < rows->rows; i++) {
        const struct formula_scope scope = {.environment = around, .frame = rows, .row = i};
        assert_int_equal(predicate_holds(arena, predicate, &scope), holds[i]);
        if (holds[i]) {
            buffer_add(&kept, datum_to_text(arena, frame_path(arena, rows, S("name"))[i]));
        }
    }
    assert_str(buffer_text(&kept), names);
}

static void refuses(struct arena *arena, const char *text, const char *message)
{
    struct error error = {0};
    assert_null(predicate_read(arena, node_of(arena, text), environment(arena), &error));
    assert_string_equal(error.message, message);
}

static void test_numbers_and_texts_are_compared(void **state)
{
    keeps(*state, "{field: n, equal: 2}", "b");
    keeps(*state, "{field: n, gt: 1}", "bc");
    keeps(*state, "{field: n, gte: 3}", "c");
    keeps(*state, "{field: name, equal: d}", "d");
    keeps(*state, "{field: name, lt: c}", "ab");
    keeps(*state, "{field: name, oneOf: [a, e, x]}", "ae");
    keeps(*state, "{field: n, oneOf: [1, 3]}", "ac");
    keeps(*state, "{field: nowhere, equal: 2}", "");
}

static void test_ranges_take_both_ends_in_either_order(void **state)
{
    keeps(*state, "{field: n, range: [2, 3]}", "bc");
    keeps(*state, "{field: n, range: [3, 2]}", "bc");
    keeps(*state, "{field: n, range: [2, null]}", "bc");
    keeps(*state, "{field: name, range: [null, b]}", "ab");
}

static void test_what_is_valid_is_a_number_or_not_null(void **state)
{
    keeps(*state, "{field: n, valid: true}", "abc");
    keeps(*state, "{field: n, valid: false}", "de");
}

static void test_dates_are_compared_in_their_unit(void **state)
{
    keeps(*state, "{field: date, timeUnit: month, equal: 2}", "b");
    keeps(*state, "{field: date, timeUnit: month, oneOf: [jan, may]}", "ae");
    keeps(*state, "{field: date, timeUnit: yearmonth, equal: {year: 2025, month: 3}}", "c");
    keeps(*state, "{field: date, timeUnit: quarter, equal: 2}", "de");
    keeps(*state, "{field: date, timeUnit: year, range: [2024, 2025]}", "abcde");
    keeps(*state, "{field: date, gte: {year: 2025, month: april, date: 10}}", "de");
    keeps(*state, "{field: date, timeUnit: day, equal: friday}", "a");
}

static void test_predicates_are_joined(void **state)
{
    keeps(*state, "{and: [{field: n, gt: 1}, {field: name, equal: c}]}", "c");
    keeps(*state, "{or: [{field: n, equal: 1}, \"datum.name === 'e'\"]}", "ae");
    keeps(*state, "{not: {or: [{field: n, equal: 1}, {field: n, equal: 2}]}}", "cde");
    keeps(*state, "{and: []}", "abcde");
    keeps(*state, "{or: []}", "");
}

static void test_formulas_see_rows_and_parameters(void **state)
{
    keeps(*state, "datum.n >= least", "c");
    keeps(*state, "datum.n == null", "d");
}

static void test_of_a_selection_nothing_is_selected(void **state)
{
    keeps(*state, "{param: brush}", "abcde");
    keeps(*state, "{param: brush, empty: false}", "");
    keeps(*state, "{param: off}", "");
    keeps(*state, "{not: {param: off}}", "abcde");
}

static void test_what_is_no_predicate_is_refused(void **state)
{
    refuses(*state, "{field: n}", "this says nothing about the field");
    refuses(*state, "{field: n, range: [1]}",
            "a range is a list of two: [least, greatest]");
    refuses(*state, "{param: brsh}", "there is no parameter \"brsh\"");
    refuses(*state, "{equal: 1}", "expected a formula, a field, a param, and, or, not");
    refuses(*state, "[1]", "this is a list, expected a single value");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_numbers_and_texts_are_compared),
        unit_case(test_ranges_take_both_ends_in_either_order),
        unit_case(test_what_is_valid_is_a_number_or_not_null),
        unit_case(test_dates_are_compared_in_their_unit),
        unit_case(test_predicates_are_joined),
        unit_case(test_formulas_see_rows_and_parameters),
        unit_case(test_of_a_selection_nothing_is_selected),
        unit_case(test_what_is_no_predicate_is_refused),
    };
    return unit_run(tests);
}
