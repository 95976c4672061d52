/* SPDX-License-Identifier: MIT */
#include "webpage_internal.h"

#include "page/tabular.h"

#define SPARK_WIDTH 60.0
#define SPARK_HEIGHT 11.0

struct table_writer {
    struct webpage *page;
    const struct table_block *block;
    size_t number; /* of the exhibit: names its caption */
};

/* --- head ------------------------------------------------------------------------------
 */

static bool has_spanners(const struct table_block *block)
{
    for (size_t i = 0; i < block->column_count; i++) {
        if (block->columns[i].spanner.length) {
            return true;
        }
    }
    return false;
}

static size_t spanner_end(const struct table_block *block, size_t first)
{
    str spanner = block->columns[first].spanner;
    size_t end = first + 1;
    while (spanner.length && end < block->column_count &&
           str_equal(block->columns[end].spanner, spanner)) {
        end++;
    }
    return end;
}

static void add_spanners(const struct table_writer *writer)
{
    struct webpage *page = writer->page;
    webpage_add(page, "<tr>");
    for (size_t i = 0, end; i < writer->block->column_count; i = end) {
        str spanner = writer->block->columns[i].spanner;
        end = spanner_end(writer->block, i);
        if (spanner.length) {
            buffer_print(&page->out, "<th scope=\"colgroup\" colspan=\"%zu\">", end - i);
            webpage_text(page, STYLE_TABLE_HEAD, spanner);
            webpage_add(page, "</th>");
        } else {
            webpage_add(page, "<td></td>");
        }
    }
    webpage_add(page, "</tr>\n");
}

static void add_mark(struct webpage *page, enum theme_style style, str mark)
{
    if (mark.length) {
        webpage_add(page, "<sup>");
        webpage_text(page, style, mark);
        webpage_add(page, "</sup>");
    }
}

static const char *kind_class(enum field_kind kind)
{
    return kind == FIELD_TEXT ? "text" : kind == FIELD_SPARK ? "text" : "number";
}

static void add_head_cell(const struct table_writer *writer,
                          const struct table_column *column)
{
    struct webpage *page = writer->page;
    bool is_empty = !column->head.length && !column->unit.length;
    if (is_empty) { /* a head must say something */
        webpage_add(page, "<td></td>");
        return;
    }
    buffer_print(&page->out, "<th scope=\"col\" class=\"%s\">", kind_class(column->kind));
    webpage_text(page, STYLE_TABLE_HEAD, column->head);
    add_mark(page, STYLE_TABLE_HEAD, column->mark);
    if (column->unit.length) {
        webpage_add(page, column->head.length ? "<br>" : "");
        webpage_text(page, STYLE_TABLE_HEAD, column->unit);
    }
    webpage_add(page, "</th>");
}

static void add_head(const struct table_writer *writer)
{
    struct webpage *page = writer->page;
    webpage_add(page, "<thead class=\"table-head\">\n");
    if (has_spanners(writer->block)) {
        add_spanners(writer);
    }
    webpage_add(page, "<tr>");
    for (size_t i = 0; i < writer->block->column_count; i++) {
        add_head_cell(writer, &writer->block->columns[i]);
    }
    webpage_add(page, "</tr>\n</thead>\n");
}

/* --- rows ------------------------------------------------------------------------------
 */

static enum theme_style row_style(const struct table_row *row)
{
    return row->is_total || row->is_subtotal || row->is_group ? STYLE_TABLE_TOTAL
                                                              : STYLE_TABLE;
}

/* Space as wide as the step of an indent stands before the text of the stub. */
static void open_cell(const struct table_writer *writer, const struct table_row *row,
                      size_t at)
{
    static const char *const inks[] = {
        [TABLE_INK] = "",         [TABLE_UP] = " ink-up",       [TABLE_DOWN] = " ink-down",
        [TABLE_MUTED] = " muted", [TABLE_FOCUS] = " ink-focus",
    };
    struct webpage *page = writer->page;
    const struct table_column *column = &writer->block->columns[at];
    const struct table_cell *cell = &row->cells[at];
    bool is_head = at == 0 && column->kind == FIELD_TEXT;
    webpage_add(page, is_head ? "<th scope=\"row\"" : "<td");
    bool has_heat = cell->heat && column->heat.class_count;
    buffer_print(&page->out, " class=\"%s%s%s%s\"", kind_class(column->kind),
                 inks[cell->ink], cell->is_bold ? " table-total" : "",
                 has_heat ? " heat" : "");
    if (is_head && row->indent) {
        buffer_print(&page->out, " style=\"padding-inline-start:%dem\"", row->indent);
    } else if (has_heat) {
        color tint = tabular_heat_tint(page->theme, &column->heat, cell->heat);
        webpage_add(page, " style=\"background:");
        markup_color(&page->out, tint);
        webpage_add(page, ";color:");
        markup_color(&page->out, tabular_heat_ink(page->theme, tint));
        webpage_add(page, "\"");
    }
    webpage_add(page, ">");
}

static void add_cell(const struct table_writer *writer, const struct table_row *row,
                     size_t at)
{
    struct webpage *page = writer->page;
    const struct table_cell *cell = &row->cells[at];
    enum field_kind kind = writer->block->columns[at].kind;
    enum theme_style style = cell->is_bold ? STYLE_TABLE_TOTAL : row_style(row);
    open_cell(writer, row, at);
    if (kind == FIELD_SPARK && cell->series) {
        webpage_sparkline(page, cell->series, cell->window, row->cells[0].text, SPARK_WIDTH,
                          SPARK_HEIGHT);
    } else if (kind == FIELD_CHANGE) {
        webpage_change(page, style, cell->sign, cell->text);
    } else {
        webpage_text(page, style, cell->text);
    }
    webpage_flag(page, cell->flag);
    add_mark(page, style, cell->mark);
    webpage_add(page, at == 0 && kind == FIELD_TEXT ? "</th>" : "</td>");
}

/* The head of a group stands over its rows, unless it has figures of its own. */
static bool stands_alone(const struct table_writer *writer, const struct table_row *row)
{
    for (size_t i = 1; i < writer->block->column_count; i++) {
        if (row->cells[i].text.length || row->cells[i].series) {
            return false;
        }
    }
    return row->is_group;
}

static void add_group_head(const struct table_writer *writer, const struct table_row *row)
{
    buffer_print(&writer->page->out, "<th scope=\"rowgroup\" colspan=\"%zu\">",
                 writer->block->column_count);
    webpage_text(writer->page, STYLE_TABLE_TOTAL, row->cells[0].text);
    add_mark(writer->page, STYLE_TABLE_TOTAL, row->cells[0].mark);
    webpage_add(writer->page, "</th>");
}

static const char *row_class(const struct table_row *row)
{
    return row->is_total      ? " class=\"total table-total\""
           : row->is_subtotal ? " class=\"subtotal table-total\""
           : row->is_group    ? " class=\"group table-total\""
           : row->is_rest     ? " class=\"rest\""
                              : "";
}

static void add_cells(const struct table_writer *writer, const struct table_row *row)
{
    for (size_t at = 0; at < writer->block->column_count; at++) {
        add_cell(writer, row, at);
    }
}

static void add_rows(const struct table_writer *writer)
{
    struct webpage *page = writer->page;
    webpage_add(page, "<tbody>\n");
    for (size_t i = 0; i < writer->block->count && !page->error->kind; i++) {
        const struct table_row *row = &writer->block->at[i];
        buffer_print(&page->out, "<tr%s>", row_class(row));
        if (stands_alone(writer, row)) {
            add_group_head(writer, row);
        } else {
            add_cells(writer, row);
        }
        webpage_add(page, "</tr>\n");
    }
    webpage_add(page, "</tbody>\n");
}

/* --- around it -------------------------------------------------------------------------
 */

static bool has_caption(const struct table_block *block)
{
    return block->number.length || block->title.length || block->subtitle.length;
}

static void add_caption(const struct table_writer *writer)
{
    const struct table_block *block = writer->block;
    if (has_caption(block)) {
        buffer_print(&writer->page->out, "<figcaption id=\"caption-%zu\">\n",
                     writer->number);
        webpage_element(writer->page, "span", STYLE_SOURCE, block->number);
        webpage_element(writer->page, "span", STYLE_CHART_TITLE_WIDE, block->title);
        webpage_element(writer->page, "span", STYLE_CHART_SUBTITLE, block->subtitle);
        webpage_add(writer->page, "</figcaption>\n");
    }
}

/* A table that is wider than the screen is scrolled, with keys too. */
static void open_table(const struct table_writer *writer)
{
    struct webpage *page = writer->page;
    webpage_add(page, "<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
    if (has_caption(writer->block)) {
        buffer_print(&page->out, " aria-labelledby=\"caption-%zu\"", writer->number);
    }
    webpage_add(page, ">\n<table class=\"table\"");
    if (has_caption(writer->block)) {
        buffer_print(&page->out, " aria-labelledby=\"caption-%zu\"", writer->number);
    }
    webpage_add(page, ">\n");
}

/* A swatch for each class of a column's heat, and between them where it begins. */
static void add_heat_key(const struct table_writer *writer,
                         const struct table_column *column)
{
    struct webpage *page = writer->page;
    const struct table_heat *heat = &column->heat;
    webpage_add(page, "<p class=\"source heat-key\">");
    webpage_text(page, STYLE_SOURCE, column->head);
    webpage_add(page, " ");
    webpage_text(page, STYLE_SOURCE, column->unit);
    for (int class = 1; class <= heat->class_count; class ++) {
        if (class > 1) {
            webpage_text(page, STYLE_SOURCE, heat->bounds[class - 2]);
        }
        webpage_add(page, "<span style=\"background:");
        markup_color(&page->out, tabular_heat_tint(page->theme, heat, class));
        webpage_add(page, "\"></span>");
    }
    webpage_add(page, "</p>\n");
}

static void add_foot(const struct table_writer *writer)
{
    struct webpage *page = writer->page;
    const struct table_block *block = writer->block;
    str notes = chart_notes(page->arena, page->document->language,
                            tabular_key(&page->setting, block), block->notes);
    for (size_t i = 0; i < block->column_count; i++) {
        if (block->columns[i].heat.class_count) {
            add_heat_key(writer, &block->columns[i]);
        }
    }
    for (size_t i = 0; i < block->marked.count; i++) {
        const struct table_note *note = &block->marked.at[i];
        str line =
            str_print(page->arena, "%.*s %.*s", STR_ARG(note->mark), STR_ARG(note->text));
        webpage_element(page, "p", STYLE_SOURCE, line);
    }
    webpage_element(page, "p", STYLE_SOURCE, notes);
    webpage_element(page, "p", STYLE_SOURCE, block->source);
}

void webpage_table(struct webpage *page, const struct block *block)
{
    struct table_writer writer = {page, block->table, ++page->exhibit_count};
    webpage_add(page, "<figure class=\"tabular\"");
    if (block->anchor.length) {
        markup_attribute(&page->out, "id", block->anchor);
    }
    webpage_add(page, ">\n");
    add_caption(&writer);
    open_table(&writer);
    add_head(&writer);
    add_rows(&writer);
    webpage_add(page, "</table>\n</div>\n");
    add_foot(&writer);
    webpage_add(page, "</figure>\n");
}
