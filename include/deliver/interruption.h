/* SPDX-License-Identifier: MIT */
/*
 * Ctrl-C while mail is sent: signals that would end the process (INT, TERM, HUP) are
 * counted instead, so that none cuts a transaction in two. The first means stop after this
 * message, the second stop at once.
 */
#ifndef DELIVER_INTERRUPTION_H
#define DELIVER_INTERRUPTION_H

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

enum { INTERRUPTION_SIGNALS = 5 };

struct interruption {
    struct sigaction before[INTERRUPTION_SIGNALS];
};

/* From here to interruption_end() signals are counted, from 0. Also a write to who is
 * gone is an error, not the end (SIGPIPE), and children can be waited for (SIGCHLD). */
void interruption_begin(struct interruption *interruption);
void interruption_end(const struct interruption *interruption);

size_t interruption_count(void);

/* Waits that long, or until there is one. */
void interruption_wait(int64_t milliseconds);

#endif
