/* SPDX-License-Identifier: MIT */
/* The table of a letter as HTML: a table of data, unlike those that lay the letter out. */
#include "letter_internal.h"

#include "html.h"

#define HEAD HTML_SANS "font-size:12px;line-height:16px;font-weight:normal;"
#define CELL HTML_SANS "font-size:14px;line-height:20px;font-variant-numeric:tabular-nums;"

static bool is_left(const struct table_block *table, size_t column)
{
    return column == 0 || table->columns[column].kind == FIELD_TEXT;
}

/* A gap to the column on the left. */
static const char *padding(size_t column)
{
    return column ? "padding:5px 0 5px 10px;" : "padding:5px 0;";
}

static const char *alignment(const struct table_block *table, size_t column)
{
    return is_left(table, column) ? "align=\"left\"" : "align=\"right\"";
}

/* --- heads -------------------------------------------------------------------------- */

/* A column whose figures have flags has a narrow one for them beside it, so that the
 * digits stay aligned. */
static size_t width_of(const struct table_block *table, size_t column)
{
    return letter_has_flags(table, column) ? 2 : 1;
}

static void add_spanner(struct html *html, str spanner, size_t width)
{
    str attributes = str_print(html->out.arena, "colspan=\"%zu\" align=\"center\"", width);
    if (spanner.length) {
        html_open_ruled(html, "td", INK_SECONDARY, BORDER_BELOW,
                        "padding:4px 0 2px 10px;" HEAD, attributes.at);
    } else {
        html_open(html, "td", INK_SECONDARY, HEAD, attributes.at);
    }
    html_text(html, spanner);
    html_raw(html, "</td>");
}

static void add_spanners(struct html *html, const struct table_block *table)
{
    html_raw(html, "<tr>");
    for (size_t i = 0; i < table->column_count;) {
        size_t end = i + letter_spanned(table, i);
        size_t width = 0;
        str spanner = table->columns[i].spanner;
        for (; i < end; i++) {
            width += width_of(table, i);
        }
        add_spanner(html, spanner, width);
    }
    html_raw(html, "</tr>\n");
}

/* The name of a column with its unit below it. */
static void add_heads(struct html *html, const struct table_block *table)
{
    html_raw(html, "<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        str css = str_print(html->out.arena, "%s%s", padding(i), HEAD);
        str attributes = str_print(html->out.arena, "scope=\"col\" valign=\"bottom\" %s",
                                   alignment(table, i));
        html_open_ruled(html, "th", INK_SECONDARY, BORDER_HEAD, css.at, attributes.at);
        html_text(html, column->head);
        if (column->unit.length) {
            html_raw(html, column->head.length ? "<br>" : "");
            html_text(html, column->unit);
        }
        html_raw(html, "</th>");
        if (width_of(table, i) > 1) {
            html_open_ruled(html, "td", INK_SECONDARY, BORDER_HEAD, "", "");
            html_raw(html, "</td>");
        }
    }
    html_raw(html, "</tr>\n");
}

/* --- rows --------------------------------------------------------------------------- */

static void add_flag(struct html *html, str flag)
{
    html_open_ruled(html, "td", INK_TEXT, BORDER_BELOW,
                    "padding:4px 0 0 1px;" HTML_SANS "font-size:10px;line-height:12px;",
                    "width=\"8\" valign=\"top\"");
    html_text(html, flag);
    html_raw(html, "</td>");
}

static void add_row(struct html *html, const struct table_block *table,
                    const struct table_row *row)
{
    const char *weight = row->is_total ? "font-weight:bold;" : "font-weight:normal;";
    html_raw(html, "<tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        const char *tag = i ? "td" : "th";
        str css = str_print(html->out.arena, "%s%s%s", padding(i), CELL, weight);
        str attributes = str_print(html->out.arena, "%svalign=\"top\" %s",
                                   i ? "" : "scope=\"row\" ", alignment(table, i));
        html_open_ruled(html, tag, INK_TEXT, BORDER_BELOW, css.at, attributes.at);
        html_change(html, row->cells[i].sign, row->cells[i].text);
        buffer_print(&html->out, "</%s>", tag);
        if (width_of(table, i) > 1) {
            add_flag(html, row->cells[i].flag);
        }
    }
    html_raw(html, "</tr>\n");
}

void letter_table_html(struct html *html, const struct letter *letter)
{
    const struct table_block *table = letter->table;
    if (table->title.length) {
        html_element(html, "p", INK_TEXT,
                     "margin:0;" HTML_SANS
                     "font-size:16px;line-height:22px;font-weight:bold;",
                     table->title);
    }
    if (table->subtitle.length) {
        html_element(html, "p", INK_SECONDARY,
                     "margin:0 0 4px 0;" HTML_SANS "font-size:14px;line-height:20px;",
                     table->subtitle);
    }
    html_raw(html, "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
                   "style=\"border-collapse:collapse\">\n");
    if (letter_has_spanners(table)) {
        add_spanners(html, table);
    }
    add_heads(html, table);
    for (size_t i = 0; i < table->count; i++) {
        add_row(html, table, &table->at[i]);
    }
    html_raw(html, "</table>\n");
    str foot = letter_table_foot(html->out.arena, letter);
    if (foot.length) {
        html_element(html, "p", INK_SECONDARY,
                     "margin:4px 0 0 0;" HTML_SANS "font-size:12px;line-height:18px;",
                     foot);
    }
}
