/* SPDX-License-Identifier: MIT */
/*
 * Lifting: Markdown with each {{ expression }} replaced by one character, and
 * so what CommonMark does not know: footnotes and cross references.
 *
 * The character is of plane 15, which is for private use: Markdown takes it
 * for a letter, and a source that has one is refused. What follows a
 * directive's name on the line of its fence is lifted too, so that the line
 * holds no markup. Offsets of the lifted text lead back to the source.
 *
 * A footnote begins a line with its mark and a colon, and goes on to a blank
 * line, the next footnote or a fence. All of it is one character.
 */
#ifndef DOCUMENT_LIFT_H
#define DOCUMENT_LIFT_H

#include "base/error.h"

enum lift_kind {
    LIFT_INFO, /* what follows the name of a directive */
    LIFT_EXPRESSION, /* {{ total }} */
    LIFT_REFERENCE, /* {@fig:us} */
    LIFT_NOTE_MARK, /* [^1] */
    LIFT_NOTE, /* [^1]: The text of the footnote. */
};

/* Something that was lifted out. */
struct lift_part {
    size_t at; /* of its character in the lifted text */
    size_t offset, length; /* in the source, with the braces */
    enum lift_kind kind;
};

struct lift_range {
    size_t offset, length;
    size_t line_before; /* lines of the source above it */
};

struct lift {
    const struct source *source;
    size_t offset; /* of the lifted range in the source */
    str text;
    struct {
        struct lift_part *at;
        size_t count, capacity;
    } parts;
    struct {
        size_t *at; /* where the range's lines begin in the source, in order */
        size_t count, capacity;
    } lines;
    size_t line_before; /* lines of the source above the range */
};

/*
 * Lifts a range of the source's text. An error if it is not UTF-8, has
 * the characters that stand for expressions, or a line that ends in a lone CR.
 */
NODISCARD bool lift_read(struct arena *arena, const struct source *source,
                         struct lift_range range, struct lift *lift, struct error *error);

/* What the character at `offset` of a piece of lifted text stands for, or NULL. */
const struct lift_part *lift_part_at(const struct lift *lift, str text, size_t offset);

/* Length of the mark "[^1]", or the reference "{@fig:us}", that a text begins with; 0 if it
 * begins with none. */
size_t lift_note_mark(str text);
size_t lift_reference(str text);

/* Bytes that a character which stands for a part takes in lifted text. */
enum { LIFT_CHARACTER_LENGTH = 4 };

/* A piece of lifted text as it stands in the source. */
str lift_restore(struct arena *arena, const struct lift *lift, str text);

/* Where an offset of the lifted text, up to its length, stands in the source. */
size_t lift_source_offset(const struct lift *lift, size_t offset);

/* place_in() for an offset of the source inside the range. */
struct place lift_place(const struct lift *lift, size_t source_offset, size_t length);

#endif
