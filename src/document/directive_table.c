/* SPDX-License-Identifier: MIT */
/*
 * Tables: a row for each series, a column for each expression about `row`.
 *
 *   data: partners                 # a group, or a list of series
 *   total: true                    # the group's total and rest as rows
 *   rest: true
 *   columns:
 *     - {title: Destination, value: row.name}
 *     - {title: "{{ period | month_year }}", value: row, format: num(0)}
 *     - {title: On year, value: row.yoy, spanner: Change}
 *     - {title: Two years, value: row, kind: spark, last: 25 months}
 *   adjust: false                  # shares and contributions are rounded each by itself
 *
 * Without that, columns in per cent or points whose parts add up to the total do so in
 * print: a part may be one unit of the last place from its own rounding, and the notes say
 * so where one is.
 */
#include "directive_internal.h"
#include "directive_table_internal.h"

#include "document/figure.h"
#include "expression/expression.h"

struct table_source {
    struct value value; /* what `row` is: a VALUE_SERIES */
    str label;
    bool is_total, is_rest;
};

struct reader {
    const struct directive_input *input;
    struct arena *arena;
    const struct node *map;
    struct labels labels;
    struct {
        struct table_source *at;
        size_t count, capacity;
    } rows;
    bool is_plain; /* `adjust: false` */
    bool has_drift; /* parts, each rounded by itself, do not add up */
    struct error *error;
};

/* --- rows ----------------------------------------------------------------------------- */

static bool add_row(struct reader *reader, struct value value, bool is_total, bool is_rest)
{
    struct table_source row = {.value = value, .is_total = is_total, .is_rest = is_rest};
    if (!directive_label(reader->input, &reader->labels, value.series->name, &row.label,
                         reader->error)) {
        return false;
    }
    *arena_push(reader->arena, &reader->rows) = row;
    return true;
}

/* `total: true`, `rest: true`: only where the group's query has one. */
static bool read_extra(const struct reader *reader, const struct series_group *group,
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

static bool add_group(struct reader *reader, const struct series_group *group)
{
    bool has_total = false;
    bool has_rest = false;
    if (!read_extra(reader, group, S("total"), &has_total) ||
        !read_extra(reader, group, S("rest"), &has_rest)) {
        return false;
    }
    directive_labels_meet(&reader->labels, group);
    struct ranking ranking =
        group_ranking(reader->arena, group, reader->input->markdown->facts->issue);
    for (size_t i = 0; i < ranking.count; i++) {
        struct value value = value_from_series(ranking.at[i]);
        value.group = group;
        if (!add_row(reader, value, false, false)) {
            return false;
        }
    }
    if (has_rest && ranking.rest &&
        !add_row(reader, value_from_series(ranking.rest), false, true)) {
        return false;
    }
    return !has_total || add_row(reader, value_from_series(group->total), true, false);
}

/* A list of series, each a row. */
static bool add_list(struct reader *reader, const struct node *list)
{
    static const str of_groups[] = {S("total"), S("rest")};
    for (size_t i = 0; i < COUNT_OF(of_groups); i++) {
        const struct node *node = node_find(reader->map, of_groups[i]);
        if (node) {
            return error_at(reader->error, ERROR_CONFIG, node_key_place(node),
                            "only a group has a row \"%.*s\"", STR_ARG(of_groups[i]));
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        struct value value;
        if (!expression_node(reader->arena, list->at[i],
                             &reader->input->markdown->facts->scope, &value,
                             reader->error)) {
            return false;
        }
        if (value.kind != VALUE_SERIES) {
            return directive_refuse(list->at[i], &value, "a row of a table is a series",
                                    reader->error);
        }
        if (!add_row(reader, value, false, false)) {
            return false;
        }
    }
    return true;
}

static bool read_rows(struct reader *reader)
{
    const struct node *data = node_find(reader->map, S("data"));
    if (!data) {
        return error_at(reader->error, ERROR_CONFIG, reader->input->place,
                        "the table has no data");
    }
    if (data->kind == NODE_LIST) {
        return add_list(reader, data);
    }
    struct value value;
    if (!expression_node(reader->arena, data, &reader->input->markdown->facts->scope,
                         &value, reader->error)) {
        return false;
    }
    if (value.kind != VALUE_GROUP) {
        return node_error(data, reader->error,
                          "a table is made from a group or a list of series, not %s",
                          value_kind_name(value.kind));
    }
    return add_group(reader, value.group);
}

/* --- columns -------------------------------------------------------------------------- */

/* A column while its cells are made: its values by row, and how they are printed. */
struct column_reader {
    const struct node *node;
    struct value *values;
    struct ratio *shown; /* by row, where the numbers are not printed as they are */
    struct table_column *column;
    struct figure_format format;
    struct period window;
};

static bool read_values(const struct reader *reader, struct column_reader *column)
{
    const struct node *node = node_find(column->node, S("value"));
    if (!node) {
        return node_error(column->node, reader->error, "a column needs a value");
    }
    column->values = arena_array(reader->arena, struct value, reader->rows.count);
    for (size_t i = 0; i < reader->rows.count; i++) {
        struct scope scope = reader->input->markdown->facts->scope;
        scope_add(reader->arena, &scope, S("row"), reader->rows.at[i].value);
        if (!expression_node(reader->arena, node, &scope, &column->values[i],
                             reader->error)) {
            return false;
        }
    }
    return true;
}

/* The first value that is there tells what the column holds. */
static const struct value *first_value(const struct reader *reader,
                                       const struct column_reader *column)
{
    for (size_t i = 0; i < reader->rows.count; i++) {
        if (column->values[i].kind != VALUE_NONE) {
            return &column->values[i];
        }
    }
    return NULL;
}

static enum field_kind kind_of(const struct value *value)
{
    if (!value || value->kind == VALUE_NUMBER) {
        return FIELD_FIGURE;
    }
    if (value->kind == VALUE_SERIES) {
        return value->base == RATE_NONE ? FIELD_FIGURE : FIELD_CHANGE;
    }
    return FIELD_TEXT;
}

static bool read_kind(const struct reader *reader, struct column_reader *column)
{
    static const str names[] = {S("text"), S("figure"), S("change"), S("spark")};
    const struct node *node = node_find(column->node, S("kind"));
    size_t choice;
    if (!node) {
        column->column->kind = kind_of(first_value(reader, column));
        return true;
    }
    if (!node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    column->column->kind = (enum field_kind)choice;
    return true;
}

/* The unit and the sign that the values themselves suggest. */
static void guess_style(const struct reader *reader, struct column_reader *column)
{
    const struct value *first = first_value(reader, column);
    bool is_numeric =
        column->column->kind == FIELD_FIGURE || column->column->kind == FIELD_CHANGE;
    if (!first || !is_numeric) {
        return;
    }
    str unit = first->kind == VALUE_SERIES ? first->series->unit : first->unit;
    column->column->unit = unit;
    column->format.has_plus = column->column->kind == FIELD_CHANGE;
}

static bool read_style(const struct reader *reader, struct column_reader *column)
{
    const struct node *node = column->node;
    const struct node *format = node_find(node, S("format"));
    const struct node *last = node_find(node, S("last"));
    struct table_column *out = column->column;
    guess_style(reader, column);
    if (last && out->kind != FIELD_SPARK) {
        return error_at(reader->error, ERROR_CONFIG, node_key_place(last),
                        "only a column of kind spark has a length");
    }
    return directive_text(reader->input, node, S("title"), &out->head, reader->error) &&
           directive_text(reader->input, node, S("spanner"), &out->spanner,
                          reader->error) &&
           directive_text(reader->input, node, S("unit"), &out->unit, reader->error) &&
           (!format || figure_format_read(format, &column->format, reader->error)) &&
           (out->kind != FIELD_SPARK ||
            directive_window(reader->input, last, DIRECTIVE_MONTHS, &column->window,
                             reader->error));
}

static bool read_column(const struct reader *reader, struct column_reader *column)
{
    const struct language *language = reader->input->markdown->language;
    static const str keys[] = {S("title"), S("spanner"), S("value"), S("format"),
                               S("kind"),  S("unit"),    S("last")};
    bool is_read = node_knows(column->node, keys, COUNT_OF(keys), reader->error) &&
                   read_values(reader, column) && read_kind(reader, column) &&
                   read_style(reader, column);
    column->column->unit = language_unit(language, column->column->unit);
    return is_read;
}

/* --- cells ---------------------------------------------------------------------------- */

static bool refuse_cell(const struct reader *reader, const struct column_reader *column,
                        const struct value *value, const char *wanted)
{
    return node_error(node_find(column->node, S("value")), reader->error,
                      "this column holds %s, not %s", wanted, value_kind_name(value->kind));
}

static bool set_text(const struct reader *reader, const struct column_reader *column,
                     size_t row, struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    const struct table_source *source = &reader->rows.at[row];
    if (value->kind == VALUE_NONE) {
        cell->text =
            language_phrase(reader->input->markdown->language, PHRASE_NOT_AVAILABLE);
        return true;
    }
    if (value->kind == VALUE_TEXT && str_equal(value->text, source->value.series->name)) {
        cell->text = source->label;
        return true;
    }
    return value_print(reader->arena, reader->input->markdown->language, value,
                       node_place(node_find(column->node, S("value"))), &cell->text,
                       reader->error);
}

static bool set_figure(const struct reader *reader, const struct column_reader *column,
                       size_t row, struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    struct value number =
        value_number(reader->arena, value, reader->input->markdown->facts->issue);
    if (number.kind != VALUE_NUMBER && number.kind != VALUE_NONE) {
        return refuse_cell(reader, column, value, "numbers");
    }
    number.number = column->shown ? column->shown[row] : number.number;
    struct figure figure = figure_from_value(
        reader->arena, reader->input->markdown->language, number, column->format);
    cell->text = figure.text;
    cell->flag = figure.flag;
    cell->sign = column->column->kind == FIELD_CHANGE ? figure.sign : 0;
    return true;
}

static bool set_spark(const struct reader *reader, const struct column_reader *column,
                      size_t row, struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    cell->window = column->window;
    cell->series = value->kind == VALUE_SERIES ? value->series : NULL;
    return value->kind == VALUE_SERIES || value->kind == VALUE_NONE ||
           refuse_cell(reader, column, value, "series");
}

static bool set_cell(const struct reader *reader, const struct column_reader *column,
                     size_t row, struct table_cell *cell)
{
    switch (column->column->kind) {
    case FIELD_TEXT:
        return set_text(reader, column, row, cell);
    case FIELD_FIGURE:
    case FIELD_CHANGE:
        return set_figure(reader, column, row, cell);
    case FIELD_SPARK:
        return set_spark(reader, column, row, cell);
    }
    return false;
}

/* --- the table ------------------------------------------------------------------------ */

static void make_rows(const struct reader *reader, struct table_block *table)
{
    for (size_t row = 0; row < reader->rows.count; row++) {
        *arena_push(reader->arena, table) = (struct table_row){
            .cells = arena_array(reader->arena, struct table_cell, table->column_count),
            .is_total = reader->rows.at[row].is_total,
            .is_rest = reader->rows.at[row].is_rest,
        };
    }
}

/* Row of the total; rows.count if there is none. */
static size_t total_row(const struct reader *reader)
{
    size_t row = 0;
    while (row < reader->rows.count && !reader->rows.at[row].is_total) {
        row++;
    }
    return row;
}

/* Makes printed parts add up to the printed total. */
static void adjust_parts(struct reader *reader, struct column_reader *column)
{
    enum field_kind kind = column->column->kind;
    size_t count = reader->rows.count;
    size_t total = total_row(reader);
    if (total == count || (kind != FIELD_FIGURE && kind != FIELD_CHANGE)) {
        return;
    }
    struct value *numbers = arena_array(reader->arena, struct value, count);
    struct ratio *shown = arena_array(reader->arena, struct ratio, count);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = value_number(reader->arena, &column->values[i],
                                  reader->input->markdown->facts->issue);
    }
    const struct table_parts parts = {numbers, count, total, column->format.places};
    if (table_parts_drift(reader->arena, &parts, shown)) {
        reader->has_drift = true;
        column->shown = reader->is_plain ? NULL : shown;
    }
}

static bool fill_column(struct reader *reader, const struct node *node, size_t index,
                        struct table_block *table)
{
    struct column_reader column = {.node = node,
                                   .column = &table->columns[index],
                                   .format = {.places = FIGURE_USUAL_PLACES}};
    if (!read_column(reader, &column)) {
        return false;
    }
    adjust_parts(reader, &column);
    for (size_t row = 0; row < reader->rows.count; row++) {
        if (!set_cell(reader, &column, row, &table->at[row].cells[index])) {
            return false;
        }
    }
    return true;
}

static bool fill_table(struct reader *reader, struct table_block *table)
{
    const struct node *columns = node_find(reader->map, S("columns"));
    if (!columns) {
        return error_at(reader->error, ERROR_CONFIG, reader->input->place,
                        "the table has no columns");
    }
    if (!node_expect(columns, NODE_LIST, reader->error)) {
        return false;
    }
    if (!columns->count) {
        return node_error(columns, reader->error, "the table has no columns");
    }
    table->column_count = columns->count;
    table->columns = arena_array(reader->arena, struct table_column, columns->count);
    make_rows(reader, table);
    for (size_t i = 0; i < columns->count; i++) {
        if (!fill_column(reader, columns->at[i], i, table)) {
            return false;
        }
    }
    return true;
}

/* `adjust: false` */
static bool read_adjust(struct reader *reader)
{
    bool is_adjusted = true;
    if (!directive_flag(reader->map, S("adjust"), &is_adjusted, reader->error)) {
        return false;
    }
    reader->is_plain = !is_adjusted;
    return true;
}

/* The author's notes, and what was done to parts that did not add up. */
static str notes_of(const struct reader *reader, str notes)
{
    const struct language *language = reader->input->markdown->language;
    if (!reader->has_drift) {
        return notes;
    }
    str note = language_phrase(language, reader->is_plain ? PHRASE_PARTS_DRIFT
                                                          : PHRASE_PARTS_ADJUSTED);
    str space = notes.length ? language_phrase(language, PHRASE_SPACE) : S("");
    return str_print(reader->arena, "%.*s%.*s%.*s", STR_ARG(notes), STR_ARG(space),
                     STR_ARG(note));
}

bool directive_table(const struct directive_input *input, struct blocks *blocks,
                     struct error *error)
{
    static const str keys[] = {S("data"),   S("columns"), S("total"),    S("rest"),
                               S("labels"), S("title"),   S("subtitle"), S("notes"),
                               S("source"), S("adjust")};
    struct markdown *markdown = input->markdown;
    struct reader reader = {.input = input, .arena = markdown->arena, .error = error};
    reader.map = directive_node(input, error);
    if (!reader.map || !node_knows(reader.map, keys, COUNT_OF(keys), error) ||
        !directive_labels(input, reader.map, &reader.labels, error) ||
        !read_adjust(&reader) || !read_rows(&reader)) {
        return false;
    }
    directive_labels_warn(input, &reader.labels);
    struct table_block *table = arena_new(markdown->arena, struct table_block);
    struct caption caption = {0};
    if (!fill_table(&reader, table) ||
        !directive_caption(input, reader.map, &caption, error)) {
        return false;
    }
    caption.notes = notes_of(&reader, caption.notes);
    directive_add_table(input, table, &caption, blocks);
    return true;
}
