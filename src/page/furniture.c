/* SPDX-License-Identifier: MIT */
#include "furniture.h"

#include "chart/tab.h"
#include "page/grid.h"

#include <math.h>

#define MASTHEAD_BASELINE 8.0 /* above its rule */
#define MASTHEAD_RULE 0.8
#define BAND_TOP 4.5 /* below the masthead's rule */
#define BAND_PADDING 2.0 /* above and below its text */
#define BAND_INSET 6.0 /* before and behind it */
#define BAND_BELOW 10.0 /* the least space below it */
#define ENDS_GAP 12.0 /* at least, between the two ends of a line */
#define RIGHT_END 0.6 /* the part of a line that its right end may take */
#define HEADER_BASELINE 18.0 /* above the content box */
#define FOOTER_RULE 0.4
#define FOOTER_TOP 19.0 /* the rule, below the content box */
#define FOOTER_BASELINE 11.0 /* below the rule */

/* The masthead's rule, below the top of the content box. */
static double rule_top(const struct theme *theme)
{
    return theme->baseline / 2;
}

/* The first characters of a text, and an ellipsis. */
static str cut_text(struct arena *arena, str text, size_t characters)
{
    size_t end = 0;
    for (size_t i = 0; i < characters && end < text.length; i++) {
        uint32_t character;
        end += str_decode(text, end, &character);
    }
    return str_print(arena, "%.*s\u2026", STR_ARG(str_trim(str_slice(text, 0, end))));
}

/* A line that is cut where it is wider than its place. */
static struct text_line set_line(const struct setting *setting, str text,
                                 enum theme_style style, double width)
{
    const struct text_style *in = setting_style(setting, style);
    struct text_line line = setting_line(setting, text, in, (struct place){0});
    size_t fitting = 0;
    size_t wide = str_characters(text); /* so many are too wide */
    if (line.width <= width || !wide) {
        return line;
    }
    while (fitting + 1 < wide) {
        size_t middle = (fitting + wide) / 2;
        str cut = cut_text(setting->arena, text, middle);
        bool fits = setting_line(setting, cut, in, (struct place){0}).width <= width;
        fitting = fits ? middle : fitting;
        wide = fits ? wide : middle;
    }
    return setting_line(setting, cut_text(setting->arena, text, fitting), in,
                        (struct place){0});
}

/* What stands at the two ends of a line. */
struct ends {
    str left, right;
    enum theme_style left_style, right_style;
};

/* The left end gets at most `left_width`, and what the right one leaves. */
static void draw_ends(const struct setting *setting, struct scene *scene,
                      const struct ends *ends, double baseline, double left_width)
{
    rect content = grid_content(setting->theme);
    double room = content.width - ENDS_GAP;
    struct text_line right =
        set_line(setting, ends->right, ends->right_style, room * RIGHT_END);
    struct text_line left = set_line(setting, ends->left, ends->left_style,
                                     fmin(left_width, room - right.width));
    if (left.run_count) {
        scene_text(scene, &left, (point){content.x, baseline}, ALIGN_LEFT);
    }
    if (right.run_count) {
        scene_text(scene, &right, (point){content.x + content.width, baseline},
                   ALIGN_RIGHT);
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
    double rule = content.y + rule_top(setting->theme);
    struct ends ends = {
        .left = document->series_title,
        .right = with_dot(setting->arena, document->issue, document->release),
        .left_style = STYLE_MASTHEAD,
        .right_style = STYLE_MASTHEAD_DETAIL,
    };
    tab_draw(scene, setting->theme,
             (point){content.x, rule - setting->theme->baseline * 2});
    draw_ends(setting, scene, &ends, rule - MASTHEAD_BASELINE, content.width);
    scene_line(scene, (point){content.x, rule}, (point){right, rule},
               setting_rule(setting, MASTHEAD_RULE, COLOR_INK));
}

static void draw_header(const struct setting *setting, struct scene *scene,
                        const struct furniture *furniture)
{
    rect content = grid_content(setting->theme);
    const struct document *document = furniture->document;
    struct ends ends = {
        .left = with_dot(setting->arena, document->series_title, document->issue),
        .right = furniture->section.length ? furniture->section : document->organisation,
        .left_style = STYLE_RUNNING,
        .right_style = STYLE_RUNNING,
    };
    draw_ends(setting, scene, &ends, content.y - HEADER_BASELINE, content.width);
}

/* In the middle of the footer: that some of the issue is not final. */
static struct text_line set_stamp(const struct setting *setting,
                                  const struct document *document)
{
    struct text_style style = setting_style_in(setting, STYLE_RUNNING, COLOR_DOWN_TEXT);
    style.weight = WEIGHT_BOLD;
    str word = language_phrase(setting->language, PHRASE_PROVISIONAL);
    return document->provisional.length
               ? setting_line(setting, word, &style, (struct place){0})
               : (struct text_line){0};
}

static void draw_footer(const struct setting *setting, struct scene *scene,
                        const struct furniture *furniture)
{
    rect content = grid_content(setting->theme);
    const struct document *document = furniture->document;
    double right = content.x + content.width;
    double middle = content.x + content.width / 2;
    double rule = content.y + content.height + FOOTER_TOP;
    double baseline = rule + FOOTER_BASELINE;
    struct text_line stamp = set_stamp(setting, document);
    struct ends ends = {
        .left = with_dot(setting->arena, document->organisation, document->release),
        .right = language_say(setting->arena, setting->language, PHRASE_PAGE,
                              str_print(setting->arena, "%zu", furniture->page + 1),
                              str_print(setting->arena, "%zu", furniture->page_count)),
        .left_style = STYLE_RUNNING,
        .right_style = STYLE_RUNNING,
    };
    scene_line(scene, (point){content.x, rule}, (point){right, rule},
               setting_rule(setting, FOOTER_RULE, COLOR_EVENT));
    draw_ends(setting, scene, &ends, baseline,
              stamp.run_count ? (content.width - stamp.width) / 2 - ENDS_GAP
                              : content.width);
    if (stamp.run_count) {
        scene_text(scene, &stamp, (point){middle, baseline}, ALIGN_CENTER);
    }
}

/* --- the band ---------------------------------------------------------------------------
 */

/* "Provisional" and what of the issue is so. */
static struct text_block set_band(const struct setting *setting,
                                  const struct document *document)
{
    struct inline_span spans[] = {
        {.text = language_phrase(setting->language, PHRASE_PROVISIONAL), .is_strong = true},
        {.text = S("\u2002")},
        {.text = document->provisional},
    };
    struct inline_spans all = {.at = spans, .count = COUNT_OF(spans)};
    struct text_style style = setting_style_in(setting, STYLE_NOTE, COLOR_INK);
    struct text_layout layout = {.width = setting->theme->content_width - 2 * BAND_INSET};
    return setting_spans(setting, &all, &style, layout);
}

double furniture_masthead_height(const struct setting *setting,
                                 const struct document *document)
{
    const struct theme *theme = setting->theme;
    if (!document->provisional.length) {
        return 2 * theme->baseline;
    }
    double band = set_band(setting, document).height + 2 * BAND_PADDING;
    return grid_snap(theme, rule_top(theme) + BAND_TOP + band + BAND_BELOW);
}

void furniture_draw_band(const struct setting *setting, struct scene *scene,
                         const struct document *document)
{
    if (!document->provisional.length) {
        return;
    }
    rect content = grid_content(setting->theme);
    struct text_block text = set_band(setting, document);
    rect band = {content.x, content.y + rule_top(setting->theme) + BAND_TOP, content.width,
                 text.height + 2 * BAND_PADDING};
    struct paint tint = {.has_fill = true, .fill = setting->theme->colors[COLOR_PANEL]};
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_rect(scene, band, tint);
    scene_group_end(scene);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
    scene_block(scene, &text, (point){band.x + BAND_INSET, band.y + BAND_PADDING},
                ALIGN_LEFT);
    scene_group_end(scene);
}

/* --- the whole --------------------------------------------------------------------------
 */

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
