/* SPDX-License-Identifier: MIT */
#include "pattern_internal.h"

#include <string.h>

/* A pattern that goes back too often has no match: it would run for years. */
enum { RUNS_MAX = 2000000, BACKS_MAX = 200000, NESTING_MAX = 30 };

/* What is undone, from the last: a choice not taken yet, or what a slot had before. */
struct back {
    size_t step; /* of a choice; else SIZE_MAX: */
    size_t at; /* place in the text, or the slot */
    size_t value; /* of the slot */
};

struct machine {
    struct arena *arena;
    const struct pattern *pattern;
    str text;
    size_t *slots; /* place + 1 */
    struct {
        struct back *at;
        size_t count, capacity;
    } backs;
    size_t runs;
};

static uint32_t small(uint32_t character)
{
    bool is_capital = (character >= 'A' && character <= 'Z') ||
                      (character >= 0xC0 && character <= 0xDE && character != 0xD7) ||
                      (character >= 0x391 && character <= 0x3A9) ||
                      (character >= 0x410 && character <= 0x42F);
    return character + (is_capital ? 32 : 0);
}

static bool is_in_set(const struct step *step, uint32_t character)
{
    for (size_t i = 0; i < step->set.count; i++) {
        if (character >= step->set.at[i].from && character <= step->set.at[i].to) {
            return true;
        }
    }
    return false;
}

/* Capitals and small letters of a set: the ASCII ones, both ways. */
static bool set_matches(const struct machine *machine, const struct step *step,
                        uint32_t character)
{
    bool is_in = is_in_set(step, character);
    if (machine->pattern->is_any_case && !is_in) {
        uint32_t lower = small(character);
        is_in = is_in_set(step, lower) ||
                (lower >= 32 && is_in_set(step, lower - 32) && small(lower - 32) == lower);
    }
    return is_in != step->is_negated;
}

/* A step that takes one character. */
static bool takes(const struct machine *machine, const struct step *step, size_t *at)
{
    uint32_t character;
    size_t length = str_decode(machine->text, *at, &character);
    bool is_taken;
    if (!length) {
        return false;
    }
    if (step->kind == STEP_SET) {
        is_taken = set_matches(machine, step, character);
    } else if (step->kind == STEP_ANY) {
        is_taken =
            machine->pattern->has_dot_all || (character != '\n' && character != '\r');
    } else {
        is_taken = character == step->from ||
                   (machine->pattern->is_any_case && small(character) == small(step->from));
    }
    *at += is_taken ? length : 0;
    return is_taken;
}

static bool is_word_byte(str text, size_t at)
{
    char byte = str_byte(text, at);
    char letter = (char)(byte | 0x20);
    return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

static bool stands_at(const struct machine *machine, const struct step *step, size_t at)
{
    str text = machine->text;
    bool is_multiline = machine->pattern->is_multiline;
    switch (step->kind) {
    case STEP_START:
        return at == 0 || (is_multiline && text.at[at - 1] == '\n');
    case STEP_END:
        return at == text.length || (is_multiline && text.at[at] == '\n');
    default:
        return ((at > 0 && is_word_byte(text, at - 1)) != is_word_byte(text, at)) !=
               step->is_negated;
    }
}

static bool takes_reference(const struct machine *machine, const struct step *step,
                            size_t *at)
{
    size_t from = machine->slots[2 * step->x];
    size_t to = machine->slots[2 * step->x + 1];
    if (!from || !to) {
        return true; /* a group that was not used */
    }
    str group = str_slice(machine->text, from - 1, to - 1);
    bool is_there = str_starts(str_after(machine->text, *at), group);
    *at += is_there ? group.length : 0;
    return is_there;
}

static void push(struct machine *machine, size_t step, size_t at, size_t value)
{
    *arena_push(machine->arena, &machine->backs) = (struct back){step, at, value};
}

/* Back to the last choice, down to `floor`; false if there is none. */
static bool go_back(struct machine *machine, size_t floor, size_t *step, size_t *at)
{
    while (machine->backs.count > floor) {
        struct back back = machine->backs.at[--machine->backs.count];
        if (back.step != SIZE_MAX) {
            *step = back.step;
            *at = back.at;
            return true;
        }
        machine->slots[back.at] = back.value;
    }
    return false;
}

static bool run(struct machine *machine, size_t step_at, size_t at, int nesting,
                size_t *end);

/* What lies ahead is looked at by a run of its own, and nothing of it is undone later. */
static bool looks_ahead(struct machine *machine, size_t step_at, size_t at, int nesting)
{
    size_t end;
    size_t floor = machine->backs.count;
    bool is_there =
        nesting < NESTING_MAX && run(machine, step_at + 1, at, nesting + 1, &end);
    machine->backs.count = floor;
    return is_there != machine->pattern->at[step_at].is_negated;
}

static bool run(struct machine *machine, size_t step_at, size_t at, int nesting,
                size_t *end)
{
    size_t floor = machine->backs.count;
    while (machine->runs++ < RUNS_MAX && machine->backs.count < BACKS_MAX) {
        const struct step *step = &machine->pattern->at[step_at];
        bool goes_on = true;
        size_t next = step_at + 1;
        switch (step->kind) {
        case STEP_CHARACTER:
        case STEP_ANY:
        case STEP_SET:
            goes_on = takes(machine, step, &at);
            break;
        case STEP_CHOICE:
            push(machine, step->y, at, 0);
            next = step->x;
            break;
        case STEP_JUMP:
            next = step->x;
            break;
        case STEP_SAVE:
            push(machine, SIZE_MAX, step->x, machine->slots[step->x]);
            machine->slots[step->x] = at + 1;
            break;
        case STEP_START:
        case STEP_END:
        case STEP_BORDER:
            goes_on = stands_at(machine, step, at);
            break;
        case STEP_REFERENCE:
            goes_on = takes_reference(machine, step, &at);
            break;
        case STEP_AHEAD:
            goes_on = looks_ahead(machine, step_at, at, nesting);
            next = step->x;
            break;
        case STEP_MOVED:
            goes_on = machine->slots[step->x] != at + 1;
            break;
        case STEP_DONE:
            *end = at;
            return true;
        }
        step_at = next;
        if (!goes_on && !go_back(machine, floor, &step_at, &at)) {
            return false;
        }
    }
    return false;
}

bool pattern_find(const struct pattern *pattern, str text, size_t from,
                  struct pattern_match *match)
{
    struct arena scratch = {0};
    struct machine machine = {.arena = &scratch, .pattern = pattern, .text = text};
    bool is_found = false;
    machine.slots = arena_array(&scratch, size_t, pattern->slot_count);
    for (size_t at = from; at <= text.length && !is_found; at++) {
        size_t end;
        machine.backs.count = 0;
        memset(machine.slots, 0, pattern->slot_count * sizeof *machine.slots);
        is_found = run(&machine, 0, at, 0, &end);
        if (is_found) {
            *match = (struct pattern_match){.count = pattern->group_count};
            for (size_t group = 1; group < pattern->group_count; group++) {
                bool is_used = machine.slots[2 * group] && machine.slots[2 * group + 1];
                match->starts[group] = is_used ? machine.slots[2 * group] - 1 : 0;
                match->ends[group] = is_used ? machine.slots[2 * group + 1] - 1 : 0;
            }
            match->starts[0] = at;
            match->ends[0] = end;
        }
    }
    arena_finish(&scratch);
    return is_found;
}
