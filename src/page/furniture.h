/* SPDX-License-Identifier: MIT */
/*
 * Furniture: what stands around the text of every page. The first page has
 * the masthead, later ones a running header, all a footer. All of it is
 * artifact: it is no part of the text.
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "page/setting.h"

struct furniture {
    const struct document *document;
    size_t page, page_count; /* page from 0 */
    str section; /* the heading under which the page begins, or empty */
};

/* Height from the top of the content box that the masthead leaves free below it. */
double furniture_masthead_height(const struct theme *theme);

void furniture_draw(const struct setting *setting, struct scene *scene,
                    const struct furniture *furniture);

#endif
