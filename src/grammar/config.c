/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "rewrite.h"

/* How many levels of a section are merged; below them the file's value replaces the look's.
 */
static int depth_of(str section)
{
    return str_equal(section, S("style")) || str_equal(section, S("legend")) ? 2 : 1;
}

static const struct node *merge(struct arena *arena, const struct node *below,
                                const struct node *above, int depth)
{
    if (!below || !above || depth == 0 || below->kind != NODE_MAP ||
        above->kind != NODE_MAP) {
        return above ? above : below;
    }
    struct node *merged = rewrite_merge(arena, below, NULL);
    for (size_t i = 0; i < above->count; i++) {
        str key = above->at[i]->key;
        rewrite_set(arena, merged, key,
                    merge(arena, node_find(below, key), above->at[i], depth - 1));
    }
    return merged;
}

static struct node *merge_sections(struct arena *arena, const struct node *below,
                                   const struct node *above)
{
    struct node *merged = rewrite_merge(arena, below, NULL);
    for (size_t i = 0; i < above->count; i++) {
        str key = above->at[i]->key;
        rewrite_set(arena, merged, key,
                    merge(arena, node_find(below, key), above->at[i], depth_of(key)));
    }
    return merged;
}

/* --- short forms: one key for a font, for all colours, for all sizes ---------------------
 */

struct place_of {
    str section, style; /* `style` only in the section of that name */
    str key;
    str name; /* of the member of the short form */
    str usual;
};

static void put(struct arena *arena, struct node *config, const struct place_of *place,
                const struct node *value)
{
    const struct node *old = node_find(config, place->section);
    struct node *section =
        rewrite_merge(arena, old ? old : rewrite_map(arena, config), NULL);
    if (place->style.length) {
        const struct node *inner = node_find(section, place->style);
        struct node *style =
            rewrite_merge(arena, inner ? inner : rewrite_map(arena, config), NULL);
        rewrite_set(arena, style, place->key, value);
        rewrite_set(arena, section, place->style, style);
    } else {
        rewrite_set(arena, section, place->key, value);
    }
    rewrite_set(arena, config, place->section, section);
}

static void put_all(struct arena *arena, struct node *config, const struct node *given,
                    const struct place_of *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct node *value = rewrite_find(given, places[i].name);
        put(arena, config, &places[i],
            value ? value : rewrite_text(arena, given, places[i].usual));
    }
}

static void put_font(struct arena *arena, struct node *config, const struct node *font)
{
    static const struct place_of places[] = {
        {S("text"), S(""), S("font"), S(""), S("")},
        {S("style"), S("guide-label"), S("font"), S(""), S("")},
        {S("style"), S("guide-title"), S("font"), S(""), S("")},
        {S("style"), S("group-title"), S("font"), S(""), S("")},
        {S("style"), S("group-subtitle"), S("font"), S(""), S("")},
    };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        put(arena, config, &places[i], font);
    }
}

static void put_sizes(struct arena *arena, struct node *config, const struct node *sizes)
{
    static const struct place_of places[] = {
        {S("text"), S(""), S("fontSize"), S("text"), S("11")},
        {S("style"), S("guide-label"), S("fontSize"), S("guideLabel"), S("10")},
        {S("style"), S("guide-title"), S("fontSize"), S("guideTitle"), S("11")},
        {S("style"), S("group-title"), S("fontSize"), S("groupTitle"), S("13")},
        {S("style"), S("group-subtitle"), S("fontSize"), S("groupSubtitle"), S("12")},
    };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        const struct node *value = rewrite_find(sizes, places[i].name);
        put(arena, config, &places[i],
            value ? value : rewrite_plain(arena, sizes, places[i].usual));
    }
}

static void put_colors(struct arena *arena, struct node *config, const struct node *colors)
{
    static const struct place_of places[] = {
        {S("mark"), S(""), S("color"), S("blue"), S("#4c78a8")},
        {S("rule"), S(""), S("color"), S("gray0"), S("#000")},
        {S("text"), S(""), S("color"), S("gray0"), S("#000")},
        {S("style"), S("guide-label"), S("fill"), S("gray0"), S("#000")},
        {S("style"), S("guide-title"), S("fill"), S("gray0"), S("#000")},
        {S("style"), S("group-title"), S("fill"), S("gray0"), S("#000")},
        {S("style"), S("group-subtitle"), S("fill"), S("gray0"), S("#000")},
        {S("style"), S("cell"), S("stroke"), S("gray8"), S("#888")},
        {S("axis"), S(""), S("domainColor"), S("gray13"), S("#ddd")},
        {S("axis"), S(""), S("gridColor"), S("gray8"), S("#888")},
        {S("axis"), S(""), S("tickColor"), S("gray13"), S("#ddd")},
    };
    static const struct place_of palette[] = {
        {.name = S("blue"), .usual = S("#4c78a8")},
        {.name = S("orange"), .usual = S("#f58518")},
        {.name = S("red"), .usual = S("#e45756")},
        {.name = S("teal"), .usual = S("#72b7b2")},
        {.name = S("green"), .usual = S("#54a24b")},
        {.name = S("yellow"), .usual = S("#eeca3b")},
        {.name = S("purple"), .usual = S("#b279a2")},
        {.name = S("pink"), .usual = S("#ff9da6")},
        {.name = S("brown"), .usual = S("#9d755d")},
        {.name = S("gray8"), .usual = S("#888")},
    };
    static const struct place_of category = {S("range"), S(""), S("category"), S(""),
                                             S("")};
    put_all(arena, config, colors, places, COUNT_OF(places));
    struct node *list = rewrite_list(arena, colors);
    for (size_t i = 0; i < COUNT_OF(palette); i++) {
        const struct node *value = rewrite_find(colors, palette[i].name);
        rewrite_add(arena, list,
                    value ? value : rewrite_text(arena, colors, palette[i].usual));
    }
    put(arena, config, &category, list);
}

/* The look with what the short forms of the file say. */
static const struct node *with_short_forms(struct arena *arena, const struct node *look,
                                           const struct node *file)
{
    const struct node *font = node_find(file, S("font"));
    const struct node *colors = node_find(file, S("color"));
    const struct node *sizes = node_find(file, S("fontSize"));
    struct node *config = rewrite_merge(arena, look, NULL);
    if (rewrite_is_true(font)) {
        put_font(arena, config, font);
    }
    if (rewrite_is_true(colors)) {
        put_colors(arena, config, colors);
    }
    if (rewrite_is_true(sizes)) {
        put_sizes(arena, config, sizes);
    }
    return config;
}

const struct node *config_merge(struct arena *arena, const struct node *file,
                                const struct node *look)
{
    if (!file) {
        return look;
    }
    const struct node *below = look ? look : rewrite_map(arena, file);
    return merge_sections(arena, with_short_forms(arena, below, file), file);
}

const struct node *config_section(const struct node *config, str section)
{
    const struct node *found = rewrite_find(config, section);
    return found && found->kind == NODE_MAP ? found : NULL;
}

const struct node *config_member(const struct node *config, str section, str key)
{
    return rewrite_find(config_section(config, section), key);
}
