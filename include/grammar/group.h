/* SPDX-License-Identifier: MIT */
/* Groups of rows whose data are the same, in the order of their first row. */
#ifndef GRAMMAR_GROUP_H
#define GRAMMAR_GROUP_H

#include "grammar/frame.h"

struct groups {
    size_t count;
    uint32_t *of; /* of each row */
    size_t *rows; /* all rows, group after group, each in the order of the frame */
    size_t *starts; /* count + 1: where the rows of a group start in `rows` */
};

/* By the fields of those paths; without any, all rows are one group, also no rows at all.
 */
struct groups group_rows(struct arena *arena, const struct frame *frame, const str *by,
                         size_t by_count);

/* Adds to `out`, which has one row for each group, the fields that the groups are made by.
 */
void group_keys(struct arena *arena, const struct groups *groups, const struct frame *frame,
                const str *by, size_t by_count, struct frame *out);

/* One row of a group, and how many it has. */
size_t group_row(const struct groups *groups, size_t group, size_t index);
size_t group_size(const struct groups *groups, size_t group);

#endif
