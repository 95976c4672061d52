/* SPDX-License-Identifier: MIT */
/*
 * Status: what a letter of SDMX's OBS_STATUS says of a figure.
 *
 * The letters stand in one table, the weakest first: the status of what is
 * made from several figures is the weakest of theirs. A letter that is not
 * in it says nothing that we know: it is weaker than 'A', which is normal, and
 * stronger than all others. The words for them are language_status().
 */
#ifndef TABLE_STATUS_H
#define TABLE_STATUS_H

#include "base/str.h"

struct status {
    char letter; /* 'E' */
    bool is_uncertain; /* not simply reported: hatched or hollow in charts */
};

enum { STATUS_COUNT = 15 };

/* By weakness: 0 is the weakest. */
const struct status *status_at(size_t rank);

/* STATUS_COUNT where the letter is not in the table. */
size_t status_rank(char letter);

bool status_is_uncertain(char letter);

/* Of two letters the weaker one, in whichever order they come. */
char status_weaker(char a, char b);

/* The letter as it is raised beside a figure: 'e' for 'E'; 0 for a normal one. */
char status_flag(char letter);

#endif
