/* SPDX-License-Identifier: MIT */
/* The import report as JSON. Its shape is promised in the manual page: only add to it. */
#include "table/inspect.h"

#include "base/json.h"

static const char shape[] = "ytterby-inspect-1";

static void add_place(struct json *json, struct place place)
{
    json_member_text(json, "file", place.file);
    if (place.line) {
        json_member_count(json, "line", place.line);
    }
}

static void add_period(struct json *json, const char *key, struct period period)
{
    struct arena scratch = {0};
    if (period_is_set(period)) {
        json_member_text(json, key, period_print(&scratch, period));
    }
    arena_finish(&scratch);
}

static void add_day(struct json *json, const char *key, struct date day)
{
    struct arena scratch = {0};
    if (date_is_set(day)) {
        json_member_text(json, key, date_print(&scratch, day));
    }
    arena_finish(&scratch);
}

/* --- files -------------------------------------------------------------------------- */

static void add_line_ends(struct json *json, const struct load_file *file)
{
    json_key(json, "line_ends");
    json_array(json);
    if (file->has_lf) {
        json_text(json, S("LF"));
    }
    if (file->has_crlf) {
        json_text(json, S("CRLF"));
    }
    if (file->has_cr) {
        json_text(json, S("CR"));
    }
    json_end(json);
}

static void add_file(struct json *json, const struct load_file *file)
{
    json_object(json);
    json_member_text(json, "path", file->path);
    json_member_count(json, "bytes", file->bytes);
    json_member_count(json, "lines", file->lines);
    json_member_count(json, "rows_read", file->rows_read);
    json_member_count(json, "rows", file->rows);
    json_member_count(json, "columns", file->fields);
    json_member_some_text(json, "compression", file->compression);
    json_member_text(json, "encoding", file->encoding);
    json_member_some_text(json, "encoding_reason", file->encoding_reason);
    json_member_flag(json, "byte_order_mark", file->has_mark);
    json_member_text(json, "separator", (str){&file->separator, 1});
    add_line_ends(json, file);
    json_member_count(json, "header_line", file->header_line);
    json_member_count(json, "preamble_rows", file->preamble_rows);
    json_member_flag(json, "header_ends_in_separator", file->is_header_trailing);
    json_member_flag(json, "rows_end_in_separator", file->is_row_trailing);
    json_member_text(json, "profile", file->profile);
    json_member_some_text(json, "profile_reason", file->profile_reason);
    json_end(json);
}

/* --- columns and series ------------------------------------------------------------- */

static void add_column(struct json *json, const struct validation *validation, size_t index)
{
    const struct column *column = &validation->table->columns[index];
    const struct cell_counts *cells = &validation->cells[index];
    json_object(json);
    json_member_text(json, "name", column->name);
    json_member_text(json, "role", str_from(column_role_name(column->role)));
    json_member_some_text(json, "unit", column->unit);
    json_member_count(json, "values", cells->values);
    json_member_count(json, "zero", cells->zeros);
    json_member_count(json, "missing", cells->missing);
    json_member_count(json, "suppressed", cells->suppressed);
    if (column->role == ROLE_MEASURE) {
        json_member_count(json, "no_row", validation->coverages.absent_count);
    }
    if (column->type == COLUMN_TEXT) {
        json_member_count(json, "words", column->words.count);
    }
    json_end(json);
}

static void add_gaps(struct json *json, const struct coverage *coverage)
{
    json_key(json, "gaps");
    json_array(json);
    for (size_t i = 0; i < coverage->gaps.count; i++) {
        struct period gap = coverage->gaps.at[i].months;
        json_object(json);
        add_period(json, "first", (struct period){gap.first, 1});
        add_period(json, "last", period_last_month(gap));
        json_end(json);
    }
    json_end(json);
}

static void add_series(struct json *json, const struct table *table,
                       const struct coverage *coverage)
{
    json_object(json);
    json_key(json, "key");
    json_object(json);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_DIMENSION) {
            json_key_text(json, column->name);
            json_text(json, column_text(column, coverage->row));
        }
    }
    json_end(json);
    add_place(json, table_place(table, coverage->row));
    json_member_count(json, "months", coverage->month_count);
    add_period(json, "first", coverage->first);
    add_period(json, "last", coverage->last);
    json_member_count(json, "longer_periods", coverage->other_count);
    json_member_count(json, "months_missing", coverage->missing_count);
    add_gaps(json, coverage);
    json_end(json);
}

/* --- checks ------------------------------------------------------------------------- */

static void add_parts(struct json *json, const struct validation_parts *parts)
{
    json_object(json);
    json_member_text(json, "dimension", parts->dimension);
    json_member_text(json, "measure", parts->measure);
    json_member_count(json, "compared", parts->compared);
    json_member_count(json, "equal", parts->equal);
    json_member_count(json, "within_rounding", parts->rounded);
    json_member_count(json, "parts_above", parts->above);
    json_member_count(json, "parts_below", parts->below);
    json_end(json);
}

static void add_comparison(struct json *json, const struct validation *validation)
{
    if (!validation->comparison.file.length) {
        return;
    }
    json_key(json, "against");
    json_object(json);
    json_member_text(json, "file", validation->comparison.file);
    json_member_count(json, "rows_in_both", validation->comparison.matched_count);
    json_member_count(json, "revised", validation->counts[NOTICE_REVISED]);
    json_member_count(json, "gone", validation->counts[NOTICE_GONE]);
    json_member_count(json, "added", validation->counts[NOTICE_ADDED]);
    json_member_count(json, "rows_of_new_periods", validation->comparison.later_count);
    json_member_count(json, "rows_of_old_periods", validation->comparison.earlier_count);
    json_end(json);
}

static void add_figures(struct json *json, const struct notice *notice)
{
    for (size_t i = 0; i < NOTICE_FIGURES; i++) {
        const char *name = notice_figure_name(notice->kind, i);
        const struct notice_figure *figure = &notice->figures[i];
        if (!name || !figure->is_set) {
            continue;
        }
        json_key(json, name);
        if (figure->state == CELL_VALUE) {
            json_decimal(json, figure->number);
        } else {
            json_text(json, figure->state == CELL_MISSING ? S("missing") : S("suppressed"));
        }
    }
}

static void add_notice(struct json *json, const struct notice *notice)
{
    struct arena scratch = {0};
    bool is_doubt = notice_weight(notice->kind) == NOTICE_DOUBT;
    const char *count_name = notice_count_name(notice->kind);
    json_object(json);
    json_member_text(json, "kind", str_from(notice_name(notice->kind)));
    json_member_text(json, "severity", is_doubt ? S("doubt") : S("information"));
    json_member_text(json, "text", notice_sentence(&scratch, notice));
    add_place(json, notice->place);
    if (notice->other.file.length) {
        json_key(json, "other");
        json_object(json);
        add_place(json, notice->other);
        json_end(json);
    }
    json_member_some_text(json, "series", notice->series);
    add_period(json, "period", notice->period);
    add_day(json, "released", notice->day);
    add_day(json, "released_before", notice->other_day);
    json_member_some_text(json, "measure", notice->measure);
    json_member_some_text(json, "unit", notice->unit);
    if (count_name) {
        json_member_count(json, count_name, notice->count);
    }
    if (notice->kind == NOTICE_OVERLAP) {
        json_member_count(json, "rows_changed", notice->changed);
    }
    if (notice->kind == NOTICE_EXCESS || notice->kind == NOTICE_RESIDUAL) {
        json_member_count(json, "parts_without_figure", notice->empty);
    }
    add_figures(json, notice);
    json_end(json);
    arena_finish(&scratch);
}

static void add_counts(struct json *json, const struct validation *validation)
{
    json_key(json, "notice_counts");
    json_object(json);
    for (size_t kind = 0; kind < NOTICE_KIND_COUNT; kind++) {
        if (validation->counts[kind]) {
            json_member_count(json, notice_name((enum notice_kind)kind),
                              validation->counts[kind]);
        }
    }
    json_end(json);
}

/* --- the whole ---------------------------------------------------------------------- */

static void add_report(struct json *json, const struct validation *validation)
{
    json_object(json);
    json_member_text(json, "table", validation->table->name);
    json_member_count(json, "rows", validation->table->row_count);
    json_key(json, "files");
    json_array(json);
    for (size_t i = 0; i < validation->report->count; i++) {
        add_file(json, &validation->report->at[i]);
    }
    json_end(json);
    add_comparison(json, validation);
    add_counts(json, validation);
    json_key(json, "notices");
    json_array(json);
    for (size_t i = 0; i < validation->notices.count; i++) {
        add_notice(json, &validation->notices.at[i]);
    }
    json_end(json);
    json_key(json, "totals");
    json_array(json);
    for (size_t i = 0; i < validation->parts.count; i++) {
        add_parts(json, &validation->parts.at[i]);
    }
    json_end(json);
    json_key(json, "columns");
    json_array(json);
    for (size_t i = 0; i < validation->table->column_count; i++) {
        add_column(json, validation, i);
    }
    json_end(json);
    json_key(json, "series");
    json_array(json);
    for (size_t i = 0; i < validation->coverages.count; i++) {
        add_series(json, validation->latest, &validation->coverages.at[i]);
    }
    json_end(json);
    json_end(json);
}

str inspect_json(struct arena *arena, const struct validation *const *validations,
                 size_t count)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out};
    json_object(&json);
    json_member_text(&json, "format", str_from(shape));
    json_key(&json, "reports");
    json_array(&json);
    for (size_t i = 0; i < count; i++) {
        add_report(&json, validations[i]);
    }
    json_end(&json);
    json_end(&json);
    return buffer_text(&out);
}
