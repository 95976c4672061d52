/* SPDX-License-Identifier: MIT */
#include "export/pdf_attach.h"

#include "base/deflate.h"
#include "base/hash.h"
#include "export/pdf_metadata.h"

#include <stdlib.h>

static struct pdf_object *parameters(struct arena *arena,
                                     const struct pdf_attachment *attachment)
{
    struct pdf_object *dict = pdf_dict(arena);
    unsigned char digest[HASH_MD5_BYTES];
    hash_md5(attachment->bytes, digest);
    str checksum = str_copy(arena, (str){(const char *)digest, sizeof digest});
    pdf_put(arena, dict, S("Size"), pdf_integer(arena, (int64_t)attachment->bytes.length));
    pdf_put(arena, dict, S("CheckSum"), pdf_string(arena, checksum));
    /* which PDF/A asks for; a document without data has none of its own */
    struct date date =
        date_is_set(attachment->date) ? attachment->date : (struct date){1970, 1, 1};
    str stamp = pdf_metadata_date(arena, date);
    pdf_put(arena, dict, S("CreationDate"), pdf_text(arena, stamp));
    pdf_put(arena, dict, S("ModDate"), pdf_text(arena, stamp));
    return dict;
}

static struct pdf_object *file_stream(struct arena *arena, struct pdf_contents *contents,
                                      const struct pdf_attachment *attachment)
{
    struct pdf_object *stream = pdf_dict(arena);
    stream->kind = PDF_STREAM;
    stream->text = deflate_pack(arena, attachment->bytes);
    pdf_put(arena, stream, S("Type"), pdf_name(arena, S("EmbeddedFile")));
    pdf_put(arena, stream, S("Subtype"), pdf_name(arena, attachment->type));
    pdf_put(arena, stream, S("Params"), parameters(arena, attachment));
    pdf_put(arena, stream, S("Filter"), pdf_name(arena, S("FlateDecode")));
    return pdf_make_indirect(contents, stream);
}

static struct pdf_object *specification(struct arena *arena, struct pdf_contents *contents,
                                        const struct pdf_attachment *attachment)
{
    struct pdf_object *file = file_stream(arena, contents, attachment);
    struct pdf_object *embedded = pdf_dict(arena);
    pdf_put(arena, embedded, S("F"), file);
    pdf_put(arena, embedded, S("UF"), file);
    struct pdf_object *dict = pdf_dict(arena);
    pdf_put(arena, dict, S("Type"), pdf_name(arena, S("Filespec")));
    pdf_put(arena, dict, S("F"), pdf_text(arena, attachment->name));
    pdf_put(arena, dict, S("UF"), pdf_text(arena, attachment->name));
    pdf_put(arena, dict, S("Desc"), pdf_text(arena, attachment->description));
    pdf_put(arena, dict, S("AFRelationship"), pdf_name(arena, attachment->relationship));
    pdf_put(arena, dict, S("EF"), embedded);
    return pdf_make_indirect(contents, dict);
}

struct named {
    str name; /* as it is written */
    struct pdf_object *file;
};

static int compare_names(const void *left, const void *right)
{
    return str_compare(((const struct named *)left)->name,
                       ((const struct named *)right)->name);
}

/* A name tree is searched: its names stand in the order of their bytes. */
static struct pdf_object *name_tree(struct arena *arena, struct pdf_object *const *files,
                                    size_t count)
{
    struct named *named = arena_array(arena, struct named, count);
    for (size_t i = 0; i < count; i++) {
        named[i] = (struct named){pdf_find(files[i], S("UF"))->text, files[i]};
    }
    qsort(named, count, sizeof *named, compare_names);
    struct pdf_object *names = pdf_array(arena);
    for (size_t i = 0; i < count; i++) {
        pdf_add(arena, names, pdf_string(arena, named[i].name));
        pdf_add(arena, names, named[i].file);
    }
    struct pdf_object *tree = pdf_dict(arena);
    pdf_put(arena, tree, S("Names"), names);
    return tree;
}

struct pdf_object **pdf_attach(struct arena *arena, struct pdf_contents *contents,
                               const struct pdf_attachments *attachments,
                               struct pdf_object *catalog)
{
    size_t count = attachments->count;
    struct pdf_object **files = arena_array(arena, struct pdf_object *, count + 1);
    if (!count) {
        return files;
    }
    struct pdf_object *associated = pdf_array(arena);
    for (size_t i = 0; i < count; i++) {
        files[i] = specification(arena, contents, &attachments->at[i]);
        pdf_add(arena, associated, files[i]);
    }
    struct pdf_object *trees = pdf_dict(arena);
    pdf_put(arena, trees, S("EmbeddedFiles"), name_tree(arena, files, count));
    pdf_put(arena, catalog, S("Names"), trees);
    pdf_put(arena, catalog, S("AF"), associated);
    return files;
}
