/* SPDX-License-Identifier: MIT */
/*
 * Rates of change. Exports of 656 t, published without decimals, were
 * somewhere in [655.5, 656.5]; from 420.5 t, in [420.45, 420.55], they rose by
 * something in [55.9, 56.1]. The 56.1% of the customs office says more: it
 * stands for [56.05, 56.15], so it is taken.
 */
#include "operator_internal.h"

#include "table/status.h"

/* All numbers that the figure stands for. */
static struct interval interval_of(struct observation figure)
{
    return (struct interval){ratio_subtract(figure.value, figure.rounding),
                             ratio_add(figure.value, figure.rounding)};
}

static bool interval_is_valid(struct interval interval)
{
    return ratio_is_valid(interval.low) && ratio_is_valid(interval.high);
}

static bool interval_has_zero(struct interval interval)
{
    return ratio_sign(interval.low) <= 0 && ratio_sign(interval.high) >= 0;
}

static bool intervals_touch(struct interval a, struct interval b)
{
    return ratio_compare(a.low, b.high) <= 0 && ratio_compare(b.low, a.high) <= 0;
}

static bool interval_is_narrower(struct interval a, struct interval b)
{
    struct ratio width_a = ratio_subtract(a.high, a.low);
    struct ratio width_b = ratio_subtract(b.high, b.low);
    return ratio_is_valid(width_a) && ratio_is_valid(width_b) &&
           ratio_compare(width_a, width_b) < 0;
}

/* A base of zero or below has no rate: a rise from -10 to 20 is not one by 300%. */
static struct ratio rate_of(struct ratio value, struct ratio base)
{
    struct ratio divisor = ratio_sign(base) > 0 ? base : ratio_from(0);
    return ratio_multiply(ratio_from(100),
                          ratio_divide(ratio_subtract(value, base), divisor));
}

/*
 * The rates of all numbers that the two figures stand for. A rate is monotonous
 * in the value, and in a base that keeps its sign: its extremes are among those
 * of the four corners.
 */
static bool interval_of_rate(struct observation value, struct observation base,
                             struct interval *rate)
{
    if (!observation_has_value(value) || !observation_has_value(base)) {
        return false;
    }
    struct interval values = interval_of(value);
    struct interval bases = interval_of(base);
    if (!interval_is_valid(values) || !interval_is_valid(bases) ||
        interval_has_zero(bases)) {
        return false;
    }
    const struct ratio corners[] = {
        rate_of(values.low, bases.low),
        rate_of(values.low, bases.high),
        rate_of(values.high, bases.low),
        rate_of(values.high, bases.high),
    };
    for (size_t i = 0; i < COUNT_OF(corners); i++) {
        if (!ratio_is_valid(corners[i])) {
            return false;
        }
        rate->low = i && ratio_compare(rate->low, corners[i]) < 0 ? rate->low : corners[i];
        rate->high =
            i && ratio_compare(rate->high, corners[i]) > 0 ? rate->high : corners[i];
    }
    return true;
}

bool operator_rate_disagrees(struct observation rate, struct observation value,
                             struct observation base, struct interval *possible)
{
    struct interval stated = interval_of(rate);
    return observation_has_value(rate) && interval_is_valid(stated) &&
           interval_of_rate(value, base, possible) && !intervals_touch(stated, *possible);
}

/* Whether the published rate says more than what can be computed from the two figures. */
static bool is_finer(const struct observation *published, struct observation value,
                     struct observation base)
{
    struct interval computed;
    if (!published || !observation_has_value(*published) ||
        !interval_of_rate(value, base, &computed)) {
        return false;
    }
    struct interval stated = interval_of(*published);
    return interval_is_valid(stated) && interval_is_narrower(stated, computed) &&
           intervals_touch(stated, computed);
}

/* `published` is NULL where only computed rates are wanted. */
static const struct series *rates(struct arena *arena, const struct series *series,
                                  enum rate_base base, const struct series *published)
{
    struct series *result = operator_series(arena, series, S("%"));
    result->is_rate = true;
    for (size_t i = 0; i < series->count; i++) {
        struct observation value = series->at[i];
        struct observation earlier = operator_base(series, value.period, base);
        const struct observation *stated =
            published ? series_find(published, value.period) : NULL;
        char status = status_weaker(value.status, earlier.status);
        struct ratio rate = rate_of(operator_operand(value), operator_operand(earlier));
        series_add(arena, result,
                   is_finer(stated, value, earlier)
                       ? *stated
                       : operator_result(value.period, rate, status));
    }
    return result;
}

const struct series *operator_rate(struct arena *arena, const struct series *series,
                                   enum rate_base base)
{
    return rates(arena, series, base, series->rates[base]);
}

const struct series *operator_rate_computed(struct arena *arena,
                                            const struct series *series,
                                            enum rate_base base)
{
    return rates(arena, series, base, NULL);
}
