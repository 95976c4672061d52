/* SPDX-License-Identifier: MIT */
/* Scales and projections. */
#include "vocabulary.h"

static const char interactive[] = "a still chart has no pointer";

static const struct vocabulary_key scale_keys[] = {
    {.name = "type", .type = "@scale"},
    {.name = "domain", .type = "[any]|'unaggregated'|Domain|Selected|SelectedDomain|null"},
    {.name = "domainMin", .type = "any"},
    {.name = "domainMax", .type = "any"},
    {.name = "domainMid", .type = "number"},
    {.name = "domainRaw", .type = "any", .use = KEY_INTERACTIVE, .note = interactive},
    {.name = "range", .type = "@range|[any]|RangeOfField"},
    {.name = "rangeMin", .type = "number|text"},
    {.name = "rangeMax", .type = "number|text"},
    {.name = "scheme", .type = "text|[color]|Scheme"},
    {.name = "reverse", .type = "flag"},
    {.name = "round", .type = "flag"},
    {.name = "clamp", .type = "flag"},
    {.name = "nice", .type = "flag|number|@interval|IntervalStep"},
    {.name = "zero", .type = "flag"},
    {.name = "interpolate", .type = "@colorSpace|Interpolation"},
    {.name = "bins", .type = "[number]|ScaleBins"},
    {.name = "name", .type = "text", .use = KEY_IGNORED},
    {.name = "padding", .type = "number"},
    {.name = "paddingInner", .type = "number"},
    {.name = "paddingOuter", .type = "number"},
    {.name = "align", .type = "number"},
    {.name = "exponent", .type = "number"},
    {.name = "base", .type = "number"},
    {.name = "constant", .type = "number"},
};

static const struct vocabulary_key domain_keys[] = {
    {.name = "unionWith", .type = "[any]", .use = KEY_NEEDED},
};

static const struct vocabulary_key selected_domain_keys[] = {
    {.name = "param", .type = "text", .use = KEY_NEEDED},
    {.name = "field", .type = "text"},
    {.name = "encoding", .type = "@channel"},
};

static const struct vocabulary_key range_of_field_keys[] = {
    {.name = "field", .type = "text", .use = KEY_NEEDED},
};

static const struct vocabulary_key scheme_keys[] = {
    {.name = "name", .type = "text", .use = KEY_NEEDED},
    {.name = "extent", .type = "[number]"},
    {.name = "count", .type = "number"},
};

static const struct vocabulary_key interpolation_keys[] = {
    {.name = "type", .type = "@colorSpace", .use = KEY_NEEDED},
    {.name = "gamma", .type = "number"},
};

static const struct vocabulary_key scale_bins_keys[] = {
    {.name = "start", .type = "number"},
    {.name = "stop", .type = "number"},
    {.name = "step", .type = "number", .use = KEY_NEEDED},
};

static const struct vocabulary_key projection_keys[] = {
    {.name = "type", .type = "@projection"},
    {.name = "center", .type = "[number]"},
    {.name = "rotate", .type = "[number]"},
    {.name = "translate", .type = "[number]"},
    {.name = "size", .type = "[number]"},
    {.name = "fit", .type = "any"},
    {.name = "extent", .type = "[[number]]"},
    {.name = "clipExtent", .type = "[[number]]|null"},
    {.name = "parallels", .type = "[number]"},
    {.name = "reflectX", .type = "flag"},
    {.name = "reflectY", .type = "flag"},
    {.name = "scale", .type = "number"},
    {.name = "clipAngle", .type = "number"},
    {.name = "precision", .type = "number"},
    {.name = "pointRadius", .type = "number"},
    {.name = "coefficient", .type = "number"},
    {.name = "distance", .type = "number"},
    {.name = "fraction", .type = "number"},
    {.name = "lobes", .type = "number"},
    {.name = "parallel", .type = "number"},
    {.name = "radius", .type = "number"},
    {.name = "ratio", .type = "number"},
    {.name = "spacing", .type = "number"},
    {.name = "tilt", .type = "number"},
};

static const struct vocabulary_map maps[] = {
    {"Scale", scale_keys, COUNT_OF(scale_keys), NULL},
    {"Domain", domain_keys, COUNT_OF(domain_keys), NULL},
    {"SelectedDomain", selected_domain_keys, COUNT_OF(selected_domain_keys), NULL},
    {"RangeOfField", range_of_field_keys, COUNT_OF(range_of_field_keys), NULL},
    {"Scheme", scheme_keys, COUNT_OF(scheme_keys), NULL},
    {"Interpolation", interpolation_keys, COUNT_OF(interpolation_keys), NULL},
    {"ScaleBins", scale_bins_keys, COUNT_OF(scale_bins_keys), NULL},
    {"Projection", projection_keys, COUNT_OF(projection_keys), NULL},
};

struct vocabulary_maps vocabulary_scales(void)
{
    return (struct vocabulary_maps){maps, COUNT_OF(maps)};
}
