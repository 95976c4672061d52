/* SPDX-License-Identifier: MIT */
#include "sourcing.h"

#include <sys/stat.h>

/* Loads `csv` with a datapackage.json beside it. */
static struct loading load_with(void **state, const char *package, const char *csv,
                                const struct table **table)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "datapackage.json", package);
    loading.files.count = 0;
    loading_add(&loading, "trade.csv", csv);
    *table = sourcing_run(&loading, "{}");
    unlink(str_print(*state, "%s/datapackage.json", loading.folder).at);
    rmdir(loading.folder);
    return loading;
}

static void test_types_marks_and_delimiter_are_taken_from_the_package(void **state)
{
    const struct table *table;
    struct loading loading = load_with(
        state,
        "{\"resources\": [{\"path\": \"other.csv\"}, {\"path\": \"trade.csv\","
        " \"dialect\": {\"delimiter\": \"|\"}, \"schema\": {\"missingValues\": [\"\","
        " \"none\"], \"fields\": [{\"name\": \"hs\", \"type\": \"string\"},"
        " {\"name\": \"month\", \"type\": \"yearmonth\"}, {\"name\": \"t\","
        " \"type\": \"number\", \"decimalChar\": \",\", \"groupChar\": \".\"}]}}]}",
        "hs|month|t\n850511|2025-10|1.234,5\n280530|2025-10|none\n", &table);
    assert_string_equal(loading.error.message, "");
    assert_str(table_print(*state, table),
               "hs,month,t\n850511,2025-10,1234.5\n280530,2025-10,\n");
    assert_int_equal(table->columns[0].role, ROLE_DIMENSION);
    assert_int_equal(table->columns[1].role, ROLE_PERIOD);
    assert_str(loading.report.at[0].profile, "datapackage");
    assert_str(loading.report.at[0].profile_reason, "datapackage.json beside the file");
}

static void test_a_package_about_other_files_is_no_matter(void **state)
{
    const struct table *table;
    struct loading loading = load_with(
        state, "{\"resources\": [{\"path\": \"other.csv\"}]}", "a,b\n1,2\n", &table);
    assert_string_equal(loading.error.message, "");
    assert_str(loading.report.at[0].profile, "tidy");
}

static void test_a_field_that_the_file_lacks_is_refused(void **state)
{
    const struct table *table;
    struct loading loading =
        load_with(state,
                  "{\"resources\": [{\"path\": \"trade.csv\", \"schema\": {\"fields\": "
                  "[{\"name\": \"a\"}, {\"name\": \"c\"}]}}]}",
                  "a,b\n1,2\n", &table);
    assert_error(&loading.error, ERROR_DATA, 0, 0,
                 "no row of this file is a header of the profile \"datapackage\"",
                 "such a header has: a, c");
}

static void test_a_package_that_is_no_json_is_refused_with_its_place(void **state)
{
    const struct table *table;
    struct loading loading = load_with(state, "{\n \"a\": }", "a,b\n1,2\n", &table);
    assert_error(&loading.error, ERROR_CONFIG, 2, 7,
                 "this is not JSON: unexpected token near '}'", "");
    assert_str(path_name(loading.error.place.file), "datapackage.json");
}

static void test_a_file_without_a_header_is_refused(void **state)
{
    const struct table *table;
    struct loading loading = load_with(
        state,
        "{\"resources\": [{\"path\": [\"trade.csv\"], \"dialect\": {\"header\": false},"
        " \"schema\": {\"fields\": [{\"name\": \"a\"}]}}]}",
        "1,2\n", &table);
    assert_error(&loading.error, ERROR_CONFIG, 0, 0,
                 "a file without a header cannot be read", "");
}

static void test_quotes_that_are_escaped_are_refused(void **state)
{
    const struct table *table;
    struct loading loading = load_with(state,
                                       "{\"resources\": [{\"path\": \"trade.csv\", "
                                       "\"dialect\": {\"escapeChar\": \"\\\\\"},"
                                       " \"schema\": {\"fields\": [{\"name\": \"a\"}]}}]}",
                                       "a\n1\n", &table);
    assert_error(&loading.error, ERROR_CONFIG, 0, 0,
                 "the dialect escapes quotes: only quotes that are doubled can be read",
                 "");
    loading = load_with(
        state,
        "{\"resources\": [{\"path\": \"trade.csv\", \"dialect\": {\"quoteChar\": \"'\"},"
        " \"schema\": {\"fields\": [{\"name\": \"a\"}]}}]}",
        "a\n1\n", &table);
    assert_error(&loading.error, ERROR_CONFIG, 0, 0,
                 "the dialect's quoteChar is \"'\": only \" can be read", "");
}

static void test_a_package_in_the_folder_above_counts(void **state)
{
    const struct table *table;
    struct loading loading = loading_create(state, NULL);
    str data = str_print(*state, "%s/data", loading.folder);
    mkdir(data.at, 0700);
    loading_add(&loading, "datapackage.json",
                "{\"resources\": [{\"path\": \"data/trade.csv\", \"schema\": {\"fields\": ["
                "{\"name\": \"hs\", \"type\": \"string\"},"
                "{\"name\": \"when\", \"type\": \"yearmonth\"},"
                "{\"name\": \"t\", \"type\": \"number\"}]}}]}");
    loading.files.count = 0;
    loading_add(&loading, "data/trade.csv", "hs,when,t\n8505,2025-10,3\n");
    table = sourcing_run(&loading, "{}");
    unlink(str_print(*state, "%s/datapackage.json", loading.folder).at);
    rmdir(data.at);
    rmdir(loading.folder);
    assert_string_equal(loading.error.message, "");
    assert_str(loading.report.at[0].profile, "datapackage");
    assert_int_equal(table_column(table, S("when"))->role, ROLE_PERIOD);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_types_marks_and_delimiter_are_taken_from_the_package),
        unit_case(test_a_package_about_other_files_is_no_matter),
        unit_case(test_a_field_that_the_file_lacks_is_refused),
        unit_case(test_a_package_that_is_no_json_is_refused_with_its_place),
        unit_case(test_a_file_without_a_header_is_refused),
        unit_case(test_quotes_that_are_escaped_are_refused),
        unit_case(test_a_package_in_the_folder_above_counts),
    };
    return unit_run(tests);
}
