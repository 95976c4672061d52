/* SPDX-License-Identifier: MIT */
#include "scheme.h"

#include <string.h>
#include <strings.h>

const struct scheme *scheme_named(str name)
{
    for (size_t i = 0; i < scheme_table_count; i++) {
        const char *known = scheme_table[i].name;
        if (strlen(known) == name.length && !strncasecmp(known, name.at, name.length)) {
            return &scheme_table[i];
        }
    }
    return NULL;
}

size_t scheme_count(const struct scheme *scheme)
{
    return strlen(scheme->digits) / 6;
}

static uint8_t hex_pair(const char *digits)
{
    unsigned value = 0;
    for (size_t i = 0; i < 2; i++) {
        char digit = digits[i];
        value = value * 16 + (unsigned)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    return (uint8_t)value;
}

color scheme_color(const struct scheme *scheme, size_t index)
{
    const char *digits = scheme->digits + 6 * index;
    return (color){hex_pair(digits), hex_pair(digits + 2), hex_pair(digits + 4)};
}
