/* SPDX-License-Identifier: MIT */
/*
 * Reading a PDF that was drawn in memory: its pages and its structure tree,
 * as plain objects; and what is attached to any PDF. The only user of qpdf.
 */
#ifndef EXPORT_PDF_READ_H
#define EXPORT_PDF_READ_H

#include "base/error.h"
#include "export/pdf_object.h"

struct pdf_contents {
    struct {
        struct pdf_object **at; /* page dictionaries, without their Parent */
        size_t count, capacity;
    } pages;
    struct pdf_object *structure; /* StructTreeRoot, or NULL */
    size_t indirect_count; /* indirect objects are numbered from 1 to this */
};

NODISCARD bool pdf_read(struct arena *arena, str pdf, struct pdf_contents *contents,
                        struct error *error);

/*
 * The first file attached to a PDF whose name ends in `end`, with its name as the path;
 * an empty one if there is none. ERROR_DATA for a file that is no PDF, or one with such
 * a file in it that is damaged.
 */
NODISCARD bool pdf_read_attachment(struct arena *arena, const struct source *pdf, str end,
                                   struct source *attachment, struct error *error);

/* Makes `object` indirect: it gets the next number. */
struct pdf_object *pdf_make_indirect(struct pdf_contents *contents,
                                     struct pdf_object *object);

#endif
