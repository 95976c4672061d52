/* SPDX-License-Identifier: MIT */
#include "channel.h"

#include "date_time.h"
#include "definition.h"
#include "rewrite.h"
#include "view_path.h"

#include <math.h>

static const str words[CHANNEL_COUNT] = {
    [CHANNEL_X] = S("x"),
    [CHANNEL_Y] = S("y"),
    [CHANNEL_X2] = S("x2"),
    [CHANNEL_Y2] = S("y2"),
    [CHANNEL_X_OFFSET] = S("xOffset"),
    [CHANNEL_Y_OFFSET] = S("yOffset"),
    [CHANNEL_THETA] = S("theta"),
    [CHANNEL_THETA2] = S("theta2"),
    [CHANNEL_RADIUS] = S("radius"),
    [CHANNEL_RADIUS2] = S("radius2"),
    [CHANNEL_LONGITUDE] = S("longitude"),
    [CHANNEL_LATITUDE] = S("latitude"),
    [CHANNEL_LONGITUDE2] = S("longitude2"),
    [CHANNEL_LATITUDE2] = S("latitude2"),
    [CHANNEL_COLOR] = S("color"),
    [CHANNEL_FILL] = S("fill"),
    [CHANNEL_STROKE] = S("stroke"),
    [CHANNEL_OPACITY] = S("opacity"),
    [CHANNEL_FILL_OPACITY] = S("fillOpacity"),
    [CHANNEL_STROKE_OPACITY] = S("strokeOpacity"),
    [CHANNEL_STROKE_WIDTH] = S("strokeWidth"),
    [CHANNEL_STROKE_DASH] = S("strokeDash"),
    [CHANNEL_SIZE] = S("size"),
    [CHANNEL_ANGLE] = S("angle"),
    [CHANNEL_SHAPE] = S("shape"),
    [CHANNEL_TEXT] = S("text"),
    [CHANNEL_ORDER] = S("order"),
    [CHANNEL_DETAIL] = S("detail"),
    [CHANNEL_X_ERROR] = S("xError"),
    [CHANNEL_X_ERROR2] = S("xError2"),
    [CHANNEL_Y_ERROR] = S("yError"),
    [CHANNEL_Y_ERROR2] = S("yError2"),
};

str channel_word(enum channel_name name)
{
    return words[name];
}

enum channel_name channel_named(str word)
{
    size_t name = 0;
    while (name < CHANNEL_COUNT && !str_equal(word, words[name])) {
        name++;
    }
    return (enum channel_name)name;
}

/* --- what it is of ----------------------------------------------------------------------
 */

static bool read_field(const struct channel_reader *reader, const struct node *definition,
                       struct channel *channel)
{
    const struct node *field = node_find(definition, S("field"));
    channel->source = CHANNEL_FIELD;
    if (field && field->kind == NODE_MAP && node_find(field, S("repeat"))) {
        return node_error(field, reader->error,
                          "there is nothing that repeats \"%.*s\" here",
                          STR_ARG(rewrite_text_of(field, S("repeat"))));
    }
    return !field || node_text(field, &channel->field, reader->error);
}

/* Dates are given as objects, or as texts where the channel is of time. */
static struct datum read_datum(struct arena *arena, const struct node *node,
                               enum channel_type type)
{
    struct datum datum = datum_from_node(arena, node);
    double milliseconds = datum.kind == DATUM_TEXT && type == TYPE_TEMPORAL
                              ? datum_to_time(datum)
                              : (double)NAN;
    bool is_time = date_time_read(datum, &milliseconds) || !isnan(milliseconds);
    return is_time ? datum_time(milliseconds) : datum;
}

static bool read_source(const struct channel_reader *reader, const struct node *definition,
                        struct channel *channel)
{
    const struct node *value = node_find(definition, S("value"));
    const struct node *datum = node_find(definition, S("datum"));
    if (definition_is_field(definition)) {
        return read_field(reader, definition, channel);
    }
    if (datum) {
        channel->source = CHANNEL_DATUM;
        channel->datum = read_datum(reader->arena, datum, channel->type);
    } else if (value) {
        channel->source = rewrite_is_null(value) ? CHANNEL_NULL : CHANNEL_VALUE;
        channel->value = value;
        channel->datum = datum_from_node(reader->arena, value);
    }
    return true;
}

/* --- what is computed -------------------------------------------------------------------
 */

static bool read_aggregate(const struct channel_reader *reader,
                           const struct node *definition, struct channel *channel)
{
    const struct node *node = node_find(definition, S("aggregate"));
    if (!rewrite_is_true(node)) {
        return true;
    }
    if (node->kind == NODE_MAP) {
        bool is_most = node_find(node, S("argmax"));
        channel->aggregate = is_most ? AGGREGATE_ARGMAX : AGGREGATE_ARGMIN;
        channel->aggregate_by = rewrite_text_of(node, is_most ? S("argmax") : S("argmin"));
        return channel->aggregate_by.length ||
               node_error(node, reader->error, "expected argmin or argmax with a field");
    }
    return aggregate_op_named(node->text, &channel->aggregate) ||
           node_error(node, reader->error, "\"%.*s\" is not a known aggregate",
                      STR_ARG(node->text));
}

static bool read_computed(const struct channel_reader *reader,
                          const struct node *definition, struct channel *channel)
{
    const struct node *unit = node_find(definition, S("timeUnit"));
    channel->is_binned = definition_is_binned(definition);
    channel->bin = definition_has_bins(definition) ? node_find(definition, S("bin")) : NULL;
    return read_aggregate(reader, definition, channel) &&
           (!rewrite_is_true(unit) ||
            time_unit_read(unit, &channel->time_unit, reader->error));
}

static void read_stack(const struct node *definition, struct channel *channel)
{
    const struct node *stack = node_find(definition, S("stack"));
    channel->has_stack = stack;
    channel->stack = STACK_NONE;
    if (rewrite_is_text(stack, S("center"))) {
        channel->stack = STACK_CENTER;
    } else if (rewrite_is_text(stack, S("normalize"))) {
        channel->stack = STACK_NORMALIZE;
    } else if (rewrite_is_true(stack)) {
        channel->stack = STACK_ZERO;
    }
}

/* --- sorting ----------------------------------------------------------------------------
 */

static bool read_sort_word(const struct channel_reader *reader, const struct node *sort,
                           struct channel *channel)
{
    bool is_minus = str_starts(sort->text, S("-"));
    str word = str_after(sort->text, is_minus);
    if (str_equal(word, S("ascending")) || str_equal(word, S("descending"))) {
        channel->sort_is_descending = str_equal(word, S("descending"));
        channel->sort = channel->sort_is_descending ? SORT_DESCENDING : SORT_ASCENDING;
        return true;
    }
    channel->sort = SORT_CHANNEL;
    channel->sort_field = word;
    channel->sort_is_descending = is_minus;
    if (channel_named(word) == CHANNEL_COUNT) {
        node_error(sort, reader->error, "\"%.*s\" is no order", STR_ARG(sort->text));
        return error_hint(reader->error, "expected ascending, descending, a channel such "
                                         "as \"-x\", a list, or {field, op, order}");
    }
    return true;
}

static bool read_sort_map(const struct channel_reader *reader, const struct node *sort,
                          struct channel *channel)
{
    str by = rewrite_text_of(sort, S("encoding"));
    const struct node *op = node_find(sort, S("op"));
    channel->sort = by.length ? SORT_CHANNEL : SORT_FIELD;
    channel->sort_field = by.length ? by : rewrite_text_of(sort, S("field"));
    channel->sort_is_descending =
        rewrite_is_text(node_find(sort, S("order")), S("descending"));
    if (op && op->kind == NODE_SCALAR && !rewrite_is_null(op)) {
        return aggregate_op_named(op->text, &channel->sort_op) ||
               node_error(op, reader->error, "\"%.*s\" is not a known aggregate",
                          STR_ARG(op->text));
    }
    return true;
}

static bool read_sort(const struct channel_reader *reader, const struct node *definition,
                      struct channel *channel)
{
    const struct node *sort = node_find(definition, S("sort"));
    if (!sort) {
        return true;
    }
    if (rewrite_is_null(sort)) {
        channel->sort = SORT_NONE;
        return true;
    }
    if (sort->kind == NODE_LIST) {
        channel->sort = SORT_LIST;
        channel->sort_list = sort;
        return true;
    }
    return sort->kind == NODE_MAP ? read_sort_map(reader, sort, channel)
                                  : read_sort_word(reader, sort, channel);
}

/* --- guides -----------------------------------------------------------------------------
 */

static void read_guide(const struct node *definition, struct channel *channel)
{
    static const str names[] = {S("axis"), S("legend"), S("header")};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct node *guide = node_find(definition, names[i]);
        if (guide && guide->kind == NODE_MAP) {
            channel->guide = guide;
        } else if (guide && !rewrite_is_text(guide, S("true"))) {
            channel->has_no_guide = true;
        }
    }
}

/* The guide's title goes before the definition's. */
static void read_title(struct arena *arena, const struct node *definition,
                       struct channel *channel)
{
    const struct node *title = rewrite_find(channel->guide, S("title"));
    title = title ? title : node_find(definition, S("title"));
    if (!title) {
        return;
    }
    bool is_text = title->kind == NODE_SCALAR;
    bool is_none = rewrite_is_null(title) || (is_text && !title->text.length) ||
                   (is_text && !title->is_quoted && str_equal(title->text, S("false")));
    channel->has_no_title = is_none;
    channel->has_title = !is_none;
    if (is_text && !is_none) {
        *arena_push(arena, &channel->title) = title->text;
    }
    for (size_t i = 0; title->kind == NODE_LIST && i < title->count; i++) {
        *arena_push(arena, &channel->title) = title->at[i]->text;
    }
}

static void read_scale(const struct node *definition, struct channel *channel)
{
    const struct node *scale = node_find(definition, S("scale"));
    channel->scale = scale && scale->kind == NODE_MAP ? scale : NULL;
    channel->has_no_scale = rewrite_is_null(scale) || rewrite_is_text(scale, S("false"));
}

static double band_position(const struct node *definition)
{
    struct arena scratch = {0};
    const struct node *node = node_find(definition, S("bandPosition"));
    struct datum datum = node ? datum_from_node(&scratch, node) : datum_none();
    double position = datum.kind == DATUM_NUMBER ? datum.number : (double)NAN;
    arena_finish(&scratch);
    return position;
}

/* --- conditions -------------------------------------------------------------------------
 */

/* A test of a selection: nothing is selected, which is all unless `empty` is false. */
static void read_selection_test(const struct channel_reader *reader,
                                const struct node *condition, struct channel_rule *rule)
{
    str name = rewrite_text_of(condition, S("param"));
    for (size_t i = 0; i < reader->environment->parameters.count; i++) {
        const struct parameter *parameter = &reader->environment->parameters.at[i];
        if (str_equal(parameter->name, name) && !parameter->is_selection) {
            rule->is_always = datum_to_flag(parameter->value);
            rule->is_never = !rule->is_always;
            return;
        }
    }
    rule->is_never = rewrite_is_text(node_find(condition, S("empty")), S("false"));
    rule->is_always = !rule->is_never;
}

static bool read_rule(const struct channel_reader *reader, str word,
                      const struct node *condition, struct channel_rule *rule)
{
    struct channel *channel = arena_new(reader->arena, struct channel);
    const struct node *test = node_find(condition, S("test"));
    rule->channel = channel;
    if (!test) {
        read_selection_test(reader, condition, rule);
    } else {
        rule->test =
            predicate_read(reader->arena, test, reader->environment, reader->error);
    }
    return !reader->error->kind && channel_read(reader, word, condition, channel);
}

static bool read_rules(const struct channel_reader *reader, str word,
                       const struct node *definition, struct channel *channel)
{
    const struct node *condition = node_find(definition, S("condition"));
    bool is_list = condition && condition->kind == NODE_LIST;
    size_t count = is_list ? condition->count : condition ? 1 : 0;
    for (size_t i = 0; i < count; i++) {
        struct channel_rule *rule = arena_push(reader->arena, &channel->rules);
        if (!read_rule(reader, word, is_list ? condition->at[i] : condition, rule)) {
            return false;
        }
    }
    return true;
}

/* --- the whole --------------------------------------------------------------------------
 */

/* `color: red` is a value, as Vega-Lite takes it too. */
static void read_bare_value(struct arena *arena, const struct node *definition,
                            struct channel *channel)
{
    channel->source = rewrite_is_null(definition) ? CHANNEL_NULL : CHANNEL_VALUE;
    channel->value = definition;
    channel->datum = datum_from_node(arena, definition);
}

static bool is_second(str word)
{
    return str_ends(word, S("2"));
}

bool channel_read(const struct channel_reader *reader, str word,
                  const struct node *definition, struct channel *channel)
{
    *channel = (struct channel){.node = definition,
                                .path = view_path(reader->arena, reader->root, definition),
                                .band_position = band_position(definition)};
    if (definition->kind != NODE_MAP) {
        read_bare_value(reader->arena, definition, channel);
        return true;
    }
    bool has_type = definition_is_data(definition) &&
                    (!is_second(word) || node_find(definition, S("type")));
    channel->type = has_type ? definition_type(definition, word) : TYPE_NONE;
    channel->impute = node_find(definition, S("impute"));
    channel->impute = rewrite_is_null(channel->impute) ? NULL : channel->impute;
    channel->format = rewrite_text_of(definition, S("format"));
    channel->format_type = rewrite_text_of(definition, S("formatType"));
    read_stack(definition, channel);
    read_guide(definition, channel);
    read_title(reader->arena, definition, channel);
    read_scale(definition, channel);
    return read_source(reader, definition, channel) &&
           read_computed(reader, definition, channel) &&
           read_sort(reader, definition, channel) &&
           read_rules(reader, word, definition, channel);
}

bool channel_read_list(const struct channel_reader *reader, str word,
                       const struct node *definition, struct channel_list *list)
{
    bool is_list = definition->kind == NODE_LIST;
    for (size_t i = 0; i < (is_list ? definition->count : 1); i++) {
        const struct node *item = is_list ? definition->at[i] : definition;
        if (!channel_read(reader, word, item, arena_push(reader->arena, list))) {
            return false;
        }
    }
    return true;
}
