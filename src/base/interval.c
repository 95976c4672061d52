/* SPDX-License-Identifier: MIT */
#include "base/interval.h"

static const struct interval unknown = {{0, 0}, {0, 0}};

/* Both ends or none: half of an interval says nothing. */
static struct interval interval_from(struct ratio low, struct ratio high)
{
    struct interval interval = {low, high};
    return interval_is_valid(interval) ? interval : unknown;
}

struct interval interval_of(struct ratio number)
{
    return interval_from(number, number);
}

struct interval interval_around(struct ratio number, struct ratio margin)
{
    return interval_from(ratio_subtract(number, margin), ratio_add(number, margin));
}

struct interval interval_between(struct ratio a, struct ratio b)
{
    if (!ratio_is_valid(a) || !ratio_is_valid(b)) {
        return unknown;
    }
    return ratio_compare(a, b) <= 0 ? (struct interval){a, b} : (struct interval){b, a};
}

struct interval interval_add(struct interval a, struct interval b)
{
    return interval_from(ratio_add(a.low, b.low), ratio_add(a.high, b.high));
}

struct interval interval_subtract(struct interval a, struct interval b)
{
    return interval_from(ratio_subtract(a.low, b.high), ratio_subtract(a.high, b.low));
}

/* The smallest interval that holds both. */
static struct interval hull(struct interval a, struct interval b)
{
    if (!interval_is_valid(a) || !interval_is_valid(b)) {
        return unknown;
    }
    return (struct interval){ratio_compare(a.low, b.low) <= 0 ? a.low : b.low,
                             ratio_compare(a.high, b.high) >= 0 ? a.high : b.high};
}

struct interval interval_scale(struct interval interval, struct ratio factor)
{
    return interval_between(ratio_multiply(interval.low, factor),
                            ratio_multiply(interval.high, factor));
}

/* A product is monotonous in each factor: its extremes are among those of the corners. */
struct interval interval_multiply(struct interval a, struct interval b)
{
    return hull(interval_scale(a, b.low), interval_scale(a, b.high));
}

/* By what is above zero, the ends are known from their signs: two divisions, not four. */
static struct interval divide_by_positive(struct interval a, struct interval b)
{
    struct ratio low = ratio_divide(a.low, ratio_sign(a.low) < 0 ? b.low : b.high);
    struct ratio high = ratio_divide(a.high, ratio_sign(a.high) < 0 ? b.high : b.low);
    return interval_from(low, high);
}

struct interval interval_divide(struct interval a, struct interval b)
{
    const struct ratio minus = ratio_from(-1);
    if (!interval_is_valid(b) || interval_contains(b, ratio_from(0))) {
        return unknown;
    }
    return ratio_sign(b.low) > 0
               ? divide_by_positive(a, b)
               : divide_by_positive(interval_scale(a, minus), interval_scale(b, minus));
}

struct interval interval_absolute(struct interval interval)
{
    struct interval ends =
        interval_between(ratio_absolute(interval.low), ratio_absolute(interval.high));
    if (interval_contains(interval, ratio_from(0))) {
        ends.low = ratio_from(0);
    }
    return interval_from(ends.low, ends.high);
}

struct interval interval_round(struct interval interval, int places)
{
    if (!interval_is_valid(interval)) {
        return unknown;
    }
    struct decimal low = ratio_round(interval.low, places);
    struct decimal high = ratio_round(interval.high, places);
    low.units -= ratio_compare(ratio_from_decimal(low), interval.low) > 0;
    high.units += ratio_compare(ratio_from_decimal(high), interval.high) < 0;
    return interval_from(ratio_from_decimal(low), ratio_from_decimal(high));
}

bool interval_is_valid(struct interval interval)
{
    return ratio_is_valid(interval.low) && ratio_is_valid(interval.high);
}

bool interval_contains(struct interval interval, struct ratio number)
{
    return interval_is_valid(interval) && ratio_is_valid(number) &&
           ratio_compare(interval.low, number) <= 0 &&
           ratio_compare(number, interval.high) <= 0;
}

bool interval_touches(struct interval a, struct interval b)
{
    return interval_is_valid(a) && interval_is_valid(b) &&
           ratio_compare(a.low, b.high) <= 0 && ratio_compare(b.low, a.high) <= 0;
}

bool interval_is_narrower(struct interval a, struct interval b)
{
    struct ratio width_a = ratio_subtract(a.high, a.low);
    struct ratio width_b = ratio_subtract(b.high, b.low);
    return ratio_is_valid(width_a) && ratio_is_valid(width_b) &&
           ratio_compare(width_a, width_b) < 0;
}
