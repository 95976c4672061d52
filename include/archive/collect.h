/* SPDX-License-Identifier: MIT */
/*
 * Collecting: what may leave an archive, and its leaving.
 *
 * ARCHIVE/archive.yaml says how long editions are kept, `retention: 10 years`; without it,
 * for ever. ARCHIVE/holds has a line "EDITION DATE REASON" for each legal hold, of an
 * edition, a period or a briefing. Of an edition that is removed the manifests and
 * edition.json stay, so that the chain can still be proved; what no edition needs any more
 * goes too.
 */
#ifndef ARCHIVE_COLLECT_H
#define ARCHIVE_COLLECT_H

#include "archive/archive.h"
#include "base/date.h"

enum { RETENTION_FOREVER = 0 };

struct archive_hold {
    str name, date, reason;
};

struct archive_rules {
    size_t retention_months; /* or RETENTION_FOREVER */
    struct {
        struct archive_hold *at;
        size_t count, capacity;
    } holds;
};

NODISCARD bool archive_rules_read(struct arena *arena, str archive,
                                  struct archive_rules *rules, struct error *error);

/* Adds a hold, or lifts the holds of exactly that name: ERROR_NO_INPUT if there is none. */
NODISCARD bool archive_hold(struct arena *arena, str archive, struct archive_hold hold,
                            struct error *error);
NODISCARD bool archive_release(struct arena *arena, str archive, str name,
                               struct error *error);

/* The hold that an edition is under, or NULL. */
const struct archive_hold *archive_rules_hold(const struct archive_rules *rules,
                                              str edition);

struct collection {
    struct str_list editions; /* that may go: their retention has ended, no hold */
    struct str_list held; /* that may not, for a hold, though their time has ended */
    struct str_list objects; /* that no edition has */
    size_t bytes; /* of those objects and of those that only these editions have */
};

/*
 * What may go as of `today`. `names` are editions that the user wants gone, `count` 0 is
 * all whose retention has ended; ERROR_CHECK where one of them must stay, with the reason.
 */
NODISCARD bool archive_collect(struct arena *arena, str archive, struct date today,
                               const str *names, size_t count,
                               struct collection *collection, struct error *error);

/* Does it: all that archive_collect() says, under the archive's lock. */
NODISCARD bool archive_remove(struct arena *arena, str archive, struct date today,
                              const str *names, size_t count, struct collection *collection,
                              struct error *error);

#endif
