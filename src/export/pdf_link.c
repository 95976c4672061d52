/* SPDX-License-Identifier: MIT */
#include "export/pdf_link.h"

#include "base/buffer.h"
#include "base/words.h"

/* The named places of all pages; where a name is given twice, the first. */
struct marks {
    struct words names;
    struct pdf_object **at; /* destinations, by name */
    size_t count, capacity;
};

struct linking {
    struct arena *arena;
    struct pdf_contents *contents;
    const struct pages *pages;
    struct pdf_links *links;
    struct error *error;
    struct marks marks;
};

static void collect_page_marks(struct linking *linking, size_t page)
{
    struct arena *arena = linking->arena;
    struct marks *marks = &linking->marks;
    const struct scene *scene = linking->pages->at[page];
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_item *item = &scene->at[i];
        if (item->kind == SCENE_MARK &&
            words_find(&marks->names, item->target) == UINT32_MAX) {
            words_add(arena, &marks->names, item->target);
            *arena_push(arena, marks) = pdf_destination(
                arena, linking->contents->pages.at[page], scene->height - item->at.y);
        }
    }
}

static bool leads_nowhere(const struct linking *linking, str target, str name)
{
    const struct words *names = &linking->marks.names;
    error_set(linking->error, ERROR_CONFIG, "the link \"%.*s\" leads nowhere",
              STR_ARG(target));
    return error_suggest(linking->error, name, names->at, names->count);
}

/* A URI is ASCII (RFC 3986): other bytes, spaces and quotes are escaped. */
static str escaped_uri(struct arena *arena, str uri)
{
    struct buffer buffer = {.arena = arena};
    for (size_t i = 0; i < uri.length; i++) {
        char byte = uri.at[i];
        bool is_kept = byte > ' ' && byte < 0x7F && byte != '"' && byte != '<' &&
                       byte != '>' && byte != '\\' && byte != '^' && byte != '`' &&
                       byte != '{' && byte != '|' && byte != '}';
        if (is_kept) {
            buffer_add_byte(&buffer, byte);
        } else {
            buffer_print(&buffer, "%%%02X", (unsigned)(unsigned char)byte);
        }
    }
    return buffer_text(&buffer);
}

static struct pdf_object *uri_action(struct arena *arena, str uri)
{
    struct pdf_object *action = pdf_dict(arena);
    pdf_put(arena, action, S("S"), pdf_name(arena, S("URI")));
    pdf_put(arena, action, S("URI"), pdf_string(arena, escaped_uri(arena, uri)));
    return action;
}

/* Invisible on the page; F 4: printed, so that nothing is hidden (ISO 19005). */
static struct pdf_object *annotation(struct arena *arena, const struct scene *scene,
                                     const struct scene_item *item)
{
    enum { PRINT = 4 };
    struct pdf_object *link = pdf_dict(arena);
    struct pdf_object *border = pdf_array(arena);
    for (int i = 0; i < 3; i++) {
        pdf_add(arena, border, pdf_integer(arena, 0));
    }
    double left = item->at.x + item->area.x;
    double top = scene->height - item->at.y - item->area.y;
    pdf_put(arena, link, S("Type"), pdf_name(arena, S("Annot")));
    pdf_put(arena, link, S("Subtype"), pdf_name(arena, S("Link")));
    pdf_put(
        arena, link, S("Rect"),
        pdf_rectangle(arena, left, top - item->area.height, left + item->area.width, top));
    pdf_put(arena, link, S("Border"), border);
    pdf_put(arena, link, S("F"), pdf_integer(arena, PRINT));
    return link;
}

static struct pdf_object *make_link(const struct linking *linking,
                                    const struct scene *scene,
                                    const struct scene_item *item)
{
    struct arena *arena = linking->arena;
    struct pdf_object *link = annotation(arena, scene, item);
    bool is_internal = str_starts(item->target, S("#"));
    str name = str_after(item->target, is_internal ? 1 : 0);
    pdf_put(arena, link, S("Contents"), pdf_text(arena, name));
    if (!is_internal) {
        pdf_put(arena, link, S("A"), uri_action(arena, item->target));
        return link;
    }
    uint32_t mark = words_find(&linking->marks.names, name);
    if (mark >= linking->marks.count) {
        leads_nowhere(linking, item->target, name);
        return NULL;
    }
    pdf_put(arena, link, S("Dest"), linking->marks.at[mark]);
    return link;
}

/* Whether the area of an item leads somewhere; *depth counts the open artifacts, and the
 * groups within them. */
static bool is_live_link(const struct scene_item *item, size_t *depth)
{
    if (item->kind == SCENE_GROUP_BEGIN && (*depth || item->tag.role == TAG_ARTIFACT)) {
        ++*depth;
    } else if (item->kind == SCENE_GROUP_END && *depth) {
        --*depth;
    }
    return item->kind == SCENE_LINK && !*depth;
}

static bool add_page_links(const struct linking *linking, size_t page)
{
    const struct scene *scene = linking->pages->at[page];
    struct pdf_object *dict = linking->contents->pages.at[page];
    struct pdf_object *annotations = pdf_array(linking->arena);
    size_t artifact_depth = 0;
    for (size_t i = 0; i < scene->count; i++) {
        if (!is_live_link(&scene->at[i], &artifact_depth)) {
            continue;
        }
        struct pdf_object *link = make_link(linking, scene, &scene->at[i]);
        if (!link) {
            return false;
        }
        pdf_add(linking->arena, annotations, pdf_make_indirect(linking->contents, link));
        *arena_push(linking->arena, linking->links) = (struct pdf_link){link, dict};
    }
    if (annotations->count) {
        pdf_put(linking->arena, dict, S("Annots"), annotations);
    }
    return true;
}

bool pdf_links_add(struct arena *arena, struct pdf_contents *contents,
                   const struct pages *pages, struct pdf_links *links, struct error *error)
{
    struct linking linking = {
        .arena = arena,
        .contents = contents,
        .pages = pages,
        .links = links,
        .error = error,
    };
    for (size_t page = 0; page < pages->count; page++) {
        collect_page_marks(&linking, page);
    }
    for (size_t page = 0; page < pages->count; page++) {
        if (!add_page_links(&linking, page)) {
            return false;
        }
    }
    return true;
}
