/* SPDX-License-Identifier: MIT */
#include "document/lift.h"

#include "base/buffer.h"
#include "document/markdown.h"
#include "expression/expression.h"

/* Plane 15 without the two code points at its end that are no characters. */
enum { FIRST_CHARACTER = 0xF0000, LAST_CHARACTER = 0xFFFFD };

/* The fence whose content the lines are; its length is 0 outside of any. */
struct fence {
    char character;
    size_t length;
};

struct lifter {
    struct arena *arena;
    struct lift *lift;
    struct buffer text;
    struct error *error;
    struct fence fence;
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

/* Spaces that a block of Markdown may stand behind. */
static size_t indent_of(str line)
{
    size_t indent = 0;
    while (indent < 3 && indent < line.length && line.at[indent] == ' ') {
        indent++;
    }
    return indent;
}

/* Where the run of backquotes or tildes that opens a fence ends; 0 if the line opens none.
 */
static size_t fence_end(str line)
{
    size_t start = indent_of(line);
    size_t end = start;
    while (end < line.length && line.at[end] == line.at[start] &&
           (line.at[start] == '`' || line.at[start] == '~')) {
        end++;
    }
    bool has_backquote = end < line.length && line.at[start] == '`' &&
                         str_find(str_after(line, end), '`') < line.length - end;
    return end - start >= 3 && !has_backquote ? end : 0;
}

/* Where the text after a directive's name begins, or the line's length if there is none. */
static size_t info_start(str line)
{
    size_t at = fence_end(line);
    if (!at) {
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

/* Whether the line is within a fence, or one of its two ends. */
static bool is_fenced(struct fence *fence, str line)
{
    size_t start = indent_of(line);
    size_t end = fence_end(line);
    bool was_open = fence->length > 0;
    if (end && !was_open) {
        *fence = (struct fence){line.at[start], end - start};
    } else if (end && line.at[start] == fence->character && end - start >= fence->length &&
               !str_trim(str_after(line, end)).length) {
        *fence = (struct fence){0};
    }
    return was_open || fence->length > 0;
}

/* --- what is lifted ------------------------------------------------------------------- */

static bool is_escaped(str line, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && line.at[at - 1 - backslashes] == '\\') {
        backslashes++;
    }
    return backslashes % 2 == 1;
}

/* Where the expression that opens at `at` has ended, or 0 if it is not closed. */
static size_t expression_end(str line, size_t at)
{
    size_t close = expression_close(line, at + 2);
    return close < line.length ? close + 2 : 0;
}

/* Length of a text from its opening, two bytes, to the byte that closes it; 0 if spaces or
 * another opening come before that, or nothing is in it. */
static size_t enclosed_length(str text, char open, char close)
{
    size_t end = 2;
    while (end < text.length && text.at[end] != close && text.at[end] != open &&
           text.at[end] != ' ') {
        end++;
    }
    return end > 2 && end < text.length && text.at[end] == close ? end + 1 : 0;
}

size_t lift_note_mark(str text)
{
    return str_starts(text, S("[^")) ? enclosed_length(text, '[', ']') : 0;
}

size_t lift_reference(str text)
{
    return str_starts(text, S("{@")) ? enclosed_length(text, '{', '}') : 0;
}

/* Where the part that begins at `at` ends, and its kind; 0 if none begins there. */
static size_t part_end(str line, size_t at, enum lift_kind *kind)
{
    char first = line.at[at];
    str rest = str_after(line, at);
    if ((first != '{' && first != '[') || is_escaped(line, at)) {
        return 0;
    }
    if (str_starts(rest, S("{{"))) {
        *kind = LIFT_EXPRESSION;
        return expression_end(line, at);
    }
    *kind = first == '{' ? LIFT_REFERENCE : LIFT_NOTE_MARK;
    size_t length = first == '{' ? lift_reference(rest) : lift_note_mark(rest);
    return length ? at + length : 0;
}

/* Whether a footnote begins on the line. */
static bool begins_note(str line)
{
    str text = str_after(line, indent_of(line));
    size_t mark = lift_note_mark(text);
    return mark && str_starts(str_after(text, mark), S(":"));
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
        enum lift_kind kind = LIFT_INFO;
        bool is_info = at == info && str_trim(str_after(line, at)).length;
        size_t end =
            is_info ? at + str_trim(str_after(line, at)).length : part_end(line, at, &kind);
        if (end) {
            struct lift_part part = {
                .offset = offset + at, .length = end - at, .kind = kind};
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

static str line_at(str text, size_t at)
{
    str rest = str_after(text, at);
    return str_slice(rest, 0, str_find(rest, '\n'));
}

/* Length of the footnote that begins the text, without its last line feed. */
static size_t note_length(str text)
{
    size_t end = line_at(text, 0).length;
    while (end < text.length) {
        str line = line_at(text, end + 1);
        if (!str_trim(line).length || begins_note(line) || fence_end(line)) {
            break;
        }
        end += 1 + line.length;
    }
    return end;
}

/* The lines of a footnote, as one part on a line of its own. */
static bool lift_note(struct lifter *lifter, str text, size_t offset, size_t *length)
{
    *length = note_length(text);
    for (size_t at = 0; at < *length; at++) {
        if (text.at[at] == '\n') {
            *arena_push(lifter->arena, &lifter->lift->lines) = offset + at + 1;
        }
    }
    return lift_part(
        lifter, (struct lift_part){.offset = offset, .length = *length, .kind = LIFT_NOTE});
}

/* What the text begins with: a footnote or a line. */
static bool lift_lines(struct lifter *lifter, str text, size_t offset, size_t *length)
{
    str line = line_at(text, 0);
    if (!is_fenced(&lifter->fence, line) && begins_note(line)) {
        return lift_note(lifter, text, offset, length);
    }
    *length = line.length;
    return lift_line(lifter, line, offset);
}

/* Where the line of an offset begins. */
static size_t line_start(str text, size_t offset)
{
    while (offset > 0 && text.at[offset - 1] != '\n') {
        offset--;
    }
    return offset;
}

bool lift_read(struct arena *arena, const struct source *source, struct lift_range range,
               struct lift *lift, struct error *error)
{
    size_t offset = range.offset;
    *lift =
        (struct lift){.source = source, .offset = offset, .line_before = range.line_before};
    struct lifter lifter = {
        .arena = arena, .lift = lift, .text = {.arena = arena}, .error = error};
    str text = str_slice(source->text, offset, offset + range.length);
    *arena_push(arena, &lift->lines) = line_start(source->text, offset);
    for (size_t at = 0; at < text.length;) {
        size_t lifted;
        if (!lift_lines(&lifter, str_after(text, at), offset + at, &lifted)) {
            return false;
        }
        at += lifted;
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
