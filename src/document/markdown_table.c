/* SPDX-License-Identifier: MIT */
/* Tables in Markdown: plain text in columns. */
#include "markdown_internal.h"

#include "document/inline.h"

bool markdown_open_table(struct markdown_reader *reader, size_t columns)
{
    struct block *block = markdown_open(reader, BLOCK_TABLE);
    struct table_block *table = arena_new(reader->arena, struct table_block);
    table->column_count = columns;
    table->columns = arena_array(reader->arena, struct table_column, columns);
    reader->table.block = table;
    if (block) {
        block->table = table;
    }
    return block;
}

void markdown_open_row(struct markdown_reader *reader)
{
    reader->table.column = 0;
    if (!reader->table.is_head) {
        struct table_block *table = reader->table.block;
        arena_push(reader->arena, table)->cells =
            arena_array(reader->arena, struct table_cell, table->column_count);
    }
}

void markdown_open_cell(struct markdown_reader *reader, enum field_kind kind)
{
    struct table_block *table = reader->table.block;
    reader->table.cell = (struct inline_spans){0};
    if (reader->table.is_head && reader->table.column < table->column_count) {
        table->columns[reader->table.column].kind = kind;
    }
}

void markdown_close_cell(struct markdown_reader *reader)
{
    struct table_block *table = reader->table.block;
    size_t column = reader->table.column++;
    if (column >= table->column_count) {
        return;
    }
    str text = inline_text(reader->arena, &reader->table.cell);
    if (reader->table.is_head) {
        table->columns[column].head = text;
    } else {
        table->at[table->count - 1].cells[column].text = text;
    }
}

void markdown_close_table(struct markdown_reader *reader)
{
    reader->table.block = NULL;
    markdown_close(reader);
}
