/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "export/pdf_parse.h"

#include <stdlib.h>
#include <string.h>

enum { OBJECTS_MAX = 8 };

/* A file of those objects, numbered from 1 on; the first is the catalog. */
static str file_of(struct arena *arena, const char *const *objects, size_t count)
{
    struct buffer file = {.arena = arena};
    size_t offsets[OBJECTS_MAX];
    buffer_add(&file, S("%PDF-1.5\n%\xB5\xED\xAE\xFB\n"));
    for (size_t i = 0; i < count; i++) {
        offsets[i] = file.count;
        buffer_print(&file, "%zu 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
    size_t table = file.count;
    buffer_print(&file, "xref\n0 %zu\n0000000000 65535 f \n", count + 1);
    for (size_t i = 0; i < count; i++) {
        buffer_print(&file, "%010zu 00000 n \n", offsets[i]);
    }
    buffer_print(&file,
                 "trailer\n<< /Size %zu\n   /Root 1 0 R\n>>\nstartxref\n%zu\n%%%%EOF\n",
                 count + 1, table);
    return buffer_text(&file);
}

static struct pdf_contents parse_well(struct arena *arena, str file)
{
    struct pdf_contents contents;
    struct error error = {0};
    if (!pdf_parse(arena, file, &contents, &error)) {
        fail_msg("%s", error.message);
    }
    return contents;
}

static const char *failure(struct arena *arena, str file)
{
    struct error *error = arena_new(arena, struct error);
    struct pdf_contents contents;
    assert_false(pdf_parse(arena, file, &contents, error));
    assert_int_equal(error->kind, ERROR_SOFTWARE);
    return error->message;
}

static const char catalog[] = "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >>";
static const char pages[] = "<< /Kids [ 3 0 R ] /Count 1 >>";

static void test_pages_come_with_their_contents_and_without_their_parent(void **state)
{
    static const char *const objects[] = {
        catalog,
        pages,
        "<< /Type /Page % 1\n /Parent 2 0 R\n /MediaBox [ 0 0 595.276 -841.5 ]\n"
        " /Contents 5 0 R /Rotate 7 0 R >>",
        "<< /K [ 6 0 R ] >>",
        "<< /Length 7 0 R\n /Filter /FlateDecode\n>>\nstream\nx>>y\nendstream",
        "<< /S /P /P 4 0 R /Pg 3 0 R /K 0 >>",
        "   4",
    };
    struct pdf_contents contents =
        parse_well(*state, file_of(*state, objects, COUNT_OF(objects)));
    assert_int_equal(contents.pages.count, 1);
    const struct pdf_object *page = contents.pages.at[0];
    assert_null(pdf_find(page, S("Parent")));
    const struct pdf_object *box = pdf_find(page, S("MediaBox"));
    assert_int_equal(box->at[0].value->kind, PDF_INTEGER);
    assert_true(box->at[2].value->real == 595.276);
    assert_true(box->at[3].value->real == -841.5);
    const struct pdf_object *stream = pdf_find(page, S("Contents"));
    assert_int_equal(stream->kind, PDF_STREAM);
    assert_str(stream->text, "x>>y");
    assert_null(pdf_find(stream, S("Length")));
    assert_true(pdf_is_name(pdf_find(stream, S("Filter")), S("FlateDecode")));
    assert_int_equal(pdf_find(page, S("Rotate"))->integer, 4);
    assert_int_equal(pdf_find(page, S("Rotate"))->number, 0); /* made direct */
}

static void test_an_object_that_is_named_twice_is_one(void **state)
{
    static const char *const objects[] = {
        catalog,
        pages,
        "<< /Parent 2 0 R >>",
        "<< /K [ 5 0 R ] >>",
        "<< /S /P /P 4 0 R /Pg 3 0 R /K 0 >>",
    };
    struct pdf_contents contents =
        parse_well(*state, file_of(*state, objects, COUNT_OF(objects)));
    const struct pdf_object *element = pdf_find(contents.structure, S("K"))->at[0].value;
    assert_ptr_equal(pdf_find(element, S("P")), contents.structure);
    assert_ptr_equal(pdf_find(element, S("Pg")), contents.pages.at[0]);
    assert_true(element->number && contents.indirect_count >= element->number);
}

static void test_scalars_are_what_they_spell(void **state)
{
    static const char *const objects[] = {
        catalog,
        pages,
        "<< /Parent 2 0 R /A#20B (a\\(b\\)\\\\ \\101\\n(c)) /Hex <48 6 59> /Odd <4>"
        " /Yes true /No false /Nil null /N -12 /F .5 >>",
        "<< >>",
    };
    struct pdf_contents contents =
        parse_well(*state, file_of(*state, objects, COUNT_OF(objects)));
    const struct pdf_object *page = contents.pages.at[0];
    assert_str(pdf_find(page, S("A B"))->text, "a(b)\\ A\n(c)");
    assert_str(pdf_find(page, S("Hex"))->text, "He\x90");
    assert_str(pdf_find(page, S("Odd"))->text, "@");
    assert_int_equal(pdf_find(page, S("Yes"))->integer, 1);
    assert_int_equal(pdf_find(page, S("No"))->integer, 0);
    assert_int_equal(pdf_find(page, S("Nil"))->kind, PDF_NULL);
    assert_int_equal(pdf_find(page, S("N"))->integer, -12);
    assert_true(pdf_find(page, S("F"))->real == 0.5);
}

static void test_what_no_drawing_has_is_refused(void **state)
{
    static const struct {
        const char *page, *message;
    } cases[] = {
        {"<< /A [ 1 2 >>", "an object is expected"},
        {"<< /A 99 0 R >>", "an object is not where the table says"},
        {"<< A >>", "the key of a dictionary is expected"},
        {"<< /Parent 2 >>", "a page's parent is expected"},
        {"<< /Length 999999 >>\nstream\nx\nendstream",
         "the length of a stream is not known"},
        {"<< /A 99999999999999999999 >>", "a number is too long"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *const objects[] = {catalog, pages, cases[i].page, "<< >>"};
        str expected =
            str_print(*state, "the drawing cannot be read: %s", cases[i].message);
        assert_string_equal(failure(*state, file_of(*state, objects, COUNT_OF(objects))),
                            expected.at);
    }
}

static void test_a_file_without_its_table_is_refused(void **state)
{
    assert_string_equal(failure(*state, S("%PDF-1.5\n")),
                        "the drawing cannot be read: it has no table of cross references");
    assert_string_equal(
        failure(*state, S("1 0 obj << >> endobj startxref 0")),
        "the drawing cannot be read: it has no plain table of cross references");
    assert_string_equal(
        failure(*state, S("xref\n0 1\n0000000000 65535 x \nstartxref\n0\n%%EOF")),
        "the drawing cannot be read: its table of cross references is damaged");
    assert_string_equal(
        failure(*state, S("xref\n0 1\n0000000000 65535 f \nstartxref\n0\n%%EOF")),
        "the drawing cannot be read: it has no trailer");
}

static void test_objects_that_nest_without_end_are_refused(void **state)
{
    struct buffer deep = {.arena = *state};
    buffer_add(&deep, S("<< /A "));
    for (int i = 0; i < 100000; i++) {
        buffer_add_byte(&deep, '[');
    }
    const char *const objects[] = {catalog, pages, str_c(*state, buffer_text(&deep)),
                                   "<< >>"};
    assert_string_equal(failure(*state, file_of(*state, objects, COUNT_OF(objects))),
                        "the drawing cannot be read: its objects are nested too deeply");
}

/* Cut anywhere, a file is refused or read, and never read beyond its end. */
static void test_a_truncated_file_does_no_harm(void **state)
{
    static const char *const objects[] = {catalog, pages,
                                          "<< /A (b) /C <44> /D [ 1 2.5 /E ] >>", "<< >>"};
    str file = file_of(*state, objects, COUNT_OF(objects));
    for (size_t length = 0; length < file.length; length++) {
        char *copy = malloc(length + !length); /* so that a byte too many is noticed */
        assert_non_null(copy);
        memcpy(copy, file.at, length);
        struct pdf_contents contents;
        struct error error = {0};
        bool is_read = pdf_parse(*state, (str){copy, length}, &contents, &error);
        assert_true(is_read || error.kind == ERROR_SOFTWARE);
        free(copy);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_pages_come_with_their_contents_and_without_their_parent),
        unit_case(test_an_object_that_is_named_twice_is_one),
        unit_case(test_scalars_are_what_they_spell),
        unit_case(test_what_no_drawing_has_is_refused),
        unit_case(test_a_file_without_its_table_is_refused),
        unit_case(test_objects_that_nest_without_end_are_refused),
        unit_case(test_a_truncated_file_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
