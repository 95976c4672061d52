/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../export/judge.h"
#include "sample.h"

static str compose(struct arena *arena, const struct message *message)
{
    struct error error = {0};
    str bytes = {0};
    if (!message_compose(arena, message, &bytes, &error)) {
        fail_msg("%s", error.message);
    }
    return bytes;
}

static str refusal(struct arena *arena, const struct message *message)
{
    struct error error = {0};
    str bytes;
    if (message_compose(arena, message, &bytes, &error)) {
        return S("composed");
    }
    return str_print(arena, "%d %s", error_exit_status(&error), error.message);
}

#define assert_refused(arena, message, expected) \
    assert_str(refusal(arena, message), "65 " expected)

/* What python's email package makes of a message: headers, parts, and any defect. */
static const char read_mail[] =
    "python3 -c 'import email, email.policy, sys\n"
    "bytes = open(sys.argv[1], \"rb\").read()\n"
    "mail = email.message_from_bytes(bytes, policy=email.policy.SMTP)\n"
    "for name in (\"From\", \"To\", \"Reply-To\", \"Subject\", \"Date\", \"Message-ID\",\n"
    "             \"List-ID\", \"Auto-Submitted\", \"Precedence\", \"Content-Language\"):\n"
    "    print(name + \": \" + str(mail[name]))\n"
    "for part in mail.walk():\n"
    "    print(part.get_content_type(), part.get_content_disposition(), "
    "part.get_filename(),\n"
    "          part.defects, [d for _, v in part.items() for d in v.defects])\n"
    "print(len(set(mail.keys())) == len(mail.keys()), mail[\"Bcc\"])\n'";

static void test_a_message_is_what_python_reads_without_a_defect(void **state)
{
    struct message message = sample_message();
    assert_str(judge(*state, compose(*state, &message), read_mail, ""),
               "From: Ytterby <desk@example.org>\n"
               "To: Anna Berg <anna@example.com>\n"
               "Reply-To: editor@example.org\n"
               "Subject: China’s magnet exports fell 5.2%\n"
               "Date: Thu, 20 Nov 2025 00:00:00 +0000\n"
               "Message-ID: <0123456789abcdef@example.org>\n"
               "List-ID: Rare earths monthly <rare-earths.example.org>\n"
               "Auto-Submitted: auto-generated\n"
               "Precedence: bulk\n"
               "Content-Language: en\n"
               "multipart/mixed None None [] []\n"
               "multipart/alternative None None [] []\n"
               "text/plain None None [] []\n"
               "multipart/related None None [] []\n"
               "text/html None None [] []\n"
               "image/png inline chart.png [] []\n"
               "application/pdf attachment rare-earths-2025-10.pdf [] []\n"
               "True None\n");
}

static void test_long_japanese_texts_come_back_whole(void **state)
{
    struct message message = sample_message();
    message.to.name = S("山田 太郎");
    message.subject =
        S("中国の希土類磁石の輸出は前月比5.2％減少し、前年同月比では15.8％増加しました"
          "（2025年10月の税関統計から、速報値と改定値の比較を含みます）");
    message.list_name = S("希土類月報");
    message.pdf_name =
        S("希土類磁石の輸出統計と主要な仕向け地の動向に関する月次報告-2025年10月.pdf");
    str found = judge(*state, compose(*state, &message), read_mail, "");
    assert_contains(*state, found, "To: 山田 太郎 <anna@example.com>\n");
    assert_contains(*state, found,
                    "Subject: 中国の希土類磁石の輸出は前月比5.2％減少し、前年同月比では"
                    "15.8％増加しました（2025年10月の税関統計から、速報値と改定値の比較を"
                    "含みます）\n");
    assert_contains(*state, found, "List-ID: 希土類月報 <rare-earths.example.org>\n");
    assert_contains(*state, found,
                    "attachment 希土類磁石の輸出統計と主要な仕向け地の動向に関する月次報告"
                    "-2025年10月.pdf [] []\n");
}

static void test_german_texts_come_back_whole(void **state)
{
    struct message message = sample_message();
    message.to.name = S("Jürgen \"Jupp\" Müller-Lüdenscheidt, Abteilung für Außenhandel");
    message.from.name = S("Ämter & Behörden");
    message.subject =
        S("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und ähnliche "
          "Überraschungen: Ausfuhren im Oktober um 5,2 % gefallen");
    message.pdf_name = S("Überblick über die Ausfuhren, März 2026.pdf");
    str found = judge(*state, compose(*state, &message), read_mail, "");
    assert_contains(*state, found, "From: Ämter & Behörden <desk@example.org>\n");
    assert_contains(*state, found,
                    "Subject: Donaudampfschifffahrtsgesellschaftskapitänsmützen"
                    "abzeichen und ähnliche Überraschungen: Ausfuhren im "
                    "Oktober um 5,2 % gefallen\n");
    assert_contains(*state, found,
                    "attachment Überblick über die Ausfuhren, März 2026.pdf [] []\n");
}

static void test_a_name_with_quotes_and_commas_is_one_mailbox(void **state)
{
    struct message message = sample_message();
    message.to.name = S("Berg, Anna \"the \\ desk\" <x@example.net>");
    str found =
        judge(*state, compose(*state, &message),
              "python3 -c 'import email, email.policy, sys\n"
              "mail = email.message_from_bytes(open(sys.argv[1], \"rb\").read(),\n"
              "                                policy=email.policy.SMTP)\n"
              "for a in mail[\"To\"].addresses: print(a.display_name, a.addr_spec)'",
              "");
    assert_str(found, "Berg, Anna \"the \\ desk\" <x@example.net> anna@example.com\n");
}

static void test_lines_end_in_crlf_and_are_short_and_ascii(void **state)
{
    struct message message = sample_message();
    message.subject =
        S("輸出は前月比で減少し、前年同月比では増加しました。これはとても長い題名です。");
    char long_line[5000];
    memset(long_line, 'x', sizeof long_line);
    message.html = (str){long_line, sizeof long_line};
    str bytes = compose(*state, &message);
    size_t line = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        assert_true((unsigned char)bytes.at[i] < 0x80);
        if (bytes.at[i] == '\n') {
            assert_true(i > 0 && bytes.at[i - 1] == '\r');
            if (line - 1 > 78) {
                fail_msg("%.*s", (int)line, bytes.at + i - line);
            }
            line = 0;
        } else {
            assert_true(bytes.at[i] != '\r' || bytes.at[i + 1] == '\n');
            line++;
        }
    }
    assert_int_equal(line, 0); /* it ends in a line end */
}

static void test_the_same_message_has_the_same_bytes(void **state)
{
    struct message message = sample_message();
    str first = compose(*state, &message);
    assert_true(str_equal(first, compose(*state, &message)));
    message.id = S("other@example.org");
    assert_false(str_equal(first, compose(*state, &message)));
}

static void test_one_click_needs_a_link_of_the_web(void **state)
{
    struct message message = sample_message();
    str bytes = compose(*state, &message);
    assert_contains(
        *state, bytes,
        "List-Unsubscribe: <https://example.org/leave?who=anna%40example.com>,\r\n"
        " <mailto:leave@example.org?subject=anna%40example.com>\r\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    message.unsubscribe_url = S("");
    bytes = compose(*state, &message);
    assert_contains(
        *state, bytes,
        "List-Unsubscribe: <mailto:leave@example.org?subject=anna%40example.com>\r\n");
    assert_false(contains(*state, bytes, "List-Unsubscribe-Post"));
    message.unsubscribe_mail = S("");
    assert_false(contains(*state, compose(*state, &message), "List-Unsubscribe"));
}

static void test_without_image_and_pdf_there_is_no_part_for_them(void **state)
{
    struct message message = sample_message();
    message.image.png = S("");
    message.pdf = S("");
    str found = judge(*state, compose(*state, &message), read_mail, "");
    assert_contains(*state, found,
                    "multipart/mixed None None [] []\n"
                    "multipart/alternative None None [] []\n"
                    "text/plain None None [] []\n"
                    "text/html None None [] []\n"
                    "True None\n");
}

static void test_parts_come_back_byte_for_byte(void **state)
{
    struct message message = sample_message();
    char pdf[1000];
    for (size_t i = 0; i < sizeof pdf; i++) {
        pdf[i] = (char)(i * 7);
    }
    message.pdf = (str){pdf, sizeof pdf};
    str sum = judge(*state, compose(*state, &message),
                    "python3 -c 'import email, email.policy, hashlib, sys\n"
                    "mail = email.message_from_bytes(open(sys.argv[1], \"rb\").read(),\n"
                    "                                policy=email.policy.SMTP)\n"
                    "parts = {p.get_content_type(): p for p in mail.walk()}\n"
                    "pdf = parts[\"application/pdf\"].get_content()\n"
                    "print(pdf == bytes(i * 7 % 256 for i in range(1000)))\n"
                    "print(ascii(parts[\"text/plain\"].get_content()))\n"
                    "print(ascii(parts[\"text/html\"].get_content()))\n"
                    "print(parts[\"image/png\"][\"Content-ID\"])'",
                    "");
    assert_str(sum,
               "True\n"
               "'Magnets     5,473 t\\r\\n\\r\\n.\\r\\nFrom here on \\u2013 a line\\r\\n'\n"
               "'<p>5,473&nbsp;t \\u2013 <img src=\"cid:chart.1@example.org\"></p>\\r\\n'\n"
               "<chart.1@example.org>\n");
}

/* --- injection ---------------------------------------------------------------------- */

/* Each of these, in any field, would begin a header, end the headers or hide what follows.
 */
static const struct {
    str text;
    bool is_line_break;
} attacks[] = {
    {S("x\r\nBcc: eve@example.net"), true}, {S("x\nBcc: eve@example.net"), true},
    {S("x\rBcc: eve@example.net"), true},   {S("x\r\n\r\n<script>"), true},
    {S("x\r\n folded: yes"), true},         {S("x\r\n\tfolded"), true},
    {S("x\0Bcc: eve@example.net"), false},  {S("x\x1B[2J"), false},
    {S("x\xE2\x80\xA8y"), false},           {S("x\xC2\x85y"), false},
};

static void test_no_line_break_or_control_reaches_a_text_header(void **state)
{
    for (size_t i = 0; i < COUNT_OF(attacks); i++) {
        const char *problem =
            attacks[i].is_line_break ? "has a line break" : "has a control character";
        struct message message = sample_message();
        message.subject = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the subject %s", problem).at);
        message = sample_message();
        message.to.name = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the recipient's name %s", problem).at);
        message = sample_message();
        message.from.name = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the sender's name %s", problem).at);
        message = sample_message();
        message.reply_to.name = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the name for replies %s", problem).at);
        message = sample_message();
        message.list_name = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the name of the list %s", problem).at);
        message = sample_message();
        message.pdf_name = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the file name of the PDF %s", problem).at);
        message = sample_message();
        message.language = attacks[i].text;
        assert_str(refusal(*state, &message),
                   str_print(*state, "65 the language %s", problem).at);
    }
}

static void test_no_attack_reaches_an_address_or_a_link(void **state)
{
    for (size_t i = 0; i < COUNT_OF(attacks); i++) {
        str attack = attacks[i].text;
        struct message message = sample_message();
        str address = str_print(*state, "anna@example.org%.*s", STR_ARG(attack));
        if (str_find(attack, '\0') < attack.length) {
            address = attack;
        }
        message.to.address = address;
        assert_true(
            str_starts(refusal(*state, &message), S("65 the recipient's address has")));
        message = sample_message();
        message.from.address = address;
        assert_true(
            str_starts(refusal(*state, &message), S("65 the sender's address has")));
        message = sample_message();
        message.reply_to.address = address;
        assert_true(
            str_starts(refusal(*state, &message), S("65 the address for replies has")));
        message = sample_message();
        message.list_id = attack;
        assert_true(str_starts(refusal(*state, &message), S("65 the id of the list has")));
        message = sample_message();
        message.id = address;
        assert_true(str_starts(refusal(*state, &message), S("65 the Message-ID has")));
        message = sample_message();
        message.unsubscribe_url = attack;
        assert_refused(*state, &message, "the link to unsubscribe is no link to https://");
        message.unsubscribe_url = str_print(*state, "https://a.org/%.*s ", STR_ARG(attack));
        assert_refused(*state, &message,
                       "the link to unsubscribe has a character that a link must have "
                       "percent-encoded");
    }
}

static void test_a_date_has_a_year_of_four_digits(void **state)
{
    struct message message = sample_message();
    message.date = 253402300799;
    assert_contains(*state, compose(*state, &message),
                    "Date: Fri, 31 Dec 9999 23:59:59 +0000\r\n");
    message.date++;
    assert_refused(*state, &message, "the date is not between 1970 and 9999");
    message.date = -1;
    assert_refused(*state, &message, "the date is not between 1970 and 9999");
}

static void test_quoting_tricks_are_refused(void **state)
{
    struct message message = sample_message();
    message.pdf_name = S("a\"; filename=\"b.exe");
    assert_refused(*state, &message, "the file name of the PDF has a quotation mark");
    message.pdf_name = S("../../etc/passwd");
    assert_refused(*state, &message, "the file name of the PDF has a slash");
    message.pdf_name = S("a\\b.pdf");
    assert_refused(*state, &message, "the file name of the PDF has a slash");
    message.pdf_name = S(".profile");
    assert_refused(*state, &message, "the file name of the PDF begins with a dot");
    message.pdf_name = S("");
    assert_refused(*state, &message, "the file name of the PDF is empty");

    message = sample_message();
    message.to.address = S("\"a\\\" <eve@example.net>\"@example.org");
    assert_refused(*state, &message, "the recipient's address has a space");
    message.to.address = S("\"eve@example.net,\"@example.org");
    assert_refused(
        *state, &message,
        "the recipient's address has a quoted part before the @, which is not taken");
    message.to.address = S("anna@example.org,eve@example.net");
    assert_refused(*state, &message, "the recipient's address has more than one @");
    message.to.address = S("");
    assert_refused(*state, &message, "the recipient's address is empty");

    message = sample_message();
    message.unsubscribe_url = S("https://example.org/>,<mailto:eve@example.net");
    assert_refused(*state, &message,
                   "the link to unsubscribe has a character that a link must have "
                   "percent-encoded");
    message = sample_message();
    message.unsubscribe_mail = S("javascript:alert(1)");
    assert_refused(*state, &message, "the address to unsubscribe is no link to mailto:");
    message = sample_message();
    message.list_id = S("a>, <b.example.org");
    assert_refused(
        *state, &message,
        "the id of the list has a character in its domain that a domain cannot have");
}

static void test_an_encoded_word_in_a_name_stays_text(void **state)
{
    struct message message = sample_message();
    message.to.name = S("=?UTF-8?Q?eve=0D=0ABcc:_x@example.net?=");
    message.subject = S("=?utf-8?b?QmNjOiB4?=");
    str found = judge(*state, compose(*state, &message), read_mail, "");
    assert_contains(*state, found, "Subject: =?utf-8?b?QmNjOiB4?=\n");
    assert_contains(*state, found, "True None\n");
}

static void test_too_long_texts_are_refused(void **state)
{
    char text[600];
    memset(text, 'x', sizeof text);
    struct message message = sample_message();
    message.subject = (str){text, 501};
    assert_refused(*state, &message, "the subject has more than 500 bytes");
    message.subject = (str){text, 500};
    compose(*state, &message);
    message.pdf_name = (str){text, 256};
    assert_refused(*state, &message, "the file name of the PDF has more than 255 bytes");
}

static void test_a_body_is_text(void **state)
{
    struct message message = sample_message();
    message.text = S("a\0b");
    assert_refused(*state, &message, "the text has a NUL");
    message = sample_message();
    message.html = S("a\xFF");
    assert_refused(*state, &message, "the HTML is not UTF-8");
}

static void test_the_id_is_of_all_that_makes_the_message(void **state)
{
    struct message_key key = {S("rare-earths"), S("2025-10"), S("anna@example.org"),
                              S("c0ffee")};
    str id = message_id(*state, &key, S("example.org"));
    assert_str(id, "5b885d86fe30303d42b66090b6d5485b6b548e6a@example.org");
    assert_null(address_problem(id));
    assert_true(str_equal(id, message_id(*state, &key, S("example.org"))));
    struct message_key others[] = {key, key, key, key, key};
    others[0].briefing = S("rare-earth");
    others[1].issue = S("2025-11");
    others[2].recipient = S("bo@example.org");
    others[3].content = S("c0ffef");
    others[4].briefing = S("rare-earths2025-10"); /* the same letters, cut elsewhere */
    others[4].issue = S("");
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        assert_false(str_equal(id, message_id(*state, &others[i], S("example.org"))));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_message_is_what_python_reads_without_a_defect),
        unit_case(test_long_japanese_texts_come_back_whole),
        unit_case(test_german_texts_come_back_whole),
        unit_case(test_a_name_with_quotes_and_commas_is_one_mailbox),
        unit_case(test_lines_end_in_crlf_and_are_short_and_ascii),
        unit_case(test_the_same_message_has_the_same_bytes),
        unit_case(test_one_click_needs_a_link_of_the_web),
        unit_case(test_without_image_and_pdf_there_is_no_part_for_them),
        unit_case(test_parts_come_back_byte_for_byte),
        unit_case(test_no_line_break_or_control_reaches_a_text_header),
        unit_case(test_no_attack_reaches_an_address_or_a_link),
        unit_case(test_a_date_has_a_year_of_four_digits),
        unit_case(test_quoting_tricks_are_refused),
        unit_case(test_an_encoded_word_in_a_name_stays_text),
        unit_case(test_too_long_texts_are_refused),
        unit_case(test_a_body_is_text),
        unit_case(test_the_id_is_of_all_that_makes_the_message),
    };
    return unit_run(tests);
}
