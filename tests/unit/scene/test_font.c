/* SPDX-License-Identifier: MIT */
#include "font_fixture.h"

#include <string.h>

static struct text_line set(struct arena *arena, struct fonts *fonts, const char *text,
                            struct text_style style)
{
    struct error error = {0};
    struct text_line line = font_line(arena, fonts, str_from(text), &style, &error);
    assert_string_equal(error.message, "");
    return line;
}

static void test_widths_grow_with_the_size_and_are_not_rounded(void **state)
{
    struct fonts *fonts = fixture_fonts();
    const char *text = "Shipments to the United States";
    double at_7 = set(*state, fonts, text, fixture_style("PT Serif", 7, 400)).width;
    double at_70 = set(*state, fonts, text, fixture_style("PT Serif", 70, 400)).width;
    assert_near(at_7 * 10, at_70);
    assert_true(at_7 > 80 && at_7 < 110);
    fonts_destroy(fonts);
}

static void test_the_same_text_is_set_the_same_twice(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct fonts *others = fixture_fonts();
    struct text_style style = fixture_style("Roboto Condensed", 7.5, 500);
    struct text_line one = set(*state, fonts, "Germany 1,118 t", style);
    struct text_line other = set(*state, others, "Germany 1,118 t", style);
    assert_int_equal(one.runs[0].glyph_count, 15);
    assert_int_equal(one.runs[0].glyph_count, other.runs[0].glyph_count);
    for (size_t i = 0; i < one.runs[0].glyph_count; i++) {
        const struct glyph *a = &one.runs[0].glyphs[i];
        const struct glyph *b = &other.runs[0].glyphs[i];
        assert_true(a->id == b->id && a->x == b->x && a->y == b->y &&
                    a->text_start == b->text_start);
    }
    fonts_destroy(others);
    fonts_destroy(fonts);
}

static void test_figures_have_one_width(void **state)
{
    struct fonts *fonts = fixture_fonts();
    static const char *const families[] = {"PT Serif", "Roboto", "Roboto Condensed"};
    for (size_t i = 0; i < COUNT_OF(families); i++) {
        struct text_style style = fixture_style(families[i], 8, 400);
        double width = set(*state, fonts, "5,473", style).width;
        assert_near(set(*state, fonts, "1,118", style).width, width);
        assert_near(set(*state, fonts, "7,711", style).width, width);
    }
    fonts_destroy(fonts);
}

static void test_letters_are_kerned_but_not_joined(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style style = fixture_style("Roboto", 10, 400);
    double pair = set(*state, fonts, "AV", style).width;
    double apart =
        set(*state, fonts, "A", style).width + set(*state, fonts, "V", style).width;
    assert_true(pair < apart - 0.1);
    assert_int_equal(set(*state, fonts, "office", style).runs[0].glyph_count, 6);
    fonts_destroy(fonts);
}

static void assert_face(struct arena *arena, struct fonts *fonts, struct text_style style,
                        const char *file)
{
    struct text_line line = set(arena, fonts, "A", style);
    const char *path = str_c(arena, fonts_face(fonts, line.runs[0].face).path);
    assert_string_equal(strrchr(path, '/') + 1, file);
}

static void test_a_style_finds_its_own_file(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style italic = fixture_style("PT Serif", 9, 400);
    italic.is_italic = true;
    assert_face(*state, fonts, fixture_style("Roboto Condensed", 9, 400),
                "RobotoCondensed-Regular.ttf");
    assert_face(*state, fonts, fixture_style("Roboto Condensed", 9, 500),
                "RobotoCondensed-Medium.ttf");
    assert_face(*state, fonts, fixture_style("Roboto", 9, 700), "Roboto-Bold.ttf");
    assert_face(*state, fonts, fixture_style("PT Serif", 9, 400), "PTF55F.ttf");
    assert_face(*state, fonts, italic, "PTF56F.ttf");
    fonts_destroy(fonts);
}

static void test_a_weight_that_a_family_lacks_is_the_nearest(void **state)
{
    struct fonts *fonts = fixture_fonts();
    assert_face(*state, fonts, fixture_style("PT Serif", 9, 900), "PTF75F.ttf");
    fonts_destroy(fonts);
}

static void test_faces_count_from_their_first_use(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style serif = fixture_style("PT Serif", 9, 400);
    assert_int_equal(set(*state, fonts, "A", fixture_style("Roboto", 9, 700)).runs[0].face,
                     0);
    assert_int_equal(set(*state, fonts, "A", serif).runs[0].face, 1);
    serif.size = 22;
    assert_int_equal(set(*state, fonts, "A", serif).runs[0].face, 1);
    fonts_destroy(fonts);
}

static void test_space_at_the_end_has_no_width(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style style = fixture_style("Roboto", 9, 400);
    struct text_line line = set(*state, fonts, "World  ", style);
    assert_near(line.width, set(*state, fonts, "World", style).width);
    assert_str(line.text, "World");
    fonts_destroy(fonts);
}

static void test_tracking_stands_between_characters(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style style = fixture_style("Roboto", 9, 400);
    double width = set(*state, fonts, "RARE", style).width;
    style.tracking = 0.5;
    struct text_line line = set(*state, fonts, "RARE", style);
    assert_near(line.width, width + 3 * 0.5);
    fonts_destroy(fonts);
}

static void test_glyphs_know_where_their_text_starts(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_line line = set(*state, fonts, "−5.2%", fixture_style("PT Serif", 9, 400));
    static const uint32_t starts[] = {0, 3, 4, 5, 6};
    assert_int_equal(line.runs[0].glyph_count, COUNT_OF(starts));
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        assert_int_equal(line.runs[0].glyphs[i].text_start, starts[i]);
    }
    assert_near(line.runs[0].glyphs[0].x, 0);
    assert_true(line.runs[0].glyphs[1].x > 3);
    fonts_destroy(fonts);
}

static void test_a_narrow_space_without_glyph_is_made_from_the_space(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style style = fixture_style("PT Serif", 10, 400);
    double joined = set(*state, fonts, "6745", style).width;
    double spaced = set(*state, fonts, "6\u202F745", style).width;
    assert_true(spaced > joined + 0.5 && spaced < joined + 3);
    fonts_destroy(fonts);
}

static void test_text_may_run_from_right_to_left(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct text_style style = fixture_style("Roboto", 10, 400);
    /* An override makes any letters run so: no font of another script is needed. */
    struct text_line line = set(*state, fonts, "a\u202Ebc\u202Cd", style);
    char shown[8] = "";
    size_t count = 0;
    for (size_t r = 0; r < line.run_count; r++) {
        const struct text_run *run = &line.runs[r];
        for (size_t i = 0; i < run->glyph_count; i++) {
            shown[count++] = run->text.at[run->glyphs[i].text_start];
        }
    }
    assert_string_equal(shown, "acbd");
    fonts_destroy(fonts);
}

static void test_a_missing_character_is_named_with_its_place(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    struct text_span span = {
        .text = S("up ▲ 3%"),
        .style = fixture_style("PT Serif", 9, 400),
        .place = {.file = S("briefing.md"), .line = 12, .column = 4},
    };
    struct text_block block =
        font_block(*state, fonts, &span, 1, (struct text_layout){0}, &error);
    assert_int_equal(block.line_count, 0);
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message,
                        "the font family \"PT Serif\" has no glyph for U+25B2 \"▲\"");
    assert_string_equal(error.hint,
                        "use another character, or another family in the theme");
    assert_str(error.place.file, "briefing.md");
    assert_int_equal(error.place.line, 12);
    fonts_destroy(fonts);
}

/* PT Serif, helped out by another family from the folder. */
static struct fonts *helped_fonts(const char *fallback, const char *folder)
{
    static const str families[] = {S("PT Serif")};
    struct font_fallbacks fallbacks = {{str_from(fallback)}, 1};
    str folders[] = {str_from(folder)};
    struct font_options options = {
        .families = families,
        .family_count = 1,
        .folders = fixture_folders,
        .folder_count = 1,
        .fallbacks = &fallbacks,
        .fallback_folders = folders,
        .fallback_folder_count = 1,
    };
    struct error error = {0};
    struct fonts *fonts = fonts_create(&options, &error);
    assert_string_equal(error.message, "");
    return fonts;
}

static void test_another_family_helps_out_glyph_by_glyph(void **state)
{
    struct fonts *fonts = helped_fonts("Roboto", "/usr/share/fonts/truetype/roboto");
    struct text_style style = fixture_style("PT Serif", 10, 700);
    struct text_line line = set(*state, fonts, "the αβ of 5 %", style);
    static const char *const texts[] = {"the ", "αβ ", "of 5 %"};
    assert_int_equal(line.run_count, COUNT_OF(texts));
    for (size_t i = 0; i < line.run_count; i++) {
        assert_str(line.runs[i].text, texts[i]);
        assert_int_equal(line.runs[i].face, i == 1);
    }
    assert_true(str_ends(fonts_face(fonts, 0).path, S("PTF75F.ttf")));
    assert_true(str_ends(fonts_face(fonts, 1).path, S("Roboto-Bold.ttf")));
    assert_near(line.runs[1].x, line.runs[0].width);
    fonts_destroy(fonts);
}

static void test_a_family_that_helps_out_is_not_looked_for_before(void **state)
{
    struct fonts *fonts = helped_fonts("Noto Sans CJK JP", "/nowhere");
    struct text_style style = fixture_style("PT Serif", 10, 400);
    set(*state, fonts, "Exports", style);
    struct error error = {0};
    font_line(*state, fonts, S("5トン"), &style, &error);
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message,
                        "the font family \"PT Serif\" has no glyph for U+30C8 \"ト\"");
    assert_string_equal(error.hint, "install fonts-noto-cjk: the font family \"Noto Sans "
                                    "CJK JP\" is not in /nowhere");
    fonts_destroy(fonts);
}

static void test_a_character_that_no_family_has_is_an_error(void **state)
{
    struct fonts *fonts = helped_fonts("Roboto", "/usr/share/fonts/truetype/roboto");
    struct text_style style = fixture_style("PT Serif", 10, 400);
    struct error error = {0};
    struct text_line line = font_line(*state, fonts, S("α 月"), &style, &error);
    assert_int_equal(line.run_count, 0);
    assert_string_equal(error.message,
                        "the font family \"PT Serif\" has no glyph for U+6708 \"月\"");
    fonts_destroy(fonts);
}

static void test_a_control_character_is_named_but_not_printed(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    struct text_style style = fixture_style("Roboto", 9, 400);
    struct text_line line = font_line(*state, fonts, S("a\x01z"), &style, &error);
    assert_int_equal(line.run_count, 0);
    assert_string_equal(error.message,
                        "the font family \"Roboto\" has no glyph for U+0001");
    fonts_destroy(fonts);
}

static void test_a_missing_family_is_named_with_the_folders_and_its_package(void **state)
{
    (void)state;
    static const str families[] = {S("Roboto"), S("PT Serif")};
    struct font_options options = {.families = families,
                                   .family_count = COUNT_OF(families),
                                   .folders = &fixture_folders[1],
                                   .folder_count = 1};
    struct error error = {0};
    assert_null(fonts_create(&options, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message, "the font family \"PT Serif\" is not in "
                                       "/usr/share/fonts/truetype/roboto/unhinted");
    assert_string_equal(error.hint, "install fonts-paratype");
}

static void test_an_unknown_family_is_never_substituted(void **state)
{
    (void)state;
    static const str families[] = {S("Helvetica Nova")};
    struct font_options options = {.families = families,
                                   .family_count = 1,
                                   .folders = fixture_folders,
                                   .folder_count = 2};
    struct error error = {0};
    assert_null(fonts_create(&options, &error));
    assert_string_equal(error.message, "the font family \"Helvetica Nova\" is not in "
                                       "/usr/share/fonts/truetype/paratype, "
                                       "/usr/share/fonts/truetype/roboto/unhinted");
    assert_string_equal(error.hint, "name its folder under fonts: folders: in the theme");
}

static void test_a_style_of_a_family_that_is_not_open_is_refused(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    struct text_style style = fixture_style("Lato", 9, 400);
    font_line(*state, fonts, S("a"), &style, &error);
    assert_string_equal(error.message,
                        "the font family \"Lato\" is not among those opened: "
                        "PT Serif, Roboto, Roboto Condensed");
    fonts_destroy(fonts);
}

static void test_the_height_of_capitals_is_that_of_the_face(void **state)
{
    (void)state;
    struct fonts *fonts = fixture_fonts();
    struct text_style serif = fixture_style("PT Serif", 22, 700);
    struct text_style sans = fixture_style("Roboto", 9, 400);
    assert_within(font_cap_height(fonts, &serif), 0.7, 0.001);
    assert_within(font_cap_height(fonts, &sans), 0.711, 0.001);
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_widths_grow_with_the_size_and_are_not_rounded),
        unit_case(test_the_same_text_is_set_the_same_twice),
        unit_case(test_figures_have_one_width),
        unit_case(test_letters_are_kerned_but_not_joined),
        unit_case(test_a_style_finds_its_own_file),
        unit_case(test_a_weight_that_a_family_lacks_is_the_nearest),
        unit_case(test_faces_count_from_their_first_use),
        unit_case(test_space_at_the_end_has_no_width),
        unit_case(test_tracking_stands_between_characters),
        unit_case(test_glyphs_know_where_their_text_starts),
        unit_case(test_a_narrow_space_without_glyph_is_made_from_the_space),
        unit_case(test_text_may_run_from_right_to_left),
        unit_case(test_a_missing_character_is_named_with_its_place),
        unit_case(test_another_family_helps_out_glyph_by_glyph),
        unit_case(test_a_family_that_helps_out_is_not_looked_for_before),
        unit_case(test_a_character_that_no_family_has_is_an_error),
        unit_case(test_a_control_character_is_named_but_not_printed),
        unit_case(test_a_missing_family_is_named_with_the_folders_and_its_package),
        unit_case(test_an_unknown_family_is_never_substituted),
        unit_case(test_a_style_of_a_family_that_is_not_open_is_refused),
        unit_case(test_the_height_of_capitals_is_that_of_the_face),
    };
    return unit_run(tests);
}
