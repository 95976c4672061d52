/* SPDX-License-Identifier: MIT */
#include "literal.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "grammar/clock.h"

static double number_of(const struct node *map, str key, double otherwise)
{
    struct bag bag = {0};
    bag_add(&bag, map);
    return bag_number_or(&bag, key, otherwise);
}

static bool has_name(str word, const char *name)
{
    return word.at && (word.length == 3 || word.length == strlen(name)) &&
           !strncasecmp(word.at, name, word.length);
}

/* 0 for January, "jan" and 1. */
static double month_of(str word, double number)
{
    for (int month = 1; month <= 12; month++) {
        if (has_name(word, date_month_name(month))) {
            return month - 1;
        }
    }
    return number - 1;
}

/* 0 for Sunday. */
static double day_of(str word, double number)
{
    static const char *const names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                        "Thursday", "Friday", "Saturday"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (has_name(word, names[i])) {
            return (double)i;
        }
    }
    return fmod(number, 7);
}

static str word_of(const struct node *map, str key)
{
    const struct node *node = node_find(map, key);
    return node && node->kind == NODE_SCALAR ? node->text : (str){0};
}

double literal_time(const struct node *map)
{
    if (!map || map->kind != NODE_MAP) {
        return (double)NAN;
    }
    /* What names no year lies in 2012, which begins with a Sunday. */
    double month = month_of(word_of(map, S("month")), number_of(map, S("month"), 1));
    double quarter = number_of(map, S("quarter"), 0);
    double date = number_of(map, S("date"), 1);
    if (quarter > 0) {
        month = (quarter - 1) * 3;
    }
    if (node_find(map, S("day")) && !node_find(map, S("date"))) {
        date = day_of(word_of(map, S("day")), number_of(map, S("day"), 0)) + 1;
    }
    return clock_of(number_of(map, S("year"), 2012), month, date,
                    number_of(map, S("hours"), 0), number_of(map, S("minutes"), 0),
                    number_of(map, S("seconds"), 0), number_of(map, S("milliseconds"), 0));
}

/* 3 is March where the channel shows months. */
static bool part_of_time(unsigned part, double number, double *time)
{
    switch (part) {
    case TIME_YEAR:
        *time = clock_of(number, 0, 1, 0, 0, 0, 0);
        return true;
    case TIME_QUARTER:
        *time = clock_of(2012, (number - 1) * 3, 1, 0, 0, 0, 0);
        return true;
    case TIME_MONTH:
        *time = clock_of(2012, number - 1, 1, 0, 0, 0, 0);
        return true;
    case TIME_DATE:
        *time = clock_of(2012, 0, number, 0, 0, 0, 0);
        return true;
    case TIME_DAY:
        *time = clock_of(2012, 0, fmod(number, 7) + 1, 0, 0, 0, 0);
        return true;
    case TIME_HOURS:
        *time = clock_of(2012, 0, 1, number, 0, 0, 0);
        return true;
    default:
        return false;
    }
}

/* "mar" where months are shown, "Tuesday" where days of the week are. */
static bool named_part(unsigned part, str word, double *time)
{
    double month = month_of(word, (double)NAN), day = day_of(word, (double)NAN);
    if (part == TIME_MONTH && !isnan(month)) {
        *time = clock_of(2012, month, 1, 0, 0, 0, 0);
        return true;
    }
    if (part == TIME_DAY && !isnan(day)) {
        *time = clock_of(2012, 0, day + 1, 0, 0, 0, 0);
        return true;
    }
    return false;
}

struct datum literal_datum(struct arena *arena, const struct node *node,
                           const struct channel *def)
{
    double time = literal_time(node);
    if (!isnan(time)) {
        return datum_time(time);
    }
    struct datum datum = datum_from_node(arena, node);
    bool is_time = def && (def->type == TYPE_TEMPORAL || def->time_unit.parts);
    if (!is_time || datum.kind == DATUM_NONE) {
        return datum;
    }
    bool is_part = datum.kind == DATUM_NUMBER && datum.number < 10000;
    if (is_part && part_of_time(def->time_unit.parts, datum.number, &time)) {
        return datum_time(time);
    }
    if (datum.kind == DATUM_TEXT && named_part(def->time_unit.parts, datum.text, &time)) {
        return datum_time(time);
    }
    return datum_time(datum_to_time(datum));
}
