/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "base/buffer.h"
#include "table/query.h"

static const char schema[] = "series: dimension\n"
                             "partner: {role: dimension, aggregates: [World, EU27]}\n"
                             "period: period\n"
                             "tonnes: {role: measure, unit: t}\n"
                             "mom: {role: rate, base: previous}\n"
                             "status: status\n";

static const char figures[] = "series,partner,period,tonnes,mom,status\n"
                              "magnets,World,2025-10,5473,-5.2,A\n"
                              "magnets,Japan,2025-10,226.25,30.2,A\n"
                              "magnets,Germany,2025-10,1118,,E\n"
                              "magnets,EU27,2025-10,2000,,A\n"
                              "magnets,Japan,2025-09,173.6,,P\n"
                              "magnets,World,2025-09,5774,,A\n"
                              "alloys,Japan,2025-10,311.5,,A\n"
                              "alloys,Japan,2025-09,,,A\n"
                              "alloys,Germany,2025-10,c,,A\n"
                              "magnets,World,2025-01..10,45290,,A\n";

static const struct table *run_on(void **state, const struct table *table, const char *yaml,
                                  struct error *error)
{
    struct query query;
    const struct node *queries = loading_node(*state, yaml, error);
    assert_true(query_read(*state, queries->at[0], &query, error));
    const struct table *result = query_run(*state, &query, table, error);
    assert_true((result != NULL) == (error->kind == ERROR_NONE));
    return result;
}

static void assert_result(void **state, const char *yaml, const char *csv)
{
    struct error error = {0};
    const struct table *table = loading_table(state, schema, figures);
    const struct table *result = run_on(state, table, yaml, &error);
    assert_string_equal(error.message, "");
    assert_str(table_print(*state, result), csv);
}

static void assert_refused(void **state, const char *yaml, size_t column,
                           const char *message, const char *hint)
{
    struct error error = {0};
    run_on(state, loading_table(state, schema, figures), yaml, &error);
    assert_error(&error, ERROR_CONFIG, 1, column, message, hint);
}

static void test_a_query_chooses_rows_and_sorts_them_by_period(void **state)
{
    assert_result(state, "q: {from: trade, where: {series: magnets, partner: World}}\n",
                  "period,tonnes,mom,status\n"
                  "2025-01..10,45290,,A\n"
                  "2025-09,5774,,A\n"
                  "2025-10,5473,-5.2,A\n");
}

static void test_a_sum_is_as_wide_as_its_parts_together(void **state)
{
    struct error error = {0};
    const struct table *result = run_on(
        state, loading_table(state, schema, figures),
        "q: {from: trade, where: {series: magnets, partner: [Japan, Germany]}}\n", &error);
    const struct column *tonnes = table_role(result, ROLE_MEASURE);
    assert_str(decimal_print(*state, column_width(tonnes, 0)), "0.10"); /* 173.6 */
    assert_str(decimal_print(*state, column_width(tonnes, 1)), "1.01"); /* 226.25 + 1118 */
    assert_str(decimal_print(*state, column_number(tonnes, 1)), "1344.25");
}

static void test_groups_come_in_order_of_first_appearance_without_aggregates(void **state)
{
    assert_result(state, "q: {from: trade, where: {series: magnets}, by: partner}\n",
                  "partner,period,tonnes,mom,status\n"
                  "Japan,2025-09,173.6,,P\n"
                  "Japan,2025-10,226.25,30.2,A\n"
                  "Germany,2025-10,1118,,E\n");
}

static void test_aggregates_that_are_named_are_groups(void **state)
{
    assert_result(state,
                  "q: {from: trade, where: {series: magnets, partner: [EU27, Germany]}, "
                  "by: partner}\n",
                  "partner,period,tonnes,mom,status\n"
                  "Germany,2025-10,1118,,E\n"
                  "EU27,2025-10,2000,,A\n");
}

static void test_the_total_is_one_more_group_whatever_where_says(void **state)
{
    assert_result(state,
                  "q: {from: trade, where: {series: magnets, partner: {not: [World, "
                  "Germany]}}, by: partner, total: World}\n",
                  "partner,period,tonnes,mom,status\n"
                  "World,2025-01..10,45290,,A\n"
                  "World,2025-09,5774,,A\n"
                  "World,2025-10,5473,-5.2,A\n"
                  "Japan,2025-09,173.6,,P\n"
                  "Japan,2025-10,226.25,30.2,A\n");
}

static void
test_a_sum_has_the_most_decimals_and_the_weakest_status_of_its_parts(void **state)
{
    const struct table *table = loading_table(state, schema,
                                              "series,partner,period,tonnes,mom,status\n"
                                              "a,Japan,2025-10,1.5,2,A\n"
                                              "b,Japan,2025-10,2.25,3,P\n"
                                              "c,Japan,2025-10,-1,4,E\n"
                                              "d,Germany,2025-10,10,5,A\n"
                                              "e,Germany,2025-10,-10,6,P\n");
    struct error error = {0};
    const struct table *result =
        run_on(state, table, "q: {from: trade, by: partner}\n", &error);
    assert_str(table_print(*state, result), "partner,period,tonnes,mom,status\n"
                                            "Japan,2025-10,2.75,,E\n"
                                            "Germany,2025-10,0,,P\n");
    assert_int_equal(table_place(result, 1).line, 5);
    assert_str(result->name, "q");
    assert_str(table_role(result, ROLE_MEASURE)->unit, "t");
}

static void test_a_sum_with_a_missing_part_is_missing(void **state)
{
    assert_result(state, "q: {from: trade, where: {partner: Japan}}\n",
                  "period,tonnes,mom,status\n"
                  "2025-09,,,P\n"
                  "2025-10,537.75,,A\n");
}

static void test_a_sum_with_a_suppressed_part_is_suppressed(void **state)
{
    assert_result(state, "q: {from: trade, where: {partner: Germany}}\n",
                  "period,tonnes,mom,status\n"
                  "2025-10,c,,E\n");
}

static void test_aggregates_are_never_added_to_parts(void **state)
{
    assert_refused(state, "q: {from: trade, where: {series: magnets}}\n", 25,
                   "the aggregate \"World\" and \"Japan\" of \"partner\" would be added up",
                   "choose with where: {partner: World} or {partner: {not: World}}");
    assert_refused(state, "q: {from: trade, by: series}\n", 4,
                   "the aggregate \"World\" and \"Japan\" of \"partner\" would be added up",
                   "choose with where: {partner: World} or {partner: {not: World}}");
    assert_refused(state, "q: {from: trade, where: {partner: [World, EU27]}}\n", 25,
                   "the aggregate \"World\" and \"EU27\" of \"partner\" would be added up",
                   "choose with where: {partner: World} or {partner: {not: World}}");
}

static void test_unknown_columns_are_refused_with_the_nearest(void **state)
{
    assert_refused(state, "q: {from: trade, where: {partnr: Japan}}\n", 26,
                   "the table \"trade\" has no column \"partnr\"",
                   "did you mean \"partner\"?");
    assert_refused(state, "q: {from: trade, by: seris}\n", 22,
                   "the table \"trade\" has no column \"seris\"",
                   "did you mean \"series\"?");
    assert_refused(state, "q: {from: trade, measure: kilograms}\n", 27,
                   "the table \"trade\" has no column \"kilograms\"", "known are: tonnes");
}

static void test_columns_must_have_the_role_that_is_asked_of_them(void **state)
{
    assert_refused(state, "q: {from: trade, by: tonnes}\n", 22,
                   "the column \"tonnes\" is a measure, not a dimension",
                   "known are: series, partner");
    assert_refused(state, "q: {from: trade, measure: partner}\n", 27,
                   "the column \"partner\" is a dimension, not a measure",
                   "known are: tonnes");
    assert_refused(state, "q: {from: trade, where: {period: 2025-10}}\n", 26,
                   "the column \"period\" is a period: \"where\" chooses words of text "
                   "columns",
                   "known are: series, partner, status");
}

static void test_unknown_values_are_refused_with_the_nearest(void **state)
{
    assert_refused(state, "q: {from: trade, where: {partner: [Japan, Germony]}}\n", 43,
                   "the column \"partner\" has no \"Germony\"",
                   "did you mean \"Germany\"?");
    assert_refused(state, "q: {from: trade, where: {series: {not: magnet}}}\n", 40,
                   "the column \"series\" has no \"magnet\"", "did you mean \"magnets\"?");
    assert_refused(state, "q: {from: trade, by: partner, total: Wrold}\n", 38,
                   "the column \"partner\" has no \"Wrold\"", "did you mean \"World\"?");
    assert_refused(state, "q: {from: trade, by: partner, total: Japan}\n", 38,
                   "\"Japan\" is not an aggregate of \"partner\"",
                   "say so in the schema: partner: {role: dimension, aggregates: [Japan]}");
}

static void test_a_known_word_without_rows_gives_an_empty_result(void **state)
{
    assert_result(state, "q: {from: trade, where: {series: alloys, partner: World}}\n",
                  "period,tonnes,mom,status\n");
}

static void test_the_measure_must_be_clear(void **state)
{
    struct error error = {0};
    const struct table *table =
        loading_table(state, NULL, "partner,period,kg,usd\na,2025-10,1,2\n");
    run_on(state, table, "q: {from: trade}\n", &error);
    assert_error(&error, ERROR_CONFIG, 1, 4,
                 "the table \"trade\" has 2 measures: which one?", "write measure: kg");

    error = (struct error){0};
    table = loading_table(state, NULL, "partner,period\na,2025-10\n");
    run_on(state, table, "q: {from: trade}\n", &error);
    assert_error(&error, ERROR_CONFIG, 1, 4,
                 "the table \"trade\" has no measure: no column of numbers", "");

    error = (struct error){0};
    table = loading_table(state, NULL, "partner,kg\na,1\n");
    run_on(state, table, "q: {from: trade}\n", &error);
    assert_error(&error, ERROR_CONFIG, 1, 11,
                 "the table \"trade\" has no column of periods",
                 "say in the schema which column it is: month: period");
}

static void test_without_a_status_column_all_is_normal(void **state)
{
    struct error error = {0};
    const struct table *table =
        loading_table(state, NULL, "partner,period,kg\na,2025-10,1\n");
    const struct table *result = run_on(state, table, "q: {from: trade}\n", &error);
    assert_str(table_print(*state, result), "period,kg,status\n2025-10,1,A\n");
}

static void test_vintages_are_not_added_up(void **state)
{
    struct error error = {0};
    const struct table *table = loading_table(state, NULL,
                                              "partner,period,kg,released\n"
                                              "a,2025-08,7338,2025-09-18\n"
                                              "a,2025-08,7336,2025-12-18\n");
    const struct table *result = run_on(state, table, "q: {from: trade}\n", &error);
    assert_str(table_print(*state, result), "period,kg,status\n2025-08,7336,A\n");
}

static void test_a_sum_that_does_not_fit_is_an_error(void **state)
{
    struct error error = {0};
    const struct table *table = loading_table(
        state, NULL,
        "partner,period,kg\na,2025-10,99999999999999999999999999999999999999\n"
        "b,2025-10,99999999999999999999999999999999999999\n");
    run_on(state, table, "q: {from: trade}\n", &error);
    assert_error(&error, ERROR_DATA, 3, 0,
                 "the sum of \"kg\" is too large from this row on", "");
}

static void test_printed_fields_are_quoted_where_they_must_be(void **state)
{
    const struct table *table = loading_table(
        state, NULL,
        "\"a,1\",t\n\"Korea, Rep.\",1.50\n\"say \"\"it\"\"\",c\n\"two\nlines\",\n x ,0\n");
    assert_str(table_print(*state, table),
               "\"a,1\",t\n\"Korea, Rep.\",1.50\n"
               "\"say \"\"it\"\"\",c\n\"two\nlines\",\n x ,0\n");
    table = loading_table(state, NULL, "t\n1\n\"\"\n2\n");
    assert_str(table_print(*state, table), "t\n1\n\"\"\n2\n");
}

/* Numbers from a seed: the multiplier of MMIX. */
static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(*seed >> 33);
}

static const char *random_row(struct arena *arena, size_t row, uint64_t *seed)
{
    static const char *const partners[] = {"Japan", "Germany", "Vietnam"};
    static const int decimals[] = {1, 10, 100, 1000};
    int places = (int)(next_random(seed) % 4);
    unsigned whole = next_random(seed) % 100000;
    const char *sign = next_random(seed) % 8 ? "" : "-";
    const char *partner = partners[next_random(seed) % 3];
    unsigned month = next_random(seed) % 12 + 1;
    int fraction = (int)next_random(seed) % decimals[places];
    str number = places ? str_print(arena, "%s%u.%0*d", sign, whole, places, fraction)
                        : str_print(arena, "%s%u", sign, whole);
    return str_print(arena, "code%zu,%s,2025-%02u,%s,%c\n", row, partner, month, number.at,
                     "AEP"[next_random(seed) % 3])
        .at;
}

static void shuffle(const char **rows, size_t count, uint64_t *seed)
{
    for (size_t i = count - 1; i > 0; i--) {
        size_t other = next_random(seed) % (i + 1);
        const char *kept = rows[i];
        rows[i] = rows[other];
        rows[other] = kept;
    }
}

static str sums_of_rows(void **state, const char *const *rows, size_t count)
{
    struct buffer csv = {.arena = *state};
    struct error error = {0};
    buffer_print(&csv, "code,partner,period,tonnes,status\n");
    for (size_t i = 0; i < count; i++) {
        buffer_add(&csv, str_from(rows[i]));
    }
    const struct table *table =
        loading_table(state, NULL, str_c(*state, buffer_text(&csv)));
    struct buffer sums = {.arena = *state};
    static const char *const queries[] = {
        "q: {from: trade}\n",
        "q: {from: trade, where: {partner: Japan}}\n",
        "q: {from: trade, where: {partner: {not: Japan}}}\n",
    };
    for (size_t i = 0; i < COUNT_OF(queries); i++) {
        const struct table *result = run_on(state, table, queries[i], &error);
        buffer_add(&sums, table_print(*state, result));
    }
    return buffer_text(&sums);
}

static void test_sums_are_equal_in_any_order_of_rows(void **state)
{
    enum { ROWS = 500, ROUNDS = 10 };
    uint64_t seed = 20251120;
    const char *rows[ROWS];
    for (size_t row = 0; row < ROWS; row++) {
        rows[row] = random_row(*state, row, &seed);
    }
    str expected = sums_of_rows(state, rows, ROWS);
    assert_true(expected.length > 500);
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(rows, ROWS, &seed);
        assert_str(sums_of_rows(state, rows, ROWS), str_c(*state, expected));
    }
}

/* Aggregates of each dimension stay out, of a group that `where` does not name. */
static void test_groups_may_have_several_dimensions(void **state)
{
    assert_result(state, "q: {from: trade, by: [series, partner], measure: tonnes}\n",
                  "\"series, partner\",period,tonnes,mom,status\n"
                  "magnets \u00b7 Japan,2025-09,173.6,,P\n"
                  "magnets \u00b7 Japan,2025-10,226.25,30.2,A\n"
                  "magnets \u00b7 Germany,2025-10,1118,,E\n"
                  "alloys \u00b7 Japan,2025-09,,,A\n"
                  "alloys \u00b7 Japan,2025-10,311.5,,A\n"
                  "alloys \u00b7 Germany,2025-10,c,,A\n");
    assert_result(state,
                  "q: {from: trade, by: [partner, series], where: {partner: EU27},"
                  " measure: tonnes}\n",
                  "\"partner, series\",period,tonnes,mom,status\n"
                  "EU27 \u00b7 magnets,2025-10,2000,,A\n");
    assert_refused(state, "q: {from: trade, by: [series, partnr]}\n", 31,
                   "the table \"trade\" has no column \"partnr\"",
                   "did you mean \"partner\"?");
}

static void test_a_group_knows_its_word_of_each_dimension(void **state)
{
    struct error error = {0};
    struct query query;
    const struct node *node =
        loading_node(*state, "q: {from: trade, by: [a, b, c]}\n", &error);
    assert_true(query_read(*state, node->at[0], &query, &error));
    str group = S("one \u00b7 \u00b7 two \u00b7 three \u00b7 3");
    assert_str(query_part(&query, S("x \u00b7 y \u00b7 z"), 0), "x");
    assert_str(query_part(&query, S("x \u00b7 y \u00b7 z"), 2), "z");
    assert_str(query_part(&query, group, 2), "three \u00b7 3"); /* the last has the rest */
    assert_str(query_part(&query, S("x"), 1), "");
    assert_str(query_part(&query, S("x"), 9), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_groups_may_have_several_dimensions),
        unit_case(test_a_group_knows_its_word_of_each_dimension),
        unit_case(test_a_query_chooses_rows_and_sorts_them_by_period),
        unit_case(test_a_sum_is_as_wide_as_its_parts_together),
        unit_case(test_groups_come_in_order_of_first_appearance_without_aggregates),
        unit_case(test_aggregates_that_are_named_are_groups),
        unit_case(test_the_total_is_one_more_group_whatever_where_says),
        unit_case(test_a_sum_has_the_most_decimals_and_the_weakest_status_of_its_parts),
        unit_case(test_a_sum_with_a_missing_part_is_missing),
        unit_case(test_a_sum_with_a_suppressed_part_is_suppressed),
        unit_case(test_aggregates_are_never_added_to_parts),
        unit_case(test_unknown_columns_are_refused_with_the_nearest),
        unit_case(test_columns_must_have_the_role_that_is_asked_of_them),
        unit_case(test_unknown_values_are_refused_with_the_nearest),
        unit_case(test_a_known_word_without_rows_gives_an_empty_result),
        unit_case(test_the_measure_must_be_clear),
        unit_case(test_without_a_status_column_all_is_normal),
        unit_case(test_vintages_are_not_added_up),
        unit_case(test_a_sum_that_does_not_fit_is_an_error),
        unit_case(test_printed_fields_are_quoted_where_they_must_be),
        unit_case(test_sums_are_equal_in_any_order_of_rows),
    };
    return unit_run(tests);
}
