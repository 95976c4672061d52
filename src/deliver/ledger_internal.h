/* SPDX-License-Identifier: MIT */
/* What the files of the ledger share. */
#ifndef DELIVER_LEDGER_INTERNAL_H
#define DELIVER_LEDGER_INTERNAL_H

#include "deliver/ledger.h"

#include "base/database.h"

struct ledger {
    struct database *database;
    int64_t sender; /* our number; 0: we only look */
    int locks; /* the file `senders`, or -1 */
};

/* Opens the file of locks, and waits until no one else is making the ledger. */
NODISCARD bool ledger_lock_making(struct ledger *ledger, str path, struct error *error);
void ledger_unlock_making(struct ledger *ledger);

/* Takes a number that no sender had, and holds its lock until the process ends. */
NODISCARD bool ledger_become_sender(struct ledger *ledger, int64_t now,
                                    struct error *error);

bool ledger_sender_lives(const struct ledger *ledger, int64_t sender);

#endif
