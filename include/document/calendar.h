/* SPDX-License-Identifier: MIT */
/*
 * Release calendars: when the source publishes which month, `calendar:` of the front
 * matter.
 *
 *   calendar:
 *     day: 20              # of the month after it; the last day where that has fewer
 *     after: 1             # months after; 1 without it
 *     dates:               # what differs
 *       2026-01: none      # never published alone
 *       2026-02: 2026-03-20
 */
#ifndef DOCUMENT_CALENDAR_H
#define DOCUMENT_CALENDAR_H

#include "base/node.h"

struct calendar_date {
    struct period period;
    struct date due; /* unset: none */
};

struct calendar {
    bool is_set;
    int day, after;
    struct {
        struct calendar_date *at;
        size_t count, capacity;
    } dates;
};

NODISCARD bool calendar_read(struct arena *arena, const struct node *node,
                             struct calendar *calendar, struct error *error);

/* The day on which a month is due; unset: none. */
struct date calendar_due(const struct calendar *calendar, struct period month);

/* The latest month that is due on or before the day; unset if none of the last ten years
 * is. */
struct period calendar_expected(const struct calendar *calendar, struct date day);

#endif
