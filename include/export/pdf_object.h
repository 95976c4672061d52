/* SPDX-License-Identifier: MIT */
/*
 * PDF objects as plain data (ISO 32000-1, 7.3): what is read from a drawing,
 * added to, and written into a document. They live in an arena; an indirect
 * object is one struct that others point at, cycles included.
 */
#ifndef EXPORT_PDF_OBJECT_H
#define EXPORT_PDF_OBJECT_H

#include "base/str.h"

enum pdf_kind {
    PDF_NULL,
    PDF_BOOLEAN,
    PDF_INTEGER,
    PDF_REAL,
    PDF_NAME,
    PDF_STRING,
    PDF_ARRAY,
    PDF_DICT,
    PDF_STREAM, /* a dictionary with bytes, which its Filter has encoded */
};

struct pdf_entry;

struct pdf_object {
    enum pdf_kind kind;
    size_t number; /* of an indirect object, from 1; 0 is direct */
    int64_t integer; /* PDF_INTEGER; PDF_BOOLEAN: 0 or 1 */
    double real; /* PDF_REAL */
    str text; /* PDF_NAME without its slash, PDF_STRING, PDF_STREAM: bytes */
    struct pdf_entry *at; /* PDF_ARRAY, PDF_DICT, PDF_STREAM */
    size_t count, capacity;
};

struct pdf_entry {
    str key; /* without its slash; empty in arrays */
    struct pdf_object *value;
};

struct pdf_object *pdf_integer(struct arena *arena, int64_t integer);
struct pdf_object *pdf_real(struct arena *arena, double real);
struct pdf_object *pdf_boolean(struct arena *arena, bool is_true);
struct pdf_object *pdf_name(struct arena *arena, str name);
struct pdf_object *pdf_string(struct arena *arena, str bytes);
struct pdf_object *pdf_text(struct arena *arena, str utf8); /* a text string, 7.9.2.2 */
struct pdf_object *pdf_array(struct arena *arena);
struct pdf_object *pdf_dict(struct arena *arena);
struct pdf_object *pdf_rectangle(struct arena *arena, double left, double bottom,
                                 double right, double top);

/* What a link or the outline leads to: a height on a page, at the reader's zoom. */
struct pdf_object *pdf_destination(struct arena *arena, struct pdf_object *page,
                                   double top);

void pdf_add(struct arena *arena, struct pdf_object *array, struct pdf_object *value);

/* Puts an entry into a dictionary or stream; an older one with this key is replaced. */
void pdf_put(struct arena *arena, struct pdf_object *dict, str key,
             struct pdf_object *value);

void pdf_remove(struct pdf_object *dict, str key); /* nothing if it is not there */

/* The entry's value, or NULL. */
struct pdf_object *pdf_find(const struct pdf_object *dict, str key);

bool pdf_is_name(const struct pdf_object *object, str name); /* `object` may be NULL */

#endif
