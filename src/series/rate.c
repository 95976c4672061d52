/* SPDX-License-Identifier: MIT */
/*
 * Rates of change. Exports of 656 t, published without decimals, were
 * somewhere in [655.5, 656.5]; from 420.5 t, in [420.45, 420.55], they rose by
 * something in [55.9, 56.1]. The 56.1% of the customs office says more: it
 * stands for [56.05, 56.15], so it is taken.
 */
#include "operator_internal.h"

bool operator_rate_disagrees(struct observation rate, struct observation value,
                             struct observation base, struct interval *possible)
{
    struct interval stated = operand_from(rate).possible;
    *possible = operand_growth(operand_from(value), operand_from(base)).possible;
    return interval_is_valid(stated) && interval_is_valid(*possible) &&
           !interval_touches(stated, *possible);
}

/* Whether the published rate says more than what can be computed from the two figures. */
static bool is_finer(const struct observation *published, struct interval computed)
{
    if (!published) {
        return false;
    }
    struct interval stated = operand_from(*published).possible;
    return interval_is_narrower(stated, computed) && interval_touches(stated, computed);
}

static struct observation computed_at(struct arena *arena, const struct derivation *how,
                                      struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, how->of, period, used);
    struct operand base = operand_base(arena, how, how->of, period, used);
    return operator_result(period, operand_growth(value, base));
}

/* A published rate is computed from nothing that is here. */
static struct observation rate_at(struct arena *arena, const struct derivation *how,
                                  struct period period, struct precedents *used)
{
    const struct series *published = how->of->rates[how->rate];
    const struct observation *stated = published ? series_find(published, period) : NULL;
    size_t known = used ? used->count : 0;
    struct observation rate = computed_at(arena, how, period, used);
    if (!is_finer(stated, rate.possible)) {
        return rate;
    }
    if (used) {
        used->count = known;
    }
    return *stated;
}

static const struct series *rates(struct arena *arena, const struct series *series,
                                  struct derivation how)
{
    how.formula = how.rate == RATE_YEAR_AGO
                      ? "(x(t) - x(t - 12 months)) / x(t - 12 months) * 100"
                      : "(x(t) - x(t - 1)) / x(t - 1) * 100";
    how.of = series;
    struct series *result = operator_create(arena, series, S("%"), &how);
    result->is_rate = true;
    operator_fill_compared(arena, result, series);
    return result;
}

const struct series *operator_rate(struct arena *arena, const struct series *series,
                                   enum rate_base base)
{
    return rates(arena, series, (struct derivation){.rate = base, .at = rate_at});
}

const struct series *operator_rate_computed(struct arena *arena,
                                            const struct series *series,
                                            enum rate_base base)
{
    return rates(arena, series, (struct derivation){.rate = base, .at = computed_at});
}

struct observation operator_rate_at(struct arena *arena, const struct series *series,
                                    enum rate_base base, struct period period)
{
    const struct derivation how = {.of = series, .rate = base};
    return rate_at(arena, &how, period, NULL);
}
