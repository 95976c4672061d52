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

/* Adds a footnote, and its mark to the block. */
static void add_note(struct arena *arena, struct document *document, struct block *block,
                     const char *text)
{
    struct footnote *note = arena_push(arena, &document->footnotes);
    note->number = str_print(arena, "%zu", document->footnotes.count);
    *arena_push(arena, &note->spans) = (struct inline_span){.text = str_from(text)};
    *arena_push(arena, &block->spans) =
        (struct inline_span){.text = note->number, .note = document->footnotes.count};
}

static double bottom_of(const struct scene_item *item)
{
    rect bounds = scene_item_bounds(item);
    return bounds.y + bounds.height;
}

static bool has_item(const struct scene *scene, enum scene_kind kind, str target)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == kind && str_equal(scene->at[i].target, target)) {
            return true;
        }
    }
    return false;
}

static void test_a_note_stands_at_the_foot_of_its_page(void **state)
{
    struct document *document = sample_document(*state);
    struct block *text = sample_prose(*state, &document->blocks, 1);
    add_note(*state, document, text, "What it means.");
    const struct scene *page = layout(*state, document)->at[0];
    const struct scene_item *note = sample_find(page, "What it means.");
    assert_non_null(note);
    rect content = grid_content(&sample_theme);
    double foot = content.y + content.height;
    assert_true(bottom_of(note) <= foot && bottom_of(note) > foot - 5);
}

static void test_marks_and_notes_lead_to_each_other(void **state)
{
    struct document *document = sample_document(*state);
    struct block *text = sample_prose(*state, &document->blocks, 1);
    add_note(*state, document, text, "What it means.");
    const struct scene *page = layout(*state, document)->at[0];
    assert_true(has_item(page, SCENE_LINK, S("#note-1")));
    assert_true(has_item(page, SCENE_MARK, S("note-1")));
    assert_true(has_item(page, SCENE_LINK, S("#note-mark-1")));
    assert_true(has_item(page, SCENE_MARK, S("note-mark-1")));
}

static void test_a_mark_is_small_and_raised(void **state)
{
    struct document *document = sample_document(*state);
    struct block *text = sample_text(*state, &document->blocks, BLOCK_PARAGRAPH, "Words");
    add_note(*state, document, text, "What it means.");
    const struct scene_item *line = sample_find(layout(*state, document)->at[0], "Words");
    const struct text_run *mark = &line->line.runs[line->line.run_count - 1];
    assert_true(mark->size < line->line.runs[0].size);
    assert_true(mark->glyphs[0].y < -2);
}

/* A paragraph and its note; some notes are long. */
static struct document *long_document(struct arena *arena, size_t count)
{
    struct document *document = sample_document(arena);
    for (size_t i = 0; i < count; i++) {
        struct block *text = sample_prose(arena, &document->blocks, 3 + i % 5);
        str note = str_print(arena, "Note %zu:", i + 1);
        for (size_t word = 0; word < i * 7 % 150; word++) {
            note = str_print(arena, "%.*s of few words", STR_ARG(note));
        }
        add_note(arena, document, text, str_c(arena, note));
    }
    return document;
}

/* The page that has an item of the kind and target; SIZE_MAX without one. */
static size_t page_of(const struct pages *pages, enum scene_kind kind, str target)
{
    for (size_t page = 0; page < pages->count; page++) {
        if (has_item(pages->at[page], kind, target)) {
            return page;
        }
    }
    return SIZE_MAX;
}

static void test_every_note_is_on_the_page_of_its_mark(void **state)
{
    enum { NOTES = 120 };
    const struct document *document = long_document(*state, NOTES);
    const struct pages *pages = layout(*state, document);
    assert_true(pages->count > 5);
    for (size_t i = 0; i < NOTES; i++) {
        size_t mark = page_of(pages, SCENE_MARK, str_print(*state, "note-mark-%zu", i + 1));
        size_t note = page_of(pages, SCENE_MARK, str_print(*state, "note-%zu", i + 1));
        assert_true(mark < pages->count);
        assert_int_equal(mark, note);
    }
}

static void test_text_ends_above_the_notes_and_notes_within_the_page(void **state)
{
    const struct pages *pages = layout(*state, long_document(*state, 120));
    rect content = grid_content(&sample_theme);
    size_t next = 0;
    for (size_t page = 0; page < pages->count; page++) {
        double text_bottom = 0;
        for (; next < pages->blocks.count && pages->blocks.at[next].page == page; next++) {
            text_bottom = fmax(text_bottom, pages->blocks.at[next].bottom);
        }
        const struct scene_item *first = sample_find(pages->at[page], "Note ");
        assert_true(!first || scene_item_bounds(first).y > text_bottom + 10);
        for (size_t i = 0; i < pages->at[page]->count; i++) {
            const struct scene_item *item = &pages->at[page]->at[i];
            bool is_footer = item->at.y > content.y + content.height + 10;
            assert_true(is_footer || item->kind != SCENE_TEXT ||
                        bottom_of(item) <= content.y + content.height + 0.01);
        }
    }
}

static void test_a_second_mark_does_not_repeat_the_note(void **state)
{
    struct document *document = sample_document(*state);
    struct block *text = sample_prose(*state, &document->blocks, 1);
    add_note(*state, document, text, "What it means.");
    sample_block(*state, &document->blocks, BLOCK_PAGE_BREAK);
    struct block *again = sample_prose(*state, &document->blocks, 1);
    *arena_push(*state, &again->spans) = (struct inline_span){.text = S("1"), .note = 1};
    const struct pages *pages = layout(*state, document);
    assert_int_equal(pages->count, 2);
    assert_non_null(sample_find(pages->at[0], "What it means."));
    assert_null(sample_find(pages->at[1], "What it means."));
    assert_true(has_item(pages->at[1], SCENE_LINK, S("#note-1")));
}

static void test_marks_are_found_wherever_text_stands(void **state)
{
    struct document *document = sample_document(*state);
    struct blocks *blocks = &document->blocks;
    add_note(*state, document, sample_heading(*state, blocks, 1, "Head"), "Of the head");
    add_note(*state, document, sample_text(*state, blocks, BLOCK_DECK, "Deck"),
             "Of the deck");
    struct block *row = sample_block(*state, blocks, BLOCK_ROW);
    struct block *column = sample_block(*state, &row->children, BLOCK_COLUMN);
    add_note(*state, document, sample_prose(*state, &column->children, 1), "Of the column");
    struct block *box = sample_block(*state, blocks, BLOCK_BOX);
    struct block *list = sample_block(*state, &box->children, BLOCK_LIST);
    add_note(*state, document, sample_text(*state, &list->children, BLOCK_ITEM, "Item"),
             "Of the item");
    struct block *panel = sample_block(*state, blocks, BLOCK_NOTE);
    add_note(*state, document, sample_prose(*state, &panel->children, 1), "Of the panel");
    const struct scene *page = layout(*state, document)->at[0];
    static const char *const notes[] = {"Of the head", "Of the deck", "Of the column",
                                        "Of the item", "Of the panel"};
    for (size_t i = 0; i < COUNT_OF(notes); i++) {
        assert_non_null(sample_find(page, notes[i]));
    }
}

static void test_a_note_that_fits_no_page_is_an_error(void **state)
{
    struct document *document = sample_document(*state);
    struct block *text = sample_prose(*state, &document->blocks, 1);
    str *words = arena_array(*state, str, 9000);
    for (size_t i = 0; i < 9000; i++) {
        words[i] = S("words ");
    }
    add_note(*state, document, text, str_c(*state, str_join(*state, words, 9000, S(""))));
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_string_equal(error.message,
                        "the footnotes of this paragraph do not fit on its page");
    assert_string_equal(error.hint, "make them shorter, or have fewer of them");
    assert_int_equal(error.place.line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_note_stands_at_the_foot_of_its_page),
        unit_case(test_marks_and_notes_lead_to_each_other),
        unit_case(test_a_mark_is_small_and_raised),
        unit_case(test_every_note_is_on_the_page_of_its_mark),
        unit_case(test_text_ends_above_the_notes_and_notes_within_the_page),
        unit_case(test_a_second_mark_does_not_repeat_the_note),
        unit_case(test_marks_are_found_wherever_text_stands),
        unit_case(test_a_note_that_fits_no_page_is_an_error),
    };
    return sample_run(tests);
}
