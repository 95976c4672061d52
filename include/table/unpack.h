/* SPDX-License-Identifier: MIT */
/*
 * Unpacking: files that were compressed with gzip or zstd, known by their
 * first bytes, whatever their name. Several packed streams in one file follow
 * each other, as the packers themselves allow.
 */
#ifndef TABLE_UNPACK_H
#define TABLE_UNPACK_H

#include "base/buffer.h"
#include "base/error.h"

/* *name is "gzip", "zstd", or empty for what is not packed and is left as it is. */
NODISCARD bool unpack(struct arena *arena, struct source *source, str *name,
                      struct error *error);

/* Puts the bytes into `out`; NULL, or what is wrong with them. */
const char *unpack_zstd(str packed, struct buffer *out);

#endif
