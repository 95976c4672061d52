/* SPDX-License-Identifier: MIT */
/*
 * Formulas from the inside: tokens (formula_token.c) become a tree of terms (formula.c),
 * which is evaluated (formula_evaluate.c) with functions from the
 * tables of formula_math.c, formula_text.c, formula_list.c, formula_time.c, formula_type.c.
 */
#ifndef GRAMMAR_FORMULA_INTERNAL_H
#define GRAMMAR_FORMULA_INTERNAL_H

#include "grammar/formula.h"

/* --- tokens ----------------------------------------------------------------------------
 */

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_TEXT, /* `text` is without quotes and escapes */
    TOKEN_NAME,
    TOKEN_SIGN, /* "(", "===", "?" */
    TOKEN_PATTERN, /* a regular expression: `text`, and its `flags` */
    TOKEN_BAD, /* `text` says what is wrong */
};

struct token {
    enum token_kind kind;
    str text, flags;
    double number;
    size_t at; /* offset in the formula */
};

/* The token at `at`, or behind the space there; *at is moved behind it. `is_operand`: where
 * a value is expected, a slash starts a pattern. */
struct token formula_token_next(struct arena *arena, str text, size_t *at, bool is_operand);

/* --- terms -----------------------------------------------------------------------------
 */

enum term_kind {
    TERM_LITERAL,
    TERM_PATTERN, /* a regular expression: `name` and `flags` */
    TERM_NAME,
    TERM_DATUM, /* the row as a map */
    TERM_FIELD, /* datum.name */
    TERM_MEMBER, /* a[b], also a.name */
    TERM_UNARY,
    TERM_BINARY,
    TERM_AND,
    TERM_OR,
    TERM_CHOICE, /* a ? b : c */
    TERM_CALL,
    TERM_LIST,
    TERM_MAP,
};

struct term {
    enum term_kind kind;
    struct datum literal;
    str name, flags;
    const char *sign; /* of TERM_UNARY, TERM_BINARY */
    const struct term *a, *b, *c;
    const struct function *function;
    struct {
        const struct term **at;
        size_t count, capacity;
    } items; /* arguments, items, values of a map */
    struct str_list names; /* of a map */
};

struct formula {
    const struct node *node;
    const struct term *term;
};

struct datum term_evaluate(struct arena *arena, const struct term *term,
                           const struct formula_scope *scope);

/* --- functions -------------------------------------------------------------------------
 */

struct call {
    struct arena *arena;
    const struct formula_scope *scope;
    const struct datum *at; /* arguments */
    size_t count;
};

struct function {
    const char *name;
    int least, most; /* arguments; most -1: any number */
    struct datum (*of)(const struct call *call);
    double (*of_number)(double number); /* instead, of one number */
};

struct functions {
    const struct function *at;
    size_t count;
};

struct functions formula_math(void);
struct functions formula_text(void);
struct functions formula_list(void);
struct functions formula_time(void);
struct functions formula_type(void);
struct functions formula_color(void);

/* NULL if there is none of that name. */
const struct function *function_find(str name);

/* error_suggest() with the names of all functions. */
bool function_suggest(str name, struct error *error);

/* Arguments; what is not given is undefined. */
struct datum call_at(const struct call *call, size_t index);
double call_number(const struct call *call, size_t index);
double call_number_or(const struct call *call, size_t index, double otherwise);
str call_text(const struct call *call, size_t index);
const struct language *call_language(const struct call *call);

#endif
