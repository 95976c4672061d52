/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "chart/label.h"

#include <math.h>

static bool is_near(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void test_labels_with_room_stay_where_they_want_to_be(void **state)
{
    struct label_box boxes[] = {{30, 8, 0}, {10, 8, 0}};
    label_dodge(*state, boxes, 2, 0, 100, 2);
    assert_true(is_near(boxes[0].placed, 30) && is_near(boxes[1].placed, 10));
}

static void test_overlapping_labels_part_around_their_mean(void **state)
{
    struct label_box boxes[] = {{50, 8, 0}, {52, 8, 0}};
    label_dodge(*state, boxes, 2, 0, 100, 2);
    assert_true(is_near(boxes[0].placed, 46) && is_near(boxes[1].placed, 56));
}

static void test_a_block_that_grows_takes_up_its_neighbour(void **state)
{
    struct label_box boxes[] = {{50, 10, 0}, {50, 10, 0}, {62, 10, 0}};
    label_dodge(*state, boxes, 3, 0, 100, 0);
    assert_true(is_near(boxes[0].placed, 44));
    assert_true(is_near(boxes[1].placed, 54));
    assert_true(is_near(boxes[2].placed, 64));
}

static void test_labels_stay_between_the_bounds(void **state)
{
    struct label_box boxes[] = {{1, 10, 0}, {2, 10, 0}, {99, 10, 0}};
    label_dodge(*state, boxes, 3, 0, 100, 1);
    assert_true(is_near(boxes[0].placed, 5) && is_near(boxes[1].placed, 16));
    assert_true(is_near(boxes[2].placed, 95));
}

static void test_equal_wishes_keep_their_order(void **state)
{
    struct label_box boxes[] = {{50, 4, 0}, {50, 4, 0}, {50, 4, 0}};
    label_dodge(*state, boxes, 3, 0, 100, 1);
    assert_true(boxes[0].placed < boxes[1].placed && boxes[1].placed < boxes[2].placed);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_labels_with_room_stay_where_they_want_to_be),
        unit_case(test_overlapping_labels_part_around_their_mean),
        unit_case(test_a_block_that_grows_takes_up_its_neighbour),
        unit_case(test_labels_stay_between_the_bounds),
        unit_case(test_equal_wishes_keep_their_order),
    };
    return unit_run(tests);
}
