/* SPDX-License-Identifier: MIT */
#include "directive_chart_internal.h"

#include "expression/expression.h"

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
        highlight->names[i].node = is_list ? node->at[i] : node;
        if (!expression_fill_node(reader->arena, highlight->names[i].node,
                                  &reader->markdown->facts->scope,
                                  &highlight->names[i].text, reader->error)) {
            return false;
        }
    }
    return true;
}

bool highlight_lights(struct highlight *highlight, str label, str name)
{
    bool is_lit = false;
    for (size_t i = 0; i < highlight->count; i++) {
        str text = highlight->names[i].text;
        if (str_equal(text, label) || str_equal(text, name)) {
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
