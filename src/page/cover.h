/* SPDX-License-Identifier: MIT */
/*
 * The cover of a long document: the headline and its deck in large type, the
 * first chart at the full width, and what the first sections say, with their
 * pages. Headline and deck are then no part of the pages that follow.
 */
#ifndef PAGE_COVER_H
#define PAGE_COVER_H

#include "contents.h"
#include "note.h"

/* What is on it; each may be NULL. */
struct cover_parts {
    const struct block *headline, *deck;
    str title; /* of the document, for one without a headline */
    const struct chart *chart;
    const struct contents *contents; /* whose first entries are the teasers */
};

struct cover_page {
    const struct setting *setting;
    struct cover_parts parts;
    struct text_block headline, deck;
    struct text_block teasers[3];
    size_t teaser_count;
    const struct scene *chart; /* or NULL */
    double top; /* where the headline begins, in the content box */
    struct note_list notes; /* of headline and deck */
    double foot; /* that the notes take of the page */
};

/* NULL and an error if a glyph is missing, or the text is too high for the page. */
const struct cover_page *cover_set(const struct setting *setting,
                                   const struct cover_parts *parts, double top);

/* Once the entries of the contents have their pages. */
void cover_draw(const struct cover_page *cover, struct scene *scene);

#endif
