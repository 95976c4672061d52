/* SPDX-License-Identifier: MIT */
/* Evaluation: a walk of the tree. Its depth is bounded by the parser. */
#include "expression/call.h"
#include "expression/expression.h"
#include "expression/group.h"
#include "expression/operation.h"
#include "expression/trace_log.h"
#include "expression/translation.h"

struct evaluation {
    struct arena *arena;
    const struct scope *scope;
    struct trace_evaluation *trace; /* of the branches that are taken; or NULL */
    struct error *error;
};

static bool evaluate(const struct evaluation *run, const struct expression *expression,
                     struct value *value);

static bool refuse_name(const struct evaluation *run, const struct expression *expression)
{
    const struct scope *scope = run->scope;
    size_t text_count = scope->texts ? scope->texts->count : 0;
    str *names = arena_array(run->arena, str, scope->count + text_count);
    for (size_t i = 0; i < scope->count; i++) {
        names[i] = scope->at[i].name;
    }
    for (size_t i = 0; i < text_count; i++) {
        names[scope->count + i] = scope->texts->at[i]->key;
    }
    error_at(run->error, ERROR_CONFIG, expression_word_place(expression),
             "nothing is named \"%.*s\"", STR_ARG(expression->word));
    return error_suggest(run->error, expression->word, names, scope->count + text_count);
}

static bool evaluate_name(const struct evaluation *run, const struct expression *expression,
                          struct value *value)
{
    const struct scope *scope = run->scope;
    const struct name *name = scope_find(scope, expression->word);
    if (name) {
        *value = name->value;
        return true;
    }
    const struct node *text = translation_find(scope, expression->word);
    return text ? translation_text(run->arena, text, scope, value, run->error)
                : refuse_name(run, expression);
}

/* What is wanted is a number: a series becomes its own. */
static bool evaluate_number(const struct evaluation *run,
                            const struct expression *expression, struct value *value)
{
    struct value found = {0};
    if (!evaluate(run, expression, &found)) {
        return false;
    }
    *value = value_number(run->arena, &found, run->scope->issue);
    return true;
}

static bool evaluate_negative(const struct evaluation *run,
                              const struct expression *expression, struct value *value)
{
    if (!evaluate_number(run, expression->left, value)) {
        return false;
    }
    if (value->kind == VALUE_NONE) {
        return true;
    }
    if (value->kind != VALUE_NUMBER) {
        return error_at(run->error, ERROR_CONFIG, expression_place(expression->left),
                        "\"-\" wants a number, this is %s", value_kind_name(value->kind));
    }
    value->number = ratio_subtract(ratio_from(0), value->number);
    value->possible = interval_scale(value->possible, ratio_from(-1));
    return ratio_is_valid(value->number) ||
           error_at(run->error, ERROR_CONFIG, expression_place(expression),
                    "this number is too large");
}

static bool evaluate_not(const struct evaluation *run, const struct expression *expression,
                         struct value *value)
{
    struct value operand = {0};
    if (!evaluate(run, expression->left, &operand)) {
        return false;
    }
    *value = value_from_flag(!value_is_true(&operand));
    return true;
}

/* A branch that is not taken: mistakes of the author count, what is missing does not. */
static bool check_unused(const struct evaluation *run, const struct expression *expression)
{
    struct error error = {0};
    struct evaluation trial = {run->arena, run->scope, NULL, &error};
    struct value unused = {0};
    if (evaluate(&trial, expression, &unused) || error.kind == ERROR_CHECK) {
        return true;
    }
    *run->error = error;
    return false;
}

static bool evaluate_choice(const struct evaluation *run,
                            const struct expression *expression, struct value *value)
{
    struct value left = {0};
    if (!evaluate(run, expression->left, &left)) {
        return false;
    }
    struct value shown = value_number(run->arena, &left, run->scope->issue);
    if (shown.kind == VALUE_NONE) {
        return evaluate(run, expression->right, value);
    }
    *value = left;
    return check_unused(run, expression->right);
}

static bool evaluate_logic(const struct evaluation *run,
                           const struct expression *expression, struct value *value)
{
    struct value side = {0};
    if (!evaluate(run, expression->left, &side)) {
        return false;
    }
    bool is_true = value_is_true(&side);
    bool is_decided = is_true == (expression->operation == OPERATION_OR);
    *value = value_from_flag(is_true);
    if (is_decided) {
        return check_unused(run, expression->right);
    }
    if (!evaluate(run, expression->right, &side)) {
        return false;
    }
    *value = value_from_flag(value_is_true(&side));
    return true;
}

/* What is none has no order; to guess one would make a statement of it. */
static bool evaluate_comparison(const struct evaluation *run,
                                const struct operands *operands, const struct value *none,
                                struct value *value)
{
    const struct expression *expression = operands->expression;
    if (none) {
        error_at(run->error, ERROR_CHECK, expression_word_place(expression),
                 "there is nothing to compare: %.*s", STR_ARG(none->text));
        return error_hint(run->error, "ask first whether there is a value, as in \"x and x "
                                      "> 0\", or say what stands for it with ??");
    }
    bool is_true = false;
    if (!operation_compare(operands, &is_true, run->error)) {
        return false;
    }
    *value = value_from_flag(is_true);
    return true;
}

static bool evaluate_operation(const struct evaluation *run,
                               const struct expression *expression, struct value *value)
{
    struct operands operands = {.expression = expression};
    if (!evaluate_number(run, expression->left, &operands.left) ||
        !evaluate_number(run, expression->right, &operands.right)) {
        return false;
    }
    const struct value *none = operands.left.kind == VALUE_NONE    ? &operands.left
                               : operands.right.kind == VALUE_NONE ? &operands.right
                                                                   : NULL;
    if (expression->operation < OPERATION_ADD) {
        return evaluate_comparison(run, &operands, none, value);
    }
    if (none) {
        *value = *none;
        return true;
    }
    return operation_compute(run->arena, &operands, value, run->error);
}

static bool evaluate_binary(const struct evaluation *run,
                            const struct expression *expression, struct value *value)
{
    switch (expression->operation) {
    case OPERATION_CHOICE:
        return evaluate_choice(run, expression, value);
    case OPERATION_OR:
    case OPERATION_AND:
        return evaluate_logic(run, expression, value);
    default:
        return evaluate_operation(run, expression, value);
    }
}

static bool evaluate_member(const struct evaluation *run,
                            const struct expression *expression, struct value *value)
{
    struct value group = {0};
    struct value name = {0};
    if (!evaluate(run, expression->left, &group) ||
        !evaluate(run, expression->right, &name)) {
        return false;
    }
    if (group.kind == VALUE_NONE || name.kind == VALUE_NONE) {
        *value = group.kind == VALUE_NONE ? group : name;
        return true;
    }
    if (group.kind != VALUE_GROUP) {
        return error_at(run->error, ERROR_CONFIG, expression_place(expression->left),
                        "only a group of series has members, this is %s",
                        value_kind_name(group.kind));
    }
    if (name.kind != VALUE_TEXT) {
        return error_at(run->error, ERROR_CONFIG, expression_place(expression->right),
                        "a member is named by text, this is %s",
                        value_kind_name(name.kind));
    }
    if (!group_member(run->arena, group.group, name.text, (struct place){0}, value,
                      run->error)) {
        run->error->place = expression_place(expression->right);
        return false;
    }
    return true;
}

static bool evaluate_call(const struct evaluation *run, const struct callables *callables,
                          const struct expression *expression, struct value *value)
{
    struct call call = {.arena = run->arena,
                        .scope = run->scope,
                        .issue = run->scope->issue,
                        .language = run->scope->language,
                        .expression = expression};
    if (!evaluate(run, expression->left, &call.operand)) {
        return false;
    }
    call.has_argument = expression->right != NULL;
    if (call.has_argument && !evaluate(run, expression->right, &call.argument)) {
        return false;
    }
    return call_apply(callables, &call, value, run->error);
}

static bool evaluate_kind(const struct evaluation *run, const struct expression *expression,
                          struct value *value)
{
    switch (expression->kind) {
    case EXPRESSION_NUMBER:
        *value = value_from_number(expression->number, S(""));
        return true;
    case EXPRESSION_TEXT:
        *value = value_from_text(expression->text);
        return true;
    case EXPRESSION_NAME:
        return evaluate_name(run, expression, value);
    case EXPRESSION_NEGATIVE:
        return evaluate_negative(run, expression, value);
    case EXPRESSION_NOT:
        return evaluate_not(run, expression, value);
    case EXPRESSION_BINARY:
        return evaluate_binary(run, expression, value);
    case EXPRESSION_MEMBER:
        return evaluate_member(run, expression, value);
    case EXPRESSION_PROPERTY:
        return evaluate_call(run, property_table(), expression, value);
    case EXPRESSION_FILTER:
        break;
    }
    return evaluate_call(run, filter_table(), expression, value);
}

/* A series keeps the issue, at which it is true or not and has its text. */
static bool evaluate(const struct evaluation *run, const struct expression *expression,
                     struct value *value)
{
    if (!evaluate_kind(run, expression, value)) {
        return false;
    }
    if (value->kind == VALUE_SERIES) {
        value->period = run->scope->issue;
    }
    trace_log_part(run->trace, expression, value);
    return true;
}

bool expression_evaluate(struct arena *arena, const struct expression *expression,
                         const struct scope *scope, struct value *value,
                         struct error *error)
{
    struct trace_evaluation *trace = trace_log_begin(scope->log, expression, scope->issue);
    struct evaluation run = {arena, scope, trace, error};
    bool is_evaluated = evaluate(&run, expression, value);
    value->evaluation = trace;
    return is_evaluated;
}

bool expression_text(struct arena *arena, const struct expression *expression,
                     const struct scope *scope, str *text, struct error *error)
{
    struct value value = {0};
    if (!expression_evaluate(arena, expression, scope, &value, error)) {
        return false;
    }
    if (!value_print(arena, scope->language, &value, (struct place){0}, text, error)) {
        error->place = expression_place(expression); /* it takes a look at the whole text */
        return false;
    }
    trace_log_value(&value, *text);
    return true;
}
