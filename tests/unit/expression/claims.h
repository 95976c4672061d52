/* SPDX-License-Identifier: MIT */
/* What the tests of claims share: figures of 2025, and a claim in YAML and what is said of
 * it. */
#ifndef EXPRESSION_CLAIMS_H
#define EXPRESSION_CLAIMS_H

#include "expression/claim.h"
#include "expressions.h"

#include <string.h>

static inline struct scope claims_scope(struct arena *arena)
{
    struct scope scope = {.issue = period_month(2025, 10)};
    struct series *total = series_create(
        arena, "total",
        "2024-10 4725, 2025-01 6357, 2025-02 3586, 2025-03 5323, 2025-04 2627,"
        " 2025-05 1238, 2025-06 3188, 2025-07 5577, 2025-08 6146, 2025-09 5774, 2025-10 "
        "5473");
    struct series *us =
        series_create(arena, "us", "2025-07 619, 2025-08 590, 2025-09 420.5, 2025-10 656");
    struct series *earths =
        series_create(arena, "earths", "2025-09 4000.3, 2025-10 4343.5, 2025-11 5493.9");
    struct series *flat =
        series_create(arena, "flat", "2025-08 380, 2025-09 379.8, 2025-10 380");
    struct series *rates = series_create(arena, "earths", "2025-10 -8.62");
    rates->unit = S("%");
    rates->is_rate = true;
    earths->rates[RATE_YEAR_AGO] = rates;
    scope_add(arena, &scope, S("total"), value_from_series(total));
    scope_add(arena, &scope, S("us"), value_from_series(us));
    scope_add(arena, &scope, S("earths"), value_from_series(earths));
    scope_add(arena, &scope, S("flat"), value_from_series(flat));
    scope_add(arena, &scope, S("partners"),
              value_from_group(partners_create(arena, total)));
    scope_add(arena, &scope, S("period"), value_from_period(scope.issue));
    return scope;
}

/* The error of a list of claims in claims.yaml: "line:column+width message | hint". */
static inline str claims_error(struct arena *arena, const struct error *error)
{
    return str_print(arena, "%zu:%zu+%zu %s%s%s", error->place.line, error->place.column,
                     error->place.width, error->message, error->hint[0] ? " | " : "",
                     error->hint);
}

static inline bool claims_parse(struct arena *arena, const char *yaml,
                                struct claims *claims, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){S("claims.yaml"), str_from(yaml)};
    const struct node *list = node_load(arena, source, 0, source->text.length, error);
    struct claim_defaults defaults = {0};
    return list && claims_read(arena, list, &defaults, claims, error);
}

/* What is said of a claim with these keys, about October 2025 if they do not say:
 * "false: total was 5,473 t in October 2025", or the error. */
static inline str judged(struct arena *arena, const char *keys)
{
    struct error error = {0};
    struct claims claims = {0};
    struct judgement judgement;
    struct scope scope = claims_scope(arena);
    const char *period = strstr(keys, "period:") ? "" : ", period: 2025-10";
    str yaml = str_print(arena, "- {id: c, says: it, %s%s}", keys, period);
    if (!claims_parse(arena, yaml.at, &claims, &error) ||
        !claim_judge(arena, &claims.at[0], &scope, &judgement, &error)) {
        return claims_error(arena, &error);
    }
    str name = verdict_name(judgement.verdict);
    return str_print(arena, "%.*s: %.*s", STR_ARG(name), STR_ARG(judgement.why));
}

#define assert_judged(keys, expected) assert_str(judged(*state, keys), expected)

#endif
