/* SPDX-License-Identifier: MIT */
#include "heading.h"

#include "note.h"

/* How a level is set: 1 is the headline. */
struct manner {
    enum theme_style style;
    double space_above, space_below;
    double foot; /* below the last line, inside the block */
    bool is_balanced;
    bool is_bottom_aligned;
};

static const struct manner manners[] = {
    {STYLE_HEADLINE, 0, 5, 0, true, false},
    {STYLE_HEADING, 22, 0, 3, true, true},
    {STYLE_SUBHEADING, 13, 0, 0, true, true},
};
static const struct manner deck_manner = {STYLE_DECK, 5, 16, 0, true, false};

struct heading {
    const struct setting *setting;
    struct text_block text;
    struct scene_tag tag;
    str anchor;
};

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    (void)part;
    const struct heading *heading = block->content;
    scene_group_begin(scene, heading->tag);
    if (heading->anchor.length) {
        scene_mark(scene, at, heading->anchor);
    }
    notes_mark_block(heading->setting, scene, &heading->text, at);
    scene_block(scene, &heading->text, at, ALIGN_LEFT);
    scene_group_end(scene);
}

static void list_notes(const struct flow_block *block, struct flow_part part,
                       struct note_list *notes)
{
    (void)part;
    const struct heading *heading = block->content;
    notes_in_block(heading->setting, &heading->text, notes);
}

static const struct flow_class heading_class = {
    .name = "heading",
    .fit = flow_fit_whole,
    .draw = draw,
    .list_notes = list_notes,
};

static struct flow_block set(const struct setting *setting, const struct block *block,
                             double width, const struct manner *manner,
                             struct scene_tag tag)
{
    struct text_layout layout = {.width = width, .is_balanced = manner->is_balanced};
    struct heading *heading = arena_new(setting->arena, struct heading);
    heading->text = setting_spans(setting, &block->spans,
                                  setting_style(setting, manner->style), layout);
    heading->setting = setting;
    heading->tag = tag;
    heading->anchor = block->anchor;
    return (struct flow_block){
        .kind = &heading_class,
        .content = heading,
        .source = block,
        .units = 1,
        .height = heading->text.height + manner->foot,
        .space_above = manner->space_above,
        .space_below = manner->space_below,
        .keeps_next = true,
        .is_bottom_aligned = manner->is_bottom_aligned,
    };
}

struct flow_block heading_set(const struct setting *setting, const struct block *block,
                              double width)
{
    size_t level = block->level < 1 ? 1 : (size_t)block->level;
    size_t manner = level < COUNT_OF(manners) ? level - 1 : COUNT_OF(manners) - 1;
    return set(setting, block, width, &manners[manner],
               (struct scene_tag){.role = TAG_HEADING, .level = (int)level});
}

struct flow_block heading_set_deck(const struct setting *setting, const struct block *block,
                                   double width)
{
    return set(setting, block, width, &deck_manner,
               (struct scene_tag){.role = TAG_PARAGRAPH});
}
