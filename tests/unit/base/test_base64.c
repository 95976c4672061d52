/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/base64.h"

static str encoded(struct arena *arena, str bytes)
{
    struct buffer out = {.arena = arena};
    base64_add(&out, bytes);
    return buffer_text(&out);
}

/* RFC 4648, section 10. */
static void test_the_vectors_of_the_standard_hold(void **state)
{
    assert_str(encoded(*state, S("")), "");
    assert_str(encoded(*state, S("f")), "Zg==");
    assert_str(encoded(*state, S("fo")), "Zm8=");
    assert_str(encoded(*state, S("foo")), "Zm9v");
    assert_str(encoded(*state, S("foobar")), "Zm9vYmFy");
}

static void test_bytes_above_ascii_are_no_negative_numbers(void **state)
{
    assert_str(encoded(*state, S("\xFF\xFE\x00\x80")), "//4AgA==");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_vectors_of_the_standard_hold),
        unit_case(test_bytes_above_ascii_are_no_negative_numbers),
    };
    return unit_run(tests);
}
