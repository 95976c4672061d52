/* SPDX-License-Identifier: MIT */
/*
 * Verifying: every byte of an archive, every name in it, and the chains.
 *
 * Of each briefing: the head is the seal of the last edition, each edition's `previous` the
 * seal of the one before it, down to the first, and no edition stands beside the chain. Of
 * each edition: its bag is valid and its edition.json says what the bag has. Of the
 * objects: each has the hash that is its name.
 */
#ifndef ARCHIVE_VERIFY_H
#define ARCHIVE_VERIFY_H

#include "archive/archive.h"

struct verify_problem {
    str edition; /* "rare-earths/2025-10/1"; a briefing; or empty: the archive's */
    str text; /* "data/rare-earths-2025-10.pdf is damaged" */
};

struct verify_report {
    struct {
        struct verify_problem *at;
        size_t count, capacity;
    } problems;
    size_t editions, removed, files, bytes; /* that were looked at */
    struct {
        struct edition_link *at; /* heads of the chains */
        size_t count, capacity;
    } heads;
};

/*
 * `name` as of archive_find(): one edition, or the chain of one briefing; empty: all. False
 * and an error only where there is nothing to verify; what is wrong is in the report.
 */
NODISCARD bool archive_verify(struct arena *arena, str archive, str name,
                              struct verify_report *report, struct error *error);

#endif
