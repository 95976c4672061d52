/* SPDX-License-Identifier: MIT */
/*
 * The time axis. Labels that would come too close are dropped one by one,
 * the less important of two; the ladder of steps is then judged by how many
 * labels it keeps and how few of its own it had to drop, so that labels come
 * out evenly spaced where they can.
 */
#include "plot/ticks.h"

static const double width_pt = 26; /* of "Jan" with the space around it */
static const double width_with_year_pt = 40;

/* How much a label matters: a January carries the year, the last month the news. */
enum importance { FIRST_MONTH, ON_LADDER, JANUARY, LAST_MONTH };

struct candidate {
    struct period month;
    enum importance importance;
    bool has_year;
};

struct candidates {
    struct candidate *at;
    size_t count, capacity;
    size_t dropped; /* months of the ladder itself */
};

static struct candidates months_on_ladder(struct arena *arena, struct period window,
                                          int every)
{
    struct candidates list = {0};
    for (int i = 0; i < window.months; i++) {
        struct period month = {window.first + i, 1};
        bool is_last = i == window.months - 1;
        bool is_on_ladder = (period_month_of_year(month) - 1) % every == 0;
        if (is_last || i == 0 || is_on_ladder) {
            *arena_push(arena, &list) = (struct candidate){
                month,
                is_last                            ? LAST_MONTH
                : period_month_of_year(month) == 1 ? JANUARY
                : is_on_ladder                     ? ON_LADDER
                                                   : FIRST_MONTH,
                false,
            };
        }
    }
    return list;
}

/* The year stands where it is news: at the first label, and where it changes. */
static void mark_years(struct candidates *list)
{
    for (size_t i = 0; i < list->count; i++) {
        list->at[i].has_year =
            i == 0 || period_year(list->at[i - 1].month) != period_year(list->at[i].month);
    }
}

static double label_width(const struct candidate *candidate)
{
    return candidate->has_year ? width_with_year_pt : width_pt;
}

/* Index of the first label that is too close to the one before it, or the count. */
static size_t find_crowded(const struct candidates *list, double step_pt)
{
    for (size_t i = 1; i < list->count; i++) {
        const struct candidate *left = &list->at[i - 1];
        const struct candidate *right = &list->at[i];
        double distance = (right->month.first - left->month.first) * step_pt;
        if (distance < (label_width(left) + label_width(right)) / 2) {
            return i;
        }
    }
    return list->count;
}

static void drop(struct candidates *list, size_t index)
{
    list->dropped += list->at[index].importance != FIRST_MONTH;
    for (size_t i = index + 1; i < list->count; i++) {
        list->at[i - 1] = list->at[i];
    }
    list->count--;
}

static void drop_crowded(struct candidates *list, double step_pt)
{
    mark_years(list);
    for (;;) {
        size_t crowded = find_crowded(list, step_pt);
        if (crowded == list->count) {
            return;
        }
        bool is_left_less = list->at[crowded - 1].importance < list->at[crowded].importance;
        drop(list, is_left_less ? crowded - 1 : crowded);
        mark_years(list);
    }
}

static str month_text(struct arena *arena, const struct language *language,
                      const struct candidate *label)
{
    return label->has_year ? language_period_short(arena, language, label->month)
                           : language_month_short(arena, language, label->month);
}

struct month_ticks ticks_for_months(struct arena *arena, const struct language *language,
                                    struct period window, double step_pt)
{
    static const int ladder[] = {1, 2, 3, 6, 12};
    struct candidates best = {0};
    double best_score = 0;
    for (size_t i = 0; i < COUNT_OF(ladder); i++) {
        struct candidates list = months_on_ladder(arena, window, ladder[i]);
        drop_crowded(&list, step_pt);
        double score = (double)list.count - (double)list.dropped;
        if (!best.count || score > best_score) {
            best = list;
            best_score = score;
        }
    }
    struct month_ticks ticks = {0};
    for (size_t i = 0; i < best.count; i++) {
        struct candidate kept = best.at[i];
        *arena_push(arena, &ticks) = (struct month_tick){
            kept.month, month_text(arena, language, &kept), kept.has_year};
    }
    return ticks;
}
