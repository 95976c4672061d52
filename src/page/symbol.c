/* SPDX-License-Identifier: MIT */
#include "page/symbol.h"

/* Flags are set at this part of the text's size, but not below what can be read. */
#define FLAG_SCALE 0.42
#define FLAG_SIZE_MIN 6.5

void symbol_arrow(const struct setting *setting, struct scene *scene, int sign, point at)
{
    if (!sign) {
        return;
    }
    double base = sign > 0 ? at.y : at.y - ARROW_HEIGHT;
    double tip = sign > 0 ? at.y - ARROW_HEIGHT : at.y;
    struct path path = {0};
    path_move(setting->arena, &path, (point){at.x, base});
    path_line(setting->arena, &path, (point){at.x + ARROW_WIDTH, base});
    path_line(setting->arena, &path, (point){at.x + ARROW_WIDTH / 2, tip});
    path_close(setting->arena, &path);
    struct paint paint = {
        .has_fill = true,
        .fill = setting->theme->colors[symbol_color(sign)],
    };
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_path(scene, &path, paint);
    scene_group_end(scene);
}

enum theme_color symbol_color(int sign)
{
    return sign > 0 ? COLOR_UP_TEXT : sign < 0 ? COLOR_DOWN_TEXT : COLOR_SECONDARY;
}

str symbol_meaning(str flag)
{
    static const struct {
        const char *flag, *meaning;
    } meanings[] = {
        {"b", "break in series"}, {"e", "derived"},     {"f", "forecast"},
        {"i", "imputed"},         {"p", "provisional"}, {"r", "revised"},
    };
    for (size_t i = 0; i < COUNT_OF(meanings); i++) {
        if (str_equal(flag, str_from(meanings[i].flag))) {
            return str_from(meanings[i].meaning);
        }
    }
    return (str){0};
}

struct text_style symbol_flag_style(const struct text_style *style)
{
    struct text_style flag = *style;
    double size = style->size * FLAG_SCALE;
    flag.size = size < FLAG_SIZE_MIN ? FLAG_SIZE_MIN : size;
    flag.weight = WEIGHT_REGULAR;
    return flag;
}

double symbol_flag_rise(const struct text_style *style)
{
    return style->size * 0.72 - symbol_flag_style(style).size * 0.5;
}

void symbol_spark(const struct setting *setting, struct scene *scene,
                  const struct series *series, struct period window, str label, rect area)
{
    str alt = str_print(setting->arena, "Line of %.*s, %.*s", STR_ARG(label),
                        STR_ARG(period_name(setting->arena, window)));
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = alt});
    chart_sparkline(scene, series, window, area, setting->theme,
                    setting->theme->colors[COLOR_FOCUS]);
    scene_group_end(scene);
}
