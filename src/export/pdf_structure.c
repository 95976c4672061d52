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
    struct pdf_contents *contents;
    struct tags figures, tables, heads;
    const struct pdf_links *links;
    struct pdf_files files;
    size_t links_used;
    struct pdf_object *parents; /* numbers and elements for the parent tree */
    struct pdf_object *names; /* of notes, and their elements */
};

static void keep_tag(struct completing *completing, const struct scene_tag *tag)
{
    if (tag->role == TAG_FIGURE) {
        *arena_push(completing->arena, &completing->figures) = tag;
    } else if (tag->role == TAG_TABLE) {
        *arena_push(completing->arena, &completing->tables) = tag;
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

/* The files that belong to what the group shows (ISO 32000-2, 14.13.5). */
static void add_files(struct completing *completing, const struct scene_tag *tag,
                      struct pdf_object *element)
{
    const struct pdf_attachments *attachments = completing->files.attachments;
    struct pdf_object *associated = pdf_array(completing->arena);
    for (size_t i = 0; tag && tag->shows && i < attachments->count; i++) {
        if (attachments->at[i].shown_by == tag->shows) {
            pdf_add(completing->arena, associated, completing->files.at[i]);
        }
    }
    if (associated->count) {
        pdf_put(completing->arena, element, S("AF"), associated);
    }
}

static void complete_table(struct completing *completing, struct pdf_object *element)
{
    add_files(completing, next_tag(&completing->tables), element);
}

static void complete_figure(struct completing *completing, struct pdf_object *element)
{
    const struct scene_tag *tag = next_tag(&completing->figures);
    if (tag && tag->alt.length) {
        pdf_put(completing->arena, element, S("Alt"),
                pdf_text(completing->arena, tag->alt));
    }
    add_files(completing, tag, element);
}

static void add_table_attributes(struct completing *completing, struct pdf_object *element)
{
    const struct scene_tag *tag = next_tag(&completing->heads);
    if (!tag || tag->scope == SCOPE_NONE) {
        return;
    }
    struct arena *arena = completing->arena;
    struct pdf_object *attributes = pdf_dict(arena);
    str scope = tag->scope == SCOPE_ROW ? S("Row") : S("Column");
    pdf_put(arena, attributes, S("O"), pdf_name(arena, S("Table")));
    pdf_put(arena, attributes, S("Scope"), pdf_name(arena, scope));
    if (tag->columns > 1) {
        pdf_put(arena, attributes, S("ColSpan"), pdf_integer(arena, tag->columns));
    }
    pdf_put(arena, element, S("A"), attributes);
}

/* Numbers of the parent tree: those of the pages, from 0, come first. */
static int64_t next_parent(const struct completing *completing)
{
    return (int64_t)(completing->contents->pages.count + completing->links_used - 1);
}

/* What Cairo has as a Reference is the Link of the next annotation. */
static void make_link(struct completing *completing, struct pdf_object *element)
{
    struct arena *arena = completing->arena;
    size_t next = completing->links_used++;
    if (next >= completing->links->count) {
        return;
    }
    const struct pdf_link *link = &completing->links->at[next];
    struct pdf_object *reference = pdf_dict(arena);
    pdf_put(arena, reference, S("Type"), pdf_name(arena, S("OBJR")));
    pdf_put(arena, reference, S("Obj"), link->annotation);
    pdf_put(arena, reference, S("Pg"), link->page);

    struct pdf_object *kids = pdf_array(arena);
    struct pdf_object *content = pdf_find(element, S("K"));
    for (size_t i = 0; content && content->kind == PDF_ARRAY && i < content->count; i++) {
        pdf_add(arena, kids, content->at[i].value);
    }
    if (content && content->kind != PDF_ARRAY) {
        pdf_add(arena, kids, content);
    }
    pdf_add(arena, kids, reference);
    pdf_put(arena, element, S("S"), pdf_name(arena, S("Link")));
    pdf_put(arena, element, S("K"), kids);

    struct pdf_object *number = pdf_integer(arena, next_parent(completing));
    pdf_put(arena, link->annotation, S("StructParent"), number);
    pdf_add(arena, completing->parents, number);
    pdf_add(arena, completing->parents, element);
}

/* Notes have names of their own (ISO 14289-1, 7.9), in an order that is that of bytes. */
static void name_note(struct completing *completing, struct pdf_object *element)
{
    struct arena *arena = completing->arena;
    str name = str_print(arena, "note-%06zu", completing->names->count / 2 + 1);
    struct pdf_object *id = pdf_string(arena, name);
    pdf_put(arena, element, S("ID"), id);
    pdf_add(arena, completing->names, id);
    pdf_add(arena, completing->names, element);
}

static void complete_element(struct completing *completing, struct pdf_object *element);

/* A kid is an element, or the number of marked content. Cairo forgets some parents. */
static void complete_kid(struct completing *completing, struct pdf_object *element,
                         struct pdf_object *kid)
{
    if (kid->kind == PDF_DICT && pdf_find(kid, S("S"))) {
        pdf_put(completing->arena, kid, S("P"), element);
        complete_element(completing, kid);
    }
}

static void complete_kids(struct completing *completing, struct pdf_object *element)
{
    struct pdf_object *kids = pdf_find(element, S("K"));
    bool is_array = kids && kids->kind == PDF_ARRAY;
    for (size_t i = 0; is_array && i < kids->count; i++) {
        complete_kid(completing, element, kids->at[i].value);
    }
    if (kids && !is_array) {
        complete_kid(completing, element, kids);
    }
}

static void complete_element(struct completing *completing, struct pdf_object *element)
{
    const struct pdf_object *type = pdf_find(element, S("S"));
    if (pdf_is_name(type, S("Figure"))) {
        complete_figure(completing, element);
    } else if (pdf_is_name(type, S("Table"))) {
        complete_table(completing, element);
    } else if (pdf_is_name(type, S("TH"))) {
        add_table_attributes(completing, element);
    } else if (pdf_is_name(type, S("Reference"))) {
        make_link(completing, element);
    } else if (pdf_is_name(type, S("Note"))) {
        name_note(completing, element);
    }
    pdf_remove(element, S("Type")); /* optional, and there are many elements */
    complete_kids(completing, element);
}

/* The kids of the root become those of one Document: Cairo has a root for each page. */
static struct pdf_object *add_document_element(struct arena *arena,
                                               struct pdf_contents *contents)
{
    struct pdf_object *root = contents->structure;
    struct pdf_object *element = pdf_make_indirect(contents, pdf_dict(arena));
    pdf_put(arena, element, S("S"), pdf_name(arena, S("Document")));
    pdf_put(arena, element, S("P"), root);
    pdf_put(arena, element, S("K"), pdf_find(root, S("K")));
    pdf_put(arena, root, S("K"), element);
    return element;
}

/* The pages' entries are there; those of links follow. */
static void add_trees(struct completing *completing)
{
    struct arena *arena = completing->arena;
    struct pdf_object *root = completing->contents->structure;
    struct pdf_object *numbers = pdf_find(pdf_find(root, S("ParentTree")), S("Nums"));
    for (size_t i = 0; i < completing->parents->count; i++) {
        pdf_add(arena, numbers, completing->parents->at[i].value);
    }
    if (completing->names->count) {
        struct pdf_object *tree = pdf_dict(arena);
        pdf_put(arena, tree, S("Names"), completing->names);
        pdf_put(arena, root, S("IDTree"), tree);
    }
}

static bool is_complete(const struct completing *completing, struct error *error)
{
    const struct {
        const char *what;
        size_t drawn, wanted;
    } parts[] = {
        {"figures", completing->figures.used, completing->figures.count},
        {"tables", completing->tables.used, completing->tables.count},
        {"table heads", completing->heads.used, completing->heads.count},
        {"links", completing->links_used, completing->links->count},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].drawn != parts[i].wanted) {
            return error_set(error, ERROR_SOFTWARE,
                             "the drawing has %zu %s in its structure, the pages have %zu",
                             parts[i].drawn, parts[i].what, parts[i].wanted);
        }
    }
    return true;
}

bool pdf_structure_complete(struct arena *arena, struct pdf_contents *contents,
                            const struct pages *pages, const struct pdf_links *links,
                            struct pdf_files files, struct error *error)
{
    struct completing completing = {
        .arena = arena,
        .contents = contents,
        .links = links,
        .files = files,
        .parents = pdf_array(arena),
        .names = pdf_array(arena),
    };
    for (size_t i = 0; i < pages->count; i++) {
        collect_tags(&completing, pages->at[i]);
    }
    complete_kids(&completing, add_document_element(arena, contents));
    add_trees(&completing);
    return is_complete(&completing, error);
}
