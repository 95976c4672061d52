/* SPDX-License-Identifier: MIT */
/*
 * SVG: a scene as one picture that needs nothing else, SVG 1.1.
 *
 * Text is drawn in one of two ways. As outlines, it looks the same wherever it is shown:
 * in a mail, in an editor, by programs that load no fonts; its words are those of title
 * and description. As live text it can be found, selected and read out; that wants a
 * browser, and the fonts: they are embedded, cut down to what is said, unless the page
 * around the picture has them (webfont.h).
 *
 * Title and description are the first line of the caption and the alternative text of
 * the first figure. Links lead where they lead; those within a document are left out. The
 * same scene gives the same bytes.
 */
#ifndef EXPORT_SVG_H
#define EXPORT_SVG_H

#include "scene/scene.h"

enum svg_text {
    SVG_OUTLINES,
    SVG_LIVE, /* with the fonts */
    SVG_LIVE_IN_PAGE, /* the page has the fonts; the picture has no XML declaration */
};

struct svg_options {
    enum svg_text text;
    str id; /* what the names of its parts begin with, where several share a page; or empty
             */
    str title; /* instead of the caption's; or empty */
};

NODISCARD bool svg_draw(struct arena *arena, const struct scene *scene,
                        const struct fonts *fonts, struct svg_options options, str *svg,
                        struct error *error);

/* How live text is set, for the style sheet of a page: without ligatures, with figures of
 * one width. */
str svg_text_css(void);

#endif
