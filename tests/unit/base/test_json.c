/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "unit.h"

static void test_members_and_items_stand_in_the_order_of_the_calls(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out};
    json_object(&json);
    json_member_text(&json, "name", S("magnets"));
    json_key(&json, "months");
    json_array(&json);
    json_count(&json, 12);
    json_null(&json);
    json_flag(&json, true);
    json_flag(&json, false);
    json_object(&json);
    json_member_count(&json, "a", 0);
    json_end(&json);
    json_end(&json);
    json_member_count(&json, "rows", 3);
    json_end(&json);
    assert_str(buffer_text(&out), "{\n"
                                  "  \"name\": \"magnets\",\n"
                                  "  \"months\": [\n"
                                  "    12,\n"
                                  "    null,\n"
                                  "    true,\n"
                                  "    false,\n"
                                  "    {\n"
                                  "      \"a\": 0\n"
                                  "    }\n"
                                  "  ],\n"
                                  "  \"rows\": 3\n"
                                  "}\n");
}

static void test_what_is_empty_stays_on_its_line(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out};
    json_array(&json);
    json_object(&json);
    json_end(&json);
    json_array(&json);
    json_end(&json);
    json_end(&json);
    assert_str(buffer_text(&out), "[\n  {},\n  []\n]\n");
}

static str written(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out};
    json_text(&json, text);
    return buffer_text(&out);
}

static void test_a_text_is_quoted_and_what_cannot_stand_in_one_escaped(void **state)
{
    assert_str(written(*state, S("a \"b\" \\ c\n\r\t\x01\x7F")),
               "\"a \\\"b\\\" \\\\ c\\n\\r\\t\\u0001\\u007f\"");
    assert_str(written(*state, S("稀土 Südkorea")), "\"稀土 Südkorea\"");
    assert_str(written(*state, S("\xC2\x80 \xC2\x85\u2028\u2029 \uFEFF \uFFFE")),
               "\"\\u0080 \\u0085\\u2028\\u2029 \\ufeff \\ufffe\"");
    assert_str(written(*state, S("")), "\"\"");
}

static void test_bytes_that_are_not_utf8_become_a_mark(void **state)
{
    assert_str(written(*state, S("T\xFCrkiye")), "\"T\uFFFDrkiye\"");
}

static void test_numbers_keep_all_their_digits(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out};
    struct decimal number = {0};
    assert_true(decimal_parse(S("-12345678901234567890123456789.50"), &number));
    json_decimal(&json, number);
    assert_str(buffer_text(&out), "-12345678901234567890123456789.50");
}

static void test_flat_levels_stand_on_one_line(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_key(&json, "steps");
    json_array(&json);
    for (size_t i = 0; i < 2; i++) {
        json_object(&json);
        json_member_count(&json, "line", i);
        json_key(&json, "possible");
        json_array(&json);
        json_count(&json, 1);
        json_count(&json, 18446744073709551615U);
        json_end(&json);
        json_end(&json);
    }
    json_object(&json);
    json_end(&json);
    json_end(&json);
    json_end(&json);
    assert_str(buffer_text(&out),
               "{\n  \"steps\": [\n"
               "    {\"line\": 0, \"possible\": [1, 18446744073709551615]},\n"
               "    {\"line\": 1, \"possible\": [1, 18446744073709551615]},\n"
               "    {}\n  ]\n}\n");
}

static void test_a_ratio_has_the_decimals_that_it_needs(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out};
    json_array(&json);
    json_ratio(&json, ratio_from(40));
    json_ratio(&json, ratio_divide(ratio_from(1), ratio_from(4)));
    json_ratio(&json, ratio_divide(ratio_from(-2), ratio_from(3)));
    json_ratio(&json, ratio_divide(ratio_from(1), ratio_from(0)));
    json_end(&json);
    assert_str(buffer_text(&out), "[\n  40,\n  0.25,\n  -0.666667,\n  null\n]\n");
}

static void test_a_member_without_a_text_can_be_left_out(void **state)
{
    struct buffer out = {.arena = *state};
    struct json json = {.out = &out, .flat_depth = 1};
    json_object(&json);
    json_member_some_text(&json, "note", S(""));
    json_member_some_text(&json, "unit", S("t"));
    json_member_flag(&json, "exact", true);
    json_end(&json);
    assert_str(buffer_text(&out), "{\"unit\": \"t\", \"exact\": true}\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_members_and_items_stand_in_the_order_of_the_calls),
        unit_case(test_what_is_empty_stays_on_its_line),
        unit_case(test_a_text_is_quoted_and_what_cannot_stand_in_one_escaped),
        unit_case(test_bytes_that_are_not_utf8_become_a_mark),
        unit_case(test_numbers_keep_all_their_digits),
        unit_case(test_flat_levels_stand_on_one_line),
        unit_case(test_a_ratio_has_the_decimals_that_it_needs),
        unit_case(test_a_member_without_a_text_can_be_left_out),
    };
    return unit_run(tests);
}
