/* SPDX-License-Identifier: MIT */
/*
 * Formats of numbers and times in d3's words: ",.1f", "+.1%", "%b %Y"
 * (d3-format, d3-time-format). Minus is U+2212. The decimal mark, grouping and
 * the names of months are the language's.
 */
#ifndef GRAMMAR_FORMAT_H
#define GRAMMAR_FORMAT_H

#include "base/language.h"

/* False if the specifier is none. */
NODISCARD bool format_number_is_valid(str specifier);
str format_number(struct arena *arena, const struct language *language, str specifier,
                  double number);
str format_time(struct arena *arena, const struct language *language, str specifier,
                double milliseconds);

/* Of an exact number, rounded once, half away from zero; false where the specifier is of a
 * kind that needs a double (e, g, r, s, p): then *text is not set. */
NODISCARD bool format_exact(struct arena *arena, const struct language *language,
                            str specifier, struct ratio value, str *text);

/* The shortest text that reads as the same double, as JavaScript prints it; minus U+2212.
 */
str format_plain(struct arena *arena, double number);

#endif
