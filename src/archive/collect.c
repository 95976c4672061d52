/* SPDX-License-Identifier: MIT */
/* What may go, and its going. */
#include "archive/collect.h"

#include "archive_internal.h"

#include "archive/disk.h"
#include "base/file.h"

struct collector {
    struct arena *arena;
    str archive;
    struct date today;
    struct archive_rules rules;
    struct collection *collection;
    struct error *error;
};

/* The day after the last of the retention; of a date that cannot be read, never. */
static bool has_expired(const struct collector *collector, str archived)
{
    struct date end;
    if (collector->rules.retention_months == RETENTION_FOREVER ||
        !date_parse(archived, &end)) {
        return false;
    }
    size_t month = (size_t)end.month - 1 + collector->rules.retention_months;
    end.year += (int)(month / 12);
    end.month = (int)(month % 12) + 1;
    return date_compare(end, collector->today) < 0;
}

/* --- which editions
 * ----------------------------------------------------------------------- */

static bool consider(struct collector *collector, const struct archive_entry *entry)
{
    struct edition *edition = archive_read(collector->arena, collector->archive,
                                           entry->edition, collector->error);
    if (!edition) {
        return false;
    }
    if (!entry->is_removed && has_expired(collector, edition->archived)) {
        struct str_list *list = archive_rules_hold(&collector->rules, entry->edition)
                                    ? &collector->collection->held
                                    : &collector->collection->editions;
        *arena_push(collector->arena, list) = entry->edition;
    }
    return true;
}

/* An edition that the user named: it goes, or it is an error. */
static bool demand(struct collector *collector, const struct archive_entry *entry)
{
    const struct archive_hold *hold = archive_rules_hold(&collector->rules, entry->edition);
    struct edition *edition = archive_read(collector->arena, collector->archive,
                                           entry->edition, collector->error);
    if (!edition) {
        return false;
    }
    if (hold) {
        return error_set(
            collector->error, ERROR_CHECK, "%.*s must stay: it is held since %.*s: %.*s",
            STR_ARG(entry->edition), STR_ARG(hold->date), STR_ARG(hold->reason));
    }
    if (!entry->is_removed && !has_expired(collector, edition->archived)) {
        error_set(
            collector->error, ERROR_CHECK,
            "%.*s must stay: it was archived on %.*s, and its retention has not ended",
            STR_ARG(entry->edition), STR_ARG(edition->archived));
        return error_hint(collector->error,
                          "retention: in archive.yaml of the archive says how long");
    }
    if (!entry->is_removed) {
        *arena_push(collector->arena, &collector->collection->editions) = entry->edition;
    }
    return true;
}

static bool choose(struct collector *collector, const struct archive_entries *entries,
                   const str *names, size_t count)
{
    for (size_t i = 0; !count && i < entries->count; i++) {
        if (!consider(collector, &entries->at[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct archive_entry *entry =
            archive_find(entries, names[i], collector->error);
        if (!entry || !demand(collector, entry)) {
            return false;
        }
    }
    return true;
}

/* --- which objects
 * ------------------------------------------------------------------------ */

static bool is_leaving(const struct collection *collection, str edition)
{
    for (size_t i = 0; i < collection->editions.count; i++) {
        if (str_equal(collection->editions.at[i], edition)) {
            return true;
        }
    }
    return false;
}

/* Hashes that editions which stay have; of those that do not, only edition.json's. */
static bool find_needed(struct collector *collector, const struct archive_entries *entries,
                        struct words *needed)
{
    for (size_t i = 0; i < entries->count; i++) {
        const struct archive_entry *entry = &entries->at[i];
        struct bag_files payload = {0};
        str folder = archive_folder(collector->arena, collector->archive, entry->edition);
        bool is_rest =
            entry->is_removed || is_leaving(collector->collection, entry->edition);
        if (!bag_payload(collector->arena, folder, &payload, collector->error)) {
            return false;
        }
        for (size_t j = 0; j < payload.count; j++) {
            if (!is_rest || str_equal(payload.at[j].path, S("data/edition.json"))) {
                words_add(collector->arena, needed, payload.at[j].sha256);
            }
        }
    }
    return true;
}

static bool find_objects(struct collector *collector, const struct words *needed)
{
    struct disk_entries entries = {0};
    str folder = archive_in(collector->arena, collector->archive, S("objects"));
    if (!disk_list(collector->arena, folder, &entries, collector->error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct disk_entry *entry = &entries.at[i];
        str name = str_print(collector->arena, "%.2s%.*s", entry->path.at,
                             STR_ARG(path_name(entry->path)));
        if (entry->kind == DISK_FILE && words_find(needed, name) == UINT32_MAX) {
            *arena_push(collector->arena, &collector->collection->objects) = entry->path;
            collector->collection->bytes += entry->bytes;
        }
    }
    return true;
}

static bool collect(struct collector *collector, const str *names, size_t count)
{
    struct archive_entries entries = {0};
    struct words needed = {0};
    *collector->collection = (struct collection){0};
    return archive_rules_read(collector->arena, collector->archive, &collector->rules,
                              collector->error) &&
           archive_list(collector->arena, collector->archive, S(""), &entries,
                        collector->error) &&
           choose(collector, &entries, names, count) &&
           find_needed(collector, &entries, &needed) && find_objects(collector, &needed);
}

bool archive_collect(struct arena *arena, str archive, struct date today, const str *names,
                     size_t count, struct collection *collection, struct error *error)
{
    struct collector collector = {.arena = arena,
                                  .archive = archive,
                                  .today = today,
                                  .collection = collection,
                                  .error = error};
    return collect(&collector, names, count);
}

/* --- removing
 * ------------------------------------------------------------------------------ */

/* What stays of an edition, in a folder beside it. */
static bool make_rest(struct collector *collector, str edition, str rest)
{
    static const str kept[] = {S("bagit.txt"), S("bag-info.txt"), S("manifest-sha256.txt"),
                               S("tagmanifest-sha256.txt"), S("data/edition.json")};
    struct arena *arena = collector->arena;
    str folder = archive_folder(arena, collector->archive, edition);
    if (!disk_remove(rest, collector->error) ||
        !file_make_folder(archive_in(arena, rest, S("data")), collector->error)) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(kept); i++) {
        if (!disk_link(archive_in(arena, folder, kept[i]), archive_in(arena, rest, kept[i]),
                       collector->error)) {
            return false;
        }
    }
    str mark = str_print(arena, "removed on %.*s: its retention had ended\n",
                         STR_ARG(date_print(arena, collector->today)));
    return disk_put(archive_in(arena, rest, REMOVED_MARK), mark, collector->error) &&
           disk_sync(archive_in(arena, rest, S("data")), collector->error) &&
           disk_sync(rest, collector->error);
}

/* The two change places at once: there is no moment without either. */
static bool remove_edition(struct collector *collector, str edition)
{
    struct arena *arena = collector->arena;
    str folder = archive_folder(arena, collector->archive, edition);
    str briefing = str_slice(edition, 0, str_find(edition, '/'));
    str rest = str_print(arena, "%.*s/%.*s/.removed", STR_ARG(collector->archive),
                         STR_ARG(briefing));
    return make_rest(collector, edition, rest) &&
           disk_exchange(rest, folder, collector->error) &&
           disk_remove(rest, collector->error);
}

bool archive_remove(struct arena *arena, str archive, struct date today, const str *names,
                    size_t count, struct collection *collection, struct error *error)
{
    struct collector collector = {.arena = arena,
                                  .archive = archive,
                                  .today = today,
                                  .collection = collection,
                                  .error = error};
    int lock = archive_lock(arena, archive, false, error);
    bool is_done = lock >= 0 && collect(&collector, names, count);
    for (size_t i = 0; is_done && i < collection->editions.count; i++) {
        is_done = remove_edition(&collector, collection->editions.at[i]);
    }
    for (size_t i = 0; is_done && i < collection->objects.count; i++) {
        str path = str_print(arena, "%.*s/objects/%.*s", STR_ARG(archive),
                             STR_ARG(collection->objects.at[i]));
        is_done = disk_remove(path, error);
    }
    if (lock >= 0) {
        archive_unlock(lock);
    }
    return is_done;
}
