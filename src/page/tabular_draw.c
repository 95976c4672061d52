/* SPDX-License-Identifier: MIT */
#include "symbol.h"

#include "chart/tab.h"
#include "page/tabular.h"

#define RULE_HEAD 0.75
#define RULE_ROW 0.3
#define RULE_TOTAL 0.5
#define RULE_CLOSING 0.5
#define RULE_SPANNER 0.4
#define SPARK_HEIGHT 10.0

/* Where a table is being drawn. */
struct canvas {
    const struct tabular *tabular;
    const struct setting *setting;
    struct scene *scene;
    double x;
};

static void open(const struct canvas *canvas, enum scene_role role, enum table_scope scope)
{
    scene_group_begin(canvas->scene, (struct scene_tag){.role = role, .scope = scope});
}

static void draw_rule(const struct canvas *canvas, double from, double to, double y,
                      double width, enum theme_color ink)
{
    open(canvas, TAG_ARTIFACT, SCOPE_NONE);
    scene_line(canvas->scene, (point){canvas->x + from, y}, (point){canvas->x + to, y},
               setting_rule(canvas->setting, width, ink));
    scene_group_end(canvas->scene);
}

static void draw_caption(const struct canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    if (tabular->caption_height <= 0) {
        return;
    }
    open(canvas, TAG_CAPTION, SCOPE_NONE);
    tab_draw_numbered(canvas->scene, canvas->setting->theme, canvas->setting->fonts,
                      &tabular->number, (point){canvas->x, y});
    y += TAB_TITLE_TOP;
    y = scene_block(canvas->scene, &tabular->title, (point){canvas->x, y}, ALIGN_LEFT);
    scene_block(canvas->scene, &tabular->subtitle, (point){canvas->x, y}, ALIGN_LEFT);
    scene_group_end(canvas->scene);
}

static void draw_spanner(const struct canvas *canvas, size_t first, size_t end, double y)
{
    const struct tabular *tabular = canvas->tabular;
    const struct text_block *spanner = &tabular->columns[first].spanner;
    if (!spanner->line_count) {
        open(canvas, TAG_TABLE_CELL, SCOPE_NONE);
        scene_group_end(canvas->scene);
        return;
    }
    double left = tabular->columns[first].left;
    double right = tabular->columns[end - 1].right;
    double middle = canvas->x + (left + right) / 2;
    scene_group_begin(canvas->scene, (struct scene_tag){.role = TAG_TABLE_HEAD,
                                                        .scope = SCOPE_COLUMN,
                                                        .columns = (int)(end - first)});
    scene_block(canvas->scene, spanner, (point){middle, y}, ALIGN_CENTER);
    scene_group_end(canvas->scene);
    draw_rule(canvas, left, right, y + spanner->line_height + 2, RULE_SPANNER, COLOR_EVENT);
}

static void draw_spanners(const struct canvas *canvas, double y)
{
    const struct table_block *block = canvas->tabular->block;
    open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    for (size_t first = 0, end; first < block->column_count; first = end) {
        end = tabular_spanner_end(block, first);
        draw_spanner(canvas, first, end, y);
    }
    scene_group_end(canvas->scene);
}

/* Heads stand on a common bottom line, the unit below the words. */
static void draw_heads(const struct canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    double bottom = y + tabular->head_height - TABULAR_HEAD_GAP;
    open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    for (size_t at = 0; at < tabular->block->column_count; at++) {
        const struct tabular_column *column = &tabular->columns[at];
        enum text_align align = column->is_left ? ALIGN_LEFT : ALIGN_RIGHT;
        point top = {
            canvas->x + (column->is_left ? column->left : column->right),
            bottom - column->head.height - column->unit.height,
        };
        open(canvas, TAG_TABLE_HEAD, SCOPE_COLUMN);
        top.y = scene_block(canvas->scene, &column->head, top, align);
        scene_block(canvas->scene, &column->unit, top, align);
        scene_group_end(canvas->scene);
    }
    scene_group_end(canvas->scene);
}

static double draw_head(const struct canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    if (tabular->spanner_height > 0) {
        draw_spanners(canvas, y);
    }
    draw_heads(canvas, y);
    y += tabular->head_height;
    draw_rule(canvas, 0, tabular->width, y, RULE_HEAD, COLOR_INK);
    return y;
}

/* Where the text of a cell begins. */
static double cell_left(const struct tabular_column *column,
                        const struct tabular_cell *cell)
{
    if (column->is_left) {
        return column->left;
    }
    return cell->is_number ? column->right - column->after - cell->before
                           : column->right - cell->text.width;
}

static void draw_cell_text(const struct canvas *canvas, const struct tabular_column *column,
                           const struct tabular_cell *cell, double baseline)
{
    const struct text_style *style = setting_style(canvas->setting, STYLE_TABLE);
    double left = canvas->x + cell_left(column, cell);
    for (size_t i = 0; i < cell->text.line_count; i++) {
        double y = baseline + (double)i * style->size * TABULAR_LEADING;
        scene_text(canvas->scene, &cell->text.lines[i], (point){left, y}, ALIGN_LEFT);
    }
    if (cell->flag.run_count) {
        point at = {
            left + cell->text.width + TABULAR_FLAG_GAP,
            baseline - symbol_flag_rise(style),
        };
        scene_text(canvas->scene, &cell->flag, at, ALIGN_LEFT);
    }
}

static void draw_cell(const struct canvas *canvas, size_t row, size_t at, double top,
                      double baseline)
{
    const struct tabular *tabular = canvas->tabular;
    const struct table_row *from = &tabular->block->at[row];
    const struct table_cell *cell = &from->cells[at];
    const struct tabular_column *column = &tabular->columns[at];
    enum field_kind kind = tabular->block->columns[at].kind;
    bool is_head = at == 0 && kind == FIELD_TEXT;
    open(canvas, is_head ? TAG_TABLE_HEAD : TAG_TABLE_CELL,
         is_head ? SCOPE_ROW : SCOPE_NONE);
    if (kind == FIELD_SPARK && cell->series) {
        rect area = {
            .x = canvas->x + column->left,
            .y = top + (tabular->rows[row].height - SPARK_HEIGHT) / 2,
            .width = column->width,
            .height = SPARK_HEIGHT,
        };
        str label = from->cells[0].text;
        symbol_spark(canvas->setting, canvas->scene, cell->series, cell->window, label,
                     area);
    }
    if (kind == FIELD_CHANGE) {
        double left = canvas->x + column->right - column->before - column->after;
        symbol_arrow(canvas->setting, canvas->scene, cell->sign,
                     (point){left - ARROW_GAP - ARROW_WIDTH, baseline});
    }
    draw_cell_text(canvas, column, &tabular->rows[row].cells[at], baseline);
    scene_group_end(canvas->scene);
}

static double draw_row(const struct canvas *canvas, size_t row, double y)
{
    const struct tabular *tabular = canvas->tabular;
    const struct text_style *style = setting_style(canvas->setting, STYLE_TABLE);
    double cap = font_cap_height(canvas->setting->fonts, style) * style->size;
    double baseline = y + (style->line_height + cap) / 2;
    open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    for (size_t at = 0; at < tabular->block->column_count; at++) {
        draw_cell(canvas, row, at, y, baseline);
    }
    scene_group_end(canvas->scene);
    return y + tabular->rows[row].height;
}

/* The rule between a row and the next one. */
static void draw_row_rule(const struct canvas *canvas, size_t next, double y)
{
    bool is_total = canvas->tabular->block->at[next].is_total;
    draw_rule(canvas, 0, canvas->tabular->width, y, is_total ? RULE_TOTAL : RULE_ROW,
              is_total ? COLOR_INK : COLOR_GRID);
}

static void draw_foot(const struct canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    if (tabular->foot_height <= 0) {
        return;
    }
    open(canvas, TAG_NOTE, SCOPE_NONE);
    y = scene_block(canvas->scene, &tabular->notes,
                    (point){canvas->x, y + TABULAR_FOOT_GAP}, ALIGN_LEFT);
    scene_block(canvas->scene, &tabular->source, (point){canvas->x, y}, ALIGN_LEFT);
    scene_group_end(canvas->scene);
}

void tabular_draw(const struct tabular *tabular, struct scene *scene, point at,
                  struct flow_part part, double caption_height)
{
    struct canvas canvas = {tabular, tabular->setting, scene, at.x};
    double y = at.y;
    open(&canvas, TAG_TABLE, SCOPE_NONE);
    if (part.from == 0) {
        draw_caption(&canvas, y);
        y += caption_height;
    }
    y = draw_head(&canvas, y);
    for (size_t row = part.from; row < part.to; row++) {
        if (row > part.from) {
            draw_row_rule(&canvas, row, y);
        }
        y = draw_row(&canvas, row, y);
    }
    draw_rule(&canvas, 0, tabular->width, y, RULE_CLOSING, COLOR_INK);
    scene_group_end(scene);
    if (part.to == tabular->block->count) {
        draw_foot(&canvas, y);
    }
}
