/* SPDX-License-Identifier: MIT */
/* The part of a file that a thread has before it: whole rows, and the start of the next. */
#include "scan_internal.h"

#include <errno.h>
#include <unistd.h>

enum { MARGIN = 16 }; /* readable bytes before a block; behind it there is SPLIT_PADDING */

void scan_block_create(struct arena *arena, size_t capacity, struct scan_block *block)
{
    *block = (struct scan_block){.capacity = capacity};
    char *bytes = arena_array(arena, char, MARGIN + block->capacity + 1 + SPLIT_PADDING);
    block->text = bytes + MARGIN;
    uint32_t *ends = arena_array(arena, uint32_t, block->capacity + 2 + SPLIT_SLACK);
    *ends = UINT32_MAX;
    block->ends = ends + 1;
}

/* Reads on behind what is there. False where that fails; a file that has shrunk does. */
bool scan_block_fill(struct scan_block *block, const struct scan_input *input, size_t most)
{
    size_t at = block->offset + block->count;
    size_t room = block->capacity - block->count;
    size_t wanted = most < room ? most : room;
    wanted = wanted < input->size - at ? wanted : input->size - at;
    while (wanted) {
        ssize_t got = pread(input->descriptor, block->text + block->count, wanted,
                            (off_t)(block->offset + block->count));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        block->count += (size_t)got;
        wanted -= (size_t)got;
    }
    return true;
}

bool scan_block_is_last(const struct scan_block *block, const struct scan_input *input)
{
    return block->offset + block->count >= input->size;
}

/* The last line of a file need not end: it is given the line feed that it lacks. */
void scan_block_close(struct scan_block *block, const struct scan_input *input)
{
    if (scan_block_is_last(block, input) && block->count &&
        block->text[block->count - 1] != '\n') {
        block->text[block->count++] = '\n';
    }
}

/* Each row has its fields, so that the last of them ends it. */
bool scan_block_has_width(const struct scan_block *block, size_t rows, size_t field_count)
{
    for (size_t row = 1; row <= rows; row++) {
        if (block->text[block->ends[row * field_count - 1]] != '\n') {
            return false;
        }
    }
    return true;
}

size_t scan_block_feeds(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += text[i] == '\n';
    }
    return count;
}

/* Drops the rows that are done and moves what is left to the front. */
void scan_block_drop(struct scan_block *block, size_t bytes)
{
    block->count -= bytes;
    block->offset += bytes;
    memmove(block->text, block->text + bytes, block->count);
}

/* Both blocks are filled anew; a file that cannot be read is not the same. */
static bool has_next_alike(struct scan_block *a, const struct scan_input *first,
                           struct scan_block *b, const struct scan_input *second)
{
    scan_block_drop(a, a->count);
    scan_block_drop(b, b->count);
    return scan_block_fill(a, first, a->capacity) &&
           scan_block_fill(b, second, b->capacity) && a->count == b->count &&
           !memcmp(a->text, b->text, a->count);
}

bool scan_input_equals(const struct scan_input *first, const struct scan_input *second)
{
    enum { BYTES = 64 * 1024 };
    struct arena scratch = {0};
    struct scan_block a;
    struct scan_block b;
    bool is_same = true;
    if (first->size != second->size) {
        return false;
    }
    scan_block_create(&scratch, BYTES, &a);
    scan_block_create(&scratch, BYTES, &b);
    while (is_same && !scan_block_is_last(&a, first)) {
        is_same = has_next_alike(&a, first, &b, second);
    }
    arena_finish(&scratch);
    return is_same;
}
