/* SPDX-License-Identifier: MIT */
#include "panel.h"

#include "page/prose.h"

#define PADDING 9.0
#define TITLE_GAP 3.0
#define PADDING_LISTING 6.5
/* Notes are set in two columns from this width and number of lines on. */
#define COLUMNS_WIDTH_MIN 380.0
#define COLUMNS_LINES_MIN 4

struct panel {
    const struct setting *setting;
    struct text_block title;
    double title_height; /* with the space below */
    const struct prose *prose;
    double width, padding;
};

static double head_height(const struct panel *panel, size_t from)
{
    return panel->padding + (from ? 0 : panel->title_height);
}

static struct flow_part fit(const struct flow_block *block, size_t from, double height)
{
    const struct panel *panel = block->content;
    double around = head_height(panel, from) + panel->padding;
    struct flow_part part = prose_fit(panel->prose, from, height - around);
    part.height += around;
    return part;
}

static void draw_ground(const struct panel *panel, struct scene *scene, rect area)
{
    struct paint paint = {
        .has_fill = true,
        .fill = panel->setting->theme->colors[COLOR_PANEL],
    };
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_rect(scene, area, paint);
    scene_group_end(scene);
}

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    const struct panel *panel = block->content;
    double head = head_height(panel, part.from);
    draw_ground(panel, scene, (rect){at.x, at.y, panel->width, part.height});
    point inner = {at.x + panel->padding, at.y + panel->padding};
    if (part.from == 0 && panel->title.line_count) {
        scene_group_begin(scene, (struct scene_tag){.role = TAG_PARAGRAPH});
        scene_block(scene, &panel->title, inner, ALIGN_LEFT);
        scene_group_end(scene);
    }
    inner.y = at.y + head;
    part.height -= head + panel->padding;
    prose_draw(panel->prose, scene, inner, part);
}

static void list_notes(const struct flow_block *block, struct flow_part part,
                       struct note_list *notes)
{
    const struct panel *panel = block->content;
    prose_list_notes(panel->prose, part, notes);
}

static const struct flow_class panel_class = {
    .name = "note",
    .fit = fit,
    .draw = draw,
    .list_notes = list_notes,
};
static const struct flow_class listing_class = {
    .name = "listing",
    .fit = fit,
    .draw = draw,
};

static struct flow_block flow_block_of(const struct panel *panel, const struct block *block,
                                       const struct flow_class *kind)
{
    return (struct flow_block){
        .kind = kind,
        .content = panel,
        .source = block,
        .units = panel->prose->count,
        .space_above = 18,
        .space_below = 18,
    };
}

static const struct prose *set_note_text(const struct setting *setting,
                                         const struct block *block, double width)
{
    struct prose_layout layout = {
        .style = setting_style(setting, STYLE_NOTE),
        .width = width,
        .columns = 1,
        .gutter = setting->theme->gutter,
        .has_gaps = true,
    };
    const struct prose *prose = prose_set(setting, &block->children, layout);
    if (width < COLUMNS_WIDTH_MIN || prose->count < COLUMNS_LINES_MIN) {
        return prose;
    }
    layout.columns = 2;
    layout.width = (width - layout.gutter) / 2;
    return prose_set(setting, &block->children, layout);
}

bool panel_set_note(const struct setting *setting, const struct block *block, double width,
                    struct flow_block *made)
{
    struct panel *panel = arena_new(setting->arena, struct panel);
    double inner = width - 2 * PADDING;
    struct text_style style = setting_style_in(setting, STYLE_NOTE, COLOR_INK);
    style.weight = WEIGHT_BOLD;
    panel->setting = setting;
    panel->width = width;
    panel->padding = PADDING;
    panel->title = setting_block(setting, block->text, &style,
                                 (struct text_layout){.width = inner}, block->place);
    panel->title_height = panel->title.line_count ? panel->title.height + TITLE_GAP : 0;
    panel->prose = set_note_text(setting, block, inner);
    *made = flow_block_of(panel, block, &panel_class);
    return !setting_failed(setting);
}

/* Each line of the listing is a line of prose, or several where it is too long. */
static const struct prose *set_listing_text(const struct setting *setting,
                                            const struct block *block, double width)
{
    struct blocks lines = {0};
    for (str rest = block->text; rest.length;) {
        struct block *line = arena_new(setting->arena, struct block);
        struct inline_span span = {.place = block->place};
        span.text = str_cut(rest, '\n', &rest);
        span.text = span.text.length ? span.text : S(" ");
        line->kind = BLOCK_PARAGRAPH;
        line->place = block->place;
        *arena_push(setting->arena, &line->spans) = span;
        *arena_push(setting->arena, &lines) = line;
    }
    struct prose_layout layout = {
        .style = setting_style(setting, STYLE_CODE),
        .width = width,
        .columns = 1,
        .is_listing = true,
    };
    return prose_set(setting, &lines, layout);
}

bool panel_set_listing(const struct setting *setting, const struct block *block,
                       double width, struct flow_block *made)
{
    struct panel *panel = arena_new(setting->arena, struct panel);
    panel->setting = setting;
    panel->width = width;
    panel->padding = PADDING_LISTING;
    panel->prose = set_listing_text(setting, block, width - 2 * PADDING_LISTING);
    *made = flow_block_of(panel, block, &listing_class);
    return !setting_failed(setting);
}
