/* SPDX-License-Identifier: MIT */
/* The checks that a briefing's front matter names: one row each in the table below. */
#include "document/briefing.h"

#include "base/number.h"
#include "briefing_internal.h"

struct checker {
    struct arena *arena;
    const struct briefing *briefing;
    const struct facts *facts;
    struct warnings *warnings;
    struct words figures; /* that have failed */
    size_t failures;
};

static str print_number(const struct checker *checker, struct ratio number)
{
    struct number_style style = {.places = 2};
    for (int places = 0; places < 2; places++) {
        struct ratio rounded = ratio_from_decimal(ratio_round(number, places));
        if (ratio_compare(rounded, number) == 0) {
            style.places = places;
            break;
        }
    }
    return number_print(checker->arena, number, style);
}

/*
 * True for the first failure of a figure: several queries may have the same rows. `aspect`
 * tells apart what can be wrong with it.
 */
static bool is_new(struct checker *checker, struct observation figure, str aspect)
{
    size_t known = checker->figures.count;
    str value = print_number(checker, figure.value);
    str name = str_print(checker->arena, "%.*s:%zu %.*s %.*s", STR_ARG(figure.place.file),
                         figure.place.line, STR_ARG(value), STR_ARG(aspect));
    words_add(checker->arena, &checker->figures, name);
    bool is_new = checker->figures.count > known;
    checker->failures += is_new;
    return is_new;
}

/* Runs `check` on every series that the queries have made. */
static void check_each_series(struct checker *checker,
                              void (*check)(struct checker *, const struct series *))
{
    const struct scope *scope = &checker->facts->scope;
    for (size_t i = 0; i < scope->count; i++) {
        const struct value *value = &scope->at[i].value;
        if (value->kind == VALUE_SERIES) {
            check(checker, value->series);
        }
        for (size_t k = 0; value->kind == VALUE_GROUP && k < value->group->count; k++) {
            check(checker, &value->group->at[k]);
        }
        if (value->kind == VALUE_GROUP && value->group->total) {
            check(checker, value->group->total);
        }
    }
}

/* --- parts-within-total ----------------------------------------------------------------
 */

static void check_parts_at(struct checker *checker, const struct series_group *group,
                           struct observation total)
{
    struct ratio sum = ratio_from(0);
    struct interval residual = total.possible;
    for (size_t i = 0; i < group->count; i++) {
        struct observation part = series_at(&group->at[i], total.period);
        if (observation_has_value(part)) {
            sum = ratio_add(sum, part.value);
            residual = interval_subtract(residual, part.possible);
        }
    }
    bool is_above = interval_is_valid(residual) && ratio_sign(residual.high) < 0;
    if (!is_above || !is_new(checker, total, group->name)) {
        return;
    }
    str parts = print_number(checker, sum);
    str whole = print_number(checker, total.value);
    str period = period_name(checker->arena, total.period);
    warning_add(checker->warnings, total.place,
                "the parts of \"%.*s\" in %.*s add up to %.*s, above the total of %.*s",
                STR_ARG(group->name), STR_ARG(period), STR_ARG(parts), STR_ARG(whole));
}

static void check_parts(struct checker *checker)
{
    const struct scope *scope = &checker->facts->scope;
    for (size_t i = 0; i < scope->count; i++) {
        const struct value *value = &scope->at[i].value;
        const struct series *total =
            value->kind == VALUE_GROUP ? value->group->total : NULL;
        for (size_t k = 0; total && k < total->count; k++) {
            if (observation_has_value(total->at[k])) {
                check_parts_at(checker, value->group, total->at[k]);
            }
        }
    }
}

/* --- to-date-adds-up -------------------------------------------------------------------
 */

static void check_sum(struct checker *checker, const struct series *series,
                      struct observation whole)
{
    struct cover cover = {0};
    if (!series_cover(checker->arena, series, whole.period, COVER_FINE, &cover)) {
        return; /* the months are not known: nothing to compare with */
    }
    struct interval residual = interval_subtract(whole.possible, cover.possible);
    bool is_apart =
        interval_is_valid(residual) && !interval_contains(residual, ratio_from(0));
    if (!is_apart || !is_new(checker, whole, S("sum"))) {
        return;
    }
    str sum = print_number(checker, cover.sum);
    str published = print_number(checker, whole.value);
    str period = period_name(checker->arena, whole.period);
    warning_add(checker->warnings, whole.place,
                "\"%.*s\" is published as %.*s for %.*s, but its parts add up to %.*s",
                STR_ARG(series->name), STR_ARG(published), STR_ARG(period), STR_ARG(sum));
}

/* Sums that run from January, up to the issue. */
static void check_sums(struct checker *checker, const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        struct observation whole = series->at[i];
        bool is_sum = whole.period.months > 1 && period_month_of_year(whole.period) == 1 &&
                      period_end(whole.period) <= period_end(checker->facts->issue);
        if (is_sum && observation_has_value(whole)) {
            check_sum(checker, series, whole);
        }
    }
}

static void check_to_date(struct checker *checker)
{
    check_each_series(checker, check_sums);
}

/* --- no-stale-period -------------------------------------------------------------------
 */

static void check_stale(struct checker *checker)
{
    const struct briefing *briefing = checker->briefing;
    if (!briefing->query_count) {
        return;
    }
    const struct table *result = checker->facts->results[0];
    const struct column *periods = table_role(result, ROLE_PERIOD);
    const struct column *measure = table_role(result, ROLE_MEASURE);
    for (size_t row = 0; periods && measure && row < result->row_count; row++) {
        struct period period = periods->periods[row];
        if (period.months == 1 && measure->states[row] == CELL_VALUE &&
            period_compare(period, checker->facts->issue) > 0) {
            str issue = period_name(checker->arena, checker->facts->issue);
            str later = period_name(checker->arena, period);
            checker->failures++;
            warning_add(checker->warnings, table_place(result, row),
                        "the issue is %.*s, but \"%.*s\" already has %.*s", STR_ARG(issue),
                        STR_ARG(briefing->queries[0].name), STR_ARG(later));
            return;
        }
    }
}

/* --- rates-agree -----------------------------------------------------------------------
 */

static void check_rate(struct checker *checker, const struct series *series,
                       struct observation rate, enum rate_base base)
{
    int months = base == RATE_YEAR_AGO ? 12 : rate.period.months;
    struct observation value = series_at(series, rate.period);
    struct observation before = series_at(series, period_shift(rate.period, -months));
    struct interval possible;
    if (!operator_rate_disagrees(rate, value, before, &possible) ||
        !is_new(checker, rate, base == RATE_YEAR_AGO ? S("yoy") : S("mom"))) {
        return;
    }
    str published = print_number(checker, rate.value);
    str from = print_number(checker, possible.low);
    str to = print_number(checker, possible.high);
    str period = period_name(checker->arena, rate.period);
    warning_add(checker->warnings, rate.place,
                "the rate of \"%.*s\" for %.*s is published as %.*s%%, but the figures "
                "give %.*s to %.*s%%",
                STR_ARG(series->name), STR_ARG(period), STR_ARG(published), STR_ARG(from),
                STR_ARG(to));
}

static void check_rates_of(struct checker *checker, const struct series *series)
{
    static const enum rate_base bases[] = {RATE_PREVIOUS, RATE_YEAR_AGO};
    for (size_t i = 0; i < COUNT_OF(bases); i++) {
        const struct series *rates = series->rates[bases[i]];
        for (size_t k = 0; rates && k < rates->count; k++) {
            check_rate(checker, series, rates->at[k], bases[i]);
        }
    }
}

static void check_rates(struct checker *checker)
{
    check_each_series(checker, check_rates_of);
}

/* The loader refuses rows with the same key: a table that is here has passed. */
static void check_keys(struct checker *checker)
{
    (void)checker;
}

static const struct {
    const char *name;
    void (*run)(struct checker *);
} checks[] = {
    {"unique-keys", check_keys},        {"parts-within-total", check_parts},
    {"to-date-adds-up", check_to_date}, {"no-stale-period", check_stale},
    {"rates-agree", check_rates},
};

/* `name` or `{name: warning}`: the scalar, and what stands for the name. */
static str check_name(const struct node *node)
{
    return node->kind == NODE_MAP && node->count == 1 ? node->at[0]->key : node->text;
}

static size_t check_index(str name)
{
    size_t index = 0;
    while (index < COUNT_OF(checks) && !str_equal(name, str_from(checks[index].name))) {
        index++;
    }
    return index;
}

bool briefing_check_is_known(const struct node *node, struct error *error)
{
    static const str severities[] = {S("error"), S("warning")};
    size_t severity;
    if (node->kind == NODE_MAP && node->count == 1) {
        if (!node_choice(node->at[0], severities, COUNT_OF(severities), &severity, error)) {
            return false;
        }
    } else if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    if (check_index(check_name(node)) < COUNT_OF(checks)) {
        return true;
    }
    str names[COUNT_OF(checks)];
    for (size_t i = 0; i < COUNT_OF(checks); i++) {
        names[i] = str_from(checks[i].name);
    }
    str name = check_name(node);
    node_error(node, error, "there is no check \"%.*s\"", STR_ARG(name));
    return error_suggest(error, name, names, COUNT_OF(names));
}

bool briefing_check(struct arena *arena, const struct briefing *briefing,
                    const struct facts *facts, struct warnings *warnings,
                    struct error *error)
{
    for (size_t i = 0; i < briefing->checks.count; i++) {
        const struct node *node = briefing->checks.at[i];
        struct checker checker = {
            .arena = arena, .briefing = briefing, .facts = facts, .warnings = warnings};
        checks[check_index(check_name(node))].run(&checker);
        bool is_mild = node->kind == NODE_MAP && str_equal(node->at[0]->text, S("warning"));
        if (checker.failures && !is_mild) {
            str name = check_name(node);
            error_at(error, ERROR_CHECK, node_place(node),
                     "the check %.*s has failed (%zu %s)", STR_ARG(name), checker.failures,
                     checker.failures == 1 ? "figure" : "figures");
        }
    }
    return !error->kind;
}
