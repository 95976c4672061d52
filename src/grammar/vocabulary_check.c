/* SPDX-License-Identifier: MIT */
/* A specification against the vocabulary: the first fault is the error. */
#include "base/buffer.h"
#include "base/real.h"
#include "grammar/css.h"
#include "rewrite.h"
#include "view_path.h"
#include "vocabulary.h"

struct checker {
    struct arena *arena;
    struct warnings *warnings; /* or NULL */
    struct error *error;
};

static bool check_value(const struct checker *checker, const struct node *node, str type,
                        str path);

/* --- scalars ----------------------------------------------------------------------------
 */

static bool is_flag(const struct node *node)
{
    return !node->is_quoted &&
           (rewrite_is_text(node, S("true")) || rewrite_is_text(node, S("false")));
}

static bool is_number(const struct node *node)
{
    double number;
    return !node->is_quoted && real_parse(node->text, &number);
}

/* An empty text is no colour, as null; "house:focus" is one of the theme, which is not
 * known here. */
static bool is_color(const struct node *node)
{
    color parsed;
    double opacity;
    return !node->text.length || css_color(node->text, &parsed, &opacity) ||
           str_starts(node->text, S("house:"));
}

static bool is_in_set(str words, str word)
{
    while (words.length) {
        if (str_equal(str_cut(words, ' ', &words), word)) {
            return true;
        }
    }
    return false;
}

static bool scalar_is(const struct node *node, str type)
{
    if (str_starts(type, S("'"))) {
        return str_equal(node->text, str_slice(type, 1, type.length - 1));
    }
    if (str_starts(type, S("@"))) {
        return is_in_set(vocabulary_set(type), node->text);
    }
    if (str_equal(type, S("text"))) {
        return !rewrite_is_null(node);
    }
    return (str_equal(type, S("number")) && is_number(node)) ||
           (str_equal(type, S("flag")) && is_flag(node)) ||
           (str_equal(type, S("null")) && rewrite_is_null(node)) ||
           (str_equal(type, S("color")) && is_color(node));
}

/* --- what is said of a wrong value
 * ---------------------------------------------------------- */

static const char *name_of(str type)
{
    static const struct {
        str type;
        const char *name;
    } names[] = {
        {S("number"), "a number"}, {S("text"), "a text"},    {S("flag"), "true or false"},
        {S("null"), "null"},       {S("color"), "a colour"},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (str_equal(type, names[i].type)) {
            return names[i].name;
        }
    }
    return str_starts(type, S("[")) ? "a list" : "a map of keys and values";
}

/* All words that could stand there. */
static struct str_list words_of(struct arena *arena, str type)
{
    struct str_list words = {0};
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        str set = vocabulary_set(alternative);
        if (str_starts(alternative, S("'"))) {
            *arena_push(arena, &words) = str_slice(alternative, 1, alternative.length - 1);
        }
        while (set.length) {
            *arena_push(arena, &words) = str_cut(set, ' ', &set);
        }
    }
    return words;
}

/* "a number or true or false": the kinds of values that are no words, each said once. */
static str kinds_of(struct arena *arena, str type)
{
    struct buffer kinds = {.arena = arena};
    str alternative;
    const char *last = NULL;
    while (vocabulary_alternative(&type, &alternative)) {
        bool is_word = str_starts(alternative, S("'")) || str_starts(alternative, S("@"));
        const char *name = is_word ? "a word" : name_of(alternative);
        if (!last || !str_equal(str_from(last), str_from(name))) {
            buffer_print(&kinds, "%s%s", kinds.count ? ", " : "", name);
        }
        last = name;
    }
    return buffer_text(&kinds);
}

static bool takes_other_scalars(str type)
{
    static const str scalars[] = {S("number"), S("text"), S("flag"), S("color")};
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        for (size_t i = 0; i < COUNT_OF(scalars); i++) {
            if (str_equal(alternative, scalars[i])) {
                return true;
            }
        }
    }
    return false;
}

static bool refuse_value(const struct checker *checker, const struct node *node, str type,
                         str path)
{
    struct str_list words = words_of(checker->arena, type);
    str kinds = kinds_of(checker->arena, type);
    struct error *error = checker->error;
    if (node->kind != NODE_SCALAR) {
        return error_at(error, ERROR_CONFIG, node_place(node), "%.*s is %s, expected %.*s",
                        STR_ARG(path), node->kind == NODE_LIST ? "a list" : "a map",
                        STR_ARG(kinds));
    }
    if (words.count && !takes_other_scalars(type)) {
        error_at(error, ERROR_CONFIG, node_place(node), "%.*s: \"%.*s\" is not known",
                 STR_ARG(path), STR_ARG(node->text));
    } else {
        error_at(error, ERROR_CONFIG, node_place(node), "%.*s is \"%.*s\", expected %.*s",
                 STR_ARG(path), STR_ARG(node->text), STR_ARG(kinds));
    }
    return error_suggest(error, node->text, words.at, words.count);
}

/* --- maps -------------------------------------------------------------------------------
 */

static bool is_map_name(str type)
{
    return type.length && type.at[0] >= 'A' && type.at[0] <= 'Z';
}

static void list_keys(struct arena *arena, const struct vocabulary_map *map,
                      struct str_list *keys)
{
    for (size_t i = 0; i < map->count; i++) {
        *arena_push(arena, keys) = str_from(map->keys[i].name);
    }
    if (map->also) {
        list_keys(arena, vocabulary_map_named(str_from(map->also)), keys);
    }
}

/* What a map is taken for: `others` are the maps that it could be too, where nothing tells
 * that it is this one; `top` has more keys. Both may be missing. */
struct meaning {
    const struct vocabulary_map *map, *top;
    str others;
};

static bool refuse_key(const struct checker *checker, const struct node *item,
                       const struct meaning *meaning, str path)
{
    struct str_list keys = {0};
    str others = meaning->others, alternative;
    list_keys(checker->arena, meaning->map, &keys);
    if (meaning->top) {
        list_keys(checker->arena, meaning->top, &keys);
    }
    while (vocabulary_alternative(&others, &alternative)) {
        if (is_map_name(alternative)) {
            list_keys(checker->arena, vocabulary_map_named(alternative), &keys);
        }
    }
    error_at(checker->error, ERROR_CONFIG, node_key_place(item),
             "%.*s: unknown key \"%.*s\"", STR_ARG(path), STR_ARG(item->key));
    return error_suggest(checker->error, item->key, keys.at, keys.count);
}

static bool check_key(const struct checker *checker, const struct node *item,
                      const struct vocabulary_key *key, str path)
{
    switch (key->use) {
    case KEY_REFUSED:
        return error_at(checker->error, ERROR_CONFIG, node_key_place(item),
                        "%.*s is not supported: %s", STR_ARG(path), key->note);
    case KEY_INTERACTIVE:
        if (checker->warnings) {
            warning_add(checker->warnings, node_key_place(item),
                        "interaction is ignored: %s", key->note);
        }
        return true;
    case KEY_IGNORED:
        return true;
    default:
        return check_value(checker, item, str_from(key->type), path);
    }
}

/* Keys that begin with an underscore are the author's own. */
static bool check_map(const struct checker *checker, const struct node *node,
                      const struct meaning *meaning, str path)
{
    const struct vocabulary_map *map = meaning->map;
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->at[i];
        const struct vocabulary_key *key = vocabulary_key_of(map, item->key);
        if (!key && meaning->top) {
            key = vocabulary_key_of(meaning->top, item->key);
        }
        if (!key && str_starts(item->key, S("_"))) {
            continue;
        }
        if (!key) {
            return refuse_key(checker, item, meaning, path);
        }
        if (!check_key(checker, item, key, view_path_step(checker->arena, path, item, i))) {
            return false;
        }
    }
    for (size_t i = 0; i < map->count; i++) {
        if (map->keys[i].use == KEY_NEEDED &&
            !node_find(node, str_from(map->keys[i].name))) {
            return error_at(checker->error, ERROR_CONFIG, node_place(node),
                            "%.*s needs the key \"%s\"", STR_ARG(path), map->keys[i].name);
        }
    }
    return true;
}

static size_t known_keys(const struct vocabulary_map *map, const struct node *node)
{
    size_t count = 0;
    for (size_t i = 0; i < node->count; i++) {
        count += vocabulary_key_of(map, node->at[i]->key) != NULL;
    }
    return count;
}

static bool scalar_fits(const struct node *node, str type)
{
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        if (scalar_is(node, alternative)) {
            return true;
        }
    }
    return false;
}

/* The first key of a map tells it from others: it is there, and its word is the map's. */
static bool has_first_key(const struct vocabulary_map *map, const struct node *node)
{
    const struct node *first = node_find(node, str_from(map->keys[0].name));
    str type = str_from(map->keys[0].type);
    bool is_word = str_starts(type, S("'")) || str_starts(type, S("@"));
    return first && (!is_word || first->kind != NODE_SCALAR || scalar_fits(first, type));
}

/* The map that is meant: else the one that knows most of the keys, of equals the first. Its
 * `map` is NULL where the type has none. */
static struct meaning meaning_of(const struct node *node, str type)
{
    struct meaning meaning = {.others = type};
    size_t best_count = 0;
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        const struct vocabulary_map *map =
            is_map_name(alternative) ? vocabulary_map_named(alternative) : NULL;
        if (map && has_first_key(map, node)) {
            return (struct meaning){.map = map};
        }
        size_t count = map ? known_keys(map, node) : 0;
        if (map && (!meaning.map || count > best_count)) {
            meaning.map = map;
            best_count = count;
        }
    }
    return meaning;
}

static bool check_any_keys(const struct checker *checker, const struct node *node, str type,
                           str path)
{
    for (size_t i = 0; i < node->count; i++) {
        if (!check_value(checker, node->at[i], type,
                         view_path_step(checker->arena, path, node->at[i], i))) {
            return false;
        }
    }
    return true;
}

/* What is between the brackets of the first alternative that begins with one. */
static str inner_type(str type, str bracket)
{
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        if (str_starts(alternative, bracket)) {
            return str_slice(alternative, 1, alternative.length - 1);
        }
    }
    return (str){0};
}

static bool is_expression(const struct node *node)
{
    const struct node *text = node_find(node, S("expr"));
    text = text ? text : node_find(node, S("signal"));
    return text && node->count == 1 && text->kind == NODE_SCALAR;
}

/* What an expression can come to: scalars, and lists of numbers or of anything. */
static bool takes_expression(str type)
{
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        bool is_list = str_starts(alternative, S("["));
        bool is_scalar = !is_list && !str_starts(alternative, S("{")) &&
                         !is_map_name(alternative) && !str_equal(alternative, S("null"));
        if (is_scalar || str_equal(alternative, S("[number]")) ||
            str_equal(alternative, S("[any]"))) {
            return true;
        }
    }
    return false;
}

/* --- all values -------------------------------------------------------------------------
 */

static bool check_list(const struct checker *checker, const struct node *node, str type,
                       str path)
{
    str item = inner_type(type, S("["));
    if (!item.length) {
        return refuse_value(checker, node, type, path);
    }
    for (size_t i = 0; i < node->count; i++) {
        struct node plain = {.kind = NODE_SCALAR};
        if (!check_value(checker, node->at[i], item,
                         view_path_step(checker->arena, path, &plain, i))) {
            return false;
        }
    }
    return true;
}

static bool check_scalar(const struct checker *checker, const struct node *node, str type,
                         str path)
{
    return scalar_fits(node, type) || refuse_value(checker, node, type, path);
}

static bool takes_any(str type)
{
    str alternative;
    while (vocabulary_alternative(&type, &alternative)) {
        if (str_equal(alternative, S("any"))) {
            return true;
        }
    }
    return false;
}

static bool check_value(const struct checker *checker, const struct node *node, str type,
                        str path)
{
    if (takes_any(type) || (is_expression(node) && takes_expression(type))) {
        return true;
    }
    if (node->kind == NODE_SCALAR) {
        return check_scalar(checker, node, type, path);
    }
    if (node->kind == NODE_LIST) {
        return check_list(checker, node, type, path);
    }
    const struct meaning meaning = meaning_of(node, type);
    str any_keys = inner_type(type, S("{"));
    if (meaning.map) {
        return check_map(checker, node, &meaning, path);
    }
    return any_keys.length ? check_any_keys(checker, node, any_keys, path)
                           : refuse_value(checker, node, type, path);
}

bool vocabulary_check(struct arena *arena, const struct node *specification,
                      struct warnings *warnings, struct error *error)
{
    static const str views[] = {S("Unit"),    S("Layer"),   S("Facet"), S("Repeat"),
                                S("HConcat"), S("VConcat"), S("Concat")};
    const struct checker checker = {arena, warnings, error};
    const struct vocabulary_map *top = vocabulary_map_named(S("Top"));
    if (!node_expect(specification, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(views); i++) {
        const struct meaning meaning = {vocabulary_map_named(views[i]), top, S("")};
        if (node_find(specification, str_from(meaning.map->keys[0].name))) {
            return check_map(&checker, specification, &meaning, S("$"));
        }
    }
    error_at(error, ERROR_CONFIG, node_place(specification), "$: the chart has no mark");
    return error_hint(error, "expected mark, or layer, facet, repeat, hconcat, vconcat, "
                             "concat with views in it");
}

bool vocabulary_check_look(struct arena *arena, const struct node *look,
                           struct error *error)
{
    const struct checker checker = {arena, NULL, error};
    const struct meaning meaning = {vocabulary_map_named(S("Config")),
                                    vocabulary_map_named(S("Look")), S("")};
    return node_expect(look, NODE_MAP, error) &&
           check_map(&checker, look, &meaning, S("$"));
}
