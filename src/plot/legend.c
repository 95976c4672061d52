/* SPDX-License-Identifier: MIT */
#include "legend.h"

#include <math.h>

#include "font_choice.h"
#include "guides.h"

/* --- which scales share a legend
 * ---------------------------------------------------------- */

static bool is_same_domain(const struct scale_plan *a, const struct scale_plan *b)
{
    const struct encoding *left = &a->units.at[0]->encodings[a->channel];
    const struct encoding *right = &b->units.at[0]->encodings[b->channel];
    bool is_same_unit = a->units.at[0] == b->units.at[0];
    return is_same_unit && left->def->source == CHANNEL_FIELD &&
           right->def->source == CHANNEL_FIELD && str_equal(left->field, right->field) &&
           scale_type_is_discrete(a->type) == scale_type_is_discrete(b->type);
}

void legend_request_add(struct maker *maker, struct legend_requests *requests,
                        const struct scale_plan *plan)
{
    struct bag config = view_legend_bag(maker->specification, plan_def(plan, 0));
    if (guides_are_disabled(plan, &plan->units, &config)) {
        return;
    }
    for (size_t i = 0; i < requests->count; i++) {
        struct legend_request *request = &requests->at[i];
        if (request->count < LEGEND_CHANNELS_MAX &&
            is_same_domain(request->plans[0], plan)) {
            request->plans[request->count++] = plan;
            return;
        }
    }
    struct legend_request *request = arena_push(maker->arena, requests);
    request->plans[0] = plan;
    request->count = 1;
}

/* --- what a legend is
 * ------------------------------------------------------------------------ */

static struct bag legend_bag(struct maker *maker, const struct legend_request *request)
{
    struct bag bag = {0};
    for (size_t i = 0; i < request->count; i++) {
        struct bag own = guides_bag(request->plans[i], &request->plans[i]->units);
        for (size_t j = 0; j < own.count && bag.count < 10; j++) {
            bag_add(&bag, own.at[j]);
        }
    }
    struct bag config =
        view_legend_bag(maker->specification, plan_def(request->plans[0], 0));
    for (size_t j = 0; j < config.count && bag.count < BAG_NODES_MAX; j++) {
        bag_add(&bag, config.at[j]);
    }
    return bag;
}

static bool is_single_part(struct time_unit unit)
{
    return unit.parts == TIME_QUARTER || unit.parts == TIME_MONTH || unit.parts == TIME_DAY;
}

static bool is_gradient(const struct legend *legend)
{
    str type = bag_text_or(&legend->bag, S("type"), S(""));
    bool is_color = channel_is_color(legend->plan->channel);
    if (legend->request->count > 1 || !is_color) {
        return false;
    }
    if (type.length) {
        return str_equal(type, S("gradient"));
    }
    return scale_is_continuous(legend->scale) && !is_single_part(legend->def->time_unit);
}

static bool is_horizontal(const struct legend *legend)
{
    bool is_level =
        str_equal(legend->orient, S("top")) || str_equal(legend->orient, S("bottom"));
    str usual = is_level ? S("horizontal") : S("vertical");
    struct bag own = guides_bag(legend->plan, &legend->plan->units);
    str word = bag_text_or(&own, S("direction"), S(""));
    if (!word.length) {
        word = is_level ? usual : bag_text_or(&legend->bag, S("direction"), usual);
    }
    return str_equal(word, S("horizontal"));
}

const struct text_style *legend_font(const struct legend *legend)
{
    struct bag style = view_style_bag(legend->maker->specification, S("guide-label"));
    color ink = guide_color(legend->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual = font_of_bag(
        legend->maker, &style, "", bag_number_or(&style, S("fontSize"), 10), ink);
    return font_override(legend->maker, usual, &legend->bag, "label");
}

static const struct text_style *title_font(const struct legend *legend)
{
    struct bag style = view_style_bag(legend->maker->specification, S("guide-title"));
    color ink = guide_color(legend->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual = font_of_bag(
        legend->maker, &style, "", bag_number_or(&style, S("fontSize"), 11), ink);
    return font_override(legend->maker, usual, &legend->bag, "title");
}

/* --- title
 * ------------------------------------------------------------------------------------ */

static void add_title(const struct legend *legend, struct guide *guide, struct error *error,
                      double *left, double *top)
{
    bool is_given;
    struct str_list lines =
        guides_title(legend->maker, legend->plan, &legend->plan->units, &is_given);
    if (!lines.count || (!is_given && bag_is_null(&legend->bag, S("title")))) {
        return;
    }
    struct item_group *group =
        guide_group(legend->maker->arena, &guide->parts, ITEM_TEXT, S("legend-title"));
    struct item *item = guide_item(legend->maker->arena, group);
    item->text = lines;
    item->font = title_font(legend);
    item->paint = guide_fill(item->font->color, 1);
    item->line_height =
        bag_number_or(&legend->bag, S("titleLineHeight"), item->font->size + 2);
    item->limit = bag_number_or(&legend->bag, S("titleLimit"), 180);
    item->align = ALIGN_LEFT;
    item->baseline = BASELINE_TOP;
    guide->title = str_join(legend->maker->arena, lines.at, lines.count, S("\n"));
    double padding = bag_number_or(&legend->bag, S("titlePadding"), 5);
    rect bounds = guide_item_bounds(legend->maker, group, item, error);
    bool is_left =
        str_equal(bag_text_or(&legend->bag, S("titleOrient"), S("top")), S("left"));
    *left = is_left ? bounds.width + padding : 0;
    *top = is_left ? 0 : bounds.height + padding;
}

static enum guide_side side_of(str orient)
{
    return guide_side_named(orient);
}

struct guide *legend_make(struct maker *maker, const struct legend_request *request,
                          const struct plot_view *view, struct error *error)
{
    struct legend legend = {
        .maker = maker,
        .request = request,
        .plan = request->plans[0],
        .def = plan_def(request->plans[0], 0),
        .scale = request->plans[0]->scale,
        .unit = request->plans[0]->units.at[0],
        .view = view,
    };
    legend.bag = legend_bag(maker, request);
    legend.orient = bag_text_or(&legend.bag, S("orient"), S("right"));
    legend.is_gradient = is_gradient(&legend);
    legend.is_horizontal = is_horizontal(&legend);
    struct guide *guide = arena_new(maker->arena, struct guide);
    guide->kind = GUIDE_LEGEND;
    guide->channel = legend.plan->channel;
    guide->side = side_of(legend.orient);
    guide->corner = legend.orient;
    guide->is_above = true;
    guide->offset = bag_number_or(&legend.bag, S("offset"), 18);
    double left = 0, top = 0;
    add_title(&legend, guide, error, &left, &top);
    bool is_made = legend.is_gradient
                       ? legend_add_gradient(&legend, guide, left, top, error)
                       : legend_add_symbols(&legend, guide, left, top, error);
    guide->bounds = guide_bounds(maker, &guide->parts, error);
    return is_made && !error->kind ? guide : NULL;
}
