/* SPDX-License-Identifier: MIT */
#include "sourcing.h"

#include "table/profile.h"

#include <string.h>

static const char own_profile[] = "title: Ours\n"
                                  "decimal: \",\"\n"
                                  "missing: [nil]\n"
                                  "recognise: [Monat, tonnes]\n"
                                  "columns:\n"
                                  "  period: {from: Monat, role: period}\n"
                                  "  tonnes: {from: [Menge, \"Menge *\"], role: measure, "
                                  "unit: t, factor: 1000}\n"
                                  "drop: {Art: {Summe: totals}}\n";

/* Loads `csv` with a profile of its own beside it. */
static struct loading load_with(void **state, const char *profile, const char *csv,
                                const struct table **table)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "ours.yaml", profile);
    loading.files.count = 0;
    loading_add(&loading, "trade.csv", csv);
    *table = sourcing_run(&loading, "profile: ours.yaml");
    unlink(str_print(*state, "%s/ours.yaml", loading.folder).at);
    rmdir(loading.folder);
    return loading;
}

static void test_a_profile_of_the_users_own_needs_no_code(void **state)
{
    const struct table *table;
    struct loading loading = load_with(state, own_profile,
                                       "Monat;Menge (Tsd. t);Art\nOkt 2025;1.234,5;x\n"
                                       "Nov-25;nil;x\nNov-25;9;Summe\n",
                                       &table);
    assert_non_null(strstr(loading.error.message, "\"Okt 2025\" is not a period"));
    loading = load_with(state, own_profile,
                        "Monat;Menge (Tsd. t);Art\nOct 2025;1.234,5;x\n"
                        "Nov-25;nil;x\nNov-25;9;Summe\n",
                        &table);
    assert_string_equal(loading.error.message, "");
    assert_str(table_print(*state, table), "period,tonnes\n2025-10,1234500\n2025-11,\n");
    assert_str(table->columns[1].unit, "t");
    assert_exclusion(&loading, 0, "totals", 1, 4);
}

static void test_a_file_that_the_named_profile_does_not_fit_is_refused(void **state)
{
    assert_source_refused(state, "profile: baci", S("a,b\n1,2\n"), ERROR_DATA, 0, 0,
                          "no row of this file is a header of the profile \"baci\"",
                          "such a header has: t, i, j, k, v, q");
}

static void test_an_unknown_profile_is_refused_with_the_nearest(void **state)
{
    assert_source_refused(state, "profile: comtrad", S("a,b\n1,2\n"), ERROR_CONFIG, 1, 10,
                          "there is no profile \"comtrad\"", "did you mean \"comtrade\"?");
}

static void assert_profile_refused(void **state, const char *profile, size_t line,
                                   size_t column, const char *message, const char *hint)
{
    const struct table *table;
    struct loading loading = load_with(state, profile, "a,b\n1,2\n", &table);
    assert_null(table);
    assert_error(&loading.error, ERROR_CONFIG, line, column, message, hint);
    assert_str(path_name(loading.error.place.file), "ours.yaml");
}

static void test_mistakes_in_a_profile_have_their_place(void **state)
{
    assert_profile_refused(state, "colums: {}\n", 1, 1, "unknown key \"colums\"",
                           "did you mean \"columns\"?");
    assert_profile_refused(state, "columns: {a: {from: b}}\n", 1, 14,
                           "the role of \"a\" is not said", "");
    assert_profile_refused(state, "columns: {a: {role: measur}}\n", 1, 21,
                           "\"measur\" is not a known role", "did you mean \"measure\"?");
    assert_profile_refused(state, "columns: {a: {role: measure, factor: 0}}\n", 1, 38,
                           "a factor is a number above 0", "");
    assert_profile_refused(state, "separator: ab\n", 1, 12,
                           "one character is expected here", "");
    assert_profile_refused(state, "wide: {as: period}\n", 1, 7,
                           "wide wants \"as\" and \"measures\"", "");
}

static void test_every_profile_of_ours_is_read(void **state)
{
    struct profile_list list = {0};
    struct error error = {0};
    assert_true(profile_list(*state, S("templates/profiles"), &list, &error));
    assert_string_equal(error.message, "");
    assert_true(list.count >= 15);
    for (size_t i = 0; i < list.count; i++) {
        assert_true(list.at[i]->title.length > 0);
        assert_true(list.at[i]->recognise.count > 0);
    }
}

static void test_stars_stand_for_any_text(void **state)
{
    (void)state;
    str part;
    assert_true(profile_match(S("Value-*"), S("Value-Jan"), &part));
    assert_str(part, "Jan");
    assert_true(profile_match(S("* Weight"), S("Export Weight"), &part));
    assert_str(part, "Export");
    assert_true(profile_match(S("*"), S(""), &part));
    assert_false(profile_match(S("ab*bc"), S("abc"), &part));
    assert_false(profile_match(S("Value"), S("Value-Jan"), &part));
}

static void test_files_of_one_profile_may_differ_in_header_and_order(void **state)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", "t,i,j,k,v,q\n2022,4,36,080620,1,1\n");
    loading_add(&loading, "2.csv", "k;q;v;t;i;j\n080620;2;2;2023;4;36\n");
    const struct table *table = sourcing_run(&loading, "profile: baci");
    assert_string_equal(loading.error.message, "");
    assert_str(table_print(*state, table),
               "period,exporter,importer,product,usd,kg\n2022,4,36,080620,1000,1000\n"
               "2023,4,36,080620,2000,2000\n");
}

static void test_files_of_one_table_have_the_same_columns_of_the_profile(void **state)
{
    static const char header[] = "Entity,Code,Year,co2\n";
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", str_print(*state, "%sA,B,2020,1\n", header).at);
    loading_add(&loading, "2.csv", "a,b\n1,2\n");
    assert_null(sourcing_run(&loading, "{}"));
    str message = str_print(
        *state, "this file has no column \"period\", which %s/1.csv has", loading.folder);
    assert_error(&loading.error, ERROR_DATA, 1, 1, str_c(*state, message), "");
}

static void test_newer_downloads_may_replace_older_ones(void **state)
{
    struct loading loading = loading_create(state, NULL);
    loading_add(&loading, "1.csv", "t,i,j,k,v,q\n2022,4,36,080620,1,1\n");
    loading_add(&loading, "2.csv", "t,i,j,k,v,q\n2022,4,36,080620,3,1\n");
    const struct table *table = sourcing_run(&loading, "on-overlap: newest");
    assert_string_equal(loading.error.message, "");
    assert_str(table_print(*state, table),
               "period,exporter,importer,product,usd,kg\n2022,4,36,080620,3000,1000\n");
    assert_int_equal(loading.report.overlap.count, 1);
    assert_int_equal(loading.report.at[0].rows, 0);
    assert_int_equal(loading.report.at[1].rows, 1);
}

static void test_a_decimal_mark_can_be_said(void **state)
{
    assert_source(state, "{profile: tidy, decimal: \",\"}",
                  S("name;period;t\na;2025-10;1.234\nb;2025-10;2,5\n"), "tidy",
                  "name,period,t\na,2025-10,1234\nb,2025-10,2.5\n");
    assert_source_refused(state, "decimal: point", S("a,b\n1,2\n"), ERROR_CONFIG, 1, 10,
                          "\"point\" is not a known decimal", "known are: ., ,");
}

static void test_points_before_three_digits_are_doubted_between_semicolons(void **state)
{
    struct loading loading = assert_source(state, "{}", S("name;t\na;1.234\nb;5.678\n"),
                                           "tidy", "name,t\na,1.234\nb,5.678\n");
    assert_int_equal(loading.warnings.count, 1);
    assert_str(
        loading.warnings.at[0].message,
        "the numbers of \"t\" have a point before three digits, read as decimals: if "
        "it groups thousands, say decimal: \",\"");
    loading = assert_source(state, "{}", S("name;t\na;1.234\nb;5.6\n"), "tidy",
                            "name,t\na,1.234\nb,5.6\n");
    assert_int_equal(loading.warnings.count, 0);
}

static void test_a_guessed_encoding_is_told(void **state)
{
    struct loading loading = assert_source(state, "{}", S("name,t\nT\xFCrkiye,1\n"), "tidy",
                                           "name,t\nTürkiye,1\n");
    assert_int_equal(loading.warnings.count, 1);
    assert_str(loading.warnings.at[0].message,
               "the encoding is taken to be ISO-8859-1: encoding: ISO-8859-1 would say so");
    loading = assert_source(state, "encoding: latin1", S("name,t\nT\xFCrkiye,1\n"), "tidy",
                            "name,t\nTürkiye,1\n");
    assert_int_equal(loading.warnings.count, 0);
}

static void test_a_tidy_file_can_be_given_what_it_does_not_say(void **state)
{
    assert_source(state, "assume: {period: 2025-10, flow: export}", S("name,t\na,5\n"),
                  "tidy", "name,t,period,flow\na,5,2025-10,export\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_profile_of_the_users_own_needs_no_code),
        unit_case(test_a_file_that_the_named_profile_does_not_fit_is_refused),
        unit_case(test_an_unknown_profile_is_refused_with_the_nearest),
        unit_case(test_mistakes_in_a_profile_have_their_place),
        unit_case(test_every_profile_of_ours_is_read),
        unit_case(test_stars_stand_for_any_text),
        unit_case(test_files_of_one_profile_may_differ_in_header_and_order),
        unit_case(test_files_of_one_table_have_the_same_columns_of_the_profile),
        unit_case(test_newer_downloads_may_replace_older_ones),
        unit_case(test_a_decimal_mark_can_be_said),
        unit_case(test_points_before_three_digits_are_doubted_between_semicolons),
        unit_case(test_a_guessed_encoding_is_told),
        unit_case(test_a_tidy_file_can_be_given_what_it_does_not_say),
    };
    return unit_run(tests);
}
