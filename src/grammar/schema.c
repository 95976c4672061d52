/* SPDX-License-Identifier: MIT */
#include "grammar/schema.h"

#include "base/json.h"
#include "vocabulary.h"

enum { SCHEMA_FLAT_DEPTH = 5 }; /* a property stands on one line */

static void write_type(struct json *json, str type);

/* --- types ------------------------------------------------------------------------------
 */

static void write_member(struct json *json, const char *key, str value)
{
    json_object(json);
    json_member_text(json, key, value);
    json_end(json);
}

static void write_reference(struct json *json, const char *prefix, str name)
{
    struct arena *arena = json->out->arena;
    write_member(json, "$ref",
                 str_print(arena, "#/definitions/%s%.*s", prefix, STR_ARG(name)));
}

/* 'word', as it stands in a type. */
static bool is_word(str type)
{
    return str_starts(type, S("'"));
}

/* All words of a type. */
static void write_words(struct json *json, str type)
{
    str alternative;
    json_object(json);
    json_key(json, "enum");
    json_array(json);
    while (vocabulary_alternative(&type, &alternative)) {
        if (is_word(alternative)) {
            json_text(json, str_slice(alternative, 1, alternative.length - 1));
        }
    }
    json_end(json);
    json_end(json);
}

static void write_container(struct json *json, str type, const char *kind,
                            const char *inner)
{
    json_object(json);
    json_member_text(json, "type", str_from(kind));
    json_key(json, inner);
    write_type(json, str_slice(type, 1, type.length - 1));
    json_end(json);
}

/* Scalars and sets of words are definitions too. */
static void write_alternative(struct json *json, str type)
{
    if (str_starts(type, S("["))) {
        write_container(json, type, "array", "items");
    } else if (str_starts(type, S("{"))) {
        write_container(json, type, "object", "additionalProperties");
    } else if (str_equal(type, S("null"))) {
        write_member(json, "type", type);
    } else if (str_equal(type, S("any"))) {
        json_object(json);
        json_end(json);
    } else {
        write_reference(json, "", str_after(type, str_starts(type, S("@"))));
    }
}

/* How many alternatives, all words being one. */
static size_t count_alternatives(str type, bool *takes_any)
{
    size_t count = 0;
    bool has_words = false;
    str alternative;
    *takes_any = false;
    while (vocabulary_alternative(&type, &alternative)) {
        count += !is_word(alternative) || !has_words;
        has_words = has_words || is_word(alternative);
        *takes_any = *takes_any || str_equal(alternative, S("any"));
    }
    return count;
}

static void write_alternatives(struct json *json, str type)
{
    bool has_words = false;
    str rest = type, alternative;
    while (vocabulary_alternative(&rest, &alternative)) {
        if (!is_word(alternative)) {
            write_alternative(json, alternative);
        } else if (!has_words) {
            write_words(json, type);
            has_words = true;
        }
    }
}

static void write_type(struct json *json, str type)
{
    bool takes_any;
    size_t count = count_alternatives(type, &takes_any);
    if (takes_any) {
        write_alternative(json, S("any"));
    } else if (count == 1) {
        write_alternatives(json, type);
    } else {
        json_object(json);
        json_key(json, "anyOf");
        json_array(json);
        write_alternatives(json, type);
        json_end(json);
        json_end(json);
    }
}

/* --- maps -------------------------------------------------------------------------------
 */

static void write_described(struct json *json, str type, const char *note)
{
    json_object(json);
    json_member_text(json, "description", str_from(note));
    json_key(json, "allOf");
    json_array(json);
    write_type(json, type);
    json_end(json);
    json_end(json);
}

static void write_key(struct json *json, const struct vocabulary_key *key)
{
    str type = str_from(key->type);
    if (key->use == KEY_REFUSED) {
        return;
    }
    json_key(json, key->name);
    if (key->use == KEY_INTERACTIVE) {
        write_described(json, S("any"), "ignored: a still chart has no pointer");
    } else if (key->note) {
        write_described(json, type, key->note);
    } else {
        write_type(json, type);
    }
}

static void write_keys(struct json *json, const struct vocabulary_map *map)
{
    for (size_t i = 0; i < map->count; i++) {
        write_key(json, &map->keys[i]);
    }
    if (map->also) {
        write_keys(json, vocabulary_map_named(str_from(map->also)));
    }
}

static void write_required(struct json *json, const struct vocabulary_map *map)
{
    bool has_any = false;
    for (size_t i = 0; i < map->count; i++) {
        if (map->keys[i].use == KEY_NEEDED) {
            if (!has_any) {
                json_key(json, "required");
                json_array(json);
            }
            json_text(json, str_from(map->keys[i].name));
            has_any = true;
        }
    }
    if (has_any) {
        json_end(json);
    }
}

/* `top` has keys that the map has too where it is the outermost; or NULL. */
static void write_map(struct json *json, const struct vocabulary_map *map,
                      const struct vocabulary_map *top)
{
    str name = str_print(json->out->arena, "%s%s", top ? "Top" : "", map->name);
    json_key_text(json, name);
    json_object(json);
    json_member_text(json, "type", S("object"));
    write_required(json, map);
    json_key(json, "properties");
    json_object(json);
    write_keys(json, map);
    if (top) {
        write_keys(json, top);
    }
    json_end(json);
    json_key(json, "patternProperties");
    json_object(json);
    json_key(json, "^_");
    json_object(json);
    json_end(json);
    json_end(json);
    json_member_flag(json, "additionalProperties", false);
    json_end(json);
}

/* --- scalars and sets of words
 * ------------------------------------------------------------- */

/* What an expression may stand for. */
static void write_scalar(struct json *json, str name, const char *key, str type)
{
    json_key_text(json, name);
    json_object(json);
    json_key(json, "anyOf");
    json_array(json);
    json_object(json);
    json_key(json, key);
    if (str_equal(str_from(key), S("enum"))) {
        json_array(json);
        while (type.length) {
            json_text(json, str_cut(type, ' ', &type));
        }
        json_end(json);
    } else {
        json_text(json, type);
    }
    json_end(json);
    write_reference(json, "", S("Expression"));
    json_end(json);
    json_end(json);
}

static void write_scalars(struct json *json)
{
    str name, words;
    write_scalar(json, S("number"), "type", S("number"));
    write_scalar(json, S("text"), "type", S("string"));
    write_scalar(json, S("color"), "type", S("string"));
    write_scalar(json, S("flag"), "type", S("boolean"));
    for (size_t i = 0; vocabulary_set_at(i, &name, &words); i++) {
        write_scalar(json, str_after(name, 1), "enum", words);
    }
    json_key(json, "Expression");
    json_object(json);
    json_member_text(json, "type", S("object"));
    json_key(json, "properties");
    json_object(json);
    json_key(json, "expr");
    write_member(json, "type", S("string"));
    json_key(json, "signal");
    write_member(json, "type", S("string"));
    json_end(json);
    json_member_flag(json, "additionalProperties", false);
    json_end(json);
}

/* --- the whole --------------------------------------------------------------------------
 */

/* Whether a type somewhere names the map: others are only parts of maps. */
static bool is_named(const struct vocabulary_map *map)
{
    for (size_t table = 0; table < VOCABULARY_TABLES; table++) {
        struct vocabulary_maps maps = vocabulary_table(table);
        for (size_t i = 0; i < maps.count; i++) {
            for (size_t key = 0; key < maps.at[i].count; key++) {
                if (vocabulary_type_names(str_from(maps.at[i].keys[key].type),
                                          str_from(map->name))) {
                    return true;
                }
            }
        }
    }
    return false;
}

static const str views[] = {S("Unit"),    S("Layer"),   S("Facet"), S("Repeat"),
                            S("HConcat"), S("VConcat"), S("Concat")};

static void write_definitions(struct json *json)
{
    const struct vocabulary_map *top = vocabulary_map_named(S("Top"));
    json_key(json, "definitions");
    json_object(json);
    for (size_t i = 0; i < COUNT_OF(views); i++) {
        write_map(json, vocabulary_map_named(views[i]), top);
    }
    for (size_t table = 0; table < VOCABULARY_TABLES; table++) {
        struct vocabulary_maps maps = vocabulary_table(table);
        for (size_t i = 0; i < maps.count; i++) {
            if (is_named(&maps.at[i])) {
                write_map(json, &maps.at[i], NULL);
            }
        }
    }
    write_scalars(json);
    json_end(json);
}

str schema_json(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = SCHEMA_FLAT_DEPTH};
    json_object(&json);
    json_member_text(&json, "$schema", S("http://json-schema.org/draft-07/schema#"));
    json_member_text(&json, "title", S("Ytterby chart"));
    json_member_text(
        &json, "description",
        S("A chart in the language of Vega-Lite 5 and 6, with keys of our own."));
    json_key(&json, "anyOf");
    json_array(&json);
    for (size_t i = 0; i < COUNT_OF(views); i++) {
        write_reference(&json, "Top", views[i]);
    }
    json_end(&json);
    write_definitions(&json);
    json_end(&json);
    return buffer_text(&out);
}
