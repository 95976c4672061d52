/* SPDX-License-Identifier: MIT */
/* Recipients of a CSV file, read as tables are: encodings, separators, quoted lines. */
#include "recipients_internal.h"

#include "table/decode.h"
#include "table/dialect.h"
#include "table/unpack.h"

/* To find a column in the text takes time: beyond these a refusal has its line alone. */
enum { REFUSALS_WITH_COLUMN = 100 };

struct csv {
    struct arena *arena;
    const struct source *text;
    char separator;
    struct recipients *recipients;
    struct recipient_cell *cells; /* with their headings */
    size_t count; /* 0 before the header */
    size_t address; /* index of its cell */
};

static bool refuse_heading(const struct csv *csv, const struct reader_row *row,
                           size_t field, const char *message, struct error *error)
{
    return error_at(error, ERROR_DATA,
                    reader_place(csv->text, csv->separator, row->line, field), "%s",
                    message);
}

static bool is_taken(const struct csv *csv, size_t field)
{
    enum recipient_key key = recipient_key(csv->cells[field].heading);
    for (size_t i = 0; i < field; i++) {
        if (str_equal(csv->cells[i].heading, csv->cells[field].heading) ||
            (key != KEY_PARAMETER && recipient_key(csv->cells[i].heading) == key)) {
            return true;
        }
    }
    return false;
}

static bool take_heading(struct csv *csv, const struct reader_row *row, size_t field,
                         struct error *error)
{
    str heading = str_copy(csv->arena, str_trim(row->fields[field]));
    csv->cells[field].heading = heading;
    if (!heading.length) {
        return refuse_heading(csv, row, field, "a column of the header has no name", error);
    }
    if (header_text_problem(heading)) {
        return refuse_heading(csv, row, field, "this heading has a control character",
                              error);
    }
    if (is_taken(csv, field)) {
        return refuse_heading(csv, row, field, "the column is here twice", error);
    }
    enum recipient_key key = recipient_key(heading);
    if (key == KEY_ADDRESS) {
        csv->address = field;
    }
    if (key == KEY_PARAMETER) {
        recipients_add_parameter(csv->arena, csv->recipients, heading,
                                 reader_place(csv->text, csv->separator, row->line, field));
    }
    return true;
}

static bool take_header(struct csv *csv, const struct reader_row *row, struct error *error)
{
    csv->count = dialect_width(row);
    csv->address = csv->count;
    csv->cells = arena_array(csv->arena, struct recipient_cell, csv->count);
    for (size_t i = 0; i < csv->count; i++) {
        if (!take_heading(csv, row, i, error)) {
            return false;
        }
    }
    if (csv->address == csv->count) {
        refuse_heading(csv, row, 0, "the list has no column \"address\"", error);
        return error_hint(error, "the first row names the columns: address,name,language,"
                                 "format,groups,briefings and parameters");
    }
    return true;
}

/* Nothing but separators, as spreadsheets write below their last row. */
static bool is_empty(const struct reader_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (str_trim(row->fields[i]).length) {
            return false;
        }
    }
    return true;
}

static void refuse_row(const struct csv *csv, const struct reader_row *row, size_t field,
                       str message)
{
    bool has_column = csv->recipients->refusals.count < REFUSALS_WITH_COLUMN;
    struct place place = has_column
                             ? reader_place(csv->text, csv->separator, row->line, field)
                             : (struct place){.file = csv->text->path, .line = row->line};
    str address = csv->address < row->count ? row->fields[csv->address] : (str){0};
    recipients_refuse(csv->arena, csv->recipients, place, address, message);
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct csv *csv = context;
    if (!csv->count) {
        return take_header(csv, row, error);
    }
    if (is_empty(row)) {
        return true;
    }
    if (dialect_width(row) > csv->count || row->count < csv->count) {
        refuse_row(csv, row, 0,
                   str_print(csv->arena, "the row has %zu field%s, the header %zu",
                             row->count, row->count == 1 ? "" : "s", csv->count));
        return true;
    }
    struct recipient recipient = {.place = {.file = csv->text->path, .line = row->line}};
    str message;
    for (size_t i = 0; i < csv->count; i++) {
        csv->cells[i].text = row->fields[i];
    }
    size_t bad =
        recipient_from_cells(csv->arena, csv->cells, csv->count, &recipient, &message);
    if (bad < csv->count) {
        refuse_row(csv, row, bad, message);
    } else {
        *arena_push(csv->arena, csv->recipients) = recipient;
    }
    return true;
}

bool recipients_read_csv(struct arena *arena, struct source *bytes,
                         struct recipients *recipients, struct error *error)
{
    str compression;
    struct decoded *decoded = arena_new(arena, struct decoded);
    struct reader_facts facts = {0};
    if (!unpack(arena, bytes, &compression, error) ||
        !decode_text(arena, bytes, (struct decode_wish){0}, decoded, error)) {
        return false;
    }
    struct csv csv = {
        .arena = arena,
        .text = &decoded->text,
        .separator = dialect_separator(decoded->text.text),
        .recipients = recipients,
    };
    return reader_run(arena, csv.text, csv.separator, take_row, &csv, &facts, error);
}
