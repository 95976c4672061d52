/* SPDX-License-Identifier: MIT */
#include "directive_chart_internal.h"

#include "expression/expression.h"
#include "expression/translation.h"

bool directive_highlight(const struct chart_reader *reader, struct highlight *highlight)
{
    const struct node *node = node_find(reader->map, S("highlight"));
    *highlight = (struct highlight){.is_set = node};
    if (!node) {
        return true;
    }
    bool is_list = node->kind == NODE_LIST;
    highlight->count = is_list ? node->count : 1;
    highlight->names =
        arena_allocate(reader->arena, highlight->count + 1, sizeof *highlight->names);
    for (size_t i = 0; i < highlight->count; i++) {
        const struct scope *scope = &reader->markdown->facts->scope;
        const struct node *name = is_list ? node->at[i] : node;
        str text;
        if (!expression_fill_node(reader->arena, name, scope, &text, reader->error)) {
            return false;
        }
        highlight->names[i].node = name;
        highlight->names[i].text = text;
        highlight->names[i].label = translation_name(scope, text);
    }
    return true;
}

bool highlight_lights(struct highlight *highlight, str label, str name)
{
    bool is_lit = false;
    for (size_t i = 0; i < highlight->count; i++) {
        if (str_equal(highlight->names[i].label, label) ||
            str_equal(highlight->names[i].text, name)) {
            highlight->names[i].is_met = true;
            is_lit = true;
        }
    }
    return is_lit;
}

void highlight_warn(const struct chart_reader *reader, const struct highlight *highlight)
{
    for (size_t i = 0; i < highlight->count; i++) {
        if (!highlight->names[i].is_met) {
            warning_add(reader->markdown->warnings, node_place(highlight->names[i].node),
                        "\"%.*s\" is not in the chart and cannot be highlighted",
                        STR_ARG(highlight->names[i].text));
        }
    }
}
