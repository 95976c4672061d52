/* SPDX-License-Identifier: MIT */
/* Unicode line breaking and direction of text: the only includer of Pango. */
#include "font_internal.h"

#include <pango/pango.h>

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

/*
 * Chinese and Japanese may break nearly anywhere. What a newspaper keeps together: a
 * number and what it counts (5,473トン, 10月, 5.2%減), and a word in katakana.
 */
static bool is_kept(uint32_t before, uint32_t after)
{
    const uint32_t first_wide = 0x3041; /* hiragana; no punctuation is after it */
    return (is_figure(before) && after >= first_wide) ||
           (is_katakana(before) && is_katakana(after));
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

static bool may_run_right_to_left(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] >= 0xD6) { /* U+0580 on; Hebrew is U+0590 */
            return true;
        }
    }
    return false;
}

const unsigned char *break_levels(struct arena *arena, str text)
{
    if (!may_run_right_to_left(text)) {
        return NULL;
    }
    PangoDirection direction = PANGO_DIRECTION_LTR;
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
    return levels;
}
