/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/query.h"

static const char schema[] = "product: dimension\nperiod: period\ntonnes: measure\n"
                             "released: released\n";

static const char figures[] = "product,period,tonnes,released\n"
                              "products,2025-09,7336,2025-10-18\n"
                              "products,2025-08,7336,2025-12-18\n"
                              "products,2025-08,7338,2025-09-18\n"
                              "magnets,2025-08,6146,\n"
                              "magnets,2025-09,5774,2025-10-20\n";

static void assert_known(void **state, struct date day, const char *csv)
{
    const struct table *table = loading_table(state, schema, figures);
    assert_str(table_print(*state, table_as_of(*state, table, day)), csv);
}

static void test_rows_released_later_are_not_known(void **state)
{
    assert_known(state, (struct date){2025, 9, 18},
                 "product,period,tonnes,released\n"
                 "products,2025-08,7338,2025-09-18\n"
                 "magnets,2025-08,6146,\n");
    assert_known(state, (struct date){2025, 9, 17},
                 "product,period,tonnes,released\n"
                 "magnets,2025-08,6146,\n");
}

static void test_the_latest_known_vintage_remains_in_its_place(void **state)
{
    assert_known(state, (struct date){2025, 12, 17},
                 "product,period,tonnes,released\n"
                 "products,2025-09,7336,2025-10-18\n"
                 "products,2025-08,7338,2025-09-18\n"
                 "magnets,2025-08,6146,\n"
                 "magnets,2025-09,5774,2025-10-20\n");
    assert_known(state, (struct date){2025, 12, 18},
                 "product,period,tonnes,released\n"
                 "products,2025-09,7336,2025-10-18\n"
                 "products,2025-08,7336,2025-12-18\n"
                 "magnets,2025-08,6146,\n"
                 "magnets,2025-09,5774,2025-10-20\n");
}

static void test_no_day_means_all_that_is_known_now(void **state)
{
    assert_known(state, (struct date){0},
                 "product,period,tonnes,released\n"
                 "products,2025-09,7336,2025-10-18\n"
                 "products,2025-08,7336,2025-12-18\n"
                 "magnets,2025-08,6146,\n"
                 "magnets,2025-09,5774,2025-10-20\n");
}

static void test_rows_keep_their_place_in_the_file(void **state)
{
    const struct table *table = loading_table(state, schema, figures);
    const struct table *known = table_as_of(*state, table, (struct date){2025, 12, 18});
    assert_int_equal(table_place(known, 1).line, 3);
    assert_int_equal(table_place(known, 3).line, 6);
}

static void test_without_release_dates_everything_is_known(void **state)
{
    const struct table *table =
        loading_table(state, NULL, "product,period,tonnes\nmagnets,2025-08,6146\n");
    assert_ptr_equal(table_as_of(*state, table, (struct date){1999, 1, 1}), table);
}

static void test_what_was_reduced_is_reduced_again_only_by_a_day(void **state)
{
    const struct table *table = loading_table(state, schema, figures);
    const struct table *known = table_as_of(*state, table, (struct date){2025, 12, 18});
    assert_ptr_equal(table_as_of(*state, known, (struct date){0}), known);
    assert_str(table_print(*state, table_as_of(*state, known, (struct date){2025, 9, 30})),
               "product,period,tonnes,released\nmagnets,2025-08,6146,\n");
}

static void test_a_row_with_a_release_date_is_later_than_one_without(void **state)
{
    const struct table *table = loading_table(state, schema,
                                              "product,period,tonnes,released\n"
                                              "magnets,2025-08,1,2025-09-20\n"
                                              "magnets,2025-08,2,\n");
    assert_str(table_print(*state, table_as_of(*state, table, (struct date){0})),
               "product,period,tonnes,released\nmagnets,2025-08,1,2025-09-20\n");
    assert_str(table_print(*state, table_as_of(*state, table, (struct date){2025, 9, 19})),
               "product,period,tonnes,released\nmagnets,2025-08,2,\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_rows_released_later_are_not_known),
        unit_case(test_the_latest_known_vintage_remains_in_its_place),
        unit_case(test_no_day_means_all_that_is_known_now),
        unit_case(test_rows_keep_their_place_in_the_file),
        unit_case(test_without_release_dates_everything_is_known),
        unit_case(test_what_was_reduced_is_reduced_again_only_by_a_day),
        unit_case(test_a_row_with_a_release_date_is_later_than_one_without),
    };
    return unit_run(tests);
}
