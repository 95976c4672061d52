/* SPDX-License-Identifier: MIT */
/*
 * Fonts are written as WOFF 1.0 (W3C Recommendation, 2012): the tables of the font file,
 * each packed by itself.
 */
#include "export/webfont.h"

#include "base/base64.h"
#include "base/deflate.h"
#include "export/subset.h"

/* --- characters ---------------------------------------------------------------------- */

void webfonts_add(struct webfonts *webfonts, size_t face, str text)
{
    while (webfonts->count <= face) {
        *arena_push(webfonts->arena, webfonts) = NULL;
    }
    struct characters **set = &webfonts->at[face];
    if (!*set) {
        *set = arena_new(webfonts->arena, struct characters);
    }
    characters_add(webfonts->arena, *set, text);
}

void webfonts_add_line(struct webfonts *webfonts, const struct text_line *line)
{
    for (size_t i = 0; i < line->run_count; i++) {
        webfonts_add(webfonts, line->runs[i].face, line->runs[i].text);
    }
}

void webfonts_add_scene(struct webfonts *webfonts, const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_TEXT) {
            webfonts_add_line(webfonts, &scene->at[i].line);
        }
    }
}

/* --- files --------------------------------------------------------------------------- */

enum {
    SFNT_HEADER = 12,
    SFNT_ENTRY = 16,
    WOFF_HEADER = 44,
    WOFF_ENTRY = 20,
};

static uint32_t number_at(str bytes, size_t at)
{
    uint32_t number = 0;
    for (size_t i = at; i < at + 4; i++) {
        number = number << 8 | (i < bytes.length ? (unsigned char)bytes.at[i] : 0);
    }
    return number;
}

static void add_number(struct buffer *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        buffer_add_byte(out, (char)(number >> shift & 0xFF));
    }
}

static void add_short(struct buffer *out, uint32_t number)
{
    buffer_add_byte(out, (char)(number >> 8 & 0xFF));
    buffer_add_byte(out, (char)(number & 0xFF));
}

static size_t padded(size_t length)
{
    return (length + 3) / 4 * 4;
}

/* The tables' entries, and their bytes for what follows them. */
static void add_tables(struct arena *arena, str font, size_t count, struct buffer *entries,
                       struct buffer *tables)
{
    size_t start = WOFF_HEADER + count * WOFF_ENTRY;
    for (size_t i = 0; i < count; i++) {
        size_t entry = SFNT_HEADER + i * SFNT_ENTRY;
        size_t offset = number_at(font, entry + 8);
        str table = str_slice(font, offset, offset + number_at(font, entry + 12));
        str packed = deflate_pack(arena, table);
        str stored = packed.length < table.length ? packed : table;
        add_number(entries, number_at(font, entry)); /* the table's name */
        add_number(entries, (uint32_t)(start + tables->count));
        add_number(entries, (uint32_t)stored.length);
        add_number(entries, (uint32_t)table.length);
        add_number(entries, number_at(font, entry + 4)); /* its checksum */
        buffer_add(tables, stored);
        while (tables->count != padded(tables->count)) {
            buffer_add_byte(tables, '\0');
        }
    }
}

static str woff(struct arena *arena, str font)
{
    size_t count = number_at(font, 4) >> 16;
    struct buffer entries = {.arena = arena};
    struct buffer tables = {.arena = arena};
    add_tables(arena, font, count, &entries, &tables);
    size_t plain = SFNT_HEADER + count * SFNT_ENTRY;
    for (size_t i = 0; i < count; i++) {
        plain += padded(number_at(font, SFNT_HEADER + i * SFNT_ENTRY + 12));
    }
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("wOFF"));
    add_number(&out, number_at(font, 0)); /* TrueType or CFF */
    add_number(&out, (uint32_t)(WOFF_HEADER + entries.count + tables.count));
    add_short(&out, (uint32_t)count);
    add_short(&out, 0);
    add_number(&out, (uint32_t)plain);
    for (size_t i = 0; i < 6; i++) {
        add_number(&out, 0); /* version; no metadata, no private block */
    }
    buffer_add(&out, buffer_text(&entries));
    buffer_add(&out, buffer_text(&tables));
    return buffer_text(&out);
}

static bool add_face(const struct webfonts *webfonts, const struct fonts *fonts,
                     size_t number, struct buffer *css, struct error *error)
{
    const struct characters *set = webfonts->at[number];
    struct face face = fonts_face(fonts, number);
    const uint32_t *characters = characters_list(webfonts->arena, set);
    struct hb_blob_t *subset =
        subset_for_shaping(webfonts->arena, face, characters, set->count);
    if (!subset) {
        return error_set(error, ERROR_SOFTWARE, "the font file \"%.*s\" cannot be cut down",
                         STR_ARG(face.path));
    }
    buffer_print(
        css,
        "@font-face{font-family:y%zu;font-weight:1 1000;src:url(data:font/woff;base64,",
        number);
    base64_add(css, woff(webfonts->arena, subset_bytes(subset)));
    buffer_add(css, S(")}\n"));
    subset_destroy(subset);
    return true;
}

bool webfonts_css(const struct webfonts *webfonts, const struct fonts *fonts,
                  struct buffer *css, struct error *error)
{
    for (size_t face = 0; face < webfonts->count; face++) {
        if (webfonts->at[face] && !add_face(webfonts, fonts, face, css, error)) {
            return false;
        }
    }
    return true;
}
