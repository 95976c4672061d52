/* SPDX-License-Identifier: MIT */
#include "grammar/predicate.h"

#include "date_time.h"
#include "grammar/time_unit.h"
#include "params.h"
#include "rewrite.h"

#include <math.h>

enum predicate_kind {
    PREDICATE_FORMULA,
    PREDICATE_CONSTANT, /* a selection of nothing, a flag */
    PREDICATE_NOT,
    PREDICATE_AND,
    PREDICATE_OR,
    PREDICATE_EQUAL,
    PREDICATE_LESS,
    PREDICATE_LESS_EQUAL,
    PREDICATE_MORE,
    PREDICATE_MORE_EQUAL,
    PREDICATE_ONE_OF,
    PREDICATE_RANGE,
    PREDICATE_VALID,
};

struct predicate {
    enum predicate_kind kind;
    const struct formula *formula;
    bool holds; /* PREDICATE_CONSTANT; PREDICATE_VALID: what is wanted */
    const struct predicate **parts;
    size_t part_count;
    str field;
    struct time_unit unit; /* the field's time is floored to it first */
    struct datum *values;
    size_t value_count;
};

struct reader {
    struct arena *arena;
    const struct environment *environment;
    struct error *error;
};

static const struct predicate *read(const struct reader *reader, const struct node *node);

/* --- reading ----------------------------------------------------------------------------
 */

static bool read_parts(const struct reader *reader, const struct node *node,
                       struct predicate *predicate)
{
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    predicate->parts = arena_allocate(reader->arena, count, sizeof *predicate->parts);
    predicate->part_count = count;
    for (size_t i = 0; i < count; i++) {
        predicate->parts[i] = read(reader, is_list ? node->at[i] : node);
        if (!predicate->parts[i]) {
            return false;
        }
    }
    return true;
}

/* {month: 3} for 3 where the unit is the month alone: a small number is no date. */
static struct datum in_unit(const struct reader *reader, struct time_unit unit,
                            struct datum value)
{
    struct datum_map map = {0};
    bool is_single = !(unit.parts & (unit.parts - 1));
    bool is_small = (value.kind == DATUM_NUMBER && value.number < 10000) ||
                    (value.kind == DATUM_TEXT && isnan(datum_to_time(value)));
    if (!is_single || !is_small) {
        return value;
    }
    *arena_push(reader->arena, &map) = (struct datum_member){
        .name = time_unit_name(reader->arena, (struct time_unit){.parts = unit.parts}),
        .value = value};
    double milliseconds;
    bool is_time =
        date_time_read((struct datum){.kind = DATUM_MAP, .map = &map}, &milliseconds);
    return is_time ? datum_time(milliseconds) : value;
}

static struct datum read_value(const struct reader *reader, struct time_unit unit,
                               const struct node *node)
{
    struct datum value = datum_from_node(reader->arena, node);
    double milliseconds;
    if (date_time_read(value, &milliseconds)) {
        value = datum_time(milliseconds);
    }
    if (!unit.parts || value.kind == DATUM_NONE) {
        return value;
    }
    milliseconds = datum_to_time(in_unit(reader, unit, value));
    return datum_time(isnan(milliseconds) ? milliseconds
                                          : time_unit_floor(unit, milliseconds));
}

static void read_values(const struct reader *reader, const struct node *node,
                        struct predicate *predicate)
{
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    predicate->values = arena_array(reader->arena, struct datum, count);
    predicate->value_count = count;
    for (size_t i = 0; i < count; i++) {
        predicate->values[i] =
            read_value(reader, predicate->unit, is_list ? node->at[i] : node);
    }
}

static bool read_comparison(const struct reader *reader, const struct node *node,
                            struct predicate *predicate)
{
    static const struct {
        str word;
        enum predicate_kind kind;
    } comparisons[] = {
        {S("equal"), PREDICATE_EQUAL},    {S("lt"), PREDICATE_LESS},
        {S("lte"), PREDICATE_LESS_EQUAL}, {S("gt"), PREDICATE_MORE},
        {S("gte"), PREDICATE_MORE_EQUAL}, {S("oneOf"), PREDICATE_ONE_OF},
        {S("range"), PREDICATE_RANGE},    {S("valid"), PREDICATE_VALID},
    };
    for (size_t i = 0; i < COUNT_OF(comparisons); i++) {
        const struct node *value = node_find(node, comparisons[i].word);
        if (value) {
            predicate->kind = comparisons[i].kind;
            predicate->holds = rewrite_is_true(value);
            read_values(reader, value, predicate);
            bool is_pair = value->kind == NODE_LIST && value->count == 2;
            return predicate->kind != PREDICATE_RANGE || is_pair ||
                   node_error(value, reader->error,
                              "a range is a list of two: [least, greatest]");
        }
    }
    node_error(node, reader->error, "this says nothing about the field");
    return error_hint(reader->error,
                      "expected equal, lt, lte, gt, gte, oneOf, range or valid");
}

static bool read_field(const struct reader *reader, const struct node *node,
                       struct predicate *predicate)
{
    const struct node *unit = node_find(node, S("timeUnit"));
    return node_text(node_find(node, S("field")), &predicate->field, reader->error) &&
           (!rewrite_is_true(unit) ||
            time_unit_read(unit, &predicate->unit, reader->error)) &&
           read_comparison(reader, node, predicate);
}

/* Nothing is selected: that is all, unless `empty` is false. A variable is its value. */
static bool read_param(const struct reader *reader, const struct node *node,
                       struct predicate *predicate)
{
    str name = rewrite_text_of(node, S("param"));
    const struct parameter *parameter = params_find(reader->environment, name);
    predicate->kind = PREDICATE_CONSTANT;
    predicate->holds = parameter && !parameter->is_selection
                           ? datum_to_flag(parameter->value)
                           : !rewrite_is_text(node_find(node, S("empty")), S("false"));
    return parameter ||
           node_error(node, reader->error, "there is no parameter \"%.*s\"", STR_ARG(name));
}

static bool read_map(const struct reader *reader, const struct node *node,
                     struct predicate *predicate)
{
    static const struct {
        str word;
        enum predicate_kind kind;
    } joints[] = {
        {S("and"), PREDICATE_AND}, {S("or"), PREDICATE_OR}, {S("not"), PREDICATE_NOT}};
    for (size_t i = 0; i < COUNT_OF(joints); i++) {
        const struct node *parts = node_find(node, joints[i].word);
        if (parts) {
            predicate->kind = joints[i].kind;
            return read_parts(reader, parts, predicate);
        }
    }
    if (node_find(node, S("param"))) {
        return read_param(reader, node, predicate);
    }
    return node_find(node, S("field"))
               ? read_field(reader, node, predicate)
               : node_error(node, reader->error,
                            "expected a formula, a field, a param, and, or, not");
}

static const struct predicate *read(const struct reader *reader, const struct node *node)
{
    struct predicate *predicate = arena_new(reader->arena, struct predicate);
    if (node->kind == NODE_MAP) {
        return read_map(reader, node, predicate) ? predicate : NULL;
    }
    if (!node_expect(node, NODE_SCALAR, reader->error)) {
        return NULL;
    }
    predicate->kind = PREDICATE_FORMULA;
    predicate->formula = formula_read(reader->arena, node, reader->error);
    return predicate->formula ? predicate : NULL;
}

const struct predicate *predicate_read(struct arena *arena, const struct node *node,
                                       const struct environment *environment,
                                       struct error *error)
{
    const struct reader reader = {arena, environment, error};
    return read(&reader, node);
}

/* --- testing ----------------------------------------------------------------------------
 */

static bool is_valid(struct datum datum)
{
    return datum_is_valid(datum) && isfinite(datum_to_number(datum));
}

static bool is_equal(struct datum a, struct datum b)
{
    bool has_time = a.kind == DATUM_TIME || b.kind == DATUM_TIME;
    return has_time ? datum_to_time(a) == datum_to_time(b) : datum_equal(a, b);
}

/* The order of two, as one of the comparisons asks; none of them holds without an order. */
static bool is_ordered(enum predicate_kind kind, struct datum a, struct datum b)
{
    int order = datum_order(a, b);
    if (order == DATUM_UNORDERED) {
        return false;
    }
    switch (kind) {
    case PREDICATE_LESS:
        return order < 0;
    case PREDICATE_LESS_EQUAL:
        return order <= 0;
    case PREDICATE_MORE:
        return order > 0;
    default:
        return order >= 0;
    }
}

/* A bound that is null is none; the two may stand in either order. */
static bool is_in_range(struct datum value, struct datum a, struct datum b)
{
    bool has_low = a.kind != DATUM_NONE, has_high = b.kind != DATUM_NONE;
    if (has_low && has_high && datum_order(b, a) < 0) {
        return is_in_range(value, b, a);
    }
    return (!has_low || is_ordered(PREDICATE_MORE_EQUAL, value, a)) &&
           (!has_high || is_ordered(PREDICATE_LESS_EQUAL, value, b));
}

static bool is_one_of(const struct predicate *predicate, struct datum value)
{
    size_t i = 0;
    while (i < predicate->value_count && !is_equal(value, predicate->values[i])) {
        i++;
    }
    return i < predicate->value_count;
}

static bool compare(const struct predicate *predicate, struct datum value)
{
    if (predicate->unit.parts) {
        double time = datum_to_time(value);
        value = isnan(time) ? datum_number(time)
                            : datum_time(time_unit_floor(predicate->unit, time));
    }
    switch (predicate->kind) {
    case PREDICATE_EQUAL:
        return is_equal(value, predicate->values[0]);
    case PREDICATE_ONE_OF:
        return is_one_of(predicate, value);
    case PREDICATE_RANGE:
        return is_in_range(value, predicate->values[0], predicate->values[1]);
    case PREDICATE_VALID:
        return is_valid(value) == predicate->holds;
    default:
        return is_ordered(predicate->kind, value, predicate->values[0]);
    }
}

static void join(struct arena *arena, const struct predicate *predicate,
                 const struct formula_scope *scope, bool *rows, size_t count);

/* Results of `count` rows from the scope's row on. */
static void test(struct arena *arena, const struct predicate *predicate,
                 const struct formula_scope *scope, bool *rows, size_t count)
{
    struct formula_scope at = *scope;
    const struct datum *column = predicate->field.length && scope->frame
                                     ? frame_path(arena, scope->frame, predicate->field)
                                     : NULL;
    for (size_t i = 0; i < count; i++) {
        at.row = scope->row + i;
        switch (predicate->kind) {
        case PREDICATE_FORMULA:
            rows[i] = datum_to_flag(formula_evaluate(arena, predicate->formula, &at));
            break;
        case PREDICATE_CONSTANT:
            rows[i] = predicate->holds;
            break;
        case PREDICATE_NOT:
        case PREDICATE_AND:
        case PREDICATE_OR:
            join(arena, predicate, scope, rows, count);
            return;
        default:
            rows[i] = compare(predicate, column ? column[at.row] : datum_none());
        }
    }
}

static void join(struct arena *arena, const struct predicate *predicate,
                 const struct formula_scope *scope, bool *rows, size_t count)
{
    bool *part = arena_array(arena, bool, count);
    for (size_t i = 0; i < count; i++) {
        rows[i] = predicate->kind == PREDICATE_AND;
    }
    for (size_t p = 0; p < predicate->part_count; p++) {
        test(arena, predicate->parts[p], scope, part, count);
        for (size_t i = 0; i < count; i++) {
            if (predicate->kind == PREDICATE_NOT) {
                rows[i] = !part[i];
            } else if (predicate->kind == PREDICATE_AND) {
                rows[i] = rows[i] && part[i];
            } else {
                rows[i] = rows[i] || part[i];
            }
        }
    }
}

const bool *predicate_rows(struct arena *arena, const struct predicate *predicate,
                           const struct frame *frame, const struct environment *environment)
{
    const struct formula_scope scope = {.environment = environment, .frame = frame};
    bool *rows = arena_array(arena, bool, frame->rows + 1);
    test(arena, predicate, &scope, rows, frame->rows);
    return rows;
}

bool predicate_holds(struct arena *arena, const struct predicate *predicate,
                     const struct formula_scope *scope)
{
    bool holds;
    test(arena, predicate, scope, &holds, 1);
    return holds;
}
