/* SPDX-License-Identifier: MIT */
/* Fences: code listings, and directives with the range of the source that is theirs. */
#include "markdown_internal.h"

void markdown_add_to_fence(struct markdown_reader *reader, str text)
{
    buffer_add(&reader->fence.text, text);
    reader->fence.lines += str_equal(text, S("\n"));
}

static void add_listing(struct markdown_reader *reader, struct place place)
{
    str text = buffer_text(&reader->fence.text);
    struct block *block = markdown_add(reader, BLOCK_CODE);
    block->text = lift_restore(reader->arena, &reader->lift,
                               str_slice(text, 0, text.length ? text.length - 1 : 0));
    block->place = place;
}

/* The lines of a fence in the lifted text: of its opening, its content and its end. */
struct fence_lines {
    size_t start, info, content, end;
};

static struct fence_lines find_lines(const struct markdown_reader *reader, size_t info)
{
    str text = reader->lift.text;
    struct fence_lines lines = {.start = info, .info = info};
    while (lines.start && text.at[lines.start - 1] != '\n') {
        lines.start--;
    }
    lines.content = info + str_find(str_after(text, info), '\n') + 1;
    lines.end = lines.content;
    for (size_t line = 0; line < reader->fence.lines && lines.end < text.length; line++) {
        lines.end += str_find(str_after(text, lines.end), '\n') + 1;
    }
    lines.content = lines.content < text.length ? lines.content : text.length;
    lines.end = lines.end < text.length ? lines.end : text.length;
    return lines;
}

static bool is_closed(const struct markdown_reader *reader, size_t end)
{
    str rest = str_trim(str_after(reader->lift.text, end));
    return rest.length && rest.at[0] == reader->fence.character;
}

static bool read_directive(struct markdown_reader *reader, str name,
                           struct fence_lines lines)
{
    const struct lift *lift = &reader->lift;
    size_t start = lift_source_offset(lift, lines.start);
    size_t content = lift_source_offset(lift, lines.content);
    size_t end = lift_source_offset(lift, lines.end);
    str line = str_after(lift->source->text, start);
    struct place place = lift_place(lift, start, str_find(line, '\n'));
    if (reader->open_count) {
        return error_at(reader->error, ERROR_CONFIG, place,
                        "a directive must not stand inside a list or a quotation");
    }
    if (!is_closed(reader, lines.end)) {
        error_at(reader->error, ERROR_CONFIG, place, "the directive is not closed");
        return error_hint(reader->error, "end it with a line of the same marks");
    }
    struct directive_input input = {
        .markdown = reader->markdown,
        .source = lift->source,
        .offset = content,
        .length = end - content,
        .place = place,
    };
    for (size_t at = lines.info; at < lines.content; at++) {
        const struct lift_part *info = lift_part_at(lift, lift->text, at);
        if (info) {
            input.info = info->offset;
            input.info_length = info->length;
            break;
        }
    }
    return directive_read(&input, name, reader->blocks, reader->error);
}

/* A listing of Chrat is more likely a chart. */
static void warn_of_misspelling(const struct markdown_reader *reader, struct place place,
                                str name)
{
    str nearest = directive_nearest(name);
    if (nearest.length) {
        warning_add(reader->markdown->warnings, place,
                    "there is no directive \"%.*s\", this is a listing; did you mean "
                    "\"%.*s\"?",
                    STR_ARG(name), STR_ARG(nearest));
    }
}

bool markdown_close_fence(struct markdown_reader *reader)
{
    struct markdown_fence *fence = &reader->fence;
    str name = str_slice(fence->info, 0, str_find(fence->info, ' '));
    size_t offset;
    bool is_placed = markdown_offset(reader, fence->info.at, &offset);
    fence->is_open = false;
    if (is_placed && fence->character && directive_is_known(name)) {
        return read_directive(reader, name, find_lines(reader, offset));
    }
    size_t source = is_placed ? lift_source_offset(&reader->lift, offset) : reader->last;
    struct place place = lift_place(&reader->lift, source, name.length);
    warn_of_misspelling(reader, place, name);
    add_listing(reader, place);
    return true;
}
