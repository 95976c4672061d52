/* SPDX-License-Identifier: MIT */
#include "caption.h"
#include "event.h"
#include "house.h"
#include "mark.h"

#include "base/buffer.h"
#include "chart/slots.h"
#include "table/status.h"

struct shown {
    bool has_status[STATUS_COUNT]; /* by rank; only those that look uncertain */
    bool has_gap; /* that nothing in the plot explains */
    bool has_rates; /* of which the spans are no averages */
    struct {
        struct period *at;
        size_t count, capacity;
    } spans;
};

static void note_status(struct shown *shown, char status)
{
    if (status_is_uncertain(status)) {
        shown->has_status[status_rank(status)] = true;
    }
}

static void note_span(struct arena *arena, struct shown *shown, struct period period)
{
    for (size_t i = 0; i < shown->spans.count; i++) {
        if (period_equal(shown->spans.at[i], period)) {
            return;
        }
    }
    *arena_push(arena, &shown->spans) = period;
}

/* Before the first figure and after the last one a line just is not there. */
static bool is_inner_gap(const struct slots *slots, size_t first, size_t months)
{
    return first > 0 && first + months < slots->count;
}

static void note_gaps(const struct canvas *canvas, struct shown *shown,
                      const struct slots *slots)
{
    for (size_t i = 0; i < slots->count; i++) {
        size_t months = slots_gap(slots, i);
        if (months) {
            shown->has_gap |= mark_is_line(canvas->chart)
                                  ? is_inner_gap(slots, i, months)
                                  : !house_gap_is_labelled(canvas, months);
        }
        i += months;
    }
}

static void note_series(const struct canvas *canvas, struct shown *shown,
                        const struct series *series)
{
    struct slots slots = slots_create(canvas->arena, series, canvas->chart->window);
    for (size_t i = 0; i < slots.count; i++) {
        if (slots_has_value(&slots, i)) {
            note_status(shown, slots.at[i].status);
        }
    }
    for (size_t i = 0; i < slots.spans.count; i++) {
        note_span(canvas->arena, shown, slots.spans.at[i].period);
        note_status(shown, slots.spans.at[i].status);
    }
    shown->has_rates |= series->is_rate;
    note_gaps(canvas, shown, &slots);
}

static struct shown collect(const struct canvas *canvas)
{
    const struct chart *chart = canvas->chart;
    struct shown shown = {0};
    if (chart->mark == CHART_BARS) {
        for (size_t i = 0; i < chart->bars.count; i++) {
            const struct chart_bar *bar = &chart->bars.at[i];
            if (observation_has_value(bar->value) && !bar->is_rest && !bar->is_total) {
                note_status(&shown, bar->value.status);
            }
        }
        return shown;
    }
    for (size_t i = 0; i < chart->lines.count; i++) {
        note_series(canvas, &shown, chart->lines.at[i].series);
    }
    return shown;
}

/* One sentence of the key after another. */
static void add_sentence(struct buffer *key, const struct language *language, str sentence)
{
    bool has_both = key->count && sentence.length;
    buffer_add(key, has_both ? language_phrase(language, PHRASE_SPACE) : S(""));
    buffer_add(key, sentence);
}

/* "Hatched: derived or provisional.", or empty. */
static str statuses_key(const struct canvas *canvas, const struct shown *shown)
{
    const struct language *language = canvas->chart->language;
    str words[STATUS_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < STATUS_COUNT; i++) {
        if (shown->has_status[i]) {
            words[count++] = language_status(language, status_at(i)->letter);
        }
    }
    str list = language_list_or(canvas->arena, language, words, count);
    enum phrase look = mark_is_line(canvas->chart) ? PHRASE_HOLLOW : PHRASE_HATCHED;
    return count ? language_say(canvas->arena, language, look, list, S("")) : S("");
}

/* "Feb–Mar 2025: monthly average.", or empty. */
static str spans_key(const struct canvas *canvas, const struct shown *shown)
{
    const struct language *language = canvas->chart->language;
    size_t count = shown->spans.count;
    str *periods = arena_array(canvas->arena, str, count);
    for (size_t i = 0; i < count; i++) {
        periods[i] = language_period_short(canvas->arena, language, shown->spans.at[i]);
    }
    bool is_rate = shown->has_rates || str_equal(canvas->chart->unit, S("%"));
    enum phrase what = is_rate     ? PHRASE_TAKEN_TOGETHER
                       : count > 1 ? PHRASE_AVERAGES
                                   : PHRASE_AVERAGE;
    str list = language_list_and(canvas->arena, language, periods, count);
    return count ? language_say(canvas->arena, language, what, list, S("")) : S("");
}

str caption_key(const struct canvas *canvas, bool *has_key)
{
    const struct chart *chart = canvas->chart;
    const struct language *language = chart->language;
    struct buffer key = {.arena = canvas->arena};
    if (!mark_of(chart)->has_key) {
        return S("");
    }
    struct shown shown = collect(canvas);
    bool shows_status = chart->mark != CHART_PLOT || chart->keys.status_field.length;
    if (shows_status) {
        add_sentence(&key, language, statuses_key(canvas, &shown));
    }
    *has_key = key.count > 0;
    add_sentence(&key, language, spans_key(canvas, &shown));
    if (shown.has_gap) {
        add_sentence(&key, language, language_phrase(language, PHRASE_GAPS));
    }
    if (chart->mark != CHART_BARS) {
        add_sentence(&key, language, event_key(canvas));
    }
    return buffer_text(&key);
}
