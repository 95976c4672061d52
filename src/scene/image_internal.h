/* SPDX-License-Identifier: MIT */
/*
 * The decoders behind image_read(), one for each library. They are given the whole file
 * and the arena; what is wrong is returned as text, or NULL.
 */
#ifndef SCENE_IMAGE_INTERNAL_H
#define SCENE_IMAGE_INTERNAL_H

#include "scene/image.h"

/* "too large": the decoders ask before they take the memory. */
const char *image_size_problem(size_t width, size_t height);

const char *image_decode_png(struct arena *arena, struct image *image); /* image_png.c */
const char *image_decode_jpeg(struct arena *arena, struct image *image); /* image_jpeg.c */

#endif
