/* SPDX-License-Identifier: MIT */
/*
 * TopoJSON: geometries whose lines are lists of arcs that neighbours share; ~i is arc i
 * from its end. A mesh is all arcs, or those between two shapes (interior), or of one
 * (exterior).
 */
#include "source_internal.h"

#include "argument.h"
#include "base/compiler.h"
#include "grammar/geography.h"

enum { MEMBERS_DEPTH_MAX = 50 };

struct topology {
    struct arena *arena;
    struct ring *arcs;
    size_t arc_count;
    bool is_quantized;
    double scale[2], translate[2];
};

static const struct datum_list *list_of(struct datum datum)
{
    static const struct datum_list empty = {NULL, 0, 0};
    return datum.kind == DATUM_LIST ? datum.list : &empty;
}

static double number_at(struct datum datum, size_t index)
{
    const struct datum_list *list = list_of(datum);
    return index < list->count ? datum_to_number(list->at[index]) : 0.0;
}

static struct position place(const struct topology *topology, double x, double y)
{
    if (!topology->is_quantized) {
        return (struct position){x, y};
    }
    return (struct position){x * topology->scale[0] + topology->translate[0],
                             y * topology->scale[1] + topology->translate[1]};
}

/* Positions of a quantized arc are the differences to those before. */
static struct ring read_arc(const struct topology *topology, struct datum datum)
{
    const struct datum_list *list = list_of(datum);
    struct position *positions = arena_array(topology->arena, struct position, list->count);
    double x = 0.0;
    double y = 0.0;
    for (size_t i = 0; i < list->count; i++) {
        x = number_at(list->at[i], 0) + (topology->is_quantized ? x : 0.0);
        y = number_at(list->at[i], 1) + (topology->is_quantized ? y : 0.0);
        positions[i] = place(topology, x, y);
    }
    return (struct ring){positions, list->count};
}

static void read_topology(struct topology *topology, struct datum datum)
{
    struct datum transform = datum_member(datum, S("transform"));
    const struct datum_list *arcs = list_of(datum_member(datum, S("arcs")));
    topology->is_quantized = transform.kind == DATUM_MAP;
    for (size_t i = 0; i < 2; i++) {
        topology->scale[i] = number_at(datum_member(transform, S("scale")), i);
        topology->translate[i] = number_at(datum_member(transform, S("translate")), i);
    }
    topology->arc_count = arcs->count;
    topology->arcs = arena_array(topology->arena, struct ring, arcs->count);
    for (size_t i = 0; i < arcs->count; i++) {
        topology->arcs[i] = read_arc(topology, arcs->at[i]);
    }
}

struct positions {
    struct position *at;
    size_t count, capacity;
};

struct rings {
    struct ring *at;
    size_t count, capacity;
};

/* The arc's index, and whether it runs from its end; false if there is no such arc. */
static bool find_arc(const struct topology *topology, struct datum datum, size_t *arc,
                     bool *is_reversed)
{
    double number = datum_to_number(datum);
    *is_reversed = number < 0.0;
    double index = *is_reversed ? -number - 1.0 : number;
    *arc = index >= 0.0 && index < (double)topology->arc_count ? (size_t)index : SIZE_MAX;
    return *arc != SIZE_MAX;
}

/* Arcs one behind the other; the first position of each is the last of the one before. */
static struct ring join_arcs(const struct topology *topology, struct datum datum)
{
    const struct datum_list *list = list_of(datum);
    struct positions joined = {NULL, 0, 0};
    for (size_t i = 0; i < list->count; i++) {
        size_t arc;
        bool is_reversed;
        if (!find_arc(topology, list->at[i], &arc, &is_reversed)) {
            continue;
        }
        joined.count -= joined.count > 0;
        const struct ring *of = &topology->arcs[arc];
        for (size_t k = 0; k < of->count; k++) {
            *arena_push(topology->arena, &joined) =
                of->at[is_reversed ? of->count - 1 - k : k];
        }
    }
    return (struct ring){joined.at, joined.count};
}

static void add_joined(const struct topology *topology, struct rings *rings,
                       struct datum arcs, int depth)
{
    const struct datum_list *list = list_of(arcs);
    if (!depth) {
        *arena_push(topology->arena, rings) = join_arcs(topology, arcs);
    }
    for (size_t i = 0; depth && i < list->count; i++) {
        add_joined(topology, rings, list->at[i], depth - 1);
    }
}

static void add_points(const struct topology *topology, struct rings *rings,
                       struct datum coordinates, bool is_one)
{
    const struct datum_list *list = list_of(coordinates);
    for (size_t i = 0; i < (is_one ? 1 : list->count); i++) {
        struct datum point = is_one ? coordinates : list->at[i];
        struct position *position = arena_new(topology->arena, struct position);
        *position = place(topology, number_at(point, 0), number_at(point, 1));
        *arena_push(topology->arena, rings) = (struct ring){position, 1};
    }
}

static str type_of(struct datum object)
{
    struct datum type = datum_member(object, S("type"));
    return type.kind == DATUM_TEXT ? type.text : S("");
}

static const struct shape *shape_of(const struct topology *topology, struct datum object,
                                    int nesting)
{
    static const struct {
        const char *type;
        enum shape_kind kind;
        int depth;
    } types[] = {
        {"LineString", SHAPE_LINES, 0},
        {"MultiLineString", SHAPE_LINES, 1},
        {"Polygon", SHAPE_POLYGONS, 1},
        {"MultiPolygon", SHAPE_POLYGONS, 2},
    };
    str type = type_of(object);
    struct rings rings = {NULL, 0, 0};
    struct shape *shape = arena_new(topology->arena, struct shape);
    if (str_equal(type, S("GeometryCollection")) && nesting < MEMBERS_DEPTH_MAX) {
        const struct datum_list *parts = list_of(datum_member(object, S("geometries")));
        const struct shape **shapes =
            arena_array(topology->arena, const struct shape *, parts->count);
        shape->kind = SHAPE_COLLECTION;
        for (size_t i = 0; i < parts->count; i++) {
            const struct shape *part = shape_of(topology, parts->at[i], nesting + 1);
            if (part) {
                shapes[shape->part_count++] = part;
            }
        }
        shape->parts = shapes;
        return shape->part_count ? shape : NULL;
    }
    shape->kind = SHAPE_POINTS;
    if (str_equal(type, S("Point")) || str_equal(type, S("MultiPoint"))) {
        add_points(topology, &rings, datum_member(object, S("coordinates")),
                   type.length == 5);
    }
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (str_equal(type, str_from(types[i].type))) {
            shape->kind = types[i].kind;
            add_joined(topology, &rings, datum_member(object, S("arcs")), types[i].depth);
        }
    }
    shape->rings = rings.at;
    shape->ring_count = rings.count;
    return rings.count ? shape : NULL;
}

/* --- features
 * ----------------------------------------------------------------------------- */

static struct datum shape_datum(const struct shape *shape)
{
    return shape ? (struct datum){.kind = DATUM_SHAPE, .shape = shape} : datum_none();
}

static struct frame *features(const struct topology *topology, struct datum object)
{
    bool is_many = str_equal(type_of(object), S("GeometryCollection"));
    struct datum single[] = {object};
    const struct datum_list one = {single, 1, 1};
    const struct datum_list *of =
        is_many ? list_of(datum_member(object, S("geometries"))) : &one;
    static const struct datum_map no_properties = {NULL, 0, 0};
    struct frame *frame = frame_new(topology->arena, of->count);
    struct datum *types = frame_add(topology->arena, frame, S("type"));
    struct datum *ids = frame_add(topology->arena, frame, S("id"));
    struct datum *properties = frame_add(topology->arena, frame, S("properties"));
    struct datum *geometries = frame_add(topology->arena, frame, S("geometry"));
    for (size_t row = 0; row < of->count; row++) {
        struct datum geometry = of->at[row];
        struct datum given = datum_member(geometry, S("properties"));
        types[row] = datum_text(S("Feature"));
        ids[row] = datum_member(geometry, S("id"));
        properties[row] = given.kind == DATUM_MAP
                              ? given
                              : (struct datum){.kind = DATUM_MAP, .map = &no_properties};
        geometries[row] = shape_datum(shape_of(topology, geometry, 0));
    }
    return frame;
}

/* --- meshes
 * ------------------------------------------------------------------------------- */

/* How often an arc is used, and by which objects first and last. */
struct use {
    size_t count;
    size_t first, last;
};

static void count_uses(const struct topology *topology, struct use *uses, struct datum arcs,
                       size_t object)
{
    const struct datum_list *list = list_of(arcs);
    for (size_t i = 0; i < list->count; i++) {
        size_t arc;
        bool is_reversed;
        if (list->at[i].kind == DATUM_LIST) {
            count_uses(topology, uses, list->at[i], object);
        } else if (find_arc(topology, list->at[i], &arc, &is_reversed)) {
            struct use *use = &uses[arc];
            use->first = use->count++ ? use->first : object;
            use->last = object;
        }
    }
}

static void count_objects(const struct topology *topology, struct use *uses,
                          struct datum object, size_t *number, int nesting)
{
    const struct datum_list *parts = list_of(datum_member(object, S("geometries")));
    for (size_t i = 0; nesting < MEMBERS_DEPTH_MAX && i < parts->count; i++) {
        count_objects(topology, uses, parts->at[i], number, nesting + 1);
    }
    count_uses(topology, uses, datum_member(object, S("arcs")), ++*number);
}

static struct frame *mesh(const struct topology *topology, struct datum object, str filter)
{
    struct use *uses = arena_array(topology->arena, struct use, topology->arc_count);
    struct rings rings = {NULL, 0, 0};
    size_t number = 0;
    count_objects(topology, uses, object, &number, 0);
    for (size_t arc = 0; arc < topology->arc_count; arc++) {
        bool is_border = uses[arc].first != uses[arc].last;
        bool is_wanted =
            !filter.length || (str_equal(filter, S("interior")) ? is_border : !is_border);
        if (uses[arc].count && is_wanted) {
            *arena_push(topology->arena, &rings) = topology->arcs[arc];
        }
    }
    struct shape *shape = arena_new(topology->arena, struct shape);
    *shape =
        (struct shape){.kind = SHAPE_LINES, .rings = rings.at, .ring_count = rings.count};
    struct frame *frame = frame_new(topology->arena, 1);
    frame_add(topology->arena, frame, S("type"))[0] = datum_text(S("MultiLineString"));
    frame_add(topology->arena, frame, S("geometry"))[0] = shape_datum(shape);
    return frame;
}

/* The object that the format names; the error tells those that there are. */
static bool find_object(struct arena *arena, struct datum objects, const struct node *name,
                        struct datum *object, struct error *error)
{
    struct str_list names = {NULL, 0, 0};
    str wanted;
    if (!node_text(name, &wanted, error)) {
        return false;
    }
    for (size_t i = 0; objects.kind == DATUM_MAP && i < objects.map->count; i++) {
        *arena_push(arena, &names) = objects.map->at[i].name;
        if (str_equal(objects.map->at[i].name, wanted)) {
            *object = objects.map->at[i].value;
            return true;
        }
    }
    node_error(name, error, "the topology has no object \"%.*s\"", STR_ARG(wanted));
    return error_suggest(error, wanted, names.at, names.count);
}

struct frame *source_topology(struct arena *arena, struct datum topology,
                              const struct node *format, struct error *error)
{
    struct topology read = {.arena = arena};
    struct datum object = datum_none();
    str filter = S("");
    const struct node *feature = argument_find(format, S("feature"));
    const struct node *of_mesh = argument_find(format, S("mesh"));
    if (!feature && !of_mesh) {
        node_error(format, error, "a topojson format has a \"feature\" or a \"mesh\"");
        return NULL;
    }
    if (!find_object(arena, datum_member(topology, S("objects")),
                     feature ? feature : of_mesh, &object, error) ||
        !argument_text(format, S("filter"), &filter, error)) {
        return NULL;
    }
    read_topology(&read, topology);
    return feature ? features(&read, object) : mesh(&read, object, filter);
}
