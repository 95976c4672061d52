/* SPDX-License-Identifier: MIT */
#include "pdf_font.h"

static void complete_font(struct arena *arena, struct pdf_object *font)
{
    struct pdf_object *descendants = pdf_find(font, S("DescendantFonts"));
    for (size_t i = 0; descendants && i < descendants->count; i++) {
        struct pdf_object *descendant = descendants->at[i].value;
        if (pdf_is_name(pdf_find(descendant, S("Subtype")), S("CIDFontType2"))) {
            pdf_put(arena, descendant, S("CIDToGIDMap"), pdf_name(arena, S("Identity")));
        }
    }
}

void pdf_fonts_complete(struct arena *arena, struct pdf_contents *contents)
{
    for (size_t page = 0; page < contents->pages.count; page++) {
        struct pdf_object *resources = pdf_find(contents->pages.at[page], S("Resources"));
        struct pdf_object *fonts = resources ? pdf_find(resources, S("Font")) : NULL;
        for (size_t i = 0; fonts && i < fonts->count; i++) {
            complete_font(arena, fonts->at[i].value);
        }
    }
}
