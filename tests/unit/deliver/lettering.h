/* SPDX-License-Identifier: MIT */
/* Letters for tests: from Markdown and a `mail:`, with or without the house theme's fonts.
 */
#ifndef LETTERING_H
#define LETTERING_H

#include "blocks.h"

#include "base/file.h"
#include "deliver/letter.h"

struct lettering {
    struct theme theme;
    struct fonts *fonts; /* or NULL */
    struct error error;
};

/* The house theme; its fonts are the caller's to destroy. */
static inline void lettering_open(struct arena *arena, struct lettering *lettering,
                                  bool has_fonts)
{
    struct source *source = arena_new(arena, struct source);
    struct error *error = &lettering->error;
    if (file_read(arena, S("templates/themes/house.yaml"), source, error)) {
        const struct node *node = node_load(arena, source, 0, source->text.length, error);
        if (node && theme_read(arena, node, &lettering->theme, error) && has_fonts) {
            lettering->fonts = theme_fonts(&lettering->theme, S("en"), error);
        }
    }
    assert_string_equal(lettering->error.message, "");
}

static inline struct document *lettering_document(struct arena *arena, const char *body)
{
    struct document *document = arena_new(arena, struct document);
    *document = (struct document){
        .language_tag = S("en"),
        .series_title = S("Rare earths monthly"),
        .issue = S("October 2025"),
        .organisation = S("Ytterby"),
        .release = S("Data as published 20 November 2025"),
        .title = S("Magnet exports fell 5.2%"),
        .blocks = blocks_of(arena, body),
    };
    return document;
}

/* `mail` is what stands below `mail:` in the front matter; NULL and an error. */
static inline const struct letter *lettering_letter(struct arena *arena,
                                                    struct lettering *lettering,
                                                    const char *mail, const char *body)
{
    struct source *source = arena_new(arena, struct source);
    struct briefing *briefing = arena_new(arena, struct briefing);
    *source = (struct source){S("briefing.md"), str_from(mail)};
    const struct node *node =
        node_load(arena, source, 0, source->text.length, &lettering->error);
    assert_non_null(node);
    briefing->mail = (struct briefing_mail){
        .node = node,
        .from = {S("Ytterby"), S("desk@example.org")},
        .subject = node_find(node, S("subject")),
        .preheader = node_find(node, S("preheader")),
        .link = node_find(node, S("link")),
        .size_limit = 10 * 1000 * 1000,
    };
    struct letter_input input = {
        .briefing = briefing,
        .facts = facts_create(arena),
        .document = lettering_document(arena, body),
        .theme = &lettering->theme,
        .fonts = lettering->fonts,
        .pdf_name = S("rare-earths-2025-10.pdf"),
    };
    return letter_from_document(arena, &input, &lettering->error);
}

#endif
