/* SPDX-License-Identifier: MIT */
#include "table/status.h"

#include <assert.h>

static const struct status statuses[STATUS_COUNT] = {
    {'E', "derived", true},
    {'F', "forecast", true},
    {'I', "imputed", true},
    {'U', "of low reliability", false},
    {'P', "provisional", true},
    {'V', "not validated", false},
    {'G', "experimental", false},
    {'S', "strike or other special event", false},
    {'D', "definition differs", false},
    {'N', "not significant", false},
    {'B', "break in series", false},
    {'J', "derogation", false},
    {'K', "included in another category", false},
    {'R', "revised", false},
    {'W', "includes another category", false},
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
