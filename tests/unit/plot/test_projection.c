/* SPDX-License-Identifier: MIT */
/* Expected positions are those of d3-geo 3.1 with the same properties. */
#include "unit.h"

#include "base/node.h"
#include "path_text.h"
#include "plot/projection.h"

static struct bag *properties_of(struct arena *arena, const char *yaml)
{
    struct source *source = arena_new(arena, struct source);
    struct bag *bag = arena_new(arena, struct bag);
    struct error error = {0};
    source->path = S("test.yaml");
    source->text = str_from(yaml);
    bag_add(bag, node_load(arena, source, 0, source->text.length, &error));
    assert_int_equal(error.kind, ERROR_NONE);
    return bag;
}

static const struct projection *projection_of(struct arena *arena, const char *yaml)
{
    struct error error = {0};
    const struct projection *projection =
        projection_make(arena, properties_of(arena, yaml), NULL, 0, 400, 300, &error);
    assert_non_null(projection);
    return projection;
}

struct vector {
    const char *properties;
    struct position from;
    point to;
};

static void test_positions_are_those_of_d3(void **state)
{
    static const struct vector vectors[] = {
        {"{type: albers, scale: 100}", {-75, 45}, {226.482, 136.085}},
        {"{type: albersUsa, scale: 100}", {-100, 40}, {195.511, 147.601}},
        {"{type: azimuthalEqualArea, rotate: [-104, -35, 0], scale: 100}",
         {60, -20},
         {120.769, 231.066}},
        {"{type: azimuthalEquidistant, rotate: [-116, -40, 0], scale: 100}",
         {104, 35},
         {182.869, 157.609}},
        {"{type: conicConformal, scale: 100}", {-30, 45}, {162.029, 63.758}},
        {"{type: conicEqualArea, scale: 100}", {10, 20}, {214.628, 176.625}},
        {"{type: conicEquidistant, scale: 100}", {-30, 45}, {167.615, 91.719}},
        {"{type: equalEarth, rotate: [-150, 0, 0], scale: 100}",
         {10, 20},
         {-4.424, 109.917}},
        {"{scale: 100, rotate: [-150, 0, 0]}", {-30, 45}, {-31.971, 63.977}},
        {"{type: equirectangular, scale: 100}", {-30, 45}, {147.640, 71.460}},
        {"{type: gnomonic, scale: 100}", {10, 20}, {217.633, 113.041}},
        {"{type: mercator, scale: 100}", {-30, 45}, {147.640, 61.863}},
        {"{type: naturalEarth1, scale: 100}", {-30, 45}, {158.934, 70.695}},
        {"{type: orthographic, scale: 100}", {-30, 45}, {164.645, 79.289}},
        {"{type: stereographic, scale: 100}", {10, 20}, {208.475, 132.237}},
        {"{type: transverseMercator, scale: 100}", {-30, 45}, {163.050, 64.293}},
        {"{type: identity, scale: 2, translate: [10, 20]}", {5, 7}, {20, 34}},
        {"{type: identity, scale: 2, translate: [10, 20], reflectY: true}",
         {5, 7},
         {20, 6}},
    };
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        const struct vector *vector = &vectors[i];
        point at = {0};
        assert_true(
            projection_point(projection_of(*state, vector->properties), vector->from, &at));
        assert_true(fabs(at.x - vector->to.x) < 0.001);
        assert_true(fabs(at.y - vector->to.y) < 0.001);
    }
}

static void test_what_is_behind_the_globe_is_not_on_the_map(void **state)
{
    const struct projection *globe =
        projection_of(*state, "{type: orthographic, scale: 9}");
    point at;
    assert_true(projection_point(globe, (struct position){80, 0}, &at));
    assert_false(projection_point(globe, (struct position){100, 0}, &at));
}

static void test_alaska_and_hawaii_have_windows_of_their_own(void **state)
{
    const struct projection *states =
        projection_of(*state, "{type: albersUsa, scale: 500}");
    point anchorage;
    point honolulu;
    point denver;
    point paris;
    assert_true(projection_point(states, (struct position){-149.9, 61.2}, &anchorage));
    assert_true(projection_point(states, (struct position){-157.9, 21.3}, &honolulu));
    assert_true(projection_point(states, (struct position){-105, 39.7}, &denver));
    assert_true(anchorage.y > denver.y && honolulu.y > denver.y && anchorage.x < denver.x);
    assert_false(projection_point(states, (struct position){2.3, 48.9}, &paris));
}

/* --- shapes */

static struct shape shape_of(struct arena *arena, enum shape_kind kind,
                             const struct position *at, size_t count)
{
    struct ring *ring = arena_new(arena, struct ring);
    *ring = (struct ring){at, count};
    return (struct shape){.kind = kind, .rings = ring, .ring_count = 1};
}

static str drawn(struct arena *arena, const char *properties, enum shape_kind kind,
                 const struct position *at, size_t count)
{
    struct shape shape = shape_of(arena, kind, at, count);
    struct path path = projection_path(arena, projection_of(arena, properties), &shape, 3);
    return path_text(arena, &path);
}

static const struct position across[] = {
    {170, -10}, {170, 10}, {-170, 10}, {-170, -10}, {170, -10}};

static void test_a_polygon_over_the_antimeridian_is_cut_in_two(void **state)
{
    assert_str(drawn(*state,
                     "{type: equirectangular, scale: 100, translate: [0, 0], precision: 0}",
                     SHAPE_POLYGONS, across, 5),
               "M-314.2,-17.7 L-296.7,-17.5 L-296.7,17.5 L-314.2,17.7 L-314.2,-17.7 Z "
               "M314.2,17.7 L296.7,17.5 L296.7,17.5 L296.7,-17.5 L314.2,-17.7 "
               "L314.2,17.7 Z");
}

static void test_a_rotation_puts_it_in_one_piece(void **state)
{
    assert_str(drawn(*state,
                     "{type: orthographic, scale: 100, translate: [0, 0], precision: 0, "
                     "rotate: [-100, 0, 0]}",
                     SHAPE_POLYGONS, across, 5),
               "M92.5,17.4 L92.5,-17.4 L98.5,-17.4 L98.5,17.4 Z");
    assert_str(drawn(*state,
                     "{type: orthographic, scale: 100, translate: [0, 0], precision: 0}",
                     SHAPE_POLYGONS, across, 5),
               "");
}

/* Clockwise as seen from above: the pole is inside. */
static void test_a_polygon_around_a_pole_reaches_the_edge_of_the_map(void **state)
{
    static const struct position polar[] = {{0, -70}, {120, -70}, {-120, -70}, {0, -70}};
    assert_str(drawn(*state,
                     "{type: equirectangular, scale: 100, translate: [0, 0], precision: 0}",
                     SHAPE_POLYGONS, polar, 4),
               "M-314.2,139.1 L-209.4,122.2 L0.0,122.2 L0.0,122.2 L209.4,122.2 "
               "L314.2,139.1 L314.2,157.1 L0.0,157.1 L-314.2,157.1 Z");
}

static void test_a_great_circle_is_drawn_with_points_between(void **state)
{
    static const struct position flight[] = {{-60, 50}, {60, 50}};
    struct shape shape = shape_of(*state, SHAPE_LINES, flight, 2);
    struct path path = projection_path(
        *state, projection_of(*state, "{type: equirectangular, scale: 100}"), &shape, 0);
    double highest = INFINITY;
    for (size_t i = 0; i < path.count; i++) {
        highest = fmin(highest, path.at[i].at[0].y);
    }
    assert_true(path.count > 8);
    assert_true(highest < 150 - 50 * 100 * M_PI / 180 - 20); /* farther north than both */
}

static void test_lines_are_cut_at_the_extent(void **state)
{
    static const struct position line[] = {{0, 0}, {40, 20}};
    assert_str(drawn(*state,
                     "{type: identity, scale: 1, translate: [0, 0], "
                     "clipExtent: [[10, 0], [30, 12]]}",
                     SHAPE_LINES, line, 2),
               "M10.0,5.0 L24.0,12.0");
}

static void test_a_map_is_fitted_to_its_shapes(void **state)
{
    struct shape sphere = {.kind = SHAPE_SPHERE};
    const struct shape *shapes[] = {&sphere};
    struct error error = {0};
    const struct projection *world =
        projection_make(*state, properties_of(*state, "{rotate: [-150, 0, 0]}"), shapes, 1,
                        504, 245, &error);
    point middle;
    assert_true(projection_point(world, (struct position){150, 0}, &middle));
    assert_true(fabs(middle.x - 252) < 0.01 && fabs(middle.y - 122.5) < 0.01);
    struct path outline = projection_path(*state, world, &sphere, 0);
    double left = INFINITY;
    double right = -INFINITY;
    for (size_t i = 0; i < outline.count; i++) {
        left = fmin(left, outline.at[i].verb == PATH_CLOSE ? left : outline.at[i].at[0].x);
        right = fmax(right, outline.at[i].at[0].x);
    }
    assert_true(fabs(right - left - 2 * (right - 252)) < 0.01);
    assert_true(right - left < 504.01 && right - left > 495);
}

static void test_one_point_stands_in_the_middle(void **state)
{
    static const struct position here[] = {{16.4, 59.4}}; /* Ytterby */
    struct shape shape = shape_of(*state, SHAPE_POINTS, here, 1);
    const struct shape *shapes[] = {&shape};
    struct error error = {0};
    const struct projection *map = projection_make(
        *state, properties_of(*state, "{type: mercator}"), shapes, 1, 100, 80, &error);
    point at;
    assert_true(projection_point(map, here[0], &at));
    assert_true(fabs(at.x - 50) < 0.01 && fabs(at.y - 40) < 0.01);
}

static void test_an_unknown_projection_is_refused(void **state)
{
    struct error error = {0};
    assert_null(projection_make(*state, properties_of(*state, "{type: mercater}"), NULL, 0,
                                100, 100, &error));
    assert_string_equal(error.message, "unknown projection \"mercater\"");
    assert_string_equal(error.hint, "did you mean \"mercator\"?");
    assert_int_equal(error.place.column, 8);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_positions_are_those_of_d3),
        unit_case(test_what_is_behind_the_globe_is_not_on_the_map),
        unit_case(test_alaska_and_hawaii_have_windows_of_their_own),
        unit_case(test_a_polygon_over_the_antimeridian_is_cut_in_two),
        unit_case(test_a_rotation_puts_it_in_one_piece),
        unit_case(test_a_polygon_around_a_pole_reaches_the_edge_of_the_map),
        unit_case(test_a_great_circle_is_drawn_with_points_between),
        unit_case(test_lines_are_cut_at_the_extent),
        unit_case(test_a_map_is_fitted_to_its_shapes),
        unit_case(test_one_point_stands_in_the_middle),
        unit_case(test_an_unknown_projection_is_refused),
    };
    return unit_run(tests);
}
