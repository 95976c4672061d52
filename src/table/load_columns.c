/* SPDX-License-Identifier: MIT */
/* The columns of the table, from the plans of the files. */
#include "table/cell.h"
#include "table/unit.h"

#include "load_internal.h"

enum { COLUMNS_SPARE = 48 }; /* measures that only the rows name: one per unit */

/* Lines of the file, times the rows that each makes: never fewer than its rows. */
static size_t most_rows(const struct load_input *input)
{
    str text = input->text.text;
    size_t lines = 1;
    for (str rest = text; rest.length; lines++) {
        rest = str_after(rest, str_find(rest, '\n') + 1);
    }
    size_t rows = text.length / input->plan.width + 1;
    return (lines < rows ? lines : rows) * input->plan.slices.count;
}

size_t loader_column(struct loader *loader, str name, enum column_role role)
{
    struct table *table = loader->table;
    for (size_t i = 0; i < table->column_count; i++) {
        if (str_equal(table->columns[i].name, name)) {
            return i;
        }
    }
    if (table->column_count == loader->column_capacity) {
        return NO_FIELD;
    }
    struct column *column = &table->columns[table->column_count];
    column->name = str_copy(loader->arena, name);
    column->role = role;
    column->type = cell_type(role);
    column_reserve(loader->arena, column, loader->row_capacity);
    return table->column_count++;
}

char loader_decimal(const struct loader *loader, const struct profile_column *said)
{
    const struct profile *profile = loader_input(loader)->profile;
    if (loader->source->decimal.length) {
        return loader->source->decimal.at[0];
    }
    if (said && said->decimal) {
        return said->decimal;
    }
    return (char)(profile ? profile->decimal : '\0');
}

/* What the schema and the profile say of a column beyond its role. */
static void describe(struct loader *loader, const struct plan_column *plan)
{
    struct column *column = &loader->table->columns[plan->column];
    const struct profile_column *said = plan->said;
    const struct schema_column *schema = schema_find(&loader->source->schema, plan->name);
    column->decimal_mark = loader_decimal(loader, said);
    if (said) {
        column->unit = said->unit;
    }
    if (schema) {
        column->rate = schema->rate;
        column->unit = schema->unit.length ? schema->unit : column->unit;
        column->aggregates = schema->aggregates;
    }
    loader->is_guessed[plan->column] = plan->is_guessed;
    loader->said[plan->column] = said;
}

/* Every column that the schema names must be in the file. */
static bool check_schema(const struct loader *loader, struct error *error)
{
    const struct table *table = loader->table;
    const struct schema *schema = &loader->source->schema;
    for (size_t i = 0; i < schema->count; i++) {
        const struct schema_column *wanted = &schema->at[i];
        if (table_column(table, wanted->name)) {
            continue;
        }
        str *names = arena_array(loader->arena, str, table->column_count);
        for (size_t k = 0; k < table->column_count; k++) {
            names[k] = table->columns[k].name;
        }
        error_at(error, ERROR_CONFIG, wanted->place, "%.*s has no column \"%.*s\"",
                 STR_ARG(loader_input(loader)->text.path), STR_ARG(wanted->name));
        return error_suggest(error, wanted->name, names, table->column_count);
    }
    return true;
}

/* A measure that a word of the row names has no column yet: the rows make it. */
static bool is_spread(const struct plan_column *plan)
{
    return plan->by != NO_FIELD;
}

static void create_first(struct loader *loader)
{
    struct table *table = loader->table;
    struct plan *plan = &loader_input(loader)->plan;
    size_t row_capacity = 0;
    for (size_t i = 0; i < table->file_count; i++) {
        row_capacity += most_rows(&loader->inputs[i]);
    }
    loader->row_capacity = row_capacity;
    loader->column_capacity = plan->columns.count + COLUMNS_SPARE;
    table->columns = arena_array(loader->arena, struct column, loader->column_capacity);
    table->origins = arena_array(loader->arena, struct origin, row_capacity);
    loader->is_guessed = arena_array(loader->arena, bool, loader->column_capacity);
    loader->said =
        arena_array(loader->arena, const struct profile_column *, loader->column_capacity);
    for (size_t i = 0; i < plan->columns.count; i++) {
        struct plan_column *column = &plan->columns.at[i];
        loader->has_spread |= is_spread(column);
        if (!is_spread(column)) {
            column->column = loader_column(loader, column->name, column->role);
            describe(loader, column);
        }
    }
}

/* Tidy files after the first: the same names in the same order. */
static bool check_same_header(const struct loader *loader, struct error *error)
{
    const struct load_input *input = loader_input(loader);
    const struct load_input *first = &loader->inputs[0];
    const struct reader_row *header = input->header;
    if (input->plan.width != first->plan.width) {
        return error_at(error, ERROR_DATA, loader_place(loader, header->line, 0),
                        "this file has %zu column%s, %.*s has %zu", input->plan.width,
                        input->plan.width == 1 ? "" : "s", STR_ARG(loader->table->files[0]),
                        first->plan.width);
    }
    for (size_t field = 0; field < input->plan.width; field++) {
        if (!str_equal(header->fields[field], first->header->fields[field])) {
            return error_at(
                error, ERROR_DATA, loader_place(loader, header->line, field),
                "the column \"%.*s\" is \"%.*s\" in %.*s", STR_ARG(header->fields[field]),
                STR_ARG(first->header->fields[field]), STR_ARG(loader->table->files[0]));
        }
    }
    return true;
}

static const struct plan_column *find_planned(const struct plan *plan, str name)
{
    for (size_t i = 0; i < plan->columns.count; i++) {
        if (str_equal(plan->columns.at[i].name, name)) {
            return &plan->columns.at[i];
        }
    }
    return NULL;
}

/* The first column of one plan that another lacks, or NULL. */
static const struct plan_column *find_lacking(const struct plan *has,
                                              const struct plan *lacks)
{
    for (size_t i = 0; i < has->columns.count; i++) {
        if (!find_planned(lacks, has->columns.at[i].name)) {
            return &has->columns.at[i];
        }
    }
    return NULL;
}

static bool check_same_columns(const struct loader *loader, const struct plan *plan,
                               struct error *error)
{
    const struct plan *first = &loader->inputs[0].plan;
    str path = loader->table->files[0];
    struct place place = loader_place(loader, loader_input(loader)->header->line, 0);
    const struct plan_column *lacking = find_lacking(first, plan);
    const struct plan_column *extra = find_lacking(plan, first);
    if (lacking) {
        return error_at(error, ERROR_DATA, place,
                        "this file has no column \"%.*s\", which %.*s has",
                        STR_ARG(lacking->name), STR_ARG(path));
    }
    return !extra || error_at(error, ERROR_DATA, place,
                              "this file has the column \"%.*s\", which %.*s lacks",
                              STR_ARG(extra->name), STR_ARG(path));
}

/* Files after the first, of any profile: the same columns in any order. */
static bool join_columns(struct loader *loader, struct error *error)
{
    struct load_input *input = loader_input(loader);
    if (!input->profile && !loader->inputs[0].profile) {
        if (!check_same_header(loader, error)) {
            return false;
        }
    } else if (!check_same_columns(loader, &input->plan, error)) {
        return false;
    }
    for (size_t i = 0; i < input->plan.columns.count; i++) {
        struct plan_column *column = &input->plan.columns.at[i];
        if (!is_spread(column)) {
            column->column = loader_column(loader, column->name, column->role);
        }
    }
    return true;
}

bool load_create_columns(struct loader *loader, struct error *error)
{
    for (loader->file = 0; loader->file < loader->table->file_count; loader->file++) {
        if (!loader->file) {
            create_first(loader);
            if (!check_schema(loader, error)) {
                return false;
            }
        } else if (!join_columns(loader, error)) {
            return false;
        }
    }
    return true;
}
