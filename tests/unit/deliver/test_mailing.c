/* SPDX-License-Identifier: MIT */
#include "lettering.h"

#include "../export/judge.h"
#include "base/hash.h"
#include "deliver/mailing.h"

#include <string.h>

/* A letter with a PDF, to be mailed. */
struct sample {
    struct briefing briefing;
    struct letter letter;
    struct mailing mailing;
    struct error error;
};

static struct sample *sample(struct arena *arena)
{
    struct sample *sample = arena_new(arena, struct sample);
    sample->briefing.mail = (struct briefing_mail){
        .from = {S("Ytterby"), S("desk@example.org")},
        .list_id = S("rare-earths.example.org"),
        .unsubscribe_url = S("https://example.org/leave?who={address}&token={token}"),
        .unsubscribe_mail = S("mailto:leave@example.org?subject={address}"),
        .size_limit = 1000 * 1000,
    };
    sample->letter = (struct letter){
        .language_tag = S("en"),
        .subject = S("Exports fell"),
        .headline = S("Exports fell"),
        .link = S("https://example.org/briefing.pdf"),
    };
    sample->mailing = (struct mailing){
        .briefing = &sample->briefing,
        .name = S("rare-earths"),
        .issue = S("2025-10"),
        .letter = &sample->letter,
        .pdf = S("%PDF-1.7"),
        .pdf_name = S("rare-earths-2025-10.pdf"),
        .unsubscribe_key = S("0123456789abcdef"),
    };
    return sample;
}

static struct mailed compose_for(struct arena *arena, struct sample *sample,
                                 const char *address, enum recipient_format format)
{
    struct recipient recipient = {
        .address = str_from(address), .name = S("Anna Berg"), .format = format};
    struct mailed mailed;
    if (!mailing_compose(arena, &sample->mailing, &recipient, 1763596800, &mailed,
                         &sample->error)) {
        fail_msg("%s", sample->error.message);
    }
    return mailed;
}

static struct mailed compose(struct arena *arena, struct sample *sample,
                             enum recipient_format format)
{
    return compose_for(arena, sample, "anna@example.com", format);
}

static void test_who_wants_the_pdf_gets_it_attached(void **state)
{
    struct mailed mailed = compose(*state, sample(*state), RECIPIENT_PDF);
    assert_int_equal(mailed.pdf, LETTER_PDF_ATTACHED);
    assert_contains(*state, mailed.bytes,
                    "Content-Disposition: attachment;\r\n"
                    " filename=\"rare-earths-2025-10.pdf\"\r\n");
    assert_contains(*state, mailed.text, "attached: rare-earths-2025-10.pdf");
    assert_str(mailed.subject, "Exports fell");
}

static void test_who_wants_the_link_gets_no_attachment(void **state)
{
    struct mailed mailed = compose(*state, sample(*state), RECIPIENT_LINK);
    assert_int_equal(mailed.pdf, LETTER_PDF_LINKED);
    assert_false(contains(*state, mailed.bytes, "application/pdf"));
    assert_contains(*state, mailed.text, "https://example.org/briefing.pdf");
}

static void test_who_wants_html_alone_gets_neither(void **state)
{
    struct mailed mailed = compose(*state, sample(*state), RECIPIENT_HTML);
    assert_int_equal(mailed.pdf, LETTER_PDF_NONE);
    assert_false(contains(*state, mailed.bytes, "application/pdf"));
    assert_false(contains(*state, mailed.text, "briefing.pdf"));
}

static void test_a_link_that_is_not_there_is_an_error(void **state)
{
    struct sample *mail = sample(*state);
    struct recipient recipient = {.address = S("anna@example.com"),
                                  .format = RECIPIENT_LINK};
    struct mailed mailed;
    mail->letter.link = S("");
    assert_false(
        mailing_compose(*state, &mail->mailing, &recipient, 0, &mailed, &mail->error));
    assert_int_equal(error_exit_status(&mail->error), 78);
    assert_string_equal(mail->error.message,
                        "the recipient wants a link, and the briefing has none");
}

static void test_a_pdf_over_the_limit_becomes_a_link_or_the_summary(void **state)
{
    struct sample *mail = sample(*state);
    char *pdf = arena_array(*state, char, 900 * 1000);
    mail->mailing.pdf = (str){pdf, 900 * 1000};
    struct mailed mailed = compose(*state, mail, RECIPIENT_PDF);
    assert_int_equal(mailed.pdf, LETTER_PDF_TOO_LARGE);
    assert_true(mailed.bytes.length < 100 * 1000);
    assert_contains(*state, mailed.text, "too large to be attached");
    assert_contains(*state, mailed.text, "https://example.org/briefing.pdf");
    mail->briefing.mail.over_size = MAIL_SUMMARY;
    mailed = compose(*state, mail, RECIPIENT_PDF);
    assert_contains(*state, mailed.text, "too large to be attached");
    assert_false(contains(*state, mailed.text, "https://example.org/briefing.pdf"));
}

/* Whatever the length of the PDF, to the byte. */
static void test_no_message_is_larger_than_the_limit(void **state)
{
    struct sample *mail = sample(*state);
    char *pdf = arena_array(*state, char, 200 * 1000);
    mail->briefing.mail.size_limit = 100 * 1000;
    size_t attached = 0;
    for (size_t length = 65 * 1000; length < 75 * 1000; length += 97) {
        mail->mailing.pdf = (str){pdf, length};
        struct mailed mailed = compose(*state, mail, RECIPIENT_PDF);
        assert_true(mailed.bytes.length <= 100 * 1000);
        attached += mailed.pdf == LETTER_PDF_ATTACHED;
    }
    assert_true(attached > 10 && attached < 100);
}

static void test_a_letter_over_the_limit_is_an_error(void **state)
{
    struct sample *mail = sample(*state);
    struct source source = {S("briefing.md"), S("from: desk@example.org\n")};
    struct recipient recipient = {.address = S("anna@example.com"),
                                  .format = RECIPIENT_HTML};
    struct mailed mailed;
    mail->briefing.mail.node =
        node_load(*state, &source, 0, source.text.length, &mail->error);
    mail->briefing.mail.size_limit = 100 * 1000;
    mail->letter.chart = (struct letter_image){
        .png = {arena_array(*state, char, 80 * 1000), 80 * 1000},
        .content_id = S("chart.1@example.org"),
    };
    assert_false(
        mailing_compose(*state, &mail->mailing, &recipient, 0, &mailed, &mail->error));
    assert_int_equal(error_exit_status(&mail->error), 78);
    assert_non_null(strstr(mail->error.message, "the letter alone has 1"));
    assert_non_null(strstr(mail->error.message, "bytes, and the size-limit is 100000"));
}

static void test_each_has_a_link_of_its_own_to_unsubscribe(void **state)
{
    struct sample *mail = sample(*state);
    struct mailed anna = compose_for(*state, mail, "anna+x@example.com", RECIPIENT_PDF);
    str token =
        hash_keyed(*state, S("0123456789abcdef"), S("rare-earths\nanna+x@example.com"));
    assert_contains(
        *state, anna.text,
        str_print(*state,
                  "Unsubscribe:\n"
                  "https://example.org/leave?who=anna%%2Bx%%40example.com&token=%.*s\n",
                  32, token.at)
            .at);
    assert_contains(*state, anna.bytes,
                    " <mailto:leave@example.org?subject=anna%2Bx%40example.com>\r\n"
                    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    struct mailed bo = compose_for(*state, mail, "bo@example.com", RECIPIENT_PDF);
    assert_false(contains(*state, bo.bytes, "anna"));
}

static void test_the_id_is_the_same_for_the_same_issue_and_recipient(void **state)
{
    struct sample *mail = sample(*state);
    struct mailed first = compose_for(*state, mail, "anna@example.com", RECIPIENT_PDF);
    struct mailed again = compose_for(*state, mail, "Anna@Example.COM", RECIPIENT_PDF);
    struct mailed other = compose_for(*state, mail, "bo@example.com", RECIPIENT_PDF);
    assert_str(first.id, str_c(*state, again.id));
    assert_true(str_equal(first.content, other.content));
    assert_false(str_equal(first.id, other.id));
    assert_true(str_ends(first.id, S("@example.org")));

    mail->mailing.pdf = S("%PDF-1.7 revised");
    struct mailed revised = compose_for(*state, mail, "anna@example.com", RECIPIENT_PDF);
    assert_false(str_equal(first.content, revised.content));
    assert_false(str_equal(first.id, revised.id));
}

static void test_the_same_mailing_has_the_same_bytes(void **state)
{
    struct sample *mail = sample(*state);
    struct mailed first = compose(*state, mail, RECIPIENT_PDF);
    mail->mailing.content = mailing_content(*state, &mail->mailing);
    struct arena other = {0};
    struct mailed again = compose(&other, mail, RECIPIENT_PDF);
    assert_true(str_equal(first.bytes, again.bytes));
    arena_finish(&other);
}

static str key_of(struct arena *arena, const char *bytes)
{
    char path[] = "/tmp/ytterby-key-XXXXXX";
    struct error error = {0};
    str key;
    close(mkstemp(path));
    assert_true(file_write(str_from(path), str_from(bytes), &error));
    struct briefing_mail mail = {.unsubscribe_key_file = str_from(path)};
    bool is_read = mailing_key(arena, &mail, &key, &error);
    unlink(path);
    return is_read ? key
                   : str_print(arena, "%d %s", error_exit_status(&error), error.message);
}

static void test_a_key_has_sixteen_bytes_at_least(void **state)
{
    assert_str(key_of(*state, "0123456789abcdef\n"), "0123456789abcdef");
    assert_str(key_of(*state, "secret\n"), "78 the key has 6 bytes; it needs at least 16");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_who_wants_the_pdf_gets_it_attached),
        unit_case(test_who_wants_the_link_gets_no_attachment),
        unit_case(test_who_wants_html_alone_gets_neither),
        unit_case(test_a_link_that_is_not_there_is_an_error),
        unit_case(test_a_pdf_over_the_limit_becomes_a_link_or_the_summary),
        unit_case(test_no_message_is_larger_than_the_limit),
        unit_case(test_a_letter_over_the_limit_is_an_error),
        unit_case(test_each_has_a_link_of_its_own_to_unsubscribe),
        unit_case(test_the_id_is_the_same_for_the_same_issue_and_recipient),
        unit_case(test_the_same_mailing_has_the_same_bytes),
        unit_case(test_a_key_has_sixteen_bytes_at_least),
    };
    return unit_run(tests);
}
