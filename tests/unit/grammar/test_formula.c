/* SPDX-License-Identifier: MIT */
/* Formulas give what JavaScript gives: the results are those of Vega 6. */
#include "frames.h"

#include "base/compiler.h"
#include "grammar/formula.h"

#include <math.h>

static const char row[] = "[{a: 7, s: abc, n: null, l: [1, 2, 3], m: {k: v}, b c: 5}]";

static struct node scalar(const char *text)
{
    static struct source source;
    source = (struct source){S("chart.yaml"), str_from(text)};
    return (struct node){.kind = NODE_SCALAR, .source = &source, .text = str_from(text)};
}

static str value_of(struct arena *arena, const char *text)
{
    struct error error = {.kind = ERROR_NONE};
    struct node node = scalar(text);
    const struct formula *formula = formula_read(arena, &node, &error);
    if (!formula) {
        fail_msg("%s: %s", text, error.message);
    }
    const struct formula_scope scope = {.environment = frames_environment(arena),
                                        .frame = frames_of(arena, row)};
    return frames_datum(arena, formula_evaluate(arena, formula, &scope));
}

struct example {
    const char *formula, *value;
};

static void check_all(struct arena *arena, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str value = value_of(arena, examples[i].formula);
        if (!str_equal(value, str_from(examples[i].value))) {
            fail_msg("%s is %.*s, expected %s", examples[i].formula, STR_ARG(value),
                     examples[i].value);
        }
    }
}

static void test_operators_have_the_precedence_of_javascript(void **state)
{
    static const struct example examples[] = {
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"10 - 4 - 3", "3"},
        {"2 * 3 % 4", "2"},
        {"-datum.a + 1", "\u22126"},
        {"!datum.n && 2 || 3", "2"},
        {"1 < 2 == true", "true"},
        {"1 | 6 & 3 ^ 8", "11"},
        {"1 << 3 >> 1", "4"},
        {"-16 >>> 28", "15"},
        {"true ? false ? 1 : 2 : 3", "2"},
        {"[1, 2, 3][1] + {x: 4}.x", "6"},
        {"0x1f + 1e2 + .5", "131.5"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_types_convert_as_in_javascript(void **state)
{
    static const struct example examples[] = {
        {"datum.a + datum.s", "7abc"}, {"'6' * '7'", "42"},
        {"datum.a + null", "7"},       {"datum.x + 1", "NaN"},
        {"'x' + datum.n", "xnull"},    {"1 == '1'", "true"},
        {"1 === '1'", "false"},        {"NaN == NaN", "false"},
        {"'10' < '9'", "true"},        {"10 < 9", "false"},
        {"'abc' < 1", "false"},        {"[1,[2,3]] + ''", "1,2,3"},
        {"datum.n > -1", "true"},      {"+'0x10'", "16"},
        {"'' || 'none'", "none"},      {"datum.n && datum.a", "null"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_fields_are_found_by_point_and_bracket(void **state)
{
    static const struct example examples[] = {
        {"datum.l[1]", "2"},
        {"datum['b c']", "5"},
        {"datum.m.k", "v"},
        {"datum[\"m\"]['k']", "v"},
        {"datum.l.length", "3"},
        {"datum.s.length", "3"},
        {"datum.s[1]", "b"},
        {"datum.nothing", "undefined"},
        {"datum.nothing.more", "undefined"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_mathematics(void **state)
{
    static const struct example examples[] = {
        {"abs(-3)", "3"},
        {"clamp(5, 0, 3)", "3"},
        {"hypot(3, 4)", "5"},
        {"max(1, 5, 3)", "5"},
        {"min()", "Infinity"},
        {"pow(2, 10)", "1024"},
        {"round(2.5)", "3"},
        {"round(-2.5)", "\u22122"},
        {"floor(-1.5)", "\u22122"},
        {"isNaN('x' * 1)", "true"},
        {"isFinite(1 / 0)", "false"},
        {"quantileNormal(0.975)", "1.95996"},
        {"cumulativeNormal(1)", "0.841345"},
        {"log(E)", "1"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_texts(void **state)
{
    static const struct example examples[] = {
        {"upper('äbc')", "ÄBC"},
        {"lower('ABC')", "abc"},
        {"pad('a', 5, '-', 'left')", "----a"},
        {"pad('ab', 5, '.', 'center')", ".ab.."},
        {"truncate('hello world', 8)", "hello w…"},
        {"truncate('hello world', 8, 'left')", "…o world"},
        {"substring('hello', 3, 1)", "el"},
        {"slice('hello', -3)", "llo"},
        {"split('a,b,c', ',')", "[a,b,c]"},
        {"split('a1b22c', /[0-9]+/)", "[a,b,c]"},
        {"replace('a-b-c', '-', '+')", "a+b-c"},
        {"replace('john smith', /(\\w+) (\\w+)/, '$2, $1')", "smith, john"},
        {"test(/^h.l+o$/i, 'HELLO')", "true"},
        {"parseInt('42abc') + parseInt('ff', 16)", "297"},
        {"parseFloat('12.5px')", "12.5"},
        {"format(1234.567, ',.1f')", "1,234.6"},
        {"'a\\u00e9\\x41' + \"\\\"\"", "aéA\""},
        {"encodeURIComponent('a b&ü')", "a%20b%26%C3%BC"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_lists(void **state)
{
    static const struct example examples[] = {
        {"extent(datum.l)", "[1,3]"},
        {"indexof(datum.l, 2)", "1"},
        {"lastindexof('hello', 'l')", "3"},
        {"inrange(3, [1, 3])", "true"},
        {"inrange(3, [3, 1], true, false)", "false"},
        {"join([1, 2], '-')", "1-2"},
        {"lerp([0, 50], 0.3)", "15"},
        {"peek(datum.l)", "3"},
        {"pluck([{k: 1}, {k: 2}], 'k')", "[1,2]"},
        {"reverse(datum.l)", "[3,2,1]"},
        {"sequence(1, 10, 4)", "[1,5,9]"},
        {"slice([1, 2, 3, 4], 1, -1)", "[2,3]"},
        {"sort([3, 1, 2])", "[1,2,3]"},
        {"span([1, 7])", "6"},
        {"merge({a: 1, b: 2}, {b: 3})", "{a:1,b:3}"},
        {"length(datum.l)", "3"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_times(void **state)
{
    static const struct example examples[] = {
        {"datetime(2012, 0, 31)", "2012-01-31"},
        {"datetime(2012, 12, 1)", "2013-01-01"},
        {"year('2025-10-04') * 100 + month('2025-10-04')", "202509"},
        {"day(datetime(2025, 9, 4))", "6"},
        {"quarter(datetime(2025, 9, 4))", "4"},
        {"week(datetime(2025, 0, 5))", "1"},
        {"dayofyear(datetime(2025, 11, 31))", "365"},
        {"timeFormat(datetime(2025, 9, 4), '%d %B %Y')", "04 October 2025"},
        {"timeParse('3/4/2012', '%m/%d/%Y')", "2012-03-04"},
        {"timeOffset('month', datetime(2025, 0, 31), 2)", "2025-03-31"},
        {"timeSequence('month', datetime(2012, 0, 5), datetime(2012, 3, 1))",
         "[2012-02-01,2012-03-01]"},
        {"monthAbbrevFormat(11) + dayFormat(1)", "DecMonday"},
        {"toDate('2025-10') < datetime(2025, 9, 2)", "true"},
        {"'2025-10-04' > datetime(2025, 9, 3)", "true"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_types_are_told_apart(void **state)
{
    static const struct example examples[] = {
        {"isValid(datum.n)", "false"},      {"isValid(NaN)", "false"},
        {"isDefined(datum.n)", "true"},     {"isDefined(datum.x)", "false"},
        {"isArray(datum.l)", "true"},       {"isNumber('3')", "false"},
        {"toNumber('')", "null"},           {"toNumber('3.5')", "3.5"},
        {"toBoolean('false')", "false"},    {"toString(12) + 1", "121"},
        {"isDate(toDate('2025'))", "true"}, {"isObject(datum.m)", "true"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_only_the_branch_that_is_chosen_is_evaluated(void **state)
{
    assert_str(value_of(*state, "if(datum.a > 1, 'y', 'n')"), "y");
    assert_str(value_of(*state, "if(datum.a > 9, 'y', 'n')"), "n");
}

static void test_parameters_and_names_of_guides_are_seen(void **state)
{
    struct error error = {.kind = ERROR_NONE};
    struct node node = scalar("limit + datum.value");
    struct environment environment = {.folder = S(".")};
    *arena_push(*state, &environment.parameters) =
        (struct parameter){.name = S("limit"), .value = datum_number(2)};
    const struct parameter value = {.name = S("value"), .value = datum_number(40)};
    const struct formula_scope scope = {
        .environment = &environment, .names = &value, .name_count = 1};
    const struct formula *formula = formula_read(*state, &node, &error);
    assert_non_null(formula);
    assert_true(formula_evaluate(*state, formula, &scope).number == 42.0);
}

static str refusal(struct arena *arena, const char *text)
{
    struct error error = {.kind = ERROR_NONE};
    struct node node = scalar(text);
    assert_null(formula_read(arena, &node, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    return str_print(arena, "%zu: %s%s%s", error.place.column, error.message,
                     error.hint[0] ? " / " : "", error.hint);
}

static void test_mistakes_are_told_with_their_place(void **state)
{
    assert_str(refusal(*state, "1 +"), "4: the formula ends, expected a value");
    assert_str(refusal(*state, "datum.a b"),
               "9: the formula has \"b\", expected an operator");
    assert_str(refusal(*state, "(1 + 2"), "7: the formula ends, expected \")\"");
    assert_str(refusal(*state, "[1, 2"), "6: the formula ends, expected \",\" or \"]\"");
    assert_str(refusal(*state, "a ? b"), "6: the formula ends, expected \":\"");
    assert_str(refusal(*state, "datum."), "7: the formula ends, expected a name");
    assert_str(refusal(*state, "'abc"),
               "1: the formula has a text without its closing quote");
    assert_str(refusal(*state, "1 # 2"),
               "3: the formula has a sign that means nothing here");
    assert_str(refusal(*state, "12px"),
               "1: the formula has a number with letters behind it");
    assert_str(refusal(*state, "sqtr(4)"),
               "1: there is no function \"sqtr\" / did you mean \"sqrt\"?");
    assert_str(refusal(*state, "pow(2)"), "1: pow() has 1 arguments, expected at least 2");
    assert_str(
        refusal(*state, "1 + now()"),
        "5: now() cannot be used: a chart does not depend on the time at which it is "
        "drawn");
    assert_str(refusal(*state, "random()"),
               "1: random() cannot be used: a chart does not depend on chance");
    assert_str(refusal(*state, "  "), "1: the formula is empty");
}

static void test_a_hostile_formula_is_refused_and_not_followed(void **state)
{
    struct buffer deep = {.arena = *state};
    struct buffer signs = {.arena = *state};
    struct buffer wide = {.arena = *state};
    for (int i = 0; i < 50000; i++) {
        buffer_add(&deep, S("("));
        buffer_add(&signs, S("!"));
        buffer_add(&wide, S("1+"));
    }
    buffer_add(&wide, S("1"));
    buffer_add(&signs, S("1"));
    assert_str(refusal(*state, str_c(*state, buffer_text(&deep))),
               "201: the formula has \"(\", expected fewer signs and brackets within each "
               "other");
    assert_str(refusal(*state, str_c(*state, buffer_text(&signs))),
               "200: the formula has \"!\", expected fewer signs and brackets within each "
               "other");
    assert_str(refusal(*state, str_c(*state, buffer_text(&wide))),
               "1: the formula is too long: it has more than 4000 terms");
}

static void test_a_pattern_that_goes_back_forever_has_no_match(void **state)
{
    assert_str(
        value_of(*state, "test(/(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"),
        "false");
    assert_str(value_of(*state, "test(/(a*)*b/, 'aaaa')"), "false");
}

static void test_patterns(void **state)
{
    static const struct example examples[] = {
        {"test(/\\bfoo\\b/, 'a foo b')", "true"},
        {"test(regexp('a{2,3}b'), 'xaaab')", "true"},
        {"test(/^a{2}$/, 'aaa')", "false"},
        {"replace('aaa', /a*?/g, 'x')", "xaxaxax"},
        {"replace('2012-03-04', /(\\d{4})-(\\d\\d)-(\\d\\d)/, '$3.$2.$1')", "04.03.2012"},
        {"test(/foo(?=bar)/, 'foobar')", "true"},
        {"test(/foo(?!bar)/, 'foobar')", "false"},
        {"test(/(a|b)\\1/, 'abb')", "true"},
        {"test(/[^a-c]/, 'abc')", "false"},
        {"replace('abcabc', /(a)(b)?|c/g, '[$1]')", "[a][][a][]"},
        {"test(/gr[üu]n/i, 'GRÜN')", "true"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_operators_have_the_precedence_of_javascript),
        unit_case(test_types_convert_as_in_javascript),
        unit_case(test_fields_are_found_by_point_and_bracket),
        unit_case(test_mathematics),
        unit_case(test_texts),
        unit_case(test_lists),
        unit_case(test_times),
        unit_case(test_types_are_told_apart),
        unit_case(test_only_the_branch_that_is_chosen_is_evaluated),
        unit_case(test_parameters_and_names_of_guides_are_seen),
        unit_case(test_mistakes_are_told_with_their_place),
        unit_case(test_a_hostile_formula_is_refused_and_not_followed),
        unit_case(test_a_pattern_that_goes_back_forever_has_no_match),
        unit_case(test_patterns),
    };
    return unit_run(tests);
}
