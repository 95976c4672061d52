/* SPDX-License-Identifier: MIT */
#include "scan_internal.h"

enum { SLOT_BITS_MIN = 9, SLOTS_PER_WORD = 8 };

static void put(struct scan_words *words, uint32_t word)
{
    size_t mask = ((size_t)1 << words->slot_bits) - 1;
    size_t slot =
        scan_words_slot(words, words->at[word].heads[0], words->at[word].text.length);
    while (words->slots[slot]) {
        slot = (slot + 1) & mask;
    }
    words->slots[slot] = word + 1;
}

static void make_slots(struct arena *arena, struct scan_words *words, unsigned bits)
{
    words->slot_bits = bits;
    words->slots = arena_array(arena, uint32_t, (size_t)1 << bits);
    for (size_t i = 0; i < words->count; i++) {
        put(words, (uint32_t)i);
    }
}

struct scan_words scan_words_create(struct arena *arena)
{
    struct scan_words words = {0};
    make_slots(arena, &words, SLOT_BITS_MIN);
    return words;
}

/* A copy with readable bytes behind it. */
static str copy_padded(struct arena *arena, str text)
{
    char *bytes = arena_array(arena, char, text.length + 2 * sizeof(uint64_t));
    if (text.length) {
        memcpy(bytes, text.at, text.length);
    }
    return (str){bytes, text.length};
}

uint32_t scan_words_add(struct arena *arena, struct scan_words *words, str text)
{
    str copy = copy_padded(arena, text);
    uint32_t found = scan_words_find(words, copy);
    if (found != SCAN_NO_WORD) {
        return found;
    }
    struct scan_word *word = arena_push(arena, words);
    word->text = copy;
    word->heads[0] = scan_head(copy.at, copy.length);
    word->heads[1] = copy.length > 8 ? scan_head(copy.at + 8, copy.length - 8) : 0;
    word->period = SCAN_NO_WORD;
    if (SLOTS_PER_WORD * words->count > (size_t)1 << words->slot_bits) {
        make_slots(arena, words, words->slot_bits + 1);
    } else {
        put(words, (uint32_t)words->count - 1);
    }
    return (uint32_t)words->count - 1;
}
