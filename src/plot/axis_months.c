/* SPDX-License-Identifier: MIT */
/* Months on an axis as the house writes them: "Jan 2025", "Feb", and years of long spans.
 */
#include <math.h>

#include "axis.h"
#include "grammar/clock.h"
#include "plot/ticks.h"

static int month_number(double time)
{
    struct clock clock = clock_at(time);
    return (int)clock.year * 12 + clock.month;
}

static double month_start(int month)
{
    return clock_of(floor(month / 12.0), month - 12 * floor(month / 12.0), 1, 0, 0, 0, 0);
}

/* Whether the axis shows months: its data are months, or it is long enough to be told so.
 */
static bool shows_months(const struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    struct time_unit unit = axis->def->time_unit;
    bool is_unit = !unit.parts || unit.parts == (TIME_YEAR | TIME_MONTH);
    bool is_free =
        !bag_find(&axis->bag, S("values")) && !bag_find(&axis->bag, S("tickCount")) &&
        !bag_find(&axis->bag, S("format")) && !bag_find(&axis->bag, S("labelExpr"));
    if (!axis->is_x || !is_unit || !is_free || axis->def->type != TYPE_TEMPORAL ||
        !bag_flag_or(&axis->bag, S("monthLabels"), false)) {
        return false;
    }
    if (!scale_is_time(scale) || scale->domain_count < 2) {
        return false;
    }
    return (scale->domain[1] - scale->domain[0]) / CLOCK_DAY >= 58;
}

static bool spans_months(const struct axis *axis)
{
    const struct model *unit = axis->request->units->at[0];
    return model_is_rect(unit) &&
           !isnan(model_band_position(unit, axis->request->plan->channel));
}

/* Months stand in the middle of what their bars or bins take, points at their start. */
static double month_place(const struct axis *axis, int month)
{
    const struct scale *scale = axis->request->scale;
    const struct model *unit = axis->request->units->at[0];
    double position = model_band_position(unit, axis->request->plan->channel);
    double start = scale_position(scale, month_start(month));
    double next = scale_position(scale, month_start(month + 1));
    return spans_months(axis) ? start + (next - start) * position : start;
}

/* Bands of months, each a slot as wide as the others. */
static bool find_band_months(struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    struct time_unit unit = axis->def->time_unit;
    bool is_free = !bag_find(&axis->bag, S("values")) &&
                   !bag_find(&axis->bag, S("format")) &&
                   !bag_find(&axis->bag, S("labelExpr"));
    if (!axis->is_x || !is_free || unit.parts != (TIME_YEAR | TIME_MONTH) ||
        !scale_is_discrete(scale) || !scale->values.count ||
        !bag_flag_or(&axis->bag, S("monthLabels"), false)) {
        return false;
    }
    int first = month_number(datum_to_number(scale->values.at[0]));
    int last = month_number(datum_to_number(scale->values.at[scale->values.count - 1]));
    if (last < first) {
        return false; /* sorted otherwise */
    }
    struct period window = {first, last - first + 1};
    const struct language *language = axis->maker->specification->environment.language;
    struct month_ticks named =
        ticks_for_months(axis->maker->arena, language, window, scale->step);
    for (size_t i = 0; i < scale->values.count; i++) {
        int month = month_number(datum_to_number(scale->values.at[i]));
        struct axis_tick *tick = arena_push(axis->maker->arena, &axis->ticks);
        tick->value = scale->values.at[i];
        tick->at = scale_number(scale, tick->value) + scale->bandwidth / 2;
        for (size_t n = 0; n < named.count; n++) {
            if (named.at[n].month.first == month) {
                tick->text = named.at[n].text;
                tick->is_major = true;
            }
        }
    }
    axis->ticks.are_months = true;
    return true;
}

/* The months that the domain has the start of. */
static struct period months_of(const struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    int first = month_number(scale->domain[0]), last = month_number(scale->domain[1]);
    first += month_start(first) < scale->domain[0];
    last -= spans_months(axis) && month_start(last) >= scale->domain[1];
    return (struct period){first, last - first + 1};
}

static struct axis_tick *push_month(struct axis *axis, int month)
{
    struct axis_tick *tick = arena_push(axis->maker->arena, &axis->ticks);
    tick->value = datum_time(month_start(month));
    tick->at = month_place(axis, month);
    return tick;
}

/* "Jan 2025", "Feb" ...; months between them have a small tick where there is room for it.
 */
static void push_months(struct axis *axis, struct period window, double step)
{
    const double least = 3; /* points from tick to tick */
    const struct language *language = axis->maker->specification->environment.language;
    struct month_ticks named = ticks_for_months(axis->maker->arena, language, window, step);
    size_t next = 0;
    for (int month = window.first; month < window.first + window.months; month++) {
        bool is_named = next < named.count && named.at[next].month.first == month;
        if (is_named || step >= least) {
            struct axis_tick *tick = push_month(axis, month);
            tick->is_major = is_named;
            tick->text = is_named ? named.at[next++].text : (str){0};
        }
    }
}

/* "2019", "20", "21" ...: so many years apart that they have room. */
static void push_years(struct axis *axis, struct period window, double step)
{
    static const int ladder[] = {1, 2, 5, 10, 20, 50, 100};
    const double room = 24;
    size_t rung = 0;
    while (rung + 1 < COUNT_OF(ladder) && ladder[rung] * 12 * step < room) {
        rung++;
    }
    int before = 0;
    for (int month = window.first; month < window.first + window.months; month++) {
        int year = month / 12;
        if (month % 12 || year % ladder[rung]) {
            continue;
        }
        bool is_new_century = !before || year / 100 != before / 100;
        struct axis_tick *tick = push_month(axis, month);
        tick->is_major = true;
        tick->text = is_new_century ? str_print(axis->maker->arena, "%d", year)
                                    : str_print(axis->maker->arena, "%02d", year % 100);
        before = year;
    }
}

bool axis_find_months(struct axis *axis)
{
    enum { MONTHS_MOST = 72 }; /* more are told by their years */
    if (find_band_months(axis)) {
        return true;
    }
    if (!shows_months(axis)) {
        return false;
    }
    struct period window = months_of(axis);
    double spaces = (double)window.months - (spans_months(axis) ? 0 : 1);
    double step = axis->length / fmax(1, spaces);
    if (window.months > MONTHS_MOST) {
        push_years(axis, window, step);
    } else {
        push_months(axis, window, step);
    }
    axis->ticks.are_months = true;
    return true;
}
