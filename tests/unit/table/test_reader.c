/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "base/buffer.h"
#include "base/file.h"
#include "table/reader.h"

#include "../../fuzz/fuzz_reader.c"

static const char quote_hint[] =
    "a field with quotes in it is written \"like \"\"this\"\"\"";

static bool print_row(void *context, const struct reader_row *row, struct error *error)
{
    (void)error;
    struct buffer *out = context;
    buffer_print(out, "%zu:", row->line);
    for (size_t i = 0; i < row->count; i++) {
        buffer_print(out, "[%.*s]", STR_ARG(row->fields[i]));
    }
    buffer_add_byte(out, '\n');
    return true;
}

/* Each row as "line:[field][field]". */
static str read_rows(struct arena *arena, str csv, struct reader_facts *facts,
                     struct error *error)
{
    struct source source = {S("in.csv"), csv};
    struct source *text = arena_new(arena, struct source);
    struct buffer out = {.arena = arena};
    *text = source;
    bool is_read = reader_run(arena, text, ',', print_row, &out, facts, error);
    assert_true(is_read == (error->kind == ERROR_NONE));
    return buffer_text(&out);
}

static void assert_rows(void **state, const char *csv, const char *rows)
{
    struct error error = {0};
    struct reader_facts facts = {0};
    str read = read_rows(*state, str_from(csv), &facts, &error);
    assert_string_equal(error.message, "");
    assert_str(read, rows);
}

static void assert_refused(void **state, str csv, size_t line, size_t column,
                           const char *message, const char *hint)
{
    struct error error = {0};
    struct reader_facts facts = {0};
    read_rows(*state, csv, &facts, &error);
    assert_error(&error, ERROR_DATA, line, column, message, hint);
    assert_str(error.place.file, "in.csv");
}

static void test_plain_rows_are_split_at_commas(void **state)
{
    assert_rows(state, "a,b,c\n1,2,3\n", "1:[a][b][c]\n2:[1][2][3]\n");
    assert_rows(state, "a,b\n,\n", "1:[a][b]\n2:[][]\n");
}

static void test_commas_and_quotes_stand_inside_quotes(void **state)
{
    assert_rows(state, "town,say\n\"Ytterby, S\",\"so \"\"it\"\" is\"\n",
                "1:[town][say]\n2:[Ytterby, S][so \"it\" is]\n");
    assert_rows(state, "key,val\n1,\"{\"\"at\"\": [1.5, 2]}\"\n",
                "1:[key][val]\n2:[1][{\"at\": [1.5, 2]}]\n");
    assert_rows(state, "a,b\n\"\",\"\"\n", "1:[a][b]\n2:[][]\n");
}

static void test_a_row_knows_its_first_line_when_quotes_span_lines(void **state)
{
    assert_rows(state, "a,b\n\"one\n\ntwo\",2\n3,\"4\n\"\n5,6\n",
                "1:[a][b]\n2:[one\n\ntwo][2]\n5:[3][4\n]\n7:[5][6]\n");
}

static void test_carriage_returns_before_line_feeds_are_line_ends(void **state)
{
    assert_rows(state, "a,b\r\n1,\"x\r\ny\"\r\n3,4\r\n",
                "1:[a][b]\n2:[1][x\r\ny]\n4:[3][4]\n");
}

static void test_blank_lines_are_no_rows_but_count_as_lines(void **state)
{
    assert_rows(state, "\n\na\n\n1\r\n\r\n2\n\n", "3:[a]\n5:[1]\n7:[2]\n");
}

static void test_the_last_row_needs_no_line_end(void **state)
{
    assert_rows(state, "a,b\n1,2", "1:[a][b]\n2:[1][2]\n");
    assert_rows(state, "a,b\n1,", "1:[a][b]\n2:[1][]\n");
    assert_rows(state, "a,b\n1,\"2\"", "1:[a][b]\n2:[1][2]\n");
}

static void test_spaces_belong_to_the_text(void **state)
{
    assert_rows(state, " a ,\tb\n  ,\" x \"\n", "1:[ a ][\tb]\n2:[  ][ x ]\n");
}

static void test_lines_and_line_ends_are_noted(void **state)
{
    struct error error = {0};
    struct reader_facts facts = {0};
    read_rows(*state, S("a,b\r\n1,\"x\ny\"\n3,4"), &facts, &error);
    assert_int_equal(facts.lines, 4);
    assert_true(facts.has_crlf);
    assert_true(facts.has_lf);
    facts = (struct reader_facts){0};
    read_rows(*state, S("a\r\n\"x\ny\"\r\n"), &facts, &error);
    assert_true(facts.has_crlf);
    assert_false(facts.has_lf);
}

static void test_long_fields_and_rows_are_read_whole(void **state)
{
    enum { FIELDS = 5000, LONG = 100000 };
    struct arena *arena = *state;
    struct buffer csv = {.arena = arena};
    for (int i = 0; i < FIELDS; i++) {
        buffer_print(&csv, "%d,", i);
    }
    buffer_print(&csv, "\"%0*d\"\n", LONG, 7);
    struct error error = {0};
    struct reader_facts facts = {0};
    str rows = read_rows(arena, buffer_text(&csv), &facts, &error);
    assert_int_equal(error.kind, ERROR_NONE);
    assert_true(str_starts(rows, S("1:[0][1][2]")));
    assert_true(str_ends(rows, S("00000007]\n")));
    assert_true(rows.length > LONG);
}

static void test_columns_are_counted_in_characters(void **state)
{
    assert_refused(state, S("a,b\näöü,x\"y\n"), 2, 6,
                   "a quote inside a field that does not start with one",
                   "a field with quotes in it is written \"like \"\"this\"\"\"");
}

static void test_stray_quotes_are_refused(void **state)
{
    const char *hint = "a field with quotes in it is written \"like \"\"this\"\"\"";
    assert_refused(state, S("a,b\n37\"N,2\n"), 2, 3,
                   "a quote inside a field that does not start with one", hint);
    assert_refused(state, S("a,b\n1, \"2\"\n"), 2, 4,
                   "a quote inside a field that does not start with one", hint);
    assert_refused(state, S("a,b\n\"1\"x,2\n"), 2, 4,
                   "text after the closing quote of a field", hint);
    assert_refused(state, S("a,b\n\"1\" ,2\n"), 2, 4,
                   "text after the closing quote of a field", hint);
}

static void test_an_open_quote_is_refused_where_it_opens(void **state)
{
    assert_refused(state, S("a,b\n\"x\ny\",\"2\n3,4\n"), 3, 4,
                   "a quote is opened here and never closed",
                   "a field with quotes in it is written \"like \"\"this\"\"\"");
}

static void test_a_lone_carriage_return_is_no_line_end(void **state)
{
    assert_refused(state, S("a,b\r1,2\r"), 1, 1,
                   "a carriage return without a line feed ends a row here",
                   "lines end in LF or CRLF: convert the file with tr '\\r' '\\n'");
}

static void test_a_place_is_found_behind_quoted_line_breaks(void **state)
{
    (void)state;
    struct source text = {S("in.csv"), S("a,b,c\n\"x,\ny\",ü\"\"q,last\n")};
    struct place place = reader_place(&text, ',', 2, 1);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 4);
    assert_int_equal(place.width, 4);
    assert_str(place.text, "y\",ü\"\"q,last");
    assert_int_equal(reader_place(&text, ',', 2, 2).column, 9);
}

static void test_a_formula_that_is_a_text_keeps_its_quotes(void **state)
{
    assert_rows(state, "hs,t\n=\"0101\",1\r\n2,=\"03\"\n=\"a,b\",4",
                "1:[hs][t]\n2:[=\"0101\"][1]\n3:[2][=\"03\"]\n4:[=\"a,b\"][4]\n");
    assert_rows(state, "a,b\n\"x,=\"\"1\"\"\",2\n", "1:[a][b]\n2:[x,=\"1\"][2]\n");
    assert_refused(state, S("a,b\n=\"1\",x\"y\n"), 2, 6,
                   "the quotes of this field do not match", quote_hint);
    assert_refused(state, S("a,b\n=\"1\"x,2\n"), 2, 2,
                   "a quote inside a field that does not start with one", quote_hint);
}

/* All texts of a few bytes that matter. */
static void test_plain_lines_are_what_libcsv_makes_of_them(void **state)
{
    static const char bytes[] = {'a', '"', ',', '\n', '\r', ' ', '='};
    enum { LENGTH = 6 };
    char text[LENGTH];
    size_t count = 1;
    for (size_t i = 0; i < LENGTH; i++) {
        count *= COUNT_OF(bytes);
    }
    for (size_t number = 0; number < count; number++) {
        size_t rest = number;
        struct arena arena = {0};
        for (size_t i = 0; i < LENGTH; i++, rest /= COUNT_OF(bytes)) {
            text[i] = bytes[rest % COUNT_OF(bytes)];
        }
        assert_true(reader_compare(&arena, (str){text, LENGTH}, ','));
        arena_finish(&arena);
    }
    str quoted = S("\"a,b\",\"c\"\n\"d\"\"e\",f\r\n, \"g\"\n\n\"h\ni\",j\nk, l ,m\n\"n\"");
    for (size_t length = 0; length <= quoted.length; length++) {
        assert_true(reader_compare(*state, str_slice(quoted, 0, length), ','));
    }
}

/* Each input also cut off everywhere. */
static void test_so_it_is_with_all_of_the_corpus(void **state)
{
    struct path_list files = {0};
    struct error error = {0};
    assert_true(file_match(*state, S("tests/fuzz/corpus/reader/*"), &files, &error));
    assert_true(files.count >= 5);
    for (size_t i = 0; i < files.count; i++) {
        struct source source;
        assert_true(file_read(*state, files.at[i], &source, &error));
        for (size_t length = 0; length <= source.text.length; length++) {
            LLVMFuzzerTestOneInput((const uint8_t *)source.text.at, length);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_plain_rows_are_split_at_commas),
        unit_case(test_commas_and_quotes_stand_inside_quotes),
        unit_case(test_a_row_knows_its_first_line_when_quotes_span_lines),
        unit_case(test_carriage_returns_before_line_feeds_are_line_ends),
        unit_case(test_blank_lines_are_no_rows_but_count_as_lines),
        unit_case(test_the_last_row_needs_no_line_end),
        unit_case(test_spaces_belong_to_the_text),
        unit_case(test_lines_and_line_ends_are_noted),
        unit_case(test_long_fields_and_rows_are_read_whole),
        unit_case(test_columns_are_counted_in_characters),
        unit_case(test_stray_quotes_are_refused),
        unit_case(test_an_open_quote_is_refused_where_it_opens),
        unit_case(test_a_lone_carriage_return_is_no_line_end),
        unit_case(test_a_place_is_found_behind_quoted_line_breaks),
        unit_case(test_a_formula_that_is_a_text_keeps_its_quotes),
        unit_case(test_plain_lines_are_what_libcsv_makes_of_them),
        unit_case(test_so_it_is_with_all_of_the_corpus),
    };
    return unit_run(tests);
}
