/* SPDX-License-Identifier: MIT */
#include "chart/tab.h"

static const double tab_width = 18;
static const double tab_height = 3;
static const double tab_top = 1; /* so that the number beside it has room */
static const double number_gap = 4;
static const double title_top = 7;
static const double title_top_of_tall = 10;

void tab_draw(struct scene *scene, const struct theme *theme, point at)
{
    struct paint focus = {.has_fill = true, .fill = theme->colors[COLOR_FOCUS]};
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_rect(scene, (rect){at.x, at.y, tab_width, tab_height}, focus);
    scene_group_end(scene);
}

double tab_title_top(const struct language *language)
{
    return language_is_right_to_left(language) ? title_top_of_tall : title_top;
}

void tab_draw_numbered(struct scene *scene, const struct theme *theme, struct fonts *fonts,
                       const struct text_line *number, point at)
{
    tab_draw(scene, theme, (point){at.x, at.y + tab_top});
    if (number->run_count) {
        const struct text_style *style = &theme->styles[STYLE_SOURCE];
        double cap = font_cap_height(fonts, style) * style->size;
        double baseline = at.y + tab_top + (tab_height + cap) / 2;
        scene_text(scene, number, (point){at.x + tab_width + number_gap, baseline},
                   ALIGN_LEFT);
    }
}
