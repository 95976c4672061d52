/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "table/scan_split.h"

#include <string.h>

enum { TEXT_MAX = 512 };

static struct split split_text(enum split_kind kind, str text, uint32_t *ends)
{
    char padded[TEXT_MAX + SPLIT_PADDING];
    memset(padded, '"', sizeof padded); /* what is behind the text must not count */
    memcpy(padded, text.at, text.length);
    return split_with(kind)(padded, text.length, ends);
}

/* The ends as the rules say, one byte at a time. */
static size_t ends_of(str text, uint32_t *ends)
{
    size_t count = 0;
    bool is_inside = false;
    for (size_t i = 0; i < text.length; i++) {
        is_inside ^= text.at[i] == '"';
        if (!is_inside && (text.at[i] == ',' || text.at[i] == '\n')) {
            ends[count++] = (uint32_t)i;
        }
    }
    return count;
}

static void assert_split(enum split_kind kind, str text)
{
    uint32_t expected[TEXT_MAX];
    uint32_t found[TEXT_MAX + SPLIT_SLACK];
    size_t count = ends_of(text, expected);
    struct split split = split_text(kind, text, found);
    assert_true(split.is_regular);
    assert_int_equal(split.count, count);
    assert_memory_equal(found, expected, count * sizeof *expected);
}

static const char tricky[] =
    "a,b,c\r\n\"x, \"\"y\"\"\n\",,\"\"\n,,\n1,2,\"3\"\r\n\"\"\"\",\"a\"\"\",\"\"\"a\"\n"
    "T\xC3\xBCrkiye,\"\xE6\x97\xA5\xE6\x9C\xAC, \xF0\xA0\x80\x80\",,\"\r\n\"\n";

/* Moved by one byte at a time over the borders of vectors and blocks. */
static void test_all_instruction_sets_find_the_same_ends_at_every_offset(void **state)
{
    (void)state;
    for (int kind = SPLIT_PLAIN; kind < SPLIT_KIND_COUNT; kind++) {
        for (size_t offset = 0; split_with((enum split_kind)kind) && offset < 130;
             offset++) {
            char text[TEXT_MAX];
            memset(text, 'x', offset);
            memcpy(text + offset, ",", 1);
            memcpy(text + offset + 1, tricky, sizeof tricky - 1);
            assert_split((enum split_kind)kind, (str){text, offset + sizeof tricky});
        }
    }
}

static void test_every_byte_can_be_an_end(void **state)
{
    (void)state;
    char text[TEXT_MAX];
    memset(text, ',', sizeof text);
    for (int kind = SPLIT_PLAIN; kind < SPLIT_KIND_COUNT; kind++) {
        for (size_t length = 0; split_with((enum split_kind)kind) && length < 200;
             length++) {
            assert_split((enum split_kind)kind, (str){text, length});
        }
    }
}

static void test_rows_and_lines_are_counted_apart(void **state)
{
    (void)state;
    uint32_t ends[TEXT_MAX + SPLIT_SLACK];
    struct split split = split_text(SPLIT_BEST, S("a,\"b\nc\"\nd,e\n"), ends);
    assert_int_equal(split.rows, 2);
    assert_true(split.has_breaks);
}

/* Each at every offset, so that it lies across all borders. */
static void assert_fault(str fault, bool is_fault)
{
    uint32_t ends[TEXT_MAX + SPLIT_SLACK];
    for (int kind = SPLIT_PLAIN; kind < SPLIT_KIND_COUNT; kind++) {
        for (size_t offset = 0; split_with((enum split_kind)kind) && offset < 130;
             offset++) {
            char text[TEXT_MAX];
            memset(text, 'x', sizeof text);
            text[offset] = ',';
            memcpy(text + offset + 1, fault.at, fault.length);
            text[offset + 1 + fault.length] = '\n';
            str whole = {text, offset + fault.length + 2};
            assert_int_equal(split_text((enum split_kind)kind, whole, ends).is_regular,
                             !is_fault);
        }
    }
}

static void test_what_no_regular_row_has_is_a_fault(void **state)
{
    (void)state;
    assert_fault(S("a\"b\""), true); /* a quote inside of a plain field */
    assert_fault(S("a\""), true);
    assert_fault(S("\"a\"b"), true); /* text behind the closing quote */
    assert_fault(S("\"a\" "), true);
    assert_fault(S("\"a\"\"\"b"), true);
    assert_fault(S("a\rb"), true); /* a carriage return alone */
    assert_fault(S("a\r,b"), true);
    assert_fault(S("\"a\"\r,b"), true);
    assert_fault(S("a\0b"), true);
    assert_fault(S("\"\0\""), true);
    assert_fault(S("T\xFCrkiye"), true); /* ISO-8859-1 */
    assert_fault(S("\xE6\x97"), true);
    assert_fault(S("\xC0\xAF"), true); /* overlong */
    assert_fault(S("\xED\xA0\x80"), true); /* a surrogate */
    assert_fault(S("\xF4\x90\x80\x80"), true); /* beyond Unicode */
    assert_fault(S("\x80"), true);
}

static void test_what_a_regular_row_may_have_is_none(void **state)
{
    (void)state;
    assert_fault(S("\"\""), false);
    assert_fault(S("\"a\"\"b\""), false);
    assert_fault(S("\"a\rb,\n\""), false);
    assert_fault(S("a\r"), false);
    assert_fault(S("\"a\"\r"), false);
    assert_fault(S(" a b "), false);
    assert_fault(S("\xE6\x97\xA5\xF0\xA0\x80\x80\xC3\xBC"), false);
}

static void test_a_text_may_be_cut_off_anywhere(void **state)
{
    (void)state;
    uint32_t ends[TEXT_MAX + SPLIT_SLACK];
    for (int kind = SPLIT_PLAIN; kind < SPLIT_KIND_COUNT; kind++) {
        for (size_t length = 0; split_with((enum split_kind)kind) && length < sizeof tricky;
             length++) {
            str text = {tricky, length};
            assert_true(split_text((enum split_kind)kind, text, ends).is_regular);
        }
    }
}

static void test_plain_c_is_everywhere_and_the_best_is_there(void **state)
{
    (void)state;
    assert_non_null(split_with(SPLIT_PLAIN));
    assert_non_null(split_with(SPLIT_BEST));
    assert_non_null(split_with(split_kind(SPLIT_BEST)));
    assert_int_not_equal(split_kind(SPLIT_BEST), SPLIT_BEST);
    assert_string_equal(split_kind_name(SPLIT_AVX2), "AVX2");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_all_instruction_sets_find_the_same_ends_at_every_offset),
        unit_case(test_every_byte_can_be_an_end),
        unit_case(test_rows_and_lines_are_counted_apart),
        unit_case(test_what_no_regular_row_has_is_a_fault),
        unit_case(test_what_a_regular_row_may_have_is_none),
        unit_case(test_a_text_may_be_cut_off_anywhere),
        unit_case(test_plain_c_is_everywhere_and_the_best_is_there),
    };
    return unit_run(tests);
}
