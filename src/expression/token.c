/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "expression/syntax.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static size_t count_digits(str text, size_t from)
{
    size_t at = from;
    while (at < text.length && is_digit(text.at[at])) {
        at++;
    }
    return at - from;
}

/* A point belongs to the number only where a digit follows: 1.5, but 1 . name. */
static size_t number_length(str text)
{
    size_t length = count_digits(text, 0);
    if (length < text.length && text.at[length] == '.') {
        size_t decimals = count_digits(text, length + 1);
        length += decimals ? decimals + 1 : 0;
    }
    return length;
}

static size_t name_length(str text)
{
    size_t length = 1;
    while (length < text.length &&
           (is_letter(text.at[length]) || is_digit(text.at[length]))) {
        length++;
    }
    return length;
}

/* With both quotes; 0 where the closing one is missing. */
static size_t quoted_length(str text)
{
    for (size_t at = 1; at < text.length; at++) {
        if (text.at[at] == text.at[0]) {
            return at + 1;
        }
        at += text.at[at] == '\\';
    }
    return 0;
}

static size_t sign_length(str text)
{
    static const char *const signs[] = {"??", "==", "!=", "<=", ">=", "<", ">", "+", "-",
                                        "*",  "/",  "|",  ".",  "(",  ")", "[", "]", ","};
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        str sign = str_from(signs[i]);
        if (str_starts(text, sign)) {
            return sign.length;
        }
    }
    return 0;
}

static bool refuse(const struct source *source, size_t at, str rest, struct error *error)
{
    uint32_t character;
    size_t length = str_decode(rest, 0, &character);
    struct place place = place_in(source, at, length ? length : 1);
    if (!length || character < ' ') {
        return error_at(error, ERROR_CONFIG, place, "this byte is not text");
    }
    error_at(error, ERROR_CONFIG, place, "\"%.*s\" means nothing in an expression",
             (int)length, rest.at);
    return rest.at[0] == '=' ? error_hint(error, "to compare, write ==") : false;
}

bool token_next(const struct source *source, size_t *at, size_t end, struct token *token,
                struct error *error)
{
    while (*at < end && is_space(source->text.at[*at])) {
        ++*at;
    }
    str rest = str_slice(source->text, *at, end);
    token->kind = TOKEN_END;
    token->text = str_slice(rest, 0, 0);
    if (!rest.length) {
        return true;
    }
    char first = rest.at[0];
    bool is_quote = first == '"' || first == '\'';
    size_t length = is_digit(first)    ? number_length(rest)
                    : is_letter(first) ? name_length(rest)
                    : is_quote         ? quoted_length(rest)
                                       : sign_length(rest);
    if (!length && is_quote) {
        return error_at(error, ERROR_CONFIG, place_in(source, *at, 1),
                        "this quote is not closed");
    }
    if (!length) {
        return refuse(source, *at, rest, error);
    }
    token->kind = is_digit(first)    ? TOKEN_NUMBER
                  : is_letter(first) ? TOKEN_NAME
                  : is_quote         ? TOKEN_TEXT
                                     : TOKEN_SIGN;
    token->text = str_slice(rest, 0, length);
    *at += length;
    return true;
}

str token_unquote(struct arena *arena, struct token token)
{
    str inside = str_slice(token.text, 1, token.text.length - 1);
    if (str_find(inside, '\\') == inside.length) {
        return inside;
    }
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < inside.length; i++) {
        i += inside.at[i] == '\\';
        buffer_add_byte(&text, inside.at[i]);
    }
    return buffer_text(&text);
}
