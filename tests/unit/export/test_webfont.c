/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "export/webfont.h"
#include "judge.h"
#include "sample.h"

static str css_of(struct arena *arena, struct fonts *fonts, const char *text)
{
    struct webfonts webfonts = {.arena = arena};
    struct buffer css = {.arena = arena};
    struct error error = {0};
    struct text_line line = sample_line(arena, fonts, text);
    webfonts_add_line(&webfonts, &line);
    assert_true(webfonts_css(&webfonts, fonts, &css, &error));
    return buffer_text(&css);
}

/* What Python finds in the packed font: tables that unpack to their lengths and sums. */
static void test_a_face_is_a_font_file_that_unpacks(void **state)
{
    struct fonts *fonts = sample_fonts();
    str verdict = judge(
        *state, css_of(*state, fonts, "Exports of 5,473 t"),
        "python3 -c 'import sys, base64, struct, zlib\n"
        "text = open(sys.argv[1]).read()\n"
        "font = base64.b64decode(text.split(\"base64,\")[1].split(\")\")[0])\n"
        "magic, flavor, length, count = struct.unpack(\">4sIIH\", font[:14])\n"
        "assert magic == b\"wOFF\" and length == len(font)\n"
        "names = []\n"
        "for i in range(count):\n"
        "    tag, at, packed, size, total = struct.unpack(\">4sIIII\", "
        "font[44 + 20 * i:64 + 20 * i])\n"
        "    table = font[at:at + packed]\n"
        "    table = zlib.decompress(table) if packed < size else table\n"
        "    assert len(table) == size\n"
        "    words = table + bytes(-len(table) % 4)\n"
        "    if tag != b\"head\":\n"
        "        assert sum(struct.unpack(\">%dI\" % (len(words) // 4), words)) % 2**32 "
        "== total\n"
        "    names.append(tag.decode())\n"
        "print(\" \".join(sorted(set(names) & {\"cmap\", \"glyf\", \"GPOS\", \"head\"})))'",
        "");
    assert_str(verdict, "GPOS cmap glyf head\n");
    fonts_destroy(fonts);
}

static void test_more_characters_make_a_larger_face(void **state)
{
    struct fonts *fonts = sample_fonts();
    str few = css_of(*state, fonts, "aaaa");
    str same = css_of(*state, fonts, "aa");
    str more = css_of(*state, fonts, "The quick brown fox jumps");
    assert_true(str_equal(few, same));
    assert_true(more.length > few.length + 1000);
    fonts_destroy(fonts);
}

static void test_a_set_of_characters_is_in_order_and_without_repetition(void **state)
{
    struct characters set = {0};
    characters_add(*state, &set,
                   S("ba\xF0\x9F\xA7\xB2\u00e9"
                     "ab"));
    assert_int_equal(set.count, 4);
    assert_str(characters_text(*state, &set), "ab\u00e9\xF0\x9F\xA7\xB2");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_face_is_a_font_file_that_unpacks),
        unit_case(test_more_characters_make_a_larger_face),
        unit_case(test_a_set_of_characters_is_in_order_and_without_repetition),
    };
    return unit_run(tests);
}
