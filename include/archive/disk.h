/* SPDX-License-Identifier: MIT */
/*
 * Disk: files and folders that are made once and never changed.
 *
 * Whatever gets a name here is complete and on the disk before it has it, and nothing that
 * has a name is replaced. Files are read-only for everybody.
 */
#ifndef ARCHIVE_DISK_H
#define ARCHIVE_DISK_H

#include "base/error.h"

/* What the name of a file begins with that a dead process left: it is nothing. */
#define DISK_DRAFT ".draft-"

enum disk_kind { DISK_FILE, DISK_FOLDER, DISK_OTHER /* a link, a pipe ... */ };

struct disk_entry {
    str path; /* from the folder on */
    enum disk_kind kind;
    size_t bytes;
};

struct disk_entries {
    struct disk_entry *at;
    size_t count, capacity;
};

/* A read-only file of these bytes. One that is there already stays as it is: true. */
NODISCARD bool disk_put(str path, str bytes, struct error *error);

/* A second name for a file; a copy where the file system knows no second names. */
NODISCARD bool disk_link(str from, str to, struct error *error);

/* Makes a folder's names durable. */
NODISCARD bool disk_sync(str folder, struct error *error);

/* Gives a folder its name, on the disk when it returns; ERROR_CREATE if the name is taken.
 */
NODISCARD bool disk_rename(str from, str to, struct error *error);

/* Two folders change their names, at once and on the disk. */
NODISCARD bool disk_exchange(str one, str other, struct error *error);

/* A file, or a folder with all that is in it; it need not be there. */
NODISCARD bool disk_remove(str path, struct error *error);

/* All that is below a folder, in byte order, folders before what is in them. */
NODISCARD bool disk_list(struct arena *arena, str folder, struct disk_entries *entries,
                         struct error *error);

/* What is right in it. */
NODISCARD bool disk_list_one(struct arena *arena, str folder, struct disk_entries *entries,
                             struct error *error);

#endif
