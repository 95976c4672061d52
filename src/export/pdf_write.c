/* SPDX-License-Identifier: MIT */
/*
 * An indirect object is registered with libharu before it is filled, for
 * cycles. Pages and their contents are those that libharu makes. The entries
 * of other dictionaries are written by a hook from the plain object: libharu
 * would need ten times the room for them, which counts where a long table has
 * a million elements, and would drop a Filter that is not its own.
 *
 * Text is not given to libharu's encoders: strings are bytes already.
 */
#include "pdf_write.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <stdio.h>
#include <string.h>

struct writing {
    struct arena *arena;
    HPDF_Doc document;
    void **made; /* libharu's object for each number; NULL where it is not yet made */
    HPDF_STATUS first_error, first_detail;
    struct error *error;
};

static void keep_first_error(HPDF_STATUS code, HPDF_STATUS detail, void *closure)
{
    struct writing *writing = closure;
    if (!writing->first_error) {
        writing->first_error = code;
        writing->first_detail = detail;
    }
}

/*
 * Object functions only store their error: this looks, before another call
 * hides it. `part` is what was written, `number` which one, or 0.
 */
static bool is_good(struct writing *writing, const char *part, size_t number)
{
    HPDF_STATUS stored = writing->document->error.error_no;
    if (stored) {
        keep_first_error(stored, writing->document->error.detail_no, writing);
    }
    if (!writing->first_error) {
        return true;
    }
    char which[24] = "";
    if (number) {
        snprintf(which, sizeof which, " %zu", number);
    }
    return error_set(writing->error, ERROR_SOFTWARE,
                     "the PDF cannot be bound: %s%s: libharu reports 0x%04lX (%lu)", part,
                     which, (unsigned long)writing->first_error,
                     (unsigned long)writing->first_detail);
}

/* --- objects ------------------------------------------------------------------------- */

static void *make(struct writing *writing, const struct pdf_object *object);

static bool is_printable(str text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < ' ' || text.at[i] > '~') {
            return false;
        }
    }
    return true;
}

static void *make_string(struct writing *writing, str bytes)
{
    HPDF_MMgr memory = writing->document->mmgr;
    if (is_printable(bytes)) {
        return HPDF_String_New(memory, str_c(writing->arena, bytes), NULL);
    }
    HPDF_BYTE *copy = arena_array(writing->arena, HPDF_BYTE, bytes.length);
    memcpy(copy, bytes.at, bytes.length);
    return HPDF_Binary_New(memory, copy, (HPDF_UINT)bytes.length);
}

static void *make_scalar(struct writing *writing, const struct pdf_object *object)
{
    HPDF_MMgr memory = writing->document->mmgr;
    switch (object->kind) {
    case PDF_BOOLEAN:
        return HPDF_Boolean_New(memory, object->integer ? HPDF_TRUE : HPDF_FALSE);
    case PDF_INTEGER:
        return HPDF_Number_New(memory, (HPDF_INT32)object->integer);
    case PDF_REAL:
        return HPDF_Real_New(memory, (HPDF_REAL)object->real);
    case PDF_NAME:
        return HPDF_Name_New(memory, str_c(writing->arena, object->text));
    case PDF_STRING:
        return make_string(writing, object->text);
    default:
        return HPDF_Null_New(memory);
    }
}

static void fill_array(struct writing *writing, HPDF_Array array,
                       const struct pdf_object *object)
{
    for (size_t i = 0; i < object->count; i++) {
        HPDF_Array_Add(array, make(writing, object->at[i].value));
    }
}

static void fill_dict(struct writing *writing, HPDF_Dict dict,
                      const struct pdf_object *object)
{
    for (size_t i = 0; i < object->count; i++) {
        const struct pdf_entry *entry = &object->at[i];
        HPDF_Dict_Add(dict, str_c(writing->arena, entry->key), make(writing, entry->value));
    }
}

/* What is in a dictionary that stands for an object: its entries are not copied. */
struct body {
    struct writing *writing;
    const struct pdf_object *object;
};

static void write_value(struct writing *writing, HPDF_Stream stream,
                        const struct pdf_object *object);

static void write_reference(HPDF_Stream stream, const void *made)
{
    const HPDF_Obj_Header *header = made;
    HPDF_Stream_WriteInt(stream, (HPDF_INT)(header->obj_id & 0x00FFFFFF));
    HPDF_Stream_WriteChar(stream, ' ');
    HPDF_Stream_WriteInt(stream, header->gen_no);
    HPDF_Stream_WriteStr(stream, " R");
}

static void write_array(struct writing *writing, HPDF_Stream stream,
                        const struct pdf_object *array)
{
    HPDF_Stream_WriteStr(stream, "[ ");
    for (size_t i = 0; i < array->count; i++) {
        write_value(writing, stream, array->at[i].value);
        HPDF_Stream_WriteChar(stream, ' ');
    }
    HPDF_Stream_WriteChar(stream, ']');
}

static void write_entries(struct writing *writing, HPDF_Stream stream,
                          const struct pdf_object *dict)
{
    for (size_t i = 0; i < dict->count; i++) {
        HPDF_Stream_WriteEscapeName(stream, str_c(writing->arena, dict->at[i].key));
        HPDF_Stream_WriteChar(stream, ' ');
        write_value(writing, stream, dict->at[i].value);
        HPDF_Stream_WriteChar(stream, '\n');
    }
}

/* A direct scalar is made for as long as it is written. */
static void write_scalar(struct writing *writing, HPDF_Stream stream,
                         const struct pdf_object *object)
{
    void *made = make_scalar(writing, object);
    if (made) {
        HPDF_Obj_Write(made, stream, NULL);
        HPDF_Obj_Free(writing->document->mmgr, made);
    }
}

static void write_value(struct writing *writing, HPDF_Stream stream,
                        const struct pdf_object *object)
{
    if (object->number) {
        write_reference(stream, writing->made[object->number]);
    } else if (object->kind == PDF_ARRAY) {
        write_array(writing, stream, object);
    } else if (object->kind == PDF_DICT) {
        HPDF_Stream_WriteStr(stream, "<<\n");
        write_entries(writing, stream, object);
        HPDF_Stream_WriteStr(stream, ">>");
    } else {
        write_scalar(writing, stream, object);
    }
}

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct body *body = dict->attr;
    write_entries(body->writing, stream, body->object);
    return HPDF_OK;
}

/* Makes the indirect objects that one refers to, so that they have their numbers. */
static void make_references(struct writing *writing, const struct pdf_object *object)
{
    for (size_t i = 0; i < object->count; i++) {
        const struct pdf_object *value = object->at[i].value;
        if (value->number) {
            make(writing, value);
        } else {
            make_references(writing, value);
        }
    }
}

static void fill_body(struct writing *writing, HPDF_Dict dict,
                      const struct pdf_object *object)
{
    struct body *body = arena_new(writing->arena, struct body);
    *body = (struct body){writing, object};
    dict->attr = body;
    dict->write_fn = write_body;
    make_references(writing, object);
}

static void fill_stream(struct writing *writing, HPDF_Dict stream,
                        const struct pdf_object *object)
{
    fill_body(writing, stream, object);
    HPDF_Stream_Write(stream->stream, (const HPDF_BYTE *)object->text.at,
                      (HPDF_UINT)object->text.length);
}

/* Registers a container where it is indirect. NULL if libharu failed. */
static void *registered(struct writing *writing, const struct pdf_object *object,
                        void *made)
{
    if (object->number && made) {
        bool is_stream = object->kind == PDF_STREAM; /* libharu has done it */
        if (!is_stream && HPDF_Xref_Add(writing->document->xref, made)) {
            return NULL;
        }
        writing->made[object->number] = made;
    }
    return made;
}

static void *make(struct writing *writing, const struct pdf_object *object)
{
    HPDF_MMgr memory = writing->document->mmgr;
    void *made = object->number ? writing->made[object->number] : NULL;
    if (made) {
        return made;
    }
    switch (object->kind) {
    case PDF_ARRAY:
        made = registered(writing, object, HPDF_Array_New(memory));
        if (made) {
            fill_array(writing, made, object);
        }
        return made;
    case PDF_DICT:
        made = registered(writing, object, HPDF_Dict_New(memory));
        if (made) {
            fill_body(writing, made, object);
        }
        return made;
    case PDF_STREAM:
        made = registered(writing, object,
                          HPDF_DictStream_New(memory, writing->document->xref));
        if (made) {
            fill_stream(writing, made, object);
        }
        return made;
    default:
        return registered(writing, object, make_scalar(writing, object));
    }
}

/* --- the document -------------------------------------------------------------------- */

/* All pages first: links and the structure point at them. */
static bool add_pages(struct writing *writing, const struct pdf_document *document)
{
    for (size_t i = 0; i < document->pages.count; i++) {
        const struct pdf_object *page = document->pages.at[i];
        HPDF_Page made = HPDF_AddPage(writing->document);
        if (!is_good(writing, "page", i + 1)) {
            return false;
        }
        writing->made[page->number] = made;
    }
    return true;
}

static void fill_page(struct writing *writing, const struct pdf_object *page)
{
    HPDF_Page made = writing->made[page->number];
    const struct pdf_object *contents = pdf_find(page, S("Contents"));
    if (contents && contents->kind == PDF_STREAM) {
        HPDF_Dict stream = HPDF_Dict_GetItem(made, "Contents", HPDF_OCLASS_DICT);
        writing->made[contents->number] = stream;
        fill_stream(writing, stream, contents);
    }
    fill_dict(writing, made, page);
}

static bool fill_pages(struct writing *writing, const struct pdf_document *document)
{
    for (size_t i = 0; i < document->pages.count; i++) {
        fill_page(writing, document->pages.at[i]);
        if (!is_good(writing, "page", i + 1)) {
            return false;
        }
    }
    return true;
}

static HPDF_Outline add_bookmark(struct writing *writing, HPDF_Outline parent,
                                 const struct pdf_bookmark *bookmark)
{
    HPDF_Outline made = HPDF_CreateOutline(writing->document, parent, "", NULL);
    if (made) {
        const struct pdf_object *title = pdf_text(writing->arena, bookmark->title);
        HPDF_Dict_Add(made, "Title", make(writing, title));
        HPDF_Dict_Add(made, "Dest", make(writing, bookmark->destination));
    }
    return made;
}

static bool add_outline(struct writing *writing, const struct pdf_document *document)
{
    enum { DEEPEST = 8 };
    HPDF_Outline open[DEEPEST + 1] = {NULL}; /* the last of each level; [0] is the root */
    for (size_t i = 0; i < document->outline.count; i++) {
        const struct pdf_bookmark *bookmark = &document->outline.at[i];
        int level = bookmark->level < 1         ? 1
                    : bookmark->level > DEEPEST ? DEEPEST
                                                : bookmark->level;
        HPDF_Outline parent = NULL;
        for (int above = level - 1; above > 0 && !parent; above--) {
            parent = open[above];
        }
        open[level] = add_bookmark(writing, parent, bookmark);
        for (int below = level + 1; below <= DEEPEST; below++) {
            open[below] = NULL;
        }
        if (!is_good(writing, "bookmark", i + 1)) {
            return false;
        }
    }
    if (document->shows_outline) {
        HPDF_SetPageMode(writing->document, HPDF_PAGE_MODE_USE_OUTLINE);
    }
    return true;
}

static void add_id(struct writing *writing, const struct pdf_document *document)
{
    HPDF_MMgr memory = writing->document->mmgr;
    HPDF_Array array = HPDF_Array_New(memory);
    for (int i = 0; i < 2 && array; i++) {
        HPDF_BYTE id[PDF_ID_BYTES];
        memcpy(id, document->id, PDF_ID_BYTES);
        HPDF_Array_Add(array, HPDF_Binary_New(memory, id, PDF_ID_BYTES));
    }
    HPDF_Dict_Add(writing->document->trailer, "ID", array);
}

static bool add_document(struct writing *writing, const struct pdf_document *document)
{
    writing->document->pdf_version = HPDF_VER_17;
    HPDF_AddPageLabel(writing->document, 0, HPDF_PAGE_NUM_STYLE_DECIMAL, 1, "");
    fill_dict(writing, writing->document->catalog, document->catalog);
    fill_dict(writing, writing->document->info, document->info);
    add_id(writing, document);
    return is_good(writing, "catalog", 0);
}

static bool save(struct writing *writing, str *pdf)
{
    HPDF_SaveToStream(writing->document);
    HPDF_UINT32 size = HPDF_GetStreamSize(writing->document);
    HPDF_ResetStream(writing->document);
    char *bytes = arena_array(writing->arena, char, size + 1);
    HPDF_ReadFromStream(writing->document, (HPDF_BYTE *)bytes, &size);
    if (!is_good(writing, "file", 0)) {
        return false;
    }
    *pdf = (str){bytes, size};
    return true;
}

bool pdf_write(struct arena *arena, const struct pdf_document *document, str *pdf,
               struct error *error)
{
    struct writing writing = {
        .arena = arena,
        .made = arena_array(arena, void *, document->indirect_count + 1),
        .error = error,
    };
    writing.document = HPDF_New(keep_first_error, &writing);
    if (!writing.document) {
        return error_set(error, ERROR_SOFTWARE, "libharu cannot be started");
    }
    bool is_written = add_pages(&writing, document) && fill_pages(&writing, document) &&
                      add_outline(&writing, document) && add_document(&writing, document) &&
                      save(&writing, pdf);
    HPDF_Free(writing.document);
    return is_written;
}
