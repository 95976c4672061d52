/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>

static void new_line(struct json *json)
{
    static const str line = S("\n                                ");
    _Static_assert(2 * JSON_DEPTH_MAX == 32, "the line has room for the deepest level");
    buffer_add(json->out, str_slice(line, 0, 1 + 2 * json->depth));
}

/* Whether what is in the innermost level stands on its line. */
static bool is_flat(const struct json *json)
{
    return json->flat_depth && json->depth >= json->flat_depth;
}

/* What stands before an item: a comma behind another one, and a line of its own. */
static void begin_item(struct json *json)
{
    bool is_first = !json->has_items[json->depth];
    json->has_items[json->depth] = true;
    if (is_flat(json)) {
        buffer_add(json->out, is_first ? S("") : S(", "));
    } else {
        buffer_add(json->out, is_first ? S("") : S(","));
        new_line(json);
    }
}

/* Nothing stands between a key and its value. */
static void begin_value(struct json *json)
{
    if (json->has_key || !json->depth) {
        json->has_key = false;
        return;
    }
    assert(json->is_array[json->depth]);
    begin_item(json);
}

static void open_level(struct json *json, bool is_array)
{
    begin_value(json);
    assert(json->depth + 1 < JSON_DEPTH_MAX);
    json->depth++;
    json->is_array[json->depth] = is_array;
    json->has_items[json->depth] = false;
    buffer_add_byte(json->out, is_array ? '[' : '{');
}

void json_object(struct json *json)
{
    open_level(json, false);
}

void json_array(struct json *json)
{
    open_level(json, true);
}

void json_end(struct json *json)
{
    assert(json->depth && !json->has_key);
    bool is_array = json->is_array[json->depth];
    bool has_line = json->has_items[json->depth] && !is_flat(json);
    json->depth--;
    if (has_line) {
        new_line(json);
    }
    buffer_add_byte(json->out, is_array ? ']' : '}');
    if (!json->depth) {
        buffer_add_byte(json->out, '\n');
    }
}

static void add_escape(struct buffer *out, uint32_t character)
{
    switch (character) {
    case '"':
        buffer_add(out, S("\\\""));
        break;
    case '\\':
        buffer_add(out, S("\\\\"));
        break;
    case '\n':
        buffer_add(out, S("\\n"));
        break;
    case '\r':
        buffer_add(out, S("\\r"));
        break;
    case '\t':
        buffer_add(out, S("\\t"));
        break;
    default:
        buffer_print(out, "\\u%04x", (unsigned)character);
        break;
    }
}

/* Bytes from the offset on that stand for themselves: most text does. */
static size_t plain_length(str text, size_t offset)
{
    size_t end = offset;
    while (end < text.length && text.at[end] >= ' ' && text.at[end] < 0x7F &&
           text.at[end] != '"' && text.at[end] != '\\') {
        end++;
    }
    return end - offset;
}

/*
 * Controls, ends of lines and marks of order, which JSON allows: YAML, as which texts are
 * read back, and terminals do not take them as they are.
 */
static bool needs_escape(uint32_t character)
{
    return character < 0xA0 || character == 0x2028 || character == 0x2029 ||
           character == 0xFEFF || character == 0xFFFE || character == 0xFFFF;
}

/* Any other character; returns its bytes in the text. */
static size_t add_character(struct buffer *out, str text, size_t offset)
{
    uint32_t character = 0;
    size_t length = str_decode(text, offset, &character);
    if (!length) {
        buffer_add(out, S("\uFFFD"));
    } else if (needs_escape(character)) {
        add_escape(out, character);
    } else {
        buffer_add(out, str_slice(text, offset, offset + length));
    }
    return length ? length : 1;
}

static void add_quoted(struct buffer *out, str text)
{
    buffer_add_byte(out, '"');
    for (size_t offset = 0; offset < text.length;) {
        size_t plain = plain_length(text, offset);
        buffer_add(out, str_slice(text, offset, offset + plain));
        offset += plain;
        offset += offset < text.length ? add_character(out, text, offset) : 0;
    }
    buffer_add_byte(out, '"');
}

void json_key_text(struct json *json, str key)
{
    assert(json->depth && !json->is_array[json->depth] && !json->has_key);
    begin_item(json);
    add_quoted(json->out, key);
    buffer_add(json->out, S(": "));
    json->has_key = true;
}

void json_key(struct json *json, const char *key)
{
    json_key_text(json, str_from(key));
}

void json_text(struct json *json, str text)
{
    begin_value(json);
    add_quoted(json->out, text);
}

void json_count(struct json *json, size_t count)
{
    char digits[20]; /* of 2^64 */
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + count % 10);
        count /= 10;
    } while (count);
    begin_value(json);
    buffer_add(json->out, (str){digits + first, sizeof digits - first});
}

/* The digits of the file: 1.50 stays 1.50. */
void json_decimal(struct json *json, struct decimal decimal)
{
    struct arena scratch = {0};
    begin_value(json);
    buffer_add(json->out, decimal_print(&scratch, decimal));
    arena_finish(&scratch);
}

void json_ratio(struct json *json, struct ratio ratio)
{
    if (!ratio_is_valid(ratio)) {
        json_null(json);
        return;
    }
    struct decimal decimal = ratio_round(ratio, JSON_PLACES);
    while (decimal.places && decimal.units % 10 == 0) {
        decimal.units /= 10;
        decimal.places--;
    }
    json_decimal(json, decimal);
}

void json_flag(struct json *json, bool flag)
{
    begin_value(json);
    buffer_add(json->out, flag ? S("true") : S("false"));
}

void json_null(struct json *json)
{
    begin_value(json);
    buffer_add(json->out, S("null"));
}

void json_member_text(struct json *json, const char *key, str text)
{
    json_key(json, key);
    json_text(json, text);
}

void json_member_some_text(struct json *json, const char *key, str text)
{
    if (text.length) {
        json_member_text(json, key, text);
    }
}

void json_member_count(struct json *json, const char *key, size_t count)
{
    json_key(json, key);
    json_count(json, count);
}

void json_member_flag(struct json *json, const char *key, bool flag)
{
    json_key(json, key);
    json_flag(json, flag);
}
