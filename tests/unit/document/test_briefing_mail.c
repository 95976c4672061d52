/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#include "base/buffer.h"

/* Reads a briefing whose `mail:` has these lines, indented by two. */
static bool read_mail(struct folder *folder, const char *lines)
{
    str front = str_print(&folder->arena, "title: x\nmail:\n%s", lines);
    return folder_read(folder, front.at, "# Title\n");
}

static const struct briefing_mail *mail_of(struct folder *folder, const char *lines)
{
    if (!read_mail(folder, lines)) {
        fail_msg("%s", folder->error.message);
    }
    return &folder->briefing->mail;
}

static void assert_refused(struct folder *folder, const char *lines, const char *expected)
{
    assert_false(read_mail(folder, lines));
    assert_str(folder_error(folder), expected);
}

static void test_a_briefing_without_mail_has_none(void **state)
{
    struct folder *folder = *state;
    assert_true(folder_read(folder, "title: x\n", "# Title\n"));
    assert_null(folder->briefing->mail.node);
}

static void test_only_the_sender_is_needed(void **state)
{
    const struct briefing_mail *mail = mail_of(*state, "  from: desk@example.org\n");
    assert_non_null(mail->node);
    assert_str(mail->from.address, "desk@example.org");
    assert_int_equal(mail->size_limit, 10 * 1000 * 1000);
    assert_int_equal(mail->over_size, MAIL_LINK);
    assert_false(mail->has_own_issues);
    assert_int_equal(mail->allow_domains.entries.count, 0);
    assert_null(mail->transport);
}

static void test_every_key_is_read(void **state)
{
    struct folder *folder = *state;
    const struct briefing_mail *mail = mail_of(
        folder, "  from: Ytterby <desk@example.org>\n"
                "  reply-to: \"\\\"Berg, Anna\\\" <anna@example.org>\"\n"
                "  subject: \"{{ x }}\"\n"
                "  preheader: Magnets\n"
                "  list-id: Rare earths monthly <rare-earths.example.org>\n"
                "  unsubscribe: [\"mailto:leave@example.org?subject={address}\",\n"
                "                \"https://example.org/?who={address}&t={token}\"]\n"
                "  unsubscribe-key-file: leave.key\n"
                "  link: https://example.org/{name}\n"
                "  size-limit: 500 kB\n"
                "  over-size: summary\n"
                "  recipients: ../list.csv\n"
                "  suppressions: gone.txt\n"
                "  allow-domains: [example.org, \"*.example.com\"]\n"
                "  groups: [desk, board]\n"
                "  for-each: recipients\n"
                "  transport: {spool: out}\n");
    assert_str(mail->from.name, "Ytterby");
    assert_str(mail->reply_to.name, "Berg, Anna");
    assert_str(mail->subject->text, "{{ x }}");
    assert_str(mail->preheader->text, "Magnets");
    assert_str(mail->list_name, "Rare earths monthly");
    assert_str(mail->list_id, "rare-earths.example.org");
    assert_str(mail->unsubscribe_url, "https://example.org/?who={address}&t={token}");
    assert_str(mail->unsubscribe_mail, "mailto:leave@example.org?subject={address}");
    assert_str(mail->unsubscribe_key_file, folder_file(folder, "leave.key"));
    assert_str(mail->link->text, "https://example.org/{name}");
    assert_int_equal(mail->size_limit, 500 * 1000);
    assert_int_equal(mail->over_size, MAIL_SUMMARY);
    assert_str(mail->recipients, "/tmp/list.csv");
    assert_str(mail->suppressions, folder_file(folder, "gone.txt"));
    assert_true(address_list_has(&mail->allow_domains, S("a@b.example.com")));
    assert_int_equal(mail->groups.count, 2);
    assert_true(mail->has_own_issues);
    assert_str(node_find(mail->transport, S("spool"))->text, "out");
}

static void test_a_list_id_may_have_a_name_in_quotes(void **state)
{
    const struct briefing_mail *mail =
        mail_of(*state, "  from: desk@example.org\n"
                        "  list-id: '\"Rare, earths\" <rare-earths.example.org>'\n");
    assert_str(mail->list_name, "Rare, earths");
    assert_str(mail->list_id, "rare-earths.example.org");
}

static void test_a_list_of_one_may_be_the_one(void **state)
{
    const struct briefing_mail *mail =
        mail_of(*state, "  from: desk@example.org\n"
                        "  list-id: rare-earths.example.org\n"
                        "  unsubscribe: mailto:leave@example.org\n"
                        "  groups: desk\n"
                        "  allow-domains: example.org\n"
                        "  size-limit: 200000\n");
    assert_str(mail->list_name, "");
    assert_str(mail->list_id, "rare-earths.example.org");
    assert_str(mail->unsubscribe_mail, "mailto:leave@example.org");
    assert_int_equal(mail->groups.count, 1);
    assert_int_equal(mail->size_limit, 200 * 1000);
}

static void test_what_mail_says_wrong_is_an_error_with_its_place(void **state)
{
    static const struct {
        const char *lines, *error;
    } cases[] = {
        {"  subject: x\n",
         "78 briefing.md:3:1+4 `mail:` does not say whom it is from | from: Name "
         "<name@example.org>"},
        {"  form: desk@example.org\n",
         "78 briefing.md:4:3+4 unknown key \"form\" | did you mean \"from\"?"},
        {"  from: Desk\n", "78 briefing.md:4:9+4 \"Desk\" has no @"},
        {"  from: \"Desk\\r\\nBcc: eve@example.net <desk@example.org>\"\n",
         "78 briefing.md:4:9+47 \"Desk\r\nBcc: eve@example.net <desk@example.org>\" has a "
         "line break"},
        {"  from: a@example.org, b@example.org\n",
         "78 briefing.md:4:9+28 \"a@example.org, b@example.org\" has a space"},
        {"  from: desk@example.org\n  list-id: Rare earths\n",
         "78 briefing.md:5:12+11 \"Rare earths\" is not a list id such as Name "
         "<list.example.org>"},
        {"  from: desk@example.org\n  list-id: \"x\\ny <a.example.org>\"\n",
         "78 briefing.md:5:12+21 \"x\ny <a.example.org>\" has a line break"},
        {"  from: desk@example.org\n  unsubscribe: http://example.org\n",
         "78 briefing.md:5:16+18 \"http://example.org\" is neither https:// nor mailto:"},
        {"  from: desk@example.org\n  unsubscribe: https://example.org/{name}\n",
         "78 briefing.md:5:16+26 \"https://example.org/{name}\" has another {name} than "
         "{address} and {token}"},
        {"  from: desk@example.org\n  unsubscribe: https://example.org/a b\n",
         "78 briefing.md:5:16+23 \"https://example.org/a b\" has a character that a link "
         "must "
         "have percent-encoded"},
        {"  from: desk@example.org\n  unsubscribe: [https://a.org, https://b.org]\n",
         "78 briefing.md:5:32+13 \"https://b.org\" is a second one of its kind"},
        {"  from: desk@example.org\n  unsubscribe: https://a.org/{token}\n",
         "78 briefing.md:5:16+21 {token} needs a key to make it with | "
         "unsubscribe-key-file: a file of random bytes"},
        {"  from: desk@example.org\n  size-limit: 10 GB\n",
         "78 briefing.md:5:15+5 \"10 GB\" is not a size such as 10 MB or 500 kB"},
        {"  from: desk@example.org\n  size-limit: 10 kB\n",
         "78 briefing.md:5:15+5 \"10 kB\" is less than a letter needs, which is 100 kB"},
        {"  from: desk@example.org\n  size-limit: 99999999999999999999 MB\n",
         "78 briefing.md:5:15+23 \"99999999999999999999 MB\" is not a size such as 10 MB "
         "or "
         "500 kB"},
        {"  from: desk@example.org\n  over-size: links\n",
         "78 briefing.md:5:14+5 \"links\" is not a known over-size | did you mean "
         "\"link\"?"},
        {"  from: desk@example.org\n  for-each: partner\n",
         "78 briefing.md:5:13+7 \"partner\" is not a known for-each | known are: "
         "recipients"},
        {"  from: desk@example.org\n  unsubscribe: \"https://{address}\"\n",
         "78 briefing.md:5:16+19 \"https://{address}\" has a host that is none"},
        {"  from: desk@example.org\n  allow-domains: [example]\n",
         "78 briefing.md:5:19+7 \"example\" has a domain without a dot"},
        {"  from: desk@example.org\n  transport: smtp\n",
         "78 briefing.md:5:14+4 \"transport\" is a single value, expected a map of keys "
         "and "
         "values"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_refused(*state, cases[i].lines, cases[i].error);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_a_briefing_without_mail_has_none),
        folder_case(test_only_the_sender_is_needed),
        folder_case(test_every_key_is_read),
        folder_case(test_a_list_id_may_have_a_name_in_quotes),
        folder_case(test_a_list_of_one_may_be_the_one),
        folder_case(test_what_mail_says_wrong_is_an_error_with_its_place),
    };
    return unit_run(tests);
}
