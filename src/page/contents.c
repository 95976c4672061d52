/* SPDX-License-Identifier: MIT */
#include "contents.h"

#include "page/grid.h"

#include <math.h>

#define RULE_WIDTH 0.75
#define PADDING 6.5 /* between the rule and the title */
#define TITLE_GAP 3.0
#define NUMBER_GAP 12.0 /* between a page number and its title */
#define INDENT 12.0 /* of each level below the second */

/* Lines that stay together at the start and the end of a part. */
enum { LINES_MIN = 2, MEASURE_COLUMNS = 8, FIRST_LEVEL = 2 };

static const struct text_style *style_of(const struct setting *setting)
{
    return setting_style(setting, STYLE_BODY);
}

static double line_height(const struct contents *contents)
{
    return style_of(contents->setting)->line_height;
}

static double indent_of(const struct contents *contents, const struct contents_entry *entry)
{
    return contents->number_width + NUMBER_GAP +
           INDENT * (entry->heading->level - FIRST_LEVEL);
}

static void add_entry(struct contents *contents, const struct block *heading)
{
    const struct setting *setting = contents->setting;
    struct contents_entry *entry = arena_push(setting->arena, contents);
    entry->heading = heading;
    entry->first_line = contents->lines;
    struct text_layout layout = {.width = contents->width - indent_of(contents, entry)};
    entry->title = setting_heading_link(setting, heading, style_of(setting), layout);
    contents->lines += entry->title.line_count;
}

/* By recursion: rows are nested no deeper than directives are read. */
static void add_headings(struct contents *contents, const struct blocks *blocks, int depth)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->kind == BLOCK_HEADING && block->level >= FIRST_LEVEL &&
            block->level <= depth) {
            add_entry(contents, block);
        } else if (block->kind == BLOCK_ROW || block->kind == BLOCK_COLUMN) {
            add_headings(contents, &block->children, depth);
        }
    }
}

/* --- in the flow ------------------------------------------------------------------------
 */

static double head_height(const struct contents *contents, size_t from)
{
    return from ? 0 : PADDING + contents->title.height + TITLE_GAP;
}

/* The entry that has the line. */
static size_t entry_of(const struct contents *contents, size_t line)
{
    size_t low = 0;
    size_t high = contents->count; /* entries from here on begin after the line */
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (contents->at[middle].first_line <= line) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Entries are not broken. */
static struct flow_part fit(const struct flow_block *block, size_t from, double height)
{
    const struct contents *contents = block->content;
    double head = head_height(contents, from);
    double room = (height - head + GRID_TOLERANCE) / line_height(contents);
    size_t left = contents->lines - from;
    size_t count = room >= (double)left ? left : room > 0 ? (size_t)room : 0;
    size_t to = from + count;
    if (count < left) {
        to = contents->at[entry_of(contents, to)].first_line;
        to = to > from + LINES_MIN ? to : from;
    }
    return (struct flow_part){from, to, head + (double)(to - from) * line_height(contents)};
}

static void draw_entry(const struct contents *contents, const struct contents_entry *entry,
                       struct scene *scene, point at)
{
    const struct setting *setting = contents->setting;
    str number = str_print(setting->arena, "%zu", entry->page + 1);
    struct text_style style = *style_of(setting);
    style.weight = WEIGHT_BOLD;
    struct text_block page =
        setting_block(setting, number, &style, (struct text_layout){0}, (struct place){0});
    scene_group_begin(scene, (struct scene_tag){.role = TAG_CONTENTS_ITEM});
    double right = fmax(contents->number_width, page.width);
    scene_block(scene, &page, (point){at.x + right, at.y}, ALIGN_RIGHT);
    scene_block(scene, &entry->title, (point){at.x + indent_of(contents, entry), at.y},
                ALIGN_LEFT);
    scene_group_end(scene);
}

static void draw_head(const struct contents *contents, struct scene *scene, point at)
{
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, at, (point){at.x + contents->width, at.y},
               setting_rule(contents->setting, RULE_WIDTH, COLOR_INK));
    scene_group_end(scene);
    scene_group_begin(scene, (struct scene_tag){.role = TAG_CAPTION});
    scene_block(scene, &contents->title, (point){at.x, at.y + PADDING}, ALIGN_LEFT);
    scene_group_end(scene);
}

static void draw(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part)
{
    const struct contents *contents = block->content;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_CONTENTS});
    if (part.from == 0) {
        draw_head(contents, scene, at);
    }
    at.y += head_height(contents, part.from);
    for (size_t i = entry_of(contents, part.from);
         i < contents->count && contents->at[i].first_line < part.to; i++) {
        draw_entry(contents, &contents->at[i], scene, at);
        at.y += contents->at[i].title.height;
    }
    scene_group_end(scene);
}

static const struct flow_class contents_class = {
    .name = "table of contents",
    .fit = fit,
    .draw = draw,
};

/* Room for three digits, which all have the same width; a fourth stands in the gap. */
static double number_width(const struct setting *setting)
{
    struct text_style style = *style_of(setting);
    style.weight = WEIGHT_BOLD;
    return setting_line(setting, S("000"), &style, (struct place){0}).width;
}

bool contents_set(const struct setting *setting, const struct block *block, double width,
                  struct flow_block *made)
{
    struct contents *contents = arena_new(setting->arena, struct contents);
    contents->setting = setting;
    contents->width = fmin(width, theme_columns(setting->theme, MEASURE_COLUMNS));
    contents->number_width = number_width(setting);
    contents->title = setting_block(
        setting, language_phrase(setting->language, PHRASE_CONTENTS),
        setting_style(setting, STYLE_CHART_TITLE), (struct text_layout){0}, block->place);
    add_headings(contents, setting->blocks, block->level);
    if (setting->contents) {
        *arena_push(setting->arena, setting->contents) = contents;
    }
    *made = (struct flow_block){
        .kind = &contents_class,
        .content = contents,
        .source = block,
        .units = contents->lines,
        .space_above = 20,
        .space_below = 18,
    };
    return !setting_failed(setting);
}

/* --- page numbers -----------------------------------------------------------------------
 */

struct numbering {
    struct contents_entry *next, *end;
};

/* Headings stand in the same order in the entries and on the pages. */
static void number_headings(struct numbering *numbering, const struct block *block,
                            size_t page)
{
    if (numbering->next < numbering->end && numbering->next->heading == block) {
        numbering->next++->page = page;
    }
    bool holds_headings = block->kind == BLOCK_ROW || block->kind == BLOCK_COLUMN;
    for (size_t i = 0; holds_headings && i < block->children.count; i++) {
        number_headings(numbering, block->children.at[i], page);
    }
}

void contents_number(const struct contents *contents,
                     const struct flow_placements *placements)
{
    struct numbering numbering = {contents->at, contents->at + contents->count};
    for (size_t i = 0; i < placements->count; i++) {
        const struct flow_placement *placement = &placements->at[i];
        if (placement->part.from == 0) {
            number_headings(&numbering, placement->block->source, placement->page);
        }
    }
}
