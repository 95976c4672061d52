/* SPDX-License-Identifier: MIT */
/*
 * Objects are read depth first from the pages and the structure root. An
 * indirect object is registered before it is filled, since the tree points
 * back at its parents and pages.
 */
#include "export/pdf_read.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

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
