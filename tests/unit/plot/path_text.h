/* SPDX-License-Identifier: MIT */
/* Paths as texts: "M0,0 L10,5 C... Z", one decimal. */
#ifndef TESTS_PATH_TEXT_H
#define TESTS_PATH_TEXT_H

#include "base/buffer.h"
#include "scene/scene.h"

#include <math.h>

static inline str path_text(struct arena *arena, const struct path *path)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        size_t points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        buffer_print(&text, "%s%c", i ? " " : "", "MLCZ"[step->verb]);
        for (size_t p = 0; p < points; p++) {
            double x = round(step->at[p].x * 10) / 10;
            double y = round(step->at[p].y * 10) / 10;
            buffer_print(&text, "%s%.1f,%.1f", p ? " " : "", x + 0.0, y + 0.0);
        }
    }
    return buffer_text(&text);
}

#endif
