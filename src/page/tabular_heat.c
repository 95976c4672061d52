/* SPDX-License-Identifier: MIT */
/*
 * Heat: the tints of classes, light enough for dark text, and their keys:
 *
 *   On year, %   [   | -10 |   | 0 |   | +10 |   ]
 */
#include "page/tabular.h"

#include "base/buffer.h"

#include <math.h>

#define CONTRAST_MIN 4.5 /* WCAG 2.2, 1.4.3 */
#define TINT_LEAST 0.10 /* of the hue in the lightest class */
#define TINT_MOST 0.62
#define SWATCH_WIDTH 26.0
#define SWATCH_HEIGHT 6.0
#define KEY_GAP 8.0 /* from the name to the swatches */
#define BOUNDS_GAP 1.5 /* between swatches and bounds */

/* How far a class is from where its hue begins, and how many of that hue there are. */
static void find_step(const struct table_heat *heat, int class, int *step, int *steps)
{
    bool is_below = class < heat->neutral;
    int above = heat->class_count - (heat->neutral ? heat->neutral - 1 : 0);
    int below = heat->neutral ? heat->neutral - 1 : 0;
    *steps = above > below ? above : below;
    *step =
        is_below ? heat->neutral - class : class - (heat->neutral ? heat->neutral - 1 : 0);
}

color tabular_heat_tint(const struct theme *theme, const struct table_heat *heat, int class)
{
    int step;
    int steps;
    find_step(heat, class, &step, &steps);
    color hue = theme->colors[heat->neutral ? COLOR_UP : COLOR_FOCUS];
    if (class < heat->neutral) {
        hue = theme->colors[COLOR_DOWN];
    }
    double part = steps > 1 ? (double)(step - 1) / (double)(steps - 1) : 0.5;
    part = TINT_LEAST + (TINT_MOST - TINT_LEAST) * part;
    color tint = color_mix(theme->colors[COLOR_PAPER], hue, part);
    while (color_contrast(theme->colors[COLOR_INK], tint) < CONTRAST_MIN && part > 0) {
        part -= 0.05; /* a dark hue: its darkest classes come nearer to each other */
        tint = color_mix(theme->colors[COLOR_PAPER], hue, fmax(part, 0));
    }
    return tint;
}

color tabular_heat_ink(const struct theme *theme, color tint)
{
    color ink = theme->colors[COLOR_INK];
    color paper = theme->colors[COLOR_PAPER];
    return color_contrast(ink, tint) >= color_contrast(paper, tint) ? ink : paper;
}

/* --- keys ----------------------------------------------------------------------------- */

static double key_height(const struct tabular *tabular)
{
    return setting_style(tabular->setting, STYLE_SOURCE)->line_height + SWATCH_HEIGHT +
           BOUNDS_GAP;
}

/* "On year, %": what the column is, in one line. */
static str name_of(const struct setting *setting, const struct table_column *column)
{
    struct buffer name = {.arena = setting->arena};
    for (size_t i = 0; i < column->head.length; i++) {
        bool is_break = column->head.at[i] == '\n';
        buffer_add(&name, is_break ? S(" ") : str_slice(column->head, i, i + 1));
    }
    if (name.count && column->unit.length) {
        buffer_add(&name, language_phrase(setting->language, PHRASE_CLAUSE));
    }
    buffer_add(&name, column->unit);
    return buffer_text(&name);
}

static void set_key(struct tabular *tabular, size_t at)
{
    const struct setting *setting = tabular->setting;
    const struct table_column *column = &tabular->block->columns[at];
    const struct text_style *style = setting_style(setting, STYLE_SOURCE);
    struct tabular_heat *key = &tabular->heats[tabular->heat_count++];
    key->column = at;
    key->name = setting_line(setting, name_of(setting, column), style, tabular->place);
    for (int i = 0; i + 1 < column->heat.class_count; i++) {
        key->bounds[i] =
            setting_line(setting, column->heat.bounds[i], style, tabular->place);
    }
}

double tabular_set_heat_keys(struct tabular *tabular)
{
    const struct table_block *block = tabular->block;
    tabular->heats =
        arena_array(tabular->setting->arena, struct tabular_heat, block->column_count);
    for (size_t at = 0; at < block->column_count; at++) {
        if (block->columns[at].heat.class_count) {
            set_key(tabular, at);
        }
    }
    return (double)tabular->heat_count * key_height(tabular);
}

static void draw_swatch(const struct tabular *tabular, struct scene *scene,
                        const struct table_heat *heat, int class, point at)
{
    struct paint paint = {
        .has_fill = true,
        .fill = tabular_heat_tint(tabular->setting->theme, heat, class),
    };
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_rect(scene, (rect){at.x, at.y, SWATCH_WIDTH, SWATCH_HEIGHT}, paint);
    scene_group_end(scene);
}

/* The name and below it, on their own lines, the swatches with the bounds between them. */
static void draw_key(const struct tabular *tabular, struct scene *scene,
                     const struct tabular_heat *key, point at)
{
    const struct text_style *style = setting_style(tabular->setting, STYLE_SOURCE);
    const struct table_heat *heat = &tabular->block->columns[key->column].heat;
    double baseline = at.y + style->line_height * SCENE_BASELINE_IN_LINE;
    scene_text(scene, &key->name, (point){at.x, baseline}, ALIGN_LEFT);
    double left = at.x + key->name.width + KEY_GAP;
    for (int class = 1; class <= heat->class_count; class ++) {
        double x = left + (class - 1) * SWATCH_WIDTH;
        draw_swatch(tabular, scene, heat, class, (point){x, at.y + 1});
        if (class > 1) {
            point below = {x, baseline + SWATCH_HEIGHT + BOUNDS_GAP};
            scene_text(scene, &key->bounds[class - 2], below, ALIGN_CENTER);
        }
    }
}

double tabular_draw_heat_keys(const struct tabular *tabular, struct scene *scene, point at)
{
    for (size_t i = 0; i < tabular->heat_count; i++) {
        draw_key(tabular, scene, &tabular->heats[i], at);
        at.y += key_height(tabular);
    }
    return (double)tabular->heat_count * key_height(tabular);
}
