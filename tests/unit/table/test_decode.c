/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "table/decode.h"

static bool decode(void **state, str bytes, struct decode_wish wish,
                   struct decoded *decoded, struct error *error)
{
    struct source source = {S("in.csv"), bytes};
    return decode_text(*state, &source, wish, decoded, error);
}

static void assert_decoded(void **state, str bytes, struct decode_wish wish,
                           const char *text, const char *encoding, const char *reason)
{
    struct decoded decoded;
    struct error error = {0};
    bool is_decoded = decode(state, bytes, wish, &decoded, &error);
    assert_string_equal(error.message, "");
    assert_true(is_decoded);
    assert_str(decoded.text.text, text);
    assert_str(decoded.encoding, encoding);
    assert_str(decoded.reason, reason);
}

static void assert_refused(void **state, str bytes, struct decode_wish wish,
                           enum error_kind kind, size_t line, size_t column,
                           const char *message, const char *hint)
{
    struct decoded decoded;
    struct error error = {0};
    assert_false(decode(state, bytes, wish, &decoded, &error));
    assert_error(&error, kind, line, column, message, hint);
    assert_str(error.place.file, "in.csv");
}

static const struct decode_wish none = {0};

static void test_byte_order_marks_decide(void **state)
{
    assert_decoded(state,
                   S("\xEF\xBB\xBF"
                     "a\n"),
                   none, "a\n", "UTF-8", "byte order mark");
    assert_decoded(state,
                   S("\xFF\xFE"
                     "a\0,\0\xFC\0\n\0"),
                   none, "a,ü\n", "UTF-16LE", "byte order mark");
    assert_decoded(state,
                   S("\xFE\xFF"
                     "\0a\0,\0\xFC\0\n"),
                   none, "a,ü\n", "UTF-16BE", "byte order mark");
}

static void test_utf16_without_a_mark_is_known_by_its_nuls(void **state)
{
    assert_decoded(state, S("a\0,\0b\0\n\0"), none, "a,b\n", "UTF-16LE",
                   "guessed: every other byte is NUL");
}

static void test_utf8_comes_before_what_the_profile_expects(void **state)
{
    struct decode_wish wish = {.expected = S("GB18030")};
    assert_decoded(state, S("a\nü\n"), wish, "a\nü\n", "UTF-8", "every byte fits");
    assert_decoded(state, S("\xC9\xCC\xC6\xB7\n"), wish, "商品\n", "GB18030",
                   "not UTF-8; the profile expects it, and every byte fits");
}

static void test_scripts_are_guessed_with_the_evidence(void **state)
{
    assert_decoded(state,
                   S("\xC9\xCC\xC6\xB7\xB1\xE0\xC2\xEB,Hong Kong\xA3\xAC"
                     "China\n"),
                   none, "商品编码,Hong Kong，China\n", "GB18030",
                   "guessed: not UTF-8, and the bytes are those of common Chinese "
                   "characters");
    assert_decoded(state, S("\x95\x69\x8E\xED\x83\x52\x81\x5B\x83\x68\n"), none,
                   "品種コード\n", "CP932",
                   "guessed: not UTF-8, and the bytes are those of kana and common kanji");
    assert_decoded(state, S("\xC7\xB0\xB8\xF1\xB1\xB9\xB0\xA1\xC3\xD1\xB0\xE8\n"), none,
                   "품목국가총계\n", "CP949",
                   "guessed: not UTF-8, and the bytes are those of Hangul syllables");
    assert_decoded(state, S("T\xFCrkiye,C\xF4te d'Ivoire\n"), none,
                   "Türkiye,Côte d'Ivoire\n", "ISO-8859-1",
                   "guessed: not UTF-8, and single bytes as of Western Europe");
    assert_decoded(state, S("\x80 5,T\xFCrkiye\n"), none, "€ 5,Türkiye\n", "CP1252",
                   "guessed: not UTF-8, and single bytes as of Windows in Western Europe");
}

static void test_a_named_encoding_is_taken(void **state)
{
    struct decode_wish wish = {.named = S("shift_jis")};
    assert_decoded(state, S("\x95\x69\n"), wish, "品\n", "CP932", "named by the user");
    wish.named = S("latin1");
    assert_decoded(state, S("\xFC\n"), wish, "ü\n", "ISO-8859-1", "named by the user");
}

static void test_an_undecodable_byte_is_refused_with_its_offset(void **state)
{
    const char *hint = "encoding: says another one (--encoding of inspect)";
    struct decode_wish wish = {.named = S("gbk")};
    assert_refused(state, S("a,b\n\xC9\xCC,\xFF\n"), wish, ERROR_DATA, 2, 3,
                   "this is not GB18030: byte 0xFF at offset 7", hint);
    wish.named = S("utf-8");
    assert_refused(state, S("id,name\n1,T\xFCrkiye\n"), wish, ERROR_DATA, 2, 4,
                   "this is not UTF-8: byte 0xFC at offset 11", hint);
    assert_refused(state,
                   S("\xEF\xBB\xBF"
                     "a\nabc\xC3(\n"),
                   none, ERROR_DATA, 2, 4, "this is not UTF-8: byte 0xC3 at offset 8",
                   hint);
    assert_refused(state, S("a\nb\x81\n"), none, ERROR_DATA, 2, 2,
                   "this is not UTF-8: byte 0x81 at offset 3", hint);
}

static void test_an_unknown_encoding_is_refused(void **state)
{
    assert_refused(state, S("a\n"), (struct decode_wish){.named = S("klingon")},
                   ERROR_CONFIG, 0, 0, "there is no encoding \"klingon\"", "");
}

static void test_what_is_no_text_is_refused(void **state)
{
    const char *blank = "the file has no header: nothing is in it but blank lines";
    assert_refused(state, S(""), none, ERROR_DATA, 0, 0, "the file is empty", "");
    assert_refused(state, S("\n \r\n\n"), none, ERROR_DATA, 0, 0, blank, "");
    assert_refused(state, S("\xEF\xBB\xBF"), none, ERROR_DATA, 0, 0, blank, "");
    assert_refused(state, S("a,b\n1,\0\n"), none, ERROR_DATA, 2, 3,
                   "a NUL byte at offset 6: this is not a text file", "");
}

static void test_lone_carriage_returns_become_line_ends(void **state)
{
    struct decoded decoded;
    struct error error = {0};
    assert_true(decode(state, S("a,b\r1,2\r"), none, &decoded, &error));
    assert_str(decoded.text.text, "a,b\n1,2\n");
    assert_true(decoded.has_cr);
    assert_true(decode(state, S("a\r\n\"x\ry\"\r\n"), none, &decoded, &error));
    assert_str(decoded.text.text, "a\r\n\"x\ry\"\r\n");
    assert_false(decoded.has_cr);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_byte_order_marks_decide),
        unit_case(test_utf16_without_a_mark_is_known_by_its_nuls),
        unit_case(test_utf8_comes_before_what_the_profile_expects),
        unit_case(test_scripts_are_guessed_with_the_evidence),
        unit_case(test_a_named_encoding_is_taken),
        unit_case(test_an_undecodable_byte_is_refused_with_its_offset),
        unit_case(test_an_unknown_encoding_is_refused),
        unit_case(test_what_is_no_text_is_refused),
        unit_case(test_lone_carriage_returns_become_line_ends),
    };
    return unit_run(tests);
}
