/* SPDX-License-Identifier: MIT */
/*
 * Numbers as they are printed: a true minus (U+2212), thousands in groups,
 * a fixed count of decimals, rounded half away from zero, and no sign on zero.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/decimal.h"

struct number_style {
    int places; /* decimals, always printed */
    bool has_plus; /* "+" before what is above zero after rounding */
    bool is_ungrouped; /* 1234567, not 1,234,567 */
};

str number_print(struct arena *arena, struct ratio number, struct number_style style);

/* What stands between the digits: in other languages than English others. */
struct number_marks {
    const char *before; /* the whole, its sign too; may be NULL */
    const char *point, *group;
};

str number_print_marks(struct arena *arena, struct ratio number, struct number_style style,
                       struct number_marks marks);

/* 1 "first", 2 "second", ... 10 "tenth", then "11th", "12th", "21st". */
str number_ordinal(struct arena *arena, size_t number);

/* 1 "one" ... 10 "ten", then digits. */
str number_in_words(struct arena *arena, size_t number);

#endif
