/* SPDX-License-Identifier: MIT */
/* Views as text, for golden tests: one line for each view and each channel. */
#ifndef SUPPORT_VIEWS_H
#define SUPPORT_VIEWS_H

#include "base/buffer.h"
#include "base/real.h"
#include "grammar/view.h"

static inline void views_print_node(struct buffer *out, const struct node *node)
{
    if (!node) {
        buffer_print(out, "-");
    } else if (node->kind == NODE_SCALAR) {
        buffer_print(out, node->is_quoted ? "\"%.*s\"" : "%.*s", STR_ARG(node->text));
    } else {
        buffer_print(out, node->kind == NODE_LIST ? "[" : "{");
        for (size_t i = 0; i < node->count; i++) {
            buffer_print(out, i ? ", " : "");
            if (node->kind == NODE_MAP) {
                buffer_print(out, "%.*s: ", STR_ARG(node->at[i]->key));
            }
            views_print_node(out, node->at[i]);
        }
        buffer_print(out, node->kind == NODE_LIST ? "]" : "}");
    }
}

static inline void views_print_channel(struct buffer *out, int depth, str word,
                                       const struct channel *channel)
{
    static const char *const types[] = {"-",       "quantitative", "temporal",
                                        "ordinal", "nominal",      "geojson"};
    buffer_print(out, "%*s%.*s %s ", depth, "", STR_ARG(word), types[channel->type]);
    if (channel->aggregate) {
        buffer_print(out, "%.*s ", STR_ARG(aggregate_op_name(channel->aggregate)));
    }
    if (channel->time_unit.parts) {
        buffer_print(out, "%.*s ", STR_ARG(time_unit_name(out->arena, channel->time_unit)));
    }
    if (channel->bin || channel->is_binned) {
        buffer_print(out, channel->bin ? "bin " : "binned ");
    }
    if (channel->source == CHANNEL_FIELD) {
        buffer_print(out, "of %.*s", STR_ARG(channel->field));
    } else if (channel->source == CHANNEL_NULL) {
        buffer_print(out, "null");
    } else if (channel->source != CHANNEL_ABSENT) {
        buffer_print(out, "%s %.*s", channel->source == CHANNEL_DATUM ? "datum" : "value",
                     STR_ARG(datum_to_text(out->arena, channel->datum)));
    }
    if (channel->has_stack) {
        buffer_print(out, " stack %d", (int)channel->stack);
    }
    if (channel->sort) {
        buffer_print(out, " sort %d%s %.*s", (int)channel->sort,
                     channel->sort_is_descending ? " down" : "",
                     STR_ARG(channel->sort_field));
    }
    if (channel->has_title || channel->has_no_title) {
        str title = str_join(out->arena, channel->title.at, channel->title.count, S(" / "));
        buffer_print(out, " title \"%.*s\"", STR_ARG(title));
    }
    buffer_print(out, "   %.*s\n", STR_ARG(channel->path));
    for (size_t i = 0; i < channel->rules.count; i++) {
        const struct channel_rule *rule = &channel->rules.at[i];
        views_print_channel(out, depth + 2,
                            rule->test        ? S("if test")
                            : rule->is_always ? S("always")
                                              : S("never"),
                            rule->channel);
    }
}

static inline void views_print_extent(struct buffer *out, const char *name,
                                      struct extent extent)
{
    static const char *const kinds[] = {"", "", "step ", "container "};
    if (extent.kind) {
        buffer_print(out, " %s %s%.*s", name, kinds[extent.kind],
                     STR_ARG(real_print(out->arena, extent.points)));
    }
}

static inline void views_print(struct buffer *out, int depth, const struct view *view)
{
    static const char *const kinds[] = {"unit", "layer", "facet", "concat"};
    buffer_print(out, "%*s%s", depth, "", kinds[view->kind]);
    if (view->kind == VIEW_UNIT) {
        buffer_print(out, " %.*s", STR_ARG(mark_word(view->mark)));
    }
    if (view->columns) {
        buffer_print(out, " in %zu columns", view->columns);
    }
    views_print_extent(out, "width", view->width);
    views_print_extent(out, "height", view->height);
    buffer_print(out, "   %.*s\n", STR_ARG(view->path));
    if (view->mark_node) {
        buffer_print(out, "%*s", depth + 2, "");
        views_print_node(out, view->mark_node);
        buffer_print(out, "\n");
    }
    for (size_t i = 0; i < view->transforms.count; i++) {
        buffer_print(out, "%*stransform ", depth + 2, "");
        views_print_node(out, view->transforms.at[i]);
        buffer_print(out, "\n");
    }
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        if (view->channels[i].node) {
            views_print_channel(out, depth + 2, channel_word((enum channel_name)i),
                                &view->channels[i]);
        }
    }
    for (size_t i = 0; i < view->details.count; i++) {
        views_print_channel(out, depth + 2, S("detail"), &view->details.at[i]);
    }
    for (size_t i = 0; i < view->orders.count; i++) {
        views_print_channel(out, depth + 2, S("order"), &view->orders.at[i]);
    }
    const struct channel *facets[] = {&view->row, &view->column, &view->facet};
    static const char *const words[] = {"row", "column", "facet"};
    for (size_t i = 0; i < COUNT_OF(facets); i++) {
        if (facets[i]->node) {
            views_print_channel(out, depth + 2, str_from(words[i]), facets[i]);
        }
    }
    for (size_t i = 0; i < view->views.count; i++) {
        views_print(out, depth + 2, view->views.at[i]);
    }
}

#endif
