/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char *reserve(struct buffer *buffer, size_t length)
{
    size_t needed = buffer->count + length;
    if (needed > buffer->capacity) {
        size_t capacity = buffer->capacity ? buffer->capacity : 256;
        while (capacity < needed) {
            capacity *= 2;
        }
        char *grown = arena_array(buffer->arena, char, capacity);
        if (buffer->count) {
            memcpy(grown, buffer->at, buffer->count);
        }
        buffer->at = grown;
        buffer->capacity = capacity;
    }
    return buffer->at + buffer->count;
}

void buffer_add(struct buffer *buffer, str text)
{
    if (text.length) {
        memcpy(reserve(buffer, text.length), text.at, text.length);
        buffer->count += text.length;
    }
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
    *reserve(buffer, 1) = byte;
    buffer->count++;
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length <= 0) {
        return;
    }
    char *end = reserve(buffer, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(end, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->count += (size_t)length;
}

str buffer_text(const struct buffer *buffer)
{
    return (str){buffer->at ? buffer->at : "", buffer->count};
}
