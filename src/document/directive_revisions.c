/* SPDX-License-Identifier: MIT */
/*
 * Revisions: figures of the queries that the source has published otherwise before, with
 * what stood there first and what stands there now. Where there are none, a sentence says
 * so.
 *
 *   queries: [products, total]    # without it, all whose files have release dates
 *   last: 12 months               # the periods that are looked at, up to the issue
 *   labels: {products: ...}
 *   show: table                   # or sentence: only the one, where it applies
 *   title, subtitle, notes, source
 *
 * Of each period the figure of its first vintage is compared with that of the day as of
 * which the issue is made; only published figures count, no rates and nothing computed.
 */
#include "briefing_internal.h"
#include "directive_internal.h"

#include "expression/trace_log.h"
#include "table/keys.h"

#include <stdlib.h>

enum { REVISION_MONTHS = 12 };

struct revision {
    str name; /* of the series, for readers */
    struct observation first, now;
    const struct series *before, *after;
};

struct reader {
    const struct directive_input *input;
    struct arena *arena;
    const struct node *map;
    struct labels labels;
    struct period window;
    struct {
        struct revision *at;
        size_t count, capacity;
    } revisions;
    struct error *error;
};

/* --- vintages ----------------------------------------------------------------------------
 */

static int by_date(const void *a, const void *b)
{
    return date_compare(*(const struct date *)a, *(const struct date *)b);
}

/* For each row the first of its period and words: another one where it has several
 * vintages. */
static const size_t *first_rows(struct arena *arena, const struct table *table)
{
    struct keys keys = keys_create(arena, table, table->row_count);
    size_t *first = arena_array(arena, size_t, table->row_count + 1);
    keys_use_role(&keys, table, ROLE_DIMENSION);
    keys_use_role(&keys, table, ROLE_PERIOD);
    for (size_t row = 0; row < table->row_count; row++) {
        first[row] = keys_add(&keys, row);
    }
    return first;
}

/* The days up to the on which rows became known that have several vintages; each
 * once. Only on these can a figure be another one than it is now. */
static size_t vintage_days(const struct reader *reader, const struct table *table,
                           struct date **days)
{
    const struct column *released = table_role(table, ROLE_RELEASED);
    const size_t *first = first_rows(reader->arena, table);
    bool *is_repeated = arena_array(reader->arena, bool, table->row_count + 1);
    struct date last = reader->input->markdown->facts->as_of;
    size_t count = 0;
    *days = arena_array(reader->arena, struct date, table->row_count + 1);
    for (size_t row = 0; row < table->row_count; row++) {
        is_repeated[first[row]] |= first[row] != row;
    }
    for (size_t row = 0; row < table->row_count; row++) {
        struct date day = released->dates[row];
        bool is_later = date_is_set(last) && date_compare(day, last) > 0;
        if (is_repeated[first[row]] && date_is_set(day) && !is_later) {
            (*days)[count++] = day;
        }
    }
    qsort(*days, count, sizeof **days, by_date);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (!kept || date_compare((*days)[kept - 1], (*days)[i]) != 0) {
            (*days)[kept++] = (*days)[i];
        }
    }
    return kept;
}

/* The result of a query on a table, as series. */
static const struct series_group *
series_of(const struct reader *reader, const struct query *query, const struct table *table)
{
    const struct table *result = query_run(reader->arena, query, table, reader->error);
    if (!result) {
        return NULL;
    }
    if (query->by.length) {
        return series_group_from_table(reader->arena, query, result, NULL);
    }
    struct series_group *group = arena_new(reader->arena, struct series_group);
    *arena_push(reader->arena, group) = *series_from_table(reader->arena, query, result);
    return group;
}

static const struct series *member_of(const struct series_group *group, str name)
{
    if (group->total && str_equal(group->total->name, name)) {
        return group->total;
    }
    for (size_t i = 0; i < group->count; i++) {
        if (str_equal(group->at[i].name, name)) {
            return &group->at[i];
        }
    }
    return NULL;
}

/* --- comparing
 * ---------------------------------------------------------------------------- */

static bool is_revised(struct observation first, struct observation now)
{
    return observation_has_value(first) && observation_has_value(now) &&
           ratio_compare(first.value, now.value) != 0;
}

/* A period is met first in the vintage in which it appears: later ones do not count. */
static bool add_series(struct reader *reader, const struct series *before,
                       const struct series *after, struct words *met)
{
    for (size_t i = 0; i < before->count; i++) {
        struct observation first = before->at[i];
        const struct observation *now = after ? series_find(after, first.period) : NULL;
        str key = str_print(reader->arena, "%.*s %.*s", STR_ARG(before->name),
                            STR_ARG(period_print(reader->arena, first.period)));
        bool is_first = words_find(met, key) == UINT32_MAX && observation_has_value(first);
        if (is_first) {
            words_add(reader->arena, met, key);
        }
        if (!is_first || !now || !is_revised(first, *now) ||
            !period_contains(reader->window, first.period)) {
            continue;
        }
        struct revision revision = {.first = first, .now = *now};
        revision.before = before;
        revision.after = after;
        if (!directive_label(reader->input, &reader->labels, before->name, &revision.name,
                             reader->error)) {
            return false;
        }
        *arena_push(reader->arena, &reader->revisions) = revision;
    }
    return true;
}

static bool add_vintage(struct reader *reader, const struct series_group *before,
                        const struct series_group *after, struct words *met)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct series *member = &before->at[i];
        if (!add_series(reader, member, member_of(after, member->name), met)) {
            return false;
        }
    }
    return !before->total ||
           add_series(reader, before->total, member_of(after, before->total->name), met);
}

static bool add_query(struct reader *reader, size_t index)
{
    const struct markdown *markdown = reader->input->markdown;
    const struct query *written = &markdown->briefing->queries[index];
    size_t source = briefing_source_index(markdown->briefing, written->from);
    const struct table *loaded = markdown->facts->loaded[source];
    struct query *query = arena_new(reader->arena, struct query);
    struct words met = {0};
    struct date *days;
    str label; /* a name that needs none this month may have one */
    if (!loaded || !table_role(loaded, ROLE_RELEASED)) {
        return true;
    }
    if (!directive_label(reader->input, &reader->labels, written->name, &label,
                         reader->error) ||
        !briefing_fill_query(reader->arena, written, &markdown->facts->scope, query,
                             reader->error)) {
        return false;
    }
    size_t count = vintage_days(reader, loaded, &days);
    const struct series_group *after =
        count ? series_of(reader, query, markdown->facts->tables[source]) : NULL;
    if (count && !after) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const struct series_group *before =
            series_of(reader, query, table_as_of(reader->arena, loaded, days[i]));
        if (!before || !add_vintage(reader, before, after, &met)) {
            return false;
        }
    }
    return true;
}

static bool find_query(const struct reader *reader, const struct node *node, size_t *index)
{
    const struct briefing *briefing = reader->input->markdown->briefing;
    str name;
    if (!node_text(node, &name, reader->error)) {
        return false;
    }
    str *names = arena_array(reader->arena, str, briefing->query_count + 1);
    for (*index = 0; *index < briefing->query_count; (*index)++) {
        names[*index] = briefing->queries[*index].name;
        if (str_equal(names[*index], name)) {
            return true;
        }
    }
    node_error(node, reader->error, "there is no query \"%.*s\"", STR_ARG(name));
    return error_suggest(reader->error, name, names, briefing->query_count);
}

static bool add_queries(struct reader *reader)
{
    const struct node *list = node_find(reader->map, S("queries"));
    size_t index;
    if (list && !node_expect(list, NODE_LIST, reader->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        if (!find_query(reader, list->at[i], &index) || !add_query(reader, index)) {
            return false;
        }
    }
    for (size_t i = 0; !list && i < reader->input->markdown->briefing->query_count; i++) {
        if (!add_query(reader, i)) {
            return false;
        }
    }
    return true;
}

/* --- the table
 * ----------------------------------------------------------------------------- */

static str printed(const struct reader *reader, struct ratio value, int places,
                   bool has_plus)
{
    struct number_style style = {.places = places < 0 ? 0 : places, .has_plus = has_plus};
    return language_number(reader->arena, reader->input->markdown->language, value, style);
}

static str printed_observation(const struct reader *reader, const struct series *series,
                               struct observation observation)
{
    str text = printed(reader, observation.value, observation.places, false);
    trace_log_observation(reader->input->markdown->facts->scope.log, series, observation,
                          text, reader->input->place);
    return text;
}

static void add_row(const struct reader *reader, struct table_block *table,
                    const struct revision *revision)
{
    const struct language *language = reader->input->markdown->language;
    struct table_cell *cells =
        arena_array(reader->arena, struct table_cell, table->column_count);
    int places = revision->first.places > revision->now.places ? revision->first.places
                                                               : revision->now.places;
    cells[0].text = revision->name;
    cells[1].text = language_period(reader->arena, language, revision->first.period);
    cells[2].text = printed_observation(reader, revision->before, revision->first);
    cells[3].text = printed_observation(reader, revision->after, revision->now);
    cells[4].text = printed(
        reader, ratio_subtract(revision->now.value, revision->first.value), places, true);
    *arena_push(reader->arena, table) = (struct table_row){.cells = cells};
}

static struct table_block *make_table(const struct reader *reader)
{
    static const struct {
        enum phrase head;
        enum field_kind kind;
    } heads[] = {
        {PHRASE_REVISED_SERIES, FIELD_TEXT},   {PHRASE_REVISED_PERIOD, FIELD_TEXT},
        {PHRASE_REVISED_FIRST, FIELD_FIGURE},  {PHRASE_REVISED_NOW, FIELD_FIGURE},
        {PHRASE_REVISED_CHANGE, FIELD_FIGURE},
    };
    const struct language *language = reader->input->markdown->language;
    struct table_block *table = arena_new(reader->arena, struct table_block);
    table->column_count = COUNT_OF(heads);
    table->columns = arena_array(reader->arena, struct table_column, COUNT_OF(heads));
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        table->columns[i] = (struct table_column){
            .kind = heads[i].kind, .head = language_phrase(language, heads[i].head)};
    }
    for (size_t i = 0; i < reader->revisions.count; i++) {
        add_row(reader, table, &reader->revisions.at[i]);
    }
    return table;
}

static void add_sentence(const struct reader *reader, struct blocks *blocks)
{
    const struct language *language = reader->input->markdown->language;
    struct block *block = directive_block(reader->input, BLOCK_PARAGRAPH, blocks);
    *arena_push(reader->arena, &block->spans) = (struct inline_span){
        .text = language_phrase(language, PHRASE_NO_REVISIONS),
        .place = reader->input->place,
    };
}

/* A table and a sentence never stand together: each can be asked for where it belongs. */
enum show { SHOW_TABLE, SHOW_SENTENCE, SHOW_BOTH };

static bool read_show(const struct reader *reader, enum show *show)
{
    static const str names[] = {S("table"), S("sentence")};
    const struct node *node = node_find(reader->map, S("show"));
    size_t choice = SHOW_BOTH;
    if (node && !node_choice(node, names, COUNT_OF(names), &choice, reader->error)) {
        return false;
    }
    *show = (enum show)choice;
    return true;
}

bool directive_revisions(const struct directive_input *input, struct blocks *blocks,
                         struct error *error)
{
    static const str keys[] = {S("queries"), S("last"),     S("labels"),
                               S("title"),   S("subtitle"), S("notes"),
                               S("source"),  S("id"),       S("show")};
    enum show show;
    struct reader reader = {
        .input = input, .arena = input->markdown->arena, .error = error};
    struct caption caption = {
        .title = language_phrase(input->markdown->language, PHRASE_REVISIONS)};
    reader.map = directive_node(input, error);
    if (!reader.map || !node_knows(reader.map, keys, COUNT_OF(keys), error) ||
        !directive_window(input, node_find(reader.map, S("last")), REVISION_MONTHS,
                          &reader.window, error) ||
        !directive_labels(input, reader.map, &reader.labels, error) ||
        !directive_caption(input, reader.map, &caption, error) ||
        !read_show(&reader, &show) || !add_queries(&reader)) {
        return false;
    }
    directive_labels_warn(input, &reader.labels);
    if (reader.revisions.count && show != SHOW_SENTENCE) {
        directive_add_table(input, make_table(&reader), &caption, blocks);
    } else if (!reader.revisions.count && show != SHOW_TABLE) {
        add_sentence(&reader, blocks);
    }
    return true;
}
