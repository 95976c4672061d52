/* SPDX-License-Identifier: MIT */
/* Numbers and sentences of two traces. */
#include "archive/compare.h"

/* Numbers of a trace by what they are: the same expression at the same place. */
struct places {
    struct words keys;
    struct {
        const struct trace_number **at;
        size_t count, capacity;
    } numbers; /* by the code of its key */
};

/* One expression at one place may print several numbers: rows of a table. */
static struct places place_numbers(struct arena *arena, const struct trace *trace)
{
    struct places places = {0};
    struct words seen = {0};
    size_t *times = arena_array(arena, size_t, trace->numbers.count + 1);
    for (size_t i = 0; i < trace->numbers.count; i++) {
        const struct trace_number *number = &trace->numbers.at[i];
        const struct trace_step *step = &trace->steps.at[number->step];
        str place = str_print(arena, "%.*s:%zu:%zu %.*s %.*s %.*s", STR_ARG(number->file),
                              number->line, number->column, STR_ARG(number->expression),
                              STR_ARG(step->name), STR_ARG(step->period));
        uint32_t code = words_add(arena, &seen, place);
        str key = str_print(arena, "%.*s #%zu", STR_ARG(place), ++times[code]);
        words_add(arena, &places.keys, key);
        *arena_push(arena, &places.numbers) = number;
    }
    return places;
}

/* A sentence has words; a figure has a unit at most. */
static bool is_sentence(str text)
{
    size_t words = 0;
    for (size_t i = 0; i + 1 < text.length; i++) {
        bool is_letter = (text.at[i] | 0x20) >= 'a' && (text.at[i] | 0x20) <= 'z';
        words += is_letter && text.at[i + 1] == ' ';
    }
    return words >= 3;
}

static void add_change(struct arena *arena, const struct trace_number *before,
                       const struct trace_number *after, struct comparison *comparison)
{
    struct number_change change = {0};
    change.before = before ? *before : change.before;
    change.after = after ? *after : change.after;
    change.is_sentence = is_sentence(change.before.text) || is_sentence(change.after.text);
    *arena_push(arena, &comparison->numbers) = change;
}

void compare_numbers(struct arena *arena, const struct trace *before,
                     const struct trace *after, struct comparison *comparison)
{
    struct places old = place_numbers(arena, before);
    struct places new = place_numbers(arena, after);
    for (size_t i = 0; i < old.numbers.count; i++) {
        uint32_t code = words_find(&new.keys, old.keys.at[i]);
        const struct trace_number *one = old.numbers.at[i];
        const struct trace_number *other =
            code < new.numbers.count ? new.numbers.at[code] : NULL;
        comparison->number_count += other != NULL;
        if (!other || !str_equal(one->text, other->text)) {
            add_change(arena, one, other, comparison);
        }
    }
    for (size_t i = 0; i < new.numbers.count; i++) {
        if (words_find(&old.keys, new.keys.at[i]) == UINT32_MAX) {
            add_change(arena, NULL, new.numbers.at[i], comparison);
        }
    }
}
