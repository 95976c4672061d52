/* SPDX-License-Identifier: MIT */
#include "formula_internal.h"

#include <math.h>
#include <string.h>

static const struct parameter *find_name(const struct formula_scope *scope, str name)
{
    for (size_t i = 0; i < scope->name_count; i++) {
        if (str_equal(scope->names[i].name, name)) {
            return &scope->names[i];
        }
    }
    const struct parameters *parameters =
        scope->environment ? &scope->environment->parameters : NULL;
    for (size_t i = 0; parameters && i < parameters->count; i++) {
        if (str_equal(parameters->at[i].name, name)) {
            return &parameters->at[i];
        }
    }
    return NULL;
}

static struct datum name_value(const struct formula_scope *scope, str name)
{
    const struct parameter *found = find_name(scope, name);
    return found ? found->value : datum_undefined();
}

/* The row, or what a guide offers in its place. */
static struct datum row_map(struct arena *arena, const struct formula_scope *scope)
{
    if (scope->frame) {
        return frame_row(arena, scope->frame, scope->row);
    }
    struct datum_map *map = arena_new(arena, struct datum_map);
    for (size_t i = 0; i < scope->name_count; i++) {
        *arena_push(arena, map) =
            (struct datum_member){scope->names[i].name, scope->names[i].value};
    }
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

static struct datum field_value(const struct term *term, const struct formula_scope *scope)
{
    if (!scope->frame) {
        return name_value(scope, term->name);
    }
    size_t field = frame_find(scope->frame, term->name);
    if (field < scope->frame->count) {
        return scope->frame->at[field].at[scope->row];
    }
    return datum_undefined();
}

static struct datum member_value(struct arena *arena, const struct term *term,
                                 const struct formula_scope *scope)
{
    struct datum of = term_evaluate(arena, term->a, scope);
    struct datum key = term_evaluate(arena, term->b, scope);
    str name = datum_to_text(arena, key);
    size_t index;
    if (of.kind == DATUM_TEXT && str_to_size(name, &index)) {
        size_t from = 0;
        uint32_t character;
        for (; index && from < of.text.length; index--) {
            size_t length = str_decode(of.text, from, &character);
            from += length ? length : 1;
        }
        size_t length = str_decode(of.text, from, &character);
        return length ? datum_text(str_slice(of.text, from, from + length))
                      : datum_undefined();
    }
    return datum_at(of, name);
}

/* ToInt32: the lowest 32 bits of the integer. */
static int32_t to_int32(double number)
{
    if (!isfinite(number)) {
        return 0;
    }
    double wrapped = fmod(trunc(number), 4294967296.0);
    return (int32_t)(uint32_t)(int64_t)wrapped;
}

static double bits(const char *sign, double a, double b)
{
    int32_t left = to_int32(a);
    int32_t right = to_int32(b);
    uint32_t count = (uint32_t)right & 31U;
    switch (sign[0]) {
    case '|':
        return left | right;
    case '&':
        return left & right;
    case '^':
        return left ^ right;
    case '<':
        return (int32_t)((uint32_t)left << count);
    default:
        return sign[2] == '>' ? (double)((uint32_t)left >> count) : (double)(left >> count);
    }
}

static bool is_text_like(struct datum datum)
{
    return datum.kind == DATUM_TEXT || datum.kind == DATUM_LIST || datum.kind == DATUM_MAP;
}

static struct datum add(struct arena *arena, struct datum a, struct datum b)
{
    if (is_text_like(a) || is_text_like(b)) {
        str parts[] = {datum_to_text(arena, a), datum_to_text(arena, b)};
        return datum_text(str_join(arena, parts, 2, S("")));
    }
    return datum_number(datum_to_number(a) + datum_to_number(b));
}

static bool is_numeric(struct datum datum)
{
    return datum.kind == DATUM_FLAG || datum.kind == DATUM_NUMBER ||
           datum.kind == DATUM_TIME;
}

static bool is_loosely_equal(struct datum a, struct datum b)
{
    if (a.kind == b.kind || a.kind == DATUM_NONE || b.kind == DATUM_NONE) {
        return datum_equal(a, b);
    }
    bool has_number = is_numeric(a) || is_numeric(b);
    return has_number && datum_to_number(a) == datum_to_number(b);
}

static struct datum compare(const char *sign, struct datum a, struct datum b)
{
    bool is_strict = strlen(sign) == 3;
    if (sign[0] == '=' || sign[0] == '!') {
        bool is_equal = is_strict ? datum_equal(a, b) : is_loosely_equal(a, b);
        return datum_flag(is_equal == (sign[0] == '='));
    }
    int order = datum_order(a, b);
    if (order == DATUM_UNORDERED) {
        return datum_flag(false);
    }
    bool is_less = sign[0] == '<';
    return datum_flag((is_less ? order < 0 : order > 0) || (sign[1] == '=' && order == 0));
}

static struct datum binary(struct arena *arena, const char *sign, struct datum a,
                           struct datum b)
{
    bool is_comparison = sign[0] == '=' || sign[0] == '!' ||
                         ((sign[0] == '<' || sign[0] == '>') && sign[1] != sign[0]);
    if (is_comparison) {
        return compare(sign, a, b);
    }
    if (sign[0] == '+') {
        return add(arena, a, b);
    }
    double left = datum_to_number(a);
    double right = datum_to_number(b);
    switch (sign[0]) {
    case '-':
        return datum_number(left - right);
    case '*':
        return datum_number(left * right);
    case '/':
        return datum_number(left / right);
    case '%':
        return datum_number(fmod(left, right));
    default:
        return datum_number(bits(sign, left, right));
    }
}

static struct datum unary(const char *sign, struct datum a)
{
    switch (sign[0]) {
    case '!':
        return datum_flag(!datum_to_flag(a));
    case '-':
        return datum_number(-datum_to_number(a));
    case '~':
        return datum_number(~to_int32(datum_to_number(a)));
    default:
        return datum_number(datum_to_number(a));
    }
}

static struct datum *evaluate_items(struct arena *arena, const struct term *term,
                                    const struct formula_scope *scope)
{
    struct datum *items = arena_array(arena, struct datum, term->items.count);
    for (size_t i = 0; i < term->items.count; i++) {
        items[i] = term_evaluate(arena, term->items.at[i], scope);
    }
    return items;
}

static struct datum list_value(struct arena *arena, const struct term *term,
                               const struct formula_scope *scope)
{
    struct datum_list *list = arena_new(arena, struct datum_list);
    list->at = evaluate_items(arena, term, scope);
    list->count = list->capacity = term->items.count;
    return datum_list_of(list);
}

static struct datum map_value(struct arena *arena, const struct term *term,
                              const struct formula_scope *scope)
{
    struct datum_map *map = arena_new(arena, struct datum_map);
    for (size_t i = 0; i < term->items.count; i++) {
        *arena_push(arena, map) = (struct datum_member){
            term->names.at[i], term_evaluate(arena, term->items.at[i], scope)};
    }
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

/* A regular expression is a map, so that it can be handed on to a function. */
static struct datum pattern_value(struct arena *arena, const struct term *term)
{
    struct datum_map *map = arena_new(arena, struct datum_map);
    *arena_push(arena, map) = (struct datum_member){S("regexp"), datum_text(term->name)};
    *arena_push(arena, map) = (struct datum_member){S("flags"), datum_text(term->flags)};
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

static struct datum call_value(struct arena *arena, const struct term *term,
                               const struct formula_scope *scope)
{
    struct call call = {arena, scope, evaluate_items(arena, term, scope),
                        term->items.count};
    return term->function->of_number
               ? datum_number(term->function->of_number(datum_to_number(call_at(&call, 0))))
               : term->function->of(&call);
}

struct datum term_evaluate(struct arena *arena, const struct term *term,
                           const struct formula_scope *scope)
{
    struct datum a;
    switch (term->kind) {
    case TERM_LITERAL:
        return term->literal;
    case TERM_PATTERN:
        return pattern_value(arena, term);
    case TERM_NAME:
        return name_value(scope, term->name);
    case TERM_DATUM:
        return row_map(arena, scope);
    case TERM_FIELD:
        return field_value(term, scope);
    case TERM_MEMBER:
        return member_value(arena, term, scope);
    case TERM_UNARY:
        return unary(term->sign, term_evaluate(arena, term->a, scope));
    case TERM_BINARY:
        a = term_evaluate(arena, term->a, scope);
        return binary(arena, term->sign, a, term_evaluate(arena, term->b, scope));
    case TERM_AND:
        a = term_evaluate(arena, term->a, scope);
        return datum_to_flag(a) ? term_evaluate(arena, term->b, scope) : a;
    case TERM_OR:
        a = term_evaluate(arena, term->a, scope);
        return datum_to_flag(a) ? a : term_evaluate(arena, term->b, scope);
    case TERM_CHOICE:
        a = term_evaluate(arena, term->a, scope);
        return term_evaluate(arena, datum_to_flag(a) ? term->b : term->c, scope);
    case TERM_CALL:
        return call_value(arena, term, scope);
    case TERM_LIST:
        return list_value(arena, term, scope);
    case TERM_MAP:
        return map_value(arena, term, scope);
    }
    return datum_undefined();
}
