/* SPDX-License-Identifier: MIT */
#include "archive/package.h"

#include "archive_internal.h"

#include "archive/disk.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/library.h"

#include <archive.h>
#include <archive_entry.h>

#define FUNCTIONS(X) \
    X(archive_write_new) \
    X(archive_write_set_format_zip) \
    X(archive_write_set_format_pax_restricted) \
    X(archive_write_add_filter_gzip) \
    X(archive_write_set_options) \
    X(archive_write_open) \
    X(archive_write_header) \
    X(archive_write_data) \
    X(archive_write_close) \
    X(archive_write_free) \
    X(archive_error_string) \
    X(archive_entry_new) \
    X(archive_entry_free) \
    X(archive_entry_set_pathname) \
    X(archive_entry_set_size) \
    X(archive_entry_set_filetype) \
    X(archive_entry_set_perm) \
    X(archive_entry_set_mtime)

struct libarchive {
    LIBRARY_POINTERS(FUNCTIONS)
};

static const char *const function_names[] = {LIBRARY_NAMES(FUNCTIONS)};

enum { SECONDS_PER_DAY = 24 * 60 * 60, FILE_MODE = 0444 };

struct packer {
    struct arena *arena;
    struct libarchive library;
    struct archive *handle;
    struct buffer out;
    int64_t seconds; /* the date of all files */
    struct error *error;
};

bool package_kind_of(str path, enum package_kind *kind)
{
    *kind = str_ends(path, S(".zip"))   ? PACKAGE_ZIP
            : str_ends(path, S(".tar")) ? PACKAGE_TAR
                                        : PACKAGE_TAR_GZ;
    return *kind != PACKAGE_TAR_GZ || str_ends(path, S(".tar.gz")) ||
           str_ends(path, S(".tgz"));
}

static bool fail(const struct packer *packer)
{
    const char *why = packer->library.archive_error_string(packer->handle);
    return error_set(packer->error, ERROR_SOFTWARE, "libarchive: %s",
                     why ? why : "it does not say why");
}

static la_ssize_t take_bytes(struct archive *handle, void *context, const void *bytes,
                             size_t length)
{
    struct packer *packer = context;
    (void)handle;
    buffer_add(&packer->out, (str){bytes, length});
    return (la_ssize_t)length;
}

static bool open_package(struct packer *packer, enum package_kind kind)
{
    const struct libarchive *library = &packer->library;
    int status;
    if (kind == PACKAGE_ZIP) {
        status = library->archive_write_set_format_zip(packer->handle);
    } else {
        status = library->archive_write_set_format_pax_restricted(packer->handle);
    }
    if (status == ARCHIVE_OK && kind == PACKAGE_TAR_GZ) {
        status = library->archive_write_add_filter_gzip(packer->handle);
        if (status == ARCHIVE_OK) { /* no clock in the header */
            status = library->archive_write_set_options(packer->handle, "gzip:!timestamp");
        }
    }
    return (status == ARCHIVE_OK &&
            library->archive_write_open(packer->handle, packer, NULL, take_bytes, NULL) ==
                ARCHIVE_OK) ||
           fail(packer);
}

static bool pack_file(struct packer *packer, str path, str name)
{
    const struct libarchive *library = &packer->library;
    struct source source;
    if (!file_read(packer->arena, path, &source, packer->error)) {
        return false;
    }
    struct archive_entry *entry = library->archive_entry_new();
    library->archive_entry_set_pathname(entry, str_c(packer->arena, name));
    library->archive_entry_set_size(entry, (la_int64_t)source.text.length);
    library->archive_entry_set_filetype(entry, AE_IFREG);
    library->archive_entry_set_perm(entry, FILE_MODE);
    library->archive_entry_set_mtime(entry, (time_t)packer->seconds, 0);
    bool is_packed =
        library->archive_write_header(packer->handle, entry) == ARCHIVE_OK &&
        library->archive_write_data(packer->handle, source.text.at, source.text.length) ==
            (la_ssize_t)source.text.length;
    library->archive_entry_free(entry);
    return is_packed || fail(packer);
}

static bool pack_all(struct packer *packer, str folder, str top)
{
    struct disk_entries entries = {0};
    if (!disk_list(packer->arena, folder, &entries, packer->error)) {
        return false;
    }
    for (size_t i = 0; i < entries.count; i++) {
        str path = entries.at[i].path;
        str from = archive_in(packer->arena, folder, path);
        str to = archive_in(packer->arena, top, path);
        if (entries.at[i].kind == DISK_FILE && !pack_file(packer, from, to)) {
            return false;
        }
    }
    return packer->library.archive_write_close(packer->handle) == ARCHIVE_OK ||
           fail(packer);
}

bool package_write(struct arena *arena, str folder, str name, struct date date,
                   enum package_kind kind, str path, struct error *error)
{
    struct packer packer = {
        .arena = arena,
        .out = {.arena = arena},
        .seconds = date_to_epoch_days(date) * SECONDS_PER_DAY,
        .error = error,
    };
    if (!library_load("libarchive.so.13", function_names, COUNT_OF(function_names),
                      &packer.library, error)) {
        return false;
    }
    packer.handle = packer.library.archive_write_new();
    bool is_packed = open_package(&packer, kind) && pack_all(&packer, folder, name);
    packer.library.archive_write_free(packer.handle);
    return is_packed && file_write(path, buffer_text(&packer.out), error);
}
