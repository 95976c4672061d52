/* SPDX-License-Identifier: MIT */
/* What stands above and below the rows of a table. */
#include "symbol.h"

#include "base/buffer.h"
#include "chart/tab.h"
#include "page/grid.h"
#include "page/tabular.h"

/* Titles are larger where a table is wider than half the page, as those of charts are. */
static enum theme_style title_style(const struct tabular *tabular)
{
    double half = theme_columns(tabular->setting->theme, THEME_COLUMNS / 2);
    return tabular->width > half + GRID_TOLERANCE ? STYLE_CHART_TITLE_WIDE
                                                  : STYLE_CHART_TITLE;
}

/* "Table 1 (continued)", on all pages but the first. */
static void set_continued(struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    if (!tabular->block->number.length) {
        return;
    }
    str text = language_say(setting->arena, setting->language, PHRASE_TABLE_CONTINUED,
                            tabular->block->number, S(""));
    tabular->continued =
        setting_line(setting, text, setting_style(setting, STYLE_SOURCE), tabular->place);
    tabular->continued_height = tab_title_top(setting->language) + TABULAR_CAPTION_GAP;
}

void tabular_set_caption(struct tabular *tabular)
{
    const struct setting *setting = tabular->setting;
    const struct table_block *block = tabular->block;
    struct text_layout balanced = {.width = tabular->width, .is_balanced = true};
    tabular->title =
        setting_block(setting, block->title, setting_style(setting, title_style(tabular)),
                      balanced, tabular->place);
    tabular->subtitle = setting_block(
        setting, block->subtitle, setting_style(setting, STYLE_CHART_SUBTITLE),
        (struct text_layout){.width = tabular->width}, tabular->place);
    tabular->number = setting_line(setting, block->number,
                                   setting_style(setting, STYLE_SOURCE), tabular->place);
    double height = tabular->title.height + tabular->subtitle.height;
    bool has_caption = height > 0 || tabular->number.run_count;
    double top = tab_title_top(setting->language);
    tabular->caption_height = has_caption ? top + height + TABULAR_CAPTION_GAP : 0;
    set_continued(tabular);
}

void tabular_draw_caption(const struct tabular_canvas *canvas, double y)
{
    const struct tabular *tabular = canvas->tabular;
    if (tabular->caption_height <= 0) {
        return;
    }
    tabular_open(canvas, TAG_CAPTION, SCOPE_NONE);
    tab_draw_numbered(canvas->scene, canvas->setting->theme, canvas->setting->fonts,
                      &tabular->number, (point){canvas->x, y});
    y += tab_title_top(canvas->setting->language);
    y = scene_block(canvas->scene, &tabular->title, (point){canvas->x, y}, ALIGN_LEFT);
    scene_block(canvas->scene, &tabular->subtitle, (point){canvas->x, y}, ALIGN_LEFT);
    scene_group_end(canvas->scene);
}

void tabular_draw_continued(const struct tabular_canvas *canvas, double y)
{
    if (canvas->tabular->continued_height <= 0) {
        return;
    }
    tabular_open(canvas, TAG_CAPTION, SCOPE_NONE);
    tab_draw_numbered(canvas->scene, canvas->setting->theme, canvas->setting->fonts,
                      &canvas->tabular->continued, (point){canvas->x, y});
    scene_group_end(canvas->scene);
}
