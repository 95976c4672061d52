/* SPDX-License-Identifier: MIT */
/*
 * Bags: folders that can prove to be whole (BagIt 1.0, RFC 8493).
 *
 *   bagit.txt                 version and encoding
 *   bag-info.txt              what it is: labels and values, long ones folded
 *   manifest-sha256.txt       a line for each file below data/; `sha256sum -c` reads it
 *   tagmanifest-sha256.txt    the same for the three above
 *   data/...                  the payload
 *
 * The hash of the tag manifest is the bag's seal: it stands for every byte of the bag.
 */
#ifndef ARCHIVE_BAG_H
#define ARCHIVE_BAG_H

#include "base/error.h"

struct bag_file {
    str path; /* "data/briefing.pdf" */
    str sha256;
    size_t bytes;
};

struct bag_files {
    struct bag_file *at;
    size_t count, capacity;
};

struct bag_label {
    str name, value; /* "External-Identifier" */
};

/*
 * Writes the four tag files into the folder; the payload is there already. Payload-Oxum is
 * added to the labels. *seal is set.
 */
NODISCARD bool bag_write(struct arena *arena, str folder, const struct bag_files *payload,
                         const struct bag_label *labels, size_t label_count, str *seal,
                         struct error *error);

/* The seal of a bag; ERROR_NO_INPUT where it has none. */
NODISCARD bool bag_seal(struct arena *arena, str folder, str *seal, struct error *error);

/* Files of the payload manifest; ERROR_DATA where it cannot be read. */
NODISCARD bool bag_payload(struct arena *arena, str folder, struct bag_files *payload,
                           struct error *error);

enum bag_problem_kind {
    BAG_DAMAGED, /* other bytes than when it was made */
    BAG_MISSING,
    BAG_ADDED, /* in the folder, and in no manifest */
    BAG_MALFORMED, /* a tag file that says nothing, or nonsense */
    BAG_UNREADABLE,
};

struct bag_problem {
    enum bag_problem_kind kind;
    str path; /* from the bag's folder on */
    str detail; /* of BAG_MALFORMED, BAG_UNREADABLE */
};

struct bag_problems {
    struct bag_problem *at;
    size_t count, capacity;
};

/* Every byte of the bag against its manifests, and every name. Adds what is wrong; an
 * empty list is a valid bag. */
void bag_verify(struct arena *arena, str folder, struct bag_problems *problems);

#endif
