/* SPDX-License-Identifier: MIT */
/*
 * Syntax of expressions: tokens, and the tree that expression_parse() makes
 * of them. Only the expression modules include this.
 *
 * Every node knows what it covers in the source and, apart from that, the
 * word that stands for it (a name, a property, an operator), which is a view
 * of the source, so that errors point at the very word. A tree is at most
 * SYNTAX_DEPTH_MAX deep: it may be walked by recursion.
 */
#ifndef EXPRESSION_SYNTAX_H
#define EXPRESSION_SYNTAX_H

#include "base/decimal.h"
#include "base/error.h"

enum { SYNTAX_DEPTH_MAX = 64 };

enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_TEXT, TOKEN_NAME, TOKEN_SIGN };

/* A view of the source; a text with its quotes; the end is empty. */
struct token {
    enum token_kind kind;
    str text;
};

/* The token at or after *at, which moves behind it. */
NODISCARD bool token_next(const struct source *source, size_t *at, size_t end,
                          struct token *token, struct error *error);

/* What a text between quotes says: \" \' and \\ are ", ' and \. */
str token_unquote(struct arena *arena, struct token token);

/* Whether it is "lit: TEXT"; *text is then TEXT, a view. */
bool literal_read(str inside, str *text);

enum operation {
    OPERATION_CHOICE, /* ?? */
    OPERATION_OR,
    OPERATION_AND,
    OPERATION_EQUAL,
    OPERATION_UNEQUAL,
    OPERATION_LESS,
    OPERATION_AT_MOST,
    OPERATION_MORE,
    OPERATION_AT_LEAST,
    OPERATION_ADD,
    OPERATION_SUBTRACT,
    OPERATION_MULTIPLY,
    OPERATION_DIVIDE,
};

enum expression_kind {
    EXPRESSION_NUMBER,
    EXPRESSION_TEXT,
    EXPRESSION_NAME,
    EXPRESSION_NEGATIVE, /* - left */
    EXPRESSION_NOT, /* not left */
    EXPRESSION_BINARY, /* left operation right */
    EXPRESSION_PROPERTY, /* left . word [ (right) ] */
    EXPRESSION_MEMBER, /* left [right] */
    EXPRESSION_FILTER, /* left | word [ (right) ] */
};

struct expression {
    enum expression_kind kind;
    const struct source *source;
    size_t offset, length; /* in the source */
    str word; /* view of the source */
    enum operation operation;
    struct ratio number;
    str text;
    const struct expression *left, *right; /* right: the argument, or NULL */
    int depth; /* 1 for a leaf */
};

struct place expression_place(const struct expression *expression);
struct place expression_word_place(const struct expression *expression);

#endif
