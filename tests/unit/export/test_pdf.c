/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/drawing.h"
#include "export/pdf.h"
#include "judge.h"
#include "sample.h"

enum { PAGES = 4 };

struct fixture {
    struct arena arena;
    struct fonts *fonts;
    struct pages *pages;
    str pdf;
};

static str bind(struct fixture *fixture)
{
    struct error error = {0};
    str drawing = {0};
    str pdf = {0};
    struct pages *pages = fixture->pages;
    if (!drawing_pdf(&fixture->arena, pages->at, pages->count, fixture->fonts, &drawing,
                     &error) ||
        !pdf_bind(&fixture->arena, pages, drawing, (struct pdf_options){0}, &pdf, &error)) {
        error_print(stderr, &error);
        fail();
    }
    return pdf;
}

static int setup(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->fonts = sample_fonts();
    fixture->pages = sample_pages(&fixture->arena, fixture->fonts, PAGES);
    fixture->pdf = bind(fixture);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    fonts_destroy(fixture->fonts);
    arena_finish(&fixture->arena);
    free(fixture);
    return 0;
}

static void test_the_same_pages_give_the_same_bytes(void **state)
{
    struct fixture *fixture = *state;
    assert_true(str_equal(bind(fixture), fixture->pdf));
}

static void test_other_pages_have_another_id(void **state)
{
    struct fixture *fixture = *state;
    str trailer = judge(&fixture->arena, fixture->pdf, "qpdf --show-object=trailer", "");
    assert_contains(&fixture->arena, trailer, "/ID [ <");
    struct fixture three = *fixture;
    three.pages = sample_pages(&three.arena, three.fonts, PAGES - 1);
    str other = judge(&three.arena, bind(&three), "qpdf --show-object=trailer", "");
    fixture->arena = three.arena;
    size_t start = str_find(trailer, '<') + 7; /* past "<< /ID [" */
    assert_false(str_equal(str_slice(trailer, start, start + 24),
                           str_slice(other, start, start + 24)));
}

static void test_it_is_pdf_1_7_and_has_no_fault(void **state)
{
    struct fixture *fixture = *state;
    assert_true(str_starts(fixture->pdf, S("%PDF-1.7\n")));
    str report = judge(&fixture->arena, fixture->pdf, "qpdf --check", "");
    assert_contains(&fixture->arena, report, "No syntax or stream encoding errors found");
    assert_false(contains(&fixture->arena, report, "WARNING"));
}

static void test_its_text_is_read_in_order(void **state)
{
    struct fixture *fixture = *state;
    str text = judge(&fixture->arena, fixture->pdf, "pdftotext -raw -l 1", "-");
    assert_str(text, "Rare earths monthly\n"
                     "Heading of page 0\n"
                     "China shipped 5,473 t, down 5.2% on the month.\n"
                     "Café, Škoda, 2024–2025, −5.2%, Ω and № 7.\n"
                     "Exports slipped again\n"
                     "5,473\n"
                     "Exports slipped again\n"
                     "5,473\n"
                     "Germany 1,118\n"
                     "South Korea 569\n"
                     "The source is the customs office.\n"
                     "The first part.\n"
                     "\f");
}

static void test_fonts_are_embedded_subset_and_have_unicode(void **state)
{
    struct fixture *fixture = *state;
    str fonts = judge(&fixture->arena, fixture->pdf, "pdffonts", "| sed 1,2d");
    size_t count = 0;
    while (fonts.length) {
        str line = str_cut(fonts, '\n', &fonts);
        assert_contains(&fixture->arena, line, "yes yes yes");
        assert_contains(&fixture->arena, line, "+PTSerif-Regular");
        count++;
    }
    assert_int_equal(count, 2); /* one of single bytes, one of the other characters */
}

static void test_nothing_is_a_raster_image(void **state)
{
    struct fixture *fixture = *state;
    str images = judge(&fixture->arena, fixture->pdf, "pdfimages -list", "| sed 1,2d");
    assert_str(images, "");
}

static void test_metadata_says_what_the_document_says(void **state)
{
    struct fixture *fixture = *state;
    str info = judge(&fixture->arena, fixture->pdf, "pdfinfo -isodates", "");
    static const char *const lines[] = {
        "Title:           Škoda & <Volvo>: exports \"fell\"\n",
        "Subject:         Exports & imports\n",
        "Keywords:        magnets, <rare> earths\n",
        "Author:          Institut für Ω\n",
        "Creator:         Ytterby\n",
        "CreationDate:    2025-11-20T00:00:00Z\n",
        "ModDate:         2025-11-20T00:00:00Z\n",
        "Metadata Stream: yes\n",
        "Tagged:          yes\n",
        "Pages:           4\n",
        "Page size:       595.28 x 841.89 pts (A4)\n",
    };
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        assert_contains(&fixture->arena, info, lines[i]);
    }
}

static void test_the_structure_has_text_alternatives_and_scopes(void **state)
{
    struct fixture *fixture = *state;
    str tree = judge(&fixture->arena, fixture->pdf, "pdfinfo -struct-text", "");
    assert_true(
        str_starts(tree, S("Document\n"
                           "  H1 (block)\n"
                           "    \"Heading of page 0\"\n"
                           "  P (block)\n"
                           "    \"China shipped 5,473 t, down 5.2% on the month.\"\n"
                           "  P (block)\n"
                           "    \"Café, Škoda, 2024–2025, −5.2%, Ω and № 7.\"\n"
                           "  Figure\n"
                           "    Caption\n"
                           "      \"Exports slipped again\"\n"
                           "    Span (inline)\n"
                           "      \"5,473\"\n")));
    assert_contains(&fixture->arena, tree,
                    "  Table (block)\n"
                    "    TR\n"
                    "      TH:\n"
                    "         /Scope /Row\n"
                    "        \"Germany\"\n"
                    "      TD\n"
                    "        \"1,118\"\n");
    assert_false(contains(&fixture->arena, tree, "Rare earths monthly")); /* artifact */
    assert_false(contains(&fixture->arena, tree, "Warning"));
    str objects = judge(&fixture->arena, fixture->pdf, "qpdf --json --json-key=qpdf", "");
    assert_contains(&fixture->arena, objects,
                    "\"/Alt\": \"u:Columns: exports fell to 5,473 t in Škofja\"");
    assert_contains(&fixture->arena, objects, "\"/Alt\": \"u:Columns: the same (again)\"");
}

static void test_the_outline_leads_to_its_pages(void **state)
{
    struct fixture *fixture = *state;
    str outline = judge(
        &fixture->arena, fixture->pdf, "qpdf --json=1 --json-key=outlines",
        "| tr -d ' \\n' | grep -o '\"destpageposfrom1\":[0-9]*\\|\"title\":\"[^\"]*\"'");
    assert_str(outline, "\"destpageposfrom1\":1\n"
                        "\"destpageposfrom1\":2\n"
                        "\"title\":\"Überschrift1–🧲\"\n"
                        "\"destpageposfrom1\":3\n"
                        "\"title\":\"Überschrift2–🧲\"\n"
                        "\"destpageposfrom1\":4\n"
                        "\"title\":\"Überschrift3–🧲\"\n"
                        "\"title\":\"Überschrift0–🧲\"\n");
}

static void test_links_are_annotations_that_print_and_have_contents(void **state)
{
    struct fixture *fixture = *state;
    str objects = judge(&fixture->arena, fixture->pdf, "qpdf --json --json-key=qpdf",
                        "| tr -d ' \\n'");
    assert_contains(&fixture->arena, objects,
                    "{\"/A\":{\"/S\":\"/URI\",\"/URI\":\"u:https://example.org/"
                    "a(b)?x=1&y=%3C2%3E%20%C3%A9\"},\"/Border\":[0,0,0],\"/Contents\":"
                    "\"u:https://example.org/a(b)?x=1&y=<2>é\",\"/F\":4,\"/Rect\":["
                    "50,437.89");
    assert_contains(&fixture->arena, objects, "\"/S\":\"/Link\"");
    assert_contains(&fixture->arena, objects, "\"/Contents\":\"u:part-0\",\"/Dest\":[\"");
}

static void test_the_catalog_has_language_labels_and_title_display(void **state)
{
    struct fixture *fixture = *state;
    str catalog = judge(&fixture->arena, fixture->pdf, "qpdf --show-object=1", "");
    static const char *const entries[] = {
        "/Lang (en)",
        "/MarkInfo << /Marked true >>",
        "/PageMode /UseOutlines",
        "/PageLabels << /Nums [ 0 << /S /D /St 1 >> ] >>",
        "/ViewerPreferences << /DisplayDocTitle true >>",
    };
    for (size_t i = 0; i < COUNT_OF(entries); i++) {
        assert_contains(&fixture->arena, catalog, entries[i]);
    }
}

static void test_four_pages_with_eight_charts_are_small(void **state)
{
    struct fixture *fixture = *state;
    assert_in_range(fixture->pdf.length, 10000, 60000);
}

/* --- failures --------------------------------------------------------------------------
 */

static void test_a_failure_of_libharu_gives_an_error_and_no_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    struct document document = *fixture->pages->document;
    struct pages pages = *fixture->pages;
    char *long_title = arena_array(arena, char, 40000);
    memset(long_title, 'x', 40000);
    long_title[0] = '\xC3'; /* one letter beyond ASCII: two bytes for each, too many */
    long_title[1] = '\xA9';
    document.title = (str){long_title, 40000};
    pages.document = &document;

    struct error error = {0};
    str drawing = {0};
    str pdf = {0};
    assert_true(
        drawing_pdf(arena, pages.at, pages.count, fixture->fonts, &drawing, &error));
    assert_false(pdf_bind(arena, &pages, drawing, (struct pdf_options){0}, &pdf, &error));
    assert_int_equal(error.kind, ERROR_SOFTWARE);
    assert_string_equal(error.message,
                        "the PDF cannot be bound: catalog: libharu reports 0x1004 (0)");
    assert_null(pdf.at);
    assert_int_equal(pdf.length, 0);
}

static void test_a_drawing_that_is_no_pdf_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    str pdf = {0};
    assert_false(pdf_bind(&fixture->arena, fixture->pages, S("no PDF"),
                          (struct pdf_options){0}, &pdf, &error));
    assert_int_equal(error.kind, ERROR_SOFTWARE);
    assert_string_equal(error.message,
                        "the drawing cannot be read: it has no table of cross references");
}

static void test_a_drawing_of_other_pages_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct error error = {0};
    str drawing = {0};
    str pdf = {0};
    struct pages *pages = fixture->pages;
    assert_true(
        drawing_pdf(&fixture->arena, pages->at, 2, fixture->fonts, &drawing, &error));
    assert_false(
        pdf_bind(&fixture->arena, pages, drawing, (struct pdf_options){0}, &pdf, &error));
    assert_string_equal(error.message, "the drawing has 2 pages of 4");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_pages_give_the_same_bytes),
        cmocka_unit_test(test_other_pages_have_another_id),
        cmocka_unit_test(test_it_is_pdf_1_7_and_has_no_fault),
        cmocka_unit_test(test_its_text_is_read_in_order),
        cmocka_unit_test(test_fonts_are_embedded_subset_and_have_unicode),
        cmocka_unit_test(test_nothing_is_a_raster_image),
        cmocka_unit_test(test_metadata_says_what_the_document_says),
        cmocka_unit_test(test_the_structure_has_text_alternatives_and_scopes),
        cmocka_unit_test(test_the_outline_leads_to_its_pages),
        cmocka_unit_test(test_links_are_annotations_that_print_and_have_contents),
        cmocka_unit_test(test_the_catalog_has_language_labels_and_title_display),
        cmocka_unit_test(test_four_pages_with_eight_charts_are_small),
        cmocka_unit_test(test_a_failure_of_libharu_gives_an_error_and_no_bytes),
        cmocka_unit_test(test_a_drawing_that_is_no_pdf_is_refused),
        cmocka_unit_test(test_a_drawing_of_other_pages_is_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
