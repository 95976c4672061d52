/* SPDX-License-Identifier: MIT */
/* A range of a file: where its first row starts, as far as can be told, and its rows. */
#include "scan_internal.h"

const char scan_misshapen[] = "quotes, line ends or characters are not as they should be";
const char scan_ragged[] = "a row has another number of fields than the header";
const char scan_long[] = "a row is very long";

/* Of a text that starts a row: whether at least one whole row stands there. */
static bool looks_right(const struct scan_job *job, const struct scan_block *block,
                        size_t from)
{
    struct split split = split_with(job->options->kind)(block->text + from,
                                                        block->count - from, block->ends);
    size_t field_count = job->plan->columns->column_count;
    struct scan_block rest = *block;
    rest.text = block->text + from;
    return split.is_regular && split.rows && split.count >= split.rows * field_count &&
           scan_block_has_width(&rest, split.rows, field_count);
}

/* The first row that starts in the range, as far as can be told; `to` if none is found. */
static bool guess_start(const struct scan_job *job, struct scan_range *range,
                        struct scan_block *block)
{
    const struct scan_input *input = job->input;
    range->start = range->is_certain ? range->from : range->to;
    if (range->is_certain) {
        return true;
    }
    block->offset = range->from - 1;
    block->count = 0;
    if (!scan_block_fill(block, input, job->options->row_bytes_max)) {
        return false;
    }
    scan_block_close(block, input);
    for (size_t at = 0; at < block->count; at++) {
        const char *feed = memchr(block->text + at, '\n', block->count - at);
        at = feed ? (size_t)(feed - block->text) : block->count;
        if (block->offset + at + 1 >= range->to) {
            break;
        }
        if (feed && looks_right(job, block, at + 1)) {
            range->start = block->offset + at + 1;
            break;
        }
    }
    return true;
}

/* The rows that start before `to`; they are in order, and few are behind it. */
static size_t rows_before(const struct scan_block *block, size_t rows, size_t field_count,
                          size_t to)
{
    while (rows > 1 &&
           block->offset + block->ends[(rows - 1) * field_count - 1] + 1 >= to) {
        rows--;
    }
    return rows;
}

/* Adds up the whole rows of a piece of the block that start in the range. */
static const char *take_piece(const struct scan_job *job, struct scan_range *range,
                              struct scan_worker *worker, struct scan_block *piece,
                              size_t *taken)
{
    size_t field_count = job->plan->columns->column_count;
    struct split split =
        split_with(job->options->kind)(piece->text, piece->count, piece->ends);
    if (!split.is_regular) {
        return scan_misshapen;
    }
    if (split.count < split.rows * field_count ||
        !scan_block_has_width(piece, split.rows, field_count)) {
        return scan_ragged;
    }
    struct scan_rows rows = {
        .text = piece->text,
        .ends = piece->ends,
        .count = rows_before(piece, split.rows, field_count, range->to),
        .range = job->range,
        .line = range->lines,
        .has_breaks = split.has_breaks,
        .has_returns = split.has_returns,
    };
    const char *reason = scan_rows_add(worker, &rows);
    *taken = rows.count ? piece->ends[rows.count * field_count - 1] + 1 : 0;
    range->has_returns |= split.has_returns;
    range->has_feeds |= split.has_feeds;
    range->rows += rows.count;
    range->lines += rows.has_breaks ? scan_block_feeds(piece->text, *taken) : rows.count;
    return reason;
}

/* Piece by piece, so that the rows are still in the first cache when they are added up. */
static const char *take_block(const struct scan_job *job, struct scan_range *range,
                              struct scan_worker *worker, struct scan_block *block)
{
    enum { PIECE_BYTES = 16 * 1024 };
    const char *reason = NULL;
    size_t done = 0;
    for (size_t bytes = PIECE_BYTES; done < block->count && !reason;) {
        size_t left = block->count - done;
        size_t taken = 0;
        struct scan_block piece = *block;
        piece.text += done;
        piece.offset += done;
        piece.count = left < bytes ? left : bytes;
        if (piece.offset >= range->to) {
            break;
        }
        reason = take_piece(job, range, worker, &piece, &taken);
        done += taken;
        if (!taken && left <= bytes) {
            break; /* its end is in the next block */
        }
        bytes = taken ? PIECE_BYTES : 2 * bytes;
    }
    scan_block_drop(block, done);
    return reason;
}

/* Not much is read behind the range: another has it, and one row is all that is needed. */
static size_t next_bytes(const struct scan_job *job, const struct scan_range *range,
                         const struct scan_block *block)
{
    enum { BEHIND_BYTES = 1024 };
    size_t at = block->offset + block->count;
    size_t most = job->options->block_bytes;
    bool is_near = at < range->to && range->to - at + BEHIND_BYTES < most;
    return is_near ? range->to - at + BEHIND_BYTES : most;
}

const char *scan_range_read(const struct scan_job *job, struct scan_range *range,
                            struct scan_worker *worker, struct scan_block *block)
{
    const struct scan_input *input = job->input;
    if (!guess_start(job, range, block)) {
        return "a file cannot be read";
    }
    const char *reason = NULL;
    block->offset = range->start;
    block->count = 0;
    while (!reason && block->offset < range->to) {
        size_t before = block->count;
        if (!scan_block_fill(block, input, next_bytes(job, range, block))) {
            return "a file cannot be read";
        }
        bool is_last = scan_block_is_last(block, input);
        scan_block_close(block, input);
        size_t offset = block->offset;
        reason = take_block(job, range, worker, block);
        bool has_moved = block->offset > offset;
        if (!reason && !has_moved && is_last && block->offset < range->to) {
            reason = "a quote is never closed";
        }
        if (!reason && !has_moved && block->count == before) {
            reason = scan_long;
        }
    }
    range->end = block->offset;
    return reason;
}
