/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "plot/item.h"

#include <math.h>

static const color blue = {0x0B, 0x5C, 0x94};

struct drawn {
    struct scene *scene;
    struct item_group group;
};

static struct drawn begin(struct arena *arena, enum item_kind kind)
{
    return (struct drawn){
        .scene = scene_create(arena, 200, 100),
        .group = {.kind = kind, .tension = NAN},
    };
}

static struct item *add(struct drawn *drawn)
{
    struct item *item = arena_push(drawn->scene->arena, &drawn->group.items);
    *item = (struct item){
        .is_defined = true,
        .paint = {.opacity = 1, .fill_opacity = 1, .stroke_opacity = 1, .fill = blue},
    };
    return item;
}

/* Its view stands at 100, 0 in the scene. */
static str finish(struct drawn *drawn)
{
    struct error error = {0};
    item_draw(drawn->scene, NULL, &drawn->group, (point){100, 0}, (rect){0, 0, 200, 100},
              &error);
    assert_int_equal(error.kind, ERROR_NONE);
    return scene_print(drawn->scene->arena, drawn->scene);
}

static struct item *add_bar(struct drawn *drawn)
{
    struct item *bar = add(drawn);
    bar->x = 10;
    bar->y = 20;
    bar->x2 = 30;
    bar->y2 = 80;
    bar->paint.has_fill = true;
    return bar;
}

static void test_a_bar_stands_where_its_view_does(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    add_bar(&drawn);
    assert_str(finish(&drawn), "scene 200.00 100.00\n"
                               "  rect 110.00 20.00 20.00 60.00 fill #0B5C94\n");
}

static void test_opacities_multiply_to_a_transparency(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    struct item *bar = add_bar(&drawn);
    bar->paint.opacity = 0.5;
    bar->paint.fill_opacity = 0.5;
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  rect 110.00 20.00 20.00 60.00 fill #0B5C94 transparency 0.75\n");
}

static void test_fill_and_stroke_of_one_opacity_are_one_item(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    struct item *bar = add_bar(&drawn);
    bar->paint.has_stroke = true;
    bar->paint.stroke_width = 2;
    assert_str(finish(&drawn), "scene 200.00 100.00\n"
                               "  rect 110.00 20.00 20.00 60.00 fill #0B5C94 stroke 2.00 "
                               "#000000\n");
}

static void test_fill_and_stroke_of_two_opacities_are_two(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    struct item *bar = add_bar(&drawn);
    bar->paint.has_stroke = true;
    bar->paint.stroke_width = 2;
    bar->paint.fill_opacity = 0.25;
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  rect 110.00 20.00 20.00 60.00 fill #0B5C94 transparency 0.75\n"
               "  rect 110.00 20.00 20.00 60.00 stroke 2.00 #000000\n");
}

static void test_what_cannot_be_seen_is_not_drawn(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    add_bar(&drawn)->paint.opacity = 0;
    assert_str(finish(&drawn), "scene 200.00 100.00\n");
}

static void test_a_hatched_bar_is_tinted_within_a_clip(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    add_bar(&drawn)->paint.is_hatched = true;
    (void)finish(&drawn);
    assert_int_equal(drawn.scene->at[0].kind, SCENE_PATH);
    assert_int_equal(drawn.scene->at[0].paint.fill.red, 0xCE); /* a fifth of the hue */
    assert_int_equal(drawn.scene->at[1].kind, SCENE_CLIP_BEGIN);
    assert_int_equal(drawn.scene->at[drawn.scene->count - 1].kind, SCENE_CLIP_END);
}

static void test_marks_are_clipped_to_their_view(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RECT);
    add_bar(&drawn);
    drawn.group.is_clipped = true;
    assert_str(finish(&drawn), "scene 200.00 100.00\n"
                               "  clip rect 100.00 0.00 200.00 100.00\n"
                               "    rect 110.00 20.00 20.00 60.00 fill #0B5C94\n"
                               "  end\n");
}

static struct item *add_line_point(struct drawn *drawn, double x, double y)
{
    struct item *item = add(drawn);
    item->x = x;
    item->y = y;
    item->paint.has_stroke = true;
    item->paint.stroke_width = 1;
    return item;
}

static void test_a_line_breaks_where_it_is_not_defined(void **state)
{
    struct drawn drawn = begin(*state, ITEM_LINE);
    add_line_point(&drawn, 0, 10);
    add_line_point(&drawn, 10, 20);
    add_line_point(&drawn, 20, 30)->is_defined = false;
    add_line_point(&drawn, 30, 40);
    add_line_point(&drawn, 40, 50);
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  path M 100.00 10.00 L 110.00 20.00 M 130.00 40.00 L 140.00 50.00 stroke "
               "1.00 #000000\n");
}

static void test_an_area_comes_back_along_its_base(void **state)
{
    struct drawn drawn = begin(*state, ITEM_AREA);
    for (size_t i = 0; i < 2; i++) {
        struct item *item = add(&drawn);
        item->x = 10 * (double)i;
        item->y = 20;
        item->x2 = 5;
        item->y2 = 40 + 10 * (double)i;
        item->paint.has_fill = true;
    }
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  path M 100.00 20.00 L 110.00 20.00 L 110.00 50.00 L 100.00 40.00 Z fill "
               "#0B5C94\n");
}

static void test_a_horizontal_area_has_its_base_at_the_side(void **state)
{
    struct drawn drawn = begin(*state, ITEM_AREA);
    drawn.group.is_horizontal = true;
    for (size_t i = 0; i < 2; i++) {
        struct item *item = add(&drawn);
        item->x = 50;
        item->x2 = 10;
        item->y = 20 * (double)i;
        item->paint.has_fill = true;
    }
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  path M 150.00 0.00 L 150.00 20.00 L 110.00 20.00 L 110.00 0.00 Z fill "
               "#0B5C94\n");
}

static void test_a_rule_with_square_caps_is_longer(void **state)
{
    struct drawn drawn = begin(*state, ITEM_RULE);
    struct item *rule = add_line_point(&drawn, 0, 10);
    rule->x2 = 50;
    rule->y2 = 10;
    rule->paint.stroke_width = 4;
    rule->paint.has_square_cap = true;
    assert_str(finish(&drawn), "scene 200.00 100.00\n"
                               "  line 98.00 10.00 152.00 10.00 stroke 4.00 #000000\n");
}

static void test_two_dashes_are_the_scene_s_and_more_are_pieces(void **state)
{
    static const double simple[] = {4, 2};
    static const double morse[] = {20, 5, 5, 5};
    struct drawn drawn = begin(*state, ITEM_RULE);
    for (int i = 0; i < 2; i++) {
        struct item *rule = add_line_point(&drawn, 0, 10);
        rule->x2 = 40;
        rule->y2 = 10;
        rule->paint.dash = i ? morse : simple;
        rule->paint.dash_count = i ? 4 : 2;
    }
    assert_str(
        finish(&drawn),
        "scene 200.00 100.00\n"
        "  line 100.00 10.00 140.00 10.00 stroke 1.00 #000000 dash 4.00 2.00\n"
        "  path M 100.00 10.00 L 120.00 10.00 M 125.00 10.00 L 130.00 10.00 M 135.00 "
        "10.00 L 140.00 10.00 stroke 1.00 #000000\n");
}

static void test_a_circle_has_the_area_of_its_square(void **state)
{
    struct drawn drawn = begin(*state, ITEM_SYMBOL);
    struct item *circle = add(&drawn);
    circle->x = 20;
    circle->y = 30;
    circle->size = 100;
    circle->paint.has_fill = true;
    assert_str(finish(&drawn), "scene 200.00 100.00\n"
                               "  circle 120.00 30.00 5.00 fill #0B5C94\n");
}

static void test_a_provisional_circle_is_hollow(void **state)
{
    struct drawn drawn = begin(*state, ITEM_SYMBOL);
    struct item *circle = add(&drawn);
    circle->size = 100;
    circle->paint.has_fill = true;
    circle->paint.is_hatched = true;
    assert_str(finish(&drawn),
               "scene 200.00 100.00\n"
               "  circle 100.00 0.00 5.00 fill #FFFFFF stroke 1.20 #0B5C94\n");
}

static void test_many_opaque_dots_of_one_colour_are_one_path(void **state)
{
    struct drawn drawn = begin(*state, ITEM_SYMBOL);
    for (size_t i = 0; i < 3000; i++) {
        struct item *dot = add(&drawn);
        dot->x = (double)(i % 100);
        dot->y = (double)(i / 100);
        dot->size = 4;
        dot->paint.has_fill = true;
    }
    (void)finish(&drawn);
    assert_int_equal(drawn.scene->count, 1);
    assert_true(drawn.scene->at[0].paint.has_round_ends);
    assert_true(drawn.scene->at[0].paint.stroke_width == 2);
    assert_int_equal(drawn.scene->at[0].path.count, 6000);
}

static void test_no_items_draw_nothing(void **state)
{
    struct drawn drawn = begin(*state, ITEM_LINE);
    assert_str(finish(&drawn), "scene 200.00 100.00\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_bar_stands_where_its_view_does),
        unit_case(test_opacities_multiply_to_a_transparency),
        unit_case(test_fill_and_stroke_of_one_opacity_are_one_item),
        unit_case(test_fill_and_stroke_of_two_opacities_are_two),
        unit_case(test_what_cannot_be_seen_is_not_drawn),
        unit_case(test_a_hatched_bar_is_tinted_within_a_clip),
        unit_case(test_marks_are_clipped_to_their_view),
        unit_case(test_a_line_breaks_where_it_is_not_defined),
        unit_case(test_an_area_comes_back_along_its_base),
        unit_case(test_a_horizontal_area_has_its_base_at_the_side),
        unit_case(test_a_rule_with_square_caps_is_longer),
        unit_case(test_two_dashes_are_the_scene_s_and_more_are_pieces),
        unit_case(test_a_circle_has_the_area_of_its_square),
        unit_case(test_a_provisional_circle_is_hollow),
        unit_case(test_many_opaque_dots_of_one_colour_are_one_path),
        unit_case(test_no_items_draw_nothing),
    };
    return unit_run(tests);
}
