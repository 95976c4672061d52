/* SPDX-License-Identifier: MIT */
/*
 * Text in columns of a terminal, where an East Asian wide character takes two and a
 * combining one none.
 */
#ifndef DELIVER_COLUMNS_H
#define DELIVER_COLUMNS_H

#include "base/buffer.h"

size_t columns_of(str text);

/* Spaces after (or before) the text up to a width; a text that is wider stands as it is. */
void columns_pad(struct buffer *out, str text, size_t width, bool is_right);

/* As much of the text as fits, with an ellipsis where it is cut. */
str columns_cut(struct arena *arena, str text, size_t width);

/*
 * Lines of at most `width`, each ended by a line feed. The first begins in the column
 * `indent`, the later ones with as many spaces. Breaks between words and around wide
 * characters, but not before closing or after opening punctuation, nor at U+00A0; a word
 * that is too long stands alone.
 */
void columns_wrap(struct buffer *out, str text, size_t width, size_t indent);

#endif
