/* SPDX-License-Identifier: MIT */
#include "archive/edition.h"

#include "base/json.h"
#include "base/node.h"

str edition_name(struct arena *arena, const struct edition *edition)
{
    return str_print(arena, "%.*s/%.*s/%zu", STR_ARG(edition->briefing),
                     STR_ARG(edition->period), edition->number);
}

/* --- writing -------------------------------------------------------------------------- */

static void write_previous(struct json *json, const struct edition_link *link)
{
    json_key(json, "previous");
    if (!link->sequence) {
        json_null(json);
        return;
    }
    json_object(json);
    json_member_text(json, "edition", link->edition);
    json_member_text(json, "seal", link->seal);
    json_end(json);
}

static void write_options(struct json *json, const struct edition *edition)
{
    json_key(json, "options");
    json_object(json);
    json_member_text(json, "name", edition->options.name);
    json_member_some_text(json, "period", edition->options.period);
    json_member_some_text(json, "as_of", edition->options.as_of);
    json_member_some_text(json, "language", edition->options.language);
    json_member_some_text(json, "paper", edition->options.paper);
    json_key(json, "parameters");
    json_array(json);
    for (size_t i = 0; i < edition->options.parameters.count; i++) {
        json_text(json, edition->options.parameters.at[i]);
    }
    json_end(json);
    json_end(json);
}

static void write_inputs(struct json *json, const struct edition *edition)
{
    json_key(json, "inputs");
    json_array(json);
    for (size_t i = 0; i < edition->inputs.count; i++) {
        const struct edition_input *input = &edition->inputs.at[i];
        json_object(json);
        json_member_text(json, "path", input->path);
        json_member_text(json, "role", input->role);
        json_member_text(json, "sha256", input->sha256);
        json_member_count(json, "bytes", input->bytes);
        json_member_text(json, "file", input->file);
        json_end(json);
    }
    json_end(json);
}

static void write_parts(struct json *json, const char *key,
                        const struct edition_parts *parts)
{
    json_key(json, key);
    json_array(json);
    for (size_t i = 0; i < parts->count; i++) {
        json_object(json);
        json_member_text(json, "name", parts->at[i].name);
        json_member_text(json, "sha256", parts->at[i].sha256);
        json_end(json);
    }
    json_end(json);
}

static void write_files(struct json *json, const struct edition *edition)
{
    json_key(json, "files");
    json_array(json);
    for (size_t i = 0; i < edition->files.count; i++) {
        const struct edition_file *file = &edition->files.at[i];
        json_object(json);
        json_member_text(json, "path", file->path);
        json_member_text(json, "role", file->role);
        json_member_text(json, "sha256", file->sha256);
        json_member_count(json, "bytes", file->bytes);
        json_end(json);
    }
    json_end(json);
}

str edition_json(struct arena *arena, const struct edition *edition)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = 3};
    json_object(&json);
    json_member_text(&json, "format", S(EDITION_FORMAT));
    json_member_text(&json, "edition", edition_name(arena, edition));
    json_member_count(&json, "sequence", edition->sequence);
    json_member_text(&json, "archived", edition->archived);
    json_member_text(&json, "title", edition->title);
    json_member_text(&json, "series", edition->series);
    write_previous(&json, &edition->previous);
    json_member_text(&json, "program", edition->program);
    write_options(&json, edition);
    json_member_text(&json, "briefing", edition->briefing_path);
    json_member_some_text(&json, "root", edition->root);
    write_inputs(&json, edition);
    write_parts(&json, "libraries", &edition->libraries);
    write_parts(&json, "fonts", &edition->fonts);
    write_files(&json, edition);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

/* --- reading -------------------------------------------------------------------------- */

struct reader {
    struct arena *arena;
    struct edition *edition;
    struct error *error;
};

/* What is not there is empty. */
static str text_of(const struct node *map, const char *key)
{
    const struct node *node = map ? node_find(map, str_from(key)) : NULL;
    return node && node->kind == NODE_SCALAR ? node->text : S("");
}

static size_t count_of(const struct node *map, const char *key)
{
    size_t count = 0;
    return str_to_size(text_of(map, key), &count) ? count : 0;
}

static bool read_list(const struct reader *reader, const struct node *map, const char *key,
                      void (*take)(const struct reader *reader, const struct node *item))
{
    const struct node *list = node_find(map, str_from(key));
    if (list && list->kind != NODE_LIST) {
        return error_at(reader->error, ERROR_DATA, node_place(list), "\"%s\" is not a list",
                        key);
    }
    for (size_t i = 0; list && i < list->count; i++) {
        take(reader, list->at[i]);
    }
    return true;
}

static void take_parameter(const struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->edition->options.parameters) = item->text;
}

static void take_input(const struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->edition->inputs) = (struct edition_input){
        .path = text_of(item, "path"),
        .role = text_of(item, "role"),
        .sha256 = text_of(item, "sha256"),
        .bytes = count_of(item, "bytes"),
        .file = text_of(item, "file"),
    };
}

static void take_library(const struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->edition->libraries) =
        (struct edition_part){text_of(item, "name"), text_of(item, "sha256")};
}

static void take_font(const struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->edition->fonts) =
        (struct edition_part){text_of(item, "name"), text_of(item, "sha256")};
}

static void take_file(const struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->edition->files) = (struct edition_file){
        .path = text_of(item, "path"),
        .role = text_of(item, "role"),
        .sha256 = text_of(item, "sha256"),
        .bytes = count_of(item, "bytes"),
    };
}

/* "rare-earths/2025-10/1" to its parts. */
static bool read_name(struct edition *edition, str name)
{
    str rest;
    edition->briefing = str_cut(name, '/', &rest);
    edition->period = str_cut(rest, '/', &rest);
    return edition->briefing.length && edition->period.length &&
           str_to_size(rest, &edition->number);
}

struct edition *edition_read(struct arena *arena, const struct source *source,
                             struct error *error)
{
    const struct node *map = node_load(arena, source, 0, source->text.length, error);
    if (!map) {
        return NULL;
    }
    struct edition *edition = arena_new(arena, struct edition);
    struct reader reader = {arena, edition, error};
    const struct node *options =
        map->kind == NODE_MAP ? node_find(map, S("options")) : NULL;
    if (!options || !str_equal(text_of(map, "format"), S(EDITION_FORMAT)) ||
        !read_name(edition, text_of(map, "edition"))) {
        error_at(error, ERROR_DATA, (struct place){.file = source->path},
                 "this is no " EDITION_FORMAT);
        return NULL;
    }
    const struct node *previous = node_find(map, S("previous"));
    edition->sequence = count_of(map, "sequence");
    edition->archived = text_of(map, "archived");
    edition->title = text_of(map, "title");
    edition->series = text_of(map, "series");
    if (previous && previous->kind == NODE_MAP) {
        edition->previous = (struct edition_link){
            edition->sequence - 1, text_of(previous, "edition"), text_of(previous, "seal")};
    }
    edition->program = text_of(map, "program");
    edition->options.name = text_of(options, "name");
    edition->options.period = text_of(options, "period");
    edition->options.as_of = text_of(options, "as_of");
    edition->options.language = text_of(options, "language");
    edition->options.paper = text_of(options, "paper");
    edition->briefing_path = text_of(map, "briefing");
    edition->root = text_of(map, "root");
    bool is_read = read_list(&reader, options, "parameters", take_parameter) &&
                   read_list(&reader, map, "inputs", take_input) &&
                   read_list(&reader, map, "libraries", take_library) &&
                   read_list(&reader, map, "fonts", take_font) &&
                   read_list(&reader, map, "files", take_file);
    return is_read ? edition : NULL;
}
