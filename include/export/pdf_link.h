/* SPDX-License-Identifier: MIT */
/*
 * Links: the areas of the scenes become annotations of their pages. They
 * lead to an address or, where the target begins with "#", to the mark of
 * that name on any page; a name without a mark is ERROR_CONFIG.
 */
#ifndef EXPORT_PDF_LINK_H
#define EXPORT_PDF_LINK_H

#include "export/pdf_read.h"
#include "page/page.h"

NODISCARD bool pdf_links_add(struct arena *arena, struct pdf_contents *contents,
                             const struct pages *pages, struct error *error);

#endif
