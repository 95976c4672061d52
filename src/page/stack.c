/* SPDX-License-Identifier: MIT */
#include "stack.h"

#include "element.h"

#include <math.h>

bool stack_set(const struct setting *setting, const struct blocks *blocks, double width,
               struct stack *stack)
{
    *stack = (struct stack){.theme = setting->theme};
    for (size_t i = 0; i < blocks->count; i++) {
        if (blocks->at[i]->kind == BLOCK_PAGE_BREAK) {
            return error_at(setting->error, ERROR_CONFIG, blocks->at[i]->place,
                            "a page break cannot stand here");
        }
    }
    if (!element_set(setting, blocks, width, &stack->blocks)) {
        return false;
    }
    stack->starts = arena_array(setting->arena, size_t, stack->blocks.count);
    for (size_t i = 0; i < stack->blocks.count; i++) {
        stack->starts[i] = stack->units;
        stack->units += stack->blocks.at[i].units;
    }
    return true;
}

/* A walk down the blocks of a part. */
struct walk {
    const struct stack *stack;
    size_t index; /* of the block */
    struct flow_part part; /* of the block, in its own units */
    double top, bottom; /* of it, from the top of the stack's part */
    bool is_first;
};

/* The block that has the unit. */
static size_t block_of(const struct stack *stack, size_t unit)
{
    size_t low = 0;
    size_t high = stack->blocks.count; /* blocks from here on begin after the unit */
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (stack->starts[middle] <= unit) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct walk walk_from(const struct stack *stack, size_t from)
{
    return (struct walk){.stack = stack, .index = block_of(stack, from), .is_first = true};
}

/* What fits of the next block from its unit `from` on into what is left of `height`. */
static void step(struct walk *walk, size_t from, double height)
{
    const struct flow_block *blocks = walk->stack->blocks.at;
    if (!walk->is_first) {
        walk->index++;
        walk->top = flow_top_below(walk->stack->theme, walk->bottom,
                                   &blocks[walk->index - 1], &blocks[walk->index]);
    }
    const struct flow_block *block = &blocks[walk->index];
    walk->part = block->kind->fit(block, from, height - walk->top);
    walk->bottom = walk->top + walk->part.height;
    walk->is_first = false;
}

struct flow_part stack_fit(const struct stack *stack, size_t from, double height)
{
    struct flow_part fitting = {from, from, 0};
    if (!stack->blocks.count) {
        return fitting;
    }
    struct walk walk = walk_from(stack, from);
    size_t first = from - stack->starts[walk.index];
    do {
        step(&walk, first, height);
        const struct flow_block *block = &stack->blocks.at[walk.index];
        bool is_last = walk.index + 1 == stack->blocks.count;
        if (walk.part.to > first && (!block->keeps_next || is_last)) {
            fitting.to = stack->starts[walk.index] + walk.part.to;
            fitting.height = walk.bottom;
        }
        if (walk.part.to < block->units) {
            break;
        }
        first = 0;
    } while (walk.index + 1 < stack->blocks.count);
    fitting.height = fitting.to > from ? fitting.height : walk.bottom;
    return fitting;
}

struct flow_part stack_whole(const struct stack *stack)
{
    return stack_fit(stack, 0, INFINITY);
}

/* Calls for each block of a part with the part of it that is in there. */
typedef void visitor(const struct flow_block *block, struct flow_part part, double top,
                     void *data);

static void visit_blocks(const struct stack *stack, struct flow_part part, visitor *visit,
                         void *data)
{
    if (part.to <= part.from) {
        return;
    }
    struct walk walk = walk_from(stack, part.from);
    size_t first = part.from - stack->starts[walk.index];
    do {
        step(&walk, first, part.height);
        visit(&stack->blocks.at[walk.index], walk.part, walk.top, data);
        first = 0;
    } while (stack->starts[walk.index] + walk.part.to < part.to);
}

struct drawing {
    struct scene *scene;
    point at;
};

static void draw_block(const struct flow_block *block, struct flow_part part, double top,
                       void *data)
{
    const struct drawing *drawing = data;
    block->kind->draw(block, drawing->scene, (point){drawing->at.x, drawing->at.y + top},
                      part);
}

void stack_draw(const struct stack *stack, struct scene *scene, point at,
                struct flow_part part)
{
    struct drawing drawing = {scene, at};
    visit_blocks(stack, part, draw_block, &drawing);
}

static void list_block(const struct flow_block *block, struct flow_part part, double top,
                       void *data)
{
    (void)top;
    if (block->kind->list_notes) {
        block->kind->list_notes(block, part, data);
    }
}

void stack_list_notes(const struct stack *stack, struct flow_part part,
                      struct note_list *notes)
{
    visit_blocks(stack, part, list_block, notes);
}
