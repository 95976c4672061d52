/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "layout.h"
#include "scale_make.h"

struct drawing {
    const struct plot *plot;
    struct maker maker; /* to read colours with */
    struct scene *scene;
    point at;
    struct error *error;
};

static void draw_groups(const struct drawing *drawing, const struct item_groups *groups,
                        point corner, rect area)
{
    for (size_t i = 0; i < groups->count; i++) {
        item_draw(drawing->scene, drawing->plot->fonts, &groups->at[i], corner, area,
                  drawing->error);
    }
}

/* The rectangle behind the marks of a view. */
static void draw_frame(const struct drawing *drawing, const struct plot_view *view,
                       rect area)
{
    struct bag bag = view_frame_bag(drawing->plot->specification, view->view);
    struct paint paint = {0};
    paint.has_fill = guide_paint(&drawing->maker, &bag, S("fill"), &paint.fill);
    if (guide_paint(&drawing->maker, &bag, S("stroke"), &paint.stroke)) {
        paint.stroke_width = bag_number_or(&bag, S("strokeWidth"), 1);
    }
    if (paint.has_fill || paint.stroke_width > 0) {
        scene_rect(drawing->scene, area, paint);
    }
}

static point guide_corner(const struct guide *guide, point corner)
{
    return (point){corner.x + guide->at.x, corner.y + guide->at.y};
}

static void draw_parts(const struct drawing *drawing, const struct plot_view *view,
                       bool is_above, point corner)
{
    for (size_t i = 0; i < view->guides.count; i++) {
        const struct guide *guide = view->guides.at[i];
        if (guide->is_above == is_above && !guide->is_lifted) {
            draw_groups(drawing, &guide->parts, guide_corner(guide, corner), view->area);
        }
    }
}

static void draw_view(const struct drawing *drawing, const struct plot_view *view)
{
    point corner = {drawing->at.x + view->area.x, drawing->at.y + view->area.y};
    rect area = {corner.x, corner.y, view->area.width, view->area.height};
    rect own = {0, 0, view->area.width, view->area.height}; /* as items count */
    bool has_marks = view->view->kind == VIEW_UNIT || view->view->kind == VIEW_LAYER;
    struct scene_tag decoration = {.role = TAG_ARTIFACT};
    if (has_marks) {
        scene_group_begin(drawing->scene, decoration);
        draw_frame(drawing, view, area);
        for (size_t i = 0; i < view->guides.count; i++) {
            draw_groups(drawing, &view->guides.at[i]->grid, corner, own);
        }
        scene_group_end(drawing->scene);
    }
    draw_parts(drawing, view, false, corner);
    draw_groups(drawing, &view->groups, corner, own);
    for (size_t i = 0; i < view->views.count; i++) {
        draw_view(drawing, view->views.at[i]);
    }
    draw_parts(drawing, view, true, corner);
}

void plot_draw(const struct plot *plot, struct scene *scene, point at, struct error *error)
{
    struct plot_options options = {.theme = plot->theme};
    struct drawing drawing = {.plot = plot,
                              .maker = {.arena = plot->arena,
                                        .specification = plot->specification,
                                        .options = &options,
                                        .fonts = plot->fonts},
                              .scene = scene,
                              .at = at,
                              .error = error};
    draw_view(&drawing, plot->view);
}
