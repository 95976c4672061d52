/* SPDX-License-Identifier: MIT */
/* The stack of blocks that are open while Markdown is read. */
#include "markdown_internal.h"

#include "document/inline.h"

struct block *markdown_innermost(struct markdown_reader *reader)
{
    return reader->open_count ? reader->open[reader->open_count - 1] : NULL;
}

struct block *markdown_add(struct markdown_reader *reader, enum block_kind kind)
{
    struct block *parent = markdown_innermost(reader);
    struct block *block = arena_new(reader->arena, struct block);
    block->kind = kind;
    *arena_push(reader->arena, parent ? &parent->children : reader->blocks) = block;
    return block;
}

/* NULL and an error where too many are open. */
struct block *markdown_open(struct markdown_reader *reader, enum block_kind kind)
{
    if (reader->open_count == OPEN_BLOCKS_MAX) {
        error_at(reader->error, ERROR_CONFIG, lift_place(&reader->lift, reader->last, 1),
                 "lists and quotations are nested too deeply here");
        return NULL;
    }
    struct block *block = markdown_add(reader, kind);
    reader->open[reader->open_count++] = block;
    return block;
}

struct block *markdown_close(struct markdown_reader *reader)
{
    return reader->open[--reader->open_count];
}

/* The first paragraph of an item is the item's own text. */
bool markdown_open_paragraph(struct markdown_reader *reader)
{
    const struct block *parent = markdown_innermost(reader);
    bool is_own = parent && parent->kind == BLOCK_ITEM && !parent->spans.count &&
                  !parent->children.count;
    return is_own || markdown_open(reader, BLOCK_PARAGRAPH);
}

void markdown_close_paragraph(struct markdown_reader *reader)
{
    if (markdown_innermost(reader)->kind == BLOCK_PARAGRAPH) {
        markdown_close(reader);
    }
}

void markdown_close_heading(struct markdown_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    struct block *heading = markdown_close(reader);
    str anchor = inline_anchor(reader->arena, inline_text(reader->arena, &heading->spans));
    heading->anchor = anchor;
    for (int copy = 2; words_find(&markdown->anchors, heading->anchor) != UINT32_MAX;
         copy++) {
        heading->anchor = str_print(reader->arena, "%.*s-%d", STR_ARG(anchor), copy);
    }
    words_add(reader->arena, &markdown->anchors, heading->anchor);
    markdown->headlines += heading->level == 1;
}

/* A quotation of one paragraph right below the headline is the deck. */
void markdown_close_quote(struct markdown_reader *reader)
{
    struct block *quote = markdown_close(reader);
    size_t count = reader->blocks->count;
    if (reader->open_count || count < 2 || reader->markdown->headlines != 1 ||
        quote->children.count != 1 || quote->children.at[0]->kind != BLOCK_PARAGRAPH) {
        return;
    }
    const struct block *before = reader->blocks->at[count - 2];
    if (before->kind == BLOCK_HEADING && before->level == 1) {
        quote->kind = BLOCK_DECK;
        quote->spans = quote->children.at[0]->spans;
        quote->children = (struct blocks){0};
    }
}
