/* SPDX-License-Identifier: MIT */
/*
 * Subsets of fonts. The only includer of hb-subset.
 *
 * For Cairo, a font with CFF outlines is cut down to some of its glyphs, which keep
 * their numbers and no longer call subroutines.
 *
 * Cairo makes subsets of its own, but 1.16 counts the hints that a subroutine
 * declares only when it first meets it (cairo-cff-subset.c). With the fonts of
 * East Asia, which share their subroutines, it then takes hints for operators,
 * and embeds all subroutines (900 kB) or misses some that are needed.
 */
#ifndef EXPORT_SUBSET_H
#define EXPORT_SUBSET_H

#include "scene/scene.h"

struct hb_blob_t;

struct subset_glyphs {
    uint32_t *at;
    size_t count, capacity;
};

/* Those of a face in all the scenes, some more than once. */
struct subset_glyphs subset_glyphs(struct arena *arena, const struct scene *const *scenes,
                                   size_t scene_count, size_t face);

/* The bytes of the smaller font; NULL for one that Cairo can do itself: without CFF
 * outlines. */
struct hb_blob_t *subset_create(struct arena *arena, struct face face,
                                const uint32_t *glyphs, size_t count);
void subset_destroy(void *subset);

str subset_bytes(struct hb_blob_t *subset); /* as long as it lives */

/*
 * A face cut down to characters, for a browser that shapes them itself: it keeps what
 * shaping needs, but the ligatures. NULL if the file is no font.
 */
struct hb_blob_t *subset_for_shaping(struct arena *arena, struct face face,
                                     const uint32_t *characters, size_t count);

#endif
