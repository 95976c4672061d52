/* SPDX-License-Identifier: MIT */
/*
 * Series for tests, written as people write them:
 *
 *   figures(arena, "2025-08 6145.623, 2025-09 5774, 2025-02..03 8908.53E, 2025-01 -")
 *
 * A number with a letter has that status; "-" is missing, "c" suppressed.
 * And random ones, the same for the same seed.
 */
#ifndef TESTS_FIGURES_H
#define TESTS_FIGURES_H

#include "unit.h"

#include "series/finding.h"
#include "series/operator.h"

static inline struct period period_of(const char *text)
{
    struct period period;
    assert_true(period_parse(str_from(text), &period));
    return period;
}

static inline struct ratio number(const char *text)
{
    struct decimal decimal;
    assert_true(decimal_parse(str_from(text), &decimal));
    return ratio_from_decimal(decimal);
}

static inline struct observation observation_of(str text)
{
    str figure;
    str period = str_cut(str_trim(text), ' ', &figure);
    struct observation observation = {.state = OBSERVATION_VALUE, .status = 'A'};
    assert_true(period_parse(period, &observation.period));
    char last = figure.at[figure.length - 1];
    if (last >= 'A' && last <= 'Z') {
        observation.status = last;
        figure = str_slice(figure, 0, figure.length - 1);
    }
    if (str_equal(figure, S("-")) || str_equal(figure, S("c"))) {
        observation.state =
            figure.at[0] == '-' ? OBSERVATION_MISSING : OBSERVATION_SUPPRESSED;
        return observation;
    }
    struct decimal decimal;
    assert_true(decimal_parse(figure, &decimal));
    observation.value = ratio_from_decimal(decimal);
    observation.places = decimal.places;
    struct decimal last_place = {.units = 1, .places = decimal.places};
    observation.possible = interval_around(
        observation.value, ratio_divide(ratio_from_decimal(last_place), ratio_from(2)));
    return observation;
}

static inline struct series *figures(struct arena *arena, const char *text)
{
    struct series *series = arena_new(arena, struct series);
    series->name = S("total");
    series->unit = S("t");
    for (str rest = str_from(text); rest.length;) {
        series_add(arena, series, observation_of(str_cut(rest, ',', &rest)));
    }
    return series;
}

/* "2025-10 5473 A", with `places` decimals; "missing", "suppressed", "absent" for a
 * number. */
static inline str shown(struct arena *arena, struct observation observation, int places)
{
    static const char *const nothing[] = {
        [OBSERVATION_ABSENT] = "absent",
        [OBSERVATION_MISSING] = "missing",
        [OBSERVATION_SUPPRESSED] = "suppressed",
    };
    str period = period_print(arena, observation.period);
    str figure = observation_has_value(observation)
                     ? decimal_print(arena, ratio_round(observation.value, places))
                     : str_from(nothing[observation.state]);
    return str_print(arena, "%.*s %.*s %c", STR_ARG(period), STR_ARG(figure),
                     observation.status);
}

/* "20.3 to 20.5", with so many decimals; "unknown". */
static inline str shown_possible(struct arena *arena, struct observation observation,
                                 int places)
{
    struct interval possible = observation.possible;
    if (!interval_is_valid(possible)) {
        return S("unknown");
    }
    str low = decimal_print(arena, ratio_round(possible.low, places));
    str high = decimal_print(arena, ratio_round(possible.high, places));
    return str_print(arena, "%.*s to %.*s", STR_ARG(low), STR_ARG(high));
}

#define assert_possible(arena, series, period, places, expected) \
    assert_str(shown_possible(arena, series_at(series, period_of(period)), places), \
               expected)

/* The figures that the result at the period was computed from: "2025-10 5473 A, ...". */
static inline str shown_precedents(struct arena *arena, const struct series *series,
                                   const char *period)
{
    struct precedents found = {0};
    series->derivation->precedents(arena, series, series_period(series, period_of(period)),
                                   &found);
    str *each = arena_array(arena, str, found.count);
    for (size_t i = 0; i < found.count; i++) {
        each[i] = shown(arena, found.at[i].observation, 0);
    }
    return str_join(arena, each, found.count, S(", "));
}

#define assert_precedents(arena, series, period, expected) \
    assert_str(shown_precedents(arena, series, period), expected)

#define assert_at(arena, series, period, places, expected) \
    assert_str(shown(arena, series_at(series, period_of(period)), places), expected)

/* xorshift64: the same numbers everywhere. */
struct random {
    uint64_t state;
};

/* From 0 to limit - 1. */
static inline int random_below(struct random *random, int limit)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return (int)(random->state % (uint64_t)limit);
}

static inline void add_number(struct arena *arena, struct series *series,
                              struct period period, int value, char status)
{
    series_add(arena, series,
               (struct observation){
                   .period = period,
                   .state = OBSERVATION_VALUE,
                   .value = ratio_from(value),
                   .possible = interval_around(ratio_from(value), (struct ratio){1, 2}),
                   .status = status});
}

/* Months in a row from January 2020, with values from 0 to limit - 1. */
static inline struct series *random_months(struct arena *arena, struct random *random,
                                           int months, int limit)
{
    struct series *series = arena_new(arena, struct series);
    for (int i = 0; i < months; i++) {
        struct period month = period_shift(period_month(2020, 1), i);
        add_number(arena, series, month, random_below(random, limit), 'A');
    }
    return series;
}

#endif
