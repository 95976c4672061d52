/* SPDX-License-Identifier: MIT */
/*
 * Tables: a row for each series, a column for each expression about `row`.
 *
 *   data: partners                 # a group, a list of series, or a series and its months:
 *   rows: 13 months                # ... then `row` and `period` are of that month
 *   sort: row.yoy                  # else as the group ranks at the issue; order: ascending
 *   groups: {Asia: [Japan, South Korea], Europe: [Germany]}
 *   total: true                    # the group's total and rest as rows
 *   rest: true
 *   columns:                       # none: the words of the query's dimensions, the figure
 *     - {title: Destination, value: row.name}
 *     - {title: "{{ period | month_year }}", value: row, format: num(0), scale: thousand}
 *     - {title: On year, value: row.yoy, spanner: Change, heat: true, note: In dollars.}
 *     - {title: Two years, value: row, kind: spark, last: 25 months}
 *   when: [{if: row.yoy > 50, bold: true, color: up}]       # of rows; also of a column
 *   row-notes: {Germany: Without transit.}
 *   ruling: tint                   # or rules, none; else as the theme has it
 *   adjust: false                  # shares and contributions are rounded each by itself
 *
 * A list may say more of a row: {value: us, label: United States, indent: 1, note: ...}.
 *
 * Without `adjust`, columns in per cent or points whose parts add up to the total do so in
 * print: a part may be one unit of the last place from its own rounding, and the notes say
 * so where one is.
 */
#include "directive_table_internal.h"

#include "base/buffer.h"

const struct language *table_language(const struct table_reader *reader)
{
    return reader->input->markdown->language;
}

/* --- rows ----------------------------------------------------------------------------- */

static void make_rows(const struct table_reader *reader)
{
    struct table_block *table = reader->table;
    size_t count = reader->rows.count;
    struct table_cell *cells =
        arena_array(reader->arena, struct table_cell, count * table->column_count);
    table->at = arena_array(reader->arena, struct table_row, count);
    table->count = table->capacity = count;
    for (size_t row = 0; row < count; row++) {
        const struct table_source *source = &reader->rows.at[row];
        table->at[row] = (struct table_row){
            .cells = cells + row * table->column_count,
            .is_total = source->is_total,
            .is_rest = source->is_rest,
            .is_group = source->is_group,
            .is_subtotal = source->is_subtotal,
            .indent = source->indent,
        };
    }
}

/* The rows that have the name of the key; a note that is on none is warned of. */
static bool read_row_note(struct table_reader *reader, const struct node *notes,
                          const struct node *note)
{
    bool is_met = false;
    for (size_t i = 0; i < reader->rows.count; i++) {
        struct table_source *row = &reader->rows.at[i];
        if (row->value.kind != VALUE_SERIES ||
            !str_equal(row->value.series->name, note->key)) {
            continue;
        }
        is_met = true;
        if (!directive_text(reader->input, notes, note->key, &row->note, reader->error)) {
            return false;
        }
    }
    if (!is_met) {
        warning_add(reader->input->markdown->warnings, node_key_place(note),
                    "no row of the table is \"%.*s\": its note is not there",
                    STR_ARG(note->key));
    }
    return true;
}

/* `row-notes: {Germany: Without transit.}`, by the name of a row's series. */
static bool read_row_notes(struct table_reader *reader)
{
    const struct node *notes = node_find(reader->map, S("row-notes"));
    if (!notes) {
        return true;
    }
    if (!node_expect(notes, NODE_MAP, reader->error)) {
        return false;
    }
    for (size_t i = 0; i < notes->count; i++) {
        if (!read_row_note(reader, notes, notes->at[i])) {
            return false;
        }
    }
    return true;
}

/* --- columns -------------------------------------------------------------------------- */

/* As YAML in one line has it: in quotes, each of its own doubled. */
static void add_quoted(struct buffer *yaml, str text)
{
    buffer_add_byte(yaml, '\'');
    for (size_t i = 0; i < text.length; i++) {
        buffer_add_byte(yaml, text.at[i]);
        if (text.at[i] == '\'') {
            buffer_add_byte(yaml, '\'');
        }
    }
    buffer_add_byte(yaml, '\'');
}

static void add_usual_column(struct buffer *yaml, str title, str value)
{
    buffer_add(yaml, S("- {title: "));
    add_quoted(yaml, title);
    buffer_add(yaml, S(", value: "));
    add_quoted(yaml, value);
    buffer_add(yaml, S("}\n"));
}

/* The query that the rows are members of, or NULL. */
static const struct query *query_of(const struct table_reader *reader)
{
    const struct query *query = NULL;
    for (size_t i = 0; i < reader->rows.count && !query; i++) {
        const struct value *value = &reader->rows.at[i].value;
        query = value->kind == VALUE_SERIES ? value->series->query : NULL;
    }
    return query;
}

/* What a table has that says no columns: the words of its dimensions, but for that which
 * heads its groups, and the figure. */
static const struct node *usual_columns(struct table_reader *reader)
{
    struct buffer yaml = {.arena = reader->arena};
    const struct query *query = query_of(reader);
    const struct node *groups = node_find(reader->map, S("groups"));
    str grouped = groups && groups->kind == NODE_SCALAR ? groups->text : (str){0};
    size_t parts = query && query->part_count > 1 ? query->part_count : 0;
    for (size_t i = 0; i < parts; i++) {
        if (!str_equal(query->parts[i], grouped)) {
            add_usual_column(
                &yaml, query->parts[i],
                str_print(reader->arena, "row.word(\"%.*s\")", STR_ARG(query->parts[i])));
        }
    }
    if (!parts) {
        add_usual_column(&yaml, query ? query->by : S(""), S("row.name"));
    }
    add_usual_column(&yaml, S("{{ period | month_year }}"), S("row"));
    struct source *source = arena_new(reader->arena, struct source);
    source->text = buffer_text(&yaml);
    return node_load(reader->arena, source, 0, source->text.length, reader->error);
}

static const struct node *find_columns(struct table_reader *reader)
{
    const struct node *columns = node_find(reader->map, S("columns"));
    if (!columns) {
        return usual_columns(reader);
    }
    if (!node_expect(columns, NODE_LIST, reader->error)) {
        return NULL;
    }
    if (!columns->count) {
        node_error(columns, reader->error, "the table has no columns");
        return NULL;
    }
    return columns;
}

static bool fill_column(struct table_reader *reader, const struct node *node, size_t index)
{
    struct table_column_reader column = {.node = node,
                                         .column = &reader->table->columns[index],
                                         .format = {.places = FIGURE_USUAL_PLACES}};
    bool is_filled =
        table_column_read(reader, &column) && table_cells_fill(reader, &column, index);
    arena_finish(&column.scratch);
    return is_filled;
}

static bool fill_table(struct table_reader *reader)
{
    struct table_block *table = reader->table;
    const struct node *columns = find_columns(reader);
    if (!columns) {
        return false;
    }
    table->column_count = columns->count;
    table->columns = arena_array(reader->arena, struct table_column, columns->count);
    make_rows(reader);
    for (size_t i = 0; i < columns->count; i++) {
        if (!table_column_read_note(reader, columns->at[i], &table->columns[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < columns->count; i++) {
        if (!fill_column(reader, columns->at[i], i)) {
            return false;
        }
    }
    return true;
}

/* --- the table ------------------------------------------------------------------------ */

/* `adjust: false`, `ruling: tint` */
static bool read_options(struct table_reader *reader)
{
    static const str names[] = {S("rules"), S("tint"), S("none")};
    const struct node *ruling = node_find(reader->map, S("ruling"));
    bool is_adjusted = true;
    size_t choice;
    if (!directive_flag(reader->map, S("adjust"), &is_adjusted, reader->error)) {
        return false;
    }
    reader->is_plain = !is_adjusted;
    if (ruling && !node_choice(ruling, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    reader->table->ruling =
        ruling ? (enum table_ruling)(TABLE_RULING_RULES + choice) : TABLE_RULING_OF_THEME;
    return table_rules_read(reader, reader->map, &reader->rules);
}

/* The author's notes, and what was done to parts that did not add up. */
static str notes_of(const struct table_reader *reader, str notes)
{
    const struct language *language = table_language(reader);
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
    static const str keys[] = {
        S("data"),   S("columns"),  S("total"),     S("rest"),   S("labels"),
        S("title"),  S("subtitle"), S("notes"),     S("source"), S("adjust"),
        S("rows"),   S("sort"),     S("order"),     S("groups"), S("subtotals"),
        S("others"), S("when"),     S("row-notes"), S("ruling"),
    };
    struct markdown *markdown = input->markdown;
    struct table_reader reader = {.input = input, .arena = markdown->arena, .error = error};
    struct caption caption = {0};
    reader.table = arena_new(markdown->arena, struct table_block);
    reader.map = directive_node(input, error);
    if (!reader.map || !node_knows(reader.map, keys, COUNT_OF(keys), error) ||
        !directive_labels(input, reader.map, &reader.labels, error) ||
        !read_options(&reader) || !table_rows_read(&reader) || !read_row_notes(&reader)) {
        return false;
    }
    directive_labels_warn(input, &reader.labels);
    if (!fill_table(&reader) || !directive_caption(input, reader.map, &caption, error)) {
        return false;
    }
    caption.notes = notes_of(&reader, caption.notes);
    directive_add_table(input, reader.table, &caption, blocks);
    return true;
}
