/* SPDX-License-Identifier: MIT */
/*
 * Numerals: numbers as the files of the world spell them.
 *
 * Padding (spaces, no-break spaces), a wrapping of apostrophes or ="...", a
 * sign (also U+2212), digits in groups of three by a comma, point, space,
 * no-break or thin space, or apostrophe (by commas also in lakh and crore:
 * 12,34,567), and a decimal point or comma. The
 * decimal mark is given, or 0: then what can be read in one way only is read,
 * and 1,234 is not (1234 or 1.234?), while 1.234 has a decimal point.
 */
#ifndef TABLE_NUMERAL_H
#define TABLE_NUMERAL_H

#include "base/decimal.h"

/* The decimal mark that the text has, or must have: '.', ',' or 0. */
bool numeral_parse(str text, char mark, struct decimal *number, char *used);

/* True where a comma could be either: what the text says in both ways. */
bool numeral_is_ambiguous(str text);

/* Text without the padding and wrapping that spreadsheets leave: ="0101", '850511000'. */
str numeral_unwrap(str text);

/* Marks of what is missing: empty, -, .., ..., :, ?, NA, N/A, NaN, null and their kin. */
bool numeral_is_missing(str text);

/* Marks of what is suppressed: c and x. */
bool numeral_is_suppressed(str text);

/*
 * Why a text is no number that nearly is one, as a hint, or NULL: 1.5E+06, $5, 5%, (5), 5-.
 */
const char *numeral_oddity(str text);

/* Takes "e" of "628 e" off: letters behind a space, or all of ": m"; empty if there are
 * none. */
str numeral_flag(str text, str *rest);

#endif
