/* SPDX-License-Identifier: MIT */
/*
 * Values of headers: RFC 5322 2.2.3 (folding), RFC 2047 (encoded words).
 *
 * A text that is not ASCII is encoded as a whole.
 * GMime's own encoder makes words of more than 75 characters where a text has no spaces,
 * as in Japanese, which RFC 2047 forbids.
 */
#include "header.h"

#include "base/buffer.h"

enum {
    LINE_MAX_ENCODED = 76, /* RFC 2047 2 */
    LINE_MAX_PLAIN = 78,
    WORD_FRAME = 12, /* =?UTF-8?B??= */
    ROOM_LEAST = 24, /* below it a word begins on a line of its own */
};

static bool is_printable(char byte)
{
    return byte >= ' ' && byte < 0x7F;
}

static bool is_plain(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        bool is_like_word = str_starts(str_after(text, i), S("=?"));
        if (!is_printable(text.at[i]) || is_like_word) {
            return false;
        }
    }
    return true;
}

/* --- encoded words ------------------------------------------------------------------ */

/* What a phrase may have in encoding Q, RFC 2047 5 (3). */
static bool is_q_safe(char byte)
{
    static const str signs = {"!*+-/", 5};
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') ||
           str_find(signs, byte) < signs.length;
}

static size_t q_length(str text)
{
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        length += is_q_safe(text.at[i]) || text.at[i] == ' ' ? 1 : 3;
    }
    return length;
}

static size_t b_length(str text)
{
    return (text.length + 2) / 3 * 4;
}

static void add_q(struct buffer *out, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == ' ') {
            buffer_add_byte(out, '_');
        } else if (is_q_safe(text.at[i])) {
            buffer_add_byte(out, text.at[i]);
        } else {
            buffer_print(out, "=%02X", (unsigned char)text.at[i]);
        }
    }
}

static void add_b(struct buffer *out, str text)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < text.length; i += 3) {
        size_t count = text.length - i < 3 ? text.length - i : 3;
        uint32_t bits = 0;
        for (size_t j = 0; j < 3; j++) {
            bits = bits << 8 | (j < count ? (unsigned char)text.at[i + j] : 0);
        }
        for (size_t j = 0; j < 4; j++) {
            uint32_t digit = bits >> (18 - 6 * j) & 63;
            buffer_add(out, j <= count ? (str){&digits[digit], 1} : S("="));
        }
    }
}

/* Bytes of `text`, whole characters, whose encoding fits into `room`. */
static size_t fitting(str text, bool is_q, size_t room)
{
    size_t end = 0;
    while (end < text.length) {
        uint32_t character;
        size_t length = str_decode(text, end, &character);
        str piece = str_slice(text, 0, end + length);
        if ((is_q ? q_length(piece) : b_length(piece)) > room) {
            break;
        }
        end += length;
    }
    return end;
}

/* Gives the column behind the last word. */
static size_t add_words(struct buffer *out, str text, size_t column)
{
    bool is_q = 2 * q_length(text) <= 3 * b_length(text); /* longer, but it can be read */
    while (text.length) {
        if (column + WORD_FRAME + ROOM_LEAST > LINE_MAX_ENCODED) {
            buffer_add(out, S("\n "));
            column = 1;
        }
        size_t end = fitting(text, is_q, LINE_MAX_ENCODED - column - WORD_FRAME);
        size_t before = out->count;
        buffer_add(out, is_q ? S("=?UTF-8?Q?") : S("=?UTF-8?B?"));
        (is_q ? add_q : add_b)(out, str_slice(text, 0, end));
        buffer_add(out, S("?="));
        column += out->count - before;
        text = str_after(text, end);
        if (text.length) {
            buffer_add(out, S("\n "));
            column = 1;
        }
    }
    return column;
}

/* --- plain text --------------------------------------------------------------------- */

/* The line feed goes before a space of the text: unfolding gives the text back. */
static size_t add_folded(struct buffer *out, str text, size_t column)
{
    while (text.length) {
        size_t end = 1 + str_find(str_after(text, 1), ' ');
        if (column + end > LINE_MAX_PLAIN && text.at[0] == ' ' && end > 1) {
            buffer_add_byte(out, '\n');
            column = 0;
        }
        buffer_add(out, str_slice(text, 0, end));
        column += end;
        text = str_after(text, end);
    }
    return column;
}

/* A word that fits no line cannot be folded, but it can be encoded. */
static bool has_long_word(str text)
{
    str rest = text;
    while (rest.length) {
        if (str_cut(rest, ' ', &rest).length > LINE_MAX_PLAIN - 20) {
            return true;
        }
    }
    return false;
}

str header_text(struct arena *arena, str text, size_t column)
{
    struct buffer out = {.arena = arena};
    if (is_plain(text) && !has_long_word(text)) {
        add_folded(&out, text, column);
    } else {
        add_words(&out, text, column);
    }
    return buffer_text(&out);
}

/* --- mailboxes ---------------------------------------------------------------------- */

/* Atoms with single spaces between them, RFC 5322 3.2.5. */
static bool is_phrase(str name)
{
    static const str specials = {"()<>[]:;@\\,.\"", 13};
    for (size_t i = 0; i < name.length; i++) {
        bool is_double = str_starts(str_after(name, i), S("  "));
        if (is_double || str_find(specials, name.at[i]) < specials.length) {
            return false;
        }
    }
    return name.length && name.at[0] != ' ' && name.at[name.length - 1] != ' ';
}

static str quote(struct arena *arena, str name)
{
    struct buffer out = {.arena = arena};
    buffer_add_byte(&out, '"');
    for (size_t i = 0; i < name.length; i++) {
        buffer_add(&out, name.at[i] == '"' || name.at[i] == '\\' ? S("\\") : S(""));
        buffer_add_byte(&out, name.at[i]);
    }
    buffer_add_byte(&out, '"');
    return buffer_text(&out);
}

static size_t add_name(struct buffer *out, str name, size_t column)
{
    if (!is_plain(name) || has_long_word(name)) {
        return add_words(out, name, column);
    }
    return add_folded(out, is_phrase(name) ? name : quote(out->arena, name), column);
}

str header_mailbox(struct arena *arena, const struct mailbox *mailbox, bool is_bracketed,
                   size_t column)
{
    struct buffer out = {.arena = arena};
    if (mailbox->name.length) {
        column = add_name(&out, mailbox->name, column);
        bool fits = column + mailbox->address.length + 3 <= LINE_MAX_ENCODED;
        buffer_add(&out, fits ? S(" ") : S("\n "));
    }
    bool has_brackets = is_bracketed || mailbox->name.length;
    buffer_print(&out, has_brackets ? "<%.*s>" : "%.*s", STR_ARG(mailbox->address));
    return buffer_text(&out);
}

/* --- names of files ----------------------------------------------------------------- */

enum { PIECE_MAX = 54 }; /* encoded characters of a name on one line */

/* attribute-char of RFC 2231 7 */
static bool is_attribute_character(char byte)
{
    static const str signs = {"!#$&+-.^_`|~", 12};
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') ||
           str_find(signs, byte) < signs.length;
}

static str encode_character(struct arena *arena, str character)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < character.length; i++) {
        bool is_kept = is_attribute_character(character.at[i]);
        buffer_print(&out, is_kept ? "%c" : "%%%02X", (unsigned char)character.at[i]);
    }
    return buffer_text(&out);
}

/* What is percent-encoded, cut between characters: readers decode each piece alone. */
static struct str_list encoded_pieces(struct arena *arena, str name)
{
    struct str_list pieces = {0};
    struct buffer piece = {.arena = arena};
    for (size_t i = 0; i < name.length;) {
        uint32_t character;
        size_t length = str_decode(name, i, &character);
        str encoded = encode_character(arena, str_slice(name, i, i + length));
        if (piece.count + encoded.length > PIECE_MAX) {
            *arena_push(arena, &pieces) = buffer_text(&piece);
            piece = (struct buffer){.arena = arena};
        }
        buffer_add(&piece, encoded);
        i += length;
    }
    *arena_push(arena, &pieces) = buffer_text(&piece);
    return pieces;
}

str header_disposition(struct arena *arena, const char *kind, str name)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, str_from(kind));
    if (is_plain(name) && name.length <= PIECE_MAX) {
        buffer_print(&out, ";\n filename=%.*s", STR_ARG(quote(arena, name)));
        return buffer_text(&out);
    }
    struct str_list pieces = encoded_pieces(arena, name);
    for (size_t i = 0; i < pieces.count; i++) {
        buffer_add(&out, S(";\n filename*"));
        if (pieces.count > 1) {
            buffer_print(&out, "%zu*", i);
        }
        buffer_print(&out, "=%s%.*s", i ? "" : "UTF-8''", STR_ARG(pieces.at[i]));
    }
    return buffer_text(&out);
}

/* A run of other characters is one underscore; signs alone before the first letter go. */
str header_ascii_name(struct arena *arena, str name)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < name.length; i++) {
        if (is_printable(name.at[i])) {
            buffer_add_byte(&out, name.at[i]);
        } else if (!out.count || out.at[out.count - 1] != '_') {
            buffer_add_byte(&out, '_');
        }
    }
    static const str signs = {"_-. ", 4};
    str text = buffer_text(&out);
    size_t leading = 0;
    while (leading < text.length && str_find(signs, text.at[leading]) < signs.length) {
        leading++;
    }
    str rest = str_after(text, leading > 1 ? leading : 0);
    bool is_name = leading < text.length && str_find(rest, '.') < rest.length;
    return is_name || !leading ? rest : S("briefing.pdf");
}
