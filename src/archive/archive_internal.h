/* SPDX-License-Identifier: MIT */
/* What the files of the archive share. */
#ifndef ARCHIVE_INTERNAL_H
#define ARCHIVE_INTERNAL_H

#include "archive/archive.h"

/* In the folder of an edition whose payload was removed. */
#define REMOVED_MARK S("removed.txt")

/* Locks of the system on a file `.lock` in a folder: writers of a briefing lock its folder,
 * and the archive's with others; who removes locks the archive for itself. -1 and an error.
 */
int archive_lock(struct arena *arena, str folder, bool is_shared, struct error *error);
void archive_unlock(int lock);

/* "folder/name". */
str archive_in(struct arena *arena, str folder, str name);

/* The editions of "BRIEFING/PERIOD/", by number. */
NODISCARD bool archive_list_period(struct arena *arena, str archive, str prefix,
                                   struct archive_entries *entries, struct error *error);

#endif
