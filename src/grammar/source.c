/* SPDX-License-Identifier: MIT */
#include "grammar/source.h"

#include "argument.h"
#include "base/compiler.h"
#include "base/file.h"
#include "source_internal.h"
#include "table/decode.h"
#include "table/dialect.h"

enum source_type { TYPE_OF_NAME, TYPE_JSON, TYPE_CSV, TYPE_TSV, TYPE_DSV, TYPE_TOPOJSON };

struct source_reader {
    struct arena *arena;
    const struct node *data;
    const struct node *format; /* or NULL */
    const struct environment *environment;
    struct error *error;
};

static bool read_type(const struct source_reader *reader, enum source_type *type)
{
    static const str words[] = {{"", 0},    {"json", 4}, {"csv", 3},
                                {"tsv", 3}, {"dsv", 3},  {"topojson", 8}};
    const struct node *node = argument_find(reader->format, S("type"));
    size_t choice = TYPE_OF_NAME;
    if (node && !node_choice(node, words, COUNT_OF(words), &choice, reader->error)) {
        return false;
    }
    *type = (enum source_type)choice;
    return true;
}

static enum source_type type_of_name(str path)
{
    static const struct {
        const char *end;
        enum source_type type;
    } ends[] = {{".csv", TYPE_CSV}, {".tsv", TYPE_TSV}, {".dsv", TYPE_DSV}};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (str_ends(path, str_from(ends[i].end))) {
            return ends[i].type;
        }
    }
    return TYPE_JSON;
}

/* --- texts
 * -------------------------------------------------------------------------------- */

/* The separator: a tab, the one that the format names, or the one that the rows show. */
static bool find_separator(const struct source_reader *reader, enum source_type type,
                           bool is_named, str text, char *separator)
{
    str delimiter = S("");
    const struct node *node = argument_find(reader->format, S("delimiter"));
    if (!argument_text(reader->format, S("delimiter"), &delimiter, reader->error)) {
        return false;
    }
    if (delimiter.length > 1) {
        return node_error(node, reader->error, "a delimiter is one character");
    }
    if (delimiter.length) {
        *separator = delimiter.at[0];
    } else if (type == TYPE_TSV) {
        *separator = '\t';
    } else {
        *separator = ',';
        if (type != TYPE_CSV || !is_named) {
            *separator = dialect_separator(text);
        }
    }
    return true;
}

static struct frame *read_separated(const struct source_reader *reader,
                                    const struct source *bytes, enum source_type type,
                                    bool is_named)
{
    struct decoded decoded;
    struct str_list header = {NULL, 0, 0};
    char separator = 0;
    if (!bytes->text.length) {
        return frame_new(reader->arena, 0);
    }
    if (!decode_text(reader->arena, bytes, (struct decode_wish){S(""), S("")}, &decoded,
                     reader->error) ||
        !find_separator(reader, type, is_named, decoded.text.text, &separator) ||
        !argument_texts(reader->arena, reader->format, S("header"), &header,
                        reader->error)) {
        return NULL;
    }
    struct source *text = arena_new(reader->arena, struct source);
    *text = decoded.text;
    struct frame *frame = source_csv(reader->arena, text, separator, &header,
                                     reader->environment->warnings, reader->error);
    bool is_typed = frame && source_parse(reader->arena, frame, reader->format, true, text,
                                          reader->environment->warnings, reader->error);
    return is_typed ? frame : NULL;
}

/* The part of the data that `property` of the format names: "features", "a.b". */
static bool find_property(const struct source_reader *reader, struct datum *datum)
{
    str property = S("");
    if (!argument_text(reader->format, S("property"), &property, reader->error)) {
        return false;
    }
    struct str_list path = path_split(reader->arena, property);
    for (size_t i = 0; i < path.count; i++) {
        *datum = datum_at(*datum, path.at[i]);
    }
    return datum->kind != DATUM_NONE || !path.count ||
           node_error(argument_find(reader->format, S("property")), reader->error,
                      "the data have no \"%.*s\"", STR_ARG(property));
}

static struct frame *read_datum(const struct source_reader *reader, struct datum datum,
                                enum source_type type)
{
    if (!find_property(reader, &datum)) {
        return NULL;
    }
    struct frame *frame =
        type == TYPE_TOPOJSON
            ? source_topology(reader->arena, datum, reader->format, reader->error)
            : source_rows(reader->arena, datum);
    bool is_typed = frame && source_parse(reader->arena, frame, reader->format, false, NULL,
                                          reader->environment->warnings, reader->error);
    return is_typed ? frame : NULL;
}

static struct frame *read_text(const struct source_reader *reader,
                               const struct source *text, str name)
{
    enum source_type type;
    struct datum datum;
    if (!read_type(reader, &type)) {
        return NULL;
    }
    bool is_named = type != TYPE_OF_NAME;
    type = is_named ? type : type_of_name(name);
    if (type == TYPE_CSV || type == TYPE_TSV || type == TYPE_DSV) {
        return read_separated(reader, text, type, is_named);
    }
    return source_json(reader->arena, text, &datum, reader->error)
               ? read_datum(reader, datum, type)
               : NULL;
}

/* --- where they are
 * ----------------------------------------------------------------------- */

/* https://host/a/b.json?x is a/b.json; anything else is itself. */
static str without_host(str url, bool *is_remote)
{
    static const char *const schemes[] = {"https://", "http://", "//", "file://"};
    *is_remote = false;
    for (size_t i = 0; i < COUNT_OF(schemes); i++) {
        if (str_starts(url, str_from(schemes[i]))) {
            *is_remote = true;
            url = str_after(url, str_from(schemes[i]).length);
            url = str_after(url, str_find(url, '/') + 1);
            return str_slice(url, 0, str_find(url, '?'));
        }
    }
    return url;
}

/* The file, or one by a shorter end of its path: what a URL names is looked for below the
 * folder, and data/cars.json also where the folder is `data` itself. */
static bool find_file(struct arena *arena, str folder, str path, bool is_remote, str *found)
{
    for (str rest = path; rest.length; rest = str_after(rest, str_find(rest, '/') + 1)) {
        *found = path_join(arena, folder, rest);
        if (file_exists(*found)) {
            return true;
        }
        if (!is_remote && !str_starts(rest, S("data/"))) {
            break;
        }
    }
    *found = path_join(arena, folder, path);
    return false;
}

static void remember_file(struct source_memory *memory, str path)
{
    for (size_t i = 0; memory && i < memory->files.count; i++) {
        if (str_equal(memory->files.at[i], path)) {
            return;
        }
    }
    if (memory) {
        *arena_push(memory->arena, &memory->files) = path;
    }
}

static struct frame *read_url(const struct source_reader *reader, const struct node *node)
{
    bool is_remote;
    str path;
    str folder = reader->environment->folder.length ? reader->environment->folder : S(".");
    if (!node_expect(node, NODE_SCALAR, reader->error)) {
        return NULL;
    }
    str url = without_host(node->text, &is_remote);
    struct source *text = arena_new(reader->arena, struct source);
    if (!find_file(reader->arena, folder, url, is_remote, &path)) {
        error_at(reader->error, ERROR_NO_INPUT, node_place(node),
                 "there is no file \"%.*s\"", STR_ARG(path));
        if (is_remote) {
            error_hint(reader->error, "nothing is fetched from the network: put the file "
                                      "below the folder of data");
        }
        return NULL;
    }
    if (!file_read(reader->arena, path, text, reader->error)) {
        return NULL;
    }
    remember_file(reader->environment->memory, path);
    return read_text(reader, text, path);
}

/* Values in the specification: rows, or a text in some format. */
static struct frame *read_values(const struct source_reader *reader,
                                 const struct node *node)
{
    enum source_type type;
    if (!read_type(reader, &type)) {
        return NULL;
    }
    if (node->kind == NODE_SCALAR && type != TYPE_OF_NAME) {
        struct source *text = arena_new(reader->arena, struct source);
        *text = (struct source){node->source ? node->source->path : S(""), node->text};
        return read_text(reader, text, S(""));
    }
    return read_datum(reader, datum_from_node(reader->arena, node), type);
}

static struct frame *read_named(const struct source_reader *reader, const struct node *node)
{
    struct str_list names = {NULL, 0, 0};
    const struct datasets *sets = &reader->environment->datasets;
    if (!node_expect(node, NODE_SCALAR, reader->error)) {
        return NULL;
    }
    for (size_t i = 0; i < sets->count; i++) {
        *arena_push(reader->arena, &names) = sets->at[i].name;
        if (!str_equal(sets->at[i].name, node->text)) {
            continue;
        }
        if (!sets->at[i].frame) {
            return read_values(reader, sets->at[i].values);
        }
        struct frame *copy = arena_new(reader->arena, struct frame);
        *copy = frame_copy(reader->arena, sets->at[i].frame);
        bool is_typed = source_parse(reader->arena, copy, reader->format, false, NULL,
                                     reader->environment->warnings, reader->error);
        return is_typed ? copy : NULL;
    }
    node_error(node, reader->error, "there are no data called \"%.*s\"",
               STR_ARG(node->text));
    error_suggest(reader->error, node->text, names.at, names.count);
    return NULL;
}

static const struct frame *read_any(const struct source_reader *reader)
{
    const struct node *data = reader->data;
    const struct node *node;
    if (!node_expect(data, NODE_MAP, reader->error)) {
        return NULL;
    }
    if ((node = argument_find(data, S("values")))) {
        return read_values(reader, node);
    }
    if ((node = argument_find(data, S("url")))) {
        return read_url(reader, node);
    }
    if (argument_find(data, S("sequence")) || argument_find(data, S("graticule")) ||
        argument_find(data, S("sphere"))) {
        return source_generate(reader->arena, data, reader->error);
    }
    if ((node = argument_find(data, S("name")))) {
        return read_named(reader, node);
    }
    node_error(data, reader->error, "the data say neither values, url nor name");
    return NULL;
}

/* --- once ------------------------------------------------------------------------------
 */

struct source_memory *source_memory_new(struct arena *arena)
{
    struct source_memory *memory = arena_new(arena, struct source_memory);
    memory->arena = arena;
    return memory;
}

static const struct frame *recall(const struct source_memory *memory,
                                  const struct node *data)
{
    for (size_t i = 0; memory && i < memory->count; i++) {
        if (memory->at[i].data == data) {
            return memory->at[i].frame;
        }
    }
    return NULL;
}

const struct frame *source_read(struct arena *arena, const struct node *data,
                                const struct environment *environment, struct error *error)
{
    struct source_memory *memory = environment->memory;
    const struct frame *known = recall(memory, data);
    if (known) {
        return known;
    }
    struct source_reader reader = {memory ? memory->arena : arena, data,
                                   argument_find(data, S("format")), environment, error};
    const struct frame *frame = read_any(&reader);
    if (frame && memory) {
        *arena_push(memory->arena, memory) = (struct source_reading){data, frame};
    }
    return frame;
}
