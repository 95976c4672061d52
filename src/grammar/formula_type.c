/* SPDX-License-Identifier: MIT */
/* What a value is, what it becomes as another type, and members of maps. */
#include "formula_internal.h"

#include "base/compiler.h"

#include <math.h>

static struct datum is_kind(const struct call *call, enum datum_kind kind)
{
    return datum_flag(call_at(call, 0).kind == kind);
}

static struct datum is_array(const struct call *call)
{
    return is_kind(call, DATUM_LIST);
}

static struct datum is_boolean(const struct call *call)
{
    return is_kind(call, DATUM_FLAG);
}

static struct datum is_date(const struct call *call)
{
    return is_kind(call, DATUM_TIME);
}

static struct datum is_number(const struct call *call)
{
    return is_kind(call, DATUM_NUMBER);
}

static struct datum is_string(const struct call *call)
{
    return is_kind(call, DATUM_TEXT);
}

static bool is_regexp_map(struct datum datum)
{
    return datum_member(datum, S("regexp")).kind == DATUM_TEXT;
}

static struct datum is_regexp(const struct call *call)
{
    return datum_flag(is_regexp_map(call_at(call, 0)));
}

static struct datum is_object(const struct call *call)
{
    enum datum_kind kind = call_at(call, 0).kind;
    return datum_flag(kind == DATUM_MAP || kind == DATUM_LIST || kind == DATUM_TIME ||
                      kind == DATUM_SHAPE);
}

static struct datum is_defined(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    return datum_flag(datum.kind != DATUM_NONE || !isnan(datum.number));
}

static struct datum is_valid(const struct call *call)
{
    return datum_flag(datum_is_valid(call_at(call, 0)));
}

/* What is nothing, or an empty text, stays nothing through all conversions. */
static bool is_nothing(struct datum datum)
{
    return datum.kind == DATUM_NONE || (datum.kind == DATUM_TEXT && !datum.text.length);
}

static struct datum to_number(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    if (is_nothing(datum)) {
        return datum_none();
    }
    return datum.kind == DATUM_NUMBER ? datum : datum_number(datum_to_number(datum));
}

static struct datum to_boolean(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    if (is_nothing(datum)) {
        return datum_none();
    }
    bool is_false = datum.kind == DATUM_TEXT &&
                    (str_equal(datum.text, S("false")) || str_equal(datum.text, S("0")));
    return datum_flag(!is_false && datum_to_flag(datum));
}

static struct datum to_string(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    return is_nothing(datum) ? datum_none() : datum_text(datum_to_text(call->arena, datum));
}

static struct datum to_date(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    return is_nothing(datum) ? datum_none() : datum_time(datum_to_time(datum));
}

/* The members of all maps, later ones in the place of earlier ones. */
static struct datum merge(const struct call *call)
{
    struct datum_map *merged = arena_new(call->arena, struct datum_map);
    for (size_t i = 0; i < call->count; i++) {
        const struct datum_map *map =
            call->at[i].kind == DATUM_MAP ? call->at[i].map : NULL;
        for (size_t member = 0; map && member < map->count; member++) {
            size_t at = 0;
            while (at < merged->count &&
                   !str_equal(merged->at[at].name, map->at[member].name)) {
                at++;
            }
            if (at == merged->count) {
                arena_push(call->arena, merged);
            }
            merged->at[at] = map->at[member];
        }
    }
    return (struct datum){.kind = DATUM_MAP, .map = merged};
}

/* Messages for who develops a chart: the value is what counts. */
static struct datum last_argument(const struct call *call)
{
    return call->count ? call->at[call->count - 1] : datum_undefined();
}

struct functions formula_type(void)
{
    static const struct function functions[] = {
        {.name = "isArray", .least = 1, .most = 1, .of = is_array},
        {.name = "isBoolean", .least = 1, .most = 1, .of = is_boolean},
        {.name = "isDate", .least = 1, .most = 1, .of = is_date},
        {.name = "isDefined", .least = 1, .most = 1, .of = is_defined},
        {.name = "isNumber", .least = 1, .most = 1, .of = is_number},
        {.name = "isObject", .least = 1, .most = 1, .of = is_object},
        {.name = "isRegExp", .least = 1, .most = 1, .of = is_regexp},
        {.name = "isString", .least = 1, .most = 1, .of = is_string},
        {.name = "isValid", .least = 1, .most = 1, .of = is_valid},
        {.name = "toBoolean", .least = 1, .most = 1, .of = to_boolean},
        {.name = "toDate", .least = 1, .most = 1, .of = to_date},
        {.name = "toNumber", .least = 1, .most = 1, .of = to_number},
        {.name = "toString", .least = 1, .most = 1, .of = to_string},
        {.name = "merge", .least = 0, .most = -1, .of = merge},
        {.name = "warn", .least = 1, .most = -1, .of = last_argument},
        {.name = "info", .least = 1, .most = -1, .of = last_argument},
        {.name = "debug", .least = 1, .most = -1, .of = last_argument},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
