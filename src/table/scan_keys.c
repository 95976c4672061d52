/* SPDX-License-Identifier: MIT */
/*
 * Repeated keys where the query does not tell all keys apart: of each row that
 * a task takes, 64 bits are kept that follow from the words of its dimensions
 * and its period. Rows with one key have the same bits, so none is missed.
 * Rows with different keys almost never have; if they do, the files are loaded
 * for nothing. When too many rows have come up nothing is kept any more.
 */
#include "scan_internal.h"

enum { PRINTS = 8 * 1024 - 2 };

struct scan_prints {
    struct scan_prints *older;
    size_t count;
    uint64_t at[PRINTS];
};

/* Both halves of the product, so that each bit of both reaches each of the result. */
static inline uint64_t mix(uint64_t hash, uint64_t bits)
{
    unsigned __int128 product =
        (unsigned __int128)(hash ^ 0x9E3779B97F4A7C15U) * (bits ^ 0xD6E8FEB86659FD93U);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t mix_text(uint64_t hash, str text)
{
    hash = mix(hash, text.length + 1);
    for (size_t at = 0; at < text.length; at += sizeof hash) {
        hash = mix(hash, scan_head(text.at + at, text.length - at));
    }
    return hash;
}

void scan_keys_add(struct scan_worker *worker, size_t task, const struct scan_rows *rows)
{
    const struct scan_task *said = &worker->plan->tasks[task];
    const struct scan_sums *sums = &worker->sums[task];
    const struct scan_batch *batch = worker->batch;
    struct scan_prints *prints = worker->prints[task];
    struct scan_print_budget *budget = worker->budget;
    if (atomic_load(&budget->count) > budget->most ||
        atomic_fetch_add(&budget->count, batch->count) > budget->most) {
        return;
    }
    if (!prints || prints->count + batch->count > PRINTS) {
        prints = arena_new(&worker->arena, struct scan_prints);
        prints->older = worker->prints[task];
        worker->prints[task] = prints;
    }
    uint64_t *next = prints->at + prints->count;
    prints->count += batch->count;
    for (size_t i = 0; i < batch->count; i++) {
        struct period period = sums->periods.at[batch->periods[i]];
        next[i] = mix((uint64_t)period.months, (uint64_t)(uint32_t)period.first);
    }
    for (size_t k = 0; k < said->key_count; k++) {
        const struct scan_cells cells = scan_cells_of(worker, rows, said->keys[k]);
        for (size_t i = 0; i < cells.count; i++) {
            next[i] = mix_text(next[i], scan_text(worker, scan_cell(&cells, i)));
        }
    }
}

/* --- the whole ------------------------------------------------------------------------ */

/* 0 is a free slot, so it is no print. */
struct prints {
    uint64_t *slots;
    size_t mask;
};

static bool is_new(struct prints *set, uint64_t print)
{
    print += !print;
    size_t slot = print & set->mask;
    while (set->slots[slot] && set->slots[slot] != print) {
        slot = (slot + 1) & set->mask;
    }
    bool is_free = !set->slots[slot];
    set->slots[slot] = print;
    return is_free;
}

bool scan_keys_differ(const struct scan_total *total, size_t task)
{
    size_t count = 0;
    size_t slots = 64;
    bool are_new = true;
    struct arena scratch = {0};
    for (size_t i = 0; i < total->worker_count; i++) {
        for (const struct scan_prints *prints = total->workers[i].prints[task]; prints;
             prints = prints->older) {
            count += prints->count;
        }
    }
    while (slots < 2 * count) {
        slots *= 2;
    }
    struct prints set = {arena_array(&scratch, uint64_t, slots), slots - 1};
    for (size_t i = 0; i < total->worker_count; i++) {
        for (const struct scan_prints *prints = total->workers[i].prints[task]; prints;
             prints = prints->older) {
            for (size_t k = 0; k < prints->count; k++) {
                are_new &= is_new(&set, prints->at[k]);
            }
        }
    }
    arena_finish(&scratch);
    return are_new;
}
