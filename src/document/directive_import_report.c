/* SPDX-License-Identifier: MIT */
/*
 * The import report in short: a table of the measures of each source, with the kinds
 * of nothing counted apart, and a note of what the checks have noticed.
 *
 *   sources: [trade]               # without it all
 *   title: Where the data come from
 *   details: true                  # also what is only for information
 */
#include "directive_internal.h"

#include "base/number.h"
#include "expression/trace_log.h"
#include "table/inspect.h"

struct reader {
    const struct directive_input *input;
    struct arena *arena;
    bool has_details;
    struct error *error;
};

enum { COLUMN_SOURCE, COLUMN_MEASURE, COLUMN_COUNTS, COUNT_COLUMNS = 6 };

/* --- the table ------------------------------------------------------------------------ */

static struct table_block *create_table(const struct reader *reader)
{
    static const enum phrase heads[] = {PHRASE_SOURCE,     PHRASE_MEASURE, PHRASE_ROWS,
                                        PHRASE_VALUES,     PHRASE_ZERO,    PHRASE_MISSING,
                                        PHRASE_SUPPRESSED, PHRASE_NO_ROW};
    const struct language *language = reader->input->markdown->language;
    struct table_block *table = arena_new(reader->arena, struct table_block);
    table->column_count = COUNT_OF(heads);
    table->columns = arena_array(reader->arena, struct table_column, COUNT_OF(heads));
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        table->columns[i].head = language_phrase(language, heads[i]);
        table->columns[i].kind = i < COLUMN_COUNTS ? FIELD_TEXT : FIELD_FIGURE;
    }
    return table;
}

/* What is printed of a report comes from its files. */
static void note_text(const struct reader *reader, str source, str text)
{
    trace_log_report(reader->input->markdown->facts->scope.log,
                     str_print(reader->arena, "import report of %.*s", STR_ARG(source)),
                     text, reader->input->place);
}

static void add_measure(const struct reader *reader, const struct validation *validation,
                        size_t column, struct table_block *table)
{
    const struct cell_counts *cells = &validation->cells[column];
    const size_t counts[COUNT_COLUMNS] = {
        validation->table->row_count,
        cells->values,
        cells->zeros,
        cells->missing,
        cells->suppressed,
        validation->coverages.absent_count,
    };
    struct table_cell *row =
        arena_array(reader->arena, struct table_cell, table->column_count);
    row[COLUMN_SOURCE].text = validation->table->name;
    row[COLUMN_MEASURE].text = validation->table->columns[column].name;
    for (size_t i = 0; i < COUNT_COLUMNS; i++) {
        row[COLUMN_COUNTS + i].text =
            language_number(reader->arena, reader->input->markdown->language,
                            ratio_from((int64_t)counts[i]), (struct number_style){0});
        note_text(reader, validation->table->name, row[COLUMN_COUNTS + i].text);
    }
    arena_push(reader->arena, table)->cells = row;
}

/* --- the note ------------------------------------------------------------------------- */

static void add_item(const struct reader *reader, str source, struct block *list, str text)
{
    note_text(reader, source, text);
    struct block *item = directive_block(reader->input, BLOCK_ITEM, &list->children);
    *arena_push(reader->arena, &item->spans) =
        (struct inline_span){.text = text, .place = reader->input->place};
}

/* "trade.csv: UTF-8, tidy, 1,234 rows": what was read, and as what. */
static void add_file(const struct reader *reader, str source, const struct load_file *file,
                     struct block *list)
{
    str name = path_name(file->path);
    str rows = number_print(reader->arena, ratio_from((int64_t)file->rows_read),
                            (struct number_style){0});
    add_item(reader, source, list,
             str_print(reader->arena, "%.*s: %.*s rows, %.*s, profile %.*s", STR_ARG(name),
                       STR_ARG(rows), STR_ARG(file->encoding), STR_ARG(file->profile)));
}

/* "2 levels have shifted: World 2018-01 ... (trade.csv, line 16)": all, and the first. */
static void add_kind(const struct reader *reader, const struct validation *validation,
                     enum notice_kind kind, struct block *list)
{
    const struct notice *first = validation_notices(validation, kind).first;
    str heading = notice_heading(reader->arena, kind, validation->counts[kind]);
    str sentence = notice_sentence(reader->arena, first);
    str file = path_name(first->place.file);
    str line = first->place.line ? str_print(reader->arena, ", line %zu", first->place.line)
                                 : S("");
    add_item(reader, validation->table->name, list,
             str_print(reader->arena, "%.*s: %.*s (%.*s%.*s)", STR_ARG(heading),
                       STR_ARG(sentence), STR_ARG(file), STR_ARG(line)));
}

static void add_notes(const struct reader *reader, const struct validation *validation,
                      struct block *list)
{
    for (size_t i = 0; i < validation->report->count; i++) {
        add_file(reader, validation->table->name, &validation->report->at[i], list);
    }
    for (size_t i = 0; i < validation->parts.count; i++) {
        if (validation->parts.at[i].compared) {
            str text = inspect_parts(reader->arena, &validation->parts.at[i]);
            add_item(
                reader, validation->table->name, list,
                str_print(reader->arena, "Totals and their parts by %.*s", STR_ARG(text)));
        }
    }
    for (size_t kind = 0; kind < NOTICE_KIND_COUNT; kind++) {
        bool is_shown =
            reader->has_details || notice_weight((enum notice_kind)kind) == NOTICE_DOUBT;
        if (validation->counts[kind] && is_shown) {
            add_kind(reader, validation, (enum notice_kind)kind, list);
        }
    }
}

/* --- sources -------------------------------------------------------------------------- */

/*
 * A source whose queries were scanned has not been looked at as a whole: now it is.
 * NULL and an error on failure.
 */
static const struct validation *validate_source(const struct reader *reader, size_t source)
{
    const struct markdown *markdown = reader->input->markdown;
    const struct facts *facts = markdown->facts;
    const struct table *table = facts->tables[source];
    struct briefing_import *import = &facts->imports[source];
    if (!import->report.count) {
        import->warnings.arena = reader->arena;
        table = table_load_source(reader->arena, &markdown->briefing->sources[source].load,
                                  &import->report, &import->warnings, reader->error);
        if (!table) {
            return NULL;
        }
        table = table_as_of(reader->arena, table, facts->as_of);
    }
    return validation_run(reader->arena, table, &import->report, &import->warnings, NULL);
}

static bool add_source(const struct reader *reader, size_t source,
                       struct table_block *table, struct block *list)
{
    const struct validation *validation = validate_source(reader, source);
    if (!validation) {
        return false;
    }
    for (size_t i = 0; i < validation->table->column_count; i++) {
        if (validation->table->columns[i].role == ROLE_MEASURE) {
            add_measure(reader, validation, i, table);
        }
    }
    add_notes(reader, validation, list);
    return true;
}

/* Which sources the directive names: all where it names none. */
static bool read_sources(const struct reader *reader, const struct node *map,
                         bool *is_wanted)
{
    const struct briefing *briefing = reader->input->markdown->briefing;
    const struct node *list = node_find(map, S("sources"));
    const str *names = briefing_source_names(reader->arena, briefing);
    for (size_t i = 0; i < briefing->source_count; i++) {
        is_wanted[i] = !list;
    }
    if (list && !node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        size_t choice;
        if (!node_choice(list->at[i], names, briefing->source_count, &choice,
                         reader->error)) {
            return false;
        }
        is_wanted[choice] = true;
    }
    return true;
}

bool directive_import_report(const struct directive_input *input, struct blocks *blocks,
                             struct error *error)
{
    static const str keys[] = {S("sources"), S("details"), S("title"), S("notes")};
    struct markdown *markdown = input->markdown;
    struct reader reader = {.input = input, .arena = markdown->arena, .error = error};
    struct caption caption = {
        .title = language_phrase(markdown->language, PHRASE_IMPORT_REPORT)};
    size_t source_count = markdown->briefing->source_count;
    bool *is_wanted = arena_array(markdown->arena, bool, source_count);
    const struct node *map = directive_node(input, error);
    if (!map || !node_knows(map, keys, COUNT_OF(keys), error) ||
        !directive_flag(map, S("details"), &reader.has_details, error) ||
        !directive_caption(input, map, &caption, error) ||
        !read_sources(&reader, map, is_wanted)) {
        return false;
    }
    struct table_block *table = create_table(&reader);
    directive_add_table(input, table, &caption, blocks);
    struct block *note = directive_block(input, BLOCK_NOTE, blocks);
    struct block *list = directive_block(input, BLOCK_LIST, &note->children);
    list->is_loose = true;
    for (size_t i = 0; i < source_count; i++) {
        if (is_wanted[i] && !add_source(&reader, i, table, list)) {
            return false;
        }
    }
    note->text = language_phrase(markdown->language, PHRASE_HOW_READ);
    return true;
}
