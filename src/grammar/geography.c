/* SPDX-License-Identifier: MIT */
#include "grammar/geography.h"

#include "base/compiler.h"

#include <math.h>

struct rings {
    struct ring *at;
    size_t count, capacity;
};

static const struct datum_list *as_list(struct datum datum)
{
    static const struct datum_list empty = {NULL, 0, 0};
    return datum.kind == DATUM_LIST ? datum.list : &empty;
}

static struct position read_position(struct datum datum)
{
    const struct datum_list *list = as_list(datum);
    if (list->count < 2) {
        return (struct position){NAN, NAN};
    }
    return (struct position){datum_to_number(list->at[0]), datum_to_number(list->at[1])};
}

/* Positions that are no numbers are left out. */
static void add_ring(struct arena *arena, struct rings *rings, struct datum datum)
{
    const struct datum_list *list = as_list(datum);
    struct position *positions = arena_array(arena, struct position, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        positions[count] = read_position(list->at[i]);
        count +=
            isfinite(positions[count].longitude) && isfinite(positions[count].latitude);
    }
    *arena_push(arena, rings) = (struct ring){positions, count};
}

/* A single one where `depth` is 0, lists of such above. */
static void add_rings(struct arena *arena, struct rings *rings, struct datum datum,
                      int depth)
{
    if (!depth) {
        add_ring(arena, rings, datum);
        return;
    }
    const struct datum_list *list = as_list(datum);
    for (size_t i = 0; i < list->count; i++) {
        add_rings(arena, rings, list->at[i], depth - 1);
    }
}

/* A point is a line of one. */
static void add_point(struct arena *arena, struct rings *rings, struct datum datum)
{
    struct position *position = arena_new(arena, struct position);
    *position = read_position(datum);
    if (isfinite(position->longitude) && isfinite(position->latitude)) {
        *arena_push(arena, rings) = (struct ring){position, 1};
    }
}

static const struct shape *geometry(struct arena *arena, str type, struct datum coordinates)
{
    static const struct {
        const char *type;
        enum shape_kind kind;
        int depth;
    } types[] = {
        {"Point", SHAPE_POINTS, -1},    {"MultiPoint", SHAPE_POINTS, 0},
        {"LineString", SHAPE_LINES, 0}, {"MultiLineString", SHAPE_LINES, 1},
        {"Polygon", SHAPE_POLYGONS, 1}, {"MultiPolygon", SHAPE_POLYGONS, 2},
    };
    struct rings rings = {NULL, 0, 0};
    size_t of = 0;
    while (of < COUNT_OF(types) && !str_equal(type, str_from(types[of].type))) {
        of++;
    }
    if (of == COUNT_OF(types)) {
        return NULL;
    }
    if (types[of].depth < 0) {
        add_point(arena, &rings, coordinates);
    } else {
        add_rings(arena, &rings, coordinates, types[of].depth);
    }
    struct shape *shape = arena_new(arena, struct shape);
    *shape = (struct shape){
        .kind = types[of].kind, .rings = rings.at, .ring_count = rings.count};
    return rings.count ? shape : NULL;
}

static const struct shape *collection(struct arena *arena, const struct datum_list *list)
{
    const struct shape **parts = arena_array(arena, const struct shape *, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct shape *part = geography_shape(arena, list->at[i]);
        if (part) {
            parts[count++] = part;
        }
    }
    struct shape *shape = arena_new(arena, struct shape);
    *shape = (struct shape){.kind = SHAPE_COLLECTION, .parts = parts, .part_count = count};
    return count ? shape : NULL;
}

const struct shape *geography_shape(struct arena *arena, struct datum datum)
{
    if (datum.kind == DATUM_SHAPE) {
        return datum.shape;
    }
    str type = datum_member(datum, S("type")).kind == DATUM_TEXT
                   ? datum_member(datum, S("type")).text
                   : S("");
    struct datum of_feature = datum_member(datum, S("geometry"));
    if (of_feature.kind != DATUM_NONE) {
        return geography_shape(arena, of_feature);
    }
    if (str_equal(type, S("FeatureCollection"))) {
        return collection(arena, as_list(datum_member(datum, S("features"))));
    }
    if (str_equal(type, S("GeometryCollection"))) {
        return collection(arena, as_list(datum_member(datum, S("geometries"))));
    }
    if (str_equal(type, S("Sphere"))) {
        struct shape *sphere = arena_new(arena, struct shape);
        sphere->kind = SHAPE_SPHERE;
        return sphere;
    }
    return geometry(arena, type, datum_member(datum, S("coordinates")));
}

const struct shape *const *geography_rows(struct arena *arena, const struct frame *frame)
{
    const struct shape **shapes = arena_array(arena, const struct shape *, frame->rows);
    size_t column = frame_find(frame, S("geometry"));
    bool has_type = frame_find(frame, S("type")) < frame->count;
    bool has_any = false;
    for (size_t row = 0; row < frame->rows && (has_type || column < frame->count); row++) {
        if (column < frame->count && frame->at[column].at[row].kind != DATUM_NONE) {
            shapes[row] = geography_shape(arena, frame->at[column].at[row]);
        } else {
            shapes[row] = geography_shape(arena, frame_row(arena, frame, row));
        }
        has_any = has_any || shapes[row];
    }
    return has_any ? shapes : NULL;
}

/* --- the middle
 * --------------------------------------------------------------------------- */

/* A sum of unit vectors, each weighed. */
struct vector {
    double x, y, z;
};

static struct vector on_sphere(struct position position)
{
    double longitude = position.longitude * M_PI / 180.0;
    double latitude = position.latitude * M_PI / 180.0;
    return (struct vector){cos(latitude) * cos(longitude), cos(latitude) * sin(longitude),
                           sin(latitude)};
}

static void add_weighed(struct vector *sum, struct vector of, double weight)
{
    sum->x += of.x * weight;
    sum->y += of.y * weight;
    sum->z += of.z * weight;
}

static struct vector cross(struct vector a, struct vector b)
{
    return (struct vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                           a.x * b.y - a.y * b.x};
}

static double length_of(struct vector vector)
{
    return sqrt(vector.x * vector.x + vector.y * vector.y + vector.z * vector.z);
}

/* Areas (Brock, "Centroid of a Spherical Polygon"), lengths, and points, as the shape has.
 */
struct sums {
    struct vector area, line, points;
};

static void add_segment(struct sums *sums, struct vector a, struct vector b)
{
    struct vector normal = cross(a, b);
    double sine = length_of(normal);
    double angle = asin(fmin(1.0, sine));
    double cosine = a.x * b.x + a.y * b.y + a.z * b.z;
    angle = cosine < 0.0 ? M_PI - angle : angle;
    if (sine > 0.0) {
        add_weighed(&sums->area, normal, -angle / sine);
    }
    add_weighed(&sums->line, a, angle);
    add_weighed(&sums->line, b, angle);
}

static void add_shape(struct sums *sums, const struct shape *shape)
{
    for (size_t i = 0; i < shape->part_count; i++) {
        add_shape(sums, shape->parts[i]);
    }
    for (size_t ring = 0; ring < shape->ring_count; ring++) {
        const struct ring *of = &shape->rings[ring];
        for (size_t i = 0; i < of->count; i++) {
            add_weighed(&sums->points, on_sphere(of->at[i]), 1.0);
            if (i) {
                add_segment(sums, on_sphere(of->at[i - 1]), on_sphere(of->at[i]));
            }
        }
    }
}

static bool is_area(const struct shape *shape)
{
    bool has_area = shape->kind == SHAPE_POLYGONS;
    for (size_t i = 0; i < shape->part_count; i++) {
        has_area = has_area || is_area(shape->parts[i]);
    }
    return has_area;
}

bool geography_centroid(const struct shape *shape, struct position *centroid)
{
    const double least = 1e-9;
    struct sums sums = {.area = {0}};
    add_shape(&sums, shape);
    struct vector middle = sums.area;
    if (!is_area(shape) || length_of(middle) < least) {
        middle = length_of(sums.line) > least ? sums.line : sums.points;
    }
    if (length_of(middle) < least) {
        return false;
    }
    *centroid = (struct position){atan2(middle.y, middle.x) * 180.0 / M_PI,
                                  asin(middle.z / length_of(middle)) * 180.0 / M_PI};
    return true;
}
