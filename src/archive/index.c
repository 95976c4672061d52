/* SPDX-License-Identifier: MIT */
#include "archive/index.h"

#include "archive_internal.h"

#include "archive/disk.h"
#include "base/database.h"
#include "base/file.h"

static const char tables[] =
    "CREATE TABLE edition (name TEXT PRIMARY KEY, briefing TEXT, period TEXT, number "
    "INTEGER,"
    " sequence INTEGER, archived TEXT, title TEXT, seal TEXT, bytes INTEGER,"
    " removed INTEGER);"
    "CREATE TABLE file (edition TEXT REFERENCES edition, path TEXT, role TEXT, sha256 TEXT,"
    " bytes INTEGER);"
    "CREATE TABLE input (edition TEXT REFERENCES edition, path TEXT, role TEXT, sha256 "
    "TEXT,"
    " bytes INTEGER);"
    "CREATE INDEX file_sha256 ON file (sha256);"
    "CREATE INDEX input_sha256 ON input (sha256);";

static str index_path(struct arena *arena, str archive)
{
    return archive_in(arena, archive, S("index.sqlite"));
}

struct indexer {
    struct arena *arena;
    str archive;
    struct database *database;
    struct error *error;
};

static bool put_edition(const struct indexer *indexer, const struct archive_entry *entry,
                        const struct edition *edition, str seal)
{
    size_t bytes = 0;
    for (size_t i = 0; i < edition->files.count; i++) {
        bytes += edition->files.at[i].bytes;
    }
    struct statement statement = statement_make(
        indexer->database,
        "INSERT OR REPLACE INTO edition VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        indexer->error);
    statement_set_text(&statement, 1, entry->edition);
    statement_set_text(&statement, 2, edition->briefing);
    statement_set_text(&statement, 3, edition->period);
    statement_set_number(&statement, 4, (int64_t)edition->number);
    statement_set_number(&statement, 5, (int64_t)edition->sequence);
    statement_set_text(&statement, 6, edition->archived);
    statement_set_text(&statement, 7, edition->title);
    statement_set_text(&statement, 8, seal);
    statement_set_number(&statement, 9, (int64_t)bytes);
    statement_set_number(&statement, 10, entry->is_removed);
    return statement_run(&statement, indexer->error);
}

/* A row of `file` or `input`. */
static bool put_file(const struct indexer *indexer, const char *sql, str edition, str path,
                     str role, str sha256, size_t bytes)
{
    struct statement statement = statement_make(indexer->database, sql, indexer->error);
    statement_set_text(&statement, 1, edition);
    statement_set_text(&statement, 2, path);
    statement_set_text(&statement, 3, role);
    statement_set_text(&statement, 4, sha256);
    statement_set_number(&statement, 5, (int64_t)bytes);
    return statement_run(&statement, indexer->error);
}

static bool put_files(const struct indexer *indexer, str name,
                      const struct edition *edition)
{
    for (size_t i = 0; i < edition->files.count; i++) {
        const struct edition_file *file = &edition->files.at[i];
        if (!put_file(indexer, "INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5)", name,
                      file->path, file->role, file->sha256, file->bytes)) {
            return false;
        }
    }
    for (size_t i = 0; i < edition->inputs.count; i++) {
        const struct edition_input *input = &edition->inputs.at[i];
        if (!put_file(indexer, "INSERT INTO input VALUES (?1, ?2, ?3, ?4, ?5)", name,
                      input->path, input->role, input->sha256, input->bytes)) {
            return false;
        }
    }
    return true;
}

static bool put(const struct indexer *indexer, const struct archive_entry *entry)
{
    str seal;
    str folder = archive_folder(indexer->arena, indexer->archive, entry->edition);
    const struct edition *edition =
        archive_read(indexer->arena, indexer->archive, entry->edition, indexer->error);
    return edition && bag_seal(indexer->arena, folder, &seal, indexer->error) &&
           put_edition(indexer, entry, edition, seal) &&
           put_files(indexer, entry->edition, edition);
}

static bool put_all(const struct indexer *indexer, const struct archive_entries *entries)
{
    if (!database_run(indexer->database, tables, indexer->error) ||
        !database_begin(indexer->database, indexer->error)) {
        return false;
    }
    for (size_t i = 0; i < entries->count; i++) {
        if (!put(indexer, &entries->at[i])) {
            database_roll_back(indexer->database);
            return false;
        }
    }
    return database_commit(indexer->database, indexer->error);
}

bool index_make(struct arena *arena, str archive, size_t *count, struct error *error)
{
    struct archive_entries entries = {0};
    str path = index_path(arena, archive);
    const str parts[] = {path, str_print(arena, "%.*s-wal", STR_ARG(path)),
                         str_print(arena, "%.*s-shm", STR_ARG(path))};
    if (!archive_list(arena, archive, S(""), &entries, error)) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (!disk_remove(parts[i], error)) {
            return false;
        }
    }
    struct indexer indexer = {arena, archive,
                              database_open(arena, "index", path, true, error), error};
    bool is_made = indexer.database && put_all(&indexer, &entries);
    database_close(indexer.database);
    *count = entries.count;
    return is_made;
}

bool index_add(struct arena *arena, str archive, str edition, struct error *error)
{
    str path = index_path(arena, archive);
    if (!file_exists(path)) {
        return true;
    }
    const struct archive_entry entry = {.edition = edition};
    struct indexer indexer = {arena, archive,
                              database_open(arena, "index", path, false, error), error};
    bool is_added = indexer.database && database_begin(indexer.database, error) &&
                    put(&indexer, &entry) && database_commit(indexer.database, error);
    database_close(indexer.database);
    return is_added;
}

static bool find(const struct indexer *indexer, str wanted, struct str_list *found)
{
    struct statement statement = statement_make(
        indexer->database,
        "SELECT edition, 'inputs/' || path FROM input WHERE substr(sha256, 1, length(?1)) "
        "= ?1"
        " OR path = ?1 OR substr(path, -length(?1) - 1) = '/' || ?1 UNION "
        "SELECT edition, path FROM file WHERE role != 'input' AND ("
        "substr(sha256, 1, length(?1)) = ?1 OR path = ?1 OR substr(path, -length(?1) - 1) ="
        " '/' || ?1) ORDER BY 1, 2",
        indexer->error);
    bool has_row = false;
    statement_set_text(&statement, 1, wanted);
    bool is_good = true;
    while ((is_good = statement_step(&statement, &has_row, indexer->error)) && has_row) {
        str edition = statement_text(indexer->arena, &statement, 0);
        str path = statement_text(indexer->arena, &statement, 1);
        *arena_push(indexer->arena, found) =
            str_print(indexer->arena, "%.*s %.*s", STR_ARG(edition), STR_ARG(path));
    }
    statement_finish(&statement);
    return is_good;
}

bool index_find(struct arena *arena, str archive, str wanted, struct str_list *found,
                struct error *error)
{
    str path = index_path(arena, archive);
    if (!file_exists(path)) {
        error_at(error, ERROR_NO_INPUT, (struct place){.file = path}, "there is no index");
        return error_hint(error, "ytterby archive reindex makes it");
    }
    struct indexer indexer = {arena, archive,
                              database_open(arena, "index", path, false, error), error};
    bool is_good = indexer.database && find(&indexer, wanted, found);
    database_close(indexer.database);
    return is_good;
}
