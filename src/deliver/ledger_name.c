/* SPDX-License-Identifier: MIT */
/* Whose name it is by which the ledger knows a briefing. */
#include "ledger_internal.h"

#include "base/file.h"

static bool find_path(struct arena *arena, const struct ledger *ledger, str name, str *path,
                      struct error *error)
{
    struct statement statement = statement_make(
        ledger->database, "SELECT path FROM briefing WHERE name = ?1", error);
    bool has_row;
    statement_set_text(&statement, 1, name);
    bool is_done = statement_step(&statement, &has_row, error);
    *path = has_row ? statement_text(arena, &statement, 0) : (str){0};
    statement_finish(&statement);
    return is_done;
}

static bool note_path(const struct ledger *ledger, str name, str path, struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "INSERT INTO briefing (name, path) VALUES (?1, ?2)"
                       " ON CONFLICT (name) DO UPDATE SET path = ?2",
                       error);
    statement_set_text(&statement, 1, name);
    statement_set_text(&statement, 2, path);
    return statement_run(&statement, error);
}

static bool check(struct arena *arena, const struct ledger *ledger, str name, str path,
                  struct error *error)
{
    str known;
    if (!find_path(arena, ledger, name, &known, error)) {
        return false;
    }
    if (str_equal(known, path)) {
        return true;
    }
    if (known.length && file_exists(known)) {
        error_at(error, ERROR_CONFIG, (struct place){.file = path},
                 "to the ledger \"%.*s\" is another briefing: %.*s", STR_ARG(name),
                 STR_ARG(known));
        return error_hint(error, "mail: {list-id: ...} tells two of one name apart");
    }
    return !ledger->sender || note_path(ledger, name, path, error);
}

bool ledger_check_name(struct arena *arena, struct ledger *ledger, str name, str path,
                       struct error *error)
{
    if (!ledger->sender) {
        return check(arena, ledger, name, path, error);
    }
    if (!database_begin(ledger->database, error)) {
        return false;
    }
    if (!check(arena, ledger, name, path, error)) {
        database_roll_back(ledger->database);
        return false;
    }
    return database_commit(ledger->database, error);
}
