/* SPDX-License-Identifier: MIT */
#include "export/pdf.h"

#include "export/pdf_artifact.h"
#include "export/pdf_color.h"
#include "export/pdf_link.h"
#include "export/pdf_metadata.h"
#include "export/pdf_parse.h"
#include "pdf_font.h"
#include "pdf_structure.h"
#include "pdf_write.h"

/* A reader opens the outline by itself only where there is something to find in it. */
enum { HEADINGS_TO_SHOW_OUTLINE = 4 };

static struct pdf_object *metadata_stream(struct arena *arena,
                                          struct pdf_contents *contents, str packet)
{
    struct pdf_object *stream = pdf_dict(arena);
    stream->kind = PDF_STREAM;
    stream->text = packet;
    pdf_put(arena, stream, S("Type"), pdf_name(arena, S("Metadata")));
    pdf_put(arena, stream, S("Subtype"), pdf_name(arena, S("XML")));
    return pdf_make_indirect(contents, stream);
}

static struct pdf_object *catalog_entries(struct arena *arena,
                                          struct pdf_contents *contents,
                                          const struct document *document, str packet)
{
    struct pdf_object *catalog = pdf_dict(arena);
    struct pdf_object *preferences = pdf_dict(arena);
    pdf_put(arena, preferences, S("DisplayDocTitle"), pdf_boolean(arena, true));
    pdf_put(arena, catalog, S("ViewerPreferences"), preferences);
    pdf_put(arena, catalog, S("Metadata"), metadata_stream(arena, contents, packet));
    pdf_put(arena, catalog, S("OutputIntents"), pdf_color_intents(arena, contents));
    if (document->language_tag.length) {
        pdf_put(arena, catalog, S("Lang"), pdf_text(arena, document->language_tag));
    }
    if (contents->structure) {
        struct pdf_object *mark_info = pdf_dict(arena);
        pdf_put(arena, mark_info, S("Marked"), pdf_boolean(arena, true));
        pdf_put(arena, catalog, S("MarkInfo"), mark_info);
        pdf_put(arena, catalog, S("StructTreeRoot"), contents->structure);
    }
    return catalog;
}

/* Reading and tabbing follow the structure. */
static void set_tab_order(struct arena *arena, struct pdf_contents *contents)
{
    for (size_t i = 0; i < contents->pages.count; i++) {
        pdf_put(arena, contents->pages.at[i], S("Tabs"), pdf_name(arena, S("S")));
    }
}

static void add_outline(struct arena *arena, const struct pages *pages,
                        const struct pdf_contents *contents, struct pdf_document *document)
{
    for (size_t i = 0; i < pages->outline.count; i++) {
        const struct outline_entry *entry = &pages->outline.at[i];
        double top = pages->at[entry->page]->height - entry->y;
        *arena_push(arena, &document->outline) = (struct pdf_bookmark){
            .level = entry->level,
            .title = entry->title,
            .destination = pdf_destination(arena, contents->pages.at[entry->page], top),
        };
    }
    document->shows_outline = pages->outline.count >= HEADINGS_TO_SHOW_OUTLINE;
}

static void mix(uint64_t *hash, str bytes)
{
    const uint64_t prime = 0x100000001B3U; /* so that the order counts */
    *hash = *hash * prime ^ str_hash(bytes);
}

/* What is drawn, said of it, attached and put beneath makes the /ID: the same content has
 * the same. */
static void set_id(struct pdf_document *document, str drawing, str packet,
                   const struct pdf_attachments *attachments,
                   const struct letterhead *letterhead)
{
    uint64_t halves[] = {str_hash(drawing), str_hash(packet)};
    for (size_t i = 0; i < attachments->count; i++) {
        mix(&halves[1], attachments->at[i].bytes);
    }
    if (letterhead) {
        mix(&halves[0], letterhead->first.source.text);
        mix(&halves[0], letterhead->following.source.text);
    }
    _Static_assert(sizeof halves == PDF_ID_BYTES, "the hashes fill the ID");
    for (size_t i = 0; i < PDF_ID_BYTES; i++) {
        document->id[i] = (unsigned char)(halves[i / 8] >> (i % 8 * 8));
    }
}

bool pdf_bind(struct arena *arena, const struct pages *pages, str drawing,
              struct pdf_options options, str *pdf, struct error *error)
{
    static const struct pdf_attachments none = {0};
    const struct pdf_attachments *attachments =
        options.attachments ? options.attachments : &none;
    struct pdf_contents contents;
    struct pdf_links links = {0};
    if (!pdf_parse(arena, drawing, &contents, error)) {
        return false;
    }
    if (contents.pages.count != pages->count) {
        return error_set(error, ERROR_SOFTWARE, "the drawing has %zu pages of %zu",
                         contents.pages.count, pages->count);
    }
    str packet = pdf_metadata_packet(arena, pages->document, !options.passwords);
    struct pdf_document document = {
        .pages = {contents.pages.at, contents.pages.count},
        .catalog = catalog_entries(arena, &contents, pages->document, packet),
        .info = pdf_metadata_info(arena, pages->document),
    };
    struct pdf_files files = {
        .attachments = attachments,
        .at = pdf_attach(arena, &contents, attachments, document.catalog),
    };
    if ((options.letterhead &&
         !letterhead_apply(arena, &contents, options.letterhead, error)) ||
        !pdf_artifacts_mark(arena, &contents, error) ||
        !pdf_links_add(arena, &contents, pages, &links, error) ||
        (contents.structure &&
         !pdf_structure_complete(arena, &contents, pages, &links, files, error))) {
        return false;
    }
    pdf_fonts_complete(arena, &contents);
    set_tab_order(arena, &contents);
    add_outline(arena, pages, &contents, &document);
    set_id(&document, drawing, packet, attachments, options.letterhead);
    document.indirect_count = contents.indirect_count;
    return pdf_write(arena, &document, pdf, error) &&
           (!options.passwords || pdf_encrypt(arena, *pdf, options.passwords, pdf, error));
}
