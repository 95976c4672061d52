/* SPDX-License-Identifier: MIT */
/*
 * Artifacts: what a page draws outside its structure is marked as such
 * (ISO 14289-1, 7.1; ISO 19005-3, 6.7). Cairo 1.16 cannot do so: it leaves the
 * content of no element unmarked.
 */
#ifndef EXPORT_PDF_ARTIFACT_H
#define EXPORT_PDF_ARTIFACT_H

#include "export/pdf_parse.h"

/* Marks in the contents of all pages. Marked content begins and ends outside text objects.
 */
NODISCARD bool pdf_artifacts_mark(struct arena *arena, struct pdf_contents *contents,
                                  struct error *error);

/* The same in one decoded content stream. */
str pdf_artifacts_mark_content(struct arena *arena, str content);

#endif
