/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/drawing.h"
#include "export/pdf.h"
#include "judge.h"
#include "sample.h"

static const struct place place = {.file = {"b.md", 4}, .line = 3, .column = 13};

/* A page with the words, as another program would have made it: with tags. */
static str sheet_of(struct arena *arena, const char *words, double width, double height)
{
    struct fonts *fonts = sample_fonts();
    struct scene *scene = scene_create(arena, width, height);
    struct error error = {0};
    str pdf = {0};
    sample_text(scene, fonts, TAG_PARAGRAPH, words, (point){width - 150, 20});
    const struct scene *scenes = scene;
    assert_true(drawing_pdf(arena, &scenes, 1, fonts, &pdf, &error));
    fonts_destroy(fonts);
    return pdf;
}

static struct letterhead_file file_of(const char *name, str bytes)
{
    return (struct letterhead_file){{str_from(name), bytes}, place};
}

static bool bind(struct arena *arena, size_t page_count,
                 const struct letterhead *letterhead, str *pdf, struct error *error)
{
    struct fonts *fonts = sample_fonts();
    struct pages *pages = sample_pages(arena, fonts, page_count);
    str drawing;
    bool is_bound = drawing_pdf(arena, pages->at, pages->count, fonts, &drawing, error) &&
                    pdf_bind(arena, pages, drawing,
                             (struct pdf_options){.letterhead = letterhead}, pdf, error);
    fonts_destroy(fonts);
    return is_bound;
}

static str bound(struct arena *arena, size_t page_count,
                 const struct letterhead *letterhead)
{
    struct error error = {0};
    str pdf = {0};
    if (!bind(arena, page_count, letterhead, &pdf, &error)) {
        fail_msg("%s", error.message);
    }
    return pdf;
}

static str text_of_page(struct arena *arena, str pdf, int page)
{
    str after = str_print(arena, "- | sed -n 1,3p");
    str before = str_print(arena, "pdftotext -f %d -l %d", page, page);
    return judge(arena, pdf, str_c(arena, before), str_c(arena, after));
}

static const char *problem_with(struct arena *arena, str bytes)
{
    struct error *error = arena_new(arena, struct error);
    struct letterhead letterhead = {.first = file_of("a.pdf", bytes)};
    str pdf = {0};
    assert_false(bind(arena, 1, &letterhead, &pdf, error));
    assert_int_equal(error->kind, ERROR_CONFIG);
    assert_int_equal(error->place.line, 3);
    return error->message;
}

/* A page without anything but these contents and resources. */
static str plain_pdf(struct arena *arena, const char *page, const char *contents)
{
    str objects[] = {
        S("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"),
        S("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"),
        str_print(arena, "3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R %s>>\nendobj\n",
                  page),
        str_print(arena, "4 0 obj\n<</Length %zu>>stream\n%s\nendstream\nendobj\n",
                  strlen(contents), contents),
    };
    struct buffer out = {.arena = arena};
    size_t offsets[COUNT_OF(objects)];
    buffer_add(&out, S("%PDF-1.4\n"));
    for (size_t i = 0; i < COUNT_OF(objects); i++) {
        offsets[i] = out.count;
        buffer_add(&out, objects[i]);
    }
    size_t table = out.count;
    buffer_print(&out, "xref\n0 %zu\n0000000000 65535 f \n", COUNT_OF(objects) + 1);
    for (size_t i = 0; i < COUNT_OF(objects); i++) {
        buffer_print(&out, "%010zu 00000 n \n", offsets[i]);
    }
    buffer_print(&out, "trailer<</Size 5/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", table);
    return buffer_text(&out);
}

#define A4 "/MediaBox[0 0 595.28 841.89]"

static void test_pages_have_their_sheets_beneath_them(void **state)
{
    struct letterhead letterhead = {
        .first = file_of("a.pdf", sheet_of(*state, "Institute", 595.28, 841.89)),
        .following = file_of("b.pdf", sheet_of(*state, "continued", 595.28, 841.89)),
    };
    str pdf = bound(*state, 3, &letterhead);
    assert_contains(*state, text_of_page(*state, pdf, 1), "Institute");
    assert_contains(*state, text_of_page(*state, pdf, 2), "continued");
    assert_contains(*state, text_of_page(*state, pdf, 3), "continued");
}

static void test_the_sheet_is_an_artifact_and_the_file_keeps_its_rules(void **state)
{
    struct letterhead letterhead = {
        .first = file_of("a.pdf", sheet_of(*state, "Institute", 595.28, 841.89))};
    str pdf = bound(*state, 2, &letterhead);
    str verdict = judge(*state, pdf, "python3 tests/support/pdf_rules.py", "");
    assert_contains(*state, verdict, "1 files, 0 violations");
    str tree = judge(*state, pdf, "pdfinfo -struct-text", "");
    assert_false(contains(*state, tree, "Institute"));
}

static void test_a_sheet_that_is_stored_lying_is_set_upright(void **state)
{
    static const int turns[] = {90, 180, 270};
    for (size_t i = 0; i < COUNT_OF(turns); i++) {
        bool lies = turns[i] != 180;
        str page = str_print(*state, "/MediaBox[10 10 %s] /Rotate %d",
                             lies ? "851.89 605.28" : "605.28 851.89", turns[i]);
        str bytes = plain_pdf(*state, str_c(*state, page), "1 0 0 rg 15 15 20 20 re f");
        struct letterhead letterhead = {.first = file_of("a.pdf", bytes)};
        str pdf = bound(*state, 1, &letterhead);
        str corner = judge(
            *state, pdf, "pdftoppm -r 18",
            "| tail -c +16 | od -An -v -tu1 -w447 | awk '{ for (i = 1; i <= NF; i += 3) "
            "if ($i > 200 && $(i + 1) < 60 && $(i + 2) < 60) { "
            "print (NR > 105 ? \"low\" : \"high\") "
            "(i > 222 ? \" right\" : \" left\"); exit } }'");
        static const char *const expected[] = {"high left\n", "high right\n",
                                               "low right\n"};
        assert_str(corner, expected[i]);
    }
}

static void test_what_cannot_be_used_is_refused_with_its_reason(void **state)
{
#define CANNOT "the letterhead \"a.pdf\" cannot be used: "
    assert_string_equal(problem_with(*state, S("nothing")), CANNOT "it is no PDF");
    assert_string_equal(problem_with(*state, sheet_of(*state, "x", 612, 792)),
                        CANNOT "its page has 612 by 792 pt, the paper 595 by 842");
    assert_string_equal(
        problem_with(*state, plain_pdf(*state,
                                       A4 "/Resources<</Font<</F<</Type/Font/Subtype/Type1"
                                          "/BaseFont/Helvetica>>>>>>",
                                       "BT /F 9 Tf (x) Tj ET")),
        CANNOT "its font Helvetica is not embedded");
    assert_string_equal(
        problem_with(*state, plain_pdf(*state, A4, "0 1 0 0 k 0 0 9 9 re f")),
        CANNOT "it has colours in CMYK");
    assert_string_equal(
        problem_with(
            *state, plain_pdf(*state, A4 "/Resources<</ColorSpace<</C/DeviceCMYK>>>>", "")),
        CANNOT "it has colours in CMYK");
}

static void test_an_encrypted_sheet_is_refused(void **state)
{
    static const struct pdf_passwords passwords[] = {{S("u"), S("o")}, {S(""), S("o")}};
    for (size_t i = 0; i < COUNT_OF(passwords); i++) {
        struct error error = {0};
        str plain = sheet_of(*state, "x", 595.28, 841.89);
        str locked;
        assert_true(pdf_encrypt(*state, plain, &passwords[i], &locked, &error));
        assert_string_equal(problem_with(*state, locked), CANNOT "it is encrypted");
    }
}

static void test_a_file_of_many_pages_is_refused(void **state)
{
    struct fonts *fonts = sample_fonts();
    const struct scene *scene = scene_create(*state, 595.28, 841.89);
    const struct scene *scenes[] = {scene, scene, scene};
    struct error error = {0};
    str pdf;
    assert_true(drawing_pdf(*state, scenes, 3, fonts, &pdf, &error));
    assert_string_equal(problem_with(*state, pdf),
                        "the letterhead \"a.pdf\" has 3 pages, which is too many");
    fonts_destroy(fonts);
}

static void test_another_letterhead_is_another_document(void **state)
{
    struct letterhead letterhead = {
        .first = file_of("a.pdf", sheet_of(*state, "Institute", 595.28, 841.89))};
    str one = bound(*state, 1, &letterhead);
    assert_true(str_equal(one, bound(*state, 1, &letterhead)));
    letterhead.first = file_of("a.pdf", sheet_of(*state, "Institut", 595.28, 841.89));
    str other = bound(*state, 1, &letterhead);
    str before = judge(*state, one, "qpdf --show-object=trailer", "| grep -o 'ID.*'");
    str after = judge(*state, other, "qpdf --show-object=trailer", "| grep -o 'ID.*'");
    assert_true(before.length > 40);
    assert_false(str_equal(before, after));
}

/* --- passwords -------------------------------------------------------------------------
 */

static void test_an_encrypted_file_opens_with_its_password_and_is_no_pdf_a(void **state)
{
    static const struct pdf_passwords passwords = {S("secret"), S("owner")};
    struct fonts *fonts = sample_fonts();
    struct pages *pages = sample_pages(*state, fonts, 1);
    struct error error = {0};
    str drawing;
    str pdf = {0};
    assert_true(drawing_pdf(*state, pages->at, 1, fonts, &drawing, &error));
    assert_true(pdf_bind(*state, pages, drawing,
                         (struct pdf_options){.passwords = &passwords}, &pdf, &error));
    fonts_destroy(fonts);
    assert_contains(*state, judge(*state, pdf, "pdftotext", "-"), "Incorrect password");
    assert_contains(*state, judge(*state, pdf, "pdftotext -upw secret", "-"),
                    "China shipped 5,473 t");
    assert_contains(*state,
                    judge(*state, pdf, "qpdf --show-encryption --password=secret", ""),
                    "file encryption method: AESv3");
    str packet = judge(*state, pdf, "pdfinfo -meta -upw secret", "");
    assert_contains(*state, packet, "<pdfuaid:part>1<");
    assert_false(contains(*state, packet, "<pdfaid:part>"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_pages_have_their_sheets_beneath_them),
        unit_case(test_the_sheet_is_an_artifact_and_the_file_keeps_its_rules),
        unit_case(test_a_sheet_that_is_stored_lying_is_set_upright),
        unit_case(test_what_cannot_be_used_is_refused_with_its_reason),
        unit_case(test_an_encrypted_sheet_is_refused),
        unit_case(test_a_file_of_many_pages_is_refused),
        unit_case(test_another_letterhead_is_another_document),
        unit_case(test_an_encrypted_file_opens_with_its_password_and_is_no_pdf_a),
    };
    return unit_run(tests);
}
