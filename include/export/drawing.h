/* SPDX-License-Identifier: MIT */
/*
 * Drawing: scenes through Cairo. The only includer of cairo's surfaces.
 *
 * Text is drawn as glyphs with their clusters, so that it can be selected
 * and searched. Nothing is rasterised. Structure groups become Cairo's tags
 * where Cairo 1.16 knows them; artifacts stay untagged.
 */
#ifndef EXPORT_DRAWING_H
#define EXPORT_DRAWING_H

#include "scene/scene.h"

/* All scenes as the pages of one PDF. */
NODISCARD bool drawing_pdf(struct arena *arena, const struct scene *const *scenes,
                           size_t count, const struct fonts *fonts, str *pdf,
                           struct error *error);

/* One scene as PNG, `scale` pixels per point, on white. */
NODISCARD bool drawing_png(struct arena *arena, const struct scene *scene,
                           const struct fonts *fonts, double scale, str *png,
                           struct error *error);

#endif
