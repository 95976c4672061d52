/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/calendar_step.h"

#include "base/buffer.h"
#include "grammar/clock.h"

static double day(int year, int month, int date)
{
    return clock_day(year, month - 1, date);
}

static str listed(struct arena *arena, struct doubles list)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < list.count; i++) {
        struct clock clock = clock_at(list.at[i]);
        buffer_print(&out, "%s%d-%02d-%02d", i ? " " : "", (int)clock.year, clock.month + 1,
                     clock.date);
    }
    return buffer_text(&out);
}

static void test_the_step_is_the_nearest_of_the_calendar(void **state)
{
    double low = day(2025, 1, 1);
    struct calendar_step step = calendar_step_for(low, day(2026, 1, 1), 12);
    assert_int_equal(step.unit, CALENDAR_MONTH);
    assert_true(step.every == 1);
    step = calendar_step_for(low, day(2026, 1, 1), 4);
    assert_true(step.unit == CALENDAR_MONTH && step.every == 3);
    step = calendar_step_for(low, day(2125, 1, 1), 5);
    assert_true(step.unit == CALENDAR_YEAR && step.every == 20);
    step = calendar_step_for(low, low + 10e3, 10);
    assert_true(step.unit == CALENDAR_SECOND && step.every == 1);
    (void)state;
}

static void test_months_step_over_the_end_of_the_year(void **state)
{
    struct calendar_step step = {CALENDAR_MONTH, 3};
    assert_str(
        listed(*state, calendar_steps(*state, step, day(2024, 11, 5), day(2025, 8, 1))),
        "2025-01-01 2025-04-01 2025-07-01");
}

static void test_every_second_day_begins_anew_each_month(void **state)
{
    struct calendar_step step = {CALENDAR_DAY, 2};
    assert_str(
        listed(*state, calendar_steps(*state, step, day(2025, 1, 28), day(2025, 2, 4))),
        "2025-01-29 2025-01-31 2025-02-01 2025-02-03");
}

static void test_weeks_begin_on_sundays_before_1970_too(void **state)
{
    struct calendar_step step = {CALENDAR_WEEK, 1};
    assert_str(
        listed(*state, calendar_steps(*state, step, day(1969, 12, 20), day(1970, 1, 5))),
        "1969-12-21 1969-12-28 1970-01-04");
}

static void test_words_of_units_may_be_plural(void **state)
{
    (void)state;
    struct calendar_step step;
    assert_true(calendar_step_named(S("quarter"), &step));
    assert_true(step.unit == CALENDAR_MONTH && step.every == 3);
    assert_true(calendar_step_named(S("hours"), &step));
    assert_int_equal(step.unit, CALENDAR_HOUR);
    assert_false(calendar_step_named(S("fortnight"), &step));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_step_is_the_nearest_of_the_calendar),
        unit_case(test_months_step_over_the_end_of_the_year),
        unit_case(test_every_second_day_begins_anew_each_month),
        unit_case(test_weeks_begin_on_sundays_before_1970_too),
        unit_case(test_words_of_units_may_be_plural),
    };
    return unit_run(tests);
}
