/* SPDX-License-Identifier: MIT */
/* Groups, notes, heat and lines of tables. */
#include "unit.h"

#include "page/tabular.h"
#include "sample.h"

#include <math.h>

static const struct tabular *set(struct arena *arena, const struct table_block *block)
{
    struct setting *setting = arena_new(arena, struct setting);
    struct error *error = arena_new(arena, struct error);
    *setting = (struct setting){
        .arena = arena, .theme = &sample_theme, .fonts = sample_fonts, .error = error};
    const struct tabular *tabular = tabular_set(setting, block, (struct place){0}, 504);
    assert_string_equal(error->message, "");
    assert_non_null(tabular);
    return tabular;
}

static const struct scene *draw(struct arena *arena, const struct tabular *tabular,
                                struct flow_part part)
{
    struct scene *scene = scene_create(arena, 504, 800);
    tabular_draw(tabular, scene, (point){0, 0}, part, tabular->caption_height);
    return scene;
}

static const struct scene *draw_all(struct arena *arena, const struct tabular *tabular)
{
    return draw(arena, tabular, tabular_fit(tabular, 0, INFINITY));
}

/* How many filled rectangles of a colour, or stroked paths of one, there are. */
static size_t count_paint(const struct scene *scene, color wanted, bool is_fill)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        bool is_path = item->kind == SCENE_PATH && item->paint.has_fill == is_fill;
        color found = is_path && is_fill ? item->paint.fill : item->paint.stroke;
        count += is_path && found.red == wanted.red && found.green == wanted.green &&
                 found.blue == wanted.blue;
    }
    return count;
}

/* --- groups --------------------------------------------------------------------------- */

static void test_members_of_a_group_are_indented_below_its_head(void **state)
{
    struct table_block *block = sample_table(*state, 4, 3);
    block->at[1].is_group = true;
    block->at[2].indent = 1;
    const struct tabular *tabular = set(*state, block);
    const struct scene *scene = draw_all(*state, tabular);
    assert_near(sample_find(scene, "Destination 2")->at.x, 0);
    assert_near(sample_find(scene, "Destination 3")->at.x, TABULAR_INDENT);
    assert_near(tabular->rows[1].height, tabular->rows[0].height + TABULAR_GROUP_GAP);
}

static void test_a_head_without_figures_stands_over_all_columns(void **state)
{
    struct table_block *block = sample_table(*state, 3, 3);
    block->at[0].is_group = true;
    block->at[0].cells[0].text = S("A group whose name is far longer than the column");
    block->at[0].cells[1].text = block->at[0].cells[2].text = (str){0};
    const struct tabular *tabular = set(*state, block);
    const struct scene *scene = draw_all(*state, tabular);
    assert_true(tabular->columns[0].width < 80); /* it does not widen the first column */
    size_t heads = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        heads += item->kind == SCENE_GROUP_BEGIN && item->tag.role == TAG_TABLE_HEAD &&
                 item->tag.columns == 3;
    }
    assert_int_equal(heads, 1);
}

static void test_a_part_does_not_end_with_the_head_of_a_group(void **state)
{
    struct table_block *block = sample_table(*state, 10, 3);
    block->at[4].is_group = true;
    const struct tabular *tabular = set(*state, block);
    double rows = 5 * 13.0 + TABULAR_GROUP_GAP;
    double above = tabular->caption_height + tabular->head_height;
    assert_int_equal(tabular_fit(tabular, 0, above + rows + 0.1).to, 4);
    assert_int_equal(tabular_fit(tabular, 0, above + rows + 13.1).to, 6);
}

static void test_a_further_part_says_what_goes_on(void **state)
{
    struct table_block *block = sample_table(*state, 60, 3);
    block->number = S("Table 7");
    const struct tabular *tabular = set(*state, block);
    struct flow_part first = tabular_fit(tabular, 0, 400);
    struct flow_part second = tabular_fit(tabular, first.to, INFINITY);
    assert_null(sample_find(draw(*state, tabular, first), "Table 7 (continued)"));
    const struct scene *scene = draw(*state, tabular, second);
    const struct scene_item *continued = sample_find(scene, "Table 7 (continued)");
    assert_non_null(continued);
    assert_true(continued->at.y < sample_find(scene, "Destination")->at.y);
}

/* --- notes and symbols ---------------------------------------------------------------- */

static void test_marks_hang_outside_and_their_notes_stand_below(void **state)
{
    static const struct table_note notes[] = {{{"*", 1}, {"Of the head.", 12}},
                                              {{"\u2020", 3}, {"Of the row.", 11}}};
    struct table_block *block = sample_table(*state, 2, 2);
    block->columns[1].mark = notes[0].mark;
    block->at[1].cells[1].mark = notes[1].mark;
    block->at[1].cells[1].flag = S("p");
    for (size_t i = 0; i < COUNT_OF(notes); i++) {
        *arena_push((struct arena *)*state, &block->marked) = notes[i];
    }
    const struct tabular *tabular = set(*state, block);
    const struct scene *scene = draw_all(*state, tabular);
    double edge = tabular->columns[1].right;
    assert_true(sample_find(scene, "*")->at.x >= edge);
    const struct scene_item *flag = sample_find(scene, "p\u2020");
    assert_true(flag->at.x >= edge);
    assert_true(flag->at.x + flag->line.width <= tabular->width + 0.01);
    const struct scene_item *first = sample_find(scene, "*\u00a0Of the head.");
    const struct scene_item *second = sample_find(scene, "\u2020\u00a0Of the row.");
    assert_true(sample_find(scene, "p provisional.")->at.y < first->at.y);
    assert_true(first->at.y < second->at.y);
    assert_true(second->at.y < sample_find(scene, "customs")->at.y);
}

static void test_every_symbol_is_explained(void **state)
{
    struct table_block *block = sample_table(*state, 4, 2);
    block->at[0].cells[1].text = S("\u2013");
    block->at[1].cells[1].text = S("c");
    block->at[2].cells[1].text = S("0");
    block->at[2].cells[1].is_rounded_away = true;
    block->at[3].cells[1].text = S("n.a.");
    assert_str(
        set(*state, block)->notes.lines[0].text,
        "n.a. not available; c confidential; \u2013 nil; 0 less than half of the last "
        "digit shown.");
    block->at[2].cells[1].is_rounded_away = false; /* a zero is a number */
    assert_str(set(*state, block)->notes.lines[0].text,
               "n.a. not available; c confidential; \u2013 nil.");
}

/* --- heat ----------------------------------------------------------------------------- */

static void test_text_can_be_read_on_every_tint(void **state)
{
    (void)state;
    static const color hues[] = {{0, 0, 0}, {0, 0, 128}, {255, 0, 0}, {255, 220, 0}};
    for (size_t i = 0; i < COUNT_OF(hues); i++) {
        struct theme theme = sample_theme;
        theme.colors[COLOR_UP] = theme.colors[COLOR_DOWN] = theme.colors[COLOR_FOCUS] =
            hues[i];
        for (int classes = 2; classes <= TABLE_HEAT_CLASSES_MAX; classes++) {
            for (int class = 1; class <= classes; class ++) {
                struct table_heat heat = {.class_count = classes,
                                          .neutral = i % 2 ? classes / 2 + 1 : 0};
                color tint = tabular_heat_tint(&theme, &heat, class);
                color ink = tabular_heat_ink(&theme, tint);
                assert_true(color_contrast(ink, tint) >= 4.5);
            }
        }
    }
}

static void test_classes_further_from_the_middle_are_darker(void **state)
{
    (void)state;
    struct table_heat heat = {.class_count = 6, .neutral = 4};
    for (int class = 4; class < 6; class ++) {
        color tint = tabular_heat_tint(&sample_theme, &heat, class);
        color next = tabular_heat_tint(&sample_theme, &heat, class + 1);
        assert_true(color_luminance(next) < color_luminance(tint));
    }
    for (int class = 3; class > 1; class --) {
        color tint = tabular_heat_tint(&sample_theme, &heat, class);
        color next = tabular_heat_tint(&sample_theme, &heat, class - 1);
        assert_true(color_luminance(next) < color_luminance(tint));
    }
}

static void test_heat_is_explained_by_a_key(void **state)
{
    struct table_block *block = sample_table(*state, 3, 2);
    block->columns[1].heat =
        (struct table_heat){.bounds = {S("10"), S("20")}, .class_count = 3};
    block->at[0].cells[1].heat = 3;
    const struct tabular *tabular = set(*state, block);
    const struct scene *scene = draw_all(*state, tabular);
    color darkest = tabular_heat_tint(&sample_theme, &block->columns[1].heat, 3);
    assert_int_equal(count_paint(scene, darkest, true), 2); /* the cell, and the key */
    const struct scene_item *name = sample_find(scene, "Month 1, t");
    const struct scene_item *low = sample_find(scene, "10");
    assert_non_null(name);
    assert_true(low->at.x > name->at.x + name->line.width);
    assert_true(low->at.x < sample_find(scene, "20")->at.x);
    assert_true(name->at.y < sample_find(scene, "customs")->at.y);
}

/* --- lines ---------------------------------------------------------------------------- */

static void test_rows_have_hairlines_or_tints_and_never_both(void **state)
{
    static const struct {
        enum table_ruling ruling;
        size_t columns, hairlines, tints;
    } cases[] = {
        {TABLE_RULING_OF_THEME, 3, 1, 0}, {TABLE_RULING_OF_THEME, 8, 0, 2},
        {TABLE_RULING_TINT, 3, 0, 2},     {TABLE_RULING_RULES, 8, 1, 0},
        {TABLE_RULING_NONE, 3, 0, 0},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct table_block *block = sample_table(*state, 4, cases[i].columns);
        block->ruling = cases[i].ruling;
        const struct scene *scene = draw_all(*state, set(*state, block));
        const color *colors = sample_theme.colors;
        assert_int_equal(count_paint(scene, colors[COLOR_GRID], false), cases[i].hairlines);
        assert_int_equal(count_paint(scene, colors[COLOR_PANEL], true), cases[i].tints);
    }
}

static void test_the_theme_says_how_rows_are_told_apart(void **state)
{
    struct table_block *block = sample_table(*state, 4, 3);
    sample_theme.ruling = RULING_TINT;
    const struct scene *scene = draw_all(*state, set(*state, block));
    assert_int_equal(count_paint(scene, sample_theme.colors[COLOR_PANEL], true), 2);
    block->ruling = TABLE_RULING_RULES; /* what the table says goes before it */
    scene = draw_all(*state, set(*state, block));
    assert_int_equal(count_paint(scene, sample_theme.colors[COLOR_PANEL], true), 0);
    sample_theme.ruling = RULING_AUTO;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_members_of_a_group_are_indented_below_its_head),
        unit_case(test_a_head_without_figures_stands_over_all_columns),
        unit_case(test_a_part_does_not_end_with_the_head_of_a_group),
        unit_case(test_a_further_part_says_what_goes_on),
        unit_case(test_marks_hang_outside_and_their_notes_stand_below),
        unit_case(test_every_symbol_is_explained),
        unit_case(test_text_can_be_read_on_every_tint),
        unit_case(test_classes_further_from_the_middle_are_darker),
        unit_case(test_heat_is_explained_by_a_key),
        unit_case(test_rows_have_hairlines_or_tints_and_never_both),
        unit_case(test_the_theme_says_how_rows_are_told_apart),
    };
    return sample_run(tests);
}
