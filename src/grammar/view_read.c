/* SPDX-License-Identifier: MIT */
#include "view_read.h"

#include "definition.h"
#include "normal.h"
#include "rewrite.h"
#include "view_path.h"

static struct view *read_view(const struct view_reader *reader, const struct node *node,
                              const struct view *parent);

/* --- sizes ------------------------------------------------------------------------------
 */

static bool read_points(const struct view_reader *reader, const struct node *node,
                        double *points)
{
    struct datum datum = datum_from_node(reader->arena, node);
    *points = datum.number;
    return datum.kind == DATUM_NUMBER
               ? datum.number >= 0 ||
                     node_error(node, reader->error, "a size is not below zero")
               : node_error(node, reader->error, "a size is a number of points");
}

static bool read_extent(const struct view_reader *reader, const struct node *node,
                        struct extent *extent)
{
    if (!node || rewrite_is_null(node)) {
        return true;
    }
    if (rewrite_is_text(node, S("container"))) {
        extent->kind = EXTENT_CONTAINER;
        return true;
    }
    const struct node *step = rewrite_find(node, S("step"));
    extent->kind = step ? EXTENT_STEP : EXTENT_POINTS;
    extent->step_is_for_offset =
        step && !rewrite_is_text(node_find(node, S("for")), S("position"));
    return read_points(reader, step ? step : node, &extent->points);
}

/* --- resolve ----------------------------------------------------------------------------
 */

static bool read_mode(const struct view_reader *reader, const struct node *node,
                      enum resolve_mode *mode)
{
    static const str words[] = {
        [RESOLVE_SHARED] = S("shared"), [RESOLVE_INDEPENDENT] = S("independent")};
    size_t choice;
    if (!node_choice(node, words, COUNT_OF(words), &choice, reader->error)) {
        return false;
    }
    *mode = (enum resolve_mode)choice;
    return true;
}

static bool read_modes(const struct view_reader *reader, const struct node *map,
                       enum resolve_mode *modes)
{
    for (size_t i = 0; map && i < map->count; i++) {
        enum channel_name channel = channel_named(map->at[i]->key);
        if (channel != CHANNEL_COUNT && !read_mode(reader, map->at[i], &modes[channel])) {
            return false;
        }
    }
    return true;
}

static bool read_resolve(const struct view_reader *reader, const struct node *node,
                         struct resolve *resolve)
{
    const struct node *map = node_find(node, S("resolve"));
    return read_modes(reader, rewrite_find(map, S("scale")), resolve->scale) &&
           read_modes(reader, rewrite_find(map, S("axis")), resolve->guide) &&
           read_modes(reader, rewrite_find(map, S("legend")), resolve->guide);
}

/* --- units ------------------------------------------------------------------------------
 */

static bool read_mark(const struct view_reader *reader, const struct node *node,
                      struct view *view)
{
    const struct node *mark = node_find(node, S("mark"));
    str word = normal_mark_word(node);
    size_t type = 0;
    while (type < MARK_TYPE_COUNT && !str_equal(word, mark_word((enum mark_type)type))) {
        type++;
    }
    if (type == MARK_TYPE_COUNT) {
        return node_error(mark, reader->error, "there is no mark \"%.*s\"", STR_ARG(word));
    }
    if (type == MARK_IMAGE) {
        return node_error(mark, reader->error,
                          "%.*s: images are not supported: a chart is drawn from its data",
                          STR_ARG(view->path));
    }
    view->mark = (enum mark_type)type;
    view->mark_node = mark->kind == NODE_MAP ? mark : NULL;
    view->role = rewrite_text_of(view->mark_node, S("style"));
    return true;
}

/* What is not drawn still says what an aggregate is grouped by. */
static bool read_unseen(const struct view_reader *reader, const struct node *definition,
                        struct view *view)
{
    bool is_list = definition->kind == NODE_LIST;
    for (size_t i = 0; i < (is_list ? definition->count : 1); i++) {
        const struct node *item = is_list ? definition->at[i] : definition;
        if (definition_is_field(item) &&
            !channel_read(&reader->channels, definition->key, item,
                          arena_push(reader->arena, &view->unseen))) {
            return false;
        }
    }
    return true;
}

static bool read_channel(const struct view_reader *reader, const struct node *definition,
                         struct view *view)
{
    enum channel_name name = channel_named(definition->key);
    bool is_list = definition->kind == NODE_LIST;
    bool is_key = str_equal(definition->key, S("key"));
    if (rewrite_is_null(definition)) {
        return true;
    }
    if (name == CHANNEL_COUNT && !is_key) {
        return read_unseen(reader, definition, view);
    }
    if (name == CHANNEL_DETAIL || is_key) {
        return channel_read_list(&reader->channels, definition->key, definition,
                                 &view->details);
    }
    if (name == CHANNEL_ORDER && (is_list || !node_find(definition, S("value")))) {
        return channel_read_list(&reader->channels, definition->key, definition,
                                 &view->orders);
    }
    if (is_list) {
        return node_error(definition, reader->error,
                          "the channel \"%.*s\" has one definition, not a list",
                          STR_ARG(definition->key));
    }
    return channel_read(&reader->channels, definition->key, definition,
                        &view->channels[name]);
}

static bool read_unit(const struct view_reader *reader, const struct node *node,
                      struct view *view)
{
    const struct node *encoding = node_find(node, S("encoding"));
    view->kind = VIEW_UNIT;
    if (!read_mark(reader, node, view)) {
        return false;
    }
    for (size_t i = 0; encoding && i < encoding->count; i++) {
        if (!read_channel(reader, encoding->at[i], view)) {
            return false;
        }
    }
    return true;
}

/* --- compositions -----------------------------------------------------------------------
 */

static bool add_view(const struct view_reader *reader, const struct node *node,
                     struct view *view)
{
    struct view *part = read_view(reader, node, view);
    if (part) {
        *arena_push(reader->arena, &view->views) = part;
    }
    return part;
}

static bool add_views(const struct view_reader *reader, const struct node *list,
                      struct view *view)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!add_view(reader, list->at[i], view)) {
            return false;
        }
    }
    return view->views.count ||
           node_error(list, reader->error, "there is no view in this list");
}

static bool read_layout(const struct view_reader *reader, const struct node *node,
                        struct view *view)
{
    const struct node *columns = node_find(node, S("columns"));
    view->align = node_find(node, S("align"));
    view->bounds = node_find(node, S("bounds"));
    view->spacing = node_find(node, S("spacing"));
    view->center = node_find(node, S("center"));
    return !columns || node_count(columns, &view->columns, reader->error);
}

static bool read_facet(const struct view_reader *reader, const struct node *node,
                       struct view *view)
{
    const struct node *facet = node_find(node, S("facet"));
    const struct node *row = node_find(facet, S("row"));
    const struct node *column = node_find(facet, S("column"));
    const struct channel_reader *channels = &reader->channels;
    view->kind = VIEW_FACET;
    if (!read_layout(reader, node, view)) {
        return false;
    }
    bool is_read =
        row || column
            ? (!row || channel_read(channels, S("row"), row, &view->row)) &&
                  (!column || channel_read(channels, S("column"), column, &view->column))
            : channel_read(channels, S("facet"), facet, &view->facet);
    return is_read && add_view(reader, node_find(node, S("spec")), view);
}

static bool read_concat(const struct view_reader *reader, const struct node *node,
                        struct view *view)
{
    const struct node *horizontal = node_find(node, S("hconcat"));
    const struct node *vertical = node_find(node, S("vconcat"));
    const struct node *list = horizontal ? horizontal
                              : vertical ? vertical
                                         : node_find(node, S("concat"));
    view->kind = VIEW_CONCAT;
    if (!read_layout(reader, node, view)) {
        return false;
    }
    view->columns = horizontal ? 0 : vertical ? 1 : view->columns;
    return add_views(reader, list, view);
}

/* Only units, and layers of them, lie on each other. */
static bool read_layer(const struct view_reader *reader, const struct node *node,
                       struct view *view)
{
    view->kind = VIEW_LAYER;
    if (!add_views(reader, node_find(node, S("layer")), view)) {
        return false;
    }
    for (size_t i = 0; i < view->views.count; i++) {
        const struct view *part = view->views.at[i];
        if (part->kind != VIEW_UNIT && part->kind != VIEW_LAYER) {
            return node_error(part->node, reader->error,
                              "a layer cannot be a facet or a concatenation");
        }
    }
    return true;
}

/* --- all views --------------------------------------------------------------------------
 */

/* `data: total` is {name: total}. */
static const struct node *data_map(struct arena *arena, const struct node *data)
{
    if (!data || data->kind == NODE_MAP) {
        return data;
    }
    struct node *map = rewrite_map(arena, data);
    rewrite_set(arena, map, S("name"), data);
    return map;
}

static bool read_common(const struct view_reader *reader, const struct node *node,
                        struct view *view)
{
    const struct node *transform = node_find(node, S("transform"));
    const struct node *data = node_find(node, S("data"));
    view->has_no_data = rewrite_is_null(data);
    view->data = view->has_no_data ? NULL : data_map(reader->arena, data);
    view->name = rewrite_text_of(node, S("name"));
    view->title = node_find(node, S("title"));
    view->projection = node_find(node, S("projection"));
    view->view_style = node_find(node, S("view"));
    for (size_t i = 0; transform && i < transform->count; i++) {
        *arena_push(reader->arena, &view->transforms) = transform->at[i];
    }
    return read_extent(reader, node_find(node, S("width")), &view->width) &&
           read_extent(reader, node_find(node, S("height")), &view->height) &&
           read_resolve(reader, node, &view->resolve);
}

static bool read_kind(const struct view_reader *reader, const struct node *node,
                      struct view *view)
{
    if (node_find(node, S("layer"))) {
        return read_layer(reader, node, view);
    }
    if (node_find(node, S("facet"))) {
        return read_facet(reader, node, view);
    }
    return node_find(node, S("mark")) ? read_unit(reader, node, view)
                                      : read_concat(reader, node, view);
}

static struct view *read_view(const struct view_reader *reader, const struct node *node,
                              const struct view *parent)
{
    struct view *view = arena_new(reader->arena, struct view);
    view->node = node;
    view->path = view_path(reader->arena, reader->channels.root, node);
    view->parent = parent;
    return read_common(reader, node, view) && read_kind(reader, node, view) ? view : NULL;
}

const struct view *view_build(const struct view_reader *reader, const struct node *node)
{
    return read_view(reader, node, NULL);
}
