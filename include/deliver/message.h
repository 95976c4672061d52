/* SPDX-License-Identifier: MIT */
/*
 * Messages: one mail to one recipient as the bytes that go over the wire.
 *
 *   multipart/mixed
 *     multipart/alternative
 *       text/plain
 *       multipart/related
 *         text/html
 *         image/png, inline       (where the letter has a chart)
 *     application/pdf             (where it is attached)
 *
 * CRLF line ends, ASCII alone, no line above 78 characters but where a token
 * cannot be folded (never above 998). The same message gives the same bytes:
 * boundaries come from the content, the date from the caller. There is no
 * Bcc. Every value that reaches a header is checked first: what has a control
 * character, is not UTF-8 or has more than 500 bytes is refused (ERROR_DATA, with the name
 * of the field), never stripped.
 */
#ifndef DELIVER_MESSAGE_H
#define DELIVER_MESSAGE_H

#include "base/address.h"

enum { MESSAGE_TEXT_MAX = 500 }; /* bytes of a text in a header */

struct message_image {
    str png; /* empty: none */
    str content_id; /* without angle brackets */
    str name; /* "chart.png" */
};

struct message {
    struct mailbox from, to;
    struct mailbox reply_to; /* address empty: none */
    str subject;
    int64_t date; /* seconds since 1970, UTC: when it was first tried; 0 in tests */
    str id; /* of message_id() */
    str list_name, list_id; /* List-Id: its label without brackets, or empty */
    str unsubscribe_url; /* https, or empty: one click */
    str unsubscribe_mail; /* mailto:, or empty */
    str language; /* BCP 47 */
    str text, html; /* UTF-8, line feeds */
    struct message_image image;
    str pdf, pdf_name; /* empty: none is attached */
};

NODISCARD bool message_compose(struct arena *arena, const struct message *message,
                               str *bytes, struct error *error);

/* What makes a message that message and no other. */
struct message_key {
    str briefing; /* its name */
    str issue; /* "2025-10" */
    str recipient; /* the address */
    str content; /* hash_parts() of what is in it */
};

/* "8f3c...@example.org" of the key's digest, without angle brackets. */
str message_id(struct arena *arena, const struct message_key *key, str domain);

#endif
