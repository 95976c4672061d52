/* SPDX-License-Identifier: MIT */
#include "element.h"

#include "box.h"
#include "contents.h"
#include "exhibit.h"
#include "heading.h"
#include "panel.h"
#include "picture.h"

#include "page/grid.h"
#include "page/kpi.h"
#include "page/prose.h"

#define RULE_WIDTH 0.4

typedef bool set_function(const struct setting *setting, const struct block *block,
                          double width, struct flow_block *made);

static bool set_heading(const struct setting *setting, const struct block *block,
                        double width, struct flow_block *made)
{
    *made = heading_set(setting, block, width);
    return true;
}

static bool set_deck(const struct setting *setting, const struct block *block, double width,
                     struct flow_block *made)
{
    *made = heading_set_deck(setting, block, width);
    return true;
}

/* --- rules -----------------------------------------------------------------------------
 */

struct rule {
    const struct setting *setting;
    double width;
};

static void draw_rule(const struct flow_block *block, struct scene *scene, point at,
                      struct flow_part part)
{
    const struct rule *rule = block->content;
    double y = at.y + part.height / 2;
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_line(scene, (point){at.x, y}, (point){at.x + rule->width, y},
               setting_rule(rule->setting, RULE_WIDTH, COLOR_EVENT));
    scene_group_end(scene);
}

static const struct flow_class rule_class = {
    .name = "rule",
    .fit = flow_fit_whole,
    .draw = draw_rule,
};

static bool set_rule(const struct setting *setting, const struct block *block, double width,
                     struct flow_block *made)
{
    struct rule *rule = arena_new(setting->arena, struct rule);
    *rule = (struct rule){setting, width};
    *made = (struct flow_block){
        .kind = &rule_class,
        .content = rule,
        .source = block,
        .units = 1,
        .height = setting->theme->baseline,
    };
    return true;
}

/* --- page breaks -----------------------------------------------------------------------
 */

static void draw_nothing(const struct flow_block *block, struct scene *scene, point at,
                         struct flow_part part)
{
    (void)block;
    (void)scene;
    (void)at;
    (void)part;
}

static const struct flow_class break_class = {
    .name = "page break",
    .fit = flow_fit_whole,
    .draw = draw_nothing,
};

static bool set_break(const struct setting *setting, const struct block *block,
                      double width, struct flow_block *made)
{
    (void)setting;
    (void)width;
    *made = (struct flow_block){
        .kind = &break_class,
        .source = block,
        .begins_page = true,
    };
    return true;
}

/* --- prose -----------------------------------------------------------------------------
 */

static struct flow_part fit_prose(const struct flow_block *block, size_t from,
                                  double height)
{
    return prose_fit(block->content, from, height);
}

static void draw_prose(const struct flow_block *block, struct scene *scene, point at,
                       struct flow_part part)
{
    prose_draw(block->content, scene, at, part);
}

static void list_prose_notes(const struct flow_block *block, struct flow_part part,
                             struct note_list *notes)
{
    prose_list_notes(block->content, part, notes);
}

static const struct flow_class prose_class = {
    .name = "paragraph",
    .fit = fit_prose,
    .draw = draw_prose,
    .list_notes = list_prose_notes,
};

/* Adds the bytes of the run's text to *length, and stops at `enough`. */
static void count_bytes(const struct blocks *run, size_t enough, size_t *length)
{
    for (size_t i = 0; i < run->count && *length < enough; i++) {
        const struct inline_spans *spans = &run->at[i]->spans;
        for (size_t k = 0; k < spans->count; k++) {
            *length += spans->at[k].text.length;
        }
        count_bytes(&run->at[i]->children, enough, length);
    }
}

/* Text of so many bytes is surely long enough for columns: it need not be set in one to
 * know that. */
static bool is_surely_long(const struct blocks *run)
{
    enum { BYTES = 2000 };
    size_t length = 0;
    count_bytes(run, BYTES, &length);
    return length >= BYTES;
}

static const struct prose *set_run(const struct setting *setting, const struct blocks *run,
                                   double width)
{
    const struct theme *theme = setting->theme;
    struct prose_layout layout = {
        .style = setting_style(setting, STYLE_BODY),
        .width = width,
        .columns = 1,
        .gutter = theme->gutter,
    };
    double measure = theme_columns(theme, PROSE_COLUMNS);
    if (width <= measure + GRID_TOLERANCE) {
        return prose_set(setting, run, layout);
    }
    if (!is_surely_long(run)) {
        layout.width = measure;
        const struct prose *single = prose_set(setting, run, layout);
        if (single->count < PROSE_LINES_FOR_COLUMNS) {
            return single;
        }
    }
    layout.columns = 2;
    layout.width = (width - theme->gutter) / 2;
    return prose_set(setting, run, layout);
}

/* --- the table -------------------------------------------------------------------------
 */

static set_function *const set_functions[] = {
    [BLOCK_HEADING] = set_heading,
    [BLOCK_DECK] = set_deck,
    [BLOCK_CODE] = panel_set_listing,
    [BLOCK_RULE] = set_rule,
    [BLOCK_CHART] = exhibit_set_chart,
    [BLOCK_TABLE] = exhibit_set_table,
    [BLOCK_IMAGE] = picture_set,
    [BLOCK_KPIS] = kpi_set,
    [BLOCK_ROW] = exhibit_set_row,
    [BLOCK_NOTE] = panel_set_note,
    [BLOCK_BOX] = box_set,
    [BLOCK_PULL] = box_set_pull,
    [BLOCK_CONTENTS] = contents_set,
    [BLOCK_PAGE_BREAK] = set_break,
};

static size_t run_end(const struct blocks *blocks, size_t first)
{
    size_t end = first;
    while (end < blocks->count && prose_holds(blocks->at[end])) {
        end++;
    }
    return end;
}

static void add_run(const struct setting *setting, const struct blocks *run, double width,
                    struct flow_blocks *out)
{
    const struct prose *prose = set_run(setting, run, width);
    if (!prose->count) {
        return; /* nothing is not a block: it would have no part on any page */
    }
    *arena_push(setting->arena, out) = (struct flow_block){
        .kind = &prose_class,
        .content = prose,
        .source = run->at[0],
        .units = prose->count,
        .space_below = setting->theme->baseline,
    };
}

static bool add_block(const struct setting *setting, const struct block *block,
                      double width, struct flow_blocks *out)
{
    struct flow_block made = {0};
    set_function *set = set_functions[block->kind];
    if (!set) {
        return error_at(setting->error, ERROR_CONFIG, block->place,
                        "this block cannot stand by itself");
    }
    if (!set(setting, block, width, &made)) {
        return false;
    }
    if (made.units || made.begins_page) { /* what is empty has no place on a page */
        *arena_push(setting->arena, out) = made;
    }
    return true;
}

bool element_set(const struct setting *setting, const struct blocks *blocks, double width,
                 struct flow_blocks *out)
{
    for (size_t i = 0; i < blocks->count;) {
        size_t end = run_end(blocks, i);
        if (end > i) {
            struct blocks run = {.at = blocks->at + i, .count = end - i};
            add_run(setting, &run, width, out);
            i = end;
        } else if (!add_block(setting, blocks->at[i++], width, out)) {
            return false;
        }
        if (setting_failed(setting)) {
            return false;
        }
    }
    return true;
}
