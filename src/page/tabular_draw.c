/* SPDX-License-Identifier: MIT */
#include "symbol.h"

#include "page/tabular.h"

#define RULE_ROW 0.3
#define RULE_TOTAL 0.5
#define RULE_CLOSING 0.5
#define SPARK_HEIGHT 10.0
#define HEAT_MARGIN 5.0 /* that a tint reaches beyond its column: half the least gap */

/* Hairlines lead the eye along a few columns, tints along many. */
enum { COLUMNS_FOR_TINT = 8 };

void tabular_open(const struct tabular_canvas *canvas, enum scene_role role,
                  enum table_scope scope)
{
    scene_group_begin(canvas->scene, (struct scene_tag){.role = role, .scope = scope});
}

void tabular_open_in(const struct tabular_canvas *canvas,
                     const struct tabular_column *column, enum scene_role role,
                     enum table_scope scope)
{
    struct scene_tag tag = {.role = role, .scope = scope};
    if (!column->is_left) {
        tag.frame.x = canvas->x + column->left;
        tag.frame.width = column->right + column->overhang - column->left;
    }
    scene_group_begin(canvas->scene, tag);
}

void tabular_rule(const struct tabular_canvas *canvas, double from, double to, double y,
                  double width, enum theme_color ink)
{
    tabular_open(canvas, TAG_ARTIFACT, SCOPE_NONE);
    scene_line(canvas->scene, (point){canvas->x + from, y}, (point){canvas->x + to, y},
               setting_rule(canvas->setting, width, ink));
    scene_group_end(canvas->scene);
}

static void draw_tint(const struct tabular_canvas *canvas, rect area, color tint)
{
    struct paint paint = {.has_fill = true, .fill = tint};
    tabular_open(canvas, TAG_ARTIFACT, SCOPE_NONE);
    scene_rect(canvas->scene, area, paint);
    scene_group_end(canvas->scene);
}

/* --- cells ---------------------------------------------------------------------------- */

/* Where the text of a cell begins. */
static double cell_left(const struct tabular *tabular, size_t row, size_t at)
{
    const struct tabular_column *column = &tabular->columns[at];
    const struct tabular_cell *cell = &tabular->rows[row].cells[at];
    if (column->is_left) {
        return column->left + (at ? 0 : tabular->block->at[row].indent * TABULAR_INDENT);
    }
    return cell->is_number ? column->right - column->after - cell->before
                           : column->right - cell->text.width;
}

/* Flags and marks stand behind the last line. */
static void draw_cell_text(const struct tabular_canvas *canvas, size_t row, size_t at,
                           double baseline)
{
    const struct text_style *style = setting_style(canvas->setting, STYLE_TABLE);
    const struct tabular_cell *cell = &canvas->tabular->rows[row].cells[at];
    double left = canvas->x + cell_left(canvas->tabular, row, at);
    double width = 0;
    double y = baseline;
    for (size_t i = 0; i < cell->text.line_count; i++) {
        y = baseline + (double)i * style->size * TABULAR_LEADING;
        width = cell->text.lines[i].width;
        scene_text(canvas->scene, &cell->text.lines[i], (point){left, y}, ALIGN_LEFT);
    }
    if (cell->flag.run_count) {
        point behind = {left + width + TABULAR_FLAG_GAP, y - symbol_flag_rise(style)};
        scene_text(canvas->scene, &cell->flag, behind, ALIGN_LEFT);
    }
}

static void draw_heat(const struct tabular_canvas *canvas, size_t row, size_t at,
                      double top)
{
    const struct tabular *tabular = canvas->tabular;
    const struct tabular_column *column = &tabular->columns[at];
    const struct table_heat *heat = &tabular->block->columns[at].heat;
    double right = column->right + column->overhang + HEAT_MARGIN;
    double left = column->left - HEAT_MARGIN;
    left = left < 0 ? 0 : left;
    right = right > tabular->width ? tabular->width : right;
    rect area = {canvas->x + left, top, right - left, tabular->rows[row].height};
    int class = tabular->block->at[row].cells[at].heat;
    draw_tint(canvas, area, tabular_heat_tint(canvas->setting->theme, heat, class));
}

static void draw_spark(const struct tabular_canvas *canvas, size_t row, size_t at,
                       double top)
{
    const struct tabular *tabular = canvas->tabular;
    const struct table_row *from = &tabular->block->at[row];
    const struct table_cell *cell = &from->cells[at];
    double gap = tabular->rows[row].gap;
    rect area = {
        .x = canvas->x + tabular->columns[at].left,
        .y = top + (gap + tabular->rows[row].height - SPARK_HEIGHT) / 2,
        .width = tabular->columns[at].width,
        .height = SPARK_HEIGHT,
    };
    symbol_spark(canvas->setting, canvas->scene, cell->series, cell->window,
                 from->cells[0].text, area);
}

static void draw_arrow(const struct tabular_canvas *canvas, size_t row, size_t at,
                       double baseline)
{
    const struct tabular_column *column = &canvas->tabular->columns[at];
    const struct table_cell *cell = &canvas->tabular->block->at[row].cells[at];
    const struct theme *theme = canvas->setting->theme;
    const struct table_heat *heat = &canvas->tabular->block->columns[at].heat;
    double left = canvas->x + column->right - column->before - column->after;
    color ink = cell->heat
                    ? tabular_heat_ink(theme, tabular_heat_tint(theme, heat, cell->heat))
                    : theme->colors[symbol_color(cell->sign)];
    symbol_arrow_in(canvas->setting, canvas->scene, cell->sign,
                    (point){left - ARROW_GAP - ARROW_WIDTH, baseline}, ink);
}

static void draw_cell(const struct tabular_canvas *canvas, size_t row, size_t at,
                      double top, double baseline)
{
    const struct table_block *block = canvas->tabular->block;
    const struct table_cell *cell = &block->at[row].cells[at];
    enum field_kind kind = block->columns[at].kind;
    bool is_head = at == 0 && kind == FIELD_TEXT;
    tabular_open_in(canvas, &canvas->tabular->columns[at],
                    is_head ? TAG_TABLE_HEAD : TAG_TABLE_CELL,
                    is_head ? SCOPE_ROW : SCOPE_NONE);
    if (cell->heat) {
        draw_heat(canvas, row, at, top);
    }
    if (kind == FIELD_SPARK && cell->series) {
        draw_spark(canvas, row, at, top);
    }
    if (kind == FIELD_CHANGE) {
        draw_arrow(canvas, row, at, baseline);
    }
    draw_cell_text(canvas, row, at, baseline);
    scene_group_end(canvas->scene);
}

/* --- rows ----------------------------------------------------------------------------- */

/* Its words stand over all columns. */
static void draw_mere_head(const struct tabular_canvas *canvas, size_t row, double baseline)
{
    scene_group_begin(
        canvas->scene,
        (struct scene_tag){.role = TAG_TABLE_HEAD,
                           .scope = SCOPE_ROW,
                           .columns = (int)canvas->tabular->block->column_count});
    draw_cell_text(canvas, row, 0, baseline);
    scene_group_end(canvas->scene);
}

/* As the table says, else the theme, else by the number of columns. */
static enum table_ruling ruling_of(const struct tabular *tabular)
{
    static const enum table_ruling of_theme[] = {
        [RULING_RULES] = TABLE_RULING_RULES,
        [RULING_TINT] = TABLE_RULING_TINT,
        [RULING_NONE] = TABLE_RULING_NONE,
    };
    enum theme_ruling theme = tabular->setting->theme->ruling;
    if (tabular->block->ruling != TABLE_RULING_OF_THEME) {
        return tabular->block->ruling;
    }
    if (theme != RULING_AUTO) {
        return of_theme[theme];
    }
    return tabular->block->column_count >= COLUMNS_FOR_TINT ? TABLE_RULING_TINT
                                                            : TABLE_RULING_RULES;
}

static double draw_row(const struct tabular_canvas *canvas, size_t row, double y)
{
    const struct tabular *tabular = canvas->tabular;
    const struct text_style *style = setting_style(canvas->setting, STYLE_TABLE);
    const struct tabular_row *set = &tabular->rows[row];
    double cap = font_cap_height(canvas->setting->fonts, style) * style->size;
    double baseline = y + set->gap + (style->line_height + cap) / 2;
    if (ruling_of(tabular) == TABLE_RULING_TINT && row % 2) {
        draw_tint(canvas, (rect){canvas->x, y, tabular->width, set->height},
                  canvas->setting->theme->colors[COLOR_PANEL]);
    }
    tabular_open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    if (tabular_is_mere_head(tabular->block, row)) {
        draw_mere_head(canvas, row, baseline);
    } else {
        for (size_t at = 0; at < tabular->block->column_count; at++) {
            draw_cell(canvas, row, at, y, baseline);
        }
    }
    scene_group_end(canvas->scene);
    return y + set->height;
}

/* --- the part ------------------------------------------------------------------------- */

/* The rows of a part; between them hairlines, which are one path, and rules above totals.
 */
static double draw_rows(const struct tabular_canvas *canvas, struct flow_part part,
                        double y)
{
    const struct tabular *tabular = canvas->tabular;
    struct path hairlines = {0};
    for (size_t row = part.from; row < part.to; row++) {
        if (row > part.from && tabular->block->at[row].is_total) {
            tabular_rule(canvas, 0, tabular->width, y, RULE_TOTAL, COLOR_INK);
        } else if (row > part.from && ruling_of(tabular) == TABLE_RULING_RULES) {
            path_move(canvas->scene->arena, &hairlines, (point){canvas->x, y});
            path_line(canvas->scene->arena, &hairlines,
                      (point){canvas->x + tabular->width, y});
        }
        y = draw_row(canvas, row, y);
    }
    if (hairlines.count) {
        tabular_open(canvas, TAG_ARTIFACT, SCOPE_NONE);
        scene_path(canvas->scene, &hairlines,
                   setting_rule(canvas->setting, RULE_ROW, COLOR_GRID));
        scene_group_end(canvas->scene);
    }
    return y;
}

void tabular_draw(const struct tabular *tabular, struct scene *scene, point at,
                  struct flow_part part, double caption_height)
{
    struct tabular_canvas canvas = {tabular, tabular->setting, scene, at.x};
    double y = at.y;
    tabular_open(&canvas, TAG_TABLE, SCOPE_NONE);
    if (part.from == 0) {
        tabular_draw_caption(&canvas, y);
        y += caption_height;
    } else {
        tabular_draw_continued(&canvas, y);
        y += tabular->continued_height;
    }
    y = draw_rows(&canvas, part, tabular_draw_head(&canvas, y));
    tabular_rule(&canvas, 0, tabular->width, y, RULE_CLOSING, COLOR_INK);
    scene_group_end(scene);
    if (part.to == tabular->block->count) {
        tabular_draw_foot(&canvas, y);
    }
}
