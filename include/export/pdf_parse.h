/* SPDX-License-Identifier: MIT */
/*
 * Parsing a drawing: the pages and the structure tree of a PDF that Cairo has
 * just written into memory, as plain objects. Names, strings and streams are
 * views of its bytes.
 *
 * This is no reader of any PDF: it knows what Cairo 1.16 writes, with a plain
 * table of cross references, and refuses all else as a fault of the program.
 * A long table has a million elements, of which qpdf would make ten times as
 * many bytes as the drawing has, for as long as they are copied.
 */
#ifndef EXPORT_PDF_PARSE_H
#define EXPORT_PDF_PARSE_H

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

NODISCARD bool pdf_parse(struct arena *arena, str pdf, struct pdf_contents *contents,
                         struct error *error);

/* Makes `object` indirect: it gets the next number. */
struct pdf_object *pdf_make_indirect(struct pdf_contents *contents,
                                     struct pdf_object *object);

#endif
