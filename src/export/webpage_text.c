/* SPDX-License-Identifier: MIT */
#include "webpage_internal.h"

void webpage_add(struct webpage *page, const char *markup)
{
    buffer_add(&page->out, str_from(markup));
}

static void add_text(struct webpage *page, enum theme_style style, unsigned way, str text)
{
    struct characters **set = &page->used[style][way];
    if (!*set) {
        *set = arena_new(page->arena, struct characters);
    }
    for (bool is_first = true; text.length; is_first = false) {
        str line = str_cut(text, '\n', &text);
        webpage_add(page, is_first ? "" : "<br>");
        characters_add(page->arena, *set, line);
        markup_text(&page->out, line);
    }
}

void webpage_text(struct webpage *page, enum theme_style style, str text)
{
    add_text(page, style, 0, text);
}

void webpage_element(struct webpage *page, const char *tag, enum theme_style style,
                     str text)
{
    if (text.length) {
        str name = theme_style_name(style);
        buffer_print(&page->out, "<%s class=\"%.*s\">", tag, STR_ARG(name));
        webpage_text(page, style, text);
        buffer_print(&page->out, "</%s>\n", tag);
    }
}

/* The first reference to a footnote has the plain name: what its note leads back to. */
static void add_note_mark(struct webpage *page, const struct inline_span *span)
{
    size_t again = page->references[span->note - 1]++;
    buffer_print(&page->out, "<sup><a href=\"#note-%zu\" id=\"ref-%zu", span->note,
                 span->note);
    if (again) {
        buffer_print(&page->out, "-%zu", again + 1);
    }
    webpage_add(page, "\" role=\"doc-noteref\">");
}

static unsigned way_of(const struct inline_span *span)
{
    return (span->is_strong ? (unsigned)WAY_STRONG : 0) |
           (span->is_emphasis ? (unsigned)WAY_EMPHASIS : 0) |
           (span->is_code ? (unsigned)WAY_CODE : 0);
}

static void add_span(struct webpage *page, enum theme_style style,
                     const struct inline_span *span)
{
    bool is_note = span->note > 0;
    bool is_link = !is_note && span->link.length > 0;
    if (is_note) {
        add_note_mark(page, span);
    } else if (is_link) {
        webpage_add(page, "<a");
        markup_attribute(&page->out, "href", span->link);
        webpage_add(page, ">");
    }
    webpage_add(page, span->is_strong ? "<strong>" : "");
    webpage_add(page, span->is_emphasis ? "<em>" : "");
    webpage_add(page, span->is_code ? "<code>" : "");
    add_text(page, style, way_of(span), span->text);
    webpage_add(page, span->is_code ? "</code>" : "");
    webpage_add(page, span->is_emphasis ? "</em>" : "");
    webpage_add(page, span->is_strong ? "</strong>" : "");
    webpage_add(page, is_note ? "</a></sup>" : is_link ? "</a>" : "");
}

void webpage_spans(struct webpage *page, enum theme_style style,
                   const struct inline_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        add_span(page, style, &spans->at[i]);
    }
}
