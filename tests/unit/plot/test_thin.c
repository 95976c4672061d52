/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/thin.h"

#include <math.h>

enum { MANY = 200000 };

/* Noise that repeats: nothing in the program is random. */
static double noise(size_t i)
{
    return (double)((i * 2654435761U) % 10007) / 10007;
}

static void test_a_short_line_keeps_every_point(void **state)
{
    (void)state;
    struct path_point points[] = {{.y = 0}, {.x = 0.1, .y = 5}, {.x = 0.2, .y = 1}};
    assert_int_equal(thin_path(points, 3), 3);
}

static void test_a_long_line_keeps_the_extremes_of_each_half_point(void **state)
{
    struct path_point *points = arena_array(*state, struct path_point, MANY);
    double least[400];
    double greatest[400];
    for (size_t i = 0; i < 400; i++) {
        least[i] = INFINITY;
        greatest[i] = -INFINITY;
    }
    for (size_t i = 0; i < MANY; i++) {
        points[i] = (struct path_point){.x = 200.0 * (double)i / MANY,
                                        .y = noise(i) * 100,
                                        .row = i,
                                        .is_defined = true};
        size_t column = (size_t)(points[i].x * 2);
        least[column] = fmin(least[column], points[i].y);
        greatest[column] = fmax(greatest[column], points[i].y);
    }
    size_t count = thin_path(points, MANY);
    assert_true(count <= 1600);
    for (size_t i = 0; i < count; i++) {
        size_t column = (size_t)(points[i].x * 2);
        assert_true(i == 0 || points[i].x >= points[i - 1].x);
        least[column] = points[i].y == least[column] ? (double)INFINITY : least[column];
        greatest[column] =
            points[i].y == greatest[column] ? (double)-INFINITY : greatest[column];
    }
    for (size_t i = 0; i < 400; i++) {
        assert_true(isinf(least[i]) && isinf(greatest[i]));
    }
}

static void test_a_long_band_keeps_the_extremes_of_both_edges(void **state)
{
    struct path_point *points = arena_array(*state, struct path_point, MANY);
    for (size_t i = 0; i < MANY; i++) {
        points[i] = (struct path_point){.x = 100.0 * (double)i / MANY,
                                        .y = i == 1234 ? -50 : noise(i),
                                        .y2 = i == 5678 ? 900 : 100 + noise(i + 1),
                                        .is_defined = true};
    }
    size_t count = thin_path(points, MANY);
    bool has_low = false;
    bool has_high = false;
    assert_true(count <= 1200);
    for (size_t i = 0; i < count; i++) {
        has_low = has_low || points[i].y == -50;
        has_high = has_high || points[i].y2 == 900;
    }
    assert_true(has_low && has_high);
}

static void test_a_gap_in_a_long_line_stays_a_gap(void **state)
{
    struct path_point *points = arena_array(*state, struct path_point, MANY);
    for (size_t i = 0; i < MANY; i++) {
        points[i] = (struct path_point){
            .x = 100.0 * (double)i / MANY, .row = i, .is_defined = i < 5000 || i >= 5010};
    }
    size_t count = thin_path(points, MANY);
    size_t gaps = 0;
    bool has_before = false;
    bool has_after = false;
    for (size_t i = 0; i < count; i++) {
        gaps += !points[i].is_defined;
        has_before = has_before || points[i].row == 4999;
        has_after = has_after || points[i].row == 5010;
    }
    assert_int_equal(gaps, 1);
    assert_true(has_before && has_after);
}

static struct items scatter(struct arena *arena, double opacity, bool is_filled)
{
    struct items items = {0};
    for (size_t i = 0; i < 100000; i++) {
        struct item *item = arena_push(arena, &items);
        *item = (struct item){
            .x = 200 * noise(i),
            .y = 200 * noise(i * 7 + 3),
            .size = 30,
            .paint = {.has_fill = is_filled,
                      .has_stroke = !is_filled,
                      .stroke_width = 1,
                      .opacity = opacity,
                      .fill_opacity = 1,
                      .stroke_opacity = 1},
        };
    }
    return items;
}

static size_t seen(struct arena *arena, const struct items *items)
{
    const bool *is_seen = thin_symbols(arena, items, (rect){0, 0, 200, 200});
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++) {
        count += is_seen[i];
    }
    return count;
}

static void test_symbols_under_others_are_not_drawn(void **state)
{
    struct items opaque = scatter(*state, 1, true);
    struct items rings = scatter(*state, 1, false);
    struct items glass = scatter(*state, 0.5, true);
    assert_in_range(seen(*state, &opaque), 1000, 20000);
    assert_in_range(seen(*state, &rings), 2000, 40000);
    assert_in_range(seen(*state, &glass), 5000, 60000);
}

/* Hidden or not: a later one of the same place hides an earlier one, never the other way.
 */
static void test_the_topmost_symbol_is_kept(void **state)
{
    struct items items = scatter(*state, 1, true);
    for (size_t i = 0; i < items.count; i++) {
        items.at[i].x = items.at[i].y = 50;
    }
    const bool *is_seen = thin_symbols(*state, &items, (rect){0, 0, 200, 200});
    assert_true(is_seen[items.count - 1]);
    assert_false(is_seen[0]);
}

static void test_few_symbols_are_all_drawn(void **state)
{
    struct items items = scatter(*state, 1, true);
    items.count = 100;
    assert_int_equal(seen(*state, &items), 100);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_short_line_keeps_every_point),
        unit_case(test_a_long_line_keeps_the_extremes_of_each_half_point),
        unit_case(test_a_long_band_keeps_the_extremes_of_both_edges),
        unit_case(test_a_gap_in_a_long_line_stays_a_gap),
        unit_case(test_symbols_under_others_are_not_drawn),
        unit_case(test_the_topmost_symbol_is_kept),
        unit_case(test_few_symbols_are_all_drawn),
    };
    return unit_run(tests);
}
