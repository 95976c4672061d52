/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/file.h"
#include "export/subset.h"

static void test_a_font_without_cff_outlines_is_left_to_cairo(void **state)
{
    struct face face = {S("/usr/share/fonts/truetype/paratype/PTF55F.ttf"), 0};
    assert_true(file_exists(face.path));
    const uint32_t glyph = 5;
    assert_null(subset_create(*state, face, &glyph, 1));
}

static void test_a_font_that_is_not_there_is_left_to_cairo(void **state)
{
    struct face face = {S("/nowhere/font.otf"), 0};
    assert_null(subset_create(*state, face, NULL, 0));
}

static void test_a_font_with_cff_outlines_is_cut_down(void **state)
{
    struct face face = {S("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"), 0};
    if (!file_exists(face.path)) {
        skip(); /* the package fonts-noto-cjk */
    }
    const uint32_t glyphs[] = {1200, 20000, 1200};
    struct hb_blob_t *subset = subset_create(*state, face, glyphs, COUNT_OF(glyphs));
    assert_non_null(subset);
    str bytes = subset_bytes(subset);
    assert_true(str_starts(bytes, S("OTTO")));
    assert_true(bytes.length > 1000 && bytes.length < 2000000);
    subset_destroy(subset);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_font_without_cff_outlines_is_left_to_cairo),
        unit_case(test_a_font_that_is_not_there_is_left_to_cairo),
        unit_case(test_a_font_with_cff_outlines_is_cut_down),
    };
    return unit_run(tests);
}
