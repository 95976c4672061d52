/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/flow.h"
#include "sample.h"

#include <math.h>

/* A page of ten lines of 10 pt. */
static const struct theme theme = {
    .page_width = 200,
    .page_height = 200,
    .content_width = 100,
    .margin_top = 20,
    .baseline = 10,
    .lines = 10,
};

static const struct block source = {.place = {.file = {"briefing.md", 11}, .line = 7}};

static struct flow_part fit_lines(const struct flow_block *block, size_t from,
                                  double height)
{
    size_t room = height > 0 ? (size_t)fmin(height / 10, 1000) : 0;
    size_t to = from + room < block->units ? from + room : block->units;
    return (struct flow_part){from, to, 10.0 * (double)(to - from)};
}

static const struct flow_class box = {.name = "figure", .fit = flow_fit_whole};
static const struct flow_class lines = {.name = "paragraph", .fit = fit_lines};

static void add_box(struct arena *arena, struct flow_blocks *blocks, double height)
{
    *arena_push(arena, blocks) =
        (struct flow_block){.kind = &box, .source = &source, .units = 1, .height = height};
}

static void add_heading(struct arena *arena, struct flow_blocks *blocks)
{
    add_box(arena, blocks, 10);
    blocks->at[blocks->count - 1].keeps_next = true;
}

static void add_lines(struct arena *arena, struct flow_blocks *blocks, size_t count)
{
    *arena_push(arena, blocks) =
        (struct flow_block){.kind = &lines, .source = &source, .units = count};
}

static struct flow_placements place(struct arena *arena, const struct flow_blocks *blocks)
{
    struct error error = {0};
    struct setting setting = {.arena = arena, .theme = &theme, .error = &error};
    struct flow_placements placements = {0};
    assert_true(flow_place(&setting, blocks, (struct flow_start){0}, &placements));
    return placements;
}

static void test_blocks_begin_on_lines_of_the_grid(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 13);
    blocks.at[0].space_below = 4;
    add_box(*state, &blocks, 10);
    blocks.at[1].space_above = 12;
    struct flow_placements placed = place(*state, &blocks);
    assert_near(placed.at[1].y, 30);
}

static void test_what_follows_a_heading_keeps_half_its_space(void **state)
{
    struct flow_blocks blocks = {0};
    add_heading(*state, &blocks);
    add_box(*state, &blocks, 10);
    blocks.at[1].space_above = 20;
    assert_near(place(*state, &blocks).at[1].y, 20);
}

static void test_a_heading_stands_on_a_line_of_the_grid(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 10);
    add_heading(*state, &blocks);
    blocks.at[1].height = 13;
    blocks.at[1].space_above = 5;
    blocks.at[1].is_bottom_aligned = true;
    add_box(*state, &blocks, 10);
    assert_near(place(*state, &blocks).at[1].y, 17);
}

static void test_a_heading_goes_to_the_next_page_with_what_it_heads(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 70);
    add_heading(*state, &blocks);
    add_heading(*state, &blocks);
    add_box(*state, &blocks, 20);
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.at[1].page, 1);
    assert_int_equal(placed.at[2].page, 1);
    assert_int_equal(placed.at[3].page, 1);
    assert_near(placed.at[1].y, 0);
}

static void test_a_heading_stays_where_its_text_begins(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 70);
    add_heading(*state, &blocks);
    add_lines(*state, &blocks, 6);
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.count, 4);
    assert_int_equal(placed.at[1].page, 0);
    assert_int_equal(placed.at[2].part.to, 2);
    assert_int_equal(placed.at[3].page, 1);
    assert_int_equal(placed.at[3].part.from, 2);
}

static void test_a_long_block_runs_over_pages(void **state)
{
    struct flow_blocks blocks = {0};
    add_lines(*state, &blocks, 25);
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.count, 3);
    assert_int_equal(placed.at[1].part.from, 10);
    assert_int_equal(placed.at[2].part.to, 25);
    assert_int_equal(placed.at[2].page, 2);
}

static void test_page_breaks_make_no_empty_pages(void **state)
{
    struct flow_blocks blocks = {0};
    for (size_t i = 0; i < 3; i++) {
        add_box(*state, &blocks, 10);
        blocks.at[i].begins_page = true;
        blocks.at[i].units = i == 1 ? 0 : 1;
    }
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.count, 2);
    assert_int_equal(placed.at[0].page, 0);
    assert_int_equal(placed.at[1].page, 1);
}

static void test_a_figure_higher_than_a_page_is_an_error_at_its_place(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 10);
    add_box(*state, &blocks, 120);
    struct error error = {0};
    struct setting setting = {.arena = *state, .theme = &theme, .error = &error};
    struct flow_placements placements = {0};
    assert_false(flow_place(&setting, &blocks, (struct flow_start){0}, &placements));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message,
                        "this figure is 120 pt high, and a page has room for 100 pt");
    assert_string_equal(error.hint, "it cannot be broken; make it lower or split it");
    assert_int_equal(error.place.line, 7);
}

static void test_a_page_that_is_nearly_full_ends_at_its_foot(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 30);
    add_box(*state, &blocks, 30);
    add_box(*state, &blocks, 20);
    add_box(*state, &blocks, 40);
    struct flow_placements placed = place(*state, &blocks);
    flow_spread(&theme, &placed);
    assert_near(placed.at[1].y, 40);
    assert_near(placed.at[2].y, 80);
    assert_near(placed.at[3].y, 0);
}

static void test_a_few_lines_that_are_missing_are_taken_from_the_spaces(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 20);
    add_box(*state, &blocks, 20);
    add_box(*state, &blocks, 10);
    blocks.at[0].space_below = blocks.at[1].space_below = 24;
    struct flow_placements placed = place(*state, &blocks);
    assert_near(placed.at[1].y, 40);
    assert_int_equal(placed.at[2].page, 0);
    assert_near(placed.at[2].y, 90);
}

static void test_a_page_that_is_full_enough_keeps_its_spaces(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 20);
    add_box(*state, &blocks, 40);
    add_box(*state, &blocks, 15);
    blocks.at[0].space_below = 24;
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.at[2].page, 0); /* the last block would be alone */
    assert_near(placed.at[1].y, 40);
    add_box(*state, &blocks, 15);
    placed = place(*state, &blocks);
    assert_int_equal(placed.at[2].page, 1);
    assert_near(placed.at[1].y, 50);
}

static void test_spaces_are_never_less_than_a_line(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 20);
    add_box(*state, &blocks, 40);
    add_box(*state, &blocks, 30);
    blocks.at[0].space_below = blocks.at[1].space_below = 11;
    struct flow_placements placed = place(*state, &blocks);
    assert_int_equal(placed.at[2].page, 1);
    assert_near(placed.at[1].y, 40);
}

static void test_a_page_with_much_room_stays_as_it_is(void **state)
{
    struct flow_blocks blocks = {0};
    add_box(*state, &blocks, 30);
    add_box(*state, &blocks, 30);
    add_box(*state, &blocks, 90);
    struct flow_placements placed = place(*state, &blocks);
    flow_spread(&theme, &placed);
    assert_near(placed.at[1].y, 30);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_blocks_begin_on_lines_of_the_grid),
        unit_case(test_what_follows_a_heading_keeps_half_its_space),
        unit_case(test_a_heading_stands_on_a_line_of_the_grid),
        unit_case(test_a_heading_goes_to_the_next_page_with_what_it_heads),
        unit_case(test_a_heading_stays_where_its_text_begins),
        unit_case(test_a_long_block_runs_over_pages),
        unit_case(test_page_breaks_make_no_empty_pages),
        unit_case(test_a_figure_higher_than_a_page_is_an_error_at_its_place),
        unit_case(test_a_page_that_is_nearly_full_ends_at_its_foot),
        unit_case(test_a_few_lines_that_are_missing_are_taken_from_the_spaces),
        unit_case(test_a_page_that_is_full_enough_keeps_its_spaces),
        unit_case(test_spaces_are_never_less_than_a_line),
        unit_case(test_a_page_with_much_room_stays_as_it_is),
    };
    return unit_run(tests);
}
