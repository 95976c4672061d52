/* SPDX-License-Identifier: MIT */
#include "chart/label.h"

#include <math.h>

struct block {
    size_t first, count; /* boxes in order */
    double start_sum; /* where each of its boxes wants the block to start */
    double size;
    double start;
};

/* Indices of the boxes by wanted place; equal ones keep their order. */
static size_t *sort_by_wish(struct arena *arena, const struct label_box *boxes,
                            size_t count)
{
    size_t *order = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && boxes[order[at - 1]].wanted > boxes[i].wanted; at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    return order;
}

static void settle(struct block *block, double low, double high)
{
    double mean = block->start_sum / (double)block->count;
    block->start = fmax(low, fmin(mean, high - block->size));
}

static void merge(struct block *block, const struct block *next, double gap)
{
    double offset = block->size + gap;
    block->start_sum += next->start_sum - (double)next->count * offset;
    block->size = offset + next->size;
    block->count += next->count;
}

void label_dodge(struct arena *arena, struct label_box *boxes, size_t count, double low,
                 double high, double gap)
{
    size_t *order = sort_by_wish(arena, boxes, count);
    struct block *blocks = arena_array(arena, struct block, count);
    size_t block_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct label_box *box = &boxes[order[i]];
        struct block *block = &blocks[block_count++];
        *block = (struct block){i, 1, box->wanted - box->size / 2, box->size, 0};
        settle(block, low, high);
        while (block_count > 1 && block[-1].start + block[-1].size + gap > block->start) {
            merge(&block[-1], block, gap);
            block--;
            block_count--;
            settle(block, low, high);
        }
    }
    for (size_t i = 0; i < block_count; i++) {
        double top = blocks[i].start;
        for (size_t k = blocks[i].first; k < blocks[i].first + blocks[i].count; k++) {
            boxes[order[k]].placed = top + boxes[order[k]].size / 2;
            top += boxes[order[k]].size + gap;
        }
    }
}
