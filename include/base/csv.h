/* SPDX-License-Identifier: MIT */
/* Comma-separated values as they are written (RFC 4180). */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/buffer.h"

/* A field, in quotes only where it needs them. */
void csv_add_field(struct buffer *csv, str text);

#endif
