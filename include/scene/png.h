/* SPDX-License-Identifier: MIT */
/* Pictures of few colours, written as PNG. */
#ifndef SCENE_PNG_H
#define SCENE_PNG_H

#include "base/error.h"

struct png_indexed {
    size_t width, height;
    const unsigned char *indexes; /* of each pixel, in the palette */
    const unsigned char (*palette)[3]; /* red, green, blue */
    size_t color_count; /* at most 256 */
};

NODISCARD bool png_write_indexed(struct arena *arena, const struct png_indexed *from,
                                 str *png, struct error *error);

#endif
