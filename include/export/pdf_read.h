/* SPDX-License-Identifier: MIT */
/*
 * Reading any PDF: what is attached to it, a page of it, and the whole of it to
 * be written again with passwords. The only user of qpdf.
 */
#ifndef EXPORT_PDF_READ_H
#define EXPORT_PDF_READ_H

#include "base/error.h"
#include "export/pdf_parse.h"

/*
 * The first file attached to a PDF whose name ends in `end`, with its name as the path;
 * an empty one if there is none. ERROR_DATA for a file that is no PDF, or one with such
 * a file in it that is damaged.
 */
NODISCARD bool pdf_read_attachment(struct arena *arena, const struct source *pdf, str end,
                                   struct source *attachment, struct error *error);

/* A page of a PDF: what is drawn on it, with what that refers to among the objects of
 * `contents`. */
struct pdf_form {
    struct pdf_object *page;
    str content; /* decoded */
    const char *problem; /* why there is none: "it is encrypted" */
};

NODISCARD bool pdf_read_form(struct arena *arena, struct pdf_contents *contents,
                             const struct source *pdf, size_t index, struct pdf_form *form);

/* How many pages a PDF has. False if it cannot be read. */
NODISCARD bool pdf_count_pages(const struct source *pdf, size_t *count);

/* What opens a file; `owner` may also change it. Without one it is that of the user. */
struct pdf_passwords {
    str user, owner;
};

/* With AES of 256 bits (ISO 32000-2, 7.6.4). Readers for the blind may read it. */
NODISCARD bool pdf_encrypt(struct arena *arena, str pdf,
                           const struct pdf_passwords *passwords, str *encrypted,
                           struct error *error);

#endif
