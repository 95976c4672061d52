/* SPDX-License-Identifier: MIT */
/* Findings in order, as their scores and the author want it, and the choice for a list. */
#include "findings_internal.h"

#include <stdlib.h>

static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = *(struct finding *const *)left;
    const struct finding *b = *(struct finding *const *)right;
    bool is_a_out = a->withheld.length;
    bool is_b_out = b->withheld.length;
    if (is_a_out != is_b_out) {
        return is_a_out - is_b_out;
    }
    if (!is_a_out && a->is_pinned != b->is_pinned) {
        return b->is_pinned - a->is_pinned;
    }
    double difference = b->salience.score - a->salience.score;
    if (!is_a_out && (difference > 0 || difference < 0)) {
        return difference > 0 ? 1 : -1;
    }
    return a < b ? -1 : a > b; /* as they were found */
}

/* Withholds what is more of a kind than the author allows; pinned ones stay. */
static void apply_limit(struct arena *arena, struct finding **sorted, size_t count,
                        const struct finding_limit *limit)
{
    struct finding_selector selector = {.kind = limit->kind};
    size_t met = 0;
    for (size_t i = 0; i < count && !sorted[i]->withheld.length; i++) {
        struct finding *finding = sorted[i];
        if (finding_selector_takes(&selector, finding) && ++met > limit->count &&
            !finding->is_pinned) {
            finding->withheld = str_print(arena, "the briefing limits %.*s to %zu",
                                          STR_ARG(limit->kind), limit->count);
        }
    }
}

static void sort(struct finding **sorted, size_t count)
{
    qsort(sorted, count, sizeof *sorted, compare_findings);
}

/* Pointers are sorted, since findings are large; these are put in order once. */
void findings_order(struct arena *arena, struct findings *findings,
                    const struct finding_options *options)
{
    size_t count = findings->count;
    struct finding **sorted = arena_array(arena, struct finding *, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &findings->at[i];
    }
    sort(sorted, count);
    for (size_t i = 0; i < options->limits.count; i++) {
        apply_limit(arena, sorted, count, &options->limits.at[i]);
        sort(sorted, count);
    }
    struct finding *ordered = arena_array(arena, struct finding, count);
    for (size_t i = 0; i < count; i++) {
        ordered[i] = *sorted[i];
        findings->said += !ordered[i].withheld.length;
    }
    findings->at = ordered;
    findings->capacity = count;
}

const struct finding *findings_first(const struct findings *findings,
                                     const struct finding_selector *selector)
{
    for (size_t i = 0; i < findings->count; i++) {
        if (finding_selector_takes(selector, &findings->at[i])) {
            return &findings->at[i];
        }
    }
    return NULL;
}

static bool is_among(const struct finding_selector *selectors, size_t count,
                     const struct finding *finding)
{
    bool is_taken = !count;
    for (size_t i = 0; i < count; i++) {
        is_taken = is_taken || finding_selector_takes(&selectors[i], finding);
    }
    return is_taken;
}

/* Whether another finding, which is said, says the same. */
static bool is_repeat(const struct findings *findings, const struct finding *finding)
{
    for (size_t i = 0; i < findings->said && finding->salience.is_repeat; i++) {
        const struct finding *other = &findings->at[i];
        if (other->series == finding->series && other->kind == finding->salience.repeats) {
            return true;
        }
    }
    return false;
}

struct findings findings_choose(struct arena *arena, const struct findings *findings,
                                const struct findings_wish *wish)
{
    struct findings chosen = {0};
    for (size_t i = 0; i < findings->said && chosen.count < wish->count; i++) {
        const struct finding *finding = &findings->at[i];
        bool is_new =
            wish->kind_count || finding->is_pinned || !is_repeat(findings, finding);
        if (is_new && is_among(wish->sources, wish->source_count, finding) &&
            is_among(wish->kinds, wish->kind_count, finding)) {
            *arena_push(arena, &chosen) = *finding;
            chosen.said++;
        }
    }
    return chosen;
}
