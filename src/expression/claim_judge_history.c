/* SPDX-License-Identifier: MIT */
/* What is said of a month and those before it. A month that is not known keeps it open. */
#include "claim_internal.h"

#include "base/number.h"

static str month_name(const struct judge *judge, struct period month)
{
    return period_name(judge->arena, month);
}

/* --- highest, lowest -------------------------------------------------------------------
 */

static bool is_high(enum claim_kind kind)
{
    return kind == CLAIM_HIGHEST_SINCE || kind == CLAIM_HIGHEST_IN;
}

static const char *extreme_name(enum claim_kind kind)
{
    return is_high(kind) ? "highest" : "lowest";
}

/* Earlier months that must be below (above), and whether the one before them must not. */
struct reach {
    size_t months;
    bool has_end;
};

static struct reach reach_of(const struct claim *claim)
{
    if (claim->kind == CLAIM_HIGHEST_IN || claim->kind == CLAIM_LOWEST_IN) {
        return (struct reach){claim->count - 1, false};
    }
    return (struct reach){(size_t)(claim->period.first - claim->month.first) - 1, true};
}

/* 1 where it is above (below) the earlier one, -1 where that is above (below), 0 where the
 * rounding does not tell. */
static int compare(enum claim_kind kind, struct observation now, struct observation earlier)
{
    int sign = judge_is_above(now, earlier) ? 1 : judge_is_above(earlier, now) ? -1 : 0;
    return is_high(kind) ? sign : -sign;
}

/* The latest of `count` earlier months that compares so; else unset. */
static struct period find_month(const struct judge *judge, const struct series *series,
                                size_t count, int wanted)
{
    struct period period = judge->claim->period;
    struct observation now = series_at(series, period);
    for (size_t i = 1; i <= count; i++) {
        struct period month = period_shift(period, -(int)i);
        struct observation at = series_at(series, month);
        if (observation_has_value(at) && compare(judge->claim->kind, now, at) == wanted) {
            return month;
        }
    }
    return (struct period){0};
}

/* The months that have no figure among the earlier ones from number `from` to `count`:
 * "February 2025, April 2025". */
static str unknown_months(const struct judge *judge, const struct series *series,
                          size_t from, size_t count)
{
    enum { SHOWN_MAX = 4 };
    str names[SHOWN_MAX];
    size_t unknown = 0;
    for (size_t i = count; i >= from; i--) {
        struct period month = period_shift(judge->claim->period, -(int)i);
        if (!observation_has_value(series_at(series, month))) {
            if (unknown < SHOWN_MAX) {
                names[unknown] = month_name(judge, month);
            }
            unknown++;
        }
    }
    size_t shown = unknown < SHOWN_MAX ? unknown : SHOWN_MAX;
    str list = str_join(judge->arena, names, shown, S(", "));
    return unknown > shown ? str_print(judge->arena, "%.*s and %zu more", STR_ARG(list),
                                       unknown - shown)
                           : list;
}

static bool say_rival(const struct judge *judge, const struct series *series,
                      const struct value *now, struct period rival)
{
    struct value then = value_at(judge->arena, series, rival);
    str found = judge_found(judge, now);
    str before = judge_amount(judge, &then);
    str month = month_name(judge, rival);
    return judge_say(judge, VERDICT_FALSE, "%.*s, but already %.*s in %.*s", STR_ARG(found),
                     STR_ARG(before), STR_ARG(month));
}

static bool say_close(const struct judge *judge, const struct series *series,
                      const struct value *now, struct period close)
{
    struct value then = value_at(judge->arena, series, close);
    str found = judge_found(judge, now);
    str before = judge_amount(judge, &then);
    str month = month_name(judge, close);
    return judge_say(
        judge, VERDICT_UNDECIDABLE,
        "%.*s, and %.*s in %.*s: which is the %s, their rounding does not tell",
        STR_ARG(found), STR_ARG(before), STR_ARG(month), extreme_name(judge->claim->kind));
}

/* All months of the reach are below, and the one that should end it is not, or not known.
 */
static bool say_exact_end(const struct judge *judge, const struct series *series,
                          const struct value *now, const struct since *since)
{
    struct period end = judge->claim->month;
    struct value then = value_at(judge->arena, series, end);
    str found = judge_found(judge, now);
    str month = month_name(judge, end);
    if (!period_is_set(since->month)) {
        return judge_say(judge, VERDICT_UNDECIDABLE,
                         "%.*s, the %s in %zu months; %.*s is not known", STR_ARG(found),
                         extreme_name(judge->claim->kind), since->months + 1,
                         STR_ARG(month));
    }
    str before = judge_amount(judge, &then);
    return judge_say(judge, VERDICT_TRUE, "%.*s, after %.*s in %.*s", STR_ARG(found),
                     STR_ARG(before), STR_ARG(month));
}

/* The month that should end the reach is below too. */
static bool say_later_end(const struct judge *judge, const struct value *now,
                          const struct since *since)
{
    str found = judge_found(judge, now);
    const char *what = extreme_name(judge->claim->kind);
    if (!period_is_set(since->month)) {
        return judge_say(judge, VERDICT_FALSE, "%.*s, the %s in at least %zu months",
                         STR_ARG(found), what, since->months + 1);
    }
    str month = month_name(judge, since->month);
    return judge_say(judge, VERDICT_FALSE, "%.*s, the %s since %.*s", STR_ARG(found), what,
                     STR_ARG(month));
}

static bool say_extreme(const struct judge *judge, const struct series *series,
                        const struct value *now, const struct since *since)
{
    struct reach reach = reach_of(judge->claim);
    size_t compared = reach.months + (reach.has_end ? 1 : 0);
    struct period rival = find_month(judge, series, reach.months, -1);
    struct period close = find_month(judge, series, compared, 0);
    if (period_is_set(rival)) {
        return say_rival(judge, series, now, rival);
    }
    if (period_is_set(close)) {
        return say_close(judge, series, now, close);
    }
    const char *what = extreme_name(judge->claim->kind);
    if (since->months < reach.months) {
        str of = judge->claim->of->text;
        str months = unknown_months(judge, series, since->months + 1, compared);
        return judge_say(judge, VERDICT_UNDECIDABLE,
                         "%.*s was the %s of the months that are known; not known: %.*s",
                         STR_ARG(of), what, STR_ARG(months));
    }
    if (reach.has_end) {
        return since->months == reach.months ? say_exact_end(judge, series, now, since)
                                             : say_later_end(judge, now, since);
    }
    str found = judge_found(judge, now);
    return judge_say(judge, VERDICT_TRUE, "%.*s, the %s in %zu months", STR_ARG(found),
                     what, reach.months + 1);
}

bool judge_extreme(const struct judge *judge)
{
    struct value value;
    if (!judge_series(judge, &value)) {
        return false;
    }
    struct value now = value_number(judge->arena, &value, judge->claim->period);
    judge->judgement->value = now;
    if (now.kind == VALUE_NONE) {
        return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(now.text));
    }
    if (value.series->is_to_date && !value.series->is_rate) {
        return node_error(judge->claim->of, judge->error,
                          "a sum since January grows until December: it has no highs");
    }
    struct since since = is_high(judge->claim->kind)
                             ? finding_high_since(value.series, judge->claim->period)
                             : finding_low_since(value.series, judge->claim->period);
    return say_extreme(judge, value.series, &now, &since);
}

/* --- runs ------------------------------------------------------------------------------
 */

static int sign_of(enum claim_kind kind)
{
    return kind == CLAIM_FALLS_IN_A_ROW || kind == CLAIM_FIRST_FALL_IN ? -1 : 1;
}

static const char *movement(int sign)
{
    return sign < 0 ? "fall" : "rise";
}

static const char *brought(struct observation change)
{
    if (!observation_has_value(change)) {
        return "is not known";
    }
    int sign = ratio_sign(change.value);
    return sign < 0 ? "brought a fall" : sign > 0 ? "brought a rise" : "brought no change";
}

static bool say_other_sign(const struct judge *judge, int sign)
{
    str of = judge->claim->of->text;
    str when = judge_when(judge->arena, judge->claim->period);
    return judge_say(judge, VERDICT_FALSE, "%.*s has %s%s %.*s", STR_ARG(of),
                     sign ? "a " : "no change", sign ? movement(sign) : "", STR_ARG(when));
}

/* The period before a run of so many. */
static struct period before_run(const struct judge *judge, const struct series *changes,
                                size_t count)
{
    struct period period = judge->claim->period;
    period = changes->is_to_date ? period_last_month(period) : period;
    return period_shift(period, -(int)count * period.months);
}

/* Of a count that the claim states; an open one may be larger. */
static enum verdict verdict_of_count(const struct claim *claim, size_t count, bool is_open)
{
    if (is_open && count <= claim->count) {
        return VERDICT_UNDECIDABLE;
    }
    return count == claim->count ? VERDICT_TRUE : VERDICT_FALSE;
}

typedef bool changes_judge(const struct judge *judge, const struct series *changes);

/* Judges the changes that the claim counts if that of its period has the claim's sign. */
static bool judge_changes(const struct judge *judge, changes_judge *of_sign)
{
    struct value value;
    if (!judge_series(judge, &value)) {
        return false;
    }
    struct value changes = judge_change(judge, value);
    struct value change = value_number(judge->arena, &changes, judge->claim->period);
    judge->judgement->value = change;
    if (change.kind == VALUE_NONE) {
        return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(change.text));
    }
    int sign = ratio_sign(change.number);
    return sign == sign_of(judge->claim->kind) ? of_sign(judge, changes.series)
                                               : say_other_sign(judge, sign);
}

static bool run_of_sign(const struct judge *judge, const struct series *changes)
{
    const struct claim *claim = judge->claim;
    struct streak run = finding_streak(changes, claim->period);
    struct period before = before_run(judge, changes, run.count);
    str of = claim->of->text;
    str nth = number_ordinal(judge->arena, run.count);
    str when = judge_when(judge->arena, claim->period);
    str month = month_name(judge, before);
    return judge_say(judge, verdict_of_count(claim, run.count, !run.is_exact),
                     "%.*s: the %.*s %s in a row %.*s; %.*s %s", STR_ARG(of), STR_ARG(nth),
                     movement(run.sign), STR_ARG(when), STR_ARG(month),
                     brought(series_at(changes, before)));
}

bool judge_run(const struct judge *judge)
{
    return judge_changes(judge, run_of_sign);
}

static bool first_of_sign(const struct judge *judge, const struct series *changes)
{
    const struct claim *claim = judge->claim;
    size_t length = finding_first_after(changes, claim->period) + 1;
    struct period end = before_run(judge, changes, length);
    struct observation before = series_at(changes, end);
    bool is_open = !observation_has_value(before);
    str of = claim->of->text;
    str when = judge_when(judge->arena, claim->period);
    str month = month_name(judge, end);
    return judge_say(judge, verdict_of_count(claim, length, is_open),
                     "%.*s: the %s %.*s is the first in %zu periods; %.*s %s", STR_ARG(of),
                     movement(sign_of(claim->kind)), STR_ARG(when), length, STR_ARG(month),
                     brought(before));
}

bool judge_first(const struct judge *judge)
{
    return judge_changes(judge, first_of_sign);
}
