/* SPDX-License-Identifier: MIT */
#include "exhibit_internal.h"

#include "base/csv.h"

#include <stdlib.h>

enum { COMPUTED_PLACES = 6 };

struct periods {
    struct period *at;
    size_t count, capacity;
};

/* --- figures -------------------------------------------------------------------------- */

/* "12.5" of "12.500000": a computed figure has no last decimal of its own. */
static str without_zeros(str number)
{
    size_t end = number.length;
    while (end && str_find(number, '.') < end && number.at[end - 1] == '0') {
        end--;
    }
    return str_slice(number, 0, end && number.at[end - 1] == '.' ? end - 1 : end);
}

static str plain_figure(struct arena *arena, struct observation observation)
{
    bool is_computed = observation.places < 0;
    int places = is_computed ? COMPUTED_PLACES : observation.places;
    str number = decimal_print(arena, ratio_round(observation.value, places));
    return is_computed ? without_zeros(number) : number;
}

str exhibit_figure(const struct exhibit_making *making, struct observation observation,
                   str unit)
{
    const struct language *language = making->chart->language;
    bool is_read = making->use == DATA_TO_READ;
    if (observation.state == OBSERVATION_ABSENT) {
        return S("");
    }
    if (!observation_has_value(observation)) {
        return is_read ? language_phrase(language, PHRASE_NOT_AVAILABLE) : S("");
    }
    struct number_style style = {.places = observation_places(observation, unit)};
    return is_read ? language_number(making->arena, language, observation.value, style)
                   : plain_figure(making->arena, observation);
}

/* The letter of what is not a normal figure, or empty. */
static str status(struct arena *arena, struct observation observation)
{
    char letter = observation.status;
    if (observation.state == OBSERVATION_MISSING && !letter) {
        letter = 'M';
    }
    bool is_normal = !letter || letter == 'A' || observation.state == OBSERVATION_ABSENT;
    return is_normal ? S("") : str_print(arena, "%c", letter);
}

static str with_unit(const struct exhibit_making *making, str name, str unit)
{
    if (making->use == DATA_TO_READ) {
        unit = language_unit(making->chart->language, unit);
    }
    return unit.length
               ? str_print(making->arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(unit))
               : name;
}

struct data_row *exhibit_row(struct arena *arena, struct exhibit_data *data)
{
    struct data_row *row = arena_push(arena, data);
    row->cells = arena_array(arena, str, data->column_count);
    return row;
}

/* --- charts over time ------------------------------------------------------------------
 */

static bool has_period(const struct periods *periods, struct period period)
{
    for (size_t i = 0; i < periods->count; i++) {
        if (period_equal(periods->at[i], period)) {
            return true;
        }
    }
    return false;
}

static struct observation observation_in(const struct series *series, struct period period)
{
    const struct observation *found =
        period.months == 1 ? NULL : series_find(series, period);
    return found               ? *found
           : period.months > 1 ? (struct observation){.period = period}
                               : series_at(series, period);
}

/* A run of months that was published as one, none of them by itself. */
static bool stands_for_its_months(const struct series *series, struct period period)
{
    bool is_run =
        period_kind(period) == PERIOD_COMBINED || period_kind(period) == PERIOD_TO_DATE;
    for (int month = 0; is_run && month < period.months; month++) {
        struct period one = {period.first + month, 1};
        is_run = !observation_has_value(series_at(series, one));
    }
    return is_run && !series->is_to_date && !series->is_quarterly;
}

static void add_combined(struct arena *arena, const struct series *series,
                         struct period window, struct periods *periods)
{
    for (size_t i = 0; i < series->count; i++) {
        struct period period = series->at[i].period;
        if (period_contains(window, period) && stands_for_its_months(series, period) &&
            !has_period(periods, period)) {
            *arena_push(arena, periods) = period;
        }
    }
}

static int compare_periods(const void *left, const void *right)
{
    return period_compare(*(const struct period *)left, *(const struct period *)right);
}

static struct periods periods_of(struct arena *arena, const struct chart *chart)
{
    struct periods periods = {0};
    for (int i = 0; i < chart->window.months; i++) {
        *arena_push(arena, &periods) = (struct period){chart->window.first + i, 1};
    }
    for (size_t i = 0; i < chart->lines.count; i++) {
        add_combined(arena, chart->lines.at[i].series, chart->window, &periods);
    }
    if (periods.count) {
        qsort(periods.at, periods.count, sizeof *periods.at, compare_periods);
    }
    return periods;
}

static str name_of(const struct chart_line *line)
{
    return line->label.length ? line->label : line->series->name;
}

/* A column for a line, and one beside it where a figure has a status. */
static void add_line(const struct exhibit_making *making, const struct chart_line *line,
                     const struct periods *periods, struct exhibit_data *data,
                     struct exhibit_heads *heads)
{
    size_t column = heads->count;
    bool has_status = false;
    for (size_t i = 0; i < periods->count; i++) {
        struct observation at = observation_in(line->series, periods->at[i]);
        data->at[i].cells[column] = exhibit_figure(making, at, making->chart->unit);
        data->at[i].cells[column + 1] = status(making->arena, at);
        has_status |= data->at[i].cells[column + 1].length > 0;
    }
    *arena_push(making->arena, heads) =
        with_unit(making, name_of(line), making->chart->unit);
    if (has_status) {
        *arena_push(making->arena, heads) =
            str_print(making->arena, "%.*s: status", STR_ARG(name_of(line)));
    }
}

static void add_lines(const struct exhibit_making *making, struct exhibit_data *data)
{
    const struct chart *chart = making->chart;
    struct periods periods = periods_of(making->arena, chart);
    struct exhibit_heads heads = {0};
    data->column_count = 1 + 2 * chart->lines.count; /* at most */
    for (size_t i = 0; i < periods.count; i++) {
        exhibit_row(making->arena, data)->cells[0] =
            making->use == DATA_TO_READ
                ? language_period_short(making->arena, chart->language, periods.at[i])
                : period_print(making->arena, periods.at[i]);
    }
    *arena_push(making->arena, &heads) = making->use == DATA_TO_READ ? S("") : S("period");
    for (size_t i = 0; i < chart->lines.count; i++) {
        add_line(making, &chart->lines.at[i], &periods, data, &heads);
    }
    data->heads = heads.at;
    data->column_count = heads.count;
}

/* --- rankings ---------------------------------------------------------------------------
 */

enum bar_column { BAR_NAME, BAR_VALUE, BAR_RANK, BAR_CHANGE, BAR_COLUMN_COUNT };

static bool bars_have_changes(const struct chart *chart)
{
    for (size_t i = 0; i < chart->bars.count; i++) {
        if (observation_has_value(chart->bars.at[i].change)) {
            return true;
        }
    }
    return false;
}

static str rank(struct arena *arena, const struct chart_bar *bar)
{
    return bar->rank && !bar->is_rest && !bar->is_total ? str_print(arena, "%zu", bar->rank)
                                                        : S("");
}

/* Columns that would be empty are left out. */
static void add_bars(const struct exhibit_making *making, struct exhibit_data *data)
{
    const struct chart *chart = making->chart;
    bool is_read = making->use == DATA_TO_READ;
    bool has_changes = bars_have_changes(chart);
    struct exhibit_heads heads = {0};
    data->column_count = BAR_COLUMN_COUNT;
    *arena_push(making->arena, &heads) = is_read ? S("") : S("name");
    *arena_push(making->arena, &heads) = is_read
                                             ? language_unit(chart->language, chart->unit)
                                             : with_unit(making, S("value"), chart->unit);
    *arena_push(making->arena, &heads) =
        is_read ? language_phrase(chart->language, PHRASE_RANK) : S("rank");
    if (has_changes) {
        *arena_push(making->arena, &heads) =
            with_unit(making, is_read ? chart->change_head : S("change"), S("%"));
    }
    for (size_t i = 0; i < chart->bars.count; i++) {
        const struct chart_bar *bar = &chart->bars.at[i];
        struct data_row *row = exhibit_row(making->arena, data);
        row->cells[BAR_NAME] = bar->label;
        row->cells[BAR_VALUE] = exhibit_figure(making, bar->value, chart->unit);
        row->cells[BAR_RANK] = rank(making->arena, bar);
        row->cells[BAR_CHANGE] = exhibit_figure(making, bar->change, S("%"));
    }
    data->heads = heads.at;
    data->column_count = heads.count;
}

const struct exhibit_data *
exhibit_data_of_chart(struct arena *arena, const struct chart *chart, enum data_use use)
{
    struct exhibit_making making = {arena, chart, use};
    struct exhibit_data *data = arena_new(arena, struct exhibit_data);
    if (chart->mark == CHART_PLOT && exhibit_add_plot(&making, data)) {
        return data;
    }
    if (chart->mark == CHART_BARS || chart->bars.count) {
        add_bars(&making, data);
    } else {
        add_lines(&making, data);
    }
    return data;
}

/* --- tables -----------------------------------------------------------------------------
 */

static str column_head(struct arena *arena, const struct table_column *column)
{
    const char *space = column->spanner.length && column->head.length ? " " : "";
    str name = str_print(arena, "%.*s%s%.*s", STR_ARG(column->spanner), space,
                         STR_ARG(column->head));
    return column->unit.length
               ? str_print(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(column->unit))
               : name;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* What a number may have besides digits and point: marks of thousands, spaces, a plus. */
static size_t passed_over(str text, str decimal_mark)
{
    static const char *const marks[] = {
        ",", ".", "'", " ", "+", "\u2019", "\u00A0", "\u2009", "\u202F", "\u200E", "\u200F",
    };
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        str mark = str_from(marks[i]);
        if (str_starts(text, mark) && !str_equal(mark, decimal_mark)) {
            return mark.length;
        }
    }
    return 0;
}

/* -1234.5 of "−1,234.5"; false for what is no number. */
static bool plain_number(str text, str decimal_mark, struct buffer *plain)
{
    static const char minus[] = "\u2212";
    bool has_digit = false;
    for (size_t at = 0; at < text.length;) {
        str rest = str_after(text, at);
        size_t passed = passed_over(rest, decimal_mark);
        if (is_digit(rest.at[0])) {
            buffer_add_byte(plain, rest.at[0]);
            has_digit = true;
            at++;
        } else if (str_starts(rest, str_from(minus)) && !has_digit) {
            buffer_add_byte(plain, '-');
            at += sizeof minus - 1;
        } else if (decimal_mark.length && str_starts(rest, decimal_mark) && has_digit) {
            buffer_add_byte(plain, '.');
            at += decimal_mark.length;
        } else if (passed) {
            at += passed;
        } else {
            return false;
        }
    }
    return has_digit;
}

static str plain_cell(struct arena *arena, const struct table_cell *cell,
                      const struct table_column *column, const struct language *language)
{
    struct buffer plain = {.arena = arena};
    if (column->kind == FIELD_TEXT) {
        return cell->text;
    }
    return plain_number(cell->text, language_point(language), &plain) ? buffer_text(&plain)
           : str_equal(cell->text, language_phrase(language, PHRASE_NOT_AVAILABLE))
               ? S("")
               : cell->text;
}

static bool has_flags(const struct table_block *table, size_t column)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->at[i].cells && table->at[i].cells[column].flag.length) {
            return true;
        }
    }
    return false;
}

/* One column of the table, and another for its flags. */
static void add_table_column(struct arena *arena, const struct table_block *table,
                             size_t column, const struct language *language,
                             struct exhibit_data *data, struct exhibit_heads *heads)
{
    const struct table_column *as = &table->columns[column];
    size_t to = heads->count;
    bool is_flagged = has_flags(table, column);
    for (size_t i = 0; i < table->count; i++) {
        const struct table_cell *cells = table->at[i].cells;
        if (cells) {
            data->at[i].cells[to] = plain_cell(arena, &cells[column], as, language);
        }
        if (cells && is_flagged) {
            data->at[i].cells[to + 1] = cells[column].flag;
        }
    }
    str head = column_head(arena, as);
    *arena_push(arena, heads) = head;
    if (is_flagged) {
        *arena_push(arena, heads) = str_print(arena, "%.*s: status", STR_ARG(head));
    }
}

const struct exhibit_data *exhibit_data_of_table(struct arena *arena,
                                                 const struct table_block *table,
                                                 const struct language *language)
{
    struct exhibit_data *data = arena_new(arena, struct exhibit_data);
    struct exhibit_heads heads = {0};
    data->column_count = 2 * table->column_count; /* at most */
    for (size_t i = 0; i < table->count; i++) {
        (void)exhibit_row(arena, data);
    }
    for (size_t column = 0; column < table->column_count; column++) {
        if (table->columns[column].kind != FIELD_SPARK) {
            add_table_column(arena, table, column, language, data, &heads);
        }
    }
    data->heads = heads.at;
    data->column_count = heads.count;
    return data;
}

/* --- comma-separated values --------------------------------------------------------------
 */

static void add_csv_line(struct buffer *out, const str *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add(out, i ? S(",") : S(""));
        csv_add_field(out, cells[i]);
    }
    buffer_add(out, S("\r\n"));
}

str exhibit_data_csv(struct arena *arena, const struct exhibit_data *data)
{
    struct buffer out = {.arena = arena};
    add_csv_line(&out, data->heads, data->column_count);
    for (size_t i = 0; i < data->count; i++) {
        add_csv_line(&out, data->at[i].cells, data->column_count);
    }
    return buffer_text(&out);
}
