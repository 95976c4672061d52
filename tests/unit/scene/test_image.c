/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "scene/image.h"

#include <stdio.h>

#include <jpeglib.h>
#include <png.h>

#include <string.h>

static const struct place place = {.file = {"b.md", 4}, .line = 3, .column = 5};

static const struct image *image_of(struct arena *arena, str bytes)
{
    struct error error = {0};
    const struct image *image = image_read(arena, S("x"), bytes, place, &error);
    if (!image) {
        fail_msg("%s", error.message);
    }
    return image;
}

static const char *error_of(struct arena *arena, str bytes)
{
    struct error *error = arena_new(arena, struct error);
    assert_null(image_read(arena, S("x"), bytes, place, error));
    assert_int_equal(error->kind, ERROR_CONFIG);
    assert_int_equal(error->place.line, 3);
    return error->message;
}

/* --- PNG -------------------------------------------------------------------------------
 */

struct png_kind {
    int depth, color, interlace;
    size_t width, height;
    size_t row_bytes;
};

static void add_bytes(png_structp png, png_bytep bytes, size_t length)
{
    struct arena *arena = ((void **)png_get_io_ptr(png))[0];
    str *out = ((void **)png_get_io_ptr(png))[1];
    const str parts[] = {*out, {(const char *)bytes, length}};
    *out = str_join(arena, parts, 2, S(""));
}

static void ignore_flush(png_structp png)
{
    (void)png;
}

static str png_of(struct arena *arena, struct png_kind kind, const unsigned char *rows)
{
    str out = {0};
    void *to[] = {arena, &out};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, to, add_bytes, ignore_flush);
    png_set_IHDR(png, info, (png_uint_32)kind.width, (png_uint_32)kind.height, kind.depth,
                 kind.color, kind.interlace, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_bytep *pointers = arena_array(arena, png_bytep, kind.height);
    for (size_t y = 0; y < kind.height; y++) {
        pointers[y] = (png_bytep)(uintptr_t)rows + y * kind.row_bytes;
    }
    png_set_rows(png, info, pointers);
    png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
    png_destroy_write_struct(&png, &info);
    return out;
}

static void test_pixels_of_png_are_multiplied_by_their_alpha(void **state)
{
    static const unsigned char rows[] = {255, 0, 0, 255, 0, 255, 0, 128, 9, 9, 9, 0};
    str png = png_of(
        *state, (struct png_kind){8, PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE, 3, 1, 12},
        rows);
    const struct image *image = image_of(*state, png);
    assert_string_equal(image->type, "image/png");
    assert_int_equal(image->width, 3);
    assert_int_equal(image->pixels[0], 0xFFFF0000U);
    assert_int_equal(image->pixels[1], 0x80008000U);
    assert_int_equal(image->pixels[2], 0);
    assert_false(image->is_plain_jpeg);
}

static void test_sixteen_bits_are_taken_for_srgb(void **state)
{
    static const unsigned char rows[] = {0x80, 0x80, 0x40, 0x40, 0xFF, 0xFF};
    str png = png_of(*state,
                     (struct png_kind){16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, 1, 1, 6},
                     rows);
    assert_int_equal(image_of(*state, png)->pixels[0], 0xFF8040FFU);
}

static void test_interlaced_rows_come_in_order(void **state)
{
    unsigned char rows[64];
    for (size_t i = 0; i < sizeof rows; i++) {
        rows[i] = (unsigned char)i;
    }
    str png = png_of(
        *state, (struct png_kind){8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_ADAM7, 8, 8, 8},
        rows);
    const struct image *image = image_of(*state, png);
    for (uint32_t i = 0; i < sizeof rows; i++) {
        assert_int_equal(image->pixels[i], 0xFF000000U | i * 0x010101U);
    }
}

static void test_a_png_that_ends_early_is_refused(void **state)
{
    static const unsigned char rows[3000];
    str png = png_of(
        *state, (struct png_kind){8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, 10, 100, 30},
        rows);
    assert_string_equal(error_of(*state, str_slice(png, 0, 50)),
                        "the image \"x\" cannot be shown: read beyond end of data");
    assert_string_equal(error_of(*state, str_slice(png, 0, 8)),
                        "the image \"x\" cannot be shown: read beyond end of data");
}

static void test_an_enormous_image_is_refused_before_it_is_unpacked(void **state)
{
    static const unsigned char header[] = {
        0x89, 'P',  'N',  'G', 13, 10,   26,   10, 0, 0, 0, 13, 'I',  'H',  'D',  'R', 0,
        1,    0x11, 0x70, 0,   1,  0x11, 0x70, 8,  2, 0, 0, 0,  0xD0, 0x64, 0x39, 0x1C};
    unsigned char bytes[sizeof header + 12] = {0};
    memcpy(bytes, header, sizeof header);
    memcpy(bytes + sizeof header + 4, "IDAT", 4);
    uint32_t crc = 0xFFFFFFFFU; /* of IHDR, so that its size is believed */
    for (size_t i = 12; i < 29; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
        }
    }
    for (size_t i = 0; i < 4; i++) {
        bytes[29 + i] = (unsigned char)(~crc >> (24 - 8 * i));
    }
    assert_string_equal(
        error_of(*state, (str){(const char *)bytes, sizeof bytes}),
        "the image \"x\" cannot be shown: it is too large: 40 million pixels at most");
}

/* --- JPEG ------------------------------------------------------------------------------
 */

/* One colour all over, so that what is lost does not matter. */
static str jpeg_of(struct arena *arena, int parts, J_COLOR_SPACE space,
                   const unsigned char *color, const char *exif, size_t exif_length)
{
    enum { WIDTH = 32, HEIGHT = 16 };
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long length = 0;
    unsigned char row[WIDTH * 4];
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &length);
    jpeg.image_width = WIDTH;
    jpeg.image_height = HEIGHT;
    jpeg.input_components = parts;
    jpeg.in_color_space = space;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    if (exif) {
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, (const JOCTET *)exif,
                          (unsigned)exif_length);
    }
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH * parts; x++) {
            row[x] = x / parts < WIDTH / 2 ? color[x % parts] : 0xFF;
        }
        JSAMPROW rows = row;
        jpeg_write_scanlines(&jpeg, &rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    str made = str_copy(arena, (str){(const char *)bytes, length});
    free(bytes);
    return made;
}

static void assert_near_color(uint32_t pixel, uint32_t expected)
{
    for (int shift = 0; shift < 32; shift += 8) {
        int difference = (int)(pixel >> shift & 0xFF) - (int)(expected >> shift & 0xFF);
        assert_in_range(difference + 4, 0, 8);
    }
}

static void test_a_photograph_can_be_kept_as_it_is(void **state)
{
    static const unsigned char color[] = {200, 40, 90};
    str jpeg = jpeg_of(*state, 3, JCS_RGB, color, NULL, 0);
    const struct image *image = image_of(*state, jpeg);
    assert_string_equal(image->type, "image/jpeg");
    assert_true(image->is_plain_jpeg);
    assert_near_color(image->pixels[0], 0xFFC8285AU);
    static const unsigned char grey[] = {77};
    image = image_of(*state, jpeg_of(*state, 1, JCS_GRAYSCALE, grey, NULL, 0));
    assert_true(image->is_plain_jpeg);
    assert_near_color(image->pixels[0], 0xFF4D4D4DU);
}

/* As Adobe writes them: 255 is no ink. */
static void test_inks_become_light(void **state)
{
    static const unsigned char inks[] = {255, 127, 0, 255};
    const struct image *image =
        image_of(*state, jpeg_of(*state, 4, JCS_CMYK, inks, NULL, 0));
    assert_false(image->is_plain_jpeg);
    assert_near_color(image->pixels[0], 0xFFFF7F00U);
}

static void test_a_photograph_is_turned_upright(void **state)
{
    static const char exif[] = "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06"
                               "\0\0\0\0\0\0";
    static const unsigned char black[] = {0, 0, 0}; /* at the left, which is above */
    str jpeg = jpeg_of(*state, 3, JCS_RGB, black, exif, sizeof exif - 1);
    const struct image *image = image_of(*state, jpeg);
    assert_int_equal(image->width, 16);
    assert_int_equal(image->height, 32);
    assert_near_color(image->pixels[0], 0xFF000000U);
    assert_near_color(image->pixels[15], 0xFF000000U);
    assert_near_color(image->pixels[31 * 16], 0xFFFFFFFFU);
    assert_false(image->is_plain_jpeg);
}

static void test_a_jpeg_that_ends_early_is_refused(void **state)
{
    static const unsigned char color[] = {200, 40, 90};
    str jpeg = jpeg_of(*state, 3, JCS_RGB, color, NULL, 0);
    assert_string_equal(error_of(*state, str_slice(jpeg, 0, jpeg.length - 20)),
                        "the image \"x\" cannot be shown: Premature end of JPEG file");
    assert_string_equal(
        error_of(*state, str_slice(jpeg, 0, 3)),
        "the image \"x\" cannot be shown: JPEG datastream contains no image");
}

static void test_what_is_no_image_is_refused(void **state)
{
    assert_string_equal(error_of(*state, S("GIF89a")), "\"x\" is neither PNG nor JPEG");
    assert_string_equal(error_of(*state, S("")), "\"x\" is neither PNG nor JPEG");
}

static void test_a_smaller_image_has_the_mean_of_its_pixels(void **state)
{
    static uint32_t pixels[] = {0xFF000000U, 0xFF0000FFU, 0xFF112233U,
                                0xFF0000FFU, 0xFF000000U, 0xFF112233U};
    const struct image image = {.width = 3, .height = 2, .pixels = pixels};
    const struct image *smaller = image_reduce(*state, &image, 2);
    assert_int_equal(smaller->width, 2);
    assert_int_equal(smaller->height, 1);
    assert_int_equal(smaller->pixels[0], 0xFF000080U);
    assert_int_equal(smaller->pixels[1], 0xFF112233U);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_pixels_of_png_are_multiplied_by_their_alpha),
        unit_case(test_sixteen_bits_are_taken_for_srgb),
        unit_case(test_interlaced_rows_come_in_order),
        unit_case(test_a_png_that_ends_early_is_refused),
        unit_case(test_an_enormous_image_is_refused_before_it_is_unpacked),
        unit_case(test_a_photograph_can_be_kept_as_it_is),
        unit_case(test_inks_become_light),
        unit_case(test_a_photograph_is_turned_upright),
        unit_case(test_a_jpeg_that_ends_early_is_refused),
        unit_case(test_what_is_no_image_is_refused),
        unit_case(test_a_smaller_image_has_the_mean_of_its_pixels),
    };
    return unit_run(tests);
}
