/* SPDX-License-Identifier: MIT */
/* A specifier of d3-format, taken apart; between format_specifier.c and its users. */
#ifndef GRAMMAR_FORMAT_INTERNAL_H
#define GRAMMAR_FORMAT_INTERNAL_H

#include "base/language.h"

/* [[fill]align][sign][symbol][0][width][,][.precision][~][type] */
struct format_specifier {
    str fill; /* one character */
    char align; /* '<', '>', '^', '=' */
    char sign; /* '-', '+', '(', ' ' */
    char symbol; /* '$', '#', or 0 */
    bool is_zero, is_grouped, is_trimmed;
    size_t width;
    int precision; /* -1: not given */
    char type; /* as written; 0: none */
};

NODISCARD bool format_specifier_read(str text, struct format_specifier *specifier);

/* What is printed, but for its sign and padding. */
struct format_body {
    bool is_negative;
    str digits; /* "1234.50", "1.2e+3", "NaN": with an ASCII point */
    str suffix; /* of SI */
};

/* With the sign, symbol, marks of the language, grouping and padding. */
str format_compose(struct arena *arena, const struct language *language,
                   const struct format_specifier *specifier,
                   const struct format_body *body);

/* 12.50 to 12.5, 3.00e+5 to 3e+5. */
str format_trim(struct arena *arena, str digits);

#endif
