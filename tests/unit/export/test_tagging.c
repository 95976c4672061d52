/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "export/tagging.h"

static void group(struct scene *scene, enum scene_role role)
{
    scene_group_begin(scene, (struct scene_tag){.role = role, .level = 2});
}

static void draw(struct scene *scene)
{
    scene_rect(scene, (rect){0, 0, 1, 1}, (struct paint){.has_fill = true});
}

/* A line of two runs, of which the second may be a link. */
static void write_line(struct scene *scene, const char *link)
{
    struct text_line line = {.run_count = 2,
                             .runs = arena_array(scene->arena, struct text_run, 2)};
    line.runs[1].link = str_from(link);
    scene_text(scene, &line, (point){0, 0}, ALIGN_LEFT);
}

static void print_tags(struct tagging *tagging, struct buffer *text)
{
    for (size_t i = 0; i < tagging->count; i++) {
        buffer_print(text, tagging->at[i].is_begin ? "<%s>" : "</%s>", tagging->at[i].name);
    }
    tagging->count = 0;
}

/* "<P> . </P>": tags, and a point for each path and run that is drawn. */
static str tags_of(struct arena *arena, const struct scene *scene)
{
    struct tagging tagging = {.arena = arena};
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        tagging_item(&tagging, scene, i);
        print_tags(&tagging, &text);
        for (size_t run = 0; item->kind == SCENE_TEXT && run < item->line.run_count;
             run++) {
            tagging_run_begin(&tagging, &item->line.runs[run]);
            print_tags(&tagging, &text);
            buffer_add(&text, S("."));
            tagging_run_end(&tagging, &item->line.runs[run]);
        }
        print_tags(&tagging, &text);
        if (item->kind == SCENE_PATH) {
            buffer_add(&text, S("."));
        }
    }
    return buffer_text(&text);
}

static void test_content_of_an_element_without_children_is_its_own(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_DOCUMENT);
    group(scene, TAG_HEADING);
    draw(scene);
    draw(scene);
    scene_group_end(scene);
    scene_group_end(scene);
    assert_str(tags_of(*state, scene), "<H1>..</H1>");
}

static void test_content_beside_children_is_put_into_spans(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_PARAGRAPH);
    draw(scene);
    write_line(scene, "https://example.org");
    draw(scene);
    scene_group_end(scene);
    assert_str(tags_of(*state, scene),
               "<P><Span>..</Span><Reference>.</Reference><Span>.</Span></P>");
}

static void test_artifacts_and_all_that_is_in_them_have_no_tags(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_TABLE);
    group(scene, TAG_ARTIFACT);
    group(scene, TAG_PARAGRAPH);
    draw(scene);
    scene_group_end(scene);
    scene_group_end(scene);
    draw(scene);
    group(scene, TAG_TABLE_ROW);
    scene_group_end(scene);
    scene_group_end(scene);
    assert_str(tags_of(*state, scene), "<Table>..<TR></TR></Table>");
}

static void test_a_list_item_has_a_body(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_LIST);
    group(scene, TAG_LIST_ITEM);
    draw(scene);
    scene_group_end(scene);
    scene_group_end(scene);
    assert_str(tags_of(*state, scene), "<L><LI><LBody>.</LBody></LI></L>");
}

static void test_levels_of_headings_skip_none(void **state)
{
    static const int levels[] = {3, 6, 2, 4, 1, 9};
    struct scene *scene = scene_create(*state, 10, 10);
    for (size_t i = 0; i < COUNT_OF(levels); i++) {
        scene_group_begin(scene,
                          (struct scene_tag){.role = TAG_HEADING, .level = levels[i]});
        scene_group_end(scene);
    }
    assert_str(tags_of(*state, scene),
               "<H1></H1><H2></H2><H1></H1><H2></H2><H1></H1><H2></H2>");
}

static void test_links_in_artifacts_are_no_elements(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_ARTIFACT);
    write_line(scene, "https://example.org");
    scene_group_end(scene);
    assert_str(tags_of(*state, scene), "..");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_content_of_an_element_without_children_is_its_own),
        unit_case(test_content_beside_children_is_put_into_spans),
        unit_case(test_artifacts_and_all_that_is_in_them_have_no_tags),
        unit_case(test_a_list_item_has_a_body),
        unit_case(test_levels_of_headings_skip_none),
        unit_case(test_links_in_artifacts_are_no_elements),
    };
    return unit_run(tests);
}
