/* SPDX-License-Identifier: MIT */
/* The cells of a table set in their styles, and the room that their columns need. */
#include "symbol.h"

#include "page/tabular.h"

#include <math.h>

#define SPARK_WIDTH 60.0

static bool is_number(str text)
{
    static const char *const signs[] = {"+", "-", "\u2212"};
    const str mark = S("\u200e"); /* of direction: before a number in Arabic, say */
    text = str_starts(text, mark) ? str_after(text, mark.length) : text;
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        str sign = str_from(signs[i]);
        if (str_starts(text, sign)) {
            text = str_after(text, sign.length);
            break;
        }
    }
    return text.length && text.at[0] >= '0' && text.at[0] <= '9';
}

/* Width of what stands before the last decimal mark; the whole width without one. */
static double width_before_point(const struct setting *setting,
                                 const struct text_line *line)
{
    str mark = language_point(setting->language);
    double before = line->width;
    for (size_t r = 0; r < line->run_count; r++) {
        const struct text_run *run = &line->runs[r];
        for (size_t g = 0; g < run->glyph_count; g++) {
            size_t at = run->glyphs[g].text_start;
            if (str_starts(str_after(run->text, at), mark)) {
                before = run->glyphs[g].x;
            }
        }
    }
    return before;
}

/* --- styles --------------------------------------------------------------------------- */

static enum theme_color color_of(enum table_ink ink)
{
    static const enum theme_color colors[] = {
        [TABLE_INK] = COLOR_INK,        [TABLE_UP] = COLOR_UP_TEXT,
        [TABLE_DOWN] = COLOR_DOWN_TEXT, [TABLE_MUTED] = COLOR_SECONDARY,
        [TABLE_FOCUS] = COLOR_UP_TEXT,
    };
    return colors[ink];
}

static bool is_bold(const struct table_row *row, const struct table_cell *cell)
{
    return row->is_total || row->is_subtotal || row->is_group || cell->is_bold;
}

static struct text_style cell_style(const struct tabular *tabular, size_t row, size_t at)
{
    const struct theme *theme = tabular->setting->theme;
    const struct table_row *from = &tabular->block->at[row];
    const struct table_cell *cell = &from->cells[at];
    const struct table_column *column = &tabular->block->columns[at];
    struct text_style style = *setting_style(
        tabular->setting, is_bold(from, cell) ? STYLE_TABLE_TOTAL : STYLE_TABLE);
    if (cell->heat) {
        color tint = tabular_heat_tint(theme, &column->heat, cell->heat);
        style.color = tabular_heat_ink(theme, tint);
    } else if (cell->ink != TABLE_INK) {
        style.color = theme->colors[color_of(cell->ink)];
    } else if (column->kind == FIELD_CHANGE && cell->sign) {
        style.color = theme->colors[symbol_color(cell->sign)];
    }
    return style;
}

/* --- cells ---------------------------------------------------------------------------- */

static double indent_of(const struct tabular *tabular, size_t row, size_t at)
{
    return at ? 0 : tabular->block->at[row].indent * TABULAR_INDENT;
}

static void set_flag(struct tabular *tabular, const struct table_cell *from,
                     const struct text_style *style, struct tabular_cell *cell)
{
    const struct setting *setting = tabular->setting;
    struct text_style flag = symbol_flag_style(style);
    str text = from->mark.length ? str_print(setting->arena, "%.*s%.*s",
                                             STR_ARG(from->flag), STR_ARG(from->mark))
                                 : from->flag;
    if (text.length) {
        cell->flag = setting_line(setting, text, &flag, tabular->place);
    }
}

static void set_cell(struct tabular *tabular, size_t row, size_t at)
{
    const struct setting *setting = tabular->setting;
    const struct table_column *column = &tabular->block->columns[at];
    const struct table_cell *from = &tabular->block->at[row].cells[at];
    struct tabular_cell *cell = &tabular->rows[row].cells[at];
    struct text_style style = cell_style(tabular, row, at);
    struct text_line *line = arena_new(setting->arena, struct text_line);
    *line = setting_line(setting, from->text, &style, tabular->place);
    cell->text = (struct text_block){
        .lines = line,
        .line_count = line->run_count > 0,
        .width = line->width,
    };
    cell->is_number = column->kind != FIELD_TEXT && is_number(from->text);
    cell->before = cell->is_number ? width_before_point(setting, line) : line->width;
    set_flag(tabular, from, &style, cell);
}

void tabular_wrap_cell(struct tabular *tabular, size_t row, size_t column, double width)
{
    const struct table_cell *from = &tabular->block->at[row].cells[column];
    struct text_style style = cell_style(tabular, row, column);
    struct text_layout layout = {.width = width - indent_of(tabular, row, column)};
    tabular->rows[row].cells[column].text =
        setting_block(tabular->setting, from->text, &style, layout, tabular->place);
}

bool tabular_is_mere_head(const struct table_block *block, size_t row)
{
    const struct table_row *head = &block->at[row];
    bool is_mere = head->is_group;
    for (size_t at = 1; is_mere && at < block->column_count; at++) {
        is_mere = !head->cells[at].text.length && !head->cells[at].series;
    }
    return is_mere;
}

/* --- columns -------------------------------------------------------------------------- */

/* Makes the column wide enough for a cell. */
static void widen_for_cell(struct tabular_column *column, const struct tabular_cell *cell,
                           int sign, double indent)
{
    if (cell->is_number) {
        column->before = fmax(column->before, cell->before);
        column->after = fmax(column->after, cell->text.width - cell->before);
    } else {
        column->width = fmax(column->width, indent + cell->text.width);
    }
    if (sign) {
        column->arrow = ARROW_WIDTH + ARROW_GAP;
    }
    if (cell->flag.run_count) {
        column->overhang = fmax(column->overhang, TABULAR_FLAG_GAP + cell->flag.width);
    }
}

static void set_row(struct tabular *tabular, size_t row)
{
    const struct table_block *block = tabular->block;
    bool is_mere_head = tabular_is_mere_head(block, row);
    for (size_t at = 0; at < block->column_count; at++) {
        const struct table_cell *from = &block->at[row].cells[at];
        bool has_arrow = block->columns[at].kind == FIELD_CHANGE && from->sign;
        set_cell(tabular, row, at);
        if (!is_mere_head) {
            widen_for_cell(&tabular->columns[at], &tabular->rows[row].cells[at], has_arrow,
                           indent_of(tabular, row, at));
        }
    }
}

void tabular_set_cells(struct tabular *tabular)
{
    const struct table_block *block = tabular->block;
    struct tabular_cell *cells = arena_array(tabular->setting->arena, struct tabular_cell,
                                             block->count * block->column_count);
    for (size_t row = 0; row < block->count; row++) {
        tabular->rows[row].cells = cells + row * block->column_count;
        set_row(tabular, row);
    }
    for (size_t at = 0; at < block->column_count; at++) {
        struct tabular_column *column = &tabular->columns[at];
        enum field_kind kind = block->columns[at].kind;
        double spark = kind == FIELD_SPARK ? SPARK_WIDTH : 0;
        column->is_left = kind == FIELD_TEXT || kind == FIELD_SPARK;
        column->width = fmax(fmax(column->width, spark),
                             column->arrow + column->before + column->after);
    }
}

void tabular_wrap_column(struct tabular *tabular, size_t column, double width)
{
    for (size_t row = 0; row < tabular->block->count; row++) {
        if (!tabular_is_mere_head(tabular->block, row)) {
            tabular_wrap_cell(tabular, row, column, width);
        }
    }
}
