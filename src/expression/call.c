/* SPDX-License-Identifier: MIT */
#include "expression/call.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

bool call_error(const struct call *call, struct error *error, const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_at(error, ERROR_CONFIG, expression_word_place(call->expression), "%s",
                    message);
}

static bool is_among(unsigned kinds, enum value_kind kind)
{
    return (kinds & KIND(kind)) != 0;
}

/* A series may stand for its number. */
static bool can_become(unsigned kinds, enum value_kind kind)
{
    return is_among(kinds, kind) || (kind == VALUE_SERIES && is_among(kinds, VALUE_NUMBER));
}

static struct value become(const struct call *call, unsigned kinds, struct value value)
{
    return is_among(kinds, value.kind) ? value
                                       : value_number(call->arena, &value, call->issue);
}

/* "a period or a date" */
static str kinds_name(struct arena *arena, unsigned kinds)
{
    struct buffer list = {.arena = arena};
    for (enum value_kind kind = VALUE_NONE; kind <= VALUE_RECORD; kind++) {
        if (is_among(kinds, kind)) {
            buffer_print(&list, "%s%s", list.count ? " or " : "", value_kind_name(kind));
        }
    }
    return buffer_text(&list);
}

static unsigned operands_of(const struct callables *callables, str name)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < callables->count; i++) {
        if (str_equal(str_from(callables->at[i].name), name)) {
            kinds |= callables->at[i].operands;
        }
    }
    return kinds;
}

/* The row of the name that takes the kind as it is, else one that takes its number. */
static const struct callable *find(const struct callables *callables, str name,
                                   enum value_kind kind)
{
    const struct callable *second = NULL;
    for (size_t i = 0; i < callables->count; i++) {
        const struct callable *row = &callables->at[i];
        if (!str_equal(str_from(row->name), name) || !can_become(row->operands, kind)) {
            continue;
        }
        if (is_among(row->operands, kind)) {
            return row;
        }
        second = row;
    }
    return second;
}

static bool refuse_name(const struct callables *callables, const struct call *call,
                        struct error *error)
{
    str name = call->expression->word;
    enum value_kind kind = call->operand.kind;
    str *candidates = arena_array(call->arena, str, callables->count);
    size_t count = 0;
    for (size_t i = 0; i < callables->count; i++) {
        if (kind == VALUE_NONE || can_become(callables->at[i].operands, kind)) {
            candidates[count++] = str_from(callables->at[i].name);
        }
    }
    const char *owner = kind == VALUE_NONE ? "what is none" : value_kind_name(kind);
    call_error(call, error, "%s has no %s \"%.*s\"", owner, callables->noun, STR_ARG(name));
    return error_suggest(error, name, candidates, count);
}

static bool check_argument(const struct callable *row, const struct call *call,
                           struct error *error)
{
    str wanted = kinds_name(call->arena, row->arguments);
    if (!call->has_argument) {
        return !row->needs_argument ||
               call_error(call, error, "\"%s\" wants %.*s in parentheses", row->name,
                          STR_ARG(wanted));
    }
    if (!row->arguments) {
        return call_error(call, error, "\"%s\" takes no argument", row->name);
    }
    enum value_kind kind = call->argument.kind;
    if (kind != VALUE_NONE && !can_become(row->arguments, kind)) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "\"%s\" wants %.*s in parentheses, this is %s", row->name,
                        STR_ARG(wanted), value_kind_name(kind));
    }
    return true;
}

bool call_apply(const struct callables *callables, struct call *call, struct value *result,
                struct error *error)
{
    str name = call->expression->word;
    unsigned kinds = operands_of(callables, name);
    if (!kinds) {
        return refuse_name(callables, call, error);
    }
    if (call->operand.kind == VALUE_NONE) {
        *result = call->operand;
        return true;
    }
    const struct callable *row = find(callables, name, call->operand.kind);
    if (!row) {
        str wanted = kinds_name(call->arena, kinds);
        return call_error(call, error, "\"%.*s\" wants %.*s, this is %s", STR_ARG(name),
                          STR_ARG(wanted), value_kind_name(call->operand.kind));
    }
    if (!check_argument(row, call, error)) {
        return false;
    }
    call->operand = become(call, row->operands, call->operand);
    if (call->has_argument) {
        call->argument = become(call, row->arguments, call->argument);
    }
    bool is_operand_none = call->operand.kind == VALUE_NONE;
    if (is_operand_none || (call->has_argument && call->argument.kind == VALUE_NONE)) {
        *result = is_operand_none ? call->operand : call->argument;
        return true;
    }
    return row->function(call, result, error);
}
