/* SPDX-License-Identifier: MIT */
/*
 * The parser: operators by precedence climbing, the rest by descent. All
 * recursion goes through parse_operation() or parse_pipe(), which bound it.
 */
#include "expression/expression.h"

#include "expression/syntax.h"

enum { RECURSION_MAX = 4 * SYNTAX_DEPTH_MAX }; /* parentheses make no nodes */

/* How tightly operators bind. */
enum level {
    LEVEL_CHOICE,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_UNARY,
};

struct operator
{
    const char *sign;
    enum level level;
    enum operation operation;
};

struct parser {
    struct arena *arena;
    const struct source *source;
    size_t at, end; /* what is still to be read */
    struct token token; /* the next one */
    size_t done; /* where the one before it ended */
    int recursion;
    struct error *error;
};

static const struct expression *parse_pipe(struct parser *parser);

static size_t offset_of(const struct parser *parser, str word)
{
    return (size_t)(word.at - parser->source->text.at);
}

static bool advance(struct parser *parser)
{
    parser->done = offset_of(parser, parser->token.text) + parser->token.text.length;
    return token_next(parser->source, &parser->at, parser->end, &parser->token,
                      parser->error);
}

static bool is_at(const struct parser *parser, enum token_kind kind, str text)
{
    return parser->token.kind == kind && str_equal(parser->token.text, text);
}

static bool is_at_sign(const struct parser *parser, str sign)
{
    return is_at(parser, TOKEN_SIGN, sign);
}

static struct place token_place(const struct parser *parser)
{
    str text = parser->token.text;
    return place_in(parser->source, offset_of(parser, text), text.length);
}

/* Sets the error for a token that cannot stand where it stands. Returns NULL. */
static const struct expression *refuse(struct parser *parser, const char *expected)
{
    if (parser->token.kind == TOKEN_END) {
        error_at(parser->error, ERROR_CONFIG, token_place(parser),
                 "%s is expected here, but the expression ends", expected);
    } else {
        error_at(parser->error, ERROR_CONFIG, token_place(parser),
                 "%s is expected here, not \"%.*s\"", expected,
                 STR_ARG(parser->token.text));
    }
    return NULL;
}

static bool expect_sign(struct parser *parser, str sign, const char *name)
{
    return is_at_sign(parser, sign) ? advance(parser) : (refuse(parser, name), false);
}

static const struct expression *too_deep(struct parser *parser, struct place place)
{
    error_at(parser->error, ERROR_CONFIG, place, "this is nested too deeply");
    return NULL;
}

static bool descend(struct parser *parser)
{
    return parser->recursion++ < RECURSION_MAX ||
           (too_deep(parser, token_place(parser)), false);
}

static int depth_of(const struct expression *expression)
{
    return expression ? expression->depth : 0;
}

/* The node that covers the source from `start` to the last token read. */
static const struct expression *finish(struct parser *parser, size_t start,
                                       struct expression node)
{
    int left = depth_of(node.left);
    int right = depth_of(node.right);
    node.source = parser->source;
    node.offset = start;
    node.length = parser->done - start;
    node.depth = 1 + (left > right ? left : right);
    struct expression *made = arena_new(parser->arena, struct expression);
    *made = node;
    return node.depth > SYNTAX_DEPTH_MAX ? too_deep(parser, expression_word_place(made))
                                         : made;
}

/* Reads the token as a leaf. */
static const struct expression *parse_leaf(struct parser *parser, struct expression leaf)
{
    leaf.word = parser->token.text;
    return advance(parser) ? finish(parser, offset_of(parser, leaf.word), leaf) : NULL;
}

static const struct expression *parse_number(struct parser *parser)
{
    struct decimal decimal;
    if (!decimal_parse(parser->token.text, &decimal)) {
        error_at(parser->error, ERROR_CONFIG, token_place(parser),
                 "this number has too many digits");
        return NULL;
    }
    return parse_leaf(parser, (struct expression){.kind = EXPRESSION_NUMBER,
                                                  .number = ratio_from_decimal(decimal)});
}

static bool is_at_keyword(const struct parser *parser)
{
    return is_at(parser, TOKEN_NAME, S("and")) || is_at(parser, TOKEN_NAME, S("or")) ||
           is_at(parser, TOKEN_NAME, S("not"));
}

static const struct expression *parse_primary(struct parser *parser)
{
    if (is_at_sign(parser, S("("))) {
        const struct expression *inner = advance(parser) ? parse_pipe(parser) : NULL;
        return inner && expect_sign(parser, S(")"), "\")\"") ? inner : NULL;
    }
    switch (parser->token.kind) {
    case TOKEN_NUMBER:
        return parse_number(parser);
    case TOKEN_TEXT:
        return parse_leaf(parser, (struct expression){
                                      .kind = EXPRESSION_TEXT,
                                      .text = token_unquote(parser->arena, parser->token)});
    case TOKEN_NAME:
        if (!is_at_keyword(parser)) {
            return parse_leaf(parser, (struct expression){.kind = EXPRESSION_NAME});
        }
        break;
    case TOKEN_SIGN:
    case TOKEN_END:
        break;
    }
    return refuse(parser, "a value");
}

/* [ "(" [ pipe ] ")" ] */
static bool parse_argument(struct parser *parser, const struct expression **argument)
{
    *argument = NULL;
    if (!is_at_sign(parser, S("("))) {
        return true;
    }
    if (!advance(parser)) {
        return false;
    }
    if (!is_at_sign(parser, S(")"))) {
        *argument = parse_pipe(parser);
        if (!*argument) {
            return false;
        }
    }
    if (is_at_sign(parser, S(","))) {
        return error_at(parser->error, ERROR_CONFIG, token_place(parser),
                        "one argument is the most that anything takes");
    }
    return expect_sign(parser, S(")"), "\")\"");
}

/* What follows "." or "|": a word and its argument. */
static const struct expression *parse_word(struct parser *parser, size_t start,
                                           struct expression node, const char *expected)
{
    if (!advance(parser)) {
        return NULL;
    }
    if (parser->token.kind != TOKEN_NAME) {
        return refuse(parser, expected);
    }
    node.word = parser->token.text;
    return advance(parser) && parse_argument(parser, &node.right)
               ? finish(parser, start, node)
               : NULL;
}

static const struct expression *parse_member(struct parser *parser, size_t start,
                                             const struct expression *group)
{
    struct expression node = {.kind = EXPRESSION_MEMBER, .left = group};
    if (!advance(parser)) {
        return NULL;
    }
    node.right = parse_pipe(parser);
    if (!node.right) {
        return NULL;
    }
    node.word = str_slice(parser->source->text, node.right->offset,
                          node.right->offset + node.right->length);
    return expect_sign(parser, S("]"), "\"]\"") ? finish(parser, start, node) : NULL;
}

static const struct expression *parse_postfix(struct parser *parser)
{
    size_t start = offset_of(parser, parser->token.text);
    const struct expression *left = parse_primary(parser);
    while (left) {
        if (is_at_sign(parser, S("."))) {
            struct expression node = {.kind = EXPRESSION_PROPERTY, .left = left};
            left = parse_word(parser, start, node, "the name of a property");
        } else if (is_at_sign(parser, S("["))) {
            left = parse_member(parser, start, left);
        } else {
            break;
        }
    }
    return left;
}

static const struct operator* operator_at(const struct parser *parser)
{
    static const struct operator operators[] = {
        {"??", LEVEL_CHOICE, OPERATION_CHOICE},    {"or", LEVEL_OR, OPERATION_OR},
        {"and", LEVEL_AND, OPERATION_AND},         {"==", LEVEL_COMPARE, OPERATION_EQUAL},
        {"!=", LEVEL_COMPARE, OPERATION_UNEQUAL},  {"<", LEVEL_COMPARE, OPERATION_LESS},
        {"<=", LEVEL_COMPARE, OPERATION_AT_MOST},  {">", LEVEL_COMPARE, OPERATION_MORE},
        {">=", LEVEL_COMPARE, OPERATION_AT_LEAST}, {"+", LEVEL_SUM, OPERATION_ADD},
        {"-", LEVEL_SUM, OPERATION_SUBTRACT},      {"*", LEVEL_TERM, OPERATION_MULTIPLY},
        {"/", LEVEL_TERM, OPERATION_DIVIDE},
    };
    bool can_be = parser->token.kind == TOKEN_SIGN || parser->token.kind == TOKEN_NAME;
    for (size_t i = 0; can_be && i < COUNT_OF(operators); i++) {
        if (str_equal(parser->token.text, str_from(operators[i].sign))) {
            return &operators[i];
        }
    }
    return NULL;
}

static const struct expression *parse_operation(struct parser *parser, enum level least);

static const struct expression *parse_prefix(struct parser *parser, enum level least)
{
    size_t start = offset_of(parser, parser->token.text);
    struct expression node = {.word = parser->token.text};
    enum level level = LEVEL_UNARY;
    if (is_at_sign(parser, S("-"))) {
        node.kind = EXPRESSION_NEGATIVE;
    } else if (is_at(parser, TOKEN_NAME, S("not")) && least <= LEVEL_NOT) {
        node.kind = EXPRESSION_NOT;
        level = LEVEL_NOT;
    } else {
        return parse_postfix(parser);
    }
    node.left = advance(parser) ? parse_operation(parser, level) : NULL;
    return node.left ? finish(parser, start, node) : NULL;
}

/* "??" groups from the right; a comparison has two sides. */
static const struct expression *parse_binary(struct parser *parser, size_t start,
                                             const struct expression *left,
                                             const struct operator* op)
{
    struct expression node = {.kind = EXPRESSION_BINARY,
                              .word = parser->token.text,
                              .operation = op->operation,
                              .left = left};
    enum level above = op->level == LEVEL_CHOICE ? LEVEL_CHOICE : op->level + 1;
    node.right = advance(parser) ? parse_operation(parser, above) : NULL;
    const struct expression *made = node.right ? finish(parser, start, node) : NULL;
    const struct operator* next = operator_at(parser);
    if (made && op->level == LEVEL_COMPARE && next && next->level == LEVEL_COMPARE) {
        error_at(parser->error, ERROR_CONFIG, token_place(parser),
                 "comparisons cannot be chained");
        error_hint(parser->error, "join two of them with \"and\"");
        return NULL;
    }
    return made;
}

static const struct expression *parse_operation(struct parser *parser, enum level least)
{
    if (!descend(parser)) {
        return NULL;
    }
    size_t start = offset_of(parser, parser->token.text);
    const struct expression *left = parse_prefix(parser, least);
    for (const struct operator* op;
         left && (op = operator_at(parser)) && op->level >= least;) {
        left = parse_binary(parser, start, left, op);
    }
    parser->recursion--;
    return left;
}

/* choice { "|" filter } */
static const struct expression *parse_filters(struct parser *parser, size_t start)
{
    const struct expression *left = parse_operation(parser, LEVEL_CHOICE);
    while (left && is_at_sign(parser, S("|"))) {
        struct expression node = {.kind = EXPRESSION_FILTER, .left = left};
        left = parse_word(parser, start, node, "the name of a filter");
    }
    return left;
}

/* filters [ "??" pipe ] */
static const struct expression *parse_pipe(struct parser *parser)
{
    if (!descend(parser)) {
        return NULL;
    }
    size_t start = offset_of(parser, parser->token.text);
    const struct expression *left = parse_filters(parser, start);
    if (left && is_at_sign(parser, S("??"))) {
        struct expression node = {.kind = EXPRESSION_BINARY,
                                  .word = parser->token.text,
                                  .operation = OPERATION_CHOICE,
                                  .left = left};
        node.right = advance(parser) ? parse_pipe(parser) : NULL;
        left = node.right ? finish(parser, start, node) : NULL;
    }
    parser->recursion--;
    return left;
}

/* {{ lit: 17 }}, whose text nothing else is read of. */
static const struct expression *parse_literal(struct parser *parser, str inside, str text)
{
    size_t start = offset_of(parser, inside);
    if (!text.length) {
        error_at(parser->error, ERROR_CONFIG,
                 place_in(parser->source, start, inside.length),
                 "\"lit:\" wants the text that is to stand here");
        return NULL;
    }
    parser->done = start + inside.length;
    return finish(
        parser, start,
        (struct expression){.kind = EXPRESSION_TEXT, .word = inside, .text = text});
}

const struct expression *expression_parse(struct arena *arena, const struct source *source,
                                          size_t offset, size_t length, struct error *error)
{
    str text = str_slice(source->text, offset, offset + length);
    str trimmed = str_trim(text);
    if (!trimmed.length) {
        error_at(error, ERROR_CONFIG, place_in(source, offset, length),
                 "this expression is empty");
        return NULL;
    }
    size_t start = (size_t)(trimmed.at - source->text.at);
    struct parser parser = {.arena = arena,
                            .source = source,
                            .at = start,
                            .end = start + trimmed.length,
                            .token = {.text = str_slice(trimmed, 0, 0)},
                            .error = error};
    str literal;
    if (literal_read(trimmed, &literal)) {
        return parse_literal(&parser, trimmed, literal);
    }
    const struct expression *pipe = advance(&parser) ? parse_pipe(&parser) : NULL;
    if (pipe && parser.token.kind != TOKEN_END) {
        error_at(error, ERROR_CONFIG, token_place(&parser), "\"%.*s\" is not expected here",
                 STR_ARG(parser.token.text));
        error_hint(error, "filters stand after \"|\", properties after \".\"");
        return NULL;
    }
    return pipe;
}

struct place expression_place(const struct expression *expression)
{
    return place_in(expression->source, expression->offset, expression->length);
}

struct place expression_word_place(const struct expression *expression)
{
    size_t offset = (size_t)(expression->word.at - expression->source->text.at);
    return place_in(expression->source, offset, expression->word.length);
}
