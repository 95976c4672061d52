/* SPDX-License-Identifier: MIT */
#include "date_time.h"

#include "base/compiler.h"
#include "grammar/clock.h"

#include <math.h>

enum date_part {
    PART_YEAR,
    PART_QUARTER,
    PART_MONTH,
    PART_DATE,
    PART_DAY,
    PART_HOURS,
    PART_MINUTES,
    PART_SECONDS,
    PART_MILLISECONDS,
    PART_UTC,
    PART_COUNT,
};

static const char *const part_names[PART_COUNT] = {
    "year",  "quarter", "month",   "date",         "day",
    "hours", "minutes", "seconds", "milliseconds", "utc",
};

/* A number, or a name of which the first three letters say which it is, counted from 1. */
static double named(struct datum datum, const char *const *names, size_t count)
{
    double number = datum_to_number(datum);
    for (size_t i = 0; isnan(number) && i < count && datum.text.length >= 3; i++) {
        bool is_it = true;
        for (size_t letter = 0; letter < 3; letter++) {
            is_it = is_it && (datum.text.at[letter] | 0x20) == names[i][letter];
        }
        number = is_it ? (double)i + 1.0 : number;
    }
    return number;
}

/* The month, counted from 0: of `month`, else the first of `quarter`. */
static double month_of(const struct datum *parts)
{
    static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    if (parts[PART_MONTH].kind != DATUM_NONE) {
        return named(parts[PART_MONTH], names, COUNT_OF(names)) - 1.0;
    }
    return parts[PART_QUARTER].kind == DATUM_NONE
               ? 0.0
               : (datum_to_number(parts[PART_QUARTER]) - 1.0) * 3.0;
}

/* The day of the month; one of the week lies in the first week of 2012, a Sunday first. */
static double date_of(const struct datum *parts)
{
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (parts[PART_DATE].kind != DATUM_NONE) {
        return datum_to_number(parts[PART_DATE]);
    }
    return parts[PART_DAY].kind == DATUM_NONE
               ? 1.0
               : fmod(named(parts[PART_DAY], names, COUNT_OF(names)), 7.0) + 1.0;
}

static double number_or(struct datum datum, double otherwise)
{
    return datum.kind == DATUM_NONE ? otherwise : datum_to_number(datum);
}

static bool take_parts(const struct datum_map *map, struct datum *parts)
{
    for (size_t i = 0; i < map->count; i++) {
        size_t part = 0;
        while (part < PART_COUNT &&
               !str_equal(map->at[i].name, str_from(part_names[part]))) {
            part++;
        }
        if (part == PART_COUNT) {
            return false;
        }
        parts[part] = map->at[i].value;
    }
    return map->count > 0;
}

bool date_time_read(struct datum map, double *milliseconds)
{
    enum { YEAR_OF_NONE = 2012 };
    struct datum parts[PART_COUNT] = {{.kind = DATUM_NONE}};
    if (map.kind != DATUM_MAP || !take_parts(map.map, parts)) {
        return false;
    }
    *milliseconds = clock_of(
        number_or(parts[PART_YEAR], YEAR_OF_NONE), month_of(parts), date_of(parts),
        number_or(parts[PART_HOURS], 0.0), number_or(parts[PART_MINUTES], 0.0),
        number_or(parts[PART_SECONDS], 0.0), number_or(parts[PART_MILLISECONDS], 0.0));
    return !isnan(*milliseconds);
}
