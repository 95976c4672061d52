/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/query.h"

/* The first entry of a map of queries. */
static bool read_query(void **state, const char *yaml, struct query *query,
                       struct error *error)
{
    const struct node *queries = loading_node(*state, yaml, error);
    bool is_read = query_read(*state, queries->at[0], query, error);
    assert_true(is_read == (error->kind == ERROR_NONE));
    return is_read;
}

static void assert_refused(void **state, const char *yaml, size_t line, size_t column,
                           const char *message, const char *hint)
{
    struct query query;
    struct error error = {0};
    read_query(state, yaml, &query, &error);
    assert_error(&error, ERROR_CONFIG, line, column, message, hint);
}

static void test_a_query_is_read_with_all_its_keys(void **state)
{
    struct query query;
    struct error error = {0};
    read_query(state,
               "partners:\n"
               "  from: trade\n"
               "  where:\n"
               "    series: magnets\n"
               "    region: [Asia, Europe]\n"
               "    partner: {not: [World, EU27]}\n"
               "    flow: {not: import}\n"
               "  by: partner\n"
               "  measure: tonnes\n"
               "  total: World\n"
               "  top: 5\n"
               "  rest: Other destinations\n",
               &query, &error);
    assert_string_equal(error.message, "");
    assert_str(query.name, "partners");
    assert_str(query.from, "trade");
    assert_str(query.by, "partner");
    assert_str(query.measure, "tonnes");
    assert_str(query.total, "World");
    assert_int_equal(query.top, 5);
    assert_str(query.rest, "Other destinations");
    assert_int_equal(query.filter_count, 4);
    assert_str(query.filters[0].values[0], "magnets");
    assert_false(query.filters[0].is_exclusion);
    assert_int_equal(query.filters[1].count, 2);
    assert_str(query.filters[1].values[1], "Europe");
    assert_int_equal(query.filters[1].places[1].column, 20);
    assert_true(query.filters[2].is_exclusion);
    assert_int_equal(query.filters[2].count, 2);
    assert_true(query.filters[3].is_exclusion);
    assert_str(query.filters[3].values[0], "import");
    assert_int_equal(query.filters[3].place.line, 7);
}

static void test_only_from_is_needed(void **state)
{
    struct query query;
    struct error error = {0};
    assert_true(read_query(state, "all: {from: trade}\n", &query, &error));
    assert_int_equal(query.filter_count, 0);
    assert_int_equal(query.by.length, 0);
    assert_int_equal(query.top, 0);
    assert_refused(state, "all: {by: partner}\n", 1, 6,
                   "the query \"all\" does not say \"from\"",
                   "write from: and the name of an entry of data");
    assert_refused(state, "all: {from: \"\"}\n", 1, 13, "\"from\" is empty", "");
}

static void test_unknown_keys_are_refused_with_the_nearest(void **state)
{
    assert_refused(state, "q: {from: t, mesure: tonnes}\n", 1, 14, "unknown key \"mesure\"",
                   "did you mean \"measure\"?");
    assert_refused(state, "q: {from: t, where: {partner: {in: [a]}}}\n", 1, 32,
                   "unknown key \"in\"", "known are: not");
    assert_refused(state, "q: trade\n", 1, 4,
                   "\"q\" is a single value, expected a map of keys and values", "");
}

static void test_a_filter_names_at_least_one_value(void **state)
{
    assert_refused(state, "q: {from: t, where: {partner: []}}\n", 1, 31,
                   "the list is empty: no row can match", "");
    assert_refused(state, "q: {from: t, where: {partner: {}}}\n", 1, 31,
                   "expected {not: ...}", "");
    assert_refused(state, "q: {from: t, where: {partner: [[a]]}}\n", 1, 32,
                   "this is a list, expected a single value", "");
    assert_refused(state, "q: {from: t, where: partner}\n", 1, 21,
                   "\"where\" is a single value, expected a map of keys and values", "");
}

static void test_keys_that_need_others_say_so(void **state)
{
    assert_refused(state, "q: {from: t, total: World}\n", 1, 14, "\"total\" needs \"by\"",
                   "");
    assert_refused(state, "q: {from: t, top: 5}\n", 1, 14, "\"top\" needs \"by\"", "");
    assert_refused(state, "q: {from: t, by: partner, rest: Other}\n", 1, 27,
                   "\"rest\" needs \"total\"",
                   "the rest is the total less the parts that are shown");
    assert_refused(state, "q: {from: t, by: partner, top: 0}\n", 1, 32,
                   "\"top\" counts from 1", "");
    assert_refused(state, "q: {from: t, by: partner, top: five}\n", 1, 32,
                   "\"five\" is not a whole number", "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_query_is_read_with_all_its_keys),
        unit_case(test_only_from_is_needed),
        unit_case(test_unknown_keys_are_refused_with_the_nearest),
        unit_case(test_a_filter_names_at_least_one_value),
        unit_case(test_keys_that_need_others_say_so),
    };
    return unit_run(tests);
}
