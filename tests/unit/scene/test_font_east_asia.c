/* SPDX-License-Identifier: MIT */
/* Chinese and Japanese, where the package fonts-noto-cjk is there; skipped without it. */
#include "near.h"

#include "base/file.h"
#include "scene/font.h"

static struct fonts *east_asian_fonts(const char *language, const char *fallback)
{
    static const str families[] = {S("PT Serif")};
    static const str folders[] = {S("/usr/share/fonts/truetype/paratype")};
    static const str fallback_folders[] = {S("/usr/share/fonts/opentype/noto")};
    if (!file_exists(S("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"))) {
        skip();
    }
    struct font_fallbacks fallbacks = {{str_from(fallback)}, 1};
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

/* The lines of a text in a width, with "|" between them. */
static str broken(struct arena *arena, struct fonts *fonts, const char *text, double width)
{
    struct text_span span = {.text = str_from(text), .style = style};
    struct error error = {0};
    struct text_block block =
        font_block(arena, fonts, &span, 1, (struct text_layout){.width = width}, &error);
    assert_string_equal(error.message, "");
    str *lines = arena_array(arena, str, block.line_count);
    for (size_t i = 0; i < block.line_count; i++) {
        lines[i] = block.lines[i].text;
    }
    return str_join(arena, lines, block.line_count, S("|"));
}

static void test_latin_and_figures_stay_in_their_own_family(void **state)
{
    struct fonts *fonts = east_asian_fonts("ja", "Noto Serif CJK JP");
    struct error error = {0};
    struct text_line line =
        font_line(*state, fonts, S("10月は5,473トン（HS 8505）"), &style, &error);
    assert_string_equal(error.message, "");
    static const struct {
        const char *text;
        size_t face;
    } runs[] = {{"10", 0},     {"月", 1},      {"は", 1}, {"5,473", 0},
                {"トン（", 1}, {"HS 8505", 0}, {"）", 1}};
    assert_int_equal(line.run_count, COUNT_OF(runs));
    for (size_t i = 0; i < COUNT_OF(runs); i++) {
        assert_str(line.runs[i].text, runs[i].text);
        assert_int_equal(line.runs[i].face, runs[i].face);
    }
    struct face face = fonts_face(fonts, 1);
    assert_str(path_name(face.path), "NotoSerifCJK-Regular.ttc");
    fonts_destroy(fonts);
}

static void test_a_face_of_a_collection_is_chosen_by_its_name(void **state)
{
    struct fonts *japanese = east_asian_fonts("ja", "Noto Serif CJK JP");
    struct fonts *chinese = east_asian_fonts("zh", "Noto Serif CJK SC");
    struct error error = {0};
    font_line(*state, japanese, S("直"), &style, &error);
    font_line(*state, chinese, S("直"), &style, &error);
    assert_string_equal(error.message, "");
    assert_true(fonts_face(japanese, 1).index != fonts_face(chinese, 1).index);
    fonts_destroy(japanese);
    fonts_destroy(chinese);
}

static void test_quotation_marks_are_wide_between_chinese(void **state)
{
    struct fonts *fonts = east_asian_fonts("zh", "Noto Serif CJK SC");
    struct error error = {0};
    struct text_line line =
        font_line(*state, fonts, S("称“稀土”为 a “b” c"), &style, &error);
    assert_string_equal(error.message, "");
    assert_str(line.runs[0].text, "称“稀土”为 ");
    assert_str(line.runs[line.run_count - 1].text, "a “b” c");
    fonts_destroy(fonts);
}

static void test_no_line_begins_with_a_full_stop_or_a_closing_bracket(void **state)
{
    struct fonts *fonts = east_asian_fonts("ja", "Noto Serif CJK JP");
    assert_str(broken(*state, fonts, "輸出は減少。再び", 50), "輸出は減|少。再び");
    assert_str(broken(*state, fonts, "輸出（減少）増加", 50), "輸出（減|少）増加");
    fonts_destroy(fonts);
}

static void test_what_a_newspaper_keeps_together_is_not_broken(void **state)
{
    struct fonts *fonts = east_asian_fonts("ja", "Noto Serif CJK JP");
    assert_str(broken(*state, fonts, "累計は45,290トンだった", 68),
               "累計は|45,290トン|だった");
    assert_str(broken(*state, fonts, "輸出は前月比5.2%減", 76), "輸出は前月比|5.2%減");
    assert_str(broken(*state, fonts, "米国向けレアアース", 75), "米国向け|レアアース");
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_latin_and_figures_stay_in_their_own_family),
        unit_case(test_a_face_of_a_collection_is_chosen_by_its_name),
        unit_case(test_quotation_marks_are_wide_between_chinese),
        unit_case(test_no_line_begins_with_a_full_stop_or_a_closing_bracket),
        unit_case(test_what_a_newspaper_keeps_together_is_not_broken),
    };
    return unit_run(tests);
}
