/* SPDX-License-Identifier: MIT */
/*
 * Images: files of PNG and JPEG, decoded whole when they are read, so that what is damaged
 * is found while the place that names it is known.
 *
 * Whatever the file has (palettes, 16 bits, interlacing, alpha, CMYK, grey), the pixels are
 * sRGB of 8 bits with alpha. Photographs that say how they were held are turned upright.
 */
#ifndef SCENE_IMAGE_H
#define SCENE_IMAGE_H

#include "base/error.h"

enum { IMAGE_SIDE_MAX = 30000, IMAGE_PIXELS_MAX = 40000000 };

struct image {
    str path; /* of its file; empty where it is not from one */
    str file; /* its bytes */
    const char *type; /* MIME: "image/png" */
    size_t width, height; /* in pixels, upright */
    uint32_t *pixels; /* rows from the top, 0xAARRGGBB, multiplied by their alpha */
    bool is_plain_jpeg; /* grey or RGB and upright: documents can hold its file as it is */
};

/* `name` and `place` are what errors tell: where the author wrote it. NULL and an error if
 * the bytes are no image, end too early, or are of too many pixels. */
struct image *image_read(struct arena *arena, str name, str bytes, struct place place,
                         struct error *error);

/* The same image with every `factor` pixels by `factor` averaged to one. */
const struct image *image_reduce(struct arena *arena, const struct image *image,
                                 size_t factor);

#endif
