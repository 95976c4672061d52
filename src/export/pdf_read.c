/* SPDX-License-Identifier: MIT */
#include "export/pdf_read.h"

#include "base/hash.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

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

/* --- pages -----------------------------------------------------------------------------
 */

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

/* Quiet, and without repairs: what has to be repaired is not for keeping. */
static bool open_file(qpdf_data file, const struct source *pdf)
{
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    int status = qpdf_read_memory(file, "PDF", pdf->text.at, pdf->text.length, NULL);
    return !(status & QPDF_ERRORS);
}

bool pdf_count_pages(const struct source *pdf, size_t *count)
{
    qpdf_data file = qpdf_init();
    int found = open_file(file, pdf) ? qpdf_get_num_pages(file) : -1;
    *count = found > 0 ? (size_t)found : 0;
    if (qpdf_has_error(file)) { /* or it is printed at the end */
        (void)qpdf_get_error(file);
    }
    qpdf_cleanup(&file);
    return found > 0;
}

static str read_page_content(struct arena *arena, qpdf_data file, qpdf_oh page)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    str content = {0};
    if (!(qpdf_oh_get_page_content_data(file, page, &bytes, &length) & QPDF_ERRORS)) {
        content = str_copy(arena, (str){(const char *)bytes, length});
    }
    free(bytes);
    return content;
}

static const char *take_problem(struct arena *arena, qpdf_data file, bool is_open)
{
    qpdf_error cause = qpdf_has_error(file) ? qpdf_get_error(file) : NULL;
    bool is_locked = cause && qpdf_get_error_code(file, cause) == qpdf_e_password;
    return is_locked || (is_open && qpdf_is_encrypted(file)) ? "it is encrypted"
           : !is_open                                        ? "it is no PDF"
           : cause ? str_c(arena, str_from(qpdf_get_error_message_detail(file, cause)))
                   : NULL;
}

/* Only what is drawn: through its annotations a page leads to all of its document. */
static struct pdf_object *read_drawn(struct reading *reading, qpdf_oh page)
{
    static const char *const keys[] = {"/Resources", "/Group", "/MediaBox", "/CropBox",
                                       "/Rotate"};
    struct pdf_object *made = pdf_dict(reading->arena);
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (qpdf_oh_has_key(reading->file, page, keys[i])) {
            qpdf_oh value = qpdf_oh_get_key(reading->file, page, keys[i]);
            pdf_put(reading->arena, made, str_from(keys[i] + 1),
                    read_value(reading, value));
        }
    }
    return made;
}

bool pdf_read_form(struct arena *arena, struct pdf_contents *contents,
                   const struct source *pdf, size_t index, struct pdf_form *form)
{
    struct reading reading = {.arena = arena, .file = qpdf_init(), .contents = contents};
    bool is_open = open_file(reading.file, pdf) && qpdf_get_num_pages(reading.file) > 0;
    form->problem = take_problem(arena, reading.file, is_open);
    if (!form->problem) {
        qpdf_push_inherited_attributes_to_page(reading.file);
        qpdf_oh page = qpdf_get_page_n(reading.file, index);
        form->page = read_drawn(&reading, page);
        form->content = read_page_content(arena, reading.file, page);
        form->problem = take_problem(arena, reading.file, is_open);
    }
    qpdf_cleanup(&reading.file);
    return !form->problem;
}

/* --- encryption ----------------------------------------------------------------------- */

static void set_passwords(struct arena *arena, qpdf_data file,
                          const struct pdf_passwords *passwords)
{
    str owner = passwords->owner.length ? passwords->owner : passwords->user;
    qpdf_set_r6_encryption_parameters2(
        file, str_c(arena, passwords->user), str_c(arena, owner), QPDF_TRUE, QPDF_TRUE,
        QPDF_FALSE, QPDF_FALSE, QPDF_FALSE, QPDF_FALSE, qpdf_r3p_full, QPDF_TRUE);
}

bool pdf_encrypt(struct arena *arena, str pdf, const struct pdf_passwords *passwords,
                 str *encrypted, struct error *error)
{
    qpdf_data file = qpdf_init();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    bool is_written =
        !(qpdf_read_memory(file, "PDF", pdf.at, pdf.length, NULL) & QPDF_ERRORS) &&
        !(qpdf_init_write_memory(file) & QPDF_ERRORS);
    if (is_written) {
        set_passwords(arena, file, passwords);
        is_written = !(qpdf_write(file) & QPDF_ERRORS);
    }
    if (is_written) {
        str bytes = {(const char *)qpdf_get_buffer(file), qpdf_get_buffer_length(file)};
        *encrypted = str_copy(arena, bytes);
    } else {
        qpdf_error cause = qpdf_get_error(file);
        error_set(error, ERROR_SOFTWARE, "the PDF cannot be encrypted: %s",
                  cause ? qpdf_get_error_message_detail(file, cause) : "no reason");
    }
    qpdf_cleanup(&file);
    return is_written;
}
