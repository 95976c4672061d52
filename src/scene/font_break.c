/* SPDX-License-Identifier: MIT */
/* Unicode line breaking and direction of text: the only includer of Pango. */
#include "font_internal.h"

#include <pango/pango.h>
#include <string.h>

static unsigned char flags_of(const PangoLogAttr *attributes)
{
    /* Breaks that would have to print a hyphen (U+00AD) are left alone. */
    bool may = attributes->is_line_break && !attributes->break_inserts_hyphen;
    return (unsigned char)((may ? BREAK_MAY : 0) |
                           (attributes->is_mandatory_break ? BREAK_MUST : 0) |
                           (attributes->is_white ? BREAK_SPACE : 0) |
                           (attributes->is_cursor_position ? BREAK_CHARACTER : 0));
}

static bool is_katakana(uint32_t character)
{
    return (character >= 0x30A1 && character <= 0x30FA) || character == 0x30FC;
}

static bool is_figure(uint32_t character)
{
    return (character >= '0' && character <= '9') || character == '%';
}

static bool is_hangul(uint32_t character)
{
    return character >= 0xAC00 && character <= 0xD7A3;
}

/*
 * Chinese and Japanese may break nearly anywhere. What a newspaper keeps together: a
 * number and what it counts (5,473トン, 10月, 5.2%減), and a word in katakana. Korean has
 * spaces between words, and breaks there.
 */
static bool is_kept(uint32_t before, uint32_t after)
{
    const uint32_t first_wide = 0x3041; /* hiragana; no punctuation is after it */
    return (is_figure(before) && after >= first_wide) ||
           (is_katakana(before) && is_katakana(after)) ||
           (is_hangul(after) && before != ' ');
}

const unsigned char *break_find(struct arena *arena, str text, str language)
{
    size_t count = str_characters(text) + 1;
    PangoLogAttr *attributes = arena_array(arena, PangoLogAttr, count);
    pango_get_log_attrs(text.at, (int)text.length, 0,
                        pango_language_from_string(str_c(arena, language)), attributes,
                        (int)count);
    unsigned char *flags = arena_array(arena, unsigned char, text.length + 1);
    size_t at = 0;
    uint32_t before = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t character = 0;
        size_t length = str_decode(text, at, &character);
        flags[at] = flags_of(&attributes[i]);
        if (is_kept(before, character)) {
            flags[at] &= (unsigned char)~BREAK_MAY;
        }
        before = character;
        at += length;
    }
    return flags;
}

/* Hebrew, Arabic and their kin, and the marks that say that what is near runs so. */
static bool runs_right_to_left(uint32_t character)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        {0x590, 0x8FF},   {0x200F, 0x200F},   {0x202B, 0x202B},
        {0x202E, 0x202E}, {0x2067, 0x2067},   {0xFB1D, 0xFDFF},
        {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
    };
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        if (character >= ranges[i].from && character <= ranges[i].to) {
            return true;
        }
    }
    return false;
}

bool break_has_right_to_left(str text)
{
    for (size_t at = 0; at < text.length; at++) {
        uint32_t character = 0;
        bool may = (unsigned char)text.at[at] >= 0xD6; /* U+0580 on */
        if (may && str_decode(text, at, &character) && runs_right_to_left(character)) {
            return true;
        }
    }
    return false;
}

static bool is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

static bool is_sign(uint32_t character)
{
    return character == '+' || character == '-' || character == 0x2212 || character == 0xB1;
}

/*
 * The rules of Unicode part a sign, and after Arabic letters a % too, from its number, and
 * put it at the other end: 5.2− for −5.2. It stays with its number here.
 */
static void keep_signs(str text, unsigned char *levels)
{
    uint32_t before = ' ';
    size_t length;
    for (size_t at = 0, last = 0; at < text.length; last = at, at += length) {
        uint32_t character = 0;
        uint32_t next = 0;
        length = str_decode(text, at, &character);
        str_decode(text, at + length, &next);
        bool is_open = before == ' ' || before == '(' || before == 0xA0;
        unsigned char level = levels[at];
        if (is_sign(character) && is_digit(next) && is_open) {
            level = levels[at + length];
        } else if (character == '%' && is_digit(before)) {
            level = levels[last];
        }
        memset(levels + at, level, length);
        before = character;
    }
}

const unsigned char *break_levels(struct arena *arena, str text, bool is_right_to_left)
{
    if (!is_right_to_left && !break_has_right_to_left(text)) {
        return NULL;
    }
    PangoDirection direction = is_right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8 *of_characters =
        pango_log2vis_get_embedding_levels(text.at, (int)text.length, &direction);
    unsigned char *levels = arena_array(arena, unsigned char, text.length + 1);
    size_t length;
    for (size_t at = 0, i = 0; at < text.length; at += length, i++) {
        uint32_t character;
        length = str_decode(text, at, &character);
        for (size_t byte = 0; byte < length; byte++) {
            levels[at + byte] = of_characters[i];
        }
    }
    g_free(of_characters);
    keep_signs(text, levels);
    return levels;
}
