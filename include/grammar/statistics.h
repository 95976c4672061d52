/* SPDX-License-Identifier: MIT */
/* Statistics of samples of numbers, as Vega computes them. */
#ifndef GRAMMAR_STATISTICS_H
#define GRAMMAR_STATISTICS_H

#include "base/arena.h"

struct statistics_sample {
    double *at; /* without NaN */
    size_t count;
};

void statistics_sort(struct statistics_sample sample);

/* Of a sorted sample, between its members where `part` lies between two (type 7). */
double statistics_quantile(struct statistics_sample sorted, double part);

/* Of the mean, by drawing the sample anew a thousand times, from a fixed sequence. */
double statistics_bootstrap(struct arena *arena, struct statistics_sample sample,
                            double part);

double statistics_deviation(struct statistics_sample sample);

/* Bandwidth of a kernel density estimate: Scott's rule with the interquartile range. */
double statistics_bandwidth(struct statistics_sample sorted);

/* The normal distribution: density, and what lies below. */
double statistics_normal_density(double value, double mean, double deviation);
double statistics_normal_below(double value, double mean, double deviation);

/* The value that a part of a normal distribution lies below. */
double statistics_normal_quantile(double part, double mean, double deviation);

#endif
