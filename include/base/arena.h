/* SPDX-License-Identifier: MIT */
/*
 * Arena: memory that is given back all at once.
 *
 * A function that allocates takes an arena as its first parameter; one
 * without an arena does not allocate. Memory is zeroed and aligned for any
 * type. Out of memory prints a message and ends the process (EX_OSERR), so
 * that no caller has a branch for it. A zeroed struct is an empty arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
};

void *arena_allocate(struct arena *arena, size_t count, size_t size);

/* Gives everything back; the arena is empty and usable again. */
void arena_finish(struct arena *arena);

#define arena_new(arena, type) ((type *)arena_allocate(arena, 1, sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_allocate(arena, count, sizeof(type)))

/*
 * A list is any struct that has the members { T *at; size_t count, capacity; }.
 * arena_push() appends a zeroed element and yields a pointer to it, which
 * is valid until the next push.
 */
void *arena_list_grow(struct arena *arena, const void *at, size_t count, size_t *capacity,
                      size_t size);

#define arena_push(arena, list) \
    (((list)->count < (list)->capacity \
          ? (void)0 \
          : (void)((list)->at = arena_list_grow(arena, (list)->at, (list)->count, \
                                                &(list)->capacity, sizeof(*(list)->at)))), \
     &(list)->at[(list)->count++])

/* Room for so many elements in an empty list. What is not used of it costs no memory where
 * it is much: the system has it ready when it is touched. */
#define arena_reserve(arena, list, room) \
    ((list)->at = arena_allocate(arena, room, sizeof(*(list)->at)), \
     (list)->capacity = (room), (list)->count = 0)

#endif
