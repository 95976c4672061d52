/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/drawing.h"
#include "export/svg.h"
#include "judge.h"
#include "sample.h"

#include <png.h>

static str draw(struct arena *arena, struct fonts *fonts, const struct scene *scene,
                struct svg_options options)
{
    struct error error = {0};
    str svg = {0};
    assert_true(svg_draw(arena, scene, fonts, options, &svg, &error));
    return svg;
}

static const struct scene *figure(struct arena *arena, struct fonts *fonts)
{
    struct scene *scene = scene_create(arena, 260, 150);
    sample_figure(scene, fonts, (point){10, 20}, "Columns: exports \"fell\" to < 5,473 t");
    return scene;
}

static size_t count_of(struct arena *arena, str text, const char *part)
{
    size_t count = 0;
    for (const char *at = str_c(arena, text); (at = strstr(at, part)); at++) {
        count++;
    }
    return count;
}

/* --- pictures ------------------------------------------------------------------------- */

struct pixels {
    unsigned char *at; /* grey */
    size_t width, height;
};

static struct pixels decode(struct arena *arena, str png)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, png.at, png.length));
    image.format = PNG_FORMAT_GRAY;
    struct pixels pixels = {arena_array(arena, unsigned char, PNG_IMAGE_SIZE(image)),
                            image.width, image.height};
    png_color white = {255, 255, 255};
    assert_true(png_image_finish_read(&image, &white, pixels.at, 0, NULL));
    return pixels;
}

/* Mean difference of two pictures, of 255; shades at edges count little. */
static double difference(struct arena *arena, str left, str right)
{
    struct pixels a = decode(arena, left);
    struct pixels b = decode(arena, right);
    assert_int_equal(a.width, b.width);
    assert_int_equal(a.height, b.height);
    double sum = 0;
    for (size_t i = 0; i < a.width * a.height; i++) {
        sum += abs(a.at[i] - b.at[i]);
    }
    return sum / (double)(a.width * a.height);
}

static void test_a_picture_looks_as_the_png_does(void **state)
{
    struct fonts *fonts = sample_fonts();
    const struct scene *scene = figure(*state, fonts);
    str svg = draw(*state, fonts, scene, (struct svg_options){0});
    struct error error = {0};
    str png = {0};
    assert_true(drawing_png(*state, scene, fonts, 2, &png, &error));
    str rendered = judge(*state, svg, "rsvg-convert",
                         "-w 520 -h 300 --background-color white 2>/dev/null");
    assert_true(difference(*state, png, rendered) < 1.5);

    struct scene *moved = scene_create(*state, 260, 150); /* the measure does measure */
    scene_append(moved, scene, (point){2, 0});
    assert_true(drawing_png(*state, moved, fonts, 2, &png, &error));
    assert_true(difference(*state, png, rendered) > 6);
    fonts_destroy(fonts);
}

static void test_a_whole_page_looks_as_the_png_does(void **state)
{
    struct fonts *fonts = sample_fonts();
    const struct scene *scene = sample_page(*state, fonts, 0);
    str svg = draw(*state, fonts, scene, (struct svg_options){0});
    struct error error = {0};
    str png = {0};
    assert_true(drawing_png(*state, scene, fonts, 1, &png, &error));
    str rendered = judge(*state, svg, "rsvg-convert",
                         "-w 595 -h 842 --background-color white 2>/dev/null");
    assert_true(difference(*state, png, rendered) < 1);
    fonts_destroy(fonts);
}

/* --- what is in the file -------------------------------------------------------------- */

static void test_a_picture_is_well_formed_xml(void **state)
{
    struct fonts *fonts = sample_fonts();
    static const enum svg_text kinds[] = {SVG_OUTLINES, SVG_LIVE, SVG_LIVE_IN_PAGE};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const struct scene *scene = sample_page(*state, fonts, 0);
        str svg = draw(*state, fonts, scene, (struct svg_options){.text = kinds[i]});
        str verdict = judge(*state, svg,
                            "python3 -c 'import sys, xml.dom.minidom as d; "
                            "print(d.parse(sys.argv[1]).documentElement.tagName)'",
                            "");
        assert_str(verdict, "svg\n");
    }
    fonts_destroy(fonts);
}

static void test_title_and_description_are_caption_and_alternative_text(void **state)
{
    struct fonts *fonts = sample_fonts();
    str svg =
        draw(*state, fonts, figure(*state, fonts), (struct svg_options){.id = S("f2")});
    assert_contains(*state, svg, "role=\"img\" aria-labelledby=\"f2title f2desc\"");
    assert_contains(*state, svg, "<title id=\"f2title\">Exports slipped again</title>");
    assert_contains(
        *state, svg,
        "<desc id=\"f2desc\">Columns: exports &quot;fell&quot; to &lt; 5,473 t</desc>");
    fonts_destroy(fonts);
}

static void test_a_glyph_is_described_once(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct scene *scene = scene_create(*state, 100, 50);
    struct text_line line = sample_line(*state, fonts, "aaba");
    scene_text(scene, &line, (point){10, 20}, ALIGN_LEFT);
    scene_text(scene, &line, (point){10, 40}, ALIGN_LEFT);
    str svg = draw(*state, fonts, scene, (struct svg_options){0});
    assert_int_equal(count_of(*state, svg, "<path id=\"g"), 2);
    assert_int_equal(count_of(*state, svg, "<use xlink:href=\"#g0\""), 6);
    fonts_destroy(fonts);
}

static void test_parts_of_two_pictures_in_a_page_have_names_of_their_own(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct svg_options options = {.id = S("f7-")};
    str svg = draw(*state, fonts, figure(*state, fonts), options);
    size_t names = count_of(*state, svg, " id=\"");
    assert_true(names > 10);
    assert_int_equal(count_of(*state, svg, " id=\"f7-"), names);
    assert_contains(*state, svg, "clip-path=\"url(#f7-c0)\"");
    fonts_destroy(fonts);
}

static void test_live_text_brings_its_fonts_cut_down(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct svg_options live = {.text = SVG_LIVE};
    str svg = draw(*state, fonts, figure(*state, fonts), live);
    assert_contains(*state, svg, ">Exports slipped again</tspan>");
    assert_contains(*state, svg,
                    "@font-face{font-family:y0;font-weight:1 1000;src:url(data:");
    assert_int_equal(count_of(*state, svg, "<use"), 0);
    assert_true(svg.length < 20000); /* the file of the font has 200 kB */
    fonts_destroy(fonts);
}

static void test_a_picture_within_a_page_has_neither_fonts_nor_size(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct svg_options options = {.text = SVG_LIVE_IN_PAGE};
    str svg = draw(*state, fonts, figure(*state, fonts), options);
    assert_true(str_starts(svg, S("<svg ")));
    assert_int_equal(count_of(*state, svg, "@font-face"), 0);
    assert_int_equal(count_of(*state, svg, "pt\""), 0);
    fonts_destroy(fonts);
}

static void test_text_from_right_to_left_is_anchored_at_its_left_end(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct scene *scene = scene_create(*state, 100, 50);
    struct text_run run = sample_line(*state, fonts, "abc").runs[0];
    for (size_t i = 0; i < 3; i++) {
        run.glyphs[i].text_start = (uint32_t)(2 - i);
    }
    run.is_right_to_left = true;
    run.text = S("ab "); /* the space is the leftmost glyph */
    struct text_line line = {.runs = &run, .run_count = 1};
    scene_text(scene, &line, (point){20, 30}, ALIGN_LEFT);
    str svg = draw(*state, fonts, scene, (struct svg_options){.text = SVG_LIVE_IN_PAGE});
    assert_contains(*state, svg, "<tspan x=\"25.05\" y=\"30\"");
    assert_contains(*state, svg,
                    "direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\">ab<");
    fonts_destroy(fonts);
}

static void test_links_lead_out_and_not_within(void **state)
{
    struct scene *scene = scene_create(*state, 100, 50);
    scene_link(scene, (rect){1, 2, 30, 10}, S("https://example.org/?a=1&b=2"));
    scene_link(scene, (rect){1, 12, 30, 10}, S("#part-2"));
    str svg = draw(*state, NULL, scene, (struct svg_options){0});
    assert_contains(*state, svg,
                    "<a xlink:href=\"https://example.org/?a=1&amp;b=2\"><rect x=\"1\" "
                    "y=\"2\" width=\"30\" height=\"10\" ");
    assert_int_equal(count_of(*state, svg, "<a "), 1);
}

static void test_a_path_is_written_with_two_decimals(void **state)
{
    struct scene *scene = scene_create(*state, 100, 50);
    struct paint paint = {
        .stroke_width = 0.8, .stroke = {0x0B, 0x5C, 0x94}, .dash = {3, 2.5}};
    scene_line(scene, (point){1.0 / 3, -2}, (point){10, 20.999}, paint);
    str svg = draw(*state, NULL, scene, (struct svg_options){0});
    assert_contains(*state, svg,
                    "<path fill=\"none\" stroke=\"#0B5C94\" stroke-width=\"0.8\" "
                    "stroke-dasharray=\"3 2.5\" d=\"M0.33-2L10 21\"/>");
}

static void test_drawing_twice_gives_the_same_bytes(void **state)
{
    struct fonts *fonts = sample_fonts();
    struct svg_options live = {.text = SVG_LIVE};
    str first = draw(*state, fonts, figure(*state, fonts), live);
    assert_true(str_equal(draw(*state, fonts, figure(*state, fonts), live), first));
    fonts_destroy(fonts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_picture_looks_as_the_png_does),
        unit_case(test_a_whole_page_looks_as_the_png_does),
        unit_case(test_a_picture_is_well_formed_xml),
        unit_case(test_title_and_description_are_caption_and_alternative_text),
        unit_case(test_a_glyph_is_described_once),
        unit_case(test_parts_of_two_pictures_in_a_page_have_names_of_their_own),
        unit_case(test_live_text_brings_its_fonts_cut_down),
        unit_case(test_a_picture_within_a_page_has_neither_fonts_nor_size),
        unit_case(test_text_from_right_to_left_is_anchored_at_its_left_end),
        unit_case(test_links_lead_out_and_not_within),
        unit_case(test_a_path_is_written_with_two_decimals),
        unit_case(test_drawing_twice_gives_the_same_bytes),
    };
    return unit_run(tests);
}
