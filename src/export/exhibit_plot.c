/* SPDX-License-Identifier: MIT */
/*
 * The data of charts of whole specifications: the rows that their marks are made of. Where
 * views show different rows, those of one stand below those of the other, and the first
 * column says whose they are.
 */
#include "exhibit_internal.h"

#include "grammar/clock.h"
#include "grammar/format.h"
#include "plot/plot_data.h"

#include <math.h>

enum { DIGITS = 6 }; /* of a computed figure that is read */

/* --- cells ---------------------------------------------------------------------------- */

/* A figure that no series has: the shortest text of it, or so much as is worth reading. */
static str number_text(const struct exhibit_making *making, enum channel_type type,
                       double number)
{
    struct datum datum = datum_number(number);
    if (making->use == DATA_TO_COMPUTE || type != TYPE_QUANTITATIVE || !isfinite(number)) {
        return isnan(number) ? S("") : datum_to_text(making->arena, datum);
    }
    double magnitude = floor(log10(fmax(fabs(number), 1e-9)));
    int places = number == round(number) ? 0 : (int)fmax(0, DIGITS - 1 - magnitude);
    str format = str_print(making->arena, ",.%d~f", places);
    return format_number(making->arena, making->chart->language, format, number);
}

/* What a time is exact to: a month, a day, or more. */
enum time_grain { GRAIN_MONTH, GRAIN_DAY, GRAIN_MOMENT };

static enum time_grain grain_of(const struct plot_column *column, size_t rows)
{
    enum time_grain grain = GRAIN_MONTH;
    for (size_t row = 0; row < rows; row++) {
        struct datum datum = column->at[row];
        if (datum.kind != DATUM_TIME || !isfinite(datum.number)) {
            continue;
        }
        struct clock clock = clock_at(datum.number);
        bool is_midnight = fmod(datum.number, CLOCK_DAY) == 0;
        enum time_grain own = !is_midnight      ? GRAIN_MOMENT
                              : clock.date != 1 ? GRAIN_DAY
                                                : GRAIN_MONTH;
        grain = own > grain ? own : grain;
    }
    return grain;
}

static str time_read(const struct exhibit_making *making, enum time_grain grain,
                     struct clock clock)
{
    const struct language *language = making->chart->language;
    struct date date = {(int)clock.year, clock.month + 1, clock.date};
    return grain == GRAIN_MONTH ? language_period_short(making->arena, language,
                                                        period_month(date.year, date.month))
                                : language_date_short(making->arena, language, date);
}

static str time_text(const struct exhibit_making *making, const struct plot_column *column,
                     enum time_grain grain, double time)
{
    static const char *const formats[] = {"%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"};
    struct arena *arena = making->arena;
    const struct language *language = making->chart->language;
    if (!isfinite(time)) {
        return S("");
    }
    if (column->unit.parts && !(column->unit.parts & TIME_YEAR)) {
        return format_time(arena, language, time_unit_format(arena, column->unit), time);
    }
    if (making->use == DATA_TO_READ && grain != GRAIN_MOMENT) {
        return time_read(making, grain, clock_at(time));
    }
    return format_time(arena, language, str_from(formats[grain]), time);
}

static str cell_text(const struct exhibit_making *making, const struct plot_table *table,
                     const struct plot_column *column, enum time_grain grain, size_t row)
{
    struct datum datum = column->at[row];
    const struct exact *exact = frame_exact(table->frame, datum);
    if (exact) {
        return exhibit_figure(making, exact->observation, making->chart->unit);
    }
    switch (datum.kind) {
    case DATUM_NONE:
        return making->use == DATA_TO_READ && column->type == TYPE_QUANTITATIVE
                   ? language_phrase(making->chart->language, PHRASE_NOT_AVAILABLE)
                   : S("");
    case DATUM_NUMBER:
        return number_text(making, column->type, datum.number);
    case DATUM_TIME:
        return time_text(making, column, grain, datum.number);
    default:
        return datum_to_text(making->arena, datum);
    }
}

/* --- tables --------------------------------------------------------------------------- */

static str head_of(const struct exhibit_making *making, const struct plot_column *column)
{
    return making->use == DATA_TO_READ ? column->title : column->name;
}

static size_t find_head(const struct exhibit_heads *heads, str name)
{
    size_t i = 0;
    while (i < heads->count && !str_equal(heads->at[i], name)) {
        i++;
    }
    return i;
}

/* The heads of all tables, each once: what is called the same is one column. */
static struct exhibit_heads heads_of(const struct exhibit_making *making,
                                     const struct plot_tables *tables)
{
    struct exhibit_heads heads = {0};
    if (tables->count > 1) {
        *arena_push(making->arena, &heads) =
            making->use == DATA_TO_READ ? S("") : S("view");
    }
    for (size_t i = 0; i < tables->count; i++) {
        for (size_t j = 0; j < tables->at[i].count; j++) {
            str head = head_of(making, &tables->at[i].at[j]);
            if (find_head(&heads, head) == heads.count) {
                *arena_push(making->arena, &heads) = head;
            }
        }
    }
    return heads;
}

/* Its name, the title above it, or where it stands: "layer[1]". */
static str view_name(const struct view *view)
{
    const struct node *title = view->title;
    if (title && title->kind == NODE_MAP) {
        title = node_find(title, S("text"));
    }
    if (view->name.length) {
        return view->name;
    }
    return title && title->kind == NODE_SCALAR ? title->text : str_after(view->path, 2);
}

static void add_table(const struct exhibit_making *making, const struct plot_table *table,
                      const struct exhibit_heads *heads, bool is_named,
                      struct exhibit_data *data)
{
    size_t first = data->count;
    for (size_t row = 0; row < table->rows; row++) {
        struct data_row *added = exhibit_row(making->arena, data);
        if (is_named) {
            added->cells[0] = view_name(table->view);
        }
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct plot_column *column = &table->at[i];
        size_t to = find_head(heads, head_of(making, column));
        enum time_grain grain = grain_of(column, table->rows);
        for (size_t row = 0; row < table->rows; row++) {
            data->at[first + row].cells[to] = cell_text(making, table, column, grain, row);
        }
    }
}

static bool is_transformed(const struct view *view)
{
    while (view && !view->transforms.count) {
        view = view->parent;
    }
    return view;
}

/* Months and values of series, all of them, and nothing that was computed from them. */
static bool shows_series(const struct chart *chart, const struct plot_tables *tables)
{
    static const str names[] = {S("month"), S("yearmonth_month"), S("value"), S("name"),
                                S("line"),  S("status"),          S("months")};
    bool is_plain =
        tables->count == 1 && chart->lines.count && !is_transformed(tables->at[0].view);
    for (size_t i = 0; is_plain && i < tables->at[0].count; i++) {
        const struct plot_column *column = &tables->at[0].at[i];
        bool is_known = false;
        for (size_t j = 0; j < COUNT_OF(names); j++) {
            is_known = is_known || str_equal(column->name, names[j]);
        }
        is_plain = is_known;
    }
    return is_plain;
}

bool exhibit_add_plot(const struct exhibit_making *making, struct exhibit_data *data)
{
    struct error error = {0}; /* the chart was drawn from the same data */
    struct plot_tables tables = {0};
    if (!plot_data(making->arena, making->chart->specification, &tables, &error) ||
        shows_series(making->chart, &tables)) {
        return false;
    }
    struct exhibit_heads heads = heads_of(making, &tables);
    data->heads = heads.at;
    data->column_count = heads.count;
    for (size_t i = 0; i < tables.count; i++) {
        add_table(making, &tables.at[i], &heads, tables.count > 1, data);
    }
    return true;
}
