/* SPDX-License-Identifier: MIT */
#include "params_internal.h"

#include "rewrite.h"

const struct parameter *params_find(const struct environment *environment, str name)
{
    for (size_t i = 0; i < environment->parameters.count; i++) {
        if (str_equal(environment->parameters.at[i].name, name)) {
            return &environment->parameters.at[i];
        }
    }
    return NULL;
}

static void define(struct params *params, str name, struct datum value, bool is_selection)
{
    *arena_push(params->arena, &params->environment->parameters) =
        (struct parameter){.name = name, .value = value, .is_selection = is_selection};
}

/* A selection of nothing has no fields. */
static struct datum empty_map(struct arena *arena)
{
    return (struct datum){.kind = DATUM_MAP, .map = arena_new(arena, struct datum_map)};
}

/* A variable whose expression needs the drawing stays unknown, and so does what uses it. */
static bool read_variable(struct params *params, const struct node *parameter, str name)
{
    const struct node *value = node_find(parameter, S("value"));
    const struct node *text = node_find(parameter, S("expr"));
    bool is_static = true;
    struct datum datum = datum_none();
    if (value) {
        datum = datum_from_node(params->arena, value);
    } else if (text) {
        datum = params_evaluate(params->arena, text, params->environment, &is_static,
                                params->error);
    }
    if (is_static) {
        define(params, name, datum, false);
    }
    return !params->error->kind;
}

static bool read_parameter(struct params *params, const struct node *parameter,
                           const struct node *view)
{
    str name = rewrite_text_of(parameter, S("name"));
    if (!name.length) {
        return node_error(parameter, params->error, "a parameter needs a name");
    }
    if (params_find(params->environment, name)) {
        return true;
    }
    if (!node_find(parameter, S("select"))) {
        return read_variable(params, parameter, name);
    }
    define(params, name, empty_map(params->arena), true);
    params_read_selected(params, parameter, view);
    return true;
}

static bool read_list(struct params *params, const struct node *view)
{
    const struct node *list = node_find(view, S("params"));
    for (size_t i = 0; list && i < list->count; i++) {
        if (!read_parameter(params, list->at[i], view)) {
            return false;
        }
    }
    return true;
}

/* Views stand in lists or in `spec`. */
static bool read_views(struct params *params, const struct node *view)
{
    static const str lists[] = {S("layer"), S("hconcat"), S("vconcat"), S("concat")};
    const struct node *spec = node_find(view, S("spec"));
    if (!read_list(params, view) || (spec && !read_views(params, spec))) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        const struct node *list = node_find(view, lists[i]);
        for (size_t item = 0; list && item < list->count; item++) {
            if (!read_views(params, list->at[item])) {
                return false;
            }
        }
    }
    return true;
}

/* What formulas may call `width` and `height`, where it is written down. */
static void define_sizes(struct params *params, const struct node *specification)
{
    static const str names[] = {S("width"), S("height")};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct node *node = node_find(specification, names[i]);
        struct datum size = node ? datum_from_node(params->arena, node) : datum_none();
        if (size.kind == DATUM_NUMBER) {
            define(params, names[i], size, false);
        }
    }
}

const struct node *params_apply(struct arena *arena, const struct node *specification,
                                struct environment *environment, struct error *error)
{
    struct params params = {.arena = arena, .environment = environment, .error = error};
    define_sizes(&params, specification);
    return read_views(&params, specification) ? params_put(&params, specification) : NULL;
}
