/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include "scene/png.h"

#include <stdlib.h>

enum { COLORS_MAX = 256, SLOTS_FIRST = 4096 };

/* A colour of the picture. */
struct shade {
    uint32_t rgb;
    uint32_t count; /* of its pixels; 0 in a free slot */
    uint8_t index; /* in the palette */
};

/* All of them, hashed with open addressing: at most half of the slots are taken. */
struct shades {
    struct arena *arena;
    struct shade *slots;
    size_t slot_count; /* a power of two */
    size_t count;
};

/* --- counting ----------------------------------------------------------------------- */

static struct shade *find_slot(const struct shades *shades, uint32_t rgb)
{
    const uint32_t golden = 0x9E3779B1U;
    size_t slot = rgb * golden >> 8 & (shades->slot_count - 1);
    while (shades->slots[slot].count && shades->slots[slot].rgb != rgb) {
        slot = (slot + 1) & (shades->slot_count - 1);
    }
    return &shades->slots[slot];
}

static void grow(struct shades *shades)
{
    struct shade *old = shades->slots;
    size_t old_count = shades->slot_count;
    shades->slot_count = old_count ? 2 * old_count : SLOTS_FIRST;
    shades->slots = arena_array(shades->arena, struct shade, shades->slot_count);
    for (size_t i = 0; i < old_count; i++) {
        if (old[i].count) {
            *find_slot(shades, old[i].rgb) = old[i];
        }
    }
}

static void add(struct shades *shades, uint32_t rgb, uint32_t count)
{
    if (2 * shades->count >= shades->slot_count) {
        grow(shades);
    }
    struct shade *shade = find_slot(shades, rgb);
    shades->count += shade->count == 0;
    shade->rgb = rgb;
    shade->count += count;
}

static uint32_t pixel_at(const struct picture *picture, size_t x, size_t y)
{
    return picture->pixels[y * picture->stride + x] & 0xFFFFFFU;
}

/* Run by run: drawings are mostly flat. */
static void count_shades(struct shades *shades, const struct picture *picture)
{
    for (size_t y = 0; y < picture->height; y++) {
        for (size_t x = 0; x < picture->width;) {
            uint32_t rgb = pixel_at(picture, x, y);
            size_t end = x + 1;
            while (end < picture->width && pixel_at(picture, end, y) == rgb) {
                end++;
            }
            add(shades, rgb, (uint32_t)(end - x));
            x = end;
        }
    }
}

/* --- palette ------------------------------------------------------------------------ */

/* The most frequent first; equally frequent ones by colour, for the same bytes each time.
 */
static int compare_shades(const void *left, const void *right)
{
    const struct shade *a = left;
    const struct shade *b = right;
    if (a->count != b->count) {
        return a->count > b->count ? -1 : 1;
    }
    return a->rgb < b->rgb ? -1 : a->rgb > b->rgb;
}

static int32_t channel(uint32_t rgb, int shift)
{
    return (int32_t)(rgb >> shift & 0xFFU);
}

static int32_t distance(uint32_t a, uint32_t b)
{
    int32_t sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int32_t difference = channel(a, shift) - channel(b, shift);
        sum += difference * difference;
    }
    return sum;
}

static uint8_t nearest(const struct shade *palette, size_t count, uint32_t rgb)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++) {
        if (distance(palette[i].rgb, rgb) < distance(palette[best].rgb, rgb)) {
            best = i;
        }
    }
    return (uint8_t)best;
}

/* Gives the colours of the palette, and each shade its index in it. */
static size_t make_palette(struct shades *shades, unsigned char palette[COLORS_MAX][3])
{
    struct shade *sorted = arena_array(shades->arena, struct shade, shades->count);
    size_t count = 0;
    for (size_t i = 0; i < shades->slot_count; i++) {
        if (shades->slots[i].count) {
            sorted[count++] = shades->slots[i];
        }
    }
    qsort(sorted, count, sizeof *sorted, compare_shades);
    size_t colors = count < COLORS_MAX ? count : COLORS_MAX;
    for (size_t i = 0; i < count; i++) {
        find_slot(shades, sorted[i].rgb)->index =
            i < colors ? (uint8_t)i : nearest(sorted, colors, sorted[i].rgb);
    }
    for (size_t i = 0; i < colors; i++) {
        for (size_t part = 0; part < 3; part++) {
            palette[i][part] = (unsigned char)(sorted[i].rgb >> (16 - 8 * part));
        }
    }
    return colors;
}

/* --- writing ------------------------------------------------------------------------ */

static unsigned char *index_pixels(struct shades *shades, const struct picture *picture)
{
    unsigned char *indexes =
        arena_array(shades->arena, unsigned char, picture->width * picture->height);
    unsigned char *at = indexes;
    const struct shade *shade = shades->slots;
    for (size_t y = 0; y < picture->height; y++) {
        for (size_t x = 0; x < picture->width; x++) {
            uint32_t rgb = pixel_at(picture, x, y);
            if (shade->rgb != rgb || !shade->count) {
                shade = find_slot(shades, rgb);
            }
            *at++ = shade->index;
        }
    }
    return indexes;
}

bool picture_encode(struct arena *arena, const struct picture *picture, str *png,
                    struct error *error)
{
    struct arena scratch = {0};
    struct shades shades = {.arena = &scratch};
    unsigned char palette[COLORS_MAX][3];
    count_shades(&shades, picture);
    struct png_indexed indexed = {
        .width = picture->width,
        .height = picture->height,
        .palette = (const unsigned char(*)[3])palette,
        .color_count = make_palette(&shades, palette), /* before the indexes into it */
    };
    indexed.indexes = index_pixels(&shades, picture);
    bool is_written = png_write_indexed(arena, &indexed, png, error);
    arena_finish(&scratch);
    return is_written;
}
