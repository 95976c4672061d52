/* SPDX-License-Identifier: MIT */
#include "formula_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"
#include "base/real.h"

#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Letters of any script: names of fields may have them. */
static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte) ||
           byte == '_' || byte == '$' || (byte & 0x80);
}

static struct token bad(size_t at, str message)
{
    return (struct token){.kind = TOKEN_BAD, .text = message, .at = at};
}

static int hex_value(char byte)
{
    if (is_digit(byte)) {
        return byte - '0';
    }
    char lower = (char)(byte | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* \x41, \u0041, \u{1F600}: the digits behind the letter. */
static bool add_code(struct buffer *out, str text, size_t *at, size_t digits)
{
    uint32_t code = 0;
    bool is_braced = digits == 4 && str_byte(text, *at) == '{';
    *at += is_braced;
    size_t count = 0;
    size_t most = is_braced ? 6 : digits;
    for (; count < most && hex_value(str_byte(text, *at)) >= 0; count++, ++*at) {
        code = code * 16 + (uint32_t)hex_value(text.at[*at]);
    }
    bool is_closed = !is_braced || str_byte(text, *at) == '}';
    *at += is_braced;
    if (!count || (!is_braced && count < digits) || !is_closed || code > 0x10FFFF) {
        return false;
    }
    char bytes[4];
    buffer_add(out, (str){bytes, str_encode(code, bytes)});
    return true;
}

static bool add_escape(struct buffer *out, str text, size_t *at)
{
    static const char from[] = "nrtbfv0";
    static const char to[] = "\n\r\t\b\f\v";
    char letter = str_byte(text, (*at)++);
    const char *found = letter ? strchr(from, letter) : NULL;
    if (letter == 'x' || letter == 'u') {
        return add_code(out, text, at, letter == 'x' ? 2 : 4);
    }
    if (letter != '\n') { /* a line that goes on is no part of the text */
        buffer_add_byte(out, (char)(found ? to[found - from] : letter));
    }
    return true;
}

static struct token take_text(struct arena *arena, str text, size_t *at)
{
    size_t from = *at;
    char quote = text.at[(*at)++];
    struct buffer out = {.arena = arena};
    while (*at < text.length && text.at[*at] != quote) {
        if (text.at[*at] != '\\') {
            buffer_add_byte(&out, text.at[(*at)++]);
            continue;
        }
        ++*at;
        if (*at >= text.length || !add_escape(&out, text, at)) {
            return bad(from, S("a text with a broken escape"));
        }
    }
    if (*at >= text.length) {
        return bad(from, S("a text without its closing quote"));
    }
    ++*at;
    return (struct token){.kind = TOKEN_TEXT, .text = buffer_text(&out), .at = from};
}

static struct token take_number(str text, size_t *at)
{
    struct token token = {.kind = TOKEN_NUMBER, .at = *at};
    size_t length = 0;
    if (text.at[*at] == '0' && (str_byte(text, *at + 1) | 0x20) == 'x') {
        for (length = 2; hex_value(str_byte(text, *at + length)) >= 0; length++) {
            token.number = token.number * 16.0 + hex_value(text.at[*at + length]);
        }
    } else {
        length = real_prefix(str_after(text, *at), &token.number);
    }
    token.text = str_slice(text, *at, *at + length);
    *at += length;
    if (is_name_byte(str_byte(text, *at))) {
        return bad(token.at, S("a number with letters behind it"));
    }
    return token;
}

static str take_name(str text, size_t *at)
{
    size_t from = *at;
    while (is_name_byte(str_byte(text, *at))) {
        ++*at;
    }
    return str_slice(text, from, *at);
}

/* /pattern/flags; a slash within brackets is none. */
static struct token take_pattern(str text, size_t *at)
{
    size_t from = (*at)++;
    bool is_in_set = false;
    for (; *at < text.length && (text.at[*at] != '/' || is_in_set); ++*at) {
        is_in_set = text.at[*at] == '[' || (is_in_set && text.at[*at] != ']');
        *at += text.at[*at] == '\\';
    }
    if (*at >= text.length) {
        return bad(from, S("a regular expression without its closing slash"));
    }
    struct token token = {
        .kind = TOKEN_PATTERN, .text = str_slice(text, from + 1, *at), .at = from};
    ++*at;
    token.flags = take_name(text, at);
    return token;
}

static struct token take_sign(str text, size_t *at)
{
    static const char *const signs[] = {
        ">>>", "===", "!==", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "**"};
    str rest = str_after(text, *at);
    struct token token = {.kind = TOKEN_SIGN, .at = *at, .text = str_slice(rest, 0, 1)};
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (str_starts(rest, str_from(signs[i]))) {
            token.text = str_slice(rest, 0, strlen(signs[i]));
            break;
        }
    }
    *at += token.text.length;
    if (token.text.length == 1 && !strchr("+-*/%<>!~^&|?:,.()[]{}", token.text.at[0])) {
        return bad(token.at, S("a sign that means nothing here"));
    }
    return token;
}

struct token formula_token_next(struct arena *arena, str text, size_t *at, bool is_operand)
{
    while (*at < text.length && strchr(" \t\r\n", text.at[*at])) {
        ++*at;
    }
    if (*at >= text.length) {
        return (struct token){.kind = TOKEN_END, .at = text.length};
    }
    char byte = text.at[*at];
    if (is_digit(byte) || (byte == '.' && is_digit(str_byte(text, *at + 1)))) {
        return take_number(text, at);
    }
    if (byte == '"' || byte == '\'') {
        return take_text(arena, text, at);
    }
    if (is_name_byte(byte)) {
        size_t from = *at;
        return (struct token){.kind = TOKEN_NAME, .text = take_name(text, at), .at = from};
    }
    if (byte == '/' && is_operand) {
        return take_pattern(text, at);
    }
    return take_sign(text, at);
}
