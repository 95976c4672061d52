/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "scene/geometry.h"

static void assert_rect(rect r, double x, double y, double width, double height)
{
    assert_near(r.x, x);
    assert_near(r.y, y);
    assert_near(r.width, width);
    assert_near(r.height, height);
}

static void test_rectangles_that_touch_do_not_overlap(void **state)
{
    (void)state;
    assert_false(rect_overlaps((rect){0, 0, 10, 10}, (rect){10, 0, 5, 5}));
    assert_true(rect_overlaps((rect){0, 0, 10, 10}, (rect){9.9, 0, 5, 5}));
    assert_false(rect_overlaps((rect){0, 0, 10, 10}, (rect){9, 10, 5, 5}));
}

static void test_an_inset_does_not_turn_a_rectangle_inside_out(void **state)
{
    (void)state;
    assert_rect(rect_inset((rect){0, 0, 10, 4}, 1), 1, 1, 8, 2);
    assert_rect(rect_inset((rect){0, 0, 10, 4}, 3), 3, 3, 4, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_rectangles_that_touch_do_not_overlap),
        unit_case(test_an_inset_does_not_turn_a_rectangle_inside_out),
    };
    return unit_run(tests);
}
