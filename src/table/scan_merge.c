/* SPDX-License-Identifier: MIT */
/*
 * The sums of all threads as one list, in the order in which their first rows
 * stand in the files. A thread takes ranges from the front to the back, so its
 * own sums are in that order already.
 */
#include "scan_internal.h"

#include "table/status.h"

/* The sums of one thread, and what its words are among those of all. */
struct thread_sums {
    const struct scan_sums *sums;
    size_t next; /* sum */
    uint32_t *groups, *periods; /* SCAN_NO_WORD as long as they have not come up */
};

static uint32_t *unknown_words(struct arena *arena, size_t count)
{
    uint32_t *words = arena_array(arena, uint32_t, count);
    memset(words, 0xFF, count * sizeof *words);
    return words;
}

static bool is_before(const struct scan_sum *a, const struct scan_sum *b)
{
    return a->range != b->range ? a->range < b->range : a->line < b->line;
}

/* The one whose next sum comes first; NULL when all are done. */
static struct thread_sums *first_of(struct thread_sums *threads, size_t count)
{
    struct thread_sums *first = NULL;
    for (size_t i = 0; i < count; i++) {
        struct thread_sums *thread = &threads[i];
        if (thread->next < thread->sums->count &&
            (!first ||
             is_before(&thread->sums->at[thread->next], &first->sums->at[first->next]))) {
            first = thread;
        }
    }
    return first;
}

static uint32_t group_of(struct scan_sums *merged, struct thread_sums *thread, uint32_t by)
{
    uint32_t *group = &thread->groups[by];
    if (*group == SCAN_NO_WORD) {
        *group = scan_words_add(merged->arena, &merged->groups,
                                thread->sums->groups.at[by].text);
    }
    return *group;
}

/* Spellings of one period become one: they are few. */
static uint32_t period_of(struct scan_sums *merged, struct thread_sums *thread,
                          uint32_t word)
{
    struct period period = thread->sums->periods.at[word];
    uint32_t *known = &thread->periods[word];
    if (*known == SCAN_NO_WORD) {
        uint32_t i = 0;
        while (i < merged->periods.count && !period_equal(merged->periods.at[i], period)) {
            i++;
        }
        if (i == merged->periods.count) {
            *(struct period *)arena_push(merged->arena, &merged->periods) = period;
        }
        *known = i;
    }
    return *known;
}

/* False where aggregates would be added to their parts. */
static bool join(struct scan_sums *merged, uint32_t at, const struct scan_sums *sums,
                 size_t other)
{
    struct scan_sum *sum = &merged->at[at];
    struct scan_part *parts = scan_sums_parts(merged, at);
    const struct scan_part *others = scan_sums_parts(sums, other);
    for (size_t i = 0; i < SCAN_CLASSES_MAX; i++) {
        if (sum->classes[i] != sums->at[other].classes[i]) {
            return false;
        }
    }
    sum->status = status_weaker(sums->at[other].status, sum->status);
    for (size_t i = 0; i < merged->measure_count; i++) {
        scan_part_add(&parts[i], others[i]);
    }
    return true;
}

/* Adds the next sum of the thread to its like, which it may be the first of. */
static bool take_next(struct scan_sums *merged, struct thread_sums *thread)
{
    const struct scan_sums *sums = thread->sums;
    const struct scan_sum *sum = &sums->at[thread->next];
    size_t count = merged->count;
    uint32_t at = scan_sums_find(merged, group_of(merged, thread, sum->by),
                                 period_of(merged, thread, sum->period));
    if (merged->count > count) {
        struct scan_sum first = *sum;
        first.by = merged->at[at].by;
        first.period = merged->at[at].period;
        merged->at[at] = first;
        memcpy(scan_sums_parts(merged, at), scan_sums_parts(sums, thread->next),
               merged->measure_count * sizeof *merged->parts);
        return true;
    }
    return join(merged, at, sums, thread->next);
}

const char *scan_merge(struct arena *arena, const struct scan_total *total, size_t task,
                       struct scan_sums *merged)
{
    const struct scan_task *said = &total->plan->tasks[task];
    struct thread_sums *threads =
        arena_array(arena, struct thread_sums, total->worker_count);
    *merged = scan_sums_create(arena, said->measure_count);
    for (size_t i = 0; i < total->worker_count; i++) {
        const struct scan_sums *sums = &total->workers[i].sums[task];
        threads[i].sums = sums;
        threads[i].groups = unknown_words(arena, sums->groups.count);
        threads[i].periods = unknown_words(arena, sums->periods.count);
        merged->row_count += sums->row_count;
    }
    for (struct thread_sums *thread;
         (thread = first_of(threads, total->worker_count)) != NULL; thread->next++) {
        if (!take_next(merged, thread)) {
            return "an aggregate and its parts would be added up";
        }
    }
    bool has_twins = said->is_key_whole && merged->row_count > merged->count;
    bool are_alike =
        total->has_prints && said->has_prints && !scan_keys_differ(total, task);
    return has_twins || are_alike ? "two rows have the same key" : NULL;
}
