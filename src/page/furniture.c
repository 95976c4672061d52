/* SPDX-License-Identifier: MIT */
#include "furniture.h"

#include "chart/tab.h"
#include "page/grid.h"

#define MASTHEAD_BASELINE 8.0 /* above its rule */
#define MASTHEAD_RULE 0.8
#define HEADER_BASELINE 18.0 /* above the content box */
#define FOOTER_RULE 0.4
#define FOOTER_TOP 19.0 /* the rule, below the content box */
#define FOOTER_BASELINE 11.0 /* below the rule */

double furniture_masthead_height(const struct theme *theme)
{
    return 2 * theme->baseline;
}

static void draw_line(const struct setting *setting, struct scene *scene, str text,
                      enum theme_style style, point at, enum text_align align)
{
    struct text_line line =
        setting_line(setting, text, setting_style(setting, style), (struct place){0});
    if (line.run_count) {
        scene_text(scene, &line, at, align);
    }
}

/* "October 2025 · Data as published 20 November 2025" */
static str with_dot(struct arena *arena, str left, str right)
{
    const char *dot = left.length && right.length ? "  \u00b7  " : "";
    return str_print(arena, "%.*s%s%.*s", STR_ARG(left), dot, STR_ARG(right));
}

static void draw_masthead(const struct setting *setting, struct scene *scene,
                          const struct document *document)
{
    rect content = grid_content(setting->theme);
    double right = content.x + content.width;
    double rule = content.y + setting->theme->baseline / 2;
    tab_draw(scene, setting->theme,
             (point){content.x, rule - setting->theme->baseline * 2});
    draw_line(setting, scene, document->series_title, STYLE_MASTHEAD,
              (point){content.x, rule - MASTHEAD_BASELINE}, ALIGN_LEFT);
    draw_line(setting, scene, with_dot(setting->arena, document->issue, document->release),
              STYLE_MASTHEAD_DETAIL, (point){right, rule - MASTHEAD_BASELINE}, ALIGN_RIGHT);
    scene_line(scene, (point){content.x, rule}, (point){right, rule},
               setting_rule(setting, MASTHEAD_RULE, COLOR_INK));
}

static void draw_header(const struct setting *setting, struct scene *scene,
                        const struct furniture *furniture)
{
    rect content = grid_content(setting->theme);
    const struct document *document = furniture->document;
    double y = content.y - HEADER_BASELINE;
    draw_line(setting, scene,
              with_dot(setting->arena, document->series_title, document->issue),
              STYLE_RUNNING, (point){content.x, y}, ALIGN_LEFT);
    str right = furniture->section.length ? furniture->section : document->organisation;
    draw_line(setting, scene, right, STYLE_RUNNING, (point){content.x + content.width, y},
              ALIGN_RIGHT);
}

static void draw_footer(const struct setting *setting, struct scene *scene,
                        const struct furniture *furniture)
{
    rect content = grid_content(setting->theme);
    const struct document *document = furniture->document;
    double right = content.x + content.width;
    double rule = content.y + content.height + FOOTER_TOP;
    double y = rule + FOOTER_BASELINE;
    scene_line(scene, (point){content.x, rule}, (point){right, rule},
               setting_rule(setting, FOOTER_RULE, COLOR_EVENT));
    draw_line(setting, scene,
              with_dot(setting->arena, document->organisation, document->release),
              STYLE_RUNNING, (point){content.x, y}, ALIGN_LEFT);
    str number = language_say(setting->arena, setting->language, PHRASE_PAGE,
                              str_print(setting->arena, "%zu", furniture->page + 1),
                              str_print(setting->arena, "%zu", furniture->page_count));
    draw_line(setting, scene, number, STYLE_RUNNING, (point){right, y}, ALIGN_RIGHT);
}

void furniture_draw(const struct setting *setting, struct scene *scene,
                    const struct furniture *furniture)
{
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    if (furniture->page == 0) {
        draw_masthead(setting, scene, furniture->document);
    } else {
        draw_header(setting, scene, furniture);
    }
    draw_footer(setting, scene, furniture);
    scene_group_end(scene);
}
