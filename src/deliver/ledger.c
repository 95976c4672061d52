/* SPDX-License-Identifier: MIT */
#include "ledger_internal.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SCHEMA_VERSION = 1 };

/* Every change of a row's state or reply is kept in `history`, whoever makes it. */
static const char schema[] =
    "CREATE TABLE sender ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, started_at INTEGER NOT NULL,"
    "  process INTEGER NOT NULL) STRICT;"
    "CREATE TABLE delivery ("
    "  id INTEGER PRIMARY KEY,"
    "  briefing TEXT NOT NULL, period TEXT NOT NULL, parameters TEXT NOT NULL,"
    "  edition INTEGER NOT NULL, recipient TEXT NOT NULL, address TEXT NOT NULL,"
    "  state TEXT NOT NULL CHECK (state IN"
    "    ('pending', 'sending', 'sent', 'failed', 'unknown', 'suppressed')),"
    "  handed_over INTEGER NOT NULL DEFAULT 0,"
    "  sender INTEGER REFERENCES sender (id),"
    "  attempts INTEGER NOT NULL DEFAULT 0,"
    "  made_at INTEGER NOT NULL, first_at INTEGER NOT NULL DEFAULT 0,"
    "  changed_at INTEGER NOT NULL, next_at INTEGER NOT NULL,"
    "  reply TEXT NOT NULL DEFAULT '', message_id TEXT NOT NULL DEFAULT '',"
    "  content TEXT NOT NULL DEFAULT '',"
    "  UNIQUE (briefing, period, edition, parameters, recipient),"
    "  CHECK ((state = 'sending') = (sender IS NOT NULL))) STRICT;"
    "CREATE INDEX delivery_in_hands ON delivery (sender) WHERE sender IS NOT NULL;"
    "CREATE TABLE history ("
    "  delivery INTEGER NOT NULL REFERENCES delivery (id), at INTEGER NOT NULL,"
    "  state TEXT NOT NULL, handed_over INTEGER NOT NULL, reply TEXT NOT NULL) STRICT;"
    "CREATE TRIGGER delivery_changes AFTER UPDATE ON delivery BEGIN"
    "  INSERT INTO history VALUES"
    "    (new.id, new.changed_at, new.state, new.handed_over, new.reply); END;"
    "CREATE TABLE briefing (name TEXT PRIMARY KEY, path TEXT NOT NULL) STRICT;"
    "PRAGMA user_version = 1;";

static const char *const state_names[LEDGER_STATE_COUNT] = {
    [LEDGER_PENDING] = "pending", [LEDGER_SENDING] = "sending",
    [LEDGER_SENT] = "sent",       [LEDGER_FAILED] = "failed",
    [LEDGER_UNKNOWN] = "unknown", [LEDGER_SUPPRESSED] = "suppressed",
};

const char *ledger_state_name(enum ledger_state state)
{
    return state_names[state];
}

/* --- the file ------------------------------------------------------------------------- */

bool ledger_folder(struct arena *arena, str option, str *folder, struct error *error)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    if (option.length) {
        *folder = option;
    } else if (state && state[0] == '/') {
        *folder = str_print(arena, "%s/ytterby", state);
    } else if (home && home[0] == '/') {
        *folder = str_print(arena, "%s/.local/state/ytterby", home);
    } else {
        error_set(error, ERROR_CREATE, "there is no folder for the ledger");
        return error_hint(error, "--state=FOLDER names one, or set HOME");
    }
    return true;
}

/* Addresses are nobody else's business. */
static bool make_folder(struct arena *arena, str folder, struct error *error)
{
    if (file_exists(folder)) {
        return true;
    }
    if (!file_make_folder(path_folder(folder), error)) {
        return false;
    }
    return !mkdir(str_c(arena, folder), 0700) || errno == EEXIST ||
           error_at(error, ERROR_CREATE, (struct place){.file = folder},
                    "the folder cannot be made: %s", strerror(errno));
}

/* SQLite's other files get the mode of the first. Only a new one is closed here: closing
 * one that is in use would drop its locks. */
static void make_private(str path)
{
    int fd = open(path.at, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
    }
}

static bool read_version(struct database *database, int64_t *version, struct error *error)
{
    struct statement statement = statement_make(database, "PRAGMA user_version", error);
    bool has_row;
    bool is_done = statement_step(&statement, &has_row, error) && has_row;
    *version = is_done ? statement_number(&statement, 0) : 0;
    statement_finish(&statement);
    return is_done;
}

/* 0 is a file in which the schema is not yet. */
static bool check_version(struct database *database, str path, int64_t *version,
                          struct error *error)
{
    if (!read_version(database, version, error)) {
        return false;
    }
    if (*version == SCHEMA_VERSION || !*version) {
        return true;
    }
    error_at(error, ERROR_DATA, (struct place){.file = path},
             "the ledger has version %lld, this program knows %d", (long long)*version,
             SCHEMA_VERSION);
    return error_hint(error, "a later program made it; use that one, or another --state");
}

static bool make_schema(struct database *database, str path, struct error *error)
{
    int64_t version;
    if (!check_version(database, path, &version, error)) {
        return false;
    }
    if (version) {
        return true;
    }
    if (!database_begin(database, error)) {
        return false;
    }
    if (!database_run(database, schema, error)) {
        database_roll_back(database);
        return false;
    }
    return database_commit(database, error);
}

struct ledger *ledger_open(struct arena *arena, str folder, int64_t now,
                           struct error *error)
{
    struct ledger *ledger = arena_new(arena, struct ledger);
    ledger->locks = -1;
    str path = str_print(arena, "%.*s/ledger.sqlite", STR_ARG(folder));
    str locks = str_print(arena, "%.*s/senders", STR_ARG(folder));
    if (make_folder(arena, folder, error) && ledger_lock_making(ledger, locks, error)) {
        make_private(path);
        ledger->database = database_open(arena, "ledger", path, true, error);
        bool is_made = ledger->database && make_schema(ledger->database, path, error);
        ledger_unlock_making(ledger);
        if (is_made && ledger_become_sender(ledger, now, error)) {
            return ledger;
        }
    }
    ledger_close(ledger);
    return NULL;
}

bool ledger_look(struct arena *arena, str folder, struct ledger **ledger,
                 struct error *error)
{
    *ledger = NULL;
    str path = str_print(arena, "%.*s/ledger.sqlite", STR_ARG(folder));
    if (!file_exists(path)) {
        return true;
    }
    struct ledger *found = arena_new(arena, struct ledger);
    found->locks = -1;
    found->database = database_open(arena, "ledger", path, false, error);
    int64_t version = 0;
    bool is_done = found->database && check_version(found->database, path, &version, error);
    if (version == SCHEMA_VERSION) {
        *ledger = found;
    } else {
        ledger_close(found);
    }
    return is_done;
}

void ledger_close(struct ledger *ledger)
{
    if (!ledger) {
        return;
    }
    database_close(ledger->database);
    if (ledger->locks >= 0) {
        close(ledger->locks);
    }
    *ledger = (struct ledger){.locks = -1};
}

/* --- rows before they are sent -------------------------------------------------------- */

#define KEY_IS \
    "briefing = ?1 AND period = ?2 AND edition = ?3 AND parameters = ?4 AND recipient = " \
    "?5 "

static void set_key(struct statement *statement, const struct ledger_key *key)
{
    statement_set_text(statement, 1, key->briefing);
    statement_set_text(statement, 2, key->period);
    statement_set_number(statement, 3, (int64_t)key->edition);
    statement_set_text(statement, 4, key->parameters);
    statement_set_text(statement, 5, key->recipient);
}

static bool enroll_new(struct ledger *ledger, const struct ledger_entry *entry, int64_t now,
                       struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "INSERT INTO delivery (briefing, period, edition, parameters, recipient, address,"
        " state, made_at, changed_at, next_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'pending', ?7, ?7, ?7)"
        " ON CONFLICT (briefing, period, edition, parameters, recipient) DO NOTHING",
        error);
    set_key(&statement, &entry->key);
    statement_set_text(&statement, 6, entry->address);
    statement_set_number(&statement, 7, now);
    return statement_run(&statement, error);
}

static bool enroll_suppression(struct ledger *ledger, const struct ledger_entry *entry,
                               int64_t now, struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "UPDATE delivery SET state = ?6, reply = ?7, changed_at = ?8, next_at = ?8"
        " WHERE " KEY_IS "AND state = ?9",
        error);
    bool is_suppressed = entry->suppression.length > 0;
    const char *now_is = state_names[is_suppressed ? LEDGER_SUPPRESSED : LEDGER_PENDING];
    const char *was = state_names[is_suppressed ? LEDGER_PENDING : LEDGER_SUPPRESSED];
    set_key(&statement, &entry->key);
    statement_set_text(&statement, 6, str_from(now_is));
    statement_set_text(&statement, 7, entry->suppression);
    statement_set_number(&statement, 8, now);
    statement_set_text(&statement, 9, str_from(was));
    return statement_run(&statement, error);
}

static bool enroll_again(struct ledger *ledger, const struct ledger_entry *entry,
                         enum ledger_state state, int64_t now, struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "UPDATE delivery SET state = 'pending', attempts = 0, first_at = 0, "
                       "handed_over = 0,"
                       " changed_at = ?6, next_at = ?6 WHERE " KEY_IS "AND state = ?7",
                       error);
    set_key(&statement, &entry->key);
    statement_set_number(&statement, 6, now);
    statement_set_text(&statement, 7, str_from(state_names[state]));
    return statement_run(&statement, error);
}

static bool enroll_one(struct ledger *ledger, const struct ledger_entry *entry, int64_t now,
                       struct error *error)
{
    if (!enroll_new(ledger, entry, now, error)) {
        return false;
    }
    for (size_t i = 0; i < LEDGER_STATE_COUNT; i++) {
        if (entry->is_reopened[i] && i != LEDGER_SENDING && i != LEDGER_PENDING &&
            !enroll_again(ledger, entry, (enum ledger_state)i, now, error)) {
            return false;
        }
    }
    return enroll_suppression(ledger, entry, now, error);
}

bool ledger_enroll(struct ledger *ledger, const struct ledger_entry *entries, size_t count,
                   int64_t now, struct error *error)
{
    if (!database_begin(ledger->database, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!enroll_one(ledger, &entries[i], now, error)) {
            database_roll_back(ledger->database);
            return false;
        }
    }
    return database_commit(ledger->database, error);
}

/* --- what dead senders left ----------------------------------------------------------- */

/* Of one whose last byte may have left nobody knows; the others did not arrive. */
static bool recover_from(struct ledger *ledger, int64_t sender, int64_t now, size_t *count,
                         struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "UPDATE delivery SET state = iif(handed_over, 'unknown', 'pending'),"
                       " reply = iif(handed_over,"
                       "  'the sender died after the message was handed over',"
                       "  'the sender died before the message was handed over'),"
                       " sender = NULL, changed_at = ?2, next_at = ?2 WHERE sender = ?1",
                       error);
    statement_set_number(&statement, 1, sender);
    statement_set_number(&statement, 2, now);
    if (!statement_run(&statement, error)) {
        return false;
    }
    *count += database_changes(ledger->database);
    return true;
}

static bool recover_all(struct ledger *ledger, int64_t now, size_t *count,
                        struct error *error)
{
    struct statement statement = statement_make(
        ledger->database, "SELECT DISTINCT sender FROM delivery WHERE sender IS NOT NULL",
        error);
    bool has_row;
    bool is_done;
    while ((is_done = statement_step(&statement, &has_row, error)) && has_row) {
        int64_t sender = statement_number(&statement, 0);
        if (!ledger_sender_lives(ledger, sender) &&
            !recover_from(ledger, sender, now, count, error)) {
            is_done = false;
            break;
        }
    }
    statement_finish(&statement);
    return is_done;
}

bool ledger_recover(struct ledger *ledger, int64_t now, size_t *count, struct error *error)
{
    *count = 0;
    if (!database_begin(ledger->database, error)) {
        return false;
    }
    if (!recover_all(ledger, now, count, error)) {
        database_roll_back(ledger->database);
        return false;
    }
    return database_commit(ledger->database, error);
}

/* --- one message ---------------------------------------------------------------------- */

bool ledger_is_due(const struct ledger_row *row, int64_t now)
{
    return row->next_at <= now || row->next_at > now + LEDGER_WAIT_MAX;
}

/* A single statement is a transaction of its own; so is each of these. */
bool ledger_claim(struct ledger *ledger, const struct ledger_claim *claim, int64_t now,
                  bool *is_claimed, struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "UPDATE delivery SET state = 'sending', handed_over = 0, sender = ?2,"
        " attempts = attempts + 1, first_at = iif(first_at, first_at, ?3), changed_at = ?3,"
        " message_id = ?4, content = ?5"
        " WHERE id = ?1 AND state = 'pending'"
        " AND (next_at <= ?3 OR next_at > ?3 + ?6)",
        error);
    statement_set_number(&statement, 1, claim->id);
    statement_set_number(&statement, 2, ledger->sender);
    statement_set_number(&statement, 3, now);
    statement_set_text(&statement, 4, claim->message_id);
    statement_set_text(&statement, 5, claim->content);
    statement_set_number(&statement, 6, LEDGER_WAIT_MAX);
    bool is_done = statement_run(&statement, error);
    *is_claimed = is_done && database_changes(ledger->database) == 1;
    return is_done;
}

/* The row must be ours: anything else is a fault in here, and nothing may leave. */
static bool change_ours(struct ledger *ledger, struct statement *statement, int64_t id,
                        int64_t now, struct error *error)
{
    statement_set_number(statement, 1, id);
    statement_set_number(statement, 2, ledger->sender);
    statement_set_number(statement, 3, now);
    return statement_run(statement, error) &&
           (database_changes(ledger->database) == 1 ||
            error_set(error, ERROR_SOFTWARE, "row %lld of the ledger is not ours",
                      (long long)id));
}

bool ledger_hand_over(struct ledger *ledger, int64_t id, int64_t now, struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "UPDATE delivery SET handed_over = 1, changed_at = ?3"
                       " WHERE id = ?1 AND sender = ?2",
                       error);
    return change_ours(ledger, &statement, id, now, error);
}

static bool settle(struct ledger *ledger, const struct ledger_settlement *settlement,
                   int64_t now, struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "UPDATE delivery SET state = ?4, reply = ?5, next_at = ?6, sender = NULL,"
        " changed_at = ?3 WHERE id = ?1 AND sender = ?2",
        error);
    statement_set_text(&statement, 4, str_from(state_names[settlement->state]));
    statement_set_text(&statement, 5, settlement->reply);
    statement_set_number(&statement, 6, settlement->next_at);
    return change_ours(ledger, &statement, settlement->id, now, error);
}

/* A third of the time is saved by not waiting for the disk: the next claim does. */
bool ledger_settle(struct ledger *ledger, const struct ledger_settlement *settlement,
                   int64_t now, struct error *error)
{
    struct database *database = ledger->database;
    return database_wait_for_disk(database, false, error) &&
           settle(ledger, settlement, now, error) &&
           database_wait_for_disk(database, true, error);
}
