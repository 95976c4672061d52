/* SPDX-License-Identifier: MIT */
#include "encode_column.h"

#include <math.h>

#include "grammar/format.h"

const struct datum *encode_find(struct arena *arena, const struct frame *frame, str name)
{
    return frame_column(arena, frame, name);
}

static str join(struct arena *arena, str a, const char *between, str b)
{
    return str_print(arena, "%.*s%s%.*s", STR_ARG(a), between, STR_ARG(b));
}

/* --- bins ---------------------------------------------------------------------------- */

/* How many bins can be told apart: positions more than sizes and colours. */
static int bins_at_most(enum channel_name name)
{
    switch (name) {
    case CHANNEL_COLOR:
    case CHANNEL_FILL:
    case CHANNEL_STROKE:
    case CHANNEL_OPACITY:
    case CHANNEL_FILL_OPACITY:
    case CHANNEL_STROKE_OPACITY:
    case CHANNEL_STROKE_WIDTH:
    case CHANNEL_SIZE:
    case CHANNEL_SHAPE:
    case CHANNEL_COUNT: /* facets */
        return 6;
    case CHANNEL_STROKE_DASH:
        return 4;
    default:
        return 10;
    }
}

/* The parameters with `maxbins` where nothing says how many. */
static const struct node *bin_parameters(struct arena *arena, const struct node *bin,
                                         enum channel_name name)
{
    bool is_map = bin->kind == NODE_MAP;
    if (is_map && (node_find(bin, S("maxbins")) || node_find(bin, S("step")))) {
        return bin;
    }
    struct node *map = arena_new(arena, struct node);
    *map = *bin;
    map->kind = NODE_MAP;
    map->at = NULL;
    map->count = map->capacity = 0;
    for (size_t i = 0; is_map && i < bin->count; i++) {
        *arena_push(arena, map) = bin->at[i];
    }
    struct node *most = arena_new(arena, struct node);
    *most = (struct node){.kind = NODE_SCALAR,
                          .source = bin->source,
                          .offset = bin->offset,
                          .key = S("maxbins"),
                          .text = str_print(arena, "%d", bins_at_most(name))};
    *arena_push(arena, map) = most;
    return map;
}

/* "bin_maxbins_10_price" */
static str bin_name(struct arena *arena, const struct node *parameters, str field)
{
    str name = S("bin");
    for (size_t i = 0; i < parameters->count; i++) {
        const struct node *value = parameters->at[i];
        name = join(arena, join(arena, name, "_", value->key), "_", value->text);
    }
    return join(arena, name, "_", field);
}

static void extent_of(const struct datum *column, size_t rows, double *low, double *high)
{
    *low = (double)INFINITY;
    *high = -(double)INFINITY;
    for (size_t row = 0; row < rows; row++) {
        if (datum_is_valid(column[row])) {
            double value = datum_to_number(column[row]);
            *low = fmin(*low, value);
            *high = fmax(*high, value);
        }
    }
    if (!(*low <= *high)) {
        *low = *high = 0;
    }
}

/* "10 - 20" with a dash, for bins that are shown as words. */
static void add_ranges(struct maker *maker, struct frame *frame, struct encoding *encoding,
                       str format)
{
    const struct language *language = maker->specification->environment.language;
    const struct datum *starts = encode_find(maker->arena, frame, encoding->field);
    const struct datum *ends = encode_find(maker->arena, frame, encoding->end);
    encoding->range = join(maker->arena, encoding->field, "_", S("range"));
    struct datum *ranges = frame_add(maker->arena, frame, encoding->range);
    for (size_t row = 0; row < frame->rows; row++) {
        if (!datum_is_valid(starts[row])) {
            ranges[row] = datum_text(S("null"));
            continue;
        }
        str low = format_number(maker->arena, language, format, starts[row].number);
        str high = format_number(maker->arena, language, format, ends[row].number);
        ranges[row] = datum_text(
            str_print(maker->arena, "%.*s \xE2\x80\x93 %.*s", STR_ARG(low), STR_ARG(high)));
    }
}

static bool add_bins(struct maker *maker, struct frame *frame, const struct frame *all,
                     enum channel_name name, struct encoding *encoding, struct error *error)
{
    struct arena *arena = maker->arena;
    const struct channel *def = encoding->def;
    const struct node *parameters = bin_parameters(arena, def->bin, name);
    double low, high;
    const struct frame *source = frame_path(arena, all, def->field) ? all : frame;
    extent_of(encode_find(arena, source, def->field), source->rows, &low, &high);
    if (!bin_make(parameters, low, high, &encoding->bin, error)) {
        return false;
    }
    encoding->has_bin = true;
    encoding->field = bin_name(arena, parameters, def->field);
    encoding->end = join(arena, encoding->field, "_", S("end"));
    *frame =
        *frame_bin(arena, frame, def->field, encoding->bin, encoding->field, encoding->end);
    if (def->type == TYPE_ORDINAL || def->type == TYPE_NOMINAL) {
        struct bag guide = {0};
        bag_add(&guide, def->guide);
        add_ranges(maker, frame, encoding, bag_text_or(&guide, S("format"), S("")));
    }
    return true;
}

/* --- time units ---------------------------------------------------------------------- */

static void add_time_unit(struct maker *maker, struct frame *frame,
                          struct encoding *encoding)
{
    struct arena *arena = maker->arena;
    const struct channel *def = encoding->def;
    struct time_unit unit = def->time_unit;
    const struct datum *times = encode_find(arena, frame, def->field);
    if (!unit.is_binned) {
        encoding->field = join(arena, time_unit_name(arena, unit), "_", def->field);
    }
    encoding->end = join(arena, encoding->field, "_", S("end"));
    struct datum *starts = arena_array(arena, struct datum, frame->rows);
    struct datum *ends = arena_array(arena, struct datum, frame->rows);
    for (size_t row = 0; row < frame->rows; row++) {
        if (datum_is_valid(times[row])) {
            double time = datum_to_time(times[row]);
            double start = unit.is_binned ? time : time_unit_floor(unit, time);
            starts[row] = datum_time(start);
            ends[row] = datum_time(time_unit_next(unit, start));
        }
    }
    frame_set(arena, frame, encoding->field, starts);
    frame_set(arena, frame, encoding->end, ends);
}

/* --- fields -------------------------------------------------------------------------- */

static bool has_any_field(struct arena *arena, const struct frame *frame, str field)
{
    return !frame->rows || !frame->count || frame_path(arena, frame, field);
}

static bool refuse_unknown(const struct frame *frame, const struct channel *def, str field,
                           struct error *error)
{
    const struct node *at = def->node && def->node->kind == NODE_MAP
                                ? node_find(def->node, S("field"))
                                : def->node;
    str names[64];
    size_t count = 0;
    for (size_t i = 0; i < frame->count && count < COUNT_OF(names); i++) {
        names[count++] = frame->at[i].name;
    }
    if (at) {
        node_error(at, error, "%.*s: the data have no field \"%.*s\"", STR_ARG(def->path),
                   STR_ARG(field));
    } else {
        error_set(error, ERROR_CONFIG, "%.*s: the data have no field \"%.*s\"",
                  STR_ARG(def->path), STR_ARG(field));
    }
    return error_suggest(error, field, names, count);
}

/* A path becomes a column of its own, so that later steps find it by name. */
static void flatten(struct arena *arena, struct frame *frame, str field)
{
    if (frame_find(frame, field) == frame->count) {
        const struct datum *column = frame_column(arena, frame, field);
        struct datum *own = frame_add(arena, frame, field);
        for (size_t row = 0; row < frame->rows; row++) {
            own[row] = column[row];
        }
    }
}

static str aggregate_name(struct arena *arena, const struct channel *def)
{
    if (def->aggregate == AGGREGATE_COUNT) {
        return S("__count");
    }
    str op = aggregate_op_name(def->aggregate);
    if (def->aggregate == AGGREGATE_ARGMIN || def->aggregate == AGGREGATE_ARGMAX) {
        str of = join(arena, op, "_", def->aggregate_by);
        return str_print(arena, "%.*s[\"%.*s\"]", STR_ARG(of), STR_ARG(def->field));
    }
    return join(arena, op, "_", def->field);
}

bool encode_column(struct maker *maker, struct frame *frame, const struct frame *all,
                   const struct channel *def, enum channel_name name,
                   struct encoding *encoding, struct error *error)
{
    encoding->def = def;
    if (def->source != CHANNEL_FIELD) {
        return true;
    }
    if (def->field.length) {
        if (!has_any_field(maker->arena, frame, def->field)) {
            return refuse_unknown(frame, def, def->field, error);
        }
        flatten(maker->arena, frame, def->field);
    }
    encoding->field = def->field;
    if (def->aggregate != AGGREGATE_NONE) {
        encoding->field = aggregate_name(maker->arena, def);
    } else if (def->bin && !def->is_binned) {
        return add_bins(maker, frame, all, name, encoding, error);
    } else if (def->time_unit.parts) {
        add_time_unit(maker, frame, encoding);
    }
    return true;
}
