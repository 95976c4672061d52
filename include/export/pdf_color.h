/* SPDX-License-Identifier: MIT */
/*
 * Colour: what the red, green and blue of a document mean.
 *
 * The output intent is sRGB (IEC 61966-2-1) as an ICC profile of version 4
 * (ICC.1:2010), written here: a matrix and one parametric curve, no dates.
 */
#ifndef EXPORT_PDF_COLOR_H
#define EXPORT_PDF_COLOR_H

#include "export/pdf_parse.h"

/* The array OutputIntents of the catalog (ISO 19005-3, 6.2.3). */
struct pdf_object *pdf_color_intents(struct arena *arena, struct pdf_contents *contents);

/* The bytes of the profile. */
str pdf_color_profile(struct arena *arena);

#endif
