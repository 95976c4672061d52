/* SPDX-License-Identifier: MIT */
/* Data that is made: numbers in a row, the lines of latitude and longitude, the globe. */
#include "source_internal.h"

#include "argument.h"
#include "grammar/geography.h"

#include <math.h>

static struct frame *sequence(struct arena *arena, const struct node *node,
                              struct error *error)
{
    const double most = 1e7;
    double start = 0.0;
    double stop = 0.0;
    double step = 1.0;
    str name = S("data");
    if (!node_expect(node, NODE_MAP, error) ||
        !argument_number(node, S("start"), &start, error) ||
        !argument_number(node, S("stop"), &stop, error) ||
        !argument_number(node, S("step"), &step, error) ||
        !argument_text(node, S("as"), &name, error)) {
        return NULL;
    }
    double count = ceil((stop - start) / step);
    if (!(count <= most)) {
        node_error(node, error, "the sequence has no end, or more than %.0f numbers", most);
        return NULL;
    }
    struct frame *frame = frame_new(arena, count > 0.0 ? (size_t)count : 0);
    struct datum *column = frame_add(arena, frame, name);
    for (size_t row = 0; row < frame->rows; row++) {
        column[row] = datum_number(start + (double)row * step);
    }
    return frame;
}

static struct frame *shape_row(struct arena *arena, const struct shape *shape, str type)
{
    struct frame *frame = frame_new(arena, 1);
    frame_add(arena, frame, S("type"))[0] = datum_text(type);
    frame_add(arena, frame, S("geometry"))[0] =
        (struct datum){.kind = DATUM_SHAPE, .shape = shape};
    return frame;
}

struct graticule {
    double west, south, east, north; /* extent */
    double step_x, step_y;
    double precision;
};

struct lines {
    struct ring *at;
    size_t count, capacity;
};

/* A line along which one coordinate stays, from one end to the other. */
static void add_line(struct arena *arena, struct lines *lines, bool is_meridian, double at,
                     double from, double to, double step)
{
    size_t count = (size_t)fmax(0.0, ceil((to - 1e-6 - from) / step)) + 1;
    struct position *positions = arena_array(arena, struct position, count);
    for (size_t i = 0; i < count; i++) {
        double along = i + 1 == count ? to : from + (double)i * step;
        positions[i] =
            is_meridian ? (struct position){at, along} : (struct position){along, at};
    }
    *arena_push(arena, lines) = (struct ring){positions, count};
}

/* Lines at the multiples of a step from the first to before the last, without those at
 * multiples of `but` (0: all). */
struct multiples {
    double first, last, step, but;
};

static bool next_multiple(const struct multiples *of, size_t *index, double *at)
{
    do {
        *at = (ceil(of->first / of->step) + (double)(*index)++) * of->step;
    } while (of->but > 0.0 && fabs(fmod(*at, of->but)) < 1e-6);
    return *at < of->last;
}

/* Meridians reach from the south of the extent to its north, in steps of 90 degrees, as
 * d3-geo has them; circles of latitude follow their curve. */
static void add_lines(struct arena *arena, struct lines *lines, const struct graticule *of,
                      double but_x, double but_y)
{
    const struct multiples x = {of->west, of->east, of->step_x, but_x};
    const struct multiples y = {of->south, of->north, of->step_y, but_y};
    double at;
    for (size_t i = 0; next_multiple(&x, &i, &at);) {
        add_line(arena, lines, true, at, of->south, of->north, 90.0);
    }
    for (size_t i = 0; next_multiple(&y, &i, &at);) {
        add_line(arena, lines, false, at, of->west, of->east, of->precision);
    }
}

static bool read_pair(struct arena *arena, const struct node *map, str key, double *x,
                      double *y, struct error *error)
{
    bool is_given;
    return argument_range(arena, map, key, x, y, &is_given, error);
}

/* [[west, south], [east, north]] */
static bool read_extent(struct arena *arena, const struct node *map, str key,
                        struct graticule *of, struct error *error)
{
    const struct node *node = argument_find(map, key);
    double *const out[] = {&of->west, &of->south, &of->east, &of->north};
    if (!node) {
        return true;
    }
    if (node->kind != NODE_LIST || node->count != 2) {
        return node_error(node, error, "\"%.*s\" is [[west, south], [east, north]]",
                          STR_ARG(key));
    }
    for (size_t corner = 0; corner < 2; corner++) {
        struct datum list = datum_from_node(arena, node->at[corner]);
        for (size_t i = 0; i < 2; i++) {
            double number = datum_to_number(datum_at(list, i ? S("1") : S("0")));
            if (!isfinite(number)) {
                return node_error(node, error, "\"%.*s\" is [[west, south], [east, north]]",
                                  STR_ARG(key));
            }
            *out[2 * corner + i] = number;
        }
    }
    return true;
}

static struct frame *graticule(struct arena *arena, const struct node *node,
                               struct error *error)
{
    const double nearly = 1e-6;
    struct graticule major = {-180, -90 + nearly, 180, 90 - nearly, 90, 360, 2.5};
    struct graticule minor = {-180, -80 - nearly, 180, 80 + nearly, 10, 10, 2.5};
    const struct node *map = node->kind == NODE_MAP ? node : NULL;
    if (!read_extent(arena, map, S("extent"), &major, error) ||
        !read_extent(arena, map, S("extent"), &minor, error) ||
        !read_extent(arena, map, S("extentMajor"), &major, error) ||
        !read_extent(arena, map, S("extentMinor"), &minor, error) ||
        !read_pair(arena, map, S("step"), &minor.step_x, &minor.step_y, error) ||
        !read_pair(arena, map, S("stepMajor"), &major.step_x, &major.step_y, error) ||
        !read_pair(arena, map, S("stepMinor"), &minor.step_x, &minor.step_y, error) ||
        !argument_number(map, S("precision"), &major.precision, error)) {
        return NULL;
    }
    minor.precision = major.precision;
    if (!(major.step_x > 0.1 && major.step_y > 0.1 && minor.step_x > 0.1 &&
          minor.step_y > 0.1 && major.precision > 0.01)) {
        node_error(node, error, "the steps of a graticule are at least 0.1 degrees");
        return NULL;
    }
    struct lines lines = {NULL, 0, 0};
    add_lines(arena, &lines, &major, 0.0, 0.0);
    add_lines(arena, &lines, &minor, major.step_x, major.step_y);
    struct shape *shape = arena_new(arena, struct shape);
    *shape =
        (struct shape){.kind = SHAPE_LINES, .rings = lines.at, .ring_count = lines.count};
    return shape_row(arena, shape, S("MultiLineString"));
}

struct frame *source_generate(struct arena *arena, const struct node *data,
                              struct error *error)
{
    const struct node *node = argument_find(data, S("sequence"));
    if (node) {
        return sequence(arena, node, error);
    }
    if ((node = argument_find(data, S("graticule")))) {
        return graticule(arena, node, error);
    }
    struct shape *sphere = arena_new(arena, struct shape);
    sphere->kind = SHAPE_SPHERE;
    return shape_row(arena, sphere, S("Sphere"));
}
