/* SPDX-License-Identifier: MIT */
/* Every chart of the gallery: as before, its labels in it, apart and clear of marks. */
#include "house_fixture.h"
#include "labels.h"

#include <glob.h>
#include <string.h>

static const struct scene *gallery_scene(struct arena *arena, str path)
{
    static struct warnings warnings;
    struct error error = {0};
    warnings = (struct warnings){.arena = arena};
    struct environment environment = {.folder = path_folder(path), .warnings = &warnings};
    const struct node *look = look_load(arena, S("templates/looks/house.yaml"), &error);
    const struct node *node = house_node(arena, path, (str){0});
    const struct specification *specification =
        view_read(arena, node, &environment, look, &error);
    assert_string_equal(error.message, "");
    const struct chart *chart =
        chart_from_specification(arena, specification, NULL, &error);
    const struct theme *theme = house_theme(arena);
    struct fonts *fonts = house_fonts(arena);
    double width = chart_width(arena, chart, theme, fonts, &error);
    struct chart_measure parts = chart_measure(arena, chart, width, theme, fonts, &error);
    const struct scene *scene =
        chart_draw(arena, chart, width, parts, theme, fonts, &error);
    assert_string_equal(error.message, "");
    return scene;
}

/* Letters may stand over an edge by what is white of them. */
static void assert_words_are_inside(const char *name, const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        rect ink = item->kind == SCENE_TEXT ? labels_ink(item) : (rect){0};
        if (ink.x < -0.5 || ink.x + ink.width > scene->width + 0.5 || ink.y < -0.5 ||
            ink.y + ink.height > scene->height + 0.5) {
            fail_msg("%s: \"%.*s\" leaves the chart", name, STR_ARG(item->line.text));
        }
    }
}

/* As tests/golden/gallery/NAME.txt says; with UPDATE=1 the file is written. */
static void assert_golden(struct arena *arena, str path, const struct scene *scene)
{
    struct error error = {0};
    struct source expected;
    str name = path_name(path);
    name.length -= strlen(".yaml");
    str golden = str_print(arena, "tests/golden/gallery/%.*s.txt", STR_ARG(name));
    str printed = scene_print(arena, scene);
    if (getenv("UPDATE")) {
        assert_true(file_write(golden, printed, &error));
        return;
    }
    if (!file_read(arena, golden, &expected, &error)) {
        fail_msg("%s: run with UPDATE=1 to write it", error.message);
    }
    if (!str_equal(printed, expected.text)) {
        fail_msg("%.*s is drawn differently: UPDATE=1 and read the difference",
                 STR_ARG(name));
    }
}

static void walk_gallery(struct arena *arena,
                         void (*check)(struct arena *, str, const struct scene *))
{
    glob_t found;
    assert_int_equal(glob("templates/gallery/[0-9]*.yaml", 0, NULL, &found), 0);
    assert_int_equal(found.gl_pathc, 22);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        str path = str_from(found.gl_pathv[i]);
        check(arena, path, gallery_scene(arena, path));
    }
    globfree(&found);
}

static void check_words(struct arena *arena, str path, const struct scene *scene)
{
    const char *name = str_c(arena, path);
    assert_words_are_inside(name, scene);
    labels_walk(&(struct labels_walk){name, scene, 0, scene->count});
}

static void test_labels_of_the_gallery_are_inside_apart_and_clear_of_marks(void **state)
{
    walk_gallery(*state, check_words);
}

static void test_every_chart_of_the_gallery_is_drawn_as_before(void **state)
{
    walk_gallery(*state, assert_golden);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_labels_of_the_gallery_are_inside_apart_and_clear_of_marks),
        unit_case(test_every_chart_of_the_gallery_is_drawn_as_before),
    };
    return unit_run(tests);
}
