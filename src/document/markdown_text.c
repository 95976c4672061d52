/* SPDX-License-Identifier: MIT */
/* Text between the marks of Markdown, with the values of expressions put back. */
#include "markdown_internal.h"

#include "document/inline.h"
#include "expression/expression.h"

/* Text that follows a nested block in an item is a paragraph of its own. */
static struct inline_spans *open_spans(struct markdown_reader *reader)
{
    if (reader->table.block) {
        return &reader->table.cell;
    }
    struct block *block = markdown_innermost(reader);
    if (block->kind != BLOCK_ITEM || !block->children.count) {
        return &block->spans;
    }
    struct block *last = block->children.at[block->children.count - 1];
    if (last->kind != BLOCK_PARAGRAPH) {
        last = markdown_add(reader, BLOCK_PARAGRAPH);
        last->place = lift_place(&reader->lift, reader->last, 1);
    }
    return &last->spans;
}

struct inline_span *markdown_add_span(struct markdown_reader *reader, str text,
                                      size_t length)
{
    if (!text.length) {
        return NULL;
    }
    struct place place = lift_place(&reader->lift, reader->last, length);
    for (size_t i = reader->open_count; i > 0 && !reader->open[i - 1]->place.line; i--) {
        reader->open[i - 1]->place = place;
    }
    struct inline_span *span = arena_push(reader->arena, open_spans(reader));
    *span = (struct inline_span){
        .text = text,
        .is_strong = reader->strong > 0,
        .is_emphasis = reader->emphasis > 0,
        .is_code = reader->code > 0,
        .is_written = !reader->is_value,
        .link = reader->link,
        .place = place,
    };
    return span;
}

/* The text of a lifted part: the value of an expression, or what stands in the source. */
static bool part_text(const struct markdown_reader *reader, const struct lift_part *part,
                      str *text)
{
    const struct source *source = reader->lift.source;
    if (part->kind != LIFT_EXPRESSION) {
        *text = str_slice(source->text, part->offset, part->offset + part->length);
        return true;
    }
    const struct expression *expression = expression_parse(
        reader->arena, source, part->offset + 2, part->length - 4, reader->error);
    return expression &&
           expression_text(reader->arena, expression, &reader->markdown->facts->scope, text,
                           reader->error);
}

static bool refuse_open_braces(const struct markdown_reader *reader, str text)
{
    for (size_t at = 0; at + 1 < text.length; at++) {
        if (text.at[at] == '{' && text.at[at + 1] == '{') {
            error_at(reader->error, ERROR_CONFIG,
                     lift_place(&reader->lift, reader->last + at, 2), "this {{ has no }}");
            return error_hint(reader->error, "an expression stands on one line");
        }
    }
    return true;
}

/* Text between expressions. */
static bool add_plain(struct markdown_reader *reader, str text)
{
    if (!refuse_open_braces(reader, text)) {
        return false;
    }
    markdown_add_span(reader, text, text.length);
    reader->last += text.length;
    return true;
}

/* Offset of the next character that stands for a lifted part, or the text's length. */
static size_t next_part(const struct markdown_reader *reader, str text, size_t at,
                        const struct lift_part **part)
{
    *part = NULL;
    while (at < text.length && !(*part = lift_part_at(&reader->lift, text, at))) {
        at++;
    }
    return at;
}

/* {@fig:us} has its text when all is read. */
static void add_reference(struct markdown_reader *reader, const struct lift_part *part)
{
    str source =
        str_slice(reader->lift.source->text, part->offset, part->offset + part->length);
    str name = str_slice(source, 2, source.length - 1);
    markdown_add_span(reader, name, part->length)->reference = name;
}

static bool add_value(struct markdown_reader *reader, const struct lift_part *part)
{
    str value;
    if (!part_text(reader, part, &value)) {
        return false;
    }
    markdown_add_span(reader, value, part->length);
    return true;
}

static bool add_part(struct markdown_reader *reader, const struct lift_part *part)
{
    reader->last = part->offset;
    reader->is_value = part->kind != LIFT_INFO;
    bool is_added = true;
    switch (part->kind) {
    case LIFT_NOTE:
        is_added = markdown_add_note(reader, part);
        break;
    case LIFT_NOTE_MARK:
        is_added = markdown_add_note_mark(reader, part);
        break;
    case LIFT_REFERENCE:
        add_reference(reader, part);
        break;
    default:
        is_added = add_value(reader, part);
        break;
    }
    reader->is_value = false;
    reader->last = part->offset + part->length;
    return is_added;
}

bool markdown_add_text(struct markdown_reader *reader, str text)
{
    const struct lift_part *part;
    for (size_t start = 0;; start += LIFT_CHARACTER_LENGTH) {
        size_t at = next_part(reader, text, start, &part);
        if (!add_plain(reader, str_slice(text, start, at))) {
            return false;
        }
        if (!part) {
            return true;
        }
        if (!add_part(reader, part)) {
            return false;
        }
        start = at;
    }
}

bool markdown_fill(struct markdown_reader *reader, str text, struct buffer *filled)
{
    const struct lift_part *part;
    for (size_t start = 0;; start += LIFT_CHARACTER_LENGTH) {
        size_t at = next_part(reader, text, start, &part);
        buffer_add(filled, str_slice(text, start, at));
        if (!part) {
            return true;
        }
        str value;
        if (!part_text(reader, part, &value)) {
            return false;
        }
        buffer_add(filled, value);
        start = at;
    }
}

bool markdown_add_entity(struct markdown_reader *reader, str entity)
{
    str text;
    if (inline_entity(reader->arena, entity, &text)) {
        markdown_add_span(reader, text, entity.length);
        return true;
    }
    error_at(reader->error, ERROR_CONFIG,
             lift_place(&reader->lift, reader->last, entity.length),
             "the entity %.*s is not known", STR_ARG(entity));
    return error_hint(reader->error, "write the character itself");
}
