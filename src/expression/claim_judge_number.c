/* SPDX-License-Identifier: MIT */
/*
 * Figures and directions. A text's figure stands for an interval, and so does
 * what is computed from published figures, which are rounded themselves.
 *
 *   true           every number that the data allow is printed as the text has it;
 *                  or the one that is computed is, and the data are no coarser than
 *                  the text; or the rate that the source has published is; or the
 *                  amount is what the published figures make to the last digit
 *   false          none of them is
 *   not decidable  some are: the data are too coarse to tell
 */
#include "claim_internal.h"

/* The numbers that a claim allows. An end that is not valid is no end. */
struct target {
    struct ratio low, high;
    bool is_low_open, is_high_open; /* more than, less than: the end itself is not in it */
};

static struct target target_from(struct interval interval)
{
    return (struct target){interval.low, interval.high, false, false};
}

static struct target target_of(enum claim_kind kind, const struct claim_figure *figure,
                               const struct claim_figure *upper)
{
    switch (kind) {
    case CLAIM_ABOUT:
        return target_from(claim_figure_about(figure));
    case CLAIM_MORE_THAN:
        return (struct target){.low = figure->number, .is_low_open = true};
    case CLAIM_AT_LEAST:
        return (struct target){.low = figure->stated.low};
    case CLAIM_LESS_THAN:
        return (struct target){.high = figure->number, .is_high_open = true};
    case CLAIM_AT_MOST:
        return (struct target){.high = figure->stated.high};
    case CLAIM_BETWEEN:
        return (struct target){.low = figure->stated.low, .high = upper->stated.high};
    default:
        return target_from(figure->stated);
    }
}

static bool is_above_low(const struct target *target, struct ratio number)
{
    return !ratio_is_valid(target->low) ||
           ratio_compare(number, target->low) >= (target->is_low_open ? 1 : 0);
}

static bool is_below_high(const struct target *target, struct ratio number)
{
    return !ratio_is_valid(target->high) ||
           ratio_compare(number, target->high) <= (target->is_high_open ? -1 : 0);
}

static bool has_number(const struct target *target, struct ratio number)
{
    return is_above_low(target, number) && is_below_high(target, number);
}

/* A number that two intervals have in common only at their ends belongs to one of them:
 * 5,773.5 is printed as 5,774. */
static bool is_apart(const struct target *target, struct interval possible)
{
    bool is_exact = ratio_compare(possible.low, possible.high) == 0;
    if (is_exact) {
        return !has_number(target, possible.low);
    }
    return (ratio_is_valid(target->low) &&
            ratio_compare(possible.high, target->low) <= 0) ||
           (ratio_is_valid(target->high) && ratio_compare(possible.low, target->high) >= 0);
}

/* The data tell more numbers apart than the text does. */
static bool is_fine(const struct target *target, struct interval possible)
{
    struct interval allowed = {target->low, target->high};
    return interval_is_valid(allowed) && !interval_is_narrower(allowed, possible);
}

static enum verdict compare(const struct target *target, struct ratio number,
                            struct interval possible)
{
    if (!interval_is_valid(possible)) {
        return VERDICT_UNDECIDABLE;
    }
    if (is_apart(target, possible)) {
        return VERDICT_FALSE;
    }
    bool is_inside = has_number(target, possible.low) && has_number(target, possible.high);
    return is_inside || (has_number(target, number) && is_fine(target, possible))
               ? VERDICT_TRUE
               : VERDICT_UNDECIDABLE;
}

/* --- what is compared ------------------------------------------------------------------
 */

/* The rate of change that the source has published for the value, or NULL; none for
 * `mom_computed`, which asks for what the figures give. A change in tonnes and a
 * contribution in points are of a series and a base too, and not its rate. */
static const struct observation *published_rate(const struct value *value,
                                                struct period period)
{
    bool is_rate = value->kind == VALUE_SERIES && value->of && value->base != RATE_NONE &&
                   str_equal(value->series->unit, S("%")) &&
                   !str_ends(value_name(value), S("_computed"));
    const struct series *rates = is_rate ? value->of->rates[value->base] : NULL;
    struct observation at = rates ? series_at(rates, period) : (struct observation){0};
    return observation_has_value(at) ? series_find(rates, at.period) : NULL;
}

/* What a value is at the period. A rate whose base is not known is what the source has
 * published of it, if it has. */
static struct value number_of(const struct judge *judge, const struct value *value,
                              struct period period)
{
    struct value number = value_number(judge->arena, value, period);
    const struct observation *published = published_rate(value, period);
    if (number.kind != VALUE_NONE || !published) {
        return number;
    }
    number = value_from_number(published->value, value->series->unit);
    number.possible = published->possible;
    number.places = observation_places(*published, number.unit);
    number.period = published->period;
    return number;
}

/* Figures of which some are below zero may be so where they are not known. */
static bool has_negative(const struct series *series)
{
    bool is_found = false;
    for (size_t i = 0; i < series->count && !is_found; i++) {
        is_found = ratio_sign(series->at[i].value) < 0;
    }
    return is_found;
}

/* Amounts, none below zero, that are known of a longer period without a figure of its own
 * are the least that it comes to: an interval without an end. False where none are. */
static bool least_of(const struct judge *judge, const struct value *value,
                     struct value *least, size_t *months)
{
    const struct series *series = value->kind == VALUE_SERIES ? value->series : NULL;
    struct period period = judge->claim->period;
    *months = 0;
    if (!series || series->is_rate || series->is_to_date || period.months == 1 ||
        str_equal(series->unit, S("%")) || has_negative(series)) {
        return false;
    }
    struct interval sum = interval_of(ratio_from(0));
    for (int i = 0; i < period.months; i++) {
        struct observation month = series_at(series, (struct period){period.first + i, 1});
        if (observation_has_value(month)) {
            sum = interval_add(sum, month.possible);
            ++*months;
        }
    }
    *least = value_from_number(sum.low, series->unit);
    least->possible.high = ratio_from(INT64_MAX);
    return *months && interval_is_valid(sum);
}

static bool say_least(const struct judge *judge, const struct target *target,
                      const struct value *value, str missing)
{
    struct value least;
    size_t months;
    if (!least_of(judge, value, &least, &months)) {
        return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(missing));
    }
    str sum = claim_amount(judge->arena, least.number, 0, least.unit);
    return judge_say(judge, compare(target, least.number, least.possible),
                     "%.*s; %zu of its months %s known and come%s to at least %.*s",
                     STR_ARG(missing), months, months == 1 ? "is" : "are",
                     months == 1 ? "s" : "", STR_ARG(sum));
}

static bool say_value(const struct judge *judge, enum verdict verdict,
                      const struct value *value)
{
    str found = judge_found(judge, value);
    if (verdict != VERDICT_UNDECIDABLE) {
        return judge_say(judge, verdict, "%.*s", STR_ARG(found));
    }
    if (!interval_is_valid(value->possible)) {
        return judge_say(judge, verdict, "%.*s, but how exact that is is not known",
                         STR_ARG(found));
    }
    int places = judge->claim->figure.places + 1;
    str low = claim_amount(judge->arena, value->possible.low, places, value->unit);
    str high = claim_amount(judge->arena, value->possible.high, places, value->unit);
    return judge_say(judge, verdict,
                     "%.*s, but the figures behind it are rounded: anything from %.*s to "
                     "%.*s is possible",
                     STR_ARG(found), STR_ARG(low), STR_ARG(high));
}

static bool find_target(const struct judge *judge, str unit, struct target *target)
{
    const struct claim *claim = judge->claim;
    const struct node *node = claim->statement;
    struct claim_figure figure;
    struct claim_figure upper = {0};
    if (!claim_figure_convert(&claim->figure, unit, node, &figure, judge->error) ||
        (claim->kind == CLAIM_BETWEEN &&
         !claim_figure_convert(&claim->upper, unit, node, &upper, judge->error))) {
        return false;
    }
    *target = target_of(claim->kind, &figure, &upper);
    return true;
}

static bool expect_number(const struct judge *judge, const struct value *number)
{
    return number->kind == VALUE_NUMBER || number->kind == VALUE_NONE ||
           node_error(judge->claim->of, judge->error,
                      "%.*s is said of a number or a series, not %s",
                      STR_ARG(judge->claim->statement->key), value_kind_name(number->kind));
}

static bool is_amount(const struct value *number)
{
    return number->unit.length && !str_equal(number->unit, S("%")) &&
           !str_equal(number->unit, S("pp"));
}

/* A sum or difference that is exactly as stated was made from the same figures. A rate may
 * be so by chance. */
static bool is_same_amount(const struct judge *judge, const struct value *number)
{
    struct claim_figure figure;
    struct error unused = {0};
    return is_amount(number) && judge->claim->kind == CLAIM_FIGURE &&
           claim_figure_convert(&judge->claim->figure, number->unit,
                                judge->claim->statement, &figure, &unused) &&
           ratio_compare(figure.number, number->number) == 0;
}

/* The published rate decides where the computed one cannot. */
static enum verdict verdict_of(const struct judge *judge, const struct target *target,
                               const struct value *value, const struct value *number)
{
    enum verdict verdict = compare(target, number->number, number->possible);
    const struct observation *published = published_rate(value, judge->scope.issue);
    bool is_confirmed = published && has_number(target, published->value) &&
                        is_fine(target, published->possible);
    return verdict == VERDICT_UNDECIDABLE && (is_confirmed || is_same_amount(judge, number))
               ? VERDICT_TRUE
               : verdict;
}

bool judge_figure_fits(const struct judge *judge, const struct value *value,
                       enum verdict *verdict)
{
    struct value number = number_of(judge, value, judge->scope.issue);
    struct target target = {0};
    *verdict = VERDICT_UNDECIDABLE;
    if (number.kind != VALUE_NUMBER) {
        return true;
    }
    if (!find_target(judge, number.unit, &target)) {
        return false;
    }
    *verdict = verdict_of(judge, &target, value, &number);
    return true;
}

bool judge_number(const struct judge *judge)
{
    struct value value;
    if (!judge_evaluate(judge, &judge->scope, &value)) {
        return false;
    }
    struct value number = number_of(judge, &value, judge->claim->period);
    if (!expect_number(judge, &number)) {
        return false;
    }
    struct target target = {0};
    str unit = value.kind == VALUE_SERIES ? value.series->unit : number.unit;
    bool has_unit = value.kind == VALUE_SERIES || number.kind == VALUE_NUMBER;
    if (has_unit && !find_target(judge, unit, &target)) {
        return false;
    }
    judge->judgement->value = number;
    if (number.kind == VALUE_NONE) {
        return has_unit
                   ? say_least(judge, &target, &value, number.text)
                   : judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(number.text));
    }
    return say_value(judge, verdict_of(judge, &target, &value, &number), &number);
}

/* --- direction -------------------------------------------------------------------------
 */

/* The change that a direction is of. */
static bool find_change(const struct judge *judge, struct value *change, bool *is_of_level)
{
    struct value value;
    if (!judge_evaluate(judge, &judge->scope, &value)) {
        return false;
    }
    *is_of_level = value.kind == VALUE_SERIES && value.base == RATE_NONE;
    value = judge_change(judge, value);
    *change = value_number(judge->arena, &value, judge->claim->period);
    return expect_number(judge, change);
}

/* "products fell by 213 t in December 2025", "total.mom was −5.2% in October 2025" */
static bool say_change(const struct judge *judge, enum verdict verdict,
                       const struct value *change, bool is_of_level)
{
    int sign = ratio_sign(change->number);
    struct value shown = *change;
    shown.number = is_of_level ? ratio_absolute(change->number) : change->number;
    str of = judge->claim->of->text;
    str amount = judge_amount(judge, &shown);
    str when = judge_when(judge->arena, judge->claim->period);
    const char *how = !is_of_level ? "was"
                      : sign < 0   ? "fell by"
                      : sign > 0   ? "rose by"
                                   : "changed by";
    const char *doubt = verdict == VERDICT_UNDECIDABLE
                            ? ", which is within the rounding of its figures"
                            : "";
    return judge_say(judge, verdict, "%.*s %s %.*s %.*s%s", STR_ARG(of), how,
                     STR_ARG(amount), STR_ARG(when), doubt);
}

/* What counts as no change: of an amount nothing else, of a rate what is printed as 0. */
static struct target no_change(const struct value *change)
{
    struct ratio unit = ratio_from_decimal((struct decimal){1, change->places});
    struct ratio half = ratio_divide(unit, ratio_from(2));
    struct ratio margin = is_amount(change) ? ratio_from(0) : half;
    return target_from(interval_around(ratio_from(0), margin));
}

/* Two figures that are printed alike are unchanged, whatever they were before rounding. */
static enum verdict verdict_of_change(const struct value *change, int sign)
{
    const struct target targets[] = {
        {.high = ratio_from(0), .is_high_open = true},
        no_change(change),
        {.low = ratio_from(0), .is_low_open = true},
    };
    bool is_zero = sign == 0 && ratio_sign(change->number) == 0;
    return is_zero ? VERDICT_TRUE
                   : compare(&targets[sign + 1], change->number, change->possible);
}

bool judge_direction(const struct judge *judge)
{
    struct value change;
    bool is_of_level;
    if (!find_change(judge, &change, &is_of_level)) {
        return false;
    }
    judge->judgement->value = change;
    if (change.kind == VALUE_NONE) {
        return judge_say(judge, VERDICT_UNDECIDABLE, "%.*s", STR_ARG(change.text));
    }
    return say_change(judge, verdict_of_change(&change, judge->claim->sign), &change,
                      is_of_level);
}
