/* SPDX-License-Identifier: MIT */
#include "source_internal.h"

#include "table/reader.h"

#include <string.h>

struct csv_reader {
    struct arena *arena;
    const struct source *text;
    struct frame *frame;
    size_t capacity; /* rows */
    bool has_header;
    struct warnings *warnings;
};

/* Fields that lie in the file are views of it. */
static str keep(const struct csv_reader *csv, str field)
{
    str text = csv->text->text;
    bool is_view = field.at >= text.at && field.at + field.length <= text.at + text.length;
    return is_view ? field : str_copy(csv->arena, field);
}

static void add_field(struct csv_reader *csv, str name)
{
    struct field *field = arena_push(csv->arena, csv->frame);
    field->name = keep(csv, name);
    field->at = arena_array(csv->arena, struct datum, csv->capacity);
}

static bool take_header(struct csv_reader *csv, const struct reader_row *row,
                        struct error *error)
{
    csv->has_header = true;
    for (size_t i = 0; i < row->count; i++) {
        if (frame_find(csv->frame, row->fields[i]) < csv->frame->count) {
            return error_at(error, ERROR_DATA,
                            (struct place){.file = csv->text->path, .line = row->line},
                            "two columns are called \"%.*s\"", STR_ARG(row->fields[i]));
        }
        add_field(csv, row->fields[i]);
    }
    return true;
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct csv_reader *csv = context;
    if (!csv->has_header) {
        return take_header(csv, row, error);
    }
    struct frame *frame = csv->frame;
    if (row->count != frame->count && csv->warnings) {
        warning_add(
            csv->warnings, (struct place){.file = csv->text->path, .line = row->line},
            "a row has another number of fields than the header (%zu)", frame->count);
    }
    for (size_t field = 0; field < frame->count; field++) {
        frame->at[field].at[frame->rows] = field < row->count
                                               ? datum_text(keep(csv, row->fields[field]))
                                               : datum_undefined();
    }
    frame->rows++;
    return true;
}

static size_t line_count(str text)
{
    size_t count = 1;
    for (size_t at = 0; at < text.length; count++) {
        at += str_find(str_after(text, at), '\n') + 1;
    }
    return count;
}

struct frame *source_csv(struct arena *arena, const struct source *text, char separator,
                         const struct str_list *header, struct warnings *warnings,
                         struct error *error)
{
    struct reader_facts facts = {0};
    struct csv_reader csv = {.arena = arena,
                             .text = text,
                             .frame = frame_new(arena, 0),
                             .capacity = line_count(text->text),
                             .has_header = header->count > 0,
                             .warnings = warnings};
    for (size_t i = 0; i < header->count; i++) {
        add_field(&csv, header->at[i]);
    }
    return reader_run(arena, text, separator, take_row, &csv, &facts, error) ? csv.frame
                                                                             : NULL;
}
