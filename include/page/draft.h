/* SPDX-License-Identifier: MIT */
/*
 * Drafts: pages for those who check an issue before it is published. The word stands
 * across each page in outline, behind all that is on it, and is no part of its text.
 */
#ifndef PAGE_DRAFT_H
#define PAGE_DRAFT_H

#include "page/page.h"

/* The same pages with the word in their language. NULL and an error if it has no glyphs. */
const struct pages *draft_stamp(struct arena *arena, const struct pages *pages,
                                const struct theme *theme, struct fonts *fonts,
                                struct error *error);

#endif
