/* SPDX-License-Identifier: MIT */
/* Where words are divided, with a dictionary that is written here. */
#include "near.h"

#include "../../../src/scene/font_internal.h"

#include "base/file.h"

#include <string.h>
#include <unistd.h>

/* Two levels: compounds, then syllables. */
static const char two_levels[] = "ISO8859-1\n"
                                 "# a comment\n"
                                 "LEFTHYPHENMIN 2\n"
                                 "s1h\n"
                                 "haus1boot\n"
                                 "NEXTLEVEL\n"
                                 "1bo\n"
                                 "o2o\n"
                                 "o1t\n"
                                 "\xFC"
                                 "1be\n"
                                 "c1k/k=k,1,2\n";

static str divided(struct arena *arena, const char *dictionary, const char *word)
{
    struct error error = {0};
    struct hyphens *hyphens = hyphens_read(arena, str_from(dictionary), &error);
    assert_string_equal(error.message, "");
    bool may[64];
    char out[128];
    size_t length = 0;
    hyphens_find(arena, hyphens, str_from(word), may);
    for (size_t i = 0; word[i]; i++) {
        if (may[i]) {
            out[length++] = '-';
        }
        out[length++] = word[i];
    }
    return str_copy(arena, (str){out, length});
}

static void test_odd_digits_divide_and_the_greatest_wins(void **state)
{
    static const char dictionary[] = "UTF-8\na1b\nab2c\nabc1d\n1cd\nx1y3z\ny2z\n";
    assert_str(divided(*state, dictionary, "mmmabcdmm"), "mmma-bc-dmm");
    assert_str(divided(*state, dictionary, "mmmxyzmm"), "mmmx-y-zmm");
    assert_str(divided(*state, dictionary, "mmm"), "mmm");
    assert_str(divided(*state, dictionary, ""), "");
}

static void test_a_word_keeps_three_letters_at_each_end(void **state)
{
    static const char dictionary[] = "UTF-8\n1e\n";
    assert_str(divided(*state, dictionary, "eeeeeeee"), "eee-e-e-eee");
    assert_str(divided(*state, dictionary, "eeeee"), "eeeee");
}

static void test_patterns_may_hang_on_the_ends_of_the_word(void **state)
{
    static const char dictionary[] = "UTF-8\n.abc1\nxyz1abc.\n";
    assert_str(divided(*state, dictionary, "abcabcabc"), "abc-abcabc");
    assert_str(divided(*state, dictionary, "xyzxyzabc"), "xyzxyz-abc");
    assert_str(divided(*state, dictionary, "xyzabcxyz"), "xyzabcxyz");
}

static void test_capitals_are_divided_as_small_letters_are(void **state)
{
    static const char dictionary[] = "UTF-8\né1b\n";
    assert_str(divided(*state, dictionary, "AAAÉBBB"), "AAAÉ-BBB");
}

static void test_compounds_are_divided_into_words_and_these_into_syllables(void **state)
{
    assert_str(divided(*state, two_levels, "hausbooten"), "haus-boo-ten");
    assert_str(divided(*state, two_levels, "anübersicht"), "anü-bersicht");
    assert_str(divided(*state, two_levels, "backkackel"), "backkackel");
}

static void test_another_encoding_is_refused(void **state)
{
    struct error error = {0};
    assert_null(hyphens_read(*state, S("KOI8-R\na1b\n"), &error));
    assert_string_equal(error.message,
                        "this is no dictionary of hyphenation in UTF-8 or ISO8859-1");
}

/* --- lines ---------------------------------------------------------------------------- */

static const char english[] = "UTF-8\nna1ti\nl1na\n";

/* PT Serif, and the dictionary as a file. */
static struct fonts *hyphenating_fonts(struct arena *arena, const char *dictionary)
{
    static const str families[] = {S("PT Serif")};
    static const str folders[] = {S("/usr/share/fonts/truetype/paratype")};
    struct error error = {0};
    str path = str_print(arena, "/tmp/ytterby-hyphens-%d.dic", (int)getpid());
    if (dictionary) {
        assert_true(file_write(path, str_from(dictionary), &error));
    }
    struct font_options options = {
        .families = families,
        .family_count = 1,
        .folders = folders,
        .folder_count = 1,
        .hyphenation = dictionary ? path : S("/nowhere/hyph.dic"),
    };
    struct fonts *fonts = fonts_create(&options, &error);
    assert_string_equal(error.message, "");
    return fonts;
}

static str broken_in(struct arena *arena, struct fonts *fonts, const char *text,
                     struct text_layout layout, struct error *error)
{
    struct text_span span = {
        .text = str_from(text),
        .style = {.family = S("PT Serif"), .size = 10, .weight = 400, .line_height = 13},
    };
    struct text_block block = font_block(arena, fonts, &span, 1, layout, error);
    str *lines = arena_array(arena, str, block.line_count);
    for (size_t i = 0; i < block.line_count; i++) {
        const struct text_line *line = &block.lines[i];
        const struct text_run *last = &line->runs[line->run_count - 1];
        bool has_hyphen = str_equal(last->text, SOFT_HYPHEN);
        lines[i] = str_print(arena, "%.*s%s", STR_ARG(line->text), has_hyphen ? "-" : "");
        assert_true(line->width <= layout.width + 0.01);
    }
    return str_join(arena, lines, block.line_count, S("|"));
}

static str broken(struct arena *arena, const char *text, double width)
{
    struct fonts *fonts = hyphenating_fonts(arena, english);
    struct error error = {0};
    str lines =
        broken_in(arena, fonts, text,
                  (struct text_layout){.width = width, .is_hyphenated = true}, &error);
    assert_string_equal(error.message, "");
    fonts_destroy(fonts);
    (void)unlink(
        str_c(arena, str_print(arena, "/tmp/ytterby-hyphens-%d.dic", (int)getpid())));
    return lines;
}

static void test_a_line_that_is_short_ends_within_a_word(void **state)
{
    assert_str(broken(*state, "an international body", 70), "an interna-|tional body");
    assert_str(broken(*state, "an international body", 200), "an international body");
}

static void test_a_line_that_is_nearly_full_does_not(void **state)
{
    assert_str(broken(*state, "an entirely new international body", 118),
               "an entirely new interna-|tional body");
    assert_str(broken(*state, "a whole entirely new international body", 118),
               "a whole entirely new|international body");
}

static void test_no_two_lines_in_a_row_end_within_a_word(void **state)
{
    assert_str(broken(*state, "an international international one two", 70),
               "an interna-|tional|international|one two");
}

static void test_the_last_word_is_whole(void **state)
{
    assert_str(broken(*state, "an international", 70), "an|international");
}

static void test_names_and_short_words_are_whole(void **state)
{
    assert_str(broken(*state, "an International body", 70), "an|International|body");
    assert_str(broken(*state, "xxxxxxxxxx nation so", 75), "xxxxxxxxxx|nation so");
}

static void test_quotes_and_stops_are_no_part_of_the_word(void **state)
{
    assert_str(broken(*state, "an “international” body", 74), "an “interna-|tional” body");
}

static void test_an_elided_word_before_it_is_no_part_of_the_word(void **state)
{
    assert_str(broken(*state, "de l’international aux", 75), "de l’interna-|tional aux");
}

static void test_addresses_are_whole(void **state)
{
    assert_str(broken(*state, "x at international.org so", 85),
               "x at|international.org|so");
    assert_str(broken(*state, "x a@international so", 75), "x|a@international|so");
    assert_str(broken(*state, "x /international/b so", 75), "x /international/|b so");
}

static void test_code_is_whole(void **state)
{
    struct fonts *fonts = hyphenating_fonts(*state, english);
    struct error error = {0};
    struct text_span spans[] = {
        {.text = S("an "), .style = {S("PT Serif"), 10, 400, .line_height = 13}},
        {.text = S("international"), .style = {S("PT Serif"), 10, 400}, .is_whole = true},
        {.text = S(" body"), .style = {S("PT Serif"), 10, 400}},
    };
    struct text_layout layout = {.width = 70, .is_hyphenated = true};
    struct text_block block =
        font_block(*state, fonts, spans, COUNT_OF(spans), layout, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(block.line_count, 3);
    assert_str(block.lines[1].text, "international");
    fonts_destroy(fonts);
}

static void test_a_word_wider_than_a_line_is_divided_with_hyphens(void **state)
{
    assert_str(broken(*state, "nationalnationalnational is", 60),
               "nationalna-|tionalna-|tional is");
}

static void test_soft_hyphens_are_where_the_author_wants_the_word_divided(void **state)
{
    assert_str(broken(*state, "an internatio\u00adnal body so", 72),
               "an internatio-|nal body so");
    assert_str(broken(*state, "an internatio\u00adnal body so", 50),
               "an|internatio-|nal body|so");
}

static void test_a_soft_hyphen_within_a_line_is_not_seen(void **state)
{
    struct fonts *fonts = hyphenating_fonts(*state, english);
    struct error error = {0};
    struct text_style style = {
        .family = S("PT Serif"), .size = 10, .weight = 400, .line_height = 13};
    double with = font_line(*state, fonts, S("ab\u00adcd"), &style, &error).width;
    double without = font_line(*state, fonts, S("abcd"), &style, &error).width;
    assert_near(with, without);
    fonts_destroy(fonts);
}

static void test_text_that_is_not_hyphenated_has_whole_words(void **state)
{
    struct fonts *fonts = hyphenating_fonts(*state, english);
    struct error error = {0};
    struct text_layout layout = {.width = 70};
    assert_str(broken_in(*state, fonts, "an interna\u00adtional body", layout, &error),
               "an|interna\u00adtional|body");
    fonts_destroy(fonts);
}

static void test_a_dictionary_that_is_not_there_is_an_error_when_it_is_needed(void **state)
{
    struct fonts *fonts = hyphenating_fonts(*state, NULL);
    struct error error = {0};
    struct text_layout layout = {.width = 70, .is_hyphenated = true};
    broken_in(*state, fonts, "an old body", layout, &error);
    assert_string_equal(error.message, "");
    broken_in(*state, fonts, "an international body", layout, &error);
    assert_str(error.place.file, "/nowhere/hyph.dic");
    assert_string_equal(error.message, "cannot be read: No such file or directory");
    assert_string_equal(error.hint,
                        "install the package of hyphenation for \"en\", or take "
                        "it out of the theme");
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_odd_digits_divide_and_the_greatest_wins),
        unit_case(test_a_word_keeps_three_letters_at_each_end),
        unit_case(test_patterns_may_hang_on_the_ends_of_the_word),
        unit_case(test_capitals_are_divided_as_small_letters_are),
        unit_case(test_compounds_are_divided_into_words_and_these_into_syllables),
        unit_case(test_another_encoding_is_refused),
        unit_case(test_a_line_that_is_short_ends_within_a_word),
        unit_case(test_a_line_that_is_nearly_full_does_not),
        unit_case(test_no_two_lines_in_a_row_end_within_a_word),
        unit_case(test_the_last_word_is_whole),
        unit_case(test_names_and_short_words_are_whole),
        unit_case(test_quotes_and_stops_are_no_part_of_the_word),
        unit_case(test_an_elided_word_before_it_is_no_part_of_the_word),
        unit_case(test_addresses_are_whole),
        unit_case(test_code_is_whole),
        unit_case(test_a_word_wider_than_a_line_is_divided_with_hyphens),
        unit_case(test_soft_hyphens_are_where_the_author_wants_the_word_divided),
        unit_case(test_a_soft_hyphen_within_a_line_is_not_seen),
        unit_case(test_text_that_is_not_hyphenated_has_whole_words),
        unit_case(test_a_dictionary_that_is_not_there_is_an_error_when_it_is_needed),
    };
    return unit_run(tests);
}
