/* SPDX-License-Identifier: MIT */
#include "scan_internal.h"

enum { SLOT_BITS_MIN = 9, SLOTS_PER_WORD = 8, BYTES_MAX = 16 };

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

/* No calls here, and little that must be kept: this is done for each row. */
size_t scan_words_find_cells(const struct scan_words *words, const struct scan_cells *cells,
                             size_t first, uint32_t *found)
{
    const struct scan_word *at = words->at;
    const uint32_t *slots = words->slots;
    const size_t mask = ((size_t)1 << words->slot_bits) - 1;
    size_t i = first;
    for (; i < cells->count; i++) {
        str cell = scan_cell(cells, i);
        if (*cell.at == '"' || cell.length > BYTES_MAX) {
            break;
        }
        uint64_t head = scan_head(cell.at, cell.length);
        size_t slot = scan_words_slot(words, head, cell.length);
        uint32_t word = slots[slot];
        while (word && !scan_word_is(&at[word - 1], head, cell)) {
            slot = (slot + 1) & mask;
            word = slots[slot];
        }
        found[i] = word - 1; /* SCAN_NO_WORD, if it is 0 */
    }
    return i;
}

/* Nothing is stored for a row that does not pass, which most do not. */
uint32_t scan_words_choose(const struct scan_words *words, const struct scan_cells *cells,
                           struct scan_span span, struct scan_batch *batch)
{
    const struct scan_word *at = words->at;
    const uint32_t *slots = words->slots;
    const size_t mask = ((size_t)1 << words->slot_bits) - 1;
    size_t count = batch->count;
    uint32_t row = span.from;
    for (; row < span.to && count < SCAN_BATCH_ROWS; row += span.step) {
        const uint32_t *end = cells->ends + row;
        const char *text = cells->text + (end[-1] + 1);
        const size_t length = *end - (end[-1] + 1);
        if (*text == '"' || length > BYTES_MAX) {
            break;
        }
        uint64_t head = scan_head(text, length);
        size_t slot = scan_words_slot(words, head, length);
        uint32_t word = slots[slot];
        while (word && !scan_word_is(&at[word - 1], head, (str){text, length})) {
            slot = (slot + 1) & mask;
            word = slots[slot];
        }
        if (word) {
            batch->rows[count] = row;
            count += at[word - 1].is_wanted;
        }
    }
    batch->count = count;
    return row;
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
