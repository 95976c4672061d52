/* SPDX-License-Identifier: MIT */
/* From a briefing to its facts: sources as of the day, query results, names. */
#include "document/briefing.h"

#include "briefing_internal.h"
#include "expression/expression.h"
#include "expression/translation.h"

struct loader {
    struct arena *arena;
    const struct briefing *briefing;
    const struct briefing_options *options;
    struct facts *facts;
    struct warnings *warnings;
    struct error *error;
    bool *is_scanned; /* by source */
};

static void add_name(const struct loader *loader, str name, struct value value)
{
    scope_add(loader->arena, &loader->facts->scope, name, value);
}

/* --- parameters ----------------------------------------------------------------------- */

/* "name=value" must name a parameter of the front matter. */
static bool check_option(const struct loader *loader, str option)
{
    const struct briefing *briefing = loader->briefing;
    str *names = arena_array(loader->arena, str, briefing->parameters.count);
    str value;
    str name = str_cut(option, '=', &value);
    for (size_t i = 0; i < briefing->parameters.count; i++) {
        names[i] = briefing->parameters.at[i].name;
        if (str_equal(names[i], name)) {
            return true;
        }
    }
    error_at(loader->error, ERROR_USAGE, (struct place){.file = briefing->source.path},
             "there is no parameter \"%.*s\"", STR_ARG(name));
    return error_suggest(loader->error, name, names, briefing->parameters.count);
}

static str parameter_text(const struct loader *loader,
                          const struct briefing_parameter *parameter)
{
    str text = parameter->text;
    for (size_t i = 0; i < loader->options->parameter_count; i++) {
        str value;
        str name = str_cut(loader->options->parameters[i], '=', &value);
        if (str_equal(name, parameter->name)) {
            text = value;
        }
    }
    return text;
}

/* --- the language ----------------------------------------------------------------------
 */

/* A name that has other languages, but not this one; the data are in the briefing's own. */
static void warn_of_names(const struct loader *loader)
{
    const struct language *language = loader->facts->scope.language;
    const struct node *names = loader->briefing->names;
    bool is_own = language == loader->briefing->language;
    str name = language_name(language);
    for (size_t i = 0; names && !is_own && i < names->count; i++) {
        if (!node_find(names->at[i], language_tag(language))) {
            warning_add(loader->warnings, node_key_place(names->at[i]),
                        "the name \"%.*s\" is not there in %.*s",
                        STR_ARG(names->at[i]->key), STR_ARG(name));
        }
    }
}

static bool add_language(const struct loader *loader)
{
    const struct briefing *briefing = loader->briefing;
    struct scope *scope = &loader->facts->scope;
    scope->language =
        loader->options->language ? loader->options->language : briefing->language;
    scope->texts = briefing->texts;
    scope->names = briefing->names;
    add_name(loader, S("language"), value_from_text(language_tag(scope->language)));
    warn_of_names(loader);
    return translation_check_language(scope->texts, scope->language, loader->error);
}

static bool add_parameters(const struct loader *loader)
{
    for (size_t i = 0; i < loader->options->parameter_count; i++) {
        if (!check_option(loader, loader->options->parameters[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < loader->briefing->parameters.count; i++) {
        const struct briefing_parameter *parameter = &loader->briefing->parameters.at[i];
        add_name(loader, parameter->name,
                 value_from_text(parameter_text(loader, parameter)));
    }
    return true;
}

/* --- sources -------------------------------------------------------------------------- */

/* They are the run's warnings too. */
static void add_warnings(const struct loader *loader, const struct warnings *warnings)
{
    for (size_t i = 0; i < warnings->count; i++) {
        *arena_push(loader->warnings->arena, loader->warnings) = warnings->at[i];
    }
}

static bool load_source(const struct loader *loader, size_t index)
{
    const struct briefing_source *source = &loader->briefing->sources[index];
    struct facts *facts = loader->facts;
    struct briefing_import *import = &facts->imports[index];
    import->warnings.arena = loader->arena;
    const struct table *table = table_load_source(
        loader->arena, &source->load, &import->report, &import->warnings, loader->error);
    add_warnings(loader, &import->warnings);
    facts->loaded[index] = table;
    facts->tables[index] = table ? table_as_of(loader->arena, table, facts->as_of) : NULL;
    return table;
}

/* Large files wait for the queries, which are then scanned together. */
static bool load_sources(const struct loader *loader)
{
    const struct briefing *briefing = loader->briefing;
    size_t count = briefing->source_count;
    loader->facts->tables = arena_array(loader->arena, const struct table *, count);
    loader->facts->loaded = arena_array(loader->arena, const struct table *, count);
    loader->facts->imports = arena_array(loader->arena, struct briefing_import, count);
    for (size_t i = 0; i < count; i++) {
        if (!briefing_scan_suits(briefing, &briefing->sources[i]) &&
            !load_source(loader, i)) {
            return false;
        }
    }
    return true;
}

/* --- queries -------------------------------------------------------------------------- */

/*
 * The result of a query: from its table, or scanned. A source that cannot be scanned
 * after all is loaded. Queries that were not scanned with the others, since they need
 * what those say, are scanned now.
 */
static bool answer(const struct loader *loader, size_t index, const struct query *query)
{
    struct facts *facts = loader->facts;
    size_t source = briefing_source_index(loader->briefing, query->from);
    if (!facts->results[index] && (!facts->tables[source] || loader->is_scanned[source])) {
        facts->tables[source] =
            briefing_scan(loader->arena, loader->briefing, facts, index, loader->warnings);
        loader->is_scanned[source] = facts->tables[source] != NULL;
        if (!loader->is_scanned[source] && !load_source(loader, source)) {
            return false;
        }
    }
    if (!facts->results[index]) {
        facts->results[index] =
            query_run(loader->arena, query, facts->tables[source], loader->error);
    }
    return facts->results[index];
}

static bool run_query(const struct loader *loader, size_t index)
{
    struct query query;
    if (!briefing_fill_query(loader->arena, &loader->briefing->queries[index],
                             &loader->facts->scope, &query, loader->error) ||
        !answer(loader, index, &query)) {
        return false;
    }
    const struct table *source =
        loader->facts->tables[briefing_source_index(loader->briefing, query.from)];
    const struct table *result = loader->facts->results[index];
    const struct column *by = query.by.length ? table_column(source, query.by) : NULL;
    add_name(loader, query.name,
             query.by.length
                 ? value_from_group(series_group_from_table(loader->arena, &query, result,
                                                            by ? &by->words : NULL))
                 : value_from_series(series_from_table(loader->arena, &query, result)));
    return true;
}

/* --- the issue ------------------------------------------------------------------------ */

/* The latest month for which the result has a figure; with `only` set, that month or none.
 */
static struct period latest_month(const struct table *result, struct period only)
{
    const struct column *periods = table_role(result, ROLE_PERIOD);
    const struct column *measure = table_role(result, ROLE_MEASURE);
    struct period latest = {0};
    for (size_t row = 0; periods && measure && row < result->row_count; row++) {
        struct period period = periods->periods[row];
        bool is_wanted = !period_is_set(only) || period_equal(period, only);
        if (is_wanted && period.months == 1 && measure->states[row] == CELL_VALUE &&
            (!period_is_set(latest) || period_compare(period, latest) > 0)) {
            latest = period;
        }
    }
    return latest;
}

static bool refuse_issue(const struct loader *loader, struct period latest)
{
    const struct query *query = &loader->briefing->queries[0];
    str issue = period_name(loader->arena, loader->facts->issue);
    error_at(loader->error, ERROR_RETRY, node_key_place(query->node),
             "\"%.*s\" has no figure for %.*s yet", STR_ARG(query->name), STR_ARG(issue));
    if (!period_is_set(latest)) {
        return error_hint(loader->error, "it has no month at all");
    }
    str name = period_name(loader->arena, latest);
    return error_hint(loader->error, "the latest month there: %.*s", STR_ARG(name));
}

static bool find_issue(const struct loader *loader)
{
    struct facts *facts = loader->facts;
    const struct query *query = &loader->briefing->queries[0];
    struct period latest = latest_month(facts->results[0], (struct period){0});
    if (period_is_set(facts->issue)) {
        return period_is_set(latest_month(facts->results[0], facts->issue)) ||
               refuse_issue(loader, latest);
    }
    if (!period_is_set(latest) && !loader->options->can_lack_issue) {
        return error_at(loader->error, ERROR_RETRY, node_key_place(query->node),
                        "\"%.*s\" has no figure for any month yet", STR_ARG(query->name));
    }
    facts->issue = latest;
    return true;
}

static void add_issue(const struct loader *loader)
{
    loader->facts->scope.issue = loader->facts->issue;
    add_name(loader, S("period"), value_from_period(loader->facts->issue));
}

/*
 * The first query decides which month is the latest; the others may then use `period`
 * in their filters, and so may the first where the month is given.
 */
static bool run_queries(const struct loader *loader)
{
    const struct briefing *briefing = loader->briefing;
    struct facts *facts = loader->facts;
    bool is_given = period_is_set(facts->issue);
    if (is_given) {
        add_issue(loader);
    }
    facts->results =
        arena_array(loader->arena, const struct table *, briefing->query_count);
    for (size_t i = 0; i < briefing->query_count; i++) {
        if (!run_query(loader, i) || (i == 0 && !find_issue(loader))) {
            return false;
        }
        if (i == 0 && !is_given) {
            add_issue(loader);
        }
    }
    for (size_t i = 0; i < briefing->source_count; i++) {
        if (!facts->tables[i] && !load_source(loader, i)) {
            return false; /* no query is about it, but its errors are errors */
        }
    }
    return true;
}

/* --- the release ---------------------------------------------------------------------- */

static bool filter_takes(const struct query_filter *filter, const struct table *table,
                         size_t row)
{
    const struct column *column = table_column(table, filter->column);
    str word = column ? column_text(column, row) : (str){0};
    for (size_t i = 0; column && i < filter->count; i++) {
        if (str_equal(filter->values[i], word)) {
            return !filter->is_exclusion;
        }
    }
    return filter->is_exclusion;
}

static bool query_takes(const struct query *query, const struct table *table, size_t row)
{
    for (size_t i = 0; i < query->filter_count; i++) {
        if (!filter_takes(&query->filters[i], table, row)) {
            return false;
        }
    }
    return true;
}

/* The latest day among the table's rows; with a query, only those it takes at `issue`. */
static struct date latest_release(const struct table *table, const struct query *query,
                                  struct period issue)
{
    const struct column *released = table_role(table, ROLE_RELEASED);
    const struct column *periods = table_role(table, ROLE_PERIOD);
    struct date latest = {0};
    for (size_t row = 0; released && periods && row < table->row_count; row++) {
        if (released->states[row] != CELL_VALUE ||
            (query && (!period_equal(periods->periods[row], issue) ||
                       !query_takes(query, table, row)))) {
            continue;
        }
        struct date date = released->dates[row];
        latest = !date_is_set(latest) || date_compare(date, latest) > 0 ? date : latest;
    }
    return latest;
}

static bool find_release(const struct loader *loader)
{
    const struct briefing *briefing = loader->briefing;
    struct facts *facts = loader->facts;
    for (size_t pass = 0; pass < 2 && !date_is_set(facts->release); pass++) {
        for (size_t i = 0; i < briefing->query_count; i++) {
            struct query query;
            if (!briefing_fill_query(loader->arena, &briefing->queries[i], &facts->scope,
                                     &query, loader->error)) {
                return false;
            }
            size_t source = briefing_source_index(briefing, query.from);
            struct date date = latest_release(facts->tables[source],
                                              pass == 0 ? &query : NULL, facts->issue);
            if (date_is_set(date) &&
                (!date_is_set(facts->release) || date_compare(date, facts->release) > 0)) {
                facts->release = date;
            }
        }
    }
    return true;
}

static struct value date_value(struct date date, str reason)
{
    return date_is_set(date) ? value_from_date(date)
                             : (struct value){.kind = VALUE_NONE, .text = reason};
}

static bool add_dates(const struct loader *loader)
{
    if (!find_release(loader)) {
        return false;
    }
    add_name(loader, S("as_of"),
             date_value(loader->facts->as_of, S("no --as-of was given")));
    add_name(loader, S("release"),
             date_value(loader->facts->release, S("the data have no release dates")));
    return true;
}

static bool load_events(const struct loader *loader)
{
    return !loader->briefing->events.length ||
           briefing_events(loader->arena, loader->briefing->events, loader->facts,
                           loader->warnings, loader->error);
}

const struct facts *briefing_load(struct arena *arena, const struct briefing *briefing,
                                  const struct briefing_options *options,
                                  struct warnings *warnings, struct error *error)
{
    struct facts *facts = arena_new(arena, struct facts);
    facts->issue = period_is_set(options->period) ? options->period : briefing->period;
    facts->as_of = options->as_of;
    struct loader loader = {
        .arena = arena,
        .briefing = briefing,
        .options = options,
        .facts = facts,
        .warnings = warnings,
        .error = error,
        .is_scanned = arena_array(arena, bool, briefing->source_count),
    };
    bool is_loaded = add_language(&loader) && add_parameters(&loader) &&
                     load_sources(&loader) && run_queries(&loader) && add_dates(&loader) &&
                     load_events(&loader) &&
                     briefing_findings(arena, briefing, facts, error);
    facts->finds_unbound = options->finds_unbound;
    facts->scope.log = options->log; /* queries are no part of the document */
    return is_loaded ? facts : NULL;
}

const struct table *briefing_query(const struct briefing *briefing,
                                   const struct facts *facts, str name, struct error *error)
{
    struct arena scratch = {0};
    str *names = arena_array(&scratch, str, briefing->query_count);
    const struct table *found = NULL;
    for (size_t i = 0; i < briefing->query_count; i++) {
        names[i] = briefing->queries[i].name;
        if (str_equal(names[i], name)) {
            found = facts->results[i];
        }
    }
    if (!found) {
        error_at(error, ERROR_USAGE, (struct place){.file = briefing->source.path},
                 "there is no query \"%.*s\"", STR_ARG(name));
        error_suggest(error, name, names, briefing->query_count);
    }
    arena_finish(&scratch);
    return found;
}
