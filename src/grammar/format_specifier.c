/* SPDX-License-Identifier: MIT */
#include "format_internal.h"

#include "base/buffer.h"
#include "base/compiler.h"

#include <string.h>

enum { DIGITS_MAX = 500 }; /* of an integer: a double has at most 309 */

static bool is_one_of(char byte, const char *set)
{
    return byte && strchr(set, byte);
}

/* An alignment, which a fill of any one character may stand before. */
static size_t read_alignment(str text, struct format_specifier *specifier)
{
    uint32_t character;
    size_t length = str_decode(text, 0, &character);
    if (length && is_one_of(str_byte(text, length), "<>^=")) {
        specifier->fill = str_slice(text, 0, length);
        specifier->align = text.at[length];
        return length + 1;
    }
    if (is_one_of(str_byte(text, 0), "<>^=")) {
        specifier->align = text.at[0];
        return 1;
    }
    return 0;
}

static size_t read_digits(str text, size_t at, size_t *number)
{
    size_t from = at;
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9' && at - from < 4) {
        *number = *number * 10 + (size_t)(text.at[at++] - '0');
    }
    return at;
}

bool format_specifier_read(str text, struct format_specifier *specifier)
{
    *specifier = (struct format_specifier){
        .fill = S(" "), .align = '>', .sign = '-', .precision = -1};
    size_t at = read_alignment(text, specifier);
    if (is_one_of(str_byte(text, at), "+-( ")) {
        specifier->sign = text.at[at++];
    }
    if (is_one_of(str_byte(text, at), "$#")) {
        specifier->symbol = text.at[at++];
    }
    if (str_byte(text, at) == '0') {
        specifier->is_zero = true;
        at++;
    }
    at = read_digits(text, at, &specifier->width);
    if (str_byte(text, at) == ',') {
        specifier->is_grouped = true;
        at++;
    }
    if (str_byte(text, at) == '.') {
        size_t precision = 0;
        size_t end = read_digits(text, at + 1, &precision);
        if (end == at + 1) {
            return false;
        }
        specifier->precision = (int)precision;
        at = end;
    }
    if (str_byte(text, at) == '~') {
        specifier->is_trimmed = true;
        at++;
    }
    if (is_one_of(str_byte(text, at), "%bcdefgnoprsxX")) {
        specifier->type = text.at[at++];
    }
    if (specifier->is_zero ||
        (str_equal(specifier->fill, S("0")) && specifier->align == '=')) {
        specifier->is_zero = true;
        specifier->fill = S("0");
        specifier->align = '=';
    }
    if (specifier->type == 'n') {
        specifier->is_grouped = true;
        specifier->type = 'g';
    }
    return at == text.length;
}

str format_trim(struct arena *arena, str digits)
{
    size_t point = str_find(digits, '.');
    size_t exponent = str_find(digits, 'e');
    size_t end = exponent;
    if (point >= exponent) {
        return digits;
    }
    while (digits.at[end - 1] == '0') {
        end--;
    }
    end -= end == point + 1;
    str parts[] = {str_slice(digits, 0, end), str_after(digits, exponent)};
    return str_join(arena, parts, 2, S(""));
}

/* The language's mark between thousands: what stands in its 1,000. */
static str group_mark(struct arena *arena, const struct language *language)
{
    str thousand = language_number(arena, language, ratio_from(1000),
                                   (struct number_style){.places = 0});
    return str_slice(thousand, 1, thousand.length - 3);
}

/* Groups from the right. Of digits that padding stands before (the zeros of "012,345") as
 * many groups as `width` has room for; the last one may be cut. */
static str group(struct arena *arena, str digits, str mark, size_t width)
{
    enum { GROUP = 3 };
    str groups[DIGITS_MAX];
    size_t count = 0;
    size_t left = digits.length;
    size_t length = 0;
    while (left && length <= width && count < COUNT_OF(groups)) {
        size_t size = GROUP;
        if (length + GROUP + 1 > width) {
            size = width > length ? width - length : 1;
        }
        size_t from = left > size ? left - size : 0;
        groups[COUNT_OF(groups) - ++count] = str_slice(digits, from, left);
        left = from;
        length += size + 1;
    }
    return str_join(arena, groups + COUNT_OF(groups) - count, count, mark);
}

static void add_padding(struct buffer *out, str fill, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add(out, fill);
    }
}

static str prefix_of(struct arena *arena, const struct format_specifier *specifier,
                     bool is_negative)
{
    str sign = is_negative              ? (specifier->sign == '(' ? S("(") : S("\u2212"))
               : specifier->sign == '+' ? S("+")
               : specifier->sign == ' ' ? S(" ")
                                        : S("");
    str symbol = S("");
    if (specifier->symbol == '$') {
        symbol = S("$");
    } else if (specifier->symbol == '#' && is_one_of(specifier->type, "boxX")) {
        symbol = str_print(arena, "0%c", specifier->type | 0x20);
    }
    return str_join(arena, (str[]){sign, symbol}, 2, S(""));
}

/* Where the digits of the integer end; all of it is the integer of types without a point.
 */
static size_t integer_length(const struct format_specifier *specifier, str digits)
{
    size_t length = 0;
    if (specifier->type && !is_one_of(specifier->type, "defgprs%")) {
        return digits.length;
    }
    while (length < digits.length && digits.at[length] >= '0' && digits.at[length] <= '9') {
        length++;
    }
    return length;
}

static str suffix_of(struct arena *arena, const struct language *language,
                     const struct format_specifier *specifier,
                     const struct format_body *body, size_t integer)
{
    str rest = str_after(body->digits, integer);
    bool has_point = rest.length && rest.at[0] == '.';
    str parts[] = {
        has_point ? language_point(language) : S(""),
        has_point ? str_after(rest, 1) : rest,
        body->suffix,
        is_one_of(specifier->type, "%p") ? S("%") : S(""),
        body->is_negative && specifier->sign == '(' ? S(")") : S(""),
    };
    return str_join(arena, parts, 5, S(""));
}

str format_compose(struct arena *arena, const struct language *language,
                   const struct format_specifier *specifier, const struct format_body *body)
{
    size_t integer = integer_length(specifier, body->digits);
    str prefix = prefix_of(arena, specifier, body->is_negative);
    str suffix = suffix_of(arena, language, specifier, body, integer);
    str digits = str_slice(body->digits, 0, integer);
    if (specifier->is_grouped && !specifier->is_zero) {
        digits = group(arena, digits, group_mark(arena, language), SIZE_MAX);
    }
    size_t length =
        str_characters(prefix) + str_characters(digits) + str_characters(suffix);
    size_t padding = length < specifier->width ? specifier->width - length : 0;
    struct buffer out = {.arena = arena};
    if (specifier->is_grouped && specifier->is_zero) {
        struct buffer padded = {.arena = arena};
        add_padding(&padded, S("0"), padding);
        buffer_add(&padded, digits);
        size_t width = padding ? specifier->width - str_characters(suffix) : SIZE_MAX;
        digits = group(arena, buffer_text(&padded), group_mark(arena, language), width);
        padding = 0;
    }
    size_t before = specifier->align == '>'   ? padding
                    : specifier->align == '^' ? padding / 2
                                              : 0;
    add_padding(&out, specifier->fill, before);
    buffer_add(&out, prefix);
    add_padding(&out, specifier->fill, specifier->align == '=' ? padding : 0);
    buffer_add(&out, digits);
    buffer_add(&out, suffix);
    bool is_behind = specifier->align == '<' || specifier->align == '^';
    add_padding(&out, specifier->fill, is_behind ? padding - before : 0);
    return buffer_text(&out);
}
