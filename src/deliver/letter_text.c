/* SPDX-License-Identifier: MIT */
/* Letters as plain text, for those who read mail in a terminal or have it read to them. */
#include "letter_internal.h"

#include "columns.h"
#include "sheet.h"

enum { GAP = 2 };

_Static_assert((int)SHEET_COLUMNS_MAX >= (int)LETTER_COLUMNS_MAX,
               "a letter's table fits a sheet");

struct page {
    struct arena *arena;
    struct buffer out;
    const struct letter *letter;
};

static void add_paragraph(struct page *page, str text)
{
    if (text.length) {
        columns_wrap(&page->out, text, LETTER_COLUMNS, 0);
        buffer_add_byte(&page->out, '\n');
    }
}

static void add_line(struct page *page, str text)
{
    if (text.length) {
        columns_wrap(&page->out, text, LETTER_COLUMNS, 0);
    }
}

/* Of hyphens, since "=" takes three bytes on its way. */
static void add_rule(struct page *page, size_t width)
{
    for (size_t i = 0; i < width; i++) {
        buffer_add_byte(&page->out, '-');
    }
    buffer_add_byte(&page->out, '\n');
}

/* --- key figures -------------------------------------------------------------------- */

static str flagged(struct arena *arena, str text, str flag)
{
    return flag.length ? str_print(arena, "%.*s %.*s", STR_ARG(text), STR_ARG(flag)) : text;
}

/* "y/y" of "−5.2% y/y" */
static str change_kind(str change)
{
    size_t start = change.length;
    while (start && change.at[start - 1] != ' ') {
        start--;
    }
    return str_after(change, start);
}

/* A figure that has one change has it below those of its kind. */
static bool is_second(const struct letter *letter, const struct kpi *kpi)
{
    str kind = change_kind(kpi->changes[0].text);
    for (size_t i = 0; i < letter->kpi_count && !kpi->changes[1].text.length; i++) {
        if (str_equal(change_kind(letter->kpis[i].changes[1].text), kind)) {
            return true;
        }
    }
    return false;
}

static void add_kpis(struct page *page)
{
    const struct letter *letter = page->letter;
    struct sheet sheet = {.arena = page->arena,
                          .column_count = 5,
                          .is_right = {false, true, false, true, true},
                          .gaps = {0, GAP, 1, GAP + 1, GAP}};
    for (size_t i = 0; i < letter->kpi_count; i++) {
        const struct kpi *kpi = &letter->kpis[i];
        bool is_below = is_second(letter, kpi);
        sheet_add(&sheet, kpi->label);
        sheet_add(&sheet, kpi->number);
        sheet_add(&sheet, flagged(page->arena, kpi->unit, kpi->flag));
        sheet_add(&sheet, is_below ? S("") : kpi->changes[0].text);
        sheet_add(&sheet, kpi->changes[!is_below].text);
    }
    sheet_fit(&sheet, LETTER_COLUMNS);
    for (size_t i = 0; i < letter->kpi_count; i++) {
        sheet_print(&sheet, i, &page->out);
    }
    if (letter->kpi_count) {
        buffer_add_byte(&page->out, '\n');
    }
}

/* --- table -------------------------------------------------------------------------- */

/* Cells of a column with flags end where the flags do, so that the digits are aligned. */
static str in_column(struct arena *arena, const struct table_block *table, size_t column,
                     str text, str flag)
{
    if (!letter_has_flags(table, column)) {
        return text;
    }
    return str_print(arena, "%.*s %.*s", STR_ARG(text),
                     STR_ARG(flag.length ? flag : S(" ")));
}

static void add_heads(const struct table_block *table, struct sheet *sheet)
{
    struct arena *arena = sheet->arena;
    for (size_t i = 0; i < table->column_count; i++) {
        sheet->is_right[i] = i > 0 && table->columns[i].kind != FIELD_TEXT;
        sheet->gaps[i] = i > 0 ? GAP : 0;
        sheet_add(sheet, in_column(arena, table, i, table->columns[i].head, S("")));
    }
    for (size_t i = 0; letter_has_units(table) && i < table->column_count; i++) {
        sheet_add(sheet, in_column(arena, table, i, table->columns[i].unit, S("")));
    }
}

static void add_cells(const struct table_block *table, struct sheet *sheet)
{
    for (size_t row = 0; row < table->count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            const struct table_cell *cell = &table->at[row].cells[i];
            sheet_add(sheet, in_column(sheet->arena, table, i, cell->text, cell->flag));
        }
    }
}

/* "---- Change ----" over the columns that it is about. */
static void add_spanner(struct buffer *line, str spanner, size_t width)
{
    size_t text = columns_of(spanner) + 2;
    size_t before = text < width ? (width - text) / 2 : 0;
    for (size_t i = 0; i < before; i++) {
        buffer_add_byte(line, '-');
    }
    buffer_print(line, before ? " %.*s " : "%.*s", STR_ARG(spanner));
    for (size_t i = before + text; before && i < width; i++) {
        buffer_add_byte(line, '-');
    }
}

static void add_spanners(struct page *page, const struct table_block *table,
                         const struct sheet *sheet)
{
    struct buffer line = {.arena = page->arena};
    size_t column = 0; /* that the line has reached */
    size_t at = 0;
    for (size_t i = 0; i < table->column_count;) {
        size_t end = i + letter_spanned(table, i);
        str spanner = table->columns[i].spanner;
        size_t start = at + sheet->gaps[i];
        for (; i < end; i++) {
            at += sheet->widths[i] ? sheet->gaps[i] + sheet->widths[i] : 0;
        }
        if (spanner.length && at > start) {
            buffer_print(&line, "%*s", (int)(start - column), "");
            add_spanner(&line, spanner, at - start);
            column = at;
        }
    }
    buffer_add(&page->out, buffer_text(&line));
    buffer_add_byte(&page->out, '\n');
}

static void add_table(struct page *page)
{
    const struct table_block *table = page->letter->table;
    if (!table || !table->column_count) {
        return;
    }
    struct sheet sheet = {.arena = page->arena, .column_count = table->column_count};
    add_heads(table, &sheet);
    size_t heads = sheet.cells.count / sheet.column_count;
    add_cells(table, &sheet);
    sheet_fit(&sheet, LETTER_COLUMNS);

    add_line(page, table->title);
    add_line(page, table->subtitle);
    buffer_add_byte(&page->out, '\n');
    if (letter_has_spanners(table)) {
        add_spanners(page, table, &sheet);
    }
    for (size_t i = 0; i < heads; i++) {
        sheet_print(&sheet, i, &page->out);
    }
    add_rule(page, sheet_width(&sheet));
    for (size_t i = 0; i < table->count; i++) {
        if (table->at[i].is_total && i > 0) {
            add_rule(page, sheet_width(&sheet));
        }
        sheet_print(&sheet, heads + i, &page->out);
    }
    add_line(page, letter_table_foot(page->arena, page->letter));
    buffer_add_byte(&page->out, '\n');
}

/* --- the whole ---------------------------------------------------------------------- */

static void add_masthead(struct page *page)
{
    const struct letter *letter = page->letter;
    size_t issue = columns_of(letter->issue);
    size_t title = columns_of(letter->masthead);
    if (title + issue + GAP <= LETTER_COLUMNS) {
        columns_pad(&page->out, letter->masthead, LETTER_COLUMNS - issue, false);
        buffer_add(&page->out, letter->issue);
        buffer_add_byte(&page->out, '\n');
    } else {
        add_line(page, letter->masthead);
        add_line(page, letter->issue);
    }
    add_rule(page, LETTER_COLUMNS);
    buffer_add_byte(&page->out, '\n');
}

static void add_chart(struct page *page)
{
    const struct letter_image *chart = &page->letter->chart;
    if (chart->png.length) {
        add_line(page, str_print(page->arena, "%.*s %.*s",
                                 STR_ARG(letter_phrase(page->letter, PHRASE_CHART)),
                                 STR_ARG(chart->title)));
        add_paragraph(page, chart->alt);
    }
}

static void add_bullets(struct page *page)
{
    const struct letter *letter = page->letter;
    for (size_t i = 0; i < letter->bullet_count; i++) {
        buffer_add(&page->out, S("* "));
        columns_wrap(&page->out, letter->bullets[i], LETTER_COLUMNS, 2);
    }
    if (letter->bullet_count) {
        buffer_add_byte(&page->out, '\n');
    }
}

/* A link has a line of its own, so that a terminal takes it whole. */
static void add_whole(struct page *page)
{
    const struct letter *letter = page->letter;
    if (letter->pdf == LETTER_PDF_ATTACHED) {
        str before = letter_phrase(letter, PHRASE_ATTACHED);
        add_paragraph(page, str_print(page->arena, "%.*s %.*s", STR_ARG(before),
                                      STR_ARG(letter->pdf_name)));
    }
    if (letter->pdf == LETTER_PDF_TOO_LARGE) {
        add_paragraph(page, letter_phrase(letter, PHRASE_TOO_LARGE_TO_ATTACH));
    }
    if (letter->link.length) {
        str before = letter_phrase(letter, PHRASE_READ_BRIEFING);
        buffer_print(&page->out, "%.*s:\n%.*s\n\n", STR_ARG(before), STR_ARG(letter->link));
    }
}

static void add_foot(struct page *page)
{
    const struct letter *letter = page->letter;
    add_rule(page, LETTER_COLUMNS);
    add_line(page, letter->table ? S("") : letter->key);
    add_line(page, letter->source);
    add_line(page, letter->method);
    add_line(page, letter->release);
    add_line(page, letter->organisation);
    if (letter->unsubscribe.length) {
        str before = letter_phrase(letter, PHRASE_UNSUBSCRIBE);
        buffer_print(&page->out, "\n%.*s:\n%.*s\n", STR_ARG(before),
                     STR_ARG(letter->unsubscribe));
    }
}

str letter_text(struct arena *arena, const struct letter *letter)
{
    struct page page = {.arena = arena, .out = {.arena = arena}, .letter = letter};
    add_masthead(&page);
    add_paragraph(&page, letter->headline);
    add_paragraph(&page, letter->summary);
    add_kpis(&page);
    add_chart(&page);
    add_table(&page);
    add_bullets(&page);
    add_whole(&page);
    add_foot(&page);
    return buffer_text(&page.out);
}
