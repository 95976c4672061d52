/* SPDX-License-Identifier: MIT */
/*
 * Specifications in Vega-Lite's words. `data` may be an expression of the briefing, or a
 * list of them; `data: {name: total}` is one, too, in any view. What an expression yields
 * becomes rows (chart/series_frame.h), so that figures that are printed can be traced.
 */
#include "directive_chart_internal.h"

#include "base/file.h"
#include "chart/series_frame.h"
#include "grammar/look.h"

const struct node *directive_look(const struct chart_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    if (!markdown->look) {
        markdown->look = look_load(reader->arena, S("house"), reader->error);
    }
    return markdown->look;
}

bool directive_is_plot(const struct node *map)
{
    static const str words[] = {
        S("encoding"), S("layer"),     S("facet"),      S("hconcat"),
        S("vconcat"),  S("concat"),    S("repeat"),     S("spec"),
        S("params"),   S("transform"), S("projection"), S("$schema"),
    };
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (node_find(map, words[i])) {
            return true;
        }
    }
    return false;
}

/* --- data ----------------------------------------------------------------------------- */

static const str own_data = S("data"); /* what `data` of the directive is called */

static bool is_expression(const struct node *data)
{
    return data && data->kind != NODE_MAP;
}

/* The rows of what an expression yields, as a data set of a name. */
static bool add_dataset(const struct chart_reader *reader, const struct node *data,
                        str name, struct chart *chart, struct datasets *datasets)
{
    struct chart part = {.window = chart->window,
                         .issue = chart->issue,
                         .mark = CHART_LINES,
                         .language = chart->language};
    if (!directive_series(reader, data, &part)) {
        return false;
    }
    if (!chart->unit.length) {
        chart->unit = part.unit;
    }
    for (size_t i = 0; i < part.lines.count; i++) { /* for the key and the alternative */
        *arena_push(reader->arena, &chart->lines) = part.lines.at[i];
    }
    *arena_push(reader->arena, datasets) = (struct dataset){
        .name = name,
        .frame = frame_from_lines(reader->arena, &part.lines, chart->window),
    };
    return true;
}

static bool is_known(const struct datasets *datasets, str name)
{
    for (size_t i = 0; i < datasets->count; i++) {
        if (str_equal(datasets->at[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* Every {name: ...} below that the specification does not define itself. */
static bool add_named(const struct chart_reader *reader, const struct node *node,
                      struct chart *chart, struct datasets *datasets)
{
    const struct node *own = node_find(reader->map, S("datasets"));
    if (node->kind == NODE_MAP && str_equal(node->key, S("data"))) {
        const struct node *name = node_find(node, S("name"));
        bool has_source = node->count > 1;
        if (!name || has_source || is_known(datasets, name->text) ||
            (own && node_find(own, name->text))) {
            return true;
        }
        return add_dataset(reader, name, name->text, chart, datasets);
    }
    for (size_t i = 0; node->kind != NODE_SCALAR && i < node->count; i++) {
        bool is_values = str_equal(node->at[i]->key, S("values"));
        if (!is_values && !add_named(reader, node->at[i], chart, datasets)) {
            return false;
        }
    }
    return true;
}

/* --- the specification ---------------------------------------------------------------- */

static struct node *new_node(struct arena *arena, const struct node *like,
                             enum node_kind kind, str key)
{
    struct node *node = arena_new(arena, struct node);
    *node = (struct node){.kind = kind,
                          .source = like->source,
                          .offset = like->offset,
                          .key = key,
                          .key_offset = like->offset};
    return node;
}

/* `data: total` as {name: data}; names of series are not among the keys. */
static const struct node *specification_of(const struct chart_reader *reader)
{
    struct arena *arena = reader->arena;
    struct node *map = new_node(arena, reader->map, NODE_MAP, reader->map->key);
    for (size_t i = 0; i < reader->map->count; i++) {
        struct node *member = reader->map->at[i];
        bool is_data = str_equal(member->key, S("data")) && is_expression(member);
        bool is_names = str_equal(member->key, S("labels")) && member->kind == NODE_MAP;
        if (is_data) {
            struct node *data = new_node(arena, member, NODE_MAP, S("data"));
            struct node *name = new_node(arena, member, NODE_SCALAR, S("name"));
            name->text = own_data;
            name->is_quoted = true;
            *arena_push(arena, data) = name;
            *arena_push(arena, map) = data;
        } else if (!is_names) {
            *arena_push(arena, map) = member;
        }
    }
    return map;
}

bool directive_plot(const struct chart_reader *reader, struct chart *chart)
{
    struct arena *arena = reader->arena;
    const struct node *data = node_find(reader->map, S("data"));
    struct environment environment = {
        .folder = path_folder(reader->input->source->path),
        .language = reader->markdown->language,
        .warnings = reader->markdown->warnings,
        .memory = source_memory_new(arena),
    };
    if (is_expression(data) &&
        !add_dataset(reader, data, own_data, chart, &environment.datasets)) {
        return false;
    }
    if (!add_named(reader, reader->map, chart, &environment.datasets)) {
        return false;
    }
    const struct node *look = directive_look(reader);
    const struct specification *specification =
        look ? view_read(arena, specification_of(reader), &environment, look, reader->error)
             : NULL;
    struct chart *plot =
        specification
            ? chart_from_specification(arena, specification, chart->language, reader->error)
            : NULL;
    if (!plot) {
        return false;
    }
    chart->mark = CHART_PLOT;
    chart->specification = specification;
    chart->keys = plot->keys;
    chart->events = plot->events;
    return true;
}
