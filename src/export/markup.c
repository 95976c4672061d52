/* SPDX-License-Identifier: MIT */
#include "export/markup.h"

#include <math.h>

static bool is_control(char byte)
{
    unsigned char value = (unsigned char)byte;
    return value < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

static str escaped(char byte)
{
    switch (byte) {
    case '&':
        return S("&amp;");
    case '<':
        return S("&lt;");
    case '>':
        return S("&gt;");
    case '"':
        return S("&quot;");
    default:
        return S("");
    }
}

void markup_text(struct buffer *out, str text)
{
    size_t start = 0; /* of what is not yet added */
    for (size_t i = 0; i < text.length; i++) {
        str entity = escaped(text.at[i]);
        if (entity.length || is_control(text.at[i])) {
            buffer_add(out, str_slice(text, start, i));
            buffer_add(out, entity);
            start = i + 1;
        }
    }
    buffer_add(out, str_after(text, start));
}

/* Half of a drawing are numbers: their digits are written without a format's detour. */
void markup_number(struct buffer *out, double number)
{
    char text[24];
    char *at = text + sizeof text;
    long long hundredths = llround(number * 100);
    unsigned long long magnitude = hundredths < 0 ? 0 - (unsigned long long)hundredths
                                                  : (unsigned long long)hundredths;
    unsigned long long whole = magnitude / 100;
    unsigned part = (unsigned)(magnitude % 100);
    if (part % 10) {
        *--at = (char)('0' + part % 10);
    }
    if (part) {
        *--at = (char)('0' + part / 10);
        *--at = '.';
    }
    do {
        *--at = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole);
    if (hundredths < 0) {
        *--at = '-';
    }
    buffer_add(out, (str){at, (size_t)(text + sizeof text - at)});
}

void markup_attribute(struct buffer *out, const char *name, str value)
{
    buffer_print(out, " %s=\"", name);
    markup_text(out, value);
    buffer_add_byte(out, '"');
}

void markup_attribute_number(struct buffer *out, const char *name, double number)
{
    buffer_print(out, " %s=\"", name);
    markup_number(out, number);
    buffer_add_byte(out, '"');
}

static bool is_short(uint8_t channel)
{
    return channel >> 4 == (channel & 0xF);
}

void markup_color(struct buffer *out, color c)
{
    if (is_short(c.red) && is_short(c.green) && is_short(c.blue)) {
        buffer_print(out, "#%X%X%X", c.red & 0xFU, c.green & 0xFU, c.blue & 0xFU);
    } else {
        buffer_print(out, "#%02X%02X%02X", c.red, c.green, c.blue);
    }
}

void markup_attribute_color(struct buffer *out, const char *name, color c)
{
    buffer_print(out, " %s=\"", name);
    markup_color(out, c);
    buffer_add_byte(out, '"');
}
