/* SPDX-License-Identifier: MIT */
#include "document/briefing.h"

#include "document/inline.h"
#include "document/markdown.h"
#include "document/unbound.h"
#include "expression/expression.h"

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

static str release_text(struct arena *arena, const struct language *language,
                        struct date date)
{
    return date_is_set(date) ? language_say(arena, language, PHRASE_RELEASE,
                                            language_date(arena, language, date), S(""))
                             : (str){0};
}

/* What stands around the pages may say texts and other expressions. */
static bool fill_furniture(struct arena *arena, const struct briefing *briefing,
                           const struct scope *scope, struct document *document,
                           struct error *error)
{
    const struct {
        str key;
        str *text;
    } parts[] = {
        {S("title"), &document->series_title}, {S("organisation"), &document->organisation},
        {S("subject"), &document->subject},    {S("keywords"), &document->keywords},
        {S("author"), &document->author},      {S("provisional"), &document->provisional},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        const struct node *node = node_find(briefing->front, parts[i].key);
        if (node && !expression_fill_node(arena, node, scope, parts[i].text, error)) {
            return false;
        }
    }
    return true;
}

/* As the author wrote it, with its region; else that of the issue. */
static str tag_of(const struct briefing *briefing, const struct language *language)
{
    bool is_own = language == briefing->language && briefing->language_tag.length;
    return is_own ? briefing->language_tag : language_tag(language);
}

static struct date last_day(struct period period)
{
    struct period month = {period_end(period) - 1, 1};
    int year = period_year(month);
    int number = period_month_of_year(month);
    return (struct date){year, number, date_days_in_month(year, number)};
}

static bool read_body(struct markdown *markdown, struct document *document,
                      struct error *error)
{
    const struct briefing *briefing = markdown->briefing;
    size_t length = briefing->source.text.length - briefing->body;
    return markdown_read_document(markdown, briefing->body, length, document, error);
}

static void find_unbound(struct markdown *markdown, struct document *document)
{
    unbound_in_blocks(markdown, &document->blocks);
    for (size_t i = 0; i < document->footnotes.count; i++) {
        unbound_in_spans(markdown, &document->footnotes.at[i].spans);
    }
    if (markdown->briefing->texts) {
        unbound_in_node(markdown, markdown->briefing->texts);
    }
    unbound_sort(&document->unbound);
}

const struct document *briefing_document(struct arena *arena,
                                         const struct briefing *briefing,
                                         const struct facts *facts,
                                         struct warnings *warnings, struct error *error)
{
    const struct language *language = facts->scope.language;
    struct document *document = arena_new(arena, struct document);
    *document = (struct document){
        .language = language,
        .language_tag = tag_of(briefing, language),
        .date = date_is_set(facts->as_of) ? facts->as_of : facts->release,
        .contents = briefing->contents,
        .cover = briefing->cover,
    };
    document->release = release_text(arena, language, document->date);
    if (period_is_set(facts->issue)) {
        document->issue = language_period(arena, language, facts->issue);
        document->date =
            date_is_set(document->date) ? document->date : last_day(facts->issue);
    }
    if (!fill_furniture(arena, briefing, &facts->scope, document, error)) {
        return NULL;
    }
    struct markdown markdown = {
        .arena = arena,
        .briefing = briefing,
        .facts = facts,
        .language = language,
        .warnings = warnings,
        .unbound = facts->finds_unbound ? &document->unbound : NULL,
        .judged = &document->judged,
    };
    if (!read_body(&markdown, document, error)) {
        return NULL;
    }
    find_unbound(&markdown, document);
    document->title = headline(arena, &document->blocks);
    if (!document->title.length) {
        document->title = document->series_title;
    }
    return document;
}
