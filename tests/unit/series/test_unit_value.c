/* SPDX-License-Identifier: MIT */
#include "figures.h"

static struct series *dollars(struct arena *arena, const char *text)
{
    struct series *series = figures(arena, text);
    series->unit = S("US$ m");
    return series;
}

static void test_a_unit_value_is_what_one_unit_costs(void **state)
{
    const struct series *value = dollars(*state, "2025-10 12, 2025-11 301.8, 2025-12 5");
    const struct series *quantity =
        figures(*state, "2025-10 -, 2025-11 6149.95, 2025-12 0");
    const struct series *price = operator_unit_value(*state, value, quantity);
    assert_at(*state, price, "2025-11", 7, "2025-11 0.0490736 A");
    assert_at(*state, price, "2025-10", 7, "2025-10 missing M");
    assert_at(*state, price, "2025-12", 7, "2025-12 missing M");
    assert_str(price->unit, "US$ m/t");
    assert_possible(*state, price, "2025-11", 7, "0.0490654 to 0.0490817");
    assert_precedents(*state, price, "2025-11", "2025-11 302 A, 2025-11 6150 A");
}

static void test_a_unit_value_of_combined_months_is_of_their_sums(void **state)
{
    const struct series *value = dollars(*state, "2025-01 10, 2025-02 20");
    const struct series *quantity = figures(*state, "2025-01..02 60");
    const struct series *price = operator_unit_value(*state, value, quantity);
    assert_at(*state, price, "2025-01..02", 1, "2025-01..02 0.5 A");
    assert_int_equal(price->count, 3);
}

/* A unit value of two months is not the sum of two. */
static void test_unit_values_are_not_added(void **state)
{
    const struct series *value = dollars(*state, "2025-01 10, 2025-02 20");
    const struct series *price =
        operator_unit_value(*state, value, figures(*state, "2025-01 1, 2025-02 1"));
    assert_true(price->is_rate);
    assert_int_equal(operator_to_date(*state, price)->count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_unit_value_is_what_one_unit_costs),
        unit_case(test_a_unit_value_of_combined_months_is_of_their_sums),
        unit_case(test_unit_values_are_not_added),
    };
    return unit_run(tests);
}
