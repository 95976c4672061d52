/* SPDX-License-Identifier: MIT */
/* The only includer of md4c: what it calls for each block, span and piece of text. */
#include "markdown_internal.h"

#include "document/inline.h"

#include <md4c.h>

enum { DIRECTIVE_DEPTH_MAX = 8 };

bool markdown_offset(const struct markdown_reader *reader, const char *at, size_t *offset)
{
    uintptr_t start = (uintptr_t)reader->lift.text.at;
    uintptr_t address = (uintptr_t)at;
    *offset = address - start;
    return at && address >= start && *offset <= reader->lift.text.length;
}

static void open_fence(struct markdown_reader *reader, const MD_BLOCK_CODE_DETAIL *detail)
{
    reader->fence = (struct markdown_fence){
        .is_open = true,
        .info = {detail->info.text, detail->info.size},
        .character = detail->fence_char,
        .text = {.arena = reader->arena},
    };
}

static enum field_kind cell_kind(const MD_BLOCK_TD_DETAIL *detail)
{
    return detail->align == MD_ALIGN_RIGHT ? FIELD_FIGURE : FIELD_TEXT;
}

static bool open_heading(struct markdown_reader *reader, const MD_BLOCK_H_DETAIL *detail)
{
    struct block *block = markdown_open(reader, BLOCK_HEADING);
    if (block) {
        block->level = (int)detail->level;
    }
    return block;
}

static bool open_list(struct markdown_reader *reader, const MD_BLOCK_UL_DETAIL *detail)
{
    struct block *block = markdown_open(reader, BLOCK_LIST);
    if (block) {
        block->is_loose = !detail->is_tight;
    }
    return block;
}

static bool open_ordered_list(struct markdown_reader *reader,
                              const MD_BLOCK_OL_DETAIL *detail)
{
    struct block *block = markdown_open(reader, BLOCK_LIST);
    if (block) {
        block->is_ordered = true;
        block->is_loose = !detail->is_tight;
        block->first_number = detail->start;
        block->number_mark = detail->mark_delimiter;
    }
    return block;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct markdown_reader *reader = data;
    switch (type) {
    case MD_BLOCK_QUOTE:
        return !markdown_open(reader, BLOCK_QUOTE);
    case MD_BLOCK_UL:
        return !open_list(reader, detail);
    case MD_BLOCK_OL:
        return !open_ordered_list(reader, detail);
    case MD_BLOCK_LI:
        return !markdown_open(reader, BLOCK_ITEM);
    case MD_BLOCK_HR:
        markdown_add(reader, BLOCK_RULE);
        break;
    case MD_BLOCK_H:
        return !open_heading(reader, detail);
    case MD_BLOCK_CODE:
        open_fence(reader, detail);
        break;
    case MD_BLOCK_P:
        return !markdown_open_paragraph(reader);
    case MD_BLOCK_TABLE:
        return !markdown_open_table(reader,
                                    ((const MD_BLOCK_TABLE_DETAIL *)detail)->col_count);
    case MD_BLOCK_THEAD:
        reader->table.is_head = true;
        break;
    case MD_BLOCK_TR:
        markdown_open_row(reader);
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown_open_cell(reader, cell_kind(detail));
        break;
    default:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    (void)detail;
    struct markdown_reader *reader = data;
    switch (type) {
    case MD_BLOCK_QUOTE:
        markdown_close_quote(reader);
        break;
    case MD_BLOCK_H:
        return !markdown_close_heading(reader);
    case MD_BLOCK_CODE:
        return !markdown_close_fence(reader);
    case MD_BLOCK_P:
        return !markdown_close_paragraph(reader);
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
        markdown_close(reader);
        break;
    case MD_BLOCK_TABLE:
        markdown_close_table(reader);
        break;
    case MD_BLOCK_THEAD:
        reader->table.is_head = false;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        markdown_close_cell(reader);
        break;
    default:
        break;
    }
    return 0;
}

static int read_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *data)
{
    struct markdown_reader *reader = data;
    str text = {at, size};
    size_t offset;
    if (markdown_offset(reader, at, &offset)) {
        reader->last = lift_source_offset(&reader->lift, offset);
    }
    if (reader->fence.is_open) {
        markdown_add_to_fence(reader, text);
        return 0;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        markdown_add_span(reader, S("\uFFFD"), 1);
        return 0;
    case MD_TEXT_BR:
        markdown_add_span(reader, S("\n"), 1);
        return 0;
    case MD_TEXT_SOFTBR:
        markdown_add_span(reader, S(" "), 1);
        return 0;
    case MD_TEXT_ENTITY:
        return !markdown_add_entity(reader, text);
    case MD_TEXT_CODE:
        markdown_add_span(reader, lift_restore(reader->arena, &reader->lift, text),
                          text.length);
        return 0;
    default:
        return !markdown_add_text(reader, text);
    }
}

/* An address or title, in which expressions may stand. */
static bool read_attribute(struct markdown_reader *reader, const MD_ATTRIBUTE *attribute,
                           str *read)
{
    struct buffer out = {.arena = reader->arena};
    for (size_t i = 0; attribute->size && attribute->substr_offsets[i] < attribute->size;
         i++) {
        size_t start = attribute->substr_offsets[i];
        str text = {attribute->text + start, attribute->substr_offsets[i + 1] - start};
        if (attribute->substr_types[i] == MD_TEXT_ENTITY) {
            str character;
            buffer_add(&out,
                       inline_entity(reader->arena, text, &character) ? character : text);
            continue;
        }
        if (!markdown_fill(reader, text, &out)) {
            return false;
        }
    }
    *read = buffer_text(&out);
    return true;
}

static bool open_image(struct markdown_reader *reader, const MD_SPAN_IMG_DETAIL *detail)
{
    str path;
    str caption;
    size_t offset; /* of the path: the text is yet to come */
    if (markdown_offset(reader, detail->src.text, &offset)) {
        reader->last = lift_source_offset(&reader->lift, offset);
    }
    return read_attribute(reader, &detail->src, &path) &&
           read_attribute(reader, &detail->title, &caption) &&
           markdown_open_image(reader, path, caption);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct markdown_reader *reader = data;
    switch (type) {
    case MD_SPAN_EM:
        reader->emphasis++;
        break;
    case MD_SPAN_STRONG:
        reader->strong++;
        break;
    case MD_SPAN_CODE:
        reader->code++;
        break;
    case MD_SPAN_A:
        return !read_attribute(reader, &((const MD_SPAN_A_DETAIL *)detail)->href,
                               &reader->link);
    case MD_SPAN_IMG:
        return !open_image(reader, detail);
    default:
        break;
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)detail;
    struct markdown_reader *reader = data;
    switch (type) {
    case MD_SPAN_EM:
        reader->emphasis--;
        break;
    case MD_SPAN_STRONG:
        reader->strong--;
        break;
    case MD_SPAN_CODE:
        reader->code--;
        break;
    case MD_SPAN_A:
        reader->link = (str){0};
        break;
    case MD_SPAN_IMG:
        markdown_close_image(reader);
        break;
    default:
        break;
    }
    return 0;
}

static bool parse(struct markdown_reader *reader)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = read_text,
    };
    str text = reader->lift.text;
    if (md_parse(text.at, (MD_SIZE)text.length, &parser, reader) && !reader->error->kind) {
        return error_set(reader->error, ERROR_SOFTWARE, "md4c has failed");
    }
    return !reader->error->kind;
}

/* Ranges are read as they stand, so that lines are counted once. */
static size_t lines_before(struct markdown *markdown, size_t offset)
{
    str text = markdown->briefing->source.text;
    if (offset < markdown->counted.offset) {
        markdown->counted.offset = markdown->counted.lines = 0;
    }
    for (size_t i = markdown->counted.offset; i < offset; i++) {
        markdown->counted.lines += text.at[i] == '\n';
    }
    markdown->counted.offset = offset;
    return markdown->counted.lines;
}

bool markdown_read(struct markdown *markdown, size_t offset, size_t length,
                   struct blocks *blocks, struct error *error)
{
    const struct source *source = &markdown->briefing->source;
    if (markdown->depth > DIRECTIVE_DEPTH_MAX) {
        return error_at(error, ERROR_CONFIG, place_in(source, offset, 1),
                        "directives are nested too deeply here");
    }
    struct markdown_reader reader = {
        .markdown = markdown,
        .arena = markdown->arena,
        .error = error,
        .blocks = blocks,
        .last = offset,
    };
    struct lift_range range = {offset, length, lines_before(markdown, offset)};
    return lift_read(markdown->arena, source, range, &reader.lift, error) && parse(&reader);
}

bool markdown_read_document(struct markdown *markdown, size_t offset, size_t length,
                            struct document *document, struct error *error)
{
    if (!markdown_read(markdown, offset, length, &document->blocks, error)) {
        return false;
    }
    markdown_leave_out(&document->blocks);
    return markdown_finish_notes(markdown, &document->footnotes, error) &&
           references_resolve(markdown->arena, &markdown->references,
                              markdown->facts->scope.log, document, error);
}

int markdown_entity(struct markdown *markdown, str name)
{
    return (int)words_add(markdown->arena, &markdown->entities, name) + 1;
}
