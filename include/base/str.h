/* SPDX-License-Identifier: MIT */
/*
 * Strings are views: a pointer and a length, UTF-8 unless said otherwise,
 * never assumed to end in NUL. A view is valid as long as what it looks at.
 * Functions that make a new string take the arena in which it lives; those
 * strings do end in a NUL that is not counted.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/arena.h"
#include "base/compiler.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct str {
    const char *at;
    size_t length;
} str;

#define S(literal) ((str){"" literal, sizeof(literal) - 1})

struct str_list {
    str *at;
    size_t count, capacity;
};

/* For printf: "%.*s", STR_ARG(view). */
#define STR_ARG(view) (int)(view).length, (view).at ? (view).at : ""

str str_from(const char *text); /* a view of a C string; NULL is empty */
str str_copy(struct arena *arena, str text);
str str_print(struct arena *arena, const char *format, ...) PRINTF_LIKE(2);
str str_print_list(struct arena *arena, const char *format, va_list arguments);
str str_join(struct arena *arena, const str *parts, size_t count, str between);
const char *str_c(struct arena *arena, str text); /* for library borders */

bool str_equal(str a, str b);
int str_compare(str a, str b); /* by bytes, as memcmp */
bool str_starts(str text, str start);
bool str_ends(str text, str end);
uint64_t str_hash(str text);

str str_trim(str text); /* without ASCII space at both ends */
str str_slice(str text, size_t from, size_t to); /* bytes [from, to), clamped */
str str_after(str text, size_t from); /* bytes from `from` on */
size_t str_find(str text, char byte); /* index, or text.length */
char str_byte(str text, size_t at); /* NUL behind the end */

/* Splits off what stands before the first `byte`; *rest is what stands after it. */
str str_cut(str text, char byte, str *rest);

/* Whole numbers without sign or grouping; false if anything else is in it. */
bool str_to_size(str text, size_t *number);

/* Index of the candidate that `word` is most likely a misspelling of, or `count`. */
size_t str_nearest(str word, const str *candidates, size_t count);

/*
 * UTF-8 (RFC 3629, no surrogates, no overlong forms). Decodes the character at
 * `offset` and returns its length in bytes, or 0 where the bytes are not UTF-8.
 */
size_t str_decode(str text, size_t offset, uint32_t *character);
size_t str_encode(uint32_t character, char out[4]);
size_t str_invalid_at(str text); /* offset of the first bad byte, or length */
size_t str_characters(str text); /* count; a bad byte counts as one */

#endif
