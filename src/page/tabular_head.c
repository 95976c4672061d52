/* SPDX-License-Identifier: MIT */
/* The heads of columns, their units, and the spanners above them. */
#include "symbol.h"

#include "page/tabular.h"

#include <math.h>

#define HEAD_WIDTH_MIN 36.0 /* heads are not broken to less */
#define RULE_HEAD 0.75
#define RULE_SPANNER 0.4

enum { HEAD_LINES_MAX = 2 };

/* --- set ------------------------------------------------------------------------------ */

static void set_mark(struct tabular *tabular, size_t at, const struct text_style *style)
{
    const struct setting *setting = tabular->setting;
    struct tabular_column *column = &tabular->columns[at];
    struct text_style flag = symbol_flag_style(style);
    column->mark =
        setting_line(setting, tabular->block->columns[at].mark, &flag, tabular->place);
    if (column->mark.run_count) {
        column->overhang = fmax(column->overhang, TABULAR_FLAG_GAP + column->mark.width);
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
    set_mark(tabular, at, style);
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

void tabular_set_heads(struct tabular *tabular)
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

/* --- drawn ---------------------------------------------------------------------------- */

static void draw_spanner(const struct tabular_canvas *canvas, size_t first, size_t end,
                         double y)
{
    const struct tabular *tabular = canvas->tabular;
    const struct text_block *spanner = &tabular->columns[first].spanner;
    if (!spanner->line_count) {
        tabular_open(canvas, TAG_TABLE_CELL, SCOPE_NONE);
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
    tabular_rule(canvas, left, right, y + spanner->line_height + 2, RULE_SPANNER,
                 COLOR_EVENT);
}

static void draw_spanners(const struct tabular_canvas *canvas, double y)
{
    const struct table_block *block = canvas->tabular->block;
    tabular_open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    for (size_t first = 0, end; first < block->column_count; first = end) {
        end = tabular_spanner_end(block, first);
        draw_spanner(canvas, first, end, y);
    }
    scene_group_end(canvas->scene);
}

/* After the last line of the head. */
static void draw_mark(const struct tabular_canvas *canvas,
                      const struct tabular_column *column, double bottom)
{
    const struct text_block *head = &column->head;
    const struct text_style *style = setting_style(canvas->setting, STYLE_TABLE_HEAD);
    double width = head->line_count ? head->lines[head->line_count - 1].width : 0;
    point at = {
        canvas->x + (column->is_left ? column->left + width : column->right) +
            TABULAR_FLAG_GAP,
        bottom - style->line_height * (1 - SCENE_BASELINE_IN_LINE) -
            symbol_flag_rise(style),
    };
    scene_text(canvas->scene, &column->mark, at, ALIGN_LEFT);
}

/* Heads stand on a common bottom line, the unit below the words. */
static void draw_heads(const struct tabular_canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    double bottom = y + tabular->head_height - TABULAR_HEAD_GAP;
    tabular_open(canvas, TAG_TABLE_ROW, SCOPE_NONE);
    for (size_t at = 0; at < tabular->block->column_count; at++) {
        const struct tabular_column *column = &tabular->columns[at];
        enum text_align align = column->is_left ? ALIGN_LEFT : ALIGN_RIGHT;
        point top = {
            canvas->x + (column->is_left ? column->left : column->right),
            bottom - column->head.height - column->unit.height,
        };
        tabular_open_in(canvas, column, TAG_TABLE_HEAD, SCOPE_COLUMN);
        top.y = scene_block(canvas->scene, &column->head, top, align);
        if (column->mark.run_count) {
            draw_mark(canvas, column, top.y);
        }
        scene_block(canvas->scene, &column->unit, top, align);
        scene_group_end(canvas->scene);
    }
    scene_group_end(canvas->scene);
}

double tabular_draw_head(const struct tabular_canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    if (tabular->spanner_height > 0) {
        draw_spanners(canvas, y);
        y += tabular->spanner_height;
    }
    draw_heads(canvas, y - tabular->spanner_height);
    y += tabular->head_height - tabular->spanner_height;
    tabular_rule(canvas, 0, tabular->width, y, RULE_HEAD, COLOR_INK);
    return y;
}
