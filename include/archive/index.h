/* SPDX-License-Identifier: MIT */
/*
 * The index: what an archive has, in ARCHIVE/index.sqlite, for questions across editions.
 *
 * It is derived: deleted, it is made again from the editions. It may be behind, never wrong
 * about what it has: editions do not change. Tables:
 *
 *   edition  name, briefing, period, number, sequence, archived, title, seal, bytes,
 * removed file     edition, path, role, sha256, bytes       what was made, and inputs as
 * kept input    edition, path, role, sha256, bytes       inputs as they were read
 */
#ifndef ARCHIVE_INDEX_H
#define ARCHIVE_INDEX_H

#include "archive/archive.h"

/* Makes it anew, in one piece; `*count` editions are in it. */
NODISCARD bool index_make(struct arena *arena, str archive, size_t *count,
                          struct error *error);

/* Adds an edition, where there is an index. */
NODISCARD bool index_add(struct arena *arena, str archive, str edition,
                         struct error *error);

/* Editions that keep or were made from a file with a hash that begins so, or a path that
 * ends so; "EDITION PATH" each. ERROR_NO_INPUT where there is no index. */
NODISCARD bool index_find(struct arena *arena, str archive, str wanted,
                          struct str_list *found, struct error *error);

#endif
