/* SPDX-License-Identifier: MIT */
#include "table/selection.h"

#include "table/keys.h"

#include <string.h>

struct place selection_place(const struct selection *selection, str key)
{
    const struct node *map = selection->query->node;
    const struct node *node = map ? node_find(map, key) : NULL;
    return node ? node_place(node) : map ? node_place(map) : (struct place){0};
}

/* The names of the columns with that role, or of all columns of text. */
static size_t list_columns(struct arena *arena, const struct table *table, bool is_text,
                           enum column_role role, str **names)
{
    size_t count = 0;
    *names = arena_array(arena, str, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (is_text ? column->type == COLUMN_TEXT : column->role == role) {
            (*names)[count++] = column->name;
        }
    }
    return count;
}

/* Also for a column that is there but of another role: the hint lists those that serve. */
static const struct column *find_column(struct arena *arena, const struct table *table,
                                        str name, enum column_role role, struct place place,
                                        struct error *error)
{
    const struct column *column = table_column(table, name);
    if (column && column->role == role) {
        return column;
    }
    str *names;
    size_t count = list_columns(arena, table, false, role, &names);
    if (column) {
        error_at(error, ERROR_CONFIG, place, "the column \"%.*s\" is a %s, not a %s",
                 STR_ARG(name), column_role_name(column->role), column_role_name(role));
    } else {
        error_at(error, ERROR_CONFIG, place, "the table \"%.*s\" has no column \"%.*s\"",
                 STR_ARG(table->name), STR_ARG(name));
    }
    error_suggest(error, column ? S("") : name, names, count); /* it is no misspelling */
    return NULL;
}

static const struct column *find_text_column(struct arena *arena, const struct table *table,
                                             const struct query_filter *filter,
                                             struct error *error)
{
    const struct column *column = table_column(table, filter->column);
    if (column && column->type == COLUMN_TEXT) {
        return column;
    }
    str *names;
    size_t count = list_columns(arena, table, true, ROLE_DIMENSION, &names);
    if (column) {
        error_at(error, ERROR_CONFIG, filter->place,
                 "the column \"%.*s\" is a %s: \"where\" chooses words of text columns",
                 STR_ARG(column->name), column_role_name(column->role));
    } else {
        error_at(error, ERROR_CONFIG, filter->place,
                 "the table \"%.*s\" has no column \"%.*s\"", STR_ARG(table->name),
                 STR_ARG(filter->column));
    }
    error_suggest(error, column ? S("") : filter->column, names, count);
    return NULL;
}

static bool find_word(const struct column *column, str word, struct place place,
                      uint32_t *code, struct error *error)
{
    *code = words_find(&column->words, word);
    if (*code != UINT32_MAX) {
        return true;
    }
    error_at(error, ERROR_CONFIG, place, "the column \"%.*s\" has no \"%.*s\"",
             STR_ARG(column->name), STR_ARG(word));
    return error_suggest(error, word, column->words.at, column->words.count);
}

static bool *mask_of(struct arena *arena, struct selection *selection,
                     const struct column *column, bool value)
{
    bool **mask = &selection->is_wanted[column - selection->table->columns];
    if (!*mask) {
        *mask = arena_array(arena, bool, column->words.count);
        memset(*mask, value, column->words.count);
    }
    return *mask;
}

static bool resolve_filter(struct arena *arena, const struct query_filter *filter,
                           struct selection *selection, struct error *error)
{
    const struct column *column = find_text_column(arena, selection->table, filter, error);
    if (!column) {
        return false;
    }
    bool *is_wanted = mask_of(arena, selection, column, filter->is_exclusion);
    for (size_t i = 0; i < filter->count; i++) {
        uint32_t code;
        struct place place = filter->places ? filter->places[i] : filter->place;
        if (!find_word(column, filter->values[i], place, &code, error)) {
            return false;
        }
        is_wanted[code] = !filter->is_exclusion;
    }
    return true;
}

static bool is_named(const struct query *query, const struct column *column, str word)
{
    for (size_t i = 0; i < query->filter_count; i++) {
        const struct query_filter *filter = &query->filters[i];
        if (filter->is_exclusion || !str_equal(filter->column, column->name)) {
            continue;
        }
        for (size_t k = 0; k < filter->count; k++) {
            if (str_equal(filter->values[k], word)) {
                return true;
            }
        }
    }
    return false;
}

/* --- several dimensions --------------------------------------------------------------- */

/* The groups of one part that are sums of others make sums of all groups they are in. */
static void add_aggregates(struct arena *arena, const struct query *query,
                           const struct column *const *parts, size_t row, struct column *by)
{
    bool is_sum = false;
    for (size_t i = 0; i < query->part_count; i++) {
        str word = column_text(parts[i], row);
        is_sum |= column_is_aggregate(parts[i], row) && !is_named(query, parts[i], word);
    }
    if (is_sum) {
        words_add(arena, &by->aggregates, column_text(by, row));
    }
}

/* The word of each row: its words of the parts, one after the other. */
static void add_words(struct arena *arena, const struct query *query,
                      const struct table *table, const struct column *const *parts,
                      struct column *by)
{
    struct keys keys = keys_create(arena, table, table->row_count);
    str *words = arena_array(arena, str, query->part_count);
    for (size_t i = 0; i < query->part_count; i++) {
        keys_use(&keys, parts[i]);
    }
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        if (first != row) {
            by->codes[row] = by->codes[first];
            continue;
        }
        for (size_t i = 0; i < query->part_count; i++) {
            words[i] = column_text(parts[i], row);
        }
        str word = str_join(arena, words, query->part_count, S(QUERY_PART_GAP));
        by->codes[row] = words_add(arena, &by->words, word);
        add_aggregates(arena, query, parts, row, by);
    }
}

/* Where the query names one of its dimensions. */
static struct place part_place(const struct selection *selection, size_t part)
{
    const struct node *map = selection->query->node;
    const struct node *list = map ? node_find(map, S("by")) : NULL;
    bool has_parts = list && list->kind == NODE_LIST && part < list->count;
    return has_parts ? node_place(list->at[part]) : selection_place(selection, S("by"));
}

/* The table with a dimension more, which stands for several of its own. */
static const struct table *
join_parts(struct arena *arena, const struct selection *selection, struct error *error)
{
    const struct query *query = selection->query;
    const struct table *table = selection->table;
    const struct column **parts =
        arena_array(arena, const struct column *, query->part_count);
    for (size_t i = 0; i < query->part_count; i++) {
        parts[i] = find_column(arena, table, query->parts[i], ROLE_DIMENSION,
                               part_place(selection, i), error);
        if (!parts[i]) {
            return NULL;
        }
    }
    struct table *joined = arena_new(arena, struct table);
    *joined = *table;
    joined->columns = arena_array(arena, struct column, table->column_count + 1);
    memcpy(joined->columns, table->columns, table->column_count * sizeof *table->columns);
    struct column *by = &joined->columns[joined->column_count++];
    *by = (struct column){.name = query->by, .type = COLUMN_TEXT, .role = ROLE_DIMENSION};
    column_reserve(arena, by, table->row_count);
    add_words(arena, query, table, parts, by);
    return joined;
}

/* Groups are parts: aggregates of `by` stay out unless they are asked for. */
static void drop_aggregates(struct arena *arena, struct selection *selection)
{
    const struct column *by = selection->by;
    bool *is_wanted = mask_of(arena, selection, by, true);
    for (size_t i = 0; i < by->aggregates.count; i++) {
        uint32_t code = words_find(&by->words, by->aggregates.at[i]);
        if (code != UINT32_MAX && !is_named(selection->query, by, by->aggregates.at[i])) {
            is_wanted[code] = false;
        }
    }
}

static bool resolve_total(struct arena *arena, struct selection *selection,
                          struct error *error)
{
    const struct column *by = selection->by;
    str total = selection->query->total;
    struct place place = selection_place(selection, S("total"));
    if (!find_word(by, total, place, &selection->total, error)) {
        return false;
    }
    if (words_find(&by->aggregates, total) == UINT32_MAX) {
        error_at(error, ERROR_CONFIG, place, "\"%.*s\" is not an aggregate of \"%.*s\"",
                 STR_ARG(total), STR_ARG(by->name));
        return error_hint(error,
                          "say so in the schema: %.*s: {role: dimension, "
                          "aggregates: [%.*s]}",
                          STR_ARG(by->name), STR_ARG(total));
    }
    mask_of(arena, selection, by, true)[selection->total] = true;
    return true;
}

static bool resolve_by(struct arena *arena, struct selection *selection,
                       struct error *error)
{
    const struct query *query = selection->query;
    if (!query->by.length) {
        return true;
    }
    selection->by = find_column(arena, selection->table, query->by, ROLE_DIMENSION,
                                selection_place(selection, S("by")), error);
    if (!selection->by) {
        return false;
    }
    drop_aggregates(arena, selection);
    bool has_total = query->total.length && query->part_count < 2;
    return !has_total || resolve_total(arena, selection, error);
}

static bool resolve_measure(struct arena *arena, struct selection *selection,
                            struct error *error)
{
    const struct query *query = selection->query;
    const struct table *table = selection->table;
    struct place place = selection_place(selection, S("measure"));
    if (query->measure.length) {
        selection->measure =
            find_column(arena, table, query->measure, ROLE_MEASURE, place, error);
        return selection->measure;
    }
    str *names;
    size_t count = list_columns(arena, table, false, ROLE_MEASURE, &names);
    selection->measure = table_role(table, ROLE_MEASURE);
    if (count > 1) {
        error_at(error, ERROR_CONFIG, place,
                 "the table \"%.*s\" has %zu measures: which one?", STR_ARG(table->name),
                 count);
        return error_hint(error, "write measure: %.*s", STR_ARG(names[0]));
    }
    return count || error_at(error, ERROR_CONFIG, place,
                             "the table \"%.*s\" has no measure: no column of numbers",
                             STR_ARG(table->name));
}

static bool resolve_period(struct selection *selection, struct error *error)
{
    const struct table *table = selection->table;
    selection->period = table_role(table, ROLE_PERIOD);
    if (selection->period) {
        return true;
    }
    error_at(error, ERROR_CONFIG, selection_place(selection, S("from")),
             "the table \"%.*s\" has no column of periods", STR_ARG(table->name));
    return error_hint(error, "say in the schema which column it is: month: period");
}

bool selection_create(struct arena *arena, const struct query *query,
                      const struct table *table, struct selection *selection,
                      struct error *error)
{
    *selection = (struct selection){
        .query = query,
        .table = table,
        .status = table_role(table, ROLE_STATUS),
        .is_wanted = arena_array(arena, bool *, table->column_count + 1),
        .total = UINT32_MAX,
    };
    if (query->part_count > 1) {
        selection->table = join_parts(arena, selection, error);
        if (!selection->table) {
            return false;
        }
    }
    for (size_t i = 0; i < query->filter_count; i++) {
        if (!resolve_filter(arena, &query->filters[i], selection, error)) {
            return false;
        }
    }
    return resolve_by(arena, selection, error) &&
           resolve_measure(arena, selection, error) && resolve_period(selection, error);
}

bool selection_has(const struct selection *selection, size_t row)
{
    const struct table *table = selection->table;
    for (size_t i = 0; i < table->column_count; i++) {
        const bool *is_wanted = selection->is_wanted[i];
        if (is_wanted && !is_wanted[table->columns[i].codes[row]]) {
            return false;
        }
    }
    return true;
}
