/* SPDX-License-Identifier: MIT */
/* The grammar: what binds to what, and how mistakes in it are reported. */
#include "expressions.h"

static void test_operators_bind_as_in_arithmetic(void **state)
{
    assert_text(*state, "1 + 2 * 3", "7");
    assert_text(*state, "(1 + 2) * 3", "9");
    assert_text(*state, "10 - 4 - 3", "3");
    assert_text(*state, "24 / 4 / 2", "3");
    assert_text(*state, "2 * -3", "\u22126");
    assert_text(*state, "- 2 - -3", "1");
    assert_text(*state, "1.5 + 0.25", "1.75");
}

static void test_not_binds_above_and_and_and_above_or(void **state)
{
    assert_true(truth_of(*state, "1 == 1 or 1 == 2 and 1 == 2"));
    assert_false(truth_of(*state, "(1 == 1 or 1 == 2) and 1 == 2"));
    assert_false(truth_of(*state, "not 1 == 1 and 1 == 1"));
    assert_true(truth_of(*state, "not 1 == 2 and 1 == 1"));
    assert_true(truth_of(*state, "not not 1 == 1"));
    assert_true(truth_of(*state, "1 + 1 > 1 and 2 * 2 >= 4"));
}

static void test_a_choice_groups_from_the_right_and_below_or(void **state)
{
    assert_text(*state, "us.mom ?? holes ?? \"n.a.\"", "n.a.");
    assert_text(*state, "us.mom ?? total ?? \"n.a.\"", "5473");
    assert_true(truth_of(*state, "1 == 1 ?? 1 == 2 or 1 == 2"));
}

static void test_filters_apply_to_the_whole_choice(void **state)
{
    assert_text(*state, "us.mom ?? total | num", "5,473");
    assert_text(*state, "1 + 2 | words", "three");
    assert_text(*state, "total.mom | abs | num(1)", "5.2");
}

static void test_a_choice_may_follow_a_filter(void **state)
{
    assert_text(*state, "us.mom | delta ?? \"n.a.\"", "n.a.");
    assert_text(*state, "total.mom | delta ?? \"n.a.\"", "down 5.2%");
    assert_text(*state, "us.mom | delta ?? us.yoy | delta", "up 4.5%");
    assert_text(*state, "(us.mom | delta) ?? \"n.a.\"", "n.a.");
}

static void test_texts_have_two_kinds_of_quotes_and_escapes(void **state)
{
    assert_text(*state, "\"it's\"", "it's");
    assert_text(*state, "'say \"so\"'", "say \"so\"");
    assert_text(*state, "\"a \\\"b\\\" \\\\ c\"", "a \"b\" \\ c");
    assert_text(*state, "'}}'", "}}");
}

static void test_space_means_nothing_between_tokens(void **state)
{
    assert_text(*state, " \n total . mom\t|\n delta ( 1 ) ", "down 5.2%");
    assert_text(*state, "total.mom|delta(1)", "down 5.2%");
}

static void test_what_is_missing_is_named_where_it_is_expected(void **state)
{
    assert_error(*state, "  ", "78 1:1+2 this expression is empty");
    assert_error(*state, "1 +",
                 "78 1:4+0 a value is expected here, but the expression ends");
    assert_error(*state, "total | ",
                 "78 1:8+0 the name of a filter is expected here, but the expression ends");
    assert_error(
        *state, "total.",
        "78 1:7+0 the name of a property is expected here, but the expression ends");
    assert_error(*state, "total.5",
                 "78 1:7+1 the name of a property is expected here, not "
                 "\"5\"");
    assert_error(*state, "(1 + 2",
                 "78 1:7+0 \")\" is expected here, but the expression ends");
    assert_error(*state, "partners['x'",
                 "78 1:13+0 \"]\" is expected here, but the expression ends");
    assert_error(*state, "1 + not 2", "78 1:5+3 a value is expected here, not \"not\"");
    assert_error(*state, "and 2", "78 1:1+3 a value is expected here, not \"and\"");
}

static void test_what_is_too_much_is_pointed_at(void **state)
{
    assert_error(*state, "total num",
                 "78 1:7+3 \"num\" is not expected here | filters stand after \"|\", "
                 "properties after \".\"");
    assert_error(*state, "1)",
                 "78 1:2+1 \")\" is not expected here | filters stand after \"|\", "
                 "properties after \".\"");
    assert_error(*state, "total | num(1, 2)",
                 "78 1:14+1 one argument is the most that anything takes");
    assert_error(*state, "1 < 2 < 3",
                 "78 1:7+1 comparisons cannot be chained | join two of them with \"and\"");
}

static void test_what_is_no_token_is_pointed_at(void **state)
{
    assert_error(*state, "total = 1",
                 "78 1:7+1 \"=\" means nothing in an expression | to compare, write ==");
    assert_error(*state, "1 \u2212 2",
                 "78 1:3+1 \"\u2212\" means nothing in an expression");
    assert_error(*state, "1 + \xff", "78 1:5+1 this byte is not text");
    assert_error(*state, "\"open", "78 1:1+1 this quote is not closed");
    assert_error(*state, "'open\\'", "78 1:1+1 this quote is not closed");
    assert_error(*state, "0.1234567890123456789",
                 "78 1:1+21 this number has too many digits");
}

static void test_places_count_lines_and_characters(void **state)
{
    assert_error(*state, "\"\u00e9t\u00e9\" == \n  totl",
                 "78 2:3+4 nothing is named \"totl\" | did you mean \"total\"?");
}

/* `count` times the text, then the end, in the arena. */
static const char *repeated(struct arena *arena, size_t count, const char *text,
                            const char *end)
{
    str *parts = arena_array(arena, str, count + 1);
    for (size_t i = 0; i < count; i++) {
        parts[i] = str_from(text);
    }
    parts[count] = str_from(end);
    return str_join(arena, parts, count + 1, S("")).at;
}

static void test_depth_has_a_limit(void **state)
{
    assert_text(*state, repeated(*state, 63, "1+", "1"), "64");
    assert_error(*state, repeated(*state, 64, "1+", "1"),
                 "78 1:128+1 this is nested too deeply");
    assert_error(*state, repeated(*state, 64, "-", "1"),
                 "78 1:1+1 this is nested too deeply");
    assert_error(*state, repeated(*state, 100000, "(", "1"),
                 "78 1:129+1 this is nested too deeply");
    assert_error(*state, repeated(*state, 100000, "1|num??", "1"),
                 "78 1:1786+1 this is nested too deeply");
    assert_error(*state, repeated(*state, 100000, "not ", "1"),
                 "78 1:1021+3 this is nested too deeply");
    assert_error(*state, repeated(*state, 1, "total", repeated(*state, 99, ".mom", "")),
                 "78 1:259+3 this is nested too deeply");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_operators_bind_as_in_arithmetic),
        unit_case(test_not_binds_above_and_and_and_above_or),
        unit_case(test_a_choice_groups_from_the_right_and_below_or),
        unit_case(test_filters_apply_to_the_whole_choice),
        unit_case(test_a_choice_may_follow_a_filter),
        unit_case(test_texts_have_two_kinds_of_quotes_and_escapes),
        unit_case(test_space_means_nothing_between_tokens),
        unit_case(test_what_is_missing_is_named_where_it_is_expected),
        unit_case(test_what_is_too_much_is_pointed_at),
        unit_case(test_what_is_no_token_is_pointed_at),
        unit_case(test_places_count_lines_and_characters),
        unit_case(test_depth_has_a_limit),
    };
    return unit_run(tests);
}
