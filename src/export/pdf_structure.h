/* SPDX-License-Identifier: MIT */
/*
 * The structure tree of a drawing, completed with what Cairo drops: the
 * alternative text of figures and the scope of table heads. Both are matched
 * by order: elements come in the order of the scenes' groups. All of it is
 * put into one Document.
 */
#ifndef EXPORT_PDF_STRUCTURE_H
#define EXPORT_PDF_STRUCTURE_H

#include "export/pdf_read.h"
#include "page/page.h"

/* `contents` has a structure. False and an error if the drawing's elements are not those of
 * the scenes. */
NODISCARD bool pdf_structure_complete(struct arena *arena, struct pdf_contents *contents,
                                      const struct pages *pages, struct error *error);

#endif
