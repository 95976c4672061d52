/* SPDX-License-Identifier: MIT */
/* Tables as letters show them: narrow and short, with a key to their signs. */
#include "letter_internal.h"

#include "base/buffer.h"
#include "table/status.h"

size_t letter_table_rows(const struct table_block *table)
{
    size_t rows = 0;
    for (size_t i = 0; i < table->count; i++) {
        rows += !table->at[i].is_total;
    }
    return rows;
}

/* --- columns and rows --------------------------------------------------------------- */

static size_t pick_columns(const struct table_block *table, size_t *picked)
{
    size_t count = 0;
    for (size_t i = 0; i < table->column_count && count < LETTER_COLUMNS_MAX; i++) {
        if (table->columns[i].kind != FIELD_SPARK) {
            picked[count++] = i;
        }
    }
    return count;
}

static void add_row(struct arena *arena, struct table_block *letter,
                    const struct table_row *row, const size_t *columns)
{
    struct table_row *copy = arena_push(arena, letter);
    *copy = *row;
    copy->cells = arena_array(arena, struct table_cell, letter->column_count);
    for (size_t i = 0; i < letter->column_count; i++) {
        copy->cells[i] = row->cells[columns[i]];
    }
}

/* The first rows and the total; the rest of a table that is cut would not be the rest of
 * what is shown. */
const struct table_block *letter_table(struct arena *arena, const struct table_block *table)
{
    size_t columns[LETTER_COLUMNS_MAX] = {0};
    struct table_block *letter = arena_new(arena, struct table_block);
    *letter = *table;
    letter->at = NULL;
    letter->count = letter->capacity = 0;
    letter->column_count = pick_columns(table, columns);
    letter->columns = arena_array(arena, struct table_column, letter->column_count);
    for (size_t i = 0; i < letter->column_count; i++) {
        letter->columns[i] = table->columns[columns[i]];
    }
    bool is_cut = letter_table_rows(table) > LETTER_ROWS_MAX;
    size_t rows = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct table_row *row = &table->at[i];
        bool is_shown =
            row->is_total || (rows < LETTER_ROWS_MAX && !(is_cut && row->is_rest));
        rows += !row->is_total && is_shown;
        if (is_shown) {
            add_row(arena, letter, row, columns);
        }
    }
    return letter;
}

/* --- heads -------------------------------------------------------------------------- */

bool letter_has_spanners(const struct table_block *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].spanner.length) {
            return true;
        }
    }
    return false;
}

bool letter_has_units(const struct table_block *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].unit.length) {
            return true;
        }
    }
    return false;
}

bool letter_has_flags(const struct table_block *table, size_t column)
{
    for (size_t row = 0; row < table->count; row++) {
        if (table->at[row].cells[column].flag.length) {
            return true;
        }
    }
    return false;
}

size_t letter_spanned(const struct table_block *table, size_t column)
{
    str spanner = table->columns[column].spanner;
    size_t end = column + 1;
    while (spanner.length && end < table->column_count &&
           str_equal(table->columns[end].spanner, spanner)) {
        end++;
    }
    return end - column;
}

/* --- key ---------------------------------------------------------------------------- */

struct key {
    struct arena *arena;
    const struct language *language;
    struct words parts; /* each once, in order of appearance */
};

static void note_flag(struct key *key, str flag)
{
    for (size_t rank = 0; rank < STATUS_COUNT && flag.length == 1; rank++) {
        char letter = status_at(rank)->letter;
        if (status_flag(letter) == flag.at[0]) {
            str word = language_status(key->language, letter);
            words_add(key->arena, &key->parts,
                      str_print(key->arena, "%.*s %.*s", STR_ARG(flag), STR_ARG(word)));
        }
    }
}

static void note_text(struct key *key, str text)
{
    const struct {
        str text;
        enum phrase meaning;
    } signs[] = {
        {language_phrase(key->language, PHRASE_NOT_AVAILABLE), PHRASE_NOT_AVAILABLE_MEANS},
        {S("n.m."), PHRASE_NOT_MEANINGFUL_MEANS},
        {S("\u2013"), PHRASE_NIL_MEANS},
    };
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (str_equal(text, signs[i].text)) {
            str meaning = language_phrase(key->language, signs[i].meaning);
            words_add(key->arena, &key->parts,
                      str_print(key->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(meaning)));
        }
    }
}

str letter_key(struct arena *arena, const struct letter *letter)
{
    struct key key = {.arena = arena, .language = letter->language};
    for (size_t i = 0; i < letter->kpi_count; i++) {
        note_flag(&key, letter->kpis[i].flag);
        note_text(&key, letter->kpis[i].number);
    }
    const struct table_block *table = letter->table;
    for (size_t row = 0; table && row < table->count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            const struct table_cell *cell = &table->at[row].cells[i];
            note_flag(&key, cell->flag);
            if (table->columns[i].kind != FIELD_TEXT) {
                note_text(&key, cell->text);
            }
        }
    }
    return str_join(arena, key.parts.at, key.parts.count,
                    letter_phrase(letter, PHRASE_SEMICOLON));
}

str letter_table_foot(struct arena *arena, const struct letter *letter)
{
    str rows = letter_rows(arena, letter);
    if (!rows.length || !letter->key.length) {
        return rows.length ? rows : letter->key;
    }
    return str_print(arena, "%.*s; %.*s", STR_ARG(rows), STR_ARG(letter->key));
}
