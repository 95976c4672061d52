/* SPDX-License-Identifier: MIT */
/* The only user of SQLite. */
#include "base/database.h"

#include "base/library.h"

#include <sqlite3.h>

#define FUNCTIONS(X) \
    X(sqlite3_open_v2) \
    X(sqlite3_close) \
    X(sqlite3_errmsg) \
    X(sqlite3_extended_errcode) \
    X(sqlite3_busy_timeout) \
    X(sqlite3_exec) \
    X(sqlite3_prepare_v2) \
    X(sqlite3_bind_text) \
    X(sqlite3_bind_int64) \
    X(sqlite3_step) \
    X(sqlite3_column_text) \
    X(sqlite3_column_bytes) \
    X(sqlite3_column_int64) \
    X(sqlite3_finalize) \
    X(sqlite3_changes)

struct sqlite {
    LIBRARY_POINTERS(FUNCTIONS)
};

static const char *const function_names[] = {LIBRARY_NAMES(FUNCTIONS)};

enum { LOCK_WAIT_MS = 60 * 1000 };

struct database {
    struct sqlite sqlite;
    sqlite3 *handle;
    const char *name; /* in errors: "ledger" */
    str path;
};

/* A full disk and a held lock pass; a file that is none does not. */
static bool fail(const struct database *database, struct error *error)
{
    const struct sqlite *sqlite = &database->sqlite;
    int code = sqlite->sqlite3_extended_errcode(database->handle) & 0xFF;
    bool is_busy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
    bool is_broken = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    enum error_kind kind = is_busy ? ERROR_RETRY : is_broken ? ERROR_DATA : ERROR_WRITE;
    error_at(error, kind, (struct place){.file = database->path}, "the %s: %s",
             database->name, sqlite->sqlite3_errmsg(database->handle));
    return code != SQLITE_READONLY && code != SQLITE_CANTOPEN
               ? false
               : error_hint(error, "it and its folder must be writable, even to look");
}

bool database_run(struct database *database, const char *sql, struct error *error)
{
    return database->sqlite.sqlite3_exec(database->handle, sql, NULL, NULL, NULL) ==
               SQLITE_OK ||
           fail(database, error);
}

struct database *database_open(struct arena *arena, const char *name, str path,
                               bool can_make, struct error *error)
{
    struct database *database = arena_new(arena, struct database);
    database->name = name;
    database->path = str_copy(arena, path);
    if (!library_load("libsqlite3.so.0", function_names, COUNT_OF(function_names),
                      &database->sqlite, error)) {
        return NULL;
    }
    const struct sqlite *sqlite = &database->sqlite;
    int flags = SQLITE_OPEN_READWRITE | (can_make ? SQLITE_OPEN_CREATE : 0);
    bool is_open = sqlite->sqlite3_open_v2(database->path.at, &database->handle, flags,
                                           NULL) == SQLITE_OK;
    if (is_open) {
        sqlite->sqlite3_busy_timeout(database->handle, LOCK_WAIT_MS);
    }
    if (!is_open ? !fail(database, error)
                 : !database_run(database,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "PRAGMA foreign_keys = ON;",
                                 error)) {
        database_close(database);
        return NULL;
    }
    return database;
}

void database_close(struct database *database)
{
    if (database) {
        database->sqlite.sqlite3_close(database->handle);
        database->handle = NULL;
    }
}

bool database_begin(struct database *database, struct error *error)
{
    return database_run(database, "BEGIN IMMEDIATE", error);
}

bool database_commit(struct database *database, struct error *error)
{
    if (database_run(database, "COMMIT", error)) {
        return true;
    }
    database_roll_back(database);
    return false;
}

/* It may have been rolled back by what failed; then there is nothing to do. */
void database_roll_back(struct database *database)
{
    database->sqlite.sqlite3_exec(database->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool database_wait_for_disk(struct database *database, bool is_waiting, struct error *error)
{
    return database_run(
        database, is_waiting ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL",
        error);
}

size_t database_changes(const struct database *database)
{
    return (size_t)database->sqlite.sqlite3_changes(database->handle);
}

/* --- statements ----------------------------------------------------------------------- */

struct statement statement_make(const struct database *database, const char *sql,
                                struct error *error)
{
    struct statement statement = {.database = database};
    if (database->sqlite.sqlite3_prepare_v2(database->handle, sql, -1, &statement.handle,
                                            NULL) != SQLITE_OK) {
        fail(database, error);
    }
    return statement;
}

void statement_set_text(struct statement *statement, int at, str text)
{
    if (statement->handle) {
        statement->database->sqlite.sqlite3_bind_text(statement->handle, at,
                                                      text.at ? text.at : "",
                                                      (int)text.length, SQLITE_TRANSIENT);
    }
}

void statement_set_number(struct statement *statement, int at, int64_t number)
{
    if (statement->handle) {
        statement->database->sqlite.sqlite3_bind_int64(statement->handle, at, number);
    }
}

bool statement_step(struct statement *statement, bool *has_row, struct error *error)
{
    *has_row = false;
    if (!statement->handle) {
        return false;
    }
    int code = statement->database->sqlite.sqlite3_step(statement->handle);
    *has_row = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE || fail(statement->database, error);
}

str statement_text(struct arena *arena, const struct statement *statement, int column)
{
    const struct sqlite *sqlite = &statement->database->sqlite;
    const unsigned char *text = sqlite->sqlite3_column_text(statement->handle, column);
    int length = sqlite->sqlite3_column_bytes(statement->handle, column);
    return text ? str_copy(arena, (str){(const char *)text, (size_t)length}) : (str){0};
}

int64_t statement_number(const struct statement *statement, int column)
{
    return statement->database->sqlite.sqlite3_column_int64(statement->handle, column);
}

void statement_finish(struct statement *statement)
{
    statement->database->sqlite.sqlite3_finalize(statement->handle);
    statement->handle = NULL;
}

bool statement_run(struct statement *statement, struct error *error)
{
    bool has_row;
    bool is_done = statement_step(statement, &has_row, error);
    statement_finish(statement);
    return is_done;
}
