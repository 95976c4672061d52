/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/deflate.h"

#include <zlib.h>

static void test_what_is_packed_comes_out_again(void **state)
{
    struct buffer text = {.arena = *state};
    for (int i = 0; i < 5000; i++) {
        buffer_print(&text, "{\"line\": %d}\n", i);
    }
    str packed = deflate_pack(*state, buffer_text(&text));
    assert_true(packed.length < text.count / 3);
    char *bytes = arena_array(*state, char, text.count);
    uLongf length = text.count;
    assert_int_equal(
        uncompress((Bytef *)bytes, &length, (const Bytef *)packed.at, packed.length), Z_OK);
    assert_int_equal(length, text.count);
    assert_memory_equal(bytes, text.at, text.count);
}

static void test_the_same_bytes_give_the_same(void **state)
{
    str text = S("5,473 t, 5,473 t, 5,473 t");
    assert_true(str_equal(deflate_pack(*state, text), deflate_pack(*state, text)));
}

static void test_nothing_is_packed_too(void **state)
{
    assert_true(deflate_pack(*state, S("")).length > 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_packed_comes_out_again),
        unit_case(test_the_same_bytes_give_the_same),
        unit_case(test_nothing_is_packed_too),
    };
    return unit_run(tests);
}
