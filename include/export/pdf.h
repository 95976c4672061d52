/* SPDX-License-Identifier: MIT */
/*
 * PDF: Cairo draws, libharu binds.
 *
 * Cairo draws all pages into one PDF in memory (drawing.h); qpdf reads it;
 * its page contents, resources and fonts are made again as objects of a
 * libharu document, streams still compressed, which owns the rest: page
 * tree, outline, links, page labels, metadata, /ID.
 *
 * The same pages give the same bytes: dates come from the document, the /ID
 * from the content. PDF 1.7.
 */
#ifndef EXPORT_PDF_H
#define EXPORT_PDF_H

#include "export/pdf_attach.h"
#include "page/page.h"

/* The bytes of the file, in the arena. `attachments` may be NULL. False and an error if a
 * library fails. */
NODISCARD bool pdf_bind(struct arena *arena, const struct pages *pages, str drawing,
                        const struct pdf_attachments *attachments, str *pdf,
                        struct error *error);

#endif
