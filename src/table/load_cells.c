/* SPDX-License-Identifier: MIT */
/* The cells of one row of the table, from a row of the file and its plan. */
#include "table/calendar.h"
#include "table/cell.h"
#include "table/numeral.h"
#include "table/unit.h"

#include "load_internal.h"

#include <stdio.h>

/* --- text of cells ------------------------------------------------------------------ */

static str translate(const struct profile_column *said, str cell)
{
    for (size_t i = 0; i < said->words.count; i++) {
        if (str_equal(said->words.at[i].from, cell)) {
            return said->words.at[i].to;
        }
    }
    return cell;
}

/* OBS_STATUS as one capital letter; of several flags the one that weakens most. */
static str status_of(str flag)
{
    static const str letters[] = {S("E"), S("P"), S("B"), S("C"), S("M"),
                                  S("R"), S("U"), S("D"), S("N"), S("A")};
    for (size_t i = 0; i < COUNT_OF(letters); i++) {
        for (size_t k = 0; k < flag.length; k++) {
            if ((flag.at[k] & ~0x20) == letters[i].at[0]) {
                return letters[i];
            }
        }
    }
    return S("");
}

/* 2024 and 3 to 2024-03; the month 52, or none, is the whole year. */
static str year_month(struct loader *loader, const struct plan_column *plan,
                      const struct reader_row *row, const struct plan_slice *slice)
{
    str year = numeral_unwrap(row->fields[plan->year]);
    str month =
        plan->month != NO_FIELD ? numeral_unwrap(row->fields[plan->month]) : slice->text;
    int number;
    int length = str_equal(month, S("52")) || !month.length
                     ? snprintf(loader->period_text, sizeof loader->period_text, "%.*s",
                                STR_ARG(year))
                 : calendar_month(month, &number)
                     ? snprintf(loader->period_text, sizeof loader->period_text,
                                "%.*s-%02d", STR_ARG(year), number)
                     : snprintf(loader->period_text, sizeof loader->period_text,
                                "%.*s-%.*s", STR_ARG(year), STR_ARG(month));
    size_t most = sizeof loader->period_text - 1;
    return (str){loader->period_text, (size_t)length < most ? (size_t)length : most};
}

/* The n-th name in the first field of a packed file. */
static str packed_part(str field, size_t nth)
{
    str part = str_cut(field, ',', &field);
    while (nth--) {
        part = str_cut(field, ',', &field);
    }
    return str_trim(part);
}

static str cell_text(struct loader *loader, const struct plan_column *plan,
                     const struct reader_row *row, const struct plan_slice *slice)
{
    switch (plan->source) {
    case PLAN_CONSTANT:
        return plan->constant;
    case PLAN_PACKED:
        return packed_part(row->fields[0], plan->field);
    case PLAN_SLICE:
        return slice->text;
    case PLAN_WIDE:
        return slice->fields[plan->field] == NO_FIELD
                   ? S("")
                   : row->fields[slice->fields[plan->field]];
    case PLAN_YEAR_MONTH:
        return year_month(loader, plan, row, slice);
    case PLAN_FLAG:
        return loader->flag;
    case PLAN_FIELD:
        break;
    }
    return row->fields[plan->field];
}

/* Where the cell stands in the file, for messages. */
static size_t cell_field(const struct plan_column *plan, const struct plan_slice *slice)
{
    switch (plan->source) {
    case PLAN_FIELD:
        return plan->field;
    case PLAN_WIDE:
        return slice->fields[plan->field] == NO_FIELD ? 0 : slice->fields[plan->field];
    case PLAN_YEAR_MONTH:
        return plan->year;
    default:
        return 0;
    }
}

/* --- cells -------------------------------------------------------------------------- */

static bool is_extra_missing(const struct profile *profile, str text)
{
    for (size_t i = 0; i < profile->missing.count; i++) {
        if (str_equal(profile->missing.at[i], numeral_unwrap(text))) {
            return true;
        }
    }
    return false;
}

static bool convert_cell(struct column *column, size_t row, struct decimal factor,
                         struct error *error)
{
    struct decimal number = {column->units[row], column->cell_places[row]};
    bool is_one = factor.units == 1 && !factor.places;
    if (!is_one && !unit_convert(&number, factor)) {
        return error_set(error, ERROR_DATA,
                         "the number has too many digits once it is converted");
    }
    column->units[row] = number.units;
    column->cell_places[row] = (uint8_t)number.places;
    column->places = number.places > column->places ? number.places : column->places;
    return true;
}

static bool read_measure(struct loader *loader, const struct plan_column *plan,
                         struct plan_target target, str text, struct error *error)
{
    struct column *column = &loader->table->columns[target.column];
    size_t row = loader->table->row_count;
    int places = column->places; /* of the numbers before, converted */
    if (plan->said->has_flags) {
        loader->flag = numeral_flag(text, &text);
        text = str_equal(loader->flag, S("c")) && numeral_is_missing(text) ? S("c") : text;
    }
    if (is_extra_missing(loader_input(loader)->profile, text)) {
        text = S("");
    }
    if (!cell_read(loader->arena, column, row, text, error)) {
        return false;
    }
    if (plan->said->is_zero_missing && column->states[row] == CELL_VALUE &&
        !column->units[row]) {
        column->states[row] = CELL_MISSING;
    }
    column->places = places;
    return convert_cell(column, row, target.factor, error);
}

/* --- measures by unit or indicator ---------------------------------------------------- */

static const struct profile_measure *find_measure(const struct profile_column *said,
                                                  str word)
{
    for (size_t i = 0; i < said->measures.count; i++) {
        if (str_equal(said->measures.at[i].word, word)) {
            return &said->measures.at[i];
        }
    }
    return NULL;
}

/* A column for that unit, of which the rows so far say nothing. */
static bool add_measure(struct loader *loader, const struct plan_column *plan,
                        struct profile_measure measure, struct plan_target *target,
                        struct error *error)
{
    struct table *table = loader->table;
    size_t before = table->column_count;
    target->factor = measure.factor;
    target->column = loader_column(loader, measure.name, ROLE_MEASURE);
    if (target->column == NO_FIELD) {
        return error_set(error, ERROR_DATA, "there are too many units");
    }
    if (target->column == before) {
        struct column *column = &table->columns[before];
        column->unit = measure.unit;
        column->decimal_mark = loader_decimal(loader, plan->said);
        loader->said[before] = plan->said;
        for (size_t row = 0; row <= table->row_count; row++) {
            column->states[row] = CELL_MISSING;
        }
    }
    return true;
}

/* What a new word of the field `by` means. */
static bool add_target(struct loader *loader, struct plan_column *plan, str word,
                       struct error *error)
{
    const struct profile_measure *said = find_measure(plan->said, word);
    const struct unit *unit = unit_find(word);
    struct plan_target *target = arena_push(loader->arena, &plan->targets);
    target->column = NO_FIELD;
    if (said && !said->name.length) {
        return true;
    }
    if (said) {
        return add_measure(loader, plan, *said, target, error);
    }
    if (unit) {
        return add_measure(
            loader, plan,
            (struct profile_measure){word, unit->name, unit->name, unit->factor}, target,
            error);
    }
    word = str_copy(loader->arena, word);
    return numeral_is_missing(word) ||
           add_measure(loader, plan, (struct profile_measure){word, word, word, {1, 0}},
                       target, error);
}

/* A number without a unit is only no loss where it is nothing. */
static bool check_left_out(const struct plan_column *plan, str word, str text,
                           struct error *error)
{
    struct decimal number;
    char mark;
    bool is_meant = find_measure(plan->said, word) != NULL;
    if (is_meant || numeral_is_missing(text) ||
        (numeral_parse(text, '.', &number, &mark) && !number.units)) {
        return true;
    }
    error_set(error, ERROR_DATA, "the number \"%.*s\" has no unit", STR_ARG(text));
    return error_hint(error, "its unit is \"%.*s\"", STR_ARG(word));
}

static bool read_spread(struct loader *loader, struct plan_column *plan,
                        const struct reader_row *row, str text, struct error *error)
{
    str word = numeral_unwrap(row->fields[plan->by]);
    size_t code = words_add(loader->arena, &plan->by_words, word);
    if (code == plan->targets.count && !add_target(loader, plan, word, error)) {
        return false;
    }
    struct plan_target target = plan->targets.at[code];
    if (target.column == NO_FIELD) {
        return check_left_out(plan, word, text, error);
    }
    if (loader->table->columns[target.column].states[loader->table->row_count] ==
        CELL_VALUE) {
        error_set(error, ERROR_DATA, "this row has two numbers in %.*s",
                  STR_ARG(loader->table->columns[target.column].name));
        return error_hint(error, "their units are the same once they are converted");
    }
    return read_measure(loader, plan, target, text, error);
}

/* Measures of which a row may say nothing. */
static void blank_measures(struct loader *loader)
{
    struct table *table = loader->table;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].role == ROLE_MEASURE) {
            table->columns[i].states[table->row_count] = CELL_MISSING;
        }
    }
}

/* --- rows --------------------------------------------------------------------------- */

static bool read_cell(struct loader *loader, struct plan_column *plan,
                      const struct reader_row *row, const struct plan_slice *slice,
                      struct error *error)
{
    str text = cell_text(loader, plan, row, slice);
    const struct profile_column *said = plan->said;
    struct column *column = &loader->table->columns[plan->column];
    if (!said || plan->is_guessed) {
        return cell_read(loader->arena, column, loader->table->row_count, text, error);
    }
    if (plan->role == ROLE_MEASURE) {
        return plan->by != NO_FIELD
                   ? read_spread(loader, plan, row, text, error)
                   : read_measure(loader, plan,
                                  (struct plan_target){plan->column, said->factor}, text,
                                  error);
    }
    if (plan->source != PLAN_CONSTANT) {
        text = translate(said, profile_take(said->take, numeral_unwrap(text)));
    }
    if (plan->role == ROLE_STATUS) {
        text = status_of(text);
    }
    return cell_read(loader->arena, column, loader->table->row_count, text, error);
}

bool load_cells(struct loader *loader, const struct reader_row *row,
                const struct plan_slice *slice, struct error *error)
{
    struct table *table = loader->table;
    struct plan *plan = &loader_input(loader)->plan;
    if (loader->has_spread) {
        blank_measures(loader);
    }
    for (size_t i = 0; i < plan->columns.count; i++) {
        struct plan_column *column = &plan->columns.at[i];
        if (!read_cell(loader, column, row, slice, error)) {
            error->place = loader_place(loader, row->line, cell_field(column, slice));
            return error_context(error, "column \"%.*s\"", STR_ARG(column->name));
        }
    }
    table->origins[table->row_count++] =
        (struct origin){(uint32_t)loader->file, (uint32_t)row->line};
    return true;
}
