/* SPDX-License-Identifier: MIT */
#include "caption.h"
#include "event.h"
#include "mark.h"

#include "base/buffer.h"
#include "table/status.h"

struct findings {
    bool has_status[STATUS_COUNT]; /* by rank; only those that look uncertain */
    bool has_gap; /* that nothing in the plot explains */
    struct {
        struct period *at;
        size_t count, capacity;
    } spans;
};

static void note_status(struct findings *findings, char status)
{
    if (status_is_uncertain(status)) {
        findings->has_status[status_rank(status)] = true;
    }
}

static void note_span(struct arena *arena, struct findings *findings, struct period period)
{
    for (size_t i = 0; i < findings->spans.count; i++) {
        if (period_equal(findings->spans.at[i], period)) {
            return;
        }
    }
    *arena_push(arena, &findings->spans) = period;
}

/* Before the first figure and after the last one a line just is not there. */
static bool is_inner_gap(const struct slots *slots, size_t first, size_t months)
{
    return first > 0 && first + months < slots->count;
}

static void note_gaps(const struct canvas *canvas, struct findings *findings,
                      const struct slots *slots)
{
    for (size_t i = 0; i < slots->count; i++) {
        size_t months = slots_gap(slots, i);
        if (months) {
            findings->has_gap |= canvas->chart->mark == CHART_LINES
                                     ? is_inner_gap(slots, i, months)
                                     : !columns_gap_is_labelled(canvas, months);
        }
        i += months;
    }
}

static void note_series(const struct canvas *canvas, struct findings *findings,
                        const struct series *series)
{
    struct slots slots = slots_create(canvas->arena, series, canvas->chart->window);
    for (size_t i = 0; i < slots.count; i++) {
        if (slots_has_value(&slots, i)) {
            note_status(findings, slots.at[i].status);
        }
    }
    for (size_t i = 0; i < slots.spans.count; i++) {
        note_span(canvas->arena, findings, slots.spans.at[i].period);
        note_status(findings, slots.spans.at[i].status);
    }
    note_gaps(canvas, findings, &slots);
}

static struct findings collect(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct findings findings = {0};
    if (chart->mark == CHART_BARS) {
        for (size_t i = 0; i < chart->bars.count; i++) {
            const struct chart_bar *bar = &chart->bars.at[i];
            if (observation_has_value(bar->value) && !bar->is_rest && !bar->is_total) {
                note_status(&findings, bar->value.status);
            }
        }
        return findings;
    }
    size_t shown = chart->mark == CHART_COLUMNS ? 1 : chart->lines.count;
    for (size_t i = 0; i < shown && i < chart->lines.count; i++) {
        note_series(canvas, &findings, chart->lines.at[i].series);
    }
    return findings;
}

/* "Hatched: derived or provisional." */
static bool add_statuses(struct buffer *key, const struct findings *findings,
                         const char *look)
{
    bool has_any = false;
    for (size_t i = 0; i < STATUS_COUNT; i++) {
        if (!findings->has_status[i]) {
            continue;
        }
        if (has_any) {
            buffer_add(key, S(" or "));
        } else {
            buffer_print(key, "%s: ", look);
        }
        buffer_add(key, str_from(status_at(i)->word));
        has_any = true;
    }
    if (has_any) {
        buffer_add_byte(key, '.');
    }
    return has_any;
}

/* "Feb-Mar 2025" */
static void add_period(struct buffer *key, struct period period)
{
    struct period last = period_last_month(period);
    buffer_print(key, "%.3s", date_month_name(period_month_of_year(period)));
    if (period_year(period) != period_year(last)) {
        buffer_print(key, " %d", period_year(period));
    }
    buffer_print(key, "\u2013%.3s\u00A0%d", date_month_name(period_month_of_year(last)),
                 period_year(last));
}

static void add_spans(struct buffer *key, const struct findings *findings, bool is_rate)
{
    if (!findings->spans.count) {
        return;
    }
    buffer_add(key, key->count ? S(" ") : S(""));
    for (size_t i = 0; i < findings->spans.count; i++) {
        bool is_last = i + 1 == findings->spans.count;
        buffer_add(key, !i ? S("") : is_last ? S(" and ") : S(", "));
        add_period(key, findings->spans.at[i]);
    }
    buffer_add(key, is_rate                     ? S(": months taken together.")
                    : findings->spans.count > 1 ? S(": monthly averages.")
                                                : S(": monthly average."));
}

str caption_key(const struct canvas *canvas, bool *has_key)
{
    const struct chart *chart = canvas->chart;
    struct buffer key = {.arena = canvas->arena};
    const char *look = mark_of(chart)->uncertain;
    if (!look) {
        return S("");
    }
    struct findings findings = collect(canvas);
    *has_key = add_statuses(&key, &findings, look);
    add_spans(&key, &findings, str_equal(chart->unit, S("%")));
    if (findings.has_gap) {
        buffer_print(&key, "%sGaps: not available.", key.count ? " " : "");
    }
    if (chart->mark != CHART_BARS) {
        str events = event_key(canvas);
        buffer_print(&key, "%s%.*s", key.count && events.length ? " " : "",
                     STR_ARG(events));
    }
    return buffer_text(&key);
}
