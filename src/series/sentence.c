/* SPDX-License-Identifier: MIT */
/* Findings in English. */
#include "base/buffer.h"
#include "base/number.h"
#include "series/finding.h"
#include "series/operator.h"

/* A high or low over fewer months is no news. */
enum { SINCE_MONTHS_MIN = 3 };

str finding_since_phrase(struct arena *arena, struct since since, struct period period)
{
    if (!since.months) {
        return S("");
    }
    const char *extreme = since.is_high ? "highest" : "lowest";
    if (!period_is_set(since.month)) {
        str months = number_in_words(arena, since.months + 1);
        return str_print(arena, "the %s in at least %.*s months", extreme, STR_ARG(months));
    }
    const char *month = date_month_name(period_month_of_year(since.month));
    int year = period_year(since.month);
    return year == period_year(period)
               ? str_print(arena, "the %s since %s", extreme, month)
               : str_print(arena, "the %s since %s %d", extreme, month, year);
}

str finding_streak_phrase(struct arena *arena, struct streak streak, enum rate_base base)
{
    static const char *const rhythms[] = {
        [RATE_NONE] = "", [RATE_PREVIOUS] = "monthly ", [RATE_YEAR_AGO] = "annual "};
    if (streak.count < 2) {
        return S("");
    }
    str ordinal = number_ordinal(arena, streak.count);
    return str_print(arena, "%sthe %.*s consecutive %s%s",
                     streak.is_exact ? "" : "at least ", STR_ARG(ordinal), rhythms[base],
                     streak.sign < 0 ? "fall" : "rise");
}

/* Whether it is 0.0 in print. */
static bool is_unchanged(struct ratio rate)
{
    return ratio_round(rate, 1).units == 0;
}

static bool is_doubled(struct ratio rate)
{
    return ratio_compare(rate, ratio_from(100)) >= 0;
}

str finding_verb(struct ratio rate)
{
    static const struct {
        int tenths_max; /* of the rate as it is printed */
        const char *verb;
    } verbs[] = {
        {-200, "plunged"},    {-20, "fell"},   {-1, "slipped"},
        {0, "was unchanged"}, {4, "edged up"}, {199, "rose"},
    };
    if (is_doubled(rate)) {
        bool is_more = ratio_compare(rate, ratio_from(100)) > 0;
        return is_more ? S("more than doubled") : S("doubled");
    }
    int128 tenths = ratio_round(rate, 1).units;
    for (size_t i = 0; i < COUNT_OF(verbs); i++) {
        if (tenths <= verbs[i].tenths_max) {
            return str_from(verbs[i].verb);
        }
    }
    return S("jumped");
}

/*
 * "fell 5.2% to", "more than doubled to", "was unchanged at". Per cent of amounts below
 * zero say nothing to a reader: of those only "rose to" and "fell to".
 */
static void add_move(struct buffer *out, struct observation rate, bool has_amounts)
{
    if (is_unchanged(rate.value)) {
        buffer_add(out, S("was unchanged at "));
        return;
    }
    if (!has_amounts) {
        buffer_add(out, ratio_sign(rate.value) > 0 ? S("rose to ") : S("fell to "));
        return;
    }
    buffer_add(out, finding_verb(rate.value));
    if (!is_doubled(rate.value)) {
        struct number_style style = {.places = observation_places(rate, S("%"))};
        str size = number_print(out->arena, ratio_absolute(rate.value), style);
        buffer_print(out, " %.*s%%", STR_ARG(size));
    }
    buffer_add(out, S(" to "));
}

/* A no-break space keeps the unit with its number; a per cent sign needs none. */
static void add_level(struct buffer *out, struct ratio level, str unit)
{
    buffer_add(out, number_print(out->arena, level, (struct number_style){.places = 0}));
    if (unit.length && !str_equal(unit, S("%"))) {
        buffer_add(out, S("\u00A0"));
    }
    buffer_add(out, unit);
}

/* What makes the move remarkable, or empty. */
static str clause_of(struct arena *arena, const struct series *series,
                     const struct series *rates, struct period period)
{
    struct streak streak = finding_streak(rates, period);
    struct since since = streak.sign > 0 ? finding_high_since(series, period)
                                         : finding_low_since(series, period);
    bool is_far = since.months >= SINCE_MONTHS_MIN && since.months >= 2 * streak.count;
    return is_far ? finding_since_phrase(arena, since, period)
                  : finding_streak_phrase(arena, streak, RATE_PREVIOUS);
}

str finding_headline(struct arena *arena, const struct series *series, struct period period)
{
    const struct series *rates = operator_rate(arena, series, RATE_PREVIOUS);
    struct observation level = series_at(series, period);
    struct observation rate = series_at(rates, period);
    struct observation before = series_at(series, period_shift(period, -1));
    if (period.months != 1 || !observation_has_value(rate)) {
        return S("");
    }
    struct buffer out = {.arena = arena};
    bool has_amounts = ratio_sign(level.value) >= 0 && ratio_sign(before.value) >= 0;
    add_move(&out, rate, has_amounts);
    add_level(&out, level.value, series->unit);
    buffer_print(&out, " in %s", date_month_name(period_month_of_year(period)));
    str clause = is_unchanged(rate.value) ? S("") : clause_of(arena, series, rates, period);
    if (clause.length) {
        buffer_print(&out, ", %.*s", STR_ARG(clause));
    }
    return buffer_text(&out);
}
