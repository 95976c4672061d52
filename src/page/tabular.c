/* SPDX-License-Identifier: MIT */
#include "page/tabular.h"

#include "symbol.h"

#include "page/grid.h"

#include <math.h>

#define SPARK_WIDTH 60.0
#define HEAD_WIDTH_MIN 36.0 /* heads are not broken to less */
#define HEAD_LINES_MAX 2
/* Rows that stay together at the start and at the end of a part. */
enum { ROWS_MIN = 2 };

static bool is_number(str text)
{
    static const char *const signs[] = {"+", "-", "\u2212"};
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

static struct text_style cell_style(const struct tabular *tabular, size_t row,
                                    const struct table_column *column,
                                    const struct table_cell *cell)
{
    const struct table_row *from = &tabular->block->at[row];
    struct text_style style =
        *setting_style(tabular->setting, from->is_total ? STYLE_TABLE_TOTAL : STYLE_TABLE);
    if (column->kind == FIELD_CHANGE && cell->sign) {
        style.color = tabular->setting->theme->colors[symbol_color(cell->sign)];
    }
    return style;
}

static void set_cell(struct tabular *tabular, size_t row, size_t at, double width)
{
    const struct setting *setting = tabular->setting;
    const struct table_column *column = &tabular->block->columns[at];
    const struct table_cell *from = &tabular->block->at[row].cells[at];
    struct tabular_cell *cell = &tabular->rows[row].cells[at];
    struct text_style style = cell_style(tabular, row, column, from);
    if (width > 0) {
        cell->text = setting_block(setting, from->text, &style,
                                   (struct text_layout){.width = width}, tabular->place);
        return;
    }
    struct text_line *line = arena_new(setting->arena, struct text_line);
    *line = setting_line(setting, from->text, &style, tabular->place);
    cell->text = (struct text_block){
        .lines = line,
        .line_count = line->run_count > 0,
        .width = line->width,
    };
    cell->is_number = column->kind != FIELD_TEXT && is_number(from->text);
    cell->before = cell->is_number ? width_before_point(setting, line) : line->width;
    if (from->flag.length) {
        struct text_style flag = symbol_flag_style(&style);
        cell->flag = setting_line(setting, from->flag, &flag, tabular->place);
    }
}

/* Makes the column wide enough for a cell. */
static void widen_for_cell(struct tabular_column *column, const struct tabular_cell *cell,
                           int sign)
{
    if (cell->is_number) {
        column->before = fmax(column->before, cell->before);
        column->after = fmax(column->after, cell->text.width - cell->before);
    } else {
        column->width = fmax(column->width, cell->text.width);
    }
    if (sign) {
        column->arrow = ARROW_WIDTH + ARROW_GAP;
    }
    if (cell->flag.run_count) {
        column->overhang = fmax(column->overhang, TABULAR_FLAG_GAP + cell->flag.width);
    }
}

static void set_cells(struct tabular *tabular)
{
    const struct table_block *block = tabular->block;
    struct tabular_cell *cells = arena_array(tabular->setting->arena, struct tabular_cell,
                                             block->count * block->column_count);
    for (size_t row = 0; row < block->count; row++) {
        tabular->rows[row].cells = cells + row * block->column_count;
        for (size_t at = 0; at < block->column_count; at++) {
            const struct table_cell *from = &block->at[row].cells[at];
            bool has_arrow = block->columns[at].kind == FIELD_CHANGE && from->sign;
            set_cell(tabular, row, at, 0);
            widen_for_cell(&tabular->columns[at], &tabular->rows[row].cells[at], has_arrow);
        }
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
        set_cell(tabular, row, column, width);
    }
}

/*
 * At most two lines, as narrow as the column's content allows; more only where the author
 * has broken them.
 */
static void set_head(struct tabular *tabular, size_t at)
{
    const struct setting *setting = tabular->setting;
    const struct table_column *from = &tabular->block->columns[at];
    struct tabular_column *column = &tabular->columns[at];
    const struct text_style *style = setting_style(setting, STYLE_TABLE_HEAD);
    struct text_style unit = setting_style_in(setting, STYLE_TABLE_HEAD, COLOR_SECONDARY);
    unit.weight = WEIGHT_REGULAR;
    struct text_layout layout = {
        .width = fmax(column->width, HEAD_WIDTH_MIN),
        .is_balanced = true,
    };
    struct text_block unbroken =
        setting_block(setting, from->head, style, (struct text_layout){0}, tabular->place);
    size_t most =
        unbroken.line_count > HEAD_LINES_MAX ? unbroken.line_count : HEAD_LINES_MAX;
    do {
        column->head = setting_block(setting, from->head, style, layout, tabular->place);
        layout.width *= 1.25;
    } while (column->head.line_count > most);
    column->unit =
        setting_block(setting, from->unit, &unit, (struct text_layout){0}, tabular->place);
    column->width = fmax(column->width, fmax(column->head.width, column->unit.width));
}

size_t tabular_spanner_end(const struct table_block *block, size_t first)
{
    size_t end = first + 1;
    while (end < block->column_count && block->columns[first].spanner.length &&
           str_equal(block->columns[end].spanner, block->columns[first].spanner)) {
        end++;
    }
    return end;
}

/* Height of the spanners, each set at the first of its columns; 0 without any. */
static double set_spanners(struct tabular *tabular)
{
    const struct table_block *block = tabular->block;
    const struct text_style *style = setting_style(tabular->setting, STYLE_TABLE_HEAD);
    double highest = 0;
    for (size_t at = 0; at < block->column_count; at = tabular_spanner_end(block, at)) {
        struct text_block *spanner = &tabular->columns[at].spanner;
        *spanner = setting_block(tabular->setting, block->columns[at].spanner, style,
                                 (struct text_layout){0}, tabular->place);
        highest = fmax(highest, spanner->height);
    }
    return highest > 0 ? highest + TABULAR_SPANNER_GAP : 0;
}

static void set_heads(struct tabular *tabular)
{
    double highest = 0;
    for (size_t at = 0; at < tabular->block->column_count; at++) {
        set_head(tabular, at);
        const struct tabular_column *column = &tabular->columns[at];
        highest = fmax(highest, column->head.height + column->unit.height);
    }
    tabular->spanner_height = set_spanners(tabular);
    tabular->head_height = tabular->spanner_height + highest + TABULAR_HEAD_GAP;
}

static void set_row_heights(struct tabular *tabular)
{
    const struct text_style *style = setting_style(tabular->setting, STYLE_TABLE);
    for (size_t row = 0; row < tabular->block->count; row++) {
        size_t lines = 1;
        for (size_t at = 0; at < tabular->block->column_count; at++) {
            size_t count = tabular->rows[row].cells[at].text.line_count;
            lines = count > lines ? count : lines;
        }
        tabular->rows[row].height =
            style->line_height + (double)(lines - 1) * style->size * TABULAR_LEADING;
    }
}

const struct tabular *tabular_set(const struct setting *setting,
                                  const struct table_block *block, struct place place,
                                  double width)
{
    if (!block->count || !block->column_count) {
        error_at(setting->error, ERROR_CONFIG, place, "this table has no rows");
        return NULL;
    }
    struct tabular *tabular = arena_new(setting->arena, struct tabular);
    tabular->setting = setting;
    tabular->place = place;
    tabular->block = block;
    tabular->columns =
        arena_array(setting->arena, struct tabular_column, block->column_count);
    tabular->rows = arena_array(setting->arena, struct tabular_row, block->count);
    set_cells(tabular);
    set_heads(tabular);
    if (setting_failed(setting) || !tabular_place_columns(tabular, width)) {
        return NULL;
    }
    set_row_heights(tabular);
    tabular_set_caption(tabular);
    tabular_set_foot(tabular);
    return setting_failed(setting) ? NULL : tabular;
}

struct flow_part tabular_fit(const struct tabular *tabular, size_t from, double height)
{
    size_t count = tabular->block->count;
    double used = tabular->head_height + (from ? 0 : tabular->caption_height);
    size_t end = from;
    while (end < count && used + tabular->rows[end].height <= height + GRID_TOLERANCE) {
        used += tabular->rows[end++].height;
    }
    bool ends_here = end == count && used + tabular->foot_height <= height + GRID_TOLERANCE;
    if (ends_here) {
        return (struct flow_part){from, count, used + tabular->foot_height};
    }
    /* The notes keep the last rows with them. */
    while (end > from && count - end < ROWS_MIN) {
        used -= tabular->rows[--end].height;
    }
    if (end - from < ROWS_MIN) {
        return (struct flow_part){from, from, used};
    }
    return (struct flow_part){from, end, used};
}
