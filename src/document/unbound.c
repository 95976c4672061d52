/* SPDX-License-Identifier: MIT */
/* Where the author's text stands, and the places of the numbers in it. */
#include "document/unbound.h"

#include "base/buffer.h"
#include "expression/expression.h"

#include <stdlib.h>

static bool is_literal(const struct markdown *markdown, str number)
{
    return words_find(&markdown->briefing->literals, number) != UINT32_MAX;
}

static void add(struct markdown *markdown, str number, struct place place)
{
    if (!is_literal(markdown, number)) {
        *arena_push(markdown->arena, markdown->unbound) =
            (struct unbound_number){.text = number, .place = place};
    }
}

/* --- spans -----------------------------------------------------------------------------
 */

/* A paragraph as one text, and where its spans begin in it. */
struct joined {
    struct buffer text;
    size_t *starts;
};

static struct joined join(struct arena *arena, const struct inline_spans *spans)
{
    struct joined joined = {.text = {.arena = arena},
                            .starts = arena_array(arena, size_t, spans->count + 1)};
    for (size_t i = 0; i < spans->count; i++) {
        const struct inline_span *span = &spans->at[i];
        joined.starts[i] = joined.text.count;
        if (span->is_code || !span->is_written) {
            buffer_add(&joined.text, S(UNBOUND_GAP));
        } else {
            buffer_add(&joined.text, span->text);
        }
    }
    joined.starts[spans->count] = joined.text.count;
    return joined;
}

/* A span begins where its place does; what is before the number in it moves that on. */
static struct place place_of(const struct inline_spans *spans, const struct joined *joined,
                             size_t offset, str number)
{
    size_t span = 0;
    while (span + 1 < spans->count && joined->starts[span + 1] <= offset) {
        span++;
    }
    struct place place = spans->at[span].place;
    str before = str_slice(spans->at[span].text, 0, offset - joined->starts[span]);
    place.column += str_characters(before);
    place.width = number.length;
    return place;
}

void unbound_in_spans(struct markdown *markdown, const struct inline_spans *spans)
{
    if (!markdown->unbound || !spans->count) {
        return;
    }
    struct joined joined = join(markdown->arena, spans);
    str text = buffer_text(&joined.text);
    struct unbound_scan scan = {.text = text, .language = markdown->language};
    for (str number; (number = unbound_next(&scan)).length;) {
        size_t offset = (size_t)(number.at - text.at);
        add(markdown, number, place_of(spans, &joined, offset, number));
    }
}

/* By recursion: lists and quotations are nested no deeper than Markdown is read. */
void unbound_in_blocks(struct markdown *markdown, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        unbound_in_spans(markdown, &blocks->at[i]->spans);
        unbound_in_blocks(markdown, &blocks->at[i]->children);
    }
}

/* --- directives ------------------------------------------------------------------------
 */

/* The text with gaps for its expressions; bytes stay where they are. */
static str without_expressions(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    for (size_t at = 0; at < text.length;) {
        bool is_escaped = str_starts(str_after(text, at), S("\\{{"));
        bool opens = str_starts(str_after(text, at), S("{{"));
        size_t end = is_escaped ? at + 3
                     : opens    ? expression_close(text, at + 2) + 2
                                : at + 1;
        end = end < text.length ? end : text.length;
        for (size_t i = at; i < end; i++) {
            buffer_add(&out, opens ? S(UNBOUND_GAP) : str_slice(text, i, i + 1));
        }
        at = end;
    }
    return buffer_text(&out);
}

void unbound_in_range(struct markdown *markdown, const struct source *source, size_t offset,
                      size_t length)
{
    if (!markdown->unbound) {
        return;
    }
    str text = without_expressions(markdown->arena,
                                   str_slice(source->text, offset, offset + length));
    struct unbound_scan scan = {.text = text, .language = markdown->language};
    for (str number; (number = unbound_next(&scan)).length;) {
        size_t at = (size_t)(number.at - text.at);
        add(markdown, number, place_in(source, offset + at, number.length));
    }
}

/* A scalar that YAML has folded or unescaped is not in the source as it is: then the place
 * is where it begins. */
static void scan_scalar(struct markdown *markdown, const struct node *node)
{
    size_t offset = node->offset + node->is_quoted;
    if (str_starts(str_after(node->source->text, offset), node->text)) {
        unbound_in_range(markdown, node->source, offset, node->text.length);
        return;
    }
    str text = without_expressions(markdown->arena, node->text);
    struct unbound_scan scan = {.text = text, .language = markdown->language};
    for (str number; (number = unbound_next(&scan)).length;) {
        struct place place = node_place(node);
        place.width = 0;
        add(markdown, number, place);
    }
}

void unbound_in_node(struct markdown *markdown, const struct node *node)
{
    if (!markdown->unbound) {
        return;
    }
    if (node->kind == NODE_SCALAR) {
        scan_scalar(markdown, node);
    }
    for (size_t i = 0; i < node->count; i++) {
        unbound_in_node(markdown, node->at[i]);
    }
}

/* --- the list --------------------------------------------------------------------------
 */

static int compare(const void *left, const void *right)
{
    const struct place *a = &((const struct unbound_number *)left)->place;
    const struct place *b = &((const struct unbound_number *)right)->place;
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return (a->column > b->column) - (a->column < b->column);
}

void unbound_sort(struct unbound_numbers *numbers)
{
    if (numbers->count) {
        qsort(numbers->at, numbers->count, sizeof *numbers->at, compare);
    }
}
