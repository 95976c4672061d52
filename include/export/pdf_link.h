/* SPDX-License-Identifier: MIT */
/*
 * Links: the areas of the scenes become annotations of their pages. They
 * lead to an address or, where the target begins with "#", to the mark of
 * that name on any page; a name without a mark is ERROR_CONFIG. Areas in
 * artifacts, as in a running header, lead nowhere: they have no element.
 */
#ifndef EXPORT_PDF_LINK_H
#define EXPORT_PDF_LINK_H

#include "export/pdf_parse.h"
#include "page/page.h"

/* An annotation and its page; the Link element of the structure that holds it refers to
 * both. */
struct pdf_link {
    struct pdf_object *annotation, *page;
};

struct pdf_links {
    struct pdf_link *at;
    size_t count, capacity;
};

/* Adds the annotations to the pages, and to `links` in drawing order. */
NODISCARD bool pdf_links_add(struct arena *arena, struct pdf_contents *contents,
                             const struct pages *pages, struct pdf_links *links,
                             struct error *error);

#endif
