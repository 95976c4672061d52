/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"

#include <string.h>

static void test_cutting_splits_at_the_first_byte(void **state)
{
    (void)state;
    str rest;
    assert_str(str_cut(S("name=a=b"), '=', &rest), "name");
    assert_str(rest, "a=b");
    assert_str(str_cut(S("name"), '=', &rest), "name");
    assert_str(rest, "");
}

static void test_trimming_takes_only_ascii_space(void **state)
{
    (void)state;
    assert_str(str_trim(S(" \t5,473 t\r\n")), "5,473 t");
    assert_str(str_trim(S("\u00A0x")), "\u00A0x");
    assert_str(str_trim(S("  ")), "");
}

static void test_order_is_by_bytes_and_then_by_length(void **state)
{
    (void)state;
    assert_true(str_compare(S("Germany"), S("India")) < 0);
    assert_true(str_compare(S("India"), S("Ind")) > 0);
    assert_int_equal(str_compare(S(""), (str){0}), 0);
}

static void test_whole_numbers_do_not_wrap(void **state)
{
    (void)state;
    size_t number;
    assert_true(str_to_size(S("18446744073709551615"), &number));
    assert_false(str_to_size(S("18446744073709551616"), &number));
    assert_false(str_to_size(S("-1"), &number));
    assert_false(str_to_size(S(""), &number));
}

static void test_a_misspelt_word_finds_its_neighbour(void **state)
{
    (void)state;
    const str words[] = {S("total"), S("partners"), S("japan")};
    assert_int_equal(str_nearest(S("totl"), words, 3), 0);
    assert_int_equal(str_nearest(S("partner"), words, 3), 1);
    assert_int_equal(str_nearest(S("zinc"), words, 3), 3);
}

static void test_utf8_is_read_strictly(void **state)
{
    (void)state;
    uint32_t character;
    assert_int_equal(str_decode(S("\xE2\x88\x92"), 0, &character), 3);
    assert_int_equal(character, 0x2212);
    static const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80",
                                      "\x80",     "\xE2\x88",     "\xE0\x80\x80"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_int_equal(str_decode(str_from(bad[i]), 0, &character), 0);
    }
    assert_int_equal(str_invalid_at(S("T\xFCrkiye")), 1);
    assert_int_equal(str_characters(S("\u2212 5\u00A0t")), 5);
}

static void test_the_first_bad_byte_is_found_wherever_it_stands(void **state)
{
    (void)state;
    char text[40];
    for (size_t length = 0; length <= sizeof text; length++) {
        memset(text, 'a', sizeof text);
        assert_int_equal(str_invalid_at((str){text, length}), length);
        for (size_t bad = 0; bad < length; bad++) {
            memset(text, 'a', sizeof text);
            text[bad] = '\xFC';
            assert_int_equal(str_invalid_at((str){text, length}), bad);
        }
    }
    assert_int_equal(str_invalid_at(S("abcdefg\u2212hijklmnop\xE2")), 19);
}

static void test_every_character_survives_encoding(void **state)
{
    (void)state;
    for (uint32_t character = 0; character <= 0x10FFFF; character += 7) {
        if (character >= 0xD800 && character <= 0xDFFF) {
            continue;
        }
        char bytes[4];
        uint32_t decoded = 0;
        size_t length = str_encode(character, bytes);
        assert_int_equal(str_decode((str){bytes, length}, 0, &decoded), length);
        assert_int_equal(decoded, character);
    }
}

static void test_a_buffer_grows_past_its_first_size(void **state)
{
    struct buffer buffer = {.arena = *state};
    for (int i = 0; i < 1000; i++) {
        buffer_print(&buffer, "%d,", i);
    }
    str text = buffer_text(&buffer);
    assert_true(str_starts(text, S("0,1,2,")));
    assert_true(str_ends(text, S(",998,999,")));
    assert_int_equal(text.length, 10 * 2 + 90 * 3 + 900 * 4);
}

static void test_joining_puts_text_between_parts(void **state)
{
    const str parts[] = {S("a"), S(""), S("c")};
    assert_str(str_join(*state, parts, 3, S(", ")), "a, , c");
    assert_str(str_join(*state, parts, 0, S(", ")), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_cutting_splits_at_the_first_byte),
        unit_case(test_trimming_takes_only_ascii_space),
        unit_case(test_order_is_by_bytes_and_then_by_length),
        unit_case(test_whole_numbers_do_not_wrap),
        unit_case(test_a_misspelt_word_finds_its_neighbour),
        unit_case(test_utf8_is_read_strictly),
        unit_case(test_the_first_bad_byte_is_found_wherever_it_stands),
        unit_case(test_every_character_survives_encoding),
        unit_case(test_a_buffer_grows_past_its_first_size),
        unit_case(test_joining_puts_text_between_parts),
    };
    return unit_run(tests);
}
