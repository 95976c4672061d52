/* SPDX-License-Identifier: MIT */
/*
 * Lifting: Markdown with each {{ expression }} replaced by one character.
 *
 * The character is of plane 15, which is for private use: Markdown takes it
 * for a letter, and a source that has one is refused. What follows a
 * directive's name on the line of its fence is lifted too, so that the line
 * holds no markup. Offsets of the lifted text lead back to the source.
 */
#ifndef DOCUMENT_LIFT_H
#define DOCUMENT_LIFT_H

#include "base/error.h"

/* Something that was lifted out. */
struct lift_part {
    size_t at; /* of its character in the lifted text */
    size_t offset, length; /* in the source, with the braces */
    bool is_expression;
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
 * Lifts source->text[offset, offset + length). An error if it is not UTF-8, has
 * the characters that stand for expressions, or a line that ends in a lone CR.
 */
NODISCARD bool lift_read(struct arena *arena, const struct source *source, size_t offset,
                         size_t length, struct lift *lift, struct error *error);

/* What the character at `offset` of a piece of lifted text stands for, or NULL. */
const struct lift_part *lift_part_at(const struct lift *lift, str text, size_t offset);

/* Bytes that a character which stands for a part takes in lifted text. */
enum { LIFT_CHARACTER_LENGTH = 4 };

/* A piece of lifted text as it stands in the source. */
str lift_restore(struct arena *arena, const struct lift *lift, str text);

/* Where an offset of the lifted text, up to its length, stands in the source. */
size_t lift_source_offset(const struct lift *lift, size_t offset);

/* place_in() for an offset of the source inside the range. */
struct place lift_place(const struct lift *lift, size_t source_offset, size_t length);

#endif
