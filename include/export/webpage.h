/* SPDX-License-Identifier: MIT */
/*
 * HTML: the document as one page that needs nothing else: its charts are drawn in it, its
 * fonts embedded, cut down to what is said. There is no script, and none would run.
 *
 * The blocks become what they are (headings, lists, tables with scopes, figures with text
 * alternatives), not what the pages look like; the theme's styles, colours and fonts are
 * kept. A chart that is wide is drawn a second time for narrow screens; below each stand
 * its figures as a table. What a reader of the PDF sees, one of this sees, in the same
 * order, but that the page has no running headers; footnotes stand at its end.
 *
 * The same document gives the same bytes.
 */
#ifndef EXPORT_WEBPAGE_H
#define EXPORT_WEBPAGE_H

#include "document/block.h"

struct webpage_options {
    bool is_draft; /* the word stands at its top */
};

/* False and an error if a glyph is missing, or a chart cannot be drawn. */
NODISCARD bool webpage_write(struct arena *arena, const struct document *document,
                             const struct theme *theme, struct fonts *fonts,
                             struct webpage_options options, str *made,
                             struct error *error);

#endif
