/* SPDX-License-Identifier: MIT */
#include "export/pdf_color.h"

#include "base/buffer.h"

/* --- numbers of ICC.1: big-endian -------------------------------------------------------
 */

static void add_number(struct buffer *out, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        buffer_add_byte(out, (char)(number >> shift & 0xFF));
    }
}

static void add_numbers(struct buffer *out, const uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_number(out, numbers[i]);
    }
}

static void add_zeros(struct buffer *out, size_t count)
{
    while (count--) {
        buffer_add_byte(out, '\0');
    }
}

/* --- tags -------------------------------------------------------------------------------
 */

/* One language, UTF-16. `text` is ASCII, of an even number of letters: tags are aligned. */
static str text_tag(struct arena *arena, str text)
{
    static const uint32_t record[] = {1, 12}; /* how many, and the size of each */
    enum { TEXT_OFFSET = 28 };
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("mluc"));
    add_zeros(&out, 4);
    add_numbers(&out, record, COUNT_OF(record));
    buffer_add(&out, S("enUS"));
    add_number(&out, (uint32_t)text.length * 2);
    add_number(&out, TEXT_OFFSET);
    for (size_t i = 0; i < text.length; i++) {
        buffer_add_byte(&out, '\0');
        buffer_add_byte(&out, text.at[i]);
    }
    return buffer_text(&out);
}

/* Numbers in units of 1/65536. */
static str number_tag(struct arena *arena, str type, const uint32_t *numbers, size_t count)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, type);
    add_zeros(&out, 4);
    add_numbers(&out, numbers, count);
    return buffer_text(&out);
}

/* Function 3: (a x + b)^g above d, c x below; g 2.4, a 1/1.055, b 0.055/1.055, c 1/12.92,
 * d 0.04045. */
static str curve_tag(struct arena *arena)
{
    static const uint32_t curve[] = {0x00030000, 0x00026666, 0x0000F2A7,
                                     0x00000D59, 0x000013D0, 0x00000A5B};
    return number_tag(arena, S("para"), curve, COUNT_OF(curve));
}

/* --- profile ----------------------------------------------------------------------------
 */

struct tag {
    str name, bytes;
};

/* White is D50 (as in every profile); primaries and white of sRGB are adapted to it. */
static const uint32_t white[] = {0xF6D6, 0x10000, 0xD32D};
static const uint32_t red[] = {0x6FA2, 0x38F5, 0x0390};
static const uint32_t green[] = {0x6299, 0xB785, 0x18DA};
static const uint32_t blue[] = {0x24A0, 0x0F84, 0xB6CF};
static const uint32_t adaptation[] = {0x00010C42, 0x000005DE, 0xFFFFF325,
                                      0x00000793, 0x0000FD90, 0xFFFFFBA1,
                                      0xFFFFFDA2, 0x000003DC, 0x0000C06E};

enum { HEADER_BYTES = 128, TAG_COUNT_BYTES = 4, TAG_ENTRY_BYTES = 12 };

static void add_header(struct buffer *out, size_t size)
{
    add_number(out, (uint32_t)size);
    add_zeros(out, 4);
    add_number(out, 0x04200000); /* version 4.2 */
    buffer_add(out, S("mntrRGB XYZ "));
    add_zeros(out, 12); /* no date */
    buffer_add(out, S("acsp"));
    add_zeros(out, 28); /* no platform, maker, model, attributes; perceptual */
    add_numbers(out, white, COUNT_OF(white));
    add_zeros(out, HEADER_BYTES - out->count);
}

str pdf_color_profile(struct arena *arena)
{
    str curve = curve_tag(arena);
    const struct tag tags[] = {
        {S("desc"), text_tag(arena, S("sRGB"))},
        {S("cprt"), text_tag(arena, S("No copyright"))},
        {S("wtpt"), number_tag(arena, S("XYZ "), white, COUNT_OF(white))},
        {S("chad"), number_tag(arena, S("sf32"), adaptation, COUNT_OF(adaptation))},
        {S("rXYZ"), number_tag(arena, S("XYZ "), red, COUNT_OF(red))},
        {S("gXYZ"), number_tag(arena, S("XYZ "), green, COUNT_OF(green))},
        {S("bXYZ"), number_tag(arena, S("XYZ "), blue, COUNT_OF(blue))},
        {S("rTRC"), curve},
        {S("gTRC"), curve},
        {S("bTRC"), curve},
    };
    size_t start = HEADER_BYTES + TAG_COUNT_BYTES + COUNT_OF(tags) * TAG_ENTRY_BYTES;
    size_t size = start;
    for (size_t i = 0; i < COUNT_OF(tags) - 2; i++) { /* the curve is there once */
        size += tags[i].bytes.length;
    }
    struct buffer out = {.arena = arena};
    add_header(&out, size);
    add_number(&out, COUNT_OF(tags));
    size_t offset = start;
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        bool is_last_curve = i >= COUNT_OF(tags) - 2;
        buffer_add(&out, tags[i].name);
        add_number(&out, (uint32_t)(is_last_curve ? size - curve.length : offset));
        add_number(&out, (uint32_t)tags[i].bytes.length);
        offset += tags[i].bytes.length;
    }
    for (size_t i = 0; i < COUNT_OF(tags) - 2; i++) {
        buffer_add(&out, tags[i].bytes);
    }
    return buffer_text(&out);
}

struct pdf_object *pdf_color_intents(struct arena *arena, struct pdf_contents *contents)
{
    struct pdf_object *profile = pdf_dict(arena);
    profile->kind = PDF_STREAM;
    profile->text = pdf_color_profile(arena);
    pdf_put(arena, profile, S("N"), pdf_integer(arena, 3));

    struct pdf_object *intent = pdf_dict(arena);
    str name = S("sRGB IEC61966-2.1");
    pdf_put(arena, intent, S("Type"), pdf_name(arena, S("OutputIntent")));
    pdf_put(arena, intent, S("S"), pdf_name(arena, S("GTS_PDFA1")));
    pdf_put(arena, intent, S("OutputConditionIdentifier"), pdf_text(arena, name));
    pdf_put(arena, intent, S("Info"), pdf_text(arena, name));
    pdf_put(arena, intent, S("DestOutputProfile"), pdf_make_indirect(contents, profile));

    struct pdf_object *intents = pdf_array(arena);
    pdf_add(arena, intents, intent);
    return intents;
}
