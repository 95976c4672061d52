/* SPDX-License-Identifier: MIT */
/* What the files share that make findings: a list that grows, and what it is about. */
#ifndef SERIES_FINDINGS_INTERNAL_H
#define SERIES_FINDINGS_INTERNAL_H

#include "salience.h"

struct maker {
    struct arena *arena;
    struct arena *scratch; /* for what a finding does not keep */
    struct period period;
    const struct finding_inputs *inputs;
    struct findings *list;
};

/* One series, with what is known of it at the period. */
struct topic {
    str query, member, alias;
    const struct series *series;
    struct observation now; /* has a value */
};

/* A finding of the topic, with its value; good until the next one. */
struct finding *findings_add(const struct maker *maker, const struct topic *topic,
                             enum finding_kind kind);

/* A finding that is not said, and why. */
void findings_withhold(const struct maker *maker, const struct topic *topic,
                       enum finding_kind kind, const char *format, ...) PRINTF_LIKE(4);

/* The query by itself that has the figures of a member: it speaks for both. Or empty. */
str findings_alias(const struct finding_inputs *inputs, const struct series *member);

/* "September 2025 is not in the data", for an observation without a value. */
str findings_why(struct arena *arena, struct observation observation);

/* A number in per cent that was computed for the period of `like`. */
struct observation findings_per_cent(struct observation like, struct ratio per_cent);

/* Those that are said first, by pin and score; limits are applied: findings_order.c. */
void findings_order(struct arena *arena, struct findings *findings,
                    const struct finding_options *options);

/* All of one series: findings_series.c. */
void findings_of_series(const struct maker *maker, const struct topic *topic);

/* Of a series of unit values: its change on the year. */
void findings_of_unit_value(const struct maker *maker, const struct topic *topic);

/* Of a group as a whole, and of its members among the others: findings_group.c. */
struct group_view;

const struct group_view *findings_group_view(struct arena *arena, str query,
                                             const struct series_group *group,
                                             struct period period);
void findings_of_member(const struct maker *maker, const struct group_view *view,
                        const struct topic *topic);
void findings_of_group(const struct maker *maker, const struct group_view *view);

#endif
