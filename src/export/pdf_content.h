/* SPDX-License-Identifier: MIT */
/*
 * Tokens of a content stream (ISO 32000-1, 7.2 and 7.8): names, numbers, strings,
 * operators, brackets. Comments and the bytes of inline images are passed over.
 */
#ifndef EXPORT_PDF_CONTENT_H
#define EXPORT_PDF_CONTENT_H

#include "base/str.h"

/* The token at or after *at, which moves behind it; empty at the end. */
str pdf_content_token(str content, size_t *at);

bool pdf_content_is_operator(str token);

/* The same drawing without the marks of its structure. */
str pdf_content_without_marks(struct arena *arena, str content);

/* True if one of the operators is in it. */
bool pdf_content_has(str content, const str *operators, size_t count);

#endif
