/* SPDX-License-Identifier: MIT */
/* What an archive holds, from the names of its folders. */
#include "archive_internal.h"

#include "archive/disk.h"
#include "base/file.h"

#include <stdlib.h>

static size_t number_of(str edition)
{
    size_t number = 0;
    return str_to_size(path_name(edition), &number) ? number : 0;
}

/* By briefing and period as bytes, then by number. */
static int by_name(const void *a, const void *b)
{
    const struct archive_entry *one = a;
    const struct archive_entry *other = b;
    int order = str_compare(path_folder(one->edition), path_folder(other->edition));
    size_t x = number_of(one->edition);
    size_t y = number_of(other->edition);
    return order ? order : (x > y) - (x < y);
}

static void sort(struct archive_entries *entries)
{
    if (entries->count) {
        qsort(entries->at, entries->count, sizeof *entries->at, by_name);
    }
}

/* Names of the folders in one, but those that begin with a point. */
static bool folders_in(struct arena *arena, str folder, struct str_list *names,
                       struct error *error)
{
    struct disk_entries entries = {0};
    if (!disk_list_one(arena, folder, &entries, error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        str name = entries.at[i].path;
        if (entries.at[i].kind == DISK_FOLDER && name.at[0] != '.') {
            *arena_push(arena, names) = name;
        }
    }
    return true;
}

bool archive_list_period(struct arena *arena, str archive, str prefix,
                         struct archive_entries *entries, struct error *error)
{
    struct str_list names = {0};
    size_t before = entries->count;
    if (!folders_in(arena, archive_in(arena, archive, prefix), &names, error)) {
        return false;
    }
    for (size_t i = 0; i < names.count; i++) {
        str edition = str_print(arena, "%.*s%.*s", STR_ARG(prefix), STR_ARG(names.at[i]));
        str mark = archive_in(arena, archive_folder(arena, archive, edition), REMOVED_MARK);
        if (number_of(edition)) {
            *arena_push(arena, entries) =
                (struct archive_entry){edition, file_exists(mark)};
        }
    }
    struct archive_entries added = {entries->at + before, entries->count - before, 0};
    sort(&added);
    return true;
}

static bool list_briefing(struct arena *arena, str archive, str briefing,
                          struct archive_entries *entries, struct error *error)
{
    struct str_list periods = {0};
    str prefix = str_print(arena, "%.*s/", STR_ARG(briefing));
    bool is_good = folders_in(arena, archive_in(arena, archive, briefing), &periods, error);
    for (size_t i = 0; is_good && i < periods.count; i++) {
        str inner = str_print(arena, "%.*s%.*s/", STR_ARG(prefix), STR_ARG(periods.at[i]));
        is_good = archive_list_period(arena, archive, inner, entries, error);
    }
    return is_good;
}

bool archive_briefings(struct arena *arena, str archive, struct str_list *briefings,
                       struct error *error)
{
    struct str_list names = {0};
    if (!file_exists(archive_in(arena, archive, S("objects")))) {
        return error_at(error, ERROR_NO_INPUT, (struct place){.file = archive},
                        "this is no archive: it has no folder objects");
    }
    if (!folders_in(arena, archive, &names, error)) {
        return false;
    }
    for (size_t i = 0; i < names.count; i++) {
        if (!str_equal(names.at[i], S("objects"))) {
            *arena_push(arena, briefings) = names.at[i];
        }
    }
    return true;
}

bool archive_list(struct arena *arena, str archive, str briefing,
                  struct archive_entries *entries, struct error *error)
{
    struct str_list briefings = {0};
    if (!archive_briefings(arena, archive, &briefings, error)) {
        return false;
    }
    bool is_met = !briefing.length;
    for (size_t i = 0; i < briefings.count; i++) {
        bool is_wanted = !briefing.length || str_equal(briefings.at[i], briefing);
        is_met = is_met || is_wanted;
        if (is_wanted && !list_briefing(arena, archive, briefings.at[i], entries, error)) {
            return false;
        }
    }
    sort(entries);
    if (!is_met) {
        error_set(error, ERROR_NO_INPUT, "the archive has no briefing \"%.*s\"",
                  STR_ARG(briefing));
        return error_suggest(error, briefing, briefings.at, briefings.count);
    }
    return true;
}

bool archive_is_sent(str edition)
{
    return str_ends(path_folder(edition), S(ARCHIVE_SENT));
}

const struct archive_entry *archive_find(const struct archive_entries *entries, str name,
                                         struct error *error)
{
    struct arena arena = {0};
    const struct archive_entry *found = NULL;
    str *names = arena_array(&arena, str, entries->count + 1);
    for (size_t i = 0; i < entries->count; i++) {
        str edition = entries->at[i].edition;
        names[i] = edition;
        bool is_below = str_starts(edition, name) && edition.length > name.length &&
                        edition.at[name.length] == '/';
        if (str_equal(edition, name) ||
            (is_below && (!archive_is_sent(edition) || str_ends(name, S(ARCHIVE_SENT))))) {
            found = &entries->at[i]; /* the last one: names are sorted by period */
        }
    }
    if (!found) {
        error_set(error, ERROR_NO_INPUT, "the archive has no edition \"%.*s\"",
                  STR_ARG(name));
        error_suggest(error, name, names, entries->count);
    }
    arena_finish(&arena);
    return found;
}

struct edition *archive_read(struct arena *arena, str archive, str edition,
                             struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    str folder = archive_folder(arena, archive, edition);
    return file_read(arena, archive_in(arena, folder, S("data/edition.json")), source,
                     error)
               ? edition_read(arena, source, error)
               : NULL;
}
