/* SPDX-License-Identifier: MIT */
/*
 * Delivery: one issue to its recipients, each once, as the ledger says.
 *
 * Nothing is sent without a transport: then what would be is reported. An item that
 * cannot be made or is refused does not stop the others; what stops them is a ledger that
 * cannot be written (false), a server that cannot be spoken to three times in a row, the
 * limit, or an interruption.
 *
 * What may go through later is tried again after 1, 5 and 15 minutes, 1 hour, and then
 * every 4 hours, each up to a fifth more or less; 5 days after the first try it has failed.
 */
#ifndef DELIVER_DELIVERY_H
#define DELIVER_DELIVERY_H

#include "deliver/ledger.h"
#include "deliver/mailing.h"
#include "deliver/transport.h"

/* Time and signals, as the world has them: see interruption.h. */
struct delivery_world {
    int64_t (*now_ms)(void *context); /* since 1970 */
    void (*wait)(void *context, int64_t milliseconds); /* or until an interruption */
    size_t (*interruptions)(void *context);
    void *context;
};

struct delivery_item {
    const struct recipient *recipient;
    struct ledger_entry entry;
};

/* What is told of each item when it has been dealt with. */
struct delivery_event {
    const struct delivery_item *item;
    const struct ledger_row
        *row; /* as it stands now; one that is not yet made is PENDING */
    const struct mailed *mailed; /* if the message was made, else NULL */
    const struct error *problem; /* if it could not be made, else NULL */
    bool is_tried; /* now */
};

struct delivery_issue {
    const struct delivery_item *items;
    size_t count;
    /* The message of an item; `arena` is emptied when it has been dealt with. */
    bool (*compose)(void *context, struct arena *arena, const struct delivery_item *item,
                    int64_t date, struct mailed *mailed, struct error *error);
    bool (*report)(void *context, const struct delivery_event *event, struct error *error);
    void *context;
};

struct delivery {
    struct ledger *ledger; /* NULL: there is none yet, and nothing is sent */
    struct transport *transport; /* NULL: nothing is sent */
    const struct transport_settings *settings;
    str from; /* the address of the sender */
    struct delivery_world world;
    size_t limit; /* of messages to try; 0 is none */

    /* What has happened so far; zeroed at the start. */
    size_t states[LEDGER_STATE_COUNT]; /* of the items, after each was dealt with */
    size_t tried;
    size_t unmade; /* pending, and could not be made */
    int64_t next_at; /* the earliest of the pending that can be made, or 0 */
    size_t faults; /* general ones, in a row */
    str last_fault; /* of them; a view of: */
    char fault[512];
    str why_stopped; /* empty: it was not */
    int64_t last_start_ms;
};

/* ERROR_WRITE and the like if the ledger fails, or what `report` says. */
NODISCARD bool delivery_run(struct delivery *delivery, const struct delivery_issue *issue,
                            struct error *error);

/* Seconds until the next try after so many; `salt` spreads recipients. */
int64_t delivery_backoff(size_t attempts, uint64_t salt);

#endif
