/* SPDX-License-Identifier: MIT */
/* Inline text: what is done with the spans of a paragraph, heading or cell. */
#ifndef DOCUMENT_INLINE_H
#define DOCUMENT_INLINE_H

#include "document/block.h"

/* The text of all spans without their styles, and without marks of footnotes. */
str inline_text(struct arena *arena, const struct inline_spans *spans);

/* What "&amp;", "&#8211;" or "&#x2013;" stands for; false if it is not known. */
NODISCARD bool inline_entity(struct arena *arena, str entity, str *text);

/* "Who bought more?" is "who-bought-more"; characters above ASCII stay. */
str inline_anchor(struct arena *arena, str heading);

#endif
