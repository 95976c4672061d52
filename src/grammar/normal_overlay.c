/* SPDX-License-Identifier: MIT */
/* `point` of lines, areas, rules and trails, and `line` of areas: layers over the mark. */
#include "config.h"
#include "definition.h"
#include "normal.h"
#include "rewrite.h"

static const str own_keys[] = {S("point"), S("line")};

/* What the mark, or the config of its type, says of an overlay: its properties; NULL: none.
 */
static const struct node *overlay_of(const struct normal *normal, const struct node *mark,
                                     str word, str key)
{
    const struct node *own = node_find(mark, key);
    const struct node *given = own ? own : config_member(normal->config, word, key);
    if (!rewrite_is_true(given)) {
        return NULL;
    }
    struct node *properties = given->kind == NODE_MAP
                                  ? rewrite_merge(normal->arena, given, NULL)
                                  : rewrite_map(normal->arena, given);
    if (rewrite_is_text(given, S("transparent"))) {
        rewrite_set(normal->arena, properties, S("opacity"),
                    rewrite_plain(normal->arena, given, S("0")));
    }
    return properties;
}

/* Points are drawn too where `shape` is encoded, unless the mark says no. */
static const struct node *points_of(const struct normal *normal, const struct node *unit,
                                    const struct node *mark, str word)
{
    const struct node *shape = rewrite_find(node_find(unit, S("encoding")), S("shape"));
    const struct node *points = overlay_of(normal, mark, word, S("point"));
    bool is_implied = shape && !points && !node_find(mark, S("point"));
    return is_implied ? rewrite_map(normal->arena, shape) : points;
}

/* --- stacks: what lies over an area stands where its edge does ---------------------------
 */

static bool is_measure(const struct node *definition, str channel)
{
    return definition_is_continuous(definition, channel) &&
           definition_type(definition, channel) == TYPE_QUANTITATIVE;
}

static str measure_channel(const struct node *encoding, const struct node *mark)
{
    const struct node *x = rewrite_find(encoding, S("x"));
    const struct node *y = rewrite_find(encoding, S("y"));
    bool is_x = is_measure(x, S("x")), is_y = is_measure(y, S("y"));
    if (is_x != is_y) {
        return is_x ? S("x") : S("y");
    }
    if (!is_x) {
        return (str){0};
    }
    bool sums_x = rewrite_is_true(node_find(x, S("aggregate")));
    bool sums_y = rewrite_is_true(node_find(y, S("aggregate")));
    if (sums_x != sums_y) {
        return sums_x ? S("x") : S("y");
    }
    return str_equal(rewrite_text_of(mark, S("orient")), S("horizontal")) ? S("x") : S("y");
}

static const struct node *stacked(struct arena *arena, const struct node *encoding,
                                  const struct node *mark)
{
    str channel = measure_channel(encoding, mark);
    const struct node *definition = rewrite_find(encoding, channel);
    if (!definition || node_find(definition, S("stack")) ||
        node_find(encoding, str_print(arena, "%.*s2", STR_ARG(channel)))) {
        return encoding;
    }
    struct node *with = rewrite_merge(arena, definition, NULL);
    struct node *whole = rewrite_merge(arena, encoding, NULL);
    rewrite_set_text(arena, with, S("stack"), S("zero"));
    rewrite_set(arena, whole, channel, with);
    return whole;
}

/* --- layers --------------------------------------------------------------------------- */

/* An area below a line is paler, if nothing says how opaque it is. */
static const struct node *base_mark(const struct normal *normal, const struct node *mark,
                                    str word)
{
    static const str opacities[] = {S("opacity"), S("fillOpacity")};
    struct node *base = rewrite_without(normal->arena, mark, own_keys, COUNT_OF(own_keys));
    bool is_given = !str_equal(word, S("area"));
    for (size_t i = 0; i < COUNT_OF(opacities); i++) {
        is_given = is_given || node_find(mark, opacities[i]) ||
                   config_member(normal->config, word, opacities[i]) ||
                   config_member(normal->config, S("mark"), opacities[i]);
    }
    if (!is_given) {
        rewrite_set(normal->arena, base, S("opacity"),
                    rewrite_plain(normal->arena, mark, S("0.7")));
    }
    for (size_t i = 0; i < COUNT_OF(own_keys); i++) {
        if (config_member(normal->config, word, own_keys[i])) {
            rewrite_set(normal->arena, base, own_keys[i],
                        rewrite_plain(normal->arena, mark, S("false")));
        }
    }
    return base;
}

static const struct node *base_layer(const struct normal *normal, const struct node *unit,
                                     const struct node *mark, str word)
{
    static const str shape[] = {S("shape")};
    struct node *layer = rewrite_map(normal->arena, unit);
    rewrite_set(normal->arena, layer, S("name"), node_find(unit, S("name")));
    rewrite_set(normal->arena, layer, S("params"), node_find(unit, S("params")));
    rewrite_set(normal->arena, layer, S("mark"), base_mark(normal, mark, word));
    rewrite_set(normal->arena, layer, S("encoding"),
                rewrite_without(normal->arena, node_find(unit, S("encoding")), shape, 1));
    return layer;
}

static void add_layer(const struct normal *normal, struct node *layers,
                      const struct node *unit, const struct node *mark,
                      const struct node *encoding)
{
    struct node *layer = rewrite_map(normal->arena, unit);
    rewrite_set(normal->arena, layer, S("projection"), node_find(unit, S("projection")));
    rewrite_set(normal->arena, layer, S("mark"), mark);
    rewrite_set(normal->arena, layer, S("encoding"), encoding);
    rewrite_add(normal->arena, layers, layer);
}

static const struct node *line_mark(struct arena *arena, const struct node *mark,
                                    const struct node *properties)
{
    static const str taken[] = {S("clip"), S("interpolate"), S("tension")};
    struct node *line = rewrite_map(arena, mark);
    rewrite_set_text(arena, line, S("type"), S("line"));
    for (size_t i = 0; i < COUNT_OF(taken); i++) {
        rewrite_set(arena, line, taken[i], node_find(mark, taken[i]));
    }
    /* What lies over the mark has no overlays of its own. */
    rewrite_set(arena, line, S("point"), rewrite_plain(arena, mark, S("false")));
    return rewrite_merge(arena, line, properties);
}

static const struct node *point_mark(struct arena *arena, const struct node *mark,
                                     const struct node *properties)
{
    struct node *symbol = rewrite_map(arena, mark);
    rewrite_set_text(arena, symbol, S("type"), S("point"));
    rewrite_set(arena, symbol, S("opacity"), rewrite_plain(arena, mark, S("1")));
    rewrite_set(arena, symbol, S("filled"), rewrite_plain(arena, mark, S("true")));
    rewrite_set(arena, symbol, S("clip"), node_find(mark, S("clip")));
    return rewrite_merge(arena, symbol, properties);
}

static bool can_have_points(str word)
{
    return str_equal(word, S("line")) || str_equal(word, S("area")) ||
           str_equal(word, S("rule")) || str_equal(word, S("trail"));
}

const struct node *normal_overlay(const struct normal *normal, const struct node *unit)
{
    static const str inner[] = {S("mark"), S("encoding"), S("params"), S("projection"),
                                S("name")};
    static const str ends[] = {S("x2"), S("y2")};
    struct arena *arena = normal->arena;
    str word = normal_mark_word(unit);
    const struct node *mark = normal_mark(arena, unit);
    bool is_area = str_equal(word, S("area"));
    const struct node *points =
        can_have_points(word) ? points_of(normal, unit, mark, word) : NULL;
    const struct node *line = is_area ? overlay_of(normal, mark, word, S("line")) : NULL;
    if (!points && !line) {
        return unit;
    }
    const struct node *encoding = node_find(unit, S("encoding"));
    if (encoding && is_area) {
        encoding = stacked(arena, encoding, mark);
    }
    encoding = encoding ? rewrite_without(arena, encoding, ends, COUNT_OF(ends)) : NULL;
    struct node *layers = rewrite_list(arena, unit);
    rewrite_add(arena, layers, base_layer(normal, unit, mark, word));
    if (line) {
        add_layer(normal, layers, unit, line_mark(arena, mark, line), encoding);
    }
    if (points) {
        add_layer(normal, layers, unit, point_mark(arena, mark, points), encoding);
    }
    struct node *whole = rewrite_without(arena, unit, inner, COUNT_OF(inner));
    rewrite_set(arena, whole, S("layer"), layers);
    return whole;
}
