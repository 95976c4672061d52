/* SPDX-License-Identifier: MIT */
#include "house.h"

#include "expression/trace_log.h"
#include "grammar/clock.h"
#include "grammar/format.h"

#include <math.h>

static const struct datum *column_named(const struct frame *frame, str name)
{
    size_t index = name.length && frame ? frame_find(frame, name) : 0;
    return frame && name.length && index < frame->count ? frame->at[index].at : NULL;
}

static const struct datum *column_of(const struct item_group *group, enum channel_name name)
{
    return column_named(group->frame, group->columns[name]);
}

static bool is_quantitative(const struct item_group *group, enum channel_name name)
{
    return group->unit->channels[name].type == TYPE_QUANTITATIVE &&
           group->columns[name].length;
}

/* The colour tells lines apart; without one the detail does, else the place. */
static const struct datum *name_of(const struct item_group *group,
                                   const struct datum *place)
{
    static const enum channel_name names[] = {CHANNEL_COLOR, CHANNEL_STROKE, CHANNEL_FILL,
                                              CHANNEL_SHAPE};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (group->columns[names[i]].length && !is_quantitative(group, names[i])) {
            return column_of(group, names[i]);
        }
    }
    if (group->unit->details.count) {
        const struct datum *detail =
            column_named(group->frame, group->unit->details.at[0].field);
        return detail ? detail : place;
    }
    return place;
}

struct reading house_read(const struct house *house, const struct item_group *group)
{
    bool is_along_x = is_quantitative(group, CHANNEL_X) &&
                      (group->is_horizontal || !is_quantitative(group, CHANNEL_Y));
    enum channel_name along = is_along_x ? CHANNEL_X : CHANNEL_Y;
    enum channel_name across = is_along_x ? CHANNEL_Y : CHANNEL_X;
    struct reading reading = {
        .is_along_x = is_along_x,
        .value = is_quantitative(group, along) ? column_of(group, along) : NULL,
        .place = column_of(group, across),
        .status = column_named(group->frame, house->canvas->chart->keys.status_field),
        .months = column_named(group->frame, S("months")),
    };
    reading.name = name_of(group, reading.place);
    return reading;
}

point house_tip(const struct item_group *group, const struct reading *reading,
                const struct item *item)
{
    if (group->kind != ITEM_RECT) {
        return (point){item->x, item->y};
    }
    struct datum value = reading->value ? reading->value[item->row] : datum_none();
    bool is_negative = datum_to_number(value) < 0;
    point middle = {(item->x + item->x2) / 2, (item->y + item->y2) / 2};
    return reading->is_along_x ? (point){is_negative ? item->x : item->x2, middle.y}
                               : (point){middle.x, is_negative ? item->y2 : item->y};
}

/* --- positions of annotations --------------------------------------------------------- */

/* A day between the months of a scale of bands: a part of the way through its month. */
static double x_in_months(const struct scale *scale, double milliseconds)
{
    struct clock clock = clock_at(milliseconds);
    double month = clock_day(clock.year, clock.month, 1);
    double next = clock_of((double)clock.year, clock.month + 1, 1, 0, 0, 0, 0);
    double start = scale_number(scale, datum_time(month));
    return start + scale->bandwidth / 2 +
           ((milliseconds - month) / (next - month) - 0.5) * scale->step;
}

static double position(const struct scale *scale, struct datum at)
{
    if (!scale || !datum_is_valid(at)) {
        return (double)NAN;
    }
    if (scale_is_continuous(scale)) {
        double low = scale->domain[0];
        double high = scale->domain[scale->domain_count - 1];
        double number = datum_to_number(at);
        bool is_inside = number >= fmin(low, high) && number <= fmax(low, high);
        return is_inside ? scale_number(scale, at) : (double)NAN;
    }
    double start = scale_number(scale, at);
    if (!isnan(start)) {
        return start + scale->bandwidth / 2;
    }
    return at.kind == DATUM_TIME ? x_in_months(scale, at.number) : (double)NAN;
}

double house_x(const struct house_view *view, struct datum at)
{
    return position(view->view->scales[CHANNEL_X], at);
}

double house_y(const struct house_view *view, struct datum at)
{
    return position(view->view->scales[CHANNEL_Y], at);
}

/* --- figures -------------------------------------------------------------------------- */

/* To nine digits: what is computed in doubles has no more to say. */
static struct ratio ratio_near(double number)
{
    int places = 9 - (int)ceil(log10(fmax(fabs(number), 1)));
    double power = pow(10, fmax(0, fmin(places, 9)));
    return ratio_divide(ratio_from((int64_t)round(number * power)),
                        ratio_from((int64_t)power));
}

/* The format of the axis, if the specification gives one. */
static str format_of(const struct item_group *group, const struct reading *reading)
{
    enum channel_name along = reading->is_along_x ? CHANNEL_X : CHANNEL_Y;
    const struct node *guide = group->unit->channels[along].guide;
    const struct node *type =
        guide && guide->kind == NODE_MAP ? node_find(guide, S("formatType")) : NULL;
    const struct node *format =
        guide && guide->kind == NODE_MAP && !type ? node_find(guide, S("format")) : NULL;
    return format && format->kind == NODE_SCALAR ? format->text : S("");
}

static int int_max(int a, int b)
{
    return a > b ? a : b;
}

/* The greatest magnitude decides how many decimals all figures of the group have; changes
 * have signs. */
static struct figure_style style_of(const struct house *house,
                                    const struct item_group *group,
                                    const struct reading *reading)
{
    const struct chart *chart = house->canvas->chart;
    double largest = 0;
    int published = -1;
    bool has_negative = false;
    for (size_t row = 0; row < group->frame->rows; row++) {
        double number = datum_to_number(reading->value[row]);
        const struct exact *exact = frame_exact(group->frame, reading->value[row]);
        largest = isfinite(number) ? fmax(largest, fabs(number)) : largest;
        published = exact ? int_max(published, exact->observation.places) : published;
        has_negative |= number < 0;
    }
    struct figure_style style =
        figure_style_for(chart->language, chart->unit, ratio_near(largest), published);
    bool are_changes = style.is_rate && !chart->is_level && group->kind == ITEM_RECT;
    style.has_plus = has_negative || are_changes;
    return style;
}

static str figure_text(const struct house *house, const struct item_group *group,
                       const struct reading *reading, double number,
                       const struct exact *exact)
{
    struct arena *arena = house->canvas->arena;
    const struct language *language = house->canvas->chart->language;
    str format = format_of(group, reading);
    str text;
    if (!format.length) {
        struct ratio value = exact ? exact->observation.value : ratio_near(number);
        return figure_print(arena, value, style_of(house, group, reading));
    }
    bool is_exact =
        exact && format_exact(arena, language, format, exact->observation.value, &text);
    return is_exact ? text : format_number(arena, language, format, number);
}

str house_figure(const struct house *house, const struct item_group *group,
                 const struct reading *reading, struct datum value)
{
    const struct chart *chart = house->canvas->chart;
    const struct exact *exact = frame_exact(group->frame, value);
    str text = figure_text(house, group, reading, datum_to_number(value), exact);
    if (exact) {
        trace_log_observation(chart->log, exact->series, exact->observation, text,
                              chart->place);
    }
    return text;
}
