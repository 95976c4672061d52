/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "base/buffer.h"
#include "base/file.h"
#include "scene/theme.h"

#include <string.h>

static struct source house_source(struct arena *arena)
{
    struct source source;
    struct error error = {0};
    assert_true(file_read(arena, S("templates/themes/house.yaml"), &source, &error));
    return source;
}

static bool read_source(struct arena *arena, const struct source *source,
                        struct theme *theme, struct error *error)
{
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    return node && theme_read(arena, node, theme, error);
}

static struct theme house(struct arena *arena)
{
    struct source *source = arena_new(arena, struct source);
    *source = house_source(arena);
    struct theme theme = {0};
    struct error error = {0};
    bool is_read = read_source(arena, source, &theme, &error);
    assert_string_equal(error.message, "");
    assert_true(is_read);
    return theme;
}

/* The house theme with one stretch of its text replaced. */
static struct source house_with(struct arena *arena, const char *old, const char *new)
{
    struct source source = house_source(arena);
    const char *found = strstr(str_c(arena, source.text), old);
    assert_non_null(found);
    struct buffer text = {.arena = arena};
    size_t at = source.text.length - strlen(found);
    buffer_add(&text, str_slice(source.text, 0, at));
    buffer_add(&text, str_from(new));
    buffer_add(&text, str_after(source.text, at + strlen(old)));
    source.text = buffer_text(&text);
    return source;
}

static void assert_refused(struct arena *arena, const char *old, const char *new,
                           const char *message, const char *hint)
{
    struct source source = house_with(arena, old, new);
    struct theme theme = {0};
    struct error error = {0};
    assert_false(read_source(arena, &source, &theme, &error));
    assert_string_equal(error.message, message);
    assert_string_equal(error.hint, hint);
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_str(error.place.file, "templates/themes/house.yaml");
    assert_true(error.place.line > 0 && error.place.column > 0);
}

static void test_the_house_theme_is_complete_and_its_fonts_are_there(void **state)
{
    struct theme theme = house(*state);
    assert_str(theme.name, "House");
    struct text_style headline = theme.styles[STYLE_HEADLINE];
    assert_str(headline.family, "PT Serif");
    assert_near(headline.size, 22);
    assert_near(headline.line_height, 26);
    assert_int_equal(headline.weight, 700);
    assert_int_equal(headline.color.red, 0x1A);
    assert_near(theme.styles[STYLE_MASTHEAD].tracking, 0.32);
    assert_str(theme.styles[STYLE_CHART_TITLE_WIDE].family, "Roboto");
    struct error error = {0};
    struct fonts *fonts = theme_fonts(&theme, S("en"), &error);
    assert_string_equal(error.message, "");
    assert_non_null(fonts);
    fonts_destroy(fonts);
}

static void test_the_grid_of_the_house_gives_its_module_widths(void **state)
{
    struct theme theme = house(*state);
    static const struct {
        int columns;
        double width;
    } modules[] = {{1, 31}, {3, 117}, {4, 160}, {6, 246}, {8, 332}, {12, 504}};
    for (size_t i = 0; i < COUNT_OF(modules); i++) {
        assert_near(theme_columns(&theme, modules[i].columns), modules[i].width);
    }
    assert_int_equal(theme.lines, 55);
    assert_near(theme.page_width, 595.28);
}

static void test_letter_paper_has_fewer_lines(void **state)
{
    struct source source = house_with(*state, "paper: A4", "paper: Letter");
    struct theme theme = {0};
    struct error error = {0};
    assert_true(read_source(*state, &source, &theme, &error));
    assert_near(theme.page_width, 612);
    assert_int_equal(theme.lines, 51);
}

static void test_another_paper_can_be_set(void **state)
{
    struct theme theme = house(*state);
    struct error error = {0};
    assert_true(theme_set_paper(&theme, S("Letter"), &error));
    assert_near(theme.page_height, 792);
    assert_int_equal(theme.lines, 51);
    assert_true(theme_set_paper(&theme, S("A4"), &error));
    assert_int_equal(theme.lines, 55);
    assert_false(theme_set_paper(&theme, S("A5"), &error));
    assert_int_equal(error.kind, ERROR_USAGE);
    assert_string_equal(error.message, "there is no paper \"A5\"");
    assert_string_equal(error.hint, "known are: A4, Letter");
    error = (struct error){0};
    theme.content_width = 600;
    assert_false(theme_set_paper(&theme, S("A4"), &error));
    assert_string_equal(error.message, "the theme's grid does not fit A4 paper");
}

static void test_all_text_of_the_house_can_be_read(void **state)
{
    struct theme theme = house(*state);
    color white = theme.colors[COLOR_PAPER];
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        assert_true(color_contrast(theme.styles[i].color, white) >= 4.5);
        assert_true(theme.styles[i].size >= 6.5);
    }
    for (size_t i = 0; i < theme.palette_count; i++) {
        assert_true(color_contrast(theme.palette_text[i], white) >= 4.5);
    }
    assert_true(color_contrast(theme.colors[COLOR_UP_TEXT], white) >= 4.5);
    assert_true(color_contrast(theme.colors[COLOR_DOWN_TEXT], white) >= 4.5);
    assert_true(color_contrast(theme.colors[COLOR_EVENT], white) >= 3);
}

static void test_font_folders_may_be_relative_to_the_theme(void **state)
{
    struct source source =
        house_with(*state, "- /usr/share/fonts/truetype/paratype", "- fonts");
    struct theme theme = {0};
    struct error error = {0};
    assert_true(read_source(*state, &source, &theme, &error));
    assert_str(theme.folders[0], "templates/themes/fonts");
    assert_null(theme_fonts(&theme, S("en"), &error));
    assert_string_equal(error.message,
                        "the font family \"PT Serif\" is not in templates/themes/fonts, "
                        "/usr/share/fonts/truetype/roboto/unhinted");
    assert_string_equal(error.hint, "install fonts-paratype");
}

static void test_a_missing_part_is_named(void **state)
{
    assert_refused(*state, "name: House", "", "\"name\" is missing here", "");
    assert_refused(*state, "  deck: {", "# {", "\"deck\" is missing here", "");
    assert_refused(*state, "  ink: \"#1A1A1A\"", "", "\"ink\" is missing here", "");
    assert_refused(*state, "size: 22, leading", "leading", "\"size\" is missing here", "");
    assert_refused(*state, "gutter: 12, ", "", "\"gutter\" is missing here", "");
}

static void test_an_unknown_name_is_refused_with_the_nearest(void **state)
{
    assert_refused(*state, "  headline: {", "  headlines: {", "unknown key \"headlines\"",
                   "did you mean \"headline\"?");
    assert_refused(*state, "leading: 26", "leeding: 26", "unknown key \"leeding\"",
                   "did you mean \"leading\"?");
    assert_refused(*state, "  panel: \"", "  pannel: \"", "unknown key \"pannel\"",
                   "did you mean \"panel\"?");
    assert_refused(*state, "{font: serif", "{font: serrif",
                   "\"serrif\" is not a known font", "did you mean \"serif\"?");
    assert_refused(*state, "color: tertiary", "color: tertiery",
                   "\"tertiery\" is not a known color", "did you mean \"tertiary\"?");
    assert_refused(*state, "paper: A4", "paper: Leter", "\"Leter\" is not a known paper",
                   "did you mean \"Letter\"?");
}

static void test_what_is_no_measure_is_refused(void **state)
{
    assert_refused(*state, "size: 22", "size: big", "\"big\" is not a number", "");
    assert_refused(*state, "size: 22", "size: 0", "\"size\" must be more than 0", "");
    assert_refused(*state, "leading: 26", "leading: 2.6",
                   "the leading must be at least 80% of the size", "");
    assert_refused(*state, "tracking: 0.32", "tracking: -32",
                   "the tracking must be at least \u221220% of the size", "");
    assert_refused(*state, "weight: 700", "weight: 70",
                   "a weight is 100 to 900, as 400 for regular", "");
    assert_refused(*state, "\"#8A949E\"", "grey",
                   "\"grey\" is not a colour such as \"#0B5C94\"", "");
    assert_refused(*state, "content: 504", "content: 604", "the grid does not fit A4 paper",
                   "");
    assert_refused(*state, "gutter: 12", "gutter: 60", "the grid does not fit A4 paper",
                   "");
}

static void test_palettes_agree_in_length(void **state)
{
    assert_refused(*state, "palette-text: [\"#0B5C94\", ", "palette-text: [",
                   "\"palette-text\" has 5 colours, \"palette\" 6", "");
}

static void test_families_help_out_by_language(void **state)
{
    struct theme theme = house(*state);
    assert_int_equal(theme.fallback_count, 6);
    assert_str(theme.fallbacks[0].tag, "ja");
    for (size_t i = 0; i < theme.family_count; i++) {
        assert_true(theme.fallbacks[0].families[i].count == 1);
    }
    assert_str(theme.families[0], "PT Serif");
    assert_str(theme.fallbacks[0].families[0].at[0], "Noto Serif CJK JP");
    assert_str(theme.fallbacks[5].tag, "other");
    assert_int_equal(theme.fallbacks[5].families[0].count, 4);
    assert_str(theme.fallbacks[5].families[0].at[1], "Noto Naskh Arabic");
    assert_str(theme.fallback_folders[0], "/usr/share/fonts/opentype/noto");
    assert_refused(*state, "    ja: {", "    jp: {", "no language is called \"jp\"",
                   "known are: en, de, fr, ja, zh, ko, ar, he, other");
    assert_refused(*state, "{serif: Noto Serif CJK JP", "{serrif: Noto Serif CJK JP",
                   "unknown key \"serrif\"", "did you mean \"serif\"?");
    assert_refused(*state,
                   "    folders: [/usr/share/fonts/opentype/noto, "
                   "/usr/share/fonts/truetype/noto]\n",
                   "", "\"folders\" is missing here", "");
}

static void test_an_error_points_at_what_is_wrong(void **state)
{
    struct source source = house_with(*state, "leading: 26", "leeding: 26");
    struct theme theme = {0};
    struct error error = {0};
    assert_false(read_source(*state, &source, &theme, &error));
    assert_str(error.place.text,
               "  headline: {font: serif, size: 22, leeding: 26, weight: 700, color: ink}");
    assert_int_equal(error.place.column, 37);
    assert_int_equal(error.place.width, 7);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_house_theme_is_complete_and_its_fonts_are_there),
        unit_case(test_the_grid_of_the_house_gives_its_module_widths),
        unit_case(test_letter_paper_has_fewer_lines),
        unit_case(test_another_paper_can_be_set),
        unit_case(test_all_text_of_the_house_can_be_read),
        unit_case(test_font_folders_may_be_relative_to_the_theme),
        unit_case(test_a_missing_part_is_named),
        unit_case(test_an_unknown_name_is_refused_with_the_nearest),
        unit_case(test_what_is_no_measure_is_refused),
        unit_case(test_palettes_agree_in_length),
        unit_case(test_families_help_out_by_language),
        unit_case(test_an_error_points_at_what_is_wrong),
    };
    return unit_run(tests);
}
