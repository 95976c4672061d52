/* SPDX-License-Identifier: MIT */
/* Any bytes as a list of claims, each judged: a verdict with a reason, or an error. For
 * libFuzzer. */
#include "expression/claim.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct series *make_series(struct arena *arena, const char *name)
{
    struct series *series = arena_new(arena, struct series);
    *series = (struct series){.name = str_from(name), .unit = S("t")};
    return series;
}

static void add_month(struct arena *arena, struct series *series, int month, int tonnes)
{
    struct ratio value = ratio_from(tonnes);
    series_add(arena, series,
               (struct observation){.period = period_month(2025, month),
                                    .state = OBSERVATION_VALUE,
                                    .value = value,
                                    .possible = interval_around(
                                        value, ratio_divide(ratio_from(1), ratio_from(2))),
                                    .status = 'A'});
}

static struct scope scope_create(struct arena *arena)
{
    struct series *total = make_series(arena, "total");
    add_month(arena, total, 8, 6146);
    add_month(arena, total, 9, 5774);
    add_month(arena, total, 10, 5473);
    struct series *us = make_series(arena, "us");
    add_month(arena, us, 10, 656);
    struct series_group *partners = arena_new(arena, struct series_group);
    *partners = (struct series_group){.name = S("partners"), .total = total};
    *arena_push(arena, partners) = *us;
    struct series *germany = arena_push(arena, partners);
    *germany = *make_series(arena, "Germany");
    add_month(arena, germany, 10, 1118);
    struct scope scope = {.issue = period_month(2025, 10)};
    scope_add(arena, &scope, S("total"), value_from_series(total));
    scope_add(arena, &scope, S("us"), value_from_series(us));
    scope_add(arena, &scope, S("partners"), value_from_group(partners));
    return scope;
}

static void judge_all(struct arena *arena, const struct claims *claims)
{
    struct scope scope = scope_create(arena);
    for (size_t i = 0; i < claims->count; i++) {
        struct judgement judgement = {0};
        struct error error = {0};
        bool is_judged = claim_judge(arena, &claims->at[i], &scope, &judgement, &error);
        if (is_judged == (error.kind != ERROR_NONE) ||
            (is_judged && !judgement.why.length)) {
            __builtin_trap(); /* a failure without an error, a verdict without a reason */
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct error error = {0};
    struct claims claims = {0};
    struct claim_defaults defaults = {.period = period_month(2025, 10)};
    struct source source = {S("fuzz"), str_copy(&arena, (str){(const char *)data, size})};
    const struct node *list = node_load(&arena, &source, 0, size, &error);
    bool is_read = list && claims_read(&arena, list, &defaults, &claims, &error);
    if (is_read == (error.kind != ERROR_NONE)) {
        __builtin_trap();
    }
    judge_all(&arena, &claims);
    arena_finish(&arena);
    return 0;
}
