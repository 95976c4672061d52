/* SPDX-License-Identifier: MIT */
#include "grammar/time_unit.h"

#include "argument.h"
#include "base/buffer.h"
#include "base/compiler.h"
#include "grammar/clock.h"

#include <math.h>

static const struct {
    enum time_part part;
    const char *word;
} parts_in_order[] = {
    {TIME_YEAR, "year"},
    {TIME_QUARTER, "quarter"},
    {TIME_MONTH, "month"},
    {TIME_WEEK, "week"},
    {TIME_DATE, "date"},
    {TIME_DAY_OF_YEAR, "dayofyear"},
    {TIME_DAY, "day"},
    {TIME_HOURS, "hours"},
    {TIME_MINUTES, "minutes"},
    {TIME_SECONDS, "seconds"},
    {TIME_MILLISECONDS, "milliseconds"},
};

/* A word that is a row of parts: "yearmonthdate". Longest first, as `day` starts
 * `dayofyear`. */
static bool read_parts(str word, unsigned *parts)
{
    *parts = 0;
    while (word.length) {
        size_t length = 0;
        for (size_t i = 0; i < COUNT_OF(parts_in_order); i++) {
            str name = str_from(parts_in_order[i].word);
            if (str_starts(word, name) && !length) {
                length = name.length;
                *parts |= parts_in_order[i].part;
            }
        }
        if (!length) {
            return false;
        }
        word = str_after(word, length);
    }
    return *parts != 0;
}

/* Weeks and days of the week do not go with months and dates. */
static bool are_compatible(unsigned parts)
{
    bool has_week = (parts & (TIME_WEEK | TIME_DAY)) != 0;
    bool has_month = (parts & (TIME_QUARTER | TIME_MONTH | TIME_DATE)) != 0;
    bool has_day_of_year = (parts & TIME_DAY_OF_YEAR) != 0;
    return has_week + has_month + has_day_of_year <= 1;
}

static bool take_prefix(str *word, str prefix)
{
    bool has_prefix = str_starts(*word, prefix);
    *word = has_prefix ? str_after(*word, prefix.length) : *word;
    return has_prefix;
}

bool time_unit_parse(str word, struct time_unit *unit)
{
    str rest = word;
    *unit = (struct time_unit){.step = 1};
    unit->is_binned = take_prefix(&rest, S("binned"));
    unit->is_utc = take_prefix(&rest, S("utc"));
    return read_parts(rest, &unit->parts) && are_compatible(unit->parts);
}

static bool read_word(const struct node *node, struct time_unit *unit, struct error *error)
{
    if (!time_unit_parse(node->text, unit)) {
        node_error(node, error, "\"%.*s\" is not a time unit", STR_ARG(node->text));
        return error_hint(error, "units are made of year, quarter, month, date, week, day, "
                                 "dayofyear, hours, minutes, seconds and milliseconds: "
                                 "\"yearmonth\", \"monthdate\"");
    }
    return true;
}

bool time_unit_read(const struct node *node, struct time_unit *unit, struct error *error)
{
    double step = 1.0;
    if (node->kind == NODE_SCALAR) {
        return read_word(node, unit, error);
    }
    const struct node *word = argument_find(node, S("unit"));
    if (!word) {
        node_error(node, error, "a time unit has no \"unit\"");
        return error_hint(error, "choose one, such as \"yearmonth\": a unit that fits "
                                 "\"maxbins\" is not looked for");
    }
    if (!node_expect(word, NODE_SCALAR, error) || !read_word(word, unit, error) ||
        !argument_number(node, S("step"), &step, error) ||
        !argument_flag(node, S("utc"), &unit->is_utc, error) ||
        !argument_flag(node, S("binned"), &unit->is_binned, error)) {
        return false;
    }
    if (!(step >= 1.0 && step <= 10000.0)) {
        return node_error(node_find(node, S("step")), error,
                          "the \"step\" of a time unit is a whole number from 1 to 10000");
    }
    unit->step = (int)step;
    return true;
}

/* The least of the parts: the one that steps count. */
static enum time_part least_part(struct time_unit unit)
{
    enum time_part least = 0;
    for (size_t i = 0; i < COUNT_OF(parts_in_order); i++) {
        if (unit.parts & parts_in_order[i].part) {
            least = parts_in_order[i].part;
        }
    }
    return least;
}

/* A multiple of the step, counted from `phase`, if it is the part that steps count. */
static double stepped(struct time_unit unit, enum time_part part, double value,
                      double phase)
{
    if (unit.step <= 1 || least_part(unit) != part) {
        return value;
    }
    return phase + unit.step * floor((value - phase) / unit.step);
}

/* Day of the year by week and day of the week; `first` is the day of the week of its first
 * of January. */
static double day_of_week(double week, double day, int first)
{
    return day + week * 7.0 - (first + 6) % 7;
}

static double floor_date(struct time_unit unit, const struct clock *clock, double time,
                         double year)
{
    const int first = clock_at(clock_of(year, 0, 1, 0, 0, 0, 0)).day;
    double week = clock_week(time);
    if (unit.parts & TIME_WEEK && unit.parts & TIME_DAY) {
        return stepped(unit, TIME_DAY, day_of_week(week, clock->day, first), 1);
    }
    if (unit.parts & TIME_WEEK) {
        return day_of_week(stepped(unit, TIME_WEEK, week, 1), 0, first);
    }
    if (unit.parts & TIME_DAY) {
        return stepped(unit, TIME_DAY, day_of_week(1, clock->day, first), 1);
    }
    if (unit.parts & TIME_DATE) {
        return stepped(unit, TIME_DATE, clock->date, 1);
    }
    if (unit.parts & TIME_DAY_OF_YEAR) {
        return stepped(unit, TIME_DAY_OF_YEAR, clock->day_of_year, 1);
    }
    return 1.0;
}

double time_unit_floor(struct time_unit unit, double milliseconds)
{
    enum { YEAR_OF_UNITS_WITHOUT = 2012 }; /* a leap year that starts on a Sunday */
    if (!isfinite(milliseconds)) {
        return NAN;
    }
    struct clock clock = clock_at(milliseconds);
    double year = unit.parts & TIME_YEAR ? stepped(unit, TIME_YEAR, (double)clock.year, 0)
                                         : YEAR_OF_UNITS_WITHOUT;
    double month = 0.0;
    if (unit.parts & TIME_MONTH) {
        month = stepped(unit, TIME_MONTH, clock.month, 0);
    } else if (unit.parts & TIME_QUARTER) {
        int quarter = clock.month / 3;
        month = 3.0 * stepped(unit, TIME_QUARTER, quarter, 0);
    }
    unsigned parts = unit.parts;
    return clock_of(
        year, month, floor_date(unit, &clock, milliseconds, year),
        parts & TIME_HOURS ? stepped(unit, TIME_HOURS, clock.hours, 0) : 0,
        parts & TIME_MINUTES ? stepped(unit, TIME_MINUTES, clock.minutes, 0) : 0,
        parts & TIME_SECONDS ? stepped(unit, TIME_SECONDS, clock.seconds, 0) : 0,
        parts & TIME_MILLISECONDS ? stepped(unit, TIME_MILLISECONDS, clock.milliseconds, 0)
                                  : 0);
}

double time_unit_next(struct time_unit unit, double start)
{
    if (!isfinite(start)) {
        return NAN;
    }
    struct clock at = clock_at(start);
    double within = start - floor(start / CLOCK_DAY) * CLOCK_DAY;
    double step = unit.step;
    switch (least_part(unit)) {
    case TIME_YEAR:
        return clock_of((double)at.year + step, at.month, at.date, 0, 0, 0, within);
    case TIME_QUARTER:
        return clock_of((double)at.year, at.month + 3 * step, at.date, 0, 0, 0, within);
    case TIME_MONTH:
        return clock_of((double)at.year, at.month + step, at.date, 0, 0, 0, within);
    case TIME_WEEK:
        return start + 7 * step * CLOCK_DAY;
    case TIME_DATE:
    case TIME_DAY:
    case TIME_DAY_OF_YEAR:
        return start + step * CLOCK_DAY;
    case TIME_HOURS:
        return start + step * 3600000.0;
    case TIME_MINUTES:
        return start + step * 60000.0;
    case TIME_SECONDS:
        return start + step * 1000.0;
    case TIME_MILLISECONDS:
        return start + step;
    }
    return NAN;
}

/* Runs of parts that have a format of their own, before their single parts. */
static const struct {
    unsigned parts;
    const char *format;
} formats[] = {
    {TIME_YEAR | TIME_MONTH | TIME_DATE, "%b %d, %Y "},
    {TIME_YEAR | TIME_MONTH, "%b %Y "},
    {TIME_HOURS | TIME_MINUTES, "%H:%M"},
    {TIME_YEAR, "%Y "},
    {TIME_QUARTER, "Q%q "},
    {TIME_MONTH, "%b "},
    {TIME_WEEK, "W%U "},
    {TIME_DATE, "%d "},
    {TIME_DAY, "%a "},
    {TIME_DAY_OF_YEAR, "%j "},
    {TIME_HOURS, "%H:00"},
    {TIME_MINUTES, "00:%M"},
    {TIME_SECONDS, ":%S"},
    {TIME_MILLISECONDS, ".%L"},
};

str time_unit_format(struct arena *arena, struct time_unit unit)
{
    struct buffer out = {.arena = arena};
    unsigned left = unit.parts;
    for (size_t part = 0; left; part++) {
        unsigned first = left & parts_in_order[part].part;
        for (size_t i = 0; first && i < COUNT_OF(formats); i++) {
            unsigned run = formats[i].parts;
            /* In "yearquartermonth" the year is no neighbour of the month. */
            bool is_apart =
                unit.parts & TIME_QUARTER && run & TIME_YEAR && run & TIME_MONTH;
            if (run & first && (left & run) == run && !is_apart) {
                buffer_add(&out, str_from(formats[i].format));
                left &= ~run;
                first = 0;
            }
        }
    }
    return str_trim(buffer_text(&out));
}

str time_unit_name(struct arena *arena, struct time_unit unit)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, unit.is_utc ? S("utc") : S(""));
    for (size_t i = 0; i < COUNT_OF(parts_in_order); i++) {
        if (unit.parts & parts_in_order[i].part) {
            buffer_add(&out, str_from(parts_in_order[i].word));
        }
    }
    if (unit.step > 1) {
        buffer_print(&out, "_step_%d", unit.step);
    }
    return buffer_text(&out);
}

const struct frame *frame_time_unit(struct arena *arena, const struct frame *frame,
                                    str field, struct time_unit unit, str as, str as_end)
{
    const struct datum *values = frame_column(arena, frame, field);
    struct frame *floored = arena_new(arena, struct frame);
    *floored = frame_copy(arena, frame);
    struct datum *starts = frame_add(arena, floored, as);
    struct datum *ends = frame_add(arena, floored, as_end);
    for (size_t row = 0; row < frame->rows; row++) {
        double time = datum_to_time(values[row]);
        if (!isnan(time)) {
            double start = time_unit_floor(unit, time);
            starts[row] = datum_time(start);
            ends[row] = datum_time(time_unit_next(unit, start));
        }
    }
    return floored;
}
