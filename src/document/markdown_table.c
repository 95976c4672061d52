/* SPDX-License-Identifier: MIT */
/* Tables in Markdown: plain text in columns. */
#include "markdown_internal.h"

#include "document/inline.h"
#include "document/unbound.h"
#include "expression/trace_log.h"

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

/* Texts have no spans: references stand in them as they are written, until all is read. */
static void write_references(const struct markdown_reader *reader)
{
    const struct inline_spans *spans = &reader->table.cell;
    for (size_t i = 0; i < spans->count; i++) {
        struct inline_span *span = &spans->at[i];
        if (span->reference.length) {
            span->text = str_print(reader->arena, "{@%.*s}", STR_ARG(span->reference));
            reader->table.block->has_references = true;
        }
    }
}

/* The text of all its spans; values that are printed in them move along. */
static str cell_text(const struct markdown_reader *reader)
{
    const struct inline_spans *spans = &reader->table.cell;
    write_references(reader);
    str text = inline_text(reader->arena, spans);
    str rest = text;
    for (size_t i = 0; i < spans->count; i++) {
        trace_log_move(reader->markdown->facts->scope.log, spans->at[i].text, rest);
        rest = str_after(rest, spans->at[i].text.length);
    }
    return text;
}

void markdown_close_cell(struct markdown_reader *reader)
{
    struct table_block *table = reader->table.block;
    size_t column = reader->table.column++;
    if (column >= table->column_count) {
        return;
    }
    unbound_in_spans(reader->markdown, &reader->table.cell);
    str text = cell_text(reader);
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
