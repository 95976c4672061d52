/* SPDX-License-Identifier: MIT */
/*
 * Conditional formats of a column, or of whole rows:
 *
 *   when:
 *     - {if: row.yoy and row.yoy > 50, bold: true}
 *     - {if: row.name == "Germany", color: focus}       # up, down, muted, focus
 */
#include "directive_table_internal.h"

static bool read_ink(const struct table_reader *reader, const struct node *node,
                     struct table_rule *rule)
{
    static const str names[] = {S("ink"), S("up"), S("down"), S("muted"), S("focus")};
    size_t choice;
    if (!node) {
        return true;
    }
    if (!node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    rule->has_ink = true;
    rule->ink = (enum table_ink)choice;
    return true;
}

static bool read_rule(struct table_reader *reader, const struct node *node,
                      struct table_rule *rule)
{
    static const str keys[] = {S("if"), S("bold"), S("color")};
    if (!node_expect(node, NODE_MAP, reader->error) ||
        !node_knows(node, keys, COUNT_OF(keys), reader->error)) {
        return false;
    }
    const struct node *condition = node_find(node, S("if"));
    if (!condition) {
        return node_error(node, reader->error, "a format needs an \"if\"");
    }
    return expression_scalar_parse(reader->arena, condition, &rule->condition,
                                   reader->error) &&
           directive_flag(node, S("bold"), &rule->is_bold, reader->error) &&
           read_ink(reader, node_find(node, S("color")), rule);
}

bool table_rules_read(struct table_reader *reader, const struct node *map,
                      struct table_rules *rules)
{
    const struct node *list = node_find(map, S("when"));
    if (!list) {
        return true;
    }
    if (!node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!read_rule(reader, list->at[i], arena_push(reader->arena, rules))) {
            return false;
        }
    }
    return true;
}

bool table_rules_apply(struct table_reader *reader, const struct table_rules *rules,
                       struct table_cell *cell)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct table_rule *rule = &rules->at[i];
        struct value value = {0};
        if (!expression_scalar_evaluate(reader->arena, &rule->condition, &reader->scope,
                                        &value, reader->error)) {
            return false;
        }
        if (value_is_true(&value)) {
            cell->is_bold |= rule->is_bold;
            cell->ink = rule->has_ink ? rule->ink : cell->ink;
        }
    }
    return true;
}
