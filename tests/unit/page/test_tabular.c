/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/tabular.h"
#include "sample.h"

#include <math.h>
#include <time.h>

static const struct place place = {.file = {"briefing.md", 11}, .line = 3};

static const struct tabular *set(struct arena *arena, const struct table_block *block,
                                 double width, struct error *error)
{
    struct setting *setting = arena_new(arena, struct setting);
    *setting = (struct setting){
        .arena = arena, .theme = &sample_theme, .fonts = sample_fonts, .error = error};
    return tabular_set(setting, block, place, width);
}

static const struct tabular *set_well(struct arena *arena, const struct table_block *block,
                                      double width)
{
    struct error *error = arena_new(arena, struct error);
    const struct tabular *tabular = set(arena, block, width, error);
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

/* Where the point of a number stands on the page. */
static double point_of(const struct scene *scene, const char *number)
{
    const struct scene_item *item = sample_find(scene, number);
    assert_non_null(item);
    const struct text_run *run = &item->line.runs[0];
    for (size_t i = 0; i < run->glyph_count; i++) {
        if (run->text.at[run->glyphs[i].text_start] == '.') {
            return item->at.x + run->glyphs[i].x;
        }
    }
    return item->at.x + item->line.width;
}

static void test_numbers_stand_on_their_point(void **state)
{
    struct table_block *block = sample_table(*state, 4, 2);
    block->at[0].cells[1].text = S("1,118");
    block->at[1].cells[1].text = S("46.4");
    block->at[1].cells[1].flag = S("e");
    block->at[2].cells[1].text = S("\u22123.25");
    block->at[3].cells[1].text = S("n.a.");
    const struct tabular *tabular = set_well(*state, block, 246);
    const struct scene *scene = draw(*state, tabular, tabular_fit(tabular, 0, INFINITY));
    double aligned = point_of(scene, "46.4");
    assert_near(point_of(scene, "\u22123.25"), aligned);
    assert_near(point_of(scene, "1,118"), aligned);
    const struct scene_item *none = sample_find(scene, "n.a.");
    assert_near(none->at.x + none->line.width, tabular->columns[1].right);
}

/* The point of 1.118 is none in German; the key below the rows is German too. */
static void test_numbers_stand_on_the_mark_of_the_language(void **state)
{
    struct table_block *block = sample_table(*state, 3, 2);
    block->at[0].cells[1].text = S("1.118");
    block->at[1].cells[1].text = S("656");
    block->at[2].cells[1].text = S("k.\u00a0A.");
    block->at[1].cells[1].flag = S("p");
    struct error error = {0};
    struct setting setting = {
        .arena = *state,
        .theme = &sample_theme,
        .fonts = sample_fonts,
        .error = &error,
        .language = language_find(S("de")),
    };
    const struct tabular *tabular = tabular_set(&setting, block, place, 246);
    assert_string_equal(error.message, "");
    const struct scene *scene = draw(*state, tabular, tabular_fit(tabular, 0, INFINITY));
    const struct scene_item *thousand = sample_find(scene, "1.118");
    const struct scene_item *hundred = sample_find(scene, "656");
    assert_near(thousand->at.x + thousand->line.width, hundred->at.x + hundred->line.width);
    assert_str(tabular->notes.lines[0].text, "p vorläufig; k.\u00a0A. keine Angabe.");
}

static void test_a_flag_hangs_outside_the_number(void **state)
{
    struct table_block *block = sample_table(*state, 2, 2);
    block->at[0].cells[1].text = S("5,473");
    block->at[1].cells[1].text = S("4,794");
    block->at[1].cells[1].flag = S("e");
    const struct tabular *tabular = set_well(*state, block, 246);
    const struct scene *scene = draw(*state, tabular, tabular_fit(tabular, 0, INFINITY));
    const struct scene_item *number = sample_find(scene, "4,794");
    const struct scene_item *flag = &number[1];
    assert_str(flag->line.text, "e");
    assert_true(flag->at.x >= number->at.x + number->line.width);
    assert_true(flag->at.y < number->at.y);
    assert_true(flag->at.x + flag->line.width <= tabular->width + 0.01);
    assert_str(tabular->notes.lines[0].text, "e derived.");
}

static void test_a_table_without_title_shows_its_number(void **state)
{
    struct table_block *block = sample_table(*state, 2, 2);
    block->title = block->subtitle = (str){0};
    block->number = S("Table 3");
    const struct tabular *tabular = set_well(*state, block, 246);
    const struct scene *scene = draw(*state, tabular, tabular_fit(tabular, 0, INFINITY));
    const struct scene_item *number = sample_find(scene, "Table 3");
    assert_non_null(number);
    assert_true(number->at.y < sample_find(scene, "Destination")->at.y);
    block->number = (str){0};
    assert_near(set_well(*state, block, 246)->caption_height, 0);
}

static void test_columns_with_the_same_spanner_stand_under_one(void **state)
{
    struct table_block *block = sample_table(*state, 2, 4);
    block->columns[1].spanner = block->columns[2].spanner = S("Tonnes");
    block->columns[3].spanner = S("A spanner that is wider than its one column");
    const struct tabular *tabular = set_well(*state, block, 504);
    const struct scene *scene = draw(*state, tabular, tabular_fit(tabular, 0, INFINITY));
    const struct tabular_column *columns = tabular->columns;
    const struct scene_item *spanner = sample_find(scene, "Tonnes");
    assert_near(spanner->at.x + spanner->line.width / 2,
                (columns[1].left + columns[2].right) / 2);
    assert_true(columns[3].width >= columns[3].spanner.width - 0.01);
}

static void test_every_flag_is_explained(void **state)
{
    struct table_block *block = sample_table(*state, 3, 3);
    block->at[0].cells[1].flag = S("v");
    block->at[1].cells[1].flag = S("e");
    block->at[2].cells[1].flag = S("x");
    block->at[2].cells[2].flag = S("e");
    assert_str(set_well(*state, block, 246)->notes.lines[0].text,
               "e derived; v not validated; x status X of the source.");
}

static void test_a_head_that_the_author_has_broken_keeps_its_lines(void **state)
{
    struct table_block *block = sample_table(*state, 2, 2);
    block->columns[1].head = S("one\ntwo\nthree");
    assert_int_equal(set_well(*state, block, 246)->columns[1].head.line_count, 3);
}

static void test_heads_repeat_where_a_table_goes_on(void **state)
{
    const struct tabular *tabular =
        set_well(*state, sample_table(*state, 60, 3), sample_theme.content_width);
    struct flow_part first = tabular_fit(tabular, 0, 500);
    assert_true(first.to < 60);
    struct flow_part second = tabular_fit(tabular, first.to, 500);
    assert_int_equal(second.to, 60);
    const struct scene *scene = draw(*state, tabular, second);
    assert_non_null(sample_find(scene, "Month 1"));
    assert_null(sample_find(scene, "Exports to"));
    assert_null(sample_find(draw(*state, tabular, first), "customs"));
    assert_non_null(sample_find(scene, "customs"));
}

static void test_a_part_of_a_table_has_at_least_two_rows(void **state)
{
    const struct tabular *tabular = set_well(*state, sample_table(*state, 10, 3), 246);
    double above = tabular->caption_height + tabular->head_height;
    assert_int_equal(tabular_fit(tabular, 0, above + 13.1).to, 0);
    assert_int_equal(tabular_fit(tabular, 0, above + 26.1).to, 2);
    assert_int_equal(tabular_fit(tabular, 0, above + 9 * 13.0 + 1).to, 8);
    assert_int_equal(tabular_fit(tabular, 0, above + 10 * 13.0 + 1).to, 8);
}

static void test_a_table_takes_the_narrowest_module_that_holds_it(void **state)
{
    assert_near(set_well(*state, sample_table(*state, 3, 3), 504)->width, 246);
    assert_near(set_well(*state, sample_table(*state, 3, 8), 504)->width, 332);
    assert_near(set_well(*state, sample_table(*state, 3, 12), 504)->width, 504);
    assert_near(set_well(*state, sample_table(*state, 3, 3), 160)->width, 160);
}

static void test_columns_fill_the_width(void **state)
{
    const struct tabular *tabular = set_well(*state, sample_table(*state, 3, 12), 504);
    assert_near(tabular->columns[0].left, 0);
    assert_near(tabular->columns[11].right, 504);
}

static void test_long_texts_are_wrapped(void **state)
{
    struct table_block *block = sample_table(*state, 3, 2);
    block->at[1].cells[0].text =
        S("A reason that needs a good many words to be given, and so "
          "many that they cannot stand on a single line");
    const struct tabular *tabular = set_well(*state, block, 246);
    assert_true(tabular->rows[1].height > tabular->rows[0].height);
    assert_near(tabular->width, 246);
}

static void test_a_table_that_is_too_wide_is_an_error_at_its_place(void **state)
{
    struct error error = {0};
    assert_null(set(*state, sample_table(*state, 2, 8), 160, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message,
                        "this table is 283 pt wide, and its place has room for 160 pt");
    assert_string_equal(error.hint, "leave out columns, or shorten their heads and texts; "
                                    "\"Destination\" is the widest, 42 pt");
    assert_int_equal(error.place.line, 3);
}

static void test_a_table_without_rows_is_an_error(void **state)
{
    struct error error = {0};
    assert_null(set(*state, sample_table(*state, 0, 2), 504, &error));
    assert_string_equal(error.message, "this table has no rows");
}

static void test_a_table_of_five_thousand_rows_is_set_in_linear_time(void **state)
{
    struct timespec start;
    struct timespec end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    struct document *document = sample_document(*state);
    sample_block(*state, &document->blocks, BLOCK_TABLE)->table =
        sample_table(*state, 5000, 5);
    struct error error = {0};
    const struct pages *pages = sample_layout(*state, document, &error);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    assert_non_null(pages);
    assert_true(pages->count > 90);
    double seconds =
        (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    assert_true(seconds < 10); /* that of the quadratic one is minutes */
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_numbers_stand_on_their_point),
        unit_case(test_numbers_stand_on_the_mark_of_the_language),
        unit_case(test_a_flag_hangs_outside_the_number),
        unit_case(test_a_table_without_title_shows_its_number),
        unit_case(test_columns_with_the_same_spanner_stand_under_one),
        unit_case(test_every_flag_is_explained),
        unit_case(test_a_head_that_the_author_has_broken_keeps_its_lines),
        unit_case(test_heads_repeat_where_a_table_goes_on),
        unit_case(test_a_part_of_a_table_has_at_least_two_rows),
        unit_case(test_a_table_takes_the_narrowest_module_that_holds_it),
        unit_case(test_columns_fill_the_width),
        unit_case(test_long_texts_are_wrapped),
        unit_case(test_a_table_that_is_too_wide_is_an_error_at_its_place),
        unit_case(test_a_table_without_rows_is_an_error),
        unit_case(test_a_table_of_five_thousand_rows_is_set_in_linear_time),
    };
    return sample_run(tests);
}
