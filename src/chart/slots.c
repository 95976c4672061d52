/* SPDX-License-Identifier: MIT */
#include "chart/slots.h"

bool slots_has_value(const struct slots *slots, size_t index)
{
    return observation_has_value(slots->at[index]);
}

const struct slot_span *slots_span_at(const struct slots *slots, size_t index)
{
    for (size_t i = 0; i < slots->spans.count; i++) {
        const struct slot_span *span = &slots->spans.at[i];
        if (index >= span->first && index < span->first + span->count) {
            return span;
        }
    }
    return NULL;
}

size_t slots_gap(const struct slots *slots, size_t index)
{
    size_t end = index;
    while (end < slots->count && !slots_has_value(slots, end) &&
           !slots_span_at(slots, end)) {
        end++;
    }
    return end - index;
}

/* Whether no month of the period has a value of its own or stands in a span already. */
static bool is_free(const struct slots *slots, struct period period)
{
    size_t first = (size_t)(period.first - slots->window.first);
    return slots_gap(slots, first) >= (size_t)period.months;
}

static bool is_average(const struct series *series)
{
    return !series->is_rate && !str_equal(series->unit, S("%")) &&
           !str_equal(series->unit, S("pp"));
}

static void add_span(struct arena *arena, struct slots *slots, const struct series *series,
                     const struct observation *whole)
{
    struct ratio months = ratio_from(is_average(series) ? whole->period.months : 1);
    *arena_push(arena, &slots->spans) = (struct slot_span){
        .period = whole->period,
        .first = (size_t)(whole->period.first - slots->window.first),
        .count = (size_t)whole->period.months,
        .level = ratio_divide(whole->value, months),
        .status = whole->status,
    };
}

static void add_spans(struct arena *arena, struct slots *slots, const struct series *series)
{
    for (int months = 2; months <= slots->window.months; months++) {
        for (size_t i = 0; i < series->count; i++) {
            const struct observation *whole = &series->at[i];
            if (whole->period.months == months && observation_has_value(*whole) &&
                period_contains(slots->window, whole->period) &&
                is_free(slots, whole->period)) {
                add_span(arena, slots, series, whole);
            }
        }
    }
}

struct slots slots_create(struct arena *arena, const struct series *series,
                          struct period window)
{
    struct slots slots = {.window = window, .count = (size_t)window.months};
    slots.at = arena_array(arena, struct observation, slots.count);
    for (size_t i = 0; i < slots.count; i++) {
        slots.at[i] = series_at(series, (struct period){window.first + (int)i, 1});
    }
    if (!series->is_to_date) { /* there, longer periods are the values of months */
        add_spans(arena, &slots, series);
    }
    return slots;
}

static void include(struct ratio value, struct ratio *low, struct ratio *high,
                    bool *has_any)
{
    if (!*has_any || ratio_compare(value, *low) < 0) {
        *low = value;
    }
    if (!*has_any || ratio_compare(value, *high) > 0) {
        *high = value;
    }
    *has_any = true;
}

void slots_range(const struct slots *slots, struct ratio *low, struct ratio *high,
                 bool *has_any)
{
    for (size_t i = 0; i < slots->count; i++) {
        if (slots_has_value(slots, i)) {
            include(slots->at[i].value, low, high, has_any);
        }
    }
    for (size_t i = 0; i < slots->spans.count; i++) {
        include(slots->spans.at[i].level, low, high, has_any);
    }
}
