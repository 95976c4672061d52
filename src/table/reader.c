/* SPDX-License-Identifier: MIT */
/*
 * The only includer of libcsv.
 *
 * Lines that are not plain are fed to it one by one, so that the row that comes
 * back is known to start in the line that was fed when no row was open. libcsv's
 * callbacks cannot fail: they leave an error behind, and the feeding stops.
 */
#include "table/reader.h"

#include "base/buffer.h"

#include <csv.h>
#include <string.h>

struct reader {
    struct arena *arena;
    const struct source *text;
    reader_taker *take;
    void *context;
    struct reader_facts *facts;
    struct error *error;
    struct csv_parser parser;
    char separator;
    bool is_all_parsed; /* by libcsv, from here on */
    bool has_formulas, has_returns; /* perhaps, somewhere in the text */

    bool is_line_rewritten; /* places within it are those of its row */
    bool is_in_row; /* a quoted line break: the row goes on in this line */
    bool is_after_blank; /* a blank line stands above the row */
    bool is_stopped; /* by the taker */
    size_t line; /* being fed */
    size_t rows_of_line;
    size_t row_line;

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

static void refuse_bytes(const struct reader *reader, size_t offset)
{
    if (reader->is_line_rewritten) {
        error_at(
            reader->error, ERROR_DATA,
            reader_place(reader->text, reader->separator, reader->line, reader->ends.count),
            "the quotes of this field do not match");
        error_hint(reader->error, "%s", quote_hint);
        return;
    }
    if (reader->parser.status != CSV_EPARSE) {
        error_set(reader->error, ERROR_SOFTWARE, "libcsv: %s",
                  csv_strerror(reader->parser.status));
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
    if (!reader->has_formulas || !memmem(line.at, line.length, "=\"", 2)) {
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

/* --- plain lines ------------------------------------------------------------------------
 */

/*
 * The field that starts at `at`, and its end: a separator or the end of the line. False
 * where more than RFC 4180's simplest quotes is in it. `quote` is the next one, or the end.
 */
static bool cut_field(const char *at, const char *end, char separator, const char **quote,
                      str *field, const char **field_end)
{
    const char *to;
    if (at == *quote && at < end) {
        const char *close = memchr(at + 1, '"', (size_t)(end - at - 1));
        to = close ? close + 1 : end;
        if (!close || (to < end && *to != separator)) {
            return false;
        }
        *field = (str){at + 1, (size_t)(close - at - 1)};
        *quote = to < end ? memchr(to, '"', (size_t)(end - to)) : NULL;
        *quote = *quote ? *quote : end;
    } else {
        to = memchr(at, separator, (size_t)(end - at));
        to = to ? to : end;
        *field = (str){at, (size_t)(to - at)};
    }
    *field_end = to;
    return to <= *quote;
}

/* A carriage return that does not belong to the line end. */
static bool has_loose_return(str line)
{
    const char *at = memchr(line.at, '\r', line.length);
    return at && at + 2 != line.at + line.length;
}

/* False where the line is for libcsv. A blank line is, for it is no row. */
static bool split_line(struct reader *reader, str line)
{
    if (reader->is_all_parsed || !str_ends(line, S("\n")) || is_blank(line)) {
        return false;
    }
    bool is_crlf = line.at[line.length - 2] == '\r';
    const char *end = line.at + line.length - (is_crlf ? 2 : 1);
    const char *quote = memchr(line.at, '"', (size_t)(end - line.at));
    if (reader->has_returns && has_loose_return(line)) {
        return false;
    }
    quote = quote ? quote : end;
    reader->fields.count = 0;
    for (const char *at = line.at, *to; at; at = to < end ? to + 1 : NULL) {
        str field;
        if (!cut_field(at, end, reader->separator, &quote, &field, &to)) {
            return false;
        }
        *arena_push(reader->arena, &reader->fields) = field;
    }
    reader->facts->has_crlf |= is_crlf;
    reader->facts->has_lf |= !is_crlf;
    return true;
}

/* --- all other lines -------------------------------------------------------------------
 */

static bool is_border(char byte, char separator)
{
    return byte == separator || byte == '"' || byte == '\n' || byte == '\r';
}

/* Whether such a space is the first or the last byte of a field, or stands outside of it.
 */
static bool is_at_border(str line, char space, char separator)
{
    const char *end = line.at + line.length;
    for (const char *at = line.at; at; at = at + 1 < end ? at + 1 : NULL) {
        at = memchr(at, space, (size_t)(end - at));
        if (!at) {
            break;
        }
        if (at == line.at || at + 1 == end || is_border(at[-1], separator) ||
            is_border(at[1], separator)) {
            return true;
        }
    }
    return false;
}

/*
 * Spaces belong to the text, of which libcsv must be told; but then it asks for each
 * byte. Where no space stands at the border of a field it need not know. Two spaces at a
 * border are one at it.
 */
static bool has_spaces_outside(str line, char separator)
{
    return is_at_border(line, ' ', separator) || is_at_border(line, '\t', separator);
}

static void parse_line(struct reader *reader, str line)
{
    struct csv_parser *parser = &reader->parser;
    if (reader->has_returns && has_loose_return(line)) {
        reader->is_all_parsed = true; /* it may end a row, and the next one start here */
    }
    str fed = quote_formulas(reader, line);
    bool has_spaces = reader->is_in_row || has_spaces_outside(fed, reader->separator);
    csv_set_space_func(parser, has_spaces ? is_never_space : NULL);
    size_t taken = csv_parse(parser, fed.at, fed.length, take_field, take_row, reader);
    if (taken < fed.length) {
        size_t line_offset = (size_t)(line.at - reader->text->text.at);
        refuse_bytes(reader, line_offset + taken);
    }
    reader->is_in_row = !reader->rows_of_line && (reader->is_in_row || !is_blank(line));
}

/* --- the whole ------------------------------------------------------------------------ */

static void hand_row(struct reader *reader)
{
    struct reader_row row = {.line = reader->row_line,
                             .fields = reader->fields.at,
                             .count = reader->fields.count,
                             .is_after_blank = reader->is_after_blank};
    reader->is_stopped = !reader->take(reader->context, &row, reader->error);
    reader->is_after_blank = false;
}

static void feed_line(struct reader *reader, str line)
{
    reader->line++;
    reader->rows_of_line = 0;
    if (reader->is_in_row) {
        parse_line(reader, line);
        return;
    }
    reader->row_line = reader->line;
    if (split_line(reader, line)) {
        hand_row(reader);
        return;
    }
    reader->is_after_blank |= is_blank(line);
    parse_line(reader, line);
}

struct reader *reader_create(struct arena *arena, char separator, reader_taker *take,
                             void *context, struct reader_facts *facts, struct error *error)
{
    struct reader *reader = arena_new(arena, struct reader);
    *reader = (struct reader){
        .arena = arena,
        .separator = separator,
        .take = take,
        .context = context,
        .facts = facts,
        .error = error,
        .bytes = {.arena = arena},
    };
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI)) {
        error_set(error, ERROR_SOFTWARE, "libcsv cannot be started");
    }
    csv_set_delim(&reader->parser, (unsigned char)separator);
    csv_set_blk_size(&reader->parser, (size_t)16 * 1024);
    return reader;
}

void reader_parse_all(struct reader *reader)
{
    reader->is_all_parsed = true;
}

void reader_destroy(struct reader *reader)
{
    csv_free(&reader->parser);
}

bool reader_feed(struct reader *reader, const struct source *text)
{
    reader->text = text;
    reader->has_formulas = memchr(text->text.at, '=', text->text.length);
    reader->has_returns = memchr(text->text.at, '\r', text->text.length);
    for (str rest = text->text;
         rest.length && !reader->error->kind && !reader->is_stopped;) {
        str line = str_slice(rest, 0, str_find(rest, '\n') + 1);
        feed_line(reader, line);
        rest = str_after(rest, line.length);
    }
    return !reader->error->kind;
}

bool reader_finish(struct reader *reader)
{
    if (reader->error->kind || reader->is_stopped) {
        return !reader->error->kind;
    }
    reader->rows_of_line = 0;
    csv_set_space_func(&reader->parser, is_never_space);
    if (csv_fini(&reader->parser, take_field, take_row, reader)) {
        struct place place = reader_place(reader->text, reader->separator, reader->row_line,
                                          reader->ends.count);
        place.width = 1;
        error_at(reader->error, ERROR_DATA, place,
                 "a quote is opened here and never closed");
        error_hint(reader->error, "%s", quote_hint);
    }
    reader->facts->lines = reader->line;
    return !reader->error->kind;
}

bool reader_run(struct arena *arena, const struct source *text, char separator,
                reader_taker *take, void *context, struct reader_facts *facts,
                struct error *error)
{
    struct reader *reader = reader_create(arena, separator, take, context, facts, error);
    bool is_done = reader_feed(reader, text) && reader_finish(reader);
    reader_destroy(reader);
    return is_done;
}
