/* SPDX-License-Identifier: MIT */
#include "sort_rule.h"

#include "datum_index.h"
#include "encode_column.h"
#include "literal.h"

static bool is_stack_field(const struct stacking *stacking, str field)
{
    const struct str_list *lists[] = {&stacking->groupby, &stacking->by};
    for (size_t i = 0; i < COUNT_OF(lists); i++) {
        for (size_t j = 0; j < lists[i]->count; j++) {
            if (str_equal(lists[i]->at[j], field)) {
                return true;
            }
        }
    }
    return false;
}

/* A stack is as long as the sum of its parts; else the least value counts. */
static enum aggregate_op default_op(const struct model *unit, str field)
{
    bool is_sum =
        unit && unit->stacking.is_stacked && !is_stack_field(&unit->stacking, field);
    return is_sum ? AGGREGATE_SUM : AGGREGATE_MIN;
}

static struct sort_rule rule_of_channel(const struct model *unit, const struct channel *def)
{
    struct sort_rule rule = {.kind = RULE_VALUE, .is_descending = def->sort_is_descending};
    for (size_t i = 0; unit && i < CHANNEL_COUNT; i++) {
        const struct channel *by = unit->encodings[i].def;
        if (by && str_equal(channel_word((enum channel_name)i), def->sort_field)) {
            rule.kind = RULE_AGGREGATE;
            rule.field = by->field;
            rule.op = by->aggregate;
            if (by->aggregate == AGGREGATE_NONE) {
                rule.op = default_op(unit, by->field);
            } else if (by->aggregate == AGGREGATE_ARGMIN ||
                       by->aggregate == AGGREGATE_ARGMAX) {
                rule.op = AGGREGATE_MIN;
            }
        }
    }
    return rule;
}

struct sort_rule sort_rule_for(const struct model *unit, const struct channel *def)
{
    struct sort_rule rule = {.kind = RULE_VALUE};
    switch (def->sort) {
    case SORT_NONE:
        rule.kind = RULE_NONE;
        break;
    case SORT_DESCENDING:
        rule.is_descending = true;
        break;
    case SORT_LIST:
        rule.kind = RULE_LIST;
        rule.list = def->sort_list;
        break;
    case SORT_FIELD:
        rule.kind = RULE_AGGREGATE;
        rule.is_descending = def->sort_is_descending;
        rule.field = def->sort_field;
        rule.op = def->sort_op == AGGREGATE_NONE ? default_op(unit, def->sort_field)
                                                 : def->sort_op;
        break;
    case SORT_CHANNEL:
        return rule_of_channel(unit, def);
    default:
        break;
    }
    return rule;
}

bool sort_rule_equal(const struct sort_rule *a, const struct sort_rule *b)
{
    return a->kind == b->kind && a->is_descending == b->is_descending && a->op == b->op &&
           str_equal(a->field, b->field) && a->list == b->list;
}

/* Sorts the values by keys beside them. */
static void sort_by_keys(struct arena *arena, struct datum_list *values,
                         const struct datum *keys, bool is_descending)
{
    struct frame *frame = frame_new(arena, values->count);
    struct datum *own = frame_add(arena, frame, S("value"));
    struct datum *key = frame_add(arena, frame, S("key"));
    for (size_t i = 0; i < values->count; i++) {
        own[i] = values->at[i];
        key[i] = keys[i];
    }
    struct sort_key by = {S("key"), is_descending};
    const struct frame *sorted = frame_sort(arena, frame, &by, 1);
    const struct datum *column = frame_column(arena, sorted, S("value"));
    for (size_t i = 0; i < values->count; i++) {
        values->at[i] = column[i];
    }
}

static struct datum *keys_by_list(struct arena *arena, const struct sort_rule *rule,
                                  const struct channel *def,
                                  const struct datum_list *values)
{
    struct datum_index listed = {0};
    for (size_t i = 0; i < rule->list->count; i++) {
        datum_index_add(arena, &listed, literal_datum(arena, rule->list->at[i], def));
    }
    struct datum *keys = arena_array(arena, struct datum, values->count);
    for (size_t i = 0; i < values->count; i++) {
        size_t place = datum_index_find(&listed, values->at[i]);
        keys[i] =
            datum_number(place == SIZE_MAX ? (double)rule->list->count : (double)place);
    }
    return keys;
}

static struct datum *keys_by_aggregate(struct arena *arena, const struct sort_rule *rule,
                                       const struct datum_list *values,
                                       const struct frame *rows, str column)
{
    struct measure_of measure = {rule->op, rule->field, S(" sort key")};
    const struct frame *table = frame_aggregate(arena, rows, &measure, 1, &column, 1);
    const struct datum *names = frame_column(arena, table, column);
    const struct datum *results = frame_column(arena, table, S(" sort key"));
    struct datum_index index = {0};
    for (size_t row = 0; row < table->rows; row++) {
        datum_index_add(arena, &index, names[row]);
    }
    struct datum *keys = arena_array(arena, struct datum, values->count);
    for (size_t i = 0; i < values->count; i++) {
        size_t row = datum_index_find(&index, values->at[i]);
        keys[i] = row == SIZE_MAX ? datum_none() : results[row];
    }
    return keys;
}

void sort_rule_apply(struct arena *arena, const struct sort_rule *rule,
                     const struct channel *def, struct datum_list *values,
                     const struct frame *rows, str column)
{
    switch (rule->kind) {
    case RULE_NONE:
        return;
    case RULE_VALUE:
        sort_by_keys(arena, values, values->at, rule->is_descending);
        return;
    case RULE_LIST:
        sort_by_keys(arena, values, keys_by_list(arena, rule, def, values), false);
        return;
    case RULE_AGGREGATE:
        sort_by_keys(arena, values, keys_by_aggregate(arena, rule, values, rows, column),
                     rule->is_descending);
        return;
    }
}
