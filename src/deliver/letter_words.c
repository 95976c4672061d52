/* SPDX-License-Identifier: MIT */
/* What a letter says of itself. */
#include "letter_internal.h"

str letter_phrase(const struct letter *letter, enum phrase phrase)
{
    return language_phrase(letter->language, phrase);
}

str letter_rows(struct arena *arena, const struct letter *letter)
{
    size_t shown = letter->table ? letter_table_rows(letter->table) : 0;
    if (!shown || shown == letter->table_rows) {
        return S("");
    }
    return language_say(arena, letter->language, PHRASE_ROWS_OF,
                        str_print(arena, "%zu", shown),
                        str_print(arena, "%zu", letter->table_rows));
}
