/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/draft.h"
#include "sample.h"

#include <string.h>

static const struct pages *stamped(struct arena *arena, const struct language *language,
                                   const struct pages **before)
{
    struct error error = {0};
    struct document *document = sample_document(arena);
    document->language = language;
    sample_heading(arena, &document->blocks, 1, "Exports fell");
    *before = sample_layout(arena, document, &error);
    assert_non_null(*before);
    const struct pages *pages =
        draft_stamp(arena, *before, &sample_theme, sample_fonts, &error);
    assert_string_equal(error.message, "");
    return pages;
}

static void test_the_word_lies_behind_all_that_is_on_the_page(void **state)
{
    const struct pages *before;
    const struct pages *after = stamped(*state, NULL, &before);
    assert_int_equal(after->count, before->count);
    const struct scene *page = after->at[0];
    assert_int_equal(page->count, before->at[0]->count + 3);
    assert_int_equal(page->at[0].kind, SCENE_GROUP_BEGIN);
    assert_int_equal(page->at[0].tag.role, TAG_ARTIFACT);
    assert_int_equal(page->at[1].kind, SCENE_PATH);
    assert_false(page->at[1].paint.has_fill);
    assert_near(page->at[1].paint.stroke_width, 0.5);
    for (size_t i = 0; i < before->at[0]->count; i++) {
        assert_int_equal(page->at[i + 3].kind, before->at[0]->at[i].kind);
    }
}

static void test_the_word_stands_across_the_middle_and_on_the_page(void **state)
{
    const struct pages *before;
    const struct scene *page = stamped(*state, NULL, &before)->at[0];
    rect box = scene_item_bounds(&page->at[1]);
    assert_true(box.x > 0 && box.x + box.width < page->width);
    assert_true(box.y > 0 && box.y + box.height < page->height);
    assert_true(box.width > page->width * 0.7);
    assert_true(box.height > page->width * 0.7); /* it rises as it goes: at 45 degrees */
}

static void test_the_word_is_that_of_the_language(void **state)
{
    const struct pages *before;
    size_t english = stamped(*state, NULL, &before)->at[0]->at[1].path.count;
    size_t german =
        stamped(*state, language_find(S("de")), &before)->at[0]->at[1].path.count;
    assert_int_not_equal(english, german);
}

static int open_sample(void **state)
{
    (void)state;
    struct error error = {0};
    return sample_open(&error) ? 0 : -1;
}

static int close_sample(void **state)
{
    (void)state;
    sample_close();
    return 0;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_word_lies_behind_all_that_is_on_the_page),
        unit_case(test_the_word_stands_across_the_middle_and_on_the_page),
        unit_case(test_the_word_is_that_of_the_language),
    };
    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
