/* SPDX-License-Identifier: MIT */
#include "archive/bag.h"

#include "archive/disk.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"

#include <stdlib.h>

static const str bagit_text = S("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");

#define MANIFEST S("manifest-sha256.txt")
#define TAG_MANIFEST S("tagmanifest-sha256.txt")

enum { INFO_COLUMNS = 79 };

static str in_folder(struct arena *arena, str folder, str path)
{
    return str_print(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
}

/* --- manifests ------------------------------------------------------------------------ */

/* RFC 8493, 2.1.3: only line ends and the sign itself are escaped. */
static void add_path(struct buffer *out, str path)
{
    for (size_t i = 0; i < path.length; i++) {
        char byte = path.at[i];
        if (byte == '\n' || byte == '\r' || byte == '%') {
            buffer_print(out, "%%%02X", byte);
        } else {
            buffer_add_byte(out, byte);
        }
    }
}

static str unescaped(struct arena *arena, str path)
{
    struct buffer out = {.arena = arena};
    while (path.length) {
        str rest = str_after(path, 3);
        str code = str_slice(path, 0, 3);
        bool is_code = str_equal(code, S("%0A")) || str_equal(code, S("%0D")) ||
                       str_equal(code, S("%25")) || str_equal(code, S("%0a")) ||
                       str_equal(code, S("%0d"));
        if (is_code && code.at[1] == '2') {
            buffer_add_byte(&out, '%');
        } else if (is_code) {
            buffer_add(&out, (code.at[2] | 0x20) == 'a' ? S("\n") : S("\r"));
        } else {
            buffer_add_byte(&out, path.at[0]);
            rest = str_after(path, 1);
        }
        path = rest;
    }
    return buffer_text(&out);
}

static str manifest_text(struct arena *arena, const struct bag_files *files)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < files->count; i++) {
        buffer_print(&out, "%.*s  ", STR_ARG(files->at[i].sha256));
        add_path(&out, files->at[i].path);
        buffer_add_byte(&out, '\n');
    }
    return buffer_text(&out);
}

static bool is_hash(str text)
{
    bool is_good = text.length == HASH_SHA256_LENGTH;
    for (size_t i = 0; is_good && i < text.length; i++) {
        char c = text.at[i];
        is_good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return is_good;
}

/* A path that leads nowhere but into the bag. */
static bool is_inside(str path)
{
    if (!path.length || str_starts(path, S("/"))) {
        return false;
    }
    while (path.length) {
        str name = str_cut(path, '/', &path);
        if (!name.length || str_equal(name, S(".")) || str_equal(name, S(".."))) {
            return false;
        }
    }
    return true;
}

/* Lines to files; returns what is wrong with the text, or NULL. */
static const char *read_manifest(struct arena *arena, str text, struct bag_files *files)
{
    while (text.length) {
        bool is_ended = str_find(text, '\n') < text.length;
        str line = str_cut(text, '\n', &text);
        str hash = str_slice(line, 0, HASH_SHA256_LENGTH);
        str between = str_slice(line, hash.length, hash.length + 2);
        str path = unescaped(arena, str_after(line, hash.length + between.length));
        if (!is_ended || !is_hash(hash) || !str_equal(between, S("  ")) ||
            !is_inside(path)) {
            return "a line is not a hash, two spaces and a path";
        }
        *arena_push(arena, files) = (struct bag_file){.path = path, .sha256 = hash};
    }
    return NULL;
}

/* --- writing -------------------------------------------------------------------------- */

/* "Label: value", folded between words (2.2.2): a line that goes on begins with a space. */
static void add_label(struct buffer *out, str name, str value)
{
    size_t column = name.length + 1;
    buffer_print(out, "%.*s:", STR_ARG(name));
    while (value.length) {
        str word = str_cut(value, ' ', &value);
        if (column > name.length + 1 && column + 1 + word.length > INFO_COLUMNS) {
            buffer_add_byte(out, '\n');
            column = 0;
        }
        buffer_print(out, " %.*s", STR_ARG(word));
        column += 1 + word.length;
    }
    buffer_add_byte(out, '\n');
}

static str info_text(struct arena *arena, const struct bag_files *payload,
                     const struct bag_label *labels, size_t label_count)
{
    struct buffer out = {.arena = arena};
    size_t bytes = 0;
    for (size_t i = 0; i < payload->count; i++) {
        bytes += payload->at[i].bytes;
    }
    for (size_t i = 0; i < label_count; i++) {
        add_label(&out, labels[i].name, labels[i].value);
    }
    add_label(&out, S("Payload-Oxum"), str_print(arena, "%zu.%zu", bytes, payload->count));
    return buffer_text(&out);
}

static int by_path(const void *a, const void *b)
{
    return str_compare(((const struct bag_file *)a)->path,
                       ((const struct bag_file *)b)->path);
}

bool bag_write(struct arena *arena, str folder, const struct bag_files *payload,
               const struct bag_label *labels, size_t label_count, str *seal,
               struct error *error)
{
    struct bag_files sorted = {0};
    for (size_t i = 0; i < payload->count; i++) {
        *arena_push(arena, &sorted) = payload->at[i];
    }
    if (sorted.count) {
        qsort(sorted.at, sorted.count, sizeof *sorted.at, by_path);
    }
    const struct file_output tags[] = {
        {S("bag-info.txt"), info_text(arena, payload, labels, label_count)},
        {S("bagit.txt"), bagit_text},
        {MANIFEST, manifest_text(arena, &sorted)},
    };
    struct bag_files tag_files = {0};
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        if (!disk_put(in_folder(arena, folder, tags[i].path), tags[i].bytes, error)) {
            return false;
        }
        *arena_push(arena, &tag_files) = (struct bag_file){
            .path = tags[i].path, .sha256 = hash_sha256(arena, tags[i].bytes)};
    }
    str last = manifest_text(arena, &tag_files);
    *seal = hash_sha256(arena, last);
    return disk_put(in_folder(arena, folder, TAG_MANIFEST), last, error);
}

/* --- reading -------------------------------------------------------------------------- */

bool bag_seal(struct arena *arena, str folder, str *seal, struct error *error)
{
    size_t bytes;
    return hash_file(arena, in_folder(arena, folder, TAG_MANIFEST), seal, &bytes, error);
}

bool bag_payload(struct arena *arena, str folder, struct bag_files *payload,
                 struct error *error)
{
    struct source source;
    if (!file_read(arena, in_folder(arena, folder, MANIFEST), &source, error)) {
        return false;
    }
    const char *why = read_manifest(arena, source.text, payload);
    return !why || error_at(error, ERROR_DATA, (struct place){.file = source.path},
                            "the manifest cannot be read: %s", why);
}

/* --- verifying ------------------------------------------------------------------------ */

struct verifier {
    struct arena *arena;
    str folder;
    struct bag_problems *problems;
    struct words known; /* paths that a manifest has */
};

static void report(const struct verifier *verifier, enum bag_problem_kind kind, str path,
                   str detail)
{
    *arena_push(verifier->arena, verifier->problems) = (struct bag_problem){
        kind, str_copy(verifier->arena, path), str_copy(verifier->arena, detail)};
}

static void verify_file(const struct verifier *verifier, const struct bag_file *file)
{
    struct error error = {0};
    str sha256;
    size_t bytes;
    str path = in_folder(verifier->arena, verifier->folder, file->path);
    if (!file_exists(path)) {
        report(verifier, BAG_MISSING, file->path, (str){0});
    } else if (!hash_file(verifier->arena, path, &sha256, &bytes, &error)) {
        report(verifier, BAG_UNREADABLE, file->path, str_from(error.message));
    } else if (!str_equal(sha256, file->sha256)) {
        report(verifier, BAG_DAMAGED, file->path, (str){0});
    }
}

/* The files of a manifest, each compared; false where there is no manifest to read. */
static bool verify_manifest(struct verifier *verifier, str name, str folder_of_paths)
{
    struct error error = {0};
    struct source source;
    struct bag_files files = {0};
    str path = in_folder(verifier->arena, verifier->folder, name);
    if (!file_exists(path)) {
        report(verifier, BAG_MISSING, name, (str){0});
        return false;
    }
    if (!file_read(verifier->arena, path, &source, &error)) {
        report(verifier, BAG_UNREADABLE, name, str_from(error.message));
        return false;
    }
    const char *why = read_manifest(verifier->arena, source.text, &files);
    if (why) {
        report(verifier, BAG_MALFORMED, name, str_from(why));
        return false;
    }
    for (size_t i = 0; i < files.count; i++) {
        if (str_starts(files.at[i].path, S("data/")) != (folder_of_paths.length > 0)) {
            report(verifier, BAG_MALFORMED, name, files.at[i].path);
            continue;
        }
        words_add(verifier->arena, &verifier->known, files.at[i].path);
        verify_file(verifier, &files.at[i]);
    }
    return true;
}

/* A folder on the way to a file that belongs to the bag. */
static bool is_way(const struct verifier *verifier, str path)
{
    str folder = str_print(verifier->arena, "%.*s/", STR_ARG(path));
    for (size_t i = 0; i < verifier->known.count; i++) {
        if (str_starts(verifier->known.at[i], folder)) {
            return true;
        }
    }
    return false;
}

/* Every name in the bag is one of a manifest, or a folder on the way to one. */
static void verify_names(struct verifier *verifier)
{
    struct error error = {0};
    struct disk_entries entries = {0};
    if (!disk_list(verifier->arena, verifier->folder, &entries, &error)) {
        report(verifier, BAG_UNREADABLE, S("."), str_from(error.message));
        return;
    }
    for (size_t i = 0; i < entries.count; i++) {
        const struct disk_entry *entry = &entries.at[i];
        bool belongs = entry->kind == DISK_FOLDER
                           ? is_way(verifier, entry->path)
                           : words_find(&verifier->known, entry->path) != UINT32_MAX;
        if (!belongs) {
            report(verifier, BAG_ADDED, entry->path, (str){0});
        }
    }
}

void bag_verify(struct arena *arena, str folder, struct bag_problems *problems)
{
    struct verifier verifier = {.arena = arena, .folder = folder, .problems = problems};
    words_add(arena, &verifier.known, TAG_MANIFEST);
    bool has_tags = verify_manifest(&verifier, TAG_MANIFEST, (str){0});
    bool has_payload = verify_manifest(&verifier, MANIFEST, S("data/"));
    if (has_tags && words_find(&verifier.known, S("bagit.txt")) == UINT32_MAX) {
        report(&verifier, BAG_MISSING, S("bagit.txt"), (str){0});
    }
    if (has_tags && has_payload) {
        verify_names(&verifier);
    }
}
