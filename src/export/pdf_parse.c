/* SPDX-License-Identifier: MIT */
/*
 * Objects are parsed depth first from the pages and the structure root. An
 * indirect object is registered before it is filled, since the tree points
 * back at its parents and pages. A failure is sticky: what is parsed after it
 * is null.
 */
#include "export/pdf_parse.h"

#include "pdf_scan.h"

/* Elements nest as the document does; a drawing that goes deeper is none of ours. */
enum { DEPTH_MAX = 2000 };

struct parser {
    struct pdf_scan scan;
    size_t *offsets; /* of indirect objects by their numbers in the file; 0: none */
    struct pdf_object **known; /* those that are parsed */
    size_t count; /* of both */
    struct pdf_contents *contents;
    int depth;
};

static struct pdf_object *parse_value(struct parser *parser);

/* --- containers ----------------------------------------------------------------------- */

static void parse_array(struct parser *parser, struct pdf_object *array)
{
    array->kind = PDF_ARRAY;
    parser->scan.at++;
    while (!pdf_scan_word(&parser->scan, "]")) {
        if (parser->scan.at >= parser->scan.text.length) {
            pdf_scan_fail(&parser->scan, "an array has no end");
            return;
        }
        pdf_add(parser->scan.arena, array, parse_value(parser));
    }
}

/* The document makes the tree of pages itself: what a page hangs from is not followed. */
static void parse_parent(struct parser *parser)
{
    size_t number;
    pdf_scan_space(&parser->scan);
    if (!pdf_scan_reference(&parser->scan, &number)) {
        pdf_scan_fail(&parser->scan, "a page's parent is expected");
    }
}

/* The entries; *length is that of a stream, which is none of them, or NULL. */
static void parse_dict(struct parser *parser, struct pdf_object *dict,
                       struct pdf_object **length)
{
    dict->kind = PDF_DICT;
    parser->scan.at += 2;
    while (!pdf_scan_word(&parser->scan, ">>")) {
        if (pdf_scan_byte(&parser->scan, parser->scan.at) != '/') {
            pdf_scan_fail(&parser->scan, "the key of a dictionary is expected");
            return;
        }
        str key = pdf_scan_name(&parser->scan);
        if (str_equal(key, S("Parent"))) {
            parse_parent(parser);
        } else if (str_equal(key, S("Length"))) {
            *length = parse_value(parser);
        } else {
            struct pdf_object *value = parse_value(parser);
            *arena_push(parser->scan.arena, dict) = (struct pdf_entry){key, value};
        }
    }
}

/* What follows a dictionary that is one of a stream: its bytes stay as they are. */
static void parse_stream(struct parser *parser, struct pdf_object *stream,
                         const struct pdf_object *length)
{
    parser->scan.at += pdf_scan_byte(&parser->scan, parser->scan.at) == '\r';
    parser->scan.at += pdf_scan_byte(&parser->scan, parser->scan.at) == '\n';
    size_t left = parser->scan.text.length - parser->scan.at;
    bool is_known = length && length->kind == PDF_INTEGER && length->integer >= 0 &&
                    (uint64_t)length->integer <= left;
    if (!is_known) {
        pdf_scan_fail(&parser->scan, "the length of a stream is not known");
        return;
    }
    size_t end = parser->scan.at + (size_t)length->integer;
    stream->kind = PDF_STREAM;
    stream->text = str_slice(parser->scan.text, parser->scan.at, end);
    parser->scan.at = end;
}

static void parse_container(struct parser *parser, struct pdf_object *object)
{
    struct pdf_object *length = NULL;
    if (pdf_scan_byte(&parser->scan, parser->scan.at) == '[') {
        parse_array(parser, object);
        return;
    }
    parse_dict(parser, object, &length);
    if (pdf_scan_word(&parser->scan, "stream")) {
        parse_stream(parser, object, length);
    }
}

/* --- values --------------------------------------------------------------------------- */

/* The parser stands behind "12 0 obj" and parses what is there. A scalar is made direct. */
static struct pdf_object *parse_body(struct parser *parser, size_t number)
{
    pdf_scan_space(&parser->scan);
    if (!pdf_scan_is_container(&parser->scan)) {
        return pdf_scan_scalar(&parser->scan);
    }
    struct pdf_object *object = arena_new(parser->scan.arena, struct pdf_object);
    parser->known[number] = pdf_make_indirect(parser->contents, object);
    parse_container(parser, object);
    return object;
}

static struct pdf_object *parse_object(struct parser *parser, size_t number)
{
    if (number < parser->count && parser->known[number]) {
        return parser->known[number];
    }
    struct pdf_object *object = NULL;
    size_t came_from = parser->scan.at;
    size_t found;
    size_t generation;
    parser->scan.at = number < parser->count ? parser->offsets[number] : 0;
    if (parser->depth++ > DEPTH_MAX) {
        pdf_scan_fail(&parser->scan, "its elements are nested too deeply");
    } else if (!parser->scan.at || !pdf_scan_size(&parser->scan, &found) ||
               found != number || !pdf_scan_size(&parser->scan, &generation) ||
               !pdf_scan_word(&parser->scan, "obj")) {
        pdf_scan_fail(&parser->scan, "an object is not where the table says");
    } else {
        object = parse_body(parser, number);
    }
    parser->depth--;
    parser->scan.at = parser->scan.failure ? parser->scan.text.length : came_from;
    return object ? object : arena_new(parser->scan.arena, struct pdf_object);
}

static struct pdf_object *parse_value(struct parser *parser)
{
    size_t number;
    pdf_scan_space(&parser->scan);
    if (pdf_scan_reference(&parser->scan, &number)) {
        return parse_object(parser, number);
    }
    if (!pdf_scan_is_container(&parser->scan)) {
        return pdf_scan_scalar(&parser->scan);
    }
    struct pdf_object *object = arena_new(parser->scan.arena, struct pdf_object);
    if (parser->depth++ > DEPTH_MAX) {
        pdf_scan_fail(&parser->scan, "its objects are nested too deeply");
    } else {
        parse_container(parser, object);
    }
    parser->depth--;
    return object;
}

struct pdf_object *pdf_make_indirect(struct pdf_contents *contents,
                                     struct pdf_object *object)
{
    object->number = ++contents->indirect_count;
    return object;
}

/* --- the file ------------------------------------------------------------------------- */

/* Behind the last "startxref". */
static void find_table(struct parser *parser)
{
    const str word = S("startxref");
    size_t at = parser->scan.text.length;
    while (at && !str_starts(str_after(parser->scan.text, at), word)) {
        at--;
    }
    parser->scan.at = at + word.length;
    if (!pdf_scan_size(&parser->scan, &at) || at >= parser->scan.text.length) {
        pdf_scan_fail(&parser->scan, "it has no table of cross references");
        return;
    }
    parser->scan.at = at;
}

/* "xref", "0 25", and a line for each object: "0000000015 00000 n". */
static void parse_table(struct parser *parser)
{
    enum { LINE_BYTES = 18 };
    size_t first;
    size_t generation;
    if (!pdf_scan_word(&parser->scan, "xref") || !pdf_scan_size(&parser->scan, &first) ||
        first || !pdf_scan_size(&parser->scan, &parser->count) ||
        parser->count > parser->scan.text.length / LINE_BYTES) {
        parser->count = 0;
        pdf_scan_fail(&parser->scan, "it has no plain table of cross references");
        return;
    }
    parser->offsets = arena_array(parser->scan.arena, size_t, parser->count);
    parser->known = arena_array(parser->scan.arena, struct pdf_object *, parser->count);
    for (size_t i = 0; i < parser->count && !parser->scan.failure; i++) {
        size_t offset;
        if (!pdf_scan_size(&parser->scan, &offset) ||
            !pdf_scan_size(&parser->scan, &generation)) {
            pdf_scan_fail(&parser->scan, "its table of cross references ends early");
            return;
        }
        bool is_used = pdf_scan_word(&parser->scan, "n");
        parser->offsets[i] = is_used ? offset : 0;
        if (!is_used && !pdf_scan_word(&parser->scan, "f")) {
            pdf_scan_fail(&parser->scan, "its table of cross references is damaged");
        }
    }
}

/* The number of the object that `key` of the dictionary here refers to; 0: of none. */
static size_t find_reference(struct parser *parser, str key)
{
    size_t number = 0;
    pdf_scan_space(&parser->scan);
    if (!pdf_scan_is_container(&parser->scan)) {
        pdf_scan_fail(&parser->scan, "a dictionary is expected");
        return 0;
    }
    for (parser->scan.at += 2;
         !parser->scan.failure && !pdf_scan_word(&parser->scan, ">>");) {
        bool is_key = pdf_scan_byte(&parser->scan, parser->scan.at) == '/';
        str found = is_key ? pdf_scan_name(&parser->scan) : (str){0};
        pdf_scan_space(&parser->scan);
        size_t value = parser->scan.at;
        size_t target;
        if (is_key && pdf_scan_reference(&parser->scan, &target)) {
            number = str_equal(found, key) ? target : number;
        } else if (!is_key) {
            pdf_scan_fail(&parser->scan, "the key of a dictionary is expected");
        } else {
            parser->scan.at = value;
            (void)parse_value(parser);
        }
    }
    return number;
}

static size_t reference_in_object(struct parser *parser, size_t number, str key)
{
    size_t found;
    size_t generation;
    parser->scan.at = number < parser->count ? parser->offsets[number] : 0;
    bool is_there = parser->scan.at && pdf_scan_size(&parser->scan, &found) &&
                    pdf_scan_size(&parser->scan, &generation) &&
                    pdf_scan_word(&parser->scan, "obj");
    return is_there ? find_reference(parser, key) : 0;
}

static void add_pages(struct parser *parser, struct pdf_object *node)
{
    struct pdf_object *kids = node->kind == PDF_DICT ? pdf_find(node, S("Kids")) : NULL;
    if (!kids) {
        *arena_push(parser->scan.arena, &parser->contents->pages) = node;
        return;
    }
    for (size_t i = 0; i < kids->count; i++) {
        add_pages(parser, kids->at[i].value);
    }
}

static void parse_file(struct parser *parser)
{
    find_table(parser);
    parse_table(parser);
    if (!pdf_scan_word(&parser->scan, "trailer")) {
        pdf_scan_fail(&parser->scan, "it has no trailer");
        return;
    }
    size_t catalog = find_reference(parser, S("Root"));
    size_t pages = reference_in_object(parser, catalog, S("Pages"));
    size_t structure = reference_in_object(parser, catalog, S("StructTreeRoot"));
    if (pages) {
        add_pages(parser, parse_object(parser, pages));
    }
    if (structure) {
        parser->contents->structure = parse_object(parser, structure);
    }
}

bool pdf_parse(struct arena *arena, str pdf, struct pdf_contents *contents,
               struct error *error)
{
    *contents = (struct pdf_contents){0};
    struct parser parser = {.scan = {.arena = arena, .text = pdf}, .contents = contents};
    parse_file(&parser);
    if (!parser.scan.failure && !contents->pages.count) {
        pdf_scan_fail(&parser.scan, "it has no pages");
    }
    return !parser.scan.failure ||
           error_set(error, ERROR_SOFTWARE, "the drawing cannot be read: %s",
                     parser.scan.failure);
}
