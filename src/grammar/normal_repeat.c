/* SPDX-License-Identifier: MIT */
/* Repeated views become concatenated or layered ones, each with its field. */
#include "normal.h"
#include "rewrite.h"

/* The fields that {repeat: row} and its like stand for; NULL: not in this one. */
struct repeater {
    const struct node *repeat, *row, *column, *layer;
};

static const struct node *value_of(const struct repeater *repeater, str word)
{
    const struct {
        str word;
        const struct node *value;
    } values[] = {
        {S("repeat"), repeater->repeat},
        {S("row"), repeater->row},
        {S("column"), repeater->column},
        {S("layer"), repeater->layer},
    };
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        if (str_equal(word, values[i].word)) {
            return values[i].value;
        }
    }
    return NULL;
}

/* {repeat: WORD}, and not a view with that key. */
static const struct node *replacement(const struct repeater *repeater,
                                      const struct node *node)
{
    bool is_reference = node->kind == NODE_MAP && node->count == 1;
    return is_reference ? value_of(repeater, rewrite_text_of(node, S("repeat"))) : NULL;
}

static const struct node *substitute(struct arena *arena, const struct repeater *repeater,
                                     const struct node *node)
{
    const struct node *value = replacement(repeater, node);
    if (value || node->kind == NODE_SCALAR) {
        return value ? value : node;
    }
    struct node *copy =
        node->kind == NODE_MAP ? rewrite_map(arena, node) : rewrite_list(arena, node);
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->at[i];
        bool is_data =
            str_equal(item->key, S("data")) || str_equal(item->key, S("datasets"));
        const struct node *part = is_data ? item : substitute(arena, repeater, item);
        if (node->kind == NODE_MAP) {
            rewrite_set(arena, copy, item->key, part);
        } else {
            rewrite_add(arena, copy, part);
        }
    }
    return copy;
}

static const struct node *child(const struct normal *normal, const struct node *spec,
                                const struct repeater *repeater, struct inherited inherited)
{
    return normal_view(normal, substitute(normal->arena, repeater, spec), inherited);
}

/* --- layers --------------------------------------------------------------------------- */

static const struct node *repeat_layers(const struct normal *normal,
                                        const struct node *view, struct inherited inherited)
{
    static const str used[] = {S("repeat"), S("spec")};
    const struct node *values = node_find(node_find(view, S("repeat")), S("layer"));
    struct node *list = rewrite_list(normal->arena, values);
    for (size_t i = 0; i < values->count; i++) {
        const struct repeater repeater = {.layer = values->at[i]};
        const struct node *layer =
            child(normal, node_find(view, S("spec")), &repeater, inherited);
        if (!layer) {
            return NULL;
        }
        rewrite_add(normal->arena, list, layer);
    }
    struct node *whole = rewrite_without(normal->arena, view, used, COUNT_OF(used));
    rewrite_set(normal->arena, whole, S("layer"), list);
    return whole;
}

/* repeat: {row, column, layer} is a grid of repeated layers. */
static const struct node *split_layers(struct arena *arena, const struct node *view)
{
    static const str layer[] = {S("layer")};
    const struct node *repeat = node_find(view, S("repeat"));
    struct node *inner_repeat = rewrite_map(arena, repeat);
    struct node *inner = rewrite_map(arena, view);
    struct node *outer = rewrite_merge(arena, view, NULL);
    rewrite_set(arena, inner_repeat, S("layer"), node_find(repeat, S("layer")));
    rewrite_set(arena, inner, S("repeat"), inner_repeat);
    rewrite_set(arena, inner, S("spec"), node_find(view, S("spec")));
    rewrite_set(arena, outer, S("repeat"), rewrite_without(arena, repeat, layer, 1));
    rewrite_set(arena, outer, S("spec"), inner);
    return outer;
}

/* --- concatenated views --------------------------------------------------------------- */

static bool add_view(const struct normal *normal, const struct node *spec,
                     const struct repeater *repeater, struct node *concat)
{
    static const str data[] = {S("data")};
    const struct inherited nothing = {0};
    const struct node *view = child(normal, spec, repeater, nothing);
    if (view) {
        rewrite_add(normal->arena, concat, rewrite_without(normal->arena, view, data, 1));
    }
    return view;
}

/* Fields of rows or columns by index; a direction that is not repeated is passed once. */
static const struct node *item_of(const struct node *list, size_t index)
{
    return list ? list->at[index] : NULL;
}

static struct node *concat_of(const struct normal *normal, const struct node *view,
                              size_t *columns)
{
    const struct node *repeat = node_find(view, S("repeat"));
    const struct node *spec = node_find(view, S("spec"));
    const struct node *row = node_find(repeat, S("row"));
    const struct node *column = node_find(repeat, S("column"));
    const struct node *values = repeat->kind == NODE_LIST ? repeat : NULL;
    size_t rows = row ? row->count : 1;
    size_t across = values ? values->count : column ? column->count : 1;
    struct node *concat = rewrite_list(normal->arena, repeat);
    *columns = across;
    for (size_t i = 0; i < rows * across; i++) {
        const struct repeater repeater = {
            .repeat = item_of(values, i % across),
            .row = item_of(row, i / across),
            .column = item_of(column, i % across),
        };
        if (!add_view(normal, spec, &repeater, concat)) {
            return NULL;
        }
    }
    return concat;
}

static const struct node *repeat_views(const struct normal *normal, const struct node *view)
{
    static const str used[] = {S("repeat"), S("spec")};
    struct arena *arena = normal->arena;
    bool is_list = node_find(view, S("repeat"))->kind == NODE_LIST;
    const struct node *data = node_find(node_find(view, S("spec")), S("data"));
    size_t columns;
    struct node *concat = concat_of(normal, view, &columns);
    if (!concat) {
        return NULL;
    }
    struct node *whole = rewrite_without(arena, view, used, COUNT_OF(used));
    rewrite_set(arena, whole, S("data"), data);
    if (!node_find(view, S("align"))) {
        rewrite_set_text(arena, whole, S("align"), S("all"));
    }
    if (!is_list) {
        rewrite_set(arena, whole, S("columns"),
                    rewrite_plain(arena, view, str_print(arena, "%zu", columns)));
    }
    rewrite_set(arena, whole, S("concat"), concat);
    return whole;
}

const struct node *normal_repeat(const struct normal *normal, const struct node *view,
                                 struct inherited inherited)
{
    const struct node *repeat = node_find(view, S("repeat"));
    if (!node_find(repeat, S("layer"))) {
        return repeat_views(normal, view);
    }
    if (node_find(repeat, S("row")) || node_find(repeat, S("column"))) {
        return repeat_views(normal, split_layers(normal->arena, view));
    }
    return repeat_layers(normal, view, inherited);
}
