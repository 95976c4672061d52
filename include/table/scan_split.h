/* SPDX-License-Identifier: MIT */
/*
 * Splitting: where the fields of a CSV text end.
 *
 * The commas and line feeds outside of quotes are listed, 64 bytes at a time
 * with the widest vector instructions that the processor has, and the text is
 * held to what every row of a regular file keeps to: RFC 4180 quoting, LF or
 * CRLF, no NUL, UTF-8. All instruction sets give the same lists.
 */
#ifndef TABLE_SCAN_SPLIT_H
#define TABLE_SCAN_SPLIT_H

#include "base/str.h"

enum split_kind {
    SPLIT_BEST, /* what is fastest here */
    SPLIT_PLAIN, /* C alone */
    SPLIT_NARROW, /* 16 bytes: SSE2 or NEON */
    SPLIT_AVX2,
    SPLIT_AVX512, /* with BW, VL and VBMI2 */
    SPLIT_KIND_COUNT,
};

enum {
    SPLIT_PADDING = 64, /* readable bytes behind the text, whatever they are */
    SPLIT_SLACK = 64, /* room for ends behind the last */
};

struct split {
    size_t count; /* ends, those of a last row that is cut off too */
    size_t rows; /* line feeds among the ends */
    bool has_breaks; /* line feeds inside of quotes */
    bool has_returns; /* rows end with a carriage return before the line feed */
    bool has_feeds; /* rows end with a line feed alone */
    bool is_regular; /* else the rest says nothing */
};

/*
 * The offsets of the ends in text[0, length), which starts a row; there is
 * room for length + SPLIT_SLACK of them. A character, quote or line end that
 * is cut off at the end of the text is no fault.
 */
typedef struct split split_function(const char *text, size_t length, uint32_t *ends);

/* The kind that is meant: SPLIT_BEST is one of the others. */
enum split_kind split_kind(enum split_kind kind);

/* NULL where this build or this processor does not have it. */
split_function *split_with(enum split_kind kind);

const char *split_kind_name(enum split_kind kind); /* "AVX2" */

#endif
