/* SPDX-License-Identifier: MIT */
/* Addresses by RFC 5321 4.1.2 and 4.5.3.1, RFC 5322 3.4.1, RFC 1035 2.3.1. */
#include "base/address.h"

#include "base/buffer.h"
#include "base/file.h"

enum {
    LOCAL_MAX = 64,
    ADDRESS_MAX = 254,
    DOMAIN_MAX = 253,
    LABEL_MAX = 63,
    LINK_MAX = 900, /* a link cannot be folded, and a line has at most 998 bytes */
};

static char lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (char)(byte - 'A' + 'a');
    }
    return byte;
}

static bool is_letter_or_digit(char byte)
{
    return (lower(byte) >= 'a' && lower(byte) <= 'z') || (byte >= '0' && byte <= '9');
}

static bool is_control(char byte)
{
    return (unsigned char)byte < ' ' || byte == 0x7F;
}

static bool has_control(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (is_control(text.at[i])) {
            return true;
        }
    }
    return false;
}

static bool is_ascii(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* --- local part --------------------------------------------------------------------- */

/* atext of RFC 5322 3.2.3 */
static bool is_atom(char byte)
{
    static const str signs = {"!#$%&'*+-/=?^_`{|}~", 19};
    return is_letter_or_digit(byte) || str_find(signs, byte) < signs.length;
}

static const char *local_problem(str local)
{
    if (!local.length) {
        return "has nothing before the @";
    }
    if (!is_ascii(local)) {
        return "has a character beyond ASCII before the @, which few mail servers take";
    }
    if (local.at[0] == '"') {
        return "has a quoted part before the @, which is not taken";
    }
    if (local.length > LOCAL_MAX) {
        return "has more than 64 characters before the @";
    }
    if (str_starts(local, S(".")) || str_ends(local, S("."))) {
        return "has a dot at an end of what stands before the @";
    }
    for (size_t i = 0; i < local.length; i++) {
        if (local.at[i] == '.' && local.at[i - 1] == '.') {
            return "has two dots in a row";
        }
        if (local.at[i] != '.' && !is_atom(local.at[i])) {
            return "has a character before the @ that an address cannot have";
        }
    }
    return NULL;
}

/* --- domain ------------------------------------------------------------------------- */

static const char *label_problem(str label)
{
    if (!label.length) {
        return "has a domain with an empty part";
    }
    if (label.length > LABEL_MAX) {
        return "has a domain with a part of more than 63 characters";
    }
    if (str_starts(label, S("-")) || str_ends(label, S("-"))) {
        return "has a domain with a hyphen at an end of a part";
    }
    for (size_t i = 0; i < label.length; i++) {
        if (!is_letter_or_digit(label.at[i]) && label.at[i] != '-') {
            return "has a character in its domain that a domain cannot have";
        }
    }
    return NULL;
}

static bool is_number(str label)
{
    size_t number;
    return str_to_size(label, &number);
}

const char *domain_problem(str domain)
{
    if (!domain.length) {
        return "has no domain";
    }
    if (has_control(domain)) {
        return "has a control character";
    }
    if (!is_ascii(domain)) {
        return "has a domain beyond ASCII: write it as it is registered, with xn--";
    }
    if (domain.at[0] == '[') {
        return "has an IP address for a domain";
    }
    if (domain.length > DOMAIN_MAX) {
        return "has a domain of more than 253 characters";
    }
    size_t dots = 0;
    str label;
    for (str rest = domain;; dots++) {
        size_t dot = str_find(rest, '.');
        label = str_slice(rest, 0, dot);
        const char *problem = label_problem(label);
        if (problem) {
            return problem;
        }
        if (dot == rest.length) {
            break;
        }
        rest = str_after(rest, dot + 1);
    }
    if (!dots && !str_equal(domain, S("localhost"))) {
        return "has a domain without a dot";
    }
    return is_number(label) ? "has an IP address for a domain" : NULL;
}

/* --- addresses ---------------------------------------------------------------------- */

const char *address_problem(str address)
{
    if (!address.length) {
        return "is empty";
    }
    if (has_control(address)) {
        return "has a control character";
    }
    if (str_invalid_at(address) < address.length) {
        return "is not UTF-8";
    }
    if (str_find(address, ' ') < address.length) {
        return "has a space";
    }
    size_t at = str_find(address, '@');
    if (at == address.length) {
        return "has no @";
    }
    const char *problem = local_problem(str_slice(address, 0, at));
    str domain = str_after(address, at + 1);
    if (problem) {
        return problem;
    }
    if (str_find(domain, '@') < domain.length) {
        return "has more than one @";
    }
    if (address.length > ADDRESS_MAX) {
        return "has more than 254 characters";
    }
    return domain_problem(domain);
}

str address_domain(str address)
{
    return str_after(address, str_find(address, '@') + 1);
}

str address_key(struct arena *arena, str address)
{
    char *key = arena_array(arena, char, address.length + 1);
    for (size_t i = 0; i < address.length; i++) {
        key[i] = lower(address.at[i]);
    }
    return (str){key, address.length};
}

/* --- texts of headers --------------------------------------------------------------- */

/* Ends lines, or reorders what is shown: a name could pretend to be another. */
static bool is_forbidden(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) ||
           character == 0x2028 || character == 0x2029 ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

const char *header_text_problem(str text)
{
    for (size_t i = 0; i < text.length;) {
        uint32_t character;
        size_t length = str_decode(text, i, &character);
        if (!length) {
            return "is not UTF-8";
        }
        if (character == '\r' || character == '\n') {
            return "has a line break";
        }
        if (is_forbidden(character)) {
            return "has a control character";
        }
        i += length;
    }
    return NULL;
}

/* RFC 3986: all else is percent-encoded. */
bool link_byte_is_allowed(char byte)
{
    static const str signs = {"-._~:/?#[]@!$&'()*+,;=%", 23};
    return is_letter_or_digit(byte) || str_find(signs, byte) < signs.length;
}

static bool is_hexadecimal(char byte)
{
    return (byte >= '0' && byte <= '9') || (lower(byte) >= 'a' && lower(byte) <= 'f');
}

static const char *link_bytes_problem(str link)
{
    for (size_t i = 0; i < link.length; i++) {
        if (!link_byte_is_allowed(link.at[i])) {
            return "has a character that a link must have percent-encoded";
        }
        if (link.at[i] == '%' && (i + 2 >= link.length || !is_hexadecimal(link.at[i + 1]) ||
                                  !is_hexadecimal(link.at[i + 2]))) {
            return "has a % without two digits behind it";
        }
    }
    return link.length > LINK_MAX ? "has more than 900 characters" : NULL;
}

/* A user's name before the host is refused: it is there to pass for the host. */
static const char *host_problem(str rest)
{
    static const str signs = {"-._:[]", 6};
    size_t end = 0;
    while (end < rest.length && str_find(S("/?#"), rest.at[end]) == 3) {
        char byte = rest.at[end++];
        if (!is_letter_or_digit(byte) && str_find(signs, byte) == signs.length) {
            return "has a host that is none";
        }
    }
    return end ? NULL : "has no host";
}

const char *link_problem(str link)
{
    static const str schemes[] = {S("https://"), S("http://")};
    const char *problem = link_bytes_problem(link);
    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        if (str_starts(link, schemes[i])) {
            return problem ? problem : host_problem(str_after(link, schemes[i].length));
        }
    }
    if (!str_starts(link, S("mailto:"))) {
        return "is no link to http://, https:// or mailto:";
    }
    return link.length == S("mailto:").length ? "has no address" : problem;
}

/* "Berg, \"Anna\"" without its quotes; false where they are not closed. */
static bool unquote(struct arena *arena, str quoted, str *name)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 1; i < quoted.length; i++) {
        if (quoted.at[i] == '"') {
            *name = buffer_text(&out);
            return i + 1 == quoted.length;
        }
        i += quoted.at[i] == '\\' && i + 1 < quoted.length;
        buffer_add_byte(&out, quoted.at[i]);
    }
    return false;
}

/* Several mailboxes, or a name that hides one: RFC 5322 wants it in quotes. */
static bool needs_quotes(str name)
{
    static const str signs = {"<>,;:@\\", 7};
    for (size_t i = 0; i < name.length; i++) {
        if (str_find(signs, name.at[i]) < signs.length) {
            return true;
        }
    }
    return false;
}

const char *mailbox_problem(struct arena *arena, str text, struct mailbox *mailbox)
{
    const char *problem = header_text_problem(text);
    if (problem) {
        return problem;
    }
    text = str_trim(text);
    *mailbox = (struct mailbox){.address = text};
    if (str_ends(text, S(">"))) {
        size_t open = text.length;
        while (open && text.at[open - 1] != '<') {
            open--;
        }
        if (!open) {
            return "has a > without a <";
        }
        mailbox->address = str_slice(text, open, text.length - 1);
        mailbox->name = str_trim(str_slice(text, 0, open - 1));
    }
    if (str_starts(mailbox->name, S("\""))) {
        if (!unquote(arena, mailbox->name, &mailbox->name)) {
            return "has a name whose quotes are not closed";
        }
    } else if (needs_quotes(mailbox->name)) {
        return "has a name that needs quotes";
    }
    return address_problem(mailbox->address);
}

/* --- lists -------------------------------------------------------------------------- */

const char *address_list_problem(str entry)
{
    if (str_find(entry, '@') < entry.length) {
        return address_problem(entry);
    }
    return domain_problem(str_starts(entry, S("*.")) ? str_after(entry, 2) : entry);
}

void address_list_add(struct arena *arena, struct address_list *list, str entry)
{
    words_add(arena, &list->entries, address_key(arena, entry));
}

static bool has_entry(const struct address_list *list, str entry)
{
    return words_find(&list->entries, entry) != UINT32_MAX;
}

/* "*.org" and "*.example.org" for mail.example.org */
static bool has_domain_above(struct arena *scratch, const struct address_list *list,
                             str domain)
{
    for (size_t dot = str_find(domain, '.'); dot < domain.length;
         dot = str_find(domain, '.')) {
        domain = str_after(domain, dot + 1);
        if (has_entry(list, str_print(scratch, "*.%.*s", STR_ARG(domain)))) {
            return true;
        }
    }
    return false;
}

bool address_list_has(const struct address_list *list, str address)
{
    struct arena scratch = {0};
    str key = address_key(&scratch, address);
    bool is_in = has_entry(list, key) || has_entry(list, address_domain(key)) ||
                 has_domain_above(&scratch, list, address_domain(key));
    arena_finish(&scratch);
    return is_in;
}

bool address_list_read(struct arena *arena, str path, struct address_list *list,
                       struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    if (!file_read(arena, path, source, error)) {
        return false;
    }
    bool has_mark = str_starts(source->text, S("\xEF\xBB\xBF"));
    str rest = str_after(source->text, has_mark ? 3 : 0);
    while (rest.length) {
        str comment;
        str line = str_cut(rest, '\n', &rest);
        str entry = str_trim(str_cut(line, '#', &comment));
        const char *problem = entry.length ? address_list_problem(entry) : NULL;
        if (problem) {
            return error_at(
                error, ERROR_DATA,
                place_in(source, (size_t)(entry.at - source->text.at), entry.length),
                "\"%.*s\" %s", STR_ARG(entry), problem);
        }
        if (entry.length) {
            address_list_add(arena, list, entry);
        }
    }
    return true;
}
