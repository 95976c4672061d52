/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/overlap.h"

static const char header[] = "partner,period,t\n";

/* Loads two files as one source. */
static const struct table *load_two(struct loading *loading, enum overlap_rule rule,
                                    const char *first, const char *second)
{
    loading_add(loading, "a.csv", str_print(loading->arena, "%s%s", header, first).at);
    loading_add(loading, "b.csv", str_print(loading->arena, "%s%s", header, second).at);
    struct load_source source = {.name = S("trade"), .files = loading->files};
    source.schema = loading->schema;
    source.profile = S("tidy");
    source.profile_folder = S("templates/profiles");
    source.on_overlap = rule;
    const struct table *table = table_load_source(loading->arena, &source, &loading->report,
                                                  &loading->warnings, &loading->error);
    loading_finish(loading);
    return table;
}

static void test_the_same_key_in_two_files_is_an_error_with_both_places(void **state)
{
    struct loading loading = loading_create(state, NULL);
    const struct table *table =
        load_two(&loading, OVERLAP_ERROR, "Korea,2026-01,28466\nJapan,2026-01,1\n",
                 "Japan,2026-02,1\nKorea,2026-01,28466\n");
    assert_null(table);
    assert_error(&loading.error, ERROR_DATA, 3, 1,
                 str_print(*state,
                           "Korea / 2026-01 is here twice: first in line 2 of %s/a.csv",
                           loading.folder)
                     .at,
                 "two downloads overlap: with on-overlap: newest the later file counts");
}

static void test_the_later_file_counts_where_the_source_says_so(void **state)
{
    struct loading loading = loading_create(state, NULL);
    const struct table *table = load_two(
        &loading, OVERLAP_NEWEST, "Korea,2026-01,28466\nKorea,2026-02,5\nJapan,2026-01,1\n",
        "Korea,2026-02,6\nKorea,2026-03,7\nJapan,2026-01,1\n");
    assert_string_equal(loading.error.message, "");
    assert_int_equal(table->row_count, 4);
    assert_str(decimal_print(*state, column_number(table_column(table, S("t")), 1)), "6");
    assert_int_equal(loading.report.overlap.count, 2);
    assert_int_equal(loading.report.overlap.same_count, 1);
    assert_int_equal(loading.report.overlap.first.line, 3);
    assert_int_equal(loading.report.overlap.again.line, 2);
}

static void test_the_same_key_in_one_file_is_an_error_whatever_the_rule(void **state)
{
    struct loading loading = loading_create(state, NULL);
    assert_null(load_two(&loading, OVERLAP_NEWEST, "Korea,2026-01,1\n",
                         "Korea,2026-02,1\nKorea,2026-02,1\n"));
    assert_error(&loading.error, ERROR_DATA, 3, 1,
                 "Korea / 2026-02 is here twice: first in line 2",
                 "a column \"released\" would keep vintages apart");
}

static void test_all_rows_that_repeat_a_key_are_counted(void **state)
{
    struct loading loading = loading_create(state, NULL);
    assert_null(load_two(&loading, OVERLAP_ERROR, "A,2026-01,1\nA,2026-02,1\nA,2026-03,1\n",
                         "A,2026-02,1\nA,2026-03,1\nA,2026-01,1\n"));
    assert_error(
        &loading.error, ERROR_DATA, 2, 1,
        str_print(*state,
                  "A / 2026-02 is here twice: first in line 3 of %s/a.csv; so it is "
                  "with 2 more rows",
                  loading.folder)
            .at,
        "two downloads overlap: with on-overlap: newest the later file counts");
}

static void test_a_rule_has_two_words(void **state)
{
    (void)state;
    enum overlap_rule rule;
    assert_true(overlap_rule_parse(S("newest"), &rule));
    assert_int_equal(rule, OVERLAP_NEWEST);
    assert_true(overlap_rule_parse(S("error"), &rule));
    assert_int_equal(rule, OVERLAP_ERROR);
    assert_false(overlap_rule_parse(S("oldest"), &rule));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_same_key_in_two_files_is_an_error_with_both_places),
        unit_case(test_the_later_file_counts_where_the_source_says_so),
        unit_case(test_the_same_key_in_one_file_is_an_error_whatever_the_rule),
        unit_case(test_all_rows_that_repeat_a_key_are_counted),
        unit_case(test_a_rule_has_two_words),
    };
    return unit_run(tests);
}
