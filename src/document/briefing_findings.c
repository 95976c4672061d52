/* SPDX-License-Identifier: MIT */
/*
 * What the front matter says of findings: which the author wants, and what series are
 * called in sentences. Read once the data are there, since members are words of the data.
 */
#include "briefing_internal.h"
#include "finding_names.h"

#include "expression/expression.h"
#include "expression/translation.h"
#include "series/mismatch.h"
#include "table/unit.h"

struct reader {
    struct arena *arena;
    const struct briefing *briefing;
    struct facts *facts;
    struct finding_names names;
    struct error *error;
};

/* --- what the author wants ------------------------------------------------------ */

static bool read_selector(const struct reader *reader, const struct node *node,
                          struct finding_selector *selector)
{
    str text;
    if (!node_text(node, &text, reader->error)) {
        return false;
    }
    *selector = finding_selector_parse(text);
    bool is_any_query = str_equal(selector->query, S("*"));
    bool is_any_kind = str_equal(selector->kind, S("*"));
    return (is_any_query ||
            finding_names_member(&reader->names, node_place(node), selector->query,
                                 selector->member, reader->error)) &&
           (is_any_kind || finding_names_kind(&reader->names, node_place(node),
                                              selector->kind, reader->error));
}

static bool read_selectors(const struct reader *reader, const struct node *list,
                           struct finding_selectors *selectors)
{
    if (list && !node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        if (!read_selector(reader, list->at[i], arena_push(reader->arena, selectors))) {
            return false;
        }
    }
    return true;
}

static bool read_limits(const struct reader *reader, const struct node *map,
                        struct finding_options *options)
{
    if (map && !node_expect(map, NODE_MAP, reader->error)) {
        return false;
    }
    for (size_t i = 0; map && i < map->count; i++) {
        struct finding_limit *limit = arena_push(reader->arena, &options->limits);
        limit->kind = map->at[i]->key;
        if (!finding_names_kind(&reader->names, node_key_place(map->at[i]), limit->kind,
                                reader->error) ||
            !node_count(map->at[i], &limit->count, reader->error)) {
            return false;
        }
    }
    return true;
}

static bool read_options(const struct reader *reader, const struct node *map,
                         struct finding_options *options)
{
    static const str keys[] = {S("pin"), S("drop"), S("limit"), S("count")};
    if (!map) {
        return true;
    }
    const struct node *count = node_find(map, S("count"));
    return node_knows(map, keys, COUNT_OF(keys), reader->error) &&
           read_selectors(reader, node_find(map, S("pin")), &options->pins) &&
           read_selectors(reader, node_find(map, S("drop")), &options->drops) &&
           read_limits(reader, node_find(map, S("limit")), options) &&
           (!count || node_count(count, &options->count, reader->error));
}

/* --- what series are called ----------------------------------------------------- */

static bool is_subject(const struct node *node)
{
    return node->kind == NODE_SCALAR || node_find(node, S("text"));
}

/* A text, or {text: exports to the United States, plural: true}. */
static bool read_subject(const struct reader *reader, const struct node *node,
                         struct sentence_subject *subject)
{
    static const str keys[] = {S("text"), S("plural")};
    const struct node *text = node;
    if (node->kind != NODE_SCALAR) {
        const struct node *plural = node_find(node, S("plural"));
        text = node_find(node, S("text"));
        if (!node_knows(node, keys, COUNT_OF(keys), reader->error) ||
            (plural && !node_flag(plural, &subject->is_plural, reader->error))) {
            return false;
        }
        if (!text) {
            return node_error(node, reader->error, "a label has a text");
        }
    }
    return expression_fill_node(reader->arena, text, &reader->facts->scope, &subject->text,
                                reader->error);
}

static bool expect_language(const struct reader *reader, const struct node *node)
{
    if (language_find(node->key)) {
        return true;
    }
    str *tags = arena_array(reader->arena, str, language_count());
    for (size_t i = 0; i < language_count(); i++) {
        tags[i] = language_tag(language_at(i));
    }
    error_at(reader->error, ERROR_CONFIG, node_key_place(node),
             "no language is called \"%.*s\"", STR_ARG(node->key));
    return error_suggest(reader->error, node->key, tags, language_count());
}

/* That of the language among those of a label; NULL if there is none. */
static const struct node *in_language(const struct reader *reader, const struct node *label,
                                      bool *is_good)
{
    const struct node *found = NULL;
    const struct language *language = reader->facts->scope.language;
    *is_good = true;
    if (is_subject(label)) {
        return label;
    }
    for (size_t i = 0; i < label->count; i++) {
        *is_good = *is_good && expect_language(reader, label->at[i]);
        found = language_find(label->at[i]->key) == language ? label->at[i] : found;
    }
    return found;
}

/* "partners" and "United States" of "partners.United States". */
static bool read_label(const struct reader *reader, const struct node *label,
                       struct sentence_subjects *subjects)
{
    struct sentence_subject_entry entry = {0};
    entry.query = str_cut(label->key, '.', &entry.member);
    bool is_good = false;
    const struct node *node =
        finding_names_member(&reader->names, node_key_place(label), entry.query,
                             entry.member, reader->error) &&
                (label->kind != NODE_LIST || node_expect(label, NODE_MAP, reader->error))
            ? in_language(reader, label, &is_good)
            : NULL;
    if (!is_good || !node) {
        return is_good;
    }
    if (!read_subject(reader, node, &entry.subject)) {
        return false;
    }
    *arena_push(reader->arena, subjects) = entry;
    return true;
}

/* Words of the data that the briefing translates. */
static void add_names(const struct reader *reader, struct sentence_subjects *subjects)
{
    const struct scope *scope = &reader->facts->scope;
    for (size_t i = 0; scope->names && i < scope->names->count; i++) {
        str word = scope->names->at[i]->key;
        *arena_push(reader->arena, &subjects->names) =
            (struct sentence_name){.word = word, .text = translation_name(scope, word)};
    }
}

static bool read_labels(const struct reader *reader, const struct node *map,
                        struct sentence_subjects *subjects)
{
    if (map && !node_expect(map, NODE_MAP, reader->error)) {
        return false;
    }
    add_names(reader, subjects);
    for (size_t i = 0; map && i < map->count; i++) {
        if (!read_label(reader, map->at[i], subjects)) {
            return false;
        }
    }
    return true;
}

/* --- what findings are about ---------------------------------------------------- */

/* Money: a unit that is known and no quantity. */
static bool is_money(str unit)
{
    return unit.length && !str_equal(unit, S("%")) && !unit_find(unit);
}

/* The value of a query by the quantity of another one about the same rows, or NULL. */
static const struct series *unit_value(const struct reader *reader,
                                       const struct series *value)
{
    for (size_t i = 0; is_money(value->unit) && i < reader->briefing->query_count; i++) {
        str name = reader->briefing->queries[i].name;
        const struct value *other = finding_names_value(&reader->names, name);
        if (other->kind == VALUE_SERIES && unit_find(other->series->unit) &&
            !mismatch_of_rows(reader->arena, value, other->series).what.length) {
            return operator_unit_value(reader->arena, value, other->series);
        }
    }
    return NULL;
}

static const struct finding_inputs *inputs_of(const struct reader *reader)
{
    struct finding_inputs *inputs = arena_new(reader->arena, struct finding_inputs);
    for (size_t i = 0; i < reader->briefing->query_count; i++) {
        str name = reader->briefing->queries[i].name;
        const struct value *value = finding_names_value(&reader->names, name);
        struct finding_input *input = arena_push(reader->arena, inputs);
        input->query = name;
        if (value->kind == VALUE_GROUP) {
            input->group = value->group;
        } else {
            input->series = value->series;
            input->unit_value = unit_value(reader, value->series);
        }
    }
    return inputs;
}

bool briefing_findings(struct arena *arena, const struct briefing *briefing,
                       struct facts *facts, struct error *error)
{
    const struct reader reader = {arena, briefing, facts, {arena, briefing, facts}, error};
    struct finding_options *options = arena_new(arena, struct finding_options);
    struct sentence_subjects *subjects = arena_new(arena, struct sentence_subjects);
    const struct node *front = briefing->front;
    if (front && (!read_options(&reader, node_find(front, S("findings")), options) ||
                  !read_labels(&reader, node_find(front, S("labels")), subjects))) {
        return false;
    }
    facts->scope.inputs = inputs_of(&reader);
    facts->scope.options = options;
    facts->scope.subjects = subjects;
    return true;
}
