/* SPDX-License-Identifier: MIT */
#include "webpage_internal.h"

static void open_element(struct webpage *page, const char *tag, const char *class)
{
    buffer_print(&page->out, "<%s class=\"%s\">", tag, class);
}

static void close_element(struct webpage *page, const char *tag)
{
    buffer_print(&page->out, "</%s>\n", tag);
}

static void add_spans(struct webpage *page, const char *tag, enum theme_style style,
                      const struct inline_spans *spans)
{
    str name = theme_style_name(style);
    buffer_print(&page->out, "<%s class=\"%.*s\">", tag, STR_ARG(name));
    webpage_spans(page, style, spans);
    close_element(page, tag);
}

/* --- text ------------------------------------------------------------------------------
 */

static void add_heading(struct webpage *page, const struct block *block)
{
    static const enum theme_style styles[] = {STYLE_HEADLINE, STYLE_HEADING,
                                              STYLE_SUBHEADING};
    int level = heading_level_next(&page->levels, block->level);
    size_t written = block->level < 1 ? 1 : (size_t)block->level;
    size_t last = COUNT_OF(styles) - 1;
    enum theme_style style = styles[written - 1 < last ? written - 1 : last];
    str name = theme_style_name(style);
    buffer_print(&page->out, "<h%d class=\"%.*s\"", level, STR_ARG(name));
    if (block->anchor.length) {
        markup_attribute(&page->out, "id", block->anchor);
    }
    webpage_add(page, ">");
    webpage_spans(page, style, &block->spans);
    buffer_print(&page->out, "</h%d>\n", level);
}

static void add_deck(struct webpage *page, const struct block *block)
{
    add_spans(page, "p", STYLE_DECK, &block->spans);
}

static void add_paragraph(struct webpage *page, const struct block *block)
{
    add_spans(page, "p", STYLE_BODY, &block->spans);
}

static void add_list(struct webpage *page, const struct block *block)
{
    const char *tag = block->is_ordered ? "ol" : "ul";
    const char *class = block->is_loose ? "body loose" : "body";
    buffer_print(&page->out, "<%s class=\"%s\"", tag, class);
    if (block->is_ordered && block->first_number != 1) {
        buffer_print(&page->out, " start=\"%zu\"", block->first_number);
    }
    webpage_add(page, ">\n");
    webpage_blocks(page, &block->children);
    close_element(page, tag);
}

static void add_item(struct webpage *page, const struct block *block)
{
    webpage_add(page, "<li>");
    webpage_spans(page, STYLE_BODY, &block->spans);
    webpage_blocks(page, &block->children);
    close_element(page, "li");
}

static void add_quote(struct webpage *page, const struct block *block)
{
    webpage_add(page, "<blockquote>\n");
    if (block->spans.count) {
        add_paragraph(page, block);
    }
    webpage_blocks(page, &block->children);
    close_element(page, "blockquote");
}

/* A listing that is wider than the screen is scrolled, with keys too. */
static void add_listing(struct webpage *page, const struct block *block)
{
    webpage_add(page, "<pre class=\"code\" tabindex=\"0\"><code>");
    for (str rest = block->text; rest.length;) {
        webpage_text(page, STYLE_CODE, str_cut(rest, '\n', &rest));
        webpage_add(page, "\n");
    }
    webpage_add(page, "</code></pre>\n");
}

static void add_rule(struct webpage *page, const struct block *block)
{
    (void)block;
    webpage_add(page, "<hr>\n");
}

/* --- what holds other blocks -----------------------------------------------------------
 */

/* Text that stands together in a row is one cell of it; as on the pages. */
static bool is_text(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_LIST || block->kind == BLOCK_QUOTE ||
           block->kind == BLOCK_RULE;
}

static size_t cell_end(const struct blocks *children, size_t first)
{
    size_t end = first + 1;
    while (end < children->count && is_text(children->at[first]) &&
           is_text(children->at[end])) {
        end++;
    }
    return end;
}

static int count_cells(const struct blocks *children)
{
    int count = 0;
    for (size_t i = 0; i < children->count; i = cell_end(children, i)) {
        count++;
    }
    return count;
}

/* In columns of the grid: what the author says, else what a chart wants, else an even
 * share of the row. */
static int columns_of(const struct block *row, size_t cell, const struct block *first)
{
    int said = cell < BLOCK_CELLS_MAX ? row->widths[cell] : 0;
    return said                         ? said
           : first->kind == BLOCK_CHART ? webpage_columns(first->chart->size)
                                        : THEME_COLUMNS / count_cells(&row->children);
}

static void add_row(struct webpage *page, const struct block *block)
{
    const struct blocks *children = &block->children;
    int columns = page->columns; /* of the row */
    size_t cell = 0;
    open_element(page, "div", "row");
    for (size_t i = 0, end; i < children->count; i = end, cell++) {
        end = cell_end(children, i);
        struct blocks within = {.at = children->at + i, .count = end - i};
        page->columns = columns_of(block, cell, children->at[i]);
        buffer_print(&page->out, "<div style=\"flex-grow:%d\">\n", page->columns);
        webpage_blocks(page, &within);
        close_element(page, "div");
    }
    page->columns = columns;
    close_element(page, "div");
}

static void add_column(struct webpage *page, const struct block *block)
{
    webpage_blocks(page, &block->children);
}

static void add_titled(struct webpage *page, const struct block *block, const char *class)
{
    buffer_print(&page->out, "<div class=\"%s\" role=\"note\"", class);
    if (block->text.length) {
        markup_attribute(&page->out, "aria-label", block->text);
    }
    webpage_add(page, ">\n");
    webpage_element(page, "p", STYLE_SUBHEADING, block->text);
    webpage_blocks(page, &block->children);
    close_element(page, "div");
}

static void add_note(struct webpage *page, const struct block *block)
{
    add_titled(page, block, "panel");
}

static void add_box(struct webpage *page, const struct block *block)
{
    add_titled(page, block, "box");
}

static void add_pull(struct webpage *page, const struct block *block)
{
    open_element(page, "div", "pull");
    webpage_element(page, "p", STYLE_KPI_NUMBER, block->text);
    add_paragraph(page, block);
    close_element(page, "div");
}

/* --- the table -------------------------------------------------------------------------
 */

/* Pages have breaks. */
static void (*const functions[])(struct webpage *, const struct block *) = {
    [BLOCK_HEADING] = add_heading,
    [BLOCK_DECK] = add_deck,
    [BLOCK_PARAGRAPH] = add_paragraph,
    [BLOCK_LIST] = add_list,
    [BLOCK_ITEM] = add_item,
    [BLOCK_QUOTE] = add_quote,
    [BLOCK_CODE] = add_listing,
    [BLOCK_RULE] = add_rule,
    [BLOCK_CHART] = webpage_chart,
    [BLOCK_TABLE] = webpage_table,
    [BLOCK_IMAGE] = webpage_image,
    [BLOCK_KPIS] = webpage_kpis,
    [BLOCK_ROW] = add_row,
    [BLOCK_COLUMN] = add_column,
    [BLOCK_NOTE] = add_note,
    [BLOCK_BOX] = add_box,
    [BLOCK_PULL] = add_pull,
    [BLOCK_CONTENTS] = webpage_contents,
    [BLOCK_PAGE_BREAK] = NULL,
};

void webpage_blocks(struct webpage *page, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count && !page->error->kind; i++) {
        const struct block *block = blocks->at[i];
        if (functions[block->kind]) {
            functions[block->kind](page, block);
        }
    }
}
