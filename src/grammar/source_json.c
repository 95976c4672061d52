/* SPDX-License-Identifier: MIT */
#include "source_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "base/real.h"

#include <math.h>
#include <string.h>

enum { DEPTH_MAX = 200 };

struct json_reader {
    struct arena *arena;
    const struct source *source;
    str text;
    size_t at;
    int depth;
    struct error *error;
};

static bool fail(struct json_reader *reader, const char *expected)
{
    size_t length = reader->at < reader->text.length;
    str found = str_slice(reader->text, reader->at, reader->at + length);
    struct place place = place_in(reader->source, reader->at, 1);
    if (!found.length) {
        return error_at(reader->error, ERROR_DATA, place, "the JSON ends, expected %s",
                        expected);
    }
    return error_at(reader->error, ERROR_DATA, place, "\"%.*s\" in the JSON, expected %s",
                    STR_ARG(found), expected);
}

static char peek(struct json_reader *reader)
{
    while (reader->at < reader->text.length &&
           strchr(" \t\r\n", reader->text.at[reader->at]) && reader->text.at[reader->at]) {
        reader->at++;
    }
    return str_byte(reader->text, reader->at);
}

static bool take(struct json_reader *reader, char byte)
{
    bool is_there = peek(reader) == byte;
    reader->at += is_there;
    return is_there;
}

static bool take_code(struct json_reader *reader, uint32_t *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        char byte = str_byte(reader->text, reader->at);
        char small = (char)(byte | 0x20);
        bool is_digit = byte >= '0' && byte <= '9';
        if (!is_digit && !(small >= 'a' && small <= 'f')) {
            return fail(reader, "four hexadecimal digits");
        }
        *code = *code * 16 + (uint32_t)(is_digit ? byte - '0' : small - 'a' + 10);
    }
    return true;
}

/* \uD83D\uDE00 is one character; half of such a pair is U+FFFD. */
static bool add_code(struct json_reader *reader, struct buffer *out)
{
    uint32_t code;
    uint32_t low = 0;
    char bytes[4];
    if (!take_code(reader, &code)) {
        return false;
    }
    bool is_high = code >= 0xD800 && code < 0xDC00;
    if (is_high && str_starts(str_after(reader->text, reader->at), S("\\u"))) {
        reader->at += 2;
        if (!take_code(reader, &low)) {
            return false;
        }
    }
    if (is_high && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    } else if (code >= 0xD800 && code < 0xE000) {
        code = 0xFFFD;
    }
    buffer_add(out, (str){bytes, str_encode(code, bytes)});
    return true;
}

static bool add_escape(struct json_reader *reader, struct buffer *out)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char codes[] = "\"\\/\b\f\n\r\t";
    char letter = str_byte(reader->text, reader->at);
    const char *found = letter ? strchr(letters, letter) : NULL;
    if (letter == 'u') {
        reader->at++;
        return add_code(reader, out);
    }
    if (!found) {
        return fail(reader, "an escape such as \\n");
    }
    reader->at++;
    buffer_add_byte(out, codes[found - letters]);
    return true;
}

/* How many bytes from here on are neither quote nor backslash. */
static size_t plain_length(const struct json_reader *reader)
{
    size_t at = reader->at;
    while (at < reader->text.length && reader->text.at[at] != '"' &&
           reader->text.at[at] != '\\') {
        at++;
    }
    return at - reader->at;
}

static str take_plain(struct json_reader *reader)
{
    size_t from = reader->at;
    reader->at += plain_length(reader);
    return str_slice(reader->text, from, reader->at);
}

/* The text behind its opening quote; a view where it has no escapes. */
static bool read_text(struct json_reader *reader, str *text)
{
    *text = take_plain(reader);
    if (reader->at < reader->text.length && reader->text.at[reader->at] == '\\') {
        struct buffer out = {.arena = reader->arena};
        buffer_add(&out, *text);
        while (reader->at < reader->text.length && reader->text.at[reader->at] == '\\') {
            reader->at++;
            if (!add_escape(reader, &out)) {
                return false;
            }
            buffer_add(&out, take_plain(reader));
        }
        *text = buffer_text(&out);
    }
    if (reader->at == reader->text.length) {
        return fail(reader, "the closing quote of a text");
    }
    reader->at++;
    return true;
}

static bool read_value(struct json_reader *reader, struct datum *datum);

static bool read_list(struct json_reader *reader, struct datum *datum)
{
    struct datum_list *list = arena_new(reader->arena, struct datum_list);
    *datum = datum_list_of(list);
    if (take(reader, ']')) {
        return true;
    }
    do {
        struct datum item;
        if (!read_value(reader, &item)) {
            return false;
        }
        *arena_push(reader->arena, list) = item;
    } while (take(reader, ','));
    return take(reader, ']') || fail(reader, "\",\" or \"]\"");
}

static bool read_map(struct json_reader *reader, struct datum *datum)
{
    struct datum_map *map = arena_new(reader->arena, struct datum_map);
    *datum = (struct datum){.kind = DATUM_MAP, .map = map};
    if (take(reader, '}')) {
        return true;
    }
    do {
        struct datum_member member;
        if (!take(reader, '"')) {
            return fail(reader, "a name in quotes");
        }
        if (!read_text(reader, &member.name)) {
            return false;
        }
        if (!take(reader, ':')) {
            return fail(reader, "\":\"");
        }
        if (!read_value(reader, &member.value)) {
            return false;
        }
        *arena_push(reader->arena, map) = member;
    } while (take(reader, ','));
    return take(reader, '}') || fail(reader, "\",\" or \"}\"");
}

static bool read_word(struct json_reader *reader, struct datum *datum)
{
    const struct {
        str word;
        struct datum datum;
    } words[] = {
        {S("true"), datum_flag(true)},
        {S("false"), datum_flag(false)},
        {S("null"), datum_none()},
        {S("NaN"), datum_number(NAN)},
        {S("Infinity"), datum_number(HUGE_VAL)},
        {S("-Infinity"), datum_number(-HUGE_VAL)},
    };
    str rest = str_after(reader->text, reader->at);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (str_starts(rest, words[i].word)) {
            *datum = words[i].datum;
            reader->at += words[i].word.length;
            return true;
        }
    }
    double number;
    size_t length = real_prefix(rest, &number);
    *datum = datum_number(number);
    reader->at += length;
    return length || fail(reader, "a value");
}

static bool read_value(struct json_reader *reader, struct datum *datum)
{
    if (++reader->depth > DEPTH_MAX) {
        return fail(reader, "fewer lists within lists");
    }
    char byte = peek(reader);
    bool is_read;
    if (byte == '{' || byte == '[' || byte == '"') {
        reader->at++;
    }
    if (byte == '{') {
        is_read = read_map(reader, datum);
    } else if (byte == '[') {
        is_read = read_list(reader, datum);
    } else if (byte == '"') {
        str text = S("");
        is_read = read_text(reader, &text);
        *datum = datum_text(text);
    } else {
        is_read = read_word(reader, datum);
    }
    reader->depth--;
    return is_read;
}

bool source_json(struct arena *arena, const struct source *text, struct datum *datum,
                 struct error *error)
{
    struct json_reader reader = {
        .arena = arena, .source = text, .text = text->text, .error = error};
    if (str_starts(text->text, S("\xEF\xBB\xBF"))) {
        reader.at = 3;
    }
    if (!read_value(&reader, datum)) {
        return false;
    }
    return !peek(&reader) || fail(&reader, "the end of the file");
}
