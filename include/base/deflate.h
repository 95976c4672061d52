/* SPDX-License-Identifier: MIT */
/*
 * Deflate (RFC 1951): packed bytes of files that come as .gz, and streams of PDF.
 */
#ifndef BASE_DEFLATE_H
#define BASE_DEFLATE_H

#include "base/buffer.h"

/* In the zlib format (RFC 1950), as the filter FlateDecode has it. The same bytes give the
 * same. */
str deflate_pack(struct arena *arena, str bytes);

/* The same as a file of gzip (RFC 1952), without name and date. */
str deflate_pack_gzip(struct arena *arena, str bytes);

/* What is packed so. NULL, or what is wrong with it. */
const char *deflate_unpack(str packed, struct buffer *out);

/* What is packed with gzip, several streams after each other too. NULL, or what is wrong
 * with it. */
const char *deflate_unpack_gzip(str packed, struct buffer *out);

#endif
