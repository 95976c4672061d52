/* SPDX-License-Identifier: MIT */
/*
 * News is a saturating measure, part / (part + half): 0 for nothing, 1/2 at `half`,
 * never 1. A change is measured by the median change of its series, a window by its months.
 * What is a change and more (a streak, a first rise) is at least as new as the change.
 */
#include "salience.h"

#include <math.h>
#include <stdlib.h>

enum { HISTORY_MONTHS = 60, HISTORY_LEAST = 6, YEAR = 12 };

/* Levels by how many months they lie back; NAN where not known. */
struct levels {
    double at[HISTORY_MONTHS + YEAR + 1];
};

static struct levels levels_before(const struct series *series, struct period period)
{
    struct levels levels;
    for (size_t i = 0; i < COUNT_OF(levels.at); i++) {
        levels.at[i] = NAN;
    }
    for (size_t i = series->count; i > 0; i--) {
        const struct observation *month = &series->at[i - 1];
        int back = period.first - month->period.first;
        if (back >= (int)COUNT_OF(levels.at)) {
            break;
        }
        if (back >= 0 && month->period.months == 1 && observation_has_value(*month)) {
            levels.at[back] = ratio_to_double(month->value);
        }
    }
    return levels;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Median absolute change in % over `step` months, before the period itself. */
static double median_change(const struct levels *levels, size_t step)
{
    double changes[HISTORY_MONTHS];
    size_t count = 0;
    for (size_t back = 1; back <= HISTORY_MONTHS; back++) {
        double base = levels->at[back + step <= HISTORY_MONTHS + YEAR ? back + step : 0];
        double change = fabs(levels->at[back] - base) / base * 100;
        if (base > 0 && isfinite(change)) {
            changes[count++] = change;
        }
    }
    if (count < HISTORY_LEAST) {
        return 0;
    }
    qsort(changes, count, sizeof *changes, compare_doubles);
    return (changes[(count - 1) / 2] + changes[count / 2]) / 2;
}

static double mean_level(const struct levels *levels)
{
    double sum = 0;
    size_t count = 0;
    for (size_t back = 1; back <= HISTORY_MONTHS; back++) {
        if (!isnan(levels->at[back])) {
            sum += fabs(levels->at[back]);
            count++;
        }
    }
    return count ? sum / (double)count : 0;
}

struct history salience_history(const struct series *series, struct period period)
{
    struct levels levels = levels_before(series, period);
    return (struct history){
        .month = median_change(&levels, 1),
        .year = median_change(&levels, YEAR),
        .level = mean_level(&levels),
    };
}

/* --- the score of one finding --------------------------------------------------- */

static double saturate(double part, double half)
{
    return part / (part + half);
}

static double size_of(struct observation observation)
{
    return observation_has_value(observation) ? fabs(ratio_to_double(observation.value))
                                              : 0;
}

/* Both, where either would be news by itself. */
static double either(double a, double b)
{
    return 1 - (1 - a) * (1 - b);
}

/* A change is news by as much as it is larger than usual; 20% where nothing is usual. */
static double change_news(const struct finding *finding, double usual)
{
    const double unknown = 20;
    return saturate(size_of(finding->rate), usual > 0 ? usual : unknown);
}

/* Points between two shares. */
static double shift_news(const struct finding *finding)
{
    double before = size_of(finding->comparator);
    return saturate(fabs(size_of(finding->rate) - before), 5);
}

static double news_of(const struct finding *finding, double usual)
{
    double count = (double)finding->count;
    double streak = (double)finding->streak.count;
    switch (finding->kind) {
    case FINDING_CHANGE_MONTH:
    case FINDING_CHANGE_YEAR:
    case FINDING_UNIT_VALUE:
        return change_news(finding, usual);
    case FINDING_TO_DATE:
        return saturate(size_of(finding->rate), 10);
    case FINDING_RECORD_HIGH:
    case FINDING_RECORD_LOW:
        return saturate(count, 3);
    case FINDING_SINCE_HIGH:
    case FINDING_SINCE_LOW:
        return saturate(count, 5);
    case FINDING_STREAK_MONTH:
    case FINDING_STREAK_YEAR:
        return either(change_news(finding, usual), saturate(streak - 1, 8));
    case FINDING_FIRST_MONTH:
    case FINDING_FIRST_YEAR:
        return either(change_news(finding, usual), saturate(count - 1, 8));
    case FINDING_FIRST_SHIPMENT:
        return saturate(count, 6);
    case FINDING_LEADER:
        return finding->count == 1 ? 0.1 : 0.6;
    case FINDING_OVERTAKES:
        return 0.4;
    case FINDING_RANK:
        return saturate(fabs(count - (double)finding->before), 4);
    case FINDING_SHARE:
    case FINDING_CONCENTRATION:
        return shift_news(finding);
    case FINDING_CONTRIBUTION:
        return saturate(size_of(finding->rate), 150);
    case FINDING_USUAL_RANGE:
        return saturate(size_of(finding->rate), 25);
    case FINDING_LEVEL_SHIFT:
        return saturate(streak, 6);
    case FINDING_KIND_COUNT:
        break;
    }
    return 0;
}

static bool is_on_year(enum finding_kind kind)
{
    return kind == FINDING_CHANGE_YEAR || kind == FINDING_STREAK_YEAR ||
           kind == FINDING_FIRST_YEAR || kind == FINDING_TO_DATE;
}

static bool is_on_month(enum finding_kind kind)
{
    return kind == FINDING_CHANGE_MONTH || kind == FINDING_STREAK_MONTH ||
           kind == FINDING_FIRST_MONTH;
}

/*
 * A rate on next to nothing: from 2 t to 20 t is no 900% worth telling. The base is tiny
 * by the largest series of its unit, unless the series is usually larger, or by its own
 * usual level.
 */
static bool is_tiny(const struct finding *finding, const struct history *history,
                    double largest)
{
    const double least = 0.02;
    double base = size_of(finding->comparator);
    bool has_rate = is_on_month(finding->kind) || is_on_year(finding->kind);
    return has_rate &&
           (base < least * history->level || fmax(base, history->level) < least * largest);
}

static double score_of(const struct salience *salience)
{
    double score = 100 * salience->news * (0.3 + 0.7 * sqrt(salience->weight));
    score *= salience->is_tiny ? 0.05 : 1;
    score *= salience->is_repeat ? 0.25 : 1;
    for (size_t i = 0; i < salience->better; i++) {
        score *= 0.8;
    }
    return score;
}

void salience_rate(struct finding *finding, const struct history *history, double weight,
                   double largest)
{
    /* What weighs a hundredth or less is never news. */
    const double least = 0.01;
    struct salience *salience = &finding->salience;
    salience->usual = is_on_month(finding->kind)  ? history->month
                      : is_on_year(finding->kind) ? history->year
                                                  : 0;
    salience->news = news_of(finding, salience->usual);
    salience->weight = weight;
    salience->is_tiny = weight < least || is_tiny(finding, history, largest);
    salience->score = score_of(salience);
}

/* --- findings that say the same ------------------------------------------------- */

/* What a finding is about: of each matter the best finding says all. */
static int matter_of(enum finding_kind kind)
{
    switch (kind) {
    case FINDING_CHANGE_MONTH:
    case FINDING_STREAK_MONTH:
    case FINDING_FIRST_MONTH:
        return FINDING_CHANGE_MONTH;
    case FINDING_CHANGE_YEAR:
    case FINDING_STREAK_YEAR:
    case FINDING_FIRST_YEAR:
    case FINDING_LEVEL_SHIFT:
        return FINDING_CHANGE_YEAR;
    case FINDING_RECORD_HIGH:
    case FINDING_RECORD_LOW:
    case FINDING_SINCE_HIGH:
    case FINDING_SINCE_LOW:
    case FINDING_USUAL_RANGE:
        return FINDING_RECORD_HIGH;
    case FINDING_LEADER:
    case FINDING_OVERTAKES:
    case FINDING_RANK:
        return FINDING_LEADER;
    case FINDING_TO_DATE:
    case FINDING_FIRST_SHIPMENT:
    case FINDING_SHARE:
    case FINDING_CONTRIBUTION:
    case FINDING_CONCENTRATION:
    case FINDING_UNIT_VALUE:
    case FINDING_KIND_COUNT:
        break;
    }
    return (int)kind;
}

static double worth_of(const struct finding *finding)
{
    return finding->salience.news * (finding->salience.is_tiny ? 0.05 : 1);
}

static bool is_better(const struct finding *a, const struct finding *b)
{
    double difference = worth_of(a) - worth_of(b);
    return difference > 0 || (!(difference < 0) && a < b);
}

/* The best finding says all of a matter; the others repeat it. */
static void demote(struct finding *finding, const struct finding *findings, size_t count)
{
    const struct finding *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct finding *other = &findings[i];
        if (other->withheld.length || !is_better(other, finding)) {
            continue;
        }
        if (matter_of(other->kind) != matter_of(finding->kind)) {
            finding->salience.better++;
        } else if (!best || is_better(other, best)) {
            best = other;
        }
    }
    if (best) {
        finding->salience.is_repeat = true;
        finding->salience.repeats = best->kind;
    }
    finding->salience.score = score_of(&finding->salience);
}

void salience_demote(struct finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!findings[i].withheld.length) {
            demote(&findings[i], findings, count);
        }
    }
}
