/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/drawing.h"
#include "judge.h"
#include "sample.h"

static str draw_pdf(struct arena *arena, struct fonts *fonts, const struct scene *scene)
{
    struct error error = {0};
    str pdf = {0};
    assert_true(drawing_pdf(arena, &scene, 1, fonts, &pdf, &error));
    return pdf;
}

/* What a reader finds in a page that has only this run. */
static str text_of_run(struct arena *arena, struct fonts *fonts, struct text_run *run)
{
    struct scene *scene = scene_create(arena, 200, 100);
    struct text_line line = {.runs = run, .run_count = 1};
    scene_text(scene, &line, (point){20, 50}, ALIGN_LEFT);
    return judge(arena, draw_pdf(arena, fonts, scene), "pdftotext", "- | tr -d '\\f\\n'");
}

static uint32_t big_endian(str bytes, size_t offset)
{
    uint32_t number = 0;
    for (size_t i = 0; i < 4; i++) {
        number = number << 8 | (unsigned char)bytes.at[offset + i];
    }
    return number;
}

static void test_a_picture_has_the_size_of_the_scene_times_the_scale(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct scene *scene = scene_create(*state, 100, 50);
    sample_figure(scene, fonts, (point){0, 10}, "");
    struct error error = {0};
    str png = {0};
    assert_true(drawing_png(*state, scene, fonts, 2.5, &png, &error));
    assert_true(str_starts(png, S("\x89PNG\r\n\x1A\n")));
    assert_int_equal(big_endian(png, 16), 250);
    assert_int_equal(big_endian(png, 20), 125);
    fonts_destroy(fonts);
}

static void test_a_picture_that_cannot_be_made_is_an_error(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct error error = {0};
    str png = {0};
    const struct scene *scene = scene_create(*state, 40000, 10);
    assert_false(drawing_png(*state, scene, fonts, 1, &png, &error));
    assert_int_equal(error.kind, ERROR_SOFTWARE);
    assert_string_equal(
        error.message,
        "the picture cannot be written: invalid value (typically too big) for the size "
        "of the input (surface, pattern, etc.)");
    assert_null(png.at);
    fonts_destroy(fonts);
}

static void test_drawing_twice_gives_the_same_bytes(void **state)
{
    struct fonts *fonts = sample_fonts();
    const struct scene *scene = sample_page(*state, fonts, 0);
    str first = draw_pdf(*state, fonts, scene);
    assert_true(str_equal(draw_pdf(*state, fonts, scene), first));
    fonts_destroy(fonts);
}

static void test_pages_have_the_sizes_of_their_scenes(void **state)
{
    struct fonts *fonts = sample_fonts();
    const struct scene *scenes[] = {scene_create(*state, 200, 100),
                                    scene_create(*state, 300, 400)};
    struct error error = {0};
    str pdf = {0};
    assert_true(drawing_pdf(*state, scenes, 2, fonts, &pdf, &error));
    str info = judge(*state, pdf, "pdfinfo -l 2", "");
    assert_contains(*state, info, "Page    1 size:  200 x 100 pts");
    assert_contains(*state, info, "Page    2 size:  300 x 400 pts");
    fonts_destroy(fonts);
}

static void test_a_glyph_that_stands_for_two_characters_reads_as_both(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct text_run run = sample_line(*state, fonts, "xyz").runs[0];
    run.text = S("fiyz");
    run.glyphs[1].text_start = 2;
    run.glyphs[2].text_start = 3;
    assert_str(text_of_run(*state, fonts, &run), "fiyz");
    fonts_destroy(fonts);
}

static void test_glyphs_from_right_to_left_keep_their_characters(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct text_run run = sample_line(*state, fonts, "abc").runs[0];
    for (size_t i = 0; i < 3; i++) {
        run.glyphs[i].text_start = (uint32_t)(2 - i);
    }
    run.text = S("cba"); /* its first character is the rightmost glyph */
    assert_str(text_of_run(*state, fonts, &run), "abc");
    fonts_destroy(fonts);
}

static void test_a_no_break_space_reads_as_a_space(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct text_run run = sample_line(*state, fonts, "5,473\xC2\xA0t").runs[0];
    assert_str(text_of_run(*state, fonts, &run), "5,473 t");
    fonts_destroy(fonts);
}

static void test_what_is_clipped_is_not_seen(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct paint black = {.has_fill = true};
    struct error error = {0};
    str png[3] = {{0}};
    for (size_t i = 0; i < 3; i++) { /* nothing; outside the clip; without the clip */
        struct scene *scene = scene_create(*state, 40, 40);
        struct path clip = {0};
        path_rect(*state, &clip, (rect){0, 0, i == 2 ? 40 : 10, 40});
        scene_clip_begin(scene, &clip);
        if (i) {
            scene_rect(scene, (rect){20, 20, 10, 10}, black);
        }
        scene_clip_end(scene);
        assert_true(drawing_png(*state, scene, fonts, 1, &png[i], &error));
    }
    assert_true(str_equal(png[0], png[1]));
    assert_false(str_equal(png[0], png[2]));
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_picture_has_the_size_of_the_scene_times_the_scale),
        unit_case(test_a_picture_that_cannot_be_made_is_an_error),
        unit_case(test_drawing_twice_gives_the_same_bytes),
        unit_case(test_pages_have_the_sizes_of_their_scenes),
        unit_case(test_a_glyph_that_stands_for_two_characters_reads_as_both),
        unit_case(test_glyphs_from_right_to_left_keep_their_characters),
        unit_case(test_a_no_break_space_reads_as_a_space),
        unit_case(test_what_is_clipped_is_not_seen),
    };
    return unit_run(tests);
}
