/* SPDX-License-Identifier: MIT */
#include "grammar/look.h"

#include "base/file.h"
#include "base/shared.h"
#include "config.h"
#include "rewrite.h"
#include "vocabulary.h"

enum { LOOK_CHAIN_MAX = 8 };

static bool is_path(str name)
{
    return str_find(name, '/') < name.length || str_find(name, '.') < name.length;
}

/* A name is looked for in the folder, then among what comes with the program. */
static str path_of(struct arena *arena, str folder, str name)
{
    if (is_path(name)) {
        return path_join(arena, folder, name);
    }
    str file = str_print(arena, "%.*s.yaml", STR_ARG(name));
    str beside = path_join(arena, folder, file);
    return file_exists(beside)
               ? beside
               : shared_path(arena, str_print(arena, "looks/%.*s", STR_ARG(file)));
}

static const struct node *load(struct arena *arena, str path, int depth,
                               struct error *error)
{
    static const str extends[] = {S("extends")};
    struct source *source = arena_new(arena, struct source);
    if (!file_read(arena, path, source, error)) {
        return NULL;
    }
    const struct node *look = node_load_any(arena, source, error);
    if (!look || !vocabulary_check_look(arena, look, error)) {
        return NULL;
    }
    const struct node *below = node_find(look, S("extends"));
    if (!below) {
        return look;
    }
    if (depth == LOOK_CHAIN_MAX || below->kind != NODE_SCALAR) {
        node_error(below, error, "a look extends another one, and not itself");
        return NULL;
    }
    const struct node *base =
        load(arena, path_of(arena, path_folder(path), below->text), depth + 1, error);
    const struct node *own = rewrite_without(arena, look, extends, 1);
    return base ? config_merge(arena, own, base) : NULL;
}

const struct node *look_load(struct arena *arena, str name, struct error *error)
{
    str path = is_path(name)
                   ? name
                   : shared_path(arena, str_print(arena, "looks/%.*s.yaml", STR_ARG(name)));
    if (!is_path(name) && !file_exists(path)) {
        error_set(error, ERROR_USAGE, "there is no look \"%.*s\"", STR_ARG(name));
        error_hint(error, "known are: house, vega; or the path of a file");
        return NULL;
    }
    return load(arena, path, 0, error);
}
