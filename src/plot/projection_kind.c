/* SPDX-License-Identifier: MIT */
/*
 * Formulas after Snyder, "Map Projections: A Working Manual" (USGS 1395, 1987); Equal
 * Earth after Savric, Patterson and Jenny (2018); Natural Earth after Savric, Jenny,
 * Patterson, Petrovic and Hurni (2011). A conic projection has n, the
 * sine of its cone, and c, r, the constants of its radius.
 */
#include "projection_kind.h"

#include <math.h>

/* --- cylinders and others ------------------------------------------------------------- */

static point equirectangular(const struct projection_terms *terms, double lambda,
                             double phi)
{
    (void)terms;
    return (point){lambda, phi};
}

static point mercator(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    return (point){lambda, log(tan((M_PI_2 + phi) / 2))};
}

static point transverse_mercator(const struct projection_terms *terms, double lambda,
                                 double phi)
{
    (void)terms;
    return (point){log(tan((M_PI_2 + phi) / 2)), -lambda};
}

static point equal_earth(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    const double a1 = 1.340264;
    const double a2 = -0.081106;
    const double a3 = 0.000893;
    const double a4 = 0.003796;
    const double m = sqrt(3) / 2;
    double l = asin(m * sin(phi));
    double l2 = l * l;
    double l6 = l2 * l2 * l2;
    return (point){
        lambda * cos(l) / (m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))),
        l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2)),
    };
}

static point natural_earth(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    double p2 = phi * phi;
    double p4 = p2 * p2;
    return (point){
        lambda * (0.8707 - 0.131979 * p2 +
                  p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
        phi *
            (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))),
    };
}

/* --- azimuthal ------------------------------------------------------------------------ */

/* Straight out from the middle, by a radius that depends on the distance only. */
static point azimuthal(double lambda, double phi, double by)
{
    return (point){by * cos(phi) * sin(lambda), by * sin(phi)};
}

static double cosine_from_middle(double lambda, double phi)
{
    return cos(lambda) * cos(phi);
}

static point azimuthal_equal_area(const struct projection_terms *terms, double lambda,
                                  double phi)
{
    (void)terms;
    double by = sqrt(2 / (1 + cosine_from_middle(lambda, phi)));
    return isinf(by) ? (point){2, 0} : azimuthal(lambda, phi, by);
}

static point azimuthal_equidistant(const struct projection_terms *terms, double lambda,
                                   double phi)
{
    (void)terms;
    double angle = acos(fmin(1, fmax(-1, cosine_from_middle(lambda, phi))));
    double by = angle > 0 ? angle / sin(angle) : 0;
    return isinf(by) ? (point){2, 0} : azimuthal(lambda, phi, by);
}

static point gnomonic(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    return azimuthal(lambda, phi, 1 / cosine_from_middle(lambda, phi));
}

static point orthographic(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    return azimuthal(lambda, phi, 1);
}

static point stereographic(const struct projection_terms *terms, double lambda, double phi)
{
    (void)terms;
    return azimuthal(lambda, phi, 1 / (1 + cosine_from_middle(lambda, phi)));
}

/* --- conic ---------------------------------------------------------------------------- */

/* On the cone unrolled: `radius` from its tip, which is `tip` above the middle. */
static point conic(const struct projection_terms *terms, double lambda, double radius,
                   double tip)
{
    double angle = terms->n * lambda;
    return (point){radius * sin(angle), tip - radius * cos(angle)};
}

static void prepare_equal_area(struct projection_terms *terms)
{
    double sine = sin(terms->parallels[0]);
    terms->n = (sine + sin(terms->parallels[1])) / 2;
    terms->is_flat = fabs(terms->n) < GEO_NEAR;
    terms->c = 1 + sine * (2 * terms->n - sine);
    terms->r = sqrt(terms->c) / terms->n;
}

static point conic_equal_area(const struct projection_terms *terms, double lambda,
                              double phi)
{
    if (terms->is_flat) {
        double width = cos(terms->parallels[0]);
        return (point){lambda * width, sin(phi) / width};
    }
    double radius = sqrt(terms->c - 2 * terms->n * sin(phi)) / terms->n;
    return conic(terms, lambda, radius, terms->r);
}

static double stretch(double phi)
{
    return tan((M_PI_2 + phi) / 2);
}

static void prepare_conformal(struct projection_terms *terms)
{
    double a = terms->parallels[0];
    double b = terms->parallels[1];
    terms->n = a == b ? sin(a) : log(cos(a) / cos(b)) / log(stretch(b) / stretch(a));
    terms->is_flat = terms->n == 0 || isnan(terms->n);
    terms->c = cos(a) * pow(stretch(a), terms->n) / terms->n;
}

static point conic_conformal(const struct projection_terms *terms, double lambda,
                             double phi)
{
    if (terms->is_flat) {
        return mercator(terms, lambda, phi);
    }
    double bound = M_PI_2 - GEO_NEAR; /* the pole beyond the cone is infinitely far */
    phi = terms->c > 0 ? fmax(phi, -bound) : fmin(phi, bound);
    return conic(terms, lambda, terms->c / pow(stretch(phi), terms->n), terms->c);
}

static void prepare_equidistant(struct projection_terms *terms)
{
    double a = terms->parallels[0];
    double b = terms->parallels[1];
    terms->n = a == b ? sin(a) : (cos(a) - cos(b)) / (b - a);
    terms->is_flat = fabs(terms->n) < GEO_NEAR;
    terms->c = cos(a) / terms->n + a;
}

static point conic_equidistant(const struct projection_terms *terms, double lambda,
                               double phi)
{
    return terms->is_flat ? (point){lambda, phi}
                          : conic(terms, lambda, terms->c - phi, terms->c);
}

/* --- all ------------------------------------------------------------------------------ */

static const struct projection_kind kinds[] = {
    {"albers", .project = conic_equal_area, .prepare = prepare_equal_area, .scale = 1070,
     .center = {-0.6, 38.7}, .rotate = {96, 0, 0}, .parallels = {29.5, 45.5}},
    {"albersUsa", .project = conic_equal_area, .prepare = prepare_equal_area, .scale = 1070,
     .center = {-0.6, 38.7}, .rotate = {96, 0, 0}, .parallels = {29.5, 45.5}},
    {"azimuthalEqualArea", .project = azimuthal_equal_area, .scale = 124.75,
     .clip_angle = 180 - 1e-3},
    {"azimuthalEquidistant", .project = azimuthal_equidistant, .scale = 79.4188,
     .clip_angle = 180 - 1e-3},
    {"conicConformal", .project = conic_conformal, .prepare = prepare_conformal,
     .scale = 109.5, .parallels = {30, 30}},
    {"conicEqualArea", .project = conic_equal_area, .prepare = prepare_equal_area,
     .scale = 155.424, .center = {0, 33.6442}, .parallels = {0, 60}},
    {"conicEquidistant", .project = conic_equidistant, .prepare = prepare_equidistant,
     .scale = 131.154, .center = {0, 13.9389}, .parallels = {0, 60}},
    {"equalEarth", .project = equal_earth, .scale = 177.158},
    {"equirectangular", .project = equirectangular, .scale = 152.63},
    {"gnomonic", .project = gnomonic, .scale = 144.049, .clip_angle = 60},
    {"identity", .is_plane = true, .scale = 1},
    {"mercator", .project = mercator, .scale = 961 / (2 * M_PI), .is_square = true},
    {"naturalEarth1", .project = natural_earth, .scale = 175.295},
    {"orthographic", .project = orthographic, .scale = 249.5, .clip_angle = 90 + GEO_NEAR},
    {"stereographic", .project = stereographic, .scale = 250, .clip_angle = 142},
    {"transverseMercator", .project = transverse_mercator, .scale = 159.155,
     .rotate = {0, 0, 90}, .is_square = true, .is_transverse = true},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

const struct projection_kind *projection_kind_named(str name)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (str_equal(name, str_from(kinds[i].name))) {
            return &kinds[i];
        }
    }
    return NULL;
}

size_t projection_kind_names(struct arena *arena, const str **names)
{
    str *all = arena_array(arena, str, KIND_COUNT);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        all[i] = str_from(kinds[i].name);
    }
    *names = all;
    return KIND_COUNT;
}
