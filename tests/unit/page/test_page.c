/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "page/grid.h"
#include "page/page.h"
#include "sample.h"

#include "base/file.h"
#include "chart/short_form.h"
#include "grammar/look.h"

static const struct pages *layout(struct arena *arena, const struct document *document)
{
    struct error error = {0};
    const struct pages *pages = sample_layout(arena, document, &error);
    assert_string_equal(error.message, "");
    assert_non_null(pages);
    return pages;
}

static struct chart *chart_of(struct arena *arena, enum chart_size size, const char *title)
{
    struct series *series = arena_new(arena, struct series);
    for (int month = 1; month <= 12; month++) {
        series_add(arena, series,
                   (struct observation){
                       .period = period_month(2025, month),
                       .state = OBSERVATION_VALUE,
                       .value = ratio_from(month * 37 % 100 + 20),
                       .status = 'A',
                   });
    }
    struct chart *chart = arena_new(arena, struct chart);
    *chart = (struct chart){
        .mark = CHART_COLUMNS,
        .size = size,
        .title = str_from(title),
        .subtitle = S("China, rare-earth magnets, tonnes"),
        .unit = S("t"),
        .window = period_of_months(2025, 1, 12),
        .issue = period_month(2025, 12),
    };
    *arena_push(arena, &chart->lines) = (struct chart_line){.series = series};
    struct warnings warnings = {.arena = arena};
    struct error error = {0};
    bool is_specified = short_form_specify(
        arena, chart, look_load(arena, S("house"), &error), &warnings, &error);
    assert_string_equal(error.message, "");
    assert_true(is_specified);
    return chart;
}

/* All that can stand on a page but charts, which have goldens of their own. */
static struct document *specimen(struct arena *arena)
{
    struct document *document = sample_document(arena);
    struct blocks *blocks = &document->blocks;
    sample_heading(arena, blocks, 1, "Exports fell 5.2% to 5,473 tonnes in October");
    sample_text(arena, blocks, BLOCK_DECK, "It is the second fall in a row.");
    struct block *strip = sample_block(arena, blocks, BLOCK_KPIS);
    strip->kpis = arena_array(arena, struct kpi, 2);
    strip->kpi_count = 2;
    strip->kpis[0] =
        (struct kpi){.label = S("Magnets"), .number = S("5,473"), .unit = S("t")};
    strip->kpis[0].changes[0].sign = -1;
    strip->kpis[0].changes[0].text = S("\u22125.2% m/m");
    strip->kpis[1] = (struct kpi){.label = S("Japan"), .number = S("226"), .flag = S("e")};
    sample_prose(arena, blocks, 1);
    sample_heading(arena, blocks, 2, "Who bought more");
    sample_prose(arena, blocks, 9);
    sample_block(arena, blocks, BLOCK_TABLE)->table = sample_table(arena, 12, 5);
    struct block *list = sample_block(arena, blocks, BLOCK_LIST);
    sample_text(arena, &list->children, BLOCK_ITEM, "One thing");
    sample_text(arena, &list->children, BLOCK_ITEM, "Another");
    sample_block(arena, blocks, BLOCK_RULE);
    sample_block(arena, blocks, BLOCK_CODE)->text = S("query: total\nfrom: trade\n");
    sample_heading(arena, blocks, 2, "How it is made");
    struct block *note = sample_block(arena, blocks, BLOCK_NOTE);
    note->text = S("Method");
    sample_prose(arena, &note->children, 6);
    sample_block(arena, blocks, BLOCK_TABLE)->table = sample_table(arena, 24, 4);
    return document;
}

static void check_golden(struct arena *arena, const char *path, str actual)
{
    struct error error = {0};
    if (getenv("UPDATE")) {
        assert_true(file_write(str_from(path), actual, &error));
    }
    struct source expected;
    if (!file_read(arena, str_from(path), &expected, &error)) {
        fail_msg("%s: %s", path, error.message);
    }
    if (!str_equal(expected.text, actual)) {
        fail_msg("%s differs; UPDATE=1 rewrites it", path);
    }
}

static void test_pages_are_as_they_were(void **state)
{
    const struct pages *pages = layout(*state, specimen(*state));
    assert_int_equal(pages->count, 2);
    check_golden(*state, "tests/golden/page/first.txt", scene_print(*state, pages->at[0]));
    check_golden(*state, "tests/golden/page/second.txt", scene_print(*state, pages->at[1]));
}

static void test_every_page_says_which_of_how_many_it_is(void **state)
{
    struct document *document = sample_document(*state);
    sample_prose(*state, &document->blocks, 200);
    const struct pages *pages = layout(*state, document);
    assert_true(pages->count > 1);
    for (size_t i = 0; i < pages->count; i++) {
        str text = str_print(*state, "Page %zu of %zu", i + 1, pages->count);
        assert_non_null(sample_find(pages->at[i], str_c(*state, text)));
    }
}

static void test_an_empty_document_is_one_page(void **state)
{
    const struct pages *pages = layout(*state, sample_document(*state));
    assert_int_equal(pages->count, 1);
    assert_non_null(sample_find(pages->at[0], "Page 1 of 1"));
}

static void test_texts_do_not_overlap_and_stay_inside(void **state)
{
    const struct pages *pages = layout(*state, specimen(*state));
    rect content = grid_content(&sample_theme);
    for (size_t page = 0; page < pages->count; page++) {
        const struct scene *scene = pages->at[page];
        for (size_t i = 0; i < scene->count; i++) {
            rect a = scene_item_bounds(&scene->at[i]);
            if (a.width <= 0) {
                continue;
            }
            assert_true(a.x >= content.x - 0.6);
            assert_true(a.x + a.width <= content.x + content.width + 0.6);
            for (size_t k = 0; k < i && scene->at[i].kind == SCENE_TEXT; k++) {
                rect b = rect_inset(scene_item_bounds(&scene->at[k]), 2.5);
                if (scene->at[k].kind == SCENE_TEXT && rect_overlaps(a, b)) {
                    fail_msg("page %zu: \"%.*s\" overlaps \"%.*s\"", page + 1,
                             STR_ARG(scene->at[i].line.text),
                             STR_ARG(scene->at[k].line.text));
                }
            }
        }
    }
}

static void test_groups_are_closed_on_every_page(void **state)
{
    const struct pages *pages = layout(*state, specimen(*state));
    for (size_t page = 0; page < pages->count; page++) {
        long depth = 0;
        for (size_t i = 0; i < pages->at[page]->count; i++) {
            const struct scene_item *item = &pages->at[page]->at[i];
            depth += item->kind == SCENE_GROUP_BEGIN;
            depth -= item->kind == SCENE_GROUP_END;
            bool is_drawn = item->kind == SCENE_TEXT || item->kind == SCENE_PATH;
            assert_true(depth > 0 || !is_drawn);
        }
        assert_int_equal(depth, 0);
    }
}

static void test_headings_are_marks_and_outline(void **state)
{
    const struct pages *pages = layout(*state, specimen(*state));
    assert_int_equal(pages->outline.count, 3);
    assert_int_equal(pages->outline.at[0].level, 1);
    assert_str(pages->outline.at[1].title, "Who bought more");
    assert_int_equal(pages->outline.at[1].level, 2);
    size_t marks = 0;
    for (size_t page = 0; page < pages->count; page++) {
        for (size_t i = 0; i < pages->at[page]->count; i++) {
            const struct scene_item *item = &pages->at[page]->at[i];
            if (item->kind == SCENE_MARK) {
                const struct outline_entry *entry = &pages->outline.at[marks++];
                assert_int_equal(entry->page, page);
                assert_near(entry->y, item->at.y);
            }
        }
    }
    assert_int_equal(marks, 3);
}

static void test_body_text_stands_on_the_grid(void **state)
{
    struct document *document = sample_document(*state);
    sample_prose(*state, &document->blocks, 4);
    sample_block(*state, &document->blocks, BLOCK_TABLE)->table =
        sample_table(*state, 3, 3);
    sample_heading(*state, &document->blocks, 2, "A heading");
    sample_text(*state, &document->blocks, BLOCK_PARAGRAPH, "Last words");
    const struct scene *page = layout(*state, document)->at[0];
    double lines = (sample_find(page, "Last words")->at.y -
                    sample_find(page, "Shipments rose")->at.y) /
                   sample_theme.baseline;
    assert_near(lines, (double)(long)(lines + 0.5));
}

static void test_long_prose_is_set_in_two_columns(void **state)
{
    struct document *document = sample_document(*state);
    sample_prose(*state, &document->blocks, 8);
    const struct scene *page = layout(*state, document)->at[0];
    double right = grid_content(&sample_theme).x + theme_columns(&sample_theme, 6) +
                   sample_theme.gutter;
    size_t in_right = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct scene_item *item = &page->at[i];
        in_right += item->kind == SCENE_TEXT && item->at.x > right - 0.01 &&
                    item->at.x < right + 0.01;
    }
    assert_true(in_right >= 4);
}

/* The top of the axis line of each chart: paths that are 0.8 pt high lines. */
static size_t find_baselines(const struct scene *page, double *y, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < page->count && count < most; i++) {
        const struct scene_item *item = &page->at[i];
        bool is_baseline = item->kind == SCENE_PATH && item->path.count == 2 &&
                           item->paint.stroke_width > 0.79 &&
                           item->paint.stroke_width < 0.81;
        /* The first is the rule of the masthead. */
        if (is_baseline && item->at.y + item->path.at[0].at[0].y > 100) {
            y[count++] = item->at.y + item->path.at[0].at[0].y;
        }
    }
    return count;
}

static void test_neighbouring_charts_share_their_baseline(void **state)
{
    struct document *document = sample_document(*state);
    struct block *row = sample_block(*state, &document->blocks, BLOCK_ROW);
    sample_block(*state, &row->children, BLOCK_CHART)->chart = chart_of(
        *state, CHART_HALF, "A title that is long enough for two lines of its own");
    sample_block(*state, &row->children, BLOCK_CHART)->chart =
        chart_of(*state, CHART_HALF, "Short");
    const struct scene *page = layout(*state, document)->at[0];
    double y[2];
    assert_int_equal(find_baselines(page, y, 2), 2);
    assert_near(y[0], y[1]);
    assert_near(sample_find(page, "Short")->at.x, grid_content(&sample_theme).x + 258);
}

static void test_text_takes_what_a_chart_leaves(void **state)
{
    struct document *document = sample_document(*state);
    struct block *row = sample_block(*state, &document->blocks, BLOCK_ROW);
    sample_block(*state, &row->children, BLOCK_CHART)->chart =
        chart_of(*state, CHART_TWO_THIRDS, "A title");
    sample_heading(*state, &row->children, 3, "Beside it");
    sample_text(*state, &row->children, BLOCK_PARAGRAPH, "Some words");
    const struct scene *page = layout(*state, document)->at[0];
    double left = grid_content(&sample_theme).x + 344;
    assert_near(sample_find(page, "Beside it")->at.x, left);
    assert_near(sample_find(page, "Some words")->at.x, left);
}

static void test_prose_without_words_turns_no_page(void **state)
{
    struct document *document = sample_document(*state);
    struct blocks *blocks = &document->blocks;
    sample_block(*state, blocks, BLOCK_TABLE)->table = sample_table(*state, 3, 3);
    sample_text(*state, blocks, BLOCK_PARAGRAPH, "");
    sample_heading(*state, blocks, 2, "A heading");
    sample_prose(*state, blocks, 4);
    assert_int_equal(layout(*state, document)->count, 1);
}

static void test_a_row_of_five_is_an_error(void **state)
{
    struct document *document = sample_document(*state);
    struct block *row = sample_block(*state, &document->blocks, BLOCK_ROW);
    for (size_t i = 0; i < 5; i++) {
        sample_block(*state, &row->children, BLOCK_TABLE)->table =
            sample_table(*state, 2, 2);
    }
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_string_equal(error.message, "a row has room for 4 blocks side by side");
    assert_int_equal(error.place.line, 5);
}

static void test_a_chart_higher_than_a_page_is_an_error(void **state)
{
    struct document *document = sample_document(*state);
    struct chart *chart = chart_of(*state, CHART_FULL, "A title");
    chart->plot_height = 900;
    sample_block(*state, &document->blocks, BLOCK_CHART)->chart = chart;
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    str message = str_from(error.message);
    assert_true(str_starts(message, S("this figure is 9")));
    assert_true(str_ends(message, S(" pt high, and a page has room for 715 pt")));
    assert_int_equal(error.place.line, 1);
}

static void test_a_missing_glyph_is_an_error(void **state)
{
    struct document *document = sample_document(*state);
    sample_text(*state, &document->blocks, BLOCK_PARAGRAPH,
                "\U00010330"); /* a letter of Gothic */
    struct error error = {0};
    assert_null(sample_layout(*state, document, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_pages_are_as_they_were),
        unit_case(test_every_page_says_which_of_how_many_it_is),
        unit_case(test_an_empty_document_is_one_page),
        unit_case(test_texts_do_not_overlap_and_stay_inside),
        unit_case(test_groups_are_closed_on_every_page),
        unit_case(test_headings_are_marks_and_outline),
        unit_case(test_body_text_stands_on_the_grid),
        unit_case(test_long_prose_is_set_in_two_columns),
        unit_case(test_neighbouring_charts_share_their_baseline),
        unit_case(test_text_takes_what_a_chart_leaves),
        unit_case(test_prose_without_words_turns_no_page),
        unit_case(test_a_row_of_five_is_an_error),
        unit_case(test_a_chart_higher_than_a_page_is_an_error),
        unit_case(test_a_missing_glyph_is_an_error),
    };
    return sample_run(tests);
}
