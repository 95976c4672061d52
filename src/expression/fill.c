/* SPDX-License-Identifier: MIT */
/* Texts with expressions in them, and the scalars of directives that are such texts. */
#include "base/buffer.h"
#include "expression/expression.h"

size_t expression_close(str text, size_t from)
{
    char quote = '\0'; /* that of the text that `at` is in */
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

static bool add_expression(struct buffer *out, const struct source *source, size_t offset,
                           size_t length, const struct scope *scope, struct error *error)
{
    const struct expression *expression =
        expression_parse(out->arena, source, offset, length, error);
    str text = {0};
    if (!expression || !expression_text(out->arena, expression, scope, &text, error)) {
        return false;
    }
    buffer_add(out, text);
    return true;
}

bool expression_fill(struct arena *arena, const struct source *source, size_t offset,
                     size_t length, const struct scope *scope, str *text,
                     struct error *error)
{
    str template = str_slice(source->text, offset, offset + length);
    struct buffer out = {.arena = arena};
    size_t at = 0;
    while (at < template.length) {
        str rest = str_after(template, at);
        if (str_starts(rest, S("\\{{"))) {
            buffer_add(&out, S("{{"));
            at += 3;
        } else if (str_starts(rest, S("{{"))) {
            size_t end = expression_close(template, at + 2);
            if (end == template.length) {
                return error_at(error, ERROR_CONFIG, place_in(source, offset + at, 2),
                                "this {{ has no }}");
            }
            if (!add_expression(&out, source, offset + at + 2, end - at - 2, scope,
                                error)) {
                return false;
            }
            at = end + 2;
        } else {
            buffer_add_byte(&out, rest.at[0]);
            at++;
        }
    }
    *text = buffer_text(&out);
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
    size_t offset = node_offset(node) + node->is_quoted;
    if (str_starts(str_after(node->source->text, offset), node->text)) {
        return (struct scalar){.source = node->source, .offset = offset};
    }
    struct source *copy = arena_new(arena, struct source);
    *copy = (struct source){.path = node->source->path, .text = node->text};
    return (struct scalar){.source = copy, .is_copy = true};
}

/* An error in a copy is one at the node. */
static bool give_error(const struct scalar *scalar, const struct node *node,
                       const struct error *found, struct error *error)
{
    if (error->kind) {
        return false;
    }
    *error = *found;
    if (scalar->is_copy) {
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
           give_error(&scalar, node, &found, error);
}

bool expression_node(struct arena *arena, const struct node *node,
                     const struct scope *scope, struct value *value, struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    struct scalar scalar = scalar_of(arena, node);
    struct error found = {0};
    const struct expression *expression =
        expression_parse(arena, scalar.source, scalar.offset, node->text.length, &found);
    return (expression && expression_evaluate(arena, expression, scope, value, &found)) ||
           give_error(&scalar, node, &found, error);
}
