/* SPDX-License-Identifier: MIT */
/*
 * The sums of one thread: an open-addressed table by the words of the group
 * and of the period. Two spellings of one period make two sums here, which
 * meet when the sums of all threads do.
 */
#include "scan_internal.h"

static size_t slot_of(const struct scan_sums *sums, uint32_t by, uint32_t period)
{
    uint64_t hash = ((uint64_t)by << 32 | period) * 0x9E3779B97F4A7C15U;
    return (size_t)(hash >> 32) & (sums->slot_count - 1);
}

static void put(struct scan_sums *sums, uint32_t sum)
{
    size_t slot = slot_of(sums, sums->at[sum].by, sums->at[sum].period);
    while (sums->slots[slot]) {
        slot = (slot + 1) & (sums->slot_count - 1);
    }
    sums->slots[slot] = sum + 1;
}

static void grow(struct scan_sums *sums)
{
    size_t capacity = sums->capacity ? 2 * sums->capacity : 256;
    struct scan_sum *at = arena_array(sums->arena, struct scan_sum, capacity);
    struct scan_part *parts =
        arena_array(sums->arena, struct scan_part, capacity * sums->measure_count);
    if (sums->count) {
        memcpy(at, sums->at, sums->count * sizeof *at);
        memcpy(parts, sums->parts, sums->count * sums->measure_count * sizeof *parts);
    }
    sums->at = at;
    sums->parts = parts;
    sums->capacity = capacity;
    sums->slot_count = 2 * capacity;
    sums->slots = arena_array(sums->arena, uint32_t, sums->slot_count);
    for (size_t i = 0; i < sums->count; i++) {
        put(sums, (uint32_t)i);
    }
}

uint32_t scan_sums_find(struct scan_sums *sums, uint32_t by, uint32_t period)
{
    if (sums->count == sums->capacity) {
        grow(sums);
    }
    size_t slot = slot_of(sums, by, period);
    for (; sums->slots[slot]; slot = (slot + 1) & (sums->slot_count - 1)) {
        uint32_t found = sums->slots[slot] - 1;
        if (sums->at[found].by == by && sums->at[found].period == period) {
            return found;
        }
    }
    uint32_t sum = (uint32_t)sums->count++;
    sums->at[sum] = (struct scan_sum){.by = by, .period = period, .status = 'A'};
    sums->slots[slot] = sum + 1;
    return sum;
}
