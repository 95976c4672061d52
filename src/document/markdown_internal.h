/* SPDX-License-Identifier: MIT */
/*
 * The Markdown reader: blocks that are open, and where text goes.
 *
 * markdown.c translates what md4c calls; the other files make blocks and
 * spans of it and do not know md4c. Pieces of text are views of the lifted
 * text, so that their addresses tell where they stand in the source.
 */
#ifndef DOCUMENT_MARKDOWN_INTERNAL_H
#define DOCUMENT_MARKDOWN_INTERNAL_H

#include "base/buffer.h"
#include "document/lift.h"
#include "document/markdown.h"

enum { OPEN_BLOCKS_MAX = 24 };

/* A code listing or directive while its lines come in. */
struct markdown_fence {
    bool is_open;
    str info; /* in the lifted text, or elsewhere if it has escapes */
    char character; /* backquote or tilde; NUL for an indented listing */
    size_t lines;
    struct buffer text;
};

/* A table while its cells come in. */
struct markdown_table {
    struct table_block *block; /* NULL outside of tables */
    bool is_head;
    size_t column;
    struct inline_spans cell;
};

/* An image while its alternative text comes in, and until its paragraph ends. */
struct markdown_image {
    bool is_set;
    str path, caption;
    size_t offset; /* in the source */
    size_t span_count; /* of its paragraph, once it has ended */
};

struct markdown_reader {
    struct markdown *markdown;
    struct arena *arena;
    struct lift lift;
    struct error *error;
    struct blocks *blocks; /* the outermost */
    struct block *open[OPEN_BLOCKS_MAX];
    size_t open_count;
    struct markdown_fence fence;
    struct markdown_table table;
    struct markdown_image image;
    int strong, emphasis, code; /* how many are open */
    bool is_value; /* the span that comes is what an expression gave */
    str link;
    size_t last; /* source offset of the latest text, for errors without one */
};

/* True and the offset if the address lies in the lifted text. */
bool markdown_offset(const struct markdown_reader *reader, const char *at, size_t *offset);

/* --- markdown_block.c ----------------------------------------------------------------- */

/* The innermost open block, or NULL. */
struct block *markdown_innermost(struct markdown_reader *reader);

/* A block without children; one that stays open is NULL and an error where too many are. */
struct block *markdown_add(struct markdown_reader *reader, enum block_kind kind);
struct block *markdown_open(struct markdown_reader *reader, enum block_kind kind);
struct block *markdown_close(struct markdown_reader *reader);

NODISCARD bool markdown_open_paragraph(struct markdown_reader *reader);
NODISCARD bool markdown_close_paragraph(struct markdown_reader *reader);
NODISCARD bool markdown_close_heading(struct markdown_reader *reader);
void markdown_close_quote(struct markdown_reader *reader);

/* Once all is read: takes out the headings below which directives left nothing. */
void markdown_leave_out(struct blocks *blocks);

/* --- markdown_fence.c ----------------------------------------------------------------- */

void markdown_add_to_fence(struct markdown_reader *reader, str text);

/* Makes a listing of what came in, or reads the directive. */
NODISCARD bool markdown_close_fence(struct markdown_reader *reader);

/* --- markdown_note.c ------------------------------------------------------------------ */

/* Adds the mark "[^1]" of a footnote, or keeps its text. */
NODISCARD bool markdown_add_note_mark(struct markdown_reader *reader,
                                      const struct lift_part *part);
NODISCARD bool markdown_add_note(struct markdown_reader *reader,
                                 const struct lift_part *part);

/* Once all is read: the footnotes in the order of their numbers. */
NODISCARD bool markdown_finish_notes(struct markdown *markdown, struct footnotes *notes,
                                     struct error *error);

/* --- markdown_image.c ----------------------------------------------------------------- */

/* An image is all that its paragraph has; so it becomes a block of its own. */
NODISCARD bool markdown_open_image(struct markdown_reader *reader, str path, str caption);
void markdown_close_image(struct markdown_reader *reader);

/* Makes the image of its paragraph, once that is read. */
NODISCARD bool markdown_finish_image(struct markdown_reader *reader, struct block *block);

/* --- markdown_table.c ----------------------------------------------------------------- */

NODISCARD bool markdown_open_table(struct markdown_reader *reader, size_t columns);
void markdown_close_table(struct markdown_reader *reader);
void markdown_open_row(struct markdown_reader *reader);
void markdown_open_cell(struct markdown_reader *reader, enum field_kind kind);
void markdown_close_cell(struct markdown_reader *reader);

/* --- markdown_text.c ------------------------------------------------------------------ */

/* Adds text in the styles that are open; `length` is what it takes in the source. The span
 * is NULL for empty text, and valid until the next one. */
struct inline_span *markdown_add_span(struct markdown_reader *reader, str text,
                                      size_t length);

/* Text in which expressions stand. */
NODISCARD bool markdown_add_text(struct markdown_reader *reader, str text);
NODISCARD bool markdown_add_entity(struct markdown_reader *reader, str entity);

/* The same as a string, as links have it. */
NODISCARD bool markdown_fill(struct markdown_reader *reader, str text,
                             struct buffer *filled);

#endif
