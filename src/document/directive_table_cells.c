/* SPDX-License-Identifier: MIT */
/*
 * The cells of a column. Zero, a number that rounds to zero, one that is
 * missing and one that is suppressed look different: "–", "0", "n.a.", "c".
 */
#include "directive_table_internal.h"

#include "expression/trace_log.h"

static bool refuse_cell(const struct table_reader *reader,
                        const struct table_column_reader *column, const struct value *value,
                        const char *wanted)
{
    return node_error(column->value.node, reader->error, "this column holds %s, not %s",
                      wanted, value_kind_name(value->kind));
}

static bool set_text(const struct table_reader *reader,
                     const struct table_column_reader *column, size_t row,
                     struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    const struct table_source *source = &reader->rows.at[row];
    if (value->kind == VALUE_NONE) {
        cell->text = language_phrase(table_language(reader), PHRASE_NOT_AVAILABLE);
        return true;
    }
    if (value->kind == VALUE_TEXT && str_equal(value->text, source->value.series->name)) {
        cell->text = source->label;
        return true;
    }
    if (!value_print(reader->arena, table_language(reader), value, (struct place){0},
                     &cell->text, reader->error)) {
        reader->error->place = node_place(column->value.node);
        return false;
    }
    return true;
}

/* --- numbers -------------------------------------------------------------------------- */

/* A figure that the source keeps to itself. */
static bool is_suppressed(const struct table_reader *reader, const struct value *value,
                          size_t row)
{
    return value->kind == VALUE_SERIES &&
           series_at(value->series, reader->rows.at[row].issue).state ==
               OBSERVATION_SUPPRESSED;
}

/* Nothing at all of what is counted or weighed; a rate of nothing is a number. */
static bool is_nil(const struct table_column_reader *column, const struct value *number)
{
    bool is_amount = number->unit.length && !str_equal(number->unit, S("%")) &&
                     !str_equal(number->unit, S("pp")) &&
                     !str_equal(number->unit, S("points"));
    return column->column->kind == FIELD_FIGURE && !column->format.has_plus && is_amount &&
           ratio_is_valid(number->number) && ratio_sign(number->number) == 0;
}

static void set_number(const struct table_reader *reader,
                       const struct table_column_reader *column, struct value number,
                       struct table_cell *cell)
{
    bool is_zero = number.kind == VALUE_NUMBER && ratio_is_valid(number.number) &&
                   ratio_sign(number.number) == 0;
    if (column->divisor > 1) {
        number.number = ratio_divide(number.number, ratio_from(column->divisor));
    }
    struct figure figure =
        figure_from_value(reader->arena, table_language(reader), number, column->format);
    cell->text = figure.text;
    cell->flag = figure.flag;
    cell->sign = column->column->kind == FIELD_CHANGE ? figure.sign : 0;
    cell->is_rounded_away = figure.has_value && !is_zero && !figure.sign &&
                            column->column->kind == FIELD_FIGURE;
}

static bool set_figure(const struct table_reader *reader,
                       const struct table_column_reader *column, size_t row,
                       struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    struct value number = value_number(reader->arena, value, reader->rows.at[row].issue);
    if (number.kind != VALUE_NUMBER && number.kind != VALUE_NONE) {
        return refuse_cell(reader, column, value, "numbers");
    }
    if (is_suppressed(reader, value, row)) {
        cell->text = S("c");
        return true;
    }
    if (column->shown) {
        number.number = column->shown[row];
    }
    set_number(reader, column, number, cell);
    if (number.kind == VALUE_NUMBER && is_nil(column, &number)) {
        cell->text = str_copy(reader->arena, S("\u2013")); /* traced by its address */
        trace_log_value(&number, cell->text);
    }
    return true;
}

static bool set_spark(const struct table_reader *reader,
                      const struct table_column_reader *column, size_t row,
                      struct table_cell *cell)
{
    const struct value *value = &column->values[row];
    cell->window = column->window;
    cell->series = value->kind == VALUE_SERIES ? value->series : NULL;
    return value->kind == VALUE_SERIES || value->kind == VALUE_NONE ||
           refuse_cell(reader, column, value, "series");
}

static bool set_cell(const struct table_reader *reader,
                     const struct table_column_reader *column, size_t row,
                     struct table_cell *cell)
{
    if (column->is_blank[row]) {
        return true;
    }
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

/* --- parts that add up ---------------------------------------------------------------- */

/* Row of the total; rows.count if there is none. */
static size_t total_row(const struct table_reader *reader)
{
    size_t row = 0;
    while (row < reader->rows.count && !reader->rows.at[row].is_total) {
        row++;
    }
    return row;
}

static bool has_groups(const struct table_reader *reader)
{
    for (size_t i = 0; i < reader->rows.count; i++) {
        if (reader->rows.at[i].is_group || reader->rows.at[i].is_subtotal) {
            return true;
        }
    }
    return false;
}

/* Makes printed parts add up to the printed total; in groups they would have to do so twice
 * over. */
static void adjust_parts(struct table_reader *reader, struct table_column_reader *column)
{
    enum field_kind kind = column->column->kind;
    size_t count = reader->rows.count;
    size_t total = total_row(reader);
    bool is_numeric = kind == FIELD_FIGURE || kind == FIELD_CHANGE;
    if (total == count || !is_numeric || has_groups(reader)) {
        return;
    }
    struct value *numbers = arena_array(&column->scratch, struct value, count);
    struct ratio *shown = arena_array(&column->scratch, struct ratio, count);
    for (size_t i = 0; i < count; i++) {
        numbers[i] =
            value_number(reader->arena, &column->values[i], reader->rows.at[i].issue);
    }
    const struct table_parts parts = {numbers, count, total, column->format.places};
    if (table_parts_drift(reader->arena, &parts, shown)) {
        reader->has_drift = true;
        column->shown = reader->is_plain ? NULL : shown;
    }
}

/* --- the column ----------------------------------------------------------------------- */

static bool apply_rules(struct table_reader *reader,
                        const struct table_column_reader *column, size_t row,
                        struct table_cell *cell)
{
    if (!reader->rules.count && !column->rules.count) {
        return true;
    }
    if (reader->rows.at[row].value.kind != VALUE_SERIES) {
        return true;
    }
    table_rows_enter(reader, row);
    return table_rules_apply(reader, &reader->rules, cell) &&
           table_rules_apply(reader, &column->rules, cell);
}

bool table_cells_fill(struct table_reader *reader, struct table_column_reader *column,
                      size_t index)
{
    adjust_parts(reader, column);
    for (size_t row = 0; row < reader->rows.count; row++) {
        struct table_cell *cell = &reader->table->at[row].cells[index];
        if (!set_cell(reader, column, row, cell) ||
            !apply_rules(reader, column, row, cell)) {
            return false;
        }
        if (index == 0) {
            const struct table_source *source = &reader->rows.at[row];
            cell->text = column->is_blank[row] ? source->label : cell->text;
            cell->mark = table_note_mark(reader, source->note);
        }
    }
    return table_heat_read(reader, column, index);
}
