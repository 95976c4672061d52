/* SPDX-License-Identifier: MIT */
/* The import report as text. */
#include "table/inspect.h"

#include "table/describe.h"
#include "table/grid.h"

enum {
    FILES_SHOWN = 8,
    DOUBTS_SHOWN = 5, /* notices of one kind */
    NOTICES_SHOWN = 3,
    SERIES_SHOWN = 24,
    NAME_CHARACTERS = 36,
};

/* --- files -------------------------------------------------------------------------- */

static void print_fact(struct buffer *out, const char *name, str fact, str reason)
{
    buffer_print(out, "  %-10s%.*s", name, STR_ARG(fact));
    if (reason.length) {
        buffer_print(out, ": %.*s", STR_ARG(reason));
    }
    buffer_add_byte(out, '\n');
}

static void print_size(struct buffer *out, const struct load_file *file)
{
    struct arena *arena = out->arena;
    str rows = describe_count(arena, file->rows_read, "row");
    str lines = describe_count(arena, file->lines, "line");
    str columns = describe_count(arena, file->fields, "column");
    str bytes = describe_count(arena, file->bytes, "byte");
    buffer_print(out, "  %.*s in %.*s, %.*s, %.*s", STR_ARG(rows), STR_ARG(lines),
                 STR_ARG(columns), STR_ARG(bytes));
    if (file->rows != file->rows_read) {
        str kept = describe_count(arena, file->rows, "row");
        buffer_print(out, "; %.*s in the table", STR_ARG(kept));
    }
    buffer_add_byte(out, '\n');
}

static void print_file(struct buffer *out, const struct load_file *file)
{
    buffer_print(out, "%.*s\n", STR_ARG(file->path));
    print_size(out, file);
    if (file->compression.length) {
        print_fact(out, "packed", file->compression, S(""));
    }
    print_fact(out, "encoding", file->encoding, file->encoding_reason);
    print_fact(out, "dialect", inspect_dialect(out->arena, file), S(""));
    print_fact(out, "profile", file->profile, file->profile_reason);
}

static void print_files(struct buffer *out, const struct load_report *report)
{
    size_t shown = report->count <= FILES_SHOWN ? report->count : FILES_SHOWN;
    size_t rows = 0;
    for (size_t i = 0; i < report->count; i++) {
        if (i < shown) {
            print_file(out, &report->at[i]);
        } else {
            rows += report->at[i].rows_read;
        }
    }
    if (shown < report->count) {
        str files = describe_count(out->arena, report->count - shown, "file");
        str all = describe_count(out->arena, rows, "row");
        buffer_print(out, "and %.*s more with %.*s\n", STR_ARG(files), STR_ARG(all));
    }
}

/* --- notices ------------------------------------------------------------------------ */

static void print_notice(struct buffer *out, const struct validation *validation,
                         const struct notice *notice)
{
    str place = inspect_place(out->arena, validation, notice->place);
    str sentence = notice_sentence(out->arena, notice);
    buffer_print(out, "  %.*s%s%.*s", STR_ARG(place), place.length ? ": " : "",
                 STR_ARG(sentence));
    if (notice->other.file.length) {
        str other = inspect_place(out->arena, validation, notice->other);
        buffer_print(out, "; see %.*s", STR_ARG(other));
    }
    buffer_add_byte(out, '\n');
}

/* What the table of series below shows too. */
static bool is_below(const struct validation *validation, enum notice_kind kind)
{
    return kind == NOTICE_GAP && validation->coverages.count <= SERIES_SHOWN;
}

static void print_kind(struct buffer *out, const struct validation *validation,
                       enum notice_kind kind)
{
    struct notice_range notices = validation_notices(validation, kind);
    size_t most = notice_weight(kind) == NOTICE_DOUBT ? DOUBTS_SHOWN : NOTICES_SHOWN;
    size_t shown = notices.count < most ? notices.count : most;
    size_t count = validation->counts[kind];
    str heading = notice_heading(out->arena, kind, count);
    buffer_print(out, "\n%.*s\n", STR_ARG(heading));
    for (size_t i = 0; i < shown; i++) {
        print_notice(out, validation, &notices.first[i]);
    }
    if (shown < count) {
        buffer_print(out, "  ... and %zu more\n", count - shown);
    }
}

static void print_kinds(struct buffer *out, const struct validation *validation,
                        enum notice_weight weight)
{
    for (size_t kind = 0; kind < NOTICE_KIND_COUNT; kind++) {
        if (validation->counts[kind] && notice_weight((enum notice_kind)kind) == weight &&
            !is_below(validation, (enum notice_kind)kind)) {
            print_kind(out, validation, (enum notice_kind)kind);
        }
    }
}

static void print_parts(struct buffer *out, const struct validation *validation)
{
    size_t shown = 0;
    for (size_t i = 0; i < validation->parts.count; i++) {
        const struct validation_parts *parts = &validation->parts.at[i];
        if (parts->compared) {
            str text = inspect_parts(out->arena, parts);
            buffer_print(out, "%s  %.*s\n", shown++ ? "" : "\ntotals against their parts\n",
                         STR_ARG(text));
        }
    }
}

static void print_comparison(struct buffer *out, const struct validation *validation)
{
    str file = validation->comparison.file;
    if (file.length) {
        str text = inspect_comparison(out->arena, validation);
        buffer_print(out, "\nagainst %.*s\n  %.*s\n", STR_ARG(file), STR_ARG(text));
    }
}

/* --- columns ------------------------------------------------------------------------ */

static void print_columns(struct buffer *out, const struct validation *validation)
{
    static const str headings[] = {S("column"), S("role"),    S("values"),
                                   S("zero"),   S("missing"), S("suppressed"),
                                   S("no row"), S("content")};
    const struct table *table = validation->table;
    struct grid grid = grid_create(out->arena, headings, COUNT_OF(headings));
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        const struct cell_counts *cells = &validation->cells[i];
        bool is_measure = column->role == ROLE_MEASURE;
        grid_add(&grid, column->name);
        grid_add(&grid, str_from(column_role_name(column->role)));
        grid_add_count(&grid, cells->values);
        grid_add_count(&grid, cells->zeros);
        grid_add_count(&grid, cells->missing);
        grid_add_count(&grid, cells->suppressed);
        grid_add_count(&grid, is_measure ? validation->coverages.absent_count : 0);
        grid_add(&grid, describe_column(out->arena, column, table->row_count));
    }
    buffer_add_byte(out, '\n');
    grid_print(&grid, out);
}

/* --- series ------------------------------------------------------------------------- */

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

static void print_series(struct buffer *out, const struct validation *validation)
{
    const struct coverages *coverages = &validation->coverages;
    struct grid grid = series_grid(out->arena, validation->latest);
    size_t shown = coverages->count < SERIES_SHOWN ? coverages->count : SERIES_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        add_series(&grid, validation->latest, &coverages->at[i]);
    }
    buffer_add_byte(out, '\n');
    grid_print(&grid, out);
    if (shown < coverages->count) {
        buffer_print(out, "  ... and %zu more\n", coverages->count - shown);
    }
}

str inspect_print(struct arena *arena, const struct validation *validation)
{
    struct buffer out = {.arena = arena};
    print_files(&out, validation->report);
    print_comparison(&out, validation);
    print_kinds(&out, validation, NOTICE_DOUBT);
    print_kinds(&out, validation, NOTICE_INFORMATION);
    print_parts(&out, validation);
    print_columns(&out, validation);
    if (validation->coverages.whole.month_count) {
        print_series(&out, validation);
    }
    return buffer_text(&out);
}
