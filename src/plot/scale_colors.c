/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "color_space.h"
#include "literal.h"
#include "scale_make.h"
#include "scheme.h"

/* Where colours come from: a list, or a scheme with its extent. */
struct palette {
    color *at;
    size_t count;
    bool is_continuous; /* stops of a gradient */
    double from, to; /* the part of it that is taken */
    str space;
};

static bool refuse_scheme(const struct node *node, str name, struct error *error)
{
    str names[80];
    size_t count = 0;
    for (size_t i = 0; i < scheme_table_count && count < COUNT_OF(names); i++) {
        names[count++] = str_from(scheme_table[i].name);
    }
    node_error(node, error, "there is no colour scheme \"%.*s\"", STR_ARG(name));
    return error_suggest(error, name, names, count);
}

static bool take_scheme(struct maker *maker, const struct node *node, str name,
                        struct palette *palette, struct error *error)
{
    const struct scheme *scheme = scheme_named(name);
    if (!scheme) { /* "blues-5": so many of a scheme, which the scale counts itself */
        str rest;
        scheme = scheme_named(str_cut(name, '-', &rest));
    }
    if (!scheme) {
        return refuse_scheme(node, name, error);
    }
    palette->count = scheme_count(scheme);
    palette->at = arena_array(maker->arena, color, palette->count);
    for (size_t i = 0; i < palette->count; i++) {
        palette->at[i] = scheme_color(scheme, i);
    }
    palette->is_continuous = scheme->is_continuous;
    palette->space = S("rgb");
    return true;
}

static bool take_list(struct maker *maker, const struct node *list, struct palette *palette,
                      struct error *error)
{
    palette->at = arena_array(maker->arena, color, list->count);
    palette->count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = list->at[i];
        if (item->kind != NODE_SCALAR || !plot_color(maker, item->text, &palette->at[i])) {
            return node_error(item, error, "a colour, found \"%.*s\"", STR_ARG(item->text));
        }
    }
    return true;
}

static bool take_scheme_node(struct maker *maker, const struct node *scheme,
                             struct palette *palette, struct error *error)
{
    if (scheme->kind == NODE_LIST) {
        palette->is_continuous = true;
        return take_list(maker, scheme, palette, error);
    }
    const struct node *name = scheme;
    if (scheme->kind == NODE_MAP) { /* of a channel, and of the config's ranges */
        name = node_find(scheme, S("name"));
        name = name ? name : node_find(scheme, S("scheme"));
    }
    const struct node *extent =
        scheme->kind == NODE_MAP ? node_find(scheme, S("extent")) : NULL;
    if (extent && extent->kind == NODE_LIST && extent->count == 2) {
        palette->from = datum_to_number(datum_from_node(maker->arena, extent->at[0]));
        palette->to = datum_to_number(datum_from_node(maker->arena, extent->at[1]));
    }
    if (!name || name->kind != NODE_SCALAR) {
        return node_error(scheme, error, "a colour scheme has a `name`");
    }
    return take_scheme(maker, name, name->text, palette, error);
}

/* "category", "ramp" ... of the config: a list, or {scheme: ...}. */
static bool take_named(struct maker *maker, const struct node *node, str name,
                       struct palette *palette, struct error *error)
{
    struct bag ranges = view_config_bag(maker->specification, S("range"));
    const struct node *range = bag_find(&ranges, name);
    if (range && range->kind == NODE_LIST) {
        palette->is_continuous = !str_equal(name, S("category"));
        return take_list(maker, range, palette, error);
    }
    if (range) {
        return take_scheme_node(maker, range, palette, error);
    }
    static const struct {
        str range, scheme;
    } usual[] = {{S("category"), S("tableau10")},
                 {S("ordinal"), S("blues")},
                 {S("heatmap"), S("yellowgreenblue")},
                 {S("ramp"), S("blues")},
                 {S("diverging"), S("blueorange")}};
    for (size_t i = 0; i < COUNT_OF(usual); i++) {
        if (str_equal(usual[i].range, name)) {
            return take_scheme(maker, node, usual[i].scheme, palette, error);
        }
    }
    return node_error(node, error,
                      "a list of colours, or category, ordinal, ramp, heatmap "
                      "or diverging, found \"%.*s\"",
                      STR_ARG(name));
}

static str usual_range(const struct scale_plan *plan, const struct scale *scale)
{
    const struct model *unit = plan->units.at[0];
    if (scale->type == SCALE_ORDINAL) {
        return plan_def(plan, 0)->type == TYPE_NOMINAL ? S("category") : S("ordinal");
    }
    if (scale->domain_count == 3 && plan_find(plan, S("domainMid"))) {
        return S("diverging");
    }
    enum mark_type mark = unit->view->mark;
    return mark == MARK_RECT || mark == MARK_GEOSHAPE ? S("heatmap") : S("ramp");
}

/* {field: hue}: each value has the colour that its rows name. */
static bool take_field(struct maker *maker, const struct scale_plan *plan, str field,
                       const struct scale *scale, struct palette *palette)
{
    const struct model *unit = plan->units.at[0];
    const struct frame *frame = unit->raw;
    const struct datum *names =
        frame_column(maker->arena, frame, unit->encodings[plan->channel].field);
    const struct datum *colors = frame_column(maker->arena, frame, field);
    palette->count = scale->values.count;
    palette->at = arena_array(maker->arena, color, palette->count);
    for (size_t row = frame->rows; row-- > 0;) {
        size_t index = scale_index(scale, names[row]);
        if (index != SIZE_MAX && colors[row].kind == DATUM_TEXT &&
            !plot_color(maker, colors[row].text, &palette->at[index])) {
            continue;
        }
    }
    return palette->count > 0;
}

static bool find_palette(struct maker *maker, const struct scale_plan *plan,
                         const struct scale *scale, struct palette *palette,
                         struct error *error)
{
    const struct node *range = plan_find(plan, S("range"));
    const struct node *scheme = plan_find(plan, S("scheme"));
    palette->to = 1;
    palette->space = scale->interpolate;
    if (range && range->kind == NODE_LIST) {
        return take_list(maker, range, palette, error);
    }
    const struct node *field =
        range && range->kind == NODE_MAP ? node_find(range, S("field")) : NULL;
    if (field && take_field(maker, plan, field->text, scale, palette)) {
        return true;
    }
    if (scheme) {
        return take_scheme_node(maker, scheme, palette, error);
    }
    if (range && range->kind == NODE_SCALAR) {
        return take_named(maker, range, range->text, palette, error);
    }
    return take_named(maker, plan_def(plan, 0)->node, usual_range(plan, scale), palette,
                      error);
}

/* Colours at equal distances within a gradient, its ends left out. */
static void sample(struct maker *maker, struct scale *scale, const struct palette *palette,
                   size_t count)
{
    scale->colors = arena_array(maker->arena, color, count);
    scale->color_count = count;
    for (size_t i = 0; i < count; i++) {
        double part = (double)(i + 1) / (double)(count + 1);
        part = palette->from + (palette->to - palette->from) * part;
        scale->colors[i] =
            color_along(palette->at, palette->count, part, palette->space, scale->gamma);
    }
}

static void reverse_colors(struct scale *scale)
{
    for (size_t i = 0; i < scale->color_count / 2; i++) {
        color *a = &scale->colors[i], *b = &scale->colors[scale->color_count - 1 - i];
        color swap = *a;
        *a = *b;
        *b = swap;
    }
}

/* A part of a gradient as stops of its own, so fine that they make no difference. */
static void take_part(struct maker *maker, struct scale *scale,
                      const struct palette *palette)
{
    enum { STOPS = 33 };
    if (palette->from == 0 && palette->to == 1) {
        scale->colors = palette->at;
        scale->color_count = palette->count;
        return;
    }
    scale->colors = arena_array(maker->arena, color, STOPS);
    scale->color_count = STOPS;
    for (size_t i = 0; i < STOPS; i++) {
        double part =
            palette->from + (palette->to - palette->from) * (double)i / (double)(STOPS - 1);
        scale->colors[i] =
            color_along(palette->at, palette->count, part, palette->space, scale->gamma);
    }
}

static size_t colors_wanted(const struct maker *maker, const struct scale_plan *plan,
                            const struct scale *scale)
{
    if (scale_is_discretizing(scale)) {
        return scale_class_count(maker, plan, scale);
    }
    size_t count = scale->type == SCALE_BIN_ORDINAL && scale->domain_count
                       ? scale->domain_count - 1
                       : scale->values.count;
    return count ? count : 1;
}

static bool is_sorted_down(const struct scale_plan *plan)
{
    bool is_turned =
        plan_def(plan, 0)->sort == SORT_DESCENDING && scale_type_is_continuous(plan->type);
    plan_flag(plan, S("reverse"), &is_turned);
    return is_turned;
}

bool scale_set_colors(struct maker *maker, const struct scale_plan *plan,
                      struct scale *scale, struct error *error)
{
    struct palette palette = {0};
    if (!find_palette(maker, plan, scale, &palette, error)) {
        return false;
    }
    if (scale_is_continuous(scale)) {
        take_part(maker, scale, &palette);
        scale->interpolate = palette.space;
    } else if (palette.is_continuous && plan->type != SCALE_IDENTITY) {
        sample(maker, scale, &palette, colors_wanted(maker, plan, scale));
    } else {
        scale->colors = palette.at;
        scale->color_count = palette.count;
    }
    if (is_sorted_down(plan)) {
        reverse_colors(scale);
    }
    if (scale_is_discretizing(scale)) {
        scale_set_classes(maker->arena, scale, colors_wanted(maker, plan, scale));
    }
    return true;
}
