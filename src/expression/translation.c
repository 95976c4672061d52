/* SPDX-License-Identifier: MIT */
#include "expression/translation.h"

#include "expression/expression.h"

enum { TEXT_DEPTH_MAX = 8 };

/* One text, by language. */
static bool check_text(const struct node *by_language, struct error *error)
{
    if (!node_expect(by_language, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < by_language->count; i++) {
        const struct node *text = by_language->at[i];
        const struct language *language = language_find(text->key);
        if (!language || !str_equal(text->key, language_tag(language))) {
            error_at(error, ERROR_CONFIG, node_key_place(text),
                     "no language is called \"%.*s\"", STR_ARG(text->key));
            return error_hint(error, "known are: " LANGUAGE_TAGS);
        }
        if (!node_expect(text, NODE_SCALAR, error)) {
            return false;
        }
    }
    return true;
}

bool translation_check(const struct node *map, struct error *error)
{
    if (!node_expect(map, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        if (!check_text(map->at[i], error)) {
            return false;
        }
    }
    return true;
}

bool translation_check_language(const struct node *texts, const struct language *language,
                                struct error *error)
{
    str tag = language_tag(language);
    for (size_t i = 0; texts && i < texts->count; i++) {
        const struct node *text = texts->at[i];
        if (!node_find(text, tag)) {
            str name = language_name(language);
            error_at(error, ERROR_CONFIG, node_key_place(text),
                     "the text \"%.*s\" is not there in %.*s", STR_ARG(text->key),
                     STR_ARG(name));
            return error_hint(error, "add it as %.*s: {%.*s: \"...\"}", STR_ARG(text->key),
                              STR_ARG(tag));
        }
    }
    return true;
}

static const struct node *find(const struct node *map, str key,
                               const struct language *language)
{
    const struct node *by_language = map ? node_find(map, key) : NULL;
    return by_language ? node_find(by_language, language_tag(language)) : NULL;
}

const struct node *translation_find(const struct scope *scope, str name)
{
    return find(scope->texts, name, scope->language);
}

bool translation_text(struct arena *arena, const struct node *text,
                      const struct scope *scope, struct value *value, struct error *error)
{
    struct scope inner = *scope;
    inner.text_depth++;
    if (inner.text_depth > TEXT_DEPTH_MAX) {
        return node_error(text, error, "texts within texts go on for ever here");
    }
    str filled = {0};
    if (!expression_fill_node(arena, text, &inner, &filled, error)) {
        return false;
    }
    *value = value_from_text(filled);
    return true;
}

str translation_name(const struct scope *scope, str word)
{
    const struct node *name = find(scope->names, word, scope->language);
    return name ? name->text : word;
}
