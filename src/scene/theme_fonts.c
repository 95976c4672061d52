/* SPDX-License-Identifier: MIT */
#include "theme_internal.h"

#include "base/file.h"
#include "base/language.h"

static bool read_folders(struct arena *arena, const struct node *node, str *folders,
                         size_t *count, struct error *error)
{
    if (!node || !node_expect(node, NODE_LIST, error)) {
        return false;
    }
    if (!node->count || node->count > FONT_FOLDERS_MAX) {
        return node_error(node, error, "there must be 1 to %d font folders, not %zu",
                          FONT_FOLDERS_MAX, node->count);
    }
    str base = path_folder(node->source->path);
    for (size_t i = 0; i < node->count; i++) {
        str path;
        if (!node_text(node->at[i], &path, error)) {
            return false;
        }
        folders[(*count)++] = path_join(arena, base, path);
    }
    return true;
}

static bool is_family(const struct node *font)
{
    return !str_equal(font->key, S("folders")) && !str_equal(font->key, S("fallback"));
}

static bool read_families(const struct node *fonts, struct theme *theme,
                          struct error *error)
{
    for (size_t i = 0; i < fonts->count; i++) {
        const struct node *font = fonts->at[i];
        if (!is_family(font)) {
            continue;
        }
        if (theme->family_count == FONT_FAMILIES_MAX) {
            return node_error(font, error, "there are more than %d font families",
                              FONT_FAMILIES_MAX);
        }
        theme->family_places[theme->family_count] = node_place(font);
        if (!node_text(font, &theme->families[theme->family_count++], error)) {
            return false;
        }
    }
    return true;
}

/* --- what helps out ------------------------------------------------------------------- */

/* One family or a list of them, in the order in which they are asked. */
static bool read_helpers(const struct node *node, struct font_fallbacks *families,
                         struct error *error)
{
    if (node->kind == NODE_SCALAR) {
        families->count = 1;
        return node_text(node, &families->at[0], error);
    }
    if (!node_expect(node, NODE_LIST, error)) {
        return false;
    }
    if (node->count > FALLBACK_FAMILIES_MAX) {
        return node_error(node, error, "more than %d families help out one",
                          FALLBACK_FAMILIES_MAX);
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!node_text(node->at[i], &families->at[families->count++], error)) {
            return false;
        }
    }
    return true;
}

static bool is_language(const struct node *node, bool has_other, struct error *error)
{
    if ((has_other && str_equal(node->key, S("other"))) || language_find(node->key)) {
        return true;
    }
    error_at(error, ERROR_CONFIG, node_key_place(node), "no language is called \"%.*s\"",
             STR_ARG(node->key));
    return error_hint(error, "known are: " LANGUAGE_TAGS "%s", has_other ? ", other" : "");
}

/* The families of one language, by the names of those that they help out. */
static bool read_fallback(const struct node *map, const struct node *fonts,
                          struct theme_fallback *fallback, struct error *error)
{
    str names[FONT_FAMILIES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fonts->count; i++) {
        if (is_family(fonts->at[i])) {
            names[count++] = fonts->at[i]->key;
        }
    }
    if (!is_language(map, true, error) || !node_expect(map, NODE_MAP, error) ||
        !node_knows(map, names, count, error)) {
        return false;
    }
    fallback->tag = map->key;
    for (size_t i = 0; i < count; i++) {
        const struct node *families = node_find(map, names[i]);
        if (families && !read_helpers(families, &fallback->families[i], error)) {
            return false;
        }
    }
    return true;
}

static bool read_fallbacks(struct arena *arena, const struct node *fonts,
                           struct theme *theme, struct error *error)
{
    const struct node *map = node_find(fonts, S("fallback"));
    if (!map) {
        return true;
    }
    if (!node_expect(map, NODE_MAP, error) ||
        !read_folders(arena, theme_require(map, S("folders"), error),
                      theme->fallback_folders, &theme->fallback_folder_count, error)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct node *language = map->at[i];
        if (!is_family(language)) {
            continue;
        }
        if (theme->fallback_count == FONT_FALLBACKS_MAX) {
            return node_error(language, error, "there are more than %d languages",
                              FONT_FALLBACKS_MAX);
        }
        if (!read_fallback(language, fonts, &theme->fallbacks[theme->fallback_count++],
                           error)) {
            return false;
        }
    }
    return true;
}

bool theme_read_fonts(struct arena *arena, const struct node *fonts, struct theme *theme,
                      struct error *error)
{
    return node_expect(fonts, NODE_MAP, error) &&
           read_folders(arena, theme_require(fonts, S("folders"), error), theme->folders,
                        &theme->folder_count, error) &&
           read_families(fonts, theme, error) && read_fallbacks(arena, fonts, theme, error);
}

bool theme_read_family(const struct node *font, const struct node *fonts, str *family,
                       struct error *error)
{
    str names[FONT_FAMILIES_MAX];
    str families[FONT_FAMILIES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < fonts->count; i++) {
        if (is_family(fonts->at[i])) {
            names[count] = fonts->at[i]->key;
            families[count++] = fonts->at[i]->text;
        }
    }
    size_t choice;
    if (!font || !node_choice(font, names, count, &choice, error)) {
        return false;
    }
    *family = families[choice];
    return true;
}

/* --- hyphenation ---------------------------------------------------------------------- */

bool theme_read_hyphenation(struct arena *arena, const struct node *node,
                            struct theme *theme, struct error *error)
{
    if (!node) {
        return true;
    }
    if (!node_expect(node, NODE_MAP, error)) {
        return false;
    }
    str base = path_folder(node->source->path);
    for (size_t i = 0; i < node->count && i < COUNT_OF(theme->dictionaries); i++) {
        str path;
        if (!is_language(node->at[i], false, error) ||
            !node_text(node->at[i], &path, error)) {
            return false;
        }
        theme->dictionaries[theme->dictionary_count++] =
            (struct theme_dictionary){node->at[i]->key, path_join(arena, base, path)};
    }
    return true;
}

static str dictionary_for(const struct theme *theme, str language)
{
    for (size_t i = 0; i < theme->dictionary_count; i++) {
        if (str_equal(theme->dictionaries[i].tag, language)) {
            return theme->dictionaries[i].path;
        }
    }
    return S("");
}

/* --- fonts for a language ------------------------------------------------------------- */

/* Adds the families that help out in texts of the tag. */
static void add_fallbacks(const struct theme *theme, str tag,
                          struct font_fallbacks families[FONT_FAMILIES_MAX])
{
    for (size_t i = 0; i < theme->fallback_count; i++) {
        const struct theme_fallback *fallback = &theme->fallbacks[i];
        for (size_t k = 0; str_equal(fallback->tag, tag) && k < theme->family_count; k++) {
            const struct font_fallbacks *added = &fallback->families[k];
            struct font_fallbacks *to = &families[k];
            for (size_t n = 0; n < added->count && to->count < COUNT_OF(to->at); n++) {
                to->at[to->count++] = added->at[n];
            }
        }
    }
}

struct fonts *theme_fonts(const struct theme *theme, str language, struct error *error)
{
    struct font_fallbacks families[FONT_FAMILIES_MAX] = {0};
    add_fallbacks(theme, language, families);
    add_fallbacks(theme, S("other"), families);
    struct font_options options = {
        .families = theme->families,
        .family_places = theme->family_places,
        .family_count = theme->family_count,
        .folders = theme->folders,
        .folder_count = theme->folder_count,
        .language = language,
        .fallbacks = families,
        .fallback_folders = theme->fallback_folders,
        .fallback_folder_count = theme->fallback_folder_count,
        .hyphenation = dictionary_for(theme, language),
    };
    return fonts_create(&options, error);
}
