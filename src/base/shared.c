/* SPDX-License-Identifier: MIT */
#include "base/shared.h"

#include "base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

str shared_path(struct arena *arena, str name)
{
    const char *said = getenv("YTTERBY_SHARE");
    if (said && *said) {
        return path_join(arena, str_from(said), name);
    }
    static const str places[] = {S("share/ytterby"), S("templates")};
    char program[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    str folder = {program, length > 0 ? (size_t)length : 0};
    while (folder.length > 1) {
        folder = path_folder(folder);
        for (size_t i = 0; i < COUNT_OF(places); i++) {
            str path = path_join(arena, path_join(arena, folder, places[i]), name);
            if (file_exists(path)) {
                return path;
            }
        }
    }
    return path_join(arena, places[0], name);
}
