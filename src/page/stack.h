/* SPDX-License-Identifier: MIT */
/*
 * Stacks: flow blocks below each other as one block, as in the cells of a row
 * and in boxes. Its units are those of its blocks, so that it is broken where
 * they are; headings stay with what follows.
 */
#ifndef PAGE_STACK_H
#define PAGE_STACK_H

#include "page/flow.h"

struct stack {
    const struct theme *theme;
    struct flow_blocks blocks;
    size_t *starts; /* the first unit of each block */
    size_t units;
};

/* Sets blocks into `width`. */
NODISCARD bool stack_set(const struct setting *setting, const struct blocks *blocks,
                         double width, struct stack *stack);

struct flow_part stack_fit(const struct stack *stack, size_t from, double height);
struct flow_part stack_whole(const struct stack *stack);
void stack_draw(const struct stack *stack, struct scene *scene, point at,
                struct flow_part part);
void stack_list_notes(const struct stack *stack, struct flow_part part,
                      struct note_list *notes);

#endif
