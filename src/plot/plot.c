/* SPDX-License-Identifier: MIT */
#include "plot/plot.h"

#include <math.h>

#include "encode.h"
#include "instance.h"
#include "layout.h"
#include "view_size.h"

/* --- how much room there is --------------------------------------------------------------
 */

/* "fit", or {type: fit-x}: a single view is made so small that all fits. */
static bool fits(const struct maker *maker, const char *direction)
{
    const struct node *autosize = maker->specification->autosize;
    const struct node *type =
        autosize && autosize->kind == NODE_MAP ? node_find(autosize, S("type")) : autosize;
    if (!type || type->kind != NODE_SCALAR) {
        return false;
    }
    str both = S("fit");
    return str_equal(type->text, both) ||
           str_equal(type->text, str_print(maker->arena, "fit-%s", direction));
}

static bool is_single(const struct view *view)
{
    return view->kind == VIEW_UNIT || view->kind == VIEW_LAYER;
}

static struct plot_view *make_views(struct maker *maker, struct model *root,
                                    const struct scale_plans *plans, struct error *error)
{
    struct plot_view *view = instance_make(maker, root, plans, NULL, NULL, error);
    return view && layout_make(maker, view, error) ? view : NULL;
}

/* What `padding` takes, where the room that is given contains it. */
static double padding_within(const struct maker *maker, bool is_x, bool is_container)
{
    const struct node *autosize = maker->specification->autosize;
    const struct node *padding = maker->specification->padding;
    struct bag config = view_config_bag(maker->specification, S("")), sides = {0},
               own = {0};
    bag_add(&own, autosize && autosize->kind == NODE_MAP ? autosize : NULL);
    if (!is_container &&
        !str_equal(bag_text_or(&own, S("contains"), S("")), S("padding"))) {
        return 0;
    }
    padding = padding ? padding : bag_find(&config, S("padding"));
    if (padding && padding->kind == NODE_MAP) {
        bag_add(&sides, padding);
        return bag_number_or(&sides, is_x ? S("left") : S("top"), 0) +
               bag_number_or(&sides, is_x ? S("right") : S("bottom"), 0);
    }
    return padding && padding->kind == NODE_SCALAR
               ? 2 * datum_to_number(datum_from_node(maker->arena, padding))
               : 0;
}

/* Whether a width or height has to hold the guides too. */
static bool is_fitted(const struct maker *maker, const struct view *root, bool is_x)
{
    const struct extent *extent = is_x ? &root->width : &root->height;
    double given = is_x ? maker->options->width : maker->options->height;
    return given > 0 || extent->kind == EXTENT_CONTAINER || fits(maker, is_x ? "x" : "y");
}

/* The width or height that is left for the marks. */
static double fitted(const struct maker *maker, const struct view *root,
                     const struct plot_view *view, bool is_x)
{
    bool is_container = (is_x ? &root->width : &root->height)->kind == EXTENT_CONTAINER;
    double given = is_x ? maker->options->width : maker->options->height;
    double area = is_x ? view->area.width : view->area.height;
    double around = (is_x ? view->bounds.width : view->bounds.height) - area;
    double room = given > 0 ? given : area - padding_within(maker, is_x, is_container);
    return fmax(1, room - around);
}

/* Where all has to fit: first without marks, to see what room the guides leave them. */
static struct plot_view *make_fitting(struct maker *maker, struct model *root,
                                      const struct scale_plans *plans, struct error *error)
{
    bool fits_x = is_single(root->view) && is_fitted(maker, root->view, true);
    bool fits_y = is_single(root->view) && is_fitted(maker, root->view, false) &&
                  !view_is_stepped(maker, root, CHANNEL_Y); /* rows keep their height */
    if (fits_x || fits_y) {
        maker->is_trial = true;
        const struct plot_view *trial = make_views(maker, root, plans, error);
        maker->is_trial = false;
        if (!trial) {
            return NULL;
        }
        maker->width = fits_x ? fitted(maker, root->view, trial, true) : (double)NAN;
        maker->height = fits_y ? fitted(maker, root->view, trial, false) : (double)NAN;
    }
    return make_views(maker, root, plans, error);
}

/* --- steps
 * ---------------------------------------------------------------------------------- */

static bool has_any_row(struct arena *arena, struct model *root)
{
    struct models units = {0};
    model_units(arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        if (units.at[i]->frame->rows) {
            return true;
        }
    }
    return !units.count;
}

static bool refuse_nothing(const struct specification *specification, struct error *error)
{
    const struct node *data = specification->view->data;
    struct place place = data ? node_place(data) : (struct place){0};
    error_at(error, ERROR_DATA, place, "there is nothing to draw: the data have no rows");
    return error_hint(error, "see what is left after the transforms");
}

static struct plot_view *make_all(struct maker *maker, struct error *error)
{
    struct model *root = model_make(maker, error);
    struct scale_plans plans = {0};
    if (!root || !scale_plans_make(maker, root, &plans, error)) {
        return NULL;
    }
    if (!has_any_row(maker->arena, root)) {
        refuse_nothing(maker->specification, error);
        return NULL;
    }
    struct models units = {0};
    model_units(maker->arena, root, &units);
    for (size_t i = 0; i < units.count; i++) {
        encode_filter(maker, units.at[i]);
    }
    return make_fitting(maker, root, &plans, error);
}

struct plot *plot_make(struct arena *arena, const struct specification *specification,
                       const struct plot_options *options, struct fonts *fonts,
                       struct error *error)
{
    struct maker maker = {
        .arena = arena,
        .specification = specification,
        .options = options,
        .fonts = fonts,
        .width = (double)NAN,
        .height = (double)NAN,
    };
    maker.scale_config = view_config_bag(specification, S("scale"));
    maker.view_config = view_config_bag(specification, S("view"));
    struct plot_view *view = make_all(&maker, error);
    if (!view) {
        return NULL;
    }
    layout_move(view, (point){-view->bounds.x, -view->bounds.y});
    struct plot *plot = arena_new(arena, struct plot);
    *plot = (struct plot){
        .arena = arena,
        .specification = specification,
        .theme = options->theme,
        .fonts = fonts,
        .view = view,
        .width = view->bounds.width,
        .height = view->bounds.height,
    };
    return plot;
}
