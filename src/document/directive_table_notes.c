/* SPDX-License-Identifier: MIT */
/* Notes below a table, and the marks that stand for them in it. */
#include "directive_table_internal.h"

/* In this order; then each twice, three times ... */
static const char *const marks[] = {"*", "\u2020", "\u2021", "\u00a7"};

static str next_mark(struct table_reader *reader)
{
    size_t index = reader->table->marked.count;
    str mark = str_from(marks[index % COUNT_OF(marks)]);
    str whole = mark;
    for (size_t i = 0; i < index / COUNT_OF(marks); i++) {
        whole = str_print(reader->arena, "%.*s%.*s", STR_ARG(whole), STR_ARG(mark));
    }
    return whole;
}

str table_note_mark(struct table_reader *reader, str text)
{
    struct table_block *table = reader->table;
    if (!text.length) {
        return (str){0};
    }
    for (size_t i = 0; i < table->marked.count; i++) {
        if (str_equal(table->marked.at[i].text, text)) {
            return table->marked.at[i].mark;
        }
    }
    str mark = next_mark(reader);
    *arena_push(reader->arena, &table->marked) = (struct table_note){mark, text};
    return mark;
}
