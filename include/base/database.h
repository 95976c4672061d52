/* SPDX-License-Identifier: MIT */
/*
 * SQLite, as much of it as the program uses. Statements are made, given their values,
 * stepped and finished; a database keeps the first failure of each statement's steps in
 * the error it is given.
 */
#ifndef BASE_DATABASE_H
#define BASE_DATABASE_H

#include "base/error.h"

struct database;

struct statement {
    const struct database *database;
    struct sqlite3_stmt *handle; /* NULL: it could not be made */
};

/*
 * Opens the file, and makes it where `can_make`; errors call it by its name. A commit is on
 * the disk when it returns (write-ahead log, synchronous=FULL); a lock is waited for up to
 * a minute.
 */
struct database *database_open(struct arena *arena, const char *name, str path,
                               bool can_make, struct error *error);
void database_close(struct database *database);

/* Statements without values and rows, separated by semicolons. */
NODISCARD bool database_run(struct database *database, const char *sql,
                            struct error *error);

/* Changes and reads between these are one: all or nothing, and nobody writes meanwhile. */
NODISCARD bool database_begin(struct database *database, struct error *error);
NODISCARD bool database_commit(struct database *database, struct error *error);
void database_roll_back(struct database *database);

/*
 * Whether commits wait for the disk, as they do at first. One that does not wait survives
 * the end of the process, and the loss of power once a later one has waited. Not between
 * begin and commit.
 */
NODISCARD bool database_wait_for_disk(struct database *database, bool is_waiting,
                                      struct error *error);

/* One statement with ?1, ?2...; finished by statement_finish(). One that could not be made
 * takes values, and fails when it is stepped. */
struct statement statement_make(const struct database *database, const char *sql,
                                struct error *error);
void statement_set_text(struct statement *statement, int at, str text);
void statement_set_number(struct statement *statement, int at, int64_t number);

/* True with *has_row; false and an error where the step failed. */
NODISCARD bool statement_step(struct statement *statement, bool *has_row,
                              struct error *error);
str statement_text(struct arena *arena, const struct statement *statement, int column);
int64_t statement_number(const struct statement *statement, int column);
void statement_finish(struct statement *statement);

/* Runs a statement that has no rows to its end, and finishes it. */
NODISCARD bool statement_run(struct statement *statement, struct error *error);

/* Rows changed by the last statement. */
size_t database_changes(const struct database *database);

#endif
