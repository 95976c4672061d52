/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "encode.h"
#include "encode_column.h"
#include "scale_plan.h"

static bool is_word(const struct node *node, const char *word)
{
    return node && node->kind == NODE_SCALAR && str_equal(node->text, str_from(word));
}

/* What the mark says about missing values, of paths and of others. */
static enum invalid_mode mode_of_mark(const struct model *unit, bool *shows_in_domain)
{
    const struct node *node = bag_find(&unit->mark, S("invalid"));
    bool is_path = model_is_path(unit);
    *shows_in_domain = is_path;
    if (node && is_word(node, "null")) {
        return INVALID_SHOW;
    }
    if (is_word(node, "show")) {
        *shows_in_domain = true;
        return INVALID_SHOW;
    }
    if (is_word(node, "filter")) {
        *shows_in_domain = false;
        return INVALID_FILTER;
    }
    if (is_word(node, "break-paths-filter-domains")) {
        *shows_in_domain = false;
    } else if (is_word(node, "break-paths-show-domains")) {
        *shows_in_domain = true;
    }
    return is_path ? INVALID_BREAK : INVALID_FILTER;
}

enum invalid_mode encode_invalid_mode(const struct model *unit, enum channel_name name)
{
    static const enum channel_name seconds[][2] = {{CHANNEL_X2, CHANNEL_X},
                                                   {CHANNEL_Y2, CHANNEL_Y}};
    enum channel_name scaled = name;
    for (size_t i = 0; i < COUNT_OF(seconds); i++) {
        scaled = name == seconds[i][0] ? seconds[i][1] : scaled;
    }
    const struct encoding *encoding = &unit->encodings[name];
    const struct scale_plan *plan = unit->encodings[scaled].plan;
    if (!encoding->def || !plan || scale_type_is_discrete(plan->type)) {
        return INVALID_VALID;
    }
    enum aggregate_op op = encoding->def->aggregate;
    if (op == AGGREGATE_COUNT || op == AGGREGATE_VALID || op == AGGREGATE_MISSING ||
        op == AGGREGATE_DISTINCT) {
        return INVALID_VALID;
    }
    if (unit->invalid && node_find(unit->invalid, channel_word(scaled))) {
        return INVALID_SHOW;
    }
    bool shows_in_domain;
    return mode_of_mark(unit, &shows_in_domain);
}

struct datum encode_invalid_value(struct arena *arena, const struct model *unit,
                                  enum channel_name name)
{
    const struct node *given =
        unit->invalid ? node_find(unit->invalid, channel_word(name)) : NULL;
    const struct node *value =
        given && given->kind == NODE_MAP ? node_find(given, S("value")) : NULL;
    return value ? datum_from_node(arena, value) : datum_none();
}

static void mark_invalid(struct maker *maker, const struct model *unit,
                         enum channel_name name, bool *is_left_out)
{
    const struct encoding *encoding = &unit->encodings[name];
    enum invalid_mode mode = encode_invalid_mode(unit, name);
    if (!encoding->field.length || mode == INVALID_VALID || mode == INVALID_SHOW) {
        return;
    }
    const struct datum *column = encode_find(maker->arena, unit->frame, encoding->field);
    for (size_t row = 0; row < unit->frame->rows; row++) {
        is_left_out[row] = is_left_out[row] || !datum_is_valid(column[row]) ||
                           !isfinite(datum_to_number(column[row]));
    }
}

static const struct frame *valid_rows(struct maker *maker, const struct model *unit)
{
    const struct frame *frame = unit->frame;
    bool *is_left_out = arena_array(maker->arena, bool, frame->rows);
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        if (unit->encodings[i].plan) {
            mark_invalid(maker, unit, (enum channel_name)i, is_left_out);
        }
    }
    size_t *rows = arena_array(maker->arena, size_t, frame->rows);
    size_t count = 0;
    for (size_t row = 0; row < frame->rows; row++) {
        if (!is_left_out[row]) {
            rows[count++] = row;
        }
    }
    if (count == frame->rows) {
        return frame;
    }
    struct frame *valid = arena_new(maker->arena, struct frame);
    *valid = frame_select(maker->arena, frame, rows, count);
    return valid;
}

void encode_filter(struct maker *maker, struct model *unit)
{
    bool shows_in_domain;
    enum invalid_mode mode = mode_of_mark(unit, &shows_in_domain);
    const struct frame *all = unit->frame;
    const struct frame *valid = mode == INVALID_SHOW ? all : valid_rows(maker, unit);
    unit->frame = mode == INVALID_FILTER ? valid : all;
    unit->shown = shows_in_domain || mode == INVALID_SHOW ? all : valid;
}
