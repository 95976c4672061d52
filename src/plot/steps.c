/* SPDX-License-Identifier: MIT */
#include "steps.h"

#include <math.h>
#include <stdint.h>

/* Positions are index / divisor or index * factor: whole numbers, so that 0.1 * 3 is 0.3.
 */
struct spacing {
    double first, last; /* indices */
    double unit;
    bool is_divisor;
};

static double factor_for(double error)
{
    if (error >= sqrt(50)) {
        return 10;
    }
    return error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
}

static struct spacing spacing_divided(double low, double high, double divisor)
{
    struct spacing spacing = {round(low * divisor), round(high * divisor), divisor, true};
    spacing.first += spacing.first / divisor < low;
    spacing.last -= spacing.last / divisor > high;
    return spacing;
}

static struct spacing spacing_multiplied(double low, double high, double factor)
{
    struct spacing spacing = {round(low / factor), round(high / factor), factor, false};
    spacing.first += spacing.first * factor < low;
    spacing.last -= spacing.last * factor > high;
    return spacing;
}

/* low < high */
static struct spacing spacing_for(double low, double high, double count)
{
    double step = (high - low) / fmax(0, count);
    double power = floor(log10(step));
    double factor = factor_for(step / pow(10, power));
    struct spacing spacing = power < 0
                                 ? spacing_divided(low, high, pow(10, -power) / factor)
                                 : spacing_multiplied(low, high, pow(10, power) * factor);
    if (spacing.last < spacing.first && count >= 0.5 && count < 2) {
        return spacing_for(low, high, count * 2);
    }
    return spacing;
}

static double spacing_at(const struct spacing *spacing, double index)
{
    return spacing->is_divisor ? index / spacing->unit : index * spacing->unit;
}

double steps_distance(double low, double high, double count)
{
    struct spacing spacing = spacing_for(fmin(low, high), fmax(low, high), count);
    double step = spacing_at(&spacing, 1);
    return high < low ? -step : step;
}

static void reverse(struct doubles *list)
{
    for (size_t i = 0; i < list->count / 2; i++) {
        double other = list->at[list->count - 1 - i];
        list->at[list->count - 1 - i] = list->at[i];
        list->at[i] = other;
    }
}

struct doubles steps_linear(struct arena *arena, double low, double high, double count)
{
    struct doubles list = {0};
    if (!(count > 0) || !isfinite(low) || !isfinite(high)) {
        return list;
    }
    if (low == high) {
        *arena_push(arena, &list) = low;
        return list;
    }
    struct spacing spacing = spacing_for(fmin(low, high), fmax(low, high), count);
    int64_t steps = (int64_t)fmin(spacing.last - spacing.first, 1e6);
    for (int64_t i = 0; i <= steps; i++) {
        *arena_push(arena, &list) = spacing_at(&spacing, spacing.first + (double)i);
    }
    if (high < low) {
        reverse(&list);
    }
    return list;
}

void steps_extend(double *low, double *high, double count)
{
    bool is_reversed = *high < *low;
    double start = is_reversed ? *high : *low;
    double stop = is_reversed ? *low : *high;
    double before = 0;
    for (int i = 0; i < 10 && start < stop; i++) {
        struct spacing spacing = spacing_for(start, stop, count);
        double unit = spacing.is_divisor ? -spacing.unit : spacing.unit;
        if (unit == before) {
            break;
        }
        if (spacing.is_divisor) {
            start = floor(start * spacing.unit) / spacing.unit;
            stop = ceil(stop * spacing.unit) / spacing.unit;
        } else {
            start = floor(start / spacing.unit) * spacing.unit;
            stop = ceil(stop / spacing.unit) * spacing.unit;
        }
        before = unit;
    }
    *low = is_reversed ? stop : start;
    *high = is_reversed ? start : stop;
}

static double log_of(double value, double base)
{
    if (base == 10) {
        return log10(value);
    }
    return base == 2 ? log2(value) : log(value) / log(base);
}

void steps_extend_log(double *low, double *high, double base)
{
    double sign = *low < 0 ? -1 : 1;
    double a = log_of(sign * *low, base), b = log_of(sign * *high, base);
    bool is_low_less = a <= b;
    *low = sign * pow(base, is_low_less ? floor(a) : ceil(a));
    *high = sign * pow(base, is_low_less ? ceil(b) : floor(b));
}

/* k times a power of the base, without a power below 1: 3 / 1000, not 3 * 0.001. */
static double multiple_of_power(double k, double base, double power)
{
    return power < 0 ? k / pow(base, -power) : k * pow(base, power);
}

static struct doubles multiples_of_powers(struct arena *arena, double low, double high,
                                          double base)
{
    struct doubles list = {0};
    int last = (int)ceil(log_of(high, base));
    for (int power = (int)floor(log_of(low, base)); power <= last; power++) {
        for (int k = 1; k < (int)base; k++) {
            double value = multiple_of_power(k, base, power);
            if (value >= low && value <= high) {
                *arena_push(arena, &list) = value;
            }
        }
    }
    return list;
}

struct doubles steps_log(struct arena *arena, double low, double high, double base,
                         double count)
{
    double sign = low < 0 ? -1 : 1;
    double least = fmin(sign * low, sign * high), most = fmax(sign * low, sign * high);
    double from = log_of(least, base), to = log_of(most, base);
    struct doubles list = {0};
    if (floor(base) == base && to - from < count) {
        list = multiples_of_powers(arena, least, most, base);
        if ((double)list.count * 2 < count) {
            list = steps_linear(arena, least, most, count);
        }
    } else {
        list = steps_linear(arena, from, to, fmin(to - from, count));
        for (size_t i = 0; i < list.count; i++) {
            list.at[i] = pow(base, list.at[i]);
        }
    }
    for (size_t i = 0; i < list.count; i++) {
        list.at[i] *= sign;
    }
    if (sign * low > sign * high) {
        reverse(&list);
    }
    return list;
}

struct doubles steps_sequence(struct arena *arena, double start, double stop, double step)
{
    struct doubles list = {0};
    int64_t count = (int64_t)fmin(fmax(0, ceil((stop - start) / step)), 1e6);
    for (int64_t i = 0; i < count; i++) {
        *arena_push(arena, &list) = start + (double)i * step;
    }
    return list;
}

int steps_decimals(double step)
{
    double magnitude = fabs(step);
    return magnitude > 0 && isfinite(magnitude) ? (int)fmax(0, -floor(log10(magnitude)))
                                                : 0;
}
