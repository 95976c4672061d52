/* SPDX-License-Identifier: MIT */
#include "document/briefing.h"

#include "document/inline.h"
#include "document/markdown.h"

/* The first heading of level 1, or nothing. */
static str headline(struct arena *arena, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->kind == BLOCK_HEADING && block->level == 1) {
            return inline_text(arena, &block->spans);
        }
    }
    return (str){0};
}

static str release_text(struct arena *arena, struct date date)
{
    return date_is_set(date) ? str_print(arena, "Data as published %.*s",
                                         STR_ARG(value_date_name(arena, date)))
                             : (str){0};
}

const struct document *briefing_document(struct arena *arena,
                                         const struct briefing *briefing,
                                         const struct facts *facts,
                                         struct warnings *warnings, struct error *error)
{
    struct document *document = arena_new(arena, struct document);
    *document = (struct document){
        .language = briefing->language,
        .series_title = briefing->title,
        .organisation = briefing->organisation,
        .subject = briefing->subject,
        .keywords = briefing->keywords,
        .author = briefing->author,
        .date = date_is_set(facts->as_of) ? facts->as_of : facts->release,
    };
    if (period_is_set(facts->issue)) {
        document->issue = period_name(arena, facts->issue);
    }
    document->release = release_text(arena, document->date);
    struct markdown markdown = {
        .arena = arena, .briefing = briefing, .facts = facts, .warnings = warnings};
    if (!markdown_read(&markdown, briefing->body,
                       briefing->source.text.length - briefing->body, &document->blocks,
                       error)) {
        return NULL;
    }
    document->title = headline(arena, &document->blocks);
    if (!document->title.length) {
        document->title = briefing->title;
    }
    return document;
}
