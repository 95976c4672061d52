/* SPDX-License-Identifier: MIT */
#include "loading.h"

static struct schema read_schema(void **state, const char *yaml, struct error *error)
{
    struct schema schema;
    bool is_read = schema_read(*state, loading_node(*state, yaml, error), &schema, error);
    assert_true(is_read == (error->kind == ERROR_NONE));
    return schema;
}

static void assert_refused(void **state, const char *yaml, size_t line, size_t column,
                           const char *message, const char *hint)
{
    struct error error = {0};
    read_schema(state, yaml, &error);
    assert_error(&error, ERROR_CONFIG, line, column, message, hint);
}

static void test_roles_are_read_with_what_belongs_to_them(void **state)
{
    struct error error = {0};
    struct schema schema =
        read_schema(state,
                    "series: dimension\n"
                    "partner: {role: dimension, aggregates: [World, EU]}\n"
                    "month: period\n"
                    "tonnes: {role: measure, unit: t}\n"
                    "mom: {role: rate, base: previous}\n"
                    "yoy: {role: rate, base: year-ago}\n"
                    "flag: status\n"
                    "known: released\n"
                    "source: note\n",
                    &error);
    static const enum column_role roles[] = {ROLE_DIMENSION, ROLE_DIMENSION, ROLE_PERIOD,
                                             ROLE_MEASURE,   ROLE_RATE,      ROLE_RATE,
                                             ROLE_STATUS,    ROLE_RELEASED,  ROLE_NOTE};
    assert_int_equal(schema.count, COUNT_OF(roles));
    for (size_t i = 0; i < schema.count; i++) {
        assert_int_equal(schema.at[i].role, roles[i]);
    }
    assert_str(schema.at[1].name, "partner");
    assert_int_equal(schema.at[1].place.line, 2);
    assert_int_equal(words_find(&schema.at[1].aggregates, S("EU")), 1);
    assert_str(schema.at[3].unit, "t");
    assert_int_equal(schema.at[4].rate, RATE_PREVIOUS);
    assert_int_equal(schema.at[5].rate, RATE_YEAR_AGO);
}

static void test_no_schema_is_an_empty_one(void **state)
{
    struct schema schema;
    struct error error = {0};
    assert_true(schema_read(*state, NULL, &schema, &error));
    assert_int_equal(schema.count, 0);
}

static void test_an_unknown_role_is_refused_with_the_nearest(void **state)
{
    assert_refused(state, "partner: dimention\n", 1, 10,
                   "\"dimention\" is not a role of a column",
                   "did you mean \"dimension\"?");
    assert_refused(state, "partner: {role: axis}\n", 1, 17,
                   "\"axis\" is not a role of a column",
                   "known are: dimension, period, measure, rate, status, released, note");
    assert_refused(state, "partner: [a]\n", 1, 10,
                   "\"partner\" is a list, expected a single value", "");
}

static void test_keys_belong_to_their_role(void **state)
{
    assert_refused(state, "tonnes: {role: measure, units: t}\n", 1, 25,
                   "unknown key \"units\"", "did you mean \"unit\"?");
    assert_refused(state, "source: {role: note, unit: t}\n", 1, 22, "unknown key \"unit\"",
                   "known are: role");
    assert_refused(state, "tonnes: {unit: t}\n", 1, 1, "the role of \"tonnes\" is not said",
                   "write {role: dimension, ...}");
}

static void test_a_rate_says_its_base(void **state)
{
    assert_refused(state, "mom: rate\n", 1, 1,
                   "the rate \"mom\" does not say what it compares with",
                   "write {role: rate, base: previous} or base: year-ago");
    assert_refused(state, "mom: {role: rate, base: month}\n", 1, 25,
                   "\"month\" is not a known base", "known are: previous, year-ago");
}

static void test_a_table_has_one_period_column(void **state)
{
    assert_refused(state, "month: period\nyear: period\n", 2, 1,
                   "a table has one period column, and \"month\" is it", "");
}

static void assert_guess(const struct table *table, const char *name, enum column_role role,
                         enum column_type type)
{
    const struct column *column = table_column(table, str_from(name));
    assert_non_null(column);
    assert_int_equal(column->role, role);
    assert_int_equal(column->type, type);
}

static void test_roles_are_guessed_from_names_and_cells(void **state)
{
    const struct table *table = loading_table(
        state, NULL,
        "product,HS,Period,tonnes,yoy,OBS_STATUS,released,source,empty,marks\n"
        "magnets,0505,2025-10,1.5,-2,A,2025-11-20,12,,n.a.\n"
        "alloys,8505,2025-10,n.a.,,E,,13,,NA\n");
    assert_guess(table, "product", ROLE_DIMENSION, COLUMN_TEXT);
    assert_guess(table, "HS", ROLE_DIMENSION, COLUMN_TEXT);
    assert_guess(table, "Period", ROLE_PERIOD, COLUMN_PERIOD);
    assert_guess(table, "tonnes", ROLE_MEASURE, COLUMN_NUMBER);
    assert_guess(table, "yoy", ROLE_RATE, COLUMN_NUMBER);
    assert_guess(table, "OBS_STATUS", ROLE_STATUS, COLUMN_TEXT);
    assert_guess(table, "released", ROLE_RELEASED, COLUMN_DATE);
    assert_guess(table, "source", ROLE_NOTE, COLUMN_TEXT);
    assert_guess(table, "empty", ROLE_NOTE, COLUMN_TEXT);
    assert_guess(table, "marks", ROLE_DIMENSION, COLUMN_TEXT);
    assert_int_equal(table_column(table, S("yoy"))->rate, RATE_YEAR_AGO);
    assert_str(column_text(table_column(table, S("HS")), 0), "0505");
    assert_int_equal(table_column(table, S("tonnes"))->states[1], CELL_MISSING);
}

static void test_a_guess_that_nearly_fits_is_a_warning_with_the_cell(void **state)
{
    const struct table *table;
    struct loading loading = loading_of(state, NULL,
                                        "period,value\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n"
                                        "7,7\n8,8\n9,9\n10,10\n11,\"1,100\"\n",
                                        &table);
    assert_non_null(table);
    assert_guess(table, "period", ROLE_MEASURE, COLUMN_NUMBER);
    assert_guess(table, "value", ROLE_DIMENSION, COLUMN_TEXT);
    assert_int_equal(loading.warnings.count, 2);
    assert_str(loading.warnings.at[0].message,
               "the column \"period\" is not read as periods, since it holds \"1\"");
    assert_int_equal(loading.warnings.at[0].place.line, 2);
    assert_str(loading.warnings.at[1].message,
               "the column \"value\" is not read as numbers, since it holds \"1,100\"");
    assert_int_equal(loading.warnings.at[1].place.line, 12);
}

static void test_a_word_that_looks_like_an_aggregate_is_a_warning(void **state)
{
    const struct table *table;
    struct loading loading =
        loading_of(state, NULL, "partner,tonnes\nJapan,1\nWorld,2\n", &table);
    assert_int_equal(loading.warnings.count, 1);
    assert_str(loading.warnings.at[0].message,
               "\"World\" in the column \"partner\" looks like a sum of others: the schema "
               "can call it an aggregate");
    assert_int_equal(loading.warnings.at[0].place.line, 3);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_roles_are_read_with_what_belongs_to_them),
        unit_case(test_no_schema_is_an_empty_one),
        unit_case(test_an_unknown_role_is_refused_with_the_nearest),
        unit_case(test_keys_belong_to_their_role),
        unit_case(test_a_rate_says_its_base),
        unit_case(test_a_table_has_one_period_column),
        unit_case(test_roles_are_guessed_from_names_and_cells),
        unit_case(test_a_guess_that_nearly_fits_is_a_warning_with_the_cell),
        unit_case(test_a_word_that_looks_like_an_aggregate_is_a_warning),
    };
    return unit_run(tests);
}
