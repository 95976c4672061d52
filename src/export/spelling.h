/* SPDX-License-Identifier: MIT */
/* Spelling: which bytes of its text each group of a run's glyphs stands for. */
#ifndef EXPORT_SPELLING_H
#define EXPORT_SPELLING_H

#include "base/buffer.h"
#include "scene/font.h"

struct cluster {
    int bytes, glyphs;
};

struct spelling {
    struct buffer text; /* as a reader finds it */
    struct cluster *clusters; /* in the order of the text */
    int count;
    bool is_backward; /* right to left: the glyphs come from the end */
};

bool spelling_is_backward(const struct text_run *run);
struct spelling spelling_of(struct arena *arena, const struct text_run *run);

#endif
