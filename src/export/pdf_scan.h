/* SPDX-License-Identifier: MIT */
/*
 * Scanning a PDF that is in memory: white space, words, numbers and the other
 * objects that hold no objects (ISO 32000-1, 7.2 and 7.3). Names and strings
 * without escapes are views of its bytes.
 *
 * A failure is sticky: the first one is kept, and the scan stands at the end.
 */
#ifndef EXPORT_PDF_SCAN_H
#define EXPORT_PDF_SCAN_H

#include "export/pdf_object.h"

struct pdf_scan {
    struct arena *arena;
    str text;
    size_t at; /* where it stands */
    const char *failure; /* the first; or NULL */
};

/* Returns NULL. */
void *pdf_scan_fail(struct pdf_scan *scan, const char *what);

char pdf_scan_byte(const struct pdf_scan *scan, size_t at); /* NUL beyond the end */

/* White space and comments. */
void pdf_scan_space(struct pdf_scan *scan);

/* Steps over that word or sign, and the white space before it; false if another is there.
 */
bool pdf_scan_word(struct pdf_scan *scan, const char *word);

bool pdf_scan_size(struct pdf_scan *scan, size_t *number);

/* Steps over a reference, "12 0 R"; false if none stands here. */
bool pdf_scan_reference(struct pdf_scan *scan, size_t *number);

/* The scan stands at the slash. */
str pdf_scan_name(struct pdf_scan *scan);

/* Whether an array or a dictionary begins here; else it is a scalar. */
bool pdf_scan_is_container(const struct pdf_scan *scan);
struct pdf_object *pdf_scan_scalar(struct pdf_scan *scan);

#endif
