/* SPDX-License-Identifier: MIT */
/* Documents from Markdown, in the house theme with its fonts. */
#ifndef THEME_SAMPLE_H
#define THEME_SAMPLE_H

#include "facts.h"
#include "unit.h"

#include "base/file.h"

struct look {
    struct theme theme;
    struct fonts *fonts;
};

static inline struct look look_open(struct arena *arena)
{
    struct look look = {0};
    struct error error = {0};
    struct source *source = arena_new(arena, struct source);
    assert_true(file_read(arena, S("templates/themes/house.yaml"), source, &error));
    const struct node *node = node_load(arena, source, 0, source->text.length, &error);
    assert_true(node && theme_read(arena, node, &look.theme, &error));
    look.fonts = theme_fonts(&look.theme, S("en"), &error);
    assert_non_null(look.fonts);
    return look;
}

/* The figures are those of facts.h. */
static inline struct document *document_of(struct arena *arena, const char *text)
{
    struct document *document = arena_new(arena, struct document);
    struct warnings warnings = {.arena = arena};
    struct error error = {0};
    *document = (struct document){
        .title = S("Exports fell"),
        .series_title = S("Rare earths monthly"),
        .issue = S("October 2025"),
        .organisation = S("Ytterby"),
        .date = {2025, 11, 20},
    };
    if (!facts_read_markdown(arena, str_from(text), &document->blocks, &warnings, &error)) {
        fail_msg("%zu:%zu: %s", error.place.line, error.place.column, error.message);
    }
    return document;
}

#endif
