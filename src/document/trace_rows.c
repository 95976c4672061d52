/* SPDX-License-Identifier: MIT */
/*
 * The rows of cells. All cells of a query are looked up in one pass over its
 * table. Where the source was scanned there is no table: the first row of each
 * cell is known, and the others only if it is scanned once more.
 */
#include "trace_rows_internal.h"

#include "briefing_internal.h"

#include "base/buffer.h"

/* --- queries and files ---------------------------------------------------------------- */

/* "series: magnets, partner: {not: [World, EU27]}" */
static str where_text(struct arena *arena, const struct query *query)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < query->filter_count; i++) {
        const struct query_filter *filter = &query->filters[i];
        str words = str_join(arena, filter->values, filter->count, S(", "));
        bool is_list = filter->count != 1;
        buffer_print(&text, "%s%.*s: %s%s%.*s%s%s", i ? ", " : "", STR_ARG(filter->column),
                     filter->is_exclusion ? "{not: " : "", is_list ? "[" : "",
                     STR_ARG(words), is_list ? "]" : "", filter->is_exclusion ? "}" : "");
    }
    return buffer_text(&text);
}

static size_t add_query(struct tracer *tracer, const struct query *query)
{
    struct trace *trace = tracer->trace;
    *arena_push(tracer->arena, &trace->queries) = (struct trace_query){
        .name = query->name,
        .from = query->from,
        .where = where_text(tracer->arena, query),
        .by = query->by,
        .measure = query->measure,
        .total = query->total,
    };
    return trace->queries.count - 1;
}

size_t trace_rows_file(const struct lookup *lookup, str path)
{
    const struct briefing *briefing = lookup->tracer->briefing;
    const struct path_list *files = &briefing->sources[lookup->source].load.files;
    size_t first = 0; /* files of all sources stand in their order in the trace */
    for (size_t i = 0; i < lookup->source; i++) {
        first += briefing->sources[i].load.files.count;
    }
    for (size_t i = 0; i < files->count; i++) {
        if (str_equal(files->at[i], path)) {
            return first + i;
        }
    }
    return first;
}

/* --- rows of a table ------------------------------------------------------------------ */

static str cell_text(struct arena *arena, const struct column *column, size_t row)
{
    switch (column->states[row]) {
    case CELL_VALUE:
        return decimal_print(arena, column_number(column, row));
    case CELL_SUPPRESSED:
        return S("suppressed");
    default:
        return S("missing");
    }
}

/* The column in which the cell's figure stands: the measure, or the rate that is it. */
static const struct column *figure_column(const struct lookup *lookup,
                                          const struct trace_cell *cell, size_t row)
{
    const struct table *table = lookup->table;
    for (size_t i = 0; cell->is_rate && i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (column->role == ROLE_RATE && column->states[row] == CELL_VALUE &&
            !ratio_compare(ratio_from_decimal(column_number(column, row)),
                           cell->observation.value)) {
            return column;
        }
    }
    str measure = lookup->query->measure;
    return measure.length ? table_column(table, measure) : table_role(table, ROLE_MEASURE);
}

static str text_of(const struct column *column, size_t row)
{
    return column && column->type == COLUMN_TEXT && column->states[row] == CELL_VALUE
               ? column_text(column, row)
               : S("");
}

void trace_rows_add(const struct lookup *lookup, const struct trace_cell *cell,
                    struct trace_row row)
{
    struct trace_step *step = &lookup->tracer->trace->steps.at[cell->step];
    size_t most = lookup->tracer->options->rows_max;
    step->row_count += !row.is_superseded;
    if (!most || step->rows.count < most) {
        row.status = str_equal(row.status, S("A")) ? S("") : row.status;
        *arena_push(lookup->tracer->arena, &step->rows) = row;
    }
}

static void add_rows(const struct lookup *lookup, const struct trace_cell *cell,
                     const struct query_cell *found)
{
    const struct table *table = lookup->table;
    struct arena *arena = lookup->tracer->arena;
    const struct column *released = table_role(table, ROLE_RELEASED);
    for (size_t i = 0; i < found->count; i++) {
        size_t row = found->at[i].row;
        struct origin origin = table->origins[row];
        bool is_dated = released && released->states[row] == CELL_VALUE;
        trace_rows_add(
            lookup, cell,
            (struct trace_row){
                .file = trace_rows_file(lookup, table->files[origin.file]),
                .line = origin.line,
                .text = cell_text(arena, figure_column(lookup, cell, row), row),
                .released = is_dated ? date_print(arena, released->dates[row]) : S(""),
                .status = text_of(table_role(table, ROLE_STATUS), row),
                .note = text_of(table_role(table, ROLE_NOTE), row),
                .is_superseded = found->at[i].is_superseded,
            });
    }
}

/* All that the result of a scan knows: where the first row is. */
static void add_place(const struct lookup *lookup, const struct trace_cell *cell)
{
    struct place place = cell->observation.place;
    struct trace_step *step = &lookup->tracer->trace->steps.at[cell->step];
    if (place.line && !step->rows.count) {
        *arena_push(lookup->tracer->arena, &step->rows) = (struct trace_row){
            .file = trace_rows_file(lookup, place.file), .line = place.line};
    }
}

/* --- lookups -------------------------------------------------------------------------- */

/* The cells of the query, each once: a rate stands in the row of its figure. */
static void collect_cells(struct lookup *lookup, size_t query)
{
    struct tracer *tracer = lookup->tracer;
    struct words known = {0};
    lookup->cells = arena_array(tracer->arena, struct query_cell, tracer->cells.count);
    lookup->steps = arena_array(tracer->arena, struct lookup_step, tracer->cells.count);
    for (size_t i = 0; i < tracer->cells.count; i++) {
        const struct trace_cell *cell = &tracer->cells.at[i];
        if (cell->query != query) {
            continue;
        }
        struct buffer key = {.arena = tracer->arena};
        buffer_add(&key, (str){(const char *)&cell->period, sizeof cell->period});
        buffer_add(&key, cell->group);
        size_t index = words_add(tracer->arena, &known, buffer_text(&key));
        lookup->cells[index] =
            (struct query_cell){.group = cell->group, .period = cell->period};
        lookup->steps[lookup->step_count++] = (struct lookup_step){cell, index};
    }
    lookup->cell_count = known.count;
}

static bool find_rows(const struct lookup *lookup)
{
    struct tracer *tracer = lookup->tracer;
    if (!lookup->table && tracer->options->finds_rows) {
        trace_rows_scan(lookup);
    }
    if (lookup->table &&
        !query_rows(tracer->arena, lookup->query, lookup->table, tracer->facts->as_of,
                    lookup->cells, lookup->cell_count, tracer->error)) {
        return false;
    }
    for (size_t i = 0; i < lookup->step_count; i++) {
        const struct trace_cell *cell = lookup->steps[i].cell;
        tracer->trace->steps.at[cell->step].query = lookup->traced;
        tracer->trace->steps.at[cell->step].group = cell->group;
        if (lookup->table) {
            add_rows(lookup, cell, &lookup->cells[lookup->steps[i].index]);
        }
        add_place(lookup, cell);
    }
    return true;
}

static bool find_rows_of(struct tracer *tracer, size_t index, const struct scope *scope)
{
    struct query query;
    struct lookup lookup = {.tracer = tracer, .query = &query};
    collect_cells(&lookup, index);
    if (!lookup.cell_count) {
        return true;
    }
    if (!briefing_fill_query(tracer->arena, &tracer->briefing->queries[index], scope,
                             &query, tracer->error)) {
        return false;
    }
    lookup.source = briefing_source_index(tracer->briefing, query.from);
    lookup.table = tracer->facts->loaded[lookup.source];
    lookup.traced = add_query(tracer, &query);
    return find_rows(&lookup);
}

bool trace_rows_find(struct tracer *tracer)
{
    struct scope scope = tracer->facts->scope;
    scope.log = NULL;
    for (size_t i = 0; i < tracer->briefing->query_count; i++) {
        if (!find_rows_of(tracer, i, &scope)) {
            return false;
        }
    }
    return true;
}
