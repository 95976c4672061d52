/* SPDX-License-Identifier: MIT */
#include "chart_fixture.h"

#include "chart/series_frame.h"
#include "grammar/clock.h"

static const double values[] = {4725, NONE, 5580};

static struct datum at(const struct frame *frame, const char *field, size_t row)
{
    return frame->at[frame_find(frame, str_from(field))].at[row];
}

static struct chart_lines lines_of(struct arena *arena, const struct series *series)
{
    struct chart_lines lines = {0};
    *arena_push(arena, &lines) = (struct chart_line){series, S("Total"), 0};
    return lines;
}

static void test_each_month_has_a_row_also_without_a_value(void **state)
{
    const struct series *series = fixture_series(*state, values, COUNT_OF(values), NULL);
    struct chart_lines lines = lines_of(*state, series);
    struct period window = {period_month(2025, 8).first, 3};
    const struct frame *frame = frame_from_lines(*state, &lines, window);
    assert_int_equal(frame->rows, 3);
    assert_true(at(frame, "value", 0).number == 4725);
    assert_int_equal(at(frame, "value", 1).kind, DATUM_NONE);
    assert_true(at(frame, "month", 2).number == clock_day(2025, 9, 1));
    assert_str(at(frame, "name", 2).text, "Total");
    assert_true(at(frame, "months", 1).number == 1);
}

static void test_values_lead_back_to_their_observations(void **state)
{
    const struct series *series = fixture_series(*state, values, COUNT_OF(values), NULL);
    struct chart_lines lines = lines_of(*state, series);
    struct period window = {period_month(2025, 8).first, 3};
    const struct frame *frame = frame_from_lines(*state, &lines, window);
    const struct exact *exact = frame_exact(frame, at(frame, "value", 2));
    assert_non_null(exact);
    assert_ptr_equal(exact->series, series);
    assert_true(period_equal(exact->observation.period, period_month(2025, 10)));
    assert_null(frame_exact(frame, at(frame, "value", 1)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_month_has_a_row_also_without_a_value),
        unit_case(test_values_lead_back_to_their_observations),
    };
    return unit_run(tests);
}
