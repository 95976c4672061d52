/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/prose.h"
#include "sample.h"

#include <math.h>

/* Lines made by hand: paragraphs of the given lengths, lines 10 pt apart. */
static struct prose prose_of(struct arena *arena, const size_t *lengths, size_t count,
                             size_t columns)
{
    struct prose prose = {.line_height = 10, .layout = {.columns = columns, .width = 100}};
    for (size_t paragraph = 0; paragraph < count; paragraph++) {
        for (size_t i = 0; i < lengths[paragraph]; i++) {
            struct prose_line *line = arena_push(arena, &prose);
            line->may_start = i == 0 || (i >= 2 && lengths[paragraph] - i >= 2);
        }
    }
    return prose;
}

static void test_no_line_of_a_paragraph_stands_alone(void **state)
{
    static const size_t lengths[] = {6, 6};
    struct prose prose = prose_of(*state, lengths, 2, 1);
    static const size_t ends[] = {0, 0, 0, 3, 4, 4, 6, 6, 8, 9, 10, 10, 12};
    for (size_t room = 0; room < COUNT_OF(ends); room++) {
        struct flow_part part = prose_fit(&prose, 0, 10.0 * (double)room);
        assert_int_equal(part.to, ends[room]);
    }
}

static void test_columns_are_balanced(void **state)
{
    static const size_t lengths[] = {5, 6};
    struct prose prose = prose_of(*state, lengths, 2, 2);
    struct flow_part part = prose_fit(&prose, 0, INFINITY);
    assert_int_equal(part.to, 11);
    assert_near(part.height, 60);
}

static void test_a_part_fills_its_columns_before_the_next_page(void **state)
{
    static const size_t lengths[] = {40};
    struct prose prose = prose_of(*state, lengths, 1, 2);
    struct flow_part part = prose_fit(&prose, 0, 100);
    assert_int_equal(part.to, 20);
    part = prose_fit(&prose, part.to, 200);
    assert_int_equal(part.to, 40);
    assert_near(part.height, 100);
}

static const struct prose *set(struct arena *arena, const struct blocks *blocks,
                               double width)
{
    struct error error = {0};
    struct setting *setting = arena_new(arena, struct setting);
    *setting = (struct setting){
        .arena = arena, .theme = &sample_theme, .fonts = sample_fonts, .error = &error};
    const struct prose *prose = prose_set(
        setting, blocks,
        (struct prose_layout){
            .style = setting_style(setting, STYLE_BODY), .width = width, .columns = 1});
    assert_string_equal(error.message, "");
    return prose;
}

static void test_items_hang_from_their_markers(void **state)
{
    struct blocks blocks = {0};
    struct block *list = sample_block(*state, &blocks, BLOCK_LIST);
    list->is_ordered = true;
    list->first_number = 1;
    sample_text(*state, &list->children, BLOCK_ITEM, "One");
    sample_text(*state, &list->children, BLOCK_ITEM,
                "Two, and a text that is so long that it takes another line of its own");
    const struct prose *prose = set(*state, &blocks, 200);
    assert_int_equal(prose->count, 3);
    assert_str(prose->at[1].marker.text, "2.");
    assert_near(prose->at[1].marker_x, 0);
    assert_true(prose->at[1].x > 0);
    assert_near(prose->at[2].x, prose->at[1].x);
    assert_int_equal(prose->at[2].marker.run_count, 0);
}

static void test_a_list_stays_with_what_introduces_it(void **state)
{
    struct blocks blocks = {0};
    sample_text(*state, &blocks, BLOCK_PARAGRAPH, "Three dates:");
    struct block *list = sample_block(*state, &blocks, BLOCK_LIST);
    sample_text(*state, &list->children, BLOCK_ITEM, "One");
    sample_text(*state, &list->children, BLOCK_ITEM, "Two");
    const struct prose *prose = set(*state, &blocks, 200);
    assert_false(prose->at[1].may_start);
    assert_true(prose->at[2].may_start);
    assert_near(prose->at[1].space_above, 0);
}

static void test_lists_are_structure(void **state)
{
    struct blocks blocks = {0};
    struct block *list = sample_block(*state, &blocks, BLOCK_LIST);
    struct block *item = sample_text(*state, &list->children, BLOCK_ITEM, "One");
    struct block *inner = sample_block(*state, &item->children, BLOCK_LIST);
    sample_text(*state, &inner->children, BLOCK_ITEM, "Inner");
    sample_text(*state, &list->children, BLOCK_ITEM, "Two");
    const struct prose *prose = set(*state, &blocks, 200);
    struct scene *scene = scene_create(*state, 200, 200);
    prose_draw(prose, scene, (point){0, 0}, prose_fit(prose, 0, INFINITY));
    static const enum scene_role opened[] = {TAG_LIST, TAG_LIST_ITEM, TAG_LIST,
                                             TAG_LIST_ITEM, TAG_LIST_ITEM};
    size_t begun = 0;
    size_t ended = 0;
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_GROUP_BEGIN) {
            assert_true(begun < COUNT_OF(opened));
            assert_int_equal(scene->at[i].tag.role, opened[begun++]);
        }
        ended += scene->at[i].kind == SCENE_GROUP_END;
    }
    assert_int_equal(begun, COUNT_OF(opened));
    assert_int_equal(ended, begun);
}

static void test_a_figure_cannot_stand_in_prose(void **state)
{
    struct blocks blocks = {0};
    struct block *quote = sample_block(*state, &blocks, BLOCK_QUOTE);
    sample_block(*state, &quote->children, BLOCK_CHART);
    struct error error = {0};
    struct setting setting = {
        .arena = *state, .theme = &sample_theme, .fonts = sample_fonts, .error = &error};
    prose_set(&setting, &blocks,
              (struct prose_layout){.style = setting_style(&setting, STYLE_BODY),
                                    .width = 200,
                                    .columns = 1});
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message, "only paragraphs, lists and quotes can stand here");
    assert_str(error.place.file, "briefing.md");
}

/* A list of three items in small type, whose paragraphs have gaps. */
static const struct prose *small_list(struct arena *arena, bool is_loose)
{
    struct blocks blocks = {0};
    struct block *list = sample_block(arena, &blocks, BLOCK_LIST);
    list->is_loose = is_loose;
    for (int i = 0; i < 3; i++) {
        sample_text(arena, &list->children, BLOCK_ITEM, "An item");
    }
    struct error error = {0};
    struct setting *setting = arena_new(arena, struct setting);
    *setting = (struct setting){
        .arena = arena, .theme = &sample_theme, .fonts = sample_fonts, .error = &error};
    struct prose_layout layout = {
        .style = setting_style(setting, STYLE_NOTE),
        .width = 200,
        .columns = 1,
        .has_gaps = true,
    };
    return prose_set(setting, &blocks, layout);
}

static void test_items_of_a_tight_list_have_no_gaps_and_others_have(void **state)
{
    const struct prose *tight = small_list(*state, false);
    const struct prose *loose = small_list(*state, true);
    assert_int_equal(tight->count, 3);
    assert_near(tight->at[1].space_above, 0);
    assert_near(tight->at[2].space_above, 0);
    assert_near(loose->at[1].space_above, loose->line_height / 2);
}

static void test_numbers_begin_where_the_list_says_and_make_room(void **state)
{
    struct blocks blocks = {0};
    struct block *list = sample_block(*state, &blocks, BLOCK_LIST);
    list->is_ordered = true;
    list->first_number = 98;
    list->number_mark = ')';
    for (int i = 0; i < 4; i++) {
        sample_text(*state, &list->children, BLOCK_ITEM, "An item");
    }
    struct error error = {0};
    struct setting setting = {
        .arena = *state, .theme = &sample_theme, .fonts = sample_fonts, .error = &error};
    struct prose_layout layout = {
        .style = setting_style(&setting, STYLE_BODY), .width = 200, .columns = 1};
    const struct prose *prose = prose_set(&setting, &blocks, layout);
    assert_str(prose->at[0].marker.text, "98)");
    assert_str(prose->at[3].marker.text, "101)");
    assert_near(prose->at[0].x, prose->at[3].x);
    assert_true(prose->at[3].marker_x + prose->at[3].marker.width < prose->at[3].x - 2);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_no_line_of_a_paragraph_stands_alone),
        unit_case(test_columns_are_balanced),
        unit_case(test_a_part_fills_its_columns_before_the_next_page),
        unit_case(test_items_hang_from_their_markers),
        unit_case(test_a_list_stays_with_what_introduces_it),
        unit_case(test_lists_are_structure),
        unit_case(test_a_figure_cannot_stand_in_prose),
        unit_case(test_items_of_a_tight_list_have_no_gaps_and_others_have),
        unit_case(test_numbers_begin_where_the_list_says_and_make_room),
    };
    return sample_run(tests);
}
