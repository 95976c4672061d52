/* SPDX-License-Identifier: MIT */
/* Boxes, pull figures, and rows whose cells are columns. */
#include "unit.h"

#include "page/grid.h"
#include "sample.h"
#include "walk.h"

static const struct pages *layout(struct arena *arena, const struct document *document)
{
    struct error error = {0};
    const struct pages *pages = sample_layout(arena, document, &error);
    assert_string_equal(error.message, "");
    assert_non_null(pages);
    walk_pages(arena, "sample", &sample_theme, pages);
    return pages;
}

static struct block *add_box(struct arena *arena, struct document *document,
                             const char *title)
{
    struct block *box = sample_block(arena, &document->blocks, BLOCK_BOX);
    box->text = str_from(title);
    return box;
}

/* A row with such widths, and a column of one text in each cell. */
static struct block *add_row(struct arena *arena, struct blocks *blocks, const int *widths,
                             size_t count)
{
    static const char *const texts[] = {"First cell", "Second cell", "Third cell"};
    struct block *row = sample_block(arena, blocks, BLOCK_ROW);
    for (size_t i = 0; i < count; i++) {
        struct block *column = sample_block(arena, &row->children, BLOCK_COLUMN);
        sample_text(arena, &column->children, BLOCK_PARAGRAPH, texts[i]);
        row->widths[i] = widths[i];
    }
    return row;
}

static void test_a_box_has_its_title_above_its_blocks(void **state)
{
    struct document *document = sample_document(*state);
    struct block *box = add_box(*state, document, "Why it matters");
    sample_prose(*state, &box->children, 2);
    struct block *list = sample_block(*state, &box->children, BLOCK_LIST);
    sample_text(*state, &list->children, BLOCK_ITEM, "An item");
    sample_block(*state, &box->children, BLOCK_TABLE)->table = sample_table(*state, 3, 3);
    const struct scene *page = layout(*state, document)->at[0];
    double title = sample_find(page, "Why it matters")->at.y;
    double item = sample_find(page, "An item")->at.y;
    assert_true(title < item && item < sample_find(page, "Destination 1")->at.y);
}

static void test_a_long_box_breaks_and_says_its_title_once(void **state)
{
    struct document *document = sample_document(*state);
    struct block *box = add_box(*state, document, "Why it matters");
    for (size_t i = 0; i < 12; i++) {
        sample_heading(*state, &box->children, 3, "A part of it");
        sample_prose(*state, &box->children, 17);
    }
    const struct pages *pages = layout(*state, document);
    assert_true(pages->count > 2);
    assert_non_null(sample_find(pages->at[0], "Why it matters"));
    for (size_t page = 1; page < pages->count; page++) {
        assert_null(sample_find(pages->at[page], "Why it matters"));
    }
}

static void test_a_box_breaks_before_a_heading_and_not_after_it(void **state)
{
    for (size_t sentences = 40; sentences < 60; sentences++) {
        struct document *document = sample_document(*state);
        struct block *box = add_box(*state, document, "Why it matters");
        sample_prose(*state, &box->children, 2 * sentences);
        sample_heading(*state, &box->children, 3, "A part of it");
        sample_prose(*state, &box->children, 12);
        const struct pages *pages = layout(*state, document);
        for (size_t page = 0; page < pages->count; page++) {
            const struct scene_item *heading = sample_find(pages->at[page], "A part of it");
            bool is_followed = false;
            for (size_t i = 0; heading && i < pages->at[page]->count; i++) {
                const struct scene_item *item = &pages->at[page]->at[i];
                is_followed |= item > heading && item->kind == SCENE_TEXT &&
                               str_starts(item->line.text, S("Shipments"));
            }
            assert_true(!heading || is_followed);
        }
    }
}

static void test_a_page_break_in_a_box_is_an_error(void **state)
{
    struct document *document = sample_document(*state);
    struct block *box = add_box(*state, document, "Why it matters");
    sample_block(*state, &box->children, BLOCK_PAGE_BREAK);
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_string_equal(error.message, "a page break cannot stand here");
}

static void test_a_pull_figure_is_large_and_a_third_wide(void **state)
{
    struct document *document = sample_document(*state);
    struct block *pull = sample_text(*state, &document->blocks, BLOCK_PULL,
                                     "more than a year before, and "
                                     "more than ever");
    pull->text = S("up 15.8%");
    const struct scene *page = layout(*state, document)->at[0];
    const struct scene_item *figure = sample_find(page, "up 15.8%");
    assert_near(figure->line.runs[0].size, sample_theme.styles[STYLE_KPI_NUMBER].size);
    const struct scene_item *text = sample_find(page, "more than a year");
    assert_true(text->line.width <= theme_columns(&sample_theme, 4));
    assert_true(text->at.y > figure->at.y);
}

static void test_cells_have_the_widths_that_the_row_says(void **state)
{
    static const int widths[] = {7, 2, 3};
    struct document *document = sample_document(*state);
    add_row(*state, &document->blocks, widths, 3);
    const struct scene *page = layout(*state, document)->at[0];
    double left = grid_content(&sample_theme).x;
    assert_near(sample_find(page, "First cell")->at.x, left);
    assert_near(sample_find(page, "Second cell")->at.x, left + 301);
    assert_near(sample_find(page, "Third cell")->at.x, left + 387);
}

static void test_rows_nest_in_columns(void **state)
{
    static const int outer[] = {8, 4};
    static const int inner[] = {3, 5};
    struct document *document = sample_document(*state);
    struct block *row = add_row(*state, &document->blocks, outer, 2);
    struct block *nested = add_row(*state, &row->children.at[0]->children, inner, 2);
    nested->children.at[0]->children.at[0]->spans.at[0].text = S("Nested left");
    nested->children.at[1]->children.at[0]->spans.at[0].text = S("Nested right");
    const struct scene *page = layout(*state, document)->at[0];
    double left = grid_content(&sample_theme).x;
    assert_near(sample_find(page, "Nested left")->at.x, left);
    assert_near(sample_find(page, "Nested right")->at.x, left + 129);
    assert_near(sample_find(page, "Second cell")->at.x, left + 344);
}

static void test_widths_that_do_not_suit_the_row_are_errors(void **state)
{
    static const int outer[] = {8, 4};
    static const int wide[] = {6, 4};
    struct document *document = sample_document(*state);
    struct block *row = add_row(*state, &document->blocks, outer, 2);
    row->children.count = 1;
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_string_equal(error.message, "the row has 2 widths for 1 blocks side by side");
    assert_int_equal(error.place.line, 1);

    row->children.count = 2;
    add_row(*state, &row->children.at[0]->children, wide, 2);
    error = (struct error){0};
    assert_null(sample_layout(*state, document, &error));
    assert_string_equal(error.message, "the widths of the row are 418 pt together, and its "
                                       "place has 332 pt");
}

static void test_an_empty_column_leaves_its_place_free(void **state)
{
    static const int widths[] = {4, 8};
    struct document *document = sample_document(*state);
    struct block *row = add_row(*state, &document->blocks, widths, 2);
    row->children.at[0]->children.count = 0;
    const struct scene *page = layout(*state, document)->at[0];
    assert_near(sample_find(page, "Second cell")->at.x,
                grid_content(&sample_theme).x + 172);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_box_has_its_title_above_its_blocks),
        unit_case(test_a_long_box_breaks_and_says_its_title_once),
        unit_case(test_a_box_breaks_before_a_heading_and_not_after_it),
        unit_case(test_a_page_break_in_a_box_is_an_error),
        unit_case(test_a_pull_figure_is_large_and_a_third_wide),
        unit_case(test_cells_have_the_widths_that_the_row_says),
        unit_case(test_rows_nest_in_columns),
        unit_case(test_widths_that_do_not_suit_the_row_are_errors),
        unit_case(test_an_empty_column_leaves_its_place_free),
    };
    return sample_run(tests);
}
