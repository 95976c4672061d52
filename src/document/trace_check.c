/* SPDX-License-Identifier: MIT */
/*
 * Whether the files of a trace are still what they were. A trace does not say
 * where on this machine it was made: a file is looked for by the end of its
 * path, and its hash tells that it is the one.
 */
#include "document/trace.h"

#include "base/hash.h"

/* What is below the folders that a path climbs out of: "data/x.csv" of "../../data/x.csv".
 */
static str below_folders(str path)
{
    while (str_starts(path, S("../"))) {
        path = str_after(path, 3);
    }
    return path;
}

static enum trace_file_state compare(struct arena *arena, const struct trace_file *file,
                                     str path)
{
    struct error error = {0};
    size_t bytes = 0;
    str sha256 = {0};
    if (!file_size(path, &bytes, &error)) {
        return TRACE_FILE_ABSENT;
    }
    if (bytes != file->bytes || !file->sha256.length) {
        return bytes == file->bytes ? TRACE_FILE_SAME_SIZE : TRACE_FILE_CHANGED;
    }
    if (!hash_file(arena, path, &sha256, &bytes, &error)) {
        return TRACE_FILE_ABSENT;
    }
    return str_equal(sha256, file->sha256) ? TRACE_FILE_SAME : TRACE_FILE_CHANGED;
}

/* Takes the path if the file is there, and none that was found before is the same. */
static void try_path(struct arena *arena, struct trace_file *file, str path)
{
    enum trace_file_state state = compare(arena, file, path);
    bool is_better = state < file->state || file->state == TRACE_FILE_UNKNOWN;
    if (is_better && state != TRACE_FILE_ABSENT) {
        file->state = state;
        file->found = path;
    } else if (file->state == TRACE_FILE_UNKNOWN) {
        file->state = TRACE_FILE_ABSENT;
    }
}

/* Below a folder and all those above it. */
static void try_above(struct arena *arena, struct trace_file *file, str folder)
{
    str here = file_absolute(arena, S("."));
    str tail = below_folders(file->path);
    for (;;) {
        bool is_root = str_equal(folder, S("/"));
        str path = str_print(arena, "%.*s/%.*s", is_root ? 0 : (int)folder.length,
                             folder.at, STR_ARG(tail));
        try_path(arena, file, path_from(arena, here, path));
        if (is_root || file->state == TRACE_FILE_SAME) {
            return;
        }
        folder = path_folder(folder);
    }
}

void trace_check(struct arena *arena, struct trace *trace, str folder, str origin)
{
    for (size_t i = 0; i < trace->files.count; i++) {
        struct trace_file *file = &trace->files.at[i];
        if (folder.length || str_starts(file->path, S("/"))) {
            try_path(arena, file, path_join(arena, folder, file->path));
            continue;
        }
        try_above(arena, file, path_folder(file_absolute(arena, origin)));
        if (file->state != TRACE_FILE_SAME) {
            try_above(arena, file, file_absolute(arena, S(".")));
        }
    }
}
