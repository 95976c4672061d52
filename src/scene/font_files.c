/* SPDX-License-Identifier: MIT */
/*
 * Font files by family, weight and slant: the only includer of fontconfig.
 *
 * The configuration is private: only the theme's folders, and fontconfig's
 * caches so that fonts are opened once and not at each start. What fits best
 * is decided here, because fontconfig's own matching heeds the language of
 * the environment and always finds some substitute.
 */
#include "font_internal.h"

#include "base/buffer.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>

static void add_xml_text(struct buffer *buffer, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        switch (text.at[i]) {
        case '&':
            buffer_add(buffer, S("&amp;"));
            break;
        case '<':
            buffer_add(buffer, S("&lt;"));
            break;
        default:
            buffer_add_byte(buffer, text.at[i]);
        }
    }
}

static FcConfig *load_config(struct arena *arena, const struct font_options *options)
{
    struct buffer xml = {.arena = arena};
    buffer_add(&xml, S("<?xml version=\"1.0\"?><fontconfig>"
                       "<cachedir>/var/cache/fontconfig</cachedir>"
                       "<cachedir prefix=\"xdg\">fontconfig</cachedir>"));
    for (size_t i = 0; i < options->folder_count; i++) {
        bool is_absolute = str_starts(options->folders[i], S("/"));
        buffer_add(&xml, is_absolute ? S("<dir>") : S("<dir prefix=\"cwd\">"));
        add_xml_text(&xml, options->folders[i]);
        buffer_add(&xml, S("</dir>"));
    }
    buffer_add(&xml, S("</fontconfig>"));
    FcConfig *config = FcConfigCreate();
    const FcChar8 *text = (const FcChar8 *)str_c(arena, buffer_text(&xml));
    if (config && FcConfigParseAndLoadFromMemory(config, text, FcTrue) &&
        FcConfigBuildFonts(config)) {
        return config;
    }
    if (config) {
        FcConfigDestroy(config);
    }
    return NULL;
}

static bool has_family(const FcPattern *pattern, str family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch;
         i++) {
        if (str_equal(str_from((const char *)name), family)) {
            return true;
        }
    }
    return false;
}

/* Variable fonts have ranges where others have numbers: they are passed over. */
static bool describe(struct arena *arena, const FcPattern *pattern, struct font_file *file)
{
    FcChar8 *path;
    int weight;
    int slant;
    if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_INDEX, 0, &file->index) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_SLANT, 0, &slant) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_WIDTH, 0, &file->width) != FcResultMatch) {
        return false;
    }
    file->path = str_copy(arena, str_from((const char *)path));
    file->weight = FcWeightToOpenType(weight);
    file->is_italic = slant != FC_SLANT_ROMAN;
    return true;
}

static size_t add_family(struct arena *arena, const FcFontSet *set, str family,
                         struct font_files *files)
{
    size_t count_before = files->count;
    for (int i = 0; set && i < set->nfont; i++) {
        struct font_file file = {.family = family};
        if (has_family(set->fonts[i], family) && describe(arena, set->fonts[i], &file)) {
            *arena_push(arena, files) = file;
        }
    }
    return files->count - count_before;
}

/* Which package of Debian has a family, by how its name starts. */
static const struct {
    str start;
    const char *package;
} packages[] = {
    {S("PT "), "fonts-paratype"},
    {S("Roboto"), "fonts-roboto-unhinted"},
    {S("Noto Sans CJK"), "fonts-noto-cjk"},
    {S("Noto Sans Mono CJK"), "fonts-noto-cjk"},
    {S("Noto Serif CJK"), "fonts-noto-cjk"},
    {S("Inter"), "fonts-inter"},
    {S("Lato"), "fonts-lato"},
    {S("Liberation"), "fonts-liberation2"},
    {S("Noto"), "fonts-noto-core"}, /* what is not of the CJK ones above */
};

const char *font_files_package(str family)
{
    for (size_t i = 0; i < COUNT_OF(packages); i++) {
        if (str_starts(family, packages[i].start)) {
            return packages[i].package;
        }
    }
    return NULL;
}

/* The families of the set, each once. */
static size_t list_families(const FcFontSet *set, str *families)
{
    size_t count = 0;
    for (int i = 0; set && i < set->nfont; i++) {
        FcChar8 *name;
        if (FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch) {
            continue;
        }
        str family = str_from((const char *)name);
        size_t at = 0;
        while (at < count && !str_equal(families[at], family)) {
            at++;
        }
        families[at] = family;
        count += at == count;
    }
    return count;
}

static bool refuse_family(struct arena *arena, const FcFontSet *set, size_t index,
                          const struct font_options *options, struct error *error)
{
    str family = options->families[index];
    str folders = str_join(arena, options->folders, options->folder_count, S(", "));
    struct place place =
        options->family_places ? options->family_places[index] : (struct place){0};
    error_at(error, ERROR_CONFIG, place, "the font family \"%.*s\" is not in %.*s",
             STR_ARG(family), STR_ARG(folders));
    str *families = arena_array(arena, str, set ? (size_t)set->nfont : 0);
    size_t count = list_families(set, families);
    size_t nearest = str_nearest(family, families, count);
    const char *package = font_files_package(family);
    if (nearest < count) {
        return error_hint(error, "did you mean \"%.*s\"?", STR_ARG(families[nearest]));
    }
    if (package) {
        return error_hint(error, "install %s", package);
    }
    return error_hint(error, "name its folder under fonts: folders: in the theme");
}

bool font_files_find(struct arena *arena, const struct font_options *options,
                     struct font_files *files, struct error *error)
{
    FcConfig *config = load_config(arena, options);
    if (!config) {
        return error_set(error, ERROR_SOFTWARE, "fontconfig cannot read the font folders");
    }
    const FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);
    for (size_t i = 0; i < options->family_count && !error->kind; i++) {
        str family = str_copy(arena, options->families[i]);
        if (!add_family(arena, set, family, files)) {
            refuse_family(arena, set, i, options, error);
        }
    }
    FcConfigDestroy(config);
    return !error->kind;
}

void font_files_find_some(struct arena *arena, const struct font_options *options,
                          struct font_files *files)
{
    FcConfig *config = load_config(arena, options);
    if (!config) {
        return;
    }
    const FcFontSet *set = FcConfigGetFonts(config, FcSetSystem);
    for (size_t i = 0; i < options->family_count; i++) {
        (void)add_family(arena, set, options->families[i], files);
    }
    FcConfigDestroy(config);
}

/* Slant weighs most, then width, then weight; of two as far, the path decides. */
static long distance(const struct font_file *file, int weight, bool is_italic)
{
    return (file->is_italic != is_italic ? 1000000L : 0) + labs(file->width - 100L) * 1000 +
           labs((long)file->weight - weight);
}

const struct font_file *font_files_nearest(const struct font_files *files, str family,
                                           int weight, bool is_italic)
{
    const struct font_file *nearest = NULL;
    for (size_t i = 0; i < files->count; i++) {
        const struct font_file *file = &files->at[i];
        if (!str_equal(file->family, family)) {
            continue;
        }
        long ahead = nearest ? distance(nearest, weight, is_italic) -
                                   distance(file, weight, is_italic)
                             : 1;
        if (ahead > 0 || (ahead == 0 && str_compare(file->path, nearest->path) < 0)) {
            nearest = file;
        }
    }
    return nearest;
}
