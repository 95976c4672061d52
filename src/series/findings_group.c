/* SPDX-License-Identifier: MIT */
/*
 * Findings about the members of a group among each other.
 *
 * A table shows the members at one period, largest first, and how much of the total
 * belongs to those without a figure. A rank is certain where that is less than what the
 * member has: none of them can stand above it. Without a total it is certain only where
 * every member has a figure.
 */
#include "findings_internal.h"

#include "base/number.h"

#include <stdlib.h>

enum { CONCENTRATION_MEMBERS = 3, OVERTAKING_MOST = 10 };

struct standing {
    const struct series *series;
    struct ratio value;
};

struct standings {
    struct standing *at; /* largest first */
    size_t count, unknown; /* members with and without a figure */
    struct observation total;
    struct ratio rest; /* the total less the figures; not valid without a total */
};

struct group_view {
    str query;
    const struct series_group *group;
    struct period period;
    struct standings now, month_before, year_before;
    const struct series *contributor; /* with most of the change on the month, or NULL */
};

static int compare_standings(const void *left, const void *right)
{
    const struct standing *a = left;
    const struct standing *b = right;
    int by_value = ratio_compare(b->value, a->value);
    return by_value ? by_value : str_compare(a->series->name, b->series->name);
}

static struct standings standings_at(struct arena *arena, const struct series_group *group,
                                     struct period period)
{
    struct standings standings = {
        .at = arena_array(arena, struct standing, group->count + 1)};
    struct ratio sum = ratio_from(0);
    for (size_t i = 0; i < group->count; i++) {
        struct observation observation = series_at(&group->at[i], period);
        if (!observation_has_value(observation)) {
            standings.unknown++;
            continue;
        }
        standings.at[standings.count++] =
            (struct standing){&group->at[i], observation.value};
        sum = ratio_add(sum, observation.value);
    }
    qsort(standings.at, standings.count, sizeof *standings.at, compare_standings);
    if (group->total) {
        standings.total = series_at(group->total, period);
        if (observation_has_value(standings.total)) {
            standings.rest = ratio_subtract(standings.total.value, sum);
        }
    }
    return standings;
}

/* The part of a member in the change of the total on the month, in %; not valid where one
 * of the figures is not known. */
static struct ratio part_of_change(const struct group_view *view,
                                   const struct series *series)
{
    struct observation now = series_at(series, view->period);
    struct observation before = series_at(series, period_shift(view->period, -1));
    if (!observation_has_value(now) || !observation_has_value(before) ||
        !observation_has_value(view->now.total) ||
        !observation_has_value(view->month_before.total)) {
        return (struct ratio){0};
    }
    struct ratio own = ratio_subtract(now.value, before.value);
    struct ratio whole =
        ratio_subtract(view->now.total.value, view->month_before.total.value);
    return ratio_multiply(ratio_from(100), ratio_divide(own, whole));
}

static bool is_most(struct ratio part)
{
    return ratio_is_valid(part) && ratio_compare(part, ratio_from(50)) > 0;
}

/*
 * The only member with more than half of the change. Where there are two, others moved the
 * other way, and a part of what is left says little.
 */
static const struct series *main_contributor(const struct group_view *view)
{
    const struct series *found = NULL;
    for (size_t i = 0; i < view->group->count; i++) {
        if (is_most(part_of_change(view, &view->group->at[i]))) {
            if (found) {
                return NULL;
            }
            found = &view->group->at[i];
        }
    }
    return found;
}

const struct group_view *findings_group_view(struct arena *arena, str query,
                                             const struct series_group *group,
                                             struct period period)
{
    struct group_view *view = arena_new(arena, struct group_view);
    *view = (struct group_view){.query = query, .group = group, .period = period};
    view->now = standings_at(arena, group, period);
    view->month_before = standings_at(arena, group, period_shift(period, -1));
    view->year_before = standings_at(arena, group, period_shift(period, -12));
    view->contributor = main_contributor(view);
    return view;
}

/* Where it has no figure, 0. Equal values share the better rank, which is the first. */
static size_t rank_of(const struct standings *standings, const struct series *series,
                      struct period period)
{
    struct observation own = series_at(series, period);
    if (!observation_has_value(own)) {
        return 0;
    }
    size_t low = 0;
    for (size_t high = standings->count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (ratio_compare(standings->at[middle].value, own.value) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low + 1;
}

/* Whether none of those without a figure can stand above the value. */
static bool is_certain(const struct standings *standings, struct ratio value)
{
    if (ratio_is_valid(standings->rest)) {
        return ratio_compare(standings->rest, value) < 0;
    }
    return !observation_has_value(standings->total) && !standings->unknown;
}

/* The rank where it is certain, else 0. */
static size_t certain_rank(const struct standings *standings, const struct series *series,
                           struct period period)
{
    size_t rank = rank_of(standings, series, period);
    return rank && is_certain(standings, standings->at[rank - 1].value) ? rank : 0;
}

/* --- ranks ---------------------------------------------------------------------- */

static void withhold_leader(const struct maker *maker, const struct group_view *view,
                            const struct topic *topic)
{
    if (ratio_is_valid(view->now.rest)) {
        struct number_style style = {0};
        str rest = number_print(maker->arena, view->now.rest, style);
        findings_withhold(maker, topic, FINDING_LEADER,
                          "members without a figure may have up to %.*s %.*s",
                          STR_ARG(rest), STR_ARG(topic->series->unit));
        return;
    }
    findings_withhold(maker, topic, FINDING_LEADER, "%zu of the members have no figure",
                      view->now.unknown);
}

static void find_leader(const struct maker *maker, const struct group_view *view,
                        const struct topic *topic)
{
    bool is_first = rank_of(&view->now, topic->series, maker->period) == 1;
    if (!is_first || (view->now.count > 1 &&
                      !ratio_compare(view->now.at[0].value, view->now.at[1].value))) {
        return;
    }
    if (!is_certain(&view->now, topic->now.value)) {
        withhold_leader(maker, view, topic);
        return;
    }
    if (view->now.count < 2) {
        return; /* it stands alone */
    }
    struct finding *finding = findings_add(maker, topic, FINDING_LEADER);
    finding->sign = 1;
    finding->count =
        certain_rank(&view->month_before, topic->series, period_shift(maker->period, -1));
}

/* The largest of those that were above it a month before and are below it now. */
static void find_overtaking(const struct maker *maker, const struct group_view *view,
                            const struct topic *topic)
{
    struct period before = period_shift(maker->period, -1);
    struct observation own = series_at(topic->series, before);
    size_t rank = rank_of(&view->now, topic->series, maker->period);
    if (!observation_has_value(own) || rank > OVERTAKING_MOST) {
        return;
    }
    for (size_t i = rank; i < view->now.count && i < OVERTAKING_MOST; i++) {
        const struct series *other = view->now.at[i].series;
        struct observation earlier = series_at(other, before);
        if (ratio_compare(view->now.at[i].value, topic->now.value) < 0 &&
            observation_has_value(earlier) && ratio_compare(earlier.value, own.value) > 0) {
            struct finding *finding = findings_add(maker, topic, FINDING_OVERTAKES);
            finding->sign = 1;
            finding->count = rank;
            finding->other = other;
            finding->other_alias = findings_alias(maker->inputs, other);
            finding->comparator = series_at(other, maker->period);
            return;
        }
    }
}

static void find_rank(const struct maker *maker, const struct group_view *view,
                      const struct topic *topic)
{
    size_t rank = certain_rank(&view->now, topic->series, maker->period);
    size_t before =
        certain_rank(&view->year_before, topic->series, period_shift(maker->period, -12));
    if (!rank || !before || rank == before || rank > OVERTAKING_MOST) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_RANK);
    finding->sign = rank < before ? 1 : -1;
    finding->count = rank;
    finding->before = before;
}

/* --- shares --------------------------------------------------------------------- */

/* A part of a whole; without a value where either has none. */
static struct observation share_of(struct ratio part, struct observation whole)
{
    bool is_known = observation_has_value(whole) && ratio_sign(whole.value) > 0;
    struct ratio share = {0};
    if (is_known) {
        share = ratio_multiply(ratio_from(100), ratio_divide(part, whole.value));
    }
    return findings_per_cent(whole, share);
}

static struct observation share_at(const struct standings *standings,
                                   struct observation part)
{
    struct observation none = {.status = 'M'};
    return observation_has_value(part) ? share_of(part.value, standings->total) : none;
}

/* What is the same in print is the same to a reader. */
static int sign_of_shares(struct observation now, struct observation before)
{
    struct decimal printed = ratio_round(now.value, 1);
    struct decimal earlier = ratio_round(before.value, 1);
    return (printed.units > earlier.units) - (printed.units < earlier.units);
}

static void find_share(const struct maker *maker, const struct group_view *view,
                       const struct topic *topic)
{
    struct observation earlier = series_at(topic->series, period_shift(maker->period, -12));
    struct observation now = share_at(&view->now, topic->now);
    struct observation before = share_at(&view->year_before, earlier);
    if (!observation_has_value(now) || !observation_has_value(before)) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_SHARE);
    finding->rate = now;
    finding->comparator = before;
    finding->sign = sign_of_shares(now, before);
}

static void find_contribution(const struct maker *maker, const struct group_view *view,
                              const struct topic *topic)
{
    if (view->contributor != topic->series) {
        return;
    }
    struct finding *finding = findings_add(maker, topic, FINDING_CONTRIBUTION);
    finding->comparator = series_at(topic->series, period_shift(maker->period, -1));
    finding->sign = ratio_compare(view->now.total.value, view->month_before.total.value);
    finding->rate = findings_per_cent(topic->now, part_of_change(view, topic->series));
}

void findings_of_member(const struct maker *maker, const struct group_view *view,
                        const struct topic *topic)
{
    find_leader(maker, view, topic);
    find_overtaking(maker, view, topic);
    find_rank(maker, view, topic);
    find_share(maker, view, topic);
    find_contribution(maker, view, topic);
}

/* --- the group as a whole ------------------------------------------------------- */

/* The share of the three largest, where it is certain which they are. */
static struct observation top_share(const struct standings *standings)
{
    struct observation none = {.status = 'M'};
    if (standings->count <= CONCENTRATION_MEMBERS ||
        !is_certain(standings, standings->at[CONCENTRATION_MEMBERS - 1].value)) {
        return none;
    }
    struct ratio sum = ratio_from(0);
    for (size_t i = 0; i < CONCENTRATION_MEMBERS; i++) {
        sum = ratio_add(sum, standings->at[i].value);
    }
    return share_of(sum, standings->total);
}

void findings_of_group(const struct maker *maker, const struct group_view *view)
{
    struct observation now = top_share(&view->now);
    struct observation before = top_share(&view->year_before);
    struct topic topic = {
        .query = view->query, .series = view->group->total, .now = view->now.total};
    if (!view->group->total || !observation_has_value(topic.now)) {
        return;
    }
    if (!observation_has_value(now) || !observation_has_value(before)) {
        if (view->now.count > CONCENTRATION_MEMBERS) {
            struct period period = observation_has_value(now)
                                       ? period_shift(maker->period, -12)
                                       : maker->period;
            findings_withhold(maker, &topic, FINDING_CONCENTRATION,
                              "which the three largest were in %.*s is not certain",
                              STR_ARG(period_name(maker->arena, period)));
        }
        return;
    }
    struct finding *finding = findings_add(maker, &topic, FINDING_CONCENTRATION);
    finding->rate = now;
    finding->comparator = before;
    finding->sign = sign_of_shares(now, before);
}
