/* SPDX-License-Identifier: MIT */
/*
 * Letterheads: a page of another PDF beneath those of the document, as an artifact.
 *
 * A file has one page, or two where it is given for all pages: then the second is for
 * those after the first. A turned page is set upright. What PDF/A cannot hold is refused,
 * with what is in the way: an encrypted file, a font that is not embedded, colours of inks
 * without a profile, filters that are not allowed; so is a page of another size than the
 * paper. Links, forms and the structure of the page are left out.
 */
#ifndef EXPORT_LETTERHEAD_H
#define EXPORT_LETTERHEAD_H

#include "export/pdf_read.h"

struct letterhead_file {
    struct source source; /* no bytes: there is none */
    struct place place; /* where the author named it */
};

struct letterhead {
    struct letterhead_file first, following;
};

/* Puts them under the contents of the pages. ERROR_CONFIG at the place of a file. */
NODISCARD bool letterhead_apply(struct arena *arena, struct pdf_contents *contents,
                                const struct letterhead *letterhead, struct error *error);

#endif
