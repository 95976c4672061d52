/* SPDX-License-Identifier: MIT */
#include "box.h"

#include "note.h"
#include "stack.h"

#include <math.h>

#define TOP_RULE 0.75
#define BOTTOM_RULE 0.4
#define PADDING 6.5 /* between a rule and the text */
#define TITLE_GAP 3.0

static void draw_rule(const struct setting *setting, struct scene *scene, point at,
                      double width, double weight)
{
    enum theme_color ink = weight == TOP_RULE ? COLOR_INK : COLOR_EVENT;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, at, (point){at.x + width, at.y}, setting_rule(setting, weight, ink));
    scene_group_end(scene);
}

/* --- boxes ------------------------------------------------------------------------------
 */

struct box {
    const struct setting *setting;
    struct text_block title;
    double title_height; /* with the space below */
    struct stack stack;
    double width;
};

static double head_height(const struct box *box, size_t from)
{
    return PADDING + (from ? 0 : box->title_height);
}

static struct flow_part fit(const struct flow_block *block, size_t from, double height)
{
    const struct box *box = block->content;
    double around = head_height(box, from) + PADDING;
    struct flow_part part = stack_fit(&box->stack, from, height - around);
    part.height += around;
    return part;
}

/* What the stack has of a part of the box. */
static struct flow_part inner_part(const struct box *box, struct flow_part part)
{
    part.height -= head_height(box, part.from) + PADDING;
    return part;
}

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    const struct box *box = block->content;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_SECTION});
    draw_rule(box->setting, scene, at, box->width, TOP_RULE);
    if (part.from == 0 && box->title.line_count) {
        scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
        scene_block(scene, &box->title, (point){at.x, at.y + PADDING}, ALIGN_LEFT);
        scene_group_end(scene);
    }
    stack_draw(&box->stack, scene, (point){at.x, at.y + head_height(box, part.from)},
               inner_part(box, part));
    draw_rule(box->setting, scene, (point){at.x, at.y + part.height}, box->width,
              BOTTOM_RULE);
    scene_group_end(scene);
}

static void list_notes(const struct flow_block *block, struct flow_part part,
                       struct note_list *notes)
{
    const struct box *box = block->content;
    stack_list_notes(&box->stack, inner_part(box, part), notes);
}

static const struct flow_class box_class = {
    .name = "box",
    .fit = fit,
    .draw = draw,
    .list_notes = list_notes,
};

bool box_set(const struct setting *setting, const struct block *block, double width,
             struct flow_block *made)
{
    struct box *box = arena_new(setting->arena, struct box);
    box->setting = setting;
    box->width = width;
    box->title =
        setting_block(setting, block->text, setting_style(setting, STYLE_CHART_TITLE),
                      (struct text_layout){.width = width}, block->place);
    box->title_height = box->title.line_count ? box->title.height + TITLE_GAP : 0;
    if (!stack_set(setting, &block->children, width, &box->stack)) {
        return false;
    }
    *made = (struct flow_block){
        .kind = &box_class,
        .content = box,
        .source = block,
        .units = box->stack.units,
        .space_above = 18,
        .space_below = 18,
    };
    return !setting_failed(setting);
}

/* --- pull figures -----------------------------------------------------------------------
 */

struct pull {
    const struct setting *setting;
    struct text_block figure, text;
    double width;
};

static void draw_pull(const struct flow_block *block, struct scene *scene, point at,
                      struct flow_part part)
{
    const struct pull *pull = block->content;
    draw_rule(pull->setting, scene, at, pull->width, TOP_RULE);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
    double y = scene_block(scene, &pull->figure, (point){at.x, at.y + PADDING}, ALIGN_LEFT);
    scene_block(scene, &pull->text, (point){at.x, y}, ALIGN_LEFT);
    scene_group_end(scene);
    draw_rule(pull->setting, scene, (point){at.x, at.y + part.height}, pull->width,
              BOTTOM_RULE);
}

static const struct flow_class pull_class = {
    .name = "pull figure",
    .fit = flow_fit_whole,
    .draw = draw_pull,
};

/* As wide as a third of the page, where there is more room. */
bool box_set_pull(const struct setting *setting, const struct block *block, double width,
                  struct flow_block *made)
{
    enum { COLUMNS = 4 };
    struct pull *pull = arena_new(setting->arena, struct pull);
    struct text_style figure = setting_style_in(setting, STYLE_KPI_NUMBER, COLOR_FOCUS);
    pull->setting = setting;
    pull->width = fmin(width, theme_columns(setting->theme, COLUMNS));
    struct text_layout layout = {.width = pull->width};
    pull->figure = setting_block(setting, block->text, &figure, layout, block->place);
    pull->text =
        setting_spans(setting, &block->spans, setting_style(setting, STYLE_BODY), layout);
    *made = (struct flow_block){
        .kind = &pull_class,
        .content = pull,
        .source = block,
        .units = 1,
        .height = 2 * PADDING + pull->figure.height + pull->text.height,
        .space_above = 18,
        .space_below = 18,
    };
    return !setting_failed(setting);
}
