/* SPDX-License-Identifier: MIT */
/*
 * Levels of headings as a document must have them: they begin at 1 and skip none
 * (ISO 14289-1, 7.4.2), and headings that the author wrote alike stay alike.
 */
#ifndef EXPORT_HEADING_LEVEL_H
#define EXPORT_HEADING_LEVEL_H

enum { HEADING_LEVELS = 6 };

/* The headings that the last one stands under, and itself, as they were written. Zeroed: no
 * heading was yet. */
struct heading_levels {
    int written[HEADING_LEVELS];
    int depth;
};

/* The level of the next heading. */
int heading_level_next(struct heading_levels *levels, int written);

#endif
