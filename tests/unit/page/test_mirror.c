/* SPDX-License-Identifier: MIT */
/* Scenes of pages 100 points wide, mirrored. */
#include "unit.h"

#include "page/mirror.h"

#include <math.h>

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static struct scene *page(struct arena *arena)
{
    return scene_create(arena, 100, 200);
}

static struct scene *mirrored(struct scene *scene)
{
    mirror_scene(scene);
    return scene;
}

/* A line of text as wide as said, whose first run begins at `indent`. */
static struct text_line line_of(struct arena *arena, double width, double indent)
{
    struct text_run *run = arena_new(arena, struct text_run);
    *run = (struct text_run){.x = indent, .width = width - indent};
    return (struct text_line){.runs = run, .run_count = 1, .width = width, .ascent = 8};
}

static void test_what_is_drawn_changes_sides(void **state)
{
    struct scene *scene = page(*state);
    scene_rect(scene, (rect){10, 5, 20, 30}, (struct paint){.has_fill = true});
    rect bounds = scene_item_bounds(&mirrored(scene)->at[0]);
    assert_near(bounds.x, 70);
    assert_near(bounds.width, 20);
    assert_near(bounds.y, 5);
}

static void test_a_path_that_two_scenes_share_is_not_changed_in_the_other(void **state)
{
    struct scene *part = page(*state);
    scene_rect(part, (rect){0, 0, 20, 30}, (struct paint){.has_fill = true});
    struct scene *scene = page(*state);
    scene_append(scene, part, (point){10, 0});
    assert_near(scene_item_bounds(&mirrored(scene)->at[0]).x, 70);
    assert_near(scene_item_bounds(&part->at[0]).x, 0);
}

static void test_text_keeps_its_letters_and_its_indent_goes_to_the_right(void **state)
{
    struct text_line flush = line_of(*state, 30, 0);
    struct text_line indented = line_of(*state, 30, 12);
    struct scene *scene = page(*state);
    scene_text(scene, &flush, (point){10, 50}, ALIGN_LEFT);
    scene_text(scene, &indented, (point){10, 50}, ALIGN_LEFT);
    scene_text(scene, &flush, (point){90, 50}, ALIGN_RIGHT);
    mirror_scene(scene);
    assert_near(scene->at[0].at.x, 60); /* ends at 90 */
    assert_near(scene->at[1].at.x + 12, 60); /* its letters: 12 from the edge at 90 */
    assert_near(scene->at[1].at.x + 30, 78);
    assert_near(scene->at[2].at.x, 10);
}

static void test_a_link_lies_over_its_text(void **state)
{
    struct scene *scene = page(*state);
    scene_link(scene, (rect){10, 40, 25, 10}, S("#there"));
    assert_near(scene_item_bounds(&mirrored(scene)->at[0]).x, 65);
}

static void test_a_figure_is_moved_and_not_mirrored_but_its_caption_is(void **state)
{
    struct text_line title = line_of(*state, 20, 0);
    struct scene *scene = page(*state);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE});
    scene_group_begin(scene, (struct scene_tag){.role = TAG_CAPTION});
    scene_text(scene, &title, (point){10, 8}, ALIGN_LEFT);
    scene_group_end(scene);
    scene_rect(scene, (rect){10, 20, 5, 5}, (struct paint){.has_fill = true});
    scene_rect(scene, (rect){40, 20, 10, 5}, (struct paint){.has_fill = true});
    scene_group_end(scene);
    scene_rect(scene, (rect){0, 60, 10, 5}, (struct paint){.has_fill = true});
    mirror_scene(scene);
    assert_near(scene_item_bounds(&scene->at[2]).x, 70); /* the figure is in 50 to 90 */
    assert_near(scene_item_bounds(&scene->at[4]).x, 50);
    assert_near(scene_item_bounds(&scene->at[5]).x, 80);
    assert_near(scene_item_bounds(&scene->at[7]).x, 90);
}

static void test_a_group_with_a_frame_is_moved_with_it(void **state)
{
    struct text_line wide = line_of(*state, 20, 0);
    struct text_line narrow = line_of(*state, 5, 0);
    const struct text_line *const lines[] = {&wide, &narrow};
    struct scene *scene = page(*state);
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        struct scene_tag tag = {.role = TAG_TABLE_CELL, .frame = {10, 0, 30, 0}};
        scene_group_begin(scene, tag);
        scene_text(scene, lines[i], (point){40, 50}, ALIGN_RIGHT);
        scene_group_end(scene);
    }
    mirror_scene(scene);
    assert_near(scene->at[1].at.x + 20, 90); /* both still end at one place */
    assert_near(scene->at[4].at.x + 5, 90);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_drawn_changes_sides),
        unit_case(test_a_path_that_two_scenes_share_is_not_changed_in_the_other),
        unit_case(test_text_keeps_its_letters_and_its_indent_goes_to_the_right),
        unit_case(test_a_link_lies_over_its_text),
        unit_case(test_a_figure_is_moved_and_not_mirrored_but_its_caption_is),
        unit_case(test_a_group_with_a_frame_is_moved_with_it),
    };
    return unit_run(tests);
}
