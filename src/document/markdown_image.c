/* SPDX-License-Identifier: MIT */
/* Images: ![what it shows](file.png "its caption"), each a paragraph of its own. */
#include "markdown_internal.h"

#include "base/file.h"
#include "document/inline.h"
#include "scene/image.h"

static struct place image_place(const struct markdown_reader *reader, size_t length)
{
    return lift_place(&reader->lift, reader->image.offset, length);
}

static bool refuse_company(const struct markdown_reader *reader)
{
    error_at(reader->error, ERROR_CONFIG, image_place(reader, 1),
             "this image stands within a text");
    return error_hint(reader->error, "an image is a paragraph of its own");
}

bool markdown_open_image(struct markdown_reader *reader, str path, str caption)
{
    const struct block *block = markdown_innermost(reader);
    bool is_alone = block && block->kind == BLOCK_PARAGRAPH && !block->spans.count &&
                    !reader->table.block && !reader->image.is_set;
    reader->image = (struct markdown_image){
        .is_set = true, .path = path, .caption = caption, .offset = reader->last};
    return is_alone || refuse_company(reader);
}

void markdown_close_image(struct markdown_reader *reader)
{
    reader->image.span_count = markdown_innermost(reader)->spans.count;
}

/* From the briefing's folder on. */
static const struct image *load(struct markdown_reader *reader, struct place place)
{
    str path = reader->image.path;
    str folder = path_folder(reader->lift.source->path);
    struct source source;
    struct error problem = {0};
    if (!file_read(reader->arena, path_join(reader->arena, folder, path), &source,
                   &problem)) {
        error_at(reader->error, problem.kind, place, "the image \"%.*s\" cannot be read",
                 STR_ARG(path));
        error_hint(reader->error, "paths start at the briefing: %.*s", STR_ARG(folder));
        return NULL;
    }
    struct image *image =
        image_read(reader->arena, path, source.text, place, reader->error);
    if (image) {
        image->path = source.path;
    }
    return image;
}

bool markdown_finish_image(struct markdown_reader *reader, struct block *block)
{
    struct markdown_image image = reader->image;
    str alt = str_trim(inline_text(reader->arena, &block->spans));
    struct place place = image_place(reader, str_characters(image.path));
    if (image.span_count != block->spans.count) {
        return refuse_company(reader);
    }
    if (!alt.length) {
        error_at(reader->error, ERROR_CONFIG, place, "this image has no alternative text");
        return error_hint(reader->error, "it says what the image shows: ![...](%.*s)",
                          STR_ARG(image.path));
    }
    block->kind = BLOCK_IMAGE;
    block->place = place;
    block->text = alt;
    block->image = load(reader, place);
    block->spans = (struct inline_spans){0};
    if (image.caption.length) {
        *arena_push(reader->arena, &block->spans) =
            (struct inline_span){.text = image.caption, .is_written = true, .place = place};
    }
    reader->image = (struct markdown_image){0};
    return block->image;
}
