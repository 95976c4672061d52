/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

enum { BLOCK_BYTES = 64 * 1024 };

/* The first room of a list: most lists are short, and there are many of them. */
enum { FIRST_LIST_COUNT = 8, FIRST_LIST_BYTES = 256 };

struct arena_block {
    struct arena_block *older;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

static _Noreturn void out_of_memory(size_t size)
{
    fprintf(stderr, "ytterby: out of memory (%zu bytes wanted)\n", size);
    exit(EX_OSERR);
}

static struct arena_block *block_create(size_t size, struct arena_block *older)
{
    struct arena_block *block = calloc(1, sizeof *block + size);
    if (!block) {
        out_of_memory(size);
    }
    block->size = size;
    block->older = older;
    return block;
}

/* A large object gets a block of its own behind the newest, whose free rest stays in use.
 */
static void *allocate_alone(struct arena *arena, size_t size)
{
    if (!arena->newest) {
        arena->newest = block_create(BLOCK_BYTES, NULL);
    }
    struct arena_block *block = block_create(size, arena->newest->older);
    arena->newest->older = block;
    block->used = size;
    return block->bytes;
}

void *arena_allocate(struct arena *arena, size_t count, size_t size)
{
    size_t wanted;
    if (__builtin_mul_overflow(count, size, &wanted) || wanted > SIZE_MAX / 2) {
        out_of_memory(SIZE_MAX);
    }
    const size_t align = alignof(max_align_t);
    wanted = (wanted + align - 1) / align * align;
    if (wanted > BLOCK_BYTES / 4) {
        return allocate_alone(arena, wanted);
    }
    struct arena_block *block = arena->newest;
    if (!block || block->size - block->used < wanted) {
        block = arena->newest = block_create(BLOCK_BYTES, block);
    }
    void *memory = block->bytes + block->used;
    block->used += wanted;
    return memory;
}

void arena_finish(struct arena *arena)
{
    while (arena->newest) {
        struct arena_block *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
}

void *arena_list_grow(struct arena *arena, const void *at, size_t count, size_t *capacity,
                      size_t size)
{
    size_t first = FIRST_LIST_BYTES / size;
    first = first < 1 ? 1 : first > FIRST_LIST_COUNT ? FIRST_LIST_COUNT : first;
    *capacity = *capacity ? *capacity * 2 : first;
    void *grown = arena_allocate(arena, *capacity, size);
    if (count) {
        memcpy(grown, at, count * size);
    }
    return grown;
}
