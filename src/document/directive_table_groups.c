/* SPDX-License-Identifier: MIT */
/*
 * Rows in groups, each with a head and a subtotal.
 *
 *   groups: {Asia: [Japan, South Korea], Europe: [Germany]}
 *   groups: region                 # a dimension of the query, which has several
 *   subtotals: head                # figures in the head; below; none
 *   others: Elsewhere              # the group of members that are named in none
 *
 * Groups come as they are listed, or as their first members rank.
 */
#include "directive_table_internal.h"

enum place_of_subtotal { SUBTOTAL_HEAD, SUBTOTAL_BELOW, SUBTOTAL_NONE };

struct row_group {
    str name;
    struct table_sources rows;
};

struct row_groups {
    struct row_group *at;
    size_t count, capacity;
};

struct grouping {
    struct table_reader *reader;
    const struct node *node;
    const struct series_group *group;
    struct row_groups groups;
    struct words names; /* of the groups */
    struct words members; /* that are named in a group */
    struct {
        size_t *at;
        size_t count, capacity;
    } group_of; /* by member */
};

static struct row_group *group_named(struct grouping *grouping, str name)
{
    struct arena *arena = grouping->reader->arena;
    size_t index = words_add(arena, &grouping->names, name);
    if (index == grouping->groups.count) {
        arena_push(arena, &grouping->groups)->name = name;
    }
    return &grouping->groups.at[index];
}

/* --- groups that are listed ----------------------------------------------------------- */

/* A name that the group's data do not know is a slip of the pen. */
static bool check_member(const struct grouping *grouping, const struct node *node, str name)
{
    const struct words *words = grouping->group->words;
    if (!words || words_find(words, name) != UINT32_MAX) {
        return true;
    }
    node_error(node, grouping->reader->error, "the group \"%.*s\" has no member \"%.*s\"",
               STR_ARG(grouping->group->name), STR_ARG(name));
    return error_suggest(grouping->reader->error, name, words->at, words->count);
}

static bool list_member(struct grouping *grouping, const struct node *node, size_t group)
{
    struct arena *arena = grouping->reader->arena;
    size_t count = grouping->members.count;
    str name;
    if (!node_text(node, &name, grouping->reader->error) ||
        !check_member(grouping, node, name)) {
        return false;
    }
    if (words_add(arena, &grouping->members, name) < count) {
        return node_error(node, grouping->reader->error, "\"%.*s\" is in two groups",
                          STR_ARG(name));
    }
    *arena_push(arena, &grouping->group_of) = group;
    return true;
}

static bool list_groups(struct grouping *grouping)
{
    const struct node *map = grouping->node;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *members = map->at[i];
        group_named(grouping, members->key);
        if (!node_expect(members, NODE_LIST, grouping->reader->error)) {
            return false;
        }
        for (size_t k = 0; k < members->count; k++) {
            if (!list_member(grouping, members->at[k], i)) {
                return false;
            }
        }
    }
    return true;
}

static bool find_listed(struct grouping *grouping, str member, struct row_group **group)
{
    struct table_reader *reader = grouping->reader;
    uint32_t found = words_find(&grouping->members, member);
    str others = {0};
    if (found < grouping->group_of.count) {
        *group = &grouping->groups.at[grouping->group_of.at[found]];
        return true;
    }
    if (!directive_text(reader->input, reader->map, S("others"), &others, reader->error)) {
        return false;
    }
    if (!others.length) {
        node_error(grouping->node, reader->error, "\"%.*s\" is in none of the groups",
                   STR_ARG(member));
        return error_hint(reader->error,
                          "name it in one, or say what the rest is called: others: Other");
    }
    *group = group_named(grouping, others);
    return true;
}

/* --- groups that are words of a dimension --------------------------------------------- */

static bool find_dimension(const struct grouping *grouping, size_t *part)
{
    struct error *error = grouping->reader->error;
    const struct query *query = grouping->group->at[0].query;
    str name;
    if (!node_text(grouping->node, &name, error)) {
        return false;
    }
    for (*part = 0; *part < query->part_count; ++*part) {
        if (str_equal(query->parts[*part], name)) {
            return true;
        }
    }
    node_error(grouping->node, error, "the query \"%.*s\" is not by \"%.*s\"",
               STR_ARG(query->name), STR_ARG(name));
    return error_hint(error,
                      "groups are words of one of several dimensions, as in by: "
                      "[%.*s, partner], or lists of members: {Asia: [Japan, China]}",
                      STR_ARG(name));
}

/* --- heads and subtotals -------------------------------------------------------------- */

static const struct series *sum_of(const struct grouping *grouping,
                                   const struct row_group *rows)
{
    struct arena *arena = grouping->reader->arena;
    struct series_group *members = arena_new(arena, struct series_group);
    members->name = rows->name;
    for (size_t i = 0; i < rows->rows.count; i++) {
        *arena_push(arena, members) = *rows->rows.at[i].value.series;
    }
    return operator_subtotal(arena, members);
}

static bool add_heading(struct grouping *grouping, const struct row_group *rows,
                        struct table_sources *out, bool has_figures)
{
    struct table_reader *reader = grouping->reader;
    struct table_source *row = arena_push(reader->arena, out);
    row->issue = reader->scope.issue;
    row->is_group = true;
    if (has_figures) {
        row->value = value_from_series(sum_of(grouping, rows));
    }
    return directive_label(reader->input, &reader->labels, rows->name, &row->label,
                           reader->error);
}

static bool add_group_rows(struct grouping *grouping, const struct row_group *rows,
                           struct table_sources *out, size_t subtotals)
{
    struct arena *arena = grouping->reader->arena;
    if (!rows->rows.count) {
        return true; /* none of its members has a figure */
    }
    if (!add_heading(grouping, rows, out, subtotals == SUBTOTAL_HEAD)) {
        return false;
    }
    for (size_t i = 0; i < rows->rows.count; i++) {
        struct table_source *row = arena_push(arena, out);
        *row = rows->rows.at[i];
        row->indent++;
    }
    if (subtotals != SUBTOTAL_BELOW) {
        return true;
    }
    if (!add_heading(grouping, rows, out, true)) {
        return false;
    }
    out->at[out->count - 1].is_group = false;
    out->at[out->count - 1].is_subtotal = true;
    return true;
}

static struct row_group *group_of_row(struct grouping *grouping,
                                      const struct table_source *row, size_t part)
{
    const struct series *series = row->value.series;
    struct row_group *group = NULL;
    if (grouping->node->kind != NODE_MAP) {
        return group_named(grouping, query_part(series->query, series->name, part));
    }
    return find_listed(grouping, series->name, &group) ? group : NULL;
}

/* Puts each row into its group. */
static bool sort_into(struct grouping *grouping)
{
    struct table_reader *reader = grouping->reader;
    bool is_listed = grouping->node->kind == NODE_MAP;
    size_t part = 0;
    if (is_listed ? !list_groups(grouping) : !find_dimension(grouping, &part)) {
        return false;
    }
    for (size_t i = 0; i < reader->rows.count; i++) {
        struct row_group *group = group_of_row(grouping, &reader->rows.at[i], part);
        if (!group) {
            return false;
        }
        *arena_push(reader->arena, &group->rows) = reader->rows.at[i];
    }
    return true;
}

bool table_groups_read(struct table_reader *reader, const struct node *node,
                       const struct series_group *group)
{
    static const str places[] = {S("head"), S("below"), S("none")};
    const struct node *subtotals = node_find(reader->map, S("subtotals"));
    size_t choice = SUBTOTAL_HEAD;
    struct grouping grouping = {.reader = reader, .node = node, .group = group};
    if (subtotals &&
        !node_choice(subtotals, places, COUNT_OF(places), &choice, reader->error)) {
        return false;
    }
    if (group->top) {
        node_error(node, reader->error, "the query \"%.*s\" shows only its first %zu",
                   STR_ARG(group->name), group->top);
        return error_hint(reader->error, "a table in groups needs all of them: take a "
                                         "query without top");
    }
    if (!group->count || !sort_into(&grouping)) {
        return !group->count;
    }
    struct table_sources out = {0};
    for (size_t i = 0; i < grouping.groups.count; i++) {
        if (!add_group_rows(&grouping, &grouping.groups.at[i], &out, choice)) {
            return false;
        }
    }
    reader->rows = out;
    return true;
}
