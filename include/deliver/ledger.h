/* SPDX-License-Identifier: MIT */
/*
 * The ledger: what has become of each message, so that nobody gets one twice.
 *
 * It is a SQLite file, `ledger.sqlite` of the state folder, with one row for each issue
 * and recipient. A sender claims a row (SENDING) and the disk has it before the first byte
 * of the message leaves. Before its last byte leaves the row is marked as handed over, and
 * the disk has that too: from then on, and not before, the message may arrive. The reply
 * of the other side settles the row.
 *
 * A sender that dies leaves rows behind. Each has a number, and holds a lock on that byte
 * of the file `senders` while it lives: the system takes the lock back however it dies,
 * and shows it across containers and after a restart. ledger_recover() makes rows of the
 * dead PENDING where they were not handed over, else UNKNOWN.
 *
 * Every change is one transaction, and on the disk when it returns; only the settling is on
 * the disk with the next one, and should the power fail between them the row is UNKNOWN.
 * Where a change fails (disk full, file not writable) the caller must send nothing more.
 * Nothing here reads the clock: times are seconds since 1970, UTC, and come from the
 * caller.
 */
#ifndef DELIVER_LEDGER_H
#define DELIVER_LEDGER_H

#include "base/error.h"

enum ledger_state {
    LEDGER_PENDING, /* to be sent, or to be tried again at `next_at` */
    LEDGER_SENDING, /* in the hands of a sender */
    LEDGER_SENT, /* the other side has taken it; `reply` is what it said */
    LEDGER_FAILED, /* refused for good, or given up */
    LEDGER_UNKNOWN, /* handed over, and contact was lost: it may have arrived */
    LEDGER_SUPPRESSED, /* the recipient is not to be mailed */
    LEDGER_STATE_COUNT,
};

/*
 * What makes a message the same one: a corrected rebuild of the issue is the same, unless
 * it is called another edition.
 */
struct ledger_key {
    str briefing; /* its name */
    str period; /* 2025-10, or empty */
    str parameters; /* "country=Germany", sorted; those of this recipient's issue */
    size_t edition; /* from 1 */
    str recipient; /* address_key() of the address */
};

struct ledger_row {
    int64_t id;
    struct ledger_key key;
    str address;
    enum ledger_state state;
    bool is_handed_over;
    size_t attempts;
    int64_t made_at, first_at, changed_at, next_at; /* first_at: of the first try, or 0 */
    str reply; /* the last: of the server, or why there is none */
    str message_id, content; /* of the last try */
};

struct ledger_rows {
    struct ledger_row *at;
    size_t count, capacity;
};

struct ledger;

/* The folder: `option`, or $XDG_STATE_HOME/ytterby, or ~/.local/state/ytterby. */
NODISCARD bool ledger_folder(struct arena *arena, str option, str *folder,
                             struct error *error);

/*
 * Opens the ledger in `folder` to send, and makes what is missing, for its owner's eyes
 * alone; the caller is a sender from then on. NULL and an error where that fails.
 */
struct ledger *ledger_open(struct arena *arena, str folder, int64_t now,
                           struct error *error);

/* Opens it to look, for which SQLite wants to write beside it; *ledger is NULL where there
 * is none yet. */
NODISCARD bool ledger_look(struct arena *arena, str folder, struct ledger **ledger,
                           struct error *error);

void ledger_close(struct ledger *ledger);

/* What ledger_enroll() is told of one recipient. */
struct ledger_entry {
    struct ledger_key key;
    str address;
    str suppression; /* why it is not to be mailed, or empty */
    bool is_reopened[LEDGER_STATE_COUNT]; /* states from which it is to be PENDING again */
};

/*
 * Gives each a row where it has none. One that is PENDING becomes SUPPRESSED where there
 * is a reason, and the other way round where there is none any more. All or nothing.
 */
NODISCARD bool ledger_enroll(struct ledger *ledger, const struct ledger_entry *entries,
                             size_t count, int64_t now, struct error *error);

/*
 * A briefing without a list-id has the name of its file, and two of one name would be one
 * to the ledger: who has got the first would never get the second. ERROR_CONFIG where the
 * name is that of another file that is still there. A sender's file is noted.
 */
NODISCARD bool ledger_check_name(struct arena *arena, struct ledger *ledger, str name,
                                 str path, struct error *error);

/* The row, with *is_found. */
NODISCARD bool ledger_find(struct arena *arena, struct ledger *ledger,
                           const struct ledger_key *key, struct ledger_row *row,
                           bool *is_found, struct error *error);

/* Rows of a briefing, or of all where it is empty; of a period and edition, or of all. */
NODISCARD bool ledger_list(struct arena *arena, struct ledger *ledger,
                           const struct ledger_key *key, struct ledger_rows *rows,
                           struct error *error);

/* How much of a briefing is pending, by period. */
struct ledger_backlog {
    struct {
        str period;
        size_t count;
    } * at;
    size_t count, capacity;
};

NODISCARD bool ledger_backlog(struct arena *arena, struct ledger *ledger, str briefing,
                              struct ledger_backlog *backlog, struct error *error);

/* Settles what dead senders left; *count is how many rows that were. */
NODISCARD bool ledger_recover(struct ledger *ledger, int64_t now, size_t *count,
                              struct error *error);

/* What is about to be sent. */
struct ledger_claim {
    int64_t id;
    str message_id, content;
};

/* Nothing is put off for longer: a time beyond it was set by a clock that was wrong. */
enum { LEDGER_WAIT_MAX = 6 * 60 * 60 };

/* Whether the time of a pending row has come. */
bool ledger_is_due(const struct ledger_row *row, int64_t now);

/* SENDING, and counts an attempt; *is_claimed is false if it was not PENDING and due. */
NODISCARD bool ledger_claim(struct ledger *ledger, const struct ledger_claim *claim,
                            int64_t now, bool *is_claimed, struct error *error);

/* Before the last byte leaves: from here on the message may arrive. */
NODISCARD bool ledger_hand_over(struct ledger *ledger, int64_t id, int64_t now,
                                struct error *error);

struct ledger_settlement {
    int64_t id;
    enum ledger_state state; /* not SENDING */
    str reply;
    int64_t next_at; /* of PENDING */
};

NODISCARD bool ledger_settle(struct ledger *ledger,
                             const struct ledger_settlement *settlement, int64_t now,
                             struct error *error);

/* "pending", "sending"... */
const char *ledger_state_name(enum ledger_state state);

#endif
