/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/period.h"

static struct period parse(const char *text)
{
    struct period period;
    assert_true(period_parse(str_from(text), &period));
    return period;
}

static void test_periods_keep_their_spelling(void **state)
{
    static const char *const texts[] = {"2025-10", "2025",        "2025-H1",
                                        "2025-Q4", "2024-01..02", "2025-02..03",
                                        "2025-12", "0001-01",     "2024-11..2025-02"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_str(period_print(*state, parse(texts[i])), texts[i]);
    }
    assert_str(period_print(*state, parse("2025-01..03")), "2025-Q1");
    assert_str(period_print(*state, parse("2025-01..12")), "2025");
}

static void test_what_is_no_period_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "25-10",
                                        "2025-13",
                                        "2025-00",
                                        "2025-1",
                                        "2025/10",
                                        "2025-H3",
                                        "2025-Q0",
                                        "2025-Q5",
                                        "2025-03..02",
                                        "2025-03..03",
                                        "2025-03..2024-04",
                                        "2025-01..2025-03",
                                        "2025-03..20266-04",
                                        "2025-03..2026-4",
                                        "2025-03..202",
                                        "2016.1",
                                        "202510",
                                        "2025-10 ",
                                        "0000"};
    struct period period;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_false(period_parse(str_from(texts[i]), &period));
    }
}

static void test_names_are_written_out(void **state)
{
    assert_str(period_name(*state, parse("2025-10")), "October 2025");
    assert_str(period_name(*state, parse("2025-02..03")), "February\u2013March 2025");
    assert_str(period_name(*state, parse("2024-11..2025-02")),
               "November 2024\u2013February 2025");
    assert_str(period_name(*state, parse("2025-H1")), "first half of 2025");
    assert_str(period_name(*state, parse("2024")), "2024");
}

static void test_a_period_to_date_starts_in_january(void **state)
{
    assert_str(period_print(*state, period_to_date(parse("2025-10"))), "2025-01..10");
    assert_str(period_print(*state, period_to_date(parse("2025-01"))), "2025-01");
    assert_str(period_print(*state, period_to_date(parse("2025-Q4"))), "2025");
}

static void test_shifting_crosses_years(void **state)
{
    assert_str(period_print(*state, period_shift(parse("2025-01"), -1)), "2024-12");
    assert_str(period_print(*state, period_shift(parse("2025-01..02"), -12)),
               "2024-01..02");
    assert_str(period_print(*state, period_last_month(parse("2025-H1"))), "2025-06");
}

static void test_containment_is_by_month(void **state)
{
    (void)state;
    assert_true(period_contains(parse("2025"), parse("2025-10")));
    assert_false(period_contains(parse("2025-10"), parse("2025")));
    assert_false(period_contains(parse("2025-01..03"), parse("2025-03..04")));
}

static void test_dates_are_checked_against_the_calendar(void **state)
{
    (void)state;
    struct date date;
    assert_true(date_parse(S("2024-02-29"), &date));
    assert_false(date_parse(S("2025-02-29"), &date));
    assert_false(date_parse(S("2100-02-29"), &date));
    assert_false(date_parse(S("2025-11-2"), &date));
    assert_false(date_parse(S("2025-11-31"), &date));
}

static struct date day_after(struct date date)
{
    if (date.day < date_days_in_month(date.year, date.month)) {
        return (struct date){date.year, date.month, date.day + 1};
    }
    return date.month < 12 ? (struct date){date.year, date.month + 1, 1}
                           : (struct date){date.year + 1, 1, 1};
}

static void test_epoch_days_count_every_day_once(void **state)
{
    (void)state;
    struct date date = {1583, 1, 1};
    int64_t days = date_to_epoch_days(date);
    for (int i = 0; i < 300000; i++) {
        assert_int_equal(date_to_epoch_days(date), days + i);
        date = day_after(date);
    }
    assert_int_equal(date_to_epoch_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_to_epoch_days((struct date){2025, 11, 20}), 20412);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_periods_keep_their_spelling),
        unit_case(test_what_is_no_period_is_refused),
        unit_case(test_names_are_written_out),
        unit_case(test_a_period_to_date_starts_in_january),
        unit_case(test_shifting_crosses_years),
        unit_case(test_containment_is_by_month),
        unit_case(test_dates_are_checked_against_the_calendar),
        unit_case(test_epoch_days_count_every_day_once),
    };
    return unit_run(tests);
}
