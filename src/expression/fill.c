/* SPDX-License-Identifier: MIT */
/* Texts with expressions in them, and the scalars of directives that are such texts. */
#include "base/buffer.h"
#include "expression/expression.h"
#include "expression/syntax.h"
#include "expression/trace_log.h"

/* Where the next "}}" stands, or the length. */
static size_t find_braces(str text)
{
    size_t at = 0;
    while (at < text.length && !str_starts(str_after(text, at), S("}}"))) {
        at++;
    }
    return at;
}

size_t expression_close(str text, size_t from)
{
    str literal;
    char quote = '\0'; /* that of the text that `at` is in */
    if (literal_read(str_after(text, from), &literal)) {
        return from + find_braces(str_after(text, from));
    }
    for (size_t at = from; at < text.length; at++) {
        char byte = text.at[at];
        if (quote) {
            at += byte == '\\';
            if (byte == quote) {
                quote = '\0';
            }
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (str_starts(str_after(text, at), S("}}"))) {
            return at;
        }
    }
    return text.length;
}

/* A text while it is filled in: what it says so far, and where in it values stand. */
struct filling {
    struct buffer out;
    size_t first; /* text in the log that is printed for it */
    struct {
        struct filled_value {
            str text; /* as it was printed */
            size_t offset; /* of its copy in `out` */
        } * at;
        size_t count, capacity;
    } values;
};

static bool add_expression(struct filling *filling, const struct source *source,
                           size_t offset, size_t length, const struct scope *scope,
                           struct error *error)
{
    struct arena *arena = filling->out.arena;
    const struct expression *expression =
        expression_parse(arena, source, offset, length, error);
    str text = {0};
    if (!expression || !expression_text(arena, expression, scope, &text, error)) {
        return false;
    }
    *arena_push(arena, &filling->values) = (struct filled_value){text, filling->out.count};
    buffer_add(&filling->out, text);
    return true;
}

/* The whole text, which stays where it is from now on. */
static str finish(const struct filling *filling, struct trace_log *log)
{
    str text = buffer_text(&filling->out);
    for (size_t i = 0; i < filling->values.count; i++) {
        const struct filled_value *value = &filling->values.at[i];
        trace_log_move_since(log, filling->first, value->text,
                             str_after(text, value->offset));
    }
    return text;
}

bool expression_fill(struct arena *arena, const struct source *source, size_t offset,
                     size_t length, const struct scope *scope, str *text,
                     struct error *error)
{
    str template = str_slice(source->text, offset, offset + length);
    struct filling filling = {.out = {.arena = arena},
                              .first = scope->log ? scope->log->count : 0};
    size_t at = 0;
    while (at < template.length) {
        str rest = str_after(template, at);
        if (str_starts(rest, S("\\{{"))) {
            buffer_add(&filling.out, S("{{"));
            at += 3;
        } else if (str_starts(rest, S("{{"))) {
            size_t end = expression_close(template, at + 2);
            if (end == template.length) {
                return error_at(error, ERROR_CONFIG, place_in(source, offset + at, 2),
                                "this {{ has no }}");
            }
            if (!add_expression(&filling, source, offset + at + 2, end - at - 2, scope,
                                error)) {
                return false;
            }
            at = end + 2;
        } else {
            buffer_add_byte(&filling.out, rest.at[0]);
            at++;
        }
    }
    *text = finish(&filling, scope->log);
    return true;
}

/* --- scalars ----------------------------------------------------------------------------
 */

/* The text of a scalar: in the file, if it stands there as it is, else a copy. */
struct scalar {
    const struct source *source;
    size_t offset;
    bool is_copy;
};

static struct scalar scalar_of(struct arena *arena, const struct node *node)
{
    size_t offset = node->offset + node->is_quoted;
    if (str_starts(str_after(node->source->text, offset), node->text)) {
        return (struct scalar){.source = node->source, .offset = offset};
    }
    struct source *copy = arena_new(arena, struct source);
    *copy = (struct source){.text = node->text}; /* no file has its lines */
    return (struct scalar){.source = copy, .is_copy = true};
}

/* An error in a copy is one at the node. */
static bool give_error(const struct node *node, bool is_copy, const struct error *found,
                       struct error *error)
{
    if (error->kind) {
        return false;
    }
    *error = *found;
    if (is_copy) {
        error->place = node_place(node);
    }
    return false;
}

bool expression_fill_node(struct arena *arena, const struct node *node,
                          const struct scope *scope, str *text, struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    struct scalar scalar = scalar_of(arena, node);
    struct error found = {0};
    return expression_fill(arena, scalar.source, scalar.offset, node->text.length, scope,
                           text, &found) ||
           give_error(node, scalar.is_copy, &found, error);
}

bool expression_scalar_parse(struct arena *arena, const struct node *node,
                             struct expression_scalar *scalar, struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    struct scalar text = scalar_of(arena, node);
    struct error found = {0};
    *scalar = (struct expression_scalar){
        .node = node,
        .expression =
            expression_parse(arena, text.source, text.offset, node->text.length, &found),
        .is_copy = text.is_copy,
    };
    return scalar->expression || give_error(node, text.is_copy, &found, error);
}

bool expression_scalar_evaluate(struct arena *arena, const struct expression_scalar *scalar,
                                const struct scope *scope, struct value *value,
                                struct error *error)
{
    struct error found = {0};
    return expression_evaluate(arena, scalar->expression, scope, value, &found) ||
           give_error(scalar->node, scalar->is_copy, &found, error);
}

bool expression_node(struct arena *arena, const struct node *node,
                     const struct scope *scope, struct value *value, struct error *error)
{
    struct expression_scalar scalar;
    return expression_scalar_parse(arena, node, &scalar, error) &&
           expression_scalar_evaluate(arena, &scalar, scope, value, error);
}
