/* SPDX-License-Identifier: MIT */
/*
 * Fonts: what Cairo 1.16 leaves out of its font dictionaries and ISO 19005-3 asks for.
 */
#ifndef EXPORT_PDF_FONT_H
#define EXPORT_PDF_FONT_H

#include "export/pdf_parse.h"

/* CIDToGIDMap of TrueType fonts (6.2.11.3.2): Cairo's codes are glyph numbers. */
void pdf_fonts_complete(struct arena *arena, struct pdf_contents *contents);

#endif
