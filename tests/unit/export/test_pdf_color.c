/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/pdf_color.h"

static uint32_t number_at(str bytes, size_t at)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4; i++) {
        number = number << 8 | (unsigned char)bytes.at[at + i];
    }
    return number;
}

static void test_the_profile_is_one_of_a_monitor_in_rgb(void **state)
{
    str profile = pdf_color_profile(*state);
    assert_int_equal(number_at(profile, 0), profile.length);
    assert_str(str_slice(profile, 12, 24), "mntrRGB XYZ ");
    assert_str(str_slice(profile, 36, 40), "acsp");
}

/* White, red, green and blue at full strength are the white of the profile. */
static void test_the_primaries_add_up_to_white(void **state)
{
    str profile = pdf_color_profile(*state);
    static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D};
    uint32_t sums[3] = {0};
    for (size_t tag = 0; tag < number_at(profile, 128); tag++) {
        size_t entry = 132 + 12 * tag;
        size_t offset = number_at(profile, entry + 4);
        assert_true(offset + number_at(profile, entry + 8) <= profile.length);
        assert_int_equal(offset % 4, 0);
        for (size_t i = 0; i < 3 && profile.at[entry + 1] == 'X'; i++) {
            sums[i] += number_at(profile, offset + 8 + 4 * i);
        }
    }
    for (size_t i = 0; i < 3; i++) {
        assert_in_range(sums[i], white[i] - 16, white[i] + 16);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_profile_is_one_of_a_monitor_in_rgb),
        unit_case(test_the_primaries_add_up_to_white),
    };
    return unit_run(tests);
}
