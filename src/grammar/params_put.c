/* SPDX-License-Identifier: MIT */
/* Values of parameters in the places where a specification uses them. */
#include "base/real.h"
#include "definition.h"
#include "grammar/formula.h"
#include "params_internal.h"
#include "rewrite.h"

/* --- what is static ---------------------------------------------------------------------
 */

static bool is_word_start(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static bool is_word_part(char c)
{
    return is_word_start(c) || (c >= '0' && c <= '9');
}

/* Functions that ask the drawing, and not only their arguments. */
static bool asks_drawing(str function)
{
    static const str names[] = {
        S("scale"),    S("domain"),        S("range"),         S("bandwidth"),
        S("invert"),   S("copy"),          S("data"),          S("indata"),
        S("geoArea"),  S("geoBounds"),     S("geoCentroid"),   S("geoScale"),
        S("treePath"), S("treeAncestors"), S("containerSize"), S("windowSize"),
        S("screen"),   S("bandspace"),
    };
    size_t i = 0;
    while (i < COUNT_OF(names) && !str_equal(function, names[i])) {
        i++;
    }
    return i < COUNT_OF(names);
}

static bool is_constant(str word)
{
    static const str names[] = {
        S("true"),    S("false"), S("null"),      S("undefined"), S("NaN"),   S("Infinity"),
        S("E"),       S("LN10"),  S("LN2"),       S("LOG10E"),    S("LOG2E"), S("PI"),
        S("SQRT1_2"), S("SQRT2"), S("MAX_VALUE"), S("MIN_VALUE"),
    };
    size_t i = 0;
    while (i < COUNT_OF(names) && !str_equal(word, names[i])) {
        i++;
    }
    return i < COUNT_OF(names);
}

/* Offset behind the quoted text that starts at `at`. */
static size_t skip_quoted(str text, size_t at)
{
    char quote = text.at[at++];
    while (at < text.length && text.at[at] != quote) {
        at += text.at[at] == '\\' ? 2 : 1;
    }
    return at + 1;
}

static size_t skip_space(str text, size_t at)
{
    while (at < text.length && (text.at[at] == ' ' || text.at[at] == '\n')) {
        at++;
    }
    return at;
}

/* True where a name stands for something that the parameters do not have. */
static bool is_open_name(const struct environment *environment, str text, size_t start,
                         size_t end, bool is_member)
{
    str word = str_slice(text, start, end);
    size_t next = skip_space(text, end);
    if (is_member) {
        return false;
    }
    if (next < text.length && text.at[next] == '(') {
        return asks_drawing(word);
    }
    return !is_constant(word) && !params_find(environment, word);
}

static bool is_static_text(const struct environment *environment, str text)
{
    bool is_member = false;
    for (size_t at = 0; at < text.length;) {
        char c = text.at[at];
        if (c == '"' || c == '\'') {
            at = skip_quoted(text, at);
            is_member = false;
        } else if (is_word_start(c)) {
            size_t end = at;
            while (end < text.length && is_word_part(text.at[end])) {
                end++;
            }
            if (is_open_name(environment, text, at, end, is_member)) {
                return false;
            }
            at = end;
            is_member = false;
        } else if (c >= '0' && c <= '9') {
            double number;
            size_t length = real_prefix(str_after(text, at), &number);
            at += length ? length : 1;
        } else {
            is_member = c == '.' || (is_member && c == ' ');
            at++;
        }
    }
    return true;
}

struct datum params_evaluate(struct arena *arena, const struct node *text,
                             const struct environment *environment, bool *is_static,
                             struct error *error)
{
    *is_static = text->kind == NODE_SCALAR && is_static_text(environment, text->text);
    const struct formula *formula = *is_static ? formula_read(arena, text, error) : NULL;
    if (!formula) {
        return datum_none();
    }
    const struct formula_scope scope = {.environment = environment};
    return formula_evaluate(arena, formula, &scope);
}

/* --- data as nodes ----------------------------------------------------------------------
 */

static struct node *from_datum(struct arena *arena, const struct node *like,
                               struct datum datum)
{
    struct node *node;
    switch (datum.kind) {
    case DATUM_NONE:
        return rewrite_plain(arena, like, S("null"));
    case DATUM_FLAG:
        return rewrite_plain(arena, like, datum.number > 0 ? S("true") : S("false"));
    case DATUM_NUMBER:
    case DATUM_TIME:
        return rewrite_plain(arena, like, real_print(arena, datum.number));
    case DATUM_LIST:
        node = rewrite_list(arena, like);
        for (size_t i = 0; i < datum.list->count; i++) {
            rewrite_add(arena, node, from_datum(arena, like, datum.list->at[i]));
        }
        return node;
    case DATUM_MAP:
        node = rewrite_map(arena, like);
        for (size_t i = 0; i < datum.map->count; i++) {
            rewrite_set(arena, node, datum.map->at[i].name,
                        from_datum(arena, like, datum.map->at[i].value));
        }
        return node;
    default:
        return rewrite_text(arena, like, datum_to_text(arena, datum));
    }
}

/* --- selections -------------------------------------------------------------------------
 */

/* The field behind a key of a selection's value: a channel of the view, or the field. */
static void set_subject(struct arena *arena, struct node *predicate,
                        const struct node *view, const struct node *member)
{
    const struct node *channel = rewrite_find(node_find(view, S("encoding")), member->key);
    str field = rewrite_text_of(channel, S("field"));
    rewrite_set_text(arena, predicate, S("field"), field.length ? field : member->key);
    rewrite_set(arena, predicate, S("timeUnit"), rewrite_find(channel, S("timeUnit")));
}

/* {and: [one predicate for each member]} */
static struct node *all_of(struct arena *arena, const struct node *view,
                           const struct node *map, bool is_interval)
{
    struct node *list = rewrite_list(arena, map);
    for (size_t i = 0; i < map->count; i++) {
        const struct node *member = map->at[i];
        bool is_range = is_interval && member->kind == NODE_LIST && member->count == 2;
        struct node *predicate = rewrite_map(arena, member);
        set_subject(arena, predicate, view, member);
        rewrite_set(arena, predicate,
                    is_range                    ? S("range")
                    : member->kind == NODE_LIST ? S("oneOf")
                                                : S("equal"),
                    member);
        rewrite_add(arena, list, predicate);
    }
    struct node *both = rewrite_map(arena, map);
    rewrite_set(arena, both, S("and"), list);
    return both;
}

static struct node *any_of(struct arena *arena, const struct node *view,
                           const struct node *values, bool is_interval)
{
    struct node *list = rewrite_list(arena, values);
    for (size_t i = 0; i < values->count; i++) {
        if (values->at[i]->kind == NODE_MAP) {
            rewrite_add(arena, list, all_of(arena, view, values->at[i], is_interval));
        }
    }
    struct node *either = rewrite_map(arena, values);
    rewrite_set(arena, either, S("or"), list);
    return list->count ? either : NULL;
}

void params_read_selected(struct params *params, const struct node *parameter,
                          const struct node *view)
{
    const struct node *value = node_find(parameter, S("value"));
    const struct node *select = node_find(parameter, S("select"));
    str type = select->kind == NODE_MAP ? rewrite_text_of(select, S("type"))
                                        : rewrite_text_of(parameter, S("select"));
    bool is_interval = str_equal(type, S("interval"));
    const struct node *test = NULL;
    const struct node *extent = NULL;
    if (value && value->kind == NODE_MAP && value->count) {
        test = all_of(params->arena, view, value, is_interval);
        extent = is_interval && value->count == 1 ? value->at[0] : NULL;
    } else if (value && value->kind == NODE_LIST) {
        test = any_of(params->arena, view, value, is_interval);
    }
    if (test) {
        *arena_push(params->arena, &params->selected) = (struct selected){
            .name = rewrite_text_of(parameter, S("name")), .test = test, .extent = extent};
    }
}

static const struct selected *selected_of(const struct params *params,
                                          const struct node *map)
{
    str name = rewrite_text_of(map, S("param"));
    for (size_t i = 0; name.length && i < params->selected.count; i++) {
        if (str_equal(params->selected.at[i].name, name)) {
            return &params->selected.at[i];
        }
    }
    return NULL;
}

/* --- putting in place -------------------------------------------------------------------
 */

/* The text of {expr: ...} or {signal: ...}; or NULL. */
static const struct node *expression_of(const struct node *node)
{
    if (node->kind != NODE_MAP || node->count != 1) {
        return NULL;
    }
    const struct node *text = node_find(node, S("expr"));
    return text ? text : node_find(node, S("signal"));
}

/* A domain that follows a selection is that of the data while nothing is selected. */
static const struct node *put_domain(const struct params *params, const struct node *domain)
{
    const struct selected *selected = selected_of(params, domain);
    return selected ? selected->extent : NULL;
}

static bool is_left_alone(str key)
{
    static const str keys[] = {S("data"), S("datasets"), S("params"), S("usermeta")};
    size_t i = 0;
    while (i < COUNT_OF(keys) && !str_equal(key, keys[i])) {
        i++;
    }
    return i < COUNT_OF(keys);
}

/* Of a scale, or the extent of bins. */
static bool is_followed_domain(const struct node *node)
{
    bool is_domain = str_equal(node->key, S("domain")) || str_equal(node->key, S("extent"));
    return is_domain && rewrite_find(node, S("param"));
}

static const struct node *put_members(const struct params *params, const struct node *node)
{
    struct node *copy = node->kind == NODE_MAP ? rewrite_map(params->arena, node)
                                               : rewrite_list(params->arena, node);
    bool is_changed = false;
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->at[i];
        const struct node *part = item;
        if (is_followed_domain(item)) {
            part = put_domain(params, item);
        } else if (!is_left_alone(item->key)) {
            part = params_put(params, item);
        }
        if (params->error->kind) {
            return NULL;
        }
        is_changed = is_changed || part != item;
        if (node->kind == NODE_MAP) {
            rewrite_set(params->arena, copy, item->key, part);
        } else {
            rewrite_add(params->arena, copy, part);
        }
    }
    return is_changed ? copy : node;
}

/* A test of a selection is its predicate; in a condition it stands among other keys. */
static const struct node *put_selection(const struct params *params, const struct node *map,
                                        const struct selected *selected)
{
    static const str keys[] = {S("param"), S("empty")};
    const struct node *rest = rewrite_without(params->arena, map, keys, COUNT_OF(keys));
    if (!rest->count) {
        return selected->test;
    }
    const struct node *others = put_members(params, rest);
    if (!others) {
        return NULL;
    }
    struct node *whole = rewrite_merge(params->arena, others, NULL);
    rewrite_set(params->arena, whole, S("test"), selected->test);
    return whole;
}

const struct node *params_put(const struct params *params, const struct node *node)
{
    const struct node *text = expression_of(node);
    const struct selected *selected = selected_of(params, node);
    if (text) {
        bool is_static;
        struct datum value = params_evaluate(params->arena, text, params->environment,
                                             &is_static, params->error);
        return is_static ? from_datum(params->arena, node, value) : node;
    }
    if (node->kind == NODE_SCALAR) {
        return node;
    }
    return selected ? put_selection(params, node, selected) : put_members(params, node);
}
