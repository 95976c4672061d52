/* SPDX-License-Identifier: MIT */
/* The numbers of a trace: all as a list, one by its id, some by themselves. */
#include "document/trace.h"

#include "base/buffer.h"

#include <string.h>

/* Text and at least one space, up to a column: characters count, not bytes. */
static void add_column(struct buffer *out, str text, size_t width)
{
    buffer_add(out, text);
    size_t used = str_characters(text);
    buffer_print(out, "%*s", used < width ? (int)(width - used) : 2, "");
}

str trace_list(struct arena *arena, const struct trace *trace, size_t page)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < trace->numbers.count; i++) {
        const struct trace_number *number = &trace->numbers.at[i];
        if (!page || number->page == page) {
            add_column(&out, number->id, 8);
            add_column(&out, number->text, 24);
            buffer_add(&out, number->expression);
            buffer_add_byte(&out, '\n');
        }
    }
    return buffer_text(&out);
}

const struct trace_number *trace_find(struct arena *arena, const struct trace *trace,
                                      str id, struct error *error)
{
    str *ids = arena_array(arena, str, trace->numbers.count);
    for (size_t i = 0; i < trace->numbers.count; i++) {
        ids[i] = trace->numbers.at[i].id;
        if (str_equal(ids[i], id)) {
            return &trace->numbers.at[i];
        }
    }
    error_set(error, ERROR_USAGE, "no number here has the id \"%.*s\"", STR_ARG(id));
    if (!trace->numbers.count) {
        error_hint(error, "no number was printed");
        return NULL;
    }
    error_suggest(error, id, ids, trace->numbers.count);
    return NULL;
}

/* Copies a step and those below it, each once: `moved` has its new index + 1. */
static size_t copy_step(struct arena *arena, const struct trace *from, size_t step,
                        size_t *moved, struct trace *to)
{
    if (moved[step]) {
        return moved[step] - 1;
    }
    size_t index = to->steps.count;
    struct trace_step *copy = arena_push(arena, &to->steps);
    *copy = from->steps.at[step];
    copy->operands.at = arena_array(arena, size_t, copy->operands.count);
    moved[step] = index + 1;
    for (size_t i = 0; i < from->steps.at[step].operands.count; i++) {
        size_t operand =
            copy_step(arena, from, from->steps.at[step].operands.at[i], moved, to);
        to->steps.at[index].operands.at[i] = operand;
    }
    return index;
}

const struct trace *trace_pick(struct arena *arena, const struct trace *trace,
                               const struct trace_number *numbers, size_t count)
{
    struct trace *picked = arena_new(arena, struct trace);
    size_t *moved = arena_array(arena, size_t, trace->steps.count);
    *picked = *trace;
    memset(&picked->steps, 0, sizeof picked->steps);
    memset(&picked->numbers, 0, sizeof picked->numbers);
    for (size_t i = 0; i < count; i++) {
        struct trace_number number = numbers[i];
        number.step = copy_step(arena, trace, number.step, moved, picked);
        *arena_push(arena, &picked->numbers) = number;
    }
    return picked;
}
