/* SPDX-License-Identifier: MIT */
/* The only includer of iconv. */
#include "table/decode.h"

#include "base/buffer.h"
#include "table/script.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

/* --- names -------------------------------------------------------------------------- */

struct encoding {
    str name;
    str aliases[4];
};

static const struct encoding encodings[] = {
    {S("UTF-8"), {S("utf8")}},
    {S("UTF-16LE"), {S("utf16le")}},
    {S("UTF-16BE"), {S("utf16be")}},
    {S("GB18030"), {S("gbk"), S("gb2312"), S("cp936")}},
    {S("CP932"), {S("shift_jis"), S("shift-jis"), S("sjis"), S("windows-31j")}},
    {S("CP949"), {S("euc-kr"), S("uhc")}},
    {S("ISO-8859-1"), {S("latin1"), S("latin-1"), S("iso8859-1")}},
    {S("CP1252"), {S("windows-1252")}},
};

static bool is_word(str a, str b)
{
    return a.length == b.length && !strncasecmp(a.at, b.at, a.length);
}

/* The name that we use, or the word itself: iconv may know it. */
static str encoding_name(str word)
{
    for (size_t i = 0; i < COUNT_OF(encodings); i++) {
        const struct encoding *encoding = &encodings[i];
        bool is_it = is_word(word, encoding->name);
        for (size_t k = 0; k < COUNT_OF(encoding->aliases); k++) {
            is_it |= encoding->aliases[k].length && is_word(word, encoding->aliases[k]);
        }
        if (is_it) {
            return encoding->name;
        }
    }
    return word;
}

/* --- conversion --------------------------------------------------------------------- */

/* As str_invalid_at(), eight bytes at a time where they are ASCII. */
static size_t invalid_at(str text)
{
    const uint64_t high_bits = 0x8080808080808080U;
    size_t offset = 0;
    while (offset < text.length) {
        uint64_t block;
        uint32_t character;
        if (offset + sizeof block <= text.length) {
            memcpy(&block, text.at + offset, sizeof block);
            if (!(block & high_bits)) {
                offset += sizeof block;
                continue;
            }
        }
        size_t length = str_decode(text, offset, &character);
        if (!length) {
            break;
        }
        offset += length;
    }
    return offset;
}

/* Converts as far as the bytes allow; returns how many of them. */
static size_t convert_with(iconv_t converter, str bytes, struct buffer *out)
{
    char *from = arena_array(out->arena, char, bytes.length + 1);
    memcpy(from, bytes.at, bytes.length);
    size_t left = bytes.length;
    for (char *rest = from; left;) {
        char block[8192];
        char *to = block;
        size_t room = sizeof block;
        size_t result = iconv(converter, &rest, &left, &to, &room);
        int cause = errno;
        buffer_add(out, (str){block, (size_t)(to - block)});
        if (result == (size_t)-1 && cause != E2BIG) {
            break;
        }
    }
    return bytes.length - left;
}

/* False where there is no such encoding. *good is how many bytes have a meaning in it. */
static bool convert(struct arena *arena, str bytes, str encoding, str *text, size_t *good)
{
    if (str_equal(encoding, S("UTF-8"))) {
        *text = bytes;
        *good = invalid_at(bytes);
        return true;
    }
    iconv_t no_converter = (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr) */
    iconv_t converter = iconv_open("UTF-8", str_c(arena, encoding));
    if (converter == no_converter) {
        return false;
    }
    struct buffer out = {.arena = arena};
    *good = convert_with(converter, bytes, &out);
    *text = buffer_text(&out);
    iconv_close(converter);
    return true;
}

/* --- the choice --------------------------------------------------------------------- */

struct decoder {
    struct arena *arena;
    str path;
    str bytes; /* less the byte order mark */
    size_t mark_bytes;
    struct decoded *decoded;
    struct error *error;
};

static bool refuse(const struct decoder *decoder, str encoding, str text, size_t offset)
{
    struct source so_far = {decoder->path, text};
    size_t length = str_equal(encoding, S("UTF-8")) ? offset : text.length;
    struct place place = place_in(&so_far, length, 1);
    place.text = (str){0}; /* a terminal cannot show it either */
    error_at(decoder->error, ERROR_DATA, place,
             "this is not %.*s: byte 0x%02X at offset %zu", STR_ARG(encoding),
             (unsigned)(unsigned char)decoder->bytes.at[offset],
             offset + decoder->mark_bytes);
    return error_hint(decoder->error, "encoding: says another one (--encoding of inspect)");
}

/* True with the text if every byte has a meaning in the encoding. */
static bool is_taken(const struct decoder *decoder, str encoding, const char *reason)
{
    size_t good;
    str text;
    if (!convert(decoder->arena, decoder->bytes, encoding, &text, &good) ||
        good < decoder->bytes.length) {
        return false;
    }
    decoder->decoded->text = (struct source){decoder->path, text};
    decoder->decoded->encoding = encoding;
    decoder->decoded->reason = str_from(reason);
    return true;
}

/* The encoding is known: a byte without a meaning is an error. */
static bool take(const struct decoder *decoder, str encoding, const char *reason)
{
    size_t good;
    str text;
    if (is_taken(decoder, encoding, reason)) {
        return true;
    }
    if (!convert(decoder->arena, decoder->bytes, encoding, &text, &good)) {
        return error_at(decoder->error, ERROR_CONFIG, (struct place){.file = decoder->path},
                        "there is no encoding \"%.*s\"", STR_ARG(encoding));
    }
    return refuse(decoder, encoding, text, good);
}

/* Bytes 80 to 9F are controls in ISO-8859-1, which nobody writes. */
static bool has_windows_bytes(str bytes)
{
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        if (byte >= 0x80 && byte <= 0x9F) {
            return true;
        }
    }
    return false;
}

static bool guess(const struct decoder *decoder)
{
    str bytes = decoder->bytes;
    if (script_is_chinese(bytes) &&
        is_taken(decoder, S("GB18030"),
                 "guessed: not UTF-8, and the bytes are those of common Chinese "
                 "characters")) {
        return true;
    }
    if (script_is_japanese(bytes) &&
        is_taken(decoder, S("CP932"),
                 "guessed: not UTF-8, and the bytes are those of kana and common kanji")) {
        return true;
    }
    if (script_is_korean(bytes) &&
        is_taken(decoder, S("CP949"),
                 "guessed: not UTF-8, and the bytes are those of Hangul syllables")) {
        return true;
    }
    if (!has_windows_bytes(bytes)) {
        return is_taken(decoder, S("ISO-8859-1"),
                        "guessed: not UTF-8, and single bytes as of Western Europe");
    }
    return is_taken(decoder, S("CP1252"),
                    "guessed: not UTF-8, and single bytes as of Windows in Western Europe");
}

static bool decode_marked(struct decoder *decoder, bool *is_marked)
{
    static const struct {
        str mark, encoding;
    } marks[] = {
        {S("\xEF\xBB\xBF"), S("UTF-8")},
        {S("\xFF\xFE"), S("UTF-16LE")},
        {S("\xFE\xFF"), S("UTF-16BE")},
    };
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (str_starts(decoder->bytes, marks[i].mark)) {
            *is_marked = decoder->decoded->has_mark = true;
            decoder->mark_bytes = marks[i].mark.length;
            decoder->bytes = str_after(decoder->bytes, marks[i].mark.length);
            return take(decoder, marks[i].encoding, "byte order mark");
        }
    }
    return true;
}

static bool decode_unmarked(const struct decoder *decoder, struct decode_wish wish)
{
    bool is_big_endian;
    if (wish.named.length) {
        return take(decoder, encoding_name(wish.named), "named by the user");
    }
    if (script_is_utf16(decoder->bytes, &is_big_endian)) {
        return take(decoder, is_big_endian ? S("UTF-16BE") : S("UTF-16LE"),
                    "guessed: every other byte is NUL");
    }
    if (is_taken(decoder, S("UTF-8"), "every byte fits")) {
        return true;
    }
    if (wish.expected.length &&
        is_taken(decoder, encoding_name(wish.expected),
                 "not UTF-8; the profile expects it, and every byte fits")) {
        return true;
    }
    return guess(decoder) ||
           refuse(decoder, S("UTF-8"), decoder->bytes, invalid_at(decoder->bytes));
}

/* --- text --------------------------------------------------------------------------- */

/* Old Macintosh line ends: no line feed in the file, but carriage returns. */
static void end_lines(struct arena *arena, struct decoded *decoded)
{
    str text = decoded->text.text;
    if (str_find(text, '\n') < text.length || str_find(text, '\r') == text.length) {
        return;
    }
    char *copy = arena_array(arena, char, text.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        copy[i] = text.at[i];
        if (copy[i] == '\r') {
            copy[i] = '\n';
        }
    }
    decoded->text.text = (str){copy, text.length};
    decoded->has_cr = true;
}

static bool check_text(const struct decoder *decoder)
{
    const struct source *text = &decoder->decoded->text;
    size_t nul = str_find(text->text, '\0');
    if (nul < text->text.length) {
        struct place place = place_in(text, nul, 1);
        place.text = (str){0};
        return error_at(decoder->error, ERROR_DATA, place,
                        "a NUL byte at offset %zu: this is not a text file",
                        nul + decoder->mark_bytes);
    }
    return str_trim(text->text).length ||
           error_at(decoder->error, ERROR_DATA, (struct place){.file = decoder->path},
                    "the file has no header: nothing is in it but blank lines");
}

bool decode_text(struct arena *arena, const struct source *bytes, struct decode_wish wish,
                 struct decoded *decoded, struct error *error)
{
    struct decoder decoder = {
        .arena = arena,
        .path = bytes->path,
        .bytes = bytes->text,
        .decoded = decoded,
        .error = error,
    };
    bool is_marked = false;
    *decoded = (struct decoded){0};
    if (!bytes->text.length) {
        return error_at(error, ERROR_DATA, (struct place){.file = bytes->path},
                        "the file is empty");
    }
    if (!decode_marked(&decoder, &is_marked) ||
        (!is_marked && !decode_unmarked(&decoder, wish)) || !check_text(&decoder)) {
        return false;
    }
    end_lines(arena, decoded);
    return true;
}
