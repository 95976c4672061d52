/* SPDX-License-Identifier: MIT */
#include "archive/archive.h"

#include "archive_internal.h"

#include "archive/disk.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* One edition being added. */
struct adding {
    struct arena *arena;
    str archive, folder; /* of the briefing */
    struct edition *edition;
    const struct archive_files *files;
    struct bag_files payload;
    struct archive_added *added;
    struct error *error;
};

str archive_in(struct arena *arena, str folder, str name)
{
    return str_print(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

str archive_folder(struct arena *arena, str archive, str edition)
{
    return archive_in(arena, archive, edition);
}

/* A name that is one folder, and none of ours. */
static bool is_plain(str name)
{
    return name.length && name.length < 200 && str_find(name, '/') == name.length &&
           str_find(name, '\n') == name.length && name.at[0] != '.' &&
           !str_equal(name, S("objects"));
}

/* --- the head ------------------------------------------------------------------------- */

/* "3 rare-earths/2025-10/1 SEAL\n" */
static str head_text(struct arena *arena, const struct edition_link *link)
{
    return str_print(arena, "%zu %.*s %.*s\n", link->sequence, STR_ARG(link->edition),
                     STR_ARG(link->seal));
}

static bool read_head(struct arena *arena, str path, struct edition_link *link,
                      struct error *error)
{
    struct source source;
    *link = (struct edition_link){0};
    if (!file_exists(path)) {
        return true;
    }
    if (!file_read(arena, path, &source, error)) {
        return false;
    }
    str line = str_cut(source.text, '\n', &(str){0});
    str rest;
    bool is_good = str_to_size(str_cut(line, ' ', &rest), &link->sequence);
    size_t last = rest.length;
    while (last && rest.at[last - 1] != ' ') {
        last--;
    }
    link->seal = str_after(rest, last);
    link->edition = str_slice(rest, 0, last ? last - 1 : 0);
    return (is_good && link->seal.length == HASH_SHA256_LENGTH && link->edition.length) ||
           error_at(error, ERROR_DATA, (struct place){.file = source.path},
                    "this is no head of a chain");
}

bool archive_head(struct arena *arena, str archive, str briefing, struct edition_link *head,
                  struct error *error)
{
    str folder = archive_in(arena, archive, briefing);
    struct edition_link next;
    if (!read_head(arena, archive_in(arena, folder, S("head")), head, error) ||
        !read_head(arena, archive_in(arena, folder, S("head.new")), &next, error)) {
        return false;
    }
    str seal;
    struct error absent = {0};
    if (next.sequence &&
        bag_seal(arena, archive_folder(arena, archive, next.edition), &seal, &absent) &&
        str_equal(seal, next.seal)) {
        *head = next; /* the edition has its name already */
    }
    return true;
}

/* --- the lock ------------------------------------------------------------------------- */

int archive_lock(struct arena *arena, str folder, bool is_shared, struct error *error)
{
    str path = archive_in(arena, folder, S(".lock"));
    int fd = open(path.at, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) {
        error_at(error, ERROR_CREATE, (struct place){.file = path}, "cannot be made: %s",
                 strerror(errno));
        return -1;
    }
    while (flock(fd, is_shared ? LOCK_SH : LOCK_EX)) {
        if (errno != EINTR) {
            error_at(error, ERROR_UNAVAILABLE, (struct place){.file = path},
                     "cannot be locked: %s", strerror(errno));
            close(fd);
            return -1;
        }
    }
    return fd;
}

void archive_unlock(int lock)
{
    close(lock);
}

/* --- what a dead process left -----------------------------------------------------------
 */

static bool settle(struct adding *adding)
{
    struct arena *arena = adding->arena;
    str next = archive_in(arena, adding->folder, S("head.new"));
    struct edition_link head;
    struct edition_link written;
    struct error unreadable = {0};
    if (!archive_head(arena, adding->archive, adding->edition->briefing, &head,
                      adding->error) ||
        !disk_remove(archive_in(arena, adding->folder, S(".new")), adding->error)) {
        return false;
    }
    if (!file_exists(next)) {
        return true;
    }
    bool is_behind = read_head(arena, archive_in(arena, adding->folder, S("head")),
                               &written, &unreadable) &&
                     written.sequence != head.sequence;
    return (!is_behind || file_write(archive_in(arena, adding->folder, S("head")),
                                     head_text(arena, &head), adding->error)) &&
           disk_remove(next, adding->error);
}

/* --- the bag ----------------------------------------------------------------------------
 */

/* The folders on the way to a path below `folder`. */
static bool make_way(struct arena *arena, str folder, str path, struct error *error)
{
    return file_make_folder(archive_in(arena, folder, path_folder(path)), error);
}

static bool add_file(struct adding *adding, str bag, str path, str bytes, str sha256)
{
    struct arena *arena = adding->arena;
    str shelf = str_print(arena, "%.*s/objects/%.2s", STR_ARG(adding->archive), sha256.at);
    str object = archive_in(arena, shelf, str_after(sha256, 2));
    str inside = archive_in(arena, S("data"), path);
    if (!file_exists(object)) {
        adding->added->bytes_new += bytes.length;
        if (!file_make_folder(shelf, adding->error) ||
            !disk_put(object, bytes, adding->error) || !disk_sync(shelf, adding->error)) {
            return false;
        }
    }
    *arena_push(arena, &adding->payload) = (struct bag_file){inside, sha256, bytes.length};
    return make_way(arena, bag, inside, adding->error) &&
           disk_link(object, archive_in(arena, bag, inside), adding->error);
}

/* The edition's list of what it keeps. */
static void list_files(struct adding *adding)
{
    struct edition *edition = adding->edition;
    edition->files.count = 0;
    for (size_t i = 0; i < adding->files->count; i++) {
        const struct archive_file *file = &adding->files->at[i];
        *arena_push(adding->arena, &edition->files) = (struct edition_file){
            file->path, file->role, hash_sha256(adding->arena, file->bytes),
            file->bytes.length};
    }
}

static bool add_files(struct adding *adding, str bag)
{
    for (size_t i = 0; i < adding->files->count; i++) {
        const struct archive_file *file = &adding->files->at[i];
        if (!add_file(adding, bag, file->path, file->bytes,
                      adding->edition->files.at[i].sha256)) {
            return false;
        }
    }
    str json = edition_json(adding->arena, adding->edition);
    return add_file(adding, bag, S("edition.json"), json, hash_sha256(adding->arena, json));
}

/* Folders of a bag are on the disk from the innermost out. */
static bool sync_tree(struct arena *arena, str folder, struct error *error)
{
    struct disk_entries entries = {0};
    bool is_good = disk_list(arena, folder, &entries, error);
    for (size_t i = entries.count; is_good && i--;) {
        if (entries.at[i].kind == DISK_FOLDER) {
            is_good = disk_sync(archive_in(arena, folder, entries.at[i].path), error);
        }
    }
    return is_good && disk_sync(folder, error);
}

/* --- adding -----------------------------------------------------------------------------
 */

/* What makes an edition another one: all but when and where it was made, by which program,
 * what came before, and the metadata that say so. */
static str content_of(struct arena *arena, const struct edition *edition)
{
    struct edition content = *edition;
    content.number = content.sequence = 0;
    content.archived = content.root = (str){0};
    content.program = (str){0};
    content.libraries = content.fonts = (struct edition_parts){0};
    content.previous = (struct edition_link){0};
    content.files.at = NULL;
    content.files.count = content.files.capacity = 0;
    for (size_t i = 0; i < edition->files.count; i++) {
        if (!str_equal(edition->files.at[i].role, S(ARCHIVE_METADATA))) {
            *arena_push(arena, &content.files) = edition->files.at[i];
        }
    }
    return edition_json(arena, &content);
}

/* Numbers of a period begin with 1; one that was removed is not used again. */
static bool last_number(struct adding *adding, size_t *number, bool *is_removed)
{
    struct archive_entries entries = {0};
    str prefix = str_print(adding->arena, "%.*s/%.*s/", STR_ARG(adding->edition->briefing),
                           STR_ARG(adding->edition->period));
    *number = 0;
    str folder = archive_in(adding->arena, adding->folder, adding->edition->period);
    if (file_exists(folder) && !archive_list_period(adding->arena, adding->archive, prefix,
                                                    &entries, adding->error)) {
        return false;
    }
    if (entries.count) {
        const struct archive_entry *last = &entries.at[entries.count - 1];
        *is_removed = last->is_removed;
        return str_to_size(str_after(last->edition, prefix.length), number);
    }
    return true;
}

/* Whether the period's last edition is the same as this one; then that is the result. */
static bool is_known(struct adding *adding, size_t last)
{
    struct edition *edition = adding->edition;
    struct error error = {0};
    str name = str_print(adding->arena, "%.*s/%.*s/%zu", STR_ARG(edition->briefing),
                         STR_ARG(edition->period), last);
    struct edition *known = archive_read(adding->arena, adding->archive, name, &error);
    if (!known ||
        !str_equal(content_of(adding->arena, known), content_of(adding->arena, edition))) {
        return false;
    }
    adding->added->link =
        (struct edition_link){.sequence = known->sequence, .edition = name};
    adding->added->is_known =
        bag_seal(adding->arena, archive_folder(adding->arena, adding->archive, name),
                 &adding->added->link.seal, &error);
    return adding->added->is_known;
}

/* The bag gets its name between the two writings of the head: see settle(). */
static bool publish(struct adding *adding, str bag, const struct edition_link *link)
{
    struct arena *arena = adding->arena;
    str text = head_text(arena, link);
    str period = archive_in(arena, adding->folder, adding->edition->period);
    return file_make_folder(period, adding->error) &&
           disk_sync(adding->folder, adding->error) &&
           file_write(archive_in(arena, adding->folder, S("head.new")), text,
                      adding->error) &&
           disk_rename(bag, archive_folder(arena, adding->archive, link->edition),
                       adding->error) &&
           file_write(archive_in(arena, adding->folder, S("head")), text, adding->error) &&
           disk_remove(archive_in(arena, adding->folder, S("head.new")), adding->error);
}

static bool add_locked(struct adding *adding, const struct bag_label *labels,
                       size_t label_count)
{
    struct arena *arena = adding->arena;
    struct edition *edition = adding->edition;
    struct edition_link *link = &adding->added->link;
    str bag = archive_in(arena, adding->folder, S(".new"));
    size_t last = 0;
    bool is_removed = false;
    if (!settle(adding) ||
        !archive_head(arena, adding->archive, edition->briefing, &edition->previous,
                      adding->error) ||
        !last_number(adding, &last, &is_removed)) {
        return false;
    }
    list_files(adding);
    if (last && !is_removed && is_known(adding, last)) {
        return true;
    }
    edition->number = last + 1;
    edition->sequence = edition->previous.sequence + 1;
    *link = (struct edition_link){.sequence = edition->sequence,
                                  .edition = edition_name(arena, edition)};
    struct bag_label *all = arena_array(arena, struct bag_label, label_count + 1);
    all[0] = (struct bag_label){S("External-Identifier"), link->edition};
    for (size_t i = 0; i < label_count; i++) {
        all[i + 1] = labels[i];
    }
    return file_make_folder(bag, adding->error) && add_files(adding, bag) &&
           bag_write(arena, bag, &adding->payload, all, label_count + 1, &link->seal,
                     adding->error) &&
           sync_tree(arena, bag, adding->error) && publish(adding, bag, link);
}

bool archive_add(struct arena *arena, str archive, struct edition *edition,
                 const struct archive_files *files, const struct bag_label *labels,
                 size_t label_count, struct archive_added *added, struct error *error)
{
    *added = (struct archive_added){0};
    if (!is_plain(edition->briefing) || !is_plain(edition->period)) {
        return error_set(error, ERROR_CONFIG,
                         "\"%.*s/%.*s\" cannot be the name of an edition",
                         STR_ARG(edition->briefing), STR_ARG(edition->period));
    }
    struct adding adding = {
        .arena = arena,
        .archive = archive,
        .folder = archive_in(arena, archive, edition->briefing),
        .edition = edition,
        .files = files,
        .added = added,
        .error = error,
    };
    if (!file_make_folder(adding.folder, error)) {
        return false;
    }
    int shared = archive_lock(arena, archive, true, error);
    int lock = shared < 0 ? -1 : archive_lock(arena, adding.folder, false, error);
    bool is_added = lock >= 0 && add_locked(&adding, labels, label_count);
    if (lock >= 0) {
        archive_unlock(lock);
    }
    if (shared >= 0) {
        archive_unlock(shared);
    }
    return is_added;
}
