/* SPDX-License-Identifier: MIT */
/* From the text's nodes to views: checked, with parameters in place, in normal form, read.
 */
#include "grammar/view.h"

#include "channel.h"
#include "config.h"
#include "normal.h"
#include "params.h"
#include "rewrite.h"
#include "view_path.h"
#include "view_read.h"
#include "vocabulary.h"

static const str marks[MARK_TYPE_COUNT] = {
    [MARK_ARC] = S("arc"),       [MARK_AREA] = S("area"),         [MARK_BAR] = S("bar"),
    [MARK_CIRCLE] = S("circle"), [MARK_GEOSHAPE] = S("geoshape"), [MARK_IMAGE] = S("image"),
    [MARK_LINE] = S("line"),     [MARK_POINT] = S("point"),       [MARK_RECT] = S("rect"),
    [MARK_RULE] = S("rule"),     [MARK_SQUARE] = S("square"),     [MARK_TEXT] = S("text"),
    [MARK_TICK] = S("tick"),     [MARK_TRAIL] = S("trail"),
};

str mark_word(enum mark_type mark)
{
    return marks[mark];
}

static void add_datasets(struct arena *arena, const struct node *datasets,
                         struct environment *environment)
{
    for (size_t i = 0; datasets && i < datasets->count; i++) {
        *arena_push(arena, &environment->datasets) =
            (struct dataset){.name = datasets->at[i]->key, .values = datasets->at[i]};
    }
}

/* Lists of the program's environment are copied: it does not see what a file adds. */
static struct environment own_environment(struct arena *arena,
                                          const struct environment *environment)
{
    struct environment own = *environment;
    own.parameters = (struct parameters){0};
    own.datasets = (struct datasets){0};
    for (size_t i = 0; i < environment->parameters.count; i++) {
        *arena_push(arena, &own.parameters) = environment->parameters.at[i];
    }
    for (size_t i = 0; i < environment->datasets.count; i++) {
        *arena_push(arena, &own.datasets) = environment->datasets.at[i];
    }
    return own;
}

/* The file's own value, else the config's. */
static const struct node *given(const struct node *house, const struct node *config,
                                str key)
{
    const struct node *own = node_find(house, key);
    return own ? own : rewrite_find(config, key);
}

static void settle(struct specification *specification, const struct node *house)
{
    const struct node *config = specification->config;
    specification->house = house;
    specification->description = rewrite_text_of(house, S("description"));
    specification->background = given(house, config, S("background"));
    specification->padding = given(house, config, S("padding"));
    specification->autosize = given(house, config, S("autosize"));
}

const struct specification *view_read(struct arena *arena, const struct node *node,
                                      const struct environment *environment,
                                      const struct node *look, struct error *error)
{
    struct specification *specification = arena_new(arena, struct specification);
    specification->environment = own_environment(arena, environment);
    if (!vocabulary_check(arena, node, environment->warnings, error)) {
        return NULL;
    }
    add_datasets(arena, node_find(node, S("datasets")), &specification->environment);
    const struct node *house =
        params_apply(arena, node, &specification->environment, error);
    if (!house) {
        return NULL;
    }
    const struct node *config = config_merge(arena, node_find(house, S("config")), look);
    const struct normal normal = {arena, config, environment->warnings, error};
    const struct inherited nothing = {0};
    const struct node *form = normal_view(&normal, house, nothing);
    if (!form) {
        return NULL;
    }
    specification->config = config;
    settle(specification, house);
    const struct view_reader reader = {
        .arena = arena,
        .channels = {arena, node, &specification->environment, error},
        .error = error,
    };
    specification->view = view_build(&reader, form);
    return specification->view ? specification : NULL;
}
