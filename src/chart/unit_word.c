/* SPDX-License-Identifier: MIT */
#include "unit_word.h"

#include <string.h>

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

/* "トン" stands within 月間トン: such scripts have no spaces between words. */
static bool holds_unspaced(str text, str word)
{
    bool is_unspaced = word.length && (unsigned char)word.at[0] >= 0xE3; /* U+3000 on */
    return is_unspaced && memmem(text.at, text.length, word.at, word.length);
}

/* "tonnes", "Tonnen" */
static bool is_tonnes(str word)
{
    return str_starts(word, S("tonne")) || str_starts(word, S("Tonne"));
}

bool unit_word_is_in(str text, const struct language *language, str unit)
{
    if (holds_unspaced(text, language_unit(language, unit))) {
        return true;
    }
    size_t at = 0;
    while (at < text.length) {
        size_t end = at;
        while (end < text.length && is_letter(text.at[end])) {
            end++;
        }
        str word = str_slice(text, at, end);
        if (str_equal(word, unit) || (str_equal(unit, S("t")) && is_tonnes(word))) {
            return true;
        }
        at = end + 1;
    }
    return false;
}
