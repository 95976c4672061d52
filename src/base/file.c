/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Paths for the kernel live on the stack: false for one that is too long. */
static bool path_c(str path, char c[PATH_MAX])
{
    if (path.length >= PATH_MAX) {
        return false;
    }
    memcpy(c, path.at, path.length);
    c[path.length] = '\0';
    return true;
}

/* Tries to read one byte more than `size`, to see that there is none. */
static const char *read_all(struct arena *arena, int fd, size_t size, str *text)
{
    char *bytes = arena_array(arena, char, size + 1);
    size_t length = 0;
    while (length <= size) {
        ssize_t got = read(fd, bytes + length, size + 1 - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return strerror(errno);
        }
        if (got == 0) {
            break;
        }
        length += (size_t)got;
    }
    *text = (str){bytes, length};
    return length == size ? NULL : "it changed while it was read";
}

/* Reads what is behind the descriptor; returns why that failed, or NULL. */
static const char *read_file(struct arena *arena, int fd, str *text)
{
    struct stat status;
    if (fd < 0 || fstat(fd, &status)) {
        return strerror(errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return "it is not a file";
    }
    return read_all(arena, fd, (size_t)status.st_size, text);
}

bool file_read(struct arena *arena, str path, struct source *source, struct error *error)
{
    source->path = str_copy(arena, path);
    int fd =
        open(source->path.at, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe would wait */
    const char *why = read_file(arena, fd, &source->text);
    if (fd >= 0) {
        close(fd);
    }
    if (why) {
        return error_at(error, ERROR_NO_INPUT, (struct place){.file = source->path},
                        "cannot be read: %s", why);
    }
    return true;
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
    return fsync(fd) == 0;
}

/* A rename is durable only once its folder is. */
static void sync_folder(str folder)
{
    char path[PATH_MAX];
    int fd = path_c(folder, path) ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

static mode_t mode_of_new_files(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A new file beside the target, whole and on the disk; errno says why not. */
static bool write_draft(const char *target, str bytes, char *draft, size_t size,
                        enum error_kind *kind)
{
    snprintf(draft, size, "%s.XXXXXX", target);
    int fd = mkostemp(draft, O_CLOEXEC);
    *kind = fd < 0 ? ERROR_CREATE : ERROR_WRITE;
    if (fd < 0) {
        return false;
    }
    bool is_written = write_all(fd, bytes) && !fchmod(fd, mode_of_new_files());
    int cause = errno;
    if (close(fd) && is_written) {
        is_written = false;
        cause = errno;
    }
    if (!is_written) {
        unlink(draft);
    }
    errno = cause;
    return is_written;
}

/* Writes a draft of each, the first one first, and gives them their names, the last first.
 */
static bool write_files(const struct file_output *files, size_t count, struct error *error)
{
    char target[PATH_MAX];
    char draft[PATH_MAX + 16];
    enum error_kind kind = ERROR_WRITE;
    if (!count) {
        return true;
    }
    struct place place = {.file = files->path};
    if (!path_c(files->path, target)) {
        return error_set(error, ERROR_CREATE, "the path is longer than %d bytes", PATH_MAX);
    }
    if (!write_draft(target, files->bytes, draft, sizeof draft, &kind)) {
        return error_at(error, kind, place, "cannot be written: %s", strerror(errno));
    }
    bool is_written = write_files(files + 1, count - 1, error);
    if (is_written && rename(draft, target)) {
        is_written = error_at(error, kind, place, "cannot be written: %s", strerror(errno));
    }
    if (!is_written) {
        unlink(draft);
    }
    return is_written;
}

bool file_write_together(const struct file_output *files, size_t count, struct error *error)
{
    /* Ctrl-C waits until the drafts are the files or gone. */
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    bool is_written = write_files(files, count, error);
    sigprocmask(SIG_SETMASK, &before, NULL);
    for (size_t i = 0; is_written && i < count; i++) {
        sync_folder(path_folder(files[i].path));
    }
    return is_written;
}

bool file_write(str path, str bytes, struct error *error)
{
    return file_write_together(&(struct file_output){path, bytes}, 1, error);
}

bool file_make_folder(str path, struct error *error)
{
    char folder[PATH_MAX];
    if (!path_c(path, folder)) {
        return error_set(error, ERROR_CREATE, "the path is longer than %d bytes", PATH_MAX);
    }
    for (size_t end = 1; end <= path.length; end++) {
        if (folder[end] != '/' && folder[end] != '\0') {
            continue;
        }
        char kept = folder[end];
        folder[end] = '\0';
        struct stat status;
        if (mkdir(folder, 0777) &&
            (errno != EEXIST || stat(folder, &status) || !S_ISDIR(status.st_mode))) {
            const char *why = errno == EEXIST ? "a file has that name" : strerror(errno);
            return error_at(error, ERROR_CREATE, (struct place){.file = path},
                            "the folder cannot be made: %s", why);
        }
        folder[end] = kept;
    }
    return true;
}

bool file_match(struct arena *arena, str pattern, struct path_list *list,
                struct error *error)
{
    glob_t found;
    int status = glob(str_c(arena, pattern), GLOB_ERR, NULL, &found);
    if (status == GLOB_NOMATCH) {
        return true;
    }
    if (status) {
        return error_at(error, ERROR_NO_INPUT, (struct place){.file = pattern},
                        "the folder cannot be searched");
    }
    for (size_t i = 0; i < found.gl_pathc; i++) {
        *arena_push(arena, list) = str_copy(arena, str_from(found.gl_pathv[i]));
    }
    globfree(&found);
    return true;
}

bool file_exists(str path)
{
    char c[PATH_MAX];
    return path_c(path, c) && access(c, F_OK) == 0;
}

bool file_size(str path, size_t *bytes, struct error *error)
{
    char c[PATH_MAX];
    struct stat status;
    if (!path_c(path, c) || stat(c, &status)) {
        return error_at(error, ERROR_NO_INPUT, (struct place){.file = path},
                        "cannot be read: %s", strerror(errno));
    }
    *bytes = (size_t)status.st_size;
    return true;
}

str path_name(str path)
{
    size_t start = path.length;
    while (start && path.at[start - 1] != '/') {
        start--;
    }
    return str_after(path, start);
}

str path_folder(str path)
{
    size_t end = path.length - path_name(path).length;
    while (end > 1 && path.at[end - 1] == '/') {
        end--;
    }
    return end ? str_slice(path, 0, end) : S(".");
}

/* Whether the folder above it is the one that its name says: it has a name, and is no link.
 */
static bool is_plain_folder(str folder)
{
    char path[PATH_MAX];
    struct stat status;
    str name = path_name(folder);
    return name.length && !str_equal(name, S(".")) && !str_equal(name, S("..")) &&
           path_c(folder, path) && !lstat(path, &status) && S_ISDIR(status.st_mode);
}

/* Where an absolute path is now, if its folder is there. */
static str moved(struct arena *arena, str path)
{
    const char *from = getenv(MOVED_FROM);
    const char *to = getenv(MOVED_TO);
    str root = from && to ? str_from(from) : S("/-");
    while (str_ends(root, S("/"))) {
        root = str_slice(root, 0, root.length - 1);
    }
    if (!str_starts(path, root) || !str_starts(str_after(path, root.length), S("/"))) {
        return path;
    }
    str place = str_print(arena, "%s%.*s", to, STR_ARG(str_after(path, root.length)));
    return file_exists(path_folder(place)) ? place : path;
}

str path_join(struct arena *arena, str folder, str path)
{
    if (str_starts(path, S("/"))) {
        return moved(arena, path);
    }
    if (str_equal(folder, S("."))) {
        return path;
    }
    while (str_starts(path, S("../")) && is_plain_folder(folder)) {
        path = str_after(path, 3);
        if (str_equal(path_folder(folder), S(".")) && !str_starts(folder, S("./"))) {
            return path;
        }
        folder = path_folder(folder);
    }
    return str_print(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
}

str path_absolute(struct arena *arena, str path)
{
    struct str_list names = {0};
    bool is_absolute = str_starts(path, S("/"));
    str rest = path_join(arena, is_absolute ? S("/") : file_absolute(arena, S(".")), path);
    while (rest.length) {
        str name = str_cut(rest, '/', &rest);
        if (str_equal(name, S(".."))) {
            names.count -= names.count ? 1 : 0;
        } else if (name.length && !str_equal(name, S("."))) {
            *arena_push(arena, &names) = name;
        }
    }
    return str_print(arena, "/%.*s",
                     STR_ARG(str_join(arena, names.at, names.count, S("/"))));
}

str path_from(struct arena *arena, str folder, str path)
{
    if (str_starts(folder, S("/")) != str_starts(path, S("/"))) {
        return path;
    }
    str up = str_equal(folder, S(".")) ? S("") : folder;
    str down = path;
    str up_rest = {0};
    str down_rest = {0};
    while (up.length && str_find(down, '/') < down.length &&
           str_equal(str_cut(up, '/', &up_rest), str_cut(down, '/', &down_rest))) {
        up = up_rest;
        down = down_rest;
    }
    struct buffer way = {.arena = arena};
    while (up.length) {
        str name = str_cut(up, '/', &up);
        if (str_equal(name, S(".."))) {
            return path;
        }
        buffer_add(&way, name.length && !str_equal(name, S(".")) ? S("../") : S(""));
    }
    buffer_add(&way, down);
    return buffer_text(&way);
}

str file_absolute(struct arena *arena, str path)
{
    char given[PATH_MAX];
    char absolute[PATH_MAX];
    bool is_known = path_c(path, given) && realpath(given, absolute);
    return is_known ? str_copy(arena, str_from(absolute)) : path;
}
