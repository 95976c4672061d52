/* SPDX-License-Identifier: MIT */
/*
 * Files: whole reads, crash-safe whole writes, and paths.
 *
 * A written file appears under its name complete or not at all: the bytes go
 * to a temporary file in the same folder, are synced, and then take the name.
 * On any failure the old file is untouched and the temporary one is gone.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/error.h"

struct path_list {
    str *at;
    size_t count, capacity;
};

/* ERROR_NO_INPUT if the file is missing, a folder, or unreadable. */
NODISCARD bool file_read(struct arena *arena, str path, struct source *source,
                         struct error *error);

/* ERROR_CREATE if it cannot be made, ERROR_WRITE if writing it failed. */
NODISCARD bool file_write(str path, str bytes, struct error *error);

struct file_output {
    str path, bytes;
};

/* All of them or none: the last gets its name first, once all are on the disk. */
NODISCARD bool file_write_together(const struct file_output *files, size_t count,
                                   struct error *error);

/* Makes the folder and those above it, where they are missing. */
NODISCARD bool file_make_folder(str path, struct error *error);

/* Files that match a shell pattern, in byte order. No match leaves the list as it is. */
NODISCARD bool file_match(struct arena *arena, str pattern, struct path_list *list,
                          struct error *error);

bool file_exists(str path);
NODISCARD bool file_size(str path, size_t *bytes, struct error *error); /* ERROR_NO_INPUT */

str path_folder(str path); /* "." where there is none */
str path_name(str path); /* what stands after the last slash */

/* Variables of the environment: see path_join(). */
#define MOVED_FROM "YTTERBY_MOVED_FROM"
#define MOVED_TO "YTTERBY_MOVED_TO"

/* `path` if it is absolute. "a/b" and "../c" are "a/c", unless b is a link. What was below
 * the folder $YTTERBY_MOVED_FROM is below $YTTERBY_MOVED_TO, where both are set. */
str path_join(struct arena *arena, str folder, str path);

/* From the root on, without links; the path as it is where there is no such file. */
str file_absolute(struct arena *arena, str path);

/* From the root on, as the names say: links stay what they are called. */
str path_absolute(struct arena *arena, str path);

/* The way back: "../c" is what leads from "a/b" to "a/c". A path as it is where the names
 * alone do not tell: between an absolute and a relative one, or from above "..". */
str path_from(struct arena *arena, str folder, str path);

#endif
