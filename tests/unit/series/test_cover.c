/* SPDX-License-Identifier: MIT */
#include "figures.h"

/* World, 2024 and 2025, as known on 2025-11-20. */
static const char magnets[] =
    "2024-H1 27534E, 2024-01..07 32812, 2024-01..08 38138, 2024 58152, 2024-02 3326, "
    "2024-04 4775.8E, 2024-05 4811.5E, 2024-06 5150.2E, 2024-07 5278, 2024-08 5325, "
    "2024-09 4915, 2024-10 4725, 2025-01 6357, 2025-H1 22319, 2025-01..07 27897, "
    "2025-01..08 34041.06, 2025-01..09 39817, 2025-01..10 45290, 2025-02..03 8908.53E, "
    "2025-04 2627, 2025-05 1238.47, 2025-06 3188, 2025-07 5577, 2025-08 6145.623, "
    "2025-09 5774, 2025-10 5473";

/* "2024-01..08 + 2024-09 = 43053 A", or "not covered" */
static str covered(struct arena *arena, const struct series *series, struct period period,
                   enum cover_grain grain)
{
    struct cover cover;
    if (!series_cover(arena, series, period, grain, &cover)) {
        return S("not covered");
    }
    str *pieces = arena_array(arena, str, cover.count);
    for (size_t i = 0; i < cover.count; i++) {
        pieces[i] = period_print(arena, cover.at[i]->period);
    }
    str sum = decimal_print(arena, ratio_round(cover.sum, 3));
    return str_print(arena, "%.*s = %.*s %c",
                     STR_ARG(str_join(arena, pieces, cover.count, S(" + "))), STR_ARG(sum),
                     cover.status);
}

static void test_the_published_figure_is_taken_where_there_is_one(void **state)
{
    assert_str(
        covered(*state, figures(*state, magnets), period_of("2025-01..10"), COVER_COARSE),
        "2025-01..10 = 45290.000 A");
}

static void test_the_base_of_2024_is_eight_months_and_two(void **state)
{
    assert_str(
        covered(*state, figures(*state, magnets), period_of("2024-01..10"), COVER_COARSE),
        "2024-01..08 + 2024-09 + 2024-10 = 47778.000 A");
}

static void test_a_derived_figure_is_used_only_where_nothing_else_will_do(void **state)
{
    const struct series *series =
        figures(*state, "2025-01..03 6E, 2025-01 1, 2025-02..03 5E, 2025-02 2, 2025-03 3");
    assert_str(covered(*state, series, period_of("2025-Q1"), COVER_COARSE),
               "2025-01 + 2025-02 + 2025-03 = 6.000 A");
    series = figures(*state, "2025-01..02 3E, 2025-01 1E, 2025-02 2, 2025-03 3E");
    assert_str(covered(*state, series, period_of("2025-Q1"), COVER_COARSE),
               "2025-01..02 + 2025-03 = 6.000 E");
}

static void
test_the_finest_cover_has_the_most_pieces_without_the_figure_itself(void **state)
{
    const struct series *series = figures(*state, magnets);
    assert_str(covered(*state, series, period_of("2025-01..10"), COVER_FINE),
               "2025-01 + 2025-02..03 + 2025-04 + 2025-05 + 2025-06 + 2025-07 + 2025-08 + "
               "2025-09 + 2025-10 = 45288.623 E");
    assert_str(covered(*state, series, period_of("2024-H1"), COVER_FINE), "not covered");
    assert_str(covered(*state, series, period_of("2025-02..03"), COVER_FINE),
               "not covered");
    assert_str(covered(*state, series, period_of("2025-02..03"), COVER_COARSE),
               "2025-02..03 = 8908.530 E");
}

static void test_of_equal_covers_the_one_with_the_longest_first_piece_is_taken(void **state)
{
    const struct series *series = figures(
        *state, "2025-01..02 3, 2025-03..04 7, 2025-01..03 6, 2025-04 4, 2025-01 1, "
                "2025-02..04 9");
    assert_str(covered(*state, series, period_of("2025-01..04"), COVER_COARSE),
               "2025-Q1 + 2025-04 = 10.000 A");
}

static void test_a_hole_is_not_covered(void **state)
{
    const struct series *series =
        figures(*state, "2025-01 1, 2025-02 -, 2025-03 c, 2025-04 0, 2025-03..05 9");
    assert_str(covered(*state, series, period_of("2025-Q1"), COVER_COARSE), "not covered");
    assert_str(covered(*state, series, period_of("2025-02"), COVER_COARSE), "not covered");
    assert_str(covered(*state, series, period_of("2025-03"), COVER_COARSE), "not covered");
    assert_str(covered(*state, series, period_of("2025-04"), COVER_COARSE),
               "2025-04 = 0.000 A");
    assert_str(covered(*state, figures(*state, ""), period_of("2025"), COVER_COARSE),
               "not covered");
}

static void test_to_date_runs_from_january_to_each_month(void **state)
{
    const struct series *to_date = operator_to_date(*state, figures(*state, magnets));
    assert_true(to_date->is_to_date);
    assert_int_equal(to_date->count, 22);
    assert_at(*state, to_date, "2024-02", 0, "2024-01..02 missing M");
    assert_at(*state, to_date, "2024-06", 0, "2024-H1 27534 E");
    assert_at(*state, to_date, "2024-10", 0, "2024-01..10 47778 A");
    assert_at(*state, to_date, "2024-12", 0, "2024 58152 A");
    assert_at(*state, to_date, "2025-02", 0, "2025-01..02 missing M");
    assert_at(*state, to_date, "2025-03", 2, "2025-Q1 15265.53 E");
    assert_at(*state, to_date, "2025-10", 0, "2025-01..10 45290 A");
    assert_int_equal(series_at(to_date, period_of("2025-08")).places, 2);
    assert_int_equal(series_at(to_date, period_of("2024-10")).places, -1);
    assert_ptr_equal(operator_to_date(*state, to_date), to_date);
}

static void test_to_date_reaches_to_the_end_of_a_combined_period(void **state)
{
    const struct series *to_date =
        operator_to_date(*state, figures(*state, "2025-12 4392.1, 2026-01..02 10460"));
    assert_at(*state, to_date, "2026-01", 0, "2026-01 missing M");
    assert_at(*state, to_date, "2026-02", 0, "2026-01..02 10460 A");
}

static void test_rates_have_no_sum_to_date(void **state)
{
    const struct series *series = figures(*state, "2025-01 1, 2025-02 2");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    assert_int_equal(operator_to_date(*state, rate)->count, 0);
    assert_int_equal(operator_to_date(*state, figures(*state, ""))->count, 0);
}

/* Every cover there is, tried one after another in the order of their first pieces. */
struct search {
    const struct series *series;
    struct period period;
    enum cover_grain grain;
    struct observation pieces[16], best[16];
    size_t best_count, best_derived;
    bool is_found;
};

static void keep_if_better(struct search *search, size_t count, size_t derived)
{
    size_t pieces = search->best_count;
    bool has_fewer =
        derived != search->best_derived ? derived < search->best_derived : count < pieces;
    bool is_better =
        search->grain == COVER_FINE && count != pieces ? count > pieces : has_fewer;
    if (search->is_found && !is_better) {
        return;
    }
    search->is_found = true;
    search->best_count = count;
    search->best_derived = derived;
    for (size_t i = 0; i < count; i++) {
        search->best[i] = search->pieces[i];
    }
}

static void search_from(struct search *search, int month, size_t count, size_t derived)
{
    if (month == period_end(search->period)) {
        keep_if_better(search, count, derived);
        return;
    }
    for (int length = period_end(search->period) - month; length > 0; length--) {
        struct period piece = {month, length};
        const struct observation *found = series_find(search->series, piece);
        bool is_whole = period_equal(piece, search->period);
        if (found && !(is_whole && search->grain == COVER_FINE)) {
            search->pieces[count] = *found;
            search_from(search, month + length, count + 1,
                        derived + (found->status == 'E'));
        }
    }
}

static void check_against_search(struct arena *arena, const struct series *series,
                                 struct period period, enum cover_grain grain)
{
    struct search search = {.series = series, .period = period, .grain = grain};
    search_from(&search, period.first, 0, 0);
    struct cover cover;
    assert_int_equal(series_cover(arena, series, period, grain, &cover), search.is_found);
    assert_int_equal(cover.count, search.best_count);
    struct ratio sum = ratio_from(0);
    for (size_t i = 0; i < cover.count; i++) {
        assert_true(period_equal(cover.at[i]->period, search.best[i].period));
        sum = ratio_add(sum, search.best[i].value);
    }
    assert_int_equal(ratio_compare(cover.sum, sum), 0);
}

static void test_no_search_finds_a_better_cover(void **state)
{
    struct random random = {6745};
    for (int round = 0; round < 400; round++) {
        struct series *series = arena_new(*state, struct series);
        int density = 2 + round % 4;
        for (int first = 0; first < 9; first++) {
            for (int length = 1; first + length <= 9; length++) {
                if (random_below(&random, density) == 0) {
                    struct period period = {2025 * 12 + first, length};
                    char status = random_below(&random, 3) ? 'A' : 'E';
                    add_number(*state, series, period, random_below(&random, 50), status);
                }
            }
        }
        struct period period = {2025 * 12 + round % 2, 8};
        check_against_search(*state, series, period, COVER_COARSE);
        check_against_search(*state, series, period, COVER_FINE);
    }
}

static void test_a_quarter_is_published_or_the_sum_of_what_covers_it(void **state)
{
    const struct series *series = figures(
        *state,
        "2024-11 1, 2024-12 2, 2025-01..02 17, 2025-03 10E, 2025-Q2 31.5, 2025-04 9,"
        "2025-07 5, 2025-09 5, 2025-10 6");
    const struct series *quarters = operator_quarterly(*state, series);
    assert_at(*state, quarters, "2025-Q1", 0, "2025-Q1 27 E");
    assert_possible(*state, quarters, "2025-Q1", 0, "26 to 28");
    assert_at(*state, quarters, "2025-06", 1, "2025-Q2 31.5 A");
    assert_at(*state, quarters, "2025-Q3", 0, "2025-Q3 missing M");
    assert_int_equal(quarters->count, 3);
    assert_precedents(*state, quarters, "2025-03", "2025-01..02 17 A, 2025-03 10 E");
    assert_precedents(*state, quarters, "2025-Q2", "2025-Q2 32 A");
    assert_precedents(*state, quarters, "2025-Q3", "2025-08 absent M");
    assert_ptr_equal(operator_quarterly(*state, quarters), quarters);
    assert_int_equal(operator_quarterly(*state, operator_to_date(*state, series))->count,
                     0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_published_figure_is_taken_where_there_is_one),
        unit_case(test_the_base_of_2024_is_eight_months_and_two),
        unit_case(test_a_derived_figure_is_used_only_where_nothing_else_will_do),
        unit_case(test_the_finest_cover_has_the_most_pieces_without_the_figure_itself),
        unit_case(test_of_equal_covers_the_one_with_the_longest_first_piece_is_taken),
        unit_case(test_a_hole_is_not_covered),
        unit_case(test_to_date_runs_from_january_to_each_month),
        unit_case(test_to_date_reaches_to_the_end_of_a_combined_period),
        unit_case(test_rates_have_no_sum_to_date),
        unit_case(test_no_search_finds_a_better_cover),
        unit_case(test_a_quarter_is_published_or_the_sum_of_what_covers_it),
    };
    return unit_run(tests);
}
