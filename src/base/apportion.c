/* SPDX-License-Identifier: MIT */
#include "base/apportion.h"

#include <assert.h>
#include <stdlib.h>

/* A part in units of the last place, and what it loses when it is rounded down. */
struct share {
    size_t index;
    struct ratio units;
    struct ratio remainder; /* from 0 to below 1 */
};

/* The whole number at or below; false where it does not fit a decimal. */
static bool round_down(struct ratio ratio, int128 *whole)
{
    if (!ratio_is_valid(ratio)) {
        return false;
    }
    *whole = ratio.numerator / ratio.denominator;
    *whole -= ratio.numerator % ratio.denominator < 0;
    return *whole >= INT64_MIN && *whole <= INT64_MAX;
}

static struct ratio units_of(struct ratio part, int places)
{
    return ratio_divide(part, ratio_from_decimal((struct decimal){1, places}));
}

/* Those that get a unit first come first. */
static int compare(const void *left, const void *right)
{
    const struct share *a = left;
    const struct share *b = right;
    int order = ratio_compare(b->remainder, a->remainder);
    order = order ? order : ratio_compare(b->units, a->units);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Rounds all parts down; *missing is what the rounded total then lacks. */
static bool round_all_down(const struct ratio *parts, size_t count, int places,
                           struct share *shares, struct decimal *rounded, int128 *missing)
{
    struct ratio total = ratio_from(0);
    int128 sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct ratio units = units_of(parts[i], places);
        int128 whole;
        if (!round_down(units, &whole)) {
            return false;
        }
        struct ratio remainder = ratio_subtract(units, ratio_from((int64_t)whole));
        rounded[i] = (struct decimal){whole, places};
        shares[i] = (struct share){i, units, remainder};
        total = ratio_add(total, units);
        sum += whole;
    }
    if (!ratio_is_valid(total)) {
        return false;
    }
    *missing = ratio_round(total, 0).units - sum;
    return true;
}

bool apportion(struct arena *arena, const struct ratio *parts, size_t count, int places,
               struct decimal *rounded)
{
    struct share *shares = arena_array(arena, struct share, count + 1);
    int128 missing = 0;
    if (!round_all_down(parts, count, places, shares, rounded, &missing)) {
        return false;
    }
    assert(missing >= 0 && missing <= (int128)count); /* each part lost less than one */
    qsort(shares, count, sizeof *shares, compare);
    for (int128 i = 0; i < missing; i++) {
        rounded[shares[i].index].units++;
    }
    return true;
}
