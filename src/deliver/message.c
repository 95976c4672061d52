/* SPDX-License-Identifier: MIT */
/* Messages: what may stand in one, and what identifies it. */
#include "deliver/message.h"

#include "base/hash.h"
#include "message_internal.h"

enum {
    FILE_NAME_MAX = 255,
    ID_LENGTH = 40,
    BOUNDARY_LENGTH = 24,
};

static const int64_t date_max = 253402300799; /* the last of the year 9999 */

static bool refuse(struct error *error, const char *field, const char *problem)
{
    return !problem || error_set(error, ERROR_DATA, "the %s %s", field, problem);
}

static const char *text_problem(str text)
{
    const char *problem = header_text_problem(text);
    return !problem && text.length > MESSAGE_TEXT_MAX ? "has more than 500 bytes" : problem;
}

static bool check_text(struct error *error, const char *field, str text)
{
    return refuse(error, field, text_problem(text));
}

static bool check_mailbox(struct error *error, const char *field, const char *name_field,
                          const struct mailbox *mailbox)
{
    return refuse(error, field, address_problem(mailbox->address)) &&
           check_text(error, name_field, mailbox->name);
}

/* A name that a reader's program will make a file of. */
static const char *file_name_problem(str name)
{
    const char *problem = header_text_problem(name);
    if (problem) {
        return problem;
    }
    if (!name.length) {
        return "is empty";
    }
    if (name.length > FILE_NAME_MAX) {
        return "has more than 255 bytes";
    }
    if (str_find(name, '/') < name.length || str_find(name, '\\') < name.length) {
        return "has a slash";
    }
    if (str_find(name, '"') < name.length) {
        return "has a quotation mark";
    }
    return str_starts(name, S(".")) ? "begins with a dot" : NULL;
}

/* RFC 5322 3.3 has four digits for the year. */
static const char *date_problem(int64_t date)
{
    return date < 0 || date > date_max ? "is not between 1970 and 9999" : NULL;
}

static const char *https_problem(str url)
{
    return str_starts(url, S("https://")) ? link_problem(url) : "is no link to https://";
}

static const char *mailto_problem(str url)
{
    return str_starts(url, S("mailto:")) ? link_problem(url) : "is no link to mailto:";
}

static bool check_list(const struct message *message, struct error *error)
{
    str url = message->unsubscribe_url;
    str mail = message->unsubscribe_mail;
    return check_text(error, "name of the list", message->list_name) &&
           refuse(error, "id of the list",
                  message->list_id.length ? domain_problem(message->list_id) : NULL) &&
           refuse(error, "link to unsubscribe", url.length ? https_problem(url) : NULL) &&
           refuse(error, "address to unsubscribe",
                  mail.length ? mailto_problem(mail) : NULL);
}

static bool check_files(const struct message *message, struct error *error)
{
    const struct message_image *image = &message->image;
    if (image->png.length &&
        (!refuse(error, "content id of the image", address_problem(image->content_id)) ||
         !refuse(error, "file name of the image", file_name_problem(image->name)))) {
        return false;
    }
    return !message->pdf.length ||
           refuse(error, "file name of the PDF", file_name_problem(message->pdf_name));
}

static bool check_body(struct error *error, const char *field, str text)
{
    if (str_find(text, '\0') < text.length) {
        return refuse(error, field, "has a NUL");
    }
    return refuse(error, field, str_invalid_at(text) < text.length ? "is not UTF-8" : NULL);
}

static bool check(const struct message *message, struct error *error)
{
    return check_mailbox(error, "sender's address", "sender's name", &message->from) &&
           check_mailbox(error, "recipient's address", "recipient's name", &message->to) &&
           (!message->reply_to.address.length ||
            check_mailbox(error, "address for replies", "name for replies",
                          &message->reply_to)) &&
           check_text(error, "subject", message->subject) &&
           check_text(error, "language", message->language) &&
           refuse(error, "date", date_problem(message->date)) &&
           refuse(error, "Message-ID", address_problem(message->id)) &&
           check_list(message, error) && check_files(message, error) &&
           check_body(error, "text", message->text) &&
           check_body(error, "HTML", message->html);
}

/*
 * "=_" does not occur in quoted-printable or base64, so no boundary is in a part; the id is
 * made from the content.
 */
static str boundary_of(struct arena *arena, const struct message *message)
{
    str digest = hash_parts(arena, &message->id, 1);
    return str_print(arena, "=_%.*s", BOUNDARY_LENGTH, digest.at);
}

bool message_compose(struct arena *arena, const struct message *message, str *bytes,
                     struct error *error)
{
    return check(message, error) &&
           message_write(arena, message, boundary_of(arena, message), bytes, error);
}

str message_id(struct arena *arena, const struct message_key *key, str domain)
{
    const str parts[] = {key->briefing, key->issue, key->recipient, key->content};
    str digest = hash_parts(arena, parts, COUNT_OF(parts));
    return str_print(arena, "%.*s@%.*s", ID_LENGTH, digest.at, STR_ARG(domain));
}
