/* SPDX-License-Identifier: MIT */
/*
 * Pictures of drawings, as PNG: a palette of at most 256 colours, the most frequent ones.
 * Areas and lines keep theirs; of the shades at their edges the rare ones take the nearest.
 * For drawings that is half the bytes and a third of the time of full colour.
 */
#ifndef EXPORT_PICTURE_H
#define EXPORT_PICTURE_H

#include "base/error.h"

/* Rows of pixels 0xRRGGBB from the top; `stride` is how many pixels apart they begin. */
struct picture {
    const uint32_t *pixels;
    size_t width, height, stride;
};

NODISCARD bool picture_encode(struct arena *arena, const struct picture *picture, str *png,
                              struct error *error);

#endif
