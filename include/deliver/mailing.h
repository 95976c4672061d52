/* SPDX-License-Identifier: MIT */
/*
 * Mailing: an issue as the mail of one recipient. What all who share the issue have in
 * common (letter, PDF) is made once; the rest (form, links to unsubscribe, names) here.
 */
#ifndef DELIVER_MAILING_H
#define DELIVER_MAILING_H

#include "deliver/letter.h"
#include "deliver/recipients.h"

/* An issue, for all who share it. */
struct mailing {
    const struct briefing *briefing;
    str name; /* of the briefing: "rare-earths" */
    str issue; /* "2025-10" */
    const struct letter *letter;
    str pdf, pdf_name; /* as it is attached */
    str unsubscribe_key; /* of mailing_key(), or empty */
    str content; /* of mailing_content(); empty: found out for each recipient anew */
};

struct mailed {
    str id; /* Message-ID, without angle brackets */
    str subject;
    str content; /* digest of what is in it, whoever gets it */
    str text, html; /* as they stand in the message */
    str bytes; /* of the message */
    enum letter_pdf pdf; /* what became of the PDF */
};

/* The bytes of `unsubscribe-key-file:`, or empty text; ERROR_CONFIG if there are fewer
 * than 16. */
NODISCARD bool mailing_key(struct arena *arena, const struct briefing_mail *mail, str *key,
                           struct error *error);

/* A digest of the letter and the PDF, whoever gets them. */
str mailing_content(struct arena *arena, const struct mailing *mailing);

/*
 * The PDF is attached where the recipient wants it and the whole message is within
 * `size-limit:`; else the letter says that it is too large and has the link, or with
 * `over-size: summary` or without a link stands alone; ERROR_CONFIG where the letter alone
 * is larger than that. `date` is in seconds since 1970. `arena` may be emptied after each.
 */
NODISCARD bool mailing_compose(struct arena *arena, const struct mailing *mailing,
                               const struct recipient *recipient, int64_t date,
                               struct mailed *mailed, struct error *error);

#endif
