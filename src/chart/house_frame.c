/* SPDX-License-Identifier: MIT */
/* What the house adds to axes: a line at the foot of all, years, and torn columns. */
#include "house.h"

#include "grammar/clock.h"

#include <math.h>

/* --- cut and torn --------------------------------------------------------------------- */

bool house_is_cut(const struct house_view *view, const struct reading *reading,
                  const struct item *item)
{
    const struct scale *scale =
        view->view->scales[reading->is_along_x ? CHANNEL_X : CHANNEL_Y];
    return scale && scale->is_clamped && reading->value &&
           datum_to_number(reading->value[item->row]) >
               scale->domain[scale->domain_count - 1];
}

/* Two white strokes across a column that is cut. */
static void draw_tear(const struct canvas *canvas, const struct item *item, point at)
{
    struct paint white = canvas_stroke(canvas, COLOR_PAPER, 1);
    for (int i = 0; i < 2; i++) {
        double y = at.y + item->y + 5 + 2.5 * i;
        scene_line(canvas->scene, (point){at.x + item->x - 1, y + 1.5},
                   (point){at.x + item->x2 + 1, y - 1.5}, white);
    }
}

static void draw_tears(const struct house *house, const struct house_view *view, point at)
{
    for (size_t g = 0; g < view->view->groups.count; g++) {
        const struct item_group *group = &view->view->groups.at[g];
        struct reading reading = house_read(house, group);
        bool has_columns = group->kind == ITEM_RECT && !reading.is_along_x;
        for (size_t i = 0; has_columns && i < group->items.count; i++) {
            if (house_is_cut(view, &reading, &group->items.at[i])) {
                draw_tear(house->canvas, &group->items.at[i], at);
            }
        }
    }
}

static const double line_shift = 0.5; /* as the lines of axes are */

/* --- axes ----------------------------------------------------------------------------- */

/* Where the line of the foot stands: at zero, else at the end of a broken axis. */
static double foot_of(const struct house_view *view)
{
    double zero = house_y(view, datum_number(0));
    return isnan(zero) ? view->view->area.height : zero;
}

/* Between the columns of two years. */
static void draw_years(const struct canvas *canvas, const struct house_view *view, point at)
{
    const struct scale *scale = view->view->scales[CHANNEL_X];
    double foot = view->view->area.height;
    for (size_t i = 1; i < scale->values.count; i++) {
        struct datum month = scale->values.at[i];
        if (month.kind == DATUM_TIME && clock_at(month.number).month == 0) {
            double x = at.x + house_x(view, month) - scale->step / 2;
            scene_line(canvas->scene, (point){x, at.y + foot},
                       (point){x, at.y + foot + 3.5},
                       canvas_stroke(canvas, COLOR_BASELINE, 0.4));
        }
    }
}

/* 6 pt wide, at the right end of the foot, where the labels are. */
static void draw_zigzag(const struct canvas *canvas, double right, double top, double foot)
{
    double middle = (top + foot) / 2;
    const double x[] = {right - 3, right - 6, right, right - 3};
    const double y[] = {middle - 3, middle - 1, middle + 1, middle + 3};
    struct path path = {0};
    path_move(canvas->arena, &path, (point){x[0], top});
    for (size_t i = 0; i < COUNT_OF(x); i++) {
        path_line(canvas->arena, &path, (point){x[i], y[i]});
    }
    path_line(canvas->arena, &path, (point){x[0], foot});
    scene_path(canvas->scene, &path, canvas_stroke(canvas, COLOR_BASELINE, 0.4));
}

/* Without an axis there is nothing that a broken one could mislead about. */
static bool has_value_axis(const struct house_view *view)
{
    const struct scale *scale = view->view->scales[CHANNEL_Y];
    bool is_shown = false;
    for (size_t i = 0; i < view->view->groups.count; i++) {
        const struct channel *y = &view->view->groups.at[i].unit->channels[CHANNEL_Y];
        is_shown |= y->source == CHANNEL_FIELD && !y->has_no_guide;
    }
    return is_shown && scale && scale->type == SCALE_LINEAR;
}

/* The line of the axis goes on through the gutter of the values, as their grid lines do. */
static void draw_foot(const struct house *house, const struct house_view *view, point at)
{
    const struct canvas *canvas = house->canvas;
    double foot = at.y + foot_of(view) + line_shift;
    double right = at.x - view->at.x + house->plot->width;
    point from = {at.x + view->view->area.width, foot};
    scene_line(canvas->scene, from, (point){right, foot},
               canvas_stroke(canvas, COLOR_BASELINE, 0.8));
    const struct scale *scale = view->view->scales[CHANNEL_Y];
    double low = fmin(scale->domain[0], scale->domain[scale->domain_count - 1]);
    if (low > 0) {
        draw_zigzag(canvas, right, foot - 8, foot);
    }
}

static bool shows_months(const struct scale *scale)
{
    return scale &&
           (scale_is_time(scale) || (scale_is_discrete(scale) && scale->values.count &&
                                     scale->values.at[0].kind == DATUM_TIME));
}

void house_draw_frame(const struct house *house, point at)
{
    bool is_alone = house->views.count == 1;
    for (size_t v = 0; v < house->views.count; v++) {
        const struct house_view *view = &house->views.at[v];
        const struct scale *months = view->view->scales[CHANNEL_X];
        point corner = {at.x + view->at.x, at.y + view->at.y};
        draw_tears(house, view, corner);
        if (!is_alone || !shows_months(months) || !has_value_axis(view)) {
            continue;
        }
        draw_foot(house, view, corner);
        if (months->type == SCALE_BAND && foot_of(view) >= view->view->area.height) {
            draw_years(house->canvas, view, corner);
        }
    }
}
