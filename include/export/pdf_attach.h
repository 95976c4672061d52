/* SPDX-License-Identifier: MIT */
/*
 * Attachments: files inside a PDF (ISO 32000-1, 7.11.4), associated with the
 * document as PDF/A-3 wants it (ISO 19005-3, 6.8): each is in the name tree of
 * embedded files, where readers list it, and in the catalog's AF, with what it
 * is to the document.
 */
#ifndef EXPORT_PDF_ATTACH_H
#define EXPORT_PDF_ATTACH_H

#include "base/date.h"
#include "export/pdf_read.h"

struct pdf_attachment {
    str name; /* of the file */
    str type; /* MIME: "application/json" */
    str description;
    str relationship; /* "Data", "Supplement" */
    struct date date; /* unset: not said */
    str bytes;
};

/* Sorted by name. */
struct pdf_attachments {
    struct pdf_attachment *at;
    size_t count, capacity;
};

/* Adds them to the catalog. */
void pdf_attach(struct arena *arena, struct pdf_contents *contents,
                const struct pdf_attachments *attachments, struct pdf_object *catalog);

#endif
