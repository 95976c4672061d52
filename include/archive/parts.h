/* SPDX-License-Identifier: MIT */
/* Parts: what the bytes of an edition depend on besides its inputs. */
#ifndef ARCHIVE_PARTS_H
#define ARCHIVE_PARTS_H

#include "archive/edition.h"

/* The program and the libraries that are loaded now, by the names of their files (which
 * have their versions: "libpango-1.0.so.0.5000.12") with their hashes, sorted. */
NODISCARD bool parts_of_process(struct arena *arena, struct edition_parts *parts,
                                struct error *error);

/* Adds the file, unless it is there. */
NODISCARD bool parts_add(struct arena *arena, struct edition_parts *parts, str path,
                         struct error *error);

/* "libpango-1.0.so.0.5000.12 is another one now", a line for each part of `then` that `now`
 * has otherwise or not; empty: none. */
str parts_compare(struct arena *arena, const struct edition_parts *then,
                  const struct edition_parts *now);

#endif
