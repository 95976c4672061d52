/* SPDX-License-Identifier: MIT */
/*
 * What a PDF says of itself, twice and the same: in the information
 * dictionary and in the XMP packet (ISO 16684-1). Dates are the document's,
 * at 00:00 UTC. What the document leaves empty is left out.
 */
#ifndef EXPORT_PDF_METADATA_H
#define EXPORT_PDF_METADATA_H

#include "document/block.h"
#include "export/pdf_object.h"

/* D:20251120000000+00'00' */
str pdf_metadata_date(struct arena *arena, struct date date);

struct pdf_object *pdf_metadata_info(struct arena *arena, const struct document *document);

/* The XMP packet, as the bytes of the catalog's Metadata stream. What is encrypted is no
 * PDF/A, and does not say so. */
str pdf_metadata_packet(struct arena *arena, const struct document *document,
                        bool is_archival);

#endif
