/* SPDX-License-Identifier: MIT */
/* Arabic and Hebrew, where the package fonts-noto-core is there; skipped without it. */
#include "near.h"

#include "base/buffer.h"
#include "base/file.h"
#include "scene/font.h"

static struct fonts *arabic_fonts(const char *language)
{
    static const str families[] = {S("PT Serif")};
    static const str folders[] = {S("/usr/share/fonts/truetype/paratype")};
    static const str fallback_folders[] = {S("/usr/share/fonts/truetype/noto")};
    static const struct font_fallbacks fallbacks = {
        {S("No Such Family"), S("Noto Naskh Arabic"), S("Noto Serif Hebrew")}, 3};
    if (!file_exists(S("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"))) {
        skip();
    }
    struct font_options options = {
        .families = families,
        .family_count = 1,
        .folders = folders,
        .folder_count = 1,
        .language = str_from(language),
        .fallbacks = &fallbacks,
        .fallback_folders = fallback_folders,
        .fallback_folder_count = 1,
    };
    struct error error = {0};
    struct fonts *fonts = fonts_create(&options, &error);
    assert_string_equal(error.message, "");
    return fonts;
}

static const struct text_style style = {
    .family = S("PT Serif"), .size = 10, .weight = 400, .line_height = 13};

static struct text_line set(struct arena *arena, struct fonts *fonts, const char *text)
{
    struct error error = {0};
    struct text_line line = font_line(arena, fonts, str_from(text), &style, &error);
    assert_string_equal(error.message, "");
    return line;
}

/* The texts of the runs from left to right, with "|" between them. */
static str seen(struct arena *arena, const struct text_line *line)
{
    struct buffer out = {.arena = arena};
    double x = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        assert_near(run->x, x);
        x += run->width;
        buffer_add(&out, i ? S("|") : S(""));
        buffer_add(&out, run->text);
    }
    return buffer_text(&out);
}

/* The texts of the runs as they are read. */
static str read_aloud(struct arena *arena, const struct text_line *line)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < line->run_count; i++) {
        size_t number = line->reading ? line->reading[i] : i;
        buffer_add(&out, line->runs[number].text);
    }
    return buffer_text(&out);
}

static void test_words_stand_from_right_to_left(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    const char *text = "بلغت 5,473 طن في HS 85 فقط";
    struct text_line line = set(*state, fonts, text);
    assert_str(seen(*state, &line), " فقط|HS 85| طن في |5,473|بلغت ");
    assert_str(read_aloud(*state, &line), text);
    fonts_destroy(fonts);
}

static void test_a_text_without_such_letters_stays_as_it_is(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    struct text_line number = set(*state, fonts, "−5.2%");
    struct text_line name = set(*state, fonts, "The Economist (London)");
    assert_str(seen(*state, &number), "−5.2%");
    assert_str(seen(*state, &name), "The Economist (London)");
    assert_null(number.reading);
    fonts_destroy(fonts);
}

static void test_the_language_decides_where_a_mixed_text_begins(void **state)
{
    struct fonts *arabic = arabic_fonts("ar");
    struct fonts *english = arabic_fonts("en");
    const char *text = "HS: طن";
    struct text_line in_arabic = set(*state, arabic, text);
    struct text_line in_english = set(*state, english, text);
    assert_str(seen(*state, &in_arabic), "طن|: |HS");
    assert_str(seen(*state, &in_english), "HS: |طن");
    fonts_destroy(arabic);
    fonts_destroy(english);
}

static void test_a_sign_and_a_per_cent_stay_with_their_number(void **state)
{
    static const char *const languages[] = {"ar", "he"};
    static const char *const texts[][2] = {
        {"زيادة −5.2% هنا", " هنا|−5.2%|زيادة "},
        {"עלייה +5.2% כאן", " כאן|+5.2%|עלייה "},
    };
    for (size_t i = 0; i < COUNT_OF(languages); i++) {
        struct fonts *fonts = arabic_fonts(languages[i]);
        struct text_line line = set(*state, fonts, texts[i][0]);
        assert_str(seen(*state, &line), texts[i][1]);
        fonts_destroy(fonts);
    }
}

static void test_a_mark_of_direction_takes_no_room(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    assert_near(set(*state, fonts, "\u200e−5.2%").width, set(*state, fonts, "−5.2%").width);
    assert_near(set(*state, fonts, "\u200f1.").width, set(*state, fonts, "1.").width);
    struct text_line line = set(*state, fonts, "\u200f1.");
    assert_str(line.runs[0].text, "."); /* on the left */
    fonts_destroy(fonts);
}

static void test_letters_are_joined_across_spans_and_not_spaced(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    struct text_style spaced = style;
    spaced.tracking = 2;
    struct error error = {0};
    double plain = set(*state, fonts, "صادرات").width;
    double tracked = font_line(*state, fonts, S("صادرات"), &spaced, &error).width;
    assert_near(tracked, plain);
    struct text_span spans[] = {{.text = S("صاد"), .style = style},
                                {.text = S("رات"), .style = style}};
    struct text_block block =
        font_block(*state, fonts, spans, 2, (struct text_layout){0}, &error);
    assert_within(block.width, plain, 0.01);
    fonts_destroy(fonts);
}

/* Each character of the text has a glyph that says so, vowel signs too. */
static void test_every_glyph_spells_its_own_character(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    struct text_line line = set(*state, fonts, "شهرياً");
    assert_int_equal(line.run_count, 1);
    const struct text_run *run = &line.runs[0];
    assert_int_equal(run->glyph_count, 6);
    for (size_t i = 1; i < run->glyph_count; i++) {
        assert_true(run->glyphs[i].text_start < run->glyphs[i - 1].text_start);
    }
    fonts_destroy(fonts);
}

static void test_lines_are_broken_in_reading_order_and_keep_their_space(void **state)
{
    struct fonts *fonts = arabic_fonts("ar");
    struct text_span span = {.text = S("صادرات الصين من المغناطيس"), .style = style};
    struct error error = {0};
    struct text_block block =
        font_block(*state, fonts, &span, 1, (struct text_layout){.width = 60}, &error);
    assert_int_equal(block.line_count, 2);
    assert_str(block.lines[0].text, "صادرات الصين");
    assert_str(block.lines[1].text, "من المغناطيس");
    const struct text_run *run = &block.lines[0].runs[0];
    assert_true(str_ends(run->text, S(" ")));
    assert_true(run->x < -1); /* beyond the left edge: no part of the width */
    assert_near(run->x + run->width, block.lines[0].width);
    fonts_destroy(fonts);
}

static void test_families_that_are_not_there_are_passed_over(void **state)
{
    struct fonts *fonts = arabic_fonts("he");
    struct text_line line = set(*state, fonts, "יצוא صادر");
    assert_int_equal(line.run_count, 2);
    assert_true(str_ends(fonts_face(fonts, line.runs[0].face).path,
                         S("NotoNaskhArabic-Regular.ttf")));
    assert_true(str_ends(fonts_face(fonts, line.runs[1].face).path,
                         S("NotoSerifHebrew-Regular.ttf")));
    struct error error = {0};
    (void)font_line(*state, fonts, S("ไทย"), &style, &error);
    assert_string_equal(error.message,
                        "the font family \"PT Serif\" has no glyph for U+0E44 \"ไ\"");
    assert_string_equal(error.hint,
                        "use another character, or another family in the theme");
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_words_stand_from_right_to_left),
        unit_case(test_a_text_without_such_letters_stays_as_it_is),
        unit_case(test_the_language_decides_where_a_mixed_text_begins),
        unit_case(test_a_sign_and_a_per_cent_stay_with_their_number),
        unit_case(test_a_mark_of_direction_takes_no_room),
        unit_case(test_letters_are_joined_across_spans_and_not_spaced),
        unit_case(test_every_glyph_spells_its_own_character),
        unit_case(test_lines_are_broken_in_reading_order_and_keep_their_space),
        unit_case(test_families_that_are_not_there_are_passed_over),
    };
    return unit_run(tests);
}
