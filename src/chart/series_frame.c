/* SPDX-License-Identifier: MIT */
#include "chart/series_frame.h"

#include "chart/slots.h"
#include "grammar/clock.h"

enum series_column {
    COLUMN_MONTH,
    COLUMN_VALUE,
    COLUMN_NAME,
    COLUMN_STATUS,
    COLUMN_MONTHS,
    COLUMN_UNIT,
    COLUMN_LINE,
    COLUMN_COUNT
};

struct rows {
    struct arena *arena;
    struct datum *columns[COLUMN_COUNT];
    size_t count;
    size_t line; /* that is added now */
    struct exacts *exacts;
};

static struct datum time_of(struct period month)
{
    struct period first = {month.first, 1};
    return datum_time(clock_day(period_year(first), period_month_of_year(first) - 1, 1));
}

static struct datum value_of(struct rows *rows, const struct series *series,
                             struct observation observation)
{
    if (!observation_has_value(observation)) {
        return datum_undefined(); /* no zero in what is computed from it */
    }
    *arena_push(rows->arena, rows->exacts) = (struct exact){series, observation};
    struct datum value = datum_number(ratio_to_double(observation.value));
    value.exact = (uint32_t)rows->exacts->count;
    return value;
}

static void add_row(struct rows *rows, const struct chart_line *line,
                    struct observation observation, struct period month, size_t months)
{
    size_t row = rows->count++;
    bool has_value = observation_has_value(observation);
    str status = has_value && observation.status
                     ? str_print(rows->arena, "%c", observation.status)
                     : S("");
    rows->columns[COLUMN_MONTH][row] = time_of(month);
    rows->columns[COLUMN_VALUE][row] = value_of(rows, line->series, observation);
    rows->columns[COLUMN_NAME][row] = datum_text(line->label);
    rows->columns[COLUMN_STATUS][row] = datum_text(status);
    rows->columns[COLUMN_MONTHS][row] = datum_number((double)months);
    rows->columns[COLUMN_UNIT][row] = datum_text(line->series->unit);
    rows->columns[COLUMN_LINE][row] = datum_number((double)rows->line);
}

static void add_line(struct rows *rows, const struct chart_line *line, struct period window)
{
    struct slots slots = slots_create(rows->arena, line->series, window);
    for (size_t i = 0; i < slots.count; i++) {
        const struct slot_span *span = slots_span_at(&slots, i);
        struct period month = {window.first + (int)i, 1};
        if (!span) {
            add_row(rows, line, slots.at[i], month, 1);
        } else if (span->first == i) {
            struct observation level = {.period = span->period,
                                        .state = OBSERVATION_VALUE,
                                        .value = span->level,
                                        .places = -1,
                                        .status = span->status};
            add_row(rows, line, level, month, span->count);
        }
    }
}

const struct frame *frame_from_lines(struct arena *arena, const struct chart_lines *lines,
                                     struct period window)
{
    static const str names[COLUMN_COUNT] = {S("month"),  S("value"), S("name"), S("status"),
                                            S("months"), S("unit"),  S("line")};
    struct frame *frame = arena_new(arena, struct frame);
    struct rows rows = {.arena = arena, .exacts = arena_new(arena, struct exacts)};
    size_t most = lines->count * (size_t)window.months;
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        rows.columns[i] = arena_array(arena, struct datum, most);
    }
    for (size_t i = 0; i < lines->count; i++) {
        rows.line = i;
        add_line(&rows, &lines->at[i], window);
    }
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        frame_set(arena, frame, names[i], rows.columns[i]);
    }
    frame->rows = rows.count;
    frame->exacts = rows.exacts;
    return frame;
}
