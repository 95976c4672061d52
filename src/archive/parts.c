/* SPDX-License-Identifier: MIT */
#include "archive/parts.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"

#include <link.h>
#include <stdlib.h>

struct finder {
    struct arena *arena;
    struct path_list paths;
};

/* The kernel's own (linux-vdso) has no file; the program has no name. */
static int find_object(struct dl_phdr_info *info, size_t size, void *context)
{
    struct finder *finder = context;
    (void)size;
    str name = str_from(info->dlpi_name);
    if (name.length && name.at[0] == '/') {
        *arena_push(finder->arena, &finder->paths) = file_absolute(finder->arena, name);
    }
    return 0;
}

static int by_name(const void *a, const void *b)
{
    return str_compare(((const struct edition_part *)a)->name,
                       ((const struct edition_part *)b)->name);
}

static const struct edition_part *find(const struct edition_parts *parts, str name)
{
    for (size_t i = 0; i < parts->count; i++) {
        if (str_equal(parts->at[i].name, name)) {
            return &parts->at[i];
        }
    }
    return NULL;
}

bool parts_add(struct arena *arena, struct edition_parts *parts, str path,
               struct error *error)
{
    size_t bytes;
    struct edition_part part = {.name = str_copy(arena, path_name(path))};
    if (find(parts, part.name)) {
        return true;
    }
    if (!hash_file(arena, path, &part.sha256, &bytes, error)) {
        return false;
    }
    *arena_push(arena, parts) = part;
    return true;
}

bool parts_of_process(struct arena *arena, struct edition_parts *parts, struct error *error)
{
    struct finder finder = {.arena = arena};
    *arena_push(arena, &finder.paths) = file_absolute(arena, S("/proc/self/exe"));
    dl_iterate_phdr(find_object, &finder);
    for (size_t i = 0; i < finder.paths.count; i++) {
        if (!parts_add(arena, parts, finder.paths.at[i], error)) {
            return false;
        }
    }
    qsort(parts->at, parts->count, sizeof *parts->at, by_name);
    return true;
}

str parts_compare(struct arena *arena, const struct edition_parts *then,
                  const struct edition_parts *now)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < then->count; i++) {
        const struct edition_part *part = &then->at[i];
        const struct edition_part *other = find(now, part->name);
        if (!other || !str_equal(other->sha256, part->sha256)) {
            buffer_print(&out, "%.*s %s\n", STR_ARG(part->name),
                         other ? "is another one now" : "is not used now");
        }
    }
    for (size_t i = 0; i < now->count; i++) {
        if (!find(then, now->at[i].name)) {
            buffer_print(&out, "%.*s is new\n", STR_ARG(now->at[i].name));
        }
    }
    return buffer_text(&out);
}
