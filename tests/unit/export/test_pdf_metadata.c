/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "export/pdf_metadata.h"

#include <string.h>

/* The packet without the declarations and properties of PDF/A and PDF/UA. */
static str without_conformance(struct arena *arena, str packet)
{
    struct buffer rest = {.arena = arena};
    while (packet.length) {
        str line = str_slice(packet, 0, str_find(packet, '\n') + 1);
        packet = str_after(packet, line.length);
        if (!memmem(line.at, line.length, "pdfa", 4) &&
            !memmem(line.at, line.length, "pdfua", 5) &&
            !str_starts(line, S("</rdf:li></rdf:"))) {
            buffer_add(&rest, line);
        }
    }
    return buffer_text(&rest);
}

static void test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1(void **state)
{
    struct document document = {.title = S("a"), .language_tag = S("en")};
    const char *packet = str_c(*state, pdf_metadata_packet(*state, &document, true));
    assert_non_null(strstr(packet, "<pdfaid:part>3</pdfaid:part>\n"
                                   "<pdfaid:conformance>A</pdfaid:conformance>\n"
                                   "<pdfuaid:part>1</pdfuaid:part>\n"));
    assert_non_null(strstr(packet, "<pdfaProperty:name>part</pdfaProperty:name>"));
}

static void test_the_packet_is_escaped_and_leaves_out_what_is_empty(void **state)
{
    struct document document = {
        .title = S("a & <b> \"c\""), .language_tag = S("en"), .date = {2025, 1, 2}};
    assert_str(without_conformance(*state, pdf_metadata_packet(*state, &document, true)),
               "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
               "<rdf:Description rdf:about=\"\"\n"
               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
               "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
               "a &amp; &lt;b&gt; \"c\"</rdf:li></rdf:Alt></dc:title>\n"
               "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>\n"
               "<pdf:Producer>Ytterby, drawn by Cairo, bound by libharu</pdf:Producer>\n"
               "<xmp:CreatorTool>Ytterby</xmp:CreatorTool>\n"
               "<xmp:CreateDate>2025-01-02T00:00:00+00:00</xmp:CreateDate>\n"
               "<xmp:ModifyDate>2025-01-02T00:00:00+00:00</xmp:ModifyDate>\n"
               "</rdf:Description>\n"
               "</rdf:RDF>\n"
               "</x:xmpmeta>\n"
               "<?xpacket end=\"w\"?>\n");
}

static void test_the_dictionary_has_the_date_at_midnight_in_utc(void **state)
{
    struct document document = {.date = {2025, 1, 2}};
    const struct pdf_object *info = pdf_metadata_info(*state, &document);
    assert_str(pdf_find(info, S("CreationDate"))->text, "D:20250102000000+00'00'");
    assert_str(pdf_find(info, S("ModDate"))->text, "D:20250102000000+00'00'");
    assert_null(pdf_find(info, S("Title")));
}

static void test_no_date_is_left_out(void **state)
{
    struct document document = {.title = S("Exports")};
    const struct pdf_object *info = pdf_metadata_info(*state, &document);
    assert_str(pdf_find(info, S("Title"))->text, "Exports");
    assert_null(pdf_find(info, S("CreationDate")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_it_says_that_it_is_pdf_a_3a_and_pdf_ua_1),
        unit_case(test_the_packet_is_escaped_and_leaves_out_what_is_empty),
        unit_case(test_the_dictionary_has_the_date_at_midnight_in_utc),
        unit_case(test_no_date_is_left_out),
    };
    return unit_run(tests);
}
