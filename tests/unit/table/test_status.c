/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/language.h"
#include "table/status.h"

#include <string.h>

static void test_the_weaker_of_two_is_found_in_any_order(void **state)
{
    (void)state;
    static const char weakest_first[] = "EFIUPVGSDNBJKRWXA";
    for (size_t weak = 0; weakest_first[weak]; weak++) {
        for (size_t strong = weak; weakest_first[strong]; strong++) {
            char a = weakest_first[weak];
            char b = weakest_first[strong];
            assert_int_equal(status_weaker(a, b), a);
            assert_int_equal(status_weaker(b, a), a);
        }
    }
}

static void test_letters_that_say_nothing_are_told_apart_all_the_same(void **state)
{
    (void)state;
    assert_int_equal(status_weaker('X', 'M'), 'M');
    assert_int_equal(status_weaker('M', 'X'), 'M');
}

static void test_derived_provisional_forecast_and_imputed_are_uncertain(void **state)
{
    (void)state;
    for (char letter = 'A'; letter <= 'Z'; letter++) {
        assert_int_equal(status_is_uncertain(letter), strchr("EFIP", letter) != NULL);
    }
    assert_false(status_is_uncertain('\0'));
}

static void test_every_letter_but_that_of_a_normal_figure_has_a_flag(void **state)
{
    (void)state;
    assert_int_equal(status_flag('E'), 'e');
    assert_int_equal(status_flag('X'), 'x');
    assert_int_equal(status_flag('A'), '\0');
    assert_int_equal(status_flag('\0'), '\0');
}

static void test_a_letter_has_one_place_and_a_word(void **state)
{
    (void)state;
    for (size_t rank = 0; rank < STATUS_COUNT; rank++) {
        assert_int_equal(status_rank(status_at(rank)->letter), rank);
        assert_true(language_status(NULL, status_at(rank)->letter).length > 0);
    }
    assert_int_equal(status_rank('A'), STATUS_COUNT);
    assert_int_equal(status_rank('X'), STATUS_COUNT);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_weaker_of_two_is_found_in_any_order),
        unit_case(test_letters_that_say_nothing_are_told_apart_all_the_same),
        unit_case(test_derived_provisional_forecast_and_imputed_are_uncertain),
        unit_case(test_every_letter_but_that_of_a_normal_figure_has_a_flag),
        unit_case(test_a_letter_has_one_place_and_a_word),
    };
    return unit_run(tests);
}
