/* SPDX-License-Identifier: MIT */
#include "scene/font.h"

#include "font_internal.h"

#include <string.h>

struct open_face {
    const struct font_file *file;
    struct shaper *shaper;
    struct font_metrics metrics;
};

struct fonts {
    struct arena arena;
    struct font_files files;
    struct {
        struct open_face *at;
        size_t count, capacity;
    } faces;
    str families; /* for errors */
};

struct fonts *fonts_create(const struct font_options *options, struct error *error)
{
    struct arena arena = {0};
    struct fonts *fonts = arena_new(&arena, struct fonts);
    fonts->arena = arena;
    fonts->families =
        str_join(&fonts->arena, options->families, options->family_count, S(", "));
    if (!font_files_find(&fonts->arena, options, &fonts->files, error)) {
        fonts_destroy(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_destroy(struct fonts *fonts)
{
    if (fonts) {
        for (size_t i = 0; i < fonts->faces.count; i++) {
            shaper_destroy(fonts->faces.at[i].shaper);
        }
        struct arena arena = fonts->arena; /* it holds `fonts` itself */
        arena_finish(&arena);
    }
}

struct face fonts_face(const struct fonts *fonts, size_t face)
{
    const struct font_file *file = fonts->faces.at[face].file;
    return (struct face){file->path, file->index};
}

/* --- faces of styles ------------------------------------------------------------------ */

enum { NO_FACE = -1 };

static long open_face(struct fonts *fonts, const struct font_file *file,
                      struct error *error)
{
    for (size_t i = 0; i < fonts->faces.count; i++) {
        if (fonts->faces.at[i].file == file) {
            return (long)i;
        }
    }
    struct shaper *shaper = shaper_create(file->path, file->index, error);
    if (!shaper) {
        return NO_FACE;
    }
    *arena_push(&fonts->arena, &fonts->faces) = (struct open_face){
        .file = file,
        .shaper = shaper,
        .metrics = shaper_metrics(shaper),
    };
    return (long)fonts->faces.count - 1;
}

static long face_of(struct fonts *fonts, const struct text_style *style,
                    struct error *error)
{
    const struct font_file *file =
        font_files_nearest(&fonts->files, style->family, style->weight, style->is_italic);
    if (!file) {
        error_set(error, ERROR_CONFIG,
                  "the font family \"%.*s\" is not among those opened: %.*s",
                  STR_ARG(style->family), STR_ARG(fonts->families));
        return NO_FACE;
    }
    return open_face(fonts, file, error);
}

/* --- shaping -------------------------------------------------------------------------- */

static bool refuse_character(const struct text_span *span, str text, size_t at,
                             struct error *error)
{
    uint32_t character = 0;
    str printed = str_slice(text, at, at + str_decode(text, at, &character));
    bool is_control = character < ' ' || (character >= 0x7F && character < 0xA0);
    if (is_control) {
        printed = (str){0};
    }
    error_at(error, ERROR_CONFIG, span->place,
             "the font family \"%.*s\" has no glyph for U+%04X%s%.*s%s",
             STR_ARG(span->style.family), character, is_control ? "" : " \"",
             STR_ARG(printed), is_control ? "" : "\"");
    return error_hint(error, "use another character, or another family in the theme");
}

static size_t level_end(const unsigned char *levels, size_t from, size_t to)
{
    size_t end = from + 1;
    while (levels && end < to && levels[end] == levels[from]) {
        end++;
    }
    return levels ? end : to;
}

/* Adds the pieces of one span, which is text[from, to) of the paragraph. */
static bool add_span(struct arena *arena, struct fonts *fonts, struct paragraph *paragraph,
                     const unsigned char *levels, const struct text_span *span, size_t from,
                     size_t to, struct error *error)
{
    long face = face_of(fonts, &span->style, error);
    if (face == NO_FACE) {
        return false;
    }
    const struct open_face *open = &fonts->faces.at[face];
    for (size_t end; from < to; from = end) {
        end = shaper_script_end(paragraph->text, from, level_end(levels, from, to));
        struct text_piece *piece = arena_push(arena, paragraph);
        piece->span = span;
        piece->from = from;
        piece->to = end;
        piece->face = (size_t)face;
        piece->level = levels ? levels[from] : 0;
        piece->metrics = open->metrics;
        piece->shaped = shaper_shape(arena, open->shaper, paragraph->text, from, end,
                                     piece->level % 2 == 1);
        if (piece->shaped.missing_at != SIZE_MAX) {
            return refuse_character(span, paragraph->text, piece->shaped.missing_at, error);
        }
    }
    return true;
}

static str join_spans(struct arena *arena, const struct text_span *spans, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        length += spans[i].text.length;
    }
    char *text = arena_array(arena, char, length + 1);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if (spans[i].text.length) {
            memcpy(text + at, spans[i].text.at, spans[i].text.length);
            at += spans[i].text.length;
        }
    }
    return (str){text, length};
}

static bool shape_paragraph(struct arena *arena, struct fonts *fonts,
                            const struct text_span *spans, size_t span_count,
                            struct paragraph *paragraph, struct error *error)
{
    paragraph->text = join_spans(arena, spans, span_count);
    if (str_invalid_at(paragraph->text) < paragraph->text.length) {
        return error_at(error, ERROR_DATA, spans[0].place, "the text is not UTF-8");
    }
    const unsigned char *levels = break_levels(arena, paragraph->text);
    paragraph->at = arena_array(arena, struct text_piece, span_count);
    paragraph->capacity = span_count; /* nearly always enough */
    size_t from = 0;
    for (size_t i = 0; i < span_count; i++) {
        size_t to = from + spans[i].text.length;
        if (!add_span(arena, fonts, paragraph, levels, &spans[i], from, to, error)) {
            return false;
        }
        from = to;
    }
    return true;
}

static size_t length_without_space(str text)
{
    while (text.length && text.at[text.length - 1] == ' ') {
        text.length--;
    }
    return text.length;
}

struct text_line font_line(struct arena *arena, struct fonts *fonts, str text,
                           const struct text_style *style, struct error *error)
{
    struct text_span span = {.text = text, .style = *style};
    struct paragraph paragraph = {0};
    if (!shape_paragraph(arena, fonts, &span, 1, &paragraph, error)) {
        return (struct text_line){0};
    }
    return lines_make(arena, &paragraph, 0, length_without_space(paragraph.text), 0);
}

struct text_block font_block(struct arena *arena, struct fonts *fonts,
                             const struct text_span *spans, size_t span_count,
                             struct text_layout layout, struct error *error)
{
    struct paragraph paragraph = {0};
    if (!shape_paragraph(arena, fonts, spans, span_count, &paragraph, error)) {
        return (struct text_block){0};
    }
    return lines_break(arena, &paragraph, layout);
}

/* --- measures ------------------------------------------------------------------------- */

/* Errors are left to the text that is set in the style. */
double font_cap_height(struct fonts *fonts, const struct text_style *style)
{
    struct error ignored = {0};
    long face = face_of(fonts, style, &ignored);
    return face == NO_FACE ? 0 : fonts->faces.at[face].metrics.cap_height;
}
