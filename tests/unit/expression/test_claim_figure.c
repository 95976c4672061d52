/* SPDX-License-Identifier: MIT */
#include "claims.h"

/* "[5472.5, 5473.5] t" for a figure, or "no". */
static str stated(struct arena *arena, const char *text)
{
    struct error error = {0};
    struct claims claims = {0};
    str yaml =
        str_print(arena, "- {id: a, says: b, of: c, period: 2025, figure: \"%s\"}", text);
    if (!claims_parse(arena, yaml.at, &claims, &error)) {
        return S("no");
    }
    const struct claim_figure *figure = &claims.at[0].figure;
    str low = decimal_print(arena, ratio_round(figure->stated.low, 3));
    str high = decimal_print(arena, ratio_round(figure->stated.high, 3));
    return str_print(arena, "[%.*s, %.*s] %.*s", STR_ARG(low), STR_ARG(high),
                     STR_ARG(figure->unit));
}

static void test_decimals_imply_the_rounding(void **state)
{
    assert_str(stated(*state, "5,473 t"), "[5472.500, 5473.500] t");
    assert_str(stated(*state, "5473.0 t"), "[5472.950, 5473.050] t");
    assert_str(stated(*state, "-5.2%"), "[-5.250, -5.150] %");
    assert_str(stated(*state, "\u22125.2 %"), "[-5.250, -5.150] %");
    assert_str(stated(*state, "\u20130.5 pp"), "[-0.550, -0.450] pp");
    assert_str(stated(*state, "+15.8%"), "[15.750, 15.850] %");
    assert_str(stated(*state, "7"), "[6.500, 7.500] ");
}

static void test_scales_make_the_rounding_coarser(void **state)
{
    assert_str(stated(*state, "2.51 million kg"), "[2505000.000, 2515000.000] kg");
    assert_str(stated(*state, "1.02 billion"), "[1015000000.000, 1025000000.000] ");
    assert_str(stated(*state, "-3 thousand t"), "[-3500.000, -2500.000] t");
}

static void test_words_of_the_press_are_units(void **state)
{
    assert_str(stated(*state, "6,745 tons"), "[6744.500, 6745.500] t");
    assert_str(stated(*state, "5.2 per cent"), "[5.150, 5.250] %");
    assert_str(stated(*state, "5.2 percent"), "[5.150, 5.250] %");
    assert_str(stated(*state, "2 percentage points"), "[1.500, 2.500] pp");
    assert_str(stated(*state, "1 percentage point"), "[0.500, 1.500] pp");
    assert_str(stated(*state, "13.5 times"), "[13.450, 13.550] ");
    assert_str(stated(*state, "301.8 US$"), "[301.750, 301.850] US$");
    assert_str(stated(*state, "5,473\u00a0t"), "[5472.500, 5473.500] t");
}

static void test_what_is_no_figure_is_refused(void **state)
{
    static const char *const texts[] = {
        "many",
        "",
        "t",
        "5,47 t",
        "5,4733 t",
        "1234,567",
        "5.473,2 t",
        "5 473 t",
        "1.2.3",
        "5,473, t",
        "--5",
        "0x10",
        "[5]",
        ",5",
        "1,000,00 t",
        "5,473.",
        "1e5",
        "99999999999999999999999999999999999999999999",
        "0.0000000000000000000000000000000000001",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        str found = stated(*state, texts[i]);
        if (!str_equal(found, S("no"))) {
            fail_msg("%s is %s", texts[i], str_c(*state, found));
        }
    }
}

/* Whether the number is about what the text says. */
static bool is_about(struct arena *arena, const char *text, const char *number)
{
    str keys = str_print(arena, "of: \"%s\", about: \"%s\"", number, text);
    str found = judged(arena, keys.at);
    assert_true(str_starts(found, S("true")) || str_starts(found, S("false")));
    return str_starts(found, S("true"));
}

static void test_about_is_as_wide_as_its_last_digit_or_a_twentieth(void **state)
{
    static const struct {
        const char *text, *below, *low, *high, *above;
    } cases[] = {
        {"60", "54.9", "55", "65", "65.1"},
        {"100", "49", "50", "150", "151"},
        {"6,700", "6364", "6365", "7035", "7036"},
        {"50.0", "47.49", "47.5", "52.5", "52.51"},
        {"7", "6.4", "6.5", "7.5", "7.6"},
        {"0", "-0.6", "-0.5", "0.5", "0.6"},
        {"-60", "-65.1", "-65", "-55", "-54.9"},
        {"2.5 million", "2374999", "2375000", "2625000", "2625001"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_false(is_about(*state, cases[i].text, cases[i].below));
        assert_true(is_about(*state, cases[i].text, cases[i].low));
        assert_true(is_about(*state, cases[i].text, cases[i].high));
        assert_false(is_about(*state, cases[i].text, cases[i].above));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_decimals_imply_the_rounding),
        unit_case(test_scales_make_the_rounding_coarser),
        unit_case(test_words_of_the_press_are_units),
        unit_case(test_what_is_no_figure_is_refused),
        unit_case(test_about_is_as_wide_as_its_last_digit_or_a_twentieth),
    };
    return unit_run(tests);
}
