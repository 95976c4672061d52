/* SPDX-License-Identifier: MIT */
#include "image_internal.h"

#include <assert.h>

typedef const char *image_decoder(struct arena *arena, struct image *image);

static const struct {
    str start; /* of the file */
    const char *type;
    image_decoder *decode;
} formats[] = {
    {S("\x89PNG\r\n\x1A\n"), "image/png", image_decode_png},
    {S("\xFF\xD8\xFF"), "image/jpeg", image_decode_jpeg},
};

const char *image_size_problem(size_t width, size_t height)
{
    bool is_good = width && height && width <= IMAGE_SIDE_MAX && height <= IMAGE_SIDE_MAX &&
                   width * height <= IMAGE_PIXELS_MAX;
    return is_good ? NULL : "it is too large: 40 million pixels at most";
}

struct image *image_read(struct arena *arena, str name, str bytes, struct place place,
                         struct error *error)
{
    struct image *image = arena_new(arena, struct image);
    image->file = bytes;
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (!str_starts(bytes, formats[i].start)) {
            continue;
        }
        image->type = formats[i].type;
        const char *problem = formats[i].decode(arena, image);
        if (problem) {
            error_at(error, ERROR_CONFIG, place, "the image \"%.*s\" cannot be shown: %s",
                     STR_ARG(name), problem);
            return NULL;
        }
        return image;
    }
    error_at(error, ERROR_CONFIG, place, "\"%.*s\" is neither PNG nor JPEG", STR_ARG(name));
    return NULL;
}

/* --- smaller ---------------------------------------------------------------------------
 */

/* The mean of the pixels from (x, y) on, as far as there are any. */
static uint32_t mean(const struct image *image, size_t x, size_t y, size_t factor)
{
    uint64_t sums[4] = {0};
    uint64_t count = 0;
    for (size_t row = y; row < y + factor && row < image->height; row++) {
        for (size_t at = x; at < x + factor && at < image->width; at++) {
            uint32_t pixel = image->pixels[row * image->width + at];
            for (size_t part = 0; part < COUNT_OF(sums); part++) {
                sums[part] += pixel >> (8 * part) & 0xFFU;
            }
            count++;
        }
    }
    assert(count); /* (x, y) is a pixel */
    uint32_t made = 0;
    for (size_t part = 0; part < COUNT_OF(sums); part++) {
        made |= (uint32_t)((sums[part] + count / 2) / count) << (8 * part);
    }
    return made;
}

const struct image *image_reduce(struct arena *arena, const struct image *image,
                                 size_t factor)
{
    struct image *smaller = arena_new(arena, struct image);
    *smaller = *image;
    smaller->width = (image->width + factor - 1) / factor;
    smaller->height = (image->height + factor - 1) / factor;
    smaller->is_plain_jpeg = false;
    uint32_t *pixels = arena_array(arena, uint32_t, smaller->width * smaller->height);
    for (size_t y = 0; y < smaller->height; y++) {
        for (size_t x = 0; x < smaller->width; x++) {
            pixels[y * smaller->width + x] = mean(image, x * factor, y * factor, factor);
        }
    }
    smaller->pixels = pixels;
    return smaller;
}
