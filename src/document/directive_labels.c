/* SPDX-License-Identifier: MIT */
/* What series are called, and the labels that nothing here is called by. */
#include "directive_internal.h"

#include "document/unbound.h"
#include "expression/expression.h"
#include "expression/translation.h"

bool directive_labels(const struct directive_input *input, const struct node *map,
                      struct labels *labels, struct error *error)
{
    labels->map = node_find(map, S("labels"));
    if (!labels->map) {
        return true;
    }
    if (!node_expect(labels->map, NODE_MAP, error)) {
        return false;
    }
    labels->is_met = arena_array(input->markdown->arena, bool, labels->map->count);
    return true;
}

/* The label of the name, which is met by that; NULL if it has none. */
static const struct node *meet(const struct labels *labels, str name)
{
    for (size_t i = 0; labels->map && i < labels->map->count; i++) {
        if (str_equal(labels->map->at[i]->key, name)) {
            labels->is_met[i] = true;
            return labels->map->at[i];
        }
    }
    return NULL;
}

bool directive_label(const struct directive_input *input, const struct labels *labels,
                     str name, str *label, struct error *error)
{
    const struct scope *scope = &input->markdown->facts->scope;
    const struct node *node = meet(labels, name);
    *label = name;
    if (node) {
        unbound_in_node(input->markdown, node);
    }
    if (node && !expression_fill_node(input->markdown->arena, node, scope, label, error)) {
        return false;
    }
    *label = translation_name(scope, *label);
    return true;
}

void directive_labels_meet(const struct labels *labels, const struct series_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        meet(labels, group->at[i].name);
    }
    for (size_t i = 0; group->words && i < group->words->count; i++) {
        meet(labels, group->words->at[i]);
    }
    meet(labels, group->rest);
}

void directive_labels_warn(const struct directive_input *input, const struct labels *labels)
{
    for (size_t i = 0; labels->map && i < labels->map->count; i++) {
        const struct node *label = labels->map->at[i];
        if (!labels->is_met[i]) {
            warning_add(input->markdown->warnings, node_key_place(label),
                        "nothing here is called \"%.*s\": its label is not used",
                        STR_ARG(label->key));
        }
    }
}
