/* SPDX-License-Identifier: MIT */
/* Charts of specifications, drawn with the theme and the look that come with the program.
 */
#ifndef HOUSE_FIXTURE_H
#define HOUSE_FIXTURE_H

#include "unit.h"

#include "base/file.h"
#include "chart/chart.h"
#include "grammar/look.h"

#include <math.h>

static inline const struct node *house_node(struct arena *arena, str path, str text)
{
    struct source *source = arena_new(arena, struct source);
    struct error error = {0};
    *source = (struct source){path, text};
    if (!text.length) {
        assert_true(file_read(arena, path, source, &error));
    }
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_string_equal(error.message, "");
    return node;
}

static inline const struct theme *house_theme(struct arena *arena)
{
    struct theme *theme = arena_new(arena, struct theme);
    struct error error = {0};
    const struct node *node = house_node(arena, S("templates/themes/house.yaml"), (str){0});
    assert_true(theme_read(arena, node, theme, &error));
    return theme;
}

static inline struct fonts *house_fonts(struct arena *arena)
{
    static struct fonts *fonts;
    struct error error = {0};
    if (!fonts) {
        fonts = theme_fonts(house_theme(arena), S("en"), &error);
        assert_string_equal(error.message, "");
    }
    return fonts;
}

/* NULL where the specification or its keys are wrong. */
static inline struct chart *house_chart_of(struct arena *arena, const char *yaml,
                                           const struct datasets *datasets,
                                           struct error *error)
{
    static struct warnings warnings;
    warnings = (struct warnings){.arena = arena};
    struct environment environment = {.folder = S("."), .warnings = &warnings};
    if (datasets) {
        environment.datasets = *datasets;
    }
    const struct node *look = look_load(arena, S("templates/looks/house.yaml"), error);
    assert_non_null(look);
    const struct node *node = house_node(arena, S("chart.yaml"), str_from(yaml));
    const struct specification *specification =
        view_read(arena, node, &environment, look, error);
    return specification ? chart_from_specification(arena, specification, NULL, error)
                         : NULL;
}

static inline struct chart *house_chart(struct arena *arena, const char *yaml)
{
    struct error error = {0};
    struct chart *chart = house_chart_of(arena, yaml, NULL, &error);
    assert_string_equal(error.message, "");
    return chart;
}

static inline const struct scene *house_scene(struct arena *arena,
                                              const struct chart *chart)
{
    const struct theme *theme = house_theme(arena);
    struct fonts *fonts = house_fonts(arena);
    struct error error = {0};
    struct chart_measure parts = chart_measure(arena, chart, 246, theme, fonts, &error);
    assert_string_equal(error.message, "");
    const struct scene *scene = chart_draw(arena, chart, 246, parts, theme, fonts, &error);
    assert_string_equal(error.message, "");
    return scene;
}

/* The text of a scene, or NULL. */
static inline const struct scene_item *house_text(const struct scene *scene,
                                                  const char *text)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (scene->at[i].kind == SCENE_TEXT &&
            str_equal(scene->at[i].line.text, str_from(text))) {
            return &scene->at[i];
        }
    }
    return NULL;
}

static inline bool house_is_color(color a, color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* How many rectangles are filled with a colour. */
static inline size_t house_bars(const struct scene *scene, color hue)
{
    size_t count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        rect bounds = scene_item_bounds(item);
        count += item->kind == SCENE_PATH && item->path.count == 5 &&
                 item->paint.has_fill && bounds.height > 7 &&
                 house_is_color(item->paint.fill, hue);
    }
    return count;
}

static inline void house_assert_apart(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        for (size_t k = 0; k < i; k++) {
            const struct scene_item *a = &scene->at[i];
            const struct scene_item *b = &scene->at[k];
            if (a->kind != SCENE_TEXT || b->kind != SCENE_TEXT) {
                continue;
            }
            rect ink_a = {a->at.x, a->at.y - 5, a->line.width, 5};
            rect ink_b = {b->at.x, b->at.y - 5, b->line.width, 5};
            if (rect_overlaps(ink_a, ink_b)) {
                fail_msg("\"%.*s\" meets \"%.*s\"", STR_ARG(a->line.text),
                         STR_ARG(b->line.text));
            }
        }
    }
}

#endif
