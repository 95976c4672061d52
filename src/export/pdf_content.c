/* SPDX-License-Identifier: MIT */
#include "pdf_content.h"

#include "base/buffer.h"

#include <string.h>

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
           byte == '\0';
}

static bool is_delimiter(char byte)
{
    return byte && strchr("()<>[]{}/%", byte);
}

/* Behind the closing parenthesis of the string that opens at `at`. */
static size_t string_end(str content, size_t at)
{
    size_t depth = 0;
    for (; at < content.length; at++) {
        char byte = content.at[at];
        if (byte == '\\') {
            at++;
        } else if (byte == '(') {
            depth++;
        } else if (byte == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return content.length;
}

static size_t after(str content, size_t at, char byte)
{
    size_t end = at + str_find(str_after(content, at), byte) + 1;
    return end < content.length ? end : content.length;
}

static size_t skip_space(str content, size_t at)
{
    while (at < content.length && (is_white(content.at[at]) || content.at[at] == '%')) {
        at = content.at[at] == '%' ? after(content, at, '\n') : at + 1;
    }
    return at;
}

/* The bytes of an inline image begin behind ID and end before a free-standing EI. */
static size_t image_end(str content, size_t at)
{
    for (size_t i = at; i + 2 < content.length; i++) {
        bool is_free = is_white(content.at[i]) &&
                       (i + 3 == content.length || is_white(content.at[i + 3]));
        if (is_free && content.at[i + 1] == 'E' && content.at[i + 2] == 'I') {
            return i;
        }
    }
    return content.length;
}

static size_t token_end(str content, size_t start)
{
    char first = content.at[start];
    str pair = str_slice(content, start, start + 2);
    if (first == '(') {
        return string_end(content, start);
    }
    if (str_equal(pair, S("<<")) || str_equal(pair, S(">>"))) {
        return start + 2;
    }
    if (first == '<') {
        return after(content, start, '>');
    }
    if (is_delimiter(first) && first != '/') {
        return start + 1;
    }
    size_t end = start + 1;
    while (end < content.length && !is_white(content.at[end]) &&
           !is_delimiter(content.at[end])) {
        end++;
    }
    return end;
}

str pdf_content_token(str content, size_t *at)
{
    size_t start = skip_space(content, *at);
    size_t end = start < content.length ? token_end(content, start) : start;
    str token = str_slice(content, start, end);
    *at = str_equal(token, S("ID")) ? image_end(content, end) : end;
    return token;
}

static bool is_one_of(str token, const str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(token, words[i])) {
            return true;
        }
    }
    return false;
}

bool pdf_content_is_operator(str token)
{
    static const str values[] = {S("true"), S("false"), S("null")};
    char first = token.at[0];
    if (is_one_of(token, values, COUNT_OF(values))) {
        return false;
    }
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
           first == '\'' || first == '"';
}

str pdf_content_without_marks(struct arena *arena, str content)
{
    static const str marks[] = {S("BDC"), S("BMC"), S("EMC"), S("MP"), S("DP")};
    struct buffer kept = {.arena = arena};
    size_t start = 0; /* of the operation: its operands and operator */
    size_t at = 0;
    for (str token; (token = pdf_content_token(content, &at)).length;) {
        if (pdf_content_is_operator(token)) {
            if (!is_one_of(token, marks, COUNT_OF(marks))) {
                buffer_add(&kept, str_slice(content, start, at));
            }
            start = at;
        }
    }
    buffer_add(&kept, S("\n"));
    return buffer_text(&kept);
}

bool pdf_content_has(str content, const str *operators, size_t count)
{
    size_t at = 0;
    for (str token; (token = pdf_content_token(content, &at)).length;) {
        if (is_one_of(token, operators, count)) {
            return true;
        }
    }
    return false;
}
