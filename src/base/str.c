/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdio.h>
#include <string.h>

str str_from(const char *text)
{
    return text ? (str){text, strlen(text)} : (str){"", 0};
}

str str_copy(struct arena *arena, str text)
{
    char *copy = arena_array(arena, char, text.length + 1);
    if (text.length) {
        memcpy(copy, text.at, text.length);
    }
    return (str){copy, text.length};
}

str str_print_list(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0) {
        return (str){"", 0};
    }
    char *text = arena_array(arena, char, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return (str){text, (size_t)length};
}

str str_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    str text = str_print_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

str str_join(struct arena *arena, const str *parts, size_t count, str between)
{
    size_t length = count ? (count - 1) * between.length : 0;
    for (size_t part = 0; part < count; part++) {
        length += parts[part].length;
    }
    char *text = arena_array(arena, char, length + 1);
    char *end = text;
    for (size_t part = 0; part < count; part++) {
        if (part && between.length) {
            memcpy(end, between.at, between.length);
            end += between.length;
        }
        if (parts[part].length) {
            memcpy(end, parts[part].at, parts[part].length);
            end += parts[part].length;
        }
    }
    return (str){text, length};
}

const char *str_c(struct arena *arena, str text)
{
    return str_copy(arena, text).at;
}

bool str_equal(str a, str b)
{
    return a.length == b.length && (!a.length || !memcmp(a.at, b.at, a.length));
}

int str_compare(str a, str b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool str_starts(str text, str start)
{
    return text.length >= start.length && str_equal((str){text.at, start.length}, start);
}

bool str_ends(str text, str end)
{
    return text.length >= end.length &&
           str_equal(str_after(text, text.length - end.length), end);
}

/* FNV-1a, 64 bits. */
uint64_t str_hash(str text)
{
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < text.length; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * 1099511628211U;
    }
    return hash;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

str str_trim(str text)
{
    while (text.length && is_space(text.at[0])) {
        text = str_after(text, 1);
    }
    while (text.length && is_space(text.at[text.length - 1])) {
        text.length--;
    }
    return text;
}

str str_slice(str text, size_t from, size_t to)
{
    to = to < text.length ? to : text.length;
    from = from < to ? from : to;
    return text.at ? (str){text.at + from, to - from} : text;
}

str str_after(str text, size_t from)
{
    return str_slice(text, from, text.length);
}

size_t str_find(str text, char byte)
{
    const char *found = text.length ? memchr(text.at, byte, text.length) : NULL;
    return found ? (size_t)(found - text.at) : text.length;
}

char str_byte(str text, size_t at)
{
    return (char)(at < text.length ? text.at[at] : 0);
}

str str_cut(str text, char byte, str *rest)
{
    size_t at = str_find(text, byte);
    *rest = str_after(text, at + 1);
    return str_slice(text, 0, at);
}

bool str_to_size(str text, size_t *number)
{
    size_t value = 0;
    for (size_t i = 0; i < text.length; i++) {
        size_t digit = (size_t)(unsigned char)text.at[i] - '0';
        if (digit > 9 || __builtin_mul_overflow(value, (size_t)10, &value) ||
            __builtin_add_overflow(value, digit, &value)) {
            return false;
        }
    }
    *number = value;
    return text.length > 0;
}

/* Levenshtein distance, given up (SIZE_MAX) for words longer than the row. */
static size_t edit_distance(str a, str b)
{
    enum { LONGEST = 64 };
    size_t row[LONGEST + 1];
    if (a.length > LONGEST || b.length > LONGEST) {
        return SIZE_MAX;
    }
    for (size_t i = 0; i <= b.length; i++) {
        row[i] = i;
    }
    for (size_t i = 0; i < a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < b.length; k++) {
            size_t replaced = diagonal + (a.at[i] != b.at[k]);
            size_t other = (row[k] < row[k + 1] ? row[k] : row[k + 1]) + 1;
            diagonal = row[k + 1];
            row[k + 1] = replaced < other ? replaced : other;
        }
    }
    return row[b.length];
}

size_t str_nearest(str word, const str *candidates, size_t count)
{
    size_t nearest = count;
    size_t least = word.length / 3 + 2; /* farther than this is another word */
    for (size_t i = 0; i < count; i++) {
        size_t distance = edit_distance(word, candidates[i]);
        if (distance < least && distance < candidates[i].length) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

static bool is_continuation(str text, size_t offset)
{
    return offset < text.length && ((unsigned char)text.at[offset] & 0xC0U) == 0x80U;
}

size_t str_decode(str text, size_t offset, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (offset >= text.length) {
        return 0;
    }
    unsigned char lead = (unsigned char)text.at[offset];
    size_t length = lead < 0x80   ? 1
                    : lead < 0xC2 ? 0
                    : lead < 0xE0 ? 2
                    : lead < 0xF0 ? 3
                    : lead < 0xF5 ? 4
                                  : 0;
    uint32_t value = length == 1 ? lead : lead & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) {
        if (!is_continuation(text, offset + i)) {
            return 0;
        }
        value = value << 6 | ((unsigned char)text.at[offset + i] & 0x3FU);
    }
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (!length || value < least[length] || value > 0x10FFFF || is_surrogate) {
        return 0;
    }
    *character = value;
    return length;
}

size_t str_encode(uint32_t character, char out[4])
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80U | (character & 0x3FU));
        character >>= 6;
    }
    out[0] = (char)((0xF00U >> length & 0xFFU) | character);
    return length;
}

/* Files are checked from end to end: eight bytes at a time where they are ASCII. */
size_t str_invalid_at(str text)
{
    const uint64_t high_bits = 0x8080808080808080U;
    size_t offset = 0;
    while (offset < text.length) {
        uint64_t block;
        if (offset + sizeof block <= text.length) {
            memcpy(&block, text.at + offset, sizeof block);
            if (!(block & high_bits)) {
                offset += sizeof block;
                continue;
            }
        }
        uint32_t character;
        size_t length = str_decode(text, offset, &character);
        if (!length) {
            break;
        }
        offset += length;
    }
    return offset;
}

size_t str_characters(str text)
{
    size_t count = 0;
    for (size_t offset = 0; offset < text.length; count++) {
        uint32_t character;
        size_t length = str_decode(text, offset, &character);
        offset += length ? length : 1;
    }
    return count;
}
