/* SPDX-License-Identifier: MIT */
#include "expressions.h"

#include "expression/trace_log.h"

struct tracing {
    struct scope scope;
    struct trace_log log;
    struct source source;
    struct error error;
};

static struct tracing tracing_create(struct arena *arena)
{
    struct tracing tracing = {.scope = scope_create(arena), .log = {.arena = arena}};
    return tracing;
}

static str fill(struct arena *arena, struct tracing *tracing, const char *text)
{
    tracing->scope.log = &tracing->log;
    tracing->source = (struct source){S("briefing.md"), str_from(text)};
    str filled = {0};
    assert_true(expression_fill(arena, &tracing->source, 0, tracing->source.text.length,
                                &tracing->scope, &filled, &tracing->error));
    return filled;
}

static void test_a_value_is_found_where_it_stands_in_a_text(void **state)
{
    struct tracing tracing = tracing_create(*state);
    str filled = fill(*state, &tracing, "From {{ us | amount }} to {{ total | num }}.");
    assert_str(filled, "From 656\u00A0t to 5,473.");
    assert_int_equal(tracing.log.count, 2);
    assert_ptr_equal(tracing.log.at[0].text.at, filled.at + 5);
    assert_str(tracing.log.at[0].text, "656\u00A0t");
    assert_str(tracing.log.at[1].text, "5,473");
    assert_ptr_equal(tracing.log.at[1].text.at, filled.at + filled.length - 6);
}

static void test_the_parts_of_an_expression_have_their_values(void **state)
{
    struct tracing tracing = tracing_create(*state);
    fill(*state, &tracing, "{{ total - us | num }}");
    const struct trace_evaluation *evaluation = tracing.log.at[0].evaluation;
    assert_int_equal(evaluation->expression->kind, EXPRESSION_FILTER);
    const struct expression *difference = evaluation->expression->left;
    const struct value *value = trace_evaluation_value(evaluation, difference);
    assert_int_equal(ratio_compare(value->number, ratio_from(4817)), 0);
    value = trace_evaluation_value(evaluation, difference->right);
    assert_int_equal(value->kind, VALUE_SERIES);
}

static void test_a_branch_that_is_not_taken_is_not_noted(void **state)
{
    struct tracing tracing = tracing_create(*state);
    fill(*state, &tracing,
         "{{ (holes | num) ?? (us | num) }}{{ us | num ?? (total | num) }}");
    const struct trace_evaluation *first = tracing.log.at[0].evaluation;
    assert_non_null(trace_evaluation_value(first, first->expression->right));
    const struct trace_evaluation *second = tracing.log.at[1].evaluation;
    assert_null(trace_evaluation_value(second, second->expression->right));
}

static void test_without_a_log_nothing_is_noted(void **state)
{
    struct tracing tracing = tracing_create(*state);
    struct value value = {0};
    assert_true(expression_run(*state, "total.mom", &value, &tracing.error));
    assert_null(value.evaluation);
    trace_log_value(&value, S("5.2%"));
    trace_log_observation(NULL, value.series, (struct observation){0}, S("x"),
                          (struct place){0});
    trace_log_move(NULL, S("x"), S("y"));
}

static void test_what_was_printed_moves_with_a_copy_of_its_text(void **state)
{
    struct tracing tracing = tracing_create(*state);
    str filled = fill(*state, &tracing, "{{ us | num }} and {{ total | num }}");
    str copy = str_print(*state, "(%.*s)", STR_ARG(filled));
    trace_log_move(&tracing.log, filled, str_after(copy, 1));
    assert_ptr_equal(tracing.log.at[0].text.at, copy.at + 1);
    assert_ptr_equal(tracing.log.at[1].text.at, copy.at + 9);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_value_is_found_where_it_stands_in_a_text),
        unit_case(test_the_parts_of_an_expression_have_their_values),
        unit_case(test_a_branch_that_is_not_taken_is_not_noted),
        unit_case(test_without_a_log_nothing_is_noted),
        unit_case(test_what_was_printed_moves_with_a_copy_of_its_text),
    };
    return unit_run(tests);
}
