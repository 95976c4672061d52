/* SPDX-License-Identifier: MIT */
/*
 * Datum: one value of a chart's data, as Vega knows them.
 *
 * Numbers are doubles: they place marks. A datum that is an observation of a
 * series keeps its way to the exact number, so that what is printed of it is
 * exact and can be traced (`exact`); whatever is computed from it has none.
 * Times are milliseconds since 1970-01-01 UTC; local time is UTC.
 */
#ifndef GRAMMAR_DATUM_H
#define GRAMMAR_DATUM_H

#include "base/str.h"

enum datum_kind {
    DATUM_NONE, /* null (`number` is 0) or undefined, as a field that is not there (NaN) */
    DATUM_FLAG, /* `number` is 0 or 1 */
    DATUM_NUMBER, /* may be NaN or infinite */
    DATUM_TIME,
    DATUM_TEXT,
    DATUM_LIST,
    DATUM_MAP,
    DATUM_SHAPE, /* a geometry: geography.h */
};

struct datum {
    uint8_t kind; /* enum datum_kind */
    uint32_t exact; /* 1 + its index in the frame's exacts, or 0 */
    union {
        double number;
        str text;
        const struct datum_list *list;
        const struct datum_map *map;
        const struct shape *shape;
    };
};

struct datum_list {
    struct datum *at;
    size_t count, capacity;
};

struct datum_member {
    str name;
    struct datum value;
};

struct datum_map {
    struct datum_member *at;
    size_t count, capacity;
};

struct datum datum_none(void); /* null: 0 in arithmetic */
struct datum datum_undefined(void); /* NaN in arithmetic */
struct datum datum_number(double number);
struct datum datum_flag(bool flag);
struct datum datum_time(double milliseconds);
struct datum datum_text(str text);
struct datum datum_list_of(const struct datum_list *list);

/* The member of a map; undefined if it has no such one, or is no map. */
struct datum datum_member(struct datum datum, str name);

/* What a part of a specification says: of a scalar without quotes the number, flag or null
 * that JSON would read there, else its text. Lists and maps become those. */
struct node;
struct datum datum_from_node(struct arena *arena, const struct node *node);

/* As JavaScript has it: ToNumber, ToString, ToBoolean. */
double datum_to_number(struct datum datum);
str datum_to_text(struct arena *arena, struct datum datum);
bool datum_to_flag(struct datum datum);

/* Milliseconds of a time, of a number, and of a text that is a date (clock.h); else NaN. */
double datum_to_time(struct datum datum);

/* JavaScript's `<`: texts by their bytes, all else as numbers; DATUM_UNORDERED with NaN. A
 * text beside a time is a date. */
enum { DATUM_UNORDERED = 1 << 20 };
int datum_order(struct datum a, struct datum b);

/* -1, 0, 1 by Vega's ascending order: none, then NaN, then the others. */
int datum_compare(struct datum a, struct datum b);

bool datum_equal(struct datum a, struct datum b); /* `===`, but times by their value */
bool datum_is_same(struct datum a, struct datum b); /* the same group: NaN is NaN */
bool datum_is_valid(struct datum datum); /* neither none nor NaN */
uint64_t datum_hash(struct datum datum); /* what is the same has the same hash */

#endif
