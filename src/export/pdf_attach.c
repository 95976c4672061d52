/* SPDX-License-Identifier: MIT */
#include "export/pdf_attach.h"

#include "base/deflate.h"
#include "base/hash.h"
#include "export/pdf_metadata.h"

static struct pdf_object *parameters(struct arena *arena,
                                     const struct pdf_attachment *attachment)
{
    struct pdf_object *dict = pdf_dict(arena);
    unsigned char digest[HASH_MD5_BYTES];
    hash_md5(attachment->bytes, digest);
    str checksum = str_copy(arena, (str){(const char *)digest, sizeof digest});
    pdf_put(arena, dict, S("Size"), pdf_integer(arena, (int64_t)attachment->bytes.length));
    pdf_put(arena, dict, S("CheckSum"), pdf_string(arena, checksum));
    if (date_is_set(attachment->date)) {
        str stamp = pdf_metadata_date(arena, attachment->date);
        pdf_put(arena, dict, S("CreationDate"), pdf_text(arena, stamp));
        pdf_put(arena, dict, S("ModDate"), pdf_text(arena, stamp));
    }
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

void pdf_attach(struct arena *arena, struct pdf_contents *contents,
                const struct pdf_attachments *attachments, struct pdf_object *catalog)
{
    if (!attachments->count) {
        return;
    }
    struct pdf_object *names = pdf_array(arena);
    struct pdf_object *associated = pdf_array(arena);
    for (size_t i = 0; i < attachments->count; i++) {
        struct pdf_object *file = specification(arena, contents, &attachments->at[i]);
        pdf_add(arena, names, pdf_text(arena, attachments->at[i].name));
        pdf_add(arena, names, file);
        pdf_add(arena, associated, file);
    }
    struct pdf_object *tree = pdf_dict(arena);
    struct pdf_object *trees = pdf_dict(arena);
    pdf_put(arena, tree, S("Names"), names);
    pdf_put(arena, trees, S("EmbeddedFiles"), tree);
    pdf_put(arena, catalog, S("Names"), trees);
    pdf_put(arena, catalog, S("AF"), associated);
}
