/* SPDX-License-Identifier: MIT */
#include "page/draft.h"

#include <math.h>

#define OUTLINE_WIDTH 0.5
#define PART_OF_DIAGONAL 0.72
#define GRID_IN_PAPER 0.5 /* how much of the grid's grey the outline has */

/* The outlines of the word at a size of one, from the start of its base line. */
static struct path word_path(struct arena *arena, struct fonts *fonts,
                             const struct text_line *word)
{
    struct path path = {0};
    for (size_t i = 0; i < word->run_count; i++) {
        const struct text_run *run = &word->runs[i];
        for (size_t g = 0; g < run->glyph_count; g++) {
            point at = {run->glyphs[g].x, run->glyphs[g].y};
            font_outline(arena, fonts, run->face, run->glyphs[g].id, run->size, at, &path);
        }
    }
    return path;
}

/* From the bottom left to the top right of the page, about its middle. */
static point placed(point at, double scale, point middle)
{
    double x = at.x * scale;
    double y = at.y * scale;
    double diagonal = sqrt(0.5);
    return (point){middle.x + (x + y) * diagonal, middle.y + (y - x) * diagonal};
}

static void stamp(struct scene *scene, const struct path *word, rect box,
                  struct paint paint)
{
    double room = fmin(scene->width, scene->height) * sqrt(2) * PART_OF_DIAGONAL;
    double scale = room / box.width;
    point middle = {scene->width / 2, scene->height / 2};
    struct path turned = {0};
    for (size_t i = 0; i < word->count; i++) {
        struct path_step *step = arena_push(scene->arena, &turned);
        *step = word->at[i];
        for (size_t p = 0; p < COUNT_OF(step->at); p++) {
            point at = {step->at[p].x - box.x - box.width / 2,
                        step->at[p].y - box.y - box.height / 2};
            step->at[p] = placed(at, scale, middle);
        }
    }
    scene_group_begin(scene, (struct scene_tag){.role = TAG_ARTIFACT});
    scene_path(scene, &turned, paint);
    scene_group_end(scene);
}

/* What the path covers. */
static rect bounds_of(struct arena *arena, const struct path *path)
{
    struct scene *scene = scene_create(arena, 0, 0);
    scene_path(scene, path, (struct paint){0});
    return scene_item_bounds(&scene->at[0]);
}

const struct pages *draft_stamp(struct arena *arena, const struct pages *pages,
                                const struct theme *theme, struct fonts *fonts,
                                struct error *error)
{
    str text = language_phrase(pages->document->language, PHRASE_DRAFT);
    struct text_line line =
        font_line(arena, fonts, text, &theme->styles[STYLE_KPI_NUMBER], error);
    if (!line.run_count) {
        return NULL;
    }
    struct path word = word_path(arena, fonts, &line);
    struct paint paint = {
        .stroke_width = OUTLINE_WIDTH,
        .stroke =
            color_mix(theme->colors[COLOR_PAPER], theme->colors[COLOR_GRID], GRID_IN_PAPER),
    };
    struct pages *stamped = arena_new(arena, struct pages);
    *stamped = *pages;
    stamped->at = arena_array(arena, const struct scene *, pages->count);
    for (size_t i = 0; i < pages->count; i++) {
        const struct scene *page = pages->at[i];
        struct scene *scene = scene_create(arena, page->width, page->height);
        stamp(scene, &word, bounds_of(arena, &word), paint);
        scene_append(scene, page, (point){0, 0});
        stamped->at[i] = scene;
    }
    return stamped;
}
