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

#include "export/letterhead.h"
#include "export/pdf_attach.h"
#include "export/pdf_read.h"
#include "page/page.h"

/*
 * What may be added: files, a letterhead beneath the pages, and passwords. Encrypted, a
 * file is no PDF/A and does not say that it is; and its bytes are others each time, as
 * those of its keys are.
 */
struct pdf_options {
    const struct pdf_attachments *attachments; /* or NULL */
    const struct pdf_passwords *passwords; /* NULL: not encrypted */
    const struct letterhead *letterhead; /* or NULL */
};

/* The bytes of the file, in the arena. False and an error if a library fails. */
NODISCARD bool pdf_bind(struct arena *arena, const struct pages *pages, str drawing,
                        struct pdf_options options, str *pdf, struct error *error);

#endif
