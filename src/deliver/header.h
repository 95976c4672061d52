/* SPDX-License-Identifier: MIT */
/* Headers of messages: their values as they are written. */
#ifndef DELIVER_HEADER_H
#define DELIVER_HEADER_H

#include "base/address.h"

/*
 * Values in ASCII, folded: each line feed in one is followed by a space.
 * What is beyond ASCII becomes encoded words (RFC 2047) of whole characters, at most 75
 * long, on lines of at most 76. `column` is where the value begins on its first line.
 */
str header_text(struct arena *arena, str text, size_t column);

/* Name <address>, the name as it is, quoted or encoded; without a name the address alone,
 * in brackets where `is_bracketed`. */
str header_mailbox(struct arena *arena, const struct mailbox *mailbox, bool is_bracketed,
                   size_t column);

/*
 * "attachment; filename=...": RFC 2183; a name beyond ASCII in the form of RFC 2231, in
 * pieces of whole characters where it is long.
 */
str header_disposition(struct arena *arena, const char *kind, str name);

/* A file's name for readers that know no more than ASCII: "Bericht-M_rz.pdf". */
str header_ascii_name(struct arena *arena, str name);

#endif
