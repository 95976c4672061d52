/* SPDX-License-Identifier: MIT */
/*
 * Furniture: what stands around the text of every page. The first page has
 * the masthead, later ones a running header, all a footer. All of it is
 * artifact: it is no part of the text. That is the band below the masthead,
 * which says what of the issue is provisional; a stamp in each footer repeats
 * that some is.
 */
#ifndef PAGE_FURNITURE_H
#define PAGE_FURNITURE_H

#include "page/setting.h"

struct furniture {
    const struct document *document;
    size_t page, page_count; /* page from 0 */
    str section; /* the heading under which the page begins, or empty */
};

/* Height from the top of the content box that the masthead of the first page takes, with
 * the band on what is provisional. */
double furniture_masthead_height(const struct setting *setting,
                                 const struct document *document);

/* The band, if the document has something to say there. */
void furniture_draw_band(const struct setting *setting, struct scene *scene,
                         const struct document *document);

void furniture_draw(const struct setting *setting, struct scene *scene,
                    const struct furniture *furniture);

#endif
