/* SPDX-License-Identifier: MIT */
#include "exhibit.h"

#include "page/grid.h"
#include "page/tabular.h"

#include <math.h>

#define SPACE_ABOVE 20.0
#define SPACE_BELOW 18.0

int exhibit_columns(enum chart_size size)
{
    static const int columns[] = {
        [CHART_THIRD] = 4,
        [CHART_HALF] = 6,
        [CHART_TWO_THIRDS] = 8,
        [CHART_FULL] = THEME_COLUMNS,
    };
    return columns[size];
}

void exhibit_mark(const struct block *block, struct scene *scene, point at)
{
    if (block->anchor.length) {
        scene_mark(scene, at, block->anchor);
    }
}

void exhibit_show(const struct block *block, struct scene *scene, size_t first)
{
    for (size_t i = first; i < scene->count; i++) {
        struct scene_item *item = &scene->at[i];
        bool is_exhibit = item->kind == SCENE_GROUP_BEGIN &&
                          (item->tag.role == TAG_FIGURE || item->tag.role == TAG_TABLE);
        if (is_exhibit) {
            item->tag.shows = block;
            return;
        }
    }
}

static void draw_chart(const struct flow_block *block, struct scene *scene, point at,
                       struct flow_part part)
{
    (void)part;
    size_t first = scene->count;
    exhibit_mark(block->source, scene, at);
    scene_append(scene, block->content, at);
    exhibit_show(block->source, scene, first);
}

static const struct flow_class chart_class = {
    .name = "figure",
    .fit = flow_fit_whole,
    .draw = draw_chart,
};

bool exhibit_set_chart(const struct setting *setting, const struct block *block,
                       double width, struct flow_block *made)
{
    const struct chart *chart = block->chart;
    width = fmin(width, theme_columns(setting->theme, exhibit_columns(chart->size)));
    struct chart_measure parts = chart_measure(setting->arena, chart, width, setting->theme,
                                               setting->fonts, setting->error);
    if (setting_failed(setting)) {
        return false;
    }
    const struct scene *scene = chart_draw(setting->arena, chart, width, parts,
                                           setting->theme, setting->fonts, setting->error);
    if (!scene) {
        return false;
    }
    *made = (struct flow_block){
        .kind = &chart_class,
        .content = scene,
        .source = block,
        .units = 1,
        .height = scene->height,
        .space_above = SPACE_ABOVE,
        .space_below = SPACE_BELOW,
    };
    return true;
}

static struct flow_part fit_table(const struct flow_block *block, size_t from,
                                  double height)
{
    return tabular_fit(block->content, from, height);
}

static void draw_table(const struct flow_block *block, struct scene *scene, point at,
                       struct flow_part part)
{
    const struct tabular *tabular = block->content;
    size_t first = scene->count;
    if (part.from == 0) {
        exhibit_mark(block->source, scene, at);
    }
    tabular_draw(tabular, scene, at, part, tabular->caption_height);
    exhibit_show(block->source, scene, first);
}

static const struct flow_class table_class = {
    .name = "table",
    .fit = fit_table,
    .draw = draw_table,
};

bool exhibit_set_table(const struct setting *setting, const struct block *block,
                       double width, struct flow_block *made)
{
    const struct tabular *tabular = tabular_set(setting, block->table, block->place, width);
    if (!tabular) {
        return false;
    }
    *made = (struct flow_block){
        .kind = &table_class,
        .content = tabular,
        .source = block,
        .units = block->table->count,
        .space_above = SPACE_ABOVE,
        .space_below = SPACE_BELOW,
    };
    return true;
}
