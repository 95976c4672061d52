/* SPDX-License-Identifier: MIT */
#include "document/reference.h"

#include "document/inline.h"
#include "document/lift.h"
#include "expression/trace_log.h"

static bool add(struct arena *arena, struct references *references, str name,
                struct reference_target target)
{
    if (words_find(&references->names, name) != UINT32_MAX) {
        return false;
    }
    words_add(arena, &references->names, name);
    *arena_push(arena, references) = target;
    return true;
}

void references_add_heading(struct arena *arena, struct references *references,
                            const struct block *heading)
{
    str name = str_print(arena, "sec:%.*s", STR_ARG(heading->anchor));
    struct reference_target target = {.anchor = heading->anchor, .heading = heading};
    (void)add(arena, references, name, target); /* anchors are there once */
}

bool references_add_exhibit(struct arena *arena, struct references *references,
                            struct block *exhibit, str id)
{
    bool is_chart = exhibit->kind == BLOCK_CHART;
    exhibit->anchor = str_print(arena, "%s:%.*s", is_chart ? "fig" : "tab", STR_ARG(id));
    str number = is_chart ? exhibit->chart->number : exhibit->table->number;
    return add(arena, references, exhibit->anchor,
               (struct reference_target){.text = number, .anchor = exhibit->anchor});
}

bool reference_is_id(str id)
{
    for (size_t i = 0; i < id.length; i++) {
        char byte = id.at[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        bool is_digit = byte >= '0' && byte <= '9';
        if (!is_letter && !is_digit && byte != '-' && byte != '_') {
            return false;
        }
    }
    return id.length > 0;
}

/* --- once all is read ----------------------------------------------------------------- */

struct resolving {
    struct arena *arena;
    const struct references *references;
    struct trace_log *log;
    struct error *error;
    bool is_in_heading;
    size_t in_texts; /* references that were resolved in texts */
};

static bool leads_nowhere(struct resolving *resolving, str reference, struct place place)
{
    const struct words *names = &resolving->references->names;
    str kind = str_slice(reference, 0, str_find(reference, ':'));
    if (!str_equal(kind, S("fig")) && !str_equal(kind, S("tab")) &&
        !str_equal(kind, S("sec"))) {
        error_at(resolving->error, ERROR_CONFIG, place, "\"%.*s\" is no cross reference",
                 STR_ARG(reference));
        return error_hint(resolving->error,
                          "they begin with fig:, tab: or sec:, as in {@fig:exports}");
    }
    error_at(resolving->error, ERROR_CONFIG, place,
             "there is nothing that \"%.*s\" could refer to", STR_ARG(reference));
    error_suggest(resolving->error, reference, names->at, names->count);
    if (!resolving->error->hint[0] && !str_equal(kind, S("sec"))) {
        error_hint(resolving->error, "charts and tables are named by `id: %.*s`",
                   STR_ARG(str_after(reference, kind.length + 1)));
    }
    return false;
}

static bool check_is_there(const struct resolving *resolving,
                           const struct reference_target *target, struct place place)
{
    const struct block *heading = target->heading;
    if (!heading || !heading->is_left_out) {
        return true;
    }
    str text = inline_text(resolving->arena, &heading->spans);
    return error_at(resolving->error, ERROR_CONFIG, place,
                    "the heading \"%.*s\" is left out of this issue: nothing is below it",
                    STR_ARG(text));
}

/* Whether the text at the place can have the words of the target. */
static bool check_words(const struct resolving *resolving,
                        const struct reference_target *target, struct place place)
{
    if (target->heading && resolving->is_in_heading) {
        error_at(resolving->error, ERROR_CONFIG, place,
                 "a heading cannot refer to a heading");
        return error_hint(resolving->error, "refer to it in the text below");
    }
    return check_is_there(resolving, target, place);
}

/* What a reference leads to; NULL and an error if there is no such thing. */
static const struct reference_target *find_target(struct resolving *resolving,
                                                  str reference, struct place place)
{
    uint32_t name = words_find(&resolving->references->names, reference);
    if (name == UINT32_MAX) {
        leads_nowhere(resolving, reference, place);
        return NULL;
    }
    const struct reference_target *target = &resolving->references->at[name];
    return check_words(resolving, target, place) ? target : NULL;
}

static bool resolve_reference(struct resolving *resolving, struct inline_span *span)
{
    const struct reference_target *target =
        find_target(resolving, span->reference, span->place);
    if (target) {
        span->text = target->text;
        span->link = str_print(resolving->arena, "#%.*s", STR_ARG(target->anchor));
    }
    return target;
}

/* A link of the author's to a place in the document, "#buyers" or "#fig:us". */
static bool check_link(const struct resolving *resolving, const struct inline_span *span)
{
    const struct references *references = resolving->references;
    str anchor = str_after(span->link, 1);
    if (words_find(&references->names, anchor) != UINT32_MAX) {
        return true;
    }
    str heading = str_print(resolving->arena, "sec:%.*s", STR_ARG(anchor));
    uint32_t name = words_find(&references->names, heading);
    if (name != UINT32_MAX) {
        return check_is_there(resolving, &references->at[name], span->place);
    }
    return error_at(resolving->error, ERROR_CONFIG, span->place,
                    "the link \"%.*s\" leads nowhere", STR_ARG(span->link));
}

static bool resolve_spans(struct resolving *resolving, const struct inline_spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        struct inline_span *span = &spans->at[i];
        bool is_reference = span->reference.length > 0;
        if ((is_reference && !resolve_reference(resolving, span)) ||
            (!is_reference && str_starts(span->link, S("#")) &&
             !check_link(resolving, span))) {
            return false;
        }
    }
    return true;
}

/* Before all else: what refers to a heading has its words. */
static bool resolve_headings(struct resolving *resolving, struct references *references)
{
    resolving->is_in_heading = true;
    for (size_t i = 0; i < references->count; i++) {
        struct reference_target *target = &references->at[i];
        if (!target->heading) {
            continue;
        }
        if (!resolve_spans(resolving, &target->heading->spans)) {
            return false;
        }
        target->text = inline_text(resolving->arena, &target->heading->spans);
    }
    resolving->is_in_heading = false;
    return true;
}

/* In texts that are no spans, a reference is only its words. */
static bool resolve_text(struct resolving *resolving, struct place place, str *text)
{
    for (size_t at = 0; at < text->length; at++) {
        size_t length = lift_reference(str_after(*text, at));
        if (!length) {
            continue;
        }
        str name = str_slice(*text, at + 2, at + length - 1);
        const struct reference_target *target = find_target(resolving, name, place);
        if (!target) {
            return false;
        }
        str before = str_slice(*text, 0, at);
        str after = str_after(*text, at + length);
        str made = str_print(resolving->arena, "%.*s%.*s%.*s", STR_ARG(before),
                             STR_ARG(target->text), STR_ARG(after));
        trace_log_move(resolving->log, before, made);
        at += target->text.length;
        trace_log_move(resolving->log, after, str_after(made, at));
        *text = made;
        at--;
        resolving->in_texts++;
    }
    return true;
}

static bool resolve_texts(struct resolving *resolving, struct place place,
                          str *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!resolve_text(resolving, place, texts[i])) {
            return false;
        }
    }
    return true;
}

/* Exhibits with a reference are copied: blocks do not own what they show. */
static bool resolve_chart(struct resolving *resolving, struct block *block)
{
    size_t before = resolving->in_texts;
    struct chart chart = *block->chart;
    str *const texts[] = {&chart.title, &chart.subtitle, &chart.notes, &chart.source};
    if (!resolve_texts(resolving, block->place, texts, COUNT_OF(texts))) {
        return false;
    }
    if (resolving->in_texts > before) {
        struct chart *copy = arena_new(resolving->arena, struct chart);
        *copy = chart;
        block->chart = copy;
    }
    return true;
}

/* Those of a table in Markdown, whose cells are its own. */
static bool resolve_cells(struct resolving *resolving, const struct table_block *table,
                          struct place place)
{
    for (size_t column = 0; column < table->column_count; column++) {
        if (!resolve_text(resolving, place, &table->columns[column].head)) {
            return false;
        }
        for (size_t row = 0; row < table->count; row++) {
            if (!resolve_text(resolving, place, &table->at[row].cells[column].text)) {
                return false;
            }
        }
    }
    return true;
}

static bool resolve_table(struct resolving *resolving, struct block *block)
{
    if (block->table->has_references &&
        !resolve_cells(resolving, block->table, block->place)) {
        return false;
    }
    size_t before = resolving->in_texts;
    struct table_block table = *block->table;
    str *const texts[] = {&table.title, &table.subtitle, &table.notes, &table.source};
    if (!resolve_texts(resolving, block->place, texts, COUNT_OF(texts))) {
        return false;
    }
    if (resolving->in_texts > before) {
        struct table_block *copy = arena_new(resolving->arena, struct table_block);
        *copy = table;
        block->table = copy;
    }
    return true;
}

static bool resolve_blocks(struct resolving *resolving, const struct blocks *blocks);

/* By recursion: blocks are nested no deeper than Markdown is read. */
static bool resolve_block(struct resolving *resolving, struct block *block)
{
    switch (block->kind) {
    case BLOCK_CHART:
        return resolve_chart(resolving, block);
    case BLOCK_TABLE:
        return resolve_table(resolving, block);
    case BLOCK_PULL:
        return resolve_text(resolving, block->place, &block->spans.at[0].text);
    case BLOCK_NOTE:
    case BLOCK_BOX:
        return resolve_text(resolving, block->place, &block->text) &&
               resolve_blocks(resolving, &block->children);
    case BLOCK_HEADING: /* resolved before all else */
        return true;
    default:
        return resolve_spans(resolving, &block->spans) &&
               resolve_blocks(resolving, &block->children);
    }
}

static bool resolve_blocks(struct resolving *resolving, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (!resolve_block(resolving, blocks->at[i])) {
            return false;
        }
    }
    return true;
}

bool references_resolve(struct arena *arena, struct references *references,
                        struct trace_log *log, struct document *document,
                        struct error *error)
{
    struct resolving resolving = {
        .arena = arena, .references = references, .log = log, .error = error};
    if (!resolve_headings(&resolving, references)) {
        return false;
    }
    for (size_t i = 0; i < document->footnotes.count; i++) {
        if (!resolve_spans(&resolving, &document->footnotes.at[i].spans)) {
            return false;
        }
    }
    return resolve_blocks(&resolving, &document->blocks);
}
