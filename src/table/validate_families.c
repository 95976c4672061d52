/* SPDX-License-Identifier: MIT */
/* Totals and parts among the words of a dimension. */
#include "validate_internal.h"

/* Words that stand for all others in the files of the world's customs offices. */
static const str wholes[] = {
    S("World"), S("WORLD"),          S("W00"), S("WLD"), S("Total"),
    S("TOTAL"), S("All Commodities")};

/* Sums of some of the others, also where no schema says so. */
static const str blocs[] = {S("EU27"), S("EU27_2020"), S("EU28"), S("EA19"), S("EA20")};

struct family {
    const struct words *words;
    uint32_t whole; /* code, or UINT32_MAX */
    bool *is_aggregate, *is_branch; /* by code */
};

static bool is_digits(str word)
{
    size_t number;
    return word.length < 19 && str_to_size(word, &number);
}

static void mark(struct family *family, const str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t code = words_find(family->words, words[i]);
        if (code != UINT32_MAX) {
            family->is_aggregate[code] = true;
        }
    }
}

/* The longest of the codes that begin this one and are marked, or UINT32_MAX. */
static uint32_t find_stem(const struct family *family, str word, const bool *is_marked)
{
    for (size_t length = word.length; is_digits(word) && length-- > 1;) {
        uint32_t code = words_find(family->words, str_slice(word, 0, length));
        if (code != UINT32_MAX && is_marked[code]) {
            return code;
        }
    }
    return UINT32_MAX;
}

static bool mark_branches(struct family *family)
{
    bool has_branches = false;
    for (size_t code = 0; code < family->words->count; code++) {
        uint32_t stem = find_stem(family, family->words->at[code], family->is_aggregate);
        if (stem != UINT32_MAX) {
            family->is_branch[stem] = true;
            has_branches = true;
        }
    }
    return has_branches;
}

static uint32_t find_whole(const struct family *family, const struct words *aggregates,
                           bool has_branches)
{
    uint32_t code = UINT32_MAX;
    for (size_t i = 0; code == UINT32_MAX && i < COUNT_OF(wholes); i++) {
        code = words_find(family->words, wholes[i]);
    }
    if (code == UINT32_MAX && aggregates->count && !has_branches) {
        code = words_find(family->words, aggregates->at[0]);
    }
    return code;
}

static uint32_t parent_of(const struct family *family, uint32_t code)
{
    uint32_t stem = find_stem(family, family->words->at[code], family->is_branch);
    bool is_part = !family->is_aggregate[code] || family->is_branch[code];
    if (stem != UINT32_MAX) {
        return stem;
    }
    return is_part && code != family->whole ? family->whole : UINT32_MAX;
}

const uint32_t *validate_families(struct arena *arena, const struct column *dimension)
{
    size_t count = dimension->words.count;
    struct family family = {
        .words = &dimension->words,
        .is_aggregate = arena_array(arena, bool, count),
        .is_branch = arena_array(arena, bool, count),
    };
    mark(&family, dimension->aggregates.at, dimension->aggregates.count);
    mark(&family, wholes, COUNT_OF(wholes));
    mark(&family, blocs, COUNT_OF(blocs));
    bool has_branches = mark_branches(&family);
    family.whole = find_whole(&family, &dimension->aggregates, has_branches);
    if (count < 2 || (family.whole == UINT32_MAX && !has_branches)) {
        return NULL;
    }
    uint32_t *parents = arena_array(arena, uint32_t, count);
    for (size_t code = 0; code < count; code++) {
        parents[code] = parent_of(&family, (uint32_t)code);
    }
    return parents;
}
