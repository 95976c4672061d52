/* SPDX-License-Identifier: MIT */
#include "export/pdf_object.h"

#include "base/buffer.h"

#include <string.h>

static struct pdf_object *create(struct arena *arena, enum pdf_kind kind)
{
    struct pdf_object *object = arena_new(arena, struct pdf_object);
    object->kind = kind;
    return object;
}

struct pdf_object *pdf_integer(struct arena *arena, int64_t integer)
{
    struct pdf_object *object = create(arena, PDF_INTEGER);
    object->integer = integer;
    return object;
}

struct pdf_object *pdf_real(struct arena *arena, double real)
{
    struct pdf_object *object = create(arena, PDF_REAL);
    object->real = real;
    return object;
}

struct pdf_object *pdf_boolean(struct arena *arena, bool is_true)
{
    struct pdf_object *object = create(arena, PDF_BOOLEAN);
    object->integer = is_true;
    return object;
}

struct pdf_object *pdf_name(struct arena *arena, str name)
{
    struct pdf_object *object = create(arena, PDF_NAME);
    object->text = name;
    return object;
}

struct pdf_object *pdf_string(struct arena *arena, str bytes)
{
    struct pdf_object *object = create(arena, PDF_STRING);
    object->text = bytes;
    return object;
}

static void add_utf16(struct buffer *buffer, uint32_t unit)
{
    buffer_add_byte(buffer, (char)(unit >> 8));
    buffer_add_byte(buffer, (char)(unit & 0xFF));
}

/* UTF-16BE after a byte order mark; bytes that are not UTF-8 become U+FFFD. */
static str utf16_from(struct arena *arena, str utf8)
{
    struct buffer buffer = {.arena = arena};
    add_utf16(&buffer, 0xFEFF);
    for (size_t offset = 0; offset < utf8.length;) {
        uint32_t character = 0xFFFD;
        size_t length = str_decode(utf8, offset, &character);
        if (character >= 0x10000) {
            add_utf16(&buffer, 0xD800 + ((character - 0x10000) >> 10));
            add_utf16(&buffer, 0xDC00 + (character & 0x3FF));
        } else {
            add_utf16(&buffer, character);
        }
        offset += length ? length : 1;
    }
    return buffer_text(&buffer);
}

static bool is_ascii(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

struct pdf_object *pdf_text(struct arena *arena, str utf8)
{
    return pdf_string(arena, is_ascii(utf8) ? utf8 : utf16_from(arena, utf8));
}

struct pdf_object *pdf_array(struct arena *arena)
{
    return create(arena, PDF_ARRAY);
}

struct pdf_object *pdf_dict(struct arena *arena)
{
    return create(arena, PDF_DICT);
}

struct pdf_object *pdf_rectangle(struct arena *arena, double left, double bottom,
                                 double right, double top)
{
    struct pdf_object *rectangle = pdf_array(arena);
    pdf_add(arena, rectangle, pdf_real(arena, left));
    pdf_add(arena, rectangle, pdf_real(arena, bottom));
    pdf_add(arena, rectangle, pdf_real(arena, right));
    pdf_add(arena, rectangle, pdf_real(arena, top));
    return rectangle;
}

struct pdf_object *pdf_destination(struct arena *arena, struct pdf_object *page, double top)
{
    struct pdf_object *destination = pdf_array(arena);
    pdf_add(arena, destination, page);
    pdf_add(arena, destination, pdf_name(arena, S("XYZ")));
    pdf_add(arena, destination, create(arena, PDF_NULL));
    pdf_add(arena, destination, pdf_real(arena, top));
    pdf_add(arena, destination, create(arena, PDF_NULL));
    return destination;
}

void pdf_add(struct arena *arena, struct pdf_object *array, struct pdf_object *value)
{
    *arena_push(arena, array) = (struct pdf_entry){.value = value};
}

static struct pdf_entry *find(const struct pdf_object *dict, str key)
{
    for (size_t i = 0; i < dict->count; i++) {
        if (str_equal(dict->at[i].key, key)) {
            return &dict->at[i];
        }
    }
    return NULL;
}

void pdf_put(struct arena *arena, struct pdf_object *dict, str key,
             struct pdf_object *value)
{
    struct pdf_entry *entry = find(dict, key);
    if (!entry) {
        entry = arena_push(arena, dict);
        entry->key = key;
    }
    entry->value = value;
}

void pdf_remove(struct pdf_object *dict, str key)
{
    struct pdf_entry *entry = find(dict, key);
    if (entry) {
        size_t after = (size_t)(dict->at + dict->count - entry) - 1;
        memmove(entry, entry + 1, after * sizeof *entry);
        dict->count--;
    }
}

struct pdf_object *pdf_find(const struct pdf_object *dict, str key)
{
    const struct pdf_entry *entry = find(dict, key);
    return entry ? entry->value : NULL;
}

bool pdf_is_name(const struct pdf_object *object, str name)
{
    return object && object->kind == PDF_NAME && str_equal(object->text, name);
}
