/* SPDX-License-Identifier: MIT */
/* Functions of times. Local time is UTC: both names of a function are the same. */
#include "formula_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "grammar/clock.h"
#include "grammar/format.h"
#include "grammar/time_parse.h"
#include "grammar/time_unit.h"

#include <math.h>

/* A part of the time that the argument is, or NaN. */
static struct datum part(const struct call *call, double (*of)(const struct clock *))
{
    double time = datum_to_time(call_at(call, 0));
    if (!isfinite(time)) {
        return datum_number(NAN);
    }
    struct clock clock = clock_at(time);
    return datum_number(of(&clock));
}

static double year_of(const struct clock *clock)
{
    return (double)clock->year;
}

static double quarter_of(const struct clock *clock)
{
    int before = clock->month / 3;
    return before + 1;
}

static double month_of(const struct clock *clock)
{
    return clock->month;
}

static double date_of(const struct clock *clock)
{
    return clock->date;
}

static double day_of(const struct clock *clock)
{
    return clock->day;
}

static double day_of_year_of(const struct clock *clock)
{
    return clock->day_of_year;
}

static double hours_of(const struct clock *clock)
{
    return clock->hours;
}

static double minutes_of(const struct clock *clock)
{
    return clock->minutes;
}

static double seconds_of(const struct clock *clock)
{
    return clock->seconds;
}

static double milliseconds_of(const struct clock *clock)
{
    return clock->milliseconds;
}

static struct datum year(const struct call *call)
{
    return part(call, year_of);
}

static struct datum quarter(const struct call *call)
{
    return part(call, quarter_of);
}

static struct datum month(const struct call *call)
{
    return part(call, month_of);
}

static struct datum date(const struct call *call)
{
    return part(call, date_of);
}

static struct datum day(const struct call *call)
{
    return part(call, day_of);
}

static struct datum day_of_year(const struct call *call)
{
    return part(call, day_of_year_of);
}

static struct datum hours(const struct call *call)
{
    return part(call, hours_of);
}

static struct datum minutes(const struct call *call)
{
    return part(call, minutes_of);
}

static struct datum seconds(const struct call *call)
{
    return part(call, seconds_of);
}

static struct datum milliseconds(const struct call *call)
{
    return part(call, milliseconds_of);
}

static struct datum week(const struct call *call)
{
    double time = datum_to_time(call_at(call, 0));
    return datum_number(isfinite(time) ? (double)clock_week(time) : (double)NAN);
}

static struct datum iso_week(const struct call *call)
{
    int64_t of_year;
    double time = datum_to_time(call_at(call, 0));
    return datum_number(isfinite(time) ? (double)clock_iso_week(time, &of_year)
                                       : (double)NAN);
}

static struct datum time_value(const struct call *call)
{
    return datum_number(datum_to_time(call_at(call, 0)));
}

static struct datum zone_offset(const struct call *call)
{
    (void)call;
    return datum_number(0.0);
}

/* datetime(year, month, ...); years 0 to 99 are of the last century, as JavaScript's. */
static struct datum from_parts(const struct call *call)
{
    double of_year = call_number(call, 0);
    of_year += of_year >= 0.0 && of_year <= 99.0 ? 1900.0 : 0.0;
    return datum_time(clock_of(of_year, call_number_or(call, 1, 0.0),
                               call_number_or(call, 2, 1.0), call_number_or(call, 3, 0.0),
                               call_number_or(call, 4, 0.0), call_number_or(call, 5, 0.0),
                               call_number_or(call, 6, 0.0)));
}

static struct datum datetime(const struct call *call)
{
    return call->count == 1 ? datum_time(datum_to_time(call->at[0])) : from_parts(call);
}

static struct datum utc(const struct call *call)
{
    return datum_number(from_parts(call).number);
}

static struct datum time_format(const struct call *call)
{
    struct datum datum = call_at(call, 0);
    struct datum specifier = call_at(call, 1);
    if (datum.kind == DATUM_NONE) {
        return datum_text(S("null"));
    }
    str text = specifier.kind == DATUM_TEXT ? specifier.text : S("");
    return datum_text(
        format_time(call->arena, call_language(call), text, datum_to_time(datum)));
}

static struct datum parse_time(const struct call *call)
{
    double time;
    return time_parse(call_text(call, 0), call_text(call, 1), &time) ? datum_time(time)
                                                                     : datum_none();
}

/* The name of a month (0 to 11) or of a day of the week (0 is Sunday). */
static struct datum name_of(const struct call *call, double month_index, double date_index,
                            str specifier)
{
    double time = clock_of(2012, month_index, date_index, 0, 0, 0, 0);
    if (isnan(time)) {
        return datum_text(S(""));
    }
    return datum_text(format_time(call->arena, call_language(call), specifier, time));
}

static struct datum month_format(const struct call *call)
{
    return name_of(call, call_number(call, 0), 1, S("%B"));
}

static struct datum month_short(const struct call *call)
{
    return name_of(call, call_number(call, 0), 1, S("%b"));
}

static struct datum day_format(const struct call *call)
{
    return name_of(call, 0, 1.0 + call_number(call, 0), S("%A"));
}

static struct datum day_short(const struct call *call)
{
    return name_of(call, 0, 1.0 + call_number(call, 0), S("%a"));
}

/* A word, or a list of parts. */
static bool read_unit(const struct call *call, size_t index, struct time_unit *unit)
{
    struct datum datum = call_at(call, index);
    struct buffer word = {.arena = call->arena};
    if (datum.kind != DATUM_LIST) {
        return time_unit_parse(datum_to_text(call->arena, datum), unit);
    }
    for (size_t i = 0; i < datum.list->count; i++) {
        buffer_add(&word, datum_to_text(call->arena, datum.list->at[i]));
    }
    return time_unit_parse(buffer_text(&word), unit);
}

static struct datum unit_specifier(const struct call *call)
{
    struct time_unit unit;
    return read_unit(call, 0, &unit) ? datum_text(time_unit_format(call->arena, unit))
                                     : datum_text(S(""));
}

/* timeOffset("month", date, 3) */
static struct datum time_offset(const struct call *call)
{
    struct time_unit unit;
    double time = datum_to_time(call_at(call, 1));
    if (!read_unit(call, 0, &unit)) {
        return datum_undefined();
    }
    unit.step = (int)fmax(-1e6, fmin(1e6, call_number_or(call, 2, 1.0)));
    return datum_time(time_unit_next(unit, time));
}

/* timeSequence("month", start, stop, step): what lies from start to before stop. */
static struct datum time_sequence(const struct call *call)
{
    const size_t most = 100000;
    struct time_unit unit;
    double start = datum_to_time(call_at(call, 1));
    double stop = datum_to_time(call_at(call, 2));
    struct datum_list *times = arena_new(call->arena, struct datum_list);
    if (!read_unit(call, 0, &unit)) {
        return datum_undefined();
    }
    double time =
        time_unit_floor((struct time_unit){.parts = unit.parts | TIME_YEAR}, start);
    unit.step = 1;
    time = time < start ? time_unit_next(unit, time) : time;
    unit.step = (int)fmax(1.0, fmin(1e6, call_number_or(call, 3, 1.0)));
    while (time < stop && times->count < most) {
        *arena_push(call->arena, times) = datum_time(time);
        time = time_unit_next(unit, time);
    }
    return datum_list_of(times);
}

struct functions formula_time(void)
{
    static const struct function functions[] = {
        {.name = "date", .least = 1, .most = 1, .of = date},
        {.name = "utcdate", .least = 1, .most = 1, .of = date},
        {.name = "datetime", .least = 1, .most = 7, .of = datetime},
        {.name = "utc", .least = 1, .most = 7, .of = utc},
        {.name = "day", .least = 1, .most = 1, .of = day},
        {.name = "utcday", .least = 1, .most = 1, .of = day},
        {.name = "dayofyear", .least = 1, .most = 1, .of = day_of_year},
        {.name = "utcdayofyear", .least = 1, .most = 1, .of = day_of_year},
        {.name = "hours", .least = 1, .most = 1, .of = hours},
        {.name = "utchours", .least = 1, .most = 1, .of = hours},
        {.name = "isoweek", .least = 1, .most = 1, .of = iso_week},
        {.name = "utcisoweek", .least = 1, .most = 1, .of = iso_week},
        {.name = "milliseconds", .least = 1, .most = 1, .of = milliseconds},
        {.name = "utcmilliseconds", .least = 1, .most = 1, .of = milliseconds},
        {.name = "minutes", .least = 1, .most = 1, .of = minutes},
        {.name = "utcminutes", .least = 1, .most = 1, .of = minutes},
        {.name = "month", .least = 1, .most = 1, .of = month},
        {.name = "utcmonth", .least = 1, .most = 1, .of = month},
        {.name = "quarter", .least = 1, .most = 1, .of = quarter},
        {.name = "utcquarter", .least = 1, .most = 1, .of = quarter},
        {.name = "seconds", .least = 1, .most = 1, .of = seconds},
        {.name = "utcseconds", .least = 1, .most = 1, .of = seconds},
        {.name = "time", .least = 1, .most = 1, .of = time_value},
        {.name = "timezoneoffset", .least = 1, .most = 1, .of = zone_offset},
        {.name = "week", .least = 1, .most = 1, .of = week},
        {.name = "utcweek", .least = 1, .most = 1, .of = week},
        {.name = "year", .least = 1, .most = 1, .of = year},
        {.name = "utcyear", .least = 1, .most = 1, .of = year},
        {.name = "timeFormat", .least = 1, .most = 2, .of = time_format},
        {.name = "utcFormat", .least = 1, .most = 2, .of = time_format},
        {.name = "timeParse", .least = 2, .most = 2, .of = parse_time},
        {.name = "utcParse", .least = 2, .most = 2, .of = parse_time},
        {.name = "monthFormat", .least = 1, .most = 1, .of = month_format},
        {.name = "monthAbbrevFormat", .least = 1, .most = 1, .of = month_short},
        {.name = "dayFormat", .least = 1, .most = 1, .of = day_format},
        {.name = "dayAbbrevFormat", .least = 1, .most = 1, .of = day_short},
        {.name = "timeUnitSpecifier", .least = 1, .most = 2, .of = unit_specifier},
        {.name = "timeOffset", .least = 2, .most = 3, .of = time_offset},
        {.name = "utcOffset", .least = 2, .most = 3, .of = time_offset},
        {.name = "timeSequence", .least = 3, .most = 4, .of = time_sequence},
        {.name = "utcSequence", .least = 3, .most = 4, .of = time_sequence},
    };
    return (struct functions){functions, COUNT_OF(functions)};
}
