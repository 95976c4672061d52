/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/deliver/columns.h"

static void test_wide_characters_take_two_columns_and_combining_ones_none(void **state)
{
    (void)state;
    assert_int_equal(columns_of(S("")), 0);
    assert_int_equal(columns_of(S("5,473 t")), 7);
    assert_int_equal(columns_of(S("−5.2%")), 5);
    assert_int_equal(columns_of(S("希土類")), 6);
    assert_int_equal(columns_of(S("ﾚｱｱｰｽ")), 5); /* half-width katakana */
    assert_int_equal(columns_of(S("한국")), 4);
    assert_int_equal(columns_of(S("é")), 1); /* e and an accent */
}

static str padded(struct arena *arena, str text, size_t width, bool is_right)
{
    struct buffer out = {.arena = arena};
    columns_pad(&out, text, width, is_right);
    return buffer_text(&out);
}

static void test_padding_counts_columns(void **state)
{
    assert_str(padded(*state, S("ab"), 5, false), "ab   ");
    assert_str(padded(*state, S("ab"), 5, true), "   ab");
    assert_str(padded(*state, S("日本"), 5, false), "日本 ");
    assert_str(padded(*state, S("🚀🪨"), 5, false), "🚀🪨 ");
    assert_str(padded(*state, S("abcdef"), 5, false), "abcdef");
}

static void test_cutting_leaves_room_for_the_ellipsis(void **state)
{
    assert_str(columns_cut(*state, S("abcdef"), 6), "abcdef");
    assert_str(columns_cut(*state, S("abcdef"), 5), "abcd…");
    assert_str(columns_cut(*state, S("日本語"), 6), "日本語");
    assert_str(columns_cut(*state, S("日本語"), 5), "日本…");
    assert_str(columns_cut(*state, S("日本語"), 4), "日…");
    assert_str(columns_cut(*state, S("a bc"), 3), "a…");
}

static str wrapped(struct arena *arena, str text, size_t width, size_t indent)
{
    struct buffer out = {.arena = arena};
    columns_wrap(&out, text, width, indent);
    return buffer_text(&out);
}

static void test_lines_break_between_words(void **state)
{
    assert_str(wrapped(*state, S("one two  three\nfour"), 9, 0), "one two\nthree\nfour\n");
    assert_str(wrapped(*state, S("one two three"), 7, 2), "one\n  two\n  three\n");
    assert_str(wrapped(*state, S(" one "), 9, 0), "one\n");
    assert_str(wrapped(*state, S(""), 9, 0), "\n");
}

static void test_a_word_that_is_too_long_stands_alone(void **state)
{
    assert_str(wrapped(*state, S("a https://example.org/x b"), 9, 0),
               "a\nhttps://example.org/x\nb\n");
}

static void test_a_no_break_space_keeps_number_and_unit_together(void **state)
{
    assert_str(wrapped(*state, S("it was 5,473\u00A0t"), 13, 0), "it was\n5,473 t\n");
}

static void test_wide_text_breaks_anywhere_but_around_punctuation(void **state)
{
    assert_str(wrapped(*state, S("輸出は減少した。"), 8, 0), "輸出は減\n少した。\n");
    assert_str(wrapped(*state, S("輸出は減った。"), 12, 0), "輸出は減っ\nた。\n");
    assert_str(wrapped(*state, S("輸出は「減少」"), 8, 0), "輸出は\n「減少」\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_wide_characters_take_two_columns_and_combining_ones_none),
        unit_case(test_padding_counts_columns),
        unit_case(test_cutting_leaves_room_for_the_ellipsis),
        unit_case(test_lines_break_between_words),
        unit_case(test_a_word_that_is_too_long_stands_alone),
        unit_case(test_a_no_break_space_keeps_number_and_unit_together),
        unit_case(test_wide_text_breaks_anywhere_but_around_punctuation),
    };
    return unit_run(tests);
}
