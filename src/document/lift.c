/* SPDX-License-Identifier: MIT */
#include "document/lift.h"

#include "base/buffer.h"
#include "document/markdown.h"
#include "expression/expression.h"

/* Plane 15 without the two code points at its end that are no characters. */
enum { FIRST_CHARACTER = 0xF0000, LAST_CHARACTER = 0xFFFFD };

struct lifter {
    struct arena *arena;
    struct lift *lift;
    struct buffer text;
    struct error *error;
};

static bool refuse(const struct lifter *lifter, size_t offset, const char *why)
{
    return error_at(lifter->error, ERROR_CONFIG, lift_place(lifter->lift, offset, 1), "%s",
                    why);
}

static bool lift_part(struct lifter *lifter, struct lift_part part)
{
    size_t index = lifter->lift->parts.count;
    if (index > LAST_CHARACTER - FIRST_CHARACTER) {
        return refuse(lifter, part.offset, "there are too many expressions");
    }
    str text =
        str_slice(lifter->lift->source->text, part.offset, part.offset + part.length);
    size_t bad = str_invalid_at(text);
    if (bad < text.length) {
        return refuse(lifter, part.offset + bad, "this is not UTF-8");
    }
    part.at = lifter->text.count;
    *arena_push(lifter->arena, &lifter->lift->parts) = part;
    char character[4];
    size_t length = str_encode((uint32_t)(FIRST_CHARACTER + index), character);
    buffer_add(&lifter->text, (str){character, length});
    return true;
}

/* --- directives' info lines ----------------------------------------------------------- */

/* Length of the run of backquotes or tildes that opens a fence after at most three spaces;
 * 0 if the line opens none. */
static size_t fence_end(str line)
{
    size_t start = 0;
    while (start < 3 && start < line.length && line.at[start] == ' ') {
        start++;
    }
    size_t end = start;
    while (end < line.length && line.at[end] == line.at[start] &&
           (line.at[start] == '`' || line.at[start] == '~')) {
        end++;
    }
    return end - start >= 3 ? end : 0;
}

/* Where the text after a directive's name begins, or the line's length if there is none. */
static size_t info_start(str line)
{
    size_t at = fence_end(line);
    if (!at || str_find(str_after(line, at), '`') < line.length - at) {
        return line.length;
    }
    while (at < line.length && line.at[at] == ' ') {
        at++;
    }
    str name = str_after(line, at);
    name = str_slice(name, 0, str_find(name, ' '));
    if (!directive_is_known(str_trim(name))) {
        return line.length;
    }
    at += name.length;
    while (at < line.length && line.at[at] == ' ') {
        at++;
    }
    return at;
}

/* --- expressions ---------------------------------------------------------------------- */

static bool opens(str line, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && line.at[at - 1 - backslashes] == '\\') {
        backslashes++;
    }
    return str_starts(str_after(line, at), S("{{")) && backslashes % 2 == 0;
}

/* Where the expression that opens at `at` has ended, or 0 if it is not closed. */
static size_t expression_end(str line, size_t at)
{
    size_t close = expression_close(line, at + 2);
    return close < line.length ? close + 2 : 0;
}

/* Copies the character at `at`; returns its length, or 0 and an error. */
static size_t copy_character(struct lifter *lifter, str line, size_t at, size_t offset)
{
    uint32_t character;
    size_t length = str_decode(line, at, &character);
    if (!length) {
        refuse(lifter, offset + at, "this is not UTF-8");
    } else if (character >= FIRST_CHARACTER && character <= LAST_CHARACTER) {
        refuse(lifter, offset + at, "characters for private use have no meaning here");
        length = 0;
    } else if (character == '\r' && at + 1 < line.length) {
        refuse(lifter, offset + at, "a line ends in a carriage return alone");
        length = 0;
    }
    buffer_add(&lifter->text, str_slice(line, at, at + length));
    return length;
}

/* A line without its line feed, which stands at `offset` of the source. */
static bool lift_line(struct lifter *lifter, str line, size_t offset)
{
    size_t info = info_start(line);
    for (size_t at = 0; at < line.length;) {
        size_t end = opens(line, at) ? expression_end(line, at) : 0;
        bool is_info = at == info && str_trim(str_after(line, at)).length;
        if (is_info) {
            end = at + str_trim(str_after(line, at)).length;
        }
        if (end) {
            struct lift_part part = {
                .offset = offset + at, .length = end - at, .is_expression = !is_info};
            if (!lift_part(lifter, part)) {
                return false;
            }
            at = end;
            continue;
        }
        size_t length = copy_character(lifter, line, at, offset);
        if (!length) {
            return false;
        }
        at += length;
    }
    return true;
}

static size_t count_lines(str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        count += text.at[i] == '\n';
    }
    return count;
}

bool lift_read(struct arena *arena, const struct source *source, size_t offset,
               size_t length, struct lift *lift, struct error *error)
{
    *lift = (struct lift){.source = source, .offset = offset};
    lift->line_before = count_lines(str_slice(source->text, 0, offset));
    struct lifter lifter = {arena, lift, {.arena = arena}, error};
    str text = str_slice(source->text, offset, offset + length);
    *arena_push(arena, &lift->lines) = offset;
    for (size_t at = 0; at < text.length;) {
        str rest = str_after(text, at);
        str line = str_slice(rest, 0, str_find(rest, '\n'));
        if (!lift_line(&lifter, line, offset + at)) {
            return false;
        }
        at += line.length;
        if (at < text.length) {
            buffer_add_byte(&lifter.text, '\n');
            at++;
            *arena_push(arena, &lift->lines) = offset + at;
        }
    }
    lift->text = buffer_text(&lifter.text);
    return true;
}

/* --- the way back --------------------------------------------------------------------- */

const struct lift_part *lift_part_at(const struct lift *lift, str text, size_t offset)
{
    uint32_t character;
    if (offset >= text.length || text.at[offset] != '\xF3' ||
        !str_decode(text, offset, &character) || character < FIRST_CHARACTER) {
        return NULL;
    }
    size_t index = character - FIRST_CHARACTER;
    return index < lift->parts.count ? &lift->parts.at[index] : NULL;
}

str lift_restore(struct arena *arena, const struct lift *lift, str text)
{
    struct buffer restored = {.arena = arena};
    for (size_t at = 0; at < text.length;) {
        const struct lift_part *part = lift_part_at(lift, text, at);
        if (part) {
            buffer_add(&restored, str_slice(lift->source->text, part->offset,
                                            part->offset + part->length));
            at += LIFT_CHARACTER_LENGTH;
        } else {
            buffer_add_byte(&restored, text.at[at]);
            at++;
        }
    }
    return buffer_text(&restored);
}

size_t lift_source_offset(const struct lift *lift, size_t offset)
{
    size_t low = 0;
    size_t high = lift->parts.count; /* parts from here on stand after the offset */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lift->parts.at[middle].at <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return lift->offset + offset;
    }
    const struct lift_part *part = &lift->parts.at[low - 1];
    size_t past = offset - part->at;
    return past < LIFT_CHARACTER_LENGTH
               ? part->offset
               : part->offset + part->length + past - LIFT_CHARACTER_LENGTH;
}

struct place lift_place(const struct lift *lift, size_t source_offset, size_t length)
{
    size_t low = 0;
    size_t high = lift->lines.count; /* lines from here on begin after the offset */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lift->lines.at[middle] <= source_offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    size_t start = lift->lines.at[low - 1];
    struct source line = {lift->source->path, str_after(lift->source->text, start)};
    struct place place = place_in(&line, source_offset - start, length);
    place.line = lift->line_before + low;
    return place;
}
