/* SPDX-License-Identifier: MIT */
/* Which face sets what: that of a style, or one that helps it out. */
#include "font_internal.h"

#include <string.h>

static long open_face(struct fonts *fonts, const struct font_file *file,
                      struct error *error)
{
    for (size_t i = 0; i < fonts->faces.count; i++) {
        const struct font_file *open = fonts->faces.at[i].file;
        if (str_equal(open->path, file->path) && open->index == file->index) {
            return (long)i;
        }
    }
    struct shaper *shaper =
        shaper_create(file->path, file->index, fonts->options.language, error);
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

long face_of_style(struct fonts *fonts, const struct text_style *style, struct error *error)
{
    const struct font_file *file =
        font_files_nearest(&fonts->files, style->family, style->weight, style->is_italic);
    if (!file) {
        str families = str_join(&fonts->arena, fonts->options.families,
                                fonts->options.family_count, S(", "));
        error_set(error, ERROR_CONFIG,
                  "the font family \"%.*s\" is not among those opened: %.*s",
                  STR_ARG(style->family), STR_ARG(families));
        return NO_FACE;
    }
    return open_face(fonts, file, error);
}

/* --- faces that help out ----------------------------------------------------------------
 */

static const struct font_fallbacks *fallbacks_of(const struct fonts *fonts, str family)
{
    static const struct font_fallbacks none;
    const struct font_options *options = &fonts->options;
    for (size_t i = 0; i < options->family_count; i++) {
        if (str_equal(options->families[i], family)) {
            return &options->fallbacks[i];
        }
    }
    return &none;
}

static bool is_among(str text, const str *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(text, texts[i])) {
            return true;
        }
    }
    return false;
}

/* Their files are looked for when the first of them has to help, all in one go. */
static void find_fallbacks(struct fonts *fonts)
{
    const struct font_options *options = &fonts->options;
    if (fonts->has_fallback_files) {
        return;
    }
    str *families = arena_array(&fonts->arena, str,
                                options->family_count * (size_t)FALLBACK_FAMILIES_MAX);
    size_t count = 0;
    for (size_t i = 0; i < options->family_count; i++) {
        for (size_t k = 0; k < options->fallbacks[i].count; k++) {
            str family = options->fallbacks[i].at[k];
            if (!is_among(family, families, count)) {
                families[count++] = family;
            }
        }
    }
    struct font_options wanted = {
        .families = families,
        .family_count = count,
        .folders = options->fallback_folders,
        .folder_count = options->fallback_folder_count,
    };
    font_files_find_some(&fonts->arena, &wanted, &fonts->fallback_files);
    fonts->has_fallback_files = true;
}

long face_with(struct fonts *fonts, const struct text_style *style, uint32_t character)
{
    const struct font_fallbacks *families = fallbacks_of(fonts, style->family);
    for (size_t i = 0; i < families->count; i++) {
        find_fallbacks(fonts);
        const struct font_file *file = font_files_nearest(
            &fonts->fallback_files, families->at[i], style->weight, style->is_italic);
        struct error ignored = {0}; /* of a file that is no font: the next may do */
        long face = file ? open_face(fonts, file, &ignored) : NO_FACE;
        if (face != NO_FACE && shaper_has(fonts->faces.at[face].shaper, character)) {
            return face;
        }
    }
    return NO_FACE;
}

/* Whether the package is the one for such characters: East Asia has its own. */
static bool is_for(const char *package, uint32_t character)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        {0x1100, 0x11FF}, {0x2E80, 0xD7FF}, {0xF900, 0xFAFF},
        {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF},
    };
    bool is_east_asian = false;
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        is_east_asian |= character >= ranges[i].from && character <= ranges[i].to;
    }
    return is_east_asian == (strcmp(package, "fonts-noto-cjk") == 0);
}

bool face_hint(struct fonts *fonts, const struct text_style *style, uint32_t character,
               struct error *error)
{
    const struct font_options *options = &fonts->options;
    const struct font_fallbacks *families = fallbacks_of(fonts, style->family);
    for (size_t i = 0; i < families->count; i++) {
        str family = families->at[i];
        const char *package = font_files_package(family);
        if (package && is_for(package, character) &&
            !font_files_nearest(&fonts->fallback_files, family, style->weight, false)) {
            str folders = str_join(&fonts->arena, options->fallback_folders,
                                   options->fallback_folder_count, S(", "));
            return error_hint(error, "install %s: the font family \"%.*s\" is not in %.*s",
                              package, STR_ARG(family), STR_ARG(folders));
        }
    }
    return error_hint(error, "use another character, or another family in the theme");
}
