/* SPDX-License-Identifier: MIT */
/* Time units: "yearmonth", "utcyearquarter", {unit: month, step: 3}. Vega-Lite's words. */
#ifndef GRAMMAR_TIME_UNIT_H
#define GRAMMAR_TIME_UNIT_H

#include "base/node.h"
#include "grammar/frame.h"

enum time_part {
    TIME_YEAR = 1 << 0,
    TIME_QUARTER = 1 << 1,
    TIME_MONTH = 1 << 2,
    TIME_WEEK = 1 << 3,
    TIME_DAY = 1 << 4, /* of the week */
    TIME_DAY_OF_YEAR = 1 << 5,
    TIME_DATE = 1 << 6,
    TIME_HOURS = 1 << 7,
    TIME_MINUTES = 1 << 8,
    TIME_SECONDS = 1 << 9,
    TIME_MILLISECONDS = 1 << 10,
};

struct time_unit {
    unsigned parts; /* 0 is none */
    int step;
    bool is_utc, is_binned;
};

NODISCARD bool time_unit_read(const struct node *node, struct time_unit *unit,
                              struct error *error);

/* The same of a word: "utcyearmonth"; false if it is none. */
NODISCARD bool time_unit_parse(str word, struct time_unit *unit);

/* Start of the unit that the time lies in, and of the one after it. Units without a year
 * lie in 2012, as Vega has it. */
double time_unit_floor(struct time_unit unit, double milliseconds);
double time_unit_next(struct time_unit unit, double start);

/* How axis and legend labels print it, and the prefix of field names: "yearmonth". */
str time_unit_format(struct arena *arena, struct time_unit unit);
str time_unit_name(struct arena *arena, struct time_unit unit);

/* Adds `as` and `as_end` with the start of the unit that the field's time lies in, and of
 * the one after it; nothing where the field is no date. */
const struct frame *frame_time_unit(struct arena *arena, const struct frame *frame,
                                    str field, struct time_unit unit, str as, str as_end);

#endif
