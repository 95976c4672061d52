/* SPDX-License-Identifier: MIT */
/* Scales: values and months to points. */
#ifndef CHART_SCALE_H
#define CHART_SCALE_H

struct scale {
    double low, high; /* low < high */
    double start, end; /* where they are put; `end` may be before `start` */
};

double scale_at(const struct scale *scale, double value);

#endif
