/* SPDX-License-Identifier: MIT */
#include "table/status.h"

#include <assert.h>

static const struct status statuses[STATUS_COUNT] = {
    {'E', true},  {'F', true},  {'I', true},  {'U', false}, {'P', true},
    {'V', false}, {'G', false}, {'S', false}, {'D', false}, {'N', false},
    {'B', false}, {'J', false}, {'K', false}, {'R', false}, {'W', false},
};

const struct status *status_at(size_t rank)
{
    assert(rank < STATUS_COUNT);
    return &statuses[rank];
}

size_t status_rank(char letter)
{
    size_t rank = 0;
    while (rank < STATUS_COUNT && statuses[rank].letter != letter) {
        rank++;
    }
    return rank;
}

bool status_is_uncertain(char letter)
{
    size_t rank = status_rank(letter);
    return rank < STATUS_COUNT && statuses[rank].is_uncertain;
}

static size_t strength(char letter)
{
    return status_rank(letter) + (letter == 'A');
}

char status_weaker(char a, char b)
{
    bool is_a_weaker = strength(a) < strength(b) || (strength(a) == strength(b) && a < b);
    if (is_a_weaker) {
        return a;
    }
    return b;
}

char status_flag(char letter)
{
    bool is_normal = letter < 'A' || letter > 'Z' || letter == 'A';
    if (is_normal) {
        return '\0';
    }
    return (char)(letter - 'A' + 'a');
}
