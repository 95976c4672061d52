/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/compiler.h"
#include "grammar/clock.h"
#include "grammar/format.h"
#include "grammar/time_parse.h"
#include "grammar/time_unit.h"

#include <math.h>

static str date_text(struct arena *arena, double milliseconds)
{
    return format_time(arena, NULL, S("%Y-%m-%d %H:%M:%S.%L"), milliseconds);
}

static void test_days_of_all_years(void **state)
{
    (void)state;
    assert_true(clock_day(1970, 0, 1) == 0.0);
    assert_true(clock_day(2000, 1, 29) == 951782400000.0);
    assert_true(clock_day(1900, 2, 1) - clock_day(1900, 1, 28) == CLOCK_DAY);
    for (int64_t year = -5; year < 3000; year += 7) {
        struct clock clock = clock_at(clock_day(year, 11, 31));
        assert_int_equal(clock.year, year);
        assert_int_equal(clock.month, 11);
        assert_int_equal(clock.date, 31);
    }
}

static void test_parts_carry_over(void **state)
{
    assert_str(date_text(*state, clock_of(2024, 13, 30, 25, 61, 61, 1001)),
               "2025-03-03 02:02:02.001");
    assert_str(date_text(*state, clock_of(2025, -1, 0, 0, 0, 0, -1)),
               "2024-11-29 23:59:59.999");
    assert_true(isnan(clock_of(1e9, 0, 1, 0, 0, 0, 0)));
}

static void test_weeks(void **state)
{
    int64_t year;
    (void)state;
    assert_int_equal(clock_week(clock_day(2025, 0, 4)), 0); /* before the first Sunday */
    assert_int_equal(clock_week(clock_day(2025, 0, 5)), 1);
    assert_int_equal(clock_week_of_mondays(clock_day(2025, 0, 5)), 0);
    assert_int_equal(clock_iso_week(clock_day(2021, 0, 3), &year), 53);
    assert_int_equal(year, 2020);
    assert_int_equal(clock_iso_week(clock_day(2024, 11, 30), &year), 1);
    assert_int_equal(year, 2025);
}

static void test_dates_are_read_in_the_forms_of_files(void **state)
{
    static const struct {
        const char *text, *date;
    } examples[] = {
        {"2012", "2012-01-01 00:00:00.000"},
        {"2012-03", "2012-03-01 00:00:00.000"},
        {"2012-03-04", "2012-03-04 00:00:00.000"},
        {"2012-03-04T05:06", "2012-03-04 05:06:00.000"},
        {"2012-03-04T05:06:07.089Z", "2012-03-04 05:06:07.089"},
        {"2012-03-04 05:06:07+08:00", "2012-03-03 21:06:07.000"},
        {"2012/3/4", "2012-03-04 00:00:00.000"},
        {"3/4/2012", "2012-03-04 00:00:00.000"},
        {"1/2/70", "1970-01-02 00:00:00.000"},
        {"3/4/12 15:30", "2012-03-04 15:30:00.000"},
        {"Jan 1 2000", "2000-01-01 00:00:00.000"},
        {"4 March 2012", "2012-03-04 00:00:00.000"},
        {"March 4, 2012 3:30 PM", "2012-03-04 15:30:00.000"},
        {"October 2025", "2025-10-01 00:00:00.000"},
        {"Sun Mar 04 2012 05:06:07 GMT+0100", "2012-03-04 04:06:07.000"},
    };
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        double time = NAN;
        if (!clock_parse(str_from(examples[i].text), &time)) {
            fail_msg("%s is no date", examples[i].text);
        }
        assert_str(date_text(*state, time), examples[i].date);
    }
}

static void test_what_is_no_date_is_not_read(void **state)
{
    static const char *const texts[] = {
        "",        "magnets", "Product 1", "13/13/2012", "12.5", "2012-13",
        "2012-1-", "1,234",   "10:30",     "May",        "US",   "2012-02-03T25:00"};
    double time;
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (clock_parse(str_from(texts[i]), &time)) {
            fail_msg("%s is taken for a date", texts[i]);
        }
    }
}

static void test_times_are_read_by_a_specifier(void **state)
{
    static const struct {
        const char *text, *specifier, *date;
    } examples[] = {
        {"04/03/2012", "%d/%m/%Y", "2012-03-04 00:00:00.000"},
        {"Mar 4 12 3:05 PM", "%b %d %y %I:%M %p", "2012-03-04 15:05:00.000"},
        {"2012-064", "%Y-%j", "2012-03-04 00:00:00.000"},
        {"1331 s", "%s s", "1970-01-01 00:22:11.000"},
        {"2012 W10 Sunday", "%Y W%U %A", "2012-03-04 00:00:00.000"},
        {"2012 Q3", "%Y Q%q", "2012-07-01 00:00:00.000"},
        {"12:30+0200", "%H:%M%Z", "1900-01-01 10:30:00.000"},
        {"201203", "%Y%m", "2012-03-01 00:00:00.000"},
    };
    double time;
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        if (!time_parse(str_from(examples[i].text), str_from(examples[i].specifier),
                        &time)) {
            fail_msg("%s is not %s", examples[i].text, examples[i].specifier);
        }
        assert_str(date_text(*state, time), examples[i].date);
    }
    assert_false(time_parse(S("04/03"), S("%d/%m/%Y"), &time));
    assert_false(time_parse(S("04/03/2012x"), S("%d/%m/%Y"), &time));
    assert_false(time_parse(S("04/13/2012"), S("%d/%m/%Y"), &time));
}

/* --- units
 * -------------------------------------------------------------------------------- */

static str floor_and_next(struct arena *arena, const char *word, int step)
{
    struct time_unit unit;
    assert_true(time_unit_parse(str_from(word), &unit));
    unit.step = step;
    double start = time_unit_floor(unit, clock_of(2025, 10, 22, 8, 43, 5, 7));
    str parts[] = {
        format_time(arena, NULL, S("%Y-%m-%d %H:%M"), start),
        format_time(arena, NULL, S("%Y-%m-%d %H:%M"), time_unit_next(unit, start))};
    return str_join(arena, parts, 2, S(" to "));
}

static void test_units_have_starts_and_ends(void **state)
{
    assert_str(floor_and_next(*state, "year", 1), "2025-01-01 00:00 to 2026-01-01 00:00");
    assert_str(floor_and_next(*state, "yearmonth", 1),
               "2025-11-01 00:00 to 2025-12-01 00:00");
    assert_str(floor_and_next(*state, "utcyearquarter", 1),
               "2025-10-01 00:00 to 2026-01-01 00:00");
    assert_str(floor_and_next(*state, "yearweek", 1),
               "2025-11-16 00:00 to 2025-11-23 00:00");
    assert_str(floor_and_next(*state, "yearmonthdatehours", 1),
               "2025-11-22 08:00 to 2025-11-22 09:00");
    assert_str(floor_and_next(*state, "year", 10), "2020-01-01 00:00 to 2030-01-01 00:00");
    assert_str(floor_and_next(*state, "yearmonth", 4),
               "2025-09-01 00:00 to 2026-01-01 00:00");
}

static void test_units_without_a_year_lie_in_2012(void **state)
{
    assert_str(floor_and_next(*state, "month", 1), "2012-11-01 00:00 to 2012-12-01 00:00");
    assert_str(floor_and_next(*state, "day", 1), "2012-01-07 00:00 to 2012-01-08 00:00");
    assert_str(floor_and_next(*state, "monthdate", 1),
               "2012-11-22 00:00 to 2012-11-23 00:00");
    assert_str(floor_and_next(*state, "hoursminutes", 1),
               "2012-01-01 08:43 to 2012-01-01 08:44");
}

static void test_units_know_their_names_and_formats(void **state)
{
    static const struct {
        const char *word, *format;
    } examples[] = {
        {"year", "%Y"},
        {"yearmonth", "%b %Y"},
        {"yearmonthdate", "%b %d, %Y"},
        {"yearquarter", "%Y Q%q"},
        {"yearquartermonth", "%Y Q%q %b"},
        {"monthdate", "%b %d"},
        {"weekday", "W%U %a"},
        {"hoursminutes", "%H:%M"},
        {"yearmonthdatehoursminutes", "%b %d, %Y %H:%M"},
        {"dayofyear", "%j"},
    };
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        struct time_unit unit;
        assert_true(time_unit_parse(str_from(examples[i].word), &unit));
        assert_str(time_unit_format(*state, unit), examples[i].format);
        assert_str(time_unit_name(*state, unit), examples[i].word);
    }
}

static void test_parts_that_do_not_go_together_are_no_unit(void **state)
{
    struct time_unit unit;
    (void)state;
    assert_false(time_unit_parse(S("monthweek"), &unit));
    assert_false(time_unit_parse(S("years"), &unit));
    assert_false(time_unit_parse(S(""), &unit));
    assert_true(time_unit_parse(S("binnedutcyearmonth"), &unit));
    assert_true(unit.is_binned && unit.is_utc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_days_of_all_years),
        unit_case(test_parts_carry_over),
        unit_case(test_weeks),
        unit_case(test_dates_are_read_in_the_forms_of_files),
        unit_case(test_what_is_no_date_is_not_read),
        unit_case(test_times_are_read_by_a_specifier),
        unit_case(test_units_have_starts_and_ends),
        unit_case(test_units_without_a_year_lie_in_2012),
        unit_case(test_units_know_their_names_and_formats),
        unit_case(test_parts_that_do_not_go_together_are_no_unit),
    };
    return unit_run(tests);
}
