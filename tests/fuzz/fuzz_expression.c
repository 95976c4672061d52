/* SPDX-License-Identifier: MIT */
/* Any bytes as an expression, and as a text with expressions in it. For libFuzzer. */
#include "expression/expression.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add_month(struct arena *arena, struct series *series, int month, int tonnes)
{
    series_add(arena, series,
               (struct observation){.period = period_month(2025, month),
                                    .state = OBSERVATION_VALUE,
                                    .value = ratio_from(tonnes),
                                    .status = 'A'});
}

static struct scope scope_create(struct arena *arena)
{
    struct series *total = arena_new(arena, struct series);
    *total = (struct series){.name = S("total"), .unit = S("t")};
    add_month(arena, total, 8, 6146);
    add_month(arena, total, 9, 5774);
    add_month(arena, total, 10, 5473);
    struct series_group *partners = arena_new(arena, struct series_group);
    *partners = (struct series_group){.name = S("partners"), .total = total};
    struct series *germany = arena_push(arena, partners);
    *germany = (struct series){.name = S("Germany"), .unit = S("t")};
    add_month(arena, germany, 10, 1118);
    struct period issue = period_month(2025, 10);
    struct scope scope = {.issue = issue};
    scope_add(arena, &scope, S("total"), value_from_series(total));
    scope_add(arena, &scope, S("partners"), value_from_group(partners));
    scope_add(arena, &scope, S("period"), value_from_period(issue));
    scope_add(arena, &scope, S("as_of"), value_from_date((struct date){2025, 11, 20}));
    scope_add(arena, &scope, S("focus"), value_from_text(S("Germany")));
    return scope;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct scope scope = scope_create(&arena);
    str bytes = str_copy(&arena, (str){(const char *)data, size});
    struct source source = {.path = S("fuzz"), .text = bytes};
    struct error error = {0};
    str text;
    const struct expression *expression =
        expression_parse(&arena, &source, 0, bytes.length, &error);
    bool is_text = expression && expression_text(&arena, expression, &scope, &text, &error);
    if (!is_text && !error.kind) {
        __builtin_trap(); /* a failure without an error */
    }
    struct error unfilled = {0};
    if (!expression_fill(&arena, &source, 0, bytes.length, &scope, &text, &unfilled) &&
        !unfilled.kind) {
        __builtin_trap();
    }
    arena_finish(&arena);
    return 0;
}
