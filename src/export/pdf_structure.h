/* SPDX-License-Identifier: MIT */
/*
 * The structure tree of a drawing, completed with what Cairo drops or cannot
 * say: the alternative text of figures, the files with the data of figures and
 * tables, the scope and width of table heads, the annotations of links, the
 * names of notes. They are matched by order:
 * elements come in the order of the scenes' groups. All of it is put into
 * one Document.
 */
#ifndef EXPORT_PDF_STRUCTURE_H
#define EXPORT_PDF_STRUCTURE_H

#include "export/pdf_attach.h"
#include "export/pdf_link.h"
#include "export/pdf_parse.h"
#include "page/page.h"

/* Attachments with their file specifications, as pdf_attach() gives them. */
struct pdf_files {
    const struct pdf_attachments *attachments;
    struct pdf_object *const *at;
};

/* `contents` has a structure. False and an error if the drawing's elements are not those of
 * the scenes. */
NODISCARD bool pdf_structure_complete(struct arena *arena, struct pdf_contents *contents,
                                      const struct pages *pages,
                                      const struct pdf_links *links, struct pdf_files files,
                                      struct error *error);

#endif
