/* SPDX-License-Identifier: MIT */
#include "table/describe.h"

#include "base/buffer.h"
#include "base/number.h"

enum { WORDS_SHOWN_BYTES = 72, GAPS_SHOWN = 4 };

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static str grouped(struct arena *arena, size_t count)
{
    return number_print(arena, ratio_from((int64_t)count), (struct number_style){0});
}

str describe_count(struct arena *arena, size_t count, const char *noun)
{
    str text = grouped(arena, count);
    return str_print(arena, "%.*s %s%s", STR_ARG(text), noun, plural(count));
}

str describe_word(struct arena *arena, str word, size_t characters)
{
    struct buffer out = {.arena = arena};
    size_t count = 0;
    for (size_t offset = 0; offset < word.length;) {
        uint32_t character = 0;
        size_t length = str_decode(word, offset, &character);
        str bytes = str_slice(word, offset, offset + (length ? length : 1));
        if (++count > characters) {
            buffer_add(&out, S("..."));
            break;
        }
        buffer_add(&out, character < ' ' ? S(" ") : bytes);
        offset += bytes.length;
    }
    return buffer_text(&out);
}

/* "4 words: magnets; rare earths; ..." */
static str describe_words(struct arena *arena, const struct column *column)
{
    struct buffer out = {.arena = arena};
    size_t shown = 0;
    buffer_add(&out, describe_count(arena, column->words.count, "word"));
    size_t start = out.count;
    for (size_t i = 0; i < column->words.count; i++) {
        str word = column->words.at[i];
        if (out.count - start + word.length > WORDS_SHOWN_BYTES) {
            break;
        }
        word = describe_word(arena, word, WORDS_SHOWN_BYTES);
        if (word.length) {
            buffer_print(&out, "%s%.*s", shown++ ? "; " : ": ", STR_ARG(word));
        }
    }
    bool is_cut = shown && shown < column->words.count;
    buffer_add(&out, is_cut ? S("; ...") : S(""));
    return buffer_text(&out);
}

/* The rows that hold the least and the greatest value; false if there is none. */
static bool find_range(const struct column *column, size_t row_count, size_t *least,
                       size_t *greatest)
{
    bool is_found = false;
    for (size_t row = 0; row < row_count; row++) {
        if (column->states[row] != CELL_VALUE) {
            continue;
        }
        if (!is_found || column->units[row] < column->units[*least]) {
            *least = row;
        }
        if (!is_found || column->units[row] > column->units[*greatest]) {
            *greatest = row;
        }
        is_found = true;
    }
    return is_found;
}

static str describe_numbers(struct arena *arena, const struct column *column,
                            size_t row_count)
{
    size_t least = 0;
    size_t greatest = 0;
    if (!find_range(column, row_count, &least, &greatest)) {
        return S("");
    }
    str low = decimal_print(arena, column_number(column, least));
    str high = decimal_print(arena, column_number(column, greatest));
    struct buffer out = {.arena = arena};
    buffer_add(&out, low);
    if (!str_equal(low, high)) {
        buffer_print(&out, " to %.*s", STR_ARG(high));
    }
    if (column->unit.length) {
        buffer_print(&out, " %.*s", STR_ARG(column->unit));
    }
    if (column->places) {
        buffer_print(&out, ", up to %d decimal%s", column->places,
                     plural((size_t)column->places));
    }
    return buffer_text(&out);
}

static str describe_periods(struct arena *arena, const struct column *column,
                            size_t row_count)
{
    size_t counts[PERIOD_COMBINED + 1] = {0};
    static const char *const names[] = {
        [PERIOD_MONTH] = "month",          [PERIOD_QUARTER] = "quarter",
        [PERIOD_HALF_YEAR] = "half-year",  [PERIOD_YEAR] = "year",
        [PERIOD_TO_DATE] = "year-to-date", [PERIOD_COMBINED] = "combined",
    };
    struct buffer out = {.arena = arena};
    for (size_t row = 0; row < row_count; row++) {
        counts[period_kind(column->periods[row])]++;
    }
    for (size_t kind = 0; kind < COUNT_OF(counts); kind++) {
        if (counts[kind]) {
            bool has_plural = kind != PERIOD_TO_DATE && kind != PERIOD_COMBINED;
            str count = grouped(arena, counts[kind]);
            buffer_print(&out, "%s%.*s %s%s", out.count ? ", " : "", STR_ARG(count),
                         names[kind], has_plural ? plural(counts[kind]) : "");
        }
    }
    return buffer_text(&out);
}

static str describe_dates(struct arena *arena, const struct column *column,
                          size_t row_count)
{
    struct date first = {0};
    struct date last = {0};
    for (size_t row = 0; row < row_count; row++) {
        struct date date = column->dates[row];
        if (column->states[row] != CELL_VALUE) {
            continue;
        }
        first = !date_is_set(first) || date_compare(date, first) < 0 ? date : first;
        last = !date_is_set(last) || date_compare(date, last) > 0 ? date : last;
    }
    if (!date_is_set(first)) {
        return S("");
    }
    str from = date_print(arena, first);
    str to = date_print(arena, last);
    return str_equal(from, to)
               ? from
               : str_print(arena, "%.*s to %.*s", STR_ARG(from), STR_ARG(to));
}

str describe_column(struct arena *arena, const struct column *column, size_t row_count)
{
    switch (column->type) {
    case COLUMN_NUMBER:
        return describe_numbers(arena, column, row_count);
    case COLUMN_PERIOD:
        return describe_periods(arena, column, row_count);
    case COLUMN_DATE:
        return describe_dates(arena, column, row_count);
    case COLUMN_TEXT:
        break;
    }
    return describe_words(arena, column);
}

/* "2024-11" or "2024-11 to 2025-05": a run of months, also across years. */
static str describe_run(struct arena *arena, struct period run)
{
    str first = period_print(arena, (struct period){run.first, 1});
    str last = period_print(arena, period_last_month(run));
    return run.months == 1
               ? first
               : str_print(arena, "%.*s to %.*s", STR_ARG(first), STR_ARG(last));
}

str describe_gaps(struct arena *arena, const struct coverage *coverage)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < coverage->gaps.count && i < GAPS_SHOWN; i++) {
        str text = describe_run(arena, coverage->gaps.at[i].months);
        buffer_print(&out, "%s%.*s", i ? ", " : "", STR_ARG(text));
    }
    if (coverage->gaps.count > GAPS_SHOWN) {
        buffer_print(&out, ", ... (%zu months)", coverage->missing_count);
    }
    return buffer_text(&out);
}
