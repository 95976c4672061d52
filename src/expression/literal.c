/* SPDX-License-Identifier: MIT */
/* {{ lit: 17 }}: text that stands for itself, of which nothing is read but its end. */
#include "expression/syntax.h"

bool literal_read(str inside, str *text)
{
    inside = str_trim(inside);
    if (!str_starts(inside, S("lit"))) {
        return false;
    }
    str rest = str_trim(str_after(inside, 3));
    if (!str_starts(rest, S(":"))) {
        return false;
    }
    *text = str_trim(str_after(rest, 1));
    return true;
}
