/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "scan_compare.h"

#include "table/query_rows.h"

static const char schema[] =
    "{period: period, partner: {role: dimension, aggregates: [World, EU]},"
    " product: dimension, value: {role: measure, unit: USD}, kg: measure, status: status,"
    " note: note}";

static const char queries[] =
    "{some: {from: trade, measure: value, by: partner, where: {product: [A, B]}},"
    " kilos: {from: trade, measure: kg, by: partner, where: {product: [A, B]}},"
    " parts: {from: trade, measure: value, by: partner, total: World},"
    " whole: {from: trade, measure: kg, where: {partner: World}},"
    " others: {from: trade, measure: kg, where: {partner: {not: World}}}}";

static const char header[] = "period,partner,product,value,kg,status,note\n";

/* Quotes, doubled quotes, CRLF, quoted line ends, empty fields, no line end at the end. */
static const char tricky[] =
    "\xEF\xBB\xBFperiod,\"partner\",product,value,kg,status,note\r\n"
    "2024-01,World,A,12.50,1000,,\"one, two\"\r\n"
    "2024-01,\"Korea, Rep.\",A,10,\"999.125\",E,\"a \"\"quoted\"\" word\"\r\n"
    "\"2024-01\",\"C\xC3\xB4te d'Ivoire\",B,\"2.5\",n.a.,P,\"two\nlines\"\n"
    "2024-02,World,A,,0,A,\n"
    "2024-02,\"the \"\"big\"\" one\",A,-7,c,,\"\"\n"
    "2024-02,United Kingdom of Great Britain,C,99999999999999999.25,.125,,\"\r\n,\"\r\n"
    "2024-Q1,World,B,0012,1,,\xE6\x97\xA5\xE6\x9C\xAC\n"
    "2024-03,\"Korea, Rep.\",\"B\",1,1,,";

static void create(void **state, struct compare *compare)
{
    assert_true(compare_create(*state, schema, queries, compare));
}

/* What a text of rows below the header comes to. */
static enum compare_verdict compare_rows(void **state, const char *rows,
                                         struct compare *compare)
{
    create(state, compare);
    str text = str_print(*state, "%s%s", header, rows);
    return compare_run(compare, &text, 1);
}

static void assert_reason(void **state, const char *rows, const char *reason)
{
    struct compare compare;
    assert_int_equal(compare_rows(state, rows, &compare), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, reason);
}

static const char good[] = "2024-01,World,A,1,2,,\n2024-01,Japan,B,1,2,,\n";

/* --- the same as the other way -------------------------------------------------------- */

static str tricky_text(struct arena *arena)
{
    /* .125 is no number: the scanner is not asked to take it */
    str text = str_copy(arena, str_from(tricky));
    char *point = strstr((char *)(uintptr_t)text.at, ",.125");
    point[1] = '0';
    point[2] = '.';
    return text;
}

static void test_rows_lie_across_blocks_at_every_place(void **state)
{
    struct compare compare;
    create(state, &compare);
    str text = tricky_text(*state);
    for (size_t bytes = 1; bytes <= text.length; bytes++) {
        compare.options = (struct scan_options){.threads = 1, .block_bytes = bytes};
        assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
        assert_false(compare.scan.is_parsed);
        compare.options.is_parsed = true;
        assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
        assert_true(compare.scan.is_parsed);
    }
}

static void test_ranges_begin_at_every_place(void **state)
{
    struct compare compare;
    create(state, &compare);
    str text = tricky_text(*state);
    for (size_t bytes = 1; bytes <= text.length; bytes++) {
        compare.options = (struct scan_options){.threads = 2, .range_bytes = bytes};
        assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
    }
}

static void test_all_instruction_sets_and_numbers_of_threads_give_the_same(void **state)
{
    static const size_t threads[] = {1, 2, 7};
    struct compare compare;
    create(state, &compare);
    str text = tricky_text(*state);
    for (int kind = SPLIT_PLAIN; kind < SPLIT_KIND_COUNT; kind++) {
        for (size_t i = 0; i < COUNT_OF(threads); i++) {
            for (size_t bytes = 1; split_with((enum split_kind)kind) && bytes < 100;
                 bytes += 7) {
                compare.options = (struct scan_options){.threads = threads[i],
                                                        .kind = (enum split_kind)kind,
                                                        .block_bytes = bytes,
                                                        .range_bytes = 2 * bytes};
                assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
            }
        }
    }
}

/* Within quotes stands what looks like rows: only what stands before can tell. */
static void test_a_range_that_begins_inside_of_quotes_is_no_trap(void **state)
{
    struct compare compare;
    const char *rows = "2024-01,World,A,1,2,,\"x\n2024-01,World,A,100,200,,\n"
                       "2024-02,World,A,100,200,,\n2024-03,World,A,100,200,,\"\n"
                       "2024-04,World,B,1,2,,\n2024-05,World,B,1,2,,\n";
    create(state, &compare);
    str text = str_print(*state, "%s%s", header, rows);
    for (size_t bytes = 1; bytes <= text.length; bytes++) {
        compare.options = (struct scan_options){.threads = 2, .range_bytes = bytes};
        assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
        assert_int_equal(compare.scan.files[0].rows, 3);
        assert_int_equal(compare.scan.files[0].lines, 7);
    }
}

static void test_several_files_keep_their_order_and_their_lines(void **state)
{
    struct compare compare;
    create(state, &compare);
    str texts[] = {
        str_print(*state, "%s2024-02,World,A,1,2,,\n2024-02,Japan,B,1.5,2,,\n", header),
        str_print(*state, "%s2024-01,Chile,A,1,2,,\n2024-01,Japan,B,1,2.25,E,", header),
        str_print(*state, "%s2024-03,World,A,3,4,,\r\n", header),
    };
    compare.options = (struct scan_options){.threads = 7, .range_bytes = 9};
    assert_int_equal(compare_run(&compare, texts, 3), COMPARE_SAME);
    const struct table *some = compare.scan.results[0];
    assert_str(column_text(&some->columns[0], 0), "Japan");
    assert_int_equal(some->origins[some->row_count - 1].file, 1);
    assert_int_equal(compare.scan.files[1].rows, 2);
}

static void test_words_of_any_length_are_told_apart(void **state)
{
    struct compare compare;
    assert_int_equal(
        compare_rows(state,
                     "2024-01,World,A,1,2,,\n2024-01,Abcdefgh,B,1,2,,\n"
                     "2024-01,Abcdefghi,A,3,2,,\n2024-01,Abcdefghijklmnop,A,4,2,,\n"
                     "2024-01,Abcdefghijklmnopq,A,5,2,,\n"
                     "2024-01,Abcdefghijklmnopr,A,6,2,,\n2024-01,,A,6,2,,\n",
                     &compare),
        COMPARE_SAME);
    assert_int_equal(compare.scan.results[0]->row_count, 6);
}

static void test_two_spellings_of_a_period_make_one_sum(void **state)
{
    struct compare compare;
    assert_int_equal(compare_rows(state,
                                  "2024-Q1,World,A,1,2,,\n2024-01..03,World,B,1,2,,\n"
                                  "\"2024-Q1\",World,C,1,2,,\n",
                                  &compare),
                     COMPARE_SAME);
    assert_int_equal(compare.scan.results[3]->row_count, 1);
}

static void test_many_groups_and_periods_are_kept(void **state)
{
    struct compare compare;
    struct buffer text = {.arena = *state};
    create(state, &compare);
    buffer_add(&text, str_from(header));
    for (int i = 0; i < 5000; i++) {
        buffer_print(&text, "%d-%02d,%s%d,%c,%d.%d,%d,%c,\n", 2000 + i % 20, 1 + i % 7,
                     i % 11 ? "P" : "World", i % 11 ? i % 1300 : i, 'A' + i / 1000, i,
                     i % 10, -i, "AEP"[i % 3]);
    }
    str rows = buffer_text(&text);
    str all = str_print(*state, "%.*s2031-01,World,A,1,1,,\n", STR_ARG(rows));
    compare.options = (struct scan_options){.threads = 3, .range_bytes = 1000};
    assert_int_equal(compare_run(&compare, &all, 1), COMPARE_SAME);
    assert_true(compare.scan.results[4]->row_count > 100);
}

static void test_sums_are_exact_to_the_last_digit(void **state)
{
    struct compare compare;
    assert_int_equal(
        compare_rows(state,
                     "2024-01,World,A,9999999999999999999,0.000000001,,\n"
                     "2024-01,World,B,9999999999999999999.999999999,-0.000000002,,\n"
                     "2024-01,World,C,-1,123456789012345.5,,\n",
                     &compare),
        COMPARE_SAME);
    assert_str(table_print(*state, compare.scan.results[0]),
               "partner,period,value,status\n");
    assert_str(table_print(*state, compare.scan.results[3]),
               "period,kg,status\n2024-01,123456789012345.499999999,A\n");
}

/* --- keys ----------------------------------------------------------------------------- */

static void test_twins_are_found_where_the_query_tells_all_keys_apart(void **state)
{
    struct compare compare;
    assert_true(compare_create(*state,
                               "{period: period, partner: dimension, value: measure}",
                               "{q: {from: trade, by: partner}}", &compare));
    str text =
        S("period,partner,value\n2024-01,Japan,1\n2024-01,Chile,1\n2024-01,Japan,2\n");
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, "two rows have the same key");
    text = S("period,partner,value\n2024-01,Japan,1\n2024-01,Chile,1\n2024-02,Japan,2\n");
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
    assert_true(compare.scan.are_keys_checked);
}

static const char twins[] = "2024-01,World,A,1,2,,\n2024-01,World,B,1,2,,\n"
                            "2024-01,World,\"A\",1,2,,\n2024-01,World,C,1,2,,\n";

static void test_twins_are_found_in_sums_over_other_dimensions(void **state)
{
    struct compare compare;
    assert_int_equal(compare_rows(state, twins, &compare), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, "two rows have the same key");
    assert_int_equal(compare_rows(state,
                                  "2024-01,World,A,1,2,,\n2024-01,World,AA,1,2,,\n"
                                  "2024-02,World,A,1,2,,\n2024-01,Japan,B,1,2,,\n",
                                  &compare),
                     COMPARE_SAME);
    assert_true(compare.scan.are_keys_checked);
}

static void test_twins_are_summed_among_many_rows_and_that_is_said(void **state)
{
    struct compare compare;
    create(state, &compare);
    compare.options.keys_max = 3;
    str text = str_print(*state, "%s%s", header, twins);
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_ONLY_SCANNED);
    assert_false(compare.scan.are_keys_checked);
    assert_true(strstr(compare.error.message, "is here twice"));
}

/* --- what only libcsv takes ------------------------------------------------------------
 */

static void assert_parsed(void **state, const char *rows)
{
    struct compare compare;
    assert_int_equal(
        compare_rows(state, str_c(*state, str_print(*state, "%s%s", good, rows)), &compare),
        COMPARE_SAME);
    assert_true(compare.scan.is_parsed);
}

static void test_what_only_libcsv_takes_goes_through_it(void **state)
{
    assert_parsed(state, "\n\r\n2024-02,World,A,1,2,,\n");
    assert_parsed(state, "2024-02,World,=\"A\",1,2,,\n");
    struct buffer note = {.arena = *state};
    buffer_add(&note, S("2024-02,World,A,1,2,,\""));
    for (size_t line = 0; line < 10000; line++) {
        buffer_add(&note, S("and so on, line after line, for longer than a block is\n"));
    }
    buffer_add(&note, S("\"\n2024-03,Japan,A,1,2,,\n"));
    assert_parsed(state, str_c(*state, buffer_text(&note)));
}

/* --- what is not regular -------------------------------------------------------------- */

static void test_rows_that_are_not_regular_are_not_scanned(void **state)
{
    const char *shape = "quotes, line ends or characters are not as they should be";
    const char *width = "a row has another number of fields than the header";
    assert_reason(state, "2024-01,World,A,1,2,\n", width);
    assert_reason(state, "2024-01,World,A,1,2,,,\n", width);
    assert_reason(state, "2024-01,World,A,1,2,,\"x\n", "a quote is never closed");
    assert_reason(state, "2024-01,World,A,1,2,,x\"y\n", shape);
    assert_reason(state, "2024-01,World,A,1,2,,\"x\"y\n", shape);
    assert_reason(state, "2024-01,World,A,1,2,,x\r2024-01,Japan,A,1,2,,\n", shape);
    assert_reason(state, "2024-01,World,A,1,2,,T\xFCrkiye\n", shape);
    assert_reason(state, "", "a file has no rows");
}

static void test_cells_that_a_query_takes_must_be_plain(void **state)
{
    const char *number = "a number is not plain";
    const char *digits = "a number has too many digits";
    assert_reason(state, "2024-01,World,A,\"1,234\",2,,\n", number);
    assert_reason(state, "2024-01,World,A,1e5,2,,\n", number);
    assert_reason(state, "2024-01,World,A,.5,2,,\n", number);
    assert_reason(state, "2024-01,World,A,5.,2,,\n", number);
    assert_reason(state, "2024-01,World,A,1.2.3,2,,\n", number);
    assert_reason(state, "2024-01,World,A, 1,2,,\n", number);
    assert_reason(state, "2024-01,World,A,--1,2,,\n", number);
    assert_reason(state, "2024-01,World,A,10000000000000000000,2,,\n", digits);
    assert_reason(state, "2024-01,World,A,0.1234567890,2,,\n", digits);
    assert_reason(state, "2024-13,World,A,1,2,,\n", "a period is not plain");
    assert_reason(state, ",World,A,1,2,,\n", "a period is not plain");
    assert_reason(state, "2024-01,World,A,1,2,e,\n", "a status is no letter");
}

static void test_a_word_that_is_in_no_row_is_left_to_the_query(void **state)
{
    assert_reason(state, "2024-01,World,A,1,2,,\n2024-01,Japan,C,1,2,,\n",
                  "a word of \"where\" or \"total\" is in no row");
}

static void assert_plan(void **state, const char *said, const char *asked,
                        const char *reason)
{
    struct compare compare;
    assert_true(compare_create(*state, said, asked, &compare));
    str text = S("period,partner,value,kg,note\n2024-01,World,1,2,\n2024-02,Japan,1,2,\n");
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, reason);
}

static void test_a_schema_that_leaves_open_what_a_column_is_is_a_reason(void **state)
{
    const char *query = "{q: {from: trade, measure: kg}}";
    assert_plan(state, "{period: period, value: measure, kg: measure}", query,
                "the schema does not say what each column is");
    assert_plan(state, "{period: period, partner: dimension, worth: measure}", query,
                "the header lacks columns");
    assert_plan(state,
                "{period: period, partner: dimension, kg: measure,"
                " value: {role: rate, base: previous}}",
                query, "there are published rates");
    assert_plan(state,
                "{period: released, partner: dimension, kg: measure, value: measure}",
                query, "there are release dates");
    assert_plan(state,
                "{period: dimension, partner: dimension, kg: measure, value: measure}",
                query, "there is no column of periods");
}

static void test_queries_that_make_errors_are_reasons(void **state)
{
    const char *said = "{period: period, partner: {role: dimension, aggregates: World},"
                       " value: measure, kg: measure}";
    assert_plan(state, said, "{q: {from: trade}}",
                "\"measure\" is not one column of numbers");
    assert_plan(state, said, "{q: {from: trade, measure: partner}}",
                "\"measure\" is not one column of numbers");
    assert_plan(state, said, "{q: {from: trade, measure: kg, by: note}}",
                "\"by\" is not a dimension");
    assert_plan(state, said, "{q: {from: trade, measure: kg, where: {value: 1}}}",
                "\"where\" names a column that has no words");
    assert_plan(state, said, "{q: {from: trade, measure: kg, by: partner, total: Japan}}",
                "\"total\" is not an aggregate");
    assert_plan(state, said, "{q: {from: trade, measure: kg, where: {partner: Chile}}}",
                "a word of \"where\" or \"total\" is in no row");
}

static void test_an_aggregate_is_never_added_to_its_parts(void **state)
{
    struct compare compare;
    assert_true(compare_create(*state,
                               "{period: period, partner: {role: dimension, aggregates: "
                               "World}, value: measure}",
                               "{q: {from: trade}}", &compare));
    str text = S("period,partner,value\n2024-01,Japan,1\n2024-02,World,1\n");
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_SAME);
    text = S("period,partner,value\n2024-01,Japan,1\n2024-01,World,1\n");
    compare.options = (struct scan_options){.threads = 2, .range_bytes = 12};
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason,
                        "an aggregate and its parts would be added up");
}

static void test_files_must_be_there_and_alike(void **state)
{
    struct compare compare;
    create(state, &compare);
    str texts[] = {
        str_print(*state, "%s%s", header, good),
        S("period,partner,product,value,kg,note,status\n2024-01,World,A,1,2,,\n")};
    assert_int_equal(compare_run(&compare, texts, 2), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, "the files have different headers");
    texts[1] = texts[0];
    assert_int_equal(compare_run(&compare, texts, 2), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, "a file is there twice");
    struct path_list files = {0};
    *arena_push(*state, &files) = S("tests/unit/table/no-such.csv");
    assert_false(scan_query(*state, S("trade"), &files, &compare.schema, compare.queries, 1,
                            NULL, &compare.scan));
    assert_string_equal(compare.scan.reason, "a file cannot be read");
}

static void test_a_row_may_not_be_longer_than_is_said(void **state)
{
    struct compare compare;
    create(state, &compare);
    compare.options = (struct scan_options){.row_bytes_max = 100, .block_bytes = 10};
    str text = str_print(*state, "%s%s2024-02,World,A,1,2,,%0105d\n", header, good, 0);
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_NOT_REGULAR);
    text = str_print(*state, "%s%s2024-02,World,A,1,2,,%0200d\n", header, good, 0);
    assert_int_equal(compare_run(&compare, &text, 1), COMPARE_NOT_REGULAR);
    assert_string_equal(compare.scan.reason, "a row is very long");
}

/* --- watched cells -------------------------------------------------------------------- */

static void add_line(struct buffer *out, size_t cell, str file, size_t line, str text)
{
    buffer_print(out, "%zu %.*s:%zu %.*s\n", cell, STR_ARG(path_name(file)), line,
                 STR_ARG(text));
}

/* As the rows of the loaded table are. */
static void test_watched_cells_have_the_rows_of_the_table(void **state)
{
    struct compare compare;
    create(state, &compare);
    static const struct scan_watch watches[] = {
        {S("Korea, Rep."), {2024 * 12, 1}},
        {S("World"), {2024 * 12 + 1, 1}},
        {S("nowhere"), {2024 * 12, 1}},
    };
    struct query_cell cells[COUNT_OF(watches)] = {0};
    str text = tricky_text(*state);
    int descriptor;
    struct path_list files = {0};
    struct warnings warnings = {.arena = *state};
    struct error error = {0};
    *arena_push((struct arena *)*state, &files) = compare_file(*state, text, &descriptor);
    const struct table *table =
        table_load(*state, S("trade"), &files, &compare.schema, NULL, &warnings, &error);
    struct buffer expected = {.arena = *state};
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        cells[i] =
            (struct query_cell){.group = watches[i].group, .period = watches[i].period};
    }
    assert_true(query_rows(*state, compare.queries, table, (struct date){0}, cells,
                           COUNT_OF(cells), &error));
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < COUNT_OF(cells); i++) {
            for (size_t k = 0; k < cells[i].count; k++) {
                if (cells[i].at[k].row == row) {
                    add_line(
                        &expected, i, table->files[0], table->origins[row].line,
                        table->columns[3].states[row] == CELL_VALUE
                            ? decimal_print(*state, column_number(&table->columns[3], row))
                            : S(""));
                }
            }
        }
    }
    for (size_t threads = 1; threads <= 3; threads++) {
        struct scan_options options = {.threads = threads,
                                       .range_bytes = 40 * threads,
                                       .watches = watches,
                                       .watch_count = COUNT_OF(watches)};
        struct buffer found = {.arena = *state};
        assert_true(scan_query(*state, S("trade"), &files, &compare.schema, compare.queries,
                               1, &options, &compare.scan));
        for (size_t i = 0; i < compare.scan.rows.count; i++) {
            const struct scan_row *row = &compare.scan.rows.at[i];
            add_line(&found, row->watch, files.at[row->file], row->line, row->text);
        }
        assert_str(buffer_text(&found), str_c(*state, buffer_text(&expected)));
    }
    close(descriptor);
}

static void test_the_width_of_a_sum_is_that_of_its_cells_together(void **state)
{
    struct compare compare;
    assert_int_equal(compare_rows(state,
                                  "2024-01,World,A,1,2,,\n2024-01,World,B,1.25,2,,\n"
                                  "2024-01,World,A1,0.5,2,,\n2024-01,World,B1,3.125,2,,\n"
                                  "2024-01,World,A2,7,2,,\n",
                                  &compare),
                     COMPARE_SAME);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_rows_lie_across_blocks_at_every_place),
        unit_case(test_ranges_begin_at_every_place),
        unit_case(test_all_instruction_sets_and_numbers_of_threads_give_the_same),
        unit_case(test_a_range_that_begins_inside_of_quotes_is_no_trap),
        unit_case(test_several_files_keep_their_order_and_their_lines),
        unit_case(test_words_of_any_length_are_told_apart),
        unit_case(test_two_spellings_of_a_period_make_one_sum),
        unit_case(test_many_groups_and_periods_are_kept),
        unit_case(test_sums_are_exact_to_the_last_digit),
        unit_case(test_twins_are_found_where_the_query_tells_all_keys_apart),
        unit_case(test_twins_are_found_in_sums_over_other_dimensions),
        unit_case(test_twins_are_summed_among_many_rows_and_that_is_said),
        unit_case(test_what_only_libcsv_takes_goes_through_it),
        unit_case(test_rows_that_are_not_regular_are_not_scanned),
        unit_case(test_cells_that_a_query_takes_must_be_plain),
        unit_case(test_a_word_that_is_in_no_row_is_left_to_the_query),
        unit_case(test_a_schema_that_leaves_open_what_a_column_is_is_a_reason),
        unit_case(test_queries_that_make_errors_are_reasons),
        unit_case(test_an_aggregate_is_never_added_to_its_parts),
        unit_case(test_files_must_be_there_and_alike),
        unit_case(test_a_row_may_not_be_longer_than_is_said),
        unit_case(test_watched_cells_have_the_rows_of_the_table),
        unit_case(test_the_width_of_a_sum_is_that_of_its_cells_together),
    };
    return unit_run(tests);
}
