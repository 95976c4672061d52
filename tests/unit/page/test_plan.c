/* SPDX-License-Identifier: MIT */
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

/* A headline, its deck, a lead, and so many sections with a page each. */
static struct document *long_document(struct arena *arena, size_t sections)
{
    struct document *document = sample_document(arena);
    struct blocks *blocks = &document->blocks;
    sample_heading(arena, blocks, 1, "Exports fell again");
    sample_text(arena, blocks, BLOCK_DECK, "For the second month.");
    sample_prose(arena, blocks, 4);
    for (size_t i = 0; i < sections; i++) {
        if (i > 0) {
            sample_block(arena, blocks, BLOCK_PAGE_BREAK);
        }
        sample_heading(arena, blocks, 2,
                       str_c(arena, str_print(arena, "Claim %zu", i + 1)));
        sample_prose(arena, blocks, 20);
    }
    return document;
}

static const struct scene_item *find_contents(const struct pages *pages, size_t *page)
{
    for (*page = 0; *page < pages->count; ++*page) {
        const struct scene_item *item = sample_find(pages->at[*page], "In this issue");
        if (item) {
            return item;
        }
    }
    return NULL;
}

static void test_six_pages_have_contents_and_five_have_not(void **state)
{
    size_t page;
    assert_null(find_contents(layout(*state, long_document(*state, 5)), &page));
    const struct pages *pages = layout(*state, long_document(*state, 6));
    assert_int_equal(pages->count, 6);
    assert_non_null(find_contents(pages, &page));
    assert_int_equal(page, 0);
}

static void test_contents_stand_before_the_first_section_unless_told(void **state)
{
    struct document *document = long_document(*state, 6);
    size_t page;
    const struct pages *pages = layout(*state, document);
    const struct scene_item *contents = find_contents(pages, &page);
    assert_true(contents->at.y > sample_find(pages->at[0], "Shipments")->at.y);

    struct block *own = sample_block(*state, &document->blocks, BLOCK_CONTENTS);
    own->level = 2;
    pages = layout(*state, document);
    assert_null(sample_find(pages->at[0], "In this issue"));
    assert_non_null(sample_find(pages->at[pages->count - 1], "In this issue"));
}

/* The item at the same height, left of another. */
static str text_left_of(const struct scene *scene, const struct scene_item *item)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *other = &scene->at[i];
        if (other->kind == SCENE_TEXT && fabs(other->at.y - item->at.y) < 0.01 &&
            other->at.x < item->at.x) {
            return other->line.text;
        }
    }
    return (str){0};
}

static void test_entries_have_the_pages_of_their_headings(void **state)
{
    struct document *document = long_document(*state, 12);
    document->cover = PART_NEVER;
    const struct pages *pages = layout(*state, document);
    for (size_t i = 1; i < pages->outline.count; i++) {
        const struct outline_entry *entry = &pages->outline.at[i];
        const struct scene_item *listed =
            sample_find(pages->at[0], str_c(*state, entry->title));
        assert_str(text_left_of(pages->at[0], listed),
                   str_c(*state, str_print(*state, "%zu", entry->page + 1)));
    }
    assert_int_equal(pages->outline.count, 13);
}

static void test_entries_lead_to_their_headings(void **state)
{
    const struct document *document = long_document(*state, 6);
    const struct pages *pages = layout(*state, document);
    size_t links = 0;
    for (size_t i = 0; i < pages->at[0]->count; i++) {
        const struct scene_item *item = &pages->at[0]->at[i];
        links += item->kind == SCENE_LINK && str_starts(item->target, S("#heading-"));
    }
    assert_int_equal(links, 6);
}

static void test_contents_go_over_pages(void **state)
{
    struct document *document = long_document(*state, 100);
    document->cover = PART_NEVER;
    const struct pages *pages = layout(*state, document);
    assert_int_equal(pages->count, 102);
    assert_non_null(sample_find(pages->at[1], "Claim 60"));
    assert_non_null(sample_find(pages->at[pages->count - 1], "Claim 100"));
    assert_true(grid_content(&sample_theme).x - 0.01 <
                sample_find(pages->at[1], "62")->at.x);
}

static void test_an_author_can_have_them_or_not(void **state)
{
    struct document *document = long_document(*state, 3);
    document->contents = PART_ALWAYS;
    size_t page;
    assert_non_null(find_contents(layout(*state, document), &page));
    document = long_document(*state, 12);
    document->contents = document->cover = PART_NEVER;
    assert_null(find_contents(layout(*state, document), &page));
}

static void test_eight_pages_have_a_cover_with_headline_and_teasers(void **state)
{
    const struct pages *pages = layout(*state, long_document(*state, 8));
    assert_int_equal(pages->count, 9);
    const struct scene_item *headline = sample_find(pages->at[0], "Exports fell again");
    assert_true(headline->line.runs[0].size > sample_theme.styles[STYLE_HEADLINE].size);
    assert_non_null(sample_find(pages->at[0], "For the second month."));
    assert_str(text_left_of(pages->at[0], sample_find(pages->at[0], "Claim 3")), "4");
    assert_null(sample_find(pages->at[0], "Claim 4"));
    assert_null(sample_find(pages->at[1], "Exports fell again"));
    assert_null(sample_find(pages->at[1], "For the second month."));
    assert_int_equal(pages->outline.at[0].level, 1);
    assert_int_equal(pages->outline.at[0].page, 0);
    assert_int_equal(pages->outline.at[1].page, 1);
}

static void test_seven_pages_have_no_cover_unless_told(void **state)
{
    struct document *document = long_document(*state, 7);
    assert_int_equal(layout(*state, document)->count, 7);
    document->cover = PART_ALWAYS;
    assert_int_equal(layout(*state, document)->count, 8);
}

static void test_a_cover_without_a_headline_has_the_title(void **state)
{
    struct document *document = sample_document(*state);
    document->title = S("Who bought tin");
    document->cover = PART_ALWAYS;
    sample_prose(*state, &document->blocks, 2);
    const struct pages *pages = layout(*state, document);
    assert_int_equal(pages->count, 2);
    const struct scene_item *title = sample_find(pages->at[0], "Who bought tin");
    assert_true(title->line.runs[0].size > sample_theme.styles[STYLE_HEADLINE].size);
}

static void test_contents_may_stand_in_a_side_column(void **state)
{
    struct document *document = sample_document(*state);
    struct block *row = sample_block(*state, &document->blocks, BLOCK_ROW);
    struct block *column = sample_block(*state, &row->children, BLOCK_COLUMN);
    sample_prose(*state, &column->children, 3);
    column = sample_block(*state, &row->children, BLOCK_COLUMN);
    sample_block(*state, &column->children, BLOCK_CONTENTS)->level = 2;
    for (size_t i = 0; i < 7; i++) {
        sample_heading(*state, &document->blocks, 2, "A claim");
        sample_prose(*state, &document->blocks, 60);
    }
    const struct pages *pages = layout(*state, document);
    const struct scene_item *title = sample_find(pages->at[0], "In this issue");
    assert_near(title->at.x, grid_content(&sample_theme).x + 258);
    size_t last = pages->outline.at[pages->outline.count - 1].page;
    str number = str_print(*state, "%zu", last + 1);
    assert_true(last > 2);
    assert_non_null(sample_find(pages->at[0], str_c(*state, number)));
    for (size_t page = 1; page < pages->count; page++) {
        assert_null(sample_find(pages->at[page], "In this issue"));
    }
}

static void test_long_running_heads_are_cut(void **state)
{
    struct document *document = sample_document(*state);
    document->series_title =
        S("A series of briefings whose name is so long that it does not "
          "leave room for anything that might stand beside it on a line");
    document->organisation = document->series_title;
    document->provisional = S("all of it");
    sample_heading(
        *state, &document->blocks, 2,
        "A claim that goes on and on until it is much longer than any line at the "
        "head of a page could be, whatever stands at its other end, and yet more");
    sample_prose(*state, &document->blocks, 200);
    const struct pages *pages = layout(*state, document); /* walks: nothing overlaps */
    assert_true(pages->count > 1);
    const struct scene_item *head = sample_find(pages->at[1], "A claim that goes on");
    assert_true(str_ends(head->line.text, S("\u2026")));
}

static void test_headings_in_columns_are_listed_and_those_in_boxes_not(void **state)
{
    struct document *document = long_document(*state, 6);
    struct block *row = sample_block(*state, &document->blocks, BLOCK_ROW);
    struct block *column = sample_block(*state, &row->children, BLOCK_COLUMN);
    sample_heading(*state, &column->children, 2, "In a column");
    struct block *box = sample_block(*state, &document->blocks, BLOCK_BOX);
    sample_heading(*state, &box->children, 2, "In a box");
    const struct pages *pages = layout(*state, document);
    assert_str(text_left_of(pages->at[0], sample_find(pages->at[0], "In a column")), "6");
    assert_null(sample_find(pages->at[0], "In a box"));
}

static void
test_what_is_provisional_stands_below_the_masthead_and_in_each_footer(void **state)
{
    struct document *document = long_document(*state, 2);
    double before = sample_find(layout(*state, document)->at[0], "Exports fell")->at.y;
    document->provisional = S("destination detail due 20 January");
    const struct pages *pages = layout(*state, document);
    const struct scene_item *band = sample_find(pages->at[0], "Provisional\u2002");
    assert_non_null(band);
    assert_true(str_ends(band->line.text, S("destination detail due 20 January")));
    assert_near(sample_find(pages->at[0], "Exports fell")->at.y - before, 13);
    rect content = grid_content(&sample_theme);
    for (size_t page = 0; page < pages->count; page++) {
        const struct scene *scene = pages->at[page];
        bool has_stamp = false;
        for (size_t i = 0; i < scene->count; i++) {
            has_stamp |= scene->at[i].kind == SCENE_TEXT &&
                         str_equal(scene->at[i].line.text, S("Provisional")) &&
                         scene->at[i].at.y > content.y + content.height;
        }
        assert_true(has_stamp);
    }
}

/* Paragraphs of some three lines, apart from each other, on two pages and a little more. */
static struct document *three_pages(struct arena *arena, size_t rules)
{
    struct document *document = sample_document(arena);
    for (size_t i = 0; i < rules; i++) {
        sample_prose(arena, &document->blocks, 2);
        sample_block(arena, &document->blocks, BLOCK_RULE);
    }
    return document;
}

static size_t blocks_on(const struct pages *pages, size_t page)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->blocks.count; i++) {
        count += pages->blocks.at[i].page == page;
    }
    return count;
}

static void test_a_few_lines_are_not_left_alone_on_the_last_page(void **state)
{
    bool was_filled = false;
    rect content = grid_content(&sample_theme);
    for (size_t rules = 20; rules < 40; rules++) {
        const struct pages *pages = layout(*state, three_pages(*state, rules));
        if (pages->count != 3) {
            continue;
        }
        const struct page_block *last = &pages->blocks.at[pages->blocks.count - 1];
        assert_true(last->bottom - content.y > 0.15 * content.height);
        was_filled |= blocks_on(pages, 1) < blocks_on(pages, 0);
    }
    assert_true(was_filled);
}

/* Three pages: prose, a column of so many sentences, and a few lines. */
static const struct pages *with_a_tall_block(struct arena *arena, size_t sentences)
{
    struct document *document = sample_document(arena);
    struct blocks *blocks = &document->blocks;
    sample_prose(arena, blocks, 50);
    struct block *row = sample_block(arena, blocks, BLOCK_ROW);
    row->widths[0] = 6;
    struct block *column = sample_block(arena, &row->children, BLOCK_COLUMN);
    sample_prose(arena, &column->children, sentences);
    sample_prose(arena, blocks, 1);
    return layout(arena, document);
}

static void test_a_page_is_not_made_short_for_a_block_that_needs_it_all(void **state)
{
    bool was_alone = false;
    for (size_t sentences = 30; sentences < 37; sentences++) {
        const struct pages *pages = with_a_tall_block(*state, sentences);
        was_alone |= pages->count == 3 && blocks_on(pages, 1) == 1;
    }
    assert_true(was_alone);
}

static void test_letter_has_fewer_lines_of_the_same_width(void **state)
{
    struct document *document = long_document(*state, 1);
    sample_prose(*state, &document->blocks, 300);
    struct theme letter = sample_theme;
    struct error error = {0};
    assert_true(theme_set_paper(&letter, S("Letter"), &error));
    assert_int_equal(letter.lines, 51);
    const struct pages *pages =
        pages_layout(*state, document, &letter, sample_fonts, &error);
    assert_non_null(pages);
    assert_near(pages->at[0]->width, 612);
    assert_near(sample_find(pages->at[0], "Exports")->at.x, 54);
    rect content = grid_content(&letter);
    assert_near(content.width, 504);
    for (size_t i = 0; i < pages->blocks.count; i++) {
        assert_true(pages->blocks.at[i].bottom <= content.y + content.height + 0.01);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_six_pages_have_contents_and_five_have_not),
        unit_case(test_contents_stand_before_the_first_section_unless_told),
        unit_case(test_entries_have_the_pages_of_their_headings),
        unit_case(test_entries_lead_to_their_headings),
        unit_case(test_contents_go_over_pages),
        unit_case(test_an_author_can_have_them_or_not),
        unit_case(test_eight_pages_have_a_cover_with_headline_and_teasers),
        unit_case(test_seven_pages_have_no_cover_unless_told),
        unit_case(test_a_cover_without_a_headline_has_the_title),
        unit_case(test_contents_may_stand_in_a_side_column),
        unit_case(test_long_running_heads_are_cut),
        unit_case(test_headings_in_columns_are_listed_and_those_in_boxes_not),
        unit_case(test_a_few_lines_are_not_left_alone_on_the_last_page),
        unit_case(test_a_page_is_not_made_short_for_a_block_that_needs_it_all),
        unit_case(test_what_is_provisional_stands_below_the_masthead_and_in_each_footer),
        unit_case(test_letter_has_fewer_lines_of_the_same_width),
    };
    return sample_run(tests);
}
