/* SPDX-License-Identifier: MIT */
/*
 * Buffer: text or bytes that grow at the end.
 *
 * It lives in an arena and has no failure: what it holds is bounded by what
 * it is made from. A zeroed struct with its arena set is an empty buffer.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/str.h"

struct buffer {
    struct arena *arena;
    char *at;
    size_t count, capacity;
};

void buffer_add(struct buffer *buffer, str text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_print(struct buffer *buffer, const char *format, ...) PRINTF_LIKE(2);
str buffer_text(const struct buffer *buffer); /* a view, valid until the next addition */

#endif
