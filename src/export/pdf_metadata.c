/* SPDX-License-Identifier: MIT */
#include "export/pdf_metadata.h"

#include "base/buffer.h"

#define CREATOR S("Ytterby")
#define PRODUCER S("Ytterby, drawn by Cairo, bound by libharu")

/* --- information dictionary ------------------------------------------------------------
 */

static void put_text(struct arena *arena, struct pdf_object *info, str key, str text)
{
    if (text.length) {
        pdf_put(arena, info, key, pdf_text(arena, text));
    }
}

str pdf_metadata_date(struct arena *arena, struct date date)
{
    return str_print(arena, "D:%04d%02d%02d000000+00'00'", date.year, date.month, date.day);
}

struct pdf_object *pdf_metadata_info(struct arena *arena, const struct document *document)
{
    struct pdf_object *info = pdf_dict(arena);
    put_text(arena, info, S("Title"), document->title);
    put_text(arena, info, S("Author"), document->author);
    put_text(arena, info, S("Subject"), document->subject);
    put_text(arena, info, S("Keywords"), document->keywords);
    put_text(arena, info, S("Creator"), CREATOR);
    put_text(arena, info, S("Producer"), PRODUCER);
    struct date date = document->date;
    if (date_is_set(date)) {
        str stamp = pdf_metadata_date(arena, date);
        put_text(arena, info, S("CreationDate"), stamp);
        put_text(arena, info, S("ModDate"), stamp);
    }
    return info;
}

/* --- XMP -------------------------------------------------------------------------------
 */

static void add_escaped(struct buffer *packet, str text)
{
    for (size_t i = 0; i < text.length; i++) {
        switch (text.at[i]) {
        case '&':
            buffer_add(packet, S("&amp;"));
            break;
        case '<':
            buffer_add(packet, S("&lt;"));
            break;
        case '>':
            buffer_add(packet, S("&gt;"));
            break;
        default: /* XML knows no control characters but white space */
            buffer_add(packet, (unsigned char)text.at[i] < ' ' ? S(" ")
                                                               : str_slice(text, i, i + 1));
            break;
        }
    }
}

/* <name>before text after</name>; nothing if the text is empty. */
static void add_property(struct buffer *packet, const char *name, const char *before,
                         str text, const char *after)
{
    if (text.length) {
        buffer_print(packet, "<%s>%s", name, before);
        add_escaped(packet, text);
        buffer_print(packet, "%s</%s>\n", after, name);
    }
}

/*
 * What the file says it conforms to: PDF/A-3a and PDF/UA-1. The schema of the second is
 * none that PDF/A knows, so it is described (ISO 19005-3, 6.6.2.3.3).
 */
static void add_conformance(struct buffer *packet, bool is_archival)
{
    static const char description[] =
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
        "</pdfaSchema:namespaceURI>\n"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaProperty:name>part</pdfaProperty:name>\n"
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
        "<pdfaProperty:category>internal</pdfaProperty:category>\n"
        "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
        "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";
    if (is_archival) {
        add_property(packet, "pdfaid:part", "", S("3"), "");
        add_property(packet, "pdfaid:conformance", "", S("A"), "");
    }
    add_property(packet, "pdfuaid:part", "", S("1"), "");
    buffer_add(packet, str_from(description));
}

static void add_properties(struct buffer *packet, const struct document *document)
{
    static const char in_language[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    static const char in_language_end[] = "</rdf:li></rdf:Alt>";
    add_property(packet, "dc:title", in_language, document->title, in_language_end);
    add_property(packet, "dc:creator", "<rdf:Seq><rdf:li>", document->author,
                 "</rdf:li></rdf:Seq>");
    add_property(packet, "dc:description", in_language, document->subject, in_language_end);
    add_property(packet, "dc:language", "<rdf:Bag><rdf:li>", document->language_tag,
                 "</rdf:li></rdf:Bag>");
    add_property(packet, "pdf:Keywords", "", document->keywords, "");
    add_property(packet, "pdf:Producer", "", PRODUCER, "");
    add_property(packet, "xmp:CreatorTool", "", CREATOR, "");
    if (date_is_set(document->date)) {
        str stamp =
            str_print(packet->arena, "%04d-%02d-%02dT00:00:00+00:00", document->date.year,
                      document->date.month, document->date.day);
        add_property(packet, "xmp:CreateDate", "", stamp, "");
        add_property(packet, "xmp:ModifyDate", "", stamp, "");
    }
}

str pdf_metadata_packet(struct arena *arena, const struct document *document,
                        bool is_archival)
{
    struct buffer packet = {.arena = arena};
    buffer_add(&packet,
               S("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                 "<rdf:Description rdf:about=\"\"\n"
                 " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                 " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                 " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                 " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                 " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                 " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                 " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"));
    add_conformance(&packet, is_archival);
    add_properties(&packet, document);
    buffer_add(&packet, S("</rdf:Description>\n"
                          "</rdf:RDF>\n"
                          "</x:xmpmeta>\n"
                          "<?xpacket end=\"w\"?>\n"));
    return buffer_text(&packet);
}
