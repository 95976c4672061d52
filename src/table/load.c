/* SPDX-License-Identifier: MIT */
#include "table/load.h"

#include "table/cell.h"
#include "table/keys.h"
#include "table/reader.h"

#include <assert.h>

struct loader {
    struct arena *arena;
    const struct schema *schema;
    struct table *table;
    struct source *texts; /* of each file, without its byte order mark */
    struct load_file *files;
    size_t file; /* the one that is being read */
    bool has_header; /* of that file */
    bool *is_guessed; /* columns whose role the schema does not say */
};

static const struct source *current_text(const struct loader *loader)
{
    return &loader->texts[loader->file];
}

/* ERROR_DATA at a field, with its line. */
static bool refuse_field(const struct loader *loader, size_t line, size_t field,
                         const char *message, struct error *error)
{
    return error_at(error, ERROR_DATA, reader_place(current_text(loader), line, field),
                    "%s", message);
}

/* --- header ------------------------------------------------------------------------- */

/* 46.4 or 27534 is no name; 1960 can be one. */
static bool is_data(str name)
{
    struct decimal number;
    return decimal_parse(name, &number) && (number.places || name.length != 4);
}

/* One name that holds other marks: a file of another dialect. */
static bool check_separator(const struct loader *loader, const struct reader_row *row,
                            struct error *error)
{
    str name = row->fields[0];
    bool has_semicolon = str_find(name, ';') < name.length;
    bool has_tab = str_find(name, '\t') < name.length;
    if (row->count > 1 || (!has_semicolon && !has_tab)) {
        return true;
    }
    refuse_field(loader, row->line, 0,
                 has_semicolon ? "the columns are separated by semicolons, not commas"
                               : "the columns are separated by tabs, not commas",
                 error);
    return error_hint(error, "only commas are read yet");
}

static bool check_names(const struct loader *loader, const struct reader_row *row,
                        struct error *error)
{
    for (size_t field = 0; field < row->count; field++) {
        if (is_data(row->fields[field])) {
            refuse_field(loader, row->line, field,
                         "the header is missing: this is a number, not a name", error);
            return error_hint(error, "the first row must name the columns");
        }
    }
    for (size_t field = 0; field < row->count; field++) {
        if (!str_trim(row->fields[field]).length) {
            refuse_field(loader, row->line, field, "a column of the header has no name",
                         error);
            return field + 1 < row->count
                       ? false
                       : error_hint(error, "does the header end in a comma?");
        }
    }
    return true;
}

static bool check_distinct(const struct loader *loader, const struct reader_row *row,
                           struct error *error)
{
    struct words names = {0};
    for (size_t field = 0; field < row->count; field++) {
        uint32_t first = words_add(loader->arena, &names, row->fields[field]);
        if (first < field) {
            return error_at(error, ERROR_DATA,
                            reader_place(current_text(loader), row->line, field),
                            "the column \"%.*s\" is here twice: it is also column %zu",
                            STR_ARG(row->fields[field]), (size_t)first + 1);
        }
    }
    return true;
}

/* Every column that the schema names must be in the file. */
static bool check_schema(const struct loader *loader, const struct reader_row *row,
                         struct error *error)
{
    for (size_t i = 0; i < loader->schema->count; i++) {
        const struct schema_column *wanted = &loader->schema->at[i];
        size_t field = 0;
        while (field < row->count && !str_equal(row->fields[field], wanted->name)) {
            field++;
        }
        if (field == row->count) {
            error_at(error, ERROR_CONFIG, wanted->place, "%.*s has no column \"%.*s\"",
                     STR_ARG(current_text(loader)->path), STR_ARG(wanted->name));
            return error_suggest(error, wanted->name, row->fields, row->count);
        }
    }
    return true;
}

/* No more rows than lines, and each field of a row but the last needs its comma. */
static size_t most_rows(const struct loader *loader, size_t field_count)
{
    size_t most = 0;
    for (size_t i = 0; i < loader->table->file_count; i++) {
        str text = loader->texts[i].text;
        size_t lines = 1;
        for (str rest = text; rest.length; lines++) {
            rest = str_after(rest, str_find(rest, '\n') + 1);
        }
        size_t rows = text.length / field_count + 1;
        most += lines < rows ? lines : rows;
    }
    return most;
}

static void create_columns(struct loader *loader, const struct reader_row *row)
{
    struct table *table = loader->table;
    size_t row_capacity = most_rows(loader, row->count);
    table->origins = arena_array(loader->arena, struct origin, row_capacity);
    table->columns = arena_array(loader->arena, struct column, row->count);
    loader->is_guessed = arena_array(loader->arena, bool, row->count);
    table->column_count = row->count;
    for (size_t field = 0; field < row->count; field++) {
        struct column *column = &table->columns[field];
        column->name = str_copy(loader->arena, row->fields[field]);
        column->role = ROLE_NOTE; /* until it is guessed: text that is no key */
        const struct schema_column *said = schema_find(loader->schema, column->name);
        if (said) {
            column->role = said->role;
            column->rate = said->rate;
            column->unit = said->unit;
            column->aggregates = said->aggregates;
        }
        loader->is_guessed[field] = !said;
        column->type = cell_type(column->role);
        column_reserve(loader->arena, column, row_capacity);
    }
}

/* The files after the first. */
static bool check_same_columns(const struct loader *loader, const struct reader_row *row,
                               struct error *error)
{
    const struct table *table = loader->table;
    if (row->count != table->column_count) {
        return error_at(error, ERROR_DATA, reader_place(current_text(loader), row->line, 0),
                        "this file has %zu column%s, %.*s has %zu", row->count,
                        row->count == 1 ? "" : "s", STR_ARG(table->files[0]),
                        table->column_count);
    }
    for (size_t field = 0; field < row->count; field++) {
        if (!str_equal(row->fields[field], table->columns[field].name)) {
            return error_at(
                error, ERROR_DATA, reader_place(current_text(loader), row->line, field),
                "the column \"%.*s\" is \"%.*s\" in %.*s", STR_ARG(row->fields[field]),
                STR_ARG(table->columns[field].name), STR_ARG(table->files[0]));
        }
    }
    return true;
}

static bool take_header(struct loader *loader, const struct reader_row *row,
                        struct error *error)
{
    loader->has_header = true;
    loader->files[loader->file].fields = row->count;
    if (loader->file) {
        return check_same_columns(loader, row, error);
    }
    if (!check_separator(loader, row, error) || !check_names(loader, row, error) ||
        !check_distinct(loader, row, error) || !check_schema(loader, row, error)) {
        return false;
    }
    create_columns(loader, row);
    return true;
}

/* --- rows --------------------------------------------------------------------------- */

static bool refuse_ragged(const struct loader *loader, const struct reader_row *row,
                          struct error *error)
{
    size_t expected = loader->table->column_count;
    bool is_long = row->count > expected;
    struct place place =
        reader_place(current_text(loader), row->line, is_long ? expected : 0);
    error_at(error, ERROR_DATA, place, "this row has %zu field%s, the header has %zu",
             row->count, row->count == 1 ? "" : "s", expected);
    if (row->count == expected + 1 && !row->fields[expected].length) {
        return error_hint(error, "the row ends in a comma, the header does not");
    }
    if (expected == 1) {
        return error_hint(error, "does a text stand above the header?");
    }
    return is_long ? error_hint(error, "text that has a comma in it must be in quotes")
                   : error_hint(error, "an empty cell still needs its comma");
}

static bool take_cells(struct loader *loader, const struct reader_row *row,
                       struct error *error)
{
    struct table *table = loader->table;
    if (row->count != table->column_count) {
        return refuse_ragged(loader, row, error);
    }
    for (size_t field = 0; field < row->count; field++) {
        if (!cell_read(loader->arena, &table->columns[field], table->row_count,
                       row->fields[field], error)) {
            error->place = reader_place(current_text(loader), row->line, field);
            return error_context(error, "column \"%.*s\"",
                                 STR_ARG(table->columns[field].name));
        }
    }
    table->origins[table->row_count++] =
        (struct origin){(uint32_t)loader->file, (uint32_t)row->line};
    loader->files[loader->file].rows++;
    return true;
}

static bool take_row(void *context, const struct reader_row *row, struct error *error)
{
    struct loader *loader = context;
    return loader->has_header ? take_cells(loader, row, error)
                              : take_header(loader, row, error);
}

/* --- files -------------------------------------------------------------------------- */

static bool open_file(struct loader *loader, size_t file, str path, struct error *error)
{
    struct source source = {0};
    struct load_file *facts = &loader->files[file];
    if (!file_read(loader->arena, path, &source, error)) {
        return false;
    }
    facts->path = source.path;
    facts->bytes = source.text.length;
    return reader_open(&source, &loader->texts[file], &facts->has_mark, error);
}

static bool read_rows(struct loader *loader, struct error *error)
{
    struct load_file *file = &loader->files[loader->file];
    struct reader_facts facts = {0};
    loader->has_header = false;
    if (!reader_run(loader->arena, current_text(loader), take_row, loader, &facts, error)) {
        return false;
    }
    file->lines = facts.lines;
    file->has_crlf = facts.has_crlf;
    file->has_lf = facts.has_lf;
    if (!file->rows) {
        return error_at(error, ERROR_DATA, (struct place){.file = file->path},
                        "the file has no rows below the header");
    }
    return true;
}

/* --- the whole ---------------------------------------------------------------------- */

static struct place cell_place(const struct loader *loader, size_t row, size_t column)
{
    struct origin origin = loader->table->origins[row];
    return reader_place(&loader->texts[origin.file], origin.line, column);
}

static bool finish_columns(const struct loader *loader, struct warnings *warnings,
                           struct error *error)
{
    struct table *table = loader->table;
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        size_t row;
        if (loader->is_guessed[i]) {
            schema_guess(loader->arena, table, column, warnings);
        }
        if (column->type == COLUMN_NUMBER &&
            !cells_align(column, table->row_count, &row, error)) {
            error->place = cell_place(loader, row, i);
            return false;
        }
    }
    return true;
}

static bool refuse_twin(const struct loader *loader, const struct keys *keys, size_t first,
                        size_t row, struct error *error)
{
    const struct table *table = loader->table;
    struct place before = table_place(table, first);
    str key = keys_print(loader->arena, keys, row);
    bool is_same_file = table->origins[first].file == table->origins[row].file;
    if (is_same_file) {
        error_at(error, ERROR_DATA, cell_place(loader, row, 0),
                 "%.*s is here twice: first in line %zu", STR_ARG(key), before.line);
    } else {
        error_at(error, ERROR_DATA, cell_place(loader, row, 0),
                 "%.*s is here twice: first in line %zu of %.*s", STR_ARG(key), before.line,
                 STR_ARG(before.file));
    }
    return table_role(table, ROLE_RELEASED)
               ? false
               : error_hint(error, "a column \"released\" would keep vintages apart");
}

/* Without periods there are no observations, and rows may repeat. */
static bool check_keys(const struct loader *loader, struct error *error)
{
    const struct table *table = loader->table;
    if (!table_role(table, ROLE_PERIOD)) {
        return true;
    }
    struct keys keys = keys_create(loader->arena, table, table->row_count);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    keys_use_role(&keys, table, ROLE_RELEASED);
    for (size_t row = 0; row < table->row_count; row++) {
        size_t first = keys_add(&keys, row);
        if (first != row) {
            return refuse_twin(loader, &keys, first, row, error);
        }
    }
    return true;
}

static void fill_report(const struct loader *loader, struct load_report *report)
{
    for (size_t file = 0; report && file < loader->table->file_count; file++) {
        *arena_push(loader->arena, report) = loader->files[file];
    }
}

static struct loader loader_create(struct arena *arena, str name, size_t file_count,
                                   const struct schema *schema)
{
    struct loader loader = {
        .arena = arena,
        .schema = schema,
        .table = arena_new(arena, struct table),
        .texts = arena_array(arena, struct source, file_count),
        .files = arena_array(arena, struct load_file, file_count),
    };
    loader.table->name = str_copy(arena, name);
    loader.table->file_count = file_count;
    return loader;
}

const struct table *table_load(struct arena *arena, str name, const struct path_list *files,
                               const struct schema *schema, struct load_report *report,
                               struct warnings *warnings, struct error *error)
{
    assert(files->count);
    struct loader loader = loader_create(arena, name, files->count, schema);
    str *paths = arena_array(arena, str, files->count);
    for (size_t i = 0; i < files->count; i++) {
        if (!open_file(&loader, i, files->at[i], error)) {
            return NULL;
        }
        paths[i] = loader.texts[i].path;
    }
    loader.table->files = paths;
    for (loader.file = 0; loader.file < files->count; loader.file++) {
        if (!read_rows(&loader, error)) {
            return NULL;
        }
    }
    if (!finish_columns(&loader, warnings, error) || !check_keys(&loader, error)) {
        return NULL;
    }
    fill_report(&loader, report);
    return loader.table;
}
