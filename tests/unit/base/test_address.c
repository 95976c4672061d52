/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/address.h"
#include "base/file.h"

#include <string.h>
#include <unistd.h>

static void assert_problem(str address, const char *expected)
{
    const char *problem = address_problem(address);
    assert_string_equal(problem ? problem : "good", expected);
}

static void test_usual_addresses_are_good(void **state)
{
    (void)state;
    static const char *const good[] = {
        "anna@example.org",       "anna.berg+rare-earths@mail.example.co.uk",
        "o'brien@example.org",    "a@b.de",
        "root@localhost",         "_%&=~@example.org",
        "anna@xn--bcher-kva.org", "1@2.museum",
    };
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        assert_problem(str_from(good[i]), "good");
    }
}

static void test_what_is_no_address_says_why(void **state)
{
    (void)state;
    static const struct {
        str address;
        const char *problem;
    } bad[] = {
        {S(""), "is empty"},
        {S("anna"), "has no @"},
        {S("@example.org"), "has nothing before the @"},
        {S("anna@"), "has no domain"},
        {S("anna@@example.org"), "has more than one @"},
        {S("a@b.org@c.org"), "has more than one @"},
        {S("anna berg@example.org"), "has a space"},
        {S(".anna@example.org"), "has a dot at an end of what stands before the @"},
        {S("anna.@example.org"), "has a dot at an end of what stands before the @"},
        {S("an..na@example.org"), "has two dots in a row"},
        {S("<anna@example.org>"),
         "has a character before the @ that an address cannot have"},
        {S("anna(x)@example.org"),
         "has a character before the @ that an address cannot have"},
        {S("a,b@example.org"), "has a character before the @ that an address cannot have"},
        {S("a;b@example.org"), "has a character before the @ that an address cannot have"},
        {S("a\\b@example.org"), "has a character before the @ that an address cannot have"},
        {S("\"anna\"@example.org"), "has a quoted part before the @, which is not taken"},
        {S("änna@example.org"),
         "has a character beyond ASCII before the @, which few mail servers take"},
        {S("anna@münchen.example"),
         "has a domain beyond ASCII: write it as it is registered, with xn--"},
        {S("anna@例え.jp"),
         "has a domain beyond ASCII: write it as it is registered, with xn--"},
        {S("anna@example"), "has a domain without a dot"},
        {S("anna@example..org"), "has a domain with an empty part"},
        {S("anna@.example.org"), "has a domain with an empty part"},
        {S("anna@example.org."), "has a domain with an empty part"},
        {S("anna@-example.org"), "has a domain with a hyphen at an end of a part"},
        {S("anna@example.org>"), "has a character in its domain that a domain cannot have"},
        {S("anna@exa_mple.org"), "has a character in its domain that a domain cannot have"},
        {S("anna@[192.0.2.1]"), "has an IP address for a domain"},
        {S("anna@192.0.2.1"), "has an IP address for a domain"},
        {S("an\xFFna@example.org"), "is not UTF-8"},
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        assert_problem(bad[i].address, bad[i].problem);
    }
}

static void test_no_control_character_is_in_an_address(void **state)
{
    (void)state;
    assert_problem(S("anna@example.org\r\nBcc: eve@example.net"),
                   "has a control character");
    assert_problem(S("anna@example.org\n"), "has a control character");
    assert_problem(S("anna@example.org\0.net"), "has a control character");
    assert_problem(S("an\tna@example.org"), "has a control character");
    assert_problem(S("anna@example.org> SIZE=0\rRCPT TO:<eve@example.net"),
                   "has a control character");
    assert_problem(S("anna\x7F@example.org"), "has a control character");
}

static void test_lengths_are_those_of_the_standard(void **state)
{
    char text[300];
    memset(text, 'a', sizeof text);
    text[64] = '@';
    memcpy(text + 65, "example.org", 11);
    assert_problem((str){text, 76}, "good");
    assert_problem(str_print(*state, "a%.76s", text),
                   "has more than 64 characters before the @");

    str label = {text, 63};
    str three =
        str_print(*state, "%.*s.%.*s.%.*s", STR_ARG(label), STR_ARG(label), STR_ARG(label));
    str longest = str_print(*state, "%.*s@%.*s.org", 254 - 1 - 195, text, STR_ARG(three));
    assert_int_equal(longest.length, 254);
    assert_problem(longest, "good");
    assert_problem(str_print(*state, "a%.*s", STR_ARG(longest)),
                   "has more than 254 characters");
    assert_problem(str_print(*state, "x@%.*sb.org", STR_ARG(label)),
                   "has a domain with a part of more than 63 characters");
}

static void test_a_header_text_has_no_line_break_and_no_control(void **state)
{
    (void)state;
    static const struct {
        str text;
        const char *problem;
    } texts[] = {
        {S("Anna Berg"), NULL},
        {S("山田 太郎"), NULL},
        {S(""), NULL},
        {S("Anna\r\nBcc: eve@example.net"), "has a line break"},
        {S("Anna\nBerg"), "has a line break"},
        {S("Anna\r\n Berg"), "has a line break"},
        {S("Anna\rBerg"), "has a line break"},
        {S("An\0na"), "has a control character"},
        {S("An\x1Bna"), "has a control character"},
        {S("An\tna"), "has a control character"},
        {S("An\xC2\x85na"), "has a control character"},
        {S("An\xE2\x80\xA8na"), "has a control character"},
        {S("gro.\xE2\x80\xAE"
           "elpmaxe"),
         "has a control character"},
        {S("An\xFFna"), "is not UTF-8"},
        {S("An\xC0\x8Ana"), "is not UTF-8"},
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        const char *problem = header_text_problem(texts[i].text);
        assert_string_equal(problem ? problem : "good",
                            texts[i].problem ? texts[i].problem : "good");
    }
}

static void assert_mailbox(void **state, str text, const char *expected)
{
    struct mailbox mailbox = {0};
    const char *problem = mailbox_problem(*state, text, &mailbox);
    str found = problem ? str_from(problem)
                        : str_print(*state, "%.*s|%.*s", STR_ARG(mailbox.name),
                                    STR_ARG(mailbox.address));
    assert_str(found, expected);
}

static void test_a_mailbox_is_a_name_and_an_address(void **state)
{
    assert_mailbox(state, S("anna@example.org"), "|anna@example.org");
    assert_mailbox(state, S("<anna@example.org>"), "|anna@example.org");
    assert_mailbox(state, S("Anna Berg <anna@example.org>"), "Anna Berg|anna@example.org");
    assert_mailbox(state, S(" 山田 <y@example.org> "), "山田|y@example.org");
    assert_mailbox(state, S("\"Berg, \\\"A\\\"\" <anna@example.org>"),
                   "Berg, \"A\"|anna@example.org");
    assert_mailbox(state, S("\"A <b>\" <anna@example.org>"), "A <b>|anna@example.org");
}

static void test_what_is_no_mailbox_says_why(void **state)
{
    assert_mailbox(state, S("anna@example.org>"), "has a > without a <");
    assert_mailbox(state, S("Anna <anna>"), "has no @");
    assert_mailbox(state, S("\"Anna <anna@example.org>"),
                   "has a name whose quotes are not closed");
    assert_mailbox(state, S("\"A\" B <anna@example.org>"),
                   "has a name whose quotes are not closed");
    assert_mailbox(state, S("Anna <anna@example.org>\nBcc: <eve@example.net>"),
                   "has a line break");
    assert_mailbox(state, S("Anna <anna@example.org>, Eve <eve@example.net>"),
                   "has a name that needs quotes");
    assert_mailbox(state, S("bank@example.com <eve@example.net>"),
                   "has a name that needs quotes");
}

static void test_links_lead_to_the_web_and_to_mail_only(void **state)
{
    (void)state;
    static const struct {
        str link;
        const char *problem;
    } links[] = {
        {S("https://example.org/a%20b?c=d&e#f"), "good"},
        {S("http://[2001:db8::1]/"), "good"},
        {S("mailto:anna@example.org?subject=leave"), "good"},
        {S("javascript:alert(1)"), "is no link to http://, https:// or mailto:"},
        {S("JaVaScript:alert(1)"), "is no link to http://, https:// or mailto:"},
        {S("data:text/html,x"), "is no link to http://, https:// or mailto:"},
        {S(" https://example.org"), "is no link to http://, https:// or mailto:"},
        {S("//example.org"), "is no link to http://, https:// or mailto:"},
        {S("https://example.org/a b"),
         "has a character that a link must have percent-encoded"},
        {S("https://example.org/\"onload="),
         "has a character that a link must have percent-encoded"},
        {S("https://example.org/\r\nX: y"),
         "has a character that a link must have percent-encoded"},
        {S("https://example.org/<b>"),
         "has a character that a link must have percent-encoded"},
        {S("https://exämple.org/"),
         "has a character that a link must have percent-encoded"},
        {S("https://localhost:8080"), "good"},
        {S("https://"), "has no host"},
        {S("http:///path"), "has no host"},
        {S("https://?who=anna"), "has no host"},
        {S("https://example.org@example.net/"), "has a host that is none"},
        {S("https://anna%40example.org"), "has a host that is none"},
        {S("https://example.org/%zz"), "has a % without two digits behind it"},
        {S("https://example.org/%4"), "has a % without two digits behind it"},
        {S("mailto:"), "has no address"},
    };
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        const char *problem = link_problem(links[i].link);
        assert_string_equal(problem ? problem : "good", links[i].problem);
    }
}

static void test_a_link_fits_a_line_of_a_header(void **state)
{
    assert_null(link_problem(str_print(*state, "https://example.org/%0880d", 1)));
    assert_string_equal(link_problem(str_print(*state, "https://example.org/%0881d", 1)),
                        "has more than 900 characters");
}

static void test_a_list_has_addresses_domains_and_those_below(void **state)
{
    struct address_list list = {0};
    address_list_add(*state, &list, S("Anna@Example.org"));
    address_list_add(*state, &list, S("example.net"));
    address_list_add(*state, &list, S("*.example.com"));
    assert_true(address_list_has(&list, S("anna@example.ORG")));
    assert_false(address_list_has(&list, S("bo@example.org")));
    assert_true(address_list_has(&list, S("x@EXAMPLE.net")));
    assert_false(address_list_has(&list, S("x@mail.example.net")));
    assert_true(address_list_has(&list, S("x@a.b.example.com")));
    assert_false(address_list_has(&list, S("x@example.com")));
    assert_false(address_list_has(&list, S("x@badexample.com")));
    assert_false(address_list_has(&(struct address_list){0}, S("x@example.com")));
}

static str read_list(struct arena *arena, const char *text, struct address_list *list)
{
    char path[] = "/tmp/ytterby-list-XXXXXX";
    struct error error = {0};
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    assert_true(file_write(str_from(path), str_from(text), &error));
    bool is_read = address_list_read(arena, str_from(path), list, &error);
    unlink(path);
    return is_read ? str_print(arena, "%zu entries", list->entries.count)
                   : str_print(arena, "%d %zu:%zu+%zu %s", error_exit_status(&error),
                               error.place.line, error.place.column, error.place.width,
                               error.message);
}

static void test_a_file_is_a_list_with_comments(void **state)
{
    struct address_list list = {0};
    assert_str(read_list(*state,
                         "\xEF\xBB\xBF# who left\r\n\r\nanna@example.org  # 3 May\r\n"
                         "example.net\r\n*.example.com",
                         &list),
               "3 entries");
    assert_true(address_list_has(&list, S("anna@example.org")));
    assert_true(address_list_has(&list, S("x@b.example.com")));
}

static void test_a_wrong_line_of_a_list_is_an_error_with_its_place(void **state)
{
    struct address_list list = {0};
    assert_str(read_list(*state, "anna@example.org\n  anna@@example.org\n", &list),
               "65 2:3+17 \"anna@@example.org\" has more than one @");
    assert_str(read_list(*state, "example\n", &list),
               "65 1:1+7 \"example\" has a domain without a dot");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_usual_addresses_are_good),
        unit_case(test_what_is_no_address_says_why),
        unit_case(test_no_control_character_is_in_an_address),
        unit_case(test_lengths_are_those_of_the_standard),
        unit_case(test_a_header_text_has_no_line_break_and_no_control),
        unit_case(test_a_mailbox_is_a_name_and_an_address),
        unit_case(test_what_is_no_mailbox_says_why),
        unit_case(test_links_lead_to_the_web_and_to_mail_only),
        unit_case(test_a_link_fits_a_line_of_a_header),
        unit_case(test_a_list_has_addresses_domains_and_those_below),
        unit_case(test_a_file_is_a_list_with_comments),
        unit_case(test_a_wrong_line_of_a_list_is_an_error_with_its_place),
    };
    return unit_run(tests);
}
