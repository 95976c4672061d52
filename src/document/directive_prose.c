/* SPDX-License-Identifier: MIT */
/* Directives that hold Markdown: note, box, row, column, if; and the page break. */
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

/* A block whose title stands behind the directive's name. */
static bool read_titled(const struct directive_input *input, enum block_kind kind,
                        struct blocks *blocks, struct error *error)
{
    struct block *block = directive_block(input, kind, blocks);
    unbound_in_range(input->markdown, input->source, input->info, input->info_length);
    return expression_fill(input->markdown->arena, input->source, input->info,
                           input->info_length, &input->markdown->facts->scope, &block->text,
                           error) &&
           read_content(input, &block->children, error);
}

bool directive_note(const struct directive_input *input, struct blocks *blocks,
                    struct error *error)
{
    return read_titled(input, BLOCK_NOTE, blocks, error);
}

bool directive_box(const struct directive_input *input, struct blocks *blocks,
                   struct error *error)
{
    return read_titled(input, BLOCK_BOX, blocks, error);
}

/* `widths: [8, 4]` behind the name of a row: columns of the grid's twelve. */
static bool read_widths(const struct directive_input *input, struct block *row,
                        struct error *error)
{
    enum { GRID_COLUMNS = 12 };
    static const str keys[] = {S("widths")};
    const struct node *map = node_load(input->markdown->arena, input->source, input->info,
                                       input->info_length, error);
    if (!map || !node_expect(map, NODE_MAP, error) ||
        !node_knows(map, keys, COUNT_OF(keys), error)) {
        return false;
    }
    const struct node *list = node_find(map, S("widths"));
    if (!list) {
        return true;
    }
    size_t sum = 0;
    if (!node_expect(list, NODE_LIST, error)) {
        return false;
    }
    if (list->count > BLOCK_CELLS_MAX) {
        return node_error(list, error, "a row has room for %d blocks side by side",
                          BLOCK_CELLS_MAX);
    }
    for (size_t i = 0; i < list->count; i++) {
        size_t width;
        if (!node_count(list->at[i], &width, error)) {
            return false;
        }
        if (!width || width > GRID_COLUMNS) {
            return node_error(list->at[i], error, "a width is 1 to %d columns of the grid",
                              GRID_COLUMNS);
        }
        row->widths[i] = (int)width;
        sum += width;
    }
    return sum <= GRID_COLUMNS ||
           node_error(list, error, "the widths are %zu columns, and the grid has %d", sum,
                      GRID_COLUMNS);
}

/* Columns may be left empty where the conditions of their parts do not hold. */
bool directive_column(const struct directive_input *input, struct blocks *blocks,
                      struct error *error)
{
    if (input->info_length) {
        return error_at(error, ERROR_CONFIG,
                        place_in(input->source, input->info, input->info_length),
                        "nothing may follow the name of this directive");
    }
    if (!input->markdown->is_in_row) {
        error_at(error, ERROR_CONFIG, input->place, "a column stands in a row");
        return error_hint(error, "put it between the lines of a directive row");
    }
    struct block *column = directive_block(input, BLOCK_COLUMN, blocks);
    input->markdown->is_in_row = false; /* a chart is as wide as the column */
    bool is_read = read_content(input, &column->children, error);
    input->markdown->is_in_row = true;
    return is_read;
}

bool directive_row(const struct directive_input *input, struct blocks *blocks,
                   struct error *error)
{
    struct block *row = directive_block(input, BLOCK_ROW, blocks);
    if (input->info_length && !read_widths(input, row, error)) {
        return false;
    }
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
