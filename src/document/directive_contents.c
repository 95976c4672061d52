/* SPDX-License-Identifier: MIT */
/*
 * Where the table of contents stands; without it, before the first section of a long
 * document:
 *
 *   {depth: 3}      # headings down to ###; without it ##
 */
#include "directive_internal.h"

bool directive_contents(const struct directive_input *input, struct blocks *blocks,
                        struct error *error)
{
    enum { DEPTH_MIN = 2, DEPTH_MAX = 4 };
    static const str keys[] = {S("depth")};
    const struct node *map = directive_node(input, error);
    if (!map || !node_expect(map, NODE_MAP, error) ||
        !node_knows(map, keys, COUNT_OF(keys), error)) {
        return false;
    }
    const struct node *node = node_find(map, S("depth"));
    size_t depth = DEPTH_MIN;
    if (node && !node_count(node, &depth, error)) {
        return false;
    }
    if (depth < DEPTH_MIN || depth > DEPTH_MAX) {
        return node_error(node, error, "the depth is %d to %d, the level of headings",
                          DEPTH_MIN, DEPTH_MAX);
    }
    if (input->markdown->has_contents) {
        return error_at(error, ERROR_CONFIG, input->place,
                        "the briefing has a table of contents already");
    }
    input->markdown->has_contents = true;
    directive_block(input, BLOCK_CONTENTS, blocks)->level = (int)depth;
    return true;
}
