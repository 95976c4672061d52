/* SPDX-License-Identifier: MIT */
#include "pdf_structure.h"

/* The groups of one role, outside artifacts, in drawing order. */
struct tags {
    const struct scene_tag **at;
    size_t count, capacity;
    size_t used;
};

struct completing {
    struct arena *arena;
    struct tags figures, heads;
};

static void keep_tag(struct completing *completing, const struct scene_tag *tag)
{
    if (tag->role == TAG_FIGURE) {
        *arena_push(completing->arena, &completing->figures) = tag;
    } else if (tag->role == TAG_TABLE_HEAD) {
        *arena_push(completing->arena, &completing->heads) = tag;
    }
}

static void collect_tags(struct completing *completing, const struct scene *scene)
{
    size_t depth = 0;
    size_t artifact_depth = 0; /* of the outermost open artifact, or 0 */
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        if (item->kind == SCENE_GROUP_BEGIN) {
            depth++;
            if (!artifact_depth && item->tag.role == TAG_ARTIFACT) {
                artifact_depth = depth;
            }
            if (!artifact_depth) {
                keep_tag(completing, &item->tag);
            }
        } else if (item->kind == SCENE_GROUP_END) {
            artifact_depth = depth == artifact_depth ? 0 : artifact_depth;
            depth--;
        }
    }
}

static const struct scene_tag *next_tag(struct tags *tags)
{
    size_t next = tags->used++;
    return next < tags->count ? tags->at[next] : NULL;
}

static void add_alt(struct completing *completing, struct pdf_object *element)
{
    const struct scene_tag *tag = next_tag(&completing->figures);
    if (tag && tag->alt.length) {
        pdf_put(completing->arena, element, S("Alt"),
                pdf_text(completing->arena, tag->alt));
    }
}

static void add_scope(struct completing *completing, struct pdf_object *element)
{
    const struct scene_tag *tag = next_tag(&completing->heads);
    if (tag && tag->scope != SCOPE_NONE) {
        struct arena *arena = completing->arena;
        struct pdf_object *attributes = pdf_dict(arena);
        str scope = tag->scope == SCOPE_ROW ? S("Row") : S("Column");
        pdf_put(arena, attributes, S("O"), pdf_name(arena, S("Table")));
        pdf_put(arena, attributes, S("Scope"), pdf_name(arena, scope));
        pdf_put(arena, element, S("A"), attributes);
    }
}

/* Kids are elements, arrays of them, or numbers of marked content. */
static void complete_element(struct completing *completing, struct pdf_object *element)
{
    if (element->kind == PDF_ARRAY) {
        for (size_t i = 0; i < element->count; i++) {
            complete_element(completing, element->at[i].value);
        }
        return;
    }
    if (element->kind != PDF_DICT) {
        return;
    }
    const struct pdf_object *type = pdf_find(element, S("S"));
    if (pdf_is_name(type, S("Figure"))) {
        add_alt(completing, element);
    } else if (pdf_is_name(type, S("TH"))) {
        add_scope(completing, element);
    }
    pdf_remove(element, S("Type")); /* optional, and there are many elements */
    struct pdf_object *kids = pdf_find(element, S("K"));
    if (kids) {
        complete_element(completing, kids);
    }
}

/* The kids of the root become those of one Document: Cairo has a root for each page. */
static void add_document_element(struct arena *arena, struct pdf_contents *contents)
{
    struct pdf_object *root = contents->structure;
    struct pdf_object *kids = pdf_find(root, S("K"));
    struct pdf_object *element = pdf_make_indirect(contents, pdf_dict(arena));
    pdf_put(arena, element, S("S"), pdf_name(arena, S("Document")));
    pdf_put(arena, element, S("P"), root);
    pdf_put(arena, element, S("K"), kids);
    pdf_put(arena, root, S("K"), element);
    if (kids->kind == PDF_DICT) {
        pdf_put(arena, kids, S("P"), element);
    }
    for (size_t i = 0; kids->kind == PDF_ARRAY && i < kids->count; i++) {
        pdf_put(arena, kids->at[i].value, S("P"), element);
    }
}

bool pdf_structure_complete(struct arena *arena, struct pdf_contents *contents,
                            const struct pages *pages, struct error *error)
{
    struct completing completing = {.arena = arena};
    for (size_t i = 0; i < pages->count; i++) {
        collect_tags(&completing, pages->at[i]);
    }
    complete_element(&completing, pdf_find(contents->structure, S("K")));
    if (completing.figures.used != completing.figures.count ||
        completing.heads.used != completing.heads.count) {
        return error_set(error, ERROR_SOFTWARE,
                         "the drawing has %zu figures and %zu table heads in its "
                         "structure, the pages have %zu and %zu",
                         completing.figures.used, completing.heads.used,
                         completing.figures.count, completing.heads.count);
    }
    add_document_element(arena, contents);
    return true;
}
