/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>

static void new_line(struct json *json)
{
    buffer_print(json->out, "\n%*s", (int)(2 * json->depth), "");
}

/* What stands before a value: nothing behind its key, else a comma and a line of its own.
 */
static void begin_value(struct json *json)
{
    if (json->has_key || !json->depth) {
        json->has_key = false;
        return;
    }
    assert(json->is_array[json->depth]);
    buffer_add(json->out, json->has_items[json->depth] ? S(",") : S(""));
    json->has_items[json->depth] = true;
    new_line(json);
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
    bool has_items = json->has_items[json->depth];
    json->depth--;
    if (has_items) {
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

static void add_quoted(struct buffer *out, str text)
{
    buffer_add_byte(out, '"');
    for (size_t offset = 0; offset < text.length;) {
        uint32_t character = 0;
        size_t length = str_decode(text, offset, &character);
        if (!length) {
            buffer_add(out, S("\uFFFD"));
        } else if (character < ' ' || character == '"' || character == '\\' ||
                   character == 0x7F) {
            add_escape(out, character);
        } else {
            buffer_add(out, str_slice(text, offset, offset + length));
        }
        offset += length ? length : 1;
    }
    buffer_add_byte(out, '"');
}

void json_key_text(struct json *json, str key)
{
    assert(json->depth && !json->is_array[json->depth] && !json->has_key);
    buffer_add(json->out, json->has_items[json->depth] ? S(",") : S(""));
    json->has_items[json->depth] = true;
    new_line(json);
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
    begin_value(json);
    buffer_print(json->out, "%zu", count);
}

/* The digits of the file: 1.50 stays 1.50. */
void json_decimal(struct json *json, struct decimal decimal)
{
    struct arena scratch = {0};
    begin_value(json);
    buffer_add(json->out, decimal_print(&scratch, decimal));
    arena_finish(&scratch);
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

void json_member_count(struct json *json, const char *key, size_t count)
{
    json_key(json, key);
    json_count(json, count);
}
