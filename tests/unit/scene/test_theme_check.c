/* SPDX-License-Identifier: MIT */
/* The themes that are shipped, and what is said of those that are hard to read. */
#include "near.h"

#include "base/file.h"
#include "scene/theme.h"

#include <string.h>

static const char *const shipped[] = {"house", "newspaper", "office"};

static str text_of(struct arena *arena, const char *name)
{
    struct source source;
    struct error error = {0};
    str path = str_print(arena, "templates/themes/%s.yaml", name);
    assert_true(file_read(arena, path, &source, &error));
    return source.text;
}

static struct theme read(struct arena *arena, str text)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("theme.yaml"), text};
    struct theme theme = {0};
    struct error error = {0};
    const struct node *node = node_load(arena, source, 0, text.length, &error);
    bool is_read = node && theme_read(arena, node, &theme, &error);
    assert_string_equal(error.message, "");
    assert_true(is_read);
    return theme;
}

static void test_the_themes_that_are_shipped_are_complete_and_have_their_fonts(void **state)
{
    for (size_t i = 0; i < COUNT_OF(shipped); i++) {
        struct theme theme = read(*state, text_of(*state, shipped[i]));
        struct error error = {0};
        struct fonts *fonts = theme_fonts(&theme, S("en"), &error);
        assert_string_equal(error.message, "");
        fonts_destroy(fonts);
    }
}

static void test_nothing_is_wrong_with_the_themes_that_are_shipped(void **state)
{
    for (size_t i = 0; i < COUNT_OF(shipped); i++) {
        struct theme theme = read(*state, text_of(*state, shipped[i]));
        struct warnings warnings = {.arena = *state};
        theme_check(&theme, &warnings);
        for (size_t w = 0; w < warnings.count; w++) {
            fail_msg("%s: %s", shipped[i], str_c(*state, warnings.at[w].message));
        }
    }
}

/* What is said of the house theme with one text changed; one warning a line. */
static str said_with(struct arena *arena, const char *from, const char *to)
{
    str text = text_of(arena, "house");
    const char *at = strstr(str_c(arena, text), from);
    assert_non_null(at);
    str before = {text.at, (size_t)(at - str_c(arena, text))};
    before.length = text.length - strlen(at);
    str changed = str_print(arena, "%.*s%s%s", STR_ARG(before), to, at + strlen(from));
    struct theme theme = read(arena, changed);
    struct warnings warnings = {.arena = arena};
    theme_check(&theme, &warnings);
    str *lines = arena_array(arena, str, warnings.count);
    for (size_t i = 0; i < warnings.count; i++) {
        lines[i] = warnings.at[i].message;
        assert_true(warnings.at[i].place.line > 0);
    }
    return str_join(arena, lines, warnings.count, S("\n"));
}

static void test_text_of_little_contrast_is_warned_of(void **state)
{
    assert_str(said_with(*state, "tertiary: \"#5B6670\"", "tertiary: \"#9AA3AB\""),
               "text in the style \"running\" has a contrast of 2.6; 4.5 is the least");
    assert_str(
        said_with(*state, "palette-text: [\"#0B5C94\"", "palette-text: [\"#8DBBE8\""),
        "colour 1 of \"palette-text\" has a contrast of 2.0; 4.5 is the least");
}

static void test_colours_that_are_alike_are_warned_of(void **state)
{
    assert_str(said_with(*state, "palette: [\"#0B5C94\", \"#D9541E\"",
                         "palette: [\"#0B5C94\", \"#0B6094\""),
               "colours 1 and 2 of the palette are alike: 1.2 apart, and 8 is the least\n"
               "colours 1 and 2 of the palette are alike to readers with protanopia: 1.2 "
               "apart, and 8 is the least\n"
               "colours 1 and 2 of the palette are alike to readers with deuteranopia: 1.3 "
               "apart, and 8 is the least\n"
               "colours 1 and 2 of the palette are alike to readers with tritanopia: 1.0 "
               "apart, and 8 is the least\n"
               "colours 1 and 2 of the palette are alike in grey: 1.0 apart, and 5 is the "
               "least");
}

static void test_red_and_green_are_warned_of(void **state)
{
    assert_str(
        said_with(*state, "up: \"#0B5C94\"\n  down: \"#D9541E\"",
                  "up: \"#3F7D20\"\n  down: \"#A23B1E\""),
        "\"up\" and \"down\" are alike to readers with deuteranopia: 2.7 apart, and 8 "
        "is the least");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_themes_that_are_shipped_are_complete_and_have_their_fonts),
        unit_case(test_nothing_is_wrong_with_the_themes_that_are_shipped),
        unit_case(test_text_of_little_contrast_is_warned_of),
        unit_case(test_colours_that_are_alike_are_warned_of),
        unit_case(test_red_and_green_are_warned_of),
    };
    return unit_run(tests);
}
