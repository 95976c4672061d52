/* SPDX-License-Identifier: MIT */
/*
 * Scales: data to positions, colours, sizes, shapes. Types, defaults, nice domains,
 * padding and rounding are Vega's (vega-scale, d3-scale), so that a
 * specification means the same here and there.
 */
#ifndef PLOT_SCALE_H
#define PLOT_SCALE_H

#include "grammar/datum.h"
#include "grammar/time_unit.h"
#include "scene/geometry.h"

enum scale_type {
    SCALE_LINEAR,
    SCALE_LOG,
    SCALE_POW,
    SCALE_SQRT,
    SCALE_SYMLOG,
    SCALE_IDENTITY,
    SCALE_TIME,
    SCALE_UTC,
    SCALE_BAND,
    SCALE_POINT,
    SCALE_ORDINAL,
    SCALE_BIN_ORDINAL,
    SCALE_QUANTILE,
    SCALE_QUANTIZE,
    SCALE_THRESHOLD,
};

/* A pattern of lines: on, off, on ... */
struct dash_pattern {
    const double *at;
    size_t count;
};

struct datum_index;

struct scale {
    enum scale_type type;

    /* Continuous: low to high, in pieces where a middle is given. Quantile, quantize and
     * threshold scales: the breaks. Bin-ordinal: the ends of the bins. */
    double *domain;
    size_t domain_count;
    double low, high; /* of a quantize scale; of all continuous ones before they are nice */
    /* discrete */
    struct datum_list values;
    const struct datum_index *index; /* of `values` */

    /* What it yields; one of these four. */
    double *range; /* positions, sizes, opacities */
    size_t range_count;
    color *colors;
    size_t color_count;
    struct str_list words; /* shapes */
    const struct dash_pattern *dashes;
    size_t dash_count;
    str interpolate; /* of colours: "rgb", "hcl", "lab", ... */
    double gamma;

    double exponent, base, constant;
    bool is_clamped, is_rounded;
    double padding_inner, padding_outer, align;
    double step, bandwidth, start; /* band and point, once the range is known */
    const double *bins; /* of a binned domain, or NULL */
    size_t bin_count;
};

/* NaN where the datum is not in the domain. Bands: the start of the band. */
double scale_number(const struct scale *scale, struct datum datum);
bool scale_color(const struct scale *scale, struct datum datum, color *out);
str scale_word(const struct scale *scale, struct datum datum);
struct dash_pattern scale_dash(const struct scale *scale, struct datum datum);

/* The same of a number, without a datum around it. */
double scale_position(const struct scale *scale, double value);

/* Place of a datum in the domain of a discrete scale; SIZE_MAX if it is not there. */
size_t scale_index(const struct scale *scale, struct datum datum);

bool scale_is_discrete(const struct scale *scale); /* band, point, ordinal, bin-ordinal */
bool scale_is_continuous(const struct scale *scale); /* linear, log ... time */
bool scale_is_time(const struct scale *scale);
bool scale_is_discretizing(const struct scale *scale); /* quantile, quantize, threshold */

/* Sets step, bandwidth and start of a band or point scale from its range and paddings. */
void scale_place_bands(struct scale *scale);

/* Count of steps that bands take. */
double scale_band_space(double count, double padding_inner, double padding_outer);

#endif
