/* SPDX-License-Identifier: MIT */
#include "export/tagging.h"

/* Links: Cairo's Link would make the annotation as well. The binder names them again. */
static const char link_tag[] = "Reference";

/* The document has no tag here: the binder puts one element around all pages. */
static const struct {
    const char *outer, *inner;
    bool holds_content;
} role_tags[TAG_COUNT] = {
    [TAG_ARTIFACT] = {NULL, NULL, false},
    [TAG_DOCUMENT] = {NULL, NULL, false},
    [TAG_SECTION] = {"Sect", NULL, false},
    [TAG_HEADING] = {"H", NULL, true}, /* and its level */
    [TAG_PARAGRAPH] = {"P", NULL, true},
    [TAG_FIGURE] = {"Figure", NULL, true},
    [TAG_CAPTION] = {"Caption", NULL, true},
    [TAG_TABLE] = {"Table", NULL, false},
    [TAG_TABLE_ROW] = {"TR", NULL, false},
    [TAG_TABLE_HEAD] = {"TH", NULL, true},
    [TAG_TABLE_CELL] = {"TD", NULL, true},
    [TAG_LIST] = {"L", NULL, false},
    [TAG_LIST_ITEM] = {"LI", "LBody", true},
    [TAG_NOTE] = {"Note", NULL, true},
    [TAG_CONTENTS] = {"TOC", NULL, false},
    [TAG_CONTENTS_ITEM] = {"TOCI", NULL, true},
};

static void begin(struct tagging *tagging, const char *name)
{
    *arena_push(tagging->arena, tagging) = (struct tag_change){true, name};
}

static void end(struct tagging *tagging, const char *name)
{
    *arena_push(tagging->arena, tagging) = (struct tag_change){false, name};
}

static const char *outer_tag(struct tagging *tagging, const struct scene_tag *tag)
{
    static const char *const heading_tags[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    if (tag->role != TAG_HEADING) {
        return role_tags[tag->role].outer;
    }
    return heading_tags[heading_level_next(&tagging->levels, tag->level) - 1];
}

static bool has_link(const struct scene_item *item)
{
    for (size_t i = 0; item->kind == SCENE_TEXT && i < item->line.run_count; i++) {
        if (item->line.runs[i].link.length) {
            return true;
        }
    }
    return false;
}

/* True if a group or a link in the group that begins at `first` becomes an element. */
static bool has_children(const struct scene *scene, size_t first)
{
    size_t depth = 1;
    for (size_t i = first + 1; i < scene->count && depth; i++) {
        const struct scene_item *item = &scene->at[i];
        if (has_link(item)) {
            return true;
        }
        if (item->kind == SCENE_GROUP_BEGIN) {
            if (role_tags[item->tag.role].outer) {
                return true;
            }
            depth++;
        } else if (item->kind == SCENE_GROUP_END) {
            depth--;
        }
    }
    return false;
}

static void close_span(struct tagging *tagging)
{
    if (tagging->is_span_open) {
        end(tagging, "Span");
        tagging->is_span_open = false;
    }
}

static void begin_group(struct tagging *tagging, const struct scene *scene, size_t index)
{
    const struct scene_tag *tag = &scene->at[index].tag;
    struct open_group group = {.is_artifact = tag->role == TAG_ARTIFACT};
    close_span(tagging);
    tagging->artifact_depth += group.is_artifact;
    if (!tagging->artifact_depth && role_tags[tag->role].outer) {
        group.tags[0] = outer_tag(tagging, tag);
        group.tags[1] = role_tags[tag->role].inner;
        group.wraps_content =
            role_tags[tag->role].holds_content && has_children(scene, index);
    }
    for (size_t i = 0; i < COUNT_OF(group.tags) && group.tags[i]; i++) {
        begin(tagging, group.tags[i]);
    }
    *arena_push(tagging->arena, &tagging->groups) = group;
}

static void end_group(struct tagging *tagging)
{
    close_span(tagging);
    struct open_group group = tagging->groups.at[--tagging->groups.count];
    for (size_t i = COUNT_OF(group.tags); i-- > 0;) {
        if (group.tags[i]) {
            end(tagging, group.tags[i]);
        }
    }
    tagging->artifact_depth -= group.is_artifact;
}

static void add_content(struct tagging *tagging)
{
    bool is_wrapped = !tagging->artifact_depth && tagging->groups.count &&
                      tagging->groups.at[tagging->groups.count - 1].wraps_content;
    if (is_wrapped && !tagging->is_span_open) {
        begin(tagging, "Span");
        tagging->is_span_open = true;
    }
}

static bool is_element(const struct tagging *tagging, const struct text_run *run)
{
    return run->link.length && tagging->groups.count && !tagging->artifact_depth;
}

void tagging_run_begin(struct tagging *tagging, const struct text_run *run)
{
    if (is_element(tagging, run)) {
        close_span(tagging);
        begin(tagging, link_tag);
    } else {
        add_content(tagging);
    }
}

void tagging_run_end(struct tagging *tagging, const struct text_run *run)
{
    if (is_element(tagging, run)) {
        end(tagging, link_tag);
    }
}

void tagging_item(struct tagging *tagging, const struct scene *scene, size_t index)
{
    switch (scene->at[index].kind) {
    case SCENE_PATH:
    case SCENE_IMAGE:
        add_content(tagging);
        break;
    case SCENE_GROUP_BEGIN:
        begin_group(tagging, scene, index);
        break;
    case SCENE_GROUP_END:
        end_group(tagging);
        break;
    default:
        break;
    }
}
