/* SPDX-License-Identifier: MIT */
/*
 * What the tests of expressions share: a few figures of October 2025, and
 * assertions about the text, the reason or the error that an expression gives.
 */
#ifndef DOCUMENT_EXPRESSIONS_H
#define DOCUMENT_EXPRESSIONS_H

#include "expression/expression.h"
#include "unit.h"

static inline struct observation figure(const char *period, const char *number, char status)
{
    struct observation observation = {.state = OBSERVATION_MISSING, .status = status};
    assert_true(period_parse(str_from(period), &observation.period));
    struct decimal decimal;
    if (decimal_parse(str_from(number), &decimal)) {
        observation.state = OBSERVATION_VALUE;
        observation.value = ratio_from_decimal(decimal);
        observation.places = decimal.places;
        decimal.units = 1;
        observation.possible = interval_around(
            observation.value, ratio_divide(ratio_from_decimal(decimal), ratio_from(2)));
    } else if (number[0] == 'c') {
        observation.state = OBSERVATION_SUPPRESSED;
    }
    return observation;
}

/* "2025-10 5473, 2025-09 5774 E": periods with numbers, "-" missing, "c" suppressed. */
static inline void add_figures(struct arena *arena, struct series *series,
                               const char *figures)
{
    str rest = str_from(figures);
    while (rest.length) {
        str number = str_trim(str_cut(rest, ',', &rest));
        str period = str_cut(number, ' ', &number);
        str status;
        number = str_cut(number, ' ', &status);
        series_add(arena, series,
                   figure(str_c(arena, period), str_c(arena, number),
                          status.length ? status.at[0] : 'A'));
    }
}

static inline struct series *series_create(struct arena *arena, const char *name,
                                           const char *figures)
{
    struct series *series = arena_new(arena, struct series);
    *series = (struct series){.name = str_from(name), .unit = S("t")};
    add_figures(arena, series, figures);
    return series;
}

static inline struct series_group *partners_create(struct arena *arena,
                                                   const struct series *total)
{
    static const struct {
        const char *name, *figures;
    } members[] = {
        {"Germany", "2024-10 717 E, 2025-10 1118"},
        {"United States", "2024-10 628 E, 2025-09 420.5, 2025-10 656"},
        {"South Korea", "2025-09 854, 2025-10 569"},
        {"Vietnam", "2025-09 456, 2025-10 -"},
    };
    struct series_group *group = arena_new(arena, struct series_group);
    *group = (struct series_group){
        .name = S("partners"), .total = total, .top = 2, .rest = S("Other")};
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        *arena_push(arena, group) =
            *series_create(arena, members[i].name, members[i].figures);
    }
    struct words *words = arena_new(arena, struct words);
    words_add(arena, words, S("Chile"));
    words_add(arena, words, S("total"));
    group->words = words;
    return group;
}

static inline struct scope scope_create(struct arena *arena)
{
    const struct series *total = series_create(
        arena, "total",
        "2024-08 5325, 2024-09 4915, 2024-10 4725, 2025-01 6357, 2025-02..07 21540,"
        "2025-07 5577, 2025-08 6146, 2025-09 5774, 2025-10 5473, 2025-01..10 45290");
    const struct series *us = series_create(
        arena, "us", "2024-10 628 E, 2025-07 619, 2025-08 589.85, 2025-10 656");
    const struct series *holes =
        series_create(arena, "holes", "2025-08 0, 2025-09 c, 2025-10 -");
    const struct series *from_zero =
        series_create(arena, "from_zero", "2025-09 0, 2025-10 12");
    struct series *monthly = series_create(arena, "monthly", "");
    for (int i = 0; i < 22; i++) { /* 91 in January 2024, one more each month, then 120 */
        struct period month = period_shift(period_month(2024, 1), i);
        add_figures(
            arena, monthly,
            str_c(arena, str_print(arena, "%d-%02d %d", period_year(month),
                                   period_month_of_year(month), i == 21 ? 120 : 91 + i)));
    }
    struct series_group *bare = arena_new(arena, struct series_group);
    bare->name = S("bare");
    struct series *value = series_create(arena, "value", "2025-10 301.8");
    value->unit = S("US$ m");
    struct scope scope = {.issue = period_month(2025, 10)};
    scope_add(arena, &scope, S("total"), value_from_series(total));
    scope_add(arena, &scope, S("us"), value_from_series(us));
    scope_add(arena, &scope, S("holes"), value_from_series(holes));
    scope_add(arena, &scope, S("from_zero"), value_from_series(from_zero));
    scope_add(arena, &scope, S("value"), value_from_series(value));
    scope_add(arena, &scope, S("monthly"), value_from_series(monthly));
    scope_add(arena, &scope, S("bare"), value_from_group(bare));
    scope_add(arena, &scope, S("partners"),
              value_from_group(partners_create(arena, total)));
    scope_add(arena, &scope, S("period"), value_from_period(scope.issue));
    scope_add(arena, &scope, S("as_of"), value_from_date((struct date){2025, 11, 20}));
    scope_add(arena, &scope, S("focus"), value_from_text(S("Germany")));
    scope_add(arena, &scope, S("nothing"), value_from_text(S("")));
    return scope;
}

static inline bool expression_run(struct arena *arena, const char *text,
                                  struct value *value, struct error *error)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(text)};
    struct scope scope = scope_create(arena);
    const struct expression *expression =
        expression_parse(arena, source, 0, source->text.length, error);
    return expression && expression_evaluate(arena, expression, &scope, value, error);
}

/* The text of an expression; an error fails the test with its message. */
static inline str text_of(struct arena *arena, const char *text)
{
    struct value value;
    struct error error = {0};
    str result = {0};
    struct place place = {0};
    if (!expression_run(arena, text, &value, &error) ||
        !value_print(arena, NULL, &value, place, &result, &error)) {
        fail_msg("%s: %s (%s)", text, error.message, error.hint);
    }
    return result;
}

static inline str reason_of(struct arena *arena, const char *text)
{
    struct value value = {0};
    struct error error = {0};
    if (!expression_run(arena, text, &value, &error)) {
        fail_msg("%s: %s (%s)", text, error.message, error.hint);
    }
    assert_int_equal(value.kind, VALUE_NONE);
    return value.text;
}

/* "kind line:column+width message | hint", with the kind as its exit status. */
static inline str error_summary(struct arena *arena, const struct error *error)
{
    return str_print(arena, "%d %zu:%zu+%zu %s%s%s", error_exit_status(error),
                     error->place.line, error->place.column, error->place.width,
                     error->message, error->hint[0] ? " | " : "", error->hint);
}

/* The error of parsing, evaluating or printing it. */
static inline str error_of(struct arena *arena, const char *text)
{
    struct source *source = arena_new(arena, struct source);
    *source = (struct source){.path = S("briefing.md"), .text = str_from(text)};
    struct scope scope = scope_create(arena);
    struct error error = {0};
    str result;
    const struct expression *expression =
        expression_parse(arena, source, 0, source->text.length, &error);
    bool is_text =
        expression && expression_text(arena, expression, &scope, &result, &error);
    assert_false(is_text);
    assert_str(error.place.file, "briefing.md");
    return error_summary(arena, &error);
}

static inline bool truth_of(struct arena *arena, const char *text)
{
    struct value value;
    struct error error = {0};
    if (!expression_run(arena, text, &value, &error)) {
        fail_msg("%s: %s (%s)", text, error.message, error.hint);
    }
    return value_is_true(&value);
}

#define assert_text(arena, text, expected) assert_str(text_of(arena, text), expected)
#define assert_reason(arena, text, expected) assert_str(reason_of(arena, text), expected)
#define assert_error(arena, text, expected) assert_str(error_of(arena, text), expected)

#endif
