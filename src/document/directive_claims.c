/* SPDX-License-Identifier: MIT */
/*
 * Claims: what a text says of the data, as a list or with keys of its own:
 *
 *   claims:                        # expression/claim.h
 *     - {id: fall, says: exports fell 5.2%, of: total.mom, figure: -5.2%}
 *   show: none                     # without it, a table of the claims and their verdicts
 *   title, subtitle, notes, source
 *
 * Without a period a claim is about the issue. One that is false stops the issue, unless
 * it is allowed or expected; one that cannot be decided is a warning.
 */
#include "directive_internal.h"

#include "expression/claim.h"
#include "expression/trace_log.h"

struct reader {
    const struct directive_input *input;
    struct arena *arena;
    struct claims claims;
    struct judgement *judgements;
    struct error *error;
};

static bool read_claims(struct reader *reader, const struct node *list)
{
    struct claim_defaults defaults = {.period = reader->input->markdown->facts->issue};
    if (!claims_read(reader->arena, list, &defaults, &reader->claims, reader->error)) {
        return false;
    }
    for (size_t i = 0; i < reader->claims.count; i++) {
        const struct node *as_of = node_find(reader->claims.at[i].node, S("as-of"));
        if (as_of) {
            error_at(reader->error, ERROR_CONFIG, node_key_place(as_of),
                     "the claims of a briefing are about its own data");
            return error_hint(reader->error, "a claims file may have days of its own");
        }
    }
    return true;
}

static bool judge(struct reader *reader)
{
    const struct markdown *markdown = reader->input->markdown;
    reader->judgements = arena_array(reader->arena, struct judgement, reader->claims.count);
    for (size_t i = 0; i < reader->claims.count; i++) {
        const struct claim *claim = &reader->claims.at[i];
        struct judgement *judgement = &reader->judgements[i];
        if (!claim_judge(reader->arena, claim, &markdown->facts->scope, judgement,
                         reader->error)) {
            return false;
        }
        if (!claim_is_good(claim, judgement->verdict)) {
            return claim_refuse(claim, judgement, reader->error) ||
                   error_hint(reader->error,
                              "change the text, or add \"allow: true\" with a reason");
        }
        if (judgement->verdict == VERDICT_UNDECIDABLE && !claim->has_expected) {
            warning_add(markdown->warnings, node_place(node_find(claim->node, S("id"))),
                        "the claim \"%.*s\" cannot be decided: %.*s", STR_ARG(claim->id),
                        STR_ARG(judgement->why));
        }
    }
    return true;
}

/* For those who keep the issue. */
static void keep(const struct reader *reader)
{
    struct claims *claims = arena_new(reader->arena, struct claims);
    *claims = reader->claims;
    if (reader->input->markdown->judged) {
        *arena_push(reader->arena, reader->input->markdown->judged) =
            (struct judged_claims){claims, reader->judgements};
    }
}

/* --- the table -------------------------------------------------------------------------
 */

static bool has_sources(const struct claims *claims)
{
    for (size_t i = 0; i < claims->count; i++) {
        if (claims->at[i].source.length) {
            return true;
        }
    }
    return false;
}

static str verdict_word(const struct language *language, enum verdict verdict)
{
    static const enum phrase words[VERDICT_COUNT] = {
        [VERDICT_TRUE] = PHRASE_VERDICT_TRUE,
        [VERDICT_FALSE] = PHRASE_VERDICT_FALSE,
        [VERDICT_WRONG_SERIES] = PHRASE_VERDICT_WRONG_SERIES,
        [VERDICT_UNDECIDABLE] = PHRASE_VERDICT_UNDECIDABLE,
    };
    return language_phrase(language, words[verdict]);
}

static struct table_block *make_table(const struct reader *reader)
{
    static const enum phrase heads[] = {PHRASE_CLAIM, PHRASE_VERDICT, PHRASE_DATA_SAY,
                                        PHRASE_SOURCE};
    const struct language *language = reader->input->markdown->language;
    struct table_block *table = arena_new(reader->arena, struct table_block);
    size_t columns = has_sources(&reader->claims) ? COUNT_OF(heads) : COUNT_OF(heads) - 1;
    table->column_count = columns;
    table->columns = arena_array(reader->arena, struct table_column, columns);
    for (size_t i = 0; i < columns; i++) {
        table->columns[i] = (struct table_column){
            .kind = FIELD_TEXT, .head = language_phrase(language, heads[i])};
    }
    for (size_t i = 0; i < reader->claims.count; i++) {
        const struct claim *claim = &reader->claims.at[i];
        const str texts[] = {claim->says,
                             verdict_word(language, reader->judgements[i].verdict),
                             reader->judgements[i].why, claim->source};
        struct table_cell *cells = arena_array(reader->arena, struct table_cell, columns);
        for (size_t k = 0; k < columns; k++) {
            cells[k].text = texts[k];
        }
        trace_log_value(&reader->judgements[i].value, reader->judgements[i].why);
        *arena_push(reader->arena, table) = (struct table_row){.cells = cells};
    }
    return table;
}

static bool show(const struct reader *reader, const struct node *map, struct blocks *blocks)
{
    static const str shows[] = {S("table"), S("none")};
    struct markdown *markdown = reader->input->markdown;
    struct caption caption = {.title = language_phrase(markdown->language, PHRASE_CLAIMS)};
    const struct node *node = node_find(map, S("show"));
    size_t choice = 0;
    if ((node && !node_choice(node, shows, COUNT_OF(shows), &choice, reader->error)) ||
        !directive_caption(reader->input, map, &caption, reader->error)) {
        return false;
    }
    if (choice > 0) {
        return true;
    }
    directive_add_table(reader->input, make_table(reader), &caption, blocks);
    return true;
}

bool directive_claims(const struct directive_input *input, struct blocks *blocks,
                      struct error *error)
{
    static const str keys[] = {S("claims"),   S("show"),  S("title"),
                               S("subtitle"), S("notes"), S("source")};
    struct reader reader = {
        .input = input, .arena = input->markdown->arena, .error = error};
    const struct node *content = directive_node(input, error);
    if (!content) {
        return false;
    }
    const struct node *list = content;
    if (content->kind == NODE_MAP) {
        list = node_find(content, S("claims"));
        if (!node_knows(content, keys, COUNT_OF(keys), error)) {
            return false;
        }
    }
    if (!list) {
        return error_at(error, ERROR_CONFIG, input->place, "the directive has no claims");
    }
    if (!read_claims(&reader, list) || !judge(&reader)) {
        return false;
    }
    keep(&reader);
    return show(&reader, content, blocks);
}
