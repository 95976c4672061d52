/* SPDX-License-Identifier: MIT */
#include "table/profile.h"

#include "base/file.h"
#include "base/shared.h"

bool profile_list(struct arena *arena, str folder, struct profile_list *list,
                  struct error *error)
{
    struct path_list paths = {0};
    str place = folder.length ? folder : shared_path(arena, S("profiles"));
    bool is_found = !file_exists(place) ||
                    file_match(arena, path_join(arena, place, S("*.yaml")), &paths, error);
    for (size_t i = 0; is_found && i < paths.count; i++) {
        const struct profile *profile = profile_read(arena, paths.at[i], error);
        if (!profile) {
            return false;
        }
        *arena_push(arena, list) = profile;
    }
    return is_found;
}

const struct profile *profile_find(struct arena *arena, const struct profile_list *list,
                                   str name, struct place place, struct error *error)
{
    if (str_ends(name, S(".yaml"))) {
        return profile_read(arena, name, error);
    }
    str *names = arena_array(arena, str, list->count);
    for (size_t i = 0; i < list->count; i++) {
        names[i] = list->at[i]->name;
        if (str_equal(names[i], name)) {
            return list->at[i];
        }
    }
    error_at(error, ERROR_CONFIG, place, "there is no profile \"%.*s\"", STR_ARG(name));
    error_suggest(error, name, names, list->count);
    return NULL;
}
