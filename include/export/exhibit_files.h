/* SPDX-License-Identifier: MIT */
/*
 * What a document is made from, as files to attach to its PDF: the data of each numbered
 * chart and table (figure-2.csv, table-1.csv), and the briefing itself.
 */
#ifndef EXPORT_EXHIBIT_FILES_H
#define EXPORT_EXHIBIT_FILES_H

#include "document/block.h"
#include "export/pdf_attach.h"

void exhibit_files_add(struct arena *arena, const struct document *document,
                       struct pdf_attachments *attachments);

/* The briefing's text, but for `mail:`, which says to whom it is sent. */
void exhibit_files_add_source(struct arena *arena, const struct source *briefing,
                              struct date date, struct pdf_attachments *attachments);

#endif
