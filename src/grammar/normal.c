/* SPDX-License-Identifier: MIT */
#include "normal.h"

#include "definition.h"
#include "rewrite.h"

str normal_mark_word(const struct node *unit)
{
    const struct node *mark = rewrite_find(unit, S("mark"));
    return mark && mark->kind == NODE_MAP ? rewrite_text_of(mark, S("type"))
                                          : rewrite_text_of(unit, S("mark"));
}

const struct node *normal_mark(struct arena *arena, const struct node *unit)
{
    const struct node *mark = node_find(unit, S("mark"));
    if (mark->kind == NODE_MAP) {
        return mark;
    }
    struct node *map = rewrite_map(arena, mark);
    rewrite_set(arena, map, S("type"), mark);
    return map;
}

/* --- units ---------------------------------------------------------------------------- */

/* A line from x to x2: its main channel is data that are not binned already. */
static bool is_ranged_line(const struct node *unit)
{
    static const str channels[][2] = {{S("x"), S("x2")}, {S("y"), S("y2")}};
    const struct node *encoding = rewrite_find(unit, S("encoding"));
    bool is_ranged = false;
    for (size_t i = 0; i < COUNT_OF(channels); i++) {
        const struct node *main = rewrite_find(encoding, channels[i][0]);
        is_ranged = is_ranged || (rewrite_find(encoding, channels[i][1]) &&
                                  definition_is_data(main) && !definition_is_binned(main));
    }
    return is_ranged && str_equal(normal_mark_word(unit), S("line"));
}

static const struct node *as_rule(const struct normal *normal, const struct node *unit)
{
    struct node *mark =
        rewrite_merge(normal->arena, normal_mark(normal->arena, unit), NULL);
    struct node *rule = rewrite_merge(normal->arena, unit, NULL);
    rewrite_set_text(normal->arena, mark, S("type"), S("rule"));
    rewrite_set(normal->arena, rule, S("mark"), mark);
    if (normal->warnings) {
        warning_add(normal->warnings, node_place(node_find(unit, S("mark"))),
                    "a line with x2 or y2 is drawn as a rule");
    }
    return rule;
}

static const struct node *with_inherited(const struct normal *normal,
                                         const struct node *unit,
                                         struct inherited inherited)
{
    struct node *whole = rewrite_merge(normal->arena, unit, NULL);
    const struct node *encoding = node_find(unit, S("encoding"));
    rewrite_set(normal->arena, whole, S("encoding"),
                normal_encoding(normal, inherited.encoding, encoding, false));
    if (!node_find(unit, S("projection"))) {
        rewrite_set(normal->arena, whole, S("projection"), inherited.projection);
    }
    return whole;
}

typedef const struct node *composite_form(const struct normal *normal,
                                          const struct node *unit);

static composite_form *composite_named(str word)
{
    static const struct {
        str word;
        composite_form *form;
    } composites[] = {
        {S("boxplot"), normal_boxplot},
        {S("errorbar"), normal_errorbar},
        {S("errorband"), normal_errorband},
    };
    for (size_t i = 0; i < COUNT_OF(composites); i++) {
        if (str_equal(word, composites[i].word)) {
            return composites[i].form;
        }
    }
    return NULL;
}

static const struct node *normal_unit(const struct normal *normal, const struct node *view,
                                      struct inherited inherited)
{
    const struct inherited nothing = {0};
    const struct node *facet = normal_facet_channels(normal, view);
    if (facet || normal->error->kind) {
        return facet ? normal_view(normal, facet, inherited) : NULL;
    }
    const struct node *unit = with_inherited(normal, view, inherited);
    composite_form *composite = composite_named(normal_mark_word(unit));
    const struct node *form =
        composite ? composite(normal, unit) : normal_overlay(normal, unit);
    if (form && form != unit) {
        return normal_view(normal, form, nothing);
    }
    return form && is_ranged_line(unit) ? as_rule(normal, unit) : form;
}

/* --- compositions --------------------------------------------------------------------- */

static const struct node *normal_list(const struct normal *normal, const struct node *view,
                                      str key, struct inherited inherited)
{
    const struct node *items = node_find(view, key);
    struct node *list = rewrite_list(normal->arena, items);
    for (size_t i = 0; i < items->count; i++) {
        const struct node *item = normal_view(normal, items->at[i], inherited);
        if (!item) {
            return NULL;
        }
        rewrite_add(normal->arena, list, item);
    }
    struct node *whole = rewrite_merge(normal->arena, view, NULL);
    rewrite_set(normal->arena, whole, key, list);
    return whole;
}

static const struct node *normal_layer(const struct normal *normal, const struct node *view,
                                       struct inherited inherited)
{
    static const str shared[] = {S("encoding"), S("projection")};
    const struct node *projection = node_find(view, S("projection"));
    struct inherited inner = {
        .encoding = normal_encoding(normal, inherited.encoding,
                                    node_find(view, S("encoding")), true),
        .projection = projection ? projection : inherited.projection,
    };
    struct node *rest = rewrite_without(normal->arena, view, shared, COUNT_OF(shared));
    return normal_list(normal, rest, S("layer"), inner);
}

static const struct node *normal_facet(const struct normal *normal, const struct node *view)
{
    const struct inherited nothing = {0};
    const struct node *inner = normal_view(normal, node_find(view, S("spec")), nothing);
    if (!inner) {
        return NULL;
    }
    struct node *whole = rewrite_merge(normal->arena, view, NULL);
    rewrite_set(normal->arena, whole, S("spec"), inner);
    return whole;
}

const struct node *normal_view(const struct normal *normal, const struct node *view,
                               struct inherited inherited)
{
    static const str concats[] = {S("hconcat"), S("vconcat"), S("concat")};
    const struct inherited nothing = {0};
    if (node_find(view, S("repeat"))) {
        return normal_repeat(normal, view, inherited);
    }
    if (node_find(view, S("layer"))) {
        return normal_layer(normal, view, inherited);
    }
    if (node_find(view, S("facet"))) {
        return normal_facet(normal, view);
    }
    for (size_t i = 0; i < COUNT_OF(concats); i++) {
        if (node_find(view, concats[i])) {
            return normal_list(normal, view, concats[i], nothing);
        }
    }
    return normal_unit(normal, view, inherited);
}
