/* SPDX-License-Identifier: MIT */
/* Judging: what a claim is of is computed at its period, and its statement compared. */
#include "claim_internal.h"

#include "base/language.h"
#include "expression/expression.h"

bool judge_say(const struct judge *judge, enum verdict verdict, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    judge->judgement->verdict = verdict;
    judge->judgement->why = str_print_list(judge->arena, format, arguments);
    va_end(arguments);
    return true;
}

struct scope judge_scope_at(struct arena *arena, const struct scope *scope,
                            struct period period)
{
    struct scope copy = *scope;
    copy.issue = period;
    copy.at = arena_array(arena, struct name, scope->count + 1);
    copy.count = 0;
    copy.capacity = scope->count + 1;
    for (size_t i = 0; i < scope->count; i++) {
        if (!str_equal(scope->at[i].name, S("period"))) {
            copy.at[copy.count++] = scope->at[i];
        }
    }
    scope_add(arena, &copy, S("period"), value_from_period(period));
    return copy;
}

bool judge_evaluate(const struct judge *judge, const struct scope *scope,
                    struct value *value)
{
    struct error found = {0};
    if (expression_node(judge->arena, judge->claim->of, scope, value, &found)) {
        return true;
    }
    if (found.kind == ERROR_CHECK) {
        *value = value_none(judge->arena, "%s", found.message);
        return true;
    }
    *judge->error = found;
    return false;
}

bool judge_series(const struct judge *judge, struct value *value)
{
    return judge_evaluate(judge, &judge->scope, value) &&
           (value->kind == VALUE_SERIES || value->kind == VALUE_NONE ||
            node_error(judge->claim->of, judge->error, "%.*s is said of a series, not %s",
                       STR_ARG(judge->claim->statement->key),
                       value_kind_name(value->kind)));
}

struct value judge_change(const struct judge *judge, struct value value)
{
    if (value.kind != VALUE_SERIES || value.base != RATE_NONE) {
        return value;
    }
    struct value change =
        value_from_series(operator_change(judge->arena, value.series, RATE_PREVIOUS));
    change.of = value.series;
    change.base = RATE_PREVIOUS;
    return change;
}

str judge_when(struct arena *arena, struct period period)
{
    enum period_kind kind = period_kind(period);
    bool has_article = kind == PERIOD_QUARTER || kind == PERIOD_HALF_YEAR;
    str name = period_name(arena, period);
    return str_print(arena, "in %s%.*s", has_article ? "the " : "", STR_ARG(name));
}

/* The fewest decimals that show all of a number, if they are few; else `places`. */
static int exact_places(struct ratio number, int places)
{
    enum { PLACES_MAX = 3 };
    for (int fewest = 0; fewest <= PLACES_MAX; fewest++) {
        struct ratio rounded = ratio_from_decimal(ratio_round(number, fewest));
        if (ratio_compare(rounded, number) == 0) {
            return fewest;
        }
    }
    return places;
}

str judge_amount(const struct judge *judge, const struct value *value)
{
    enum { PLAIN_PLACES = 2 }; /* of a quotient, which has no usual ones */
    int stated = judge->claim->figure.places;
    int usual = value->unit.length ? value->places : PLAIN_PLACES;
    int places = usual > stated ? usual : stated;
    bool is_rate = value->places > 0;
    return claim_amount(judge->arena, value->number,
                        is_rate ? places : exact_places(value->number, places),
                        value->unit);
}

str judge_found(const struct judge *judge, const struct value *value)
{
    bool has_period = period_is_set(value->period);
    str of = judge->claim->of->text;
    str amount = judge_amount(judge, value);
    str when = judge_when(judge->arena, has_period ? value->period : judge->claim->period);
    return str_print(judge->arena, "%.*s was %.*s %.*s", STR_ARG(of), STR_ARG(amount),
                     STR_ARG(when));
}

bool judge_is_above(struct observation a, struct observation b)
{
    bool is_known = interval_is_valid(a.possible) && interval_is_valid(b.possible);
    return ratio_compare(a.value, b.value) > 0 &&
           (!is_known || ratio_compare(a.possible.low, b.possible.high) >= 0);
}

/* --- the calendar ----------------------------------------------------------------------
 */

static bool judge_weekday(const struct judge *judge)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};
    struct date date = judge->claim->date;
    int64_t since_monday = (date_to_epoch_days(date) + 3) % 7; /* 1970-01-01: a Thursday */
    size_t day = (size_t)(since_monday < 0 ? since_monday + 7 : since_monday);
    str name = language_date(judge->arena, language_english(), date);
    return judge_say(judge, day == judge->claim->count ? VERDICT_TRUE : VERDICT_FALSE,
                     "%.*s is a %s", STR_ARG(name), days[day]);
}

static bool judge_needs(const struct judge *judge)
{
    return judge_say(judge, VERDICT_UNDECIDABLE, "the data do not have %.*s",
                     STR_ARG(judge->claim->statement->text));
}

/* --- each month ------------------------------------------------------------------------
 */

static bool judge_once(const struct judge *judge);

/* True if it is for each month; false if it is not for one; else the months that are not
 * known keep it open. */
static bool judge_each_month(const struct judge *judge)
{
    const struct claim *claim = judge->claim;
    str open = {0};
    size_t known = 0;
    for (int i = 0; i < claim->period.months; i++) {
        struct claim monthly = *claim;
        struct judge one = *judge;
        monthly.period = (struct period){claim->period.first + i, 1};
        one.claim = &monthly;
        one.scope = judge_scope_at(judge->arena, &judge->scope, monthly.period);
        if (!judge_once(&one)) {
            return false;
        }
        struct judgement found = *judge->judgement;
        if (found.verdict == VERDICT_FALSE || found.verdict == VERDICT_WRONG_SERIES) {
            return true;
        }
        known += found.verdict == VERDICT_TRUE;
        open = found.verdict == VERDICT_UNDECIDABLE && !open.length ? found.why : open;
    }
    if (!open.length) {
        return judge_say(judge, VERDICT_TRUE, "it is so in all of the %d months",
                         claim->period.months);
    }
    return judge_say(judge, VERDICT_UNDECIDABLE,
                     "it is so in %zu of the %d months; of the others, the first: %.*s",
                     known, claim->period.months, STR_ARG(open));
}

/* --- one claim -------------------------------------------------------------------------
 */

static bool judge_once(const struct judge *judge)
{
    switch (judge->claim->kind) {
    case CLAIM_DIRECTION:
        return judge_direction(judge);
    case CLAIM_HIGHEST_SINCE:
    case CLAIM_LOWEST_SINCE:
    case CLAIM_HIGHEST_IN:
    case CLAIM_LOWEST_IN:
        return judge_extreme(judge);
    case CLAIM_FALLS_IN_A_ROW:
    case CLAIM_RISES_IN_A_ROW:
        return judge_run(judge);
    case CLAIM_FIRST_FALL_IN:
    case CLAIM_FIRST_RISE_IN:
        return judge_first(judge);
    case CLAIM_RANK:
        return judge_rank(judge);
    case CLAIM_ORDER:
    case CLAIM_TOP:
        return judge_order(judge);
    case CLAIM_WEEKDAY:
        return judge_weekday(judge);
    case CLAIM_NEEDS:
        return judge_needs(judge);
    default:
        return judge_number(judge) && judge_origin(judge);
    }
}

bool claim_judge(struct arena *arena, const struct claim *claim, const struct scope *scope,
                 struct judgement *judgement, struct error *error)
{
    *judgement = (struct judgement){0};
    struct judge judge = {
        .arena = arena,
        .claim = claim,
        .scope = judge_scope_at(arena, scope, claim->period),
        .judgement = judgement,
        .error = error,
    };
    return claim->is_each_month ? judge_each_month(&judge) : judge_once(&judge);
}
