/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/drawing.h"
#include "export/pdf.h"
#include "sample.h"

static str bind(struct arena *arena, const struct pdf_attachments *attachments)
{
    struct error error = {0};
    struct fonts *fonts = sample_fonts();
    struct pages *pages = sample_pages(arena, fonts, 1);
    str drawing;
    str pdf = {0};
    assert_true(drawing_pdf(arena, pages->at, pages->count, fonts, &drawing, &error));
    assert_true(pdf_bind(arena, pages, drawing,
                         (struct pdf_options){.attachments = attachments}, &pdf, &error));
    fonts_destroy(fonts);
    return pdf;
}

static struct pdf_attachments sample_files(struct arena *arena, str second)
{
    struct pdf_attachments files = {0};
    *arena_push(arena, &files) = (struct pdf_attachment){
        .name = S("a.csv"),
        .type = S("text/csv"),
        .relationship = S("Data"),
        .bytes = S("period,tonnes\n2025-10,5473\n"),
    };
    *arena_push(arena, &files) = (struct pdf_attachment){
        .name = S("\u00DCbersicht.trace.json"),
        .type = S("application/json"),
        .description = S("Where each number comes from"),
        .relationship = S("Supplement"),
        .date = {2025, 11, 20},
        .bytes = second,
    };
    return files;
}

static void test_each_file_is_read_back_by_the_end_of_its_name(void **state)
{
    struct error error = {0};
    struct pdf_attachments files = sample_files(*state, S("{\"a\": \"\\\\()\"}"));
    struct source pdf = {S("out.pdf"), bind(*state, &files)};
    struct source found;
    assert_true(pdf_read_attachment(*state, &pdf, S(".trace.json"), &found, &error));
    assert_str(found.path, "\u00DCbersicht.trace.json");
    assert_str(found.text, "{\"a\": \"\\\\()\"}");
    assert_true(pdf_read_attachment(*state, &pdf, S(".csv"), &found, &error));
    assert_str(found.text, "period,tonnes\n2025-10,5473\n");
    assert_true(pdf_read_attachment(*state, &pdf, S(".xml"), &found, &error));
    assert_str(found.path, "");
}

static void test_the_same_files_give_the_same_bytes_and_others_another_id(void **state)
{
    struct pdf_attachments one = sample_files(*state, S("1"));
    struct pdf_attachments two = sample_files(*state, S("2"));
    str first = bind(*state, &one);
    assert_true(str_equal(first, bind(*state, &one)));
    assert_false(str_equal(first, bind(*state, &two)));
    assert_true(str_equal(bind(*state, NULL), bind(*state, &(struct pdf_attachments){0})));
}

static void test_what_is_no_pdf_is_refused(void **state)
{
    struct error error = {0};
    struct source pdf = {S("out.pdf"), S("%PDF-1.7\nnothing")};
    struct source found;
    assert_false(pdf_read_attachment(*state, &pdf, S(".json"), &found, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_str(error.place.file, "out.pdf");
}

/* A tree of names whose node is its own child. */
static void test_a_tree_of_names_without_end_is_left(void **state)
{
    static const char text[] =
        "%PDF-1.7\n"
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n"
        "3 0 obj\n<</Kids[3 0 R 3 0 R 3 0 R 3 0 R]>>\nendobj\n"
        "trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n";
    struct error error = {0};
    struct source pdf = {S("loop.pdf"), str_from(text)};
    struct source found;
    assert_true(pdf_read_attachment(*state, &pdf, S(".json"), &found, &error));
    assert_str(found.path, "");
}

/* The file has only a key that is for Unicode names, and a filter that it is not packed by.
 */
static void test_a_file_that_is_damaged_is_said_to_be(void **state)
{
    static const char text[] =
        "%PDF-1.7\n"
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n"
        "3 0 obj\n<</Names[(a)null(b)(c)(d)4 0 R]>>\nendobj\n"
        "4 0 obj\n<</UF(a.json)/EF<</UF 5 0 R>>>>\nendobj\n"
        "5 0 obj\n<</Filter/FlateDecode/Length 2>>\nstream\n{}\nendstream\nendobj\n"
        "trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n";
    struct error error = {0};
    struct source pdf = {S("damaged.pdf"), str_from(text)};
    struct source found;
    assert_false(pdf_read_attachment(*state, &pdf, S(".json"), &found, &error));
    assert_int_equal(error.kind, ERROR_DATA);
    assert_string_equal(error.message, "the file attached to this PDF cannot be read: "
                                       "unable to access stream data for stream 5 0 R");
}

static void test_a_file_that_has_another_checksum_is_damaged(void **state)
{
    static const char text[] =
        "%PDF-1.7\n"
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n"
        "2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n"
        "3 0 obj\n<</Names[(a)4 0 R]>>\nendobj\n"
        "4 0 obj\n<</F(a.json)/EF<</F 5 0 R>>>>\nendobj\n"
        "5 0 obj\n<</Params<</CheckSum(0123456789abcdef)>>/Length 2>>\nstream\n{}\n"
        "endstream\nendobj\n"
        "trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n";
    struct error error = {0};
    struct source pdf = {S("damaged.pdf"), str_from(text)};
    struct source found;
    assert_false(pdf_read_attachment(*state, &pdf, S(".json"), &found, &error));
    assert_string_equal(error.message, "the file attached to this PDF cannot be read: "
                                       "it is not what its checksum is of");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_file_is_read_back_by_the_end_of_its_name),
        unit_case(test_the_same_files_give_the_same_bytes_and_others_another_id),
        unit_case(test_what_is_no_pdf_is_refused),
        unit_case(test_a_tree_of_names_without_end_is_left),
        unit_case(test_a_file_that_is_damaged_is_said_to_be),
        unit_case(test_a_file_that_has_another_checksum_is_damaged),
    };
    return unit_run(tests);
}
