/* SPDX-License-Identifier: MIT */
#include "deliver/recipients.h"

#include "base/buffer.h"
#include "base/file.h"
#include "deliver/message.h"
#include "recipients_internal.h"

enum { TEXT_SHOWN_MAX = 100 }; /* of a cell, in a message */

static const str key_names[KEY_PARAMETER] = {
    [KEY_ADDRESS] = S("address"),   [KEY_NAME] = S("name"),
    [KEY_LANGUAGE] = S("language"), [KEY_FORMAT] = S("format"),
    [KEY_GROUPS] = S("groups"),     [KEY_BRIEFINGS] = S("briefings"),
};

static const str format_names[] = {
    [RECIPIENT_PDF] = S("pdf"),
    [RECIPIENT_LINK] = S("link"),
    [RECIPIENT_HTML] = S("html"),
};

const char *recipient_format_name(enum recipient_format format)
{
    return format_names[format].at;
}

static char lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (char)(byte - 'A' + 'a');
    }
    return byte;
}

static bool is_name(str heading, str name)
{
    for (size_t i = 0; i < heading.length && heading.length == name.length; i++) {
        if (lower(heading.at[i]) != name.at[i]) {
            return false;
        }
    }
    return heading.length == name.length;
}

enum recipient_key recipient_key(str heading)
{
    enum recipient_key key = KEY_ADDRESS;
    while (key < KEY_PARAMETER && !is_name(heading, key_names[key])) {
        key++;
    }
    return key;
}

/* --- cells -------------------------------------------------------------------------- */

struct filler {
    struct arena *arena;
    struct recipient *recipient;
    str *message;
};

static bool refuse(const struct filler *filler, str message)
{
    *filler->message = message;
    return false;
}

/* What is wrong with a cell; its text is shown where it is short and harmless. */
static bool refuse_text(const struct filler *filler, const char *what, str text,
                        const char *problem)
{
    bool is_shown =
        text.length && text.length <= TEXT_SHOWN_MAX && !header_text_problem(text);
    return refuse(filler, is_shown ? str_print(filler->arena, "the %s \"%.*s\" %s", what,
                                               STR_ARG(text), problem)
                                   : str_print(filler->arena, "the %s %s", what, problem));
}

/* Not the text itself, which may be as long as it likes and do what it likes. */
static bool check_text(const struct filler *filler, const struct recipient_cell *cell)
{
    const char *problem = header_text_problem(cell->text);
    if (!problem && cell->text.length > MESSAGE_TEXT_MAX) {
        problem = "has more than 500 bytes";
    }
    return !problem || refuse(filler, str_print(filler->arena, "\"%.*s\" %s",
                                                STR_ARG(cell->heading), problem));
}

static bool fill_address(const struct filler *filler, str text)
{
    const char *problem = address_problem(text);
    if (problem) {
        return refuse_text(filler, "address", text, problem);
    }
    filler->recipient->address = str_copy(filler->arena, text);
    return true;
}

/* A subtag of letters and digits, in a tag of BCP 47; the first has letters alone. */
static bool is_subtag(str subtag, bool is_first)
{
    for (size_t i = 0; i < subtag.length; i++) {
        char byte = subtag.at[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (!is_letter && (is_first || byte < '0' || byte > '9')) {
            return false;
        }
    }
    return subtag.length >= 2 && subtag.length <= (is_first ? 3 : 8);
}

/* "en", "zh-CN", as far as it can be told by the form. */
static bool is_language(str text)
{
    str rest;
    bool is_good = is_subtag(str_cut(text, '-', &rest), true) && !str_ends(text, S("-"));
    while (is_good && rest.length) {
        is_good = is_subtag(str_cut(rest, '-', &rest), false);
    }
    return is_good;
}

static bool fill_language(const struct filler *filler, str text)
{
    if (text.length && !is_language(text)) {
        return refuse_text(filler, "language", text, "is no tag such as en or zh-CN");
    }
    filler->recipient->language = str_copy(filler->arena, text);
    return true;
}

static bool fill_format(const struct filler *filler, str text)
{
    for (size_t i = 0; i < COUNT_OF(format_names); i++) {
        if (str_equal(text, format_names[i])) {
            filler->recipient->format = (enum recipient_format)i;
            return true;
        }
    }
    return !text.length ||
           refuse_text(filler, "format", text, "is none of pdf, link, html");
}

/* "desk; board" */
static void fill_names(struct arena *arena, str text, struct str_list *names)
{
    while (text.length) {
        size_t end = 0;
        while (end < text.length && text.at[end] != ';' && text.at[end] != ',') {
            end++;
        }
        str name = str_trim(str_slice(text, 0, end));
        if (name.length) {
            *arena_push(arena, names) = str_copy(arena, name);
        }
        text = str_after(text, end + 1);
    }
}

/* An empty cell leaves the parameter as the briefing has it. */
static void fill_parameter(struct arena *arena, const struct recipient_cell *cell,
                           struct recipient *recipient)
{
    if (cell->text.length) {
        *arena_push(arena, &recipient->parameters) =
            str_print(arena, "%.*s=%.*s", STR_ARG(cell->heading), STR_ARG(cell->text));
    }
}

static bool fill(const struct filler *filler, const struct recipient_cell *cell)
{
    struct arena *arena = filler->arena;
    struct recipient *recipient = filler->recipient;
    enum recipient_key key = recipient_key(cell->heading);
    if (key == KEY_ADDRESS) {
        return fill_address(filler, cell->text);
    }
    if (!check_text(filler, cell)) {
        return false;
    }
    switch (key) {
    case KEY_NAME:
        recipient->name = str_copy(arena, cell->text);
        return true;
    case KEY_LANGUAGE:
        return fill_language(filler, cell->text);
    case KEY_FORMAT:
        return fill_format(filler, cell->text);
    case KEY_GROUPS:
        fill_names(arena, cell->text, &recipient->groups);
        return true;
    case KEY_BRIEFINGS:
        fill_names(arena, cell->text, &recipient->briefings);
        return true;
    default:
        fill_parameter(arena, cell, recipient);
        return true;
    }
}

size_t recipient_from_cells(struct arena *arena, const struct recipient_cell *cells,
                            size_t count, struct recipient *recipient, str *message)
{
    struct filler filler = {arena, recipient, message};
    for (size_t i = 0; i < count; i++) {
        struct recipient_cell cell = {cells[i].heading, str_trim(cells[i].text)};
        /* a line break at the end of a cell is no less one */
        bool is_whole = !header_text_problem(cells[i].text);
        if (!fill(&filler, is_whole ? &cell : &cells[i])) {
            return i;
        }
    }
    return count;
}

/* --- lists -------------------------------------------------------------------------- */

/* Control characters as \x0D: what is printed must not obey them. */
static str printable(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        if (byte < ' ' || byte == 0x7F) {
            buffer_print(&out, "\\x%02X", byte);
        } else {
            buffer_add_byte(&out, text.at[i]);
        }
    }
    return buffer_text(&out);
}

void recipients_refuse(struct arena *arena, struct recipients *recipients,
                       struct place place, str address, str message)
{
    *arena_push(arena, &recipients->refusals) = (struct recipient_refusal){
        .place = place,
        .address = printable(arena, address),
        .message = message,
    };
}

void recipients_add_parameter(struct arena *arena, struct recipients *recipients, str name,
                              struct place place)
{
    for (size_t i = 0; i < recipients->parameters.count; i++) {
        if (str_equal(recipients->parameters.at[i].name, name)) {
            return;
        }
    }
    *arena_push(arena, &recipients->parameters) =
        (struct recipient_parameter){.name = name, .place = place};
}

bool recipients_read(struct arena *arena, str path, struct recipients *recipients,
                     struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    if (!file_read(arena, path, source, error)) {
        return false;
    }
    bool is_yaml = str_ends(path, S(".yaml")) || str_ends(path, S(".yml"));
    if (!(is_yaml ? recipients_read_yaml(arena, source, recipients, error)
                  : recipients_read_csv(arena, source, recipients, error))) {
        return false;
    }
    return recipients->count || recipients->refusals.count ||
           error_at(error, ERROR_DATA, (struct place){.file = path},
                    "the list has no recipients");
}
