/* SPDX-License-Identifier: MIT */
/*
 * HTML as mail programs take it: elements with inline styles, and the few classes by which
 * a dark screen changes their colours. Text is escaped; what is written raw is a literal.
 */
#ifndef DELIVER_HTML_H
#define DELIVER_HTML_H

#include "base/buffer.h"
#include "deliver/letter.h"

/* Colours of text, each a class. */
enum html_ink { INK_TEXT, INK_SECONDARY, INK_UP, INK_DOWN, INK_ACCENT, INK_COUNT };

enum html_border { BORDER_ABOVE, BORDER_BELOW, BORDER_HEAD, BORDER_COUNT };

struct html {
    struct buffer out;
    str inks[INK_COUNT]; /* "#1A1A1A" */
    str rule, panel, accent;
    str on_accent; /* text on it: white, or the ink where that can be read better */
};

#define HTML_SANS \
    "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial," \
    "sans-serif;"
#define HTML_SERIF "font-family:Georgia,'PT Serif','Times New Roman',Times,serif;"

struct html html_create(struct arena *arena, const struct letter_look *look);

/* From the document type to the beginning of the body. */
void html_head(struct html *html, const struct letter *letter);

void html_raw(struct html *html, const char *markup);
void html_text(struct html *html, str text);

/* `<tag style="css;color" attributes>`; `css` ends in a semicolon, `attributes` may be
 * empty. */
void html_open(struct html *html, const char *tag, enum html_ink ink, const char *css,
               const char *attributes);

/* The same with a rule above or below, or with the dark one below heads. */
void html_open_ruled(struct html *html, const char *tag, enum html_ink ink,
                     enum html_border border, const char *css, const char *attributes);

/* An element with nothing but text in it. */
void html_element(struct html *html, const char *tag, enum html_ink ink, const char *css,
                  str text);

/* A text in the colour of its sign, with an arrow: the text itself has the sign too, so
 * that nothing depends on the colour. Where the sign is 0 it is plain text. */
void html_change(struct html *html, int sign, str text);

/* `<a href="link" style="css;color">text</a>`; a link that is none is text. */
void html_link(struct html *html, str link, enum html_ink ink, const char *css, str text);

#endif
