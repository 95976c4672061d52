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

static bool is_blank(const struct inline_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        if (str_trim(spans->at[i].text).length) {
            return false;
        }
    }
    return true;
}

/* A paragraph of footnotes has no text of its own: it is none. */
bool markdown_close_paragraph(struct markdown_reader *reader)
{
    if (markdown_innermost(reader)->kind != BLOCK_PARAGRAPH) {
        return true;
    }
    struct block *paragraph = markdown_close(reader);
    if (reader->image.is_set) {
        return markdown_finish_image(reader, paragraph);
    }
    if (is_blank(&paragraph->spans)) {
        struct block *parent = markdown_innermost(reader);
        struct blocks *siblings = parent ? &parent->children : reader->blocks;
        siblings->count--;
    }
    return true;
}

/* The id that an author gives a heading, "buyers" in "Who bought more {#buyers}", is taken
 * from its text. Empty without one. */
static str take_id(struct inline_spans *spans)
{
    struct inline_span *last = spans->count ? &spans->at[spans->count - 1] : NULL;
    str text = last && last->is_written && !last->is_code ? str_trim(last->text) : (str){0};
    if (!str_ends(text, S("}"))) {
        return (str){0};
    }
    size_t start = text.length;
    while (start > 0 && text.at[start - 1] != '{') {
        start--;
    }
    str id = str_slice(text, start, text.length - 1);
    if (!start || !str_starts(id, S("#")) || !reference_is_id(str_after(id, 1))) {
        return (str){0};
    }
    size_t end = (size_t)(id.at - 1 - last->text.at); /* of what stands before the brace */
    while (end > 0 && last->text.at[end - 1] == ' ') {
        end--;
    }
    last->text.length = end;
    return str_after(id, 1);
}

/* How many headings have been told apart from that anchor; of a new one, not kept. */
static size_t *copies_of(const struct markdown_reader *reader, str anchor)
{
    uint32_t code = words_find(&reader->markdown->anchors, anchor);
    return code == UINT32_MAX ? arena_new(reader->arena, size_t)
                              : &reader->markdown->copies.at[code];
}

/* What links to the heading say: its id, or its words, with a number where others have the
 * same. */
static bool set_anchor(struct markdown_reader *reader, struct block *heading)
{
    struct words *anchors = &reader->markdown->anchors;
    str id = take_id(&heading->spans);
    if (id.length && words_find(anchors, id) != UINT32_MAX) {
        return error_at(reader->error, ERROR_CONFIG, heading->place,
                        "the id \"%.*s\" is taken", STR_ARG(id));
    }
    str words = inline_anchor(reader->arena, inline_text(reader->arena, &heading->spans));
    heading->anchor = id.length ? id : words;
    size_t *copies = copies_of(reader, heading->anchor);
    while (words_find(anchors, heading->anchor) != UINT32_MAX) {
        heading->anchor =
            str_print(reader->arena, "%.*s-%zu", STR_ARG(words), ++*copies + 1);
    }
    words_add(reader->arena, anchors, heading->anchor);
    *arena_push(reader->arena, &reader->markdown->copies) = 0;
    return true;
}

bool markdown_close_heading(struct markdown_reader *reader)
{
    struct markdown *markdown = reader->markdown;
    struct block *heading = markdown_close(reader);
    markdown->headlines += heading->level == 1;
    if (!set_anchor(reader, heading)) {
        return false;
    }
    references_add_heading(reader->arena, &markdown->references, heading);
    return true;
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

/* Whether a heading has nothing below it; `next` is what stands there, or NULL. */
static bool is_bare(const struct block *block, const struct block *next)
{
    return block->kind == BLOCK_HEADING && block->level > 1 && block->has_lost &&
           (!next || (next->kind == BLOCK_HEADING && next->level <= block->level));
}

/* From the end, since a heading may have nothing but headings that go. By recursion: blocks
 * are nested no deeper than Markdown is read. */
void markdown_leave_out(struct blocks *blocks)
{
    struct block *next = NULL;
    size_t first = blocks->count; /* of those that stay */
    for (size_t i = blocks->count; i-- > 0;) {
        struct block *block = blocks->at[i];
        markdown_leave_out(&block->children);
        block->is_left_out = is_bare(block, next);
        if (block->is_left_out && i > 0) {
            blocks->at[i - 1]->has_lost = true;
        } else if (!block->is_left_out) {
            blocks->at[--first] = block;
            next = block->kind == BLOCK_PAGE_BREAK ? next : block;
        }
    }
    blocks->at += first;
    blocks->count -= first;
    blocks->capacity -= first;
}
