/* SPDX-License-Identifier: MIT */
/*
 * Tables made from a small file: two regions with three partners, two months
 * and the year before. The table is the whole body of the briefing; its YAML
 * begins on line TABLES_LINE.
 */
#ifndef SUPPORT_TABLES_H
#define SUPPORT_TABLES_H

#include "briefings.h"

#define TABLES_LINE "12"

static const char tables_front[] =
    "data:\n"
    "  trade: {files: trade.csv, schema: {tonnes: {role: measure, unit: t},"
    " status: status}}\n"
    "queries:\n"
    "  total: {from: trade, measure: tonnes}\n"
    "  partners: {from: trade, by: partner, measure: tonnes}\n"
    "  first: {from: trade, by: partner, measure: tonnes, top: 2}\n"
    "  cross: {from: trade, by: [region, partner], measure: tonnes, total: World}\n"
    "period: 2025-10\n";

static const char tables_trade[] = "region,partner,period,tonnes,status\n"
                                   "Asia,Japan,2024-10,80,A\n"
                                   "Asia,Japan,2025-09,90,A\n"
                                   "Asia,Japan,2025-10,100,A\n"
                                   "Asia,India,2024-10,50,A\n"
                                   "Asia,India,2025-09,40,A\n"
                                   "Asia,India,2025-10,20,P\n"
                                   "Europe,Germany,2024-10,200,A\n"
                                   "Europe,Germany,2025-09,100,A\n"
                                   "Europe,Germany,2025-10,300,A\n"
                                   "Europe,Malta,2024-10,0.3,A\n"
                                   "Europe,Malta,2025-09,0,A\n"
                                   "Europe,Malta,2025-10,0.4,A\n"
                                   "Europe,Monaco,2024-10,1,A\n"
                                   "Europe,Monaco,2025-09,1,A\n"
                                   "Europe,Monaco,2025-10,0,A\n";

/* The document of a table with that YAML; NULL and folder->error. */
static inline const struct document *tables_document(struct folder *folder,
                                                     const char *yaml)
{
    str body = str_print(&folder->arena, "```table\n%s\n```\n", yaml);
    folder_write(folder, "trade.csv", tables_trade);
    return folder_load(folder, tables_front, body.at)
               ? briefing_document(&folder->arena, folder->briefing, folder->facts,
                                   &folder->warnings, &folder->error)
               : NULL;
}

/* The table; an error fails the test with its message. */
static inline const struct table_block *tables_made(struct folder *folder, const char *yaml)
{
    const struct document *document = tables_document(folder, yaml);
    if (!document) {
        fail_msg("%s", folder_error(folder).at);
    }
    assert_int_equal(document->blocks.count, 1);
    assert_int_equal(document->blocks.at[0]->kind, BLOCK_TABLE);
    return document->blocks.at[0]->table;
}

/* The error of a table that cannot be made. */
static inline str tables_error(struct folder *folder, const char *yaml)
{
    return tables_document(folder, yaml) ? S("no error") : folder_error(folder);
}

/* A row as text: "  Japan^*|100|+11.1": indent, marks and flags, columns; a total, group
 * or subtotal begins with =, # or +. */
static inline str tables_row(struct folder *folder, const struct table_block *table,
                             size_t row)
{
    const struct table_row *from = &table->at[row];
    str text = from->is_total      ? S("=")
               : from->is_group    ? S("#")
               : from->is_subtotal ? S("+")
               : from->is_rest     ? S("~")
                                   : S("");
    for (int i = 0; i < from->indent; i++) {
        text = str_print(&folder->arena, "%.*s  ", STR_ARG(text));
    }
    for (size_t at = 0; at < table->column_count; at++) {
        const struct table_cell *cell = &from->cells[at];
        bool has_mark = cell->flag.length || cell->mark.length;
        text = str_print(&folder->arena, "%.*s%s%.*s%s%.*s%.*s", STR_ARG(text),
                         at ? "|" : "", STR_ARG(cell->text), has_mark ? "^" : "",
                         STR_ARG(cell->flag), STR_ARG(cell->mark));
    }
    return text;
}

static inline void tables_assert_rows(struct folder *folder,
                                      const struct table_block *table,
                                      const char *const *rows, size_t count)
{
    for (size_t i = 0; i < count && i < table->count; i++) {
        assert_str(tables_row(folder, table, i), rows[i]);
    }
    assert_int_equal(table->count, count);
}

#endif
