/* SPDX-License-Identifier: MIT */
/* Regressions: a curve of few coefficients through points, by least squares. */
#ifndef GRAMMAR_REGRESSION_H
#define GRAMMAR_REGRESSION_H

#include "transform_internal.h"

enum regression_method {
    REGRESSION_CONSTANT,
    REGRESSION_LINEAR, /* a + b x */
    REGRESSION_LOG, /* a + b ln x */
    REGRESSION_EXP, /* a e^(b x) */
    REGRESSION_POW, /* a x^b */
    REGRESSION_QUAD,
    REGRESSION_POLY,
};

enum { REGRESSION_ORDER_MAX = 12 };

struct regression {
    enum regression_method method;
    size_t order; /* of a polynomial */
    double coefficients[REGRESSION_ORDER_MAX + 1];
    double mean_x, mean_y; /* polynomials are about the middle */
};

struct regression regression_fit(enum regression_method method, size_t order,
                                 struct points points);
double regression_at(const void *context, double x); /* of a struct regression */

/* Part of the variance that it explains. */
double regression_r_squared(const struct regression *regression, struct points points);

/* The coefficients in terms of x itself; how many there are. */
size_t regression_coefficients(const struct regression *regression, double *out);

#endif
