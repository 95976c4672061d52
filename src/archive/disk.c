/* SPDX-License-Identifier: MIT */
#include "archive/disk.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COPY_BYTES = 1 << 16, DEPTH_MAX = 64 };

static bool path_c(str path, char c[PATH_MAX], struct error *error)
{
    if (path.length >= PATH_MAX) {
        return error_set(error, ERROR_CREATE, "the path is longer than %d bytes", PATH_MAX);
    }
    memcpy(c, path.at, path.length);
    c[path.length] = '\0';
    return true;
}

static bool fail(str path, const char *what, struct error *error)
{
    bool is_write = errno == ENOSPC || errno == EIO || errno == EDQUOT || errno == EFBIG;
    return error_at(error, is_write ? ERROR_WRITE : ERROR_CREATE,
                    (struct place){.file = path}, "%s: %s", what, strerror(errno));
}

static bool write_all(int fd, str bytes)
{
    while (bytes.length) {
        ssize_t put = write(fd, bytes.at, bytes.length);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return false;
        }
        bytes = str_after(bytes, (size_t)put);
    }
    return true;
}

/* What is behind the descriptor is on the disk, whole, and for reading only. */
static bool seal(int fd)
{
    return !fchmod(fd, 0444) && !fsync(fd);
}

/* Closes in any case; the first failure's errno stays. */
static bool close_after(int fd, bool is_good)
{
    int cause = errno;
    if (close(fd) && is_good) {
        return false;
    }
    errno = cause;
    return is_good;
}

/* A draft beside the target takes its name, if that is free. */
static bool take_name(const char *draft, const char *target)
{
    bool has_name = !link(draft, target) || errno == EEXIST;
    if (!has_name && (errno == EPERM || errno == ENOTSUP || errno == EMLINK)) {
        has_name = !renameat2(AT_FDCWD, draft, AT_FDCWD, target, RENAME_NOREPLACE) ||
                   errno == EEXIST;
    }
    int cause = errno;
    unlink(draft);
    errno = cause;
    return has_name;
}

bool disk_put(str path, str bytes, struct error *error)
{
    char target[PATH_MAX];
    char draft[PATH_MAX + 16];
    if (!path_c(path, target, error)) {
        return false;
    }
    str folder = path_folder(path);
    snprintf(draft, sizeof draft, "%.*s/" DISK_DRAFT "XXXXXX", STR_ARG(folder));
    int fd = mkostemp(draft, O_CLOEXEC);
    if (fd < 0) {
        return fail(path, "cannot be made", error);
    }
    bool is_written = close_after(fd, write_all(fd, bytes) && seal(fd));
    if (!is_written) {
        fail(path, "cannot be written", error);
        unlink(draft);
        return false;
    }
    return take_name(draft, target) || fail(path, "cannot be made", error);
}

static bool copy_bytes(int in, int out)
{
    char piece[COPY_BYTES];
    for (;;) {
        ssize_t got = read(in, piece, sizeof piece);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got == 0;
        }
        if (!write_all(out, (str){piece, (size_t)got})) {
            return false;
        }
    }
}

static bool copy_file(const char *from, const char *to)
{
    int in = open(from, O_RDONLY | O_CLOEXEC);
    int out = in < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
    bool is_copied = out >= 0 && close_after(out, copy_bytes(in, out) && seal(out));
    int cause = errno;
    if (in >= 0) {
        close(in);
    }
    errno = cause;
    return is_copied;
}

bool disk_link(str from, str to, struct error *error)
{
    char source[PATH_MAX];
    char target[PATH_MAX];
    if (!path_c(from, source, error) || !path_c(to, target, error)) {
        return false;
    }
    if (!link(source, target)) {
        return true;
    }
    bool can_copy = errno == EPERM || errno == EXDEV || errno == EMLINK || errno == ENOTSUP;
    return (can_copy && copy_file(source, target)) || fail(to, "cannot be made", error);
}

bool disk_sync(str folder, struct error *error)
{
    char path[PATH_MAX];
    if (!path_c(folder, path, error)) {
        return false;
    }
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return fail(folder, "cannot be opened", error);
    }
    return close_after(fd, !fsync(fd)) || fail(folder, "cannot be written", error);
}

bool disk_rename(str from, str to, struct error *error)
{
    char source[PATH_MAX];
    char target[PATH_MAX];
    if (!path_c(from, source, error) || !path_c(to, target, error)) {
        return false;
    }
    if (renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE)) {
        return fail(to, "cannot be made", error);
    }
    return disk_sync(path_folder(to), error);
}

bool disk_exchange(str one, str other, struct error *error)
{
    char a[PATH_MAX];
    char b[PATH_MAX];
    if (!path_c(one, a, error) || !path_c(other, b, error)) {
        return false;
    }
    if (renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE)) {
        return fail(other, "cannot be replaced", error);
    }
    return disk_sync(path_folder(other), error) && disk_sync(path_folder(one), error);
}

/* --- trees ---------------------------------------------------------------------------- */

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_entry(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

struct lister {
    struct arena *arena;
    bool is_deep;
    struct disk_entries *entries;
    struct error *error;
};

static bool list_folder(const struct lister *lister, str folder, str path, size_t depth);

static bool list_entry(const struct lister *lister, str folder, str path, size_t depth)
{
    struct stat status;
    str whole = str_print(lister->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
    if (lstat(whole.at, &status)) {
        return fail(whole, "cannot be read", lister->error);
    }
    *arena_push(lister->arena, lister->entries) = (struct disk_entry){
        .path = path,
        .kind = S_ISREG(status.st_mode)   ? DISK_FILE
                : S_ISDIR(status.st_mode) ? DISK_FOLDER
                                          : DISK_OTHER,
        .bytes = (size_t)status.st_size,
    };
    return !lister->is_deep || !S_ISDIR(status.st_mode) ||
           list_folder(lister, folder, path, depth + 1);
}

static bool list_folder(const struct lister *lister, str folder, str path, size_t depth)
{
    struct arena *arena = lister->arena;
    str whole = path.length ? str_print(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path))
                            : str_copy(arena, folder);
    struct dirent **found = NULL;
    int count = depth < DEPTH_MAX ? scandir(whole.at, &found, is_entry, by_name) : -1;
    if (count < 0) {
        return error_at(lister->error, ERROR_NO_INPUT, (struct place){.file = whole},
                        "the folder cannot be read: %s",
                        depth < DEPTH_MAX ? strerror(errno) : "it is too deep");
    }
    bool is_good = true;
    for (int i = 0; i < count; i++) {
        str name = str_from(found[i]->d_name);
        str inner = path.length
                        ? str_print(arena, "%.*s/%.*s", STR_ARG(path), STR_ARG(name))
                        : str_copy(arena, name);
        is_good = is_good && list_entry(lister, folder, inner, depth);
        free(found[i]);
    }
    free(found);
    return is_good;
}

bool disk_list(struct arena *arena, str folder, struct disk_entries *entries,
               struct error *error)
{
    struct lister lister = {arena, true, entries, error};
    return list_folder(&lister, folder, (str){0}, 0);
}

bool disk_list_one(struct arena *arena, str folder, struct disk_entries *entries,
                   struct error *error)
{
    struct lister lister = {arena, false, entries, error};
    return list_folder(&lister, folder, (str){0}, 0);
}

static bool remove_one(str path, bool is_folder, struct error *error)
{
    char c[PATH_MAX];
    if (!path_c(path, c, error)) {
        return false;
    }
    if (is_folder) {
        chmod(c, 0755); /* what a folder of an edition does not allow by itself */
    }
    return !(is_folder ? rmdir(c) : unlink(c)) || errno == ENOENT ||
           fail(path, "cannot be removed", error);
}

bool disk_remove(str path, struct error *error)
{
    struct arena arena = {0};
    struct stat status;
    str whole = str_copy(&arena, path);
    bool is_gone = lstat(whole.at, &status) != 0;
    bool is_folder = !is_gone && S_ISDIR(status.st_mode);
    struct disk_entries entries = {0};
    bool is_good = is_gone || !is_folder || disk_list(&arena, path, &entries, error);
    for (size_t i = entries.count; is_good && i--;) { /* from the innermost on */
        str inner =
            str_print(&arena, "%.*s/%.*s", STR_ARG(path), STR_ARG(entries.at[i].path));
        is_good = remove_one(inner, entries.at[i].kind == DISK_FOLDER, error);
    }
    is_good = is_good && (is_gone || remove_one(path, is_folder, error));
    arena_finish(&arena);
    return is_good;
}
