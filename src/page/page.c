/* SPDX-License-Identifier: MIT */
#include "page/page.h"

#include "element.h"
#include "furniture.h"

#include "document/inline.h"
#include "page/grid.h"

/* What is carried from page to page while they are drawn. */
struct press {
    const struct setting *setting;
    const struct document *document;
    const struct flow_placements *placements;
    struct pages *pages;
    str section; /* title of the last heading of level 2 */
    str header; /* title of the section with which the page begins */
    bool is_in_section; /* a section's group is open on this page */
};

static void open_section(struct press *press, struct scene *scene)
{
    if (press->is_in_section) {
        scene_group_end(scene);
    }
    scene_group_begin(scene, (struct scene_tag){.role = TAG_SECTION});
    press->is_in_section = true;
}

static bool is_section_heading(const struct block *block)
{
    return block->kind == BLOCK_HEADING && block->level == 2;
}

/* A section goes on from the page before, unless this page begins with another. */
static void enter_page(struct press *press, size_t page, size_t first)
{
    const struct flow_placements *placements = press->placements;
    press->is_in_section = false;
    press->header = press->section;
    if (first < placements->count && placements->at[first].page == page) {
        const struct block *source = placements->at[first].block->source;
        if (is_section_heading(source)) {
            press->header = inline_text(press->setting->arena, &source->spans);
            press->section = (str){0};
        }
    }
}

static void add_outline_entry(struct press *press, const struct block *heading, size_t page,
                              double y)
{
    *arena_push(press->setting->arena, &press->pages->outline) = (struct outline_entry){
        .level = heading->level,
        .title = inline_text(press->setting->arena, &heading->spans),
        .page = page,
        .y = y,
    };
}

static void draw_placement(struct press *press, const struct flow_placement *placement,
                           struct scene *scene)
{
    rect content = grid_content(press->setting->theme);
    const struct flow_block *block = placement->block;
    point at = {content.x, content.y + placement->y};
    if (block->source->kind == BLOCK_HEADING) {
        add_outline_entry(press, block->source, placement->page, at.y);
    }
    if (is_section_heading(block->source)) {
        open_section(press, scene);
        press->section = inline_text(press->setting->arena, &block->source->spans);
    }
    block->kind->draw(block, scene, at, placement->part);
}

/* Draws the placements from `first` on that stand on the page; returns where they end. */
static size_t draw_page(struct press *press, size_t page, size_t page_count, size_t first)
{
    const struct setting *setting = press->setting;
    struct scene *scene = scene_create(setting->arena, setting->theme->page_width,
                                       setting->theme->page_height);
    enter_page(press, page, first);
    struct furniture furniture = {press->document, page, page_count, press->header};
    furniture_draw(setting, scene, &furniture);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_DOCUMENT});
    if (press->section.length) {
        open_section(press, scene);
    }
    size_t end = first;
    for (; end < press->placements->count; end++) {
        const struct flow_placement *placement = &press->placements->at[end];
        if (placement->page != page) {
            break;
        }
        draw_placement(press, placement, scene);
    }
    if (press->is_in_section) {
        scene_group_end(scene);
    }
    scene_group_end(scene);
    *arena_push(setting->arena, press->pages) = scene;
    return end;
}

struct trace_texts pages_texts(struct arena *arena, const struct pages *pages)
{
    struct trace_texts texts = {0};
    for (size_t page = 0; page < pages->count; page++) {
        const struct scene *scene = pages->at[page];
        for (size_t i = 0; i < scene->count; i++) {
            const struct text_line *line = &scene->at[i].line;
            for (size_t run = 0; run < line->run_count; run++) {
                *arena_push(arena, &texts) =
                    (struct trace_text){page + 1, line->runs[run].origin};
            }
        }
    }
    return texts;
}

static void draw_pages(struct press *press)
{
    const struct flow_placements *placements = press->placements;
    size_t count = placements->count ? placements->at[placements->count - 1].page + 1 : 1;
    size_t first = 0;
    for (size_t page = 0; page < count; page++) {
        first = draw_page(press, page, count, first);
    }
}

const struct pages *pages_layout(struct arena *arena, const struct document *document,
                                 const struct theme *theme, struct fonts *fonts,
                                 struct error *error)
{
    struct setting setting = {arena, theme, fonts, error, document->language};
    struct flow_blocks blocks = {0};
    struct flow_placements placements = {0};
    if (!element_set(&setting, &document->blocks, theme->content_width, &blocks) ||
        !flow_place(&setting, &blocks, furniture_masthead_height(theme), &placements)) {
        return NULL;
    }
    flow_spread(theme, &placements);

    struct pages *pages = arena_new(arena, struct pages);
    pages->document = document;
    struct press press = {
        .setting = &setting,
        .document = document,
        .placements = &placements,
        .pages = pages,
    };
    draw_pages(&press);
    return setting_failed(&setting) ? NULL : pages;
}
