/* SPDX-License-Identifier: MIT */
#include "base/secret.h"

#include "base/file.h"

#include <sys/stat.h>

bool secret_read(struct arena *arena, str path, struct str_list *lines, struct error *error)
{
    struct source source;
    struct stat status;
    struct place place = {.file = path};
    if (!file_read(arena, path, &source, error)) {
        return false;
    }
    if (stat(str_c(arena, path), &status) || (status.st_mode & 077)) {
        error_at(error, ERROR_CONFIG, place, "others may read this password");
        return error_hint(error, "chmod 600 makes it yours alone");
    }
    for (str rest = source.text; rest.length;) {
        str line = str_cut(rest, '\n', &rest);
        line.length -= str_ends(line, S("\r"));
        *arena_push(arena, lines) = line;
    }
    return (lines->count && lines->at[0].length) ||
           error_at(error, ERROR_CONFIG, place, "there is no password in its first line");
}
