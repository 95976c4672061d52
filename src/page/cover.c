/* SPDX-License-Identifier: MIT */
#include "cover.h"

#include "page/grid.h"

#include <math.h>

/* The sizes of headline and deck, as parts of those on a page. */
#define HEADLINE_SCALE 1.45
#define DECK_SCALE 1.25
#define DECK_GAP 8.0 /* above the deck */
#define CHART_GAP 26.0 /* above and below the chart */
#define CHART_PANEL_MAX 400.0
#define CHART_PANEL_MIN 120.0 /* a lower one is left out */
#define RULE_WIDTH 0.75
#define RULE_GAP 9.0 /* below the rule above the teasers */
#define TEASER_INDENT 28.0 /* of their titles: page numbers stand before them */

static struct text_style scaled(const struct setting *setting, enum theme_style style,
                                double scale)
{
    struct text_style made = *setting_style(setting, style);
    made.size *= scale;
    made.line_height *= scale;
    return made;
}

static struct text_block set_spans(const struct setting *setting, const struct block *block,
                                   enum theme_style style, double scale)
{
    struct text_style large = scaled(setting, style, scale);
    struct text_layout layout = {
        .width = setting->theme->content_width,
        .is_balanced = true,
    };
    return block ? setting_spans(setting, &block->spans, &large, layout)
                 : (struct text_block){0};
}

/* The headline, or the title of a document that has none. */
static struct text_block set_headline(const struct setting *setting,
                                      const struct cover_parts *parts)
{
    if (parts->headline) {
        return set_spans(setting, parts->headline, STYLE_HEADLINE, HEADLINE_SCALE);
    }
    struct text_style large = scaled(setting, STYLE_HEADLINE, HEADLINE_SCALE);
    struct text_layout layout = {
        .width = setting->theme->content_width,
        .is_balanced = true,
    };
    return setting_block(setting, parts->title, &large, layout, (struct place){0});
}

static void set_teasers(struct cover_page *cover)
{
    const struct contents *contents = cover->parts.contents;
    const struct setting *setting = cover->setting;
    struct text_layout layout = {
        .width = setting->theme->content_width - TEASER_INDENT,
        .is_balanced = true,
    };
    while (contents && cover->teaser_count < contents->count &&
           cover->teaser_count < COUNT_OF(cover->teasers)) {
        size_t at = cover->teaser_count++;
        cover->teasers[at] = setting_heading_link(
            setting, contents->at[at].heading, setting_style(setting, STYLE_DECK), layout);
    }
}

static double teasers_height(const struct cover_page *cover)
{
    double height = cover->teaser_count ? RULE_GAP : 0;
    for (size_t i = 0; i < cover->teaser_count; i++) {
        height += cover->teasers[i].height;
    }
    return height;
}

static double text_bottom(const struct cover_page *cover)
{
    double deck = cover->deck.height > 0 ? DECK_GAP + cover->deck.height : 0;
    return cover->top + cover->headline.height + deck;
}

/* What is above the footnotes. */
static double page_height(const struct cover_page *cover)
{
    return grid_content(cover->setting->theme).height - cover->foot;
}

/* The chart without its number and title: the headline says what it shows. */
static bool set_chart(struct cover_page *cover)
{
    const struct setting *setting = cover->setting;
    if (!cover->parts.chart) {
        return true;
    }
    struct chart chart = *cover->parts.chart;
    double width = setting->theme->content_width;
    chart.size = CHART_FULL;
    chart.number = chart.title = (str){0};
    struct chart_measure parts = chart_measure(
        setting->arena, &chart, width, setting->theme, setting->fonts, setting->error);
    double room = page_height(cover) - text_bottom(cover) - teasers_height(cover) -
                  2 * CHART_GAP - parts.head - parts.foot;
    if (room < CHART_PANEL_MIN || room < parts.panel) {
        return true;
    }
    parts.panel = fmax(parts.panel, fmin(room, CHART_PANEL_MAX));
    cover->chart = chart_draw(setting->arena, &chart, width, parts, setting->theme,
                              setting->fonts, setting->error);
    return cover->chart != NULL;
}

static bool refuse_height(const struct cover_page *cover)
{
    const struct block *headline = cover->parts.headline;
    return text_bottom(cover) + teasers_height(cover) <= page_height(cover) ||
           error_at(cover->setting->error, ERROR_CONFIG,
                    headline ? headline->place : (struct place){0},
                    "the headline and its deck are higher than the cover");
}

const struct cover_page *cover_set(const struct setting *setting,
                                   const struct cover_parts *parts, double top)
{
    struct cover_page *cover = arena_new(setting->arena, struct cover_page);
    cover->setting = setting;
    cover->parts = *parts;
    cover->top = top + 2 * setting->theme->baseline;
    cover->headline = set_headline(setting, parts);
    cover->deck = set_spans(setting, parts->deck, STYLE_DECK, DECK_SCALE);
    notes_in_block(setting, &cover->headline, &cover->notes);
    notes_in_block(setting, &cover->deck, &cover->notes);
    cover->foot = notes_foot(setting, 0, &cover->notes);
    set_teasers(cover);
    bool is_set = !setting_failed(setting) && refuse_height(cover) && set_chart(cover);
    return is_set ? cover : NULL;
}

/* --- drawing ----------------------------------------------------------------------------
 */

static void draw_text(const struct cover_page *cover, const struct text_block *text,
                      struct scene *scene, struct scene_tag tag, point at)
{
    if (text->line_count) {
        scene_group_begin(scene, tag);
        notes_mark_block(cover->setting, scene, text, at);
        scene_block(scene, text, at, ALIGN_LEFT);
        scene_group_end(scene);
    }
}

static void draw_headline(const struct cover_page *cover, struct scene *scene, point at)
{
    const struct block *headline = cover->parts.headline;
    if (headline && headline->anchor.length) {
        scene_mark(scene, at, headline->anchor);
    }
    draw_text(cover, &cover->headline, scene,
              (struct scene_tag){.role = TAG_HEADING, .level = 1}, at);
    draw_text(cover, &cover->deck, scene, (struct scene_tag){.role = TAG_PARAGRAPH},
              (point){at.x, at.y + cover->headline.height + DECK_GAP});
}

static void draw_teaser(const struct cover_page *cover, size_t at, struct scene *scene,
                        point from)
{
    const struct setting *setting = cover->setting;
    struct text_style style = *setting_style(setting, STYLE_DECK);
    style.weight = WEIGHT_BOLD;
    style.color = setting->theme->colors[COLOR_FOCUS];
    str number = str_print(setting->arena, "%zu", cover->parts.contents->at[at].page + 1);
    struct text_block page =
        setting_block(setting, number, &style, (struct text_layout){0}, (struct place){0});
    scene_group_begin(scene, (struct scene_tag){.role = TAG_LIST_ITEM});
    scene_block(scene, &page, from, ALIGN_LEFT);
    scene_block(scene, &cover->teasers[at], (point){from.x + TEASER_INDENT, from.y},
                ALIGN_LEFT);
    scene_group_end(scene);
}

static void draw_teasers(const struct cover_page *cover, struct scene *scene, point at)
{
    if (!cover->teaser_count) {
        return;
    }
    double right = at.x + cover->setting->theme->content_width;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, at, (point){right, at.y},
               setting_rule(cover->setting, RULE_WIDTH, COLOR_INK));
    scene_group_end(scene);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_LIST});
    at.y += RULE_GAP;
    for (size_t i = 0; i < cover->teaser_count; i++) {
        draw_teaser(cover, i, scene, at);
        at.y += cover->teasers[i].height;
    }
    scene_group_end(scene);
}

void cover_draw(const struct cover_page *cover, struct scene *scene)
{
    rect content = grid_content(cover->setting->theme);
    draw_headline(cover, scene, (point){content.x, content.y + cover->top});
    if (cover->chart) {
        double y = content.y + text_bottom(cover) + CHART_GAP;
        scene_append(scene, cover->chart, (point){content.x, y});
    }
    double bottom = content.y + page_height(cover);
    draw_teasers(cover, scene, (point){content.x, bottom - teasers_height(cover)});
}
