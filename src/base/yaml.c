/* SPDX-License-Identifier: MIT */
/* YAML to nodes: the only includer of libyaml. */
#include "base/node.h"

#include <yaml.h>

struct reader {
    struct arena *arena;
    const struct source *source;
    size_t start; /* of the YAML text in the source */
    struct {
        size_t number, offset;
    } line; /* the last one that a mark was in, from 0, and where it begins */
    struct {
        size_t number, offset;
    } column; /* of the last mark in that line, in characters from 0, and where it is */
    yaml_parser_t parser;
    struct error *error;
};

/* Lines are counted on from the last mark, which is seldom after this one. */
static void find_line(struct reader *reader, size_t number)
{
    str text = reader->source->text;
    bool is_same = number == reader->line.number;
    if (number < reader->line.number) {
        reader->line.number = 0;
        reader->line.offset = reader->start;
    }
    while (reader->line.number < number && reader->line.offset < text.length) {
        reader->line.offset += str_find(str_after(text, reader->line.offset), '\n') + 1;
        reader->line.number++;
    }
    if (!is_same) {
        reader->column.number = 0;
        reader->column.offset = reader->line.offset;
    }
}

/* Marks have lines and characters; their bytes are counted, also on from the last one: all
 * of a JSON file may be one line. */
static size_t offset_of(struct reader *reader, yaml_mark_t mark)
{
    find_line(reader, mark.line);
    str text = reader->source->text;
    if (mark.column < reader->column.number) {
        reader->column.number = 0;
        reader->column.offset = reader->line.offset;
    }
    while (reader->column.number < mark.column && reader->column.offset < text.length) {
        uint32_t character;
        size_t length = str_decode(text, reader->column.offset, &character);
        reader->column.offset += length ? length : 1;
        reader->column.number++;
    }
    return reader->column.offset;
}

static bool refuse(struct reader *reader, yaml_mark_t mark, const char *message)
{
    struct node here = {.source = reader->source, .offset = offset_of(reader, mark)};
    return node_error(&here, reader->error, "%s", message);
}

static bool next_event(struct reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event)) {
        return true;
    }
    const char *problem = reader->parser.problem ? reader->parser.problem : "not readable";
    char message[200];
    snprintf(message, sizeof message, "this is not YAML: %s", problem);
    return refuse(reader, reader->parser.problem_mark, message);
}

static struct node *node_create(struct reader *reader, enum node_kind kind,
                                yaml_mark_t mark)
{
    struct node *node = arena_new(reader->arena, struct node);
    node->kind = kind;
    node->source = reader->source;
    node->offset = offset_of(reader, mark);
    return node;
}

static struct node *read_node(struct reader *reader, const yaml_event_t *event, int depth);

static struct node *read_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct node *node = node_create(reader, NODE_SCALAR, event->start_mark);
    str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = str_copy(reader->arena, text);
    node->is_quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return node;
}

static bool add_item(struct reader *reader, struct node *map, struct node *key,
                     struct node *value)
{
    if (key->kind != NODE_SCALAR) {
        return node_error(key, reader->error, "a key must be a single value");
    }
    if (node_find(map, key->text)) {
        return node_error(key, reader->error, "the key \"%.*s\" is here twice",
                          STR_ARG(key->text));
    }
    value->key = key->text;
    value->key_offset = key->offset;
    *arena_push(reader->arena, map) = value;
    return true;
}

/* The next node, or NULL with `*ended` where the list or map ends instead. */
static struct node *read_next(struct reader *reader, yaml_event_type_t end, int depth,
                              bool *ended)
{
    yaml_event_t event;
    if (!next_event(reader, &event)) {
        return NULL;
    }
    *ended = event.type == end;
    struct node *node = *ended ? NULL : read_node(reader, &event, depth);
    yaml_event_delete(&event);
    return node;
}

static struct node *read_list(struct reader *reader, yaml_mark_t mark, int depth)
{
    struct node *list = node_create(reader, NODE_LIST, mark);
    for (bool ended = false;;) {
        struct node *item = read_next(reader, YAML_SEQUENCE_END_EVENT, depth, &ended);
        if (!item) {
            return ended ? list : NULL;
        }
        *arena_push(reader->arena, list) = item;
    }
}

static struct node *read_map(struct reader *reader, yaml_mark_t mark, int depth)
{
    struct node *map = node_create(reader, NODE_MAP, mark);
    for (bool ended = false;;) {
        struct node *key = read_next(reader, YAML_MAPPING_END_EVENT, depth, &ended);
        if (!key) {
            return ended ? map : NULL;
        }
        struct node *value = read_next(reader, YAML_NO_EVENT, depth, &ended);
        if (!value || !add_item(reader, map, key, value)) {
            return NULL;
        }
    }
}

static bool has_anchor(const yaml_event_t *event)
{
    return (event->type == YAML_SCALAR_EVENT && event->data.scalar.anchor) ||
           (event->type == YAML_SEQUENCE_START_EVENT &&
            event->data.sequence_start.anchor) ||
           (event->type == YAML_MAPPING_START_EVENT && event->data.mapping_start.anchor);
}

static struct node *read_node(struct reader *reader, const yaml_event_t *event, int depth)
{
    if (depth > NODE_DEPTH_MAX) {
        refuse(reader, event->start_mark, "this is nested too deeply");
        return NULL;
    }
    if (has_anchor(event)) {
        refuse(reader, event->start_mark, "anchors are not supported");
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(reader, event->start_mark, depth + 1);
    case YAML_MAPPING_START_EVENT:
        return read_map(reader, event->start_mark, depth + 1);
    default:
        refuse(reader, event->start_mark, "aliases are not supported");
        return NULL;
    }
}

/* Stream start, document start, the one node, document end. */
static struct node *read_document(struct reader *reader)
{
    struct node *root = NULL;
    while (!reader->error->kind) {
        yaml_event_t event;
        if (!next_event(reader, &event)) {
            return NULL;
        }
        yaml_event_type_t type = event.type;
        yaml_mark_t mark = event.start_mark;
        bool is_frame = type == YAML_STREAM_START_EVENT ||
                        type == YAML_DOCUMENT_START_EVENT ||
                        type == YAML_DOCUMENT_END_EVENT || type == YAML_STREAM_END_EVENT;
        if (!is_frame && root) {
            refuse(reader, mark, "a second document is not expected here");
        } else if (!is_frame) {
            root = read_node(reader, &event, 0);
        }
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT) {
            return root ? root : node_create(reader, NODE_MAP, mark);
        }
    }
    return NULL;
}

const struct node *node_load(struct arena *arena, const struct source *source,
                             size_t offset, size_t length, struct error *error)
{
    struct reader reader = {.arena = arena,
                            .source = source,
                            .start = offset,
                            .line = {0, offset},
                            .column = {0, offset},
                            .error = error};
    if (!yaml_parser_initialize(&reader.parser)) {
        error_set(error, ERROR_SOFTWARE, "libyaml cannot be started");
        return NULL;
    }
    str text = str_slice(source->text, offset, offset + length);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text.at,
                                 text.length);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    const struct node *root = read_document(&reader);
    yaml_parser_delete(&reader.parser);
    return root;
}
