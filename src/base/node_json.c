/* SPDX-License-Identifier: MIT */
/* JSON to nodes, by recursive descent over the bytes (RFC 8259). */
#include "base/buffer.h"
#include "base/node.h"

struct reader {
    struct arena *arena;
    const struct source *source;
    size_t at, end;
    struct error *error;
};

static struct node *read_value(struct reader *reader, int depth);

static bool refuse(struct reader *reader, size_t offset, const char *message)
{
    struct node here = {.source = reader->source, .offset = offset};
    return node_error(&here, reader->error, "this is not JSON: %s", message);
}

static char peek(const struct reader *reader)
{
    if (reader->at >= reader->end) {
        return '\0';
    }
    return reader->source->text.at[reader->at];
}

static void skip_space(struct reader *reader)
{
    char next = peek(reader);
    while (reader->at < reader->end &&
           (next == ' ' || next == '\n' || next == '\r' || next == '\t')) {
        reader->at++;
        next = peek(reader);
    }
}

static bool take(struct reader *reader, char wanted)
{
    skip_space(reader);
    if (peek(reader) != wanted || reader->at == reader->end) {
        return false;
    }
    reader->at++;
    return true;
}

static struct node *create(struct reader *reader, enum node_kind kind)
{
    struct node *node = arena_new(reader->arena, struct node);
    node->kind = kind;
    node->source = reader->source;
    node->offset = reader->at;
    return node;
}

/* --- texts ---------------------------------------------------------------------------- */

static bool read_hex(struct reader *reader, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        char digit = peek(reader);
        uint32_t value = 16;
        if (digit >= '0' && digit <= '9') {
            value = (uint32_t)(digit - '0');
        } else if ((digit | 32) >= 'a' && (digit | 32) <= 'f') {
            value = (uint32_t)((digit | 32) - 'a' + 10);
        }
        if (value == 16) {
            return refuse(reader, reader->at, "\\u wants four hexadecimal digits");
        }
        *unit = *unit * 16 + value;
        reader->at++;
    }
    return true;
}

/* A surrogate that has no partner is U+FFFD. */
static bool read_unicode(struct reader *reader, struct buffer *text)
{
    uint32_t unit, low;
    char bytes[4];
    if (!read_hex(reader, &unit)) {
        return false;
    }
    bool is_high = unit >= 0xD800 && unit < 0xDC00;
    if (is_high && peek(reader) == '\\' && reader->at + 1 < reader->end &&
        reader->source->text.at[reader->at + 1] == 'u') {
        reader->at += 2;
        if (!read_hex(reader, &low)) {
            return false;
        }
        bool is_pair = low >= 0xDC00 && low < 0xE000;
        unit = is_pair ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
    } else if (unit >= 0xD800 && unit < 0xE000) {
        unit = 0xFFFD;
    }
    size_t length = str_encode(unit, bytes);
    buffer_add(text, (str){bytes, length});
    return true;
}

static bool read_escape(struct reader *reader, struct buffer *text)
{
    static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    size_t start = reader->at++;
    char name = peek(reader);
    reader->at++;
    if (name == 'u') {
        return read_unicode(reader, text);
    }
    for (size_t i = 0; name && names[i]; i++) {
        if (names[i] == name) {
            buffer_add_byte(text, meanings[i]);
            return true;
        }
    }
    return refuse(reader, start, "no such escape");
}

/* From behind the opening quote; a text without escapes is a view of the source. */
static bool read_text(struct reader *reader, str *out)
{
    struct buffer text = {.arena = reader->arena};
    const char *bytes = reader->source->text.at;
    size_t start = reader->at, from = reader->at;
    while (reader->at < reader->end && bytes[reader->at] != '"') {
        if ((unsigned char)bytes[reader->at] < ' ') {
            return refuse(reader, reader->at, "a text goes on over the end of its line");
        }
        if (bytes[reader->at] != '\\') {
            reader->at++;
            continue;
        }
        buffer_add(&text, str_slice(reader->source->text, from, reader->at));
        if (!read_escape(reader, &text)) {
            return false;
        }
        from = reader->at;
    }
    if (reader->at == reader->end) {
        return refuse(reader, start - 1, "this text has no end");
    }
    str rest = str_slice(reader->source->text, from, reader->at++);
    *out = rest;
    if (text.count) {
        buffer_add(&text, rest);
        *out = buffer_text(&text);
    }
    return true;
}

/* --- values --------------------------------------------------------------------------- */

static size_t digits_at(str text, size_t at)
{
    size_t start = at;
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9') {
        at++;
    }
    return at - start;
}

/* Length of the number at the start of a text; 0 where it is none of JSON's. */
static size_t number_length(str text)
{
    size_t at = text.length && text.at[0] == '-';
    size_t whole = digits_at(text, at);
    if (!whole || (whole > 1 && text.at[at] == '0')) {
        return 0;
    }
    at += whole;
    if (at < text.length && text.at[at] == '.') {
        size_t places = digits_at(text, at + 1);
        at += places ? places + 1 : 0;
    }
    if (at < text.length && (text.at[at] | 32) == 'e') {
        size_t sign =
            at + 1 < text.length && (text.at[at + 1] == '+' || text.at[at + 1] == '-');
        size_t digits = digits_at(text, at + 1 + sign);
        at += digits ? digits + sign + 1 : 0;
    }
    return at;
}

static bool ends_word(char c)
{
    return c == ',' || c == ']' || c == '}' || c == ' ' || c == '\n' || c == '\r' ||
           c == '\t' || c == ':';
}

/* A number, true, false or null. */
static struct node *read_word(struct reader *reader)
{
    struct node *node = create(reader, NODE_SCALAR);
    size_t start = reader->at;
    while (reader->at < reader->end && !ends_word(peek(reader))) {
        reader->at++;
    }
    node->text = str_slice(reader->source->text, start, reader->at);
    bool is_word = str_equal(node->text, S("true")) || str_equal(node->text, S("false")) ||
                   str_equal(node->text, S("null"));
    if (is_word || (node->text.length && number_length(node->text) == node->text.length)) {
        return node;
    }
    refuse(reader, start, "a value is expected here");
    return NULL;
}

static struct node *read_string(struct reader *reader)
{
    struct node *node = create(reader, NODE_SCALAR);
    reader->at++;
    node->is_quoted = true;
    return read_text(reader, &node->text) ? node : NULL;
}

static struct node *read_list(struct reader *reader, int depth)
{
    struct node *list = create(reader, NODE_LIST);
    reader->at++;
    if (take(reader, ']')) {
        return list;
    }
    do {
        struct node *item = read_value(reader, depth);
        if (!item) {
            return NULL;
        }
        *arena_push(reader->arena, list) = item;
    } while (take(reader, ','));
    if (!take(reader, ']')) {
        refuse(reader, reader->at, "a comma or ] is expected here");
        return NULL;
    }
    return list;
}

/* Maps of data have few keys; a long one is a lookup table, whose keys are not compared. */
enum { KEYS_COMPARED_MAX = 256 };

static bool add_member(struct reader *reader, struct node *map, struct node *value, str key,
                       size_t key_offset)
{
    value->key = key;
    value->key_offset = key_offset;
    if (map->count < KEYS_COMPARED_MAX && node_find(map, key)) {
        return refuse(reader, key_offset, "this key is here twice");
    }
    *arena_push(reader->arena, map) = value;
    return true;
}

static bool read_member(struct reader *reader, struct node *map, int depth)
{
    str key;
    skip_space(reader);
    size_t key_offset = reader->at;
    if (!take(reader, '"')) {
        return refuse(reader, key_offset, "a key in double quotes is expected here");
    }
    if (!read_text(reader, &key)) {
        return false;
    }
    if (!take(reader, ':')) {
        return refuse(reader, reader->at, "a colon is expected here");
    }
    struct node *value = read_value(reader, depth);
    return value && add_member(reader, map, value, key, key_offset);
}

static struct node *read_map(struct reader *reader, int depth)
{
    struct node *map = create(reader, NODE_MAP);
    reader->at++;
    if (take(reader, '}')) {
        return map;
    }
    do {
        if (!read_member(reader, map, depth)) {
            return NULL;
        }
    } while (take(reader, ','));
    if (!take(reader, '}')) {
        refuse(reader, reader->at, "a comma or } is expected here");
        return NULL;
    }
    return map;
}

static struct node *read_value(struct reader *reader, int depth)
{
    skip_space(reader);
    if (depth > NODE_DEPTH_MAX) {
        refuse(reader, reader->at, "this is nested too deeply");
        return NULL;
    }
    switch (peek(reader)) {
    case '{':
        return read_map(reader, depth + 1);
    case '[':
        return read_list(reader, depth + 1);
    case '"':
        return read_string(reader);
    default:
        return read_word(reader);
    }
}

const struct node *node_load_json(struct arena *arena, const struct source *source,
                                  size_t offset, size_t length, struct error *error)
{
    struct reader reader = {.arena = arena,
                            .source = source,
                            .at = offset,
                            .end = offset + length,
                            .error = error};
    if (str_starts(str_after(source->text, offset), S("\xEF\xBB\xBF"))) {
        reader.at += 3;
    }
    struct node *root = read_value(&reader, 0);
    skip_space(&reader);
    if (root && reader.at != reader.end) {
        refuse(&reader, reader.at, "nothing is expected behind the value");
        return NULL;
    }
    return root;
}

/* `{"` and `{}`: YAML in its flow style may begin so, and is then mostly JSON too. */
static bool looks_like_json(str text)
{
    str start = str_trim(text);
    str inner = str_trim(str_after(start, 1));
    return str_starts(start, S("{")) &&
           (str_starts(inner, S("\"")) || str_starts(inner, S("}")));
}

const struct node *node_load_any(struct arena *arena, const struct source *source,
                                 struct error *error)
{
    bool is_yaml = str_ends(source->path, S(".yaml")) || str_ends(source->path, S(".yml"));
    bool is_json =
        str_ends(source->path, S(".json")) || (!is_yaml && looks_like_json(source->text));
    return is_json ? node_load_json(arena, source, 0, source->text.length, error)
                   : node_load(arena, source, 0, source->text.length, error);
}
