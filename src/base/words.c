/* SPDX-License-Identifier: MIT */
#include "base/words.h"

/* The slot that holds `word`, or the free one where it belongs. */
static size_t find_slot(const struct words *words, str word)
{
    size_t mask = words->slot_count - 1; /* a power of two less one */
    size_t slot = (size_t)str_hash(word) & mask;
    while (words->slots[slot] && !str_equal(words->at[words->slots[slot] - 1], word)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

/* At least half of the slots stay free. */
static void grow(struct arena *arena, struct words *words)
{
    words->slot_count = words->slot_count ? words->slot_count * 2 : 16;
    words->slots = arena_array(arena, uint32_t, words->slot_count);
    for (size_t code = 0; code < words->count; code++) {
        words->slots[find_slot(words, words->at[code])] = (uint32_t)code + 1;
    }
}

uint32_t words_add(struct arena *arena, struct words *words, str word)
{
    if (2 * words->count >= words->slot_count) {
        grow(arena, words);
    }
    uint32_t *slot = &words->slots[find_slot(words, word)];
    if (!*slot) {
        *arena_push(arena, words) = str_copy(arena, word);
        *slot = (uint32_t)words->count;
    }
    return *slot - 1;
}

uint32_t words_find(const struct words *words, str word)
{
    uint32_t code_and_one = words->count ? words->slots[find_slot(words, word)] : 0;
    return code_and_one ? code_and_one - 1 : UINT32_MAX;
}
