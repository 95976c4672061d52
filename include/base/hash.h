/* SPDX-License-Identifier: MIT */
/*
 * Hashes of bytes and of files: what tells whether a file is still the same.
 * A file is read in pieces, however large it is.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/error.h"

enum { HASH_SHA256_LENGTH = 64, HASH_MD5_BYTES = 16 };

/* SHA-256 (FIPS 180-4) in hexadecimal, 64 lower-case digits. */
str hash_sha256(struct arena *arena, str bytes);

/* Of all parts with their lengths, so that no two lists of parts give the same. */
str hash_parts(struct arena *arena, const str *parts, size_t count);

/* HMAC-SHA256 (RFC 2104), in hexadecimal: what only a holder of the key could have made. */
str hash_keyed(struct arena *arena, str key, str text);

/* Of a file, and how many bytes it has. ERROR_NO_INPUT if it cannot be read. */
NODISCARD bool hash_file(struct arena *arena, str path, str *sha256, size_t *bytes,
                         struct error *error);

/* MD5 (RFC 1321), which the checksums of PDF are (ISO 32000-1, 7.11.4). */
void hash_md5(str bytes, unsigned char digest[HASH_MD5_BYTES]);

#endif
