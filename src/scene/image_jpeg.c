/* SPDX-License-Identifier: MIT */
/*
 * JPEG (ISO/IEC 10918): the only includer of libjpeg.
 *
 * The library does not return from an error, so it must be left by a jump: nothing is
 * allocated here between it and the landing but in the arena and the library's own pools.
 */
#include "image_internal.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

struct trap {
    struct jpeg_error_mgr manager; /* first: the library knows it by this */
    jmp_buf landing;
    char message[JMSG_LENGTH_MAX];
    const char *problem;
};

/* A warning is of damaged data, which would be shown grey or shifted. */
static void keep_message(j_common_ptr common, int level)
{
    struct trap *trap = (struct trap *)common->err;
    if (level < 0 && !trap->message[0]) {
        common->err->format_message(common, trap->message);
    }
}

static void leave(j_common_ptr common)
{
    struct trap *trap = (struct trap *)common->err;
    common->err->format_message(common, trap->message);
    longjmp(trap->landing, 1);
}

/* --- turning ---------------------------------------------------------------------------
 */

static unsigned two_bytes(const JOCTET *at, bool is_little)
{
    return is_little ? at[0] | (unsigned)at[1] << 8 : (unsigned)at[0] << 8 | at[1];
}

/* The tag Orientation (Exif 2.32, 4.6.4): 1 is upright, 2 to 8 are turned or mirrored. */
static int orientation_in(const JOCTET *exif, size_t length)
{
    enum { HEADER = 6, DIRECTORY = 8, ENTRY = 12, TAG_ORIENTATION = 0x0112 };
    const JOCTET *tiff = exif + HEADER;
    if (length < HEADER + DIRECTORY + 2 ||
        !str_equal((str){(const char *)exif, 4}, S("Exif"))) {
        return 1;
    }
    bool is_little = tiff[0] == 'I';
    size_t at = two_bytes(tiff + (is_little ? 4 : 6), is_little); /* of the directory */
    length -= HEADER;
    size_t count = at + 2 <= length ? two_bytes(tiff + at, is_little) : 0;
    for (size_t i = 0; i < count && at + 2 + (i + 1) * ENTRY <= length; i++) {
        const JOCTET *entry = tiff + at + 2 + i * ENTRY;
        if (two_bytes(entry, is_little) == TAG_ORIENTATION) {
            unsigned value = two_bytes(entry + 8, is_little);
            return value >= 1 && value <= 8 ? (int)value : 1;
        }
    }
    return 1;
}

static int orientation_of(const struct jpeg_decompress_struct *jpeg)
{
    for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker; marker = marker->next) {
        if (marker->marker == JPEG_APP0 + 1) {
            return orientation_in(marker->data, marker->data_length);
        }
    }
    return 1;
}

/* From 5 on rows and columns are exchanged; then it is mirrored across and down. */
static uint32_t *turn(struct arena *arena, struct image *image, const uint32_t *pixels,
                      int orientation)
{
    bool is_exchanged = orientation >= 5;
    bool is_mirrored_x =
        orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
    bool is_mirrored_y =
        orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
    size_t width = image->width;
    image->width = is_exchanged ? image->height : image->width;
    image->height = is_exchanged ? width : image->height;
    uint32_t *turned = arena_array(arena, uint32_t, image->width * image->height);
    for (size_t y = 0; y < image->height; y++) {
        for (size_t x = 0; x < image->width; x++) {
            size_t from_x = is_mirrored_x ? image->width - 1 - x : x;
            size_t from_y = is_mirrored_y ? image->height - 1 - y : y;
            turned[y * image->width + x] = is_exchanged ? pixels[from_x * width + from_y]
                                                        : pixels[from_y * width + from_x];
        }
    }
    return turned;
}

/* --- pixels ----------------------------------------------------------------------------
 */

static uint32_t opaque(uint32_t red, uint32_t green, uint32_t blue)
{
    return 0xFF000000U | red << 16 | green << 8 | blue;
}

/* Inks as Adobe writes them are inverted: 255 is no ink. */
static uint32_t pixel_from_inks(const JSAMPLE *at, bool is_inverted)
{
    uint32_t light[4];
    for (size_t i = 0; i < 4; i++) {
        light[i] = is_inverted ? at[i] : 255U - at[i];
    }
    return opaque(light[0] * light[3] / 255, light[1] * light[3] / 255,
                  light[2] * light[3] / 255);
}

static uint32_t pixel_from(const struct jpeg_decompress_struct *jpeg, const JSAMPLE *at)
{
    return jpeg->out_color_space == JCS_CMYK ? pixel_from_inks(at, jpeg->saw_Adobe_marker)
           : jpeg->out_color_space == JCS_GRAYSCALE ? opaque(at[0], at[0], at[0])
                                                    : opaque(at[0], at[1], at[2]);
}

static void choose_colors(struct jpeg_decompress_struct *jpeg)
{
    bool is_ink = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
    bool is_grey = jpeg->jpeg_color_space == JCS_GRAYSCALE;
    jpeg->out_color_space = is_ink ? JCS_CMYK : is_grey ? JCS_GRAYSCALE : JCS_RGB;
}

static uint32_t *read_pixels(struct arena *arena, struct jpeg_decompress_struct *jpeg)
{
    uint32_t *pixels =
        arena_array(arena, uint32_t, (size_t)jpeg->output_width * jpeg->output_height);
    size_t parts = (size_t)jpeg->output_components;
    JSAMPLE *row = arena_array(arena, JSAMPLE, jpeg->output_width * parts);
    uint32_t *to = pixels;
    while (jpeg->output_scanline < jpeg->output_height) {
        jpeg_read_scanlines(jpeg, &row, 1);
        for (size_t x = 0; x < jpeg->output_width; x++) {
            *to++ = pixel_from(jpeg, row + x * parts);
        }
    }
    return pixels;
}

/* Everything that may jump. */
static const char *decode(struct arena *arena, struct jpeg_decompress_struct *jpeg,
                          struct image *image)
{
    enum { MARKER_LENGTH_MAX = 0xFFFF };
    jpeg_mem_src(jpeg, (const unsigned char *)image->file.at, image->file.length);
    jpeg_save_markers(jpeg, JPEG_APP0 + 1, MARKER_LENGTH_MAX);
    jpeg_read_header(jpeg, TRUE);
    image->width = jpeg->image_width;
    image->height = jpeg->image_height;
    const char *problem = image_size_problem(image->width, image->height);
    if (problem) {
        return problem;
    }
    choose_colors(jpeg);
    int orientation = orientation_of(jpeg);
    jpeg_start_decompress(jpeg);
    uint32_t *pixels = read_pixels(arena, jpeg);
    image->is_plain_jpeg = orientation == 1 && jpeg->out_color_space != JCS_CMYK;
    image->pixels = orientation == 1 ? pixels : turn(arena, image, pixels, orientation);
    jpeg_finish_decompress(jpeg);
    return NULL;
}

const char *image_decode_jpeg(struct arena *arena, struct image *image)
{
    struct jpeg_decompress_struct jpeg;
    struct trap trap = {0};
    jpeg.err = jpeg_std_error(&trap.manager);
    trap.manager.error_exit = leave;
    trap.manager.emit_message = keep_message;
    if (!setjmp(trap.landing)) {
        jpeg_create_decompress(&jpeg);
        trap.problem = decode(arena, &jpeg, image);
    }
    jpeg_destroy_decompress(&jpeg);
    return trap.message[0] ? str_c(arena, str_copy(arena, str_from(trap.message)))
                           : trap.problem;
}
