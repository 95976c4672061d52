/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/pdf_artifact.h"

static void assert_marked(void **state, const char *content, const char *marked)
{
    assert_str(pdf_artifacts_mark_content(*state, str_from(content)), marked);
}

static void test_what_is_painted_outside_elements_is_an_artifact(void **state)
{
    assert_marked(state, "1 0 m 2 0 l S\n", "/Artifact BMC\n1 0 m 2 0 l S\nEMC\n");
    assert_marked(state,
                  "0 0 1 1 re f\n/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\nBT (b)Tj ET",
                  "/Artifact BMC\n0 0 1 1 re f\nEMC\n"
                  "/P << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n"
                  "/Artifact BMC\nBT (b)Tj ET\nEMC\n");
}

static void test_what_paints_nothing_is_left_as_it_is(void **state)
{
    static const char *const contents[] = {
        "", "q 1 0 0 -1 0 842 cm\n/P << /MCID 0 >> BDC\n1 w (S)Tj\nEMC\nQ\n",
        "/f-0-0 1 Tf /S gs 0 0 1 1 re W n\n"};
    for (size_t i = 0; i < COUNT_OF(contents); i++) {
        assert_marked(state, contents[i], contents[i]);
    }
}

static void test_replacement_text_in_an_artifact_ends_with_it(void **state)
{
    assert_marked(state,
                  "BT /Span << /ActualText <feff0066> >> BDC (x)Tj EMC ET\n"
                  "/P <</MCID 1>> BDC\n(y)Tj\nEMC\n",
                  "/Artifact BMC\nBT /Span << /ActualText <feff0066> >> BDC (x)Tj EMC ET\n"
                  "EMC\n/P <</MCID 1>> BDC\n(y)Tj\nEMC\n");
}

static void test_what_stands_in_strings_and_names_is_no_operator(void **state)
{
    static const char content[] = "(EMC \\) S \\( (f) BDC)pop /S /f* (a\\\\) 1 w\n";
    assert_marked(state, content, content);
    assert_marked(state, "[(S)-40(EMC)]TJ", "/Artifact BMC\n[(S)-40(EMC)]TJ\nEMC\n");
    assert_marked(state, "(open", "(open");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_is_painted_outside_elements_is_an_artifact),
        unit_case(test_what_paints_nothing_is_left_as_it_is),
        unit_case(test_replacement_text_in_an_artifact_ends_with_it),
        unit_case(test_what_stands_in_strings_and_names_is_no_operator),
    };
    return unit_run(tests);
}
