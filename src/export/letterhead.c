/* SPDX-License-Identifier: MIT */
#include "export/letterhead.h"

#include "base/buffer.h"
#include "base/deflate.h"
#include "pdf_content.h"

#include <math.h>

#define SIZE_TOLERANCE 1.0 /* points between the letterhead's page and the paper */

static const str resource_name = S("Letterhead");

/* A page that is being made a part of the document. */
struct sheet {
    struct arena *arena;
    struct pdf_contents *contents;
    const struct letterhead_file *file;
    struct error *error;
    struct pdf_form form;
    bool *is_seen; /* by the number of an object */
};

static bool refuse(const struct sheet *sheet, const char *why)
{
    return error_at(sheet->error, ERROR_CONFIG, sheet->file->place,
                    "the letterhead \"%.*s\" cannot be used: %s",
                    STR_ARG(sheet->file->source.path), why);
}

/* --- what may not be in it ---------------------------------------------------------------
 */

static double number_at(const struct pdf_object *array, size_t index)
{
    const struct pdf_object *value = array->at[index].value;
    return value->kind == PDF_INTEGER ? (double)value->integer : value->real;
}

static bool is_embedded(const struct pdf_object *font)
{
    static const str keys[] = {S("FontFile"), S("FontFile2"), S("FontFile3")};
    const struct pdf_object *kids = pdf_find(font, S("DescendantFonts"));
    const struct pdf_object *face = kids && kids->count ? kids->at[0].value : font;
    const struct pdf_object *descriptor = pdf_find(face, S("FontDescriptor"));
    for (size_t i = 0; descriptor && i < COUNT_OF(keys); i++) {
        if (pdf_find(descriptor, keys[i])) {
            return true;
        }
    }
    return pdf_is_name(pdf_find(font, S("Subtype")), S("Type3"));
}

static bool check_font(const struct sheet *sheet, const struct pdf_object *font)
{
    if (is_embedded(font)) {
        return true;
    }
    const struct pdf_object *name = pdf_find(font, S("BaseFont"));
    refuse(sheet, str_c(sheet->arena,
                        str_print(sheet->arena, "its font %.*s is not embedded",
                                  STR_ARG(name ? name->text : S("without a name")))));
    return error_hint(sheet->error, "export it as PDF/A, or with all fonts embedded");
}

static bool check_name(const struct sheet *sheet, str name)
{
    if (str_equal(name, S("DeviceCMYK"))) {
        refuse(sheet, "it has colours in CMYK");
        return error_hint(sheet->error, "export it in RGB");
    }
    return !str_equal(name, S("LZWDecode")) || refuse(sheet, "it is packed with LZW");
}

static void clean_stream(const struct sheet *sheet, struct pdf_object *stream);

/* Entries that mean nothing here, or that PDF/A does not allow. */
static void clean(struct pdf_object *dict)
{
    static const str keys[] = {
        S("StructParent"), S("StructParents"), S("OPI"),         S("Alternates"),
        S("TR"),           S("TR2"),           S("HTP"),         S("OC"),
        S("PieceInfo"),    S("Metadata"),      S("LastModified")};
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        pdf_remove(dict, keys[i]);
    }
}

/* Everything that the page refers to, each object once. */
static bool check_object(const struct sheet *sheet, struct pdf_object *object)
{
    if (object->number) {
        if (sheet->is_seen[object->number]) {
            return true;
        }
        sheet->is_seen[object->number] = true;
    }
    if (object->kind == PDF_NAME) {
        return check_name(sheet, object->text);
    }
    if (object->kind == PDF_DICT || object->kind == PDF_STREAM) {
        clean(object);
        bool is_font = pdf_is_name(pdf_find(object, S("Type")), S("Font"));
        bool is_kid = is_font && pdf_find(object, S("CIDSystemInfo"));
        if (is_font && !is_kid && !check_font(sheet, object)) {
            return false;
        }
    }
    if (object->kind == PDF_STREAM) {
        clean_stream(sheet, object);
    }
    for (size_t i = 0; i < object->count; i++) {
        if (!check_object(sheet, object->at[i].value)) {
            return false;
        }
    }
    return true;
}

static bool check_content(const struct sheet *sheet, str content)
{
    static const str inks[] = {S("k"), S("K")};
    if (pdf_content_has(content, inks, COUNT_OF(inks))) {
        return check_name(sheet, S("DeviceCMYK"));
    }
    return true;
}

/* Forms within the page lose their marks too; images do not ask for interpolation. */
static void clean_stream(const struct sheet *sheet, struct pdf_object *stream)
{
    struct buffer content = {.arena = sheet->arena};
    if (pdf_find(stream, S("Interpolate"))) {
        pdf_put(sheet->arena, stream, S("Interpolate"), pdf_boolean(sheet->arena, false));
    }
    bool is_form = pdf_is_name(pdf_find(stream, S("Subtype")), S("Form"));
    bool is_packed = pdf_is_name(pdf_find(stream, S("Filter")), S("FlateDecode")) &&
                     !pdf_find(stream, S("DecodeParms"));
    if (is_form && is_packed && !deflate_unpack(stream->text, &content) &&
        check_content(sheet, buffer_text(&content))) {
        str plain = pdf_content_without_marks(sheet->arena, buffer_text(&content));
        stream->text = deflate_pack(sheet->arena, plain);
    }
}

/* --- its place on the paper --------------------------------------------------------------
 */

static bool is_box(const struct pdf_object *object)
{
    return object && object->kind == PDF_ARRAY && object->count == 4;
}

static const struct pdf_object *box_of(const struct pdf_object *page)
{
    const struct pdf_object *crop = pdf_find(page, S("CropBox"));
    return is_box(crop) ? crop : pdf_find(page, S("MediaBox"));
}

static int turns_of(const struct pdf_object *page)
{
    const struct pdf_object *rotate = pdf_find(page, S("Rotate"));
    int64_t degrees = rotate && rotate->kind == PDF_INTEGER ? rotate->integer : 0;
    return (int)(((degrees / 90) % 4 + 4) % 4);
}

/* From the page's own coordinates to those of the upright paper. */
static struct pdf_object *matrix(struct arena *arena, const struct pdf_object *box,
                                 int turns)
{
    static const double parts[4][4] = {
        {1, 0, 0, 1}, {0, -1, 1, 0}, {-1, 0, 0, -1}, {0, 1, -1, 0}};
    double left = number_at(box, 0);
    double bottom = number_at(box, 1);
    double right = number_at(box, 2);
    double top = number_at(box, 3);
    const double moves[4][2] = {
        {-left, -bottom}, {-bottom, right}, {right, top}, {top, -left}};
    struct pdf_object *made = pdf_array(arena);
    for (size_t i = 0; i < 4; i++) {
        pdf_add(arena, made, pdf_real(arena, parts[turns][i]));
    }
    pdf_add(arena, made, pdf_real(arena, moves[turns][0]));
    pdf_add(arena, made, pdf_real(arena, moves[turns][1]));
    return made;
}

static bool check_size(const struct sheet *sheet, const struct pdf_object *box, int turns)
{
    const struct pdf_object *paper = pdf_find(sheet->contents->pages.at[0], S("MediaBox"));
    double width = number_at(box, 2) - number_at(box, 0);
    double height = number_at(box, 3) - number_at(box, 1);
    double across = turns % 2 ? height : width;
    double down = turns % 2 ? width : height;
    double paper_width = number_at(paper, 2) - number_at(paper, 0);
    double paper_height = number_at(paper, 3) - number_at(paper, 1);
    if (fabs(across - paper_width) <= SIZE_TOLERANCE &&
        fabs(down - paper_height) <= SIZE_TOLERANCE) {
        return true;
    }
    str why =
        str_print(sheet->arena, "its page has %.0f by %.0f pt, the paper %.0f by %.0f",
                  across, down, paper_width, paper_height);
    refuse(sheet, str_c(sheet->arena, why));
    return error_hint(sheet->error, "`paper` in the front matter is A4 or Letter");
}

/* --- making it ---------------------------------------------------------------------------
 */

static struct pdf_object *form_object(const struct sheet *sheet)
{
    struct arena *arena = sheet->arena;
    struct pdf_object *page = sheet->form.page;
    const struct pdf_object *box = box_of(page);
    struct pdf_object *group = pdf_find(page, S("Group"));
    struct pdf_object *resources = pdf_find(page, S("Resources"));
    struct pdf_object *form = pdf_dict(arena);
    form->kind = PDF_STREAM;
    form->text = deflate_pack(arena, pdf_content_without_marks(arena, sheet->form.content));
    pdf_put(arena, form, S("Type"), pdf_name(arena, S("XObject")));
    pdf_put(arena, form, S("Subtype"), pdf_name(arena, S("Form")));
    pdf_put(arena, form, S("BBox"),
            pdf_rectangle(arena, number_at(box, 0), number_at(box, 1), number_at(box, 2),
                          number_at(box, 3)));
    pdf_put(arena, form, S("Matrix"), matrix(arena, box, turns_of(page)));
    pdf_put(arena, form, S("Filter"), pdf_name(arena, S("FlateDecode")));
    pdf_put(arena, form, S("Resources"), resources ? resources : pdf_dict(arena));
    if (group) {
        pdf_put(arena, form, S("Group"), group);
    }
    return pdf_make_indirect(sheet->contents, form);
}

/* The page `index` of a file as a form. */
static struct pdf_object *read_sheet(struct arena *arena, struct pdf_contents *contents,
                                     const struct letterhead_file *file, size_t index,
                                     struct error *error)
{
    struct sheet sheet = {arena, contents, file, error, {0}, NULL};
    if (!pdf_read_form(arena, contents, &file->source, index, &sheet.form)) {
        refuse(&sheet, sheet.form.problem);
        return NULL;
    }
    const struct pdf_object *box = box_of(sheet.form.page);
    struct pdf_object *resources = pdf_find(sheet.form.page, S("Resources"));
    sheet.is_seen = arena_array(arena, bool, contents->indirect_count + 1);
    if (!is_box(box)) {
        refuse(&sheet, "its page has no size");
        return NULL;
    }
    bool is_good = check_size(&sheet, box, turns_of(sheet.form.page)) &&
                   (!resources || check_object(&sheet, resources)) &&
                   check_content(&sheet, sheet.form.content) && !error->kind;
    return is_good ? form_object(&sheet) : NULL;
}

static bool put_under(struct arena *arena, struct pdf_object *page, struct pdf_object *form)
{
    struct pdf_object *stream = pdf_find(page, S("Contents"));
    struct pdf_object *resources = pdf_find(page, S("Resources"));
    struct pdf_object *forms = pdf_find(resources, S("XObject"));
    struct buffer content = {.arena = arena};
    buffer_print(&content, "q /%.*s Do Q\n", STR_ARG(resource_name));
    if (!forms) {
        forms = pdf_dict(arena);
        pdf_put(arena, resources, S("XObject"), forms);
    }
    pdf_put(arena, forms, resource_name, form);
    if (deflate_unpack(stream->text, &content)) {
        return false;
    }
    stream->text = deflate_pack(arena, buffer_text(&content));
    return true;
}

static bool is_given(const struct letterhead_file *file)
{
    return file->source.path.length > 0;
}

/* A file for all pages may have a second page for those after the first. */
static bool read_sheets(struct arena *arena, struct pdf_contents *contents,
                        const struct letterhead *letterhead, struct pdf_object *sheets[2],
                        struct error *error)
{
    const struct letterhead_file *first = &letterhead->first;
    const struct letterhead_file *following = &letterhead->following;
    bool is_one = is_given(first) && str_equal(first->source.path, following->source.path);
    size_t count = 0;
    if (is_given(first) && !pdf_count_pages(&first->source, &count)) {
        count = 1; /* reading it says why not */
    }
    if (count > (is_one ? 2 : 1)) {
        error_at(error, ERROR_CONFIG, first->place,
                 "the letterhead \"%.*s\" has %zu pages, which is too many",
                 STR_ARG(first->source.path), count);
        return error_hint(error, "one for the first page, one for those that follow");
    }
    if (is_given(first)) {
        sheets[0] = read_sheet(arena, contents, first, 0, error);
    }
    if (!error->kind && is_given(following)) {
        sheets[1] = is_one && count == 1
                        ? sheets[0]
                        : read_sheet(arena, contents, following, is_one, error);
    }
    return !error->kind;
}

bool letterhead_apply(struct arena *arena, struct pdf_contents *contents,
                      const struct letterhead *letterhead, struct error *error)
{
    struct pdf_object *sheets[2] = {NULL, NULL};
    if (!read_sheets(arena, contents, letterhead, sheets, error)) {
        return false;
    }
    for (size_t i = 0; i < contents->pages.count; i++) {
        struct pdf_object *sheet = sheets[i > 0];
        if (sheet && !put_under(arena, contents->pages.at[i], sheet)) {
            return error_set(error, ERROR_SOFTWARE,
                             "the contents of page %zu cannot be read", i + 1);
        }
    }
    return true;
}
