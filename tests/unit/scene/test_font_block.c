/* SPDX-License-Identifier: MIT */
#include "font_fixture.h"

static const char sentence[] =
    "China shipped 5,473 t of rare-earth magnets in October, down 5.2% on the month and up "
    "15.8% on the year, the second fall in a row.";

static struct text_block break_text(struct arena *arena, const char *text,
                                    struct text_layout layout)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    struct text_span span = {
        .text = str_from(text),
        .style = fixture_style("PT Serif", 9.5, 400),
    };
    struct text_block block = font_block(arena, fonts, &span, 1, layout, &error);
    assert_string_equal(error.message, "");
    fonts_destroy(fonts);
    return block;
}

/* The lines of a block with a bar between them. */
static str lines_of(struct arena *arena, struct text_block block)
{
    str *texts = arena_array(arena, str, block.line_count);
    for (size_t i = 0; i < block.line_count; i++) {
        texts[i] = block.lines[i].text;
    }
    return str_join(arena, texts, block.line_count, S("|"));
}

static void test_lines_are_broken_between_words_to_fit(void **state)
{
    struct text_block block =
        break_text(*state, sentence, (struct text_layout){.width = 160});
    assert_str(lines_of(*state, block),
               "China shipped 5,473 t of rare-earth|magnets in October, down 5.2% on|"
               "the month and up 15.8% on the year,|the second fall in a row.");
    for (size_t i = 0; i < block.line_count; i++) {
        assert_true(block.lines[i].width <= 160);
        assert_true(block.lines[i].width <= block.width);
    }
    assert_near(block.height, 4 * 9.5 * 1.25);
}

static void test_without_a_width_there_is_one_line(void **state)
{
    struct text_block block = break_text(*state, sentence, (struct text_layout){0});
    assert_int_equal(block.line_count, 1);
    assert_str(block.lines[0].text, sentence);
}

static void test_balanced_lines_are_as_few_and_as_even_as_can_be(void **state)
{
    const char *title = "Exports slipped again in October after September's record";
    struct text_layout layout = {.width = 220};
    assert_str(lines_of(*state, break_text(*state, title, layout)),
               "Exports slipped again in October after September's|record");
    layout.is_balanced = true;
    struct text_block block = break_text(*state, title, layout);
    assert_str(lines_of(*state, block),
               "Exports slipped again in October|after September's record");
    assert_true(block.width < 150);
}

static void test_a_balanced_text_of_one_line_stays_one(void **state)
{
    struct text_layout layout = {.width = 220, .is_balanced = true};
    assert_str(lines_of(*state, break_text(*state, "Who bought more?", layout)),
               "Who bought more?");
}

static void test_a_no_break_space_holds_number_and_unit_together(void **state)
{
    struct text_layout layout = {.width = 40};
    assert_str(lines_of(*state, break_text(*state, "down to 5,473\u00A0t now", layout)),
               "down to|5,473\u00A0t|now");
}

static void test_a_line_end_in_the_text_ends_the_line(void **state)
{
    struct text_block block =
        break_text(*state, "first\nsecond", (struct text_layout){.width = 300});
    assert_str(lines_of(*state, block), "first|second");
}

static void test_a_word_that_does_not_fit_is_broken_on_a_line_of_its_own(void **state)
{
    struct text_block block =
        break_text(*state, "of concentration here", (struct text_layout){.width = 30});
    assert_str(lines_of(*state, block), "of|concen|tration|here");
    assert_true(block.width <= 30);
}

static void test_an_indent_moves_the_first_line_only(void **state)
{
    struct text_layout layout = {.width = 160, .indent = 12};
    struct text_block block = break_text(*state, sentence, layout);
    assert_near(block.lines[0].runs[0].x, 12);
    assert_near(block.lines[0].runs[0].glyphs[0].x, 12);
    assert_near(block.lines[1].runs[0].x, 0);
    assert_true(block.lines[0].width <= 160);
}

static void test_no_text_is_no_line(void **state)
{
    struct text_block block = break_text(*state, "", (struct text_layout){.width = 100});
    assert_int_equal(block.line_count, 0);
    assert_near(block.height, 0);
}

static void test_spans_become_runs_of_their_own(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    struct text_span spans[] = {
        {.text = S("Exports fell "), .style = fixture_style("PT Serif", 9.5, 400)},
        {.text = S("5.2%"), .style = fixture_style("PT Serif", 9.5, 700)},
        {.text = S("p"),
         .style = fixture_style("PT Serif", 6, 400),
         .rise = 3,
         .link = S("#notes")},
    };
    spans[1].style.color = (color){11, 92, 148};
    struct text_block block =
        font_block(*state, fonts, spans, 3, (struct text_layout){.width = 300}, &error);
    assert_int_equal(block.line_count, 1);
    const struct text_line *line = &block.lines[0];
    assert_int_equal(line->run_count, 3);
    assert_str(line->text, "Exports fell 5.2%p");
    assert_str(line->runs[0].text, "Exports fell ");
    assert_str(line->runs[1].text, "5.2%");
    assert_int_equal(line->runs[1].face, 1);
    assert_int_equal(line->runs[1].color.green, 92);
    assert_int_equal(line->runs[1].glyphs[0].text_start, 0);
    assert_near(line->runs[1].x, line->runs[0].width);
    assert_near(line->runs[2].glyphs[0].y, -3);
    assert_str(line->runs[2].link, "#notes");
    fonts_destroy(fonts);
}

static void test_a_run_goes_on_in_the_next_line(void **state)
{
    struct text_block block =
        break_text(*state, "one two three", (struct text_layout){.width = 45});
    assert_str(lines_of(*state, block), "one two|three");
    const struct text_run *run = &block.lines[1].runs[0];
    assert_str(run->text, "three");
    assert_int_equal(run->glyph_count, 5);
    assert_int_equal(run->glyphs[0].text_start, 0);
    assert_near(run->glyphs[0].x, 0);
}

static void test_runs_know_where_their_text_stands_in_what_was_given(void **state)
{
    struct fonts *fonts = fixture_fonts();
    struct error error = {0};
    str first = S("China shipped ");
    str second = S("5,473 t of magnets in October, and more than that a year before.");
    struct text_span spans[] = {
        {.text = first, .style = fixture_style("PT Serif", 9.5, 400)},
        {.text = second, .style = fixture_style("PT Serif", 9.5, 700)},
    };
    struct text_block block = font_block(*state, fonts, spans, COUNT_OF(spans),
                                         (struct text_layout){.width = 160}, &error);
    fonts_destroy(fonts);
    const struct text_line *line = &block.lines[0];
    assert_int_equal(line->run_count, 2);
    assert_ptr_equal(line->runs[0].origin.at, first.at);
    assert_ptr_equal(line->runs[1].origin.at, second.at);
    size_t drawn = 0;
    for (size_t i = 1; i < block.line_count; i++) {
        const struct text_run *run = &block.lines[i].runs[0];
        drawn = (size_t)(run->origin.at - second.at);
        assert_true(str_starts(str_after(second, drawn), run->origin));
        assert_true(str_equal(run->origin, run->text));
    }
    assert_true(drawn > 40);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_lines_are_broken_between_words_to_fit),
        unit_case(test_without_a_width_there_is_one_line),
        unit_case(test_balanced_lines_are_as_few_and_as_even_as_can_be),
        unit_case(test_a_balanced_text_of_one_line_stays_one),
        unit_case(test_a_no_break_space_holds_number_and_unit_together),
        unit_case(test_a_line_end_in_the_text_ends_the_line),
        unit_case(test_a_word_that_does_not_fit_is_broken_on_a_line_of_its_own),
        unit_case(test_an_indent_moves_the_first_line_only),
        unit_case(test_no_text_is_no_line),
        unit_case(test_spans_become_runs_of_their_own),
        unit_case(test_a_run_goes_on_in_the_next_line),
        unit_case(test_runs_know_where_their_text_stands_in_what_was_given),
    };
    return unit_run(tests);
}
