/* SPDX-License-Identifier: MIT */
#include "composite.h"

#include "base/buffer.h"
#include "config.h"
#include "definition.h"
#include "rewrite.h"

/* --- which axis ----------------------------------------------------------------------- */

static const struct node *channel(const struct node *unit, str name)
{
    return rewrite_find(node_find(unit, S("encoding")), name);
}

static bool is_time(const struct node *definition, str name)
{
    return definition_type(definition, name) == TYPE_TEMPORAL;
}

/* Where both axes are continuous, the one whose aggregate is the mark's own word. */
static bool is_vertical_of_two(const struct composite *composite, const struct node *x,
                               const struct node *y)
{
    bool is_x = str_equal(definition_aggregate(x), composite->word);
    bool is_y = str_equal(definition_aggregate(y), composite->word);
    if (is_x != is_y) {
        return is_y;
    }
    return !is_time(y, S("y")) || is_time(x, S("x"));
}

/* A second position or an error makes its axis the continuous one. */
static bool has_range(const struct node *unit, bool is_y)
{
    return channel(unit, is_y ? S("y2") : S("x2")) ||
           channel(unit, is_y ? S("yError") : S("xError"));
}

static bool read_orient(struct composite *composite)
{
    const struct node *x = channel(composite->unit, S("x"));
    const struct node *y = channel(composite->unit, S("y"));
    bool is_x = definition_is_continuous(x, S("x"));
    bool is_y = definition_is_continuous(y, S("y"));
    str orient = rewrite_text_of(composite->mark, S("orient"));
    bool has_x = has_range(composite->unit, false),
         has_y = has_range(composite->unit, true);
    if (!is_x && !is_y) {
        return node_error(node_find(composite->unit, S("mark")), composite->normal->error,
                          "%.*s needs a continuous x or y", STR_ARG(composite->word));
    }
    if (has_x && has_y) {
        return node_error(node_find(composite->unit, S("mark")), composite->normal->error,
                          "%.*s cannot have a range on both axes",
                          STR_ARG(composite->word));
    }
    if (has_x || has_y) {
        composite->is_vertical = has_y;
    } else if (orient.length) {
        composite->is_vertical = str_equal(orient, S("vertical"));
    } else {
        composite->is_vertical = is_x && is_y ? is_vertical_of_two(composite, x, y) : is_y;
    }
    bool is_right = composite->is_vertical ? is_y : is_x;
    return is_right ||
           node_error(node_find(composite->unit, S("mark")), composite->normal->error,
                      "the %s axis of this %.*s is not continuous",
                      composite->is_vertical ? "y" : "x", STR_ARG(composite->word));
}

/* --- names ---------------------------------------------------------------------------- */

/* A path as a plain name: "a.b" is "a_b", "a\\.b" too. */
static str alias_of(struct arena *arena, str field)
{
    struct buffer alias = {.arena = arena};
    for (size_t i = 0; i < field.length; i++) {
        char c = field.at[i];
        if (c == '.' || c == '[' || c == ']') {
            buffer_add_byte(&alias, '_');
        } else if (c != '\\') {
            buffer_add_byte(&alias, c);
        }
    }
    return buffer_text(&alias);
}

static str column_name(const struct composite *composite, str prefix)
{
    return str_print(composite->arena, "%.*s_%.*s", STR_ARG(prefix),
                     STR_ARG(composite->alias));
}

str composite_access(struct arena *arena, str field)
{
    struct buffer text = {.arena = arena};
    bool is_escaped = str_find(field, '\\') < field.length;
    bool is_path =
        str_find(field, '.') < field.length || str_find(field, '[') < field.length;
    if (is_path && !is_escaped) {
        return str_print(arena, "datum.%.*s", STR_ARG(field));
    }
    buffer_add(&text, S("datum[\""));
    for (size_t i = 0; i < field.length; i++) {
        if (field.at[i] == '"') {
            buffer_add_byte(&text, '\\');
        }
        if (field.at[i] != '\\') {
            buffer_add_byte(&text, field.at[i]);
        }
    }
    buffer_add(&text, S("\"]"));
    return buffer_text(&text);
}

str composite_column(const struct composite *composite, str prefix)
{
    return composite_access(composite->arena, column_name(composite, prefix));
}

/* --- what the other channels compute
 * ------------------------------------------------------ */

static void add_text(struct arena *arena, struct node *list, str text)
{
    rewrite_add(arena, list, rewrite_text(arena, list, text));
}

static void take_bins(struct composite *composite, const struct node *given,
                      struct node *taken, str column)
{
    struct arena *arena = composite->arena;
    struct node *transform = rewrite_map(arena, given);
    struct node *names = rewrite_list(arena, given);
    str end = str_print(arena, "%.*s_end", STR_ARG(column));
    add_text(arena, names, column);
    add_text(arena, names, end);
    rewrite_set(arena, transform, S("bin"), node_find(given, S("bin")));
    rewrite_set(arena, transform, S("field"), node_find(given, S("field")));
    rewrite_set(arena, transform, S("as"), names);
    rewrite_add(arena, composite->transforms, transform);
    add_text(arena, composite->groupby, column);
    add_text(arena, composite->groupby, end);
    rewrite_set_text(arena, taken, S("bin"), S("binned"));
    rewrite_set_text(arena, taken, S("type"), S("quantitative"));
}

static void take_time_unit(struct composite *composite, const struct node *given,
                           str column)
{
    struct node *transform = rewrite_map(composite->arena, given);
    rewrite_set(composite->arena, transform, S("timeUnit"),
                node_find(given, S("timeUnit")));
    rewrite_set(composite->arena, transform, S("field"), node_find(given, S("field")));
    rewrite_set_text(composite->arena, transform, S("as"), column);
    rewrite_add(composite->arena, composite->transforms, transform);
    add_text(composite->arena, composite->groupby, column);
}

/* argmin and argmax give a row; its field is the channel's. */
static str take_aggregate(struct composite *composite, const struct node *given, str column)
{
    struct arena *arena = composite->arena;
    const struct node *aggregate = node_find(given, S("aggregate"));
    struct node *measure = rewrite_map(arena, given);
    const struct node *by = node_find(aggregate, S("argmax"));
    str op = by ? S("argmax") : S("argmin");
    str field = rewrite_text_of(given, S("field"));
    by = by ? by : node_find(aggregate, S("argmin"));
    rewrite_set(arena, measure, S("op"), by ? rewrite_text(arena, given, op) : aggregate);
    rewrite_set(arena, measure, S("field"), by ? by : node_find(given, S("field")));
    rewrite_set_text(arena, measure, S("as"), column);
    rewrite_add(arena, composite->aggregates, measure);
    return by ? str_print(arena, "%.*s.%.*s", STR_ARG(column), STR_ARG(field)) : column;
}

/* The definition with the column that a transform makes for it. */
static const struct node *take_definition(struct composite *composite,
                                          const struct node *given)
{
    static const str computed[] = {S("aggregate"), S("timeUnit"), S("bin")};
    struct arena *arena = composite->arena;
    str column = definition_column(arena, given);
    str field = column;
    struct node *taken = rewrite_without(arena, given, computed, COUNT_OF(computed));
    if (!node_find(given, S("title"))) {
        rewrite_set_text(arena, taken, S("title"),
                         definition_title(arena, composite->normal->config, given));
    }
    rewrite_set_text(arena, taken, S("type"), S("quantitative"));
    if (rewrite_is_true(node_find(given, S("aggregate")))) {
        field = take_aggregate(composite, given, column);
    } else if (definition_has_bins(given)) {
        take_bins(composite, given, taken, column);
    } else {
        take_time_unit(composite, given, column);
        rewrite_set_text(arena, taken, S("type"), S("temporal"));
        rewrite_set(arena, taken, S("type"), node_find(given, S("type")));
    }
    rewrite_set_text(arena, taken, S("field"), field);
    return taken;
}

static bool is_computed(const struct node *definition)
{
    return rewrite_is_true(node_find(definition, S("aggregate"))) ||
           rewrite_is_true(node_find(definition, S("timeUnit"))) ||
           definition_has_bins(definition);
}

static const struct node *take_channel(struct composite *composite,
                                       const struct node *given)
{
    if (given->kind == NODE_LIST) {
        struct node *list = rewrite_list(composite->arena, given);
        for (size_t i = 0; i < given->count; i++) {
            rewrite_add(composite->arena, list, take_channel(composite, given->at[i]));
        }
        return list;
    }
    if (!definition_is_field(given)) {
        return given;
    }
    if (is_computed(given)) {
        return take_definition(composite, given);
    }
    rewrite_add(composite->arena, composite->groupby, node_find(given, S("field")));
    return given;
}

/* A binned position gets the bin's end as its second. */
static void take_bin_end(struct composite *composite, struct node *encoding,
                         const struct node *given)
{
    struct arena *arena = composite->arena;
    bool is_position = str_equal(given->key, S("x")) || str_equal(given->key, S("y"));
    if (!is_position || !definition_is_field(given) || !definition_has_bins(given)) {
        return;
    }
    struct node *second = rewrite_map(arena, given);
    str column = definition_column(arena, given);
    rewrite_set_text(arena, second, S("field"),
                     str_print(arena, "%.*s_end", STR_ARG(column)));
    rewrite_set(arena, encoding, str_print(arena, "%.*s2", STR_ARG(given->key)), second);
}

/* Boxes have the extremes of their groups: only aggregates of a tooltip group them. */
static bool is_dropped(const struct composite *composite, const struct node *given)
{
    return str_equal(composite->word, S("boxplot")) &&
           str_equal(given->key, S("tooltip")) && given->kind == NODE_MAP &&
           !rewrite_is_true(node_find(given, S("aggregate")));
}

static void take_encoding(struct composite *composite)
{
    static const str suffixes[] = {S(""), S("2"), S("Error"), S("Error2")};
    struct arena *arena = composite->arena;
    str used[COUNT_OF(suffixes)];
    for (size_t i = 0; i < COUNT_OF(suffixes); i++) {
        used[i] =
            str_print(arena, "%.*s%.*s", STR_ARG(composite->axis), STR_ARG(suffixes[i]));
    }
    const struct node *others = rewrite_without(
        arena, node_find(composite->unit, S("encoding")), used, COUNT_OF(used));
    struct node *encoding = rewrite_map(arena, others);
    for (size_t i = 0; i < others->count; i++) {
        if (!is_dropped(composite, others->at[i])) {
            rewrite_set(arena, encoding, others->at[i]->key,
                        take_channel(composite, others->at[i]));
            take_bin_end(composite, encoding, others->at[i]);
        }
    }
    composite->encoding = encoding;
}

bool composite_read(struct composite *composite, const struct normal *normal,
                    const struct node *unit)
{
    struct arena *arena = normal->arena;
    *composite = (struct composite){.normal = normal,
                                    .arena = arena,
                                    .unit = unit,
                                    .mark = normal_mark(arena, unit),
                                    .word = normal_mark_word(unit)};
    if (!node_find(unit, S("encoding"))) {
        return node_error(node_find(unit, S("mark")), normal->error,
                          "%.*s needs an encoding", STR_ARG(composite->word));
    }
    if (!read_orient(composite)) {
        return false;
    }
    composite->axis = composite->is_vertical ? S("y") : S("x");
    composite->definition = channel(unit, composite->axis);
    composite->field = rewrite_text_of(composite->definition, S("field"));
    composite->alias = alias_of(arena, composite->field);
    composite->transforms = rewrite_list(arena, unit);
    composite->aggregates = rewrite_list(arena, unit);
    composite->groupby = rewrite_list(arena, unit);
    take_encoding(composite);
    return composite->field.length ||
           node_error(composite->definition, normal->error, "%.*s needs a field on %.*s",
                      STR_ARG(composite->word), STR_ARG(composite->axis));
}

/* --- transforms of the mark itself
 * --------------------------------------------------------- */

void composite_aggregate(struct composite *composite, struct node *list, str op, str field,
                         str prefix)
{
    struct node *measure = rewrite_map(composite->arena, composite->definition);
    rewrite_set_text(composite->arena, measure, S("op"), op);
    rewrite_set_text(composite->arena, measure, S("field"), field);
    rewrite_set_text(composite->arena, measure, S("as"), column_name(composite, prefix));
    rewrite_add(composite->arena, list, measure);
}

struct node *composite_calculate(const struct composite *composite, str formula, str prefix)
{
    struct node *transform = rewrite_map(composite->arena, composite->definition);
    rewrite_set_text(composite->arena, transform, S("calculate"), formula);
    rewrite_set_text(composite->arena, transform, S("as"), column_name(composite, prefix));
    return transform;
}

void composite_add_summary(const struct composite *composite, struct node *transforms)
{
    if (!composite->aggregates->count) {
        return;
    }
    struct node *transform = rewrite_map(composite->arena, composite->unit);
    rewrite_set(composite->arena, transform, S("aggregate"), composite->aggregates);
    rewrite_set(composite->arena, transform, S("groupby"), composite->groupby);
    rewrite_add(composite->arena, transforms, transform);
}

/* --- parts ---------------------------------------------------------------------------- */

const struct node *composite_property(const struct composite *composite, str key)
{
    const struct node *own = node_find(composite->mark, key);
    return own ? own : config_member(composite->normal->config, composite->word, key);
}

bool composite_wants(const struct composite *composite, str part)
{
    return rewrite_is_true(composite_property(composite, part));
}

struct node *composite_new_mark(const struct composite *composite, str word)
{
    struct node *mark = rewrite_map(composite->arena, composite->mark);
    rewrite_set_text(composite->arena, mark, S("type"), word);
    return mark;
}

const struct node *composite_part_mark(const struct composite *composite, str part,
                                       const struct node *mark)
{
    static const str shared[] = {S("clip"), S("color"), S("opacity")};
    struct arena *arena = composite->arena;
    const struct node *config =
        config_member(composite->normal->config, composite->word, part);
    const struct node *own = node_find(composite->mark, part);
    bool has_config = config && config->kind == NODE_MAP;
    struct node *whole = has_config ? rewrite_merge(arena, config, NULL)
                                    : rewrite_map(arena, composite->mark);
    for (size_t i = 0; i < COUNT_OF(shared); i++) {
        const struct node *value = node_find(composite->mark, shared[i]);
        rewrite_set(arena, whole, shared[i], rewrite_is_true(value) ? value : NULL);
    }
    whole = rewrite_merge(arena, whole, mark);
    rewrite_set_text(
        arena, whole, S("style"),
        str_print(arena, "%.*s-%.*s", STR_ARG(composite->word), STR_ARG(part)));
    return own && own->kind == NODE_MAP ? rewrite_merge(arena, whole, own) : whole;
}

struct node *composite_position(const struct composite *composite, str column)
{
    static const str kept[] = {S("scale"), S("axis")};
    struct arena *arena = composite->arena;
    struct node *position = rewrite_map(arena, composite->definition);
    const struct node *title = node_find(composite->definition, S("title"));
    rewrite_set_text(arena, position, S("field"), column);
    rewrite_set_text(arena, position, S("type"),
                     is_time(composite->definition, composite->axis) ? S("temporal")
                                                                     : S("quantitative"));
    rewrite_set(arena, position, S("title"),
                title ? title : node_find(composite->definition, S("field")));
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        rewrite_set(arena, position, kept[i], node_find(composite->definition, kept[i]));
    }
    return position;
}

void composite_add_part(const struct composite *composite, struct node *layers,
                        const struct composite_part *part)
{
    struct arena *arena = composite->arena;
    if (!composite_wants(composite, part->name)) {
        return;
    }
    struct node *encoding = rewrite_map(arena, composite->unit);
    rewrite_set(arena, encoding, composite->axis,
                composite_position(composite, column_name(composite, part->start)));
    if (part->end.length) {
        struct node *second = rewrite_map(arena, composite->definition);
        rewrite_set_text(arena, second, S("field"), column_name(composite, part->end));
        rewrite_set(arena, encoding, str_print(arena, "%.*s2", STR_ARG(composite->axis)),
                    second);
    }
    struct node *layer = rewrite_map(arena, composite->unit);
    rewrite_set(arena, layer, S("mark"),
                composite_part_mark(composite, part->name, part->mark));
    rewrite_set(arena, layer, S("encoding"),
                rewrite_merge(arena, encoding, part->encoding));
    rewrite_add(arena, layers, layer);
}

struct node *composite_outer(const struct composite *composite)
{
    static const str inner[] = {S("mark"), S("encoding"), S("params"), S("projection")};
    return rewrite_without(composite->arena, composite->unit, inner, COUNT_OF(inner));
}
