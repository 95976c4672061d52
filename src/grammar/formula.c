/* SPDX-License-Identifier: MIT */
/* Reading formulas: a descent through the precedences of JavaScript. */
#include "grammar/formula.h"

#include "base/compiler.h"
#include "formula_internal.h"

#include <math.h>
#include <string.h>

enum { DEPTH_MAX = 200, TERMS_MAX = 4000 };

struct reader_of_terms {
    struct arena *arena;
    const struct node *node;
    struct token token; /* not taken yet */
    size_t at; /* behind it */
    int depth;
    size_t term_count;
    struct error *error;
};

/* Where the text of a scalar stands as it is in the file, the place of a part of it. */
static struct place part_place(const struct node *node, size_t at, size_t length)
{
    size_t start = node->offset + (node->is_quoted ? 1 : 0);
    str there = node->source
                    ? str_slice(node->source->text, start, start + node->text.length)
                    : S("");
    return str_equal(there, node->text) ? place_in(node->source, start + at, length)
                                        : node_place(node);
}

/* An error at an offset of the formula's text. Returns false. */
static bool PRINTF_LIKE(5) formula_error(const struct node *node, size_t at, size_t length,
                                         struct error *error, const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_at(error, ERROR_CONFIG, part_place(node, at, length), "%s", message);
}

static void advance(struct reader_of_terms *reader, bool is_operand)
{
    reader->token =
        formula_token_next(reader->arena, reader->node->text, &reader->at, is_operand);
}

static bool is_sign(const struct reader_of_terms *reader, str sign)
{
    return reader->token.kind == TOKEN_SIGN && str_equal(reader->token.text, sign);
}

/* What stands there is not what is expected. */
static const struct term *fail(struct reader_of_terms *reader, const char *expected)
{
    const struct token *token = &reader->token;
    size_t length = reader->at > token->at ? reader->at - token->at : 1;
    str found = str_slice(reader->node->text, token->at, reader->at);
    if (token->kind == TOKEN_BAD) {
        formula_error(reader->node, token->at, length, reader->error,
                      "the formula has %.*s", STR_ARG(token->text));
    } else if (token->kind == TOKEN_END) {
        formula_error(reader->node, token->at, 1, reader->error,
                      "the formula ends, expected %s", expected);
    } else {
        formula_error(reader->node, token->at, length, reader->error,
                      "the formula has \"%.*s\", expected %s", STR_ARG(found), expected);
    }
    return NULL;
}

/* Takes the sign, behind which an operator is expected (or, with is_operand, a value). */
static bool take(struct reader_of_terms *reader, str sign, const char *expected,
                 bool is_operand)
{
    if (!is_sign(reader, sign)) {
        fail(reader, expected);
        return false;
    }
    advance(reader, is_operand);
    return true;
}

/* NULL where the formula has too many. */
static struct term *new_term(struct reader_of_terms *reader, enum term_kind kind)
{
    if (++reader->term_count > TERMS_MAX) {
        formula_error(reader->node, 0, 1, reader->error,
                      "the formula is too long: it has more than %d terms", TERMS_MAX);
        return NULL;
    }
    struct term *term = arena_new(reader->arena, struct term);
    term->kind = kind;
    return term;
}

static const struct term *read_choice(struct reader_of_terms *reader);

/* Items up to the closing sign, which is taken. */
static bool read_items(struct reader_of_terms *reader, struct term *term, str close)
{
    while (!is_sign(reader, close)) {
        const struct term *item = read_choice(reader);
        if (!item) {
            return false;
        }
        *arena_push(reader->arena, &term->items) = item;
        if (is_sign(reader, S(","))) {
            advance(reader, true);
        } else if (!is_sign(reader, close)) {
            fail(reader, str_equal(close, S(")")) ? "\",\" or \")\"" : "\",\" or \"]\"");
            return false;
        }
    }
    advance(reader, false);
    return true;
}

static const struct term *literal(struct reader_of_terms *reader, struct datum datum)
{
    struct term *term = new_term(reader, TERM_LITERAL);
    if (term) {
        term->literal = datum;
        advance(reader, false);
    }
    return term;
}

/* Words that are constants; false if it is none. */
static bool find_constant(str word, struct datum *datum)
{
    static const struct {
        const char *word;
        double number;
    } numbers[] = {
        {"NaN", (double)NAN},
        {"Infinity", HUGE_VAL},
        {"E", M_E},
        {"PI", M_PI},
        {"LN2", M_LN2},
        {"LN10", M_LN10},
        {"LOG2E", M_LOG2E},
        {"LOG10E", M_LOG10E},
        {"SQRT2", M_SQRT2},
        {"SQRT1_2", M_SQRT1_2},
        {"MIN_VALUE", 0x1p-1074},
        {"MAX_VALUE", 0x1.fffffffffffffp1023},
    };
    if (str_equal(word, S("true")) || str_equal(word, S("false"))) {
        *datum = datum_flag(word.length == 4);
        return true;
    }
    if (str_equal(word, S("null")) || str_equal(word, S("undefined"))) {
        *datum = word.length == 4 ? datum_none() : datum_undefined();
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        if (str_equal(word, str_from(numbers[i].word))) {
            *datum = datum_number(numbers[i].number);
            return true;
        }
    }
    return false;
}

static bool check_call(struct reader_of_terms *reader, const struct token *name,
                       const struct term *call)
{
    const struct function *function = call->function;
    size_t count = call->items.count;
    bool is_few = count < (size_t)function->least;
    bool is_many = function->most >= 0 && count > (size_t)function->most;
    if (is_few || is_many) {
        int bound = is_few ? function->least : function->most;
        return formula_error(reader->node, name->at, name->text.length, reader->error,
                             "%s() has %zu arguments, expected at %s %d", function->name,
                             count, is_few ? "least" : "most", bound);
    }
    return true;
}

/* Functions that a chart which is the same every time cannot have, or that are known only
 * where marks are drawn. */
static bool refuse_call(struct reader_of_terms *reader, const struct token *name)
{
    static const struct {
        const char *name, *why;
    } refused[] = {
        {"now", "a chart does not depend on the time at which it is drawn"},
        {"random", "a chart does not depend on chance"},
        {"sampleNormal", "a chart does not depend on chance"},
        {"sampleLogNormal", "a chart does not depend on chance"},
        {"sampleUniform", "a chart does not depend on chance"},
    };
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        if (str_equal(name->text, str_from(refused[i].name))) {
            return formula_error(reader->node, name->at, name->text.length, reader->error,
                                 "%s() cannot be used: %s", refused[i].name,
                                 refused[i].why);
        }
    }
    formula_error(reader->node, name->at, name->text.length, reader->error,
                  "there is no function \"%.*s\"", STR_ARG(name->text));
    return function_suggest(name->text, reader->error);
}

static const struct term *read_call(struct reader_of_terms *reader,
                                    const struct token *name)
{
    struct term *call = new_term(reader, TERM_CALL);
    if (!call) {
        return NULL;
    }
    call->function = function_find(name->text);
    if (!call->function) {
        refuse_call(reader, name);
        return NULL;
    }
    advance(reader, true);
    return read_items(reader, call, S(")")) && check_call(reader, name, call) ? call : NULL;
}

/* if(test, a, b) is a ? b : c: only one of them is evaluated. */
static const struct term *read_if(struct reader_of_terms *reader, const struct token *name)
{
    struct term *term = new_term(reader, TERM_CHOICE);
    if (!term) {
        return NULL;
    }
    advance(reader, true);
    if (!read_items(reader, term, S(")"))) {
        return NULL;
    }
    if (term->items.count != 3) {
        formula_error(reader->node, name->at, name->text.length, reader->error,
                      "if() has %zu arguments, expected 3", term->items.count);
        return NULL;
    }
    term->a = term->items.at[0];
    term->b = term->items.at[1];
    term->c = term->items.at[2];
    return term;
}

static const struct term *read_name(struct reader_of_terms *reader)
{
    struct token name = reader->token;
    struct datum constant;
    if (find_constant(name.text, &constant)) {
        return literal(reader, constant);
    }
    advance(reader, false);
    if (is_sign(reader, S("("))) {
        return str_equal(name.text, S("if")) ? read_if(reader, &name)
                                             : read_call(reader, &name);
    }
    bool is_datum = str_equal(name.text, S("datum"));
    struct term *term = new_term(reader, is_datum ? TERM_DATUM : TERM_NAME);
    if (term) {
        term->name = name.text;
    }
    return term;
}

static const struct term *read_map(struct reader_of_terms *reader)
{
    struct term *map = new_term(reader, TERM_MAP);
    advance(reader, true);
    while (map && !is_sign(reader, S("}"))) {
        if (reader->token.kind != TOKEN_NAME && reader->token.kind != TOKEN_TEXT &&
            reader->token.kind != TOKEN_NUMBER) {
            return fail(reader, "a name");
        }
        *arena_push(reader->arena, &map->names) = reader->token.text;
        advance(reader, false);
        if (!take(reader, S(":"), "\":\"", true)) {
            return NULL;
        }
        const struct term *value = read_choice(reader);
        if (!value) {
            return NULL;
        }
        *arena_push(reader->arena, &map->items) = value;
        if (is_sign(reader, S(","))) {
            advance(reader, true);
        } else if (!is_sign(reader, S("}"))) {
            return fail(reader, "\",\" or \"}\"");
        }
    }
    advance(reader, false);
    return map;
}

static const struct term *read_pattern(struct reader_of_terms *reader)
{
    struct term *term = new_term(reader, TERM_PATTERN);
    if (term) {
        term->name = reader->token.text;
        term->flags = reader->token.flags;
        advance(reader, false);
    }
    return term;
}

static const struct term *read_primary(struct reader_of_terms *reader)
{
    switch (reader->token.kind) {
    case TOKEN_NUMBER:
        return literal(reader, datum_number(reader->token.number));
    case TOKEN_TEXT:
        return literal(reader, datum_text(reader->token.text));
    case TOKEN_NAME:
        return read_name(reader);
    case TOKEN_PATTERN:
        return read_pattern(reader);
    case TOKEN_SIGN:
    case TOKEN_END:
    case TOKEN_BAD:
        break;
    }
    if (is_sign(reader, S("("))) {
        advance(reader, true);
        const struct term *inner = read_choice(reader);
        return inner && take(reader, S(")"), "\")\"", false) ? inner : NULL;
    }
    if (is_sign(reader, S("["))) {
        struct term *list = new_term(reader, TERM_LIST);
        advance(reader, true);
        return list && read_items(reader, list, S("]")) ? list : NULL;
    }
    return is_sign(reader, S("{")) ? read_map(reader) : fail(reader, "a value");
}

/* a.name and a[b]. The fields of the row are terms of their own: nothing is copied. */
static const struct term *member_of(struct reader_of_terms *reader, const struct term *of,
                                    const struct term *key)
{
    bool is_field = of->kind == TERM_DATUM && key->kind == TERM_LITERAL;
    struct term *term = new_term(reader, is_field ? TERM_FIELD : TERM_MEMBER);
    if (term) {
        term->a = of;
        term->b = key;
        term->name = is_field ? datum_to_text(reader->arena, key->literal) : S("");
    }
    return term;
}

static const struct term *read_member(struct reader_of_terms *reader)
{
    const struct term *term = read_primary(reader);
    while (term && (is_sign(reader, S(".")) || is_sign(reader, S("[")))) {
        const struct term *key;
        if (is_sign(reader, S("."))) {
            advance(reader, false);
            if (reader->token.kind != TOKEN_NAME) {
                return fail(reader, "a name");
            }
            key = literal(reader, datum_text(reader->token.text));
        } else {
            advance(reader, true);
            key = read_choice(reader);
            if (key && !take(reader, S("]"), "\"]\"", false)) {
                return NULL;
            }
        }
        term = key ? member_of(reader, term, key) : NULL;
    }
    return term;
}

static const char *find_sign(const struct reader_of_terms *reader, const char *const *signs,
                             size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_sign(reader, str_from(signs[i]))) {
            return signs[i];
        }
    }
    return NULL;
}

static const struct term *read_unary(struct reader_of_terms *reader)
{
    static const char *const signs[] = {"!", "-", "+", "~"};
    const char *sign = find_sign(reader, signs, COUNT_OF(signs));
    if (!sign) {
        return read_member(reader);
    }
    struct term *term = new_term(reader, TERM_UNARY);
    if (!term || ++reader->depth > DEPTH_MAX) {
        return term ? fail(reader, "fewer signs and brackets within each other") : NULL;
    }
    term->sign = sign;
    advance(reader, true);
    term->a = read_unary(reader);
    reader->depth--;
    return term->a ? term : NULL;
}

/* Binary signs, those that bind most weakly first. */
static const char *const binary_signs[][4] = {
    {"||"},
    {"&&"},
    {"|"},
    {"^"},
    {"&"},
    {"==", "!=", "===", "!=="},
    {"<", ">", "<=", ">="},
    {"<<", ">>", ">>>"},
    {"+", "-"},
    {"*", "/", "%"},
};

static const struct term *read_binary(struct reader_of_terms *reader, size_t level)
{
    if (level == COUNT_OF(binary_signs)) {
        return read_unary(reader);
    }
    size_t count = 0;
    while (count < COUNT_OF(binary_signs[level]) && binary_signs[level][count]) {
        count++;
    }
    const struct term *left = read_binary(reader, level + 1);
    const char *sign;
    while (left && (sign = find_sign(reader, binary_signs[level], count))) {
        struct term *term = new_term(reader, level == 0   ? TERM_OR
                                             : level == 1 ? TERM_AND
                                                          : TERM_BINARY);
        if (!term) {
            return NULL;
        }
        term->sign = sign;
        term->a = left;
        advance(reader, true);
        term->b = read_binary(reader, level + 1);
        left = term->b ? term : NULL;
    }
    return left;
}

static const struct term *read_choice(struct reader_of_terms *reader)
{
    if (++reader->depth > DEPTH_MAX) {
        return fail(reader, "fewer signs and brackets within each other");
    }
    const struct term *test = read_binary(reader, 0);
    if (test && is_sign(reader, S("?"))) {
        struct term *choice = new_term(reader, TERM_CHOICE);
        advance(reader, true);
        if (!choice || !(choice->a = test) || !(choice->b = read_choice(reader)) ||
            !take(reader, S(":"), "\":\"", true) || !(choice->c = read_choice(reader))) {
            return NULL;
        }
        test = choice;
    }
    reader->depth--;
    return test;
}

static const struct term *read_formula(struct arena *arena, const struct node *node,
                                       struct error *error)
{
    struct reader_of_terms reader = {.arena = arena, .node = node, .error = error};
    if (!str_trim(node->text).length) {
        node_error(node, error, "the formula is empty");
        return NULL;
    }
    advance(&reader, true);
    const struct term *term = read_choice(&reader);
    if (term && reader.token.kind != TOKEN_END) {
        return fail(&reader, "an operator");
    }
    return term;
}

const struct formula *formula_read(struct arena *arena, const struct node *node,
                                   struct error *error)
{
    struct formula *formula = arena_new(arena, struct formula);
    formula->node = node;
    formula->term =
        node_expect(node, NODE_SCALAR, error) ? read_formula(arena, node, error) : NULL;
    return formula->term ? formula : NULL;
}

struct datum formula_evaluate(struct arena *arena, const struct formula *formula,
                              const struct formula_scope *scope)
{
    return term_evaluate(arena, formula->term, scope);
}
