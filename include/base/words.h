/* SPDX-License-Identifier: MIT */
/*
 * Words: texts without repetition, numbered in the order in which they came.
 *
 * An open-addressed hash table: finding one among many takes as long as among few.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/str.h"

struct words {
    str *at;
    size_t count, capacity;
    uint32_t *slots; /* word + 1, 0 is free */
    size_t slot_count;
};

/* Code of `word`; words_add() makes it one where it is new, words_find() gives UINT32_MAX.
 */
uint32_t words_add(struct arena *arena, struct words *words, str word);
uint32_t words_find(const struct words *words, str word);

#endif
