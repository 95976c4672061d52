/* SPDX-License-Identifier: MIT */
/*
 * Writing a document: plain objects become those of a libharu document,
 * which owns the page tree, the outline, the page labels and the file's
 * structure. The only user of libharu.
 *
 * libharu keeps an error to itself and goes on; the first one is taken, with
 * what was being written, and nothing is returned.
 */
#ifndef EXPORT_PDF_WRITE_H
#define EXPORT_PDF_WRITE_H

#include "base/error.h"
#include "export/pdf_object.h"

struct pdf_bookmark {
    int level; /* from 1; it stands below the last one of a smaller level */
    str title;
    struct pdf_object *destination;
};

enum { PDF_ID_BYTES = 16 };

struct pdf_document {
    struct {
        struct pdf_object **at; /* page dictionaries */
        size_t count;
    } pages;
    size_t indirect_count; /* the highest number of an indirect object */
    struct {
        struct pdf_bookmark *at;
        size_t count, capacity;
    } outline;
    bool shows_outline; /* the reader opens it with the document */
    struct pdf_object *catalog; /* entries for the catalog, ... */
    struct pdf_object *info; /* ... and for the information dictionary */
    unsigned char id[PDF_ID_BYTES];
};

NODISCARD bool pdf_write(struct arena *arena, const struct pdf_document *document, str *pdf,
                         struct error *error);

#endif
