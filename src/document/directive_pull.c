/* SPDX-License-Identifier: MIT */
/*
 * A pull figure, which stands out of the text:
 *
 *   {figure: "{{ total.yoy | delta }}", text: fewer magnets than a year before}
 */
#include "directive_internal.h"

static bool read_needed(const struct directive_input *input, const struct node *map,
                        str key, str *text, struct error *error)
{
    if (!directive_text(input, map, key, text, error)) {
        return false;
    }
    return str_trim(*text).length || error_at(error, ERROR_CONFIG, input->place,
                                              "the pull figure has no %.*s", STR_ARG(key));
}

bool directive_pull(const struct directive_input *input, struct blocks *blocks,
                    struct error *error)
{
    static const str keys[] = {S("figure"), S("text")};
    const struct node *map = directive_node(input, error);
    str text = {0};
    if (!map || !node_expect(map, NODE_MAP, error) ||
        !node_knows(map, keys, COUNT_OF(keys), error)) {
        return false;
    }
    struct block *pull = directive_block(input, BLOCK_PULL, blocks);
    if (!read_needed(input, map, S("figure"), &pull->text, error) ||
        !read_needed(input, map, S("text"), &text, error)) {
        return false;
    }
    *arena_push(input->markdown->arena, &pull->spans) =
        (struct inline_span){.text = text, .place = input->place};
    return true;
}
