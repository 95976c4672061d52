/* SPDX-License-Identifier: MIT */
/* Directives that hold Markdown: note, row, if; and the page break. */
#include "directive_internal.h"

#include "document/unbound.h"
#include "expression/expression.h"

/* The content as Markdown. */
static bool read_content(const struct directive_input *input, struct blocks *blocks,
                         struct error *error)
{
    struct markdown *markdown = input->markdown;
    markdown->depth++;
    bool is_read = markdown_read(markdown, input->offset, input->length, blocks, error);
    markdown->depth--;
    return is_read;
}

bool directive_note(const struct directive_input *input, struct blocks *blocks,
                    struct error *error)
{
    struct block *note = directive_block(input, BLOCK_NOTE, blocks);
    unbound_in_range(input->markdown, input->source, input->info, input->info_length);
    return expression_fill(input->markdown->arena, input->source, input->info,
                           input->info_length, &input->markdown->facts->scope, &note->text,
                           error) &&
           read_content(input, &note->children, error);
}

bool directive_row(const struct directive_input *input, struct blocks *blocks,
                   struct error *error)
{
    struct block *row = directive_block(input, BLOCK_ROW, blocks);
    bool was_in_row = input->markdown->is_in_row;
    input->markdown->is_in_row = true;
    bool is_read = read_content(input, &row->children, error);
    input->markdown->is_in_row = was_in_row;
    if (is_read && !row->children.count) {
        blocks->count--; /* the conditions of its parts do not hold */
    }
    return is_read;
}

bool directive_if(const struct directive_input *input, struct blocks *blocks,
                  struct error *error)
{
    if (!input->info_length) {
        error_at(error, ERROR_CONFIG, input->place, "the directive if needs a condition");
        return error_hint(error, "write it behind the name, as in: if total.mom < 0");
    }
    struct arena *arena = input->markdown->arena;
    const struct expression *condition =
        expression_parse(arena, input->source, input->info, input->info_length, error);
    struct value value;
    if (!condition || !expression_evaluate(arena, condition, &input->markdown->facts->scope,
                                           &value, error)) {
        return false;
    }
    return !value_is_true(&value) || read_content(input, blocks, error);
}

bool directive_page_break(const struct directive_input *input, struct blocks *blocks,
                          struct error *error)
{
    str content =
        str_slice(input->source->text, input->offset, input->offset + input->length);
    if (input->info_length || str_trim(content).length) {
        return error_at(error, ERROR_CONFIG, input->place, "a page break has no content");
    }
    directive_block(input, BLOCK_PAGE_BREAK, blocks);
    return true;
}
