/* SPDX-License-Identifier: MIT */
/*
 * The rows of a table: the members of a group, a list of series, or one series
 * at its months.
 */
#include "directive_table_internal.h"

#include <stdlib.h>

static struct table_source *add_row(struct table_reader *reader, struct value value)
{
    struct table_source *row = arena_push(reader->arena, &reader->rows);
    row->value = value;
    row->issue = reader->scope.issue;
    return row;
}

/* Its label is the one of its name. */
static bool add_named(struct table_reader *reader, struct value value,
                      struct table_source **row)
{
    *row = add_row(reader, value);
    return directive_label(reader->input, &reader->labels, value.series->name,
                           &(*row)->label, reader->error);
}

/* --- the scope of a row --------------------------------------------------------------- */

static void set_name(struct table_reader *reader, str name, struct value value)
{
    struct scope *scope = &reader->scope;
    for (size_t i = 0; i < scope->count; i++) {
        if (str_equal(scope->at[i].name, name)) {
            scope->at[i].value = value;
            return;
        }
    }
    scope_add(reader->arena, scope, name, value);
}

/* The names are copied once: those of the briefing stay as they are. */
static void copy_scope(struct table_reader *reader)
{
    const struct scope *from = &reader->input->markdown->facts->scope;
    reader->scope = *from;
    reader->scope.at = NULL;
    reader->scope.count = reader->scope.capacity = 0;
    set_name(reader, S("row"), (struct value){0});
    for (size_t i = 0; i < from->count; i++) {
        if (!str_equal(from->at[i].name, S("row"))) {
            scope_add(reader->arena, &reader->scope, from->at[i].name, from->at[i].value);
        }
    }
}

void table_rows_enter(struct table_reader *reader, size_t row)
{
    const struct table_source *source = &reader->rows.at[row];
    set_name(reader, S("row"), source->value);
    if (!period_equal(reader->scope.issue, source->issue)) {
        reader->scope.issue = source->issue;
        set_name(reader, S("period"), value_from_period(source->issue));
    }
}

/* --- a group -------------------------------------------------------------------------- */

/* `total: true`, `rest: true`: only where the group's query has one. */
static bool read_extra(const struct table_reader *reader, const struct series_group *group,
                       str key, bool *is_wanted)
{
    bool has_one = str_equal(key, S("total")) ? group->total != NULL : group->rest.length;
    if (!directive_flag(reader->map, key, is_wanted, reader->error)) {
        return false;
    }
    if (!*is_wanted || has_one) {
        return true;
    }
    error_at(reader->error, ERROR_CONFIG, node_key_place(node_find(reader->map, key)),
             "the group \"%.*s\" has no %.*s", STR_ARG(group->name), STR_ARG(key));
    return error_hint(reader->error, "name one in its query: %.*s", STR_ARG(key));
}

static bool add_members(struct table_reader *reader, const struct series_group *group,
                        const struct ranking *ranking)
{
    enum { SUMS_MAX = 2 };
    directive_labels_meet(&reader->labels, group);
    reader->rows.capacity = ranking->count + SUMS_MAX;
    reader->rows.at =
        arena_array(reader->arena, struct table_source, reader->rows.capacity);
    for (size_t i = 0; i < ranking->count; i++) {
        struct table_source *row;
        struct value value = value_from_series(ranking->at[i]);
        value.group = group;
        if (!add_named(reader, value, &row)) {
            return false;
        }
    }
    return true;
}

/* What stands below the members: the rest, and the total of all. */
static bool add_sums(struct table_reader *reader, const struct series_group *group,
                     const struct series *rest, bool has_total)
{
    struct table_source *row;
    if (rest) {
        if (!add_named(reader, value_from_series(rest), &row)) {
            return false;
        }
        row->is_rest = true;
    }
    if (has_total) {
        if (!add_named(reader, value_from_series(group->total), &row)) {
            return false;
        }
        row->is_total = true;
    }
    return true;
}

/* --- their order ---------------------------------------------------------------------- */

struct sorted {
    struct table_source row;
    struct ratio number; /* not valid: it has none, and comes last */
    size_t index; /* rows that are equal stay in their order */
};

static int compare_descending(const void *left, const void *right)
{
    const struct sorted *a = left;
    const struct sorted *b = right;
    bool has_a = ratio_is_valid(a->number);
    bool has_b = ratio_is_valid(b->number);
    int order = has_a && has_b ? ratio_compare(b->number, a->number) : has_b - has_a;
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int compare_ascending(const void *left, const void *right)
{
    const struct sorted *a = left;
    const struct sorted *b = right;
    bool both = ratio_is_valid(a->number) && ratio_is_valid(b->number);
    int order = both ? ratio_compare(a->number, b->number) : 0;
    return order ? order : compare_descending(left, right);
}

static bool read_sort_number(struct table_reader *reader, size_t row,
                             const struct expression_scalar *by, struct ratio *number)
{
    struct value value = {0};
    table_rows_enter(reader, row);
    if (!expression_scalar_evaluate(reader->arena, by, &reader->scope, &value,
                                    reader->error)) {
        return false;
    }
    value = value_number(reader->arena, &value, reader->scope.issue);
    if (value.kind != VALUE_NUMBER && value.kind != VALUE_NONE) {
        return node_error(by->node, reader->error, "rows are sorted by numbers, not by %s",
                          value_kind_name(value.kind));
    }
    *number = value.kind == VALUE_NUMBER ? value.number : (struct ratio){0};
    return true;
}

/* `sort: row.yoy`, `order: ascending` */
static bool sort_rows(struct table_reader *reader)
{
    static const str orders[] = {S("descending"), S("ascending")};
    const struct node *sort = node_find(reader->map, S("sort"));
    const struct node *order = node_find(reader->map, S("order"));
    struct expression_scalar by;
    size_t choice = 0;
    if (order && !node_choice(order, orders, COUNT_OF(orders), &choice, reader->error)) {
        return false;
    }
    if (!sort) {
        return !order || error_at(reader->error, ERROR_CONFIG, node_key_place(order),
                                  "\"order\" needs \"sort\"");
    }
    if (!expression_scalar_parse(reader->arena, sort, &by, reader->error)) {
        return false;
    }
    size_t count = reader->rows.count;
    struct sorted *sorted = arena_array(reader->arena, struct sorted, count + 1);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = (struct sorted){.row = reader->rows.at[i], .index = i};
        if (!read_sort_number(reader, i, &by, &sorted[i].number)) {
            return false;
        }
    }
    qsort(sorted, count, sizeof *sorted, choice ? compare_ascending : compare_descending);
    for (size_t i = 0; i < count; i++) {
        reader->rows.at[i] = sorted[i].row;
    }
    return true;
}

static bool add_group(struct table_reader *reader, const struct series_group *group)
{
    const struct node *groups = node_find(reader->map, S("groups"));
    bool has_total = false;
    bool has_rest = false;
    if (!read_extra(reader, group, S("total"), &has_total) ||
        !read_extra(reader, group, S("rest"), &has_rest)) {
        return false;
    }
    struct ranking ranking = group_ranking(reader->arena, group, reader->scope.issue);
    return add_members(reader, group, &ranking) && sort_rows(reader) &&
           (!groups || table_groups_read(reader, groups, group)) &&
           add_sums(reader, group, has_rest ? ranking.rest : NULL, has_total);
}

/* --- a list --------------------------------------------------------------------------- */

/* `{value: us, label: United States, indent: 1, total: true, note: ...}` */
static bool read_entry(struct table_reader *reader, const struct node *node,
                       struct table_source *row)
{
    static const str keys[] = {S("value"), S("label"), S("indent"), S("total"), S("note")};
    enum { INDENT_MAX = 4 };
    const struct node *indent = node_find(node, S("indent"));
    size_t steps = 0;
    if (!node_knows(node, keys, COUNT_OF(keys), reader->error) ||
        !directive_text(reader->input, node, S("label"), &row->label, reader->error) ||
        !directive_text(reader->input, node, S("note"), &row->note, reader->error) ||
        !directive_flag(node, S("total"), &row->is_total, reader->error) ||
        (indent && !node_count(indent, &steps, reader->error))) {
        return false;
    }
    row->indent = (int)steps;
    return steps <= INDENT_MAX ||
           node_error(indent, reader->error, "rows are indented at most %d steps",
                      INDENT_MAX);
}

static bool add_entry(struct table_reader *reader, const struct node *item)
{
    const struct node *node = item;
    if (item->kind == NODE_MAP) {
        node = node_find(item, S("value"));
        if (!node) {
            return node_error(item, reader->error, "a row needs a value");
        }
    }
    struct value value;
    if (!expression_node(reader->arena, node, &reader->input->markdown->facts->scope,
                         &value, reader->error)) {
        return false;
    }
    if (value.kind != VALUE_SERIES) {
        return directive_refuse(node, &value, "a row of a table is a series",
                                reader->error);
    }
    struct table_source *row;
    return add_named(reader, value, &row) &&
           (item->kind != NODE_MAP || read_entry(reader, item, row));
}

/* A list of series, each a row. */
static bool add_list(struct table_reader *reader, const struct node *list)
{
    static const str of_groups[] = {S("total"), S("rest"), S("groups")};
    for (size_t i = 0; i < COUNT_OF(of_groups); i++) {
        const struct node *node = node_find(reader->map, of_groups[i]);
        if (node) {
            return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                            "only a group has a row \"%.*s\"", STR_ARG(of_groups[i]));
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!add_entry(reader, list->at[i])) {
            return false;
        }
    }
    return sort_rows(reader);
}

/* --- months --------------------------------------------------------------------------- */

/* `rows: 13 months`: a series at each of its months up to the issue. */
static bool add_months(struct table_reader *reader, const struct node *rows,
                       struct value value)
{
    struct period window;
    if (!directive_window(reader->input, rows, DIRECTIVE_MONTHS, &window, reader->error)) {
        return false;
    }
    int end = window.first + window.months;
    for (int first = window.first; first < end; first++) {
        struct table_source *row;
        if (!add_named(reader, value, &row)) {
            return false;
        }
        row->issue = (struct period){first, 1};
    }
    return sort_rows(reader);
}

static bool add_data(struct table_reader *reader, const struct node *data,
                     struct value value)
{
    const struct node *rows = node_find(reader->map, S("rows"));
    if (rows && value.kind == VALUE_SERIES) {
        return add_months(reader, rows, value);
    }
    if (rows) {
        error_at(reader->error, ERROR_CONFIG, node_key_place(rows),
                 "rows are months where the data are one series, not %s",
                 value_kind_name(value.kind));
        return error_hint(reader->error, "name a series, as in data: total");
    }
    if (value.kind != VALUE_GROUP) {
        node_error(data, reader->error,
                   "a table is made from a group or a list of series, not %s",
                   value_kind_name(value.kind));
        return value.kind == VALUE_SERIES
                   ? error_hint(reader->error, "with rows: 13 months, its months are rows")
                   : false;
    }
    return add_group(reader, value.group);
}

bool table_rows_read(struct table_reader *reader)
{
    const struct node *data = node_find(reader->map, S("data"));
    if (!data) {
        return error_at(reader->error, ERROR_CONFIG, reader->input->place,
                        "the table has no data");
    }
    copy_scope(reader);
    if (data->kind == NODE_LIST) {
        return add_list(reader, data);
    }
    struct value value;
    return expression_node(reader->arena, data, &reader->input->markdown->facts->scope,
                           &value, reader->error) &&
           add_data(reader, data, value);
}
