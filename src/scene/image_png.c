/* SPDX-License-Identifier: MIT */
/* PNG (ISO/IEC 15948), read and written: the only includer of libpng. */
#include "image_internal.h"

#include "scene/png.h"

#include <png.h>

static uint32_t multiply(uint32_t part, uint32_t alpha)
{
    return (part * alpha + 127) / 255;
}

/* From red, green, blue and alpha, each a byte. */
static uint32_t pixel_from(const png_byte *bytes)
{
    uint32_t alpha = bytes[3];
    return alpha << 24 | multiply(bytes[0], alpha) << 16 | multiply(bytes[1], alpha) << 8 |
           multiply(bytes[2], alpha);
}

/* 16 bits without a gamma of their own are taken for sRGB, as viewers do. */
const char *image_decode_png(struct arena *arena, struct image *image)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, image->file.at, image->file.length)) {
        return str_c(arena, str_from(png.message));
    }
    image->width = png.width;
    image->height = png.height;
    const char *problem = image_size_problem(image->width, image->height);
    if (problem) {
        png_image_free(&png);
        return problem;
    }
    png.format = PNG_FORMAT_RGBA;
    png.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    size_t count = image->width * image->height;
    uint32_t *pixels = arena_array(arena, uint32_t, count);
    png_byte *bytes = (png_byte *)pixels;
    if (!png_image_finish_read(&png, NULL, bytes, 0, NULL)) {
        return str_c(arena, str_from(png.message));
    }
    for (size_t i = 0; i < count; i++) { /* in place: a pixel is as long as its bytes */
        pixels[i] = pixel_from(bytes + 4 * i);
    }
    image->pixels = pixels;
    return NULL;
}

bool png_write_indexed(struct arena *arena, const struct png_indexed *from, str *png,
                       struct error *error)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION,
        .width = (png_uint_32)from->width,
        .height = (png_uint_32)from->height,
        .format = PNG_FORMAT_RGB_COLORMAP,
        .colormap_entries = (png_uint_32)from->color_count,
    };
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    struct arena scratch = {0};
    char *bytes = arena_array(&scratch, char, size);
    bool is_written =
        png_image_write_to_memory(&image, bytes, &size, 0, from->indexes, 0, from->palette);
    if (is_written) {
        *png = str_copy(arena, (str){bytes, size});
    } else {
        error_set(error, ERROR_SOFTWARE, "the picture cannot be written: %s",
                  image.message);
    }
    arena_finish(&scratch);
    return is_written;
}
