/* SPDX-License-Identifier: MIT */
#include "webpage_internal.h"

#include "document/inline.h"

/* Contents stand above a page with so many sections. */
enum { SECTIONS_FOR_CONTENTS = 4 };

/* What a page may load: only what is in it. A script is never run. */
static const char policy[] =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; font-src data:; img-src data:\">\n";

/* --- contents --------------------------------------------------------------------------
 */

struct headings {
    const struct block **at;
    size_t count, capacity;
};

static void find_headings(struct arena *arena, const struct blocks *blocks,
                          struct headings *headings)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->kind == BLOCK_HEADING && block->level == 2 && block->anchor.length) {
            *arena_push(arena, headings) = block;
        }
        find_headings(arena, &block->children, headings);
    }
}

static const struct block *find_block(const struct blocks *blocks, enum block_kind kind)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        const struct block *found =
            block->kind == kind ? block : find_block(&block->children, kind);
        if (found) {
            return found;
        }
    }
    return NULL;
}

static bool wants_contents(const struct webpage *page, size_t headings)
{
    const struct document *document = page->document;
    return headings && document->contents != PART_NEVER &&
           (headings >= SECTIONS_FOR_CONTENTS || document->contents == PART_ALWAYS ||
            find_block(&document->blocks, BLOCK_CONTENTS));
}

void webpage_contents(struct webpage *page, const struct block *block)
{
    (void)block;
    struct headings headings = {0};
    find_headings(page->arena, &page->document->blocks, &headings);
    if (!wants_contents(page, headings.count)) {
        return;
    }
    str title = language_phrase(page->document->language, PHRASE_CONTENTS);
    webpage_add(page, "<nav");
    markup_attribute(&page->out, "aria-label", title);
    webpage_add(page, ">\n");
    webpage_element(page, "p", STYLE_SUBHEADING, title);
    webpage_add(page, "<ol class=\"body\">\n");
    for (size_t i = 0; i < headings.count; i++) {
        const struct block *heading = headings.at[i];
        str target = str_print(page->arena, "#%.*s", STR_ARG(heading->anchor));
        webpage_add(page, "<li><a");
        markup_attribute(&page->out, "href", target);
        webpage_add(page, ">");
        webpage_text(page, STYLE_BODY, inline_text(page->arena, &heading->spans));
        webpage_add(page, "</a></li>\n");
    }
    webpage_add(page, "</ol>\n</nav>\n");
}

/* The blocks, and the contents before the first section, unless they have a place. */
static void add_blocks(struct webpage *page)
{
    const struct blocks *blocks = &page->document->blocks;
    size_t section = 0;
    while (section < blocks->count && (blocks->at[section]->kind != BLOCK_HEADING ||
                                       blocks->at[section]->level != 2)) {
        section++;
    }
    const struct blocks before = {.at = blocks->at, .count = section};
    const struct blocks after = {.at = blocks->at + section,
                                 .count = blocks->count - section};
    webpage_blocks(page, &before);
    if (!find_block(blocks, BLOCK_CONTENTS)) {
        webpage_contents(page, NULL);
    }
    webpage_blocks(page, &after);
}

/* --- around the blocks -----------------------------------------------------------------
 */

static bool has_headline(const struct document *document)
{
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.at[i];
        if (block->kind == BLOCK_HEADING) {
            return block->level == 1;
        }
    }
    return false;
}

static void add_band(struct webpage *page, str text)
{
    webpage_add(page, "<div class=\"provisional\" role=\"note\">");
    webpage_element(page, "p", STYLE_SUBHEADING, text);
    webpage_add(page, "</div>\n");
}

/* A page without a headline has the name of the series as its heading. */
static void add_masthead(struct webpage *page)
{
    const struct document *document = page->document;
    bool is_heading = !has_headline(document) && document->series_title.length;
    str parts[] = {document->issue, document->release};
    bool has_both = parts[0].length && parts[1].length;
    str detail =
        str_join(page->arena, parts, COUNT_OF(parts), has_both ? S(" \u00b7 ") : S(""));
    webpage_add(page, "<header>\n");
    webpage_element(page, is_heading ? "h1" : "p", STYLE_MASTHEAD, document->series_title);
    webpage_element(page, "p", STYLE_MASTHEAD_DETAIL, detail);
    webpage_add(page, "</header>\n");
    if (is_heading) {
        (void)heading_level_next(&page->levels, 1);
    }
}

/* What is said of the whole document, above its text. */
static void add_bands(struct webpage *page)
{
    const struct document *document = page->document;
    if (page->options.is_draft) {
        add_band(page, language_phrase(document->language, PHRASE_DRAFT));
    }
    if (document->provisional.length) {
        str parts_of_band[] = {language_phrase(document->language, PHRASE_PROVISIONAL),
                               document->provisional};
        add_band(page, str_join(page->arena, parts_of_band, 2, S(" \u2013 ")));
    }
}

static void add_footnotes(struct webpage *page)
{
    const struct footnotes *notes = &page->document->footnotes;
    if (!notes->count) {
        return;
    }
    webpage_add(page, "<hr>\n<section role=\"doc-endnotes\">\n<ol class=\"note\">\n");
    for (size_t i = 0; i < notes->count; i++) {
        buffer_print(&page->out, "<li id=\"note-%zu\">", i + 1);
        webpage_spans(page, STYLE_NOTE, &notes->at[i].spans);
        buffer_print(&page->out, " <a href=\"#ref-%zu\" role=\"doc-backlink\"", i + 1);
        markup_attribute(&page->out, "aria-label", notes->at[i].number);
        webpage_add(page, ">");
        webpage_text(page, STYLE_NOTE, notes->at[i].number);
        webpage_add(page, "</a></li>\n");
    }
    webpage_add(page, "</ol>\n</section>\n");
}

static void add_footer(struct webpage *page)
{
    const struct document *document = page->document;
    str parts[] = {document->organisation, document->release};
    bool has_both = parts[0].length && parts[1].length;
    str line =
        str_join(page->arena, parts, COUNT_OF(parts), has_both ? S(" \u00b7 ") : S(""));
    webpage_add(page, "<footer>\n");
    webpage_element(page, "p", STYLE_RUNNING, line);
    webpage_add(page, "</footer>\n");
}

static void add_meta(struct buffer *out, const char *name, str content)
{
    if (content.length) {
        buffer_print(out, "<meta name=\"%s\"", name);
        markup_attribute(out, "content", content);
        buffer_add(out, S(">\n"));
    }
}

static void add_head(const struct webpage *page, struct buffer *out)
{
    const struct document *document = page->document;
    str tag = document->language_tag.length ? document->language_tag
                                            : language_tag(document->language);
    buffer_add(out, S("<!DOCTYPE html>\n<html"));
    markup_attribute(out, "lang", tag);
    bool is_mirrored = language_is_right_to_left(document->language);
    buffer_add(out, is_mirrored ? S(" dir=\"rtl\">\n") : S(" dir=\"ltr\">\n"));
    buffer_add(out, S("<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\""
                      " content=\"width=device-width, initial-scale=1\">\n"));
    buffer_add(out, str_from(policy));
    buffer_add(out, S("<title>"));
    markup_text(out, document->title.length ? document->title : document->series_title);
    buffer_add(out, S("</title>\n"));
    add_meta(out, "description", document->subject);
    add_meta(out, "keywords", document->keywords);
    add_meta(out, "author", document->author);
    if (date_is_set(document->date)) {
        add_meta(out, "date", date_print(page->arena, document->date));
    }
}

bool webpage_write(struct arena *arena, const struct document *document,
                   const struct theme *theme, struct fonts *fonts,
                   struct webpage_options options, str *made, struct error *error)
{
    struct webpage page = {
        .arena = arena,
        .document = document,
        .theme = theme,
        .fonts = fonts,
        .error = error,
        .options = options,
        .setting = {.arena = arena,
                    .theme = theme,
                    .fonts = fonts,
                    .error = error,
                    .language = document->language},
        .columns = THEME_COLUMNS,
        .out.arena = arena,
        .webfonts.arena = arena,
        .references = arena_array(arena, size_t, document->footnotes.count + 1),
    };
    add_masthead(&page);
    webpage_add(&page, "<main>\n");
    add_bands(&page);
    add_blocks(&page);
    add_footnotes(&page);
    webpage_add(&page, "</main>\n");
    add_footer(&page);
    if (error->kind) {
        return false;
    }
    struct buffer out = {.arena = arena};
    add_head(&page, &out);
    buffer_add(&out, S("<style>\n"));
    if (!webpage_style(&page, &out)) {
        return false;
    }
    buffer_add(&out, S("</style>\n</head>\n<body>\n"));
    buffer_add(&out, buffer_text(&page.out));
    buffer_add(&out, S("</body>\n</html>\n"));
    *made = buffer_text(&out);
    return true;
}
