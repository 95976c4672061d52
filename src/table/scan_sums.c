/* SPDX-License-Identifier: MIT */
/*
 * Sums: an open-addressed table by the words of the group and of the period.
 * In a thread two spellings of one period make two sums, which meet when the
 * sums of all threads do.
 */
#include "scan_internal.h"

struct scan_sums scan_sums_create(struct arena *arena, size_t measure_count)
{
    return (struct scan_sums){
        .arena = arena,
        .measure_count = measure_count,
        .groups = scan_words_create(arena),
        .spellings = scan_words_create(arena),
    };
}

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

/* The first are many: memory that is never touched costs nothing. */
static void grow(struct scan_sums *sums)
{
    enum { CAPACITY_MIN = 4 * 1024 };
    size_t capacity = sums->capacity ? 2 * sums->capacity : CAPACITY_MIN;
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

void scan_part_add(struct scan_part *part, struct scan_part other)
{
    static const uint32_t powers[SCAN_PLACES_MAX + 1] = {
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    uint8_t places = part->places > other.places ? part->places : other.places;
    uint32_t factor = powers[places - part->places];
    uint32_t other_factor = powers[places - other.places];
    part->units = part->units * factor + other.units * other_factor;
    part->width = part->width * factor + other.width * other_factor;
    part->state = part->state > other.state ? part->state : other.state;
    part->places = places;
}
