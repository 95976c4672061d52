/* SPDX-License-Identifier: MIT */
/*
 * Findings about one series. Rates are computed only of the few months that are looked at:
 * whole series of them would cost a hundred times as much.
 */
#include "findings_internal.h"
#include "operator_internal.h"

enum {
    SINCE_LEAST = 3, /* months before: a high or low over fewer is no news */
    RECORD_LEAST = 12, /* months of the data */
    STREAK_LEAST = 2,
    LEVEL_LEAST = 3, /* months */
    LEVEL_PER_CENT = 25,
    RANGE_YEARS_LEAST = 3,
    RANGE_YEARS_MOST = 5,
};

static int sign_of(struct observation rate)
{
    return observation_has_value(rate) ? ratio_sign(rate.value) : 0;
}

/* --- changes -------------------------------------------------------------------- */

static void find_change(const struct maker *maker, const struct topic *topic,
                        enum rate_base base)
{
    bool is_year = base == RATE_YEAR_AGO;
    enum finding_kind kind = is_year ? FINDING_CHANGE_YEAR : FINDING_CHANGE_MONTH;
    struct period earlier = period_shift(maker->period, is_year ? -12 : -1);
    struct observation before = series_at(topic->series, earlier);
    if (!observation_has_value(before)) {
        findings_withhold(maker, topic, kind, "%.*s",
                          STR_ARG(findings_why(maker->arena, before)));
        return;
    }
    struct observation rate =
        operator_rate_at(maker->scratch, topic->series, base, maker->period);
    if (!observation_has_value(rate)) {
        return; /* from zero or below there is no rate */
    }
    struct finding *finding = findings_add(maker, topic, kind);
    finding->comparator = before;
    finding->rate = rate;
    finding->sign = sign_of(rate);
}

/* What is 0.0% in print is no rise to a reader. */
static bool is_unchanged(struct observation rate)
{
    return !ratio_round(rate.value, 1).units;
}

/* The sign of operator_rate(); where no rates are published, that of the change. */
static int rate_sign(const struct maker *maker, const struct series *series,
                     enum rate_base base, struct period month)
{
    if (series->rates[base]) {
        return sign_of(operator_rate_at(maker->scratch, series, base, month));
    }
    int months = base == RATE_YEAR_AGO ? 12 : 1;
    const struct observation *now = series_find(series, month);
    const struct observation *before = series_find(series, period_shift(month, -months));
    bool is_known = now && before && observation_has_value(*now) &&
                    observation_has_value(*before) && ratio_sign(before->value) > 0;
    return is_known ? ratio_compare(now->value, before->value) : 0;
}

/* How many months in a row, from `last` back, have rates of the sign; `last` becomes the
 * month before them. */
static size_t run_of(const struct maker *maker, const struct series *series,
                     enum rate_base base, int sign, struct period *last)
{
    size_t count = 0;
    while (sign && rate_sign(maker, series, base, *last) == sign) {
        count++;
        *last = period_shift(*last, -1);
    }
    return count;
}

static void find_streak(const struct maker *maker, const struct topic *topic,
                        enum rate_base base, const struct finding *change)
{
    bool is_year = base == RATE_YEAR_AGO;
    struct period before = maker->period;
    struct streak streak = {.sign = change->sign};
    streak.count = run_of(maker, topic->series, base, streak.sign, &before);
    if (streak.count < STREAK_LEAST) {
        return;
    }
    struct observation last = operator_rate_at(maker->scratch, topic->series, base, before);
    streak.is_exact = observation_has_value(last);
    struct finding *finding =
        findings_add(maker, topic, is_year ? FINDING_STREAK_YEAR : FINDING_STREAK_MONTH);
    finding->streak = streak;
    finding->rate = change->rate;
    finding->comparator = change->comparator;
    finding->sign = streak.sign;
    finding->is_complete = streak.is_exact;
}

/* The first rise after falls, or the other way round. */
static void find_first(const struct maker *maker, const struct topic *topic,
                       enum rate_base base, const struct finding *change)
{
    bool is_year = base == RATE_YEAR_AGO;
    struct period before = period_shift(maker->period, -1);
    size_t opposite = run_of(maker, topic->series, base, -change->sign, &before);
    if (opposite < STREAK_LEAST) {
        return;
    }
    struct observation last = operator_rate_at(maker->scratch, topic->series, base, before);
    struct finding *finding =
        findings_add(maker, topic, is_year ? FINDING_FIRST_YEAR : FINDING_FIRST_MONTH);
    finding->count = opposite + 1;
    finding->rate = change->rate;
    finding->comparator = change->comparator;
    finding->sign = change->sign;
    finding->is_complete = sign_of(last) == change->sign;
}

static void find_changes(const struct maker *maker, const struct topic *topic,
                         enum rate_base base)
{
    size_t index = maker->list->count;
    find_change(maker, topic, base);
    bool is_made = maker->list->count > index && !maker->list->at[index].withheld.length;
    if (is_made && !is_unchanged(maker->list->at[index].rate)) {
        struct finding change = maker->list->at[index];
        find_streak(maker, topic, base, &change);
        find_first(maker, topic, base, &change);
    }
}

/* --- sums to date --------------------------------------------------------------- */

/* January to the month, of this year and the one before: published, or what covers it. */
static struct series sums_to_date(const struct maker *maker, const struct series *series)
{
    struct series sums = *series;
    struct period months = period_to_date(maker->period);
    const struct period years[] = {period_shift(months, -12), months};
    sums.at = arena_array(maker->scratch, struct observation, COUNT_OF(years));
    sums.count = sums.capacity = COUNT_OF(years);
    sums.is_to_date = true;
    for (size_t i = 0; i < COUNT_OF(years); i++) {
        const struct observation *published = series_find(series, years[i]);
        struct operand sum = operand_cover(maker->scratch, series, years[i], NULL);
        sums.at[i] = published && observation_has_value(*published)
                         ? *published
                         : operator_result(years[i], sum);
    }
    return sums;
}

static void find_to_date(const struct maker *maker, const struct topic *topic)
{
    if (period_month_of_year(maker->period) == 1) {
        return; /* January to January is the month */
    }
    const struct series sums = sums_to_date(maker, topic->series);
    struct period months = period_to_date(maker->period);
    for (size_t i = sums.count; i > 0; i--) {
        if (!observation_has_value(sums.at[i - 1])) {
            str last = period_name(maker->arena, period_last_month(sums.at[i - 1].period));
            findings_withhold(maker, topic, FINDING_TO_DATE,
                              "not all months from January to %.*s are known",
                              STR_ARG(last));
            return;
        }
    }
    struct observation rate =
        operator_rate_at(maker->scratch, &sums, RATE_YEAR_AGO, months);
    if (!observation_has_value(rate)) {
        return; /* from zero or below there is no rate */
    }
    struct finding *finding = findings_add(maker, topic, FINDING_TO_DATE);
    finding->value = sums.at[1];
    finding->comparator = sums.at[0];
    finding->rate = rate;
    finding->sign = sign_of(rate);
}

/* --- highs and lows ------------------------------------------------------------- */

/* Whether the data have no figure before the month. */
static bool is_beginning(const struct series *series, struct period month)
{
    return !series->count || series->at[0].period.first >= month.first;
}

/* The largest (smallest) value of the months before. */
static struct observation next_best(const struct maker *maker, const struct topic *topic,
                                    struct since since)
{
    struct period window = {maker->period.first - (int)since.months, (int)since.months};
    return since.is_high ? series_maximum(topic->series, window)
                         : series_minimum(topic->series, window);
}

static void find_since(const struct maker *maker, const struct topic *topic,
                       struct since since)
{
    struct period end = period_shift(maker->period, -1 - (int)since.months);
    bool is_record = !period_is_set(since.month) &&
                     is_beginning(topic->series, period_shift(end, 1)) &&
                     since.months + 1 >= RECORD_LEAST;
    if (since.months < SINCE_LEAST) {
        return;
    }
    enum finding_kind kind = since.is_high ? FINDING_SINCE_HIGH : FINDING_SINCE_LOW;
    if (is_record) {
        kind = since.is_high ? FINDING_RECORD_HIGH : FINDING_RECORD_LOW;
    }
    struct finding *finding = findings_add(maker, topic, kind);
    finding->since = since;
    finding->count = since.months + 1;
    finding->sign = since.is_high ? 1 : -1;
    finding->is_complete = is_record || period_is_set(since.month);
    finding->comparator = next_best(maker, topic, since);
}

/* A hole so near that there is no window to speak of. */
static void withhold_since(const struct maker *maker, const struct topic *topic)
{
    for (int back = 1; back <= SINCE_LEAST; back++) {
        struct period month = period_shift(maker->period, -back);
        struct observation before = series_at(topic->series, month);
        if (!observation_has_value(before) && !is_beginning(topic->series, month)) {
            findings_withhold(maker, topic, FINDING_SINCE_HIGH, "%.*s",
                              STR_ARG(findings_why(maker->arena, before)));
            return;
        }
    }
}

static void find_extremes(const struct maker *maker, const struct topic *topic)
{
    size_t before = maker->list->count;
    find_since(maker, topic, finding_high_since(topic->series, maker->period));
    find_since(maker, topic, finding_low_since(topic->series, maker->period));
    if (maker->list->count == before) {
        withhold_since(maker, topic);
    }
}

/* --- the same month of other years ---------------------------------------------- */

struct range {
    struct observation high, low;
    struct ratio sum;
    size_t years;
};

/* Of the same month in the years before, as far back as each is known. */
static struct range usual_range(const struct maker *maker, const struct topic *topic)
{
    struct range range = {.sum = ratio_from(0)};
    while (range.years < RANGE_YEARS_MOST) {
        struct period month = period_shift(maker->period, -12 * (int)(range.years + 1));
        struct observation year = series_at(topic->series, month);
        if (!observation_has_value(year)) {
            break;
        }
        bool is_first = !range.years++;
        if (is_first || ratio_compare(year.value, range.high.value) > 0) {
            range.high = year;
        }
        if (is_first || ratio_compare(year.value, range.low.value) < 0) {
            range.low = year;
        }
        range.sum = ratio_add(range.sum, year.value);
    }
    return range;
}

static void find_usual_range(const struct maker *maker, const struct topic *topic)
{
    struct range range = usual_range(maker, topic);
    struct period hole = period_shift(maker->period, -12 * (int)(range.years + 1));
    if (range.years < RANGE_YEARS_LEAST) {
        if (range.years && !is_beginning(topic->series, hole)) {
            struct observation year = series_at(topic->series, hole);
            findings_withhold(maker, topic, FINDING_USUAL_RANGE, "%.*s",
                              STR_ARG(findings_why(maker->arena, year)));
        }
        return;
    }
    bool is_above = ratio_compare(topic->now.value, range.high.value) > 0;
    bool is_below = ratio_compare(topic->now.value, range.low.value) < 0;
    struct ratio mean = ratio_divide(range.sum, ratio_from((int64_t)range.years));
    if ((!is_above && !is_below) || !ratio_is_valid(mean) || ratio_sign(mean) <= 0) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_USUAL_RANGE);
    finding->sign = is_above ? 1 : -1;
    finding->count = range.years;
    finding->comparator = is_above ? range.high : range.low;
    struct ratio distance = ratio_divide(ratio_subtract(topic->now.value, mean), mean);
    finding->rate =
        findings_per_cent(topic->now, ratio_multiply(ratio_from(100), distance));
}

/* 1 where the month is a quarter or more above the same one a year before, -1 below; 0
 * where a rate would say nothing. */
static int level_sign(const struct series *series, struct period month)
{
    struct observation value = series_at(series, month);
    struct observation before = series_at(series, period_shift(month, -12));
    if (!observation_has_value(value) || !observation_has_value(before) ||
        ratio_sign(before.value) <= 0 || ratio_sign(value.value) < 0) {
        return 0;
    }
    struct ratio hundredfold = ratio_multiply(value.value, ratio_from(100));
    struct ratio above = ratio_multiply(before.value, ratio_from(100 + LEVEL_PER_CENT));
    struct ratio below = ratio_multiply(before.value, ratio_from(100 - LEVEL_PER_CENT));
    if (!ratio_is_valid(hundredfold) || !ratio_is_valid(above)) {
        return 0;
    }
    return (ratio_compare(hundredfold, above) >= 0) -
           (ratio_compare(hundredfold, below) <= 0);
}

static void find_level_shift(const struct maker *maker, const struct topic *topic)
{
    struct period month = maker->period;
    struct streak streak = {.sign = level_sign(topic->series, month)};
    while (streak.sign && level_sign(topic->series, month) == streak.sign) {
        streak.count++;
        month = period_shift(month, -1);
    }
    struct period year_before = period_shift(month, -12);
    streak.is_exact = observation_has_value(series_at(topic->series, month)) &&
                      observation_has_value(series_at(topic->series, year_before));
    if (streak.count < LEVEL_LEAST) {
        return;
    }
    struct observation rate =
        operator_rate_at(maker->scratch, topic->series, RATE_YEAR_AGO, maker->period);
    if (!observation_has_value(rate)) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_LEVEL_SHIFT);
    finding->streak = streak;
    finding->sign = streak.sign;
    finding->is_complete = streak.is_exact;
    finding->rate = rate;
    finding->comparator = series_at(topic->series, period_shift(maker->period, -12));
}

/* --- shipments after none ------------------------------------------------------- */

static bool is_nothing(struct observation observation)
{
    return observation_has_value(observation) && !ratio_sign(observation.value);
}

static void find_first_shipment(const struct maker *maker, const struct topic *topic)
{
    struct period month = period_shift(maker->period, -1);
    size_t empty = 0;
    while (is_nothing(series_at(topic->series, month))) {
        empty++;
        month = period_shift(month, -1);
    }
    if (empty < STREAK_LEAST || ratio_sign(topic->now.value) <= 0) {
        return;
    }
    struct observation last = series_at(topic->series, month);
    struct finding *finding = findings_add(maker, topic, FINDING_FIRST_SHIPMENT);
    finding->count = empty + 1;
    finding->sign = 1;
    finding->is_complete = observation_has_value(last);
    finding->comparator = last;
}

void findings_of_series(const struct maker *maker, const struct topic *topic)
{
    if (topic->series->is_rate) {
        find_extremes(maker, topic);
        return;
    }
    find_changes(maker, topic, RATE_PREVIOUS);
    find_changes(maker, topic, RATE_YEAR_AGO);
    find_to_date(maker, topic);
    find_extremes(maker, topic);
    find_usual_range(maker, topic);
    find_level_shift(maker, topic);
    find_first_shipment(maker, topic);
}

void findings_of_unit_value(const struct maker *maker, const struct topic *topic)
{
    struct observation before = series_at(topic->series, period_shift(maker->period, -12));
    struct observation rate =
        operator_rate_at(maker->scratch, topic->series, RATE_YEAR_AGO, maker->period);
    if (!observation_has_value(rate) || ratio_sign(topic->now.value) < 0) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_UNIT_VALUE);
    finding->comparator = before;
    finding->rate = rate;
    finding->sign = sign_of(rate);
}
