/* SPDX-License-Identifier: MIT */
#include "symbol.h"

#include "base/buffer.h"

/* Flags are set at this part of the text's size, but not below what can be read. */
#define FLAG_SCALE 0.42
#define FLAG_SIZE_MIN 6.5

void symbol_arrow(const struct setting *setting, struct scene *scene, int sign, point at)
{
    symbol_arrow_in(setting, scene, sign, at, setting->theme->colors[symbol_color(sign)]);
}

void symbol_arrow_in(const struct setting *setting, struct scene *scene, int sign, point at,
                     color ink)
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
    struct paint paint = {.has_fill = true, .fill = ink};
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_path(scene, &path, paint);
    scene_group_end(scene);
}

enum theme_color symbol_color(int sign)
{
    return sign > 0 ? COLOR_UP_TEXT : sign < 0 ? COLOR_DOWN_TEXT : COLOR_SECONDARY;
}

void symbol_note_flag(struct symbol_flags *flags, str flag)
{
    if (flag.length == 1 && flag.at[0] >= 'a' && flag.at[0] <= 'z') {
        flags->is_used[flag.at[0] - 'a'] = true;
    }
}

str symbol_key(const struct setting *setting, const struct symbol_flags *flags)
{
    const struct language *language = setting->language;
    struct buffer key = {.arena = setting->arena};
    for (size_t i = 0; i < COUNT_OF(flags->is_used); i++) {
        if (!flags->is_used[i]) {
            continue;
        }
        char letter = (char)('A' + i);
        str word = language_status(language, letter);
        if (!word.length) {
            word = language_say(setting->arena, language, PHRASE_STATUS_OF_SOURCE,
                                (str){&letter, 1}, S(""));
        }
        buffer_add(&key, key.count ? language_phrase(language, PHRASE_SEMICOLON) : S(""));
        buffer_print(&key, "%c %.*s", (char)('a' + i), STR_ARG(word));
    }
    return buffer_text(&key);
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
    const struct language *language = setting->language;
    str parts[] = {language_say(setting->arena, language, PHRASE_LINE, label, S("")),
                   language_period(setting->arena, language, window)};
    str alt = str_join(setting->arena, parts, COUNT_OF(parts),
                       language_phrase(language, PHRASE_CLAUSE));
    scene_group_begin(scene, (struct scene_tag){.role = TAG_FIGURE, .alt = alt});
    chart_sparkline(scene, series, window, area, setting->theme,
                    setting->theme->colors[COLOR_FOCUS]);
    scene_group_end(scene);
}
