/* SPDX-License-Identifier: MIT */
/*
 * The letter: one briefing as the body of a mail, as plain data, and its two forms.
 *
 * Both forms say the same: masthead, headline, a summary, key figures, the
 * lead chart, a table of at most five rows and a total, up to three bullets,
 * where the whole is to be had, method, release date, unsubscribe.
 *
 * The text is UTF-8 with line feeds, at most LETTER_COLUMNS wide as a
 * terminal shows it (a CJK character takes two), figures and tables aligned.
 *
 * The HTML is one column of LETTER_WIDTH pixels made of presentation tables with
 * inline styles and the system's fonts, in the theme's colours; where the reader's
 * screen is dark they are made light enough for it. All text in it is escaped; links lead
 * to http, https and mailto only. Where it is larger than LETTER_HTML_MAX bytes, beyond
 * which Gmail cuts a mail off, it is made without the table, then without the bullets too;
 * what is still too large is ERROR_CONFIG.
 */
#ifndef DELIVER_LETTER_H
#define DELIVER_LETTER_H

#include "document/briefing.h"
#include "scene/theme.h"

enum {
    LETTER_COLUMNS = 72,
    LETTER_WIDTH = 600,
    LETTER_HTML_MAX = 100 * 1000,
    LETTER_ROWS_MAX = 5,
    LETTER_BULLETS_MAX = 3,
    LETTER_COLUMNS_MAX = 5, /* of the table: more do not fit a telephone */
};

struct letter_image {
    str png; /* 2 * LETTER_WIDTH pixels wide; empty: none */
    int width, height; /* as it is shown */
    str alt;
    str content_id; /* "chart.1a2b@example.org": of its bytes */
    str title; /* what it shows, for the plain text */
};

/* Where the PDF is. */
enum letter_pdf {
    LETTER_PDF_ATTACHED,
    LETTER_PDF_LINKED, /* at letter.link */
    LETTER_PDF_TOO_LARGE, /* to be attached; at letter.link, if there is one */
    LETTER_PDF_NONE, /* the letter is all that was wanted */
};

/* Of the theme. */
struct letter_look {
    color ink, secondary, rule, panel, focus, up, down;
};

struct letter {
    struct letter_look look;
    const struct language *language; /* NULL is English */
    str language_tag; /* BCP 47 */
    str subject, preheader;
    str masthead, issue, organisation;
    str headline;
    str summary;
    const struct kpi *kpis; /* at most 4 */
    size_t kpi_count;
    struct letter_image chart;
    const struct table_block *table; /* or NULL; no sparklines */
    size_t table_rows; /* that the table has in the briefing, less its total */
    str key; /* of flags and signs: "e derived" */
    str bullets[LETTER_BULLETS_MAX];
    size_t bullet_count;
    enum letter_pdf pdf;
    str pdf_name;
    str link; /* of the PDF or site, or empty */
    str method, source, release;
    str unsubscribe; /* https or mailto, of this recipient; or empty */
};

/* What a letter is made of. Without fonts there is no chart. */
struct letter_input {
    const struct briefing *briefing; /* with its `mail:` */
    const struct facts *facts;
    const struct document *document;
    const struct theme *theme;
    struct fonts *fonts;
    str pdf_name; /* of the file: {name} in `link:` */
};

/*
 * The letter of an issue, the same for all who share it: `unsubscribe` and `pdf` are
 * left for the sender to set in a copy. NULL and an error if a text of `mail:` cannot be
 * filled or a link is not http or https.
 */
const struct letter *letter_from_document(struct arena *arena,
                                          const struct letter_input *input,
                                          struct error *error);

str letter_text(struct arena *arena, const struct letter *letter);

NODISCARD bool letter_html(struct arena *arena, const struct letter *letter, str *html,
                           struct error *error);

#endif
