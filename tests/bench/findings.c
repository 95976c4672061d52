/* SPDX-License-Identifier: MIT */
/*
 * Times findings_make() for many series of many months: each by itself, and all as the
 * members of one group with a total.
 *
 *   findings [SERIES [MONTHS]]
 */
#include "series/findings.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* A random walk that never falls to zero, with thousandths as customs has kilograms. */
static void add_months(struct arena *arena, struct series *series, size_t months,
                       uint64_t *random)
{
    int64_t level = 1000000;
    for (size_t i = 0; i < months; i++) {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        level += level / 1000 * (int64_t)(*random % 401) / 1 - level / 1000 * 200 + 1;
        level = level > 1000 ? level : 1000;
        struct decimal number = {.units = level, .places = 3};
        struct observation observation = {
            .period = period_shift(period_month(2006, 1), (int)i),
            .state = OBSERVATION_VALUE,
            .value = ratio_from_decimal(number),
            .places = 3,
            .status = 'A',
        };
        observation.possible = interval_around(observation.value, (struct ratio){1, 2000});
        series_add(arena, series, observation);
    }
}

static struct series_group *make_group(struct arena *arena, size_t count, size_t months)
{
    uint64_t random = 5473;
    struct series_group *group = arena_new(arena, struct series_group);
    struct series *total = arena_new(arena, struct series);
    group->name = S("partners");
    for (size_t i = 0; i < count; i++) {
        struct series *series = arena_push(arena, group);
        series->name = str_print(arena, "partner %zu", i);
        series->unit = S("t");
        add_months(arena, series, months, &random);
        for (size_t k = 0; k < months; k++) {
            if (i == 0) {
                series_add(arena, total, series->at[k]);
            } else {
                total->at[k].value = ratio_add(total->at[k].value, series->at[k].value);
            }
        }
    }
    total->unit = S("t");
    group->total = total;
    return group;
}

static void report(const char *what, size_t series, size_t findings, double time)
{
    printf("%-28s %8zu findings %8.3f s %8.2f us a series\n", what, findings, time,
           time * 1e6 / (double)series);
}

static void time_series(const struct series_group *group, struct period period)
{
    size_t findings = 0;
    double start = seconds();
    for (size_t i = 0; i < group->count; i++) {
        struct arena arena = {0};
        struct finding_inputs inputs = {0};
        *arena_push(&arena, &inputs) =
            (struct finding_input){.query = S("total"), .series = &group->at[i]};
        findings += findings_make(&arena, &inputs, period, NULL, NULL)->said;
        arena_finish(&arena);
    }
    report("each by itself", group->count, findings, seconds() - start);
}

static void time_group(const struct series_group *group, struct period period)
{
    struct arena arena = {0};
    struct finding_inputs inputs = {0};
    double start = seconds();
    *arena_push(&arena, &inputs) =
        (struct finding_input){.query = group->name, .group = group};
    size_t findings = findings_make(&arena, &inputs, period, NULL, NULL)->said;
    report("as members of one group", group->count, findings, seconds() - start);
    arena_finish(&arena);
}

int main(int argc, char **argv)
{
    size_t count = 10000;
    size_t months = 240;
    if ((argc > 1 && !str_to_size(str_from(argv[1]), &count)) ||
        (argc > 2 && !str_to_size(str_from(argv[2]), &months)) || !count || !months) {
        fprintf(stderr, "usage: findings [SERIES [MONTHS]]\n");
        return EXIT_FAILURE;
    }
    struct arena arena = {0};
    const struct series_group *group = make_group(&arena, count, months);
    struct period last = period_shift(period_month(2006, 1), (int)months - 1);
    printf("%zu series of %zu months\n", count, months);
    time_series(group, last);
    time_group(group, last);
    arena_finish(&arena);
    return EXIT_SUCCESS;
}
