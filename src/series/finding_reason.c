/* SPDX-License-Identifier: MIT */
/* Why a finding has its score, for those who wonder at the choice. */
#include "series/findings.h"

#include "base/buffer.h"

#include <math.h>

/* "3.1 times the usual change of 18.0%" */
static void add_change(struct buffer *out, const struct finding *finding)
{
    double usual = finding->salience.usual;
    double size = fabs(ratio_to_double(finding->rate.value));
    if (usual > 0) {
        buffer_print(out, "%.1f times the usual change of %.1f%%", size / usual, usual);
    } else {
        buffer_add(out, S("a change without a history to measure it by"));
    }
}

static void add_share(struct buffer *out, const struct finding *finding)
{
    double now = ratio_to_double(finding->rate.value);
    double before = ratio_to_double(finding->comparator.value);
    buffer_print(out, "a share that moved by %.1f points", fabs(now - before));
}

static void add_leader(struct buffer *out, const struct finding *finding)
{
    buffer_add(out, finding->count == 0   ? S("in front, before not known")
                    : finding->count == 1 ? S("in front as before")
                                          : S("new in front"));
}

static void add_news(struct buffer *out, const struct finding *finding)
{
    switch (finding->kind) {
    case FINDING_RECORD_HIGH:
    case FINDING_RECORD_LOW:
        buffer_print(out, "all %zu months of the data", finding->count);
        break;
    case FINDING_SINCE_HIGH:
    case FINDING_SINCE_LOW:
        buffer_print(out, "a window of %zu months", finding->count);
        break;
    case FINDING_STREAK_MONTH:
    case FINDING_STREAK_YEAR:
        buffer_print(out, "%zu in a row, ", finding->streak.count);
        add_change(out, finding);
        break;
    case FINDING_FIRST_MONTH:
    case FINDING_FIRST_YEAR:
        buffer_print(out, "the first in %zu, ", finding->count);
        add_change(out, finding);
        break;
    case FINDING_FIRST_SHIPMENT:
        buffer_print(out, "the first in %zu months", finding->count);
        break;
    case FINDING_LEADER:
        add_leader(out, finding);
        break;
    case FINDING_OVERTAKES:
        buffer_print(out, "past %.*s", STR_ARG(finding->other->name));
        break;
    case FINDING_RANK:
        buffer_print(out, "from rank %zu to %zu", finding->before, finding->count);
        break;
    case FINDING_SHARE:
    case FINDING_CONCENTRATION:
        add_share(out, finding);
        break;
    case FINDING_CONTRIBUTION:
        buffer_add(out, S("more than half of the total's change"));
        break;
    case FINDING_USUAL_RANGE:
        buffer_print(out, "%.1f%% from the mean of %zu years",
                     fabs(ratio_to_double(finding->rate.value)), finding->count);
        break;
    case FINDING_LEVEL_SHIFT:
        buffer_print(out, "%zu months in a row", finding->streak.count);
        break;
    default:
        add_change(out, finding);
    }
}

str finding_reason(struct arena *arena, const struct finding *finding)
{
    const struct salience *salience = &finding->salience;
    struct buffer out = {.arena = arena};
    if (finding->is_pinned) {
        buffer_add(&out, S("pinned; "));
    }
    add_news(&out, finding);
    if (salience->weight < 1) {
        buffer_print(&out, "; weight %.1f%%", salience->weight * 100);
    }
    if (salience->is_tiny) {
        buffer_add(&out, S("; on a tiny base"));
    }
    if (salience->is_repeat) {
        buffer_print(&out, "; repeats %.*s", STR_ARG(finding_kind_name(salience->repeats)));
    }
    if (salience->better) {
        buffer_print(&out, "; after %zu better about it", salience->better);
    }
    return buffer_text(&out);
}
