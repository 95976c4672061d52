/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

static bool needs_quotes(str text)
{
    return str_find(text, ',') < text.length || str_find(text, '"') < text.length ||
           str_find(text, '\n') < text.length || str_find(text, '\r') < text.length;
}

void csv_add_field(struct buffer *csv, str text)
{
    if (!needs_quotes(text)) {
        buffer_add(csv, text);
        return;
    }
    buffer_add_byte(csv, '"');
    for (size_t i = 0; i < text.length; i++) {
        buffer_add(csv, text.at[i] == '"' ? S("\"\"") : str_slice(text, i, i + 1));
    }
    buffer_add_byte(csv, '"');
}
