/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/error.h"

static str printed(struct arena *arena, const struct error *error,
                   const struct warnings *warnings)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    if (error) {
        error_print(stream, error);
    } else {
        warnings_print(stream, warnings);
    }
    fclose(stream);
    str text = str_copy(arena, (str){bytes, length});
    free(bytes);
    return text;
}

static void test_an_error_shows_line_caret_and_hint(void **state)
{
    const struct source source = {S("a.md"), S("one\n\tx \u2212 {{ totl }}\nthree\n")};
    struct error error = {0};
    error_at(&error, ERROR_CONFIG, place_in(&source, 14, 4), "there is no \"%s\"", "totl");
    const str names[] = {S("total"), S("us")};
    error_suggest(&error, S("totl"), names, 2);
    assert_str(printed(*state, &error, NULL), "a.md:2:9: error: there is no \"totl\"\n"
                                              "    2 | \tx \u2212 {{ totl }}\n"
                                              "      | \t       ^~~~\n"
                                              "      = hint: did you mean \"total\"?\n");
}

static void test_the_first_error_is_kept(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(error_set(&error, ERROR_DATA, "first"));
    assert_false(error_set(&error, ERROR_CONFIG, "second"));
    assert_string_equal(error.message, "first");
    error_context(&error, "chart \"%s\"", "A");
    assert_string_equal(error.message, "chart \"A\": first");
    assert_int_equal(error_exit_status(&error), 65);
}

static void test_an_error_without_a_place_names_the_program(void **state)
{
    struct error error = {0};
    error_set(&error, ERROR_USAGE, "no");
    assert_str(printed(*state, &error, NULL), "ytterby: error: no\n");
}

static void test_a_place_at_the_end_of_a_file_has_a_line(void **state)
{
    (void)state;
    const struct source source = {S("a"), S("x\r\ny")};
    struct place place = place_in(&source, 99, 5);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 2);
    assert_str(place_in(&source, 0, 1).text, "x");
}

static void test_equal_warnings_are_counted(void **state)
{
    struct warnings warnings = {.arena = *state};
    struct place place = {.file = S("d.csv"), .line = 3};
    warning_add(&warnings, place, "empty cell");
    place.line = 9;
    warning_add(&warnings, place, "empty cell");
    warning_add(&warnings, (struct place){0}, "stale");
    assert_str(printed(*state, NULL, &warnings),
               "d.csv:3: warning: empty cell (2 times; this is the first)\n"
               "ytterby: warning: stale\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_an_error_shows_line_caret_and_hint),
        unit_case(test_the_first_error_is_kept),
        unit_case(test_an_error_without_a_place_names_the_program),
        unit_case(test_a_place_at_the_end_of_a_file_has_a_line),
        unit_case(test_equal_warnings_are_counted),
    };
    return unit_run(tests);
}
