/* SPDX-License-Identifier: MIT */
/*
 * The only includer of libcsv.
 *
 * The text is fed line by line, so that the row that comes back is known to
 * start in the line that was fed when no row was open. libcsv's callbacks
 * cannot fail: they leave an error behind, and the feeding stops.
 */
#include "table/reader.h"

#include "base/buffer.h"

#include <csv.h>
#include <string.h>

struct reader {
    struct arena *arena;
    const struct source *text;
    char separator;
    reader_taker *take;
    void *context;
    struct reader_facts *facts;
    struct error *error;

    size_t line; /* being fed */
    bool is_line_rewritten; /* places within it are those of its row */
    size_t rows_of_line;
    bool is_in_row; /* a quoted line break: the row goes on in this line */
    size_t row_line;
    bool is_after_blank; /* a blank line stands above the row */
    bool is_stopped; /* by the taker */

    struct buffer bytes; /* the fields of the row, one after the other */
    struct {
        size_t *at;
        size_t count, capacity;
    } ends; /* of each field in `bytes` */
    struct {
        str *at;
        size_t count, capacity;
    } fields;
};

static const char quote_hint[] =
    "a field with quotes in it is written \"like \"\"this\"\"\"";

/* --- places ------------------------------------------------------------------------- */

static size_t line_start(str text, size_t line)
{
    size_t offset = 0;
    while (--line && offset < text.length) {
        offset += str_find(str_after(text, offset), '\n') + 1;
    }
    return offset;
}

/* Where the field that starts at `offset` ends: its separator, line end, or the text's end.
 */
static size_t field_end(str text, size_t offset, char separator)
{
    bool is_quoted = false;
    for (; offset < text.length; offset++) {
        char byte = text.at[offset];
        if (byte == '"') {
            is_quoted = !is_quoted;
        } else if (!is_quoted && (byte == separator || byte == '\n' || byte == '\r')) {
            break;
        }
    }
    return offset;
}

struct place reader_place(const struct source *text, char separator, size_t line,
                          size_t field)
{
    size_t start = line_start(text->text, line);
    size_t end = field_end(text->text, start, separator);
    while (field-- && end < text->text.length && text->text.at[end] == separator) {
        start = end + 1;
        end = field_end(text->text, start, separator);
    }
    return place_in(text, start, end - start);
}

/* --- rows --------------------------------------------------------------------------- */

static int is_never_space(unsigned char byte)
{
    (void)byte;
    return 0;
}

static void take_field(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    buffer_add(&reader->bytes, (str){bytes, length});
    *arena_push(reader->arena, &reader->ends) = reader->bytes.count;
}

/* Views of the fields: made when all are there, since the buffer moves as it grows. */
static struct reader_row collect_row(struct reader *reader)
{
    size_t start = 0;
    reader->fields.count = 0;
    for (size_t i = 0; i < reader->ends.count; i++) {
        size_t end = reader->ends.at[i];
        *arena_push(reader->arena, &reader->fields) =
            str_slice(buffer_text(&reader->bytes), start, end);
        start = end;
    }
    return (struct reader_row){.line = reader->row_line,
                               .fields = reader->fields.at,
                               .count = reader->fields.count,
                               .is_after_blank = reader->is_after_blank};
}

static void refuse_carriage_return(const struct reader *reader)
{
    error_at(reader->error, ERROR_DATA,
             reader_place(reader->text, reader->separator, reader->row_line, 0),
             "a carriage return without a line feed ends a row here");
    error_hint(reader->error, "lines end in LF or CRLF: convert the file with "
                              "tr '\\r' '\\n'");
}

static void take_row(int end, void *context)
{
    struct reader *reader = context;
    if (reader->error->kind || reader->is_stopped) {
        return;
    }
    if (reader->rows_of_line++) {
        refuse_carriage_return(reader);
        return;
    }
    reader->facts->has_crlf |= end == '\r';
    reader->facts->has_lf |= end == '\n';
    struct reader_row row = collect_row(reader);
    reader->is_stopped = !reader->take(reader->context, &row, reader->error);
    reader->bytes.count = 0;
    reader->ends.count = 0;
    reader->is_after_blank = false;
}

static void refuse_bytes(const struct reader *reader, const struct csv_parser *parser,
                         size_t offset)
{
    if (reader->is_line_rewritten) {
        error_at(
            reader->error, ERROR_DATA,
            reader_place(reader->text, reader->separator, reader->line, reader->ends.count),
            "the quotes of this field do not match");
        error_hint(reader->error, "%s", quote_hint);
        return;
    }
    if (parser->status != CSV_EPARSE) {
        error_set(reader->error, ERROR_SOFTWARE, "libcsv: %s",
                  csv_strerror(parser->status));
        return;
    }
    const char *problem = reader->text->text.at[offset] == '"'
                              ? "a quote inside a field that does not start with one"
                              : "text after the closing quote of a field";
    error_at(reader->error, ERROR_DATA, place_in(reader->text, offset, 1), "%s", problem);
    error_hint(reader->error, "%s", quote_hint);
}

/* --- formulas ---------------------------------------------------------------------------
 */

/* Where a field that is ="..." ends that starts at `start`; `start` if it is none. */
static size_t formula_end(str line, size_t start, char separator)
{
    if (!str_starts(str_after(line, start), S("=\""))) {
        return start;
    }
    size_t end = start + 2 + str_find(str_after(line, start + 2), '"') + 1;
    str rest = str_after(line, end);
    bool is_whole =
        !rest.length || rest.at[0] == separator || rest.at[0] == '\n' || rest.at[0] == '\r';
    return end <= line.length && is_whole ? end : start;
}

/*
 * Spreadsheets are told by ="0101" that a code is text; RFC 4180 knows no such field. The
 * line is handed on with the field in quotes: "=""0101""".
 */
static str quote_formulas(struct reader *reader, str line)
{
    struct buffer out = {.arena = reader->arena};
    bool is_quoted = reader->is_in_row;
    bool is_start = !is_quoted; /* of a field */
    reader->is_line_rewritten = false;
    if (!memmem(line.at, line.length, "=\"", 2)) {
        return line;
    }
    for (size_t at = 0; at < line.length;) {
        size_t end = is_start ? formula_end(line, at, reader->separator) : at;
        if (end > at) {
            buffer_add(&out, S("\"=\"\""));
            buffer_add(&out, str_slice(line, at + 2, end - 1));
            buffer_add(&out, S("\"\"\""));
            at = end;
            reader->is_line_rewritten = true;
            continue;
        }
        is_quoted ^= line.at[at] == '"';
        is_start = !is_quoted && line.at[at] == reader->separator;
        buffer_add_byte(&out, line.at[at++]);
    }
    return reader->is_line_rewritten ? buffer_text(&out) : line;
}

/* --- lines ------------------------------------------------------------------------------
 */

static bool is_blank(str line)
{
    return str_equal(line, S("\n")) || str_equal(line, S("\r\n"));
}

static void feed_line(struct reader *reader, struct csv_parser *parser, str line)
{
    reader->line++;
    reader->rows_of_line = 0;
    if (!reader->is_in_row) {
        reader->row_line = reader->line;
        reader->is_after_blank |= is_blank(line);
    }
    str fed = quote_formulas(reader, line);
    size_t taken = csv_parse(parser, fed.at, fed.length, take_field, take_row, reader);
    if (taken < fed.length) {
        size_t line_offset = (size_t)(line.at - reader->text->text.at);
        refuse_bytes(reader, parser, line_offset + taken);
    }
    reader->is_in_row = !reader->rows_of_line && (reader->is_in_row || !is_blank(line));
}

/* The last row, if no line end closes it. */
static void finish(struct reader *reader, struct csv_parser *parser)
{
    reader->rows_of_line = 0;
    if (csv_fini(parser, take_field, take_row, reader)) {
        struct place place = reader_place(reader->text, reader->separator, reader->row_line,
                                          reader->ends.count);
        place.width = 1;
        error_at(reader->error, ERROR_DATA, place,
                 "a quote is opened here and never closed");
        error_hint(reader->error, "%s", quote_hint);
    }
    reader->facts->lines = reader->line;
}

bool reader_run(struct arena *arena, const struct source *text, char separator,
                reader_taker *take, void *context, struct reader_facts *facts,
                struct error *error)
{
    struct reader reader = {
        .arena = arena,
        .text = text,
        .separator = separator,
        .take = take,
        .context = context,
        .facts = facts,
        .error = error,
        .bytes = {.arena = arena},
    };
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI)) {
        return error_set(error, ERROR_SOFTWARE, "libcsv cannot be started");
    }
    csv_set_delim(&parser, (unsigned char)separator);
    csv_set_space_func(&parser, is_never_space);
    csv_set_blk_size(&parser, (size_t)16 * 1024);
    for (str rest = text->text; rest.length && !error->kind && !reader.is_stopped;) {
        str line = str_slice(rest, 0, str_find(rest, '\n') + 1);
        feed_line(&reader, &parser, line);
        rest = str_after(rest, line.length);
    }
    if (!error->kind && !reader.is_stopped) {
        finish(&reader, &parser);
    }
    csv_free(&parser);
    return !error->kind;
}
