/* SPDX-License-Identifier: MIT */
#include "page/page.h"

#include "furniture.h"
#include "note.h"
#include "page/mirror.h"
#include "plan.h"

#include "document/inline.h"
#include "page/grid.h"

/* What is carried from page to page while they are drawn. */
struct press {
    const struct setting *setting;
    const struct document *document;
    const struct plan *plan;
    struct pages *pages;
    size_t next, next_note; /* placement and footnote that come next */
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

static bool is_on_page(const struct press *press, size_t page)
{
    const struct flow_placements *placements = &press->plan->placements;
    return press->next < placements->count && placements->at[press->next].page == page;
}

/* A section goes on from the page before, unless this page begins with another. */
static void enter_page(struct press *press, size_t page)
{
    press->is_in_section = false;
    press->header = press->section;
    if (is_on_page(press, page)) {
        const struct block *source = press->plan->placements.at[press->next].block->source;
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
    size_t first = scene->count;
    block->kind->draw(block, scene, at, placement->part);
    *arena_push(press->setting->arena, &press->pages->blocks) = (struct page_block){
        .source = block->source,
        .page = placement->page,
        .top = at.y,
        .bottom = at.y + placement->part.height,
        .first_item = first,
        .item_count = scene->count - first,
    };
}

static void draw_cover(struct press *press, struct scene *scene)
{
    const struct cover_page *cover = press->plan->cover;
    if (cover->parts.headline) {
        add_outline_entry(press, cover->parts.headline, 0,
                          grid_content(press->setting->theme).y + cover->top);
    }
    cover_draw(cover, scene);
}

/* The footnotes of a page, at its foot. */
static void draw_notes(struct press *press, size_t page, struct scene *scene)
{
    const struct flow_placements *placements = &press->plan->placements;
    const struct flow_page *flow_page = &placements->pages.at[page];
    rect content = grid_content(press->setting->theme);
    point at = {content.x, content.y + content.height - flow_page->foot};
    notes_draw(press->setting, scene, placements->notes.at + press->next_note,
               flow_page->note_count, at);
    press->next_note += flow_page->note_count;
}

static void draw_text(struct press *press, size_t page, struct scene *scene)
{
    if (page == 0) {
        furniture_draw_band(press->setting, scene, press->document);
    }
    if (page == 0 && press->plan->cover) {
        draw_cover(press, scene);
    }
    if (press->section.length) {
        open_section(press, scene);
    }
    for (; is_on_page(press, page); press->next++) {
        draw_placement(press, &press->plan->placements.at[press->next], scene);
    }
    if (press->is_in_section) {
        scene_group_end(scene);
    }
    draw_notes(press, page, scene);
}

static void draw_page(struct press *press, size_t page)
{
    const struct setting *setting = press->setting;
    struct scene *scene = scene_create(setting->arena, setting->theme->page_width,
                                       setting->theme->page_height);
    const struct pages *pages = press->pages;
    scene_reserve(scene, pages->count ? pages->at[pages->count - 1]->count : 0);
    enter_page(press, page);
    struct furniture furniture = {press->document, page,
                                  press->plan->placements.pages.count, press->header};
    furniture_draw(setting, scene, &furniture);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_DOCUMENT});
    draw_text(press, page, scene);
    scene_group_end(scene);
    if (language_is_right_to_left(setting->language)) {
        mirror_scene(scene);
    }
    *arena_push(setting->arena, press->pages) = scene;
}

struct trace_texts pages_texts(struct arena *arena, const struct pages *pages)
{
    struct trace_texts texts = {0};
    for (size_t page = 0; page < pages->count; page++) {
        const struct scene *scene = pages->at[page];
        for (size_t i = 0; i < scene->count; i++) {
            const struct text_line *line = &scene->at[i].line;
            bool is_text = scene->at[i].kind == SCENE_TEXT;
            for (size_t run = 0; is_text && run < line->run_count; run++) {
                *arena_push(arena, &texts) =
                    (struct trace_text){page + 1, line->runs[run].origin};
            }
        }
    }
    return texts;
}

const struct pages *pages_layout(struct arena *arena, const struct document *document,
                                 const struct theme *theme, struct fonts *fonts,
                                 struct error *error)
{
    struct setting setting = {
        .arena = arena,
        .theme = theme,
        .fonts = fonts,
        .error = error,
        .language = document->language,
        .blocks = &document->blocks,
    };
    struct contents_list contents = {0};
    struct plan plan = {0};
    setting.contents = &contents;
    setting.notes = notes_set(&setting, &document->footnotes);
    if (setting_failed(&setting) || !plan_make(&setting, document, &plan)) {
        return NULL;
    }
    struct pages *pages = arena_new(arena, struct pages);
    pages->document = document;
    struct press press = {
        .setting = &setting,
        .document = document,
        .plan = &plan,
        .pages = pages,
    };
    for (size_t page = 0; page < plan.placements.pages.count; page++) {
        draw_page(&press, page);
    }
    return setting_failed(&setting) ? NULL : pages;
}
