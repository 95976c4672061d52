/* SPDX-License-Identifier: MIT */
/*
 * Archives: the editions of briefings, kept for good.
 *
 *   ARCHIVE/objects/ab/cdef...          every file once, named after its SHA-256
 *   ARCHIVE/BRIEFING/PERIOD/NUMBER/     an edition: a bag (archive/bag.h) whose payload are
 *                                       second names of objects
 *   ARCHIVE/BRIEFING/PERIOD/NUMBER/removed.txt
 *                                       when and why its payload was removed; what is left
 *                                       are its manifests and data/edition.json, which keep
 *                                       the chain
 *   ARCHIVE/BRIEFING/head               the last link of the briefing's chain
 *   ARCHIVE/BRIEFING/.mail/PERIOD/      messages that have left and are not archived yet
 *
 * An edition says which one came before it, with its seal: who knows the head can prove
 * every edition back to the first. An edition is made beside the others (`.new`), is whole
 * and on the disk before it gets its name, and is never changed. A process that dies leaves
 * `.new`, or a head that is one behind (`head.new`): the next one that writes mends
 * both. Writers hold a lock on the briefing's folder while they write.
 */
#ifndef ARCHIVE_ARCHIVE_H
#define ARCHIVE_ARCHIVE_H

#include "archive/bag.h"
#include "archive/edition.h"

/* A file of an edition, as it is to be kept. */
struct archive_file {
    str path; /* below data/: "inputs/published.csv.gz" */
    str role;
    str bytes;
};

struct archive_files {
    struct archive_file *at;
    size_t count, capacity;
};

/* The role of a file that describes the edition; it makes no edition another one, since it
 * says when and by which program that was made. */
#define ARCHIVE_METADATA "metadata"

struct archive_added {
    struct edition_link link;
    bool is_known; /* the same was archived before, as this edition */
    size_t bytes_new; /* of files that the archive did not have */
};

/*
 * Adds an edition of edition->briefing and edition->period, of which number, sequence,
 * previous and files are set here. The same inputs, options and files as those of the
 * period's last edition make no new one. `labels` stand in bag-info.txt behind the
 * edition's name.
 */
NODISCARD bool archive_add(struct arena *arena, str archive, struct edition *edition,
                           const struct archive_files *files,
                           const struct bag_label *labels, size_t label_count,
                           struct archive_added *added, struct error *error);

/* The last link of a briefing's chain; sequence 0 where there is none. */
NODISCARD bool archive_head(struct arena *arena, str archive, str briefing,
                            struct edition_link *head, struct error *error);

/* Folder of an edition. */
str archive_folder(struct arena *arena, str archive, str edition);

/* An edition of the archive, as its edition.json has it. */
struct edition *archive_read(struct arena *arena, str archive, str edition,
                             struct error *error);

/* What has left by mail is kept as editions of "PERIOD.sent", which names that are not
 * whole never mean. */
#define ARCHIVE_SENT ".sent"
bool archive_is_sent(str edition);

/* Names of what the archive holds, in the order of briefing, period, number. */
struct archive_entry {
    str edition; /* "rare-earths/2025-10/1" */
    bool is_removed; /* only its manifests are left: collect.h */
};

struct archive_entries {
    struct archive_entry *at;
    size_t count, capacity;
};

/* Names of the briefings, as bytes are ordered. ERROR_NO_INPUT where there is no archive.
 */
NODISCARD bool archive_briefings(struct arena *arena, str archive,
                                 struct str_list *briefings, struct error *error);

/* Of one briefing, or of all (empty). */
NODISCARD bool archive_list(struct arena *arena, str archive, str briefing,
                            struct archive_entries *entries, struct error *error);

/* The edition that the user means: a whole name; BRIEFING/PERIOD is its last one, BRIEFING
 * its latest. NULL and an error with the nearest. */
const struct archive_entry *archive_find(const struct archive_entries *entries, str name,
                                         struct error *error);

#endif
