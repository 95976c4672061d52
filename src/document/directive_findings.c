/* SPDX-License-Identifier: MIT */
/*
 * Sentences about the most salient findings.
 *
 *   from: [total, partners]     # queries and members (partners.Germany); without it all
 *   kinds: [since, streak]      # kinds or families; without it all
 *   count: 5
 *   style: list                 # or paragraph
 *
 * A list goes on with the author's own where that stands right above.
 */
#include "directive_internal.h"
#include "finding_names.h"

#include "expression/trace_log.h"

struct list {
    struct findings_wish wish;
    bool is_paragraph;
};

/* "total" or "partners.Germany", without a kind. */
static struct finding_selector source_of(str text)
{
    struct finding_selector source = {.kind = S("*")};
    source.query = str_cut(text, '.', &source.member);
    return source;
}

static bool read_sources(const struct finding_names *names, const struct node *from,
                         struct findings_wish *wish, struct error *error)
{
    if (!from) {
        return true;
    }
    if (!node_expect(from, NODE_LIST, error)) {
        return false;
    }
    struct finding_selector *sources =
        arena_array(names->arena, struct finding_selector, from->count);
    for (size_t i = 0; i < from->count; i++) {
        str text;
        if (!node_text(from->at[i], &text, error)) {
            return false;
        }
        sources[i] = source_of(text);
        if (!finding_names_member(names, node_place(from->at[i]), sources[i].query,
                                  sources[i].member, error)) {
            return false;
        }
    }
    wish->sources = sources;
    wish->source_count = from->count;
    return true;
}

static bool read_kinds(const struct finding_names *names, const struct node *list,
                       struct findings_wish *wish, struct error *error)
{
    if (!list) {
        return true;
    }
    if (!node_expect(list, NODE_LIST, error)) {
        return false;
    }
    struct finding_selector *kinds =
        arena_array(names->arena, struct finding_selector, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (!node_text(list->at[i], &kinds[i].kind, error) ||
            !finding_names_kind(names, node_place(list->at[i]), kinds[i].kind, error)) {
            return false;
        }
    }
    wish->kinds = kinds;
    wish->kind_count = list->count;
    return true;
}

static bool read_style(const struct node *map, struct list *list, struct error *error)
{
    static const str styles[] = {S("list"), S("paragraph")};
    const struct node *node = node_find(map, S("style"));
    size_t style = 0;
    if (node && !node_choice(node, styles, COUNT_OF(styles), &style, error)) {
        return false;
    }
    list->is_paragraph = style == 1;
    return true;
}

static bool read_list(const struct directive_input *input, struct list *list,
                      struct error *error)
{
    static const str keys[] = {S("from"), S("kinds"), S("count"), S("style")};
    const struct markdown *markdown = input->markdown;
    const struct finding_names names = {markdown->arena, markdown->briefing,
                                        markdown->facts};
    const struct finding_options *options = markdown->facts->scope.options;
    const struct node *map = directive_node(input, error);
    if (!map || !node_knows(map, keys, COUNT_OF(keys), error)) {
        return false;
    }
    list->wish.count = options && options->count ? options->count : FINDINGS_COUNT;
    const struct node *count = node_find(map, S("count"));
    return read_sources(&names, node_find(map, S("from")), &list->wish, error) &&
           read_kinds(&names, node_find(map, S("kinds")), &list->wish, error) &&
           read_style(map, list, error) &&
           (!count || node_count(count, &list->wish.count, error));
}

/* Where the sentences stand in the text of a paragraph. */
static void note_paragraph(struct trace_log *log, const str *sentences, size_t count,
                           str text)
{
    for (size_t i = 0; i < count; i++) {
        while (text.length && !str_starts(text, sentences[i])) {
            text = str_after(text, 1);
        }
        trace_log_move(log, sentences[i], text);
    }
}

static void add_sentence(const struct directive_input *input, struct block *block,
                         str sentence)
{
    *arena_push(input->markdown->arena, &block->spans) =
        (struct inline_span){.text = sentence, .place = input->place};
}

/* The author's own list right above goes on with the sentences; else they are one. */
static struct block *list_for(const struct directive_input *input, struct blocks *blocks)
{
    struct block *last = blocks->count ? blocks->at[blocks->count - 1] : NULL;
    bool is_going_on = last && last->kind == BLOCK_LIST && !last->is_ordered;
    return is_going_on ? last : directive_block(input, BLOCK_LIST, blocks);
}

bool directive_findings(const struct directive_input *input, struct blocks *blocks,
                        struct error *error)
{
    static const struct finding_inputs nothing = {0};
    struct arena *arena = input->markdown->arena;
    const struct scope *scope = &input->markdown->facts->scope;
    struct list list = {0};
    if (!read_list(input, &list, error)) {
        return false;
    }
    const struct findings *all =
        findings_make(arena, scope->inputs ? scope->inputs : &nothing, scope->issue,
                      scope->options, NULL);
    struct findings chosen = findings_choose(arena, all, &list.wish);
    const struct sentence_speaker speaker = {scope->language, scope->subjects};
    const str *sentences = sentence_list(arena, &speaker, chosen.at, chosen.count);
    for (size_t i = 0; i < chosen.count; i++) {
        trace_log_finding(scope->log, &chosen.at[i], sentences[i], input->place);
    }
    if (chosen.count && list.is_paragraph) {
        str text = sentence_paragraph(arena, scope->language, sentences, chosen.count);
        note_paragraph(scope->log, sentences, chosen.count, text);
        add_sentence(input, directive_block(input, BLOCK_PARAGRAPH, blocks), text);
    } else if (chosen.count) {
        struct block *items = list_for(input, blocks);
        for (size_t i = 0; i < chosen.count; i++) {
            add_sentence(input, directive_block(input, BLOCK_ITEM, &items->children),
                         sentences[i]);
        }
    }
    return true;
}
