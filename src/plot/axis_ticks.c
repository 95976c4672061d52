/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "axis.h"
#include "calendar_step.h"
#include "grammar/clock.h"
#include "grammar/formula.h"
#include "literal.h"
#include "plot/ticks.h"
#include "steps.h"

/* How many, or by which step of the calendar. */
struct wanted {
    bool is_calendar;
    struct calendar_step step;
    double count;
};

static bool is_single_part(struct time_unit unit)
{
    return unit.parts == TIME_MONTH || unit.parts == TIME_HOURS || unit.parts == TIME_DAY ||
           unit.parts == TIME_QUARTER;
}

static double default_count(const struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    const struct encoding *encoding =
        &axis->request->units->at[0]->encodings[axis->request->plan->channel];
    const struct node *values = bag_find(&axis->bag, S("values"));
    if (values && values->kind == NODE_LIST) {
        return (double)values->count;
    }
    if (scale->type == SCALE_LOG || is_single_part(axis->def->time_unit)) {
        return 10;
    }
    return ceil(axis->length / (encoding->has_bin ? 10 : 40));
}

/* Milliseconds that a time unit takes. */
static double unit_duration(struct time_unit unit)
{
    double start = time_unit_floor(unit, clock_of(2001, 0, 1, 0, 0, 0, 0));
    return time_unit_next(unit, start) - start;
}

/* No two ticks nearer than that. */
static double least_step(const struct axis *axis)
{
    double step = (double)NAN;
    if (bag_number(&axis->bag, S("tickMinStep"), &step)) {
        return step;
    }
    if (str_equal(bag_text_or(&axis->bag, S("format"), S("")), S("d"))) {
        return 1;
    }
    return axis->def->source == CHANNEL_FIELD && axis->def->time_unit.parts
               ? unit_duration(axis->def->time_unit)
               : (double)NAN;
}

static double limit_count(const struct axis *axis, double count)
{
    const struct scale *scale = axis->request->scale;
    double least = least_step(axis);
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    double low = fmin(first, last), high = fmax(first, last);
    if (scale->bins) {
        count = fmax(count, (double)scale->bin_count);
    }
    if (isnan(least)) {
        return count;
    }
    double steps = floor((high - low) / least);
    count = fmin(count, (steps > 0 ? steps : 1) + 1);
    bool is_plain = !scale->bins && scale->type != SCALE_LOG &&
                    scale->type != SCALE_SYMLOG && !scale_is_time(scale);
    while (is_plain && low < high && count > 1 &&
           steps_distance(low, high, count) < least) {
        count--;
    }
    return count;
}

static struct wanted wanted_ticks(const struct axis *axis)
{
    struct wanted wanted = {.count = default_count(axis)};
    const struct node *given = bag_find(&axis->bag, S("tickCount"));
    if (given && given->kind == NODE_MAP) {
        struct bag bag = {0};
        bag_add(&bag, given);
        str word = bag_text_or(&bag, S("interval"), S(""));
        wanted.is_calendar = calendar_step_named(word, &wanted.step);
        wanted.step.every *= bag_number_or(&bag, S("step"), 1);
    } else if (given && given->kind == NODE_SCALAR &&
               calendar_step_named(given->text, &wanted.step)) {
        wanted.is_calendar = true;
    } else {
        bag_number(&axis->bag, S("tickCount"), &wanted.count);
    }
    wanted.is_calendar = wanted.is_calendar && scale_is_time(axis->request->scale);
    if (!wanted.is_calendar && !scale_is_discrete(axis->request->scale)) {
        wanted.count = limit_count(axis, wanted.count);
    }
    return wanted;
}

/* --- values
 * --------------------------------------------------------------------------------- */

static void push(struct axis *axis, struct datum value)
{
    const struct scale *scale = axis->request->scale;
    struct axis_tick *tick = arena_push(axis->maker->arena, &axis->ticks);
    tick->value = value;
    tick->is_major = true;
    tick->at = scale_number(scale, value);
    if (scale->type == SCALE_BAND) {
        tick->at += scale->bandwidth * bag_number_or(&axis->bag, S("bandPosition"), 0.5);
    }
}

static void push_numbers(struct axis *axis, const double *values, size_t count)
{
    bool is_time = scale_is_time(axis->request->scale);
    for (size_t i = 0; i < count; i++) {
        push(axis, is_time ? datum_time(values[i]) : datum_number(values[i]));
    }
}

/* Those within the range only; then every other one, until there are no more than wanted.
 */
static void thin_out(struct axis *axis, double count)
{
    const struct scale *scale = axis->request->scale;
    double low = floor(fmin(scale->range[0], scale->range[scale->range_count - 1]));
    double high = ceil(fmax(scale->range[0], scale->range[scale->range_count - 1]));
    struct axis_ticks *ticks = &axis->ticks;
    size_t kept = 0;
    for (size_t i = 0; i < ticks->count; i++) {
        if (ticks->at[i].at >= low && ticks->at[i].at <= high) {
            ticks->at[kept++] = ticks->at[i];
        }
    }
    ticks->count = kept;
    struct axis_tick first = kept ? ticks->at[0] : (struct axis_tick){0};
    struct axis_tick last = kept ? ticks->at[kept - 1] : first;
    while (count > 0 && (double)ticks->count > count && ticks->count >= 3) {
        for (size_t i = 0; 2 * i < ticks->count; i++) {
            ticks->at[i] = ticks->at[2 * i];
        }
        ticks->count = (ticks->count + 1) / 2;
    }
    if (kept > ticks->count && ticks->count < 3) {
        ticks->at[0] = first;
        ticks->at[1] = last;
        ticks->count = 2;
    }
}

static void find_values(struct axis *axis, const struct wanted *wanted)
{
    struct arena *arena = axis->maker->arena;
    const struct scale *scale = axis->request->scale;
    const struct node *given = bag_find(&axis->bag, S("values"));
    if (given && given->kind == NODE_LIST) {
        for (size_t i = 0; i < given->count; i++) {
            push(axis, literal_datum(arena, given->at[i], axis->def));
        }
        if (!scale_is_discrete(scale)) {
            thin_out(axis, 0);
        }
        return;
    }
    if (scale_is_discrete(scale)) {
        for (size_t i = 0; i < scale->values.count; i++) {
            push(axis, scale->values.at[i]);
        }
        return;
    }
    double low = scale->domain[0], high = scale->domain[scale->domain_count - 1];
    if (scale->bins) {
        push_numbers(axis, scale->bins, scale->bin_count);
        thin_out(axis, wanted->count);
        return;
    }
    struct doubles values;
    if (scale_is_time(scale)) {
        struct calendar_step step = wanted->is_calendar
                                        ? wanted->step
                                        : calendar_step_for(low, high, wanted->count);
        values = calendar_steps(arena, step, fmin(low, high), fmax(low, high));
    } else if (scale->type == SCALE_LOG) {
        values = steps_log(arena, low, high, scale->base, wanted->count);
    } else {
        values = steps_linear(arena, low, high, wanted->count);
    }
    push_numbers(axis, values.at, values.count);
}

/* --- the house's rules ---------------------------------------------------------------- */

static bool is_rule(const struct axis *axis, str rule)
{
    return str_equal(bag_text_or(&axis->bag, S("tickRule"), S("d3")), rule);
}

static bool find_house_values(struct axis *axis)
{
    const struct scale *scale = axis->request->scale;
    bool is_free =
        scale->type == SCALE_LINEAR && !scale->bins && !bag_find(&axis->bag, S("values")) &&
        !bag_find(&axis->bag, S("tickCount")) && !bag_find(&axis->bag, S("tickMinStep"));
    double low = fmin(scale->low, scale->high), high = fmax(scale->low, scale->high);
    /* The search counts in steps: they must be larger than what a double tells apart. */
    bool is_countable =
        high - low > 1e-10 * fmax(fabs(low), fabs(high)) && isfinite((high - low) * 1e6);
    if (!is_rule(axis, S("wilkinson")) || !is_free || low >= high || !is_countable) {
        return false;
    }
    struct ticks ticks =
        ticks_for_range(low, high, axis->is_x ? axis->length / 2 : axis->length);
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    double slack = 1e-9 * fabs(last - first);
    for (size_t i = 0; i < ticks.count; i++) {
        double value = ticks_at(&ticks, i);
        if (value >= fmin(first, last) - slack && value <= fmax(first, last) + slack) {
            push(axis, datum_number(value));
        }
    }
    return axis->ticks.count > 0;
}

/* --- texts
 * -------------------------------------------------------------------------------------- */

/* Of a log scale only some values are labelled: 1, 2, 3, 10, 20 ... */
static bool is_labelled_log(const struct axis *axis, double value, double count)
{
    const struct scale *scale = axis->request->scale;
    double most = fmax(1, scale->base * count / (double)axis->ticks.count);
    double part =
        fabs(value) / pow(scale->base, round(log(fabs(value)) / log(scale->base)));
    if (part * scale->base < scale->base - 0.5) {
        part *= scale->base;
    }
    return part <= most;
}

/* What labelExpr makes of the labels: it sees `datum.value`, `datum.label`, `datum.index`.
 */
static bool rewrite(struct axis *axis, const struct node *expression, struct error *error)
{
    struct arena *arena = axis->maker->arena;
    const struct formula *formula = formula_read(arena, expression, error);
    if (!formula) {
        return false;
    }
    struct frame *frame = frame_new(arena, axis->ticks.count);
    struct datum *values = frame_add(arena, frame, S("value"));
    struct datum *labels = frame_add(arena, frame, S("label"));
    struct datum *indices = frame_add(arena, frame, S("index"));
    for (size_t i = 0; i < axis->ticks.count; i++) {
        values[i] = axis->ticks.at[i].value;
        labels[i] = datum_text(axis->ticks.at[i].text);
        double last = (double)(axis->ticks.count > 1 ? axis->ticks.count - 1 : 1);
        indices[i] = datum_number((double)i / last);
    }
    for (size_t i = 0; i < axis->ticks.count; i++) {
        struct formula_scope scope = {.environment =
                                          &axis->maker->specification->environment,
                                      .frame = frame,
                                      .row = i};
        struct datum text = formula_evaluate(arena, formula, &scope);
        axis->ticks.at[i].text = datum_to_text(arena, text);
        if (text.kind == DATUM_LIST) {
            str lines[8];
            size_t count = 0;
            for (size_t j = 0; j < text.list->count && count < COUNT_OF(lines); j++) {
                lines[count++] = datum_to_text(arena, text.list->at[j]);
            }
            axis->ticks.at[i].text = str_join(arena, lines, count, S("\n"));
        }
    }
    return true;
}

static bool find_texts(struct axis *axis, const struct wanted *wanted, struct error *error)
{
    const struct scale *scale = axis->request->scale;
    double count = wanted->is_calendar ? 10 : wanted->count;
    bool is_house = is_rule(axis, S("wilkinson")) && axis->ticks.count > 1;
    struct label_format format =
        label_format_guide(axis->maker, axis->def, &axis->bag, scale,
                           is_house ? (double)axis->ticks.count : count);
    for (size_t i = 0; i < axis->ticks.count; i++) {
        struct axis_tick *tick = &axis->ticks.at[i];
        bool is_shown = scale->type != SCALE_LOG || scale->bins ||
                        is_labelled_log(axis, datum_to_number(tick->value), count);
        tick->text = is_shown ? label_format_print(&format, tick->value, NULL) : S("");
    }
    if (axis_shows_figures(axis)) {
        axis_print_figures(axis);
    }
    const struct node *expression = bag_find(&axis->bag, S("labelExpr"));
    bool is_given =
        expression && expression->kind == NODE_SCALAR && expression->text.length;
    return !is_given || rewrite(axis, expression, error);
}

bool axis_find_ticks(struct axis *axis, struct error *error)
{
    if (axis_find_months(axis)) {
        return true;
    }
    struct wanted wanted = wanted_ticks(axis);
    if (!find_house_values(axis)) {
        find_values(axis, &wanted);
    }
    return find_texts(axis, &wanted, error);
}
