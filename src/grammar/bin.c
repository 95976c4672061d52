/* SPDX-License-Identifier: MIT */
#include "grammar/bin.h"

#include "argument.h"
#include "base/compiler.h"

#include <math.h>

enum { BINS_DEFAULT = 10 };

struct bin_parameters {
    double low, high;
    double most; /* bins */
    double base, step, least_step;
    double anchor; /* NaN: none */
    bool is_nice;
    struct number_list steps, divisors;
};

static bool read_parameters(struct arena *arena, const struct node *map,
                            struct bin_parameters *bin, struct error *error)
{
    bool has_extent;
    if (map && map->kind == NODE_SCALAR) { /* `bin: true` */
        map = NULL;
    }
    if (!argument_range(arena, map, S("extent"), &bin->low, &bin->high, &has_extent,
                        error) ||
        !argument_number(map, S("maxbins"), &bin->most, error) ||
        !argument_number(map, S("base"), &bin->base, error) ||
        !argument_number(map, S("step"), &bin->step, error) ||
        !argument_number(map, S("minstep"), &bin->least_step, error) ||
        !argument_number(map, S("anchor"), &bin->anchor, error) ||
        !argument_flag(map, S("nice"), &bin->is_nice, error) ||
        !argument_numbers(arena, map, S("steps"), &bin->steps, error) ||
        !argument_numbers(arena, map, S("divide"), &bin->divisors, error)) {
        return false;
    }
    if (!(bin->most >= 1.0)) {
        return node_error(node_find(map, S("maxbins")), error,
                          "\"maxbins\" must be at least 1");
    }
    if (!(bin->base > 1.0)) {
        return node_error(node_find(map, S("base")), error, "\"base\" must be above 1");
    }
    if (bin->step < 0.0) {
        return node_error(node_find(map, S("step")), error, "\"step\" must be above 0");
    }
    return true;
}

/* The last of the given steps that makes more bins than allowed, or the first, as Vega. */
static double choose_step(const struct bin_parameters *bin, double span)
{
    size_t at = 0;
    while (at < bin->steps.count && bin->steps.at[at] < span / bin->most) {
        at++;
    }
    return bin->steps.at[at ? at - 1 : 0];
}

/* A power of the base that makes no more bins than allowed, then parts of it. */
static double make_step(const struct bin_parameters *bin, double span)
{
    static const double usual[] = {5.0, 2.0};
    double log_base = log(bin->base);
    double level = ceil(log(bin->most) / log_base);
    double step =
        fmax(bin->least_step, pow(bin->base, floor(log(span) / log_base + 0.5) - level));
    while (ceil(span / step) > bin->most) {
        step *= bin->base;
    }
    const double *divisors = bin->divisors.count ? bin->divisors.at : usual;
    size_t count = bin->divisors.count ? bin->divisors.count : COUNT_OF(usual);
    for (size_t i = 0; i < count; i++) {
        double part = step / divisors[i];
        if (part >= bin->least_step && span / part <= bin->most) {
            step = part;
        }
    }
    return step;
}

static void make_nice(double base, struct bin *bin)
{
    double log_step = log(bin->step);
    double precision = log_step >= 0.0 ? 0.0 : trunc(-log_step / log(base)) + 1.0;
    double nearly = pow(base, -precision - 1.0);
    double below = floor(bin->start / bin->step + nearly) * bin->step;
    bin->start = bin->start < below ? below - bin->step : below;
    bin->stop = ceil(bin->stop / bin->step) * bin->step;
}

bool bin_make(const struct node *parameters, double low, double high, struct bin *bin,
              struct error *error)
{
    struct arena scratch = {0};
    struct bin_parameters wanted = {.low = low,
                                    .high = high,
                                    .most = BINS_DEFAULT,
                                    .base = 10.0,
                                    .anchor = NAN,
                                    .is_nice = true};
    bool is_read = read_parameters(&scratch, parameters, &wanted, error);
    if (is_read) {
        double span = wanted.high - wanted.low;
        span = span > 0.0 ? span : fabs(wanted.low) > 0.0 ? fabs(wanted.low) : 1.0;
        *bin = (struct bin){wanted.low, wanted.high, wanted.step};
        if (!(bin->step > 0.0)) {
            bin->step =
                wanted.steps.count ? choose_step(&wanted, span) : make_step(&wanted, span);
        }
        if (wanted.is_nice) {
            make_nice(wanted.base, bin);
        }
        if (!(bin->stop > bin->start)) {
            bin->stop = bin->start + bin->step;
        }
        /* As Vega: whole steps, of which rounding may make one more than there are values.
         */
        bin->stop = bin->start + ceil((bin->stop - bin->start) / bin->step) * bin->step;
        if (!isnan(wanted.anchor)) {
            double into = (wanted.anchor - bin->start) / bin->step;
            double shift = wanted.anchor - (bin->start + bin->step * floor(into));
            bin->start += shift;
            bin->stop += shift;
        }
    }
    arena_finish(&scratch);
    return is_read;
}

/* The start of the bin of a value; what lies outside of all of them is infinite. */
static double bin_start(const struct bin *bin, double value)
{
    if (value < bin->start || value > bin->stop) {
        return value < bin->start ? -HUGE_VAL : HUGE_VAL;
    }
    double within = fmax(bin->start, fmin(value, bin->stop - bin->step));
    return bin->start + bin->step * floor(1e-14 + (within - bin->start) / bin->step);
}

const struct frame *frame_bin(struct arena *arena, const struct frame *frame, str field,
                              struct bin bin, str as, str as_end)
{
    const struct datum *values = frame_column(arena, frame, field);
    struct frame *binned = arena_new(arena, struct frame);
    *binned = frame_copy(arena, frame);
    struct datum *starts = frame_add(arena, binned, as);
    struct datum *ends = frame_add(arena, binned, as_end);
    for (size_t row = 0; row < frame->rows; row++) {
        bool is_text = values[row].kind == DATUM_TEXT && !values[row].text.length;
        if (values[row].kind == DATUM_NONE || is_text) {
            continue;
        }
        double start = bin_start(&bin, datum_to_number(values[row]));
        /* Written so that the end of a bin is the start of the next. */
        double steps = 1.0 + (start - bin.start) / bin.step;
        starts[row] = datum_number(start);
        ends[row] = datum_number(bin.start + bin.step * steps);
    }
    return binned;
}

bool frame_extent(struct arena *arena, const struct frame *frame, str field, double *low,
                  double *high)
{
    const struct datum *values = frame_column(arena, frame, field);
    *low = HUGE_VAL;
    *high = -HUGE_VAL;
    for (size_t row = 0; row < frame->rows; row++) {
        bool is_text = values[row].kind == DATUM_TEXT && !values[row].text.length;
        if (values[row].kind != DATUM_NONE && !is_text) {
            double number = datum_to_number(values[row]);
            *low = number < *low ? number : *low;
            *high = number > *high ? number : *high;
        }
    }
    return isfinite(*low) && isfinite(*high);
}
