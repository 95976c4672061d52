/* SPDX-License-Identifier: MIT */
/* Making the program of a pattern: a descent through its text. Counted repeats are written
 * out. */
#include "pattern_internal.h"

#include "base/compiler.h"

#include <string.h>

enum { STEPS_MAX = 4000, DEPTH_MAX = 60, REPEATS_MAX = 1000 };

struct maker {
    struct arena *arena;
    str text;
    size_t at;
    struct pattern *pattern;
    int depth;
};

static bool add(struct maker *maker, struct step step)
{
    if (maker->pattern->count >= STEPS_MAX) {
        return false;
    }
    *arena_push(maker->arena, maker->pattern) = step;
    return true;
}

static char peek(const struct maker *maker)
{
    return str_byte(maker->text, maker->at);
}

static bool take(struct maker *maker, str sign)
{
    bool is_there = str_starts(str_after(maker->text, maker->at), sign);
    maker->at += is_there ? sign.length : 0;
    return is_there;
}

static void add_range(struct maker *maker, struct range_list *set, uint32_t from,
                      uint32_t to)
{
    *arena_push(maker->arena, set) = (struct range){from, to};
}

/* \d \w \s, and their opposites in capitals; false if the letter is none of them. */
static bool add_class(struct maker *maker, struct range_list *set, char letter)
{
    static const struct {
        char letter;
        struct range ranges[4];
    } classes[] = {
        {'d', {{'0', '9'}}},
        {'w', {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
        {'s', {{'\t', '\r'}, {' ', ' '}, {0xA0, 0xA0}, {0x2000, 0x200A}}},
    };
    for (size_t i = 0; i < COUNT_OF(classes); i++) {
        bool is_opposite = letter == classes[i].letter - 32;
        uint32_t next = 0;
        if (letter != classes[i].letter && !is_opposite) {
            continue;
        }
        for (size_t k = 0; k < 4 && classes[i].ranges[k].to; k++) {
            const struct range *range = &classes[i].ranges[k];
            if (!is_opposite) {
                add_range(maker, set, range->from, range->to);
            } else if (range->from > next) {
                add_range(maker, set, next, range->from - 1);
            }
            next = range->to + 1;
        }
        if (is_opposite) {
            add_range(maker, set, next, 0x10FFFF);
        }
        return true;
    }
    return false;
}

static bool take_character(struct maker *maker, uint32_t *character)
{
    size_t length = str_decode(maker->text, maker->at, character);
    maker->at += length;
    return length > 0;
}

static bool take_hex(struct maker *maker, int digits, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < digits; i++) {
        char byte = peek(maker);
        char small = (char)(byte | 0x20);
        bool is_digit = byte >= '0' && byte <= '9';
        if (!is_digit && !(small >= 'a' && small <= 'f')) {
            return false;
        }
        *code = *code * 16 + (uint32_t)(is_digit ? byte - '0' : small - 'a' + 10);
        maker->at++;
    }
    return true;
}

/* The character that an escape stands for; the backslash is taken. */
static bool take_escape(struct maker *maker, uint32_t *character)
{
    static const char letters[] = "nrtfv0";
    static const char codes[] = "\n\r\t\f\v";
    char letter = peek(maker);
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (!letter) {
        return false;
    }
    if (letter == 'u' || letter == 'x') {
        maker->at++;
        return take_hex(maker, letter == 'u' ? 4 : 2, character);
    }
    if (found) {
        maker->at++;
        *character = (uint32_t)codes[found - letters];
        return true;
    }
    return take_character(maker, character);
}

/* One member of a set: a class, or a character. *is_class: it starts no range. */
static bool take_member(struct maker *maker, struct range_list *set, uint32_t *character,
                        bool *is_class)
{
    *is_class = false;
    if (!take(maker, S("\\"))) {
        return take_character(maker, character);
    }
    if (add_class(maker, set, peek(maker))) {
        *is_class = true;
        maker->at++;
        return true;
    }
    if (peek(maker) == 'b') {
        maker->at++;
        *character = '\b';
        return true;
    }
    return take_escape(maker, character);
}

static bool make_set(struct maker *maker)
{
    struct step step = {.kind = STEP_SET, .is_negated = take(maker, S("^"))};
    while (!take(maker, S("]"))) {
        uint32_t from;
        bool is_class;
        if (!take_member(maker, &step.set, &from, &is_class)) {
            return false;
        }
        uint32_t to = from;
        bool has_end = !is_class && peek(maker) == '-' &&
                       maker->at + 1 < maker->text.length &&
                       maker->text.at[maker->at + 1] != ']';
        if (has_end) {
            maker->at++;
            if (!take_member(maker, &step.set, &to, &is_class) || is_class || to < from) {
                return false;
            }
        }
        if (!is_class) {
            add_range(maker, &step.set, from, to);
        }
    }
    return add(maker, step);
}

static bool make_alternatives(struct maker *maker);

/* What stands in brackets; the opening one is taken. */
static bool make_group(struct maker *maker)
{
    if (take(maker, S("?:"))) {
        return make_alternatives(maker) && take(maker, S(")"));
    }
    bool is_ahead = take(maker, S("?="));
    bool is_not_ahead = !is_ahead && take(maker, S("?!"));
    if (is_ahead || is_not_ahead) {
        size_t at = maker->pattern->count;
        if (!add(maker, (struct step){.kind = STEP_AHEAD, .is_negated = is_not_ahead}) ||
            !make_alternatives(maker) || !take(maker, S(")")) ||
            !add(maker, (struct step){.kind = STEP_DONE})) {
            return false;
        }
        maker->pattern->at[at].x = maker->pattern->count;
        return true;
    }
    if (take(maker, S("?<"))) { /* a name, which does not count */
        maker->at += str_find(str_after(maker->text, maker->at), '>') + 1;
    }
    size_t group = maker->pattern->group_count++;
    if (group >= PATTERN_GROUPS_MAX) {
        return false;
    }
    return add(maker, (struct step){.kind = STEP_SAVE, .x = 2 * group}) &&
           make_alternatives(maker) && take(maker, S(")")) &&
           add(maker, (struct step){.kind = STEP_SAVE, .x = 2 * group + 1});
}

static bool make_escape(struct maker *maker)
{
    struct step step = {.kind = STEP_CHARACTER};
    char letter = peek(maker);
    if (letter == 'b' || letter == 'B') {
        maker->at++;
        return add(maker, (struct step){.kind = STEP_BORDER, .is_negated = letter == 'B'});
    }
    if (letter >= '1' && letter <= '9') {
        maker->at++;
        return add(maker,
                   (struct step){.kind = STEP_REFERENCE, .x = (size_t)(letter - '0')});
    }
    if (add_class(maker, &step.set, letter)) {
        maker->at++;
        step.kind = STEP_SET;
        return add(maker, step);
    }
    return take_escape(maker, &step.from) && add(maker, step);
}

static bool make_atom(struct maker *maker)
{
    struct step step = {.kind = STEP_CHARACTER};
    if (take(maker, S("("))) {
        return make_group(maker);
    }
    if (take(maker, S("["))) {
        return make_set(maker);
    }
    if (take(maker, S("\\"))) {
        return make_escape(maker);
    }
    if (take(maker, S("."))) {
        return add(maker, (struct step){.kind = STEP_ANY});
    }
    if (take(maker, S("^"))) {
        return add(maker, (struct step){.kind = STEP_START});
    }
    if (take(maker, S("$"))) {
        return add(maker, (struct step){.kind = STEP_END});
    }
    char byte = peek(maker);
    return byte && !strchr("*+?", byte) && take_character(maker, &step.from) &&
           add(maker, step);
}

static bool take_count(struct maker *maker, size_t *count)
{
    bool has_digit = false;
    *count = 0;
    while (peek(maker) >= '0' && peek(maker) <= '9' && *count <= REPEATS_MAX) {
        *count = *count * 10 + (size_t)(peek(maker) - '0');
        maker->at++;
        has_digit = true;
    }
    return has_digit;
}

/* *, +, ?, {2}, {2,}, {2,5}; false if there is none of them. */
static bool take_repeat(struct maker *maker, size_t *least, size_t *most)
{
    size_t start = maker->at;
    *least = 0;
    *most = SIZE_MAX;
    if (take(maker, S("*"))) {
        return true;
    }
    if (take(maker, S("+"))) {
        *least = 1;
        return true;
    }
    if (take(maker, S("?"))) {
        *most = 1;
        return true;
    }
    if (take(maker, S("{")) && take_count(maker, least)) {
        *most = *least;
        if (take(maker, S(",")) && !take_count(maker, most)) {
            *most = SIZE_MAX;
        }
        if (take(maker, S("}"))) {
            return true;
        }
    }
    maker->at = start; /* a brace that is a character */
    return false;
}

/* Steps again, `shift` further on: their jumps move along. */
static bool add_moved(struct maker *maker, const struct step *steps, size_t count,
                      size_t shift)
{
    for (size_t i = 0; i < count; i++) {
        struct step step = steps[i];
        bool has_target =
            step.kind == STEP_CHOICE || step.kind == STEP_JUMP || step.kind == STEP_AHEAD;
        step.x += has_target ? shift : 0;
        step.y += has_target ? shift : 0;
        if (!add(maker, step)) {
            return false;
        }
    }
    return true;
}

/* Takes the steps from `start` on off the program. */
static struct step *cut_steps(struct maker *maker, size_t start, size_t *count)
{
    *count = maker->pattern->count - start;
    struct step *steps = arena_array(maker->arena, struct step, *count);
    if (*count) {
        memcpy(steps, maker->pattern->at + start, *count * sizeof *steps);
    }
    maker->pattern->count = start;
    return steps;
}

static void set_choice(struct step *choice, size_t in, size_t out, bool is_lazy)
{
    choice->x = is_lazy ? out : in;
    choice->y = is_lazy ? in : out;
}

/* One round that may be left out; one that ends where it began ends the repeating. */
static bool make_optional(struct maker *maker, const struct step *atom, size_t count,
                          size_t start, bool is_loop, bool is_lazy)
{
    struct pattern *pattern = maker->pattern;
    size_t choice = pattern->count;
    size_t slot = pattern->slot_count++;
    if (!add(maker, (struct step){.kind = STEP_CHOICE}) ||
        !add(maker, (struct step){.kind = STEP_SAVE, .x = slot}) ||
        !add_moved(maker, atom, count, pattern->count - start) ||
        !add(maker, (struct step){.kind = STEP_MOVED, .x = slot}) ||
        (is_loop && !add(maker, (struct step){.kind = STEP_JUMP, .x = choice}))) {
        return false;
    }
    set_choice(&pattern->at[choice], choice + 1, pattern->count, is_lazy);
    return true;
}

/* What is repeated are the steps from `start` on. */
static bool make_repeat(struct maker *maker, size_t start, size_t least, size_t most,
                        bool is_lazy)
{
    size_t count;
    const struct step *atom = cut_steps(maker, start, &count);
    for (size_t round = 0; round < least; round++) {
        if (!add_moved(maker, atom, count, maker->pattern->count - start)) {
            return false;
        }
    }
    if (most == SIZE_MAX) {
        return make_optional(maker, atom, count, start, true, is_lazy);
    }
    for (size_t round = least; round < most; round++) {
        if (!make_optional(maker, atom, count, start, false, is_lazy)) {
            return false;
        }
    }
    return true;
}

static bool make_sequence(struct maker *maker)
{
    while (maker->at < maker->text.length && peek(maker) != '|' && peek(maker) != ')') {
        size_t start = maker->pattern->count;
        size_t least;
        size_t most;
        if (!make_atom(maker)) {
            return false;
        }
        if (take_repeat(maker, &least, &most)) {
            bool is_lazy = take(maker, S("?"));
            if (least > REPEATS_MAX || (most != SIZE_MAX && most > REPEATS_MAX) ||
                !make_repeat(maker, start, least, most, is_lazy)) {
                return false;
            }
        }
    }
    return true;
}

/* a|b: a choice before a, and a jump over b behind it. */
static bool make_alternatives(struct maker *maker)
{
    if (++maker->depth > DEPTH_MAX) {
        return false;
    }
    size_t start = maker->pattern->count;
    if (!make_sequence(maker)) {
        return false;
    }
    if (take(maker, S("|"))) {
        size_t count;
        struct pattern *pattern = maker->pattern;
        const struct step *first = cut_steps(maker, start, &count);
        if (!add(maker, (struct step){.kind = STEP_CHOICE, .x = start + 1}) ||
            !add_moved(maker, first, count, 1)) {
            return false;
        }
        size_t jump = pattern->count;
        if (!add(maker, (struct step){.kind = STEP_JUMP})) {
            return false;
        }
        pattern->at[start].y = pattern->count;
        if (!make_alternatives(maker)) {
            return false;
        }
        pattern->at[jump].x = pattern->count;
    }
    maker->depth--;
    return true;
}

const struct pattern *pattern_make(struct arena *arena, str text, str flags)
{
    struct pattern *pattern = arena_new(arena, struct pattern);
    struct maker maker = {.arena = arena, .text = text, .pattern = pattern};
    pattern->is_global = str_find(flags, 'g') < flags.length;
    pattern->is_any_case = str_find(flags, 'i') < flags.length;
    pattern->is_multiline = str_find(flags, 'm') < flags.length;
    pattern->has_dot_all = str_find(flags, 's') < flags.length;
    pattern->group_count = 1;
    pattern->slot_count = (size_t)2 * PATTERN_GROUPS_MAX;
    bool is_made = make_alternatives(&maker) && maker.at == text.length &&
                   add(&maker, (struct step){.kind = STEP_DONE});
    return is_made ? pattern : NULL;
}

bool pattern_is_global(const struct pattern *pattern)
{
    return pattern->is_global;
}
