/* SPDX-License-Identifier: MIT */
/* Widths by Unicode 15's East_Asian_Width (UAX #11), breaks by the plainest of UAX #14. */
#include "columns.h"

struct range {
    uint32_t first, last;
};

static bool is_in(uint32_t character, const struct range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static bool is_wide(uint32_t character)
{
    static const struct range ranges[] = {
        {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };
    return character >= 0x1100 && is_in(character, ranges, COUNT_OF(ranges));
}

static bool is_combining(uint32_t character)
{
    static const struct range ranges[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
        {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x20D0, 0x20FF},
        {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    };
    return character >= 0x0300 && is_in(character, ranges, COUNT_OF(ranges));
}

static size_t width_of(uint32_t character)
{
    return is_combining(character) ? 0 : is_wide(character) ? 2 : 1;
}

size_t columns_of(str text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t character = ' ';
        size_t length = str_decode(text, i, &character);
        columns += width_of(character);
        i += length ? length : 1;
    }
    return columns;
}

static void add_spaces(struct buffer *out, size_t count)
{
    buffer_print(out, "%*s", (int)count, "");
}

void columns_pad(struct buffer *out, str text, size_t width, bool is_right)
{
    size_t columns = columns_of(text);
    size_t space = columns < width ? width - columns : 0;
    add_spaces(out, is_right ? space : 0);
    buffer_add(out, text);
    add_spaces(out, is_right ? 0 : space);
}

str columns_cut(struct arena *arena, str text, size_t width)
{
    if (columns_of(text) <= width) {
        return text;
    }
    size_t columns = 0;
    size_t end = 0;
    while (end < text.length) {
        uint32_t character = ' ';
        size_t length = str_decode(text, end, &character);
        columns += width_of(character);
        if (columns + 1 > width) {
            break;
        }
        end += length ? length : 1;
    }
    return str_print(arena, "%.*s\u2026", STR_ARG(str_trim(str_slice(text, 0, end))));
}

/* --- lines -------------------------------------------------------------------------- */

static bool is_closing(uint32_t character)
{
    static const uint32_t closing[] = {0x3001, 0x3002, 0x300D, 0x300F, 0x3011, 0x30FC,
                                       0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A,
                                       0xFF1B, 0xFF1F, '.',    ',',    ')',    '%'};
    for (size_t i = 0; i < COUNT_OF(closing); i++) {
        if (character == closing[i]) {
            return true;
        }
    }
    return false;
}

static bool is_opening(uint32_t character)
{
    return character == 0x300C || character == 0x300E || character == 0x3010 ||
           character == 0xFF08 || character == '(';
}

static bool may_break(uint32_t before, uint32_t after)
{
    return (is_wide(before) || is_wide(after)) && !is_opening(before) &&
           !is_closing(after) && !is_combining(after) && after != ' ';
}

/* The length of what cannot be broken at the start of `text`, without the space behind it.
 */
static size_t piece_length(str text)
{
    uint32_t before = 0;
    size_t end = 0;
    while (end < text.length) {
        uint32_t character = 0xFFFD;
        size_t length = str_decode(text, end, &character);
        bool is_space = character == ' ' || character == '\n';
        if (is_space || (end && may_break(before, character))) {
            break;
        }
        before = character;
        end += length ? length : 1;
    }
    return end;
}

/* No-break spaces have done their work. */
static void add_piece(struct buffer *out, str piece)
{
    for (size_t i = 0; i < piece.length; i++) {
        bool is_no_break = str_starts(str_after(piece, i), S("\u00A0"));
        buffer_add(out, is_no_break ? S(" ") : str_slice(piece, i, i + 1));
        i += is_no_break;
    }
}

void columns_wrap(struct buffer *out, str text, size_t width, size_t indent)
{
    size_t column = indent;
    bool is_spaced = false; /* a space stands before what comes */
    bool is_first = true; /* of its line */
    while (text.length) {
        if (text.at[0] == ' ' || text.at[0] == '\n') {
            is_spaced = true;
            text = str_after(text, 1);
            continue;
        }
        str piece = str_slice(text, 0, piece_length(text));
        size_t needed = columns_of(piece) + (is_spaced && !is_first);
        if (!is_first && column + needed > width) {
            buffer_add_byte(out, '\n');
            add_spaces(out, indent);
            column = indent;
            is_first = true;
        }
        if (is_spaced && !is_first) {
            buffer_add_byte(out, ' ');
            column++;
        }
        add_piece(out, piece);
        column += columns_of(piece);
        is_spaced = is_first = false;
        text = str_after(text, piece.length);
    }
    buffer_add_byte(out, '\n');
}
