/* SPDX-License-Identifier: MIT */
/*
 * Objects are read depth first from the pages and the structure root. An
 * indirect object is registered before it is filled, since the tree points
 * back at its parents and pages.
 */
#include "export/pdf_read.h"

#include "base/hash.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct arena *arena;
    qpdf_data file;
    struct pdf_contents *contents;
    struct {
        struct pdf_object **at; /* by the number that the object has in the file */
        size_t count, capacity;
    } known;
};

static struct pdf_object *read_value(struct reading *reading, qpdf_oh handle);

static struct pdf_object **known_slot(struct reading *reading, size_t number)
{
    while (reading->known.count <= number) {
        *arena_push(reading->arena, &reading->known) = NULL;
    }
    return &reading->known.at[number];
}

static str read_string(struct reading *reading, qpdf_oh handle)
{
    size_t length = 0;
    const char *bytes = qpdf_oh_get_binary_string_value(reading->file, handle, &length);
    return str_copy(reading->arena, (str){bytes, length});
}

static str read_name(struct reading *reading, const char *name)
{
    return str_after(str_copy(reading->arena, str_from(name)), 1);
}

static void read_items(struct reading *reading, qpdf_oh handle, struct pdf_object *array)
{
    int count = qpdf_oh_get_array_n_items(reading->file, handle);
    for (int i = 0; i < count; i++) {
        qpdf_oh item = qpdf_oh_get_array_item(reading->file, handle, i);
        pdf_add(reading->arena, array, read_value(reading, item));
        qpdf_oh_release(reading->file, item);
    }
}

/* The document makes these itself: lengths of streams, and the tree of pages. */
static bool is_left_out(str key)
{
    return str_equal(key, S("Length")) || str_equal(key, S("Parent"));
}

/* All keys first: qpdf has one iterator, which reading a value would move. */
static void read_entries(struct reading *reading, qpdf_oh handle, struct pdf_object *dict)
{
    struct {
        str *at; /* with their slashes */
        size_t count, capacity;
    } keys = {0};
    qpdf_oh_begin_dict_key_iter(reading->file, handle);
    while (qpdf_oh_dict_more_keys(reading->file)) {
        str key = str_from(qpdf_oh_dict_next_key(reading->file));
        *arena_push(reading->arena, &keys) = str_copy(reading->arena, key);
    }
    for (size_t i = 0; i < keys.count; i++) {
        str key = str_after(keys.at[i], 1);
        if (is_left_out(key)) {
            continue;
        }
        qpdf_oh value = qpdf_oh_get_key(reading->file, handle, keys.at[i].at);
        struct pdf_object *object = read_value(reading, value);
        *arena_push(reading->arena, dict) = (struct pdf_entry){key, object};
        qpdf_oh_release(reading->file, value);
    }
}

/* The bytes stay as they are, compressed. */
static void read_stream(struct reading *reading, qpdf_oh handle, struct pdf_object *stream)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    if (!qpdf_oh_get_stream_data(reading->file, handle, qpdf_dl_none, NULL, &bytes,
                                 &length)) {
        stream->text = str_copy(reading->arena, (str){(const char *)bytes, length});
    }
    free(bytes);
    qpdf_oh dict = qpdf_oh_get_dict(reading->file, handle);
    read_entries(reading, dict, stream);
    qpdf_oh_release(reading->file, dict);
}

static void read_scalar(struct reading *reading, qpdf_oh handle,
                        enum qpdf_object_type_e type, struct pdf_object *object)
{
    qpdf_data file = reading->file;
    switch (type) {
    case ot_boolean:
        object->kind = PDF_BOOLEAN;
        object->integer = qpdf_oh_get_bool_value(file, handle) != 0;
        break;
    case ot_integer:
        object->kind = PDF_INTEGER;
        object->integer = qpdf_oh_get_int_value(file, handle);
        break;
    case ot_real:
        object->kind = PDF_REAL;
        object->real = qpdf_oh_get_numeric_value(file, handle);
        break;
    case ot_name:
        object->kind = PDF_NAME;
        object->text = read_name(reading, qpdf_oh_get_name(file, handle));
        break;
    case ot_string:
        object->kind = PDF_STRING;
        object->text = read_string(reading, handle);
        break;
    default:
        object->kind = PDF_NULL;
        break;
    }
}

static void read_container(struct reading *reading, qpdf_oh handle,
                           enum qpdf_object_type_e type, struct pdf_object *object)
{
    if (type == ot_array) {
        object->kind = PDF_ARRAY;
        read_items(reading, handle, object);
    } else if (type == ot_stream) {
        object->kind = PDF_STREAM;
        read_stream(reading, handle, object);
    } else {
        object->kind = PDF_DICT;
        read_entries(reading, handle, object);
    }
}

/* An indirect scalar becomes a direct one. */
static struct pdf_object *read_value(struct reading *reading, qpdf_oh handle)
{
    enum qpdf_object_type_e type = qpdf_oh_get_type_code(reading->file, handle);
    struct pdf_object *object = arena_new(reading->arena, struct pdf_object);
    if (type != ot_array && type != ot_dictionary && type != ot_stream) {
        read_scalar(reading, handle, type, object);
        return object;
    }
    size_t number = (size_t)qpdf_oh_get_object_id(reading->file, handle);
    if (number) {
        struct pdf_object **known = known_slot(reading, number);
        if (*known) {
            return *known;
        }
        *known = pdf_make_indirect(reading->contents, object);
    }
    read_container(reading, handle, type, object);
    return object;
}

struct pdf_object *pdf_make_indirect(struct pdf_contents *contents,
                                     struct pdf_object *object)
{
    object->number = ++contents->indirect_count;
    return object;
}

static void read_pages(struct reading *reading)
{
    int count = qpdf_get_num_pages(reading->file);
    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(reading->file, (size_t)i);
        *arena_push(reading->arena, &reading->contents->pages) = read_value(reading, page);
        qpdf_oh_release(reading->file, page);
    }
}

static void read_structure(struct reading *reading)
{
    qpdf_oh root = qpdf_get_root(reading->file);
    qpdf_oh tree = qpdf_oh_get_key(reading->file, root, "/StructTreeRoot");
    if (qpdf_oh_is_dictionary(reading->file, tree)) {
        reading->contents->structure = read_value(reading, tree);
    }
}

static bool read_failed(qpdf_data file, struct error *error)
{
    qpdf_error cause = qpdf_has_error(file)       ? qpdf_get_error(file)
                       : qpdf_more_warnings(file) ? qpdf_next_warning(file)
                                                  : NULL;
    const char *why =
        cause ? qpdf_get_error_message_detail(file, cause) : "it has no pages";
    return error_set(error, ERROR_SOFTWARE, "the drawing cannot be read: %s", why);
}

bool pdf_read(struct arena *arena, str pdf, struct pdf_contents *contents,
              struct error *error)
{
    *contents = (struct pdf_contents){0};
    struct reading reading = {.arena = arena, .file = qpdf_init(), .contents = contents};
    qpdf_silence_errors(reading.file);
    qpdf_set_suppress_warnings(reading.file, QPDF_TRUE);
    qpdf_set_attempt_recovery(reading.file, QPDF_FALSE);
    if (!qpdf_read_memory(reading.file, "drawing", pdf.at, pdf.length, NULL)) {
        read_pages(&reading);
        read_structure(&reading);
    }
    if (qpdf_has_error(reading.file) || qpdf_more_warnings(reading.file) ||
        !contents->pages.count) {
        read_failed(reading.file, error);
    }
    qpdf_cleanup(&reading.file);
    return !error->kind;
}

/* --- attachments ---------------------------------------------------------------------- */

struct search {
    struct arena *arena;
    qpdf_data file;
    str end; /* of the name */
    struct source *found;
    bool is_damaged; /* a file with such a name is there, and cannot be unpacked */
    size_t nodes_left; /* of the tree: a file may be made to have no end */
};

/* A name that is written twice: UF in Unicode, F for old readers. */
static str file_name(const struct search *search, qpdf_oh specification)
{
    qpdf_oh name = qpdf_oh_get_key(search->file, specification, "/UF");
    if (!qpdf_oh_is_string(search->file, name)) {
        name = qpdf_oh_get_key(search->file, specification, "/F");
    }
    return qpdf_oh_is_string(search->file, name)
               ? str_copy(search->arena,
                          str_from(qpdf_oh_get_utf8_value(search->file, name)))
               : (str){0};
}

/* The file too has two keys, of which one is enough. */
static qpdf_oh file_stream(const struct search *search, qpdf_oh specification)
{
    qpdf_oh embedded = qpdf_oh_get_key(search->file, specification, "/EF");
    qpdf_oh stream = qpdf_oh_get_key(search->file, embedded, "/F");
    return qpdf_oh_is_stream(search->file, stream)
               ? stream
               : qpdf_oh_get_key(search->file, embedded, "/UF");
}

/* Whether the bytes have the checksum that stands beside them, if there is one. */
static bool has_checksum(const struct search *search, qpdf_oh stream, str bytes)
{
    size_t length = 0;
    qpdf_oh dict = qpdf_oh_get_dict(search->file, stream);
    qpdf_oh parameters = qpdf_oh_get_key(search->file, dict, "/Params");
    qpdf_oh sum = qpdf_oh_get_key(search->file, parameters, "/CheckSum");
    if (!qpdf_oh_is_string(search->file, sum)) {
        return true;
    }
    const char *expected = qpdf_oh_get_binary_string_value(search->file, sum, &length);
    unsigned char digest[HASH_MD5_BYTES];
    hash_md5(bytes, digest);
    return length != sizeof digest || !memcmp(expected, digest, sizeof digest);
}

static void take_file(struct search *search, qpdf_oh specification)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    if (!qpdf_oh_is_dictionary(search->file, specification)) {
        return;
    }
    str name = file_name(search, specification);
    qpdf_oh stream = file_stream(search, specification);
    if (!str_ends(name, search->end) || !qpdf_oh_is_stream(search->file, stream)) {
        return;
    }
    /* Warnings do no harm: they may be of something else in the file. */
    int status = qpdf_oh_get_stream_data(search->file, stream, qpdf_dl_generalized, NULL,
                                         &bytes, &length);
    str text = {(const char *)bytes, length};
    if (!(status & QPDF_ERRORS) && has_checksum(search, stream, text)) {
        search->found->path = name;
        search->found->text = str_copy(search->arena, text);
    } else {
        search->is_damaged = true;
    }
    free(bytes);
}

/* A node of the name tree: names with their files, or further nodes. */
static void search_node(struct search *search, qpdf_oh node, int depth)
{
    enum { DEPTH_MAX = 16 };
    qpdf_oh names = qpdf_oh_get_key(search->file, node, "/Names");
    qpdf_oh kids = qpdf_oh_get_key(search->file, node, "/Kids");
    bool has_names = qpdf_oh_is_array(search->file, names);
    bool has_kids = qpdf_oh_is_array(search->file, kids) && depth < DEPTH_MAX;
    search->nodes_left -= search->nodes_left > 0;
    int count = has_names ? qpdf_oh_get_array_n_items(search->file, names) : 0;
    for (int i = 1; i < count && !search->found->path.length; i += 2) {
        take_file(search, qpdf_oh_get_array_item(search->file, names, i));
    }
    count = has_kids ? qpdf_oh_get_array_n_items(search->file, kids) : 0;
    for (int i = 0; i < count && search->nodes_left && !search->found->path.length; i++) {
        search_node(search, qpdf_oh_get_array_item(search->file, kids, i), depth + 1);
    }
}

/* What qpdf says of the file; nothing of it is left, which it would print at the end. */
static str take_cause(const struct search *search)
{
    str cause =
        search->is_damaged ? S("it is not what its checksum is of") : S("no reason");
    for (bool is_first = true; qpdf_has_error(search->file); is_first = false) {
        const char *why =
            qpdf_get_error_message_detail(search->file, qpdf_get_error(search->file));
        cause = is_first ? str_copy(search->arena, str_from(why)) : cause;
    }
    return cause;
}

bool pdf_read_attachment(struct arena *arena, const struct source *pdf, str end,
                         struct source *attachment, struct error *error)
{
    enum { NODES_MAX = 10000 };
    struct place place = {.file = pdf->path};
    *attachment = (struct source){0};
    struct search search = {.arena = arena,
                            .file = qpdf_init(),
                            .end = end,
                            .found = attachment,
                            .nodes_left = NODES_MAX};
    qpdf_silence_errors(search.file);
    qpdf_set_suppress_warnings(search.file, QPDF_TRUE);
    bool is_read =
        !(qpdf_read_memory(search.file, "PDF", pdf->text.at, pdf->text.length, NULL) &
          QPDF_ERRORS);
    if (is_read) {
        qpdf_oh root = qpdf_get_root(search.file);
        qpdf_oh names = qpdf_oh_get_key(search.file, root, "/Names");
        search_node(&search, qpdf_oh_get_key(search.file, names, "/EmbeddedFiles"), 0);
    }
    str cause = take_cause(&search);
    qpdf_cleanup(&search.file);
    if (!is_read) {
        error_at(error, ERROR_DATA, place, "this PDF cannot be read: %.*s", STR_ARG(cause));
    } else if (search.is_damaged && !attachment->path.length) {
        error_at(error, ERROR_DATA, place,
                 "the file attached to this PDF cannot be read: %.*s", STR_ARG(cause));
    }
    return !error->kind;
}
