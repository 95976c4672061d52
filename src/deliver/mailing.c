/* SPDX-License-Identifier: MIT */
#include "deliver/mailing.h"

#include "base/file.h"
#include "base/hash.h"
#include "deliver/message.h"
#include "letter_internal.h"

enum {
    KEY_LEAST = 16,
    TOKEN_LENGTH = 32,
    LINE_ENCODED = 76, /* of base64, with two more that end it */
};

bool mailing_key(struct arena *arena, const struct briefing_mail *mail, str *key,
                 struct error *error)
{
    struct source source = {0};
    *key = S("");
    if (!mail->unsubscribe_key_file.length) {
        return true;
    }
    if (!file_read(arena, mail->unsubscribe_key_file, &source, error)) {
        return false;
    }
    *key = str_trim(source.text);
    return key->length >= KEY_LEAST ||
           error_at(error, ERROR_CONFIG, (struct place){.file = source.path},
                    "the key has %zu bytes; it needs at least %d", key->length, KEY_LEAST);
}

str mailing_content(struct arena *arena, const struct mailing *mailing)
{
    const str parts[] = {mailing->letter->subject, letter_text(arena, mailing->letter),
                         mailing->letter->chart.png, mailing->pdf};
    return hash_parts(arena, parts, COUNT_OF(parts));
}

/* --- who gets what ------------------------------------------------------------------ */

/* Only who was given the link can make its token. */
static str unsubscribe_link(struct arena *arena, const struct mailing *mailing,
                            const struct recipient *recipient, str link)
{
    str address = address_key(arena, recipient->address);
    str whom = str_print(arena, "%.*s\n%.*s", STR_ARG(mailing->name), STR_ARG(address));
    str token =
        str_slice(hash_keyed(arena, mailing->unsubscribe_key, whom), 0, TOKEN_LENGTH);
    link = letter_place(arena, link, S("{token}"), token);
    return letter_place(arena, link, S("{address}"), recipient->address);
}

static size_t encoded_length(str bytes)
{
    size_t length = (bytes.length + 2) / 3 * 4;
    return length + length / LINE_ENCODED * 2;
}

/* Whether it can be at all: composing is what tells to the byte. */
static bool may_fit(const struct mailing *mailing)
{
    size_t files =
        encoded_length(mailing->pdf) + encoded_length(mailing->letter->chart.png);
    return files < mailing->briefing->mail.size_limit;
}

static enum letter_pdf form_of(const struct mailing *mailing,
                               const struct recipient *recipient)
{
    switch (recipient->format) {
    case RECIPIENT_LINK:
        return LETTER_PDF_LINKED;
    case RECIPIENT_HTML:
        return LETTER_PDF_NONE;
    default:
        return may_fit(mailing) ? LETTER_PDF_ATTACHED : LETTER_PDF_TOO_LARGE;
    }
}

static bool check_form(const struct mailing *mailing, const struct recipient *recipient,
                       struct error *error)
{
    if (recipient->format != RECIPIENT_LINK || mailing->letter->link.length) {
        return true;
    }
    error_at(error, ERROR_CONFIG, recipient->place,
             "the recipient wants a link, and the briefing has none");
    return error_hint(error, "mail: {link: https://example.org/{name}}");
}

/* --- one message -------------------------------------------------------------------- */

struct composer {
    struct arena *arena;
    const struct mailing *mailing;
    const struct recipient *recipient;
    int64_t date;
    struct error *error;
};

static void set_letter(const struct composer *composer, enum letter_pdf pdf,
                       const struct message *message, struct letter *letter)
{
    const struct briefing_mail *mail = &composer->mailing->briefing->mail;
    bool has_link = pdf != LETTER_PDF_NONE &&
                    (pdf != LETTER_PDF_TOO_LARGE || mail->over_size == MAIL_LINK);
    *letter = *composer->mailing->letter;
    letter->pdf = pdf;
    letter->link = has_link ? letter->link : S("");
    letter->pdf_name = composer->mailing->pdf_name;
    letter->unsubscribe = message->unsubscribe_url.length ? message->unsubscribe_url
                                                          : message->unsubscribe_mail;
}

/* All but what the letter says. */
static struct message message_for(const struct composer *composer, enum letter_pdf pdf)
{
    const struct mailing *mailing = composer->mailing;
    const struct briefing_mail *mail = &mailing->briefing->mail;
    const struct recipient *recipient = composer->recipient;
    bool has_pdf = pdf == LETTER_PDF_ATTACHED;
    return (struct message){
        .from = mail->from,
        .reply_to = mail->reply_to,
        .to = {recipient->name, recipient->address},
        .subject = mailing->letter->subject,
        .date = composer->date,
        .list_name = mail->list_name,
        .list_id = mail->list_id,
        .unsubscribe_url =
            unsubscribe_link(composer->arena, mailing, recipient, mail->unsubscribe_url),
        .unsubscribe_mail =
            unsubscribe_link(composer->arena, mailing, recipient, mail->unsubscribe_mail),
        .language = mailing->letter->language_tag,
        .image = {mailing->letter->chart.png, mailing->letter->chart.content_id,
                  S("chart.png")},
        .pdf = has_pdf ? mailing->pdf : S(""),
        .pdf_name = has_pdf ? mailing->pdf_name : S(""),
    };
}

static bool compose(const struct composer *composer, enum letter_pdf pdf,
                    struct mailed *mailed)
{
    struct arena *arena = composer->arena;
    struct letter letter;
    struct message message = message_for(composer, pdf);
    set_letter(composer, pdf, &message, &letter);
    mailed->pdf = pdf;
    mailed->text = message.text = letter_text(arena, &letter);
    if (!letter_html(arena, &letter, &mailed->html, composer->error)) {
        return false;
    }
    message.html = mailed->html;
    message.id = mailed->id;
    return message_compose(arena, &message, &mailed->bytes, composer->error);
}

static str id_for(const struct composer *composer, str content)
{
    const struct mailing *mailing = composer->mailing;
    struct message_key key = {
        .briefing = mailing->name,
        .issue = mailing->issue,
        .recipient = address_key(composer->arena, composer->recipient->address),
        .content = content,
    };
    return message_id(composer->arena, &key,
                      address_domain(mailing->briefing->mail.from.address));
}

static bool is_too_large(const struct mailing *mailing, const struct mailed *mailed)
{
    return mailed->bytes.length > mailing->briefing->mail.size_limit;
}

/* There is nothing more to leave out. */
static bool refuse_size(const struct mailing *mailing, const struct mailed *mailed,
                        struct error *error)
{
    const struct briefing_mail *mail = &mailing->briefing->mail;
    error_at(error, ERROR_CONFIG, node_key_place(mail->node),
             "the letter alone has %zu bytes, and the size-limit is %zu",
             mailed->bytes.length, mail->size_limit);
    return error_hint(error,
                      "raise the size-limit, or let the first chart be a simpler one");
}

bool mailing_compose(struct arena *arena, const struct mailing *mailing,
                     const struct recipient *recipient, int64_t date, struct mailed *mailed,
                     struct error *error)
{
    struct composer composer = {arena, mailing, recipient, date, error};
    enum letter_pdf pdf = form_of(mailing, recipient);
    *mailed = (struct mailed){.subject = mailing->letter->subject};
    mailed->content =
        mailing->content.length ? mailing->content : mailing_content(arena, mailing);
    mailed->id = id_for(&composer, mailed->content);
    if (!check_form(mailing, recipient, error) || !compose(&composer, pdf, mailed)) {
        return false;
    }
    if (pdf == LETTER_PDF_ATTACHED && is_too_large(mailing, mailed) &&
        !compose(&composer, LETTER_PDF_TOO_LARGE, mailed)) {
        return false;
    }
    return !is_too_large(mailing, mailed) || refuse_size(mailing, mailed, error);
}
