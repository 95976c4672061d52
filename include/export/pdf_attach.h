/* SPDX-License-Identifier: MIT */
/*
 * Attachments: files inside a PDF (ISO 32000-1, 7.11.4), associated with the
 * document as PDF/A-3 wants it (ISO 19005-3, 6.8): each is in the name tree of
 * embedded files, where readers list it, and in the catalog's AF, with what it
 * is to the document. The data of an exhibit are associated with its element
 * too (pdf_structure.h).
 */
#ifndef EXPORT_PDF_ATTACH_H
#define EXPORT_PDF_ATTACH_H

#include "base/date.h"
#include "export/pdf_parse.h"

struct pdf_attachment {
    str name; /* of the file */
    str type; /* MIME: "application/json" */
    str description;
    str relationship; /* "Data", "Source", "Supplement" */
    const void
        *shown_by; /* what the group of the scene `shows` that it belongs to; or NULL */
    struct date date; /* unset: the first of 1970 */
    str bytes;
};

struct pdf_attachments {
    struct pdf_attachment *at;
    size_t count, capacity;
};

/* Adds them to the catalog. The file specification of each, in their order. */
struct pdf_object **pdf_attach(struct arena *arena, struct pdf_contents *contents,
                               const struct pdf_attachments *attachments,
                               struct pdf_object *catalog);

#endif
