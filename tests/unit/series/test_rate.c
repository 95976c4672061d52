/* SPDX-License-Identifier: MIT */
#include "figures.h"

/* With the rate as published on that base. */
static struct series *with_rate(struct arena *arena, struct series *series,
                                enum rate_base base, const char *rate)
{
    struct series *rates = figures(arena, rate);
    rates->unit = S("%");
    rates->is_rate = true;
    series->rates[base] = rates;
    return series;
}

static struct observation rate_at(struct arena *arena, const struct series *series,
                                  enum rate_base base, const char *period)
{
    return series_at(operator_rate(arena, series, base), period_of(period));
}

static void test_a_rate_is_computed_from_the_calendar_period(void **state)
{
    const struct series *series =
        figures(*state, "2024-10 4725, 2025-09 5774, 2025-10 5473");
    assert_at(*state, operator_rate(*state, series, RATE_PREVIOUS), "2025-10", 4,
              "2025-10 -5.2130 A");
    assert_at(*state, operator_rate(*state, series, RATE_YEAR_AGO), "2025-10", 4,
              "2025-10 15.8307 A");
    assert_str(operator_rate(*state, series, RATE_PREVIOUS)->unit, "%");
}

static void test_the_published_rate_is_taken_only_where_it_says_more(void **state)
{
    static const struct {
        const char *figures, *rate;
        enum rate_base base;
        const char *taken, *computed; /* with two decimals */
    } cases[] = {
        /* magnets, all destinations: the figures say more than one decimal of the rate */
        {"2025-09 5774, 2025-10 5473", "2025-10 -5.2", RATE_PREVIOUS, "-5.21 A", "-5.21 A"},
        /* to the United States: 55.9 to 56.1 by the figures, 56.1 by the kilograms */
        {"2025-09 420.5, 2025-10 656", "2025-10 56.1", RATE_PREVIOUS, "56.10 A", "56.00 A"},
        {"2024-10 627.8E, 2025-10 656", "2025-10 4.5", RATE_YEAR_AGO, "4.50 A", "4.49 E"},
        /* Germany; Japan with powders and alloys */
        {"2024-10 717.1E, 2025-10 1118", "2025-10 55.9", RATE_YEAR_AGO, "55.90 A",
         "55.91 E"},
        {"2024-10 658.5E, 2025-10 538", "2025-10 -18.3", RATE_YEAR_AGO, "-18.30 A",
         "-18.30 E"},
        /* whole per cents say less */
        {"2025-10 5473, 2025-11 6149.95", "2025-11 12", RATE_PREVIOUS, "12.37 A",
         "12.37 A"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct series *series = with_rate(*state, figures(*state, cases[i].figures),
                                          cases[i].base, cases[i].rate);
        struct period last = series->at[series->count - 1].period;
        const struct series *taken = operator_rate(*state, series, cases[i].base);
        const struct series *computed =
            operator_rate_computed(*state, series, cases[i].base);
        str month = period_print(*state, last);
        assert_str(str_after(shown(*state, series_at(taken, last), 2), month.length + 1),
                   cases[i].taken);
        assert_str(str_after(shown(*state, series_at(computed, last), 2), month.length + 1),
                   cases[i].computed);
    }
}

static void test_a_published_rate_has_the_decimals_and_status_of_its_row(void **state)
{
    struct series *series = with_rate(*state, figures(*state, "2025-05 46.4E, 2025-06 353"),
                                      RATE_PREVIOUS, "2025-06 660P");
    struct observation rate = rate_at(*state, series, RATE_PREVIOUS, "2025-06");
    assert_str(shown(*state, rate, 0), "2025-06 660 P");
    assert_int_equal(rate.places, 0);
    struct observation computed = series_at(
        operator_rate_computed(*state, series, RATE_PREVIOUS), period_of("2025-06"));
    assert_str(shown(*state, computed, 1), "2025-06 660.8 E");
    assert_int_equal(computed.places, -1);
}

static void test_a_published_rate_of_other_figures_is_not_taken(void **state)
{
    struct series *series = with_rate(*state, figures(*state, "2025-09 420.5, 2025-10 656"),
                                      RATE_PREVIOUS, "2025-10 57.1");
    assert_str(shown(*state, rate_at(*state, series, RATE_PREVIOUS, "2025-10"), 1),
               "2025-10 56.0 A");
}

static void test_a_published_rate_does_not_stand_in_for_a_missing_figure(void **state)
{
    struct series *series = with_rate(*state, figures(*state, "2025-10 656, 2025-11 -"),
                                      RATE_PREVIOUS, "2025-10 56.1, 2025-11 -11");
    assert_str(shown(*state, rate_at(*state, series, RATE_PREVIOUS, "2025-10"), 1),
               "2025-10 missing M");
    assert_str(shown(*state, rate_at(*state, series, RATE_PREVIOUS, "2025-11"), 1),
               "2025-11 missing M");
}

static void test_a_base_below_zero_has_no_rate(void **state)
{
    const struct series *series = figures(*state, "2025-01 -10, 2025-02 -5, 2025-03 -20");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    assert_at(*state, rate, "2025-02", 0, "2025-02 missing M");
    assert_at(*state, rate, "2025-03", 0, "2025-03 missing M");
}

static void test_nothing_is_divided_by_zero(void **state)
{
    const struct series *series = figures(*state, "2025-01 0, 2025-02 5, 2025-03 0");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    assert_at(*state, rate, "2025-02", 0, "2025-02 missing M");
    assert_at(*state, rate, "2025-03", 0, "2025-03 -100 A");
    assert_null(operator_overflow(rate));
}

/* What rates the two can have: an exact one that is none of them is refused. */
static bool interval(struct observation value, struct observation base,
                     struct interval *possible)
{
    struct observation other = {.state = OBSERVATION_VALUE,
                                .value = ratio_from(1000000),
                                .possible = interval_of(ratio_from(1000000))};
    return operator_rate_disagrees(other, value, base, possible);
}

static void assert_interval(struct arena *arena, const char *value, const char *base,
                            const char *expected)
{
    struct interval possible;
    struct observation figure = observation_of(str_print(arena, "2025-02 %s", value));
    struct observation earlier = observation_of(str_print(arena, "2025-01 %s", base));
    if (!interval(figure, earlier, &possible)) {
        assert_string_equal("unknown", expected);
        return;
    }
    str low = decimal_print(arena, ratio_round(possible.low, 6));
    str high = decimal_print(arena, ratio_round(possible.high, 6));
    assert_str(str_print(arena, "%.*s to %.*s", STR_ARG(low), STR_ARG(high)), expected);
}

static void test_a_published_rate_is_computed_from_nothing(void **state)
{
    struct series *series = with_rate(*state, figures(*state, "2025-09 420.5, 2025-10 656"),
                                      RATE_PREVIOUS, "2025-10 56.1");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    assert_precedents(*state, rate, "2025-10", "");
    assert_possible(*state, rate, "2025-10", 2, "56.05 to 56.15");
    const struct series *computed = operator_rate_computed(*state, series, RATE_PREVIOUS);
    assert_precedents(*state, computed, "2025-10", "2025-10 656 A, 2025-09 421 A");
    assert_possible(*state, computed, "2025-10", 2, "55.87 to 56.14");
}

static void test_the_growth_of_a_quarter_is_that_of_its_months(void **state)
{
    const struct series *series = figures(
        *state,
        "2025-01..02 17, 2025-03 10, 2025-04 9, 2025-05 10, 2025-06 11, 2025-Q3 33");
    const struct series *quarters = operator_quarterly(*state, series);
    const struct series *growth = operator_rate(*state, quarters, RATE_PREVIOUS);
    assert_at(*state, growth, "2025-06", 2, "2025-Q2 11.11 A");
    assert_at(*state, growth, "2025-Q3", 2, "2025-Q3 10.00 A");
    assert_at(*state, growth, "2025-03", 2, "2025-Q1 missing M");
    assert_at(*state, growth, "2025-05", 2, "2025-05 absent M");
}

static void test_the_interval_of_a_rate_is_exact(void **state)
{
    assert_interval(*state, "656", "420.5", "55.867317 to 56.142229");
    assert_interval(*state, "-1", "-2", "unknown");
    assert_interval(*state, "0", "2", "-133.333333 to -66.666667");
    assert_interval(*state, "1", "0.0", "unknown");
    assert_interval(*state, "1", "-", "unknown");
    assert_interval(*state, "c", "1", "unknown");
}

static void test_a_rate_disagrees_only_beyond_its_own_rounding(void **state)
{
    static const struct {
        const char *rate;
        bool disagrees;
    } cases[] = {
        /* the figures give 55.867 to 56.142 */
        {"2025-10 55.8", true},  {"2025-10 55.9", false}, {"2025-10 56.1", false},
        {"2025-10 56.15", true}, {"2025-10 56.2", true},  {"2025-10 56", false},
        {"2025-10 55", true},    {"2025-10 -", false},
    };
    struct observation value = observation_of(S("2025-10 656"));
    struct observation base = observation_of(S("2025-09 420.5"));
    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct interval possible;
        struct observation rate = observation_of(str_from(cases[i].rate));
        assert_int_equal(operator_rate_disagrees(rate, value, base, &possible),
                         cases[i].disagrees);
    }
}

static void test_what_rounds_to_the_figures_has_its_rate_in_the_interval(void **state)
{
    (void)state;
    struct random random = {39};
    for (int round = 0; round < 2000; round++) {
        int value = random_below(&random, 2000) - 1000;
        int base = random_below(&random, 1000) + 1;
        const int printed[] = {value, base};
        struct observation figures[2];
        for (size_t i = 0; i < COUNT_OF(figures); i++) {
            struct ratio figure = ratio_from(printed[i]);
            figures[i] = (struct observation){
                .state = OBSERVATION_VALUE,
                .value = figure,
                .possible = interval_around(figure, (struct ratio){1, 2})};
        }
        struct interval possible;
        assert_true(interval(figures[0], figures[1], &possible));
        /* true figures in thousandths, within half a unit of the printed ones */
        int64_t true_value = value * 1000 + random_below(&random, 1001) - 500;
        int64_t true_base = base * 1000 + random_below(&random, 1001) - 500;
        struct ratio rate =
            ratio_multiply(ratio_from(100), ratio_divide(ratio_from(true_value - true_base),
                                                         ratio_from(true_base)));
        assert_true(interval_contains(possible, rate));
    }
}

static void test_the_growth_to_date_is_that_of_the_sums(void **state)
{
    struct series *series = with_rate(
        *state,
        figures(*state, "2024-01..08 38138, 2024-09 4915, 2024-10 4725, 2025-01..10 45290"),
        RATE_YEAR_AGO, "2025-01..10 -5.2, 2025-10 15.8");
    const struct series *to_date = operator_to_date(*state, series);
    assert_at(*state, operator_rate(*state, to_date, RATE_YEAR_AGO), "2025-10", 4,
              "2025-01..10 -5.2074 A");
    assert_ptr_equal(to_date->rates[RATE_YEAR_AGO], series->rates[RATE_YEAR_AGO]);
    assert_null(to_date->rates[RATE_PREVIOUS]);
}

/* 22 t of 14 t, each the sum of months: 46.67 to 69.23 by the figures. */
static void test_a_sum_is_as_uncertain_as_its_parts_together(void **state)
{
    struct series *series =
        with_rate(*state, figures(*state, "2024-01 6, 2024-02 8, 2025-01 10, 2025-02 12"),
                  RATE_YEAR_AGO, "2025-01..02 50.3");
    const struct series *to_date = operator_to_date(*state, series);
    struct observation sum = series_at(to_date, period_of("2025-02"));
    assert_int_equal(ratio_compare(sum.possible.low, ratio_from(21)), 0);
    assert_int_equal(ratio_compare(sum.possible.high, ratio_from(23)), 0);
    assert_at(*state, operator_rate(*state, to_date, RATE_YEAR_AGO), "2025-02", 1,
              "2025-01..02 50.3 A");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_rate_is_computed_from_the_calendar_period),
        unit_case(test_the_published_rate_is_taken_only_where_it_says_more),
        unit_case(test_a_published_rate_has_the_decimals_and_status_of_its_row),
        unit_case(test_a_published_rate_of_other_figures_is_not_taken),
        unit_case(test_a_published_rate_does_not_stand_in_for_a_missing_figure),
        unit_case(test_a_base_below_zero_has_no_rate),
        unit_case(test_nothing_is_divided_by_zero),
        unit_case(test_a_published_rate_is_computed_from_nothing),
        unit_case(test_the_growth_of_a_quarter_is_that_of_its_months),
        unit_case(test_the_interval_of_a_rate_is_exact),
        unit_case(test_a_rate_disagrees_only_beyond_its_own_rounding),
        unit_case(test_what_rounds_to_the_figures_has_its_rate_in_the_interval),
        unit_case(test_the_growth_to_date_is_that_of_the_sums),
        unit_case(test_a_sum_is_as_uncertain_as_its_parts_together),
    };
    return unit_run(tests);
}
