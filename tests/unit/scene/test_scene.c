/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "font_fixture.h"
#include "scene/scene.h"

static const color blue = {0x0B, 0x5C, 0x94};
static const color grid = {0xC9, 0xD0, 0xD6};

static struct text_line set(struct arena *arena, struct fonts *fonts, const char *text)
{
    struct text_style style = fixture_style("Roboto Condensed", 7, 400);
    style.color = (color){0x1A, 0x1A, 0x1A};
    struct error error = {0};
    struct text_line line = font_line(arena, fonts, str_from(text), &style, &error);
    assert_string_equal(error.message, "");
    return line;
}

static void test_a_scene_prints_its_commands_in_drawing_order(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct scene *scene = scene_create(*state, 246, 120.5);
    struct text_line label = set(*state, fonts, "North \"n\"");
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = S("One bar.")});
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, (point){0, 100}, (point){246, 100},
               (struct paint){.stroke_width = 0.4, .stroke = grid, .dash = {2, 1}});
    scene_group_end(scene);
    scene_rect(scene, (rect){72, 40, 36, 60},
               (struct paint){.has_fill = true, .fill = blue});
    scene_circle(scene, (point){20, 30}, 2,
                 (struct paint){.stroke_width = 1, .stroke = blue, .has_round_ends = true});
    scene_text(scene, &label, (point){72, 110}, ALIGN_LEFT);
    scene_text_halo(scene, &label, (point){72, 30}, ALIGN_LEFT, 3);
    scene_mark(scene, (point){0, 12}, S("figure-1"));
    scene_link(scene, (rect){1, 2, 3, 4}, S("https://example.org"));
    scene_group_end(scene);
    assert_str(scene_print(*state, scene),
               "scene 246.00 120.50\n"
               "  begin figure alt \"One bar.\"\n"
               "    begin artifact\n"
               "      line 0.00 100.00 246.00 100.00 stroke 0.40 #C9D0D6 dash 2.00 1.00\n"
               "    end\n"
               "    rect 72.00 40.00 36.00 60.00 fill #0B5C94\n"
               "    circle 20.00 30.00 2.00 stroke 1.00 #0B5C94 round\n"
               "    text 72.00 110.00 \"North \\\"n\\\"\" 7.00 #1A1A1A face 0\n"
               "    text 72.00 30.00 \"North \\\"n\\\"\" 7.00 #1A1A1A face 0\n"
               "    mark 0.00 12.00 \"figure-1\"\n"
               "    link 1.00 2.00 3.00 4.00 \"https://example.org\"\n"
               "  end\n");
    fonts_destroy(fonts);
}

static void test_a_table_prints_its_structure(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_HEADING, .level = 2});
    scene_group_end(scene);
    scene_group_begin(scene,
                      (struct scene_tag){.role = TAG_TABLE_HEAD, .scope = SCOPE_COLUMN});
    scene_group_end(scene);
    assert_str(scene_print(*state, scene), "scene 10.00 10.00\n"
                                           "  begin heading 2\n"
                                           "  end\n"
                                           "  begin table-head scope column\n"
                                           "  end\n");
}

static void test_a_path_is_copied_and_prints_its_steps(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    struct path path = {0};
    path_move(*state, &path, (point){1, 1});
    path_line(*state, &path, (point){4, 1});
    path_curve(*state, &path, (point){5, 1}, (point){6, 2}, (point){6, 3});
    path_close(*state, &path);
    scene_path(scene, &path, (struct paint){.has_fill = true});
    path.at[0].at[0].x = 9;
    assert_str(scene_print(*state, scene),
               "scene 10.00 10.00\n"
               "  path M 1.00 1.00 L 4.00 1.00 C 5.00 1.00 6.00 2.00 6.00 3.00 Z"
               " fill #000000\n");
}

static void test_zero_has_no_sign(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    scene_line(scene, (point){-0.001, 0}, (point){-0.0, 5},
               (struct paint){.stroke_width = 1});
    assert_str(scene_print(*state, scene), "scene 10.00 10.00\n"
                                           "  line 0.00 0.00 0.00 5.00 stroke 1.00"
                                           " #000000\n");
}

static void test_text_is_aligned_by_its_width(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct scene *scene = scene_create(*state, 100, 100);
    struct text_line line = set(*state, fonts, "5,473");
    scene_text(scene, &line, (point){50, 10}, ALIGN_LEFT);
    scene_text(scene, &line, (point){50, 20}, ALIGN_CENTER);
    scene_text(scene, &line, (point){50, 30}, ALIGN_RIGHT);
    assert_near(scene->at[0].at.x, 50);
    assert_near(scene->at[1].at.x, 50 - line.width / 2);
    assert_near(scene->at[2].at.x, 50 - line.width);
    fonts_destroy(fonts);
}

static void test_blocks_of_one_line_height_share_their_base_lines(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct scene *scene = scene_create(*state, 100, 100);
    struct error error = {0};
    static const char *const families[] = {"PT Serif", "Roboto Condensed"};
    for (size_t i = 0; i < COUNT_OF(families); i++) {
        struct text_span span = {.text = S("one\ntwo"),
                                 .style = fixture_style(families[i], 9.5, 400)};
        span.style.line_height = 13;
        struct text_block block =
            font_block(*state, fonts, &span, 1, (struct text_layout){.width = 100}, &error);
        assert_near(scene_block(scene, &block, (point){0, 20}, ALIGN_LEFT), 46);
    }
    assert_int_equal(scene->count, 4);
    for (size_t i = 0; i < scene->count; i++) {
        assert_near(scene->at[i].at.y, 20 + 13 * (i % 2 ? 1.75 : 0.75));
    }
    fonts_destroy(fonts);
}

static void test_a_block_has_areas_for_its_links(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct scene *scene = scene_create(*state, 100, 100);
    struct error error = {0};
    struct text_style style = fixture_style("PT Serif", 9.5, 400);
    struct text_span spans[] = {
        {.text = S("see "), .style = style},
        {.text = S("here"), .style = style, .link = S("#method")},
    };
    struct text_block block =
        font_block(*state, fonts, spans, 2, (struct text_layout){0}, &error);
    scene_block(scene, &block, (point){5, 5}, ALIGN_LEFT);
    assert_int_equal(scene->count, 2);
    assert_int_equal(scene->at[1].kind, SCENE_LINK);
    assert_str(scene->at[1].target, "#method");
    const struct text_run *linked = &block.lines[0].runs[1];
    assert_near(scene->at[1].area.x, 5 + linked->x);
    assert_near(scene->at[1].area.width, linked->width);
    fonts_destroy(fonts);
}

static void test_an_appended_scene_is_moved(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct scene *chart = scene_create(*state, 50, 50);
    struct text_line line = set(*state, fonts, "North");
    scene_rect(chart, (rect){1, 2, 3, 4}, (struct paint){.has_fill = true});
    scene_text(chart, &line, (point){5, 6}, ALIGN_LEFT);
    scene_link(chart, (rect){1, 1, 1, 1}, S("#a"));
    struct scene *page = scene_create(*state, 200, 200);
    scene_append(page, chart, (point){100, 50});
    scene_append(page, page, (point){0, 1});
    assert_str(scene_print(*state, page),
               "scene 200.00 200.00\n"
               "  rect 101.00 52.00 3.00 4.00 fill #000000\n"
               "  text 105.00 56.00 \"North\" 7.00 #1A1A1A face 0\n"
               "  link 101.00 51.00 1.00 1.00 \"#a\"\n"
               "  rect 101.00 53.00 3.00 4.00 fill #000000\n"
               "  text 105.00 57.00 \"North\" 7.00 #1A1A1A face 0\n"
               "  link 101.00 52.00 1.00 1.00 \"#a\"\n");
    fonts_destroy(fonts);
}

static void test_hatching_is_clipped_and_hangs_on_the_base_line(void **state)
{
    struct scene *scene = scene_create(*state, 100, 100);
    struct paint stroke = {.stroke_width = 0.7, .stroke = blue};
    scene_hatch(scene, (rect){10, 20, 6, 10}, 3, stroke);
    scene_hatch(scene, (rect){30, 5, 6, 25}, 3, stroke);
    assert_int_equal(scene->count, 6);
    assert_int_equal(scene->at[0].kind, SCENE_CLIP_BEGIN);
    assert_int_equal(scene->at[1].kind, SCENE_PATH);
    assert_int_equal(scene->at[2].kind, SCENE_CLIP_END);
    const struct path *low = &scene->at[1].path;
    const struct path *high = &scene->at[4].path;
    assert_true(low->count > 4 && high->count > low->count);
    for (size_t i = 0; i < low->count; i++) { /* each line rises by 45 degrees */
        point at = low->at[i].at[0];
        point from = low->at[i - i % 2].at[0];
        assert_near(at.x - from.x, from.y - at.y);
    }
    /* Where the first line crosses the left edge, counted from the base line at 30. */
    point a = low->at[0].at[0];
    point b = high->at[0].at[0];
    assert_near(30 - a.y - (a.x - 10), 30 - b.y - (b.x - 30));
}

static void test_bounds_are_those_of_what_is_drawn(void **state)
{
    struct scene *scene = scene_create(*state, 100, 100);
    scene_line(scene, (point){10, 10}, (point){30, 10}, (struct paint){.stroke_width = 2});
    scene_group_begin(scene, (struct scene_tag){.role = TAG_SECTION});
    scene->at[0].at = (point){5, 5};
    rect bounds = scene_item_bounds(&scene->at[0]);
    assert_near(bounds.x, 14);
    assert_near(bounds.y, 14);
    assert_near(bounds.width, 22);
    assert_near(bounds.height, 2);
    assert_near(scene_item_bounds(&scene->at[1]).width, 0);
}

static void test_a_halo_is_there_only_over_something(void **state)
{
    struct scene *scene = scene_create(*state, 100, 100);
    struct text_line label = {.width = 20, .ascent = 6, .descent = 2};
    struct paint rule = {.stroke_width = 1};
    scene_line(scene, (point){0, 50}, (point){100, 50}, rule);
    scene_text_halo(scene, &label, (point){10, 52}, ALIGN_LEFT, 1.5);
    assert_true(scene->at[1].halo == 1.5);
    scene_text_halo(scene, &label, (point){10, 46.5}, ALIGN_LEFT, 1.5);
    assert_true(scene->at[2].halo == 1.5);
    scene_text_halo(scene, &label, (point){10, 20}, ALIGN_LEFT, 1.5);
    assert_true(scene->at[3].halo == 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_scene_prints_its_commands_in_drawing_order),
        unit_case(test_a_table_prints_its_structure),
        unit_case(test_a_path_is_copied_and_prints_its_steps),
        unit_case(test_zero_has_no_sign),
        unit_case(test_text_is_aligned_by_its_width),
        unit_case(test_blocks_of_one_line_height_share_their_base_lines),
        unit_case(test_a_block_has_areas_for_its_links),
        unit_case(test_an_appended_scene_is_moved),
        unit_case(test_hatching_is_clipped_and_hangs_on_the_base_line),
        unit_case(test_bounds_are_those_of_what_is_drawn),
        unit_case(test_a_halo_is_there_only_over_something),
    };
    return unit_run(tests);
}
