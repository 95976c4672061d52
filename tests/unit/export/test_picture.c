/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/export/picture.h"

#include <png.h>

static str encode(struct arena *arena, const uint32_t *pixels, size_t width, size_t height)
{
    struct error error = {0};
    struct picture picture = {pixels, width, height, width};
    str png = {0};
    assert_true(picture_encode(arena, &picture, &png, &error));
    return png;
}

/* The pixels of a PNG, three bytes each. */
static const uint8_t *decode(struct arena *arena, str png, size_t width, size_t height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, png.at, png.length));
    assert_int_equal(image.width, width);
    assert_int_equal(image.height, height);
    image.format = PNG_FORMAT_RGB;
    uint8_t *bytes = arena_array(arena, uint8_t, 3 * width * height);
    assert_true(png_image_finish_read(&image, NULL, bytes, 0, NULL));
    return bytes;
}

static uint32_t color_at(const uint8_t *bytes, size_t pixel)
{
    const uint8_t *at = bytes + 3 * pixel;
    return (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
}

static void test_up_to_256_colors_are_kept(void **state)
{
    uint32_t pixels[16 * 32];
    for (size_t i = 0; i < COUNT_OF(pixels); i++) {
        pixels[i] = 0xFF000000U | (uint32_t)(i % 256) * 0x010307U;
    }
    const uint8_t *bytes = decode(*state, encode(*state, pixels, 16, 32), 16, 32);
    for (size_t i = 0; i < COUNT_OF(pixels); i++) {
        assert_int_equal(color_at(bytes, i), pixels[i] & 0xFFFFFFU);
    }
}

static void test_of_more_the_rare_ones_take_the_nearest(void **state)
{
    enum { RARE = 9000 };
    size_t count = 2 * 256 + RARE;
    uint32_t *pixels = arena_array(*state, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        /* greys, twice each, then colours that are near to a grey, once each */
        uint32_t grey = (uint32_t)(i % 256) * 0x010101U;
        pixels[i] = i < 512 ? grey : grey ^ (uint32_t)(i / 256 % 4 << 16 | i / 1024 % 4);
    }
    const uint8_t *bytes = decode(*state, encode(*state, pixels, count, 1), count, 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t found = color_at(bytes, i);
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference =
                (int)(found >> shift & 0xFF) - (int)(pixels[i] >> shift & 0xFF);
            assert_in_range(difference + 3, 0, 6);
        }
    }
    assert_int_equal(color_at(bytes, 100), 100 * 0x010101);
}

static void test_rows_may_be_apart(void **state)
{
    static const uint32_t pixels[] = {0x112233, 0x445566, 9, 0x778899, 0xAABBCC, 9};
    struct picture picture = {pixels, 2, 2, 3};
    struct error error = {0};
    str png = {0};
    assert_true(picture_encode(*state, &picture, &png, &error));
    const uint8_t *bytes = decode(*state, png, 2, 2);
    assert_int_equal(color_at(bytes, 1), 0x445566);
    assert_int_equal(color_at(bytes, 2), 0x778899);
}

static void test_the_same_picture_has_the_same_bytes(void **state)
{
    uint32_t pixels[1000];
    for (size_t i = 0; i < COUNT_OF(pixels); i++) {
        pixels[i] = (uint32_t)(i * 2654435761U) >> 8;
    }
    assert_true(
        str_equal(encode(*state, pixels, 100, 10), encode(*state, pixels, 100, 10)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_up_to_256_colors_are_kept),
        unit_case(test_of_more_the_rare_ones_take_the_nearest),
        unit_case(test_rows_may_be_apart),
        unit_case(test_the_same_picture_has_the_same_bytes),
    };
    return unit_run(tests);
}
