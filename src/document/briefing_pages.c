/* SPDX-License-Identifier: MIT */
/* What the front matter says of the pages. */
#include "briefing_internal.h"

#include "base/file.h"

/* What stands around the pages may have expressions: the document fills them in. */
static bool check_furniture(const struct node *front, struct error *error)
{
    static const str keys[] = {S("title"),   S("organisation"), S("author"),
                               S("subject"), S("keywords"),     S("provisional")};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        const struct node *node = node_find(front, keys[i]);
        if (node && !node_expect(node, NODE_SCALAR, error)) {
            return false;
        }
    }
    return true;
}

static bool read_part(const struct node *front, str key, enum document_part *part,
                      struct error *error)
{
    const struct node *node = node_find(front, key);
    bool is_wanted = false;
    if (!node) {
        return true;
    }
    if (!node_flag(node, &is_wanted, error)) {
        return false;
    }
    *part = is_wanted ? PART_ALWAYS : PART_NEVER;
    return true;
}

static bool read_path(struct arena *arena, const struct node *node,
                      const struct briefing *briefing, str *path, struct place *place,
                      struct error *error)
{
    str text;
    if (!node) {
        return true;
    }
    *place = node_place(node);
    if (!node_text(node, &text, error)) {
        return false;
    }
    *path = path_join(arena, path_folder(briefing->source.path), text);
    return text.length || node_error(node, error, "the letterhead has no name");
}

/* One file is that of all pages; a map has one for the first, one for the others. */
static bool read_letterhead(struct arena *arena, const struct node *front,
                            struct briefing *briefing, struct error *error)
{
    static const str keys[] = {S("first"), S("following")};
    struct briefing_letterhead *to = &briefing->letterhead;
    const struct node *node = node_find(front, S("letterhead"));
    if (!node || node->kind != NODE_MAP) {
        return read_path(arena, node, briefing, &to->first, &to->first_place, error) &&
               read_path(arena, node, briefing, &to->following, &to->following_place,
                         error);
    }
    return node_knows(node, keys, COUNT_OF(keys), error) &&
           read_path(arena, node_find(node, keys[0]), briefing, &to->first,
                     &to->first_place, error) &&
           read_path(arena, node_find(node, keys[1]), briefing, &to->following,
                     &to->following_place, error);
}

bool briefing_read_pages(struct arena *arena, const struct node *front,
                         struct briefing *briefing, struct error *error)
{
    static const str papers[] = {S("A4"), S("Letter")};
    const struct node *paper = node_find(front, S("paper"));
    size_t choice;
    if (paper && !node_choice(paper, papers, COUNT_OF(papers), &choice, error)) {
        return false;
    }
    briefing->paper = paper ? papers[choice] : (str){0};
    return check_furniture(front, error) &&
           read_part(front, S("contents"), &briefing->contents, error) &&
           read_part(front, S("cover"), &briefing->cover, error) &&
           read_letterhead(arena, front, briefing, error);
}
