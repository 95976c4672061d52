/* SPDX-License-Identifier: MIT */
/*
 * Who is sending: locks on single bytes of one file, which has no bytes. They belong to
 * the open file (OFD), not to the process, so that a library that opens and closes the
 * file cannot lose them, and two ledgers in one process are two senders.
 */
#include "ledger_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { BYTE_OF_MAKING = 0 }; /* senders count from 1 */

static struct flock lock_of(short kind, int64_t byte)
{
    return (struct flock){
        .l_type = kind, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
}

bool ledger_lock_making(struct ledger *ledger, str path, struct error *error)
{
    struct place place = {.file = path};
    ledger->locks = open(path.at, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (ledger->locks < 0) {
        return error_at(error, ERROR_CREATE, place, "cannot be opened: %s",
                        strerror(errno));
    }
    struct flock lock = lock_of(F_WRLCK, BYTE_OF_MAKING);
    return !fcntl(ledger->locks, F_OFD_SETLKW, &lock) ||
           error_at(error, ERROR_CREATE, place, "cannot be locked: %s", strerror(errno));
}

void ledger_unlock_making(struct ledger *ledger)
{
    struct flock lock = lock_of(F_UNLCK, BYTE_OF_MAKING);
    fcntl(ledger->locks, F_OFD_SETLK, &lock);
}

/* The lock stands before any row can have the number. */
bool ledger_become_sender(struct ledger *ledger, int64_t now, struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "INSERT INTO sender (started_at, process) VALUES (?1, ?2) "
                       "RETURNING id",
                       error);
    statement_set_number(&statement, 1, now);
    statement_set_number(&statement, 2, getpid());
    bool has_row;
    bool is_done = statement_step(&statement, &has_row, error) && has_row;
    int64_t number = is_done ? statement_number(&statement, 0) : 0;
    is_done = is_done && statement_step(&statement, &has_row, error);
    statement_finish(&statement);
    if (!is_done) {
        return false;
    }
    struct flock lock = lock_of(F_WRLCK, number);
    if (fcntl(ledger->locks, F_OFD_SETLK, &lock)) {
        return error_set(error, ERROR_CREATE, "the file of senders cannot be locked: %s",
                         strerror(errno));
    }
    ledger->sender = number;
    return true;
}

/* Where that cannot be known, it lives: its rows stay as they are. */
bool ledger_sender_lives(const struct ledger *ledger, int64_t sender)
{
    struct flock lock = lock_of(F_WRLCK, sender);
    return sender == ledger->sender || fcntl(ledger->locks, F_OFD_GETLK, &lock) ||
           lock.l_type != F_UNLCK;
}
