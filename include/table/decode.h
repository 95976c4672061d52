/* SPDX-License-Identifier: MIT */
/*
 * Decoding: the bytes of a file as text in UTF-8.
 *
 * In this order: a byte order mark (UTF-8, UTF-16), an encoding that the user
 * names, strict UTF-8, what the profile expects, and then a guess among
 * GB18030, CP932, CP949 and ISO-8859-1 or CP1252: the first in which every
 * byte has a meaning and the characters are those of that script. The reason
 * is kept, so that a guess is never taken for knowledge. Lines that end in a
 * lone carriage return end in a line feed afterwards.
 */
#ifndef TABLE_DECODE_H
#define TABLE_DECODE_H

#include "base/error.h"

struct decoded {
    struct source text;
    str encoding; /* "UTF-8", "GB18030" ... */
    str reason;
    bool has_mark;
    bool has_cr; /* lines ended in CR */
};

struct decode_wish {
    str named; /* by the user; empty: none */
    str expected; /* by the profile; empty: none */
};

/*
 * ERROR_DATA for what is empty, not text (a NUL byte), or has a byte that the named
 * encoding does not know, with its offset; ERROR_CONFIG for a name that is no encoding.
 */
NODISCARD bool decode_text(struct arena *arena, const struct source *bytes,
                           struct decode_wish wish, struct decoded *decoded,
                           struct error *error);

#endif
