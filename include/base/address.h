/* SPDX-License-Identifier: MIT */
/*
 * E-mail addresses, links, and texts that may stand in the header of a message.
 *
 * An address is local-part "@" domain in ASCII (RFC 5321, 5322): the local
 * part a dot-atom of at most 64 characters, the domain at least two labels of
 * letters, digits and hyphens (or "localhost"), the whole at most 254. Quoted
 * local parts, comments, address literals, and addresses that need SMTPUTF8
 * are refused by name: no reader of a briefing has one, and each is a way to
 * smuggle. Nothing is repaired.
 */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include "base/error.h"

struct mailbox {
    str name; /* for display, or empty */
    str address;
};

/* Each gives NULL where the text is good, else what is wrong with it: "has no @". */
const char *address_problem(str address);
const char *domain_problem(str domain);

/* The same for a text of a header: UTF-8 without control characters, NUL, CR, LF, line or
 * paragraph separators, and what turns the direction of text. */
const char *header_text_problem(str text);

/* "Anna Berg <anna@example.org>", "\"Berg, Anna\" <...>", "anna@example.org"; or what is
 * wrong with it. */
const char *mailbox_problem(struct arena *arena, str text, struct mailbox *mailbox);

/* Of a link that a mail may have: http:// or https:// with a host, or mailto:, in
 * printable ASCII, at most 900 characters. */
const char *link_problem(str link);
bool link_byte_is_allowed(char byte); /* without being percent-encoded */

str address_domain(str address); /* what stands after the @ */

/* In lower case: what two spellings of one mailbox share. */
str address_key(struct arena *arena, str address);

/*
 * Addresses and domains: "anna@example.org", "example.org" (that domain alone) and
 * "*.example.org" (those below it). Case does not matter.
 */
struct address_list {
    struct words entries;
};

const char *address_list_problem(str entry);
void address_list_add(struct arena *arena, struct address_list *list, str entry);
bool address_list_has(const struct address_list *list, str address);

/*
 * A file of them, one a line; an empty line, and what stands behind a "#", is nothing.
 * ERROR_DATA at a line that is neither.
 */
NODISCARD bool address_list_read(struct arena *arena, str path, struct address_list *list,
                                 struct error *error);

#endif
