/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/error.h"

#include <string.h>

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

static void test_control_characters_do_not_reach_the_terminal(void **state)
{
    const struct source source = {S("a.md"), S("a\x1b[31mb\tc\n")};
    struct error error = {0};
    error_at(&error, ERROR_DATA, place_in(&source, 0, 1), "\"%s\"", "\x1b[2J");
    assert_str(printed(*state, &error, NULL), "a.md:1:1: error: \"?[2J\"\n"
                                              "    1 | a?[31mb\tc\n"
                                              "      | ^\n");
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

static void test_one_message_among_many_is_still_counted(void **state)
{
    enum { MESSAGES = 3000 };
    struct warnings warnings = {.arena = *state};
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < MESSAGES; i++) {
            warning_add(&warnings, (struct place){0}, "figure %d", i);
        }
    }
    assert_int_equal(warnings.count, MESSAGES);
    assert_int_equal(warnings.at[MESSAGES - 1].count, 2);
    assert_str(warnings.at[MESSAGES - 1].message, "figure 2999");
}

/* A minus sign has three bytes: whatever the remainder, none of it is cut in two. */
static void test_a_long_message_ends_after_a_whole_character(void **state)
{
    enum { MINUS_SIGNS = 200 };
    char text[3 * MINUS_SIGNS + 1] = "";
    for (size_t i = 0; i < MINUS_SIGNS; i++) {
        memcpy(text + 3 * i, "\u2212", 4);
    }
    static const char *const starts[] = {"", "a", "ab"};
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        struct error error = {0};
        struct warnings warnings = {.arena = *state};
        error_set(&error, ERROR_DATA, "%s%s", starts[i], text);
        error_hint(&error, "%s%s", starts[i], text);
        warning_add(&warnings, (struct place){0}, "%s%s", starts[i], text);
        size_t room = sizeof error.message - 1;
        size_t hint_room = sizeof error.hint - 1;
        assert_int_equal(strlen(error.message), room - (room - i) % 3);
        assert_int_equal(strlen(error.hint), hint_room - (hint_room - i) % 3);
        assert_int_equal(warnings.at[0].message.length, room - (room - i) % 3);
        error_context(&error, "%s", starts[i]);
        str message = str_from(error.message);
        assert_int_equal(str_invalid_at(message), message.length);
        assert_true(message.length > room - 3);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_an_error_shows_line_caret_and_hint),
        unit_case(test_the_first_error_is_kept),
        unit_case(test_an_error_without_a_place_names_the_program),
        unit_case(test_a_place_at_the_end_of_a_file_has_a_line),
        unit_case(test_control_characters_do_not_reach_the_terminal),
        unit_case(test_equal_warnings_are_counted),
        unit_case(test_one_message_among_many_is_still_counted),
        unit_case(test_a_long_message_ends_after_a_whole_character),
    };
    return unit_run(tests);
}
