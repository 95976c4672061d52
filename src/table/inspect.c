/* SPDX-License-Identifier: MIT */
#include "table/inspect.h"

#include "table/coverage.h"
#include "table/describe.h"
#include "table/grid.h"
#include "table/keys.h"

enum {
    SERIES_SHOWN = 40,
    NAME_CHARACTERS = 36,
    GAPS_SHOWN = 4,
    REVISIONS_SHOWN = 10,
};

/* --- files -------------------------------------------------------------------------- */

static void print_file(struct buffer *out, const struct load_file *file)
{
    struct arena *arena = out->arena;
    str rows = describe_count(arena, file->rows, "row");
    str lines = describe_count(arena, file->lines, "line");
    str columns = describe_count(arena, file->fields, "column");
    str bytes = describe_count(arena, file->bytes, "byte");
    const char *ends = file->has_crlf && file->has_lf ? "LF and CRLF mixed"
                       : file->has_crlf               ? "CRLF"
                                                      : "LF";
    buffer_print(out, "%.*s\n  %.*s in %.*s, %.*s, %.*s; UTF-8%s, %s\n",
                 STR_ARG(file->path), STR_ARG(rows), STR_ARG(lines), STR_ARG(columns),
                 STR_ARG(bytes), file->has_mark ? " with a byte order mark" : "", ends);
}

/* --- columns ------------------------------------------------------------------------ */

struct cell_counts {
    size_t values, zeros, missing, suppressed;
};

static struct cell_counts count_cells(const struct column *column, size_t row_count)
{
    struct cell_counts counts = {0};
    for (size_t row = 0; row < row_count; row++) {
        bool is_value = column->states[row] == CELL_VALUE;
        bool is_zero = is_value && column->type == COLUMN_NUMBER && column->units[row] == 0;
        counts.values += is_value && !is_zero;
        counts.zeros += is_zero;
        counts.missing += column->states[row] == CELL_MISSING;
        counts.suppressed += column->states[row] == CELL_SUPPRESSED;
    }
    return counts;
}

static void print_columns(struct buffer *out, const struct table *table)
{
    static const str headings[] = {S("column"),  S("role"),       S("values"), S("zero"),
                                   S("missing"), S("suppressed"), S("content")};
    struct grid grid = grid_create(out->arena, headings, COUNT_OF(headings));
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        struct cell_counts counts = count_cells(column, table->row_count);
        grid_add(&grid, column->name);
        grid_add(&grid, str_from(column_role_name(column->role)));
        grid_add_count(&grid, counts.values);
        grid_add_count(&grid, counts.zeros);
        grid_add_count(&grid, counts.missing);
        grid_add_count(&grid, counts.suppressed);
        grid_add(&grid, describe_column(out->arena, column, table->row_count));
    }
    buffer_add_byte(out, '\n');
    grid_print(&grid, out);
}

/* --- series ------------------------------------------------------------------------- */

/* "2024-11" or "2024-11 to 2025-05": a run of months, also across years. */
static str describe_run(struct arena *arena, struct period run)
{
    str first = period_print(arena, (struct period){run.first, 1});
    str last = period_print(arena, period_last_month(run));
    return run.months == 1
               ? first
               : str_print(arena, "%.*s to %.*s", STR_ARG(first), STR_ARG(last));
}

static str describe_gaps(struct arena *arena, const struct coverage *coverage)
{
    struct buffer out = {.arena = arena};
    size_t months = 0;
    for (size_t i = 0; i < coverage->gaps.count; i++) {
        struct period gap = coverage->gaps.at[i];
        str text = describe_run(arena, gap);
        months += (size_t)gap.months;
        if (i < GAPS_SHOWN) {
            buffer_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(text));
        }
    }
    if (coverage->gaps.count > GAPS_SHOWN) {
        buffer_print(&out, ", ... (%zu months)", months);
    }
    return buffer_text(&out);
}

/* A dimension that is the same in all rows tells no series from another. */
static bool is_telling(const struct column *column)
{
    return column->role == ROLE_DIMENSION && column->words.count > 1;
}

static struct grid series_grid(struct arena *arena, const struct table *table)
{
    static const str facts[] = {S("months"), S("first"), S("last"), S("other"),
                                S("missing between")};
    str *headings = arena_array(arena, str, table->column_count + COUNT_OF(facts));
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_telling(&table->columns[i])) {
            headings[count++] = table->columns[i].name;
        }
    }
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        headings[count++] = facts[i];
    }
    return grid_create(arena, headings, count);
}

static void add_series(struct grid *grid, const struct table *table,
                       const struct coverage *coverage)
{
    bool has_months = coverage->month_count;
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_telling(&table->columns[i])) {
            str word = column_text(&table->columns[i], coverage->row);
            grid_add(grid, describe_word(grid->arena, word, NAME_CHARACTERS));
        }
    }
    grid_add_count(grid, coverage->month_count);
    grid_add(grid, has_months ? period_print(grid->arena, coverage->first) : S(""));
    grid_add(grid, has_months ? period_print(grid->arena, coverage->last) : S(""));
    grid_add_count(grid, coverage->other_count);
    grid_add(grid, describe_gaps(grid->arena, coverage));
}

static void print_series(struct buffer *out, const struct table *table)
{
    struct coverages coverages = coverage_list(out->arena, table);
    struct grid grid = series_grid(out->arena, table);
    size_t shown = coverages.count < SERIES_SHOWN ? coverages.count : SERIES_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        add_series(&grid, table, &coverages.at[i]);
    }
    buffer_add_byte(out, '\n');
    grid_print(&grid, out);
    if (shown < coverages.count) {
        buffer_print(out, "  ... and %zu more\n", coverages.count - shown);
    }
}

/* --- vintages ----------------------------------------------------------------------- */

/* "7338 on 2025-09-18 (line 103)": the first measure, and the day it became known. */
static str describe_vintage(struct arena *arena, const struct table *table, size_t row)
{
    const struct column *measure = table_role(table, ROLE_MEASURE);
    const struct column *released = table_role(table, ROLE_RELEASED);
    bool has_value = measure && measure->states[row] == CELL_VALUE;
    bool has_day = released->states[row] == CELL_VALUE;
    str value =
        has_value ? decimal_print(arena, column_number(measure, row)) : S("no value");
    str day = has_day ? date_print(arena, released->dates[row]) : S("an unknown day");
    return str_print(arena, "%.*s on %.*s (line %u)", STR_ARG(value), STR_ARG(day),
                     table->origins[row].line);
}

static void print_revision(struct buffer *out, const struct table *table,
                           const struct keys *keys, const struct revision *revision)
{
    str key = keys_print(out->arena, keys, revision->row);
    str before = describe_vintage(out->arena, table, revision->first_row);
    str after = describe_vintage(out->arena, table, revision->row);
    buffer_print(out, "  %.*s: %.*s, %.*s\n", STR_ARG(key), STR_ARG(before),
                 STR_ARG(after));
}

static void print_revisions(struct buffer *out, const struct table *table)
{
    struct revisions revisions = coverage_revisions(out->arena, table);
    struct keys keys = keys_create(out->arena, table, 0);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    if (!revisions.count) {
        return;
    }
    buffer_print(out, "\nrevised\n");
    for (size_t i = 0; i < revisions.count && i < REVISIONS_SHOWN; i++) {
        print_revision(out, table, &keys, &revisions.at[i]);
    }
    if (revisions.count > REVISIONS_SHOWN) {
        buffer_print(out, "  ... and %zu more\n", revisions.count - REVISIONS_SHOWN);
    }
}

/* --- warnings ----------------------------------------------------------------------- */

static void print_warnings(struct buffer *out, const struct warnings *warnings)
{
    if (!warnings->count) {
        return;
    }
    buffer_print(out, "\nwarnings\n");
    for (size_t i = 0; i < warnings->count; i++) {
        const struct warning *warning = &warnings->at[i];
        buffer_print(out, "  line %zu: %.*s", warning->place.line,
                     STR_ARG(warning->message));
        if (warning->count > 1) {
            buffer_print(out, " (%zu times; this is the first)", warning->count);
        }
        buffer_add_byte(out, '\n');
    }
}

str inspect_print(struct arena *arena, const struct table *table,
                  const struct load_report *report, const struct warnings *warnings)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < report->count; i++) {
        print_file(&out, &report->at[i]);
    }
    print_columns(&out, table);
    if (table_role(table, ROLE_PERIOD)) {
        print_series(&out, table);
    }
    if (table_role(table, ROLE_PERIOD) && table_role(table, ROLE_RELEASED)) {
        print_revisions(&out, table);
    }
    print_warnings(&out, warnings);
    return buffer_text(&out);
}
