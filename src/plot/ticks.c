/* SPDX-License-Identifier: MIT */
#include "plot/ticks.h"

#include <assert.h>
#include <float.h>
#include <math.h>

/*
 * The search of Talbot, Lin and Hanrahan: labels are `count` multiples of
 * skip * nice * 10^power, beginning at any multiple of a skip'th part. Every
 * combination is scored; the loops end where even the best score that is
 * still possible is below the best one found.
 */
struct search {
    double low, high;
    size_t wanted;
    const double *steps;
    size_t step_count;
    double best;
    struct ticks found;
};

/* What is being tried: the names of the paper are j, q and k. */
struct trial {
    size_t skip;
    size_t nice; /* index of the step */
    size_t count;
    double simplest, densest; /* the best that its two scores can become */
};

static double weigh(double simplicity, double coverage, double density)
{
    const double legibility = 1; /* labels are never rotated or shrunk */
    return 0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05 * legibility;
}

static double simplicity(const struct search *search, size_t nice, size_t skip,
                         bool has_zero)
{
    double rank = (double)nice / (double)(search->step_count - 1);
    return 1 - rank - (double)skip + (has_zero ? 1 : 0);
}

static double coverage(const struct search *search, double below, double above)
{
    double tenth = 0.1 * (search->high - search->low);
    return 1 - 0.5 * (below * below + above * above) / (tenth * tenth);
}

static double coverage_best(const struct search *search, double span)
{
    double excess = fmax(0, span - (search->high - search->low)) / 2;
    return coverage(search, excess, excess);
}

static double density(const struct search *search, size_t count, double first, double last)
{
    double have = (double)(count - 1) / (last - first);
    double want = (double)(search->wanted - 1) /
                  (fmax(last, search->high) - fmin(first, search->low));
    return 2 - fmax(have / want, want / have);
}

static double density_best(const struct search *search, size_t count)
{
    return count < search->wanted ? 1
                                  : 2 - (double)(count - 1) / (double)(search->wanted - 1);
}

static void try_position(struct search *search, const struct trial *trial, double first,
                         double step)
{
    double last = first + step * (double)(trial->count - 1);
    double steps = first / step;
    bool has_zero = first <= 0 && last >= 0 && fabs(steps - round(steps)) < 1e-10;
    double score = weigh(simplicity(search, trial->nice, trial->skip, has_zero),
                         coverage(search, search->low - first, search->high - last),
                         density(search, trial->count, first, last));
    if (score > search->best) {
        search->best = score;
        search->found = (struct ticks){.first = first, .step = step, .count = trial->count};
    }
}

static void try_powers(struct search *search, const struct trial *trial)
{
    double unit = (double)trial->skip * search->steps[trial->nice];
    double least = (search->high - search->low) / (double)(trial->count + 1) / unit;
    for (int power = (int)ceil(log10(least));; power++) {
        double step = unit * pow(10, power);
        int64_t spaces = (int64_t)trial->count - 1;
        if (weigh(trial->simplest, coverage_best(search, step * (double)spaces),
                  trial->densest) < search->best) {
            return;
        }
        int64_t skip = (int64_t)trial->skip;
        int64_t start = ((int64_t)floor(search->high / step) - spaces) * skip;
        int64_t end = (int64_t)ceil(search->low / step) * skip;
        for (; start <= end; start++) {
            try_position(search, trial, (double)start * (step / (double)skip), step);
        }
    }
}

static void try_counts(struct search *search, struct trial trial)
{
    for (trial.count = 2;; trial.count++) {
        trial.densest = density_best(search, trial.count);
        if (weigh(trial.simplest, 1, trial.densest) < search->best) {
            return;
        }
        try_powers(search, &trial);
    }
}

/* Decimals with which the first tick and the step are exact. */
static int places_needed(const struct ticks *ticks)
{
    int places = 0;
    for (; places < 12; places++) {
        double scale = pow(10, places);
        double step = ticks->step * scale;
        double first = ticks->first * scale;
        if (fabs(step - round(step)) < 1e-6 * step &&
            fabs(first - round(first)) < 1e-6 * step) {
            break;
        }
    }
    return places;
}

/* `skip_most` is 1 where ticks must be whole multiples of a step. */
static struct ticks search_steps(double low, double high, size_t wanted,
                                 const double *steps, size_t step_count, size_t skip_most)
{
    assert(wanted >= 2 && low < high && isfinite(low) && isfinite(high) && step_count > 1);
    struct search search = {.low = low,
                            .high = high,
                            .wanted = wanted,
                            .steps = steps,
                            .step_count = step_count,
                            .best = -DBL_MAX};
    bool is_done = false;
    for (size_t skip = 1; skip <= skip_most && !is_done; skip++) {
        for (size_t nice = 0; nice < step_count && !is_done; nice++) {
            struct trial trial = {.skip = skip, .nice = nice};
            trial.simplest = simplicity(&search, nice, skip, true);
            is_done = weigh(trial.simplest, 1, 1) < search.best;
            if (!is_done) {
                try_counts(&search, trial);
            }
        }
    }
    search.found.places = places_needed(&search.found);
    return search.found;
}

struct ticks ticks_search(double low, double high, size_t wanted, const double *steps,
                          size_t step_count)
{
    return search_steps(low, high, wanted, steps, step_count, SIZE_MAX);
}

struct ticks ticks_for_range(double low, double high, double height)
{
    static const double steps[] = {1, 5, 2, 2.5, 4};
    const size_t most = 6; /* five grid lines and zero */
    size_t wanted = (size_t)fmin(fmax(round(height / 28), 3), (double)most);
    struct ticks ticks = search_steps(low, high, wanted, steps, COUNT_OF(steps), 1);
    while (ticks.count > most && wanted > 2) {
        ticks = search_steps(low, high, --wanted, steps, COUNT_OF(steps), 1);
    }
    return ticks;
}

double ticks_at(const struct ticks *ticks, size_t index)
{
    return ticks->first + (double)index * ticks->step;
}

struct ticks ticks_divide(const struct ticks *ticks, double divisor)
{
    struct ticks divided = *ticks;
    divided.first /= divisor;
    divided.step /= divisor;
    divided.places = places_needed(&divided);
    return divided;
}
