/* SPDX-License-Identifier: MIT */
/*
 * Text to glyphs: the only includer of HarfBuzz.
 *
 * Glyphs are shaped in the units of the font, whatever the size, so that
 * nothing is ever rounded.
 */
#include "font_internal.h"

#include "scene/scene.h"

#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>

struct shaper {
    hb_font_t *font;
    hb_buffer_t *buffer;
    hb_language_t language;
    double unit; /* as part of the size */
};

static const double narrow_space = 0.2; /* of the size */

struct shaper *shaper_create(str path, int index, str language, struct error *error)
{
    struct arena scratch = {0};
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_c(&scratch, path));
    arena_finish(&scratch);
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    struct shaper *shaper = calloc(1, sizeof *shaper);
    if (!shaper || !hb_face_get_glyph_count(face)) {
        error_at(error, ERROR_CONFIG, (struct place){.file = path}, "this is not a font");
        hb_face_destroy(face);
        free(shaper);
        return NULL;
    }
    shaper->unit = 1.0 / hb_face_get_upem(face);
    shaper->font = hb_font_create(face);
    shaper->buffer = hb_buffer_create();
    shaper->language = hb_language_from_string(language.at, (int)language.length);
    hb_face_destroy(face);
    return shaper;
}

void shaper_destroy(struct shaper *shaper)
{
    if (shaper) {
        hb_buffer_destroy(shaper->buffer);
        hb_font_destroy(shaper->font);
        free(shaper);
    }
}

static double metric(const struct shaper *shaper, hb_ot_metrics_tag_t tag)
{
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(shaper->font, tag, &position);
    return position * shaper->unit;
}

struct font_metrics shaper_metrics(const struct shaper *shaper)
{
    return (struct font_metrics){
        .unit = shaper->unit,
        .ascent = metric(shaper, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
        .descent = -metric(shaper, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
        .cap_height = metric(shaper, HB_OT_METRICS_TAG_CAP_HEIGHT),
    };
}

static bool is_letter(unsigned char byte)
{
    unsigned lower = byte | 0x20U;
    return lower >= 'a' && lower <= 'z';
}

/* Ligatures off, figures of one width; the last one, no kerning, is for figures alone. */
static const hb_feature_t features[] = {
    {HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END},
    {HB_TAG('t', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END},
    {HB_TAG('k', 'e', 'r', 'n'), 0, 0, HB_FEATURE_GLOBAL_END},
};

/* A number and its signs: kerned, as "7," is, it would not align in a column. */
static bool is_figure(str text)
{
    bool has_digit = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (is_letter(byte)) {
            return false;
        }
        has_digit |= byte >= '0' && byte <= '9';
    }
    return has_digit;
}

static void shape(struct shaper *shaper, str text, size_t from, size_t to,
                  bool is_right_to_left)
{
    hb_buffer_t *buffer = shaper->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.at, (int)text.length, (unsigned)from, (int)(to - from));
    hb_buffer_set_direction(buffer, is_right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, shaper->language);
    /* Vowel signs have glyphs of their own, and so are characters of their own to a reader.
     */
    hb_buffer_set_cluster_level(buffer, is_right_to_left
                                            ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
                                            : HB_BUFFER_CLUSTER_LEVEL_DEFAULT);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_guess_segment_properties(buffer); /* the script */
    bool has_kerning = !is_figure(str_slice(text, from, to));
    hb_shape(shaper->font, buffer, features, COUNT_OF(features) - has_kerning);
}

/* Tabs and line ends are set as spaces; fonts have no glyphs for them. */
static bool is_set_as_space(str text, size_t at)
{
    uint32_t character = 0;
    str_decode(text, at, &character);
    return (character >= '\t' && character <= '\r') || character == 0x2028 ||
           character == 0x2029;
}

static hb_codepoint_t space_glyph(const struct shaper *shaper)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(shaper->font, ' ', &glyph);
    return glyph;
}

/* U+202F, of which HarfBuzz makes half a space: too narrow to part thousands in a serif. */
static bool is_narrow_space(const struct shaper *shaper, str text, size_t at)
{
    hb_codepoint_t own;
    uint32_t character = 0;
    str_decode(text, at, &character);
    return character == 0x202F && !hb_font_get_nominal_glyph(shaper->font, character, &own);
}

struct shaped shaper_shape(struct arena *arena, struct shaper *shaper, str text,
                           size_t from, size_t to, bool is_right_to_left)
{
    shape(shaper, text, from, to, is_right_to_left);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    struct shaped shaped = {
        .at = arena_array(arena, struct shaped_glyph, count),
        .count = count,
        .missing_at = SIZE_MAX,
    };
    for (unsigned i = 0; i < count; i++) {
        hb_codepoint_t id = infos[i].codepoint;
        hb_position_t advance = positions[i].x_advance;
        if (!id && is_set_as_space(text, infos[i].cluster)) {
            id = space_glyph(shaper);
            advance = hb_font_get_glyph_h_advance(shaper->font, id);
        } else if (!id && infos[i].cluster < shaped.missing_at) {
            shaped.missing_at = infos[i].cluster;
        } else if (is_narrow_space(shaper, text, infos[i].cluster)) {
            advance = (hb_position_t)(narrow_space / shaper->unit);
        }
        shaped.at[i] = (struct shaped_glyph){
            .id = id,
            .cluster = infos[i].cluster,
            .advance = advance,
            .x = positions[i].x_offset,
            .y = positions[i].y_offset,
        };
    }
    return shaped;
}

/* HarfBuzz makes these out of the space. */
static bool is_made_space(uint32_t character)
{
    return (character >= 0x2000 && character <= 0x200A) || character == 0x202F ||
           character == 0x205F;
}

bool shaper_has(const struct shaper *shaper, uint32_t character)
{
    hb_codepoint_t glyph;
    return is_made_space(character) ||
           hb_font_get_nominal_glyph(shaper->font, character, &glyph);
}

static bool is_wide(uint32_t character)
{
    return character >= 0x2E80;
}

bool shaper_is_wide_mark(str text, size_t at, str language)
{
    static const uint32_t marks[] = {0xB7,   0x2014, 0x2015, 0x2018,
                                     0x2019, 0x201C, 0x201D, 0x2026};
    bool is_east_asian = str_starts(language, S("ja")) || str_starts(language, S("zh"));
    uint32_t character = 0;
    uint32_t neighbour = 0;
    size_t length = str_decode(text, at, &character);
    bool is_mark = false;
    for (size_t i = 0; is_east_asian && i < COUNT_OF(marks); i++) {
        is_mark |= character == marks[i];
    }
    if (!is_mark) {
        return false;
    }
    size_t before = at;
    while (before > 0 && ((unsigned char)text.at[--before] & 0xC0U) == 0x80U) {
    }
    return (before < at && str_decode(text, before, &neighbour) && is_wide(neighbour)) ||
           (at + length < text.length && str_decode(text, at + length, &neighbour) &&
            is_wide(neighbour));
}

static bool has_own_script(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

/* ASCII, which most text is, without a look into tables. */
static hb_script_t script_of(hb_unicode_funcs_t *unicode, uint32_t character)
{
    if (character >= 0x80) {
        return hb_unicode_script(unicode, character);
    }
    return is_letter((unsigned char)character) ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
}

size_t shaper_script_end(str text, size_t from, size_t to)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t script = HB_SCRIPT_COMMON;
    size_t length;
    for (size_t at = from; at < to; at += length) {
        uint32_t character = 0;
        length = str_decode(text, at, &character);
        hb_script_t next = script_of(unicode, character);
        if (has_own_script(script) && has_own_script(next) && next != script) {
            return at;
        }
        script = has_own_script(next) ? next : script;
    }
    return to;
}

/* --- outlines -------------------------------------------------------------------------
 */

struct tracing {
    struct arena *arena;
    struct path *path;
    double scale; /* points per unit of the face */
    point origin;
};

static point traced(const struct tracing *tracing, float x, float y)
{
    return (point){tracing->origin.x + (double)x * tracing->scale,
                   tracing->origin.y - (double)y * tracing->scale};
}

static void trace_move(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                       float x, float y, void *unused)
{
    (void)functions, (void)state, (void)unused;
    struct tracing *tracing = data;
    path_move(tracing->arena, tracing->path, traced(tracing, x, y));
}

static void trace_line(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                       float x, float y, void *unused)
{
    (void)functions, (void)state, (void)unused;
    struct tracing *tracing = data;
    path_line(tracing->arena, tracing->path, traced(tracing, x, y));
}

/* HarfBuzz hands on quadratic curves as cubic ones too. */
static void trace_curve(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                        float x1, float y1, float x2, float y2, float x, float y,
                        void *unused)
{
    (void)functions, (void)state, (void)unused;
    struct tracing *tracing = data;
    path_curve(tracing->arena, tracing->path, traced(tracing, x1, y1),
               traced(tracing, x2, y2), traced(tracing, x, y));
}

static void trace_close(hb_draw_funcs_t *functions, void *data, hb_draw_state_t *state,
                        void *unused)
{
    (void)functions, (void)state, (void)unused;
    struct tracing *tracing = data;
    path_close(tracing->arena, tracing->path);
}

void shaper_outline(struct arena *arena, struct shaper *shaper, uint32_t glyph, double size,
                    point at, struct path *path)
{
    struct tracing tracing = {arena, path, size * shaper->unit, at};
    hb_draw_funcs_t *functions = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(functions, trace_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(functions, trace_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(functions, trace_curve, NULL, NULL);
    hb_draw_funcs_set_close_path_func(functions, trace_close, NULL, NULL);
    hb_font_get_glyph_shape(shaper->font, glyph, functions, &tracing);
    hb_draw_funcs_destroy(functions);
}
