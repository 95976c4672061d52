/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "document/calendar.h"

static bool read_calendar(struct arena *arena, const char *text, struct calendar *calendar,
                          struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("c.yaml"), str_from(text)};
    const struct node *node = node_load(arena, source, 0, source->text.length, error);
    return node && calendar_read(arena, node, calendar, error);
}

static str expected(struct arena *arena, const struct calendar *calendar, const char *day)
{
    struct date date;
    assert_true(date_parse(str_from(day), &date));
    return period_print(arena, calendar_expected(calendar, date));
}

static void test_a_month_is_due_on_its_day_of_the_next(void **state)
{
    struct calendar calendar;
    struct error error = {0};
    assert_true(read_calendar(*state, "day: 20", &calendar, &error));
    assert_str(expected(*state, &calendar, "2025-11-19"), "2025-09");
    assert_str(expected(*state, &calendar, "2025-11-20"), "2025-10");
    assert_str(expected(*state, &calendar, "2026-01-20"), "2025-12");
}

static void test_a_day_that_a_month_has_not_is_its_last(void **state)
{
    struct calendar calendar;
    struct error error = {0};
    assert_true(read_calendar(*state, "{day: 31, after: 2}", &calendar, &error));
    struct date due = calendar_due(&calendar, period_month(2025, 12));
    assert_str(date_print(*state, due), "2026-02-28");
}

static void test_dates_that_differ_come_first(void **state)
{
    struct calendar calendar;
    struct error error = {0};
    assert_true(read_calendar(
        *state, "day: 20\ndates: {2026-01: none, 2026-02: 2026-03-18}", &calendar, &error));
    assert_str(expected(*state, &calendar, "2026-02-27"), "2025-12");
    assert_str(expected(*state, &calendar, "2026-03-17"), "2025-12");
    assert_str(expected(*state, &calendar, "2026-03-18"), "2026-02");
}

static void test_what_is_no_calendar_is_refused_with_its_place(void **state)
{
    struct calendar calendar;
    struct error error = {0};
    assert_false(read_calendar(*state, "day: 32", &calendar, &error));
    assert_string_equal(error.message, "32 is not a number from 1 to 31");
    error = (struct error){0};
    assert_false(read_calendar(*state, "after: 1", &calendar, &error));
    assert_string_equal(error.message, "a calendar has a day, or dates");
    error = (struct error){0};
    assert_false(read_calendar(*state, "dates: {2025: none}", &calendar, &error));
    assert_string_equal(error.message, "\"2025\" is not a month such as 2025-10");
    assert_int_equal(error.place.column, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_month_is_due_on_its_day_of_the_next),
        unit_case(test_a_day_that_a_month_has_not_is_its_last),
        unit_case(test_dates_that_differ_come_first),
        unit_case(test_what_is_no_calendar_is_refused_with_its_place),
    };
    return unit_run(tests);
}
