/* SPDX-License-Identifier: MIT */
#include "grammar/statistics.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static int compare_numbers(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

void statistics_sort(struct statistics_sample sample)
{
    if (sample.count) {
        qsort(sample.at, sample.count, sizeof *sample.at, compare_numbers);
    }
}

double statistics_quantile(struct statistics_sample sorted, double part)
{
    if (!sorted.count) {
        return NAN;
    }
    if (part <= 0.0 || sorted.count < 2) {
        return sorted.at[0];
    }
    if (part >= 1.0) {
        return sorted.at[sorted.count - 1];
    }
    double position = (double)(sorted.count - 1) * part;
    size_t below = (size_t)position;
    return sorted.at[below] +
           (sorted.at[below + 1] - sorted.at[below]) * (position - (double)below);
}

/* A linear congruential generator, with the constants of Numerical Recipes. */
static size_t next_index(uint32_t *state, size_t count)
{
    *state = *state * 1664525U + 1013904223U;
    return (size_t)((uint64_t)*state * count >> 32);
}

double statistics_bootstrap(struct arena *arena, struct statistics_sample sample,
                            double part)
{
    enum { DRAWS = 1000 };
    struct statistics_sample means = {arena_array(arena, double, DRAWS), DRAWS};
    uint32_t state = 1;
    for (size_t draw = 0; draw < DRAWS; draw++) {
        double sum = 0.0;
        for (size_t i = 0; i < sample.count; i++) {
            sum += sample.at[next_index(&state, sample.count)];
        }
        means.at[draw] = sum / (double)sample.count;
    }
    statistics_sort(means);
    return statistics_quantile(means, part);
}

double statistics_deviation(struct statistics_sample sample)
{
    double mean = 0.0;
    double squares = 0.0;
    for (size_t i = 0; i < sample.count; i++) {
        double from_mean = sample.at[i] - mean;
        mean += from_mean / (double)(i + 1);
        squares += from_mean * (sample.at[i] - mean);
    }
    return sample.count > 1 ? sqrt(squares / (double)(sample.count - 1)) : (double)NAN;
}

double statistics_bandwidth(struct statistics_sample sorted)
{
    double deviation = statistics_deviation(sorted);
    double first = statistics_quantile(sorted, 0.25);
    double range = (statistics_quantile(sorted, 0.75) - first) / 1.34;
    double width = range < deviation ? range : deviation;
    if (!(width > 0.0)) { /* many values are the same */
        width = deviation > 0.0 ? deviation : fabs(first) > 0.0 ? fabs(first) : 1.0;
    }
    return 1.06 * width * pow((double)sorted.count, -0.2);
}

double statistics_normal_density(double value, double mean, double deviation)
{
    double z = (value - mean) / deviation;
    return exp(-0.5 * z * z) / (deviation * sqrt(2.0 * M_PI));
}

double statistics_normal_below(double value, double mean, double deviation)
{
    return 0.5 * erfc(-(value - mean) / (deviation * M_SQRT2));
}

double statistics_normal_quantile(double part, double mean, double deviation)
{
    if (!(part >= 0.0 && part <= 1.0)) {
        return NAN;
    }
    if (part <= 0.0 || part >= 1.0) {
        return part <= 0.0 ? -HUGE_VAL : HUGE_VAL;
    }
    double low = -40.0; /* the tail of a standard normal ends there in a double */
    double high = 40.0;
    for (int i = 0; i < 200 && low < high; i++) {
        double middle = (low + high) / 2.0;
        bool is_below = statistics_normal_below(middle, 0.0, 1.0) < part;
        low = is_below ? middle : low;
        high = is_below ? high : middle;
    }
    return mean + deviation * (low + high) / 2.0;
}
