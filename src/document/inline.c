/* SPDX-License-Identifier: MIT */
#include "document/inline.h"

#include "base/buffer.h"

str inline_text(struct arena *arena, const struct inline_spans *spans)
{
    str *parts = arena_array(arena, str, spans->count);
    for (size_t i = 0; i < spans->count; i++) {
        parts[i] = spans->at[i].note ? (str){0} : spans->at[i].text;
    }
    return str_join(arena, parts, spans->count, S(""));
}

/* "#8211;" or "#x2013;" after the ampersand; 0 if it is no character. */
static uint32_t entity_number(str digits)
{
    uint32_t base = 10;
    if (str_starts(digits, S("x")) || str_starts(digits, S("X"))) {
        base = 16;
        digits = str_after(digits, 1);
    }
    uint32_t number = 0;
    for (size_t i = 0; i < digits.length && number <= 0x10FFFF; i++) {
        char byte = digits.at[i];
        uint32_t digit =
            byte <= '9' ? (uint32_t)(byte - '0') : (uint32_t)((byte | 0x20) - 'a') + 10;
        if (digit >= base) {
            return 0;
        }
        number = number * base + digit;
    }
    bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
    return number <= 0x10FFFF && !is_surrogate ? number : 0;
}

bool inline_entity(struct arena *arena, str entity, str *text)
{
    static const struct {
        const char *name, *text;
    } named[] = {
        {"&amp;", "&"},         {"&lt;", "<"},          {"&gt;", ">"},
        {"&quot;", "\""},       {"&apos;", "'"},        {"&nbsp;", "\u00A0"},
        {"&ndash;", "\u2013"},  {"&mdash;", "\u2014"},  {"&minus;", "\u2212"},
        {"&hellip;", "\u2026"}, {"&times;", "\u00D7"},  {"&deg;", "\u00B0"},
        {"&plusmn;", "\u00B1"}, {"&middot;", "\u00B7"}, {"&thinsp;", "\u2009"},
        {"&euro;", "\u20AC"},   {"&pound;", "\u00A3"},  {"&yen;", "\u00A5"},
        {"&lsquo;", "\u2018"},  {"&rsquo;", "\u2019"},  {"&ldquo;", "\u201C"},
        {"&rdquo;", "\u201D"},  {"&copy;", "\u00A9"},   {"&sect;", "\u00A7"},
    };
    for (size_t i = 0; i < COUNT_OF(named); i++) {
        if (str_equal(entity, str_from(named[i].name))) {
            *text = str_from(named[i].text);
            return true;
        }
    }
    if (!str_starts(entity, S("&#")) || !str_ends(entity, S(";"))) {
        return false;
    }
    uint32_t number = entity_number(str_slice(entity, 2, entity.length - 1));
    if (!number) {
        return false;
    }
    char character[4];
    *text = str_copy(arena, (str){character, str_encode(number, character)});
    return true;
}

static char lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (char)(byte - 'A' + 'a');
    }
    return byte;
}

static bool is_kept(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (unsigned char)byte >= 0x80;
}

str inline_anchor(struct arena *arena, str heading)
{
    struct buffer anchor = {.arena = arena};
    for (size_t i = 0; i < heading.length; i++) {
        char byte = lower(heading.at[i]);
        if (is_kept(byte)) {
            buffer_add_byte(&anchor, byte);
        } else if (anchor.count && anchor.at[anchor.count - 1] != '-') {
            buffer_add_byte(&anchor, '-');
        }
    }
    if (anchor.count && anchor.at[anchor.count - 1] == '-') {
        anchor.count--;
    }
    return anchor.count ? buffer_text(&anchor) : S("section");
}
