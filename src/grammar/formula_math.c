/* SPDX-License-Identifier: MIT */
#include "formula_internal.h"

#include "base/compiler.h"
#include "grammar/statistics.h"

#include <math.h>

/* Halves go up, also of numbers below zero. */
static double round_half_up(double number)
{
    return floor(number + 0.5);
}

static struct datum arc_tangent(const struct call *call)
{
    return datum_number(atan2(call_number(call, 0), call_number(call, 1)));
}

static struct datum clamp(const struct call *call)
{
    double number = call_number(call, 0);
    double low = call_number(call, 1);
    double high = call_number(call, 2);
    if (isnan(number) || isnan(low) || isnan(high)) {
        return datum_number(NAN);
    }
    return datum_number(fmax(low, fmin(high, number)));
}

static struct datum hypotenuse(const struct call *call)
{
    double sum = 0.0;
    for (size_t i = 0; i < call->count; i++) {
        sum = hypot(sum, call_number(call, i));
    }
    return datum_number(sum);
}

/* The extreme of all arguments; NaN if one is. */
static struct datum extreme(const struct call *call, double start, double sign)
{
    double found = start;
    for (size_t i = 0; i < call->count; i++) {
        double number = call_number(call, i);
        if (isnan(number)) {
            return datum_number(number);
        }
        found = (number - found) * sign > 0.0 ? number : found;
    }
    return datum_number(found);
}

static struct datum greatest(const struct call *call)
{
    return extreme(call, -HUGE_VAL, 1.0);
}

static struct datum least(const struct call *call)
{
    return extreme(call, HUGE_VAL, -1.0);
}

static struct datum power(const struct call *call)
{
    return datum_number(pow(call_number(call, 0), call_number(call, 1)));
}

static struct datum is_nan(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    return datum_flag(datum.kind == DATUM_NUMBER && isnan(datum.number));
}

static struct datum is_finite(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    return datum_flag(datum.kind == DATUM_NUMBER && isfinite(datum.number));
}

static struct datum normal_density(const struct call *call)
{
    return datum_number(statistics_normal_density(
        call_number(call, 0), call_number_or(call, 1, 0.0), call_number_or(call, 2, 1.0)));
}

static struct datum normal_below(const struct call *call)
{
    return datum_number(statistics_normal_below(
        call_number(call, 0), call_number_or(call, 1, 0.0), call_number_or(call, 2, 1.0)));
}

static struct datum normal_quantile(const struct call *call)
{
    return datum_number(statistics_normal_quantile(
        call_number(call, 0), call_number_or(call, 1, 0.0), call_number_or(call, 2, 1.0)));
}

static struct datum uniform_density(const struct call *call)
{
    double value = call_number(call, 0);
    double low = call->count > 2 ? call_number(call, 1) : 0.0;
    double high = call->count > 2 ? call_number(call, 2) : call_number_or(call, 1, 1.0);
    return datum_number(value >= low && value <= high ? 1.0 / (high - low) : 0.0);
}

static struct datum uniform_below(const struct call *call)
{
    double low = call->count > 2 ? call_number(call, 1) : 0.0;
    double high = call->count > 2 ? call_number(call, 2) : call_number_or(call, 1, 1.0);
    double part = (call_number(call, 0) - low) / (high - low);
    return datum_number(part < 0.0 ? 0.0 : part > 1.0 ? 1.0 : part);
}

static struct datum uniform_quantile(const struct call *call)
{
    double part = call_number(call, 0);
    double low = call->count > 2 ? call_number(call, 1) : 0.0;
    double high = call->count > 2 ? call_number(call, 2) : call_number_or(call, 1, 1.0);
    bool is_part = part >= 0.0 && part <= 1.0;
    return datum_number(is_part ? low + part * (high - low) : (double)NAN);
}

/* What a logarithm that is normal makes of a value above zero. */
static struct datum log_normal_density(const struct call *call)
{
    double value = call_number(call, 0);
    double density = statistics_normal_density(log(value), call_number_or(call, 1, 0.0),
                                               call_number_or(call, 2, 1.0));
    return datum_number(value > 0.0 ? density / value : 0.0);
}

static struct datum log_normal_below(const struct call *call)
{
    return datum_number(statistics_normal_below(log(call_number(call, 0)),
                                                call_number_or(call, 1, 0.0),
                                                call_number_or(call, 2, 1.0)));
}

static struct datum log_normal_quantile(const struct call *call)
{
    return datum_number(exp(statistics_normal_quantile(
        call_number(call, 0), call_number_or(call, 1, 0.0), call_number_or(call, 2, 1.0))));
}

struct functions formula_math(void)
{
    static const struct function functions[] = {
        {.name = "abs", .least = 1, .most = 1, .of_number = fabs},
        {.name = "acos", .least = 1, .most = 1, .of_number = acos},
        {.name = "asin", .least = 1, .most = 1, .of_number = asin},
        {.name = "atan", .least = 1, .most = 1, .of_number = atan},
        {.name = "atan2", .least = 2, .most = 2, .of = arc_tangent},
        {.name = "ceil", .least = 1, .most = 1, .of_number = ceil},
        {.name = "clamp", .least = 3, .most = 3, .of = clamp},
        {.name = "cos", .least = 1, .most = 1, .of_number = cos},
        {.name = "exp", .least = 1, .most = 1, .of_number = exp},
        {.name = "floor", .least = 1, .most = 1, .of_number = floor},
        {.name = "hypot", .least = 0, .most = -1, .of = hypotenuse},
        {.name = "log", .least = 1, .most = 1, .of_number = log},
        {.name = "max", .least = 0, .most = -1, .of = greatest},
        {.name = "min", .least = 0, .most = -1, .of = least},
        {.name = "pow", .least = 2, .most = 2, .of = power},
        /* Some give it decimals, which JavaScript does not look at. */
        {.name = "round", .least = 1, .most = 2, .of_number = round_half_up},
        {.name = "sin", .least = 1, .most = 1, .of_number = sin},
        {.name = "sqrt", .least = 1, .most = 1, .of_number = sqrt},
        {.name = "tan", .least = 1, .most = 1, .of_number = tan},
        {.name = "isNaN", .least = 1, .most = 1, .of = is_nan},
        {.name = "isFinite", .least = 1, .most = 1, .of = is_finite},
        {.name = "densityNormal", .least = 1, .most = 3, .of = normal_density},
        {.name = "cumulativeNormal", .least = 1, .most = 3, .of = normal_below},
        {.name = "quantileNormal", .least = 1, .most = 3, .of = normal_quantile},
        {.name = "densityUniform", .least = 1, .most = 3, .of = uniform_density},
        {.name = "cumulativeUniform", .least = 1, .most = 3, .of = uniform_below},
        {.name = "quantileUniform", .least = 1, .most = 3, .of = uniform_quantile},
        {.name = "densityLogNormal", .least = 1, .most = 3, .of = log_normal_density},
        {.name = "cumulativeLogNormal", .least = 1, .most = 3, .of = log_normal_below},
        {.name = "quantileLogNormal", .least = 1, .most = 3, .of = log_normal_quantile},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
