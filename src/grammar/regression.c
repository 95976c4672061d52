/* SPDX-License-Identifier: MIT */
#include "regression.h"

#include <math.h>
#include <string.h>

/* Running means are those of Vega: the same rounding gives the same curves. */
static void add_mean(double *mean, double value, size_t count)
{
    *mean += (value - *mean) / (double)count;
}

/* A line from the means of x, y, xy and x^2. */
static void fit_line(double x, double y, double xy, double xx, double *intercept,
                     double *slope)
{
    double spread = xx - x * x;
    *slope = fabs(spread) < 1e-24 ? 0.0 : (xy - x * y) / spread;
    *intercept = y - *slope * x;
}

static double same(double number)
{
    return number;
}

/* A line through f(x) and g(y). */
static void fit_transformed(struct points points, double (*of_x)(double),
                            double (*of_y)(double), double *coefficients)
{
    double x = 0.0;
    double y = 0.0;
    double xy = 0.0;
    double xx = 0.0;
    for (size_t i = 0; i < points.count; i++) {
        double at_x = of_x(points.x[i]);
        double at_y = of_y(points.y[i]);
        add_mean(&x, at_x, i + 1);
        add_mean(&y, at_y, i + 1);
        add_mean(&xy, at_x * at_y, i + 1);
        add_mean(&xx, at_x * at_x, i + 1);
    }
    fit_line(x, y, xy, xx, &coefficients[0], &coefficients[1]);
}

static void find_means(struct points points, struct regression *regression)
{
    for (size_t i = 0; i < points.count; i++) {
        add_mean(&regression->mean_x, points.x[i], i + 1);
        add_mean(&regression->mean_y, points.y[i], i + 1);
    }
}

/* An exponential, each point weighed by its y, as Vega has it. */
static void fit_exponential(struct points points, struct regression *regression)
{
    double yl = 0.0;
    double xy = 0.0;
    double xyl = 0.0;
    double xxy = 0.0;
    find_means(points, regression);
    for (size_t i = 0; i < points.count; i++) {
        double x = points.x[i] - regression->mean_x;
        double y = points.y[i];
        double log_y = log(y);
        add_mean(&yl, y * log_y, i + 1);
        add_mean(&xy, x * y, i + 1);
        add_mean(&xyl, x * y * log_y, i + 1);
        add_mean(&xxy, x * x * y, i + 1);
    }
    double mean_y = regression->mean_y;
    fit_line(xy / mean_y, yl / mean_y, xyl / mean_y, xxy / mean_y,
             &regression->coefficients[0], &regression->coefficients[1]);
}

/* Solves the normal equations with pivots; rows of `matrix` are columns of the system. */
static void solve(size_t n, double matrix[][REGRESSION_ORDER_MAX + 1], double *out)
{
    for (size_t i = 0; i < n; i++) {
        size_t largest = i;
        for (size_t j = i + 1; j < n; j++) {
            largest = fabs(matrix[i][j]) > fabs(matrix[i][largest]) ? j : largest;
        }
        for (size_t k = i; k <= n; k++) {
            double swap = matrix[k][i];
            matrix[k][i] = matrix[k][largest];
            matrix[k][largest] = swap;
        }
        for (size_t j = i + 1; j < n; j++) {
            for (size_t k = n + 1; k-- > i;) {
                matrix[k][j] -= matrix[k][i] * matrix[i][j] / matrix[i][i];
            }
        }
    }
    for (size_t j = n; j-- > 0;) {
        double sum = 0.0;
        for (size_t k = j + 1; k < n; k++) {
            sum += matrix[k][j] * out[k];
        }
        out[j] = (matrix[n][j] - sum) / matrix[j][j];
    }
}

static void fit_polynomial(struct points points, struct regression *regression)
{
    double matrix[REGRESSION_ORDER_MAX + 2][REGRESSION_ORDER_MAX + 1];
    size_t n = regression->order + 1;
    memset(matrix, 0, sizeof matrix);
    find_means(points, regression);
    for (size_t row = 0; row < n; row++) {
        for (size_t i = 0; i < points.count; i++) {
            double x = points.x[i] - regression->mean_x;
            double y = points.y[i] - regression->mean_y;
            matrix[n][row] += pow(x, (double)row) * y;
            for (size_t column = 0; column < n; column++) {
                matrix[row][column] += pow(x, (double)(row + column));
            }
        }
    }
    solve(n, matrix, regression->coefficients);
}

struct regression regression_fit(enum regression_method method, size_t order,
                                 struct points points)
{
    struct regression regression = {.method = method, .order = order};
    double *coefficients = regression.coefficients;
    switch (method) {
    case REGRESSION_CONSTANT:
        find_means(points, &regression);
        coefficients[0] = regression.mean_y;
        break;
    case REGRESSION_LINEAR:
        fit_transformed(points, same, same, coefficients);
        break;
    case REGRESSION_LOG:
        fit_transformed(points, log, same, coefficients);
        break;
    case REGRESSION_EXP:
        fit_exponential(points, &regression);
        break;
    case REGRESSION_POW:
        fit_transformed(points, log, log, coefficients);
        coefficients[0] = exp(coefficients[0]);
        break;
    case REGRESSION_QUAD:
        regression.order = 2;
        fit_polynomial(points, &regression);
        break;
    case REGRESSION_POLY:
        fit_polynomial(points, &regression);
        break;
    }
    return regression;
}

double regression_at(const void *context, double x)
{
    const struct regression *regression = context;
    const double *coefficients = regression->coefficients;
    switch (regression->method) {
    case REGRESSION_CONSTANT:
        return coefficients[0];
    case REGRESSION_LINEAR:
        return coefficients[0] + coefficients[1] * x;
    case REGRESSION_LOG:
        return coefficients[0] + coefficients[1] * log(x);
    case REGRESSION_EXP:
        return exp(coefficients[0] + coefficients[1] * (x - regression->mean_x));
    case REGRESSION_POW:
        return coefficients[0] * pow(x, coefficients[1]);
    case REGRESSION_QUAD:
    case REGRESSION_POLY:
        break;
    }
    double y = regression->mean_y;
    for (size_t i = 0; i <= regression->order; i++) {
        y += coefficients[i] * pow(x - regression->mean_x, (double)i);
    }
    return y;
}

double regression_r_squared(const struct regression *regression, struct points points)
{
    double mean = 0.0;
    double unexplained = 0.0;
    double all = 0.0;
    for (size_t i = 0; i < points.count; i++) {
        add_mean(&mean, points.y[i], i + 1);
    }
    for (size_t i = 0; i < points.count; i++) {
        double miss = points.y[i] - regression_at(regression, points.x[i]);
        double spread = points.y[i] - mean;
        unexplained += miss * miss;
        all += spread * spread;
    }
    return regression->method == REGRESSION_CONSTANT ? 0.0 : 1.0 - unexplained / all;
}

/* From powers of (x - mean) to powers of x, by the binomial theorem. */
static void uncenter(const struct regression *regression, double *out)
{
    for (size_t i = 0; i <= regression->order; i++) {
        double binomial = 1.0;
        for (size_t j = 0; j <= i; j++) {
            out[i - j] += regression->coefficients[i] * binomial *
                          pow(-regression->mean_x, (double)j);
            binomial *= (double)(i - j) / (double)(j + 1);
        }
    }
    out[0] += regression->mean_y;
}

size_t regression_coefficients(const struct regression *regression, double *out)
{
    bool is_polynomial =
        regression->method == REGRESSION_QUAD || regression->method == REGRESSION_POLY;
    size_t count = is_polynomial                               ? regression->order + 1
                   : regression->method == REGRESSION_CONSTANT ? 1
                                                               : 2;
    for (size_t i = 0; i < count; i++) {
        out[i] = is_polynomial ? 0.0 : regression->coefficients[i];
    }
    if (is_polynomial) {
        uncenter(regression, out);
    }
    if (regression->method == REGRESSION_EXP) {
        out[0] = exp(out[0] - out[1] * regression->mean_x);
    }
    return count;
}
