/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/csv.h"

static str written(struct arena *arena, str text)
{
    struct buffer csv = {.arena = arena};
    csv_add_field(&csv, text);
    return buffer_text(&csv);
}

static void test_a_plain_field_has_no_quotes(void **state)
{
    assert_str(written(*state, S("2025-10")), "2025-10");
    assert_str(written(*state, S(" a b ")), " a b ");
    assert_str(written(*state, S("")), "");
}

static void test_what_would_end_a_field_is_quoted(void **state)
{
    assert_str(written(*state, S("a,b")), "\"a,b\"");
    assert_str(written(*state, S("a\nb")), "\"a\nb\"");
    assert_str(written(*state, S("a\rb")), "\"a\rb\"");
    assert_str(written(*state, S("a \"b\"")), "\"a \"\"b\"\"\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_plain_field_has_no_quotes),
        unit_case(test_what_would_end_a_field_is_quoted),
    };
    return unit_run(tests);
}
