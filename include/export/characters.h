/* SPDX-License-Identifier: MIT */
/*
 * Characters: a set of those that texts have. A zeroed struct is an empty set.
 */
#ifndef EXPORT_CHARACTERS_H
#define EXPORT_CHARACTERS_H

#include "base/str.h"

enum { CHARACTERS_PAGE = 256, CHARACTERS_PAGES = 0x110000 / CHARACTERS_PAGE };

struct characters {
    unsigned char *pages[CHARACTERS_PAGES]; /* a bit for each character; NULL: none */
    size_t count;
};

void characters_add(struct arena *arena, struct characters *set, str text);

/* All of them in order, `count` of them. */
uint32_t *characters_list(struct arena *arena, const struct characters *set);

/* The same as a text. */
str characters_text(struct arena *arena, const struct characters *set);

#endif
