/* SPDX-License-Identifier: MIT */
/* When all rows are there: roles, decimals, aggregates, and rows that belong together. */
#include "table/calendar.h"
#include "table/cell.h"
#include "table/keys.h"

#include "load_internal.h"

static struct place cell_place(const struct loader *loader, size_t row, size_t column)
{
    struct origin origin = loader->table->origins[row];
    const struct load_input *input = &loader->inputs[origin.file];
    size_t field = input->profile ? 0 : column;
    return reader_place(&input->text, input->separator, origin.line, field);
}

/* --- columns ------------------------------------------------------------------------ */

/* Where semicolons separate, decimals stand behind commas, and 1.234 is often 1234. */
static void warn_of_points(const struct loader *loader, const struct column *column)
{
    if (loader->inputs[0].separator == ';' && !column->decimal_mark &&
        column->decimal_used == '.' && !column->has_other_decimals) {
        warning_add(loader->warnings, (struct place){.file = loader->table->files[0]},
                    "the numbers of \"%.*s\" have a point before three digits, read as "
                    "decimals: if it groups thousands, say decimal: \",\"",
                    STR_ARG(column->name));
    }
}

static bool finish_columns(const struct loader *loader, struct error *error)
{
    struct table *table = loader->table;
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        size_t row;
        if (loader->is_guessed[i]) {
            schema_guess(loader->arena, table, column, loader->warnings);
        }
        if (column->type == COLUMN_NUMBER &&
            !cells_align(column, table->row_count, &row, error)) {
            error->place = cell_place(loader, row, i);
            return false;
        }
        warn_of_points(loader, column);
    }
    return true;
}

/* --- aggregates --------------------------------------------------------------------- */

static bool is_code(str word)
{
    for (size_t i = 0; i < word.length; i++) {
        if (word.at[i] < '0' || word.at[i] > '9') {
            return false;
        }
    }
    return word.length > 0;
}

/* 85 stands for 8505, and 8505 for 850511: in the list of words, each beginning of two
 * digits less. Codes of an odd length have lost their zero. */
static void add_beginnings(struct arena *arena, struct column *column, str word)
{
    for (size_t length = 2; length < word.length; length += 2) {
        str beginning = str_slice(word, 0, length);
        if (words_find(&column->words, beginning) != UINT32_MAX) {
            words_add(arena, &column->aggregates, beginning);
        }
    }
}

static void warn_of_odd_code(const struct loader *loader, const struct column *column,
                             str word)
{
    warning_add(loader->warnings, (struct place){.file = loader->table->files[0]},
                "the code %.*s of the column \"%.*s\" has an odd number of digits: a "
                "spreadsheet may have taken its zero",
                STR_ARG(word), STR_ARG(column->name));
}

static void find_beginnings(const struct loader *loader, struct column *column)
{
    bool has_even = false;
    for (size_t code = 0; code < column->words.count; code++) {
        str word = column->words.at[code];
        if (is_code(word) && word.length % 2 == 0) {
            has_even = true;
            add_beginnings(loader->arena, column, word);
        }
    }
    for (size_t code = 0; has_even && code < column->words.count; code++) {
        str word = column->words.at[code];
        if (is_code(word) && word.length % 2) {
            warn_of_odd_code(loader, column, word);
        }
    }
}

static void name_aggregates(const struct loader *loader, struct column *column,
                            const struct profile_column *said)
{
    for (size_t i = 0; i < said->aggregates.count; i++) {
        for (size_t code = 0; code < column->words.count; code++) {
            str part;
            if (profile_match(said->aggregates.at[i], column->words.at[code], &part)) {
                words_add(loader->arena, &column->aggregates, column->words.at[code]);
            }
        }
    }
    if (said->has_prefix_parts) {
        find_beginnings(loader, column);
    }
}

static void find_aggregates(const struct loader *loader)
{
    for (size_t i = 0; i < loader->table->column_count; i++) {
        struct column *column = &loader->table->columns[i];
        bool is_said = schema_find(&loader->source->schema, column->name) != NULL;
        if (loader->said[i] && column->role == ROLE_DIMENSION && !is_said) {
            name_aggregates(loader, column, loader->said[i]);
        }
    }
}

/* --- period ------------------------------------------------------------------------- */

/* All words are periods, and say so with more than digits. */
static bool is_of_periods(const struct column *column)
{
    struct period period;
    for (size_t code = 0; code < column->words.count; code++) {
        str word = column->words.at[code];
        if (is_code(word) || !calendar_parse(word, &period)) {
            return false;
        }
    }
    return column->words.count > 0;
}

/* A profile whose dimensions are those of the file may have the period under any name. */
static void find_period(const struct loader *loader)
{
    struct table *table = loader->table;
    if (!loader->inputs[0].profile || !loader->inputs[0].profile->has_others ||
        table_role(table, ROLE_PERIOD)) {
        return;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->role == ROLE_DIMENSION && is_of_periods(column)) {
            struct column text = *column;
            column->role = ROLE_PERIOD;
            column->type = COLUMN_PERIOD;
            column_reserve(loader->arena, column, table->row_count);
            for (size_t row = 0; row < table->row_count; row++) {
                calendar_parse(column_text(&text, row), &column->periods[row]);
            }
            return;
        }
    }
}

/* --- rows of one key ------------------------------------------------------------------ */

/* Copies what the second row knows; false if both know the same measure. */
static bool merge_row(struct table *table, size_t first, size_t row)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE && column->states[row] != CELL_MISSING &&
            column->states[first] != CELL_MISSING) {
            return false;
        }
    }
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE && column->states[row] != CELL_MISSING) {
            column_copy(column, first, column, row);
        }
    }
    return true;
}

/* Value and quantity that stand in rows of their own become one row. */
static void merge_rows(struct loader *loader)
{
    struct table *table = loader->table;
    struct keys keys = keys_create(loader->arena, table, table->row_count);
    size_t *kept = arena_array(loader->arena, size_t, table->row_count);
    size_t kept_count = 0;
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    keys_use_role(&keys, table, ROLE_RELEASED);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        if (first == row || !merge_row(table, first, row)) {
            kept[kept_count++] = row;
        }
    }
    if (kept_count < table->row_count) {
        loader->table = table_pick(loader->arena, table, kept, kept_count);
    }
}

/* --- months that are not out yet ------------------------------------------------------ */

static bool is_zero_row(const struct table *table, size_t row)
{
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_MEASURE && column->states[row] == CELL_VALUE &&
            column->units[row]) {
            return false;
        }
    }
    return true;
}

/* Months behind the last one in which anything moved. */
static void leave_out_unpublished(struct loader *loader)
{
    struct table *table = loader->table;
    const struct column *period = table_role(table, ROLE_PERIOD);
    size_t *kept = arena_array(loader->arena, size_t, table->row_count);
    size_t kept_count = 0;
    int last = 0;
    for (size_t row = 0; period && row < table->row_count; row++) {
        if (!is_zero_row(table, row) && period->periods[row].first > last) {
            last = period->periods[row].first;
        }
    }
    for (size_t row = 0; period && row < table->row_count; row++) {
        if (period->periods[row].first <= last) {
            kept[kept_count++] = row;
        } else {
            loader_exclude(loader, table->origins[row].file,
                           S("months at the end with nothing but zeros: not published yet"),
                           table->origins[row].line);
        }
    }
    if (period && kept_count < table->row_count) {
        loader->table = table_pick(loader->arena, table, kept, kept_count);
    }
}

/* --- keys --------------------------------------------------------------------------- */

static bool check_keys(struct loader *loader, struct error *error)
{
    size_t row = 0;
    struct table *table = loader->table;
    const struct table *resolved = overlap_resolve(
        loader->arena, table, loader->source->on_overlap, &loader->overlap, &row, error);
    if (!resolved) {
        error->place = cell_place(loader, row, 0);
        return false;
    }
    if (resolved != table) {
        loader->table = arena_new(loader->arena, struct table);
        *loader->table = *resolved;
    }
    return true;
}

static void count_rows(struct loader *loader)
{
    for (size_t row = 0; row < loader->table->row_count; row++) {
        loader->files[loader->table->origins[row].file].rows++;
    }
}

bool load_finish(struct loader *loader, struct error *error)
{
    bool is_merged = false;
    bool has_unpublished = false;
    for (size_t i = 0; i < loader->table->file_count; i++) {
        const struct profile *profile = loader->inputs[i].profile;
        is_merged |= profile && profile->is_merged;
        has_unpublished |= profile && profile->has_unpublished_zeros;
    }
    if (!finish_columns(loader, error)) {
        return false;
    }
    find_period(loader);
    find_aggregates(loader);
    if (is_merged) {
        merge_rows(loader);
    }
    if (has_unpublished) {
        leave_out_unpublished(loader);
    }
    if (!check_keys(loader, error)) {
        return false;
    }
    count_rows(loader);
    return true;
}
