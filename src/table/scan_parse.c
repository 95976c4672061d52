/* SPDX-License-Identifier: MIT */
/*
 * Rows through libcsv: for files that only the splitters cannot take, since a
 * line is blank, a row very long, or a code written ="0101". The fields of the
 * columns that are needed are put together as the splitters would have found
 * them, and the rest is as with all others.
 */
#include "scan_internal.h"

#include "table/reader.h"

enum { TEXT_BYTES = 32 * 1024 };

struct parse {
    const struct scan_job *job;
    struct scan_range *range;
    struct scan_worker *worker;
    const char *reason;

    /* Rows that are put together. */
    char *text;
    size_t capacity, length;
    uint32_t *ends; /* ends[-1] is there */
    uint32_t lines[SCAN_BATCH_ROWS]; /* after that of the first */
    size_t row_count, first_line;
};

static bool flush(struct parse *parse)
{
    const struct scan_rows rows = {
        .text = parse->text,
        .ends = parse->ends,
        .count = parse->row_count,
        .range = parse->job->range,
        .line = parse->first_line,
        .lines = parse->lines,
    };
    parse->reason = parse->row_count ? scan_rows_add(parse->worker, &rows) : NULL;
    parse->range->rows += parse->row_count;
    parse->row_count = 0;
    parse->length = 0;
    return !parse->reason;
}

/* A field that starts with a quote would be taken for a quoted one. */
static void put_field(struct parse *parse, str field)
{
    char *to = parse->text + parse->length;
    if (field.length && *field.at == '"') {
        *to++ = '"';
        for (size_t i = 0; i < field.length; i++) {
            *to++ = field.at[i];
            if (field.at[i] == '"') {
                *to++ = '"';
            }
        }
        *to++ = '"';
    } else if (field.length) {
        memcpy(to, field.at, field.length);
        to += field.length;
    }
    parse->length = (size_t)(to - parse->text);
}

static bool refuse(struct parse *parse, const char *reason)
{
    parse->reason = reason;
    return false;
}

/* Twice the bytes of its needed fields, in case they are all quotes. */
static size_t bytes_of(const struct parse *parse, const struct reader_row *row)
{
    size_t bytes = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool is_needed = parse->job->plan->is_needed[i];
        bytes += (is_needed ? 2 * row->fields[i].length : 0) + sizeof "\"\",";
    }
    return bytes;
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct parse *parse = context;
    size_t field_count = parse->job->plan->columns->column_count;
    (void)error;
    if (row->count != field_count) {
        return refuse(parse, scan_ragged);
    }
    size_t bytes = bytes_of(parse, row);
    if (bytes > parse->capacity) {
        return refuse(parse, scan_long);
    }
    if ((parse->row_count == SCAN_BATCH_ROWS || parse->length + bytes > parse->capacity) &&
        !flush(parse)) {
        return false;
    }
    uint32_t *ends = parse->ends + parse->row_count * field_count;
    if (!parse->row_count) {
        parse->first_line = row->line - 1;
    }
    parse->lines[parse->row_count++] = (uint32_t)(row->line - 1 - parse->first_line);
    for (size_t i = 0; i < field_count; i++) {
        if (parse->job->plan->is_needed[i]) {
            put_field(parse, row->fields[i]);
        }
        ends[i] = (uint32_t)parse->length;
        parse->text[parse->length++] = ',';
    }
    return true;
}

/* --- blocks --------------------------------------------------------------------------- */

/* Lines in UTF-8 without a NUL. */
static bool is_text(str text)
{
    const uint64_t high_bits = 0x8080808080808080U;
    size_t at = 0;
    if (memchr(text.at, '\0', text.length)) {
        return false;
    }
    while (at < text.length) {
        uint32_t character;
        uint64_t bytes = scan_head(text.at + at, text.length - at);
        if (!(bytes & high_bits)) {
            at += sizeof bytes;
            continue;
        }
        size_t length = str_decode(text, at, &character);
        if (!length) {
            return false;
        }
        at += length;
    }
    return true;
}

/* Hands on the whole lines of the block, or all of the last one; there may be none yet. */
static bool feed(struct parse *parse, struct reader *reader, struct scan_block *block)
{
    bool is_last = scan_block_is_last(block, parse->job->input);
    const char *feed = memrchr(block->text, '\n', block->count);
    size_t length = is_last ? block->count : feed ? (size_t)(feed - block->text) + 1 : 0;
    const struct source lines = {.text = {block->text, length}};
    if (!length) {
        return block->count < block->capacity || refuse(parse, scan_long);
    }
    if (!is_text(lines.text)) {
        return refuse(parse, scan_misshapen);
    }
    bool is_fed = reader_feed(reader, &lines) && (!is_last || reader_finish(reader));
    scan_block_drop(block, length);
    if (!is_fed || parse->reason) {
        return refuse(parse, parse->reason ? parse->reason : scan_misshapen);
    }
    return true;
}

static void create(struct arena *arena, struct parse *parse)
{
    size_t field_count = parse->job->plan->columns->column_count;
    parse->capacity = TEXT_BYTES + 2 * parse->job->options->row_bytes_max;
    parse->text = arena_array(arena, char, parse->capacity + (size_t)2 * SPLIT_PADDING);
    parse->text += SPLIT_PADDING;
    parse->ends = arena_array(arena, uint32_t, SCAN_BATCH_ROWS * field_count + 1);
    *parse->ends++ = UINT32_MAX;
}

const char *scan_range_parse(const struct scan_job *job, struct scan_range *range,
                             struct scan_worker *worker, struct scan_block *block)
{
    struct parse parse = {.job = job, .range = range, .worker = worker};
    struct reader_facts facts = {0};
    struct error error = {0};
    struct arena arena = {0};
    create(&arena, &parse);
    struct reader *reader = reader_create(&arena, ',', take_row, &parse, &facts, &error);
    range->start = range->from;
    range->end = range->to;
    block->offset = range->from;
    block->count = 0;
    while (!parse.reason && block->offset < range->to) {
        if (!scan_block_fill(block, job->input, job->options->block_bytes)) {
            parse.reason = "a file cannot be read";
        } else {
            (void)feed(&parse, reader, block);
        }
    }
    if (!parse.reason) {
        (void)flush(&parse);
    }
    range->lines = facts.lines;
    range->has_returns = facts.has_crlf;
    range->has_feeds = facts.has_lf;
    reader_destroy(reader);
    arena_finish(&arena);
    return parse.reason;
}
