/* SPDX-License-Identifier: MIT */
/* The front matter's `mail:`: to whom the briefing goes, from whom, and in what form. */
#include "briefing_internal.h"

#include "base/buffer.h"
#include "base/file.h"

enum { SIZE_LIMIT_USUAL = 10 * 1000 * 1000, SIZE_LIMIT_LEAST = 100 * 1000 };

struct reader {
    struct arena *arena;
    const struct node *map;
    str folder;
    struct briefing_mail *mail;
    struct error *error;
};

/* Refuses the node's text with what is wrong with it. */
static bool refuse(const struct reader *reader, const struct node *node,
                   const char *problem)
{
    return node_error(node, reader->error, "\"%.*s\" %s", STR_ARG(node->text), problem);
}

/* A text that will stand in a header; a missing key leaves it. */
static bool read_text(const struct reader *reader, str key, str *text)
{
    const struct node *node = node_find(reader->map, key);
    if (!node) {
        return true;
    }
    if (!node_text(node, text, reader->error)) {
        return false;
    }
    const char *problem = header_text_problem(*text);
    return !problem || refuse(reader, node, problem);
}

/* A text with expressions in it: a single value, to be filled for the issue. */
static bool read_template(const struct reader *reader, str key, const struct node **text)
{
    *text = node_find(reader->map, key);
    return !*text || node_expect(*text, NODE_SCALAR, reader->error);
}

static bool read_path(const struct reader *reader, str key, str *path)
{
    if (!read_text(reader, key, path)) {
        return false;
    }
    if (path->length) {
        *path = path_join(reader->arena, reader->folder, *path);
    }
    return true;
}

static bool read_mailbox(const struct reader *reader, str key, struct mailbox *mailbox)
{
    const struct node *node = node_find(reader->map, key);
    str text;
    if (!node) {
        return true;
    }
    if (!node_text(node, &text, reader->error)) {
        return false;
    }
    const char *problem = mailbox_problem(reader->arena, text, mailbox);
    return !problem || refuse(reader, node, problem);
}

/* --- lists -------------------------------------------------------------------------- */

typedef bool item_reader(const struct reader *reader, const struct node *node);

/* A list, or a single item in its place. */
static bool read_items(const struct reader *reader, str key, item_reader *read)
{
    const struct node *node = node_find(reader->map, key);
    if (!node || node->kind != NODE_LIST) {
        return !node || read(reader, node);
    }
    for (size_t i = 0; i < node->count; i++) {
        if (!read(reader, node->at[i])) {
            return false;
        }
    }
    return true;
}

static bool read_domain(const struct reader *reader, const struct node *node)
{
    str entry;
    if (!node_text(node, &entry, reader->error)) {
        return false;
    }
    const char *problem = address_list_problem(entry);
    if (problem) {
        return refuse(reader, node, problem);
    }
    address_list_add(reader->arena, &reader->mail->allow_domains, entry);
    return true;
}

static bool read_group(const struct reader *reader, const struct node *node)
{
    return node_text(node, arena_push(reader->arena, &reader->mail->groups), reader->error);
}

/* What is wrong with a link whose {address} and {token} are still to be filled in. */
static const char *template_problem(struct arena *arena, str link)
{
    static const struct {
        str place, sample;
    } places[] = {{S("{address}"), S("x%40x")}, {S("{token}"), S("x")}};
    struct buffer filled = {.arena = arena};
    for (size_t i = 0; i < link.length;) {
        size_t length = 1;
        str piece = str_slice(link, i, i + 1);
        for (size_t j = 0; j < COUNT_OF(places); j++) {
            if (str_starts(str_after(link, i), places[j].place)) {
                length = places[j].place.length;
                piece = places[j].sample;
            }
        }
        buffer_add(&filled, piece);
        i += length;
    }
    str text = buffer_text(&filled);
    bool has_braces = str_find(text, '{') < text.length;
    return has_braces ? "has another {name} than {address} and {token}"
                      : link_problem(text);
}

/* RFC 2369: one address of the web and one of mail, in any order. */
static bool read_unsubscribe(const struct reader *reader, const struct node *node)
{
    struct briefing_mail *mail = reader->mail;
    str text;
    if (!node_text(node, &text, reader->error)) {
        return false;
    }
    bool is_web = str_starts(text, S("https://"));
    str *target = is_web ? &mail->unsubscribe_url : &mail->unsubscribe_mail;
    if (!is_web && !str_starts(text, S("mailto:"))) {
        return refuse(reader, node, "is neither https:// nor mailto:");
    }
    const char *problem = template_problem(reader->arena, text);
    if (problem) {
        return refuse(reader, node, problem);
    }
    if (target->length) {
        return refuse(reader, node, "is a second one of its kind");
    }
    *target = text;
    return true;
}

/* --- single values ------------------------------------------------------------------ */

/* "10 MB", "500 kB" or bytes. */
static bool read_size(const struct reader *reader)
{
    const struct node *node = node_find(reader->map, S("size-limit"));
    reader->mail->size_limit = SIZE_LIMIT_USUAL;
    if (!node) {
        return true;
    }
    str text;
    str unit;
    if (!node_text(node, &text, reader->error)) {
        return false;
    }
    str number = str_cut(text, ' ', &unit);
    size_t factor = str_equal(unit, S("MB"))   ? 1000 * 1000
                    : str_equal(unit, S("kB")) ? 1000
                                               : unit.length == 0;
    size_t count;
    if (!factor || !str_to_size(number, &count) ||
        __builtin_mul_overflow(count, factor, &reader->mail->size_limit)) {
        return refuse(reader, node, "is not a size such as 10 MB or 500 kB");
    }
    return reader->mail->size_limit >= SIZE_LIMIT_LEAST ||
           refuse(reader, node, "is less than a letter needs, which is 100 kB");
}

/* Index of the text among `names`; a missing key leaves it. */
static bool read_choice(const struct reader *reader, str key, const str *names,
                        size_t count, size_t *choice)
{
    const struct node *node = node_find(reader->map, key);
    return !node || node_choice(node, names, count, choice, reader->error);
}

static bool read_choices(const struct reader *reader)
{
    static const str over_sizes[] = {
        [MAIL_LINK] = S("link"), [MAIL_SUMMARY] = S("summary")};
    static const str loops[] = {S("recipients")};
    size_t over_size = MAIL_LINK;
    size_t loop = COUNT_OF(loops);
    if (!read_choice(reader, S("over-size"), over_sizes, COUNT_OF(over_sizes),
                     &over_size) ||
        !read_choice(reader, S("for-each"), loops, COUNT_OF(loops), &loop)) {
        return false;
    }
    reader->mail->over_size = (enum mail_over_size)over_size;
    reader->mail->has_own_issues = loop < COUNT_OF(loops);
    return true;
}

/* The message puts quotes where they are needed. */
static str without_quotes(str name)
{
    bool is_quoted =
        name.length >= 2 && str_starts(name, S("\"")) && str_ends(name, S("\""));
    return is_quoted ? str_slice(name, 1, name.length - 1) : name;
}

/* "Rare earths monthly <rare-earths.example.org>", RFC 2919; the brackets may be missing.
 */
static bool read_list_id(const struct reader *reader)
{
    struct briefing_mail *mail = reader->mail;
    if (!read_text(reader, S("list-id"), &mail->list_id) || !mail->list_id.length) {
        return !reader->error->kind;
    }
    const struct node *node = node_find(reader->map, S("list-id"));
    str name = mail->list_id;
    str label = name;
    if (str_ends(name, S(">"))) {
        name = str_cut(name, '<', &label);
        label = str_slice(label, 0, label.length - 1);
        mail->list_name = without_quotes(str_trim(name));
    }
    mail->list_id = label;
    return !domain_problem(label) ||
           refuse(reader, node, "is not a list id such as Name <list.example.org>");
}

static bool read_transport(const struct reader *reader)
{
    reader->mail->transport = node_find(reader->map, S("transport"));
    return !reader->mail->transport ||
           node_expect(reader->mail->transport, NODE_MAP, reader->error);
}

/* --- what belongs together ---------------------------------------------------------- */

static bool has_token(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (str_starts(str_after(text, i), S("{token}"))) {
            return true;
        }
    }
    return false;
}

static bool check_whole(const struct reader *reader)
{
    const struct briefing_mail *mail = reader->mail;
    if (!mail->from.address.length) {
        error_at(reader->error, ERROR_CONFIG, node_key_place(reader->map),
                 "`mail:` does not say whom it is from");
        return error_hint(reader->error, "from: Name <name@example.org>");
    }
    bool needs_key = has_token(mail->unsubscribe_url) || has_token(mail->unsubscribe_mail);
    if (needs_key && !mail->unsubscribe_key_file.length) {
        node_error(node_find(reader->map, S("unsubscribe")), reader->error,
                   "{token} needs a key to make it with");
        return error_hint(reader->error, "unsubscribe-key-file: a file of random bytes");
    }
    return true;
}

bool briefing_read_mail(struct arena *arena, const struct node *node, str folder,
                        struct briefing_mail *mail, struct error *error)
{
    static const str keys[] = {
        S("from"),       S("reply-to"),    S("subject"),       S("preheader"),
        S("list-id"),    S("unsubscribe"), S("link"),          S("unsubscribe-key-file"),
        S("size-limit"), S("over-size"),   S("recipients"),    S("suppressions"),
        S("groups"),     S("for-each"),    S("allow-domains"), S("transport"),
    };
    struct reader reader = {arena, node, folder, mail, error};
    mail->node = node;
    return node_knows(node, keys, COUNT_OF(keys), error) &&
           read_mailbox(&reader, S("from"), &mail->from) &&
           read_mailbox(&reader, S("reply-to"), &mail->reply_to) &&
           read_template(&reader, S("subject"), &mail->subject) &&
           read_template(&reader, S("preheader"), &mail->preheader) &&
           read_template(&reader, S("link"), &mail->link) && read_list_id(&reader) &&
           read_items(&reader, S("unsubscribe"), read_unsubscribe) &&
           read_path(&reader, S("unsubscribe-key-file"), &mail->unsubscribe_key_file) &&
           read_path(&reader, S("recipients"), &mail->recipients) &&
           read_path(&reader, S("suppressions"), &mail->suppressions) &&
           read_items(&reader, S("allow-domains"), read_domain) &&
           read_items(&reader, S("groups"), read_group) && read_size(&reader) &&
           read_choices(&reader) && read_transport(&reader) && check_whole(&reader);
}
