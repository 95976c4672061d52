/* SPDX-License-Identifier: MIT */
#include "plot/projection.h"

#include "projection_internal.h"

#include <math.h>

static double radians(double degrees)
{
    return degrees * M_PI / 180;
}

/* --- properties ----------------------------------------------------------------------- */

/* Up to `most` numbers of a list; returns how many. */
static size_t numbers(struct arena *arena, const struct node *list, double *out,
                      size_t most)
{
    size_t count = 0;
    while (list && list->kind == NODE_LIST && count < most && count < list->count) {
        out[count] = datum_to_number(datum_from_node(arena, list->at[count]));
        count++;
    }
    return count;
}

static void read_center(struct arena *arena, struct projection *projection,
                        const struct bag *properties)
{
    double center[2] = {projection->kind->center[0], projection->kind->center[1]};
    bool is_given = numbers(arena, bag_find(properties, S("center")), center, 2);
    bool is_sideways = is_given && projection->kind->is_transverse;
    projection->center = (struct geo_point){
        .lambda = radians(is_sideways ? -center[1] : center[0]),
        .phi = radians(is_sideways ? center[0] : center[1]),
    };
}

static void read_rotation(struct arena *arena, struct projection *projection,
                          const struct bag *properties)
{
    double angles[3] = {0};
    size_t count = numbers(arena, bag_find(properties, S("rotate")), angles, 3);
    const double *kind = projection->kind->rotate;
    if (!count) {
        angles[0] = kind[0];
        angles[1] = kind[1];
        angles[2] = kind[2];
    } else if (projection->kind->is_transverse) {
        angles[2] += 90;
    }
    projection->rotation =
        (struct geo_rotation){radians(fmod(angles[0], 360)), radians(fmod(angles[1], 360)),
                              radians(fmod(angles[2], 360))};
}

static void read_parallels(struct arena *arena, struct projection *projection,
                           const struct bag *properties)
{
    double parallels[2] = {projection->kind->parallels[0], projection->kind->parallels[1]};
    (void)numbers(arena, bag_find(properties, S("parallels")), parallels, 2);
    projection->terms.parallels[0] = radians(parallels[0]);
    projection->terms.parallels[1] = radians(parallels[1]);
    if (projection->kind->prepare) {
        projection->kind->prepare(&projection->terms);
    }
}

/* [[left, top], [right, bottom]] */
static void read_extent(struct arena *arena, struct projection *projection,
                        const struct bag *properties)
{
    const struct node *corners = bag_find(properties, S("clipExtent"));
    double from[2];
    double to[2];
    projection->left = projection->top = -INFINITY;
    projection->right = projection->bottom = INFINITY;
    if (corners && corners->kind == NODE_LIST && corners->count == 2 &&
        numbers(arena, corners->at[0], from, 2) == 2 &&
        numbers(arena, corners->at[1], to, 2) == 2) {
        projection->has_extent = true;
        projection->left = from[0];
        projection->top = from[1];
        projection->right = to[0];
        projection->bottom = to[1];
    }
}

static bool read_kind(struct arena *arena, const struct bag *properties,
                      const struct projection_kind **kind, struct error *error)
{
    str name = bag_text_or(properties, S("type"), S("equalEarth"));
    *kind = projection_kind_named(name);
    if (!*kind) {
        const str *names;
        size_t count = projection_kind_names(arena, &names);
        const struct node *node = bag_find(properties, S("type"));
        error_at(error, ERROR_CONFIG, node_place(node), "unknown projection \"%.*s\"",
                 STR_ARG(name));
        return error_suggest(error, name, names, count);
    }
    return true;
}

static bool read_properties(struct arena *arena, struct projection *projection,
                            const struct bag *properties, struct error *error)
{
    if (!read_kind(arena, properties, &projection->kind, error)) {
        return false;
    }
    bool is_reflected = false;
    double precision = bag_number_or(properties, S("precision"), sqrt(0.5));
    double angle = bag_number_or(properties, S("clipAngle"), projection->kind->clip_angle);
    projection->clip.radius = radians(fmin(fmax(angle, 0), 180));
    projection->precision_squared = precision * precision;
    projection->reflect_x =
        bag_flag(properties, S("reflectX"), &is_reflected) && is_reflected ? -1 : 1;
    projection->reflect_y =
        bag_flag(properties, S("reflectY"), &is_reflected) && is_reflected ? -1 : 1;
    read_center(arena, projection, properties);
    read_rotation(arena, projection, properties);
    read_parallels(arena, projection, properties);
    read_extent(arena, projection, properties);
    return true;
}

/* --- where it stands ------------------------------------------------------------------ */

/* Mercator's world ends where it is a square. */
static void cut_square(struct projection *projection)
{
    double half = M_PI * projection->scale;
    projection->has_extent = true;
    projection->left = fmax(projection->left, projection->origin.x - half);
    projection->top = fmax(projection->top, projection->origin.y - half);
    projection->right = fmin(projection->right, projection->origin.x + half);
    projection->bottom = fmin(projection->bottom, projection->origin.y + half);
}

static struct projection placed(struct projection projection, double scale, point translate)
{
    projection.scale = scale;
    projection.translate = translate;
    if (projection.kind->is_plane) {
        return projection;
    }
    point center = projection.kind->project(&projection.terms, projection.center.lambda,
                                            projection.center.phi);
    projection.origin = (point){
        translate.x - scale * projection.reflect_x * center.x,
        translate.y + scale * projection.reflect_y * center.y,
    };
    if (projection.kind->is_square) {
        cut_square(&projection);
    }
    return projection;
}

/* --- the United States ---------------------------------------------------------------- */

/* An inset: its own center, in a window of the plane around the main map's. */
struct inset {
    double rotate, center[2], parallels[2]; /* degrees */
    double scale; /* of the main map's */
    point shift;
    double left, top, right, bottom;
};

static struct projection inset_place(const struct projection *main,
                                     const struct inset *inset)
{
    double k = main->scale;
    point middle = main->translate;
    struct projection projection = {
        .kind = main->kind,
        .rotation.lambda = radians(inset->rotate),
        .center = {.lambda = radians(inset->center[0]), .phi = radians(inset->center[1])},
        .terms.parallels = {radians(inset->parallels[0]), radians(inset->parallels[1])},
        .reflect_x = 1,
        .reflect_y = 1,
        .precision_squared = main->precision_squared,
        .has_extent = true,
        .left = middle.x + inset->left * k + GEO_NEAR,
        .top = middle.y + inset->top * k + GEO_NEAR,
        .right = middle.x + inset->right * k - GEO_NEAR,
        .bottom = middle.y + inset->bottom * k - GEO_NEAR,
    };
    projection.kind->prepare(&projection.terms);
    return placed(projection, k * inset->scale,
                  (point){middle.x + inset->shift.x * k, middle.y + inset->shift.y * k});
}

/* The mainland, with Alaska (at about a third of the scale) and Hawaii below it at the
 * left. */
static void add_insets(struct arena *arena, struct projection *projection)
{
    static const struct inset insets[] = {
        {154, {-2, 58.5}, {55, 65}, 0.35, {-0.307, 0.201}, -0.425, 0.120, -0.214, 0.234},
        {157, {-3, 19.9}, {8, 18}, 1, {-0.205, 0.212}, -0.214, 0.166, -0.115, 0.234},
    };
    enum { COUNT = sizeof insets / sizeof *insets };
    struct projection *placed_insets = arena_array(arena, struct projection, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        placed_insets[i] = inset_place(projection, &insets[i]);
    }
    projection->insets = placed_insets;
    projection->inset_count = COUNT;
    projection->has_extent = true;
    projection->left = projection->translate.x - 0.455 * projection->scale;
    projection->top = projection->translate.y - 0.238 * projection->scale;
    projection->right = projection->translate.x + 0.455 * projection->scale;
    projection->bottom = projection->translate.y + 0.238 * projection->scale;
}

static struct projection finished(struct arena *arena, const struct projection *from,
                                  double scale, point translate)
{
    struct projection projection = placed(*from, scale, translate);
    if (str_equal(str_from(projection.kind->name), S("albersUsa"))) {
        add_insets(arena, &projection);
    }
    return projection;
}

/* --- fitting -------------------------------------------------------------------------- */

struct corners {
    point least, greatest;
};

static void widen(struct corners *corners, const struct path *path)
{
    static const size_t last_point[] = {
        [PATH_MOVE] = 0, [PATH_LINE] = 0, [PATH_CURVE] = 2, [PATH_CLOSE] = 0};
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        if (step->verb != PATH_CLOSE) {
            point at = step->at[last_point[step->verb]];
            corners->least.x = fmin(corners->least.x, at.x);
            corners->least.y = fmin(corners->least.y, at.y);
            corners->greatest.x = fmax(corners->greatest.x, at.x);
            corners->greatest.y = fmax(corners->greatest.y, at.y);
        }
    }
}

/* Measured once at a scale of 150, as d3 does: resampling depends on it. */
static struct projection fitted(struct arena *arena, const struct projection *from,
                                const struct shape *const *shapes, size_t count, point size)
{
    const double trial_scale = 150;
    struct projection bare = *from;
    bare.has_extent = false;
    bare.left = bare.top = -INFINITY;
    bare.right = bare.bottom = INFINITY;
    struct projection trial = finished(arena, &bare, trial_scale, (point){0});
    struct corners corners = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < count; i++) {
        struct path path = projection_path(arena, &trial, shapes[i], 0);
        widen(&corners, &path);
    }
    double width = corners.greatest.x - corners.least.x;
    double height = corners.greatest.y - corners.least.y;
    double k = fmin(size.x / width, size.y / height);
    if (!(k > 0) || isinf(k)) { /* nothing, or one point: it is put in the middle */
        k = from->kind->scale / trial_scale;
    }
    point middle = {(corners.least.x + corners.greatest.x) / 2,
                    (corners.least.y + corners.greatest.y) / 2};
    bool has_middle = isfinite(middle.x) && isfinite(middle.y);
    point translate = {size.x / 2 - (has_middle ? k * middle.x : 0),
                       size.y / 2 - (has_middle ? k * middle.y : 0)};
    return finished(arena, from, trial_scale * k, translate);
}

const struct projection *projection_make(struct arena *arena, const struct bag *properties,
                                         const struct shape *const *shapes, size_t count,
                                         double width, double height, struct error *error)
{
    struct projection *projection = arena_new(arena, struct projection);
    double translate[2] = {width / 2, height / 2};
    double scale;
    if (!read_properties(arena, projection, properties, error)) {
        return NULL;
    }
    bool has_scale = bag_number(properties, S("scale"), &scale);
    bool has_translate = numbers(arena, bag_find(properties, S("translate")), translate, 2);
    if (has_scale || has_translate) {
        *projection =
            finished(arena, projection, has_scale ? scale : projection->kind->scale,
                     (point){translate[0], translate[1]});
    } else {
        *projection = fitted(arena, projection, shapes, count, (point){width, height});
    }
    return projection;
}
