/* SPDX-License-Identifier: MIT */
/*
 * A trace from its JSON, which is YAML too. The file may come from anywhere:
 * indices are checked, and steps that are computed from themselves refused.
 */
#include "base/node.h"
#include "document/trace.h"

struct reader {
    struct arena *arena;
    struct trace *trace;
    struct error *error;
};

static bool refuse(const struct reader *reader, const struct node *node, const char *what)
{
    return error_at(reader->error, ERROR_DATA, node_place(node), "this is no %s", what);
}

/* What is not there is empty. */
static str text_of(const struct node *map, const char *key)
{
    const struct node *node = node_find(map, str_from(key));
    return node && node->kind == NODE_SCALAR ? node->text : S("");
}

static bool count_of(const struct reader *reader, const struct node *map, const char *key,
                     size_t *count)
{
    const struct node *node = node_find(map, str_from(key));
    *count = 0;
    return !node || (node->kind == NODE_SCALAR && str_to_size(node->text, count)) ||
           refuse(reader, node, "count");
}

static bool index_of(const struct reader *reader, const struct node *map, const char *key,
                     size_t limit, size_t *index)
{
    const struct node *node = node_find(map, str_from(key));
    *index = TRACE_NONE;
    return !node ||
           (node->kind == NODE_SCALAR && str_to_size(node->text, index) &&
            *index < limit) ||
           refuse(reader, node, "index");
}

/* Calls `take` for each map of a list. */
static bool read_list(struct reader *reader, const struct node *map, const char *key,
                      bool (*take)(struct reader *reader, const struct node *item))
{
    const struct node *list = node_find(map, str_from(key));
    if (list && list->kind != NODE_LIST) {
        return refuse(reader, list, "list");
    }
    for (size_t i = 0; list && i < list->count; i++) {
        if (list->at[i]->kind != NODE_MAP) {
            return refuse(reader, list->at[i], "object");
        }
        if (!take(reader, list->at[i])) {
            return false;
        }
    }
    return true;
}

static bool take_file(struct reader *reader, const struct node *item)
{
    struct trace_file *file = arena_push(reader->arena, &reader->trace->files);
    file->path = text_of(item, "path");
    file->sha256 = text_of(item, "sha256");
    return count_of(reader, item, "bytes", &file->bytes);
}

static bool take_query(struct reader *reader, const struct node *item)
{
    *arena_push(reader->arena, &reader->trace->queries) = (struct trace_query){
        .name = text_of(item, "name"),
        .from = text_of(item, "from"),
        .where = text_of(item, "where"),
        .by = text_of(item, "by"),
        .measure = text_of(item, "measure"),
        .total = text_of(item, "total"),
    };
    return true;
}

/* A row of the step that was read last. */
static bool take_row(struct reader *reader, const struct node *item)
{
    struct trace *trace = reader->trace;
    struct trace_step *step = &trace->steps.at[trace->steps.count - 1];
    struct trace_row *row = arena_push(reader->arena, &step->rows);
    *row = (struct trace_row){
        .text = text_of(item, "text"),
        .released = text_of(item, "released"),
        .status = text_of(item, "status"),
        .note = text_of(item, "note"),
        .is_superseded = str_equal(text_of(item, "superseded"), S("true")),
    };
    return index_of(reader, item, "file", trace->files.count, &row->file) &&
           (row->file != TRACE_NONE || refuse(reader, item, "row: it has no file")) &&
           count_of(reader, item, "line", &row->line);
}

static bool read_operands(const struct reader *reader, const struct node *item,
                          struct trace_step *step)
{
    const struct node *list = node_find(item, S("operands"));
    if (list && list->kind != NODE_LIST) {
        return refuse(reader, list, "list");
    }
    for (size_t i = 0; list && i < list->count; i++) {
        size_t operand;
        if (list->at[i]->kind != NODE_SCALAR || !str_to_size(list->at[i]->text, &operand)) {
            return refuse(reader, list->at[i], "index");
        }
        *arena_push(reader->arena, &step->operands) = operand;
    }
    return true;
}

static bool read_possible(const struct reader *reader, const struct node *item,
                          struct trace_step *step)
{
    const struct node *list = node_find(item, S("possible"));
    if (!list) {
        return true;
    }
    if (list->kind != NODE_LIST || list->count != 2 || list->at[0]->kind != NODE_SCALAR ||
        list->at[1]->kind != NODE_SCALAR) {
        return refuse(reader, list, "interval");
    }
    step->low = list->at[0]->text;
    step->high = list->at[1]->text;
    return true;
}

static bool take_step(struct reader *reader, const struct node *item)
{
    struct trace *trace = reader->trace;
    struct trace_step step = {
        .name = text_of(item, "name"),
        .period = text_of(item, "period"),
        .value = text_of(item, "value"),
        .unit = text_of(item, "unit"),
        .status = text_of(item, "status"),
        .formula = text_of(item, "formula"),
        .group = text_of(item, "group"),
    };
    if (!read_operands(reader, item, &step) || !read_possible(reader, item, &step) ||
        !index_of(reader, item, "query", trace->queries.count, &step.query) ||
        !count_of(reader, item, "row_count", &step.row_count)) {
        return false;
    }
    *arena_push(reader->arena, &trace->steps) = step;
    return read_list(reader, item, "rows", take_row);
}

static bool take_number(struct reader *reader, const struct node *item)
{
    struct trace_number number = {
        .id = text_of(item, "id"),
        .text = text_of(item, "text"),
        .expression = text_of(item, "expression"),
        .file = text_of(item, "file"),
    };
    if (!count_of(reader, item, "page", &number.page) ||
        !count_of(reader, item, "line", &number.line) ||
        !count_of(reader, item, "column", &number.column) ||
        !index_of(reader, item, "step", reader->trace->steps.count, &number.step)) {
        return false;
    }
    *arena_push(reader->arena, &reader->trace->numbers) = number;
    return number.step != TRACE_NONE || refuse(reader, item, "number: it has no step");
}

/* How many steps are below each other; 0 and an error where that is no end. */
static size_t measure(const struct reader *reader, const struct node *root, size_t step,
                      size_t depth, size_t *heights)
{
    enum { HEIGHT_MAX = 256 };
    const struct trace *trace = reader->trace;
    if (heights[step]) {
        return heights[step];
    }
    size_t height = 1;
    for (size_t i = 0; i < trace->steps.at[step].operands.count; i++) {
        size_t operand = trace->steps.at[step].operands.at[i];
        size_t below = depth < HEIGHT_MAX && operand < trace->steps.count
                           ? measure(reader, root, operand, depth + 1, heights)
                           : 0;
        height = below && below >= height ? below + 1 : below ? height : 0;
        if (!height || height > HEIGHT_MAX) {
            refuse(reader, root, "trace: its steps have no order");
            return 0;
        }
    }
    heights[step] = height;
    return height;
}

/* Whoever walks the steps comes to an end. */
static bool check_steps(const struct reader *reader, const struct node *root)
{
    size_t *heights = arena_array(reader->arena, size_t, reader->trace->steps.count);
    for (size_t i = 0; i < reader->trace->steps.count; i++) {
        if (!measure(reader, root, i, 0, heights)) {
            return false;
        }
    }
    return true;
}

static bool read_all(struct reader *reader, const struct node *root)
{
    struct trace *trace = reader->trace;
    const struct node *briefing = node_find(root, S("briefing"));
    if (briefing && briefing->kind == NODE_MAP) {
        trace->briefing = text_of(briefing, "name");
        trace->briefing_sha256 = text_of(briefing, "sha256");
    }
    trace->program = text_of(root, "program");
    trace->period = text_of(root, "period");
    trace->as_of = text_of(root, "as_of");
    trace->release = text_of(root, "release");
    return read_list(reader, root, "files", take_file) &&
           read_list(reader, root, "queries", take_query) &&
           read_list(reader, root, "steps", take_step) && check_steps(reader, root) &&
           read_list(reader, root, "numbers", take_number);
}

struct trace *trace_read(struct arena *arena, const struct source *source,
                         struct error *error)
{
    struct error cause = {0};
    const struct node *root = node_load(arena, source, 0, source->text.length, &cause);
    if (!root || root->kind != NODE_MAP ||
        !str_equal(text_of(root, "format"), S(TRACE_FORMAT))) {
        error_at(error, ERROR_DATA, (struct place){.file = source->path},
                 "this is no trace: it is not JSON with format \"%s\"", TRACE_FORMAT);
        if (cause.kind) {
            error_hint(error, "%zu:%zu: %s", cause.place.line, cause.place.column,
                       cause.message);
        }
        return NULL;
    }
    struct reader reader = {arena, arena_new(arena, struct trace), error};
    return read_all(&reader, root) ? reader.trace : NULL;
}
