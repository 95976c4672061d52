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

/* "<P> . </P>": tags, and a point for each item that is drawn. */
static str tags_of(struct arena *arena, const struct scene *scene)
{
    struct tagging tagging = {.arena = arena};
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < scene->count; i++) {
        tagging_item(&tagging, scene, i);
        for (size_t change = 0; change < tagging.count; change++) {
            buffer_print(&text, tagging.at[change].is_begin ? "<%s>" : "</%s>",
                         tagging.at[change].name);
        }
        tagging.count = 0;
        if (scene->at[i].kind == SCENE_PATH) {
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
    assert_str(tags_of(*state, scene), "<H2>..</H2>");
}

static void test_content_beside_children_is_put_into_spans(void **state)
{
    struct scene *scene = scene_create(*state, 10, 10);
    group(scene, TAG_PARAGRAPH);
    draw(scene);
    draw(scene);
    group(scene, TAG_LINK);
    draw(scene);
    scene_group_end(scene);
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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_content_of_an_element_without_children_is_its_own),
        unit_case(test_content_beside_children_is_put_into_spans),
        unit_case(test_artifacts_and_all_that_is_in_them_have_no_tags),
        unit_case(test_a_list_item_has_a_body),
    };
    return unit_run(tests);
}
