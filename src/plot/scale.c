/* SPDX-License-Identifier: MIT */
#include "plot/scale.h"

#include <math.h>

#include "color_space.h"
#include "datum_index.h"

bool scale_is_discrete(const struct scale *scale)
{
    return scale->type == SCALE_BAND || scale->type == SCALE_POINT ||
           scale->type == SCALE_ORDINAL || scale->type == SCALE_BIN_ORDINAL;
}

bool scale_is_discretizing(const struct scale *scale)
{
    return scale->type == SCALE_QUANTILE || scale->type == SCALE_QUANTIZE ||
           scale->type == SCALE_THRESHOLD;
}

bool scale_is_continuous(const struct scale *scale)
{
    return !scale_is_discrete(scale) && !scale_is_discretizing(scale);
}

bool scale_is_time(const struct scale *scale)
{
    return scale->type == SCALE_TIME || scale->type == SCALE_UTC;
}

static double signed_power(double value, double exponent)
{
    return value < 0 ? -pow(-value, exponent) : pow(value, exponent);
}

/* The space in which a continuous scale is linear. */
static double transform(const struct scale *scale, double value)
{
    switch (scale->type) {
    case SCALE_LOG:
        return scale->domain[0] < 0 ? -log(-value) : log(value);
    case SCALE_POW:
        return signed_power(value, scale->exponent);
    case SCALE_SQRT:
        return signed_power(value, 0.5);
    case SCALE_SYMLOG:
        return copysign(log1p(fabs(value / scale->constant)), value);
    default:
        return value;
    }
}

/* Part of the way from the domain's end `index` to the next. */
static double part_between(const struct scale *scale, size_t index, double value)
{
    double from = transform(scale, scale->domain[index]);
    double to = transform(scale, scale->domain[index + 1]);
    return from == to ? 0.5 : (transform(scale, value) - from) / (to - from);
}

/* Which piece of the domain a value lies in; values beyond the ends lie in the end pieces.
 */
static size_t piece_of(const struct scale *scale, size_t pieces, double value)
{
    bool is_falling = scale->domain[0] > scale->domain[pieces];
    size_t index = 0;
    while (index + 1 < pieces && (is_falling ? value <= scale->domain[index + 1]
                                             : value >= scale->domain[index + 1])) {
        index++;
    }
    return index;
}

static double clamp_to_domain(const struct scale *scale, double value)
{
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    return scale->is_clamped ? fmin(fmax(value, fmin(first, last)), fmax(first, last))
                             : value;
}

static double continuous_number(const struct scale *scale, double value)
{
    size_t ends =
        scale->domain_count < scale->range_count ? scale->domain_count : scale->range_count;
    if (isnan(value) || ends < 2) {
        return (double)NAN;
    }
    value = clamp_to_domain(scale, value);
    size_t piece = piece_of(scale, ends - 1, value);
    double part = part_between(scale, piece, value);
    double low = scale->range[piece], high = scale->range[piece + 1];
    double number = low * (1 - part) + high * part;
    return scale->is_rounded ? round(number) : number;
}

/* How many breaks are at or below the value. */
static size_t breaks_below(const struct scale *scale, double value)
{
    size_t low = 0, high = scale->domain_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (scale->domain[middle] <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

size_t scale_index(const struct scale *scale, struct datum datum)
{
    return scale->index ? datum_index_find(scale->index, datum) : SIZE_MAX;
}

/* Place in the range of what is chosen from a list; SIZE_MAX if nothing is. */
static size_t choice_of(const struct scale *scale, struct datum datum, size_t count)
{
    if (!count) {
        return SIZE_MAX;
    }
    if (scale->type == SCALE_ORDINAL) {
        size_t index = scale_index(scale, datum);
        return index == SIZE_MAX ? index : index % count;
    }
    double value = datum_to_number(datum);
    if (isnan(value) || datum.kind == DATUM_NONE) {
        return SIZE_MAX;
    }
    size_t below = breaks_below(scale, value);
    if (scale->type == SCALE_BIN_ORDINAL) {
        return below ? (below - 1) % count : SIZE_MAX;
    }
    return below < count ? below : count - 1;
}

static double band_number(const struct scale *scale, struct datum datum)
{
    size_t index = scale_index(scale, datum);
    if (index == SIZE_MAX || scale->range_count < 2) {
        return (double)NAN;
    }
    bool is_reversed = scale->range[1] < scale->range[0];
    size_t place = is_reversed ? scale->values.count - 1 - index : index;
    return scale->start + scale->step * (double)place;
}

double scale_position(const struct scale *scale, double value)
{
    return scale_number(scale, datum_number(value));
}

double scale_number(const struct scale *scale, struct datum datum)
{
    if (scale->type == SCALE_IDENTITY) {
        return datum_to_number(datum);
    }
    if (scale->type == SCALE_BAND || scale->type == SCALE_POINT) {
        return band_number(scale, datum);
    }
    if (scale_is_continuous(scale)) {
        return continuous_number(scale, datum_to_number(datum));
    }
    size_t choice = choice_of(scale, datum, scale->range_count);
    return choice == SIZE_MAX ? (double)NAN : scale->range[choice];
}

/* A domain with a middle: each side has half of the colours. */
static double diverging_part(const struct scale *scale, double value)
{
    size_t piece = piece_of(scale, 2, value);
    return 0.5 * ((double)piece + part_between(scale, piece, value));
}

static bool continuous_color(const struct scale *scale, double value, color *out)
{
    if (isnan(value) || scale->domain_count < 2) {
        return false;
    }
    value = clamp_to_domain(scale, value);
    if (scale->domain_count <= 3) {
        double part = scale->domain_count == 3 ? diverging_part(scale, value)
                                               : part_between(scale, 0, value);
        *out = color_along(scale->colors, scale->color_count, part, scale->interpolate,
                           scale->gamma);
        return true;
    }
    size_t ends =
        scale->domain_count < scale->color_count ? scale->domain_count : scale->color_count;
    if (ends < 2) {
        return false;
    }
    size_t piece = piece_of(scale, ends - 1, value);
    double part = fmin(fmax(part_between(scale, piece, value), 0), 1);
    *out = color_between(scale->colors[piece], scale->colors[piece + 1], part,
                         scale->interpolate, scale->gamma);
    return true;
}

bool scale_color(const struct scale *scale, struct datum datum, color *out)
{
    if (!scale->color_count) {
        return false;
    }
    if (scale_is_continuous(scale)) {
        return datum.kind != DATUM_NONE &&
               continuous_color(scale, datum_to_number(datum), out);
    }
    size_t choice = choice_of(scale, datum, scale->color_count);
    if (choice == SIZE_MAX) {
        return false;
    }
    *out = scale->colors[choice];
    return true;
}

str scale_word(const struct scale *scale, struct datum datum)
{
    size_t choice = choice_of(scale, datum, scale->words.count);
    return choice == SIZE_MAX ? (str){0} : scale->words.at[choice];
}

struct dash_pattern scale_dash(const struct scale *scale, struct datum datum)
{
    size_t choice = choice_of(scale, datum, scale->dash_count);
    return choice == SIZE_MAX ? (struct dash_pattern){0} : scale->dashes[choice];
}

double scale_band_space(double count, double padding_inner, double padding_outer)
{
    double space = count - padding_inner + 2 * padding_outer;
    return count > 0 ? (space > 0 ? space : 1) : 0;
}

void scale_place_bands(struct scale *scale)
{
    double count = (double)scale->values.count;
    double inner = scale->type == SCALE_POINT ? 1 : fmin(fmax(scale->padding_inner, 0), 1);
    double outer = fmin(fmax(scale->padding_outer, 0), 1);
    double low = fmin(scale->range[0], scale->range[1]);
    double high = fmax(scale->range[0], scale->range[1]);
    double space = scale_band_space(count, inner, outer);
    scale->step = (high - low) / (space > 0 ? space : 1);
    if (scale->is_rounded) {
        scale->step = floor(scale->step);
    }
    scale->start = low + (high - low - scale->step * (count - inner)) * scale->align;
    scale->bandwidth = scale->step * (1 - inner);
    if (scale->is_rounded) {
        scale->start = round(scale->start);
        scale->bandwidth = round(scale->bandwidth);
    }
}
