/* SPDX-License-Identifier: MIT */
/*
 * Web fonts: the faces that a page or picture uses, embedded in its style sheet, each cut
 * down to the characters that are set in it.
 *
 * A face is a font family of its own, `y0`, `y1` ..., by its number: what was shaped with
 * a file is shown with that file, whatever the reader has installed. It stands for every
 * weight, so that nothing is made bolder than it is.
 */
#ifndef EXPORT_WEBFONT_H
#define EXPORT_WEBFONT_H

#include "base/buffer.h"
#include "export/characters.h"
#include "scene/scene.h"

/* A zeroed struct with its arena set is an empty list. */
struct webfonts {
    struct arena *arena;
    struct characters **at; /* by face; NULL: not used */
    size_t count, capacity;
};

void webfonts_add(struct webfonts *webfonts, size_t face, str text);
void webfonts_add_line(struct webfonts *webfonts, const struct text_line *line);
void webfonts_add_scene(struct webfonts *webfonts, const struct scene *scene);

/* One @font-face for each face. The same characters give the same bytes. */
NODISCARD bool webfonts_css(const struct webfonts *webfonts, const struct fonts *fonts,
                            struct buffer *css, struct error *error);

#endif
