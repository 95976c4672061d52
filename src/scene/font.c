/* SPDX-License-Identifier: MIT */
#include "scene/font.h"

#include "font_internal.h"

#include "base/language.h"

static str *copy_texts(struct arena *arena, const str *texts, size_t count)
{
    str *copy = arena_array(arena, str, count);
    for (size_t i = 0; texts && i < count; i++) {
        copy[i] = str_copy(arena, texts[i]);
    }
    return copy;
}

static struct font_fallbacks *copy_fallbacks(struct arena *arena,
                                             const struct font_options *options)
{
    struct font_fallbacks *copy =
        arena_array(arena, struct font_fallbacks, options->family_count);
    for (size_t i = 0; options->fallbacks && i < options->family_count; i++) {
        copy[i].count = options->fallbacks[i].count;
        for (size_t k = 0; k < copy[i].count; k++) {
            copy[i].at[k] = str_copy(arena, options->fallbacks[i].at[k]);
        }
    }
    return copy;
}

static struct font_options copy_options(struct arena *arena,
                                        const struct font_options *options)
{
    struct font_options copy = *options;
    copy.families = copy_texts(arena, options->families, options->family_count);
    copy.folders = copy_texts(arena, options->folders, options->folder_count);
    copy.language = options->language.length ? str_copy(arena, options->language) : S("en");
    copy.fallbacks = copy_fallbacks(arena, options);
    copy.fallback_folders =
        copy_texts(arena, options->fallback_folders, options->fallback_folder_count);
    copy.hyphenation = str_copy(arena, options->hyphenation);
    return copy;
}

struct fonts *fonts_create(const struct font_options *options, struct error *error)
{
    struct arena arena = {0};
    struct fonts *fonts = arena_new(&arena, struct fonts);
    fonts->arena = arena;
    fonts->options = copy_options(&fonts->arena, options);
    fonts->is_right_to_left =
        language_is_right_to_left(language_find(fonts->options.language));
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

size_t fonts_count(const struct fonts *fonts)
{
    return fonts->faces.count;
}

struct face fonts_face(const struct fonts *fonts, size_t face)
{
    const struct font_file *file = fonts->faces.at[face].file;
    return (struct face){file->path, file->index};
}

void font_outline(struct arena *arena, const struct fonts *fonts, size_t face,
                  uint32_t glyph, double size, point at, struct path *path)
{
    struct shaper *shaper = fonts->faces.at[face].shaper;
    shaper_outline(arena, shaper, glyph, size, at, path);
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
    if (!paragraph_shape(arena, fonts, &span, 1, &paragraph, error)) {
        return (struct text_line){0};
    }
    return line_make(arena, &paragraph, 0, length_without_space(paragraph.text), 0);
}

struct text_block font_block(struct arena *arena, struct fonts *fonts,
                             const struct text_span *spans, size_t span_count,
                             struct text_layout layout, struct error *error)
{
    struct paragraph paragraph = {0};
    if (!paragraph_shape(arena, fonts, spans, span_count, &paragraph, error)) {
        return (struct text_block){0};
    }
    struct text_block block = lines_break(arena, &paragraph, layout, error);
    return error->kind ? (struct text_block){0} : block;
}

/* Errors are left to the text that is set in the style. */
double font_cap_height(struct fonts *fonts, const struct text_style *style)
{
    struct error ignored = {0};
    long face = face_of_style(fonts, style, &ignored);
    return face == NO_FACE ? 0 : fonts->faces.at[face].metrics.cap_height;
}
