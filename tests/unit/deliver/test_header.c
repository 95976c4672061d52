/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/deliver/header.h"

static void test_short_ascii_stands_as_it_is(void **state)
{
    assert_str(header_text(*state, S("Exports fell 5.2% (a record)"), 9),
               "Exports fell 5.2% (a record)");
    assert_str(header_text(*state, S(""), 9), "");
}

static void test_long_ascii_is_folded_at_spaces(void **state)
{
    assert_str(
        header_text(*state,
                    S("Exports of rare-earth permanent magnets fell by five per cent "
                      "in October, the second fall running"),
                    9),
        "Exports of rare-earth permanent magnets fell by five per cent in\n"
        " October, the second fall running");
}

static void test_mostly_latin_text_is_quoted_printable(void **state)
{
    assert_str(header_text(*state, S("China’s exports fell 5.2%"), 9),
               "=?UTF-8?Q?China=E2=80=99s_exports_fell_5=2E2=25?=");
}

static void test_mostly_other_text_is_base64(void **state)
{
    assert_str(header_text(*state, S("希土類"), 9), "=?UTF-8?B?5biM5Zyf6aGe?=");
    assert_str(header_text(*state, S("希土類磁"), 9), "=?UTF-8?B?5biM5Zyf6aGe56OB?=");
    assert_str(header_text(*state, S("é"), 9), "=?UTF-8?Q?=C3=A9?=");
}

/* No word over 75, no line over 76, no character cut in two. */
static void test_long_texts_are_words_of_whole_characters(void **state)
{
    static const char *const texts[] = {
        "中国の希土類磁石の輸出は前月比で減少し、前年同月比では増加しました。次回の発表は来"
        "月です。",
        "Überraschungen über Überraschungen über Überraschungen über Überraschungen "
        "überall",
        "💶💷💴💶💷💴💶💷💴💶💷💴💶💷💴💶💷💴💶💷💴💶💷💴",
    };
    for (size_t column = 4; column < 60; column += 5) {
        for (size_t i = 0; i < COUNT_OF(texts); i++) {
            str rest = header_text(*state, str_from(texts[i]), column);
            size_t before = column;
            while (rest.length) {
                str line = str_cut(rest, '\n', &rest);
                str word = str_trim(line);
                assert_true(before + line.length <= 76);
                assert_true(word.length <= 75);
                assert_true(!word.length || str_starts(word, S("=?UTF-8?")));
                before = 0;
            }
        }
    }
}

static void test_what_looks_encoded_is_encoded(void **state)
{
    assert_str(header_text(*state, S("=?UTF-8?Q?x?="), 9),
               "=?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D?=");
}

static void test_a_word_that_fits_no_line_is_encoded(void **state)
{
    str text = S("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                 "xxxxxxxxxx");
    str value = header_text(*state, text, 9);
    assert_true(str_starts(value, S("=?UTF-8?Q?xxxx")));
    assert_true(str_find(value, '\n') <= 76 - 9);
}

static void assert_mailbox(void **state, const char *name, const char *expected)
{
    struct mailbox mailbox = {str_from(name), S("anna@example.org")};
    assert_str(header_mailbox(*state, &mailbox, false, 4), expected);
}

static void test_a_name_is_bare_quoted_or_encoded(void **state)
{
    assert_mailbox(state, "", "anna@example.org");
    assert_mailbox(state, "Anna Berg", "Anna Berg <anna@example.org>");
    assert_mailbox(state, "Berg, Anna", "\"Berg, Anna\" <anna@example.org>");
    assert_mailbox(state, "A. Berg", "\"A. Berg\" <anna@example.org>");
    assert_mailbox(state, "A \"B\" \\", "\"A \\\"B\\\" \\\\\" <anna@example.org>");
    assert_mailbox(state, "eve@example.net", "\"eve@example.net\" <anna@example.org>");
    assert_mailbox(state, "山田", "=?UTF-8?B?5bGx55Sw?= <anna@example.org>");
}

static void test_a_label_is_in_brackets(void **state)
{
    struct mailbox label = {S(""), S("list.example.org")};
    assert_str(header_mailbox(*state, &label, true, 9), "<list.example.org>");
}

static void test_a_file_name_is_a_parameter(void **state)
{
    assert_str(header_disposition(*state, "attachment", S("a b.pdf")),
               "attachment;\n filename=\"a b.pdf\"");
    assert_str(header_disposition(*state, "attachment", S("März.pdf")),
               "attachment;\n filename*=UTF-8''M%C3%A4rz.pdf");
    assert_str(
        header_disposition(*state, "inline", S("希土類磁石の輸出統計.pdf")),
        "inline;\n"
        " filename*0*=UTF-8''%E5%B8%8C%E5%9C%9F%E9%A1%9E%E7%A3%81%E7%9F%B3%E3%81%AE;\n"
        " filename*1*=%E8%BC%B8%E5%87%BA%E7%B5%B1%E8%A8%88.pdf");
}

static void test_a_file_name_has_an_ascii_form(void **state)
{
    assert_str(header_ascii_name(*state, S("a b.pdf")), "a b.pdf");
    assert_str(header_ascii_name(*state, S("Bericht-März.pdf")), "Bericht-M_rz.pdf");
    assert_str(header_ascii_name(*state, S("Überblick.pdf")), "_berblick.pdf");
    assert_str(header_ascii_name(*state, S("希土類-2025-10.pdf")), "2025-10.pdf");
    assert_str(header_ascii_name(*state, S("希土類.pdf")), "briefing.pdf");
    assert_str(header_ascii_name(*state, S("希土類")), "briefing.pdf");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_short_ascii_stands_as_it_is),
        unit_case(test_long_ascii_is_folded_at_spaces),
        unit_case(test_mostly_latin_text_is_quoted_printable),
        unit_case(test_mostly_other_text_is_base64),
        unit_case(test_long_texts_are_words_of_whole_characters),
        unit_case(test_what_looks_encoded_is_encoded),
        unit_case(test_a_word_that_fits_no_line_is_encoded),
        unit_case(test_a_name_is_bare_quoted_or_encoded),
        unit_case(test_a_label_is_in_brackets),
        unit_case(test_a_file_name_is_a_parameter),
        unit_case(test_a_file_name_has_an_ascii_form),
    };
    return unit_run(tests);
}
