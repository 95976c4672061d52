/* SPDX-License-Identifier: MIT */
#include "theme_sample.h"

#include "export/webpage.h"
#include "judge.h"

static str written(struct arena *arena, const struct document *document)
{
    struct look look = look_open(arena);
    struct error error = {0};
    str page = {0};
    if (!webpage_write(arena, document, &look.theme, look.fonts,
                       (struct webpage_options){0}, &page, &error)) {
        fail_msg("%s", error.message);
    }
    fonts_destroy(look.fonts);
    return page;
}

static str page_of(struct arena *arena, const char *text)
{
    return written(arena, document_of(arena, text));
}

static size_t count_of(struct arena *arena, str text, const char *part)
{
    size_t count = 0;
    for (const char *at = str_c(arena, text); (at = strstr(at, part)); at++) {
        count++;
    }
    return count;
}

#define CHART \
    "```chart\nmark: bar\ndata: total\nlast: 13 months\nsize: full\n" \
    "title: Exports slipped again\n```\n"

static void test_the_head_says_what_the_page_is_and_lets_nothing_in(void **state)
{
    struct document *document = document_of(*state, "# Exports *fell*\n");
    document->subject = S("Magnets & \"earths\"");
    str page = written(*state, document);
    assert_true(str_starts(page, S("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">")));
    assert_contains(*state, page, "<title>Exports fell</title>");
    assert_contains(
        *state, page,
        "<meta name=\"description\" content=\"Magnets &amp; &quot;earths&quot;\">");
    assert_contains(*state, page, "content=\"default-src 'none'; style-src");
    assert_contains(*state, page, "<meta name=\"date\" content=\"2025-11-20\">");
    assert_int_equal(count_of(*state, page, "<script"), 0);
    assert_int_equal(count_of(*state, page, "http://"), 0);
}

static void test_spans_keep_their_styles_and_markup_is_text(void **state)
{
    str page = page_of(*state, "A **bold *both*** `a<b` [site](https://x.org/?a&b) "
                               "{{ markup }}\n");
    assert_contains(*state, page,
                    "<p class=\"body\">A <strong>bold </strong><strong><em>both</em>"
                    "</strong> <code>a&lt;b</code> "
                    "<a href=\"https://x.org/?a&amp;b\">site</a> "
                    "*not* &lt;b&gt;markup&lt;/b&gt;</p>");
}

static void test_headings_begin_at_one_and_skip_no_level(void **state)
{
    str page = page_of(*state, "# One\n\n#### Deep\n\n## Two\n");
    assert_contains(*state, page, "<h1 class=\"headline\" id=\"one\">One</h1>");
    assert_contains(*state, page, "<h2 class=\"subheading\" id=\"deep\">Deep</h2>");
    assert_contains(*state, page, "<h2 class=\"heading\" id=\"two\">Two</h2>");
}

static void test_a_page_without_a_headline_is_headed_by_its_series(void **state)
{
    str page = page_of(*state, "Text.\n\n## Two\n");
    assert_contains(*state, page, "<h1 class=\"masthead\">Rare earths monthly</h1>");
    assert_contains(*state, page, "<h2 class=\"heading\"");
}

static void test_lists_keep_their_numbers(void **state)
{
    str page = page_of(*state, "3. c\n4. d\n\n- a\n  - b\n");
    assert_contains(*state, page, "<ol class=\"body\" start=\"3\">\n<li>c</li>");
    assert_contains(*state, page, "<li>a<ul class=\"body\">\n<li>b</li>\n</ul>");
}

static void test_a_listing_keeps_its_lines_and_is_reached_by_keys(void **state)
{
    str page = page_of(*state, "```\na < b\n  c\n```\n");
    assert_contains(
        *state, page,
        "<pre class=\"code\" tabindex=\"0\"><code>a &lt; b\n  c\n</code></pre>");
}

static void test_contents_stand_above_four_sections(void **state)
{
    str few = page_of(*state, "# H\n\n## A\n\n## B\n\n## C\n");
    str many = page_of(*state, "# H\n\n## A\n\n## B\n\n## C\n\n## D &\n");
    assert_int_equal(count_of(*state, few, "<nav"), 0);
    assert_contains(*state, many, "<nav aria-label=\"In this issue\">");
    assert_contains(*state, many, "<li><a href=\"#d\">D &amp;</a></li>");
}

static void test_a_wide_chart_is_drawn_for_narrow_screens_too(void **state)
{
    str page = page_of(*state, CHART);
    assert_int_equal(count_of(*state, page, "<svg "), 2);
    assert_contains(*state, page, "<div class=\"wide\"><svg ");
    assert_contains(*state, page, "<div class=\"narrow\"><svg ");
    assert_int_equal(count_of(*state, page, "role=\"img\" aria-labelledby=\"p"), 2);
    assert_int_equal(count_of(*state, page, " id=\"p1-title\""), 1);
    assert_int_equal(count_of(*state, page, " id=\"p2-title\""), 1);
}

static void test_the_figures_of_a_chart_stand_below_it(void **state)
{
    str page = page_of(*state, CHART);
    assert_contains(*state, page, "<th scope=\"row\">Sep 2025</th><td>5,774</td>");
    assert_contains(*state, page, "<th scope=\"row\">Oct 2025</th><td>5,473</td>");
    assert_contains(*state, page, "<th scope=\"col\">total (t)</th>");
}

static void test_a_table_has_scopes_and_its_caption_as_its_name(void **state)
{
    str page = page_of(
        *state, "```table\ndata: partners\ntotal: true\ntitle: Who bought\ncolumns:\n"
                "- {title: Destination, value: row.name}\n"
                "- {title: Oct 2025, value: row, unit: t}\n```\n");
    assert_contains(*state, page, "<figcaption id=\"caption-1\">");
    assert_contains(*state, page, "<table class=\"table\" aria-labelledby=\"caption-1\">");
    assert_contains(*state, page, "<th scope=\"col\" class=\"number\">Oct 2025<br>t</th>");
    assert_contains(*state, page,
                    "<th scope=\"row\" class=\"text\">Germany</th>"
                    "<td class=\"number\">1,118</td>");
    assert_contains(*state, page, "<tr class=\"total table-total\">");
}

static void test_footnotes_lead_there_and_back(void **state)
{
    struct document *document = document_of(*state, "Text.\n");
    struct block *paragraph = document->blocks.at[0];
    for (int i = 0; i < 2; i++) {
        *arena_push(*state, &paragraph->spans) =
            (struct inline_span){.text = S("1"), .note = 1};
    }
    struct footnote note = {.number = S("1")};
    *arena_push(*state, &note.spans) = (struct inline_span){.text = S("Without transit.")};
    *arena_push(*state, &document->footnotes) = note;
    str page = written(*state, document);
    assert_contains(*state, page,
                    "<a href=\"#note-1\" id=\"ref-1\" role=\"doc-noteref\">1</a>");
    assert_contains(*state, page, "<a href=\"#note-1\" id=\"ref-1-2\"");
    assert_contains(*state, page, "<li id=\"note-1\">Without transit. <a href=\"#ref-1\"");
}

static void test_fonts_are_embedded_by_what_is_said_in_them(void **state)
{
    str page = page_of(*state, "Text.\n");
    str other = page_of(*state, "Text **bold**.\n");
    assert_int_equal(count_of(*state, other, "@font-face"),
                     (int)count_of(*state, page, "@font-face") + 1);
    assert_contains(*state, other, ".body strong{font-family:y");
    assert_true(page.length < 60000);
}

static void test_right_to_left_is_said_of_the_whole_page(void **state)
{
    struct document *document = document_of(*state, "Text.\n");
    document->language = language_find(S("he"));
    document->language_tag = S("he");
    document->series_title = document->organisation = (str){0};
    assert_contains(*state, written(*state, document), "<html lang=\"he\" dir=\"rtl\">");
}

static void test_an_image_has_its_file_and_its_words(void **state)
{
    static const struct image image = {
        .file = {"\x89PNG", 4}, .type = "image/png", .width = 300, .height = 150};
    struct document *document = document_of(*state, "Text.\n");
    struct block *block = document->blocks.at[0];
    block->kind = BLOCK_IMAGE;
    block->text = S("A quarry");
    block->image = &image;
    assert_contains(*state, written(*state, document),
                    "<img alt=\"A quarry\" width=\"300\" height=\"150\" "
                    "style=\"max-width:200px\" src=\"data:image/png;base64,iVBORw==\">");
}

static void test_a_draft_says_so_at_its_top(void **state)
{
    struct look look = look_open(*state);
    struct error error = {0};
    str page = {0};
    assert_true(webpage_write(*state, document_of(*state, "Text.\n"), &look.theme,
                              look.fonts, (struct webpage_options){.is_draft = true}, &page,
                              &error));
    assert_contains(*state, page,
                    "<main>\n<div class=\"provisional\" role=\"note\">"
                    "<p class=\"subheading\">DRAFT</p>");
    fonts_destroy(look.fonts);
}

static void test_the_head_of_a_group_stands_over_its_rows(void **state)
{
    struct table_cell cells[] = {{.text = S("Europe")}, {.text = {0}}};
    struct table_row row = {.cells = cells, .is_group = true};
    struct table_column columns[] = {{.head = S("Name")}, {FIELD_FIGURE, .head = S("t")}};
    struct table_block table = {
        .columns = columns, .column_count = 2, .at = &row, .count = 1};
    struct document *document = document_of(*state, "Text.\n");
    document->blocks.at[0]->kind = BLOCK_TABLE;
    document->blocks.at[0]->table = &table;
    assert_contains(*state, written(*state, document),
                    "<tr class=\"group table-total\"><th scope=\"rowgroup\" "
                    "colspan=\"2\">Europe</th></tr>");
}

static void test_a_missing_glyph_is_an_error(void **state)
{
    struct look look = look_open(*state);
    struct document *document = document_of(*state, "A \xF0\x9F\xA7\xB2.\n");
    struct error error = {0};
    str page = {0};
    assert_false(webpage_write(*state, document, &look.theme, look.fonts,
                               (struct webpage_options){0}, &page, &error));
    assert_int_equal(error.kind, ERROR_CONFIG);
    assert_non_null(strstr(error.message, "U+1F9F2"));
    fonts_destroy(look.fonts);
}

static void test_the_same_document_gives_the_same_bytes(void **state)
{
    assert_true(
        str_equal(page_of(*state, "# A\n\n" CHART), page_of(*state, "# A\n\n" CHART)));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_head_says_what_the_page_is_and_lets_nothing_in),
        unit_case(test_spans_keep_their_styles_and_markup_is_text),
        unit_case(test_headings_begin_at_one_and_skip_no_level),
        unit_case(test_a_page_without_a_headline_is_headed_by_its_series),
        unit_case(test_lists_keep_their_numbers),
        unit_case(test_a_listing_keeps_its_lines_and_is_reached_by_keys),
        unit_case(test_contents_stand_above_four_sections),
        unit_case(test_a_wide_chart_is_drawn_for_narrow_screens_too),
        unit_case(test_the_figures_of_a_chart_stand_below_it),
        unit_case(test_a_table_has_scopes_and_its_caption_as_its_name),
        unit_case(test_footnotes_lead_there_and_back),
        unit_case(test_fonts_are_embedded_by_what_is_said_in_them),
        unit_case(test_right_to_left_is_said_of_the_whole_page),
        unit_case(test_an_image_has_its_file_and_its_words),
        unit_case(test_a_draft_says_so_at_its_top),
        unit_case(test_the_head_of_a_group_stands_over_its_rows),
        unit_case(test_a_missing_glyph_is_an_error),
        unit_case(test_the_same_document_gives_the_same_bytes),
    };
    return unit_run(tests);
}
